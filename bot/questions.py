"""Every question and press that is answered, in the order in which they are tried."""

from handlers import (
    clarify,
    errors,
    fallback,
    forms,
    later,
    mistaken,
    namesakes,
    pictures,
    remind_again,
    snooze,
    staff_only,
    teaching,
)
from handlers.account import acting, channel, code, invite, leave, lost, page
from handlers.account import list as account_list
from handlers.audit import who_saw
from handlers.data import delete, mine, request
from handlers.data import status as data_status
from handlers.documents import (
    assign,
    classified,
    close,
    correct,
    deciding,
    done,
    due_soon,
    extending,
    handing_back,
    incoming_count,
    overdue,
    received,
    register,
    scan,
    undoing,
    withdraw,
)
from handlers.documents import status as document_status
from handlers.dossiers import apology, apology_list, follow, followed, owner, timeline, unfollow
from handlers.dossiers import done as dossier_done
from handlers.dossiers import overdue as dossier_overdue
from handlers.dossiers import status as dossier_status
from handlers.dossiers import undoing as dossier_undoing
from handlers.handover import ask as handover
from handlers.handover import desk, relay
from handlers.imports import sheet
from handlers.leave import answered as leave_answered
from handlers.leave import set as leave_set
from handlers.meetings import detail, schedule
from handlers.office import brief, info, language, people, small_talk
from handlers.office import help as help_
from handlers.petitions import status as petition_status
from handlers.procedures import fee_time, lookup, required_papers
from handlers.reminders import rehearsal, undelivered
from handlers.statistics import statistics

QUESTIONS = (
    code.router,
    acting.router,
    invite.router,
    scan.router,
    pictures.router,
    sheet.router,
    relay.router,
    forms.router,
    owner.router,
    clarify.router,
    staff_only.router,  # before all that speaks to people of the office
    namesakes.router,
    schedule.router,
    detail.router,
    dossier_status.router,
    follow.router,
    unfollow.router,
    followed.router,
    apology.router,
    apology_list.router,
    timeline.router,
    dossier_overdue.router,
    dossier_done.router,  # before those of documents: only it knows when it is meant
    dossier_undoing.router,
    document_status.router,
    overdue.router,
    due_soon.router,
    done.router,
    received.router,
    incoming_count.router,
    extending.router,
    handing_back.router,
    deciding.router,
    undoing.router,
    register.router,
    correct.router,
    withdraw.router,
    assign.router,
    close.router,
    classified.router,
    petition_status.router,
    lookup.router,
    required_papers.router,
    fee_time.router,
    brief.router,
    rehearsal.router,
    leave_set.router,
    leave_answered.router,
    info.router,
    people.router,
    mine.router,
    delete.router,
    request.router,
    data_status.router,
    account_list.router,
    lost.router,
    leave.router,
    page.router,
    channel.router,
    who_saw.router,
    undelivered.router,
    statistics.router,
    help_.router,
    language.router,
    small_talk.router,
    snooze.router,
    remind_again.router,
    later.router,
    mistaken.router,
    handover.router,
    desk.router,
    teaching.router,
    fallback.router,
    errors.router,
)

"""“Theo dõi hồ sơ H37…”, “báo cho tôi khi xong” · Tell me when something happens to it.

Whoever may ask for a dossier may follow it, by the same code, budget and digits; what they are
told is asked anew each time (`storage/follow_news.py`).
"""

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.dossiers import lookup, plain_words
from handlers.dossiers.desk import Desk
from handlers.dossiers.follow_buttons import to_follow_one, to_see, to_stop
from handlers.dossiers.lines import name_of, reference
from handlers.dossiers.lookup import SecondFact, Shown
from handlers.filters import answers, asks
from handlers.presses import Follow
from handlers.reach import Reach, Reaches
from handlers.replies import Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question
from handlers.work import Work
from scheduler.timetable import Timetable
from storage import dossiers, follows
from storage.dossiers import AWAITED, DossierOwn, DossierPublic

router = Router(name=__name__)
SCREEN = 5


@asks(router, Question.DOSSIER_FOLLOW)
async def dossier_follow(
    asked: Asked,
    work: Work,
    desk: Desk,
    reach: Reach,
    times: Timetable,
    before: Asked | None = None,
) -> SendMessage:
    """The dossier that is named, or was asked about just before, or the only one they have."""
    say, answer = work.say, work.answer
    code = asked.slots.dossier_code or (before.slots.dossier_code if before else None)
    if code is None and not work.viewer.is_staff:
        page = await dossiers.awaited_by(work.db, work.viewer, limit=SCREEN)
        if page.total > 1:
            rows = [[to_follow_one(one.code, say)] for one in page.items]
            brief = [reference(one) for one in page.items]
            return answer(say("dossier-follow-which"), rows, brief)
        if not page.items:
            return answer.ask_for(Lacking.DOSSIER, say("dossier-follow-ask-code"))
        code = page.items[0].code
    given = SecondFact.of_words(asked.slots.digits)
    return await _follow(code or "", given, work, desk, promise(reach, times, say))


@answers(router.callback_query, Follow.filter())
async def pressed(
    callback_data: Follow, work: Work, desk: Desk, reach: Reach, times: Timetable
) -> SendMessage:
    """One tap. The code is asked for again, so that nothing is followed that may not be seen."""
    promised = promise(reach, times, work.say)
    return await _follow(callback_data.code, None, work, desk, promised)


async def _follow(
    code: str, given: SecondFact | None, work: Work, desk: Desk, promised: Words
) -> SendMessage:
    viewer, db, say, answer, now = work.viewer, work.db, work.say, work.answer, work.now
    if viewer.is_staff or viewer.account_id is None:
        return answer.anywhere(say("dossier-follow-staff"))
    found = await lookup.sought(code, given, viewer=viewer, db=db, desk=desk, say=say, now=now)
    if isinstance(found, Shown):
        return found.reply(answer)
    dossier = found.dossier
    if dossier.state not in AWAITED:
        words = lines(plain_words.where(dossier, say), say("dossier-follow-over"))
        return answer(words, [[to_see(code, say)]], [reference(dossier)])
    new = await follows.begin(db, viewer.account_id, dossier, now=now)
    begun = say(
        "dossier-follow-begun" if new else "dossier-follow-again",
        code=dossier.code,
        state=say("dossier-state", state=name_of(dossier.state)),
    )
    words = lines(begun, promised, _how_much(dossier, desk, say))
    return answer(words, _buttons(dossier, desk, say), [reference(dossier)])


def promise(reach: Reach, times: Timetable, say: Say) -> Words:
    """What can be held on the channel where it is promised, and the quiet hours."""
    told = reach.when is not Reaches.NEVER
    is_quiet = told and times.quiet_from != times.quiet_until
    return lines(
        say("dossier-follow-promise", reach=reach.when, days=reach.days),
        say("dossier-follow-quiet", **{"from": times.quiet_from, "until": times.quiet_until})
        if is_quiet
        else None,
    )


def _how_much(dossier: DossierPublic, desk: Desk, say: Say) -> Words | None:
    if isinstance(dossier, DossierOwn):
        return None
    if desk.own_page:
        return lines(say("dossier-follow-public-here"), lookup.owner_hint(desk, say))
    return say("dossier-follow-public")


def _buttons(dossier: DossierPublic, desk: Desk, say: Say) -> Buttons:
    rows = [[to_see(dossier.code, say), to_stop(dossier.code, say)]]
    if not isinstance(dossier, DossierOwn):
        return [*rows, *lookup.for_owners(dossier.code, desk, say)]
    return rows

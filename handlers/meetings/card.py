"""Everything one may see of a meeting, a row each."""

from collections.abc import Sequence

from handlers.meetings.lines import chair_of, part, reference
from handlers.references import Open, Reference
from handlers.texts import Say, Words, lines, paragraphs
from storage.meeting_records import Attendee, MeetingDetail, MeetingLine, Paper
from storage.models import MeetingState

MOST_NAMES = 12
"""More people than a screen has room for are counted."""


def card(meeting: MeetingLine, say: Say) -> Words:
    """When, where, who; for the office's staff also who takes part and what to read."""
    inside = _inside(meeting, say) if isinstance(meeting, MeetingDetail) else []
    return _card(meeting, inside, say)


def outside(meeting: MeetingLine, say: Say) -> Open | Reference:
    """What may leave the office: a public meeting without its papers, of another one the hour."""
    return Open(_card(meeting, [], say)) if meeting.is_public else reference(meeting, say)


def _card(meeting: MeetingLine, inside: Sequence[Words | None], say: Say) -> Words:
    told = lines(
        say("meeting-card-heading", subject=meeting.subject),
        _state(meeting, say),
        _time(meeting, say),
        say("meeting-card-place", place=meeting.place) if meeting.place else None,
        chair_of(meeting, say) if meeting.chair else None,
        *inside,
    )
    return paragraphs(told, say("meeting-as-of", time=meeting.source_at))


def _state(meeting: MeetingLine, say: Say) -> Words | None:
    if meeting.state is MeetingState.PLANNED:
        return None
    return say("meeting-card-state", state=meeting.state)


def _time(meeting: MeetingLine, say: Say) -> Words:
    if meeting.starts_at is None:
        part_of_day = say(f"meeting-part-{part(meeting)}")
        return say("meeting-card-time", time=part_of_day, day=meeting.day)
    starts = say.clock(meeting.starts_at)
    if meeting.ends_at is None:
        return say("meeting-card-time", time=starts, day=meeting.day)
    ends = say.clock(meeting.ends_at)
    return say("meeting-card-time", time=f"{starts}–{ends}", day=meeting.day)


def _inside(meeting: MeetingDetail, say: Say) -> list[Words | None]:
    return [
        _row("online", meeting.online_points, say),
        _row("prepared-by", meeting.preparing_unit, say),
        _row("invitation", meeting.invitation, say),
        _participants(meeting.participants, say),
        _papers(meeting.papers, say),
        _row("note", meeting.note, say),
    ]


def _row(what: str, value: str, say: Say) -> Words | None:
    return say(f"meeting-card-{what}", value=value) if value else None


def _participants(people: Sequence[Attendee], say: Say) -> Words | None:
    if not people:
        return None
    names = Words(
        "; ".join(
            say("meeting-card-attendee", name=one.name, title=one.title, titled=bool(one.title))
            for one in people[:MOST_NAMES]
        )
    )
    return say("meeting-card-participants", names=names, others=max(len(people) - MOST_NAMES, 0))


def _papers(papers: Sequence[Paper], say: Say) -> Words | None:
    if not papers:
        return None
    names = (say("meeting-card-paper", name=one.name, pages=one.pages or 0) for one in papers)
    return say("meeting-card-papers", names=Words("; ".join(names)))

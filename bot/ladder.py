"""The office's own steps of the ladder, as the command shows and changes them."""

from collections.abc import AsyncGenerator

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.assistant import Assistant
from bot.cli_audit import TERMINAL
from bot.settings import SettingsError
from handlers.rehearsals import reason_of
from handlers.texts import Say, Words
from scheduler import ladder, reminders
from scheduler.ladder import Step
from storage import audit
from storage import ladder as own_ladder
from storage.ladder import OwnStep
from storage.models import ItemKind, StepAudience
from storage.open_items import ITEMS
from storage.viewer import Role, Viewer

FURTHEST = 60  # working days: what is further away is a slip of the finger
OFFICE = Viewer(role=Role.OFFICE, channel=TERMINAL)


async def shown(office: Assistant, say: Say) -> AsyncGenerator[Words]:
    """A line for each step, kind by kind, with whose it is and its reason."""
    async with office.store.reading() as db:
        steps = await reminders.ladder_of(db)
    for kind in ITEMS:
        own = not any(step.usual for step in steps[kind])
        yield say("ladder-kind", kind=kind, own=own)
        for step in steps[kind]:
            yield _line(step, say)


async def put(
    office: Assistant,
    say: Say,
    kind: ItemKind,
    audience: StepAudience,
    days: int,
    *,
    repeats: bool,
    reason: str,
) -> AsyncGenerator[Words]:
    """Set a step, beside those that hold now.

    Raises:
        SettingsError: there are no such steps.

    """
    _refuse(kind, audience, days)
    repeats = repeats or audience is StepAudience.LEADER
    step = OwnStep(kind=kind, audience=audience, days=days, repeats=repeats, reason=reason)
    async with office.store.sessions() as db, db.begin():
        await _make_own(db, kind, say)
        await own_ladder.put(db, [step])
        await _note(db, office, "ladder.set", kind, audience, days)
    yield say("ladder-changed")
    yield _line(Step(**vars(step)), say)


async def take_away(
    office: Assistant, say: Say, kind: ItemKind, audience: StepAudience, days: int
) -> AsyncGenerator[Words]:
    """Remove a step that holds now; the last one of a kind stays.

    Raises:
        SettingsError: there is none, or it is the last one.

    """
    async with office.store.sessions() as db, db.begin():
        steps = (await reminders.ladder_of(db)).get(kind, [])
        if not any(step.audience is audience and step.days == days for step in steps):
            raise SettingsError(
                f"There is no step {kind} {audience} --days={days}; "
                "`python -m bot ladder` lists those there are."
            )
        if len(steps) == 1:
            raise SettingsError(
                f"It is the only step of {kind}: set another one first, or go back to the usual "
                f"ones with `python -m bot ladder usual {kind}`."
            )
        await _make_own(db, kind, say)
        await own_ladder.take_away(db, kind, audience, days)
        await _note(db, office, "ladder.remove", kind, audience, days)
    yield say("ladder-removed")


async def forget(office: Assistant, say: Say, kind: ItemKind) -> AsyncGenerator[Words]:
    """The usual steps of a kind hold again."""
    async with office.store.sessions() as db, db.begin():
        number = await own_ladder.take_away(db, kind)
        await _note(db, office, "ladder.usual", kind)
    yield say("ladder-usual-again", kind=kind, number=number)


async def _make_own(db: AsyncSession, kind: ItemKind, say: Say) -> None:
    """Write the usual steps down, so that one can be changed without losing the others."""
    if any(step.kind is kind for step in await own_ladder.own_steps(db)):
        return
    steps = ladder.of()[kind]
    await own_ladder.put(
        db,
        [
            OwnStep(
                kind=step.kind,
                audience=step.audience,
                days=step.days,
                repeats=step.repeats,
                reason=reason_of(step, say),
            )
            for step in steps
        ],
    )


async def _note(db: AsyncSession, office: Assistant, act: str, *what: object) -> None:
    detail = " ".join(map(str, what))
    await audit.note(db, OFFICE, act, "", None, office.clock(), detail=detail)


def _refuse(kind: ItemKind, audience: StepAudience, days: int) -> None:
    if kind not in ITEMS:
        raise SettingsError(f"{kind} has no due day: set steps of {', '.join(ITEMS)}.")
    if abs(days) > FURTHEST:
        raise SettingsError(f"--days={days} is too far away: at most {FURTHEST} working days.")
    if audience is not StepAudience.HOLDER and days < 1:
        raise SettingsError(
            f"The {audience} hears of what is late: --days is 1 or more. "
            "Before that and on the day itself the holder is told."
        )


def _line(step: Step, say: Say) -> Words:
    when = "before" if step.days < 0 else "after" if step.days else "today"
    return say(
        "ladder-step",
        audience=step.audience,
        when=when,
        days=abs(step.days),
        repeats=step.repeats,
        reason=reason_of(step, say),
    )

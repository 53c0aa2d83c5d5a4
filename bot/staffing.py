"""What the commands about people do: link an account, end one, somebody leaves, moves or acts."""

from collections.abc import AsyncGenerator, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.assistant import Assistant
from bot.data_requests import BY_COMMAND
from bot.settings import SettingsError
from handlers.account import own
from handlers.account.invite import invitation, which
from handlers.texts import Say, Words
from storage import audit, behalf, links, rehearsals, staff
from storage.links import Linked
from storage.staff import Gone, Member
from storage.viewer import STAFF, Role


async def invite(
    office: Assistant, say: Say, called: str, telegram_name: str
) -> AsyncGenerator[Words]:
    """A one-time code for somebody of the office; those that were not used are void."""
    now, rules = office.clock(), office.settings.link_rules
    async with office.store.sessions() as db, db.begin():
        member = await somebody_called(db, called, "--person")
        code = await links.make_code(db, member.id, seal=office.settings.seal, rules=rules, now=now)
        await audit.note(db, BY_COMMAND, "account.code_made", "person", member.id, now)
    page = office.settings.page_url
    yield invitation(code, member, say, now + rules.code_lasts, page, telegram_name)


async def listed(office: Assistant, say: Say, called: str | None) -> AsyncGenerator[Words]:
    """Where people of the office are linked: all of them, or one."""
    async with office.store.reading() as db:
        person = (await somebody_called(db, called, "--person")).id if called else None
        found = await links.linked(db, person_id=person)
    if not found:
        yield say("accounts-none")
    for one in found:
        yield _line(one, say)


async def unlink(
    office: Assistant, say: Say, *, called: str | None, account_id: int | None
) -> AsyncGenerator[Words]:
    """End one account, or all of somebody's. They hear of it there, and where they stay linked."""
    if (called is None) == (account_id is None):
        raise SettingsError("Say whose accounts to end: --person, or one by its number: --account.")
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        person = (await somebody_called(db, called, "--person")).id if called else None
        ended = await links.linked(db, person_id=person, account_id=account_id)
        await own.end(db, BY_COMMAND, ended, zone=say.zone, now=now)
    if not ended:
        yield say("accounts-none")
    for one in ended:
        yield say("accounts-ended", account=_line(one, say))


async def leave(office: Assistant, say: Say, called: str) -> AsyncGenerator[Words]:
    """Somebody is no longer of the office."""
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        member = await somebody_called(db, called, "--person")
        gone = await staff.leave(db, member.id, now=now)
        await audit.note(db, BY_COMMAND, "person.left", "person", member.id, now)
    yield say("staff-left", who=which(member, say))
    for words in _became(gone, say):
        yield words


async def move(
    office: Assistant,
    say: Say,
    called: str,
    *,
    unit: str,
    role: str | None = None,
    title: str | None = None,
) -> AsyncGenerator[Words]:
    """Somebody works in another unit from now on, and is linked anew."""
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        member = await somebody_called(db, called, "--person")
        unit_id = await staff.unit_called(db, unit)
        if unit_id is None:
            raise SettingsError(f"--unit {unit}: the office has no unit with this code or name.")
        became = _role(role) if role else None
        gone = await staff.move(db, member.id, unit_id, now=now, role=became, title=title)
        await audit.note(db, BY_COMMAND, "person.moved", "person", member.id, now)
        moved = await staff.by_id(db, member.id) or member
    yield say("staff-moved", who=which(moved, say))
    for words in _became(gone, say):
        yield words


async def acting(office: Assistant, say: Say) -> AsyncGenerator[Words]:
    """Who may act for whom."""
    async with office.store.reading() as db:
        found = await behalf.pairs(db)
    if not found:
        yield say("acting-pairs-none")
    for one in found:
        yield say("acting-pair", secretary=one.secretary, leader=one.leader, title=one.title)


async def let_act(
    office: Assistant, say: Say, *, secretary: str, leader: str, may: bool
) -> AsyncGenerator[Words]:
    """A secretary may ask and answer for a leader from now on, or no longer."""
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        who = await somebody_called(db, secretary, "--secretary")
        for_whom = await somebody_called(db, leader, "--leader")
        if may and (for_whom.role is not Role.LEADER or who.id == for_whom.id):
            raise SettingsError(f"--leader {leader}: others act only for a leader of the office.")
        if may:
            await behalf.allow(db, who.id, for_whom.id)
        elif not await behalf.forbid(db, who.id, for_whom.id):
            raise SettingsError(f"{who.name} does not act for {for_whom.name}.")
        act = "acting.allowed" if may else "acting.forbidden"
        await audit.note(db, BY_COMMAND, act, "person", who.id, now)
    yield say("acting-changed", may=may, secretary=who.name, leader=for_whom.name)


async def watching(office: Assistant, say: Say) -> AsyncGenerator[Words]:
    """Who, beside the leaders of the office, may see who will be reminded."""
    async with office.store.reading() as db:
        found = [await staff.by_id(db, one) for one in await rehearsals.watchers(db)]
    members = [one for one in found if one]
    if not members:
        yield say("watchers-none")
    for member in members:
        yield say("watchers-one", who=which(member, say))


async def let_watch(
    office: Assistant, say: Say, called: str, *, may: bool
) -> AsyncGenerator[Words]:
    """Somebody of the office watches over the reminders from now on, or no longer."""
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        member = await somebody_called(db, called, "--person")
        others = [one for one in await rehearsals.watchers(db) if one != member.id]
        await rehearsals.name_watchers(db, [*others, *([member.id] if may else [])], now=now)
        act = "reminders.watcher_named" if may else "reminders.watcher_dismissed"
        await audit.note(db, BY_COMMAND, act, "person", member.id, now)
    yield say("watchers-changed", may=may, who=which(member, say))


async def somebody_called(db: AsyncSession, called: str, option: str) -> Member:
    """Who of the office is meant; SettingsError with those who may be."""
    found = await staff.called(db, BY_COMMAND, called)
    if len(found) == 1:
        return found[0]
    if not found:
        raise SettingsError(f"{option} {called}: the office has nobody called so.")
    raise SettingsError(f"{option} {called}: take a number: {_numbered(found)}.")


def _numbered(found: Sequence[Member]) -> str:
    return "; ".join(f"{one.id} ({one.name}, {one.title}, {one.unit})" for one in found)


def _role(called: str) -> Role:
    known = {role.value: role for role in STAFF}
    if called not in known:
        raise SettingsError(f"There is no role {called}; known are: {', '.join(sorted(known))}.")
    return known[called]


def _line(one: Linked, say: Say) -> Words:
    return say(
        "accounts-line",
        number=one.account_id,
        person=one.person,
        channel=own.channel(one.channel, say),
        since=one.linked_at,
        seen=one.seen_at or one.linked_at,
    )


def _became(gone: Gone, say: Say) -> list[Words]:
    held = [
        say("staff-held", kind=kind, number=number) for kind, number in gone.held.items() if number
    ]
    return [say("staff-accounts-ended", number=gone.accounts), *held]

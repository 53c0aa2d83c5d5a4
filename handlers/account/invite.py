"""`/moi Nguyễn Văn A` · The admin makes a link code for somebody of the office."""

import datetime as dt

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.account.presses import Invite
from handlers.filters import answers
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from storage import audit, link_codes, links, staff
from storage.errors import NotFoundError
from storage.link_rules import LinkRules
from storage.seals import Seal
from storage.staff import Member
from storage.viewer import Role, Viewer

router = Router(name=__name__)


@answers(router.message, Command("moi", "invite"))
async def invite(
    command: CommandObject,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    seal: Seal,
    link_rules: LinkRules,
    page_url: str,
    telegram_name: str,
) -> SendMessage:
    """A code for the one who is meant; else those who may be, each on a button."""
    _ensure_admin(viewer)
    if not command.args:
        return answer(say("account-invite-ask"))
    meant = await staff.called(db, viewer, command.args)
    if len(meant) != 1:
        return answer(
            say("account-invite-which", number=len(meant), words=command.args),
            [[button(which(one, say), Invite(person_id=one.id).pack())] for one in meant],
        )
    code = await links.make_code(
        db, meant[0].id, seal=seal, rules=link_rules, now=now, made_by_id=viewer.person_id
    )
    await audit.note(db, viewer, "account.code_made", "person", meant[0].id, now)
    until = now + link_rules.code_lasts
    return answer(invitation(code, meant[0], say, until, page_url, telegram_name))


@answers(router.callback_query, Invite.filter())
async def invite_this_one(
    callback_data: Invite,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    seal: Seal,
    link_rules: LinkRules,
    page_url: str,
    telegram_name: str,
) -> SendMessage:
    """One of those who were offered."""
    number = CommandObject(args=str(callback_data.person_id))
    return await invite(
        number, viewer, db, say, answer, now, seal, link_rules, page_url, telegram_name
    )


def which(one: Member, say: Say) -> Words:
    """Somebody, told apart from others of the same name."""
    return say(
        "account-member",
        name=one.name,
        title=one.title,
        unit=one.unit,
        in_unit=bool(one.unit) and one.unit not in one.title,
    )


def invitation(
    code: str,
    member: Member,
    say: Say,
    until: dt.datetime,
    page_url: str,
    telegram_name: str = "",
) -> Words:
    """The code, for how long, and where it is used: typed, or by a link."""
    return lines(
        say("account-invited", who=which(member, say), code=link_codes.shown(code)),
        say("account-invited-until", until=until),
        say("account-invited-page", url=f"{page_url}/#ma={link_codes.shown(code)}")
        if page_url
        else None,
        say("account-invited-telegram", url=f"https://t.me/{telegram_name}?start={code}")
        if telegram_name
        else None,
        say("account-invited-typed"),
    )


def _ensure_admin(viewer: Viewer) -> None:
    if viewer.role is not Role.ADMIN or viewer.on_behalf:
        raise NotFoundError("account-invite-not-yours")

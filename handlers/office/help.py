"""“Trợ giúp” · What can be asked, by role, with examples to press, a screen for each topic."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.examples import Example, Examples, Topic, in_rows, shown_to
from handlers.filters import answers, asks
from handlers.keyboards import asking
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question
from storage import office
from storage.viewer import Role, Viewer

router = Router(name=__name__)


@answers(router.message, Command("help", "trogiup"))
@asks(router, Question.HELP)
async def help_(
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    examples: Examples,
    asked: Asked | None = None,
) -> SendMessage:
    """Only what this person can use. Citizens have one screen; how to reach a person is on it."""
    if not viewer.is_staff:
        facts = await office.facts(db)
        human = facts.get("hotline") or facts.get("phone")
        words = lines(
            say("help-citizen"),
            say("greeting-human", hotline=human.value) if human else None,
        )
        return answer(words, examples.of(shown_to(viewer)))
    screens = _screens(viewer)
    at = min(asked.offset if asked else 0, len(screens) - 1)
    topic, shown = screens[at]
    words = lines(
        say("help-title", number=at + 1, total=len(screens), topic=_name(topic, say)),
        say(f"help-{topic}"),
        say("help-admin") if topic is Topic.OTHER and viewer.role is Role.ADMIN else None,
    )
    return answer(words, [*examples.of(shown), *in_rows(_others(screens, at, say))])


Screens = list[tuple[Topic, list[Example]]]


def _screens(viewer: Viewer) -> Screens:
    """A screen for each topic of which there is something to ask."""
    every = shown_to(viewer)
    by_topic = [(topic, [one for one in every if one.topic is topic]) for topic in Topic]
    return [(topic, examples) for topic, examples in by_topic if examples]


def _others(screens: Screens, here: int, say: Say) -> list[InlineKeyboardButton]:
    """The other screens by their names; each comes in place of this one."""
    asked = Asked(question=Question.HELP, confidence=1.0, turns_page=True)
    return [
        asking(say("help-open", topic=_name(topic, say)), replace(asked, offset=at))
        for at, (topic, _) in enumerate(screens)
        if at != here
    ]


def _name(topic: Topic, say: Say) -> Words:
    return say("help-topic-name", topic=topic)

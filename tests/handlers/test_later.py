"""What is understood but cannot be answered yet is said so, with what can be asked today."""

import pytest

from handlers.later import NEAREST
from handlers.understanding import understand
from handlers.understanding.asked import Question
from handlers.understanding.phrases import EXAMPLES, all_phrases
from storage.engine import Store
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.handlers.understanding.office import NOW, STRANGER


@pytest.mark.parametrize(
    ("role", "words", "said", "offered"),
    [
        (
            Role.OFFICER,
            "nhiệm vụ lãnh đạo giao đến đâu rồi",
            "Trợ lý chưa theo dõi được việc lãnh đạo giao.",
            ["Tra một văn bản", "Việc hôm nay"],
        ),
        (
            Role.CITIZEN,
            "how do I send a complaint to the chairman",
            "I take no petitions by message.",
            ["When citizens are received", "Speak with a person"],
        ),
    ],
)
async def test_it_says_so_and_offers_what_is_nearest(
    chat_as: ChatAs, sqlite_store: Store, role: Role, words: str, said: str, offered: list[str]
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        somebody = await make.person(db, role=role)
    chat = await chat_as(somebody)
    reply = await chat.say(words)
    assert reply.startswith(said)
    assert chat.buttons == offered
    assert await chat.press(offered[0]) != reply


@pytest.mark.parametrize("question", NEAREST)
async def test_each_of_them_has_its_own_sentence_in_both_languages(
    chat_as: ChatAs, sqlite_store: Store, question: Question
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        somebody = await make.person(db, role=Role.OFFICER)
    chat = await chat_as(somebody)
    for language in ("vi", "en"):
        words = next(
            phrase.said
            for phrase in all_phrases()
            if phrase.question is question
            and phrase.language == language
            and understand(phrase.said, now=NOW, viewer=STRANGER, lexicon=EXAMPLES).language
            == language
        )
        reply = await chat.say(words)
        assert ("Trợ lý" in reply) == (language == "vi")
        assert chat.buttons

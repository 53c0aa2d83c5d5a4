"""Telegram's limits, in the record of a Telegram whose clock is moved by the test."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    GetMe,
    GetUpdates,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scheduler.outbox import Patience
from tests import moved_clock
from tests.bot.far_telegram import Arrival, FarTelegram, Way, busiest

Request = tuple[float, TelegramMethod[Any]]
PEOPLE, GROUPS = (7, 8, 9), (-100, -200)


def message(chat: int, text: str = "Chào đồng chí") -> SendMessage:
    return SendMessage(chat_id=chat, text=text)


def played(requests: list[Request], way: Callable[[Any], Way]) -> tuple[list[Arrival], int]:
    """Telegram's record of these requests, each made at its second, and how many gave up."""

    async def play() -> tuple[list[Arrival], int]:
        telegram = FarTelegram(way)

        async def ask(after: float, method: TelegramMethod[Any]) -> bool:
            await asyncio.sleep(after)
            try:
                await telegram.bot(method)
            except TelegramRetryAfter:
                return True
            return False

        gave_up = await asyncio.gather(*(ask(*request) for request in requests))
        return telegram.record, sum(gave_up)

    return moved_clock.run(play())


methods = st.one_of(
    st.builds(message, st.sampled_from(PEOPLE + GROUPS)),
    st.builds(message, st.integers(1000, 1200)),
    st.builds(
        EditMessageText, chat_id=st.sampled_from(PEOPLE), message_id=st.just(1), text=st.just("…")
    ),
    st.builds(AnswerCallbackQuery, callback_query_id=st.just("1")),
    st.builds(SendChatAction, chat_id=st.sampled_from(PEOPLE), action=st.just("typing")),
    st.just(GetMe()),
)
schedules = st.lists(st.tuples(st.floats(0, 3), methods), max_size=120)
ways = st.lists(
    st.builds(
        Way,
        there=st.floats(0, 3),
        back=st.floats(0, 3),
        refused_for=st.sampled_from([0] * 12 + [1, 5, 29, 31, 600]),
    ),
    min_size=1,
    max_size=40,
)
AT_ONCE: list[Request] = [(0, message(chat)) for chat in range(1000, 1120)]
A_GROUP: list[Request] = [(0, message(-100)) for _ in range(50)]


@settings(max_examples=60, deadline=None)
@given(schedules, ways)
@example(AT_ONCE, [Way(there=0.9, back=0)] * 30 + [Way(there=0, back=0)] * 30)
@example(AT_ONCE, [Way()] * 20 + [Way(refused_for=2)])
@example(AT_ONCE, [Way(0.5, 0.5)] * 29 + [Way(0.5, 0.5, refused_for=5)])
@example(A_GROUP, [Way(there=3, back=0)] + [Way(there=0, back=0)] * 49)
def test_whatever_is_asked_and_refused_the_limits_hold(
    requests: list[Request], ways: list[Way]
) -> None:
    turns = iter(range(10**6))
    record, gave_up = played(requests, lambda _: ways[next(turns) % len(ways)])
    accepted = [one for one in record if not one.refused_for]
    assert len(accepted) + gave_up == len(requests)
    assert busiest([one.at for one in record], 1) <= 30

    by_chat: dict[int, list[float]] = defaultdict(list)
    for one in accepted:
        if one.chat is not None and not isinstance(one.method, SendChatAction):
            by_chat[one.chat].append(one.at)
    for chat, times in by_chat.items():
        assert busiest(times, 1) <= 1 if chat > 0 else busiest(times, 60) <= 20

    for refused in record:
        over = refused.answered + refused.refused_for - 1e-6
        assert not [one for one in record if refused.answered < one.left < over]


def test_sixty_at_once_go_out_one_after_the_other() -> None:
    record, _ = played(AT_ONCE[:60], lambda _: Way(there=0, back=0))
    left = sorted(one.left for one in record)
    gaps = [after - before for before, after in pairwise(left)]
    assert min(gaps) == pytest.approx(1 / 40, abs=1e-3)


@pytest.mark.parametrize(("way", "in_a_second"), [(0.05, 29), (0.1, 27), (0.2, 25)])
def test_what_the_limits_allow_is_used(way: float, in_a_second: int) -> None:
    """`way`: seconds until the answer, from Viet Nam some 0.1 to 0.2."""
    many: list[Request] = [(0, message(chat)) for chat in range(1000, 1600)]
    record, _ = played(many, lambda _: Way(there=way / 2, back=way / 2))
    assert len(record) / max(one.at for one in record) >= in_a_second - 0.5


def test_a_press_is_answered_and_a_sign_shown_while_the_chat_must_wait() -> None:
    record, _ = played(
        [
            (0, message(7)),
            (0.1, AnswerCallbackQuery(callback_query_id="1")),
            (0.2, SendChatAction(chat_id=7, action="typing")),
            (0.3, message(7, "ngay sau đó")),
        ],
        lambda _: Way(),
    )
    assert [type(one.method) for one in record] == [
        SendMessage,
        AnswerCallbackQuery,
        SendChatAction,
        SendMessage,
    ]
    assert [round(one.left, 1) for one in record] == [0, 0.1, 0.2, 1.1]


def test_nobody_ends_the_pause_of_another() -> None:
    """As python-telegram-bot's limiter does: its pause ends with whatever request ends first."""
    ways = {"chậm": Way(0.5, 0.5), "từ chối": Way(0.05, 0.05, refused_for=4), "sau": Way()}
    asked: list[Request] = [
        (0, message(7, "chậm")),
        (0.1, message(8, "từ chối")),
        (1.5, message(9, "sau")),
    ]
    tries: list[str] = []

    def way(method: Any) -> Way:
        tries.append(method.text)
        return Way() if tries.count(method.text) > 1 else ways[method.text]

    record, _ = played(asked, way)
    assert [getattr(one.method, "text", "") for one in record] == [
        "từ chối",
        "chậm",
        "sau",
        "từ chối",
    ]
    assert min(one.left for one in record[2:]) >= 0.2 + 4


def test_a_long_poll_is_never_held_back() -> None:
    asked: list[Request] = [(0, message(7)), (1, GetUpdates(timeout=30))]
    ways = iter([Way(refused_for=25), Way(), Way()])
    record, _ = played(asked, lambda _: next(ways))
    assert [(type(one.method), round(one.left)) for one in record] == [
        (SendMessage, 0),
        (GetUpdates, 1),
        (SendMessage, 25),
    ]


def test_a_pause_that_is_too_long_to_wait_says_how_long() -> None:
    async def play() -> list[tuple[int, int]]:
        telegram = FarTelegram(lambda _: Way(refused_for=3000))
        waits = []
        for pause in (0, 1000):
            await asyncio.sleep(pause)
            with pytest.raises(TelegramRetryAfter) as refused:
                await telegram.bot(message(7))
            waits.append((refused.value.retry_after, len(telegram.record)))
        return waits

    assert moved_clock.run(play()) == [(3000, 1), (2000, 1)]


def test_a_request_that_is_refused_again_and_again_is_given_back() -> None:
    record, gave_up = played([(0, message(7))], lambda _: Way(refused_for=1))
    assert (len(record), gave_up) == (4, 1)


def test_an_answer_waits_behind_no_more_than_what_the_outbox_is_sending() -> None:
    """A morning's briefs take minutes; the outbox has few of them under way at a time."""

    async def play() -> float:
        telegram = FarTelegram(lambda _: Way())
        chats = iter(range(1000, 3000))

        async def outbox() -> None:
            for chat in chats:
                await telegram.bot(message(chat))

        async with asyncio.TaskGroup() as group:
            for _ in range(Patience().at_once):
                group.create_task(outbox())
            await asyncio.sleep(30.2)
            asked = asyncio.get_running_loop().time()
            await telegram.bot(message(7))
            waited = asyncio.get_running_loop().time() - asked
        assert busiest([one.at for one in telegram.record], 1) >= 27
        return waited

    assert moved_clock.run(play()) < 0.4


def test_a_chat_is_forgotten_when_its_time_is_over() -> None:
    async def play() -> list[int]:
        telegram = FarTelegram(lambda _: Way())
        await telegram.bot(message(7))
        known = []
        for seconds in (0.9, 0.2):
            await asyncio.sleep(seconds)
            known.append(len(telegram.limit._chats))
        return known

    assert moved_clock.run(play()) == [1, 0]

"""Whatever is brought in Zalo's name, it is an update or it is nothing, and breaks nothing."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.inbound import storable
from bot.channels.zalo.bot_updates import brought
from bot.channels.zalo.http import Http
from bot.channels.zalo.updates import tap, update_of
from tests.bot.fake_zalo_bot import LAN, message_of
from tests.bot.fake_zalo_oa import event
from tests.bot.on_zalo import USER

BOT = Bot("104:zalo_oa")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
OA_EVENTS = (
    "user_send_text",
    "user_send_image",
    "user_send_file",
    "user_send_sticker",
    "user_send_location",
    "follow",
    "unfollow",
    "user_submit_info",
    "oa_send_text",
    "user_seen_message",
)


def readable(update: dict[str, Any]) -> Update:
    """As it is read now, and again from the store after a restart."""
    kept = storable(update)
    if kept is not None:
        Update.model_validate(kept, context={"bot": BOT})
    return Update.model_validate(update, context={"bot": BOT})


@given(
    st.sampled_from(OA_EVENTS),
    st.fixed_dictionaries(
        {},
        optional={
            "message": JSON
            | st.fixed_dictionaries(
                {}, optional={"msg_id": JSON, "text": JSON, "attachments": JSON}
            ),
            "sender": JSON | st.fixed_dictionaries({"id": st.just(str(USER)) | JSON}),
            "follower": JSON,
            "info": JSON,
            "timestamp": JSON,
        },
    ),
)
def test_an_event_of_an_account_is_an_update_or_nothing(name: str, parts: dict[str, Any]) -> None:
    update = update_of({"event_name": name, "sender": {"id": str(USER)}, **parts}, BOT.id)
    if update is not None:
        assert 0 <= readable(update).update_id < 2**63


@given(
    st.sampled_from(("text", "image", "sticker", "voice", "unsupported")),
    st.dictionaries(
        st.sampled_from(("text", "photo", "photo_url", "caption", "from", "chat", "date")), JSON
    ),
)
def test_an_event_of_a_bot_is_an_update_or_nothing(kind: str, parts: dict[str, Any]) -> None:
    said = message_of(LAN, kind)
    said["message"] |= parts
    read = brought(said)
    if read is not None:
        assert 0 <= readable(read.update).update_id < 2**63


def test_a_tap_is_a_press_and_comes_as_often_as_it_is_brought_with_one_number() -> None:
    said = event("user_send_text", USER, at=1_795_000_000_000, text=tap(17, "q:help"))
    once, again = update_of(said, 104), update_of(dict(said), 104)
    assert once == again
    assert once
    press = readable(once).callback_query
    assert press
    assert press.message
    assert (press.message.message_id, press.data) == (17, "q:help")


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://f21-zpc.zdn.vn/jpg/1.jpg", True),
        ("https://zdn.vn/1.jpg", True),
        ("https://zdn.vn:443/1.jpg", True),
        ("https://zdn.vn:8443/1.jpg", False),
        ("https://evilzdn.vn/1.jpg", False),
        ("https://zdn.vn.evil.com/1.jpg", False),
        ("https://zdn.vn@evil.com/1.jpg", False),
        ("http://f21-zpc.zdn.vn/1.jpg", False),
        ("http://127.0.0.1/1.jpg", False),
        ("https://169.254.169.254/", False),
        ("https://[zdn.vn/", False),
        ("https://zdn.vn:port/", False),
        ("", False),
    ],
)
def test_only_zalos_own_hosts_are_looked_at(address: str, may: bool) -> None:
    assert Http("https://openapi.zalo.me").may_fetch(address) is may

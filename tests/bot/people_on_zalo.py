"""One person at the Official Account, and one at the bot: options are read as they are typed."""

from typing import Any

from bot.channels.zalo import updates
from bot.channels.zalo.bot_updates import brought, chat_of
from storage.engine import Store
from tests.bot.fake_zalo_bot import LAN, FakeZaloBot, message_of
from tests.bot.fake_zalo_oa import FakeOa, buttons_of, event
from tests.bot.on_zalo import PAGE, USER, bot_channel, oa_channel
from tests.bot.sitting import Seen, Sitting
from tests.hands import Hands


class AtOa(Sitting):
    """By the Official Account."""

    def __init__(self, store: Store, hands: Hands, fake: FakeOa) -> None:
        form = {"contact_image": "https://vidu.gov.vn/so.png"}
        super().__init__(store, hands, oa_channel(store, hands, fake, **form), USER)
        self.fake = fake
        self._read = len(self.shown())

    async def say(self, words: str) -> list[Seen]:
        return await self._brings("user_send_text", text=words)

    async def choose(self, label: str) -> list[Seen]:
        found = (one for body in self.fake.said[::-1] for one in buttons_of(body))
        tap = next((one["payload"] for one in found if one["title"] == label), None)
        return await self.say(tap or typed_for(label, self.shown()[-1].text))

    async def send_picture(self, content: bytes) -> list[Seen]:
        self.fake.files["a.png"] = content
        link = {"type": "image", "payload": {"url": f"{self.fake.url}/sent/a.png"}}
        return await self._brings("user_send_image", attachments=[link])

    async def send_file(self, name: str, content: bytes) -> list[Seen]:
        self.fake.files[name] = content
        facts = {"url": f"{self.fake.url}/sent/{name}", "name": name, "size": str(len(content))}
        return await self._brings(
            "user_send_file", attachments=[{"type": "file", "payload": facts}]
        )

    async def give_number(self, phone: str) -> list[Seen]:
        """By Zalo's form, which stays in the conversation."""
        assert any(form_in(body) for body in self.fake.said)
        return await self._brings("user_submit_info", info={"name": "?", "phone": phone})

    def shown(self) -> list[Seen]:
        seen: list[Seen] = []
        for body in self.fake.said:
            if form := form_in(body):
                seen.append(Seen(form["subtitle"], (form["title"],)))
                continue
            payload = body["message"].get("attachment", {}).get("payload", {})
            text = body["message"].get("text", "")
            if "token" in payload:
                name = self.fake.uploads[-1][1]
                seen[-1] = Seen(seen[-1].text, seen[-1].choices, file=name)
                continue
            choices = tuple(one["title"] for one in payload.get("buttons", []))
            seen.append(
                Seen(
                    without_options(text),
                    (*typed_in(text), *choices),
                    payload.get("template_type") == "media",
                    file_in(text),
                )
            )
        return seen

    async def _brings(self, name: str, **content: Any) -> list[Seen]:
        at = int(self.hands.now.timestamp() * 1000)
        said = event(name, USER, at=at, **content)
        return await self.take(updates.update_of(said, self.channel.bot.id))


class AtBot(Sitting):
    """By the Zalo Bot."""

    def __init__(self, store: Store, hands: Hands, fake: FakeZaloBot) -> None:
        super().__init__(store, hands, bot_channel(store, hands, fake), chat_of(LAN))
        self.external_id = LAN
        self.fake = fake
        self._read = len(self.shown())

    async def say(self, words: str) -> list[Seen]:
        return await self._brings(message_of(LAN, text=words))

    async def choose(self, label: str) -> list[Seen]:
        return await self.say(typed_for(label, self.fake.texts[-1]))

    async def send_picture(self, content: bytes) -> list[Seen]:
        self.fake.files["a.png"] = content
        return await self._brings(message_of(LAN, "image", photo=f"{self.fake.url}/sent/a.png"))

    async def send_file(self, name: str, content: bytes) -> list[Seen]:
        """The platform tells that something came, and nothing of it."""
        return await self._brings(message_of(LAN, "unsupported"))

    def shown(self) -> list[Seen]:
        return [
            Seen(
                without_options(text),
                typed_in(text),
                one["method"] == "sendPhoto",
                file_in(text),
            )
            for one, text in zip(self.fake.sent, self.fake.texts, strict=True)
        ]

    async def _brings(self, event: dict[str, Any]) -> list[Seen]:
        came = brought(event)
        assert came
        return await self.take(came.update)


def form_in(body: dict[str, Any]) -> dict[str, str]:
    """Zalo's form that asks for a telephone number, where the message is one."""
    payload = body["message"].get("attachment", {}).get("payload", {})
    is_form = payload.get("template_type") == "request_user_info"
    return dict(payload["elements"][0]) if is_form else {}


HINTS = ("Mời trả lời bằng số đứng trước.", "Please reply with the number in front.")
IN_WORDS = ("Mời trả lời bằng chữ: ", "Please reply in words: ")


def options_of(text: str) -> tuple[str, list[str]]:
    """The words above the options, and the lines of the options."""
    above, _, below = text.rpartition("\n\n")
    lines = below.splitlines()
    if lines and (lines[-1] in HINTS or lines[0].startswith(IN_WORDS)):
        return above, lines
    return text, []


def without_options(text: str) -> str:
    lines = options_of(text)[0].splitlines()
    link = next((n for n, line in enumerate(lines) if f"{PAGE}/tep/" in line), len(lines))
    return "\n".join(lines[:link])


def typed_in(text: str) -> tuple[str, ...]:
    """What can be chosen by typing: “7. Xem thêm”, or the words themselves."""
    _, lines = options_of(text)
    if lines and lines[0].startswith(IN_WORDS):
        return tuple(part.strip("“”") for part in lines[0].partition(": ")[2].split(" · "))
    return tuple(line.partition(". ")[2] for line in lines if line not in HINTS)


def typed_for(label: str, text: str) -> str:
    """What somebody types to choose it: its number, or where it has none its own words."""
    _, lines = options_of(text)
    return next(
        (n for n, _, said in (one.partition(". ") for one in lines) if said == label), label
    )


def file_in(text: str) -> str:
    """The name before a link to a file."""
    found = [line for line in text.splitlines() if f"{PAGE}/tep/" in line]
    return found[0].removeprefix("Tệp ").partition(":")[0] if found else ""

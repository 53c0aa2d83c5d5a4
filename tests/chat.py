"""A person in a conversation with the assistant, as tests see one."""

from collections.abc import Awaitable, Callable

from bot.channels import Channel
from bot.channels.console import Conversation, Heard
from bot.pipeline import Pipeline


class Chat:
    """`assert await chat.say("lịch họp hôm nay") == "…"`: the whole reply, as it is read."""

    def __init__(self, channel: Channel, chat_id: int, pipeline: Pipeline) -> None:
        self.conversation = Conversation(channel, chat_id, pipeline.receive)
        self.typed: list[str] = []

    async def say(self, words: str) -> str:
        self.typed.append(words)
        return told(await self.conversation.say(words))

    async def press(self, label: str) -> str:
        return told(await self.conversation.press(label))

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons that came with the last reply, in reading order."""
        return [
            label for heard in self.conversation.last for row in heard.buttons for label, _ in row
        ]

    @property
    def pushed(self) -> str:
        """What came unasked since the last word."""
        self.conversation.last = self.conversation.session.take(self.conversation.chat_id)
        return told(self.conversation.last)


ChatAs = Callable[..., Awaitable[Chat]]
"""`chat = await chat_as(person)`, from the fixture of that name."""


def told(heard: list[Heard]) -> str:
    """Several messages as one text, a rule between them."""
    return "\n---\n".join(message.text for message in heard)

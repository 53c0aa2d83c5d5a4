"""What the words or the press ask: the steps between who speaks and the handler that answers."""

from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, TelegramObject, Update

from bot import context
from bot.context import Context
from bot.middleware import Data, Next, Turn, methods_of, words_of
from handlers import held_words, keyboards, presses
from handlers.examples import Examples
from handlers.replies import Answer
from handlers.safety.recognising import is_near_danger
from handlers.states import FORM
from handlers.texts import Words, paragraphs, speak
from handlers.understanding.asked import Asked, Question
from handlers.understanding.bare import Bare
from handlers.understanding.intents import understand
from handlers.understanding.language import language_of
from handlers.understanding.normalise import fold
from handlers.understanding.ordinals import nth
from storage import conversations, shown
from storage.conversations import Offer
from storage.errors import StaleError
from storage.models import ItemKind
from storage.viewer import Viewer

LONGEST_LABEL = 40  # characters
# What they say where nothing waits for them.
_ALONE = {
    Bare.YES: Question.THANKS_BYE,
    Bare.NO: Question.THANKS_BYE,
    Bare.BACK: Question.HELP,
    Bare.MISTAKEN: Question.NOT_MEANT,
}
SURE = 0.7  # confidence from which words are a question of their own


class Understanding(BaseMiddleware):
    """What the words ask, and the language to answer in: theirs, or without words the habit's."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        viewer: Viewer = data["viewer"]
        turn: Turn = data["turn"]
        words = words_of(event)
        data["words"] = "" if turn.in_group else words
        recalled = data["context"] = context.recalled(
            now=data["now"], zone=data["zone"], habit=viewer.language
        )
        data["before"] = recalled.before
        said = "/start" if words.startswith("/start ") else words  # a link that is not ours
        asked = data["asked"] = turn.asked = (
            understand(
                said,
                now=data["now"],
                viewer=viewer,
                lexicon=data["office"].lexicon,
                context=recalled.before,
                habit=viewer.language,
            )
            if words and not data["turned"]
            else None
        )
        if asked and asked.slots.digits:
            turn.keeps = asked.slots.digits.masked(words)
        spoken = asked.language if asked else language_of(words, viewer.language)
        fresh_since = data["office"].fresh_since(data["now"].date())
        data["say"] = speak(spoken, data["zone"]).since(fresh_since)
        turn.language = spoken
        data["examples"] = Examples(
            viewer=viewer, say=data["say"], now=data["now"], lexicon=data["office"].lexicon
        )
        reply = await handler(event, data)
        if turn.asked and not turn.in_group and _may_be_kept(turn.asked, words):
            answer: Answer = data["answer"]
            await context.keep_in_mind(turn.asked, answer.lacking, data["state"], now=data["now"])
            if answer.numbered and viewer.account_id:
                await shown.keep(
                    data["db"],
                    viewer.account_id,
                    answer.numbered,
                    pushed=False,
                    now=data["now"],
                    goes_on=turn.asked.offset > 0,
                )
        return reply


def _is_sure(asked: Asked) -> bool:
    return asked.confidence >= SURE and asked.question is not Question.OUT_OF_SCOPE


def _alone(words: str, asked: Asked, data: Data) -> Asked:
    """What the words ask by themselves, where `asked` is sure only by what was said before."""
    if data["before"] is None:
        return asked
    lexicon, habit = data["office"].lexicon, asked.language
    return understand(words, now=data["now"], viewer=data["viewer"], lexicon=lexicon, habit=habit)


def _may_be_kept(asked: Asked, words: str) -> bool:
    """Words that are near a danger are held only where it is sure what they ask."""
    return asked.confidence >= SURE or not is_near_danger(words)


class Several(BaseMiddleware):
    """“Lịch tuần này với văn bản quá hạn”: each is answered by itself, in order, in one reply."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        asked: Asked | None = data["asked"]
        in_a_form = data["raw_state"] == FORM  # there the words are one answer
        if asked is None or not asked.also or in_a_form:
            return await handler(event, data)
        replies: list[TelegramMethod[Any]] = []
        for one in (replace(asked, also=()), *asked.also):
            data["asked"] = data["turn"].asked = one
            replies += methods_of(await handler(event, data))
        return in_one(replies)


def _is_a_bare_choice(asked: Asked | None) -> bool:
    """“Zalo OA”: without a wish it asks where one is reminded, unless it was just offered."""
    return bool(asked and asked.question is Question.ACCOUNT_CHANNEL and not asked.slots.topic)


class Typed(BaseMiddleware):
    """“2”, “cái thứ 2”, “xem thêm”, “ừ”: what stands on a button of our last answer, typed,
    presses it; “thôi” leaves what was asked for, “quay lại” asks again what was asked before.

    Only where the words alone do not ask a question. A digit never counts for what was said
    unasked: which list it belongs to would be a guess.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        asked: Asked | None = data["asked"]
        message = event.message if isinstance(event, Update) else None
        if message is None:
            return await handler(event, data)
        if asked and asked.bare:
            return await self._bare(asked, message, handler, event, data)
        words = words_of(event)
        if len(words) <= LONGEST_LABEL:
            which = nth(words)
            unsure = asked and not (_is_sure(asked) and _is_sure(_alone(words, asked, data)))
            turns = (fold(data["say"](text)) for text in ("more", "back"))
            unsure = unsure or fold(words) in turns or _is_a_bare_choice(asked)
            # After a card “1” might be a document's number; what was offered by it comes first.
            digit = words.isdecimal() and data["raw_state"] is None
            if which or unsure or digit:
                label = str(which) if which else fold(words)
                press = await self._labelled(label, message, data)
                if press is None and asked and asked.slots.numbers and (which or unsure):
                    await self._numbered(asked, data)
                event = press or event
        return await handler(event, data)

    async def _labelled(self, label: str, message: Message, data: Data) -> Update | None:
        # A whole label can only mean the newest message, also one that was said unasked.
        offer = await self._offer(data, unasked=not label.isdigit())
        meant = offer and [
            button
            for row in offer.buttons
            for button in row
            if "data" in button and label in (fold(button["text"]), button.get("number"))
        ]
        return _pressing(meant[0]["data"], offer, message, data) if offer and meant else None

    async def _numbered(self, asked: Asked, data: Data) -> None:
        """A bare number after a push changes nothing: it shows what that line is, to be pressed."""
        listed = await shown.of_today(data["db"], data["viewer"], now=data["now"])
        kind, item_id = listed.get(asked.slots.numbers[0], ("", 0))
        if kind == ItemKind.DOCUMENT:
            slots = replace(asked.slots, item_id=item_id)
            meant = replace(asked, question=Question.DOCUMENT_STATUS, confidence=1.0, slots=slots)
            data["asked"] = data["turn"].asked = meant

    async def _bare(
        self, asked: Asked, message: Message, handler: Next, event: TelegramObject, data: Data
    ) -> Any:
        """What waits is confirmed or left; where nothing waits, the words are only polite."""
        kept: Context = data["context"]
        offer = await self._offer(data)
        confirms = presses.confirming(offer.buttons) if offer else None
        waits = confirms or (kept.before and kept.before.lacks)
        if data["raw_state"] is not None:  # in a form, or between two people
            return await handler(event, data)
        assert asked.bare  # noqa: S101 - that is why we are here
        if asked.bare is Bare.YES and offer and confirms:
            return await handler(_pressing(confirms, offer, message, data), data)
        if kept.earlier and _goes_back(asked.bare, kept):
            data["asked"] = data["turn"].asked = replace(kept.earlier, language=asked.language)
        elif asked.bare is not Bare.YES and waits:
            data["asked"] = data["turn"].asked = None
            await context.forget(data["state"])
            return data["answer"].anywhere(data["say"]("left-alone"))
        else:
            data["asked"] = data["turn"].asked = replace(asked, question=_ALONE[asked.bare])
        return await handler(event, data)

    async def _offer(self, data: Data, *, unasked: bool = False) -> Offer | None:
        turn: Turn = data["turn"]
        return await conversations.newest_offer(
            data["db"], turn.channel, turn.chat_id, unasked=unasked
        )


class Offered(BaseMiddleware):
    """A press counts only if that button was offered in that chat; then it asks what it carries."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        press = event.callback_query if isinstance(event, Update) else None
        if press is None:
            return await handler(event, data)
        turn: Turn = data["turn"]
        message_id = press.message.message_id if press.message else 0
        offer = await conversations.offered(data["db"], turn.channel, turn.chat_id, message_id)
        buttons = [b["data"] for row in offer.buttons for b in row if "data" in b] if offer else []
        if not press.data or press.data not in buttons:
            if offer and offer.edited:
                return None  # pressed twice: the first press has changed what the message shows
            raise StaleError("button-not-offered")
        asked = keyboards.unpack(press.data, data["zone"], data["say"].language)
        held = await data["state"].get_data()
        words = data["words"] = held_words.held_for(press.data, held, data["now"])
        if asked and words:
            asked = _as_typed(asked, words, data)
        data["asked"] = turn.asked = asked
        turn.pressed = (press.data or "").partition(":")[0]
        turns_page = asked is not None and asked.turns_page
        if not data.get("typed") and (turns_page or presses.about_one_item(buttons)):
            data["answer"] = replace(data["answer"], pressed=message_id, turns_page=turns_page)
        return await handler(event, data)


def in_one(replies: list[TelegramMethod[Any]]) -> tuple[TelegramMethod[Any], ...]:
    """The answers in one message, where no two buttons of it would say the same."""
    first, *others = replies
    together: list[TelegramMethod[Any]] = [first]
    for reply in others:
        last = together[-1]
        if (
            isinstance(last, SendMessage)
            and isinstance(reply, SendMessage)
            and not _labels(last) & _labels(reply)
        ):
            rows = [*_rows(last), *_rows(reply)]
            together[-1] = last.model_copy(
                update={
                    "text": paragraphs(Words(last.text), Words(reply.text)),
                    "reply_markup": InlineKeyboardMarkup(inline_keyboard=rows) if rows else None,
                }
            )
        else:
            together.append(reply)
    return tuple(together)


def _rows(method: SendMessage) -> list[list[Any]]:
    keyboard = method.reply_markup
    return keyboard.inline_keyboard if isinstance(keyboard, InlineKeyboardMarkup) else []


def _labels(method: SendMessage) -> set[str]:
    return {button.text for row in _rows(method) for button in row}


def _goes_back(bare: Bare | None, kept: Context) -> bool:
    """“Nhầm rồi” goes back where what was just answered was another try of the same question."""
    if bare is Bare.MISTAKEN:
        same = kept.before and kept.earlier and kept.before.question is kept.earlier.question
        return bool(same) and not (kept.before and kept.before.lacks)
    return bare is Bare.BACK


def _pressing(button: str, offer: Offer, message: Message, data: Data) -> Update:
    """The words as a press of this button."""
    assert message.from_user  # noqa: S101 - somebody typed it
    data["typed"] = True
    press = CallbackQuery(
        id=str(message.message_id),
        from_user=message.from_user,
        chat_instance=str(data["turn"].chat_id),
        message=Message(message_id=offer.message_id, date=message.date, chat=message.chat),
        data=button,
    )
    return Update(update_id=message.message_id, callback_query=press)


def _as_typed(asked: Asked, words: str, data: Data) -> Asked:
    """The question that was chosen, with what no button has room for: all that the words say."""
    said = understand(
        words, now=data["now"], viewer=data["viewer"], lexicon=data["office"].lexicon
    ).slots
    slots = replace(asked.slots, topic=said.topic, numbers=said.numbers, people=said.people)
    return replace(asked, slots=slots)

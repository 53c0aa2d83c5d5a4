"""What the buttons carry that do something: change a record, tell of it again, open a form."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from storage.models import ItemKind

ITEM_KINDS = frozenset(ItemKind)


class Done(CallbackData, prefix="done"):
    """“Đã xong”, as the item was when the button was made: `done:document:12:3`."""

    kind: ItemKind
    item_id: int
    due_version: int


class Snooze(CallbackData, prefix="snooze"):
    """“Nhắc lại sau”: `snooze:document:12`."""

    kind: ItemKind
    item_id: int


class Until(StrEnum):
    """When to be told again."""

    ONE_HOUR = "1h"
    AFTERNOON = "pm"
    TOMORROW = "am"


class SnoozeUntil(CallbackData, prefix="until"):
    """One of the times that “Nhắc lại sau” offers: `until:document:12:pm`."""

    kind: ItemKind
    item_id: int
    until: Until


class AnotherTime(CallbackData, prefix="another"):
    """“Giờ khác”, beside those times: `another:document:12`."""

    kind: ItemKind
    item_id: int


class TakeTalk(CallbackData, prefix="take"):
    """“Nhận trao đổi”, “Trả lời”: `take:12`."""

    number: int


class EndTalk(CallbackData, prefix="end"):
    """“Kết thúc trao đổi”: `end:12`."""

    number: int


class SendWords(CallbackData, prefix="send"):
    """The officer's words go to the citizen: `send:12`."""

    number: int


class AskInstead(CallbackData, prefix="askinstead"):
    """The officer's words were a question to the assistant: `askinstead:12`."""

    number: int


class Forget(CallbackData, prefix="forget"):
    """“Xóa dữ liệu của tôi”, once more and for good: `forget`."""


class GiveDigits(CallbackData, prefix="digits"):
    """“Xem chi tiết (chủ hồ sơ)” of one dossier: `digits:H37.12-261116-0001`."""

    code: str


class Follow(CallbackData, prefix="follow"):
    """“Theo dõi” one dossier: `follow:H37.12-261116-0001`."""

    code: str


class Unfollow(CallbackData, prefix="unfollow"):
    """“Bỏ theo dõi” one dossier: `unfollow:H37.12-261116-0001`."""

    code: str


class IssueApology(CallbackData, prefix="apology"):
    """“Ghi số văn bản và ngày hẹn mới”, for the due time that was drafted for: `apology:12:1`."""

    dossier_id: int
    due_version: int


class ShowApology(CallbackData, prefix="draft"):
    """“Xem dự thảo” of one dossier, for the due time that was drafted for: `draft:12:1`."""

    dossier_id: int
    due_version: int


class MoreApologies(CallbackData, prefix="drafts"):
    """“Xem thêm” under the list that this message of the outbox brought: `drafts:31:5`."""

    message_id: int
    offset: int


class ShowTimeline(CallbackData, prefix="timeline"):
    """“Xem dòng thời gian” of one dossier: `timeline:H37.12-261116-0001`."""

    code: str


class Teach(CallbackData, prefix="teach"):
    """“Gửi câu này để trợ lý học”; the sentence is in the conversation's memory: `teach:1763…`."""

    until: int  # when it is over, in milliseconds: so the sentence is known, with nothing of it


class Acknowledge(CallbackData, prefix="ack"):
    """“Đã nhận”: `ack:document:12`."""

    kind: ItemKind
    item_id: int


class AskExtension(CallbackData, prefix="extend"):
    """“Xin gia hạn”: `extend:document:12`."""

    kind: ItemKind
    item_id: int


class HandBack(CallbackData, prefix="handback"):
    """“Chuyển lại”: `handback:document:12`."""

    kind: ItemKind
    item_id: int


class ToHead(CallbackData, prefix="tohead"):
    """“Trưởng phòng”, where a form asks to whom a document goes back."""


class Decide(CallbackData, prefix="decide"):
    """“Đồng ý”, “Không đồng ý” about a wish for more time: `decide:7:1`."""

    extension_id: int
    granted: bool


class Undo(CallbackData, prefix="undo"):
    """“Hoàn tác” what was done by this change and with it: `undo:31`."""

    change_id: int


class UndoDossier(CallbackData, prefix="undodossier"):
    """“Hoàn tác” what was done to dossiers by this change and with it: `undodossier:31`."""

    change_id: int


class AnswerLeave(CallbackData, prefix="standin"):
    """“Nhận thay”, “Không nhận”: `standin:12:1`."""

    number: int
    accepts: bool


class EndLeave(CallbackData, prefix="endleave"):
    """“Hủy nghỉ”: `endleave:12`."""

    number: int


class TakeSheet(CallbackData, prefix="import"):
    """“Nhập” the sheet that was looked at: `import:Zk3…`."""

    number: str


class LeaveSheet(CallbackData, prefix="noimport"):
    """“Thôi”: the sheet is forgotten."""

    number: str


class LeaveForm(CallbackData, prefix="leave"):
    """“Thôi”: whatever was asked for is not wanted any more."""


class AnswerForm(CallbackData, prefix="answer"):
    """An answer to what a form asked at that moment: `answer:1763…:yes`.

    The moment, in milliseconds, tells the question: a button of an earlier one answers nothing.
    """

    at: int
    value: str


CONFIRMING = ("forget", "endothers", "leaveaccount", "import")  # “chắc chắn chưa ạ?”
SURELY = "y"  # on a button that asks a question: it was read so, is that right?


def confirming(rows: Iterable[Iterable[Mapping[str, str]]]) -> str | None:
    """What the one button carries that a plain “yes” presses; None where there is not exactly one.

    `rows` are buttons as the store keeps them.
    """
    carried = [button.get("data", "") for row in rows for button in row]
    sure = [
        data for data in carried if data.split(":")[0] in CONFIRMING or SURELY in data.split("|")
    ]
    return sure[0] if len(sure) == 1 else None


def about_one_item(buttons: Iterable[str]) -> bool:
    """All these buttons of a message act on one item: the message is about nothing else."""
    items = {_item_of(data) for data in buttons}
    return len(items) == 1 and None not in items


def _item_of(data: str) -> tuple[str, ...] | None:
    _, *about = data.split(":")
    return tuple(about[:2]) if about and about[0] in ITEM_KINDS else None

"""A picture or a file from văn thư: no machine knows a stamp on a scan, so its sender is asked.

Nothing of a file is kept or read. What its line says is typed, once they say that it bears no
degree of secrecy.
"""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from aiogram.types import Message, TelegramObject

from handlers.filters import answers
from handlers.keyboards import asking
from handlers.pictures import Picture
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from storage.registering import is_registrar
from storage.viewer import Viewer

router = Router(name=__name__)
OTHERS = (Picture.IDENTITY_CARD, Picture.SEVERAL_CODES)
SCANS = ("application/pdf", "image/")  # other files may be sheets: `handlers/imports/`


class Scanned(Filter):
    """Văn thư sent a file without a word, and it was neither a receipt nor an identity card."""

    async def __call__(
        self,
        event: TelegramObject,
        viewer: Viewer,
        picture: Picture | None = None,
        words: str = "",
    ) -> bool:
        if words or not is_registrar(viewer) or picture in OTHERS:
            return False
        file = event.document if isinstance(event, Message) else None
        mime = (file.mime_type or "") if file else ""
        return picture is not None or mime.startswith(SCANS)


@answers(router.message, Scanned())
async def document_scanned(say: Say, answer: Answer) -> SendMessage:
    """Say that nothing of it was kept; a button confirms that it bears no stamp."""
    begin = Asked(question=Question.DOCUMENT_REGISTER, confidence=1.0)
    return answer.anywhere(say("document-scan"), [[asking(say("document-scan-no-stamp"), begin)]])

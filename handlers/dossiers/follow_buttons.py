"""The buttons that begin and end following a dossier, and the one that shows it."""

from aiogram.types import InlineKeyboardButton

from handlers.keyboards import asking, button
from handlers.presses import Follow, Unfollow
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from storage.dossiers import AWAITED, DossierPublic
from storage.viewer import Viewer

Row = list[InlineKeyboardButton]


def beside(dossier: DossierPublic, viewer: Viewer, say: Say) -> list[Row]:
    """Beside a card: “Theo dõi” while something is awaited, or its end for who follows already.

    Neither for people of the office, who follow nothing.
    """
    if viewer.is_staff:
        return []
    if dossier.followed:
        return [[to_stop(dossier.code, say)]]
    if dossier.state not in AWAITED:
        return []
    return [[button(say("dossier-follow-start"), Follow(code=dossier.code).pack())]]


def to_follow_one(code: str, say: Say) -> InlineKeyboardButton:
    """“Theo dõi H37…”, among others."""
    return button(say("dossier-follow-start-one", code=code), Follow(code=code).pack())


def to_stop(code: str, say: Say) -> InlineKeyboardButton:
    """“Bỏ theo dõi” the one dossier that a message is about."""
    return button(say("dossier-follow-stop"), Unfollow(code=code).pack())


def to_stop_one(code: str, say: Say) -> InlineKeyboardButton:
    """“Bỏ theo dõi H37…”, among others."""
    return button(say("dossier-follow-stop-one", code=code), Unfollow(code=code).pack())


def to_see(code: str, say: Say) -> InlineKeyboardButton:
    """“Xem hồ sơ”."""
    asked = Asked(question=Question.DOSSIER_STATUS, confidence=1.0, slots=Slots(dossier_code=code))
    return asking(say("dossier-follow-see"), asked)

"""What only a dossier's owner may see, where a messenger keeps what is said: on our own page."""

from dataclasses import fields
from urllib.parse import quote, urlsplit

from aiogram.types import InlineKeyboardButton

from handlers.keyboards import link
from handlers.texts import Say
from storage.dossiers import DossierOwn, DossierPublic


def reached(page_url: str) -> str:
    """The page's address, if people can reach it there; else empty: nobody is sent nowhere."""
    return page_url if "." in (urlsplit(page_url).hostname or "") else ""


def public_part(found: DossierPublic) -> DossierPublic:
    """As much of it as the code alone opens."""
    if not isinstance(found, DossierOwn):
        return found
    return DossierPublic(**{one.name: getattr(found, one.name) for one in fields(DossierPublic)})


def way(question: str, page_url: str, say: Say) -> list[list[InlineKeyboardButton]]:
    """A link to our page with a code or a question filled in; what follows # reaches no server."""
    address = f"{page_url.rstrip('/')}/#hoi={quote(question)}"
    return [[link(say("dossier-owner-page-button"), address)]]

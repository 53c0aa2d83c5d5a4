"""What only a dossier's owner may see, where a messenger keeps what is said: on our own page."""

from dataclasses import fields, replace
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from aiogram.types import InlineKeyboardButton

from handlers.dossiers.rules import DossierRules
from handlers.keyboards import link
from handlers.texts import Say
from storage.dossiers import DossierOwn, DossierPublic
from storage.follow_news import News


def reached(page_url: str) -> str:
    """The page's address, if it may be reached from a phone; else empty: nobody is sent nowhere."""
    host = urlsplit(page_url).hostname or ""
    try:
        is_nowhere = ip_address(host).is_loopback
    except ValueError:
        is_nowhere = "." not in host
    return "" if is_nowhere else page_url


def of_channel(rules: DossierRules, page_url: str, *, leaves_the_office: bool) -> str:
    """Where an owner on this channel reads what is theirs; empty: there."""
    return reached(page_url) if rules.owner_on_our_page and leaves_the_office else ""


def public_part(found: DossierPublic) -> DossierPublic:
    """As much of it as the code alone opens."""
    if not isinstance(found, DossierOwn):
        return found
    return DossierPublic(**{one.name: getattr(found, one.name) for one in fields(DossierPublic)})


def public_news(news: News) -> News:
    """As much of it as a follower hears who has the code alone."""
    steps = tuple(replace(step, unit=None, person=None) for step in news.steps)
    return News(dossier=public_part(news.dossier), steps=steps)


def way(question: str, page_url: str, say: Say) -> list[list[InlineKeyboardButton]]:
    """A link to our page with a code or a question filled in; what follows # reaches no server."""
    address = f"{page_url.rstrip('/')}/#hoi={quote(question)}"
    return [[link(say("dossier-owner-page-button"), address)]]

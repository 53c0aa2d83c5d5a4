"""One visitor in one chat: whom the store knows them as, and how what they do is answered."""

from aiogram.types import Update

from bot.web import frames, sessions, visitors
from bot.web.site import Site
from storage import accounts, messages


class Visit:
    """What a page and a file it sends have in common: the chat they belong to.

    `persona` is the part a visitor of a demonstration plays; elsewhere there is none.
    """

    def __init__(self, site: Site, token: str, persona: str | None) -> None:
        self.site = site
        known = persona if persona in site.personas else next(iter(site.personas), None)
        self.persona = known
        self.external_id = visitors.external_id(token, secret=site.secret, persona=known)
        self.chat_id = visitors.chat_id(self.external_id)
        self._account_open = False

    @property
    def chat(self) -> str:
        """Tells a page whether what it shows belongs to this chat; says nothing else."""
        return self.external_id[:16] + (self.persona or "")

    async def answer(self, update: Update, address: str) -> None:
        """Have it answered; all open pages of the chat show it, and whose they are now."""
        webchat, chat_id = self.site.webchat, self.chat_id
        webchat.show(chat_id, frames.Typing(on=True))
        try:
            await self.open_account()
            turn = await self.site.receive(self.site.channel, update, address=address)
            if turn and turn.over:
                sessions.empty_pages(self.site, chat_id, turn.over)
            else:
                await sessions.tell_whose(self.site, chat_id, chat=self.chat, persona=self.persona)
        finally:
            webchat.show(chat_id, frames.Typing(on=False))

    async def take_file(
        self, file_id: str, *, name: str, mime: str, size: int, ref: str, address: str
    ) -> None:
        """Have a file answered that is held under this number. The history keeps that it came."""
        webchat, bot = self.site.webchat, self.site.channel.bot
        update = webchat.incoming_file(
            bot, self.chat_id, file_id=file_id, name=name, mime=mime, size=size
        )
        if update.message:
            sent = update.message
            line = frames.Line(id=sent.message_id, ours=False, at=sent.date, ref=ref)
            webchat.show(self.chat_id, line)
        await self.answer(update, address)

    async def open_account(self) -> None:
        """Whoever only looks at the page leaves no trace; the first word or press does.

        Somebody of a demonstration can be reached from now on: what waited for them goes out.
        Elsewhere an account that is there stays as it is: it must not look used before it is
        asked whether its session is over.
        """
        if self._account_open:
            return
        label = self.site.personas.get(self.persona or "")
        if label or await sessions.known(self.site, self.chat_id) is None:
            await self._put_down(label.person_id if label else None)
        self._account_open = True
        self.site.wake()

    async def _put_down(self, person_id: int | None) -> None:
        now = self.site.clock()
        async with self.site.store.sessions() as db, db.begin():
            await accounts.open_account(
                db,
                self.site.channel.name,
                self.external_id,
                chat_id=self.chat_id,
                now=now,
                person_id=person_id,
            )
            if person_id:
                await messages.hurry(db, person_id, now=now)

"""The composition root: settings become a store, channels, a clock, jobs and a web page.

Everything runs under one task group, each part under a supervisor: one that fails is logged and
started again, and only a wrong setting ends the program.
"""

import asyncio
import logging
import signal
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import logs
from bot.assistant import Assistant, assistant
from bot.channels import Channel, webchat
from bot.data.personas import PERSONAS
from bot.delivery import Delivery
from bot.messenger import Messenger, messengers
from bot.opening import channels_of
from bot.settings import Settings, SettingsError
from bot.switchboard import Switchboard
from bot.web import sessions
from bot.web.listener import serve
from bot.web.server import build_app
from bot.web.site import PersonaLabel, Site
from handlers.texts import LANGUAGES, Say, speak
from scheduler import jobs
from scheduler.clock import Clock
from scheduler.forgetting import Forgetting
from scheduler.lookout import Lookout
from scheduler.outbox import Outbox, Patience, wait_for_news
from scheduler.planner import Planner
from scheduler.worker import Worker

log = logging.getLogger(__name__)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
STOP_WITHIN = timedelta(seconds=10)

Part = Callable[[], Awaitable[None]]


async def run(
    settings: Settings,
    clock: Clock,
    *,
    ready: Callable[[str], None],
    stop_within: timedelta = STOP_WITHIN,
) -> None:
    """Run everything until SIGTERM or SIGINT, then stop in order; `ready` gets the page's address.

    The order: take no more, finish what is in flight, mark it, close. What is not finished in
    time is said after the next start.
    """
    stopping = _stop_signals()
    asyncio.get_running_loop().set_exception_handler(logs.in_the_loop)
    async with assistant(settings, clock) as office, _channels(office) as channels:
        patience = Patience(stop_within=stop_within)
        times = settings.timetable
        outbox = Outbox(
            office.store, _delivery(office, channels), clock, patience=patience, times=times
        )
        office.pipeline.wake = outbox.wake
        office.pipeline.reaches = {name: one.can.reach for name, one in channels.items()}
        planner = _planner(office, outbox)
        forgetting = Forgetting(office.store, clock, settings.terms)
        switchboard = _switchboard(office, outbox)
        lookout = _lookout(office, outbox, channels)
        ticking = _ticking(settings, planner, switchboard, lookout, forgetting)
        workers: dict[str, Worker] = {
            "planner": planner,
            "switchboard": switchboard,
            "lookout": lookout,
            "forgetting": forgetting,
        }
        messenger = messengers(office, channels, stop_within)
        site = _site(office, channels[webchat.NAME], outbox.wake, messenger)
        sending = partial(outbox.run, alone=office.store.is_sqlite)
        async with asyncio.TaskGroup() as group:
            page = group.create_task(_serve(settings, site, ready, stopping))
            arriving = [
                group.create_task(supervised(name, part, stopping))
                for name, part in messenger.parts.items()
            ]
            watching = partial(sessions.watch, site, stopping)
            group.create_task(supervised("sessions", watching, stopping))
            group.create_task(supervised("outbox", sending, stopping))
            for name, worker in workers.items():
                group.create_task(supervised(name, worker.run, stopping))
            ticking.start()
            await stopping.wait()
            ticking.shutdown(wait=False)
            for part in arriving:
                part.cancel()
            await asyncio.wait([page, *arriving])
            await office.pipeline.finished(within=stop_within.total_seconds())
            for worker in workers.values():
                worker.stop()
            outbox.stop()


async def supervised(name: str, part: Part, stopping: asyncio.Event) -> None:
    """Run a part until it returns; one that fails is logged and started again, more slowly.

    Only a wrong setting gets through, and ends the program.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            await part()
        except* SettingsError as wrong:
            raise wrong.exceptions[0] from None
        except* Exception:
            # Broad on purpose: one part that fails must not end the others.
            log.exception("%s failed and is started again in %.0f s", name, pause)
        else:
            return
        await wait_for_news(stopping, pause)
        if stopping.is_set():
            return
        pause = min(pause * 2, LONGEST_PAUSE)


@asynccontextmanager
async def _channels(office: Assistant) -> AsyncGenerator[dict[str, Channel]]:
    channels = channels_of(office)
    try:
        yield channels
    finally:
        for channel in channels.values():
            await channel.bot.session.close()


def _delivery(office: Assistant, channels: dict[str, Channel]) -> Delivery:
    return Delivery(
        office.store,
        channels,
        clock=office.clock,
        zone=office.settings.zone,
        office=office.office,
        tolerance=office.settings.tolerance,
        dossier_rules=office.pipeline.dossier_rules,
        follow_rules=office.settings.follow_rules,
    )


def _planner(office: Assistant, outbox: Outbox) -> Planner:
    return Planner(
        office.store,
        office.clock,
        wake_outbox=outbox.wake,
        times=office.settings.timetable,
        zone=office.settings.zone,
        hours=office.settings.hours,
        follow_rules=office.settings.follow_rules,
    )


def _switchboard(office: Assistant, outbox: Outbox) -> Switchboard:
    return Switchboard(
        office.store,
        office.clock,
        zone=office.settings.zone,
        wake_outbox=outbox.wake,
        silence=timedelta(minutes=office.settings.handover_silence_minutes),
        hours=office.settings.hours,
    )


def _lookout(office: Assistant, outbox: Outbox, channels: Mapping[str, Channel]) -> Lookout:
    return Lookout(
        office.store,
        office.clock,
        wake_outbox=outbox.wake,
        channels=channels,
        calls_at=office.settings.call_list_time,
        tolerance=office.settings.tolerance,
        hours=office.settings.hours,
    )


def _ticking(
    settings: Settings,
    planner: Planner,
    switchboard: Switchboard,
    lookout: Lookout,
    forgetting: Forgetting,
) -> AsyncIOScheduler:
    return jobs.build(
        settings.zone,
        jobs.table(
            briefs=planner.briefs_are_due,
            meetings=planner.is_due,
            handovers=switchboard.is_due,
            lookout=lookout.is_due,
            forgetting=forgetting.is_due,
            brief_at=settings.brief_time,
        ),
    )


def _site(
    office: Assistant, channel: Channel, wake: Callable[[], None], messenger: Messenger
) -> Site:
    """The web page; only a demonstration lets the visitor choose who to be."""
    spoken = {language: speak(language, office.settings.zone) for language in LANGUAGES}
    vi, en = spoken.values()
    parts = {
        key: PersonaLabel(person_id=who.person_id, vi=vi(f"persona-{key}"), en=en(f"persona-{key}"))
        for key, who in PERSONAS.items()
    }
    secret = office.settings.secret
    return Site(
        secret=secret.get_secret_value() if secret else "",
        channel=channel,
        receive=office.pipeline.receive,
        store=office.store,
        clock=office.clock,
        zone=office.settings.zone,
        office=office.office.name,
        session_lasts=office.settings.session_lasts,
        wake=wake,
        doors=messenger.doors,
        is_demo=office.office.is_demo,
        personas=parts if office.office.is_demo else {},
        opening={} if office.office.is_demo else _opening(spoken, office.office.name),
    )


def _opening(spoken: dict[str, Say], office: str) -> dict[str, str]:
    """Who runs this and that a machine answers, for whoever has not typed anything yet."""
    return {
        language: say("privacy-opening", office=office or say("privacy-opening-office"))
        for language, say in spoken.items()
    }


async def _serve(
    settings: Settings, site: Site, ready: Callable[[str], None], closing: asyncio.Event
) -> None:
    host, port = settings.web_host, settings.web_port
    try:
        await serve(
            build_app(site),
            host=host,
            port=port,
            listening=ready,
            stopping=closing,
            proxies=settings.proxies,
        )
    except OSError as taken:
        # Python repeats the address in brackets.
        reason = (taken.strerror or str(taken)).partition(" (")[0]
        raise SettingsError(
            f"The web chat cannot listen on {host}:{port} ({reason}): "
            "set OFFICE_WEB_PORT to a free port, or to 0 for any."
        ) from taken


def _stop_signals() -> asyncio.Event:
    """Set by SIGTERM or SIGINT."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    return stopping

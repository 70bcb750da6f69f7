"""Build and run the processes: server, worker, clock and migration.

`serve` does everything in one process. A larger installation runs `serve --web-only`, which only
takes in, beside one or more `worker`, which answer and deliver, and `clock`, which keeps the time.
"""

import asyncio
import contextlib
import datetime
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

from bot.bootstrap.clock import build_ticking
from bot.bootstrap.console import build_console, make_entrance
from bot.bootstrap.console_doors import read_proxies
from bot.bootstrap.console_proof import build_proof
from bot.bootstrap.desk import watch_refusals
from bot.bootstrap.events import build_calendar_door
from bot.bootstrap.house import House, opened_house
from bot.bootstrap.memory import warm_up
from bot.bootstrap.storage import opened_storage
from bot.bootstrap.tables import build_tables
from bot.channels.web.app import WebChat
from bot.channels.web.calendar import ADDRESS as CALENDAR
from bot.channels.web.linkedin import ADDRESS as LINKEDIN
from bot.channels.web.tables import ADDRESS as TABLES
from bot.core.ports import Clock
from bot.delivery.engine import Engine
from bot.delivery.intake import Intake
from bot.delivery.workers import Workers
from bot.files.documents import read_document
from bot.files.trusted import load_trusted_policy
from bot.scheduling.clock import SystemClock
from bot.scheduling.regular import run_every
from bot.scheduling.ticking import Ticking
from bot.settings import Settings, load_settings
from bot.storage.opening import Storage
from bot.web.console.access import DESK
from bot.web.server import Door, Listening, build_app, run_server

_CLOCK = SystemClock(datetime.UTC)


def serve(*, web_only: bool = False, clock: Clock = _CLOCK) -> int:
    """Run the browser chat and the doors of the platforms until told to stop."""
    return asyncio.run(_serve(load_settings(), clock, web_only=web_only))


def work(clock: Clock = _CLOCK) -> int:
    """Answer and deliver what others took in, until told to stop."""
    return asyncio.run(_work(load_settings(), clock))


def keep_time(clock: Clock = _CLOCK) -> int:
    """Have done what is due, until told to stop."""
    return asyncio.run(_keep_time(load_settings(), clock))


async def _serve(settings: Settings, clock: Clock, *, web_only: bool) -> int:
    proxies = read_proxies(settings)
    async with opened_house(settings, clock) as house:
        # a second of loading, so that the first author does not wait for it; where drafts are read,
        # for the coach is no place for two threads
        warming = asyncio.ensure_future(
            house.conversation.compute(lambda: warm_up(house.conversation.coach))
        )
        workers = _build_workers(house)
        intake = Intake(house.storage.inbox, workers.wake)
        working = contextlib.nullcontext() if web_only else _working(house, workers)
        timing = contextlib.nullcontext() if web_only else _build_ticking(house).running()
        recalling, following = _recalling(house), _following(house)
        async with recalling, following, working, timing, _listening(house, intake) as doors:
            chat = WebChat(house.conversation, read_document, letters=house.letters)
            desk = build_console(house).build_app()
            app = build_app(chat.routes(), {**doors, DESK: desk, f"{DESK}/": desk})
            entrance = await make_entrance(settings, house.storage)
            listening = Listening(settings.host, settings.port, entrance, proxies)
            await run_server(app, listening, chat.close)
        await warming
    return 0


async def _work(settings: Settings, clock: Clock) -> int:
    async with opened_house(settings, clock) as house:
        warm_up(house.conversation.coach)
        workers = _build_workers(house)
        told_to_stop = _hear_signals()
        async with _recalling(house), _following(house), _working(house, workers):
            _say("Jourfix works.")
            await told_to_stop.wait()
    return 0


async def _keep_time(settings: Settings, clock: Clock) -> int:
    async with opened_house(settings, clock) as house:
        told_to_stop = _hear_signals()
        ticking = _build_ticking(house)
        async with _following(house), ticking.running():
            saying = asyncio.create_task(_say_when(ticking.looked, "Jourfix keeps the time."))
            await told_to_stop.wait()
            saying.cancel()
    return 0


def _hear_signals() -> asyncio.Event:
    """Give what is set when the process is told to stop."""
    told_to_stop = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_number, told_to_stop.set)
    return told_to_stop


async def _say_when(event: asyncio.Event, sentence: str) -> None:
    await event.wait()
    _say(sentence)


def _say(sentence: str) -> None:
    _write(f"{sentence} (Ctrl + C ends it)")


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _following(house: House) -> contextlib.AbstractAsyncContextManager[None]:
    """Take the house rules that are published meanwhile, in every process."""
    told = house.following.taken

    async def look() -> None:
        nonlocal told
        await house.following.look()
        if house.following.taken != told:
            told = house.following.taken
            _write(f"Version {told.number} of the house rules is in force here.")

    return run_every(house.settings.house_rules_every, "take the house rules", look)


def _build_ticking(house: House) -> Ticking:
    return build_ticking(house.storage, house.schedule)


def _build_workers(house: House) -> Workers:
    on_refused = watch_refusals(house.conversation.desk)
    return Workers(
        house.storage.inbox,
        house.storage.ledger,
        house.messengers,
        on_refused,
        follows_up=house.conversation.reading_along is not None,
    )


@contextlib.asynccontextmanager
async def _working(house: House, workers: Workers) -> AsyncIterator[None]:
    """Answer and deliver, and do what is due: erasing, and reminding of cases."""
    async with contextlib.AsyncExitStack() as stack:
        erasing = _erasing(house.storage)
        await stack.enter_async_context(run_every("hour", "erase what is expired", erasing))
        closing = build_proof(house).close_months
        await stack.enter_async_context(run_every("hour", "close months", closing))
        for chore in house.schedule.chores:
            await stack.enter_async_context(run_every(chore.period, chore.name, chore.do))
        if house.conversation.desk is not None:
            remind = house.conversation.desk.remind
            await stack.enter_async_context(run_every("minute", "remind of cases", remind))
        if house.slack is not None:
            await stack.enter_async_context(house.slack.courier.opened())
        if house.teams is not None:
            await stack.enter_async_context(house.teams.courier.gateway.opened())
        if house.messengers:
            await stack.enter_async_context(workers.running())
            await stack.enter_async_context(house.mail_room.sending())
        yield


@contextlib.asynccontextmanager
async def _listening(house: House, intake: Intake) -> AsyncIterator[Mapping[str, Door]]:
    """Take in what comes over a connection; give the doors that platforms post to."""
    doors: dict[str, Door] = {
        CALENDAR: build_calendar_door(house.storage),
        TABLES: build_tables(house.settings),
    }
    if house.linkedin is not None:
        doors[LINKEDIN] = house.linkedin.build_door()
    if house.teams is not None:
        from bot.bootstrap.teams import ADDRESS as TEAMS_ADDRESS  # noqa: PLC0415
        from bot.bootstrap.teams import build_door  # noqa: PLC0415

        doors[TEAMS_ADDRESS] = build_door(house.teams, intake)
    connection = None
    if house.slack is not None:
        from bot.bootstrap.slack import build_connection, build_doors  # noqa: PLC0415

        doors |= build_doors(house.settings, house.slack, intake)
        connection = build_connection(house.settings, intake)
    async with connection.running() if connection else contextlib.nullcontext():
        yield doors


def _recalling(house: House) -> contextlib.AbstractAsyncContextManager[None]:
    """Read again and again what editors said before: another process may have kept more."""
    return run_every("minute", "read precedents", house.precedents.reload, at_once=True)


def _erasing(storage: Storage) -> Callable[[], Awaitable[object]]:
    return lambda: storage.erasure.erase_expired(storage.ledger.clock.now())


def migrate() -> int:
    """Bring the database to the newest form and record the policy in it."""
    settings = load_settings()

    async def run() -> None:
        async with opened_storage(settings, _CLOCK) as storage:
            policy = load_trusted_policy(settings.policies, settings.cache)
            await storage.policies.record_policy(policy.hash, policy.checked, "")
            await Engine(storage.database.address, "", _CLOCK).prepare()

    asyncio.run(run())
    sys.stdout.write("The database is up to date.\n")
    return 0

"""Build and run the processes: server, worker, clock and migration.

`serve` does everything in one process. A larger installation runs `serve --web-only`, which only
takes in, beside one or more `worker`, which answer and deliver, and `clock`, which keeps the time.
"""

import asyncio
import contextlib
import dataclasses
import datetime
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from bot.bootstrap.clock import build_ticking
from bot.bootstrap.coach import open_embedder
from bot.bootstrap.conversation import build_conversation
from bot.bootstrap.desk import build_desk, watch_refusals
from bot.bootstrap.events import build_calendar_door, build_links
from bot.bootstrap.linkedin import LinkedIn, build_linkedin
from bot.bootstrap.mailings import MailRoom, build_mail_room, list_limits
from bot.bootstrap.pilots import build_embargoes
from bot.bootstrap.programme import Sending, build_programme
from bot.bootstrap.reading import add_model
from bot.bootstrap.tables import build_tables
from bot.channels.slack.ingress import CHANNEL as SLACK
from bot.channels.teams.naming import CHANNEL as TEAMS
from bot.channels.web.app import WebChat
from bot.channels.web.calendar import ADDRESS as CALENDAR
from bot.channels.web.linkedin import ADDRESS as LINKEDIN
from bot.channels.web.tables import ADDRESS as TABLES
from bot.core.conversation import Conversation
from bot.core.deliveries import Messenger
from bot.core.ports import Clock
from bot.core.programme.schedule import Schedule
from bot.delivery.engine import Engine
from bot.delivery.intake import Intake
from bot.delivery.outbox import LedgerOutbox
from bot.delivery.workers import Workers
from bot.files.documents import read_document
from bot.files.trusted import load_trusted_policy
from bot.scheduling.clock import SystemClock
from bot.scheduling.regular import run_every
from bot.scheduling.ticking import Ticking
from bot.settings import Settings, load_settings
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from bot.web.server import Door, build_app, run_server

if TYPE_CHECKING:
    from bot.channels.slack.app import SlackMessenger
    from bot.channels.teams.app import TeamsMessenger

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
    async with opened_house(settings, clock) as house:
        # a second of loading, so that the first author does not wait for it; where drafts are read,
        # for the coach is no place for two threads
        warming = asyncio.ensure_future(
            house.conversation.compute(house.conversation.coach.warm_up)
        )
        workers = _build_workers(house)
        intake = Intake(house.storage.inbox, workers.wake)
        working = contextlib.nullcontext() if web_only else _working(house, workers)
        timing = contextlib.nullcontext() if web_only else _build_ticking(house).running()
        async with working, timing, _listening(house, intake) as doors:
            chat = WebChat(house.conversation, read_document)
            app = build_app(chat.routes(), doors)
            await run_server(app, settings.host, settings.port, chat.close)
        await warming
    return 0


async def _work(settings: Settings, clock: Clock) -> int:
    async with opened_house(settings, clock) as house:
        house.conversation.coach.warm_up()
        workers = _build_workers(house)
        told_to_stop = _hear_signals()
        async with _working(house, workers):
            _say("Jourfix works.")
            await told_to_stop.wait()
    return 0


async def _keep_time(settings: Settings, clock: Clock) -> int:
    async with opened_house(settings, clock) as house:
        told_to_stop = _hear_signals()
        ticking = _build_ticking(house)
        async with ticking.running():
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
    sys.stdout.write(f"{sentence} (Ctrl + C ends it)\n")
    sys.stdout.flush()


@dataclasses.dataclass(frozen=True)
class House:
    """What every process has; `messengers` are the channels that answer from the inbox."""

    settings: Settings
    storage: Storage
    conversation: Conversation
    slack: "SlackMessenger | None"
    teams: "TeamsMessenger | None"
    messengers: Mapping[str, Messenger]
    mail_room: MailRoom
    schedule: Schedule
    linkedin: LinkedIn | None


@contextlib.asynccontextmanager
async def opened_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Open everything that answers, and close it when the block ends."""
    async with opened_storage(settings, clock) as storage:
        messengers: dict[str, Messenger] = {}  # filled below: what answers also sends
        limits: dict[str, float] = {}
        mail_room = build_mail_room(storage, messengers, limits)
        outbox = LedgerOutbox(storage.ledger, messengers)
        linkedin = build_linkedin(settings, storage, outbox)
        sending = Sending(
            storage.shelves, mail_room.mailings, outbox, build_links(settings, storage), linkedin
        )
        conversation, schedule = _build_conversation(settings, storage, sending)
        await storage.policies.record_policy(
            conversation.coach.policy.hash,
            conversation.coach.policy.checked,
            conversation.organisation.company,
        )
        slack = _open_slack(settings, conversation, storage)
        if slack is not None:
            messengers[SLACK] = slack
        in_teams = _open_teams(settings, conversation, storage)
        if in_teams is not None:
            messengers[TEAMS] = in_teams
        limits |= list_limits(settings, in_teams)
        try:
            yield House(
                settings, storage, conversation, slack, in_teams, messengers, mail_room, schedule,
                linkedin,
            )  # fmt: skip
        finally:
            await mail_room.close()


def _open_slack(
    settings: Settings, conversation: Conversation, storage: Storage
) -> "SlackMessenger | None":
    """Open Slack where it is set up; elsewhere its kit, some ten megabytes, is not loaded."""
    if not settings.names_slack:
        return None
    from bot.bootstrap.slack import build_slack  # noqa: PLC0415

    return build_slack(settings, conversation, storage.installations)


def _open_teams(
    settings: Settings, conversation: Conversation, storage: Storage
) -> "TeamsMessenger | None":
    """Open Teams where it is set up, as Slack."""
    if not settings.names_teams:
        return None
    from bot.bootstrap.teams import build_teams  # noqa: PLC0415

    return build_teams(settings, conversation, storage.installations)


def _build_conversation(
    settings: Settings,
    storage: Storage,
    sending: Sending,
) -> tuple[Conversation, Schedule]:
    """Build the conversations with desk and programme, which write through the outbox."""
    conversation = build_conversation(settings, storage.records, open_embedder(settings))
    conversation = dataclasses.replace(
        conversation, clock=storage.ledger.clock, embargoes=build_embargoes(storage.shelves)
    )
    conversation = add_model(
        settings, conversation, storage.spending, storage.shelves, storage.ledger.clock
    )
    desk = build_desk(
        settings, storage.cases, sending.outbox, conversation.clock, conversation.organisation
    )
    programme, schedule = build_programme(settings, conversation, sending)
    schedule = dataclasses.replace(schedule, list_gaps=storage.restoring.list_gaps)
    return dataclasses.replace(conversation, desk=desk, programme=programme), schedule


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


def _erasing(storage: Storage) -> Callable[[], Awaitable[object]]:
    return lambda: storage.erasure.erase_expired(storage.ledger.clock.now())


@contextlib.asynccontextmanager
async def opened_storage(settings: Settings, clock: Clock) -> AsyncIterator[Storage]:
    """Open the database, and close it when the block ends."""
    retention = Retention(settings.draft_days, settings.review_days)
    storage = await open_storage(settings.database, settings.secret, clock, retention)
    if storage.new_secret is not None:
        sys.stderr.write(
            f"A key for what is encrypted was made: {storage.new_secret}. Keep a copy of it.\n"
        )
    try:
        yield storage
    finally:
        await storage.close()


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

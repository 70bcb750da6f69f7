"""Build and run the processes: the server with its storage, and the migration."""

import asyncio
import contextlib
import dataclasses
import datetime
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

from bot.bootstrap.conversation import build_conversation
from bot.bootstrap.desk import build_desk
from bot.bootstrap.slack import ADDRESS, build_connection, build_ingress, build_slack
from bot.channels.slack.ingress import CHANNEL
from bot.channels.web.app import WebChat
from bot.core.conversation import Conversation
from bot.core.deliveries import Messenger
from bot.core.ports import Clock
from bot.delivery.intake import Intake
from bot.delivery.outbox import LedgerOutbox
from bot.delivery.workers import Workers
from bot.files.embedder import SentenceEncoder
from bot.files.trusted import load_trusted_policy
from bot.scheduling.clock import SystemClock
from bot.scheduling.regular import run_every
from bot.settings import Settings, load_settings
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from bot.web.server import Door, build_app, run_server


def serve() -> int:
    """Run the browser chat until told to stop."""
    return asyncio.run(_serve(load_settings()))


async def _serve(settings: Settings) -> int:
    async with _opened_storage(settings) as storage:
        messengers: dict[str, Messenger] = {}
        conversation = _build_conversation(settings, storage, messengers)
        await storage.policies.record_policy(
            conversation.coach.policy.hash,
            conversation.coach.policy.checked,
            conversation.organisation.company,
        )
        # a second of loading, so that the first author does not wait for it
        warming = asyncio.create_task(asyncio.to_thread(conversation.coach.warm_up))
        async with (
            run_every("hour", "erase what is expired", _erasing(storage, conversation.clock)),
            run_every("minute", "remind of cases", _reminding(conversation)),
            _working(settings, storage, conversation, messengers) as doors,
        ):
            app = build_app(WebChat(conversation).routes(), doors)
            await run_server(app, settings.host, settings.port)
        await warming
    return 0


def _build_conversation(
    settings: Settings, storage: Storage, messengers: Mapping[str, Messenger]
) -> Conversation:
    """Build the conversations with their desk, which writes through the messengers."""
    conversation = build_conversation(settings, storage.records, SentenceEncoder(settings.cache))
    outbox = LedgerOutbox(storage.ledger, messengers)
    desk = build_desk(
        settings, storage.cases, outbox, conversation.clock, conversation.organisation
    )
    return dataclasses.replace(conversation, desk=desk)


@contextlib.asynccontextmanager
async def _working(
    settings: Settings,
    storage: Storage,
    conversation: Conversation,
    messengers: dict[str, Messenger],
) -> AsyncIterator[Mapping[str, Door]]:
    """Run the channels that answer from the inbox; give the doors that their platforms post to."""
    slack = build_slack(settings, conversation)
    if slack is None:
        yield {}
        return
    messengers[CHANNEL] = slack
    workers = Workers(storage.inbox, storage.ledger, messengers)
    intake = Intake(storage.inbox, workers.wake)
    connection = build_connection(settings, intake)
    await slack.courier.open()
    try:
        listening = connection.running() if connection else contextlib.nullcontext()
        async with workers.running(), listening:
            yield {} if connection else {ADDRESS: build_ingress(settings, slack, intake)}
    finally:
        await slack.courier.close()


def _reminding(conversation: Conversation) -> Callable[[], Awaitable[object]]:
    async def remind() -> None:
        if conversation.desk is not None:
            await conversation.desk.remind()

    return remind


def _erasing(storage: Storage, clock: Clock) -> Callable[[], Awaitable[object]]:
    return lambda: storage.erasure.erase_expired(clock.now())


@contextlib.asynccontextmanager
async def _opened_storage(settings: Settings) -> AsyncIterator[Storage]:
    retention = Retention(settings.draft_days, settings.review_days)
    clock = SystemClock(datetime.UTC)
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
        async with _opened_storage(settings) as storage:
            policy = load_trusted_policy(settings.policies, settings.cache)
            await storage.policies.record_policy(policy.hash, policy.checked, "")

    asyncio.run(run())
    sys.stdout.write("The database is up to date.\n")
    return 0

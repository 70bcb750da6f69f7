"""Join the adapters to the core. The one file that knows both sides."""

import argparse
import asyncio
import contextlib
import datetime
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.terminal.ask_command import AskCommand
from bot.channels.terminal.chat_command import ChatCommand
from bot.channels.terminal.policies_command import PoliciesCommand
from bot.channels.terminal.review_command import Flags, Frame, ReviewCommand
from bot.channels.web.app import WebChat
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.questions import Questions
from bot.core.coaching.review import Coach
from bot.core.conversation import Conversation
from bot.core.errors import SettingsError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.ports import Clock, Embedder, Records
from bot.files.answers import load_answers, load_cues
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.roles import load_roles
from bot.files.trusted import EXAMPLE_ORGANISATION, load_trusted_policy
from bot.files.words import open_lexicon
from bot.scheduling.clock import SystemClock
from bot.scheduling.hourly import run_hourly
from bot.settings import Settings, load_settings
from bot.storage.erasure import Retention
from bot.storage.memory import MemoryRecords
from bot.storage.opening import Storage, open_storage
from bot.web.server import build_app, run_server


def build_coach(settings: Settings, embedder: Embedder | None = None) -> Coach:
    """Build the coach under the policies of the settings; see Coach for the embedder."""
    policy = load_trusted_policy(settings.policies, settings.cache)
    return Coach(policy, load_hashtags(settings.policies), embedder)


def build_contexts(settings: Settings) -> Contexts:
    """Build what says for whom and where a draft is checked."""
    return Contexts(load_roles(settings.policies), settings.house_hours)


def build_questions(settings: Settings, policy: Policy) -> Questions:
    """Build what answers questions."""
    folder = settings.policies / "answers"
    lexicon = open_lexicon()
    return Questions(load_answers(folder, lexicon), load_cues(folder, lexicon), policy)


def build_conversation(
    settings: Settings, records: Records, embedder: Embedder | None = None
) -> Conversation:
    """Build the conversations of the organisation of the settings."""
    coach = build_coach(settings, embedder)
    organisation = (
        load_organisation(settings.organisation) if settings.organisation else NO_ORGANISATION
    )
    return Conversation(
        coach,
        build_questions(settings, coach.policy),
        records,
        SystemClock(ZoneInfo(organisation.timezone)),
        organisation,
        settings.draft_days,
        build_contexts(settings),
    )


def serve() -> int:
    """Run the browser chat until told to stop."""
    return asyncio.run(_serve(load_settings()))


async def _serve(settings: Settings) -> int:
    async with _opened_storage(settings) as storage:
        embedder = SentenceEncoder()
        conversation = build_conversation(settings, storage.records, embedder)
        await storage.policies.record_policy(
            conversation.coach.policy.hash,
            conversation.coach.policy.checked,
            conversation.organisation.company,
        )
        # a second of loading, so that the first author does not wait for it
        warming = asyncio.create_task(asyncio.to_thread(embedder.embed, ["Guten Tag"]))
        async with run_hourly("erase what is expired", _erasing(storage, conversation.clock)):
            await run_server(
                build_app(WebChat(conversation).routes()), settings.host, settings.port
            )
        await warming
    return 0


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
            policy = build_coach(settings).policy
            await storage.policies.record_policy(policy.hash, policy.checked, "")

    asyncio.run(run())
    sys.stdout.write("The database is up to date.\n")
    return 0


def build_chat_command() -> ChatCommand:
    """Build `jourfix chat`."""
    settings = load_settings()
    return ChatCommand(build_conversation(settings, MemoryRecords()))


def build_ask_command(chosen: argparse.Namespace) -> AskCommand:
    """Build `jourfix ask` from its flags."""
    settings = load_settings()
    policy = build_coach(settings).policy
    return AskCommand(build_questions(settings, policy), build_frame(chosen, settings))


def build_frame(chosen: argparse.Namespace, settings: Settings) -> Frame:
    """Build what stands around every row of a command from its flags."""
    return Frame(
        _load_organisations(chosen.organisation, settings),
        read_flags(chosen),
        SystemClock(datetime.UTC),
        build_contexts(settings),
    )


def build_policies_command() -> PoliciesCommand:
    """Build the commands that list, show and check rules."""
    settings = load_settings()
    example = settings.policies / EXAMPLE_ORGANISATION
    return PoliciesCommand(load_policy(settings.policies), load_organisation(example))


def build_review_command(chosen: argparse.Namespace) -> ReviewCommand:
    """Build `jourfix review` from its flags."""
    settings = load_settings()
    frame = build_frame(chosen, settings)
    return ReviewCommand(build_coach(settings), frame)


def read_flags(chosen: argparse.Namespace) -> Flags:
    """Read what the command line said about all drafts."""
    return Flags(
        told=Told(
            chosen.country, chosen.setting, chosen.role, chosen.network, _read_date(chosen.date)
        ),
        language=_language(chosen.language),
        answer_language=_language(chosen.answer_language),
    )


def _language(value: str | None) -> Language | None:
    return next((language for language in LANGUAGES if language == value), None)


def _read_date(value: str) -> datetime.date | None:
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise SettingsError("--date is no day. Write it as 2026-11-22.") from error


def _load_organisations(entries: list[str], settings: Settings) -> dict[str, Organisation]:
    """Load the organisation files; a plain FILE is the one for rows that name none."""
    loaded: dict[str, Organisation] = {}
    if not entries and settings.organisation:
        loaded[""] = load_organisation(settings.organisation)
    for entry in entries:
        name, is_named, file = entry.partition("=")
        if is_named and not Path(entry).exists():
            loaded[name] = load_organisation(Path(file))
        else:
            loaded[""] = load_organisation(Path(entry))
    return loaded

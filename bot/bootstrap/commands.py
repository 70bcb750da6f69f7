"""Build the commands of the terminal. Nothing here loads a server or a database."""

import argparse
import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.bootstrap.coach import build_coach, build_contexts, build_conversation, build_questions
from bot.channels.terminal.ask_command import AskCommand
from bot.channels.terminal.chat_command import ChatCommand
from bot.channels.terminal.policies_command import PoliciesCommand
from bot.channels.terminal.review_command import Flags, ReviewCommand
from bot.core.coaching.context import Told
from bot.core.errors import SettingsError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language, Organisation
from bot.files.embedder import SentenceEncoder
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.trusted import EXAMPLE_ORGANISATION
from bot.scheduling.clock import today_in
from bot.settings import Settings, load_settings
from bot.storage.memory import MemoryRecords


def build_chat_command() -> ChatCommand:
    """Build `jourfix chat`."""
    settings = load_settings()
    return ChatCommand(build_conversation(settings, MemoryRecords(), SentenceEncoder()))


def build_ask_command(chosen: argparse.Namespace) -> AskCommand:
    """Build `jourfix ask` from its flags."""
    settings = load_settings()
    policy = build_coach(settings).policy
    organisations = _load_organisations(chosen.organisation, settings)
    default = organisations.get("", NO_ORGANISATION)
    today = today_in(ZoneInfo(default.timezone))
    return AskCommand(
        build_questions(settings, policy, SentenceEncoder()),
        organisations,
        read_flags(chosen),
        today,
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
    organisations = _load_organisations(chosen.organisation, settings)
    default = organisations.get("", NO_ORGANISATION)
    today = today_in(ZoneInfo(default.timezone))
    return ReviewCommand(
        build_coach(settings), organisations, read_flags(chosen), today, build_contexts(settings)
    )


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

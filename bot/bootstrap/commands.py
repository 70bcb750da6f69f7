"""Build the command that reviews drafts. Nothing here loads a server or a database."""

import argparse
import datetime
from pathlib import Path

from bot.bootstrap.coach import build_coach, build_contexts, open_embedder, open_resemblance
from bot.channels.terminal.review_command import Flags, Frame, ReviewCommand
from bot.core.coaching.context import Told
from bot.core.errors import SettingsError
from bot.core.model import LANGUAGES, Language, Organisation
from bot.files.organisation import load_organisation
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings


def build_frame(chosen: argparse.Namespace, settings: Settings) -> Frame:
    """Build what stands around every row of a command from its flags."""
    return Frame(
        _load_organisations(chosen.organisation, settings),
        read_flags(chosen),
        SystemClock(datetime.UTC),
        build_contexts(settings),
    )


def build_review_command(chosen: argparse.Namespace) -> ReviewCommand:
    """Build `jourfix review` from its flags."""
    settings = load_settings()
    coach = build_coach(settings, open_resemblance(open_embedder(settings)))
    return ReviewCommand(coach, build_frame(chosen, settings))


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

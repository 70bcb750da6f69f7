"""Join the adapters to the core. The one file that knows both sides."""

import argparse
import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.terminal.policies_command import PoliciesCommand
from bot.channels.terminal.review_command import Flags, ReviewCommand
from bot.core.coaching.context import Told
from bot.core.coaching.review import Coach
from bot.core.errors import SettingsError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language, Organisation
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.scheduling.clock import today_in
from bot.settings import Settings, load_settings


def build_coach(settings: Settings) -> Coach:
    """Build the coach under the policies of the settings."""
    return Coach(load_policy(settings.policies))


def build_policies_command() -> PoliciesCommand:
    """Build the commands that list, show and check rules."""
    settings = load_settings()
    example = settings.policies / "organisation.example.yaml"
    return PoliciesCommand(load_policy(settings.policies), load_organisation(example))


def build_review_command(chosen: argparse.Namespace) -> ReviewCommand:
    """Build `jourfix review` from its flags."""
    settings = load_settings()
    organisations = _load_organisations(chosen.organisation, settings)
    flags = Flags(
        told=Told(
            chosen.country, chosen.setting, chosen.role, chosen.network, _read_date(chosen.date)
        ),
        language=_language(chosen.language),
        answer_language=_language(chosen.answer_language),
    )
    default = organisations.get("", NO_ORGANISATION)
    today = today_in(ZoneInfo(default.timezone))
    return ReviewCommand(build_coach(settings), organisations, flags, today)


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

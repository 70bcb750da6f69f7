"""What a draft is checked for: row or flag, then what the author told us, then the organisation."""

import datetime
from dataclasses import dataclass

from bot.core.model import COUNTRIES, NETWORKS, SETTINGS, Context, Organisation


@dataclass(frozen=True)
class Told:
    """What a row, a flag or the author said about the draft; empty means nothing was said."""

    country: str = ""
    setting: str = ""
    role: str = ""
    network: str = ""
    date: datetime.date | None = None


def compose_context(organisation: Organisation, today: datetime.date, told: Told) -> Context:
    """Join what was said with what the organisation file knows; unknown words count as unsaid."""
    countries = [told.country] if told.country in COUNTRIES else []
    countries += [country for country in organisation.countries if country not in countries]
    settings = (told.setting,) if told.setting in SETTINGS else organisation.settings
    return Context(
        date=told.date or today,
        organisation=organisation,
        countries=tuple(countries),
        settings=settings,
        role=told.role or "unknown",
        network=told.network if told.network in NETWORKS else "linkedin",
    )

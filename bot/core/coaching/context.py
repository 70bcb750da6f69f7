"""What a draft is checked for: row or flag, then what the author told us, then the organisation."""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.core.language.fold import fold
from bot.core.model import COUNTRIES, NETWORKS, SETTINGS, Context, Organisation
from bot.core.ports import Clock

UNKNOWN_ROLE = "unknown"
_SHORT = 3


@dataclass(frozen=True)
class Told:
    """What a row, a flag or the author said about the draft; empty means nothing was said."""

    country: str = ""
    setting: str = ""
    role: str = ""
    network: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True)
class Contexts:
    """Composes contexts under the settings of this installation.

    Args:
        roles: Role class -> folded words that give it away (policies/vocabularies/roles.yaml).
        house_hours: The house rule for passing on side effects.
    """

    roles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    house_hours: int = 24

    def compose(self, organisation: Organisation, today: datetime.date, told: Told) -> Context:
        """Join what was said with the organisation file; unknown words count as unsaid."""
        countries = [told.country] if told.country in COUNTRIES else []
        countries += [country for country in organisation.countries if country not in countries]
        settings = (told.setting,) if told.setting in SETTINGS else organisation.settings
        return Context(
            date=told.date or today,
            organisation=organisation,
            countries=tuple(countries),
            settings=settings,
            role=self.classify_role(told.role),
            network=told.network if told.network in NETWORKS else "linkedin",
            house_hours=self.house_hours,
            author_country=countries[0] if told.country in COUNTRIES else "",
        )

    def classify_role(self, words: str) -> str:
        """Give the class of a role in free words; a class itself is given back."""
        folded = fold(words).text
        if folded in self.roles:
            return folded
        for role, signs in self.roles.items():
            if any(_says(folded, sign) for sign in signs):
                return role
        return UNKNOWN_ROLE


def _says(words: str, sign: str) -> bool:
    """Say whether words give a sign away; a short one, “hr”, only where a word begins."""
    if len(sign) > _SHORT:
        return sign in words
    return any(word.startswith(sign) for word in re.split(r"[^a-z0-9]+", words))


def today_of(organisation: Organisation, clock: Clock) -> datetime.date:
    """Give the day it is in the organisation's time zone: closed periods are whole days there."""
    return clock.now().astimezone(ZoneInfo(organisation.timezone)).date()

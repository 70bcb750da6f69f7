"""How a day is written in a sentence."""

import datetime
from collections.abc import Mapping

from bot.core.model import Language

_WITH_YEAR: Mapping[Language, str] = {
    "de": "{date.day}.{date.month}.{date.year}",
    "nl": "{date.day}-{date.month}-{date.year}",
    "en": "{date.day} {date:%B} {date.year}",
}
_OF_THIS_YEAR: Mapping[Language, str] = {
    "de": "{date.day}.{date.month}.",
    "nl": "{date.day}-{date.month}",
    "en": "{date.day} {date:%B}",
}


def write_day(day: datetime.date, language: Language) -> str:
    """Write a day as people of that language do: 7.12.2026, 7-12-2026, 7 December 2026."""
    return _WITH_YEAR[language].format(date=day)


def write_near_day(day: datetime.date, language: Language) -> str:
    """Write a day of the weeks around us, without its year: 7.12., 7-12, 7 December."""
    return _OF_THIS_YEAR[language].format(date=day)

"""A time zone is called as its reader calls the place."""

from zoneinfo import available_timezones

import pytest

from bot.core.model import LANGUAGES, Language
from bot.core.programme.zone_names import name_zone


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("Europe/Berlin", "nl", "tijd van Berlijn"), ("Europe/Berlin", "de", "Zeit von Berlin"),
        ("Europe/London", "nl", "tijd van Londen"), ("Europe/Zurich", "de", "Zeit von Zürich"),
        ("Europe/Vienna", "en", "Vienna time"), ("America/New_York", "nl", "tijd van New York"),
        ("America/Argentina/Buenos_Aires", "de", "Zeit von Buenos Aires"),
        ("UTC", "de", "UTC"), ("Etc/UTC", "nl", "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_the_time_of_its_place(zone: str, language: Language, said: str) -> None:
    assert name_zone(zone, language) == said


def test_every_zone_has_a_name() -> None:
    for zone in available_timezones():
        for language in LANGUAGES:
            assert name_zone(zone, language).strip()

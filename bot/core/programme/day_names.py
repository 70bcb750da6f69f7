"""Weekdays, months and hours as people name them in German, Dutch and English. Pure."""

import datetime
from collections.abc import Mapping


def _number(rows: tuple[str, ...], first: int) -> Mapping[str, int]:
    return {name: number for number, row in enumerate(rows, first) for name in row.split()}


WEEKDAYS = _number(
    (
        "montag montags monday mondays maandag maandags mon mo ma",
        "dienstag dienstags tuesday tuesdays dinsdag dinsdags tues tue di",
        "mittwoch mittwochs wednesday wednesdays woensdag woensdags wed mi wo",
        "donnerstag donnerstags thursday thursdays donderdag donderdags thurs thur thu do",
        "freitag freitags friday fridays vrijdag vrijdags fri fr vr",
        "samstag samstags sonnabend saturday saturdays zaterdag zaterdags sat sa za",
        "sonntag sonntags sunday sundays zondag zondags sun so zo",
    ),
    0,
)
"""Names of weekdays, in small letters; Monday is 0."""

MONTHS = _number(
    (
        "januar january januari jan jän jänner",
        "februar february februari feb febr",
        "märz maerz march maart mär mar mrz mrt",
        "april apr",
        "mai may mei",
        "juni june jun",
        "juli july jul",
        "august augustus aug",
        "september sept sep",
        "oktober october okt oct",
        "november nov",
        "dezember december dez dec",
    ),
    1,
)
"""Names of months, in small letters."""


def find_next_weekday(today: datetime.date, weekday: int) -> datetime.date:
    """Give the next day of a weekday, after today."""
    return today + datetime.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def read_clock(hour: str, minute: str | None, half: str | None) -> datetime.time | None:
    """Read a time of day out of its digits; `half` is am or pm. None: no clock shows it."""
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    try:
        return datetime.time(number, int(minute or 0))
    except ValueError:
        return None

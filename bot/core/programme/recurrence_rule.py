"""A recurrence as calendars write it: of RRULE (RFC 5545, 3.3.10) we know a part. Pure."""

import datetime

from bot.core.programme.recurrence import RHYTHMS, Recurrence
from bot.core.programme.zones import find_moment_of, open_zone

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = ("FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST")
_LONGEST = 200
_MOMENT, _WALL, _DATE = "%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S", "%Y%m%d"
_HINT = "Write it as FREQ=WEEKLY;INTERVAL=2;BYDAY=TH."


def write_rule(recurrence: Recurrence) -> str:
    """Write the rhythm; skipped and moved dates are no part of it."""
    rule = f"FREQ=WEEKLY;INTERVAL={recurrence.every};BYDAY={_DAYS[recurrence.weekday]}"
    if recurrence.until is None:
        return rule
    last = find_moment_of(recurrence.until, recurrence.time, open_zone(recurrence.zone))
    return f"{rule};UNTIL={last.strftime(_MOMENT)}"


def read_rule(text: str, zone: str, time: datetime.time, anchor: datetime.date) -> Recurrence:
    """Read a rhythm that begins at a day, at a time on the wall of a zone.

    Raises:
        ValueError: it says what we do not know; the message says what we do.
    """
    parts = _read_parts(text)
    if parts.get("FREQ") != "WEEKLY":
        raise ValueError(f"Only a weekly rhythm can be read (FREQ=WEEKLY). {_HINT}")
    # With one weekday a week that begins on another day counts the same (RFC 5545's WKST).
    if parts.get("WKST", "MO") not in _DAYS:
        raise ValueError(f"WKST is no weekday. {_HINT}")
    day = parts.get("BYDAY", _DAYS[anchor.weekday()])
    if day not in _DAYS:
        raise ValueError(f"BYDAY must be one weekday: {', '.join(_DAYS)}. {_HINT}")
    every = parts.get("INTERVAL", "1")
    if every not in {str(weeks) for weeks in RHYTHMS}:
        raise ValueError(f"INTERVAL must be 1, 2 or 4. {_HINT}")
    until = _read_until(parts["UNTIL"], zone) if "UNTIL" in parts else None
    return Recurrence(zone, _DAYS.index(day), time, int(every), anchor, until=until)


def _read_parts(text: str) -> dict[str, str]:
    if len(text) > _LONGEST:
        raise ValueError(f"This rhythm is too long. {_HINT}")
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name not in _KNOWN or not value:
            raise ValueError(f"Only {', '.join(_KNOWN)} can be read, each with a value. {_HINT}")
        if name in parts:
            raise ValueError(f"{name} stands there twice. {_HINT}")
        parts[name] = value
    return parts


def _read_until(text: str, zone: str) -> datetime.date:
    """Read the last day: a date, a wall clock, or a moment in UTC."""
    for form in (_DATE, _WALL, _MOMENT):
        try:
            read = datetime.datetime.strptime(text, form)  # noqa: DTZ007 - the form says which
        except ValueError:
            continue
        if form != _MOMENT:
            return read.date()
        return read.replace(tzinfo=datetime.UTC).astimezone(open_zone(zone)).date()
    raise ValueError(f"UNTIL must be a day, such as 20271231. {_HINT}")

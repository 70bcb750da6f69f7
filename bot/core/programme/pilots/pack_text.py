"""Read what an editor writes into the fields of a pilot. Pure."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.language.days import write_day
from bot.core.model import Embargo, Language
from bot.core.programme.by_language import Lines, measure_lines, read_lines, write_lines
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.written_dates import read_day

PARTS = (
    "title", "days", "place", "dos", "donts", "hashtags", "embargo",
    "before", "during", "after", "cohort",
)  # fmt: skip
LONGEST_TITLE = 80
_LONGEST_FIELD = 3_000
_LONGEST_LINE, _MOST_LINES = 200, 8
_MOST_TAGS, _MOST_EMBARGOES, _MOST_TERMS, _LONGEST_TERM = 6, 6, 12, 60
_LONGEST_PILOT = datetime.timedelta(days=92)
_FARTHEST_EMBARGO = datetime.timedelta(days=730)
_TO = r"(?:\s*(?:–|—|bis|tot(?: en met)?|t/m|to|until)\s*|\s+-\s+)"
_SHORT_SPAN = re.compile(
    rf"(\d{{1,2}})[.]?(?:{_TO}|\s*-\s*)(\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{4}})"
)
_NAMED_SPAN = re.compile(rf"(\d{{1,2}})[.]?(?:{_TO}|\s*-\s*)(\d{{1,2}}\.?\s+[^\W\d]+\.?\s+\d{{4}})")
_SPAN = re.compile(rf"(?i)(.+?){_TO}(.+)")
_TAG = re.compile(r"#?(\w{2,40})")
_UNTIL = re.compile(r"(?i)(.+?)[\s,]+(?:bis|tot|until)\s+(\S.*)")


@dataclass(frozen=True)
class Unread:
    """A part that could not be read, or that is too much."""

    part: str


def read_part(pilot: Pilot, part: str, text: str, today: datetime.date) -> Pilot | Unread:
    """Read one field of a pilot; an empty one empties it, but for title and days."""
    text = text.strip()
    if len(text) > _LONGEST_FIELD or part not in PARTS:
        return Unread(text[:LONGEST_TITLE])
    match part:
        case "title":
            title = read_title(text)
            return title if isinstance(title, Unread) else replace(pilot, title=title)
        case "days":
            return _read_days(pilot, text, today)
        case "place":
            place = " ".join(text.split())
            is_long = len(place) > LONGEST_TITLE
            return Unread(place[:LONGEST_TITLE]) if is_long else replace(pilot, place=place)
        case "cohort":
            return replace(pilot, cohort=" ".join(text.split())[:LONGEST_TITLE])
        case "hashtags":
            tags = tuple(dict.fromkeys(f"#{found[1]}" for found in _TAG.finditer(text)))
            return replace(pilot, hashtags=tags[:_MOST_TAGS])
        case "embargo":
            return _read_embargoes(pilot, text, today)
        case _:
            return _read_texts(pilot, part, text)


def read_title(text: str) -> str | Unread:
    """Read a title: one line, not too long."""
    title = " ".join(text.split())
    return title if 0 < len(title) <= LONGEST_TITLE else Unread(title[:LONGEST_TITLE])


def write_part(pilot: Pilot, part: str, until: str, language: Language) -> str:
    """Write one field as it is read, to be changed.

    Args:
        pilot: Whose.
        part: Which.
        until: The word before the first free day of an embargo.
        language: Whose days are written.
    """
    match part:
        case "title" | "place" | "cohort":
            return str(getattr(pilot, part))
        case "days" if pilot.starts_on and pilot.ends_on:
            first, last = (write_day(one, language) for one in (pilot.starts_on, pilot.ends_on))
            return f"{first} – {last}"
        case "hashtags":
            return " ".join(pilot.hashtags)
        case "embargo":
            return "\n".join(
                f"{', '.join(one.terms)} {until} {write_day(one.until, language)}"
                for one in pilot.embargoes
            )
        case "dos":
            return write_lines(pilot.dos)
        case "donts":
            return write_lines(pilot.donts)
        case _:
            return write_lines(pilot.prompts.get(part, {}))


def _read_texts(pilot: Pilot, part: str, text: str) -> Pilot | Unread:
    lines: Lines = read_lines(text)
    count, longest = measure_lines(lines)
    if count > _MOST_LINES or longest > _LONGEST_LINE:
        return Unread(max((one for block in lines.values() for one in block), key=len)[:80])
    match part:
        case "dos":
            return replace(pilot, dos=lines)
        case "donts":
            return replace(pilot, donts=lines)
        case _:
            return replace(pilot, prompts={**pilot.prompts, part: lines})


def read_days(text: str) -> tuple[datetime.date, datetime.date] | None:
    """Read a first and a last day, or one day that is both."""
    text = " ".join(text.split())
    short = _SHORT_SPAN.fullmatch(text) or _NAMED_SPAN.fullmatch(text)
    if short:
        last = read_day(short[2])
        if last is None or not 1 <= int(short[1]) <= last.day:
            return None
        return last.replace(day=int(short[1])), last
    span = _SPAN.fullmatch(text)
    first = read_day(span[1] if span else text)
    last = read_day(span[2]) if span else first
    return (first, last) if first and last else None


def _read_days(pilot: Pilot, text: str, today: datetime.date) -> Pilot | Unread:
    days = read_days(text)
    if days is None or not days[0] <= days[1] <= days[0] + _LONGEST_PILOT or days[1] < today:
        return Unread(text[:LONGEST_TITLE])
    return replace(pilot, starts_on=days[0], ends_on=days[1])


def _read_embargoes(pilot: Pilot, text: str, today: datetime.date) -> Pilot | Unread:
    embargoes = []
    for line in text.splitlines():
        if not line.strip():
            continue
        embargo = _read_embargo(line.strip(), pilot, today)
        if isinstance(embargo, Unread):
            return embargo
        embargoes.append(embargo)
    if len(embargoes) > _MOST_EMBARGOES:
        return Unread(text.splitlines()[-1][:LONGEST_TITLE])
    return replace(pilot, embargoes=tuple(embargoes))


def _read_embargo(line: str, pilot: Pilot, today: datetime.date) -> Embargo | Unread:
    """Read “HORIZON-2, ravoglutide until 4.12.2026”: the day is the first free one."""
    found = _UNTIL.fullmatch(line)
    until = read_day(found[2]) if found else None
    if found is None or until is None or not today < until <= today + _FARTHEST_EMBARGO:
        return Unread(line[:LONGEST_TITLE])
    terms = _split_terms(found[1])
    if not terms or len(terms) > _MOST_TERMS or any(len(one) > _LONGEST_TERM for one in terms):
        return Unread(line[:LONGEST_TITLE])
    return Embargo(pilot.title, tuple(terms), until)


def _split_terms(text: str) -> Sequence[str]:
    terms = (" ".join(term.split()) for term in re.split("[,;]", text))
    return list(dict.fromkeys(term for term in terms if term))

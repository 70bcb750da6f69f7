"""Rows of a JSONL file of drafts: read, reviewed, and answered line by line, in the same order."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.coaching.context import Told
from bot.core.errors import DraftError

_LONGEST_LINE = 400_000  # bytes; ten thousand characters, escaped, with room to spare


@dataclass(frozen=True)
class Row:
    """One draft of a file. `profile` chooses the organisation by name."""

    id: str
    text: str
    told: Told
    language: str = ""
    profile: str = ""


@dataclass(frozen=True)
class RowError:
    """A line that cannot be reviewed."""

    id: str
    code: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """Give the error in the form of the contract."""
        return {"id": self.id, "error": {"code": self.code, "message": self.message}}


def read_rows(lines: Iterable[bytes]) -> Iterator[Row | RowError]:
    """Read rows; blank lines are left out, broken ones become errors, a repeated id is one."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")  # noqa: PLW2901 - the mark is no part of the row
        if not line.strip():
            continue
        row = _read_row(line, number)
        if row.id in seen and isinstance(row, Row):
            row = RowError(
                row.id, "repeated_id", f"Line {number}: this id stands in an earlier line."
            )
        seen.add(row.id)
        yield row


def _read_row(line: bytes, number: int) -> Row | RowError:
    name = str(number)
    if len(line) > _LONGEST_LINE:
        return RowError(name, "too_long", f"Line {number} is longer than any draft.")
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return RowError(name, "unreadable", f"Line {number} is not UTF-8. Save the file as UTF-8.")
    except (ValueError, RecursionError):
        return RowError(name, "no_json", f"Line {number} is no JSON object.")
    if not isinstance(values, dict):
        return RowError(name, "no_json", f"Line {number} is no JSON object.")
    name = str(values["id"]) if values.get("id") not in (None, "") else name
    text = values.get("text")
    if not isinstance(text, str):
        return RowError(name, "no_text", f"Line {number} has no “text”.")
    date = _read_day(values.get("date"))
    if isinstance(date, str):
        return RowError(name, "bad_date", f"Line {number}: write the date as 2026-11-22.")
    return Row(name, text, _read_told(values, date), _first(values, "language", "lang"),
               _first(values, "organisation", "profile"))  # fmt: skip


def _read_told(values: Mapping[str, Any], date: datetime.date | None) -> Told:
    return Told(
        country=_first(values, "country").upper(),
        setting=_first(values, "setting"),
        role=_first(values, "role"),
        network=_first(values, "network", "platform").lower(),
        date=date,
    )


def _first(values: Mapping[str, Any], *keys: str) -> str:
    return next((str(values[key]) for key in keys if isinstance(values.get(key), str)), "")


def _read_day(value: object) -> datetime.date | str | None:
    if value in (None, ""):
        return None
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        return str(value)


def answer_rows(
    rows: Iterable[Row | RowError], answer: Callable[[Row], dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], bool]]:
    """Answer each row; gives (object to print, whether it went well)."""
    for row in rows:
        if isinstance(row, RowError):
            yield row.to_json(), False
            continue
        try:
            yield answer(row), True
        except DraftError as error:
            yield RowError(row.id, error.code, str(error)).to_json(), False

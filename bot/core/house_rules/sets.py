"""Sets of sentences that an organisation uploads to try rules on. Pure; all input is hostile."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import LANGUAGES, Language

LARGEST = 150_000  # bytes of a file
_MOST_LINES = 400
_LONGEST = 1_000  # characters of a sentence
_VERDICTS = ("", "go", "adjust", "ask")


@dataclass(frozen=True)
class Line:
    """A sentence of a set; what its verdict should be, and its language, where the set says so."""

    text: str
    expected: str = ""
    language: Language | None = None


@dataclass(frozen=True)
class SentenceSet:
    """A set."""

    name: str
    lines: tuple[Line, ...]


SetProblem = (
    str  # a word that the wording explains: zip, large, empty, letters, columns, json, verdict
)


def read_set(name: str, data: bytes) -> SentenceSet | tuple[SetProblem, int]:
    """Read an uploaded file; a problem comes with the line where it stands."""
    if data[:2] == b"PK" or b"\0" in data:
        return "zip", 0
    if len(data) > LARGEST:
        return "large", 0
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "letters", 0
    read = (
        _read_jsonl
        if name.endswith(".jsonl")
        else _read_csv
        if name.endswith(".csv")
        else _read_text
    )
    lines = read(text)
    if isinstance(lines, tuple):
        return lines
    if not lines:
        return "empty", 0
    if len(lines) > _MOST_LINES:
        return "large", _MOST_LINES + 1
    for number, line in enumerate(lines, start=1):
        if not line.text.strip() or len(line.text) > _LONGEST:
            return "long", number
        if line.expected not in _VERDICTS:
            return "verdict", number
    shown = "".join(sign for sign in name if sign.isalnum() or sign in " ._-")[:60].strip() or "set"
    return SentenceSet(shown, tuple(lines))


_Read = list[Line] | tuple[SetProblem, int]


def _read_text(text: str) -> _Read:
    return [Line(line.strip()) for line in text.splitlines() if line.strip()]


def _read_jsonl(text: str) -> _Read:
    lines: list[Line] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw)
        except (ValueError, RecursionError):
            return "json", number
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            return "json", number
        expected = row.get("expected", row.get("verdict", ""))
        lines.append(_line(row["text"], str(expected), str(row.get("language", ""))))
    return lines


def _read_csv(text: str) -> _Read:
    sign = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    try:
        rows: Sequence[Sequence[str]] = list(csv.reader(io.StringIO(text), delimiter=sign))
    except csv.Error:
        return "columns", 0
    if not rows or "text" not in rows[0]:
        return "columns", 1
    names = list(rows[0])
    lines: list[Line] = []
    for row in rows[1:]:
        told = dict(zip(names, row, strict=False))
        if any(row):
            lines.append(
                _line(told.get("text", ""), told.get("expected", ""), told.get("language", ""))
            )
    return lines


def _line(text: str, expected: str, language: str) -> Line:
    spoken = next((known for known in LANGUAGES if known == language.lower()), None)
    return Line(text.strip(), expected.strip().lower(), spoken)

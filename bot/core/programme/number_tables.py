"""Tables of numbers in a sheet: which row has the headers, and where one table ends beside another.

A sheet may begin with a description, and LinkedIn puts two tables side by side. Which header means
what is told by aliases, which editors keep in policies/exports.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.core.model import LANGUAGES, Language
from bot.core.programme.numbers import (
    COUNTS,
    FIELDS,
    LEAVE_OUT,
    LINK,
    RATE,
    TITLE,
    Answers,
    ColumnQuestion,
    fold_header,
)
from bot.core.programme.post_links import read_link

_DEEPEST = 20  # rows in which the headers are looked for
_LONGEST_HEADER = 120
_METRICS = frozenset((*COUNTS, RATE))

# How sure it is that a header means a field: our own template says it, exports have it, public
# documentation names it, or it is only likely.
Sureness = Literal["ours", "seen", "documented", "guessed"]
SURENESSES: tuple[Sureness, ...] = ("ours", "seen", "documented", "guessed")


@dataclass(frozen=True)
class EmptyFormula:
    """A cell whose formula has no result in the file; we never work one out."""


EMPTY_FORMULA = EmptyFormula()
Cell = str | int | float | datetime.date | EmptyFormula | None
Row = Sequence[Cell]


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet. `first_day` is the day zero of its dates."""

    name: str
    rows: Sequence[Row] = field(repr=False)
    first_day: datetime.date = datetime.date(1899, 12, 30)


@dataclass(frozen=True)
class Alias:
    """What a header means: a field, or LEAVE_OUT for what we need not know."""

    header: str
    field: str
    language: Language
    sureness: Sureness


@dataclass(frozen=True)
class HeaderAliases:
    """All headers that we know, and the names of the sheets of LinkedIn's exports, by kind."""

    aliases: Sequence[Alias]
    sheets: Mapping[str, Sequence[str]]

    def find(self, header: str) -> Alias | None:
        """Find what a header means; the surest where several say it."""
        folded = fold_header(header)
        found = [alias for alias in self.aliases if fold_header(alias.header) == folded]
        return min(found, key=lambda alias: SURENESSES.index(alias.sureness), default=None)

    def is_sheet(self, name: str, kind: str) -> bool:
        """Say whether a sheet is of that kind, by its name."""
        return fold_header(name) in {fold_header(known) for known in self.sheets.get(kind, ())}

    def list_headers(self, fields: Iterable[str], language: Language) -> tuple[str, ...]:
        """List one header a field, in a language if we have one."""
        order = (language, *LANGUAGES)
        headers = []
        for name in fields:
            known = [one for one in self.aliases if one.field == name and one.sureness != "guessed"]
            known.sort(key=lambda one: (order.index(one.language), SURENESSES.index(one.sureness)))
            headers += [alias.header for alias in known[:1]]
        return tuple(headers)


@dataclass(frozen=True)
class Heading:
    """The head of a column: its text, and its field where that is known."""

    text: str
    field: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class Table:
    """Headings and the rows below them."""

    sheet: str
    headings: Sequence[Heading]
    rows: Sequence[Row] = field(repr=False)
    first_day: datetime.date = datetime.date(1899, 12, 30)


def find_tables(sheet: Sheet, aliases: HeaderAliases, answers: Answers) -> list[Table]:
    """Find the tables of posts in a sheet; none where it has no headers that we know.

    Where no header is known, links to posts on LinkedIn still show which row has them.
    """
    top = _find_known_row(sheet, aliases, answers)
    if top is None:
        top = _find_row_above_links(sheet)
    if top is None:
        return []
    headings = _name_columns(sheet, top, aliases, answers)
    tables = []
    for first, last in _split(headings):
        part = _tell_apart(headings[first:last], first, answers)
        if {LINK, TITLE} & {heading.field for heading in part}:
            rows = [tuple(row[first:last]) for row in sheet.rows[top + 1 :]]
            tables.append(Table(sheet.name, part, rows, sheet.first_day))
    return tables


def read_field(header: str, aliases: HeaderAliases, answers: Answers) -> Heading:
    """Say what a header means: as somebody answered, or as an alias tells."""
    told = answers.get(ColumnQuestion.name_key(header), "")
    if told in FIELDS or told == LEAVE_OUT:
        return Heading(header, told)
    alias = aliases.find(header)
    if alias is None:
        return Heading(header)
    if alias.sureness == "guessed" and alias.field != LEAVE_OUT:
        return Heading(header, suggestion=alias.field)
    return Heading(header, alias.field)


def _find_known_row(sheet: Sheet, aliases: HeaderAliases, answers: Answers) -> int | None:
    for number, row in enumerate(sheet.rows[:_DEEPEST]):
        texts = [_read_header(cell) for cell in row]
        headings = [read_field(text, aliases, answers) for text in texts if text]
        known = {heading.field or heading.suggestion for heading in headings}
        if known & {LINK, TITLE} and known & _METRICS:
            return number
    return None


def _find_row_above_links(sheet: Sheet) -> int | None:
    above: int | None = None
    for number, row in enumerate(sheet.rows[: _DEEPEST + 1]):
        if any(is_post(cell) for cell in row):
            return above
        if sum(bool(_read_header(cell)) for cell in row) >= 2:
            above = number
    return None


def _name_columns(
    sheet: Sheet, top: int, aliases: HeaderAliases, answers: Answers
) -> list[Heading]:
    below = sheet.rows[top + 1 :]
    width = max((len(row) for row in sheet.rows[top:]), default=0)
    headings = []
    for column in range(width):
        cells = (row[column] for row in below if column < len(row))
        text = _read_header(sheet.rows[top][column]) if column < len(sheet.rows[top]) else ""
        heading = read_field(text, aliases, answers) if text else Heading(name_column(column))
        if not heading.field and _are_posts(cells):
            heading = Heading(heading.text, LINK)
        headings.append(heading)
    return headings


def _split(headings: Sequence[Heading]) -> list[tuple[int, int]]:
    """Begin a new table wherever a post is named anew by the same kind of column."""
    starts, seen = [0], set[str]()
    for column, heading in enumerate(headings):
        if heading.field == LINK and LINK in seen:
            starts.append(column)
            seen = set()
        seen.add(heading.field)
    return list(zip(starts, [*starts[1:], len(headings)], strict=True))


def _tell_apart(headings: Sequence[Heading], first: int, answers: Answers) -> list[Heading]:
    """Give a column that means what one before it means a name of its own, to be asked about."""
    apart: list[Heading] = []
    for number, heading in enumerate(headings):
        known = {other.field for other in apart} - {"", LEAVE_OUT}
        if heading.field in known:
            text = f"{heading.text} ({name_column(first + number)})"
            told = answers.get(ColumnQuestion.name_key(text), "")
            heading = Heading(text, told if told in FIELDS or told == LEAVE_OUT else "")  # noqa: PLW2901
        apart.append(heading)
    return apart


def _are_posts(cells: Iterable[Cell]) -> bool:
    filled = [cell for cell in cells if cell not in (None, "")]
    return bool(filled) and all(is_post(cell) for cell in filled[:_DEEPEST])


def is_post(cell: Cell) -> bool:
    """Say whether a cell is a link to a post on LinkedIn."""
    if not isinstance(cell, str):
        return False
    link = read_link(cell)
    return link is not None and bool(link.kind)


def _read_header(cell: Cell) -> str:
    return " ".join(cell.split())[:_LONGEST_HEADER] if isinstance(cell, str) else ""


def name_column(number: int) -> str:
    """Name a column as spreadsheets do: A, B, ..., Z, AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

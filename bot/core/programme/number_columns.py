"""Out of tables, the numbers of posts: column by column, then one post a link.

What is doubtful is not read: it becomes a question. What is no number becomes a note.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.programme.day_columns import Elsewhere, read_days
from bot.core.programme.number_tables import Cell, EmptyFormula, Heading, Table
from bot.core.programme.numbers import (
    COUNTS,
    DAY,
    LEAVE_OUT,
    LINK,
    LONGEST_TITLE,
    RATE,
    TITLE,
    Answers,
    ColumnQuestion,
    DateQuestion,
    Note,
    NoteKind,
    NumbersRead,
    PostNumbers,
    Question,
)
from bot.core.programme.post_links import PostLink, read_link
from bot.core.programme.written_numbers import Unread, read_count, read_rates

_MOST_QUESTIONS = 12
_EXAMPLES, _LONGEST_EXAMPLE = 3, 40

Value = str | int | float | datetime.date | None
Key = tuple[str, str]


@dataclass
class _Reading:
    """What has been read so far."""

    answers: Answers
    elsewhere: Elsewhere
    posts: dict[Key, PostNumbers] = field(default_factory=dict)
    notes: Counter[tuple[NoteKind, str]] = field(default_factory=Counter)
    questions: dict[str, Question] = field(default_factory=dict)


@dataclass(frozen=True)
class _Column:
    """One column of a table, and the posts of its rows."""

    sheet: str
    heading: Heading
    cells: Sequence[Cell]
    links: Sequence[PostLink | None]
    first_day: datetime.date

    @property
    def is_empty(self) -> bool:
        return all(cell in (None, "") for cell in self.cells)


def read_tables(
    tables: Iterable[Table], answers: Answers, elsewhere: Elsewhere = ()
) -> NumbersRead:
    """Read the posts of some tables; one that stands in several gets the numbers of all.

    Args:
        tables: Where to read.
        answers: What somebody said to the questions of an earlier reading.
        elsewhere: Columns of dates that stand elsewhere in the file.
    """
    reading = _Reading(answers, elsewhere)
    for table in tables:
        _read_table(table, reading)
    asked = list(reading.questions.values())
    reading.notes["columns-left", ""] = max(0, len(asked) - _MOST_QUESTIONS)
    reading.notes["no-posts", ""] = int(not reading.posts)
    notes = (Note(kind, count, header) for (kind, header), count in reading.notes.items() if count)
    return NumbersRead(tuple(reading.posts.values()), tuple(notes), tuple(asked[:_MOST_QUESTIONS]))


def _read_table(table: Table, reading: _Reading) -> None:
    links = _read_links(table)
    rows: list[dict[str, Value]] = [{} for _ in table.rows]
    named: set[str] = set()
    for number, heading in enumerate(table.headings):
        cells = _take_column(table, number)
        column = _Column(table.sheet, heading, cells, links, table.first_day)
        if heading.field == LEAVE_OUT or column.is_empty:
            continue
        if not heading.field or heading.field in named:
            _ask(column, reading)
            continue
        named.add(heading.field)
        for row, value in zip(rows, _read_column(column, reading), strict=True):
            row[heading.field] = value
    seen: set[Key] = set()
    for row, link, cells in zip(rows, links, table.rows, strict=True):
        key = _name_post(row, link)
        if key is not None:
            _keep_post(key, row, reading, is_again=key in seen)
            seen.add(key)
        elif any(cell not in (None, "") for cell in cells):
            reading.notes["rows-without-post", ""] += 1


def _take_column(table: Table, number: int) -> Sequence[Cell]:
    return [row[number] if number < len(row) else None for row in table.rows]


def _read_links(table: Table) -> Sequence[PostLink | None]:
    for number, heading in enumerate(table.headings):
        if heading.field == LINK:
            cells = _take_column(table, number)
            return [read_link(cell) if isinstance(cell, str) else None for cell in cells]
    return [None] * len(table.rows)


def _read_column(column: _Column, reading: _Reading) -> Iterable[Value]:
    heading = column.heading
    empty = sum(isinstance(cell, EmptyFormula) for cell in column.cells)
    reading.notes["formulas-empty", heading.text] += empty
    cells = [None if isinstance(cell, EmptyFormula) else cell for cell in column.cells]
    if heading.field == LINK:
        return [link.address if link else None for link in column.links]
    if heading.field == TITLE:
        return [None if cell is None else _shorten(cell, LONGEST_TITLE) for cell in cells]
    if heading.field == DAY:
        return _read_days(column, cells, reading)
    if heading.field == RATE:
        rates = read_rates(cells, is_percent="%" in heading.text)
        return list(_drop_unreadable(rates, heading, reading))
    return list(_drop_unreadable([read_count(cell) for cell in cells], heading, reading))


def _drop_unreadable(
    read: Iterable[float | Unread], heading: Heading, reading: _Reading
) -> Iterator[Value]:
    for value in read:
        if value is Unread.UNREADABLE:
            reading.notes["unreadable", heading.text] += 1
        yield None if isinstance(value, Unread) else value


def _read_days(column: _Column, cells: Sequence[object], reading: _Reading) -> Iterable[Value]:
    header = column.heading.text
    answer = reading.answers.get(DateQuestion.name_key(header), "")
    read = read_days(cells, column.links, reading.elsewhere, answer, column.first_day)
    reading.notes["unreadable", header] += read.unreadable
    if read.doubt:
        example, ways = read.doubt
        question = DateQuestion(column.sheet, header, example, ways.day_first, ways.month_first)
        reading.questions.setdefault(question.key, question)
    return read.days


def _ask(column: _Column, reading: _Reading) -> None:
    filled = [cell for cell in column.cells if cell not in (None, "")]
    shown = (_shorten(cell, _LONGEST_EXAMPLE) for cell in filled if cell != EmptyFormula())
    examples = tuple(dict.fromkeys(text for text, _ in zip(shown, range(20), strict=False)))
    heading = column.heading
    question = ColumnQuestion(column.sheet, heading.text, examples[:_EXAMPLES], heading.suggestion)
    reading.questions.setdefault(question.key, question)


def _shorten(cell: object, most: int) -> str:
    text = " ".join(str(cell).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _name_post(row: Mapping[str, Value], link: PostLink | None) -> Key | None:
    if link:
        return link.address, ""
    title = row.get(TITLE)
    return (str(title), str(row.get(DAY))) if title else None


def _keep_post(key: Key, row: Mapping[str, Value], reading: _Reading, *, is_again: bool) -> None:
    told: dict[str, Any] = {name: value for name, value in row.items() if value is not None}
    post, before = PostNumbers(**told), reading.posts.get(key)
    if before is None:
        reading.posts[key] = post
        return
    reading.posts[key], do_differ = merge_posts(before, post)
    reading.notes["rows-merged", ""] += is_again
    reading.notes["higher-kept", ""] += do_differ


def merge_posts(one: PostNumbers, other: PostNumbers) -> tuple[PostNumbers, bool]:
    """Join what two rows tell of the same post, and say whether their numbers differ.

    Of two counts the higher one is the later one; of two rates the first stays.
    """
    changes: dict[str, Any] = {}
    do_differ = False
    for name in (TITLE, DAY, *COUNTS, RATE):
        here, there = getattr(one, name), getattr(other, name)
        if there in (None, "") or here == there:
            continue
        if here in (None, ""):
            changes[name] = there
        elif name in (*COUNTS, RATE):
            do_differ = True
            if name != RATE:
                changes[name] = max(here, there)
    return replace(one, **changes), do_differ

"""Our own table of numbers, as a CSV file that any spreadsheet can write; and its empty form.

Excel saves a CSV in the machine's old character set, Google Sheets in UTF-8, and "Unicode text" is
UTF-16 with tabs. All are taken; which mark separates the cells is told by the row of headers.
"""

import csv
import io
from collections.abc import Sequence

from bot.core.model import Language
from bot.core.programme.number_tables import HeaderAliases, Sheet, find_tables
from bot.core.programme.numbers import Answers, ExportRefused, Note

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 5_000, 64, 4_000
_MARKS = ";,\t"
_BOMS_16 = (b"\xff\xfe", b"\xfe\xff")
_TEMPLATE = (
    "link", "title", "posted_on", "impressions", "reactions", "comments", "shares", "clicks",
)  # fmt: skip
_SAMPLE = 30  # rows in which the mark is looked for
_BINARY_SAMPLE = 4_000


def list_headers(language: Language, aliases: HeaderAliases) -> Sequence[str]:
    """List the headers of the empty table."""
    return aliases.list_headers(_TEMPLATE, language)


def write_template(language: Language, aliases: HeaderAliases) -> bytes:
    """Write the empty table: one row of headers in a language, as Excel opens it in Europe."""
    headers = list_headers(language, aliases)
    return ("\ufeff" + ";".join(headers) + "\r\n").encode()


def open_csv(
    name: str, data: bytes, aliases: HeaderAliases, answers: Answers
) -> tuple[Sheet, tuple[Note, ...]] | ExportRefused:
    """Give the cells of a CSV file, and what is worth saying of its characters."""
    decoded = _decode(data)
    if decoded is None:
        return ExportRefused("unknown-kind")
    text, is_certain = decoded
    if text.lstrip()[:1] == "<":
        return ExportRefused("web-page")
    marks = _MARKS
    first, _, rest = text.partition("\n")
    if first.strip().casefold()[:4] == "sep=" and len(first.strip()) == 5:  # a line for Excel only
        marks, text = first.strip()[4], rest
    cut = [sheet for mark in marks if (sheet := _cut(name, text, mark))]
    if not cut:
        return ExportRefused("too-many-columns", limit=MOST_COLUMNS)
    best = max(cut, key=lambda sheet: _count_known(sheet, aliases, answers))
    if len(best.rows) > MOST_ROWS:
        return ExportRefused("too-many-rows", limit=MOST_ROWS)
    return best, () if is_certain else (Note("not-utf8"),)


def _decode(data: bytes) -> tuple[str, bool] | None:
    """Give the text, and whether its characters are certain; None for what is no text."""
    for coding, is_certain in _list_codings(data):
        try:
            text = data.decode(coding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        has_controls = any(
            letter < " " and letter not in "\t\r\n\f\v" for letter in text[:_BINARY_SAMPLE]
        )
        return None if has_controls else (text, is_certain)
    return None


def _list_codings(data: bytes) -> Sequence[tuple[str, bool]]:
    if data.startswith(_BOMS_16):
        return [("utf-16", True)]
    if b"\x00" in data[:200]:
        return [("utf-16-be" if data[:1] == b"\x00" else "utf-16-le", True)]
    return [("utf-8", True), ("cp1252", False)]


def _cut(name: str, text: str, mark: str) -> Sheet | None:
    """Cut a text into cells; None where a row has too many, or the marks make no sense."""
    rows: list[Sequence[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            if len(row) > MOST_COLUMNS:
                return None
            if any(cell.strip() for cell in row):
                rows.append([cell.strip()[:LONGEST_CELL] for cell in row])
            if len(rows) > MOST_ROWS:
                break
    except (csv.Error, TypeError, ValueError):  # a cell beyond all bounds, a mark that is none
        return None
    return Sheet(name, rows)


def _count_known(sheet: Sheet, aliases: HeaderAliases, answers: Answers) -> tuple[int, int]:
    top = Sheet(sheet.name, sheet.rows[:_SAMPLE])
    tables = find_tables(top, aliases, answers)
    known = sum(bool(head.field or head.suggestion) for table in tables for head in table.headings)
    return known, max((len(row) for row in top.rows), default=0)

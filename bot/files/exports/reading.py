"""The one door for files with numbers: whatever somebody drops into the chat, a value comes back.

What a file is, its first bytes tell, not its name. Nothing of it is kept here, and nothing of it
reaches a log.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.model import Language
from bot.core.programme.number_columns import read_tables
from bot.core.programme.number_tables import HeaderAliases, Sheet, Table, find_tables
from bot.core.programme.numbers import (
    LINK,
    TITLE,
    Answers,
    ExportRefused,
    Note,
    NumbersRead,
)
from bot.files.exports.csv_template import open_csv
from bot.files.exports.member_export import find_member_tables, list_dates, turn_upright
from bot.files.exports.page_export import find_page_tables
from bot.files.exports.workbook import OLE, ZIP, open_workbook

LARGEST = 4_000_000  # bytes; a year of one person's posts takes about 50,000
_SHOWN = 8  # names of sheets and headers that a refusal shows
_LONGEST_SHOWN = 40
_KNOWN_BEGINNINGS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)


@dataclass(frozen=True)
class ExportReader:
    """Reads exports with the aliases that editors keep."""

    aliases: HeaderAliases

    def read_export(
        self, name: str, data: bytes, language: Language, answers: Answers | None = None
    ) -> NumbersRead | ExportRefused:
        """Read the numbers of posts out of a file.

        Args:
            name: How the file is called; only shown.
            data: What is in it.
            language: The language of whoever dropped it, for what we say we looked for.
            answers: What they said to the questions of an earlier reading of the same file.
        """
        told = answers or {}
        sheets, notes = _open(name, data, self.aliases, told)
        if isinstance(sheets, ExportRefused):
            return sheets
        tables = _find_tables(sheets, self.aliases, told)
        if tables is None:
            return self._refuse_layout(sheets, language)
        read = read_tables(tables, told, list_dates(_list_others(sheets, tables, self.aliases)))
        return replace(read, notes=(*notes, *read.notes))

    def _refuse_layout(self, sheets: Sequence[Sheet], language: Language) -> ExportRefused:
        kinds = ("top-posts", "performance", "page-posts")
        names = [name for kind in kinds for name in self.aliases.sheets.get(kind, ())[:1]]
        headers = self.aliases.list_headers((LINK, TITLE, "impressions", "reactions"), language)
        found = [sheet.name for sheet in sheets]
        if len(sheets) == 1:
            found = [str(cell) for row in sheets[0].rows[:1] for cell in row if cell]
        shown = tuple(text.strip()[:_LONGEST_SHOWN] for text in found[:_SHOWN] if text.strip())
        return ExportRefused("unknown-layout", looked_for=(*names, *headers), found=shown)


def _open(
    name: str, data: bytes, aliases: HeaderAliases, answers: Answers
) -> tuple[Sequence[Sheet] | ExportRefused, tuple[Note, ...]]:
    if len(data) > LARGEST:
        return ExportRefused("too-large", limit=LARGEST // 1_000_000), ()
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return ExportRefused("empty"), ()
    if data.startswith((ZIP, OLE)):
        return open_workbook(data), ()
    if data.startswith(_KNOWN_BEGINNINGS):
        return ExportRefused("unknown-kind"), ()
    opened = open_csv(name, data, aliases, answers)
    return (opened, ()) if isinstance(opened, ExportRefused) else ((opened[0],), opened[1])


def _find_tables(
    sheets: Sequence[Sheet], aliases: HeaderAliases, answers: Answers
) -> list[Table] | None:
    """Find the tables of posts; None where there are none that we know how to read."""
    if all(not sheet.rows for sheet in sheets):
        return None
    for find in (find_member_tables, find_page_tables):
        tables = find(sheets, aliases, answers)
        if tables is not None:
            return tables
    found: list[Table] = []
    for sheet in _list_others(sheets, (), aliases):
        tables = find_tables(sheet, aliases, answers)
        found += tables or turn_upright(sheet, aliases, answers)
    return found or None


def _list_others(
    sheets: Sequence[Sheet], tables: Sequence[Table], aliases: HeaderAliases
) -> list[Sheet]:
    """List the sheets that have none of these tables, and are not about an audience."""
    taken = {table.sheet for table in tables}
    return [
        sheet
        for sheet in sheets
        if sheet.name not in taken and not aliases.is_sheet(sheet.name, "audience")
    ]

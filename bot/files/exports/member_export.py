"""What a member exports from LinkedIn: of all posts, or of one.

"Content_..." and "AggregateAnalytics_..." have the sheet TOP POSTS, with two tables side by side:
the posts with the most engagements and those with the most impressions, at most fifty each. The
older form has numbers, the newer one (2026) has texts; dates are texts in the member's own way, and
the sheets with one row a day show which way that is. A single post's export has PERFORMANCE, with
one label and one value a row.

The sheets about followers' demographics are about other people. They are never read.
"""

import re
from collections.abc import Sequence

from bot.core.programme.number_tables import (
    HeaderAliases,
    Sheet,
    Table,
    find_tables,
    read_field,
)
from bot.core.programme.numbers import LINK, Answers

_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{4}(?![0-9])")
_MOST_ROWS = 1_000
_LABELS = 60


def find_member_tables(
    sheets: Sequence[Sheet], aliases: HeaderAliases, answers: Answers
) -> list[Table] | None:
    """Find the tables of posts; None where this is no member's export."""
    tables: list[Table] | None = None
    for sheet in sheets:
        if aliases.is_sheet(sheet.name, "top-posts"):
            tables = [*(tables or []), *find_tables(sheet, aliases, answers)]
        elif aliases.is_sheet(sheet.name, "performance"):
            found = _turn(sheet, aliases, answers)
            tables = [*(tables or []), *([found] if found else [])]
    return tables


def list_dates(sheets: Sequence[Sheet], aliases: HeaderAliases) -> list[Sequence[object]]:
    """List the columns of dates of the sheets with one row a day."""
    columns: list[Sequence[object]] = []
    for sheet in sheets:
        if not aliases.is_sheet(sheet.name, "days"):
            continue
        rows = sheet.rows[:_MOST_ROWS]
        for number in range(max((len(row) for row in rows), default=0)):
            cells = [row[number] for row in rows if number < len(row)]
            texts = [cell for cell in cells if isinstance(cell, str)]
            found = [match.group() for text in texts for match in _DATE.finditer(text[:100])]
            if found:
                columns.append(found)
    return columns


def _turn(sheet: Sheet, aliases: HeaderAliases, answers: Answers) -> Table | None:
    """Turn labels and values into one row below its headings; tables further down are left out."""
    headings, values = [], []
    for row in sheet.rows[:_LABELS]:
        if len(row) > 2 and any(cell not in (None, "") for cell in row[2:]):
            break
        label = row[0] if row else None
        if isinstance(label, str) and label.strip() and len(row) == 2:
            headings.append(read_field(label.strip()[:120], aliases, answers))
            values.append(row[1])
    if LINK not in {heading.field for heading in headings}:
        return None
    return Table(sheet.name, headings, [values], sheet.first_day)

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
    Heading,
    Sheet,
    Table,
    find_tables,
    is_post,
    read_field,
)
from bot.core.programme.numbers import LINK, Answers

_DATE = re.compile(r"(?<![0-9])[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{4}(?![0-9])")
_MOST_ROWS = 1_000
_LABELS, _LONGEST_LABEL = 60, 120


def find_member_tables(
    sheets: Sequence[Sheet], aliases: HeaderAliases, answers: Answers
) -> list[Table] | None:
    """Find the tables of posts; None where this is no member's export."""
    tables: list[Table] | None = None
    for sheet in sheets:
        if aliases.is_sheet(sheet.name, "top-posts"):
            tables = [*(tables or []), *find_tables(sheet, aliases, answers)]
        elif aliases.is_sheet(sheet.name, "performance"):
            tables = [*(tables or []), *turn_upright(sheet, aliases, answers)]
    return tables


def list_dates(sheets: Sequence[Sheet]) -> list[Sequence[object]]:
    """List the columns of dates of sheets that hold no posts: they have one row a day."""
    columns: list[Sequence[object]] = []
    for sheet in sheets:
        rows = sheet.rows[:_MOST_ROWS]
        for number in range(max((len(row) for row in rows), default=0)):
            cells = [row[number] for row in rows if number < len(row)]
            texts = [cell for cell in cells if isinstance(cell, str)]
            found = [match.group() for text in texts for match in _DATE.finditer(text[:100])]
            if found:
                columns.append(found)
    return columns


def turn_upright(sheet: Sheet, aliases: HeaderAliases, answers: Answers) -> list[Table]:
    """Turn labels and values into one row below its headings; none where no post is named.

    Tables further down are left out.
    """
    headings: list[Heading] = []
    values = []
    for row in sheet.rows[:_LABELS]:
        if any(cell not in (None, "") for cell in row[2:]):
            break
        label = row[0] if len(row) == 2 else None
        if isinstance(label, str) and label.strip():
            heading = read_field(label.strip()[:_LONGEST_LABEL], aliases, answers)
            headings.append(Heading(heading.text, LINK) if is_post(row[1]) else heading)
            values.append(row[1])
    if LINK not in {heading.field for heading in headings}:
        return []
    return [Table(sheet.name, headings, [values], sheet.first_day)]

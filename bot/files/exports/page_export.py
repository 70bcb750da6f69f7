"""What a page exports from LinkedIn: the sheet "All posts", a description above its headers.

Mostly an .xls. It names who posted; that column is not read.
"""

from collections.abc import Sequence

from bot.core.programme.number_tables import HeaderAliases, Sheet, Table, find_tables
from bot.core.programme.numbers import Answers


def find_page_tables(
    sheets: Sequence[Sheet], aliases: HeaderAliases, answers: Answers
) -> list[Table] | None:
    """Find the tables of posts; None where this is no page's export."""
    posts = [sheet for sheet in sheets if aliases.is_sheet(sheet.name, "page-posts")]
    if not posts:
        return None
    return [table for sheet in posts for table in find_tables(sheet, aliases, answers)]

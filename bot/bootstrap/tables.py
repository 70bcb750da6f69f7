"""Build the empty table that people fill with numbers."""

from functools import partial

from bot.channels.web.tables import TablePages
from bot.files.exports.aliases import load_aliases
from bot.files.exports.csv_template import list_headers, write_template
from bot.settings import Settings


def build_tables(settings: Settings) -> TablePages:
    """Build it from the names that we know for columns."""
    aliases = load_aliases(settings.policies)
    return TablePages(
        partial(write_template, aliases=aliases),
        partial(list_headers, aliases=aliases),
        settings.address,
    )

"""Read where a text comes from: title, section, address, and whether somebody verified it."""

from bot.core.model import Source
from bot.files.entries import Entry, refuse_unknown_keys

_KEYS = ("title", "section", "address", "verified")


def read_source(entry: Entry) -> Source:
    """Read one source.

    Raises:
        ContentError: it has no title, or a key that nobody reads.
    """
    fields = entry.mapping("a source")
    refuse_unknown_keys(fields, _KEYS, "a source")
    if "title" not in fields:
        raise entry.refuse("the source has no title", "Add it.")
    return Source(
        fields["title"].text("title"),
        fields["section"].text("section") if "section" in fields else "",
        fields["address"].text("address") if "address" in fields else None,
        "verified" not in fields or fields["verified"].value is not False,
    )

"""Read texts that people will read: complete, and no longer than anybody reads."""

from collections.abc import Iterable, Mapping

from bot.files.entries import Entry, refuse_unknown_keys


def read_fields(
    entry: Entry, what: str, needed: Iterable[str], optional: Iterable[str] = ()
) -> Mapping[str, Entry]:
    """Read a mapping that has every needed key and no unknown one.

    Raises:
        ContentError: a key is missing or unknown.
    """
    required = tuple(needed)
    fields = entry.mapping(what)
    refuse_unknown_keys(fields, (*required, *optional), what)
    for key in required:
        if key not in fields:
            raise entry.refuse(f"{what} has no “{key}”", "Add it.")
    return fields


def read_line(entry: Entry, what: str, most: int) -> str:
    """Read a short text, which has at most so many characters.

    Raises:
        ContentError: it is longer, or no text.
    """
    text = entry.text(what)
    if len(text) > most:
        raise entry.refuse(f"{what} has {len(text)} characters", f"At most {most} fit.")
    return text


def read_question(entry: Entry, what: str, most: int) -> str:
    """Read a short text that asks something.

    Raises:
        ContentError: it is longer, no text, or does not end with a question mark.
    """
    text = read_line(entry, what, most)
    if not text.endswith("?"):
        raise entry.refuse(f"{what} asks nothing", "End it with a question mark.")
    return text


def read_passage(entry: Entry, what: str, fewest: int, most: int) -> str:
    """Read a longer text, which has so many words at least and at most.

    Raises:
        ContentError: it is shorter or longer, or no text.
    """
    text = entry.text(what)
    words = len(text.split())
    if not fewest <= words <= most:
        raise entry.refuse(f"{what} has {words} words", f"Write {fewest} to {most}.")
    return text

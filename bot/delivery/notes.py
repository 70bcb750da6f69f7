"""Find what people's own notes say. One that cannot be opened stops nobody else."""

from collections.abc import Sequence

from bot.core.programme.ambassador import Ambassador
from bot.storage.sealing import UnsealError
from bot.storage.shelves import DatabaseShelf


async def find_notes(
    shelf: DatabaseShelf[Ambassador], authors: Sequence[str]
) -> tuple[dict[str, Ambassador], frozenset[str]]:
    """Find the notes of people by their pseudonyms, and name those that cannot be opened.

    Raises:
        StorageError: the database is away.
    """
    if not authors:
        return {}, frozenset()
    try:
        return await shelf.find_by_authors(authors), frozenset()
    except (UnsealError, ValueError):
        found: dict[str, Ambassador] = {}
        unreadable = set()
        for author in authors:
            try:
                found |= await shelf.find_by_authors([author])
            except (UnsealError, ValueError):
                unreadable.add(author)
        return found, frozenset(unreadable)

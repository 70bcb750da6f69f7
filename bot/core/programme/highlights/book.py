"""The shelves of highlights, read together."""

import datetime
from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.core.programme.highlights.highlight import MOST, Consent, Entry, Highlight, Showing
from bot.core.programme.ports import Shelf, Shelves
from bot.core.programme.posts.post import Post


@dataclass(frozen=True)
class Book:
    """What was handed in, picked, answered and shown."""

    posts: Shelf[Post]
    highlights: Shelf[Highlight]
    consents: Shelf[Consent]
    showings: Shelf[Showing]

    async def list_entries(self, person: str = "") -> Sequence[Entry]:
        """List all highlights, in the order in which their posts were handed in."""
        return await self._open(await self.highlights.list_things(person))

    async def list_fresh(self, now: datetime.datetime) -> Sequence[Entry]:
        """List the highlights that wait for a recap, in the order in which posts were handed in."""
        picked = [one for one in await self.highlights.list_things() if one.is_recent(now)]
        return [one for one in await self._open(picked) if one.is_fresh(now)]

    async def _open(self, picked: Sequence[Highlight]) -> Sequence[Entry]:
        names = [one.id for one in picked]
        posts = await self.posts.find_all([one.post for one in picked])  # of thousands, the picked
        consents = await self.consents.find_all(names)
        showings = await self.showings.find_all(names)
        entries = [
            Entry(one, posts[one.post], consents.get(one.id), showings.get(one.id))
            for one in picked
            if one.post in posts
        ]
        return sorted(entries, key=lambda entry: (entry.post.handed_in_at, entry.highlight.id))

    async def list_authors(self, recap: str, now: datetime.datetime) -> Sequence[str]:
        """List whose posts a recap may show."""
        return list(dict.fromkeys(one.person for one in await self._list_picked(recap, now)))

    async def _list_picked(self, recap: str, now: datetime.datetime) -> Sequence[Highlight]:
        """List what a recap showed already, and what was picked lately."""
        showings = await self.showings.list_things()
        shown = {one.highlight for one in showings if one.recap == recap}
        picked = await self.highlights.list_things()
        return [one for one in picked if one.id in shown or one.is_recent(now)]

    async def find_entry(self, name: str) -> Entry | None:
        """Find a highlight by its id."""
        highlight = await self.highlights.find(name)
        post = await self.posts.find(highlight.post) if highlight else None
        if highlight is None or post is None:
            return None
        consent = await self.consents.find(name)
        return Entry(highlight, post, consent, await self.showings.find(name))

    async def list_entries_of(self, post: Post) -> Sequence[Entry]:
        """List the highlights of a post, also of one that is gone already."""
        found = []
        for one in await self.highlights.list_things(post.person):
            if one.post == post.id:
                consent = await self.consents.find(one.id)
                found.append(Entry(one, post, consent, await self.showings.find(one.id)))
        return found

    async def list_for_recap(
        self, recap: str, now: datetime.datetime, people: Container[str]
    ) -> Sequence[Entry]:
        """List what a recap shows: what it showed already, then what waits for one; with consent.

        At most three, in the order of handing in, of people who still take part.
        """
        entries = [
            one
            for one in await self._open(await self._list_picked(recap, now))
            if one.may_be_shown and one.post.person in people
        ]
        shown = [one for one in entries if one.showing and one.showing.recap == recap]
        waiting = [one for one in entries if one.is_fresh(now)]
        chosen = [*shown, *waiting][:MOST]
        return [one for one in entries if one in chosen]

    async def note_shown(self, entries: Sequence[Entry], recap: str) -> None:
        """Note that highlights went out with a recap."""
        for entry in entries:
            name, person = entry.highlight.id, entry.highlight.person
            if entry.showing is None:
                await self.showings.keep(name, Showing(name, person, recap), person)

    async def remove(self, entry: Entry) -> None:
        """Forget a pick and the answer to it; that it was shown stays noted with its author."""
        await self.highlights.remove(entry.highlight.id)
        await self.consents.remove(entry.highlight.id)


def open_book(shelves: Shelves, posts: Shelf[Post]) -> Book:
    """Open the shelves."""
    return Book(
        posts,
        shelves.open_shelf("highlights", Highlight),
        shelves.open_shelf("highlight-consents", Consent),
        shelves.open_shelf("highlight-showings", Showing),
    )

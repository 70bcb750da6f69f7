"""Posts for the evaluation of a pilot: those that a recap showed with their author's yes."""

import datetime
from collections.abc import Sequence, Set
from dataclasses import dataclass

from bot.core.programme.highlights.book import Book
from bot.core.programme.pilots.ports import SharedPost


@dataclass(frozen=True)
class ShownPosts:
    """Implements HandedIn. A yes that was taken back counts here too, from then on.

    The yes was given for showing in the house, and what was not shown there is not shown here. Who
    said yes without a name is not named; a link would name them as well.
    """

    book: Book

    async def list_shared(
        self, first: datetime.date, last: datetime.date, people: Set[str]
    ) -> Sequence[SharedPost]:
        """List what these people handed in between two days and let be shown; each post once."""
        shared: dict[str, SharedPost] = {}
        for entry in await self.book.list_entries():
            post, consent = entry.post, entry.consent
            is_of_pilot = first <= post.handed_in_at.date() <= last and post.person in people
            if consent is None or not (is_of_pilot and entry.may_be_shown and entry.showing):
                continue
            is_named = entry.answer == "name"
            link = post.link if is_named else ""
            credit = consent.name if is_named else ""
            shared[post.id] = SharedPost(post.title or post.about, link, credit)
        return list(shared.values())

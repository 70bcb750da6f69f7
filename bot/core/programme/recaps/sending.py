"""Send agendas and recaps: to the channels and to those who want them, once each."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.deliveries import Return
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.model import LANGUAGES, Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.highlights.book import Book
from bot.core.programme.highlights.highlight import Entry
from bot.core.programme.highlights.showing import show_entry, show_ours
from bot.core.programme.mailings import Mailing, Mailings, Recipient
from bot.core.programme.ports import Shelf
from bot.core.programme.recaps.composing import Edits, compose_recap
from bot.core.programme.recaps.ports import RecapSource
from bot.core.programme.recaps.recap import (
    KINDS,
    SECTIONS,
    Edit,
    Gathered,
    Kind,
    Occasion,
    RecapInput,
    Sent,
    name_edit,
)

_OURS_DAYS = 16  # two weeks between two jourfixes, and a weekend
_TOO_LATE = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Ways:
    """The ways on which something goes out; a missing one is left out.

    Args:
        channels: The programme's channels.
        language: Theirs.
        outbox: Writes to channels.
        mailings: Writes to people.
    """

    channels: Sequence[Return] = ()
    language: Language = "en"
    outbox: Outbox | None = None
    mailings: Mailings | None = None

    @property
    def reached(self) -> Sequence[tuple[Outbox, Return]]:
        """List the channels that can be written to, each with what writes."""
        if self.outbox is None:
            return ()
        return [(self.outbox, to) for to in self.channels if self.outbox.reaches(to.channel)]


@dataclass(frozen=True)
class RecapSending:
    """Composes and sends.

    Args:
        book: The highlights.
        edits: What editors changed.
        sent: What went out.
        ambassadors: Who takes part.
        editors: Whose own posts are shown.
        source: Gives occasions and what is told beside posts.
        ways: Where it goes.
        clock: Tells the time.
    """

    book: Book
    edits: Shelf[Edit]
    sent: Shelf[Sent]
    ambassadors: Shelf[Ambassador]
    editors: Editors
    source: RecapSource
    ways: Ways
    clock: Clock

    async def send_agenda(self, event: str, date: datetime.date) -> bool:
        """Send the agenda of a date to the channels; False: there is none, or it went out."""
        occasion = await self.source.find_occasion(event, date)
        return occasion is not None and await self.send("agenda", occasion)

    async def send_recap(self, event: str, date: datetime.date) -> bool:
        """Send the recap of a date to the channels and to those who want it as a message."""
        occasion = await self.source.find_occasion(event, date)
        return occasion is not None and await self.send("recap", occasion)

    async def send(self, kind: Kind, occasion: Occasion) -> bool:
        """Send one; False: it went out before.

        That it went out is noted last: after a crash everything is done again under the same keys,
        which sends nothing twice.
        """
        key = occasion.key(kind)
        if await self.sent.find(key) is not None:
            return False
        now = self.clock.now()
        shown = await self._list_shown(occasion)
        await self.book.note_shown(shown, occasion.name)
        gathered = await self.source.gather(occasion, self.ways.language)
        recap = await self.prepare(kind, occasion, self.ways.language, gathered)
        edits = await self.list_edits(occasion)
        message = compose_recap(recap, edits, self.ways.language)
        for outbox, to in self.ways.reached:
            await outbox.send(key, to, message)
        if kind == "recap":
            await self._mail(occasion, edits, now)
        await self.sent.keep(key, Sent(kind, occasion, now, gathered))
        return True

    async def _mail(self, occasion: Occasion, edits: Edits, now: datetime.datetime) -> None:
        recipients = await self.list_recipients()
        if self.ways.mailings is None or not recipients:
            return
        messages = await self._write_variants(occasion, edits, recipients)
        # They asked for it, so it does not count against what they allow a week.
        mailing = Mailing(occasion.key("recap"), messages, now + _TOO_LATE, counts=False)
        await self.ways.mailings.start(mailing, recipients)

    async def _write_variants(
        self, occasion: Occasion, edits: Edits, recipients: Sequence[Recipient]
    ) -> Mapping[str, Message]:
        variants = {one.variant for one in recipients}
        messages = {}
        for language in LANGUAGES:
            if language in variants:
                gathered = await self.source.gather(occasion, language)
                recap = await self.prepare("recap", occasion, language, gathered)
                messages[str(language)] = compose_recap(recap, edits, language)
        return messages

    async def list_recipients(self) -> Sequence[Recipient]:
        """List those who want recaps as messages, each at their own hours."""
        if self.ways.mailings is None:
            return ()
        now = self.clock.now()
        found = []
        for one in await self.ambassadors.list_things():
            moment = one.hours.find_moment(now)
            if one.wishes.recap and not one.is_paused(now.date()) and moment is not None:
                found.append(Recipient(one.person, one.language, moment))
        return found

    async def prepare(
        self, kind: Kind, occasion: Occasion, language: Language, gathered: Gathered
    ) -> RecapInput:
        """Prepare what one is composed of, as of now."""
        now = self.clock.now()
        shown = [show_entry(one, language) for one in await self._list_shown(occasion)]
        since = now - datetime.timedelta(days=_OURS_DAYS)
        handed_in = [
            post
            for person in sorted(self.editors.people)  # not everybody's posts: there are thousands
            for post in await self.book.posts.list_things(person)
            if post.is_ours and post.handed_in_at >= since
        ]
        handed_in.sort(key=lambda post: (post.handed_in_at, post.id))
        ours = [show_ours(post, language) for post in handed_in]
        return RecapInput(kind, occasion, shown, ours[-3:], gathered)

    async def _list_shown(self, occasion: Occasion) -> Sequence[Entry]:
        """List the highlights whose authors said yes and still take part."""
        now = self.clock.now()
        authors = await self.book.list_authors(occasion.name, now)
        people = await self.ambassadors.find_all(authors)  # not everybody: there are thousands
        return await self.book.list_for_recap(occasion.name, now, people)

    async def list_edits(self, occasion: Occasion) -> Edits:
        """List what editors changed of an occasion."""
        names = {
            name_edit(occasion.name, section, language): f"{section}/{language}"
            for section in SECTIONS
            for language in ("", *LANGUAGES)
        }
        found = await self.edits.find_all(list(names))
        return {names[key]: edit for key, edit in found.items()}

    async def show_anew(self, name: str, highlight: str) -> None:
        """Show in the channels what may be shown now: a highlight was withdrawn, or changed."""
        for kind in KINDS:
            sent = await self.sent.find(f"{kind}:{name}")
            if sent is not None:
                await self._replace(sent, highlight)

    async def _replace(self, sent: Sent, highlight: str) -> None:
        key, language = sent.occasion.key(sent.kind), self.ways.language
        recap = await self.prepare(sent.kind, sent.occasion, language, sent.gathered)
        message = compose_recap(recap, await self.list_edits(sent.occasion), language)
        moment = self.clock.now().strftime("%Y%m%d%H%M%S%f")
        for outbox, to in self.ways.reached:
            await outbox.replace(f"{key}/{highlight}/{moment}", key, to, message)

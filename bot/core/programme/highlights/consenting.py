"""Authors decide whether a post of theirs is shown: each time, with a name or without, or not."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.highlights import questions
from bot.core.programme.highlights.book import Book
from bot.core.programme.highlights.highlight import LONGEST_NAME, Answer, Consent, Entry
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.ports import Shelf
from bot.core.programme.posts.messages import CONSENTS
from bot.core.programme.posts.post import Post
from bot.core.programme.spoken import Spoken

Withdrawn = Callable[[str, str], Awaitable[None]]
_ANSWERS: tuple[Answer, ...] = ("name", "plain", "no")


@dataclass(frozen=True)
class Consenting:
    """Implements the Feature of authors' answers.

    Args:
        book: The highlights.
        ambassadors: Who takes part, with their names.
        clock: Tells the time.
        withdrawn: Told of a highlight that was shown and may not be any more: its recap and id.
    """

    book: Book
    ambassadors: Shelf[Ambassador]
    clock: Clock
    withdrawn: Withdrawn | None = None

    @property
    def spoken(self) -> Sequence[Spoken]:
        """Nothing: buttons lead to it."""
        return ()

    def list_doors(self, _language: Language, *, for_editors: bool) -> Sequence[Choice]:  # noqa: ARG002 - the port's name
        """Lead to nothing: one's own posts do."""
        return ()

    async def answer_words(self, _incoming: Incoming, _language: Language) -> list[Message] | None:
        """Answer nothing that is written."""
        return None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of a question, and of one's own answers."""
        match choice.action:
            case _ if choice.action == CONSENTS:
                entries = await self.book.list_entries(incoming.person)
                return [questions.compose_consents(entries, language)]
            case questions.QUESTION:
                return [await self._ask_again(incoming, choice.value, language)]
            case questions.ANSWER:
                return [await self._answer(incoming, choice.value, language)]
            case questions.NAME | questions.NAME_WRITE:
                return [await self._name(incoming, choice, language)]
            case _:
                return None

    async def withdraw_post(self, post: Post) -> None:
        """Let nothing of a post be shown any more: its author took it back, or left."""
        for entry in await self.book.list_entries_of(post):
            await self.book.remove(entry)
            if entry.showing is not None:
                await self._tell_withdrawn(entry)

    async def _find_own(self, incoming: Incoming, name: str) -> Entry | None:
        entry = await self.book.find_entry(name)
        is_asked = entry is not None and entry.highlight.asked_at is not None
        return entry if entry and is_asked and entry.post.person == incoming.person else None

    async def find_name(self, post: Post) -> str:
        """Give the name with which an author is shown: as they wrote it, else their channel's."""
        ambassador = await self.ambassadors.find(post.person)
        return post.credit or (ambassador.name if ambassador else "")[:LONGEST_NAME]

    async def _ask_again(self, incoming: Incoming, name: str, language: Language) -> Message:
        entry = await self._find_own(incoming, name)
        if entry is None:
            return say("highlight-gone", HIGHLIGHT_WORDINGS[language].gone, language)
        known = await self.find_name(entry.post)
        return questions.compose_question(entry, known, language)

    async def _answer(self, incoming: Incoming, value: str, language: Language) -> Message:
        wording = HIGHLIGHT_WORDINGS[language]
        said, name, of, *_ = [*value.split(), "", "", ""]
        answer = next((one for one in _ANSWERS if one == said), None)
        entry = await self._find_own(incoming, name)
        if entry is None or answer is None:
            return say("highlight-gone", wording.gone, language)
        known = await self.find_name(entry.post)
        if answer != "no" and of != entry.highlight.fingerprint:
            return questions.compose_question(entry, known, language, note=wording.outdated)
        if answer == "name" and not known:
            return questions.compose_name_form(entry, "", language)
        return await self._keep(entry, answer, known if answer == "name" else "", language)

    async def _name(self, incoming: Incoming, choice: Choice, language: Language) -> Message:
        """Ask for the name, or keep what was written; either is a yes with a name."""
        name, of, *_ = [*choice.value.split(), "", ""]
        entry = await self._find_own(incoming, name)
        if entry is None or of != entry.highlight.fingerprint:
            return say("highlight-gone", HIGHLIGHT_WORDINGS[language].gone, language)
        if choice.action == questions.NAME:
            known = await self.find_name(entry.post)
            return questions.compose_name_form(entry, known, language)
        written = " ".join(incoming.text.split())[:LONGEST_NAME]
        if not written:
            return questions.compose_name_form(entry, "", language, is_missing=True)
        post = replace(entry.post, credit=written)
        await self.book.posts.keep(post.id, post, post.person)
        return await self._keep(replace(entry, post=post), "name", written, language)

    async def _keep(self, entry: Entry, answer: Answer, name: str, language: Language) -> Message:
        highlight = entry.highlight
        consent = Consent(
            highlight.id, highlight.person, answer, name, highlight.fingerprint, self.clock.now()
        )
        await self.book.consents.keep(highlight.id, consent, highlight.person)
        was_shown = entry.showing is not None
        if was_shown:
            await self._tell_withdrawn(entry)
        changed = replace(entry, consent=consent)
        return questions.compose_answered(changed, language, was_shown=was_shown)

    async def _tell_withdrawn(self, entry: Entry) -> None:
        """Let a recap that went out be shown as it may be now."""
        if self.withdrawn is not None and entry.showing is not None:
            await self.withdrawn(entry.showing.recap, entry.highlight.id)

"""Editors choose highlights from a proposal, say why they worked, and ask their authors."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.desk.ports import Outbox
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editor_texts import EditorTexts
from bot.core.programme.editors import Editors
from bot.core.programme.highlights import messages
from bot.core.programme.highlights.book import Book
from bot.core.programme.highlights.comparing import compare_with_own
from bot.core.programme.highlights.highlight import LONGEST_WHY, MOST, Entry, Highlight
from bot.core.programme.highlights.questions import compose_question
from bot.core.programme.highlights.reasons import list_reasons
from bot.core.programme.highlights.showing import show_as
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.suggesting.consulting import BUSY
from bot.core.suggesting.writing_messages import compose_asking, explain_nothing
from bot.core.suggesting.written import Written

_ASKED = Spoken(
    {
        "de": ("highlights?(?: (?:vorschlagen|auswählen|aussuchen))?", "vorschläge"),
        "nl": ("highlights?(?: (?:kiezen|voorstellen))?", "voorstellen"),
        "en": ("(?:pick |choose )?highlights?", "proposals"),
    }
)
Explain = Callable[[str, Sequence[str], Language], Awaitable[Written]]
_DAYS = 45  # what was handed in before is no news


@dataclass(frozen=True)
class Choosing:
    """Implements the Feature of choosing highlights; every action checks the editor.

    Args:
        book: The highlights.
        ambassadors: Who takes part; a post of somebody who left is not proposed.
        editors: Who may choose.
        texts: Reads what editors write before others do.
        clock: Tells the time.
        outbox: Asks the authors; None where nobody can be written to later.
        explain: Has a language model say why a post was worth reading; None without one.
    """

    book: Book
    ambassadors: Shelf[Ambassador]
    editors: Editors
    texts: EditorTexts
    clock: Clock
    outbox: Outbox | None = None
    explain: Explain | None = None

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what editors write to reach it."""
        return (_ASKED,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to the proposal."""
        door = Choice(HIGHLIGHT_WORDINGS[language].door, messages.OPEN)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “highlights”; for others than editors it is a word like any other."""
        if _ASKED.read(incoming.text) is None or self.editors.refuse(incoming, language):
            return None
        return [await self._propose("", language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the editors' buttons."""
        actions = (
            messages.OPEN, messages.PICK, messages.SHOW, messages.WHY, messages.WRITE,
            messages.ASK, messages.DROP, messages.EXPLAIN, messages.EXPLAINED,
        )  # fmt: skip
        if choice.action not in actions:
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        if choice.action == messages.OPEN:
            return [await self._propose(choice.value, language)]
        if choice.action == messages.PICK:
            return [await self._pick(choice.value, language)]
        entry = await self.book.find_entry(choice.value)
        if entry is None or not entry.post.is_shared:
            return [say("highlight-gone", HIGHLIGHT_WORDINGS[language].gone, language)]
        return await self._answer_about(entry, incoming, choice.action, language)

    async def _answer_about(
        self, entry: Entry, incoming: Incoming, action: str, language: Language
    ) -> list[Message]:
        match action:
            case messages.WHY:
                may_suggest = self.explain is not None
                return [messages.compose_why_form(entry, language, may_suggest=may_suggest)]
            case messages.EXPLAIN if self.explain:
                later = Choice("", messages.EXPLAINED, entry.highlight.id)
                return [compose_asking(replace(incoming, choice=later), language)]
            case messages.EXPLAINED if self.explain:
                post, moves = entry.post, list_reasons(entry.post, language)
                text = f"{post.title}\n\n{post.about}"
                written = (
                    Written(unread=BUSY)
                    if incoming.is_alone
                    else await self.explain(text, moves, language)
                )
                if not written.offered:
                    return [say("nothing", explain_nothing(written, language), language)]
                why = written.offered[0].text
                return [messages.compose_why_form(entry, language, suggested=why)]
            case messages.WRITE:
                return [await self._note_why(entry, incoming.text, language)]
            case messages.ASK:
                return await self._ask(entry, incoming, language)
            case messages.DROP:
                await self.book.remove(entry)
                dropped = HIGHLIGHT_WORDINGS[language].dropped
                return [say("highlight-dropped", dropped, language, in_place=True)]
            case _:
                return [messages.compose_highlight(entry, language)]

    async def _propose(self, value: str, language: Language) -> Message:
        first = int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else 0
        now = self.clock.now()
        entries = await self.book.list_entries()
        taken = {
            one.highlight.post for one in entries if one.is_fresh(now) or one.showing is not None
        }
        posts = await self.book.posts.list_things()
        names = {one.person: one.name for one in await self.ambassadors.list_things()}
        candidates = [
            messages.Candidate(post, names[post.person], compare_with_own(post, posts))
            for post in sorted(posts, key=lambda post: (post.handed_in_at, post.id))
            if post.is_shared
            and post.person in names
            and post.id not in taken
            and messages.is_recent(post, now, _DAYS)
        ]
        chosen = [one for one in entries if one.is_fresh(now) and one.post.is_shared]
        return messages.compose_proposal(chosen, candidates, first, language)

    async def _pick(self, name: str, language: Language) -> Message:
        """Pick a post; whoever picks it too at the same time picks the same."""
        wording = HIGHLIGHT_WORDINGS[language]
        post = await self.book.posts.find(name)
        if post is None or not post.is_shared:
            return say("highlight-gone", wording.gone, language)
        now = self.clock.now()
        entries = await self.book.list_entries()
        before = [one for one in entries if one.post.id == name]
        known = next((one for one in before if one.takes_place(now)), None)
        if known is not None:
            return messages.compose_highlight(known, language)
        if sum(one.takes_place(now) for one in entries) >= MOST:
            return say("highlight-full", wording.full, language)
        highlight = Highlight(f"{name}-{len(before)}", name, post.person, now)
        await self.book.highlights.keep(highlight.id, highlight, post.person)
        return messages.compose_highlight(Entry(highlight, post), language)

    async def _note_why(self, entry: Entry, text: str, language: Language) -> Message:
        why = " ".join(text.split())[:LONGEST_WHY]
        concern = await self.texts.find_concern(why, language) if why else ""
        if concern:
            refusal = HIGHLIGHT_WORDINGS[language].concern.format(concern=concern)
            return say("highlight-concern", refusal, language)
        changed = replace(entry.highlight, why=why)
        await self.book.highlights.keep(changed.id, changed, changed.person)
        return messages.compose_highlight(replace(entry, highlight=changed), language)

    async def _ask(self, entry: Entry, incoming: Incoming, language: Language) -> list[Message]:
        """Ask the author, at their hours; an editor who asks herself answers right away."""
        wording = HIGHLIGHT_WORDINGS[language]
        author = await self.ambassadors.find(entry.post.person)
        if author is None:
            return [say("highlight-gone", wording.gone, language)]
        shown = show_as(entry, "name", "", author.language)
        concern = await self.texts.find_concern(f"{shown.title}. {shown.why}", language)
        if concern:
            refusal = wording.concern.format(concern=concern)
            return [say("highlight-concern", refusal, language)]
        asked = replace(entry, highlight=entry.highlight.ask(self.clock.now()))
        await self.book.highlights.keep(asked.highlight.id, asked.highlight, author.person)
        name = entry.post.credit or author.name
        question = compose_question(asked, name, author.language)
        if author.person == incoming.person:
            return [messages.compose_highlight(asked, language), question]
        is_sent = await self._send(asked, author, question)
        note = wording.asked if is_sent else wording.asked_there
        return [messages.compose_highlight(asked, language, note=note)]

    async def _send(self, entry: Entry, author: Ambassador, question: Message) -> bool:
        now = self.clock.now()
        moment = author.hours.find_moment(now)
        is_paused = author.is_paused(now.date())
        if self.outbox is None or moment is None or is_paused:
            return False
        if not self.outbox.reaches(author.to.channel):
            return False
        picked = int(entry.highlight.picked_at.timestamp())
        key = f"highlight/{entry.highlight.id}/{entry.highlight.fingerprint}/{picked}"
        await self.outbox.send(key, author.to, question, not_before=moment)
        return True

"""Take in an export with numbers of posts: read it, ask about its columns, add the numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.core.computing import Compute
from bot.core.message import Choice, Incoming, Message, SharedFile
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.exports import messages
from bot.core.programme.exports.pending import (
    Asked,
    PendingExport,
    choose_questions,
    name_file,
    name_key,
    pack_file,
    unpack_file,
)
from bot.core.programme.exports.ports import EmptyTables, ReadsExports
from bot.core.programme.exports.wording import EXPORT_WORDINGS
from bot.core.programme.numbers import Answers, ColumnQuestion, ExportRefused, NumbersRead
from bot.core.programme.people.messages import compose_invitation
from bot.core.programme.ports import Shelf
from bot.core.programme.posts.figures import take_figures
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.spoken import Spoken

_HOW = Spoken(
    {
        "de": ("(?:linkedin[- ]?)?export", "zahlen (?:hochladen|importieren|aus einer datei)"),
        "nl": ("(?:linkedin[- ]?)?export", "cijfers (?:uploaden|importeren|uit een bestand)"),
        "en": ("(?:linkedin[- ]?)?export", "(?:upload|import) (?:my )?numbers"),
    }
)
_TEMPLATE = Spoken(
    {
        "de": ("(?:csv[- ]?)?vorlage", "leere tabelle(?: \\(?csv\\)?)?"),
        "nl": ("(?:csv[- ]?)?sjabloon", "lege tabel(?: \\(?csv\\)?)?"),
        "en": ("(?:csv[- ]?)?template", "empty table(?: \\(?csv\\)?)?"),
    }
)
_MOST_KEPT = 3  # files of one person that wait for answers


@dataclass(frozen=True)
class TakingIn:
    """Implements the Feature of exports, and takes in the files of a message.

    Args:
        handing_in: Has the posts that the numbers are of, and knows who takes part.
        reader: Reads files.
        compute: Where that is done, apart from what everybody waits for.
        pending: The files that wait for answers.
        clock: Tells the time.
        tables: Gives the empty table that people fill in themselves.
    """

    handing_in: HandingIn
    reader: ReadsExports
    compute: Compute
    pending: Shelf[PendingExport]
    clock: Clock
    tables: EmptyTables

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_HOW, _TEMPLATE)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:  # noqa: ARG002 - of the port
        """Give none: a file is its own door."""
        return ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “export”: where it comes from, and where it may be dropped; and “template”."""
        if _TEMPLATE.read(incoming.text) is not None:
            return [self._give_template(incoming, language)]
        if _HOW.read(incoming.text) is None:
            return None
        return [messages.compose_how(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of a question about a column."""
        if choice.action == messages.HOW:
            return [messages.compose_how(incoming, language)]
        if choice.action == messages.TEMPLATE:
            return [self._give_template(incoming, language)]
        if choice.action != messages.ANSWER:
            return None
        name, _, what = choice.value.partition(" ")
        pending = await self.pending.find(name_key(incoming.person, name))
        if pending is None or pending.is_over(self.clock.now()):
            return [messages.say_one("gone", language)]
        return await self._answer_about(pending, what, language)

    async def answer_files(self, incoming: Incoming, language: Language) -> list[Message]:
        """Answer the files of a message."""
        answers: list[Message] = []
        for file in incoming.files:
            answers += await self._take(incoming, file, language)
        return answers

    def _give_template(self, incoming: Incoming, language: Language) -> Message:
        address = self.tables.name_page(language, on_page=incoming.on_page)
        return messages.compose_template(address, self.tables.list_headers(language), language)

    async def tidy(self) -> int:
        """Erase files that nobody answered about in time; says how many."""
        now = self.clock.now()
        over = [one for one in await self.pending.list_things() if one.is_over(now)]
        for one in over:
            await self.pending.remove(one.key)
        return len(over)

    async def drop(self, person: str) -> None:
        """Forget the files of somebody who leaves."""
        for one in await self.pending.list_things(person):
            await self.pending.remove(one.key)

    async def _take(
        self, incoming: Incoming, file: SharedFile, language: Language
    ) -> list[Message]:
        person, name = incoming.person, name_file(file.data)
        before = await self.pending.find(name_key(person, name))
        if before is not None and before.is_over(self.clock.now()):
            before = None
        answers = before.answers if before else {}
        outcome = await self._read(file, answers, language)
        if isinstance(outcome, ExportRefused):
            return [messages.compose_refusal(outcome, file.name, language)]
        if not await self.handing_in.takes_part(incoming):
            note = EXPORT_WORDINGS[language].not_joined
            return [compose_invitation(language, note=note)]
        questions = choose_questions(outcome.questions)
        if not (questions and await self._concerns(person, outcome)):
            await self.pending.remove(name_key(person, name))
            return [await self._keep(person, outcome, language)]
        known = tuple(Asked(one.key, one.suggestion) for one in questions)
        packed = await self.compute(partial(pack_file, file.data))
        now = self.clock.now()
        kept = PendingExport(name, person, file.name, packed, now, known, answers)
        await self._make_room(kept)
        await self.pending.keep(kept.key, kept, person)
        asked = messages.compose_questions(name, questions, language, pressed=False)
        if not _has_numbers(outcome) or await self._find_lack(person, outcome):
            return [asked]
        return [await self._keep(person, outcome, language, asks=True), asked]

    async def _answer_about(
        self, pending: PendingExport, what: str, language: Language
    ) -> list[Message]:
        """Note an answer; ask the next question, or add the numbers."""
        told = {} if what == "each" else pending.read(what)
        if told is None:
            return [messages.say_one("not-understood", language)]
        noted = replace(pending, answers={**pending.answers, **told})
        file = unpack_file(pending)
        if file is None:
            await self.pending.keep(noted.key, noted, noted.person)
            return [messages.say_one("too-long", language)]
        outcome = await self._read(file, noted.answers, language)
        if isinstance(outcome, ExportRefused):
            await self.pending.remove(pending.key)
            return [messages.compose_refusal(outcome, file.name, language)]
        questions = choose_questions(outcome.questions)
        if questions:
            return [await self._ask_next(noted, questions, language)]
        await self.pending.remove(pending.key)
        return [await self._keep(pending.person, outcome, language, pressed=True)]

    async def _ask_next(
        self, noted: PendingExport, questions: Sequence[ColumnQuestion], language: Language
    ) -> Message:
        asked = tuple(Asked(one.key, one.suggestion) for one in questions)
        await self.pending.keep(noted.key, replace(noted, asked=asked), noted.person)
        return messages.compose_question(noted.id, questions, language, pressed=True)

    async def _read(
        self, file: SharedFile, answers: Answers, language: Language
    ) -> NumbersRead | ExportRefused:
        read = partial(self.reader.read_export, file.name, file.data, language, answers)
        return await self.compute(read)

    async def _keep(
        self,
        person: str,
        outcome: NumbersRead,
        language: Language,
        *,
        pressed: bool = False,
        asks: bool = False,
    ) -> Message:
        """Add the numbers to the person's own posts, and say what was read."""
        lack = await self._find_lack(person, outcome)
        if lack:
            return replace(messages.say_one(lack, language), in_place=pressed)
        joined = await self.handing_in.take_numbers(person, outcome.posts)
        told, notes = len(outcome.posts), outcome.notes
        return messages.compose_result(told, joined, notes, language, pressed=pressed, asks=asks)

    async def _find_lack(self, person: str, outcome: NumbersRead) -> str:
        """Name what a file lacks, so that nothing can be taken from it; empty where nothing."""
        if not outcome.posts:
            return "no-posts"
        if not any(post.link for post in outcome.posts):
            return "no-links"
        is_about_own = await self._concerns(person, outcome)
        return "no-numbers" if is_about_own and not _has_numbers(outcome) else ""

    async def _concerns(self, person: str, outcome: NumbersRead) -> bool:
        """Say whether a file may tell of the person's own posts; without links nobody knows."""
        links = {post.link for post in outcome.posts if post.link}
        own = {post.link for post in await self.handing_in.list_own(person)}
        return not links or bool(links & own)

    async def _make_room(self, newest: PendingExport) -> None:
        others = await self.pending.list_things(newest.person)
        waiting = [one for one in others if one.id != newest.id]
        newest_first = sorted(waiting, key=lambda one: one.kept_at, reverse=True)
        for old in newest_first[_MOST_KEPT - 1 :]:
            await self.pending.remove(old.key)


def _has_numbers(outcome: NumbersRead) -> bool:
    return any(take_figures(post).told for post in outcome.posts)

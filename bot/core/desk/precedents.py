"""Keep what editors said about a sentence for later, without anybody's name; until withdrawn.

The detectors mask what tells on people; an editor reads and edits it, and says yes. What still
names somebody is refused. Names of products and organisations stay: they are what it is about.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from bot.core.coaching.context import today_of
from bot.core.coaching.precedents import Precedent, PrecedentBook
from bot.core.coaching.review import Coach
from bot.core.computing import Compute, compute_here
from bot.core.desk.case import Case
from bot.core.errors import DraftError
from bot.core.language.words import detect_language
from bot.core.model import Context, Draft, Language, Organisation
from bot.core.policy.reading import Reading
from bot.core.ports import Clock
from bot.core.suggesting.masking import Masked, mask_text

PRECEDENTS_SHELF = "precedents"
LONGEST_SENTENCE, LONGEST_ADVICE = 600, 300
_PLACEHOLDER = re.compile(r"\[(PRODUCT|ORGANISATION)-\d{1,6}\]")
_TELLING = re.compile(r"\[(PERSON|NUMBER|ADDRESS|DETAIL)-\d{1,6}\]")
_OURS = re.compile(r"\[[A-Z]+-\d{1,6}\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a case, as it would be remembered."""

    text: str
    is_marked: bool


class PrecedentShelf(Protocol):
    """Keeps precedents, encrypted. May raise StorageError."""

    async def keep(self, key: str, thing: Precedent) -> None:
        """Keep one."""
        ...

    async def list_things(self) -> Sequence[Precedent]:
        """List all."""
        ...

    async def remove(self, key: str) -> bool:
        """Take one away; says whether it was there."""
        ...


@dataclass(frozen=True)
class Precedents:
    """The precedents of one organisation."""

    shelf: PrecedentShelf
    book: PrecedentBook
    coach: Coach
    organisation: Organisation
    clock: Clock
    compute: Compute = field(default=compute_here)

    async def reload(self) -> None:
        """Read what is kept into memory, where reviews find it."""
        self.book.fill(await self.shelf.list_things())

    async def list_kept(self) -> Sequence[Precedent]:
        """List what is kept, the newest first."""
        return sorted(await self.shelf.list_things(), key=lambda one: one.said_on, reverse=True)

    async def propose(self, case: Case) -> tuple[list[Sentence], str]:
        """Give the sentences of a case and the words said to it, masked."""
        found = await self.compute(partial(self._mask_sentences, case))
        advice = case.suggested or case.reply
        return found, (await self.compute(partial(self._mask, advice)))[:LONGEST_ADVICE]

    async def find_telling(self, text: str) -> str:
        """Give words of a text that still tell on somebody; empty: none do."""
        return await self.compute(partial(self._find_telling, text))

    async def keep(self, case: Case, sentence: str, advice: str) -> Precedent:
        """Keep a sentence of an answered case with its answer."""
        if not case.decision or case.answered_at is None:
            raise ValueError("Nobody said anything to this case yet.")
        plain = _OURS.sub("", clean(sentence)[:LONGEST_SENTENCE])
        vector = await self.compute(partial(self.book.embed, plain))
        kept = Precedent(
            secrets.token_hex(6),
            clean(sentence)[:LONGEST_SENTENCE],
            case.decision,
            clean(advice)[:LONGEST_ADVICE],
            _tell_language(plain, case),
            case.answered_at.date(),
            vector,
        )
        await self.shelf.keep(kept.id, kept)
        await self.reload()
        return kept

    async def withdraw(self, name: str) -> bool:
        """Forget a precedent; says whether it was there."""
        was_there = await self.shelf.remove(name)
        await self.reload()
        return was_there

    def _mask_sentences(self, case: Case) -> list[Sentence]:
        masked = self._read(case.text)
        marked = [(one.start, one.end) for one in case.findings]
        if masked is None:
            return []
        reading, pieces = masked
        found = []
        for one in reading.parsed.sentences:
            text = _write(pieces, one.start, one.end)
            is_marked = any(start < one.end and one.start < end for start, end in marked)
            if text:
                found.append(Sentence(text[:LONGEST_SENTENCE], is_marked))
        return found

    def _mask(self, text: str) -> str:
        read = self._read(text)
        return _write(read[1], 0, len(text)) if read is not None else ""

    def _find_telling(self, text: str) -> str:
        read = self._read(clean(_OURS.sub("", text)))
        if read is None:
            return ""
        masked = read[1]
        pieces = (
            masked.original[start:end]
            for start, end, there in masked.pieces
            if _TELLING.fullmatch(there) and masked.original[start:end] != there
        )
        return next(pieces, "")

    def _read(self, text: str) -> tuple[Reading, Masked] | None:
        draft = Draft(text, Context(today_of(self.organisation, self.clock), self.organisation))
        try:
            reading = self.coach.check(draft).reading
        except DraftError:
            return None
        return reading, mask_text(text, reading)


def clean(text: str) -> str:
    """Give a text on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _write(masked: Masked, first: int, last: int) -> str:
    """Write a part of a masked text; products and organisations stand there by name."""
    written = []
    for start, end, there in masked.pieces:
        if end <= first or start >= last:
            continue
        if masked.original[start:end] == there:
            written.append(masked.original[max(start, first) : min(end, last)])
        elif start >= first or not written:
            is_free = _PLACEHOLDER.fullmatch(there)
            written.append(masked.original[start:end] if is_free else there)
    return clean("".join(written))


def _tell_language(text: str, case: Case) -> Language:
    return detect_language(text) or detect_language(case.text) or case.language

"""Review what a person wrote: a draft, its next version, and what a model reads in it."""

import math
from dataclasses import dataclass
from functools import partial

from bot.core.coaching import messages, replies
from bot.core.coaching.review import LONGEST_DRAFT, Coach
from bot.core.coaching.revision import Revision, compare_versions, is_revision, remember
from bot.core.coaching.wording import WORDINGS
from bot.core.computing import Compute
from bot.core.errors import DraftError, DraftTooLongError, DraftUnreadableError
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Context, Draft, Language, Review
from bot.core.policy.engine import Check
from bot.core.ports import Clock, Records, RememberedDraft
from bot.core.reading_along import FirstAnswer, ReadingAlong


@dataclass(frozen=True)
class Reviewing:
    """The reviews in one organisation's conversations."""

    coach: Coach
    records: Records
    clock: Clock
    compute: Compute
    reading_along: ReadingAlong | None

    async def answer_draft(
        self, incoming: Incoming, context: Context, language: Language
    ) -> list[Message]:
        """Review a draft, compare it with the version before, and keep both facts.

        Raises:
            StorageError: The notes cannot be read or written.
        """
        began = self.clock.now()
        read, refusal = await self._read_text(incoming.text, context, language)
        if read is None:
            return refusal
        (review, checked), text = read, incoming.text
        before = await self.records.recall_draft(incoming.person, incoming.conversation)
        revision = _compare(review, text, before)
        kept = remember(review, text, before if revision else None)
        await self.records.remember_draft(incoming.person, incoming.conversation, kept)
        record = await self.records.record_review(
            incoming.person, review, max(0, math.ceil((self.clock.now() - began).total_seconds()))
        )
        if self.reading_along is None:
            return [messages.compose_review(review, text, revision)]
        first = FirstAnswer(revision, record)
        return [self.reading_along.compose_first(review, incoming, first, checked)]

    async def answer_without_notes(
        self, text: str, context: Context, language: Language
    ) -> list[Message]:
        """Review a draft where nothing can be kept, and say so."""
        read, refusal = await self._read_text(text, context, language)
        if read is None:
            return refusal
        note = replies.say("no-notes", WORDINGS[language].storage, language)
        return [messages.compose_review(read[0], text), note]

    async def read_along(
        self, incoming: Incoming, choice: Choice, context: Context, language: Language
    ) -> Message | None:
        """Give a review once more, with what a language model reads; None where none does."""
        if self.reading_along is None:
            return None
        draft = Draft(incoming.text, context, answer_language=language)
        try:
            return await self.reading_along.read(incoming, choice, draft)
        except DraftError as error:  # a page may send anything
            return _refuse_draft(error, draft, language)

    async def _read_text(
        self, text: str, context: Context, language: Language
    ) -> tuple[tuple[Review, Check] | None, list[Message]]:
        """Review a text; where nobody could, give the sentence that says why."""
        draft = Draft(text, context, answer_language=language)
        try:
            return await self.compute(partial(self.coach.read, draft)), []
        except DraftError as error:
            return None, [_refuse_draft(error, draft, language)]


def _compare(review: Review, text: str, before: RememberedDraft | None) -> Revision | None:
    if before is None or not is_revision(text, before):
        return None
    return compare_versions(review, text, before)


def _refuse_draft(error: DraftError, draft: Draft, language: Language) -> Message:
    """Say why nobody could review a text."""
    wording = WORDINGS[language]
    match error:
        case DraftTooLongError():
            words = wording.too_long.format(length=len(draft.text), limit=LONGEST_DRAFT)
            return replies.say("too-long", words, language)
        case DraftUnreadableError():
            return replies.say("unreadable", wording.unreadable, language)
        case _:
            return replies.say("empty", wording.empty, language)

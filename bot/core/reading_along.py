"""A language model reads along: first the answer without it, then the same with what it says.

What the rules find never waits for a model. The second answer takes the first one's place.
"""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bot.core.coaching import messages
from bot.core.coaching.review import Coach
from bot.core.coaching.revision import Revision
from bot.core.coaching.wording import WORDINGS
from bot.core.computing import Compute, compute_here
from bot.core.errors import StorageError
from bot.core.message import Choice, Incoming, Message, Paragraph
from bot.core.model import Draft, Language, ModelUse, Review
from bot.core.policy.engine import Check
from bot.core.policy.opinions import add_opinions, list_questions
from bot.core.ports import Records
from bot.core.suggesting.consulting import BUSY, KEPT
from bot.core.suggesting.judging import Judge
from bot.core.suggesting.reading_wording import READING_WORDINGS, tell_reading
from bot.core.suggesting.suggestions import Suggestions

READ_ALONG = "read-along"
_LONGEST_RECORD = 64
_BETTER = WORDINGS["en"].better


@dataclass(frozen=True)
class FirstAnswer:
    """What the second answer needs of the first: how it compares, and the name of its record."""

    revision: Revision | None = None
    record: str = ""


@dataclass(frozen=True)
class ReadingAlong:
    """Gives reviews a second time, with what a model reads, and offers what it may write."""

    coach: Coach
    judge: Judge
    records: Records
    compute: Compute = field(default=compute_here)
    suggestions: Suggestions | None = None

    def introduce(self, greeting: Message) -> Message:
        """Say in a greeting that a model reads along, and where it is."""
        told = READING_WORDINGS[greeting.language].greeting.format(place=self.judge.model.place)
        first, kept, *rest = greeting.parts
        return replace(greeting, parts=(first, kept, Paragraph(told), *rest))

    def compose_first(
        self, review: Review, incoming: Incoming, first: FirstAnswer, checked: Check
    ) -> Message:
        """Compose the answer that nobody waits for, and what follows it."""
        language, text = review.answer_language, incoming.text
        more = self._offer(text, checked, language)
        if not list_questions(checked):
            return messages.compose_review(review, text, first.revision, more=more)
        if not self.judge.may_read(checked):
            told = tell_reading(ModelUse(KEPT), language)
            return messages.compose_review(review, text, first.revision, told)
        told = READING_WORDINGS[language].reads_along
        message = messages.compose_review(review, text, first.revision, told, more)
        choice = Choice("", READ_ALONG, _write_first_answer(first))
        asked = replace(incoming, choice=choice, language=language, files=(), pictures=())
        return replace(message, follow=asked)

    async def read(self, incoming: Incoming, choice: Choice, draft: Draft) -> Message:
        """Read a draft with the model and give the whole answer.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        first = _read_first_answer(choice.value)
        checked = await self.compute(partial(self.coach.check, draft))
        language = draft.answer_language or checked.parsed.language
        if incoming.is_alone:
            judged, use = checked, ModelUse(BUSY)
        else:
            judgement = await self.judge.judge(draft, checked)
            findings = add_opinions(checked, judgement.opinions, language)
            judged, use = replace(checked, findings=findings), judgement.use or ModelUse(BUSY)
        review = await self.compute(partial(self.coach.complete, draft, judged, use))
        if first.record:
            with contextlib.suppress(StorageError):  # the answer is worth more than its record
                await self.records.amend_review(incoming.person, first.record, review)
        told, more = tell_reading(use, language), self._offer(draft.text, judged, language)
        return messages.compose_review(review, draft.text, first.revision, told, more)

    def _offer(self, text: str, checked: Check, language: Language) -> tuple[Choice, ...]:
        if self.suggestions is None:
            return ()
        return self.suggestions.offer_choices(text, checked, language)


def _write_first_answer(first: FirstAnswer) -> str:
    known: dict[str, object] = {"record": first.record}
    if first.revision is not None:
        one = first.revision
        known["revision"] = [one.settled, one.left, one.new, one.better]
    return json.dumps(known, ensure_ascii=False)


def _read_first_answer(value: str) -> FirstAnswer:
    """Read what we wrote; a page may have sent anything else."""
    try:
        known = json.loads(value)
    except (ValueError, RecursionError):
        return FirstAnswer()
    if not isinstance(known, dict):
        return FirstAnswer()
    record, lists = known.get("record"), known.get("revision")
    name = record if isinstance(record, str) and len(record) <= _LONGEST_RECORD else ""
    return FirstAnswer(_read_revision(lists), name)


def _read_revision(lists: object) -> Revision | None:
    if not isinstance(lists, list) or len(lists) != 4:
        return None
    settled, left, new, better = (_read_words(one) for one in lists)
    return Revision(settled, left, new, tuple(one for one in better if one in _BETTER))


def _read_words(words: object) -> tuple[str, ...]:
    listed: Sequence[object] = words if isinstance(words, list) else ()
    return tuple(word for word in listed if isinstance(word, str))

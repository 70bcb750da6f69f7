"""Ask a model for something to offer, and sift what it answers: the one way that all of it goes.

May it leave, mask it, ask, sift what comes back, have mended once what our rules object to.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.core.coaching.review import Coach
from bot.core.computing import Compute
from bot.core.errors import DraftError
from bot.core.model import Draft, Language, ModelUse
from bot.core.policy.engine import Check
from bot.core.suggesting.advice import compose_advice
from bot.core.suggesting.consulting import KEPT, consult
from bot.core.suggesting.early import Early, ShowEarly
from bot.core.suggesting.leaving import Sees, decide_leaving
from bot.core.suggesting.pieces import Piece, read_text
from bot.core.suggesting.ports import LanguageModel, Prompts
from bot.core.suggesting.sifting import Shape, Sieve, Sifted, Source, open_source
from bot.core.suggesting.written import FINDING, SAME, UNREADABLE, Suggestion, Written

REWRITE = "rewrite"  # the prompt that mends a text


@dataclass(frozen=True)
class Task:
    """What is asked, and what an answer must be like."""

    prompt: str
    inputs: Mapping[str, object]
    shape: Shape
    source: Source
    language: Language
    read: Callable[[Mapping[str, Any]], list[Piece]]
    mended: Mapping[str, object]  # inputs of the prompt that mends, beside findings and text


@dataclass(frozen=True)
class Asking:
    """Asks; `sees` is what the organisation lets its model see."""

    model: LanguageModel
    prompts: Prompts
    coach: Coach
    sees: Sees
    compute: Compute

    def may_see(self, checked: Check) -> bool:
        """Say whether a text may leave, masked."""
        return decide_leaving(checked.findings, checked.skipped, self.sees).may_leave

    async def write(
        self,
        draft: Draft,
        checked: Check | None,
        make: Callable[[Source], Task],
        show: ShowEarly | None = None,
    ) -> Written:
        """Have something written from a draft; whatever the model does is told, never raised.

        Args:
            draft: What is written from.
            checked: What the engine found in it; None: it was not read yet.
            make: Makes the task, once it is known that the draft may leave.
            show: Shows what is ready while the rest is still being written.
        """
        try:
            source = await self.compute(partial(open_source, self.coach, draft, checked))
        except DraftError:
            return Written(unread=UNREADABLE)
        if not self.may_see(source.checked):
            return Written(unread=KEPT, use=ModelUse(KEPT))
        task = make(source)
        prompt = self.prompts.compose(task.prompt, task.inputs)
        sieve = Sieve(self.coach, task.source, task.shape, task.language)
        early = Early(task.read, sieve, self.compute, show)
        async with early.showing():
            consulted = await consult(self.model, prompt, source.masked, early.note)
        use = consulted.use
        if consulted.data is None:
            return Written(unread=use.outcome, use=use)
        pieces = task.read(consulted.data)
        sifted = [await early.sift(piece) for piece in pieces]
        mended, titles = await self._mend(task, sieve, pieces, sifted)
        offered, dropped = _sum_up(mended)
        return Written(offered, dropped, use=replace(use, prompts=(*use.prompts, *titles)))

    async def _mend(
        self, task: Task, sieve: Sieve, pieces: Sequence[Piece], sifted: Sequence[Sifted]
    ) -> tuple[list[Sifted], tuple[str, ...]]:
        """Have mended, all at once and each once, what the engine has something against."""
        wanted = [at for at, one in enumerate(sifted) if one.reason == FINDING]
        again = await asyncio.gather(
            *(self._mend_one(task, sieve, pieces[at], sifted[at]) for at in wanted)
        )
        mended = list(sifted)
        for at, (one, _) in zip(wanted, again, strict=True):
            mended[at] = one
        return mended, tuple(dict.fromkeys(title for _, title in again if title))

    async def _mend_one(
        self, task: Task, sieve: Sieve, piece: Piece, sifted: Sifted
    ) -> tuple[Sifted, str]:
        """Ask for a better version of one text. It leaves as any draft does: if it may, masked."""
        draft = task.source.draft
        if not decide_leaving(sifted.findings, (), self.sees).may_leave:
            return sifted, ""
        once = replace(draft, text=piece.text, language=task.language)
        masked = (await self.compute(partial(open_source, self.coach, once))).masked
        advice = compose_advice(sifted.findings, self.coach.policy, draft.context)
        inputs = {**task.mended, "findings": advice, "draft": masked.text}
        prompt = self.prompts.compose(REWRITE, inputs)
        data = (await consult(self.model, prompt, masked)).data
        if data is None:
            return sifted, prompt.title
        (mended,) = read_text("text")(data)
        if masked.has_unknown(mended.text):
            return sifted, prompt.title
        again = Piece(masked.restore(mended.text), piece.style, piece.origin)
        found = await self.compute(partial(sieve.sift, again, was_mended=True))
        return found, prompt.title


def make_task(
    prompt: str,
    inputs: Mapping[str, object],
    shape: Shape,
    source: Source,
    read: Callable[[Mapping[str, Any]], list[Piece]],
    language: Language | None = None,
) -> Task:
    """Make a task; without a language it is written in that of the source."""
    spoken = language or source.language
    mended = {"language": spoken, "network": source.draft.context.network}
    return Task(prompt, inputs, shape, source, spoken, read, mended)


def _sum_up(sifted: Sequence[Sifted]) -> tuple[tuple[Suggestion, ...], Mapping[str, int]]:
    offered: dict[str, Suggestion] = {}
    dropped: Counter[str] = Counter()
    for one in sifted:
        if one.suggestion is None:
            dropped[one.reason] += 1
        elif one.suggestion.text in offered:
            dropped[SAME] += 1
        else:
            offered[one.suggestion.text] = one.suggestion
    return tuple(offered.values()), dict(dropped)

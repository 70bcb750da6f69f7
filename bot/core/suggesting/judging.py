"""Have a language model read a draft: the questions of rules, and the words it answers with.

It reads the masked draft, and its answer is untrusted: a finding counts only where it names a rule
that asked and quotes words that stand in the draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.core.computing import Compute, compute_here
from bot.core.model import Draft, ModelUse
from bot.core.policy.engine import Check
from bot.core.policy.opinions import Opinion, list_questions
from bot.core.policy.reading import LONGEST_QUOTE
from bot.core.policy.rule import Rule
from bot.core.suggesting.consulting import KEPT, consult
from bot.core.suggesting.leaving import Sees, decide_leaving
from bot.core.suggesting.masking import Masked, mask_text
from bot.core.suggesting.ports import LanguageModel, Prompts

JUDGE = "judge"  # the prompt


@dataclass(frozen=True)
class Judgement:
    """What a model read in a draft; without a use nothing was asked."""

    opinions: tuple[Opinion, ...] = ()
    use: ModelUse | None = None


@dataclass(frozen=True)
class Judge:
    """Asks a model about drafts; `sees` is what the organisation lets it see."""

    model: LanguageModel
    prompts: Prompts
    sees: Sees = "masked"
    compute: Compute = field(default=compute_here)

    def may_read(self, checked: Check) -> bool:
        """Say whether a draft may leave, masked."""
        return decide_leaving(checked.findings, checked.skipped, self.sees).may_leave

    async def judge(self, draft: Draft, checked: Check) -> Judgement:
        """Ask about a draft; whatever goes wrong is said in the use, never raised."""
        questions = list_questions(checked)
        if not questions:
            return Judgement()
        if not self.may_read(checked):
            return Judgement(use=ModelUse(KEPT))
        masked = await self.compute(partial(mask_text, draft.text, checked.reading))
        context = draft.context
        asked = {
            "language": checked.parsed.language,
            "network": context.network,
            "setting": ", ".join(context.settings) or "any",
            "rules": [{"id": rule.id, "question": question} for rule, question in questions],
            "draft": masked.text,
        }
        consulted = await consult(self.model, self.prompts.compose(JUDGE, asked), masked)
        rules = {rule.id: rule for rule, _ in questions}
        opinions = _read_opinions(consulted.data or {}, rules, masked, draft.text)
        return Judgement(opinions, consulted.use)


def _read_opinions(
    data: Mapping[str, Any], rules: Mapping[str, Rule], masked: Masked, text: str
) -> tuple[Opinion, ...]:
    found: list[Opinion] = []
    said = data.get("findings")
    for one in said if isinstance(said, Sequence) and not isinstance(said, str) else ():
        rule, quote = (one.get("rule"), one.get("quote")) if isinstance(one, Mapping) else ("", "")
        if not (isinstance(rule, str) and isinstance(quote, str) and rule in rules):
            continue
        place = masked.find(quote)
        if place is not None:
            found.append(Opinion(rules[rule], *_shorten(place, text)))
    return tuple(found)


def _shorten(place: tuple[int, int], text: str) -> tuple[int, int]:
    """Keep of a long quotation the words that a finding may quote."""
    start, end = place
    if end - start <= LONGEST_QUOTE:
        return place
    last_blank = text.rfind(" ", start, start + LONGEST_QUOTE + 1)
    return start, last_blank if last_blank > start else start + LONGEST_QUOTE

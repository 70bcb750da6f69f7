"""Run the examples of a policy's rules: a rule that fails its own examples is not to be trusted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from typing_extensions import override

from bot.core.model import LANGUAGES, Context, Draft, Finding, Language, Organisation, Severity
from bot.core.policy.doubts import UNSURE
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.policy.resting import wake_rules
from bot.core.policy.rule import Block, Example, Rule
from bot.core.ports import Resemblance

_ANY_DAY = date(2026, 6, 15)  # examples that do not name a day
_LEAST_BAD, _LEAST_GOOD = 3, 2
_HOUSE = "house"  # the pack that an organisation writes at the desk: one of each is enough there


@dataclass(frozen=True)
class Complaint:
    """An example that does not hold, with what to do about it."""

    path: str
    line: int
    problem: str
    hint: str

    @override
    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}. {self.hint}"


def run_examples(
    policy: Policy,
    organisation: Organisation,
    resemblance: Resemblance | None = None,
    pack: str = "",
) -> list[Complaint]:
    """Run every example of every rule; an empty list means that the policy may be used.

    With a pack, those of its rules alone. Rules that ask for a resemblance are run only where
    there is a second signal. A rule at rest is tried as if it were awake: it comes back.
    """
    policy = wake_rules(policy)
    complaints: list[Complaint] = []
    for rule in policy.rules:
        if pack and rule.pack != pack:
            continue
        for language in LANGUAGES:
            if language in rule.blocks:
                complaints.extend(_run_block(rule, language, policy, organisation, resemblance))
    return complaints


def _run_block(
    rule: Rule,
    language: Language,
    policy: Policy,
    organisation: Organisation,
    resemblance: Resemblance | None,
) -> Iterator[Complaint]:
    block = rule.blocks[language]
    yield from _count_examples(rule, language, block)
    if rule.resembles is not None and resemblance is None:
        return
    for example in block.examples:
        if rule.is_judged and example.kind == "bad":
            continue  # only a language model can tell: `make eval` runs them
        if rule.resembles is not None:
            second = resemblance
        else:  # what must stay untouched is only touched by a rule that counts by itself
            second = UNSURE if example.kind == "good" else None
        found = check(compose_draft(example, language, organisation), policy, second).findings
        complaint = _judge(rule, example, found)
        if complaint:
            yield complaint


def _count_examples(rule: Rule, language: Language, block: Block) -> Iterator[Complaint]:
    kinds = Counter(example.kind for example in block.examples)
    wanted: tuple[tuple[Literal["bad", "good"], int], ...] = (
        ("bad", 1 if rule.pack == _HOUSE else _LEAST_BAD),
        ("good", 1 if rule.pack == _HOUSE else _LEAST_GOOD),
    )
    for kind, least in wanted:
        if kinds[kind] < least:
            yield Complaint(
                rule.path,
                rule.line,
                f"the block {language} has {kinds[kind]} {kind} examples",
                f"Write at least {least}, one of them a paraphrase or near miss.",
            )


def compose_draft(example: Example, language: Language, organisation: Organisation) -> Draft:
    """Compose the draft of an example: on the day and at the place that it names."""
    context = Context(
        date=example.date or _ANY_DAY,
        organisation=organisation,
        countries=(example.country,) if example.country else (),
        settings=(example.setting,) if example.setting else (),
        role=example.role or "unknown",
        network=example.network or "linkedin",
    )
    return Draft(example.text, context, language=language)


def _judge(rule: Rule, example: Example, found: tuple[Finding, ...]) -> Complaint | None:
    own = sorted((finding.start, finding.end) for finding in found if finding.rule == rule.id)
    if example.kind == "gap":
        if own:
            return Complaint(
                rule.path, example.line, "this gap is found now", "Promote it to `bad`."
            )
        return None
    if example.kind == "bad":
        if own == sorted(example.spans):
            return None
        return Complaint(
            rule.path,
            example.line,
            f"{rule.id} finds {_show(own, example.text)}, not {_show(example.spans, example.text)}",
            "Mend the rule or move the [[ ]].",
        )
    wrong = [
        finding
        for finding in found
        if finding.severity is not Severity.CONSIDER and finding.topic not in example.topic_also
    ]
    if not wrong:
        return None
    first = wrong[0]
    return Complaint(
        rule.path,
        example.line,
        f"this good example is found by {first.rule} at “{first.quote}”",
        f"Mend {first.rule}, or name its topic in `topic_also`.",
    )


def _show(spans: object, text: str) -> str:
    pairs = list(spans) if isinstance(spans, (list, tuple)) else []
    if not pairs:
        return "nothing"
    return ", ".join(f"“{text[start:end]}”" for start, end in pairs)

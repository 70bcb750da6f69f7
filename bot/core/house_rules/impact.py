"""What a change of rules does to known sentences: other verdicts, new findings, false alarms. Pure.

Only where a rule that changed has something to say can anything differ: these rules are tried
alone first, and the whole policy reads what is left.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.house_rules.house import PACK
from bot.core.model import Draft, Finding, Language, Organisation, Severity
from bot.core.policy.engine import check
from bot.core.policy.examples import compose_draft
from bot.core.policy.policy import Policy
from bot.core.policy.triggers import find_triggers
from bot.core.policy.verdict import decide_verdict
from bot.core.ports import Resemblance

_MOST_SHOWN = 60
_EVERY = 100  # sentences between two words about how far it is


@dataclass(frozen=True)
class Sentence:
    """A sentence to try.

    Args:
        origin: The rule or set that it comes from.
        draft: The sentence where and when it would be posted.
        expected: What its verdict should be, if anybody said: go, adjust, ask.
        must_stay: Whether nothing of weight may be found: an example that is fine.
    """

    origin: str
    draft: Draft
    expected: str = ""
    must_stay: bool = False


@dataclass(frozen=True)
class Changed:
    """A sentence about which the policy now says something else."""

    origin: str
    text: str
    before: str
    after: str
    rules: tuple[str, ...]
    is_false_alarm: bool
    expected: str = ""


@dataclass(frozen=True)
class Impact:
    """What a change does."""

    sentences: int = 0
    changed: int = 0
    false_alarms: int = 0
    new_findings: Mapping[str, int] = field(default_factory=dict)
    gone_findings: Mapping[str, int] = field(default_factory=dict)
    shown: tuple[Changed, ...] = ()


def list_examples(policy: Policy, organisation: Organisation) -> Iterable[Sentence]:
    """List the example sentences of all packs."""
    for rule in policy.rules:
        for language, block in rule.blocks.items():
            for example in block.examples:
                draft = compose_draft(example, language, organisation)
                fine = example.kind == "good" and not example.topic_also
                yield Sentence(rule.id, draft, "", must_stay=fine)


def compare_policies(
    before: Policy,
    after: Policy,
    sentences: Sequence[Sentence],
    resemblance: Resemblance | None = None,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Impact:
    """Say what differs between two policies for these sentences."""
    old, new = _differing(before, after), _differing(after, before)
    gone: Counter[str] = Counter()
    added: Counter[str] = Counter()
    shown: list[Changed] = []
    alarms = changed = 0
    for number, sentence in enumerate(sentences):
        if number % _EVERY == 0:
            tell(number, len(sentences))
        if not _speaks(old, sentence.draft) and not _speaks(new, sentence.draft):
            continue
        one, two = (check(sentence.draft, policy, resemblance) for policy in (before, after))
        was, now = _name_findings(one.findings), _name_findings(two.findings)
        if was == now:
            continue
        added.update(rule for rule, _ in (now - was).elements())
        gone.update(rule for rule, _ in (was - now).elements())
        before_it = decide_verdict(one.findings, one.skipped).value
        after_it = decide_verdict(two.findings, two.skipped).value
        found = Changed(
            sentence.origin,
            sentence.draft.text,
            before_it,
            after_it,
            tuple(sorted({rule for rule, _ in (now - was) + (was - now)})),
            _is_false_alarm(sentence, two.findings, after_it, was),
            sentence.expected,
        )
        alarms += found.is_false_alarm
        changed += before_it != after_it
        shown.append(found)
    shown.sort(key=lambda one: (not one.is_false_alarm, one.before == one.after))
    return Impact(
        len(sentences), changed, alarms, dict(added.most_common()), dict(gone.most_common()),
        tuple(shown[:_MOST_SHOWN]),
    )  # fmt: skip


def _is_false_alarm(
    sentence: Sentence, now: Sequence[Finding], verdict: str, was: Counter[tuple[str, str]]
) -> bool:
    if sentence.expected:
        weights = ("go", "adjust", "ask")
        return weights.index(verdict) > weights.index(sentence.expected)
    return sentence.must_stay and any(
        found.severity is not Severity.CONSIDER and (found.rule, found.severity.value) not in was
        for found in now
    )


def _name_findings(findings: Sequence[Finding]) -> Counter[tuple[str, str]]:
    return Counter((found.rule, found.severity.value) for found in findings)


def _differing(policy: Policy, other: Policy) -> Policy | None:
    """Give the policy with those rules alone that the other may have otherwise.

    Of a house rule that cannot be seen: its words stand beside it.
    """
    known = {rule.id: rule for rule in other.rules}
    rules = tuple(rule for rule in policy.rules if rule.pack == PACK or rule != known.get(rule.id))
    if not rules:
        return None
    return dataclasses.replace(policy, rules=rules, triggers=find_triggers(rules))


def _speaks(policy: Policy | None, draft: Draft) -> bool:
    return policy is not None and bool(check(draft, policy).candidates)


def make_sentence(
    origin: str, text: str, language: Language | None, expected: str, like: Draft
) -> Sentence:
    """Make a sentence of an uploaded set, posted where and when the examples are."""
    return Sentence(origin, Draft(text, like.context, language=language), expected)

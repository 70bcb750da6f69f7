"""What a language model reads in a draft, joined to what the engine found: it can only raise.

An opinion is a weak signal. Alone it is a thought. Where a rule's cue or a resemblance points at
the same words for the same topic, two kinds of signal agree: the finding weighs what the topic
weighs there, worded "please let somebody look". Nothing that was found is taken away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.model import Finding, Language, Severity
from bot.core.policy.doubts import Candidate
from bot.core.policy.engine import Check, applies, choose_source, compose_finding
from bot.core.policy.reading import LONGEST_QUOTE, Hit
from bot.core.policy.rule import Rule

_MOST = 8  # opinions on one draft; a model that says more has not read
MODEL = "model"  # in `by`


@dataclass(frozen=True)
class Opinion:
    """That the words from `start` to `end` are what a rule asks about, as a model reads them."""

    rule: Rule
    start: int
    end: int


def list_questions(checked: Check) -> tuple[tuple[Rule, str], ...]:
    """List what a model is asked about a draft: the questions of the rules that apply to it."""
    languages = {sentence.language for sentence in checked.parsed.sentences}
    return tuple(
        (rule, rule.question)
        for rule in checked.reading.policy.asked
        if rule.question and applies(rule, checked.reading.context) and languages & set(rule.blocks)
    )


def add_opinions(
    checked: Check, opinions: Sequence[Opinion], answer: Language
) -> tuple[Finding, ...]:
    """Give the findings with what opinions add or raise, in reading order.

    Args:
        checked: What the engine found by itself.
        opinions: What a model reads; of more than eight the first eight.
        answer: The language the author reads.
    """
    findings = list(checked.findings)
    for opinion in opinions[:_MOST]:
        hit = Hit(opinion.start, opinion.end)
        if _is_about_words(hit, checked):
            _add_opinion(findings, opinion.rule, hit, checked, answer)
    return tuple(sorted(findings, key=lambda one: (one.start, one.end, one.rule)))


def _is_about_words(hit: Hit, checked: Check) -> bool:
    text = checked.reading.text
    is_inside = 0 <= hit.start < hit.end <= len(text)
    return (
        is_inside
        and hit.end - hit.start <= LONGEST_QUOTE
        and bool(text[hit.start : hit.end].strip())
    )


def _add_opinion(
    findings: list[Finding], rule: Rule, hit: Hit, checked: Check, answer: Language
) -> None:
    touched = [one for one in findings if one.topic == rule.topic and _touches(one, hit)]
    heavy = [one for one in touched if one.severity is not Severity.CONSIDER]
    if heavy:
        for one in heavy:  # it is known and weighs enough: the model agrees
            findings[findings.index(one)] = _name_model(one)
        return
    cue = _find_cue(checked, rule.topic, hit)
    if cue is not None:
        raised = compose_finding(replace(cue, is_agreed=True), checked.reading, answer)
        place = Hit(raised.start, raised.end)
        for one in [one for one in touched if _touches(one, place)]:
            findings.remove(one)
        findings.append(_name_model(replace(raised, by=raised.by.partition("+")[0])))
    elif not touched:
        source, is_local = choose_source(rule, checked.reading.context, checked.parsed.language)
        alone = Candidate(rule, Severity.CONSIDER, hit, source, is_local)
        findings.append(replace(compose_finding(alone, checked.reading, answer), by=MODEL))


def _find_cue(checked: Check, topic: str, hit: Hit) -> Candidate | None:
    """Find what another kind of signal says of the same words: the heaviest, then the shortest.

    A rule that resembles looks at every sentence: it only counts where it was kept.
    """
    kept = {(one.rule, one.start, one.end) for one in checked.findings}
    agreeing = [
        one
        for one in checked.candidates
        if one.rule.topic == topic
        and one.hit.covers(hit)
        and one.severity is not Severity.CONSIDER
        and (one.rule.resembles is None or (one.rule.id, one.hit.start, one.hit.end) in kept)
    ]
    if not agreeing:
        return None
    return min(agreeing, key=lambda one: (-one.severity.weight, one.hit.end - one.hit.start))


def _touches(finding: Finding, hit: Hit) -> bool:
    return finding.start < hit.end and hit.start < finding.end


def _name_model(finding: Finding) -> Finding:
    return finding if MODEL in finding.by else replace(finding, by=f"{finding.by}+{MODEL}")

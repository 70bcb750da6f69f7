"""Check a draft against a policy. Pure: the same input gives the same findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.language.words import Parsed, find_foreign, parse
from bot.core.model import (
    SETTINGS,
    Context,
    Draft,
    Finding,
    Language,
    Severity,
    Skipped,
    Source,
)
from bot.core.policy.detectors import DETECTORS
from bot.core.policy.doubts import Candidate, settle_doubts, weigh_doubts
from bot.core.policy.evidence import Evidence
from bot.core.policy.matching import find_hits, keep_unless
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.rule import Block, Condition, Detector, Group, Requires, Rule, Within
from bot.core.policy.wording import ask_to_look, fill_placeholders
from bot.core.ports import Resemblance

# What protected speech (works council, pay, whistleblowing, working conditions) silences.
_SILENCED = frozenset({"conduct", "confidential", "disclosure", "style"})
PROTECTED = "protected-speech"
_SPOKEN_IN: Mapping[Language, str] = {"de": "DE", "nl": "NL", "en": "UK"}
UNREAD = Skipped("second signal", "what it was learned from cannot be read", Severity.ASK)
_MOST_PER_RULE = 5  # findings of one rule in one draft; a sixth teaches nothing new


@dataclass(frozen=True)
class Check:
    """What the engine found, and the reading that later steps (coaching) go on with."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    reading: Reading
    resemblance: Resemblance | None = None  # what is read later of this draft is weighed alike
    candidates: tuple[Candidate, ...] = ()  # every cue that hit, also what no finding came of

    @property
    def parsed(self) -> Parsed:
        """The draft in pieces."""
        return self.reading.parsed


def check(draft: Draft, policy: Policy, resemblance: Resemblance | None = None) -> Check:
    """Find everything the policy has to say about a draft, in reading order.

    Without a second signal every cue counts in full: louder, and only what asks for a resemblance
    is lost.
    """
    parsed = parse(draft.text, draft.language)
    reading = Reading(parsed, draft.context, policy, DETECTORS, resemblance is not None)
    languages = {sentence.language for sentence in reading.parsed.sentences}
    candidates: list[Candidate] = []
    for number in policy.triggers.find(reading.present):
        rule = policy.rules[number]
        if applies(rule, draft.context):
            candidates.extend(_find_candidates(rule, reading, languages))
    spoken = _drop_silenced(candidates, reading)
    weights = weigh_doubts(spoken, Evidence(reading), resemblance)
    kept = _keep_strictest(settle_doubts(spoken, weights, reading), reading)
    answer = draft.answer_language or draft.language or reading.parsed.language
    findings = tuple(compose_finding(candidate, reading, answer) for candidate in kept)
    skipped = tuple(_find_skipped(reading.parsed, policy, languages))
    if weights is None:
        skipped += (UNREAD,)
    return Check(findings, skipped, reading, resemblance, tuple(spoken))


def applies(rule: Rule, context: Context) -> bool:
    """Say whether a rule speaks in this context and rests not; what is unknown limits nothing."""
    limits = rule.applies
    organisation = context.organisation
    return (
        rule.find_pause(context.date) != "off"
        and _meets(limits.settings, context.settings)
        and _meets(limits.countries, context.countries)
        and _meets(limits.networks, (context.network,))
        and (not limits.roles or context.role in limits.roles)
        and (
            limits.listed is None
            or not organisation.company
            or limits.listed == organisation.listed
        )
    )


def _meets(wanted: Sequence[str], given: Sequence[str]) -> bool:
    if not wanted or not given:
        return True
    reached = set(given)
    if reached & {"DE", "NL"}:
        reached.add("EU")  # EU rules apply in DE and NL, not in the UK
    return not reached.isdisjoint(wanted)


def _find_candidates(rule: Rule, reading: Reading, languages: set[Language]) -> Iterable[Candidate]:
    blocks = [block for language, block in rule.blocks.items() if language in languages]
    hits = _find_unexcused(rule.when, rule.unless, blocks, reading)
    for block in blocks:
        hits += _find_unexcused(block.when, rule.unless, (block,), reading)
    if not hits:
        return
    severity = max(
        (rule.severity_in(setting) for setting in reading.context.settings or SETTINGS),
        key=lambda found: found.weight,
    )
    if rule.find_pause(reading.context.date):
        severity = Severity.CONSIDER
    source, is_local = choose_source(rule, reading.context, reading.parsed.language)
    unique = {(hit.start, hit.end): hit for hit in hits if hit.end > hit.start}
    for hit in sorted(unique.values(), key=lambda hit: hit.start)[:_MOST_PER_RULE]:
        yield Candidate(rule, severity, hit, source, is_local)


def _find_unexcused(
    when: Condition | None, unless: Sequence[Condition], blocks: Sequence[Block], reading: Reading
) -> list[Hit]:
    found = find_hits(when, reading) if when is not None else []
    if not found:
        return []
    excuses = [condition for block in blocks for condition in block.unless]
    return keep_unless(found, (*unless, *excuses), _level(when), reading)


def _level(when: Condition | None) -> Within:
    return (when.within if when is not None else None) or "sentence"


def choose_source(rule: Rule, context: Context, language: Language) -> tuple[Source, bool]:
    """Give the source for the author's country, then the organisation's, then the general one.

    Of an organisation's several countries the one whose language the draft is in comes first.
    """
    spoken = _SPOKEN_IN[language]
    at_home = [country for country in context.countries if country == spoken]
    employer = context.organisation.countries
    for country in (context.author_country, *at_home, *context.countries, *employer):
        if country in rule.local_sources:
            return rule.local_sources[country], True
    return rule.source, False


def _drop_silenced(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    protected = {reading.unit(hit.start, "paragraph") for hit in reading.hits(PROTECTED)}
    if not protected:
        return candidates
    return [
        candidate
        for candidate in candidates
        if candidate.rule.topic not in _SILENCED
        or _is_dated(candidate.rule)
        or (candidate.severity is Severity.ASK and candidate.rule.topic == "conduct")
        or reading.unit(candidate.hit.start, "paragraph") not in protected
    ]


def _is_dated(rule: Rule) -> bool:
    """Say whether a rule speaks of a closed period or embargo: protected speech ends there."""
    conditions = [rule.when, *(block.when for block in rule.blocks.values())]
    return any(condition is not None and _uses_dates(condition) for condition in conditions)


def _uses_dates(condition: Condition) -> bool:
    match condition:
        case Detector(name=name):
            return name == "date_window"
        case Group(operands=operands):
            return any(_uses_dates(operand) for operand in operands)
        case Requires(condition=inner):
            return _uses_dates(inner)
        case _:
            return False


def _keep_strictest(candidates: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """Keep one candidate per overlap and topic: strictest, then sure, then local, then shortest.

    What merely resembles a topic is kept where no rule with words of its own speaks of it.
    """
    ranked = sorted(
        candidates,
        key=lambda found: (
            found.rule.resembles is not None,
            -found.severity.weight,
            found.rule.alone is not None,
            not found.is_local,
            found.hit.end - found.hit.start,
        ),
    )
    kept: list[Candidate] = []
    for candidate in ranked:
        if not any(_says_it_already(other, candidate, reading) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda found: (found.hit.start, found.hit.end, found.rule.id))


def _says_it_already(kept: Candidate, other: Candidate, reading: Reading) -> bool:
    if kept.rule.topic != other.rule.topic:
        return False
    if other.rule.resembles is None:
        return kept.hit.covers(other.hit)
    return kept.severity.weight >= other.severity.weight and kept.hit.covers(
        Hit(*reading.sentence_span(other.hit.start))
    )


def compose_finding(candidate: Candidate, reading: Reading, answer: Language) -> Finding:
    """Word a candidate for its author."""
    rule, hit = candidate.rule, candidate.hit
    block = _choose_block(rule, answer)
    language = answer if answer in rule.blocks else next(iter(rule.blocks))

    def fill(text: str) -> str:
        return fill_placeholders(text, reading.quote(hit), hit, reading.context, language)

    replacement = hit.details.get("better") or block.replacement
    return Finding(
        rule=rule.id,
        topic=rule.topic,
        severity=candidate.severity,
        quote=reading.quote(hit),
        start=hit.start,
        end=hit.end,
        message=fill(block.message),
        why=fill(block.why),
        fix=fill(ask_to_look(block.fix, language) if candidate.is_agreed else block.fix),
        source=candidate.source,
        replacement=replacement,
        by=("detector" if _is_detected(rule) else "rule")
        + ("+resemblance" if candidate.is_agreed else ""),
    )


def _choose_block(rule: Rule, answer: Language) -> Block:
    return rule.blocks.get(answer) or rule.blocks.get("en") or next(iter(rule.blocks.values()))


def _is_detected(rule: Rule) -> bool:
    match rule.when:
        case Detector():
            return True
        case Group(operands=operands):
            return any(isinstance(operand, Detector) for operand in operands)
        case _:
            return False


def _find_skipped(parsed: Parsed, policy: Policy, languages: set[Language]) -> Iterable[Skipped]:
    """Name what could not be checked: a language we do not read, topics without rules in one."""
    foreign = find_foreign(parsed)
    if foreign:
        yield Skipped(
            f"language {foreign}", "a sentence is in a language we do not read", Severity.ASK
        )
    for language in sorted(languages):
        for topic, heaviest in policy.unspoken[language].items():
            yield Skipped(topic, f"no rule of this topic speaks {language}", heaviest)

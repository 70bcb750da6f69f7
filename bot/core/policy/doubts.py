"""What cues found, settled by a second signal: kept in full, as a thought, or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.model import TO_CHECKER, Severity, Source
from bot.core.policy.evidence import Evidence
from bot.core.policy.quote import widen_quote
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.rule import Rule
from bot.core.ports import Doubt, Resemblance

# What the second signal must say of a sentence for a cue to count in full, for a further place of a
# topic that is clear elsewhere, and for a thought.
AGREES, _AGAIN, _PLAUSIBLE = 0.15, 0.08, 0.02
_NEARLY = 0.75  # of what a rule wants of a resemblance: beside words for the checker it is enough


class Unsure:
    """A second signal that neither agrees nor contradicts: every cue is a thought."""

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        """Give what is plausible and no more."""
        return [_PLAUSIBLE] * len(doubts)


UNSURE = Unsure()


@dataclass(frozen=True)
class Candidate:
    """A hit of a rule that may become a finding."""

    rule: Rule
    severity: Severity
    hit: Hit
    source: Source
    is_local: bool
    is_agreed: bool = False  # a second signal agreed


def weigh_doubts(
    spoken: Sequence[Candidate], evidence: Evidence, resemblance: Resemblance | None
) -> Mapping[int, float] | None:
    """Ask the second signal about what cues found; None where it cannot be read.

    Gives weights by the identity of the candidate; none where there is no signal to ask.
    """
    if resemblance is None:
        return {}
    doubtful = [found for found in spoken if _is_doubtful(found.rule)]
    asked = [_describe_doubts(found, evidence) for found in doubtful]
    rest = _leave_out_orders(spoken, evidence)
    if rest is not None:  # whoever talks to the checker cannot talk it out of a finding
        for found, doubts in zip(doubtful, asked, strict=True):
            if found.rule.topic != TO_CHECKER:
                doubts.extend(_describe_doubts(found, rest))
    weights = resemblance.weigh([doubt for doubts in asked for doubt in doubts])
    if weights is None:
        return None
    left = iter(weights)
    weighed = {
        id(found): max(next(left) for _ in doubts)
        for found, doubts in zip(doubtful, asked, strict=True)
    }
    if any(_speaks_to_checker(found.rule, weighed.get(id(found))) for found in spoken):
        for found in doubtful:
            weighed[id(found)] = _give_no_benefit(found.rule, weighed[id(found)])
    return weighed


def _speaks_to_checker(rule: Rule, weight: float | None) -> bool:
    """Say whether words for the checker are sure, or the second signal agrees that they are."""
    return rule.topic == TO_CHECKER and (weight is None or weight >= (rule.resembles or AGREES))


def _give_no_benefit(rule: Rule, weight: float) -> float:
    """Give the weight of a doubt beside words for the checker: what is plausible is enough.

    Such words change what a sentence seems to be about, however they are left out.
    """
    if rule.topic == TO_CHECKER:
        return weight
    if rule.resembles is None:
        return max(weight, AGREES if weight >= _PLAUSIBLE else _PLAUSIBLE)
    is_near = weight >= min(AGREES, _NEARLY * rule.resembles)
    return max(weight, rule.resembles) if is_near else weight


def _leave_out_orders(spoken: Sequence[Candidate], evidence: Evidence) -> Evidence | None:
    """Give the evidence as it were without the words for the checker; None where there are none.

    A sentence that holds nothing else goes as a whole, of others only the words that were found.
    """
    orders = [found.hit for found in spoken if found.rule.topic == TO_CHECKER]
    if not orders:
        return None
    reading = evidence.reading
    others = [found.hit for found in spoken if found.rule.topic != TO_CHECKER]
    left_out = []
    for hit in orders:
        start, _ = reading.sentence_span(hit.start)
        _, end = reading.sentence_span(max(hit.start, hit.end - 1))
        whole = Hit(min(start, hit.start), max(end, hit.end))
        left_out.append(hit if any(whole.covers(other) for other in others) else whole)
    return Evidence(reading, left_out)


def _is_doubtful(rule: Rule) -> bool:
    return rule.alone is not None or rule.resembles is not None


def _describe_doubts(found: Candidate, evidence: Evidence) -> list[Doubt]:
    topic = found.rule.topic
    if found.rule.resembles is None:
        return evidence.describe_hit(topic, found.hit)
    # the rule quotes what resembles, so the sentence itself must
    return [evidence.describe_sentence(topic, evidence.reading.unit(found.hit.start, "sentence"))]


def settle_doubts(
    spoken: Sequence[Candidate], weights: Mapping[int, float] | None, reading: Reading
) -> list[Candidate]:
    """Keep what is sure, and cues as far as the second signal agrees; unread it silences none.

    A topic that is clear at one place of a draft needs less at another.
    """
    if weights is None:
        return [found for found in spoken if found.rule.resembles is None]
    if not weights:
        return list(spoken)
    settled = {id(found): _settle(found, weights.get(id(found))) for found in spoken}
    clear: dict[str, Severity] = {}
    for kept in settled.values():
        if kept is not None and kept.severity is not Severity.CONSIDER:
            known = clear.get(kept.rule.topic, kept.severity)
            clear[kept.rule.topic] = max(known, kept.severity, key=_weigh_severity)
    for found in spoken:
        kept, severity = settled[id(found)], clear.get(found.rule.topic)
        if severity and (kept is None or _is_half_sure(kept)):
            again = _settle_again(found, weights[id(found)], severity)
            settled[id(found)] = again or kept
    return [_quote_statement(found, reading) for found in settled.values() if found is not None]


def _settle(found: Candidate, weight: float | None) -> Candidate | None:
    """Weigh a cue: with a second signal in full, with half of one alone, else not at all."""
    rule = found.rule
    if weight is None:
        return found
    if weight >= (rule.resembles or AGREES):
        return replace(found, is_agreed=True)
    if rule.resembles is None and rule.alone is not None and weight >= _PLAUSIBLE:
        return replace(found, severity=min(found.severity, rule.alone, key=_weigh_severity))
    return None


def _is_half_sure(kept: Candidate) -> bool:
    return kept.rule.alone is not None and not kept.is_agreed


def _settle_again(found: Candidate, weight: float, clear: Severity) -> Candidate | None:
    """Weigh a further place of a topic that another place made clear; never heavier than that."""
    if weight < (_AGAIN if found.rule.resembles is None else AGREES):
        return None
    severity = min(found.severity, clear, key=_weigh_severity)
    return replace(found, is_agreed=True, severity=severity)


def _quote_statement(found: Candidate, reading: Reading) -> Candidate:
    """Quote what a second signal agreed on with its sentence: it weighed more than the words."""
    if not found.is_agreed or found.rule.resembles is not None or "better" in found.hit.details:
        return found
    return replace(found, hit=widen_quote(found.hit, reading))


def _weigh_severity(severity: Severity) -> int:
    return severity.weight

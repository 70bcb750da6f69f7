"""Compare a draft with its last version: what is settled, left, new, and what got better."""

import hashlib
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.core.model import Finding, Review, Severity, Verdict
from bot.core.ports import RememberedDraft

# Two texts of one conversation are versions of one draft when so much of them is alike.
_SAME_DRAFT = 55.0
_CLEARLY_SHORTER = 0.85
_WEIGHTS = [Verdict.GO.value, Verdict.ADJUST.value, Verdict.ASK.value]


@dataclass(frozen=True)
class Revision:
    """The difference, as the words concerned. `better` names what improved."""

    settled: tuple[str, ...]
    left: tuple[str, ...]
    new: tuple[str, ...]
    better: tuple[str, ...]


def is_revision(text: str, before: RememberedDraft) -> bool:
    """Say whether a text is the next version of the remembered one."""
    return fuzz.token_set_ratio(text, before.text) >= _SAME_DRAFT


def compare_versions(review: Review, text: str, before: RememberedDraft) -> Revision:
    """Compare a review with the version before; quotes are matched by rule, then by words."""
    serious = [f for f in review.findings if f.severity is not Severity.CONSIDER]
    settled = list(zip(before.rules, before.quotes, strict=True))
    # the surest pairs first, so that no finding takes the old words of another
    known: set[int] = set()
    for is_same in (_is_same, _has_same_words, _has_same_rule):
        for number, finding in enumerate(serious):
            match = next((old for old in settled if is_same(finding, old)), None)
            if number not in known and match is not None:
                known.add(number)
                settled.remove(match)
    return Revision(
        tuple(quote for _, quote in settled),
        tuple(finding.quote for number, finding in enumerate(serious) if number in known),
        tuple(finding.quote for number, finding in enumerate(serious) if number not in known),
        tuple(_find_better(review, text, before)),
    )


def _is_same(finding: Finding, old: tuple[str, str]) -> bool:
    return old == (finding.rule, finding.quote)


def _has_same_words(finding: Finding, old: tuple[str, str]) -> bool:
    return old[1] == finding.quote


def _has_same_rule(finding: Finding, old: tuple[str, str]) -> bool:
    return old[0] == finding.rule


def _find_better(review: Review, text: str, before: RememberedDraft) -> list[str]:
    better = []
    if _WEIGHTS.index(review.verdict.value) < _WEIGHTS.index(before.verdict):
        better.append("verdict")
    if len(text) < _CLEARLY_SHORTER * len(before.text):
        better.append("shorter")
    lead = before.lead
    if lead and text.lstrip().startswith(lead):
        better.append("lead")
    return better


def name_draft(text: str) -> str:
    """Name a draft, so that a button can say which one it belongs to; not to be read back."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def remember(review: Review, text: str, before: RememberedDraft | None) -> RememberedDraft:
    """Make what is remembered of a version."""
    serious = [f for f in review.findings if f.severity is not Severity.CONSIDER]
    lead = review.coaching.lead
    return RememberedDraft(
        text=text,
        rules=tuple(finding.rule for finding in serious),
        quotes=tuple(finding.quote for finding in serious),
        verdict=review.verdict.value,
        version=before.version + 1 if before else 1,
        lead=lead.quote if lead else "",
    )

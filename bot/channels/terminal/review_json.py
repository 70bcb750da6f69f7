"""A review as the JSON of the contract: one object, stable keys, spans in code points."""

import dataclasses
from typing import Any

from bot.core.model import Coaching, Finding, Review, Source


def review_to_json(review: Review) -> dict[str, Any]:
    """Give the review in the form that `jourfix review --json` prints."""
    return {
        "id": review.id,
        "verdict": review.verdict.value,
        "language": review.language,
        "policy": review.policy,
        "checked": list(review.checked),
        "skipped": [
            {"check": skip.check, "reason": skip.reason, "severity": skip.severity.value}
            for skip in review.skipped
        ],
        "off": list(review.off),
        **({"model": dataclasses.asdict(review.model)} if review.model else {}),
        "findings": [_finding_to_json(finding) for finding in review.findings],
        "coach": _coaching_to_json(review.coaching),
    }


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "topic": finding.topic,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "why": finding.why,
        "fix": finding.fix,
        "replacement": finding.replacement,
        "source": source_to_json(finding.source),
        "by": finding.by,
    }


def source_to_json(source: Source) -> dict[str, Any]:
    """Give a source; `verified` is false where nobody has checked the wording yet."""
    return {
        "title": source.title,
        "section": source.section,
        "address": source.address,
        "verified": source.verified,
    }


def _coaching_to_json(coaching: Coaching) -> dict[str, Any]:
    lead = coaching.lead
    return {
        "lead": {"quote": lead.quote, "why": lead.why} if lead else None,
        "hooks": [
            {"text": hook.text, "style": hook.style, "from": hook.origin} for hook in coaching.hooks
        ],
        "hashtags": [{"tag": tag.tag, "why": tag.why} for tag in coaching.hashtags],
        "preview": dict(coaching.preview) if coaching.preview else None,
        "notes": [{"kind": note.kind, "text": note.text} for note in coaching.notes],
        "question": coaching.question,
    }

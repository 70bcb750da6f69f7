"""From findings to the one word the author hears first."""

from collections.abc import Iterable

from bot.core.model import Finding, Severity, Skipped, Verdict


def decide_verdict(findings: Iterable[Finding], skipped: Iterable[Skipped]) -> Verdict:
    """Give the highest severity found; `consider` alone is go, a skipped serious check is ask."""
    heaviest = max((finding.severity.weight for finding in findings), default=0)
    if heaviest == Severity.ASK.weight or any(check.severity.weight for check in skipped):
        return Verdict.ASK
    return Verdict.ADJUST if heaviest == Severity.ADJUST.weight else Verdict.GO

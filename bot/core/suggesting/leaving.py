"""Whether a draft may go to a language model. What leaves is masked in any case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.model import TO_CHECKER, Finding, Severity, Skipped

# What the organisation lets its model see: drafts about a patient, a side effect or something not
# yet public stay in the house, unless the server is one that may see them.
Sees = Literal["masked", "sensitive"]
_SENSITIVE = frozenset(
    {
        "patient_privacy",
        "personal_data",
        "adverse_event",
        "pipeline_offlabel",
        "inside_information",
        "confidential",
    }
)


@dataclass(frozen=True)
class Leaving:
    """The decision; `why` is the topic that keeps a draft here, or what could not be checked."""

    may_leave: bool
    why: str = ""


def decide_leaving(findings: Sequence[Finding], skipped: Sequence[Skipped], sees: Sees) -> Leaving:
    """Decide whether a draft may leave, from what was found in it.

    A `consider` keeps nothing here. What could not be checked might be anything: it stays.
    """
    never = {TO_CHECKER}  # it speaks of nothing: no model has to hear that
    kept = _SENSITIVE | never if sees == "masked" else never
    for finding in findings:
        if finding.topic in kept and finding.severity is not Severity.CONSIDER:
            return Leaving(may_leave=False, why=finding.topic)
    for skip in skipped:
        if skip.severity.weight:
            return Leaving(may_leave=False, why=skip.check)
    return Leaving(may_leave=True)

"""What may go to a language model: not what stays in the house, and nothing unread."""

import pytest

from bot.core.model import Finding, Severity, Skipped, Source
from bot.core.suggesting.leaving import Sees, decide_leaving


def find(topic: str, severity: Severity) -> Finding:
    return Finding("rule", topic, severity, "words", 0, 5, "m", "w", "f", Source("House"))


@pytest.mark.parametrize(
    ("topic", "severity", "sees", "may"),
    [
        ("patient_privacy", Severity.ADJUST, "masked", False),
        ("patient_privacy", Severity.CONSIDER, "masked", True),
        ("patient_privacy", Severity.ASK, "sensitive", True),
        ("adverse_event", Severity.ASK, "masked", False),
        ("inside_information", Severity.ADJUST, "masked", False),
        ("conduct", Severity.ASK, "masked", True),
        ("injection", Severity.ASK, "masked", False),
        ("injection", Severity.ASK, "sensitive", False),
    ],
)
def test_what_stays_in_the_house(topic: str, severity: Severity, sees: Sees, may: bool) -> None:
    leaving = decide_leaving([find(topic, severity)], [], sees)
    assert leaving.may_leave is may
    assert leaving.why == ("" if may else topic)


def test_what_could_not_be_checked_stays() -> None:
    skipped = Skipped("language fr", "not read", Severity.ASK)
    assert decide_leaving([], [skipped], "sensitive").why == "language fr"
    assert decide_leaving([], [Skipped("tips", "off", Severity.CONSIDER)], "masked").may_leave

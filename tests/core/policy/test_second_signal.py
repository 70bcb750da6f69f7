"""What a cue weighs: in full where a second signal agrees, a thought where it does not object."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.core.model import Context, Draft, Finding
from bot.core.policy.engine import UNSURE, check
from bot.core.policy.policy import Policy
from bot.core.ports import Doubt, Resemblance
from tests.fakes.policies import DAY, build_policy, everywhere, make_rule


class Saying:
    """A second signal that says the same of every sentence and remembers what it was asked."""

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self.asked: list[Doubt] = []

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        """Give the one weight for each."""
        self.asked.extend(doubts)
        return [self.weight] * len(doubts)


def found(policy: Policy, text: str, second: Resemblance | None) -> tuple[Finding, ...]:
    draft = Draft(text, Context(DAY, settings=("care",)), language="en")
    return check(draft, policy, second).findings


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    return build_policy(
        tmp_path,
        make_rule("cue", everywhere("red house"), severity="ask", alone="consider"),
        make_rule("sure", everywhere("blue house"), severity="ask"),
    )


@pytest.mark.parametrize(
    ("weight", "severity", "by"),
    [(1.0, "ask", "rule+resemblance"), (0.07, "consider", "rule")],
)
def test_a_cue_weighs_what_the_second_signal_allows(
    policy: Policy, weight: float, severity: str, by: str
) -> None:
    (finding,) = found(policy, "We saw a red house today.", Saying(weight))
    assert (finding.rule, finding.severity, finding.by) == ("cue", severity, by)


def test_a_cue_that_the_second_signal_contradicts_is_silent(policy: Policy) -> None:
    assert found(policy, "We saw a red house today.", Saying(0.0)) == ()


def test_a_rule_that_counts_by_itself_is_never_asked_about(policy: Policy) -> None:
    second = Saying(0.0)
    (finding,) = found(policy, "We saw a blue house today.", second)
    assert (finding.severity, finding.by, second.asked) == ("ask", "rule", [])


def test_without_a_second_signal_every_cue_counts_in_full(policy: Policy) -> None:
    (finding,) = found(policy, "We saw a red house today.", None)
    assert finding.severity == "ask"


def test_a_second_signal_that_is_unsure_leaves_a_thought(policy: Policy) -> None:
    (finding,) = found(policy, "We saw a red house today.", UNSURE)
    assert finding.severity == "consider"


def test_it_is_asked_about_the_sentence_with_its_signs_and_no_other(policy: Policy) -> None:
    second = Saying(1.0)
    found(policy, "It rained all day long. We saw a red house today.", second)
    (doubt,) = second.asked
    assert (doubt.topic, doubt.sentence) == ("conduct", "We saw a red house today.")
    assert "at:care" in doubt.signs


def test_a_demoted_cue_does_not_hide_a_rule_that_counts(tmp_path: Path) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("cue", everywhere("big red house"), severity="ask", alone="consider"),
        make_rule("sure", everywhere("red house"), severity="adjust"),
    )
    (finding,) = found(policy, "We saw a big red house today.", Saying(0.07))
    assert (finding.rule, finding.severity) == ("sure", "adjust")

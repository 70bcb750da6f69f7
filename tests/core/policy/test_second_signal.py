"""What a cue weighs: in full where a second signal agrees, a thought where it does not object."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.core.model import Context, Draft, Finding
from bot.core.policy.doubts import UNSURE
from bot.core.policy.engine import check
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


def test_what_is_agreed_on_is_quoted_with_its_sentence(policy: Policy) -> None:
    (finding,) = found(policy, "Today we ran. Past a red house of ours, twice.", Saying(1.0))
    assert finding.quote == "Past a red house of ours, twice."


class SayingBy:
    """A second signal that knows a weight for each sentence."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        """Give the weight of each sentence."""
        return [self.weights[doubt.sentence] for doubt in doubts]


def test_a_topic_that_is_clear_at_one_place_needs_less_at_another(policy: Policy) -> None:
    said = {"We saw a red house.": 0.9, "Again a red house!": 0.09, "No red house.": 0.01}
    findings = found(policy, " ".join(said), SayingBy(said))
    assert [(one.quote, one.severity) for one in findings] == [
        ("We saw a red house.", "ask"),
        ("Again a red house!", "ask"),
    ]


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


class Unreadable:
    """A second signal whose weights are damaged."""

    def weigh(self, doubts: Sequence[Doubt]) -> None:  # noqa: ARG002 - the port's form
        """Give nothing."""
        return


@pytest.fixture
def resembling(tmp_path: Path) -> Policy:
    sounds = {"all": [{"detector": "topic_concept", "topic": "conduct"}, {"resembles": 0.5}]}
    return build_policy(
        tmp_path,
        make_rule("words", {"all": [everywhere("house"), everywhere("ugly")]}, severity="adjust"),
        make_rule("perhaps", sounds, severity="adjust", alone="consider"),
    )


RESEMBLING = "It rained all day. That house is a disgrace."


@pytest.mark.parametrize(("weight", "quotes"), [(0.5, ["That house is a disgrace."]), (0.4, [])])
def test_a_resemblance_speaks_only_where_the_second_signal_is_clear(
    resembling: Policy, weight: float, quotes: list[str]
) -> None:
    findings = found(resembling, RESEMBLING, Saying(weight))
    assert [finding.quote for finding in findings] == quotes
    assert all(finding.by == "detector+resemblance" for finding in findings)


def test_a_resemblance_needs_a_word_of_its_topic(resembling: Policy) -> None:
    assert found(resembling, "It rained all day. That is a disgrace.", Saying(1.0)) == ()


def test_where_a_rule_has_words_of_its_own_the_resemblance_is_silent(resembling: Policy) -> None:
    (finding,) = found(resembling, "It rained. That house is ugly, sad and grey.", Saying(1.0))
    assert (finding.rule, finding.quote) == ("words", "house is ugly")


@pytest.mark.parametrize("second", [None, UNSURE], ids=["none", "unsure"])
def test_without_a_clear_second_signal_a_resemblance_is_silent(
    resembling: Policy, second: Resemblance | None
) -> None:
    assert found(resembling, RESEMBLING, second) == ()


def test_a_resemblance_in_a_long_sentence_quotes_the_stretch_with_most_words_of_the_topic(
    resembling: Policy,
) -> None:
    far = " and then we walked on and on along the river with all our colleagues" * 2
    (finding,) = found(resembling, f"The house{far} past the house, the house.", Saying(1.0))
    assert finding.quote == "house, the house"


def test_an_unreadable_second_signal_is_said_and_silences_no_cue(policy: Policy) -> None:
    draft = Draft("We saw a red house today.", Context(DAY, settings=("care",)), language="en")
    checked = check(draft, policy, Unreadable())
    assert [(finding.rule, finding.severity) for finding in checked.findings] == [("cue", "ask")]
    assert [(one.check, one.severity) for one in checked.skipped] == [("second signal", "ask")]

"""What a language model reads can raise a finding and never take one away."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import NO_ORGANISATION, Context, Draft, Finding, Severity
from bot.core.policy.engine import Check, check
from bot.core.policy.examples import run_examples
from bot.core.policy.opinions import Opinion, add_opinions, list_questions
from bot.core.policy.policy import Policy
from tests.core.policy.test_second_signal import Saying
from tests.fakes.policies import DAY, build_policy, everywhere, make_rule

TEXT = "We saw a red house today. A blue house stood there. Nobody spoke of a green house."


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return build_policy(
        tmp_path_factory.mktemp("policy"),
        make_rule("cue", everywhere("red house"), severity="ask", alone="consider"),
        make_rule("sure", everywhere("blue house"), severity="adjust"),
        make_rule("asked", {"judge": "Is a house hinted at?"}, severity="ask"),
        make_rule("asked-listed", {"judge": "Figures?"}, applies={"listed": True}),
        make_rule("asked-in-dutch", {"judge": "Huis?"}, languages=("nl",)),
    )


def read(policy: Policy, weight: float | None = None) -> Check:
    second = None if weight is None else Saying(weight)
    return check(Draft(TEXT, Context(DAY), language="en"), policy, second)


def agree(policy: Policy, checked: Check, words: str) -> tuple[Finding, ...]:
    rule = policy.find_rule("asked")
    assert rule is not None
    start = TEXT.index(words)
    return add_opinions(checked, [Opinion(rule, start, start + len(words))], "en")


def test_only_questions_that_apply_and_are_spoken_are_asked(policy: Policy) -> None:
    found = [(rule.id, question) for rule, question in list_questions(read(policy))]
    # no organisation is told, so nothing says that it is not listed
    assert sorted(found) == [("asked", "Is a house hinted at?"), ("asked-listed", "Figures?")]


def test_without_a_model_a_question_finds_nothing(policy: Policy) -> None:
    assert [one.rule for one in read(policy).findings] == ["cue", "sure"]


def test_alone_it_is_a_thought(policy: Policy) -> None:
    found = agree(policy, read(policy), "green house")
    assert found[:2] == read(policy).findings
    assert (found[2].rule, found[2].severity, found[2].by) == ("asked", "consider", "model")
    assert found[2].quote == "green house"


@pytest.mark.parametrize("weight", [0.0, 0.07])
def test_with_a_cue_that_nothing_else_agreed_on_it_weighs_what_the_topic_weighs(
    policy: Policy, weight: float
) -> None:
    checked = read(policy, weight)
    assert all(one.severity is not Severity.ASK for one in checked.findings)
    raised = next(one for one in agree(policy, checked, "a red house today") if one.rule == "cue")
    assert (raised.severity, raised.by, raised.quote) == ("ask", "rule+model", "red house")
    assert raised.fix == "Fix. Not sure? Please let someone look at it."


def test_with_a_finding_of_weight_it_only_agrees(policy: Policy) -> None:
    checked = read(policy)
    found = agree(policy, checked, "blue house")
    assert [(one.rule, one.severity) for one in found] == [
        (one.rule, one.severity) for one in checked.findings
    ]
    assert found[1].by == "rule+model"


def test_two_readings_are_one_signal(policy: Policy) -> None:
    rule = policy.find_rule("asked")
    assert rule is not None
    start = TEXT.index("green house")
    twice = [Opinion(rule, start, start + 5), Opinion(rule, start, start + 11)]
    found = [one for one in add_opinions(read(policy), twice, "en") if one.rule == "asked"]
    assert [one.severity for one in found] == ["consider"]


@settings(max_examples=200)
@given(
    weight=st.sampled_from([None, 0.0, 0.07, 1.0]),
    places=st.lists(st.tuples(st.integers(-5, 120), st.integers(-5, 120)), max_size=12),
)
def test_whatever_it_says_nothing_gets_lighter(
    policy: Policy, weight: float | None, places: list[tuple[int, int]]
) -> None:
    checked = read(policy, weight)
    rule = policy.find_rule("asked")
    assert rule is not None
    after = add_opinions(checked, [Opinion(rule, *place) for place in places], "en")
    for before in checked.findings:
        assert any(
            one.topic == before.topic
            and one.severity.weight >= before.severity.weight
            and one.start < before.end
            and before.start < one.end
            for one in after
        )
    for one in after:
        assert TEXT[one.start : one.end] == one.quote
        assert one.quote.strip()
        assert one.severity is Severity.CONSIDER or one.rule in {"cue", "sure"}


def test_a_rule_that_only_a_model_can_judge_is_not_run_against_its_bad_examples(
    tmp_path: Path,
) -> None:

    examples = [
        {"bad": "We [[saw it]]."},
        {"bad": "We [[heard it]]."},
        {"bad": "We [[felt it]]."},
        {"good": "We ran."},
        {"good": "We sang."},
    ]
    policy = build_policy(
        tmp_path,
        make_rule("asked", {"judge": "Is it?"}, languages=("en",), en={"examples": examples}),
    )
    assert run_examples(policy, NO_ORGANISATION) == []

"""A rule at rest: silent or no more than a thought, from one day until another; then back."""

import datetime
from pathlib import Path

import pytest

from bot.core.coaching.review import Coach
from bot.core.house_rules.house import PAUSES_FILE
from bot.core.house_rules.impact import Sentence, compare_policies
from bot.core.model import NO_ORGANISATION, Context, Draft, Severity
from bot.core.policy.engine import check
from bot.core.policy.examples import run_examples
from bot.core.policy.opinions import Opinion, add_opinions, list_questions
from bot.core.policy.pause import NEVER_AT_REST, Pause
from bot.core.policy.policy import Policy
from bot.core.policy.resting import hold_pauses, list_resting, list_silent
from bot.files.hashtags import load_hashtags
from bot.files.pauses import write_pauses
from bot.files.policies import read_policy
from bot.files.policy_files import add_house, read_files
from tests.fakes.policies import DAY, ROOT, everywhere, make_rule, write_policy

TEXT = "We saw a red house today. A blue house stood there."
EXAMPLES = {
    "examples": [
        *({"bad": f"{place} a [[red house]] stood."} for place in ("Here", "There", "Where")),
        {"good": "A green house."},
        {"good": "A house."},
    ]
}


def pause(rule: str, mode: str = "off", days: int = 10) -> Pause:
    assert mode in ("off", "consider")
    return Pause(rule, mode, DAY, DAY + datetime.timedelta(days=days), "Too many objections")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_policy(
        tmp_path_factory.mktemp("policy"),
        make_rule("red", everywhere("red house"), severity="ask", languages=("en",), en=EXAMPLES),
        make_rule("red-too", everywhere("a red house today"), topic="confidential"),
        make_rule("blue", everywhere("blue house"), severity="adjust"),
        make_rule("asked", {"judge": "Is a house hinted at?"}, severity="ask"),
        *(
            make_rule(f"guards-{topic.replace('_', '-')}", everywhere("blue house"), topic=topic)
            for topic in sorted(NEVER_AT_REST)
        ),
    )


def read(folder: Path, *pauses: Pause) -> Policy:
    house = {PAUSES_FILE: write_pauses(pauses)} if pauses else {}
    return read_policy(add_house(read_files(folder), house))


def find(policy: Policy, days: int = 0) -> dict[str, Severity]:
    day = DAY + datetime.timedelta(days=days)
    found = check(Draft(TEXT, Context(day), language="en"), policy).findings
    return {one.rule: one.severity for one in found if not one.rule.startswith("guards")}


def test_a_pause_holds_from_its_first_day_until_the_rule_is_back(folder: Path) -> None:
    usual = {"red": Severity.ASK, "red-too": Severity.ADJUST, "blue": Severity.ADJUST}
    awake = read(folder)
    policy = read(folder, pause("red"), pause("blue", "consider"))
    assert find(awake) == usual
    assert find(policy) == {"red-too": Severity.ADJUST, "blue": Severity.CONSIDER}
    assert find(policy, -1) == find(policy, 10) == usual
    assert find(policy, 9) == find(policy)
    assert [rule.id for rule in list_resting(policy, DAY)] == ["blue", "red"]
    assert list_resting(policy, DAY + datetime.timedelta(days=10)) == []


def test_the_hash_holds_the_pause_and_a_review_names_what_is_off(folder: Path) -> None:
    policies = [read(folder), read(folder, pause("red")), read(folder, pause("red", days=11))]
    assert len({policy.hash for policy in policies}) == 3
    coach = Coach(policies[1], load_hashtags(ROOT / "policies" / "hashtags.yaml"))
    review = coach.review(Draft(TEXT, Context(DAY), language="en"))
    assert (review.policy, review.off) == (policies[1].hash, ("red",))
    assert list_silent(policies[1], DAY + datetime.timedelta(days=10)) == ()
    assert review.skipped == ()


def test_a_model_is_not_asked_for_a_rule_that_says_nothing(folder: Path) -> None:
    def ask(policy: Policy) -> list[str]:
        checked = check(Draft(TEXT, Context(DAY), language="en"), policy)
        return [rule.id for rule, _ in list_questions(checked)]

    assert ask(read(folder)) == ["asked"]
    assert ask(read(folder, pause("asked"))) == []
    # nor does it raise what rests as a thought
    policy = read(folder, pause("blue", "consider"))
    checked = check(Draft(TEXT, Context(DAY), language="en"), policy)
    rule = policy.find_rule("asked")
    assert rule is not None
    start = TEXT.index("blue house")
    raised = add_opinions(checked, [Opinion(rule, start, start + 10)], "en")
    assert {one.severity for one in raised if one.rule == "blue"} == {Severity.CONSIDER}


def test_what_protects_people_and_what_is_gone_never_rests(folder: Path) -> None:
    guards = [rule.id for rule in read(folder).rules if rule.id.startswith("guards")]
    assert len(guards) == 4
    policy = read(folder, *(pause(name) for name in (*guards, "no-such-rule")))
    assert policy.paused == ()
    assert all(rule.find_pause(DAY) is None for rule in policy.rules)


def test_a_rule_at_rest_keeps_its_examples(folder: Path) -> None:
    def complain(policy: Policy) -> list[str]:
        return [str(one) for one in run_examples(policy, NO_ORGANISATION) if "red.yaml" in str(one)]

    assert complain(read(folder)) == complain(read(folder, pause("red"))) == []


@pytest.mark.parametrize(("today", "gone"), [(0, {"red": 1}), (9, {"red": 1}), (10, {})])
def test_a_trial_shows_what_rests_on_whatever_day_a_sentence_is_posted(
    folder: Path, today: int, gone: dict[str, int]
) -> None:
    day = DAY + datetime.timedelta(days=today)
    before, after = (
        hold_pauses(policy, day) for policy in (read(folder), read(folder, pause("red")))
    )
    context = Context(datetime.date(2025, 1, 1))
    sentences = [
        Sentence("x", Draft("A red house.", context, language="en")),
        Sentence("x", Draft("No house.", context, language="en")),
    ]
    assert compare_policies(before, after, sentences).gone_findings == gone
    assert compare_policies(after, before, sentences).new_findings == gone

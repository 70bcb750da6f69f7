"""When the desk proposes to let a rule rest: often, on different days, and in more than one of ten."""

import datetime

import pytest

from bot.core.house_rules.objections import Contested, Objection, list_contested
from bot.core.policy.policy import Policy
from tests.fakes.policies import DAY, build_policy, everywhere, make_rule


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    return build_policy(
        tmp_path_factory.mktemp("policy"),
        make_rule("red", everywhere("red house")),
        make_rule("blue", everywhere("blue house")),
        make_rule("guard", everywhere("green house"), topic="patient_privacy"),
    )


def object_to(rule: str, *days: int) -> list[Objection]:
    return [Objection(rule, DAY - datetime.timedelta(days=day)) for day in days]


@pytest.mark.parametrize(
    ("days", "drafts", "found"),
    [
        ((1, 2, 3, 4), 0, None),  # four
        ((1, 1, 2, 2, 2), 0, None),  # two days
        ((1, 1, 1, 2, 3), 0, (5, 3, False)),
        ((1, 1, 1, 2, 3), 50, None),  # one in ten
        ((1, 1, 1, 2, 3), 49, (5, 3, True)),
        ((1, 1, 1, 2, 3), 4, (5, 3, False)),  # reviews are not kept as long
    ],
)
def test_how_many_are_too_many(
    policy: Policy, days: tuple[int, ...], drafts: int, found: tuple[int, int, bool] | None
) -> None:
    listed = list_contested(object_to("red", *days), {"red": drafts}, policy, DAY)
    assert listed == ([Contested("red", *found, may_rest=True)] if found else [])


def test_the_most_contested_comes_first_and_what_never_rests_is_said(policy: Policy) -> None:
    objections = [
        *object_to("gone", 1, 2, 3, 4, 5, 6, 7, 8),
        *object_to("blue", 1, 2, 3, 4, 5),
        *object_to("guard", 1, 2, 3, 4, 5, 6),
    ]
    listed = list_contested(objections, {}, policy, DAY)
    assert [(one.rule, one.may_rest) for one in listed] == [("guard", False), ("blue", True)]

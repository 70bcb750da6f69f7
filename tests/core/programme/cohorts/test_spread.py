"""The spread of a group: full, fair, as wide as it can be, and whatever the order of applying."""

import itertools
import math
import random

from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.cohorts.spread import Applicant, choose_group, score_group
from bot.core.programme.cohorts.spread_report import report_coverage, report_share

VALUES = st.tuples(
    st.sampled_from(["", "care", "lab", "hr", "sales", "it"]),
    st.sampled_from(["", "north", "south", "west"]),
    st.sampled_from(["starting", "sometimes", "often"]),
    st.sampled_from(["de", "nl", "en"]),
)
APPLICANTS = st.lists(
    st.builds(Applicant, st.integers(0, 10**6).map(lambda n: f"{n:08x}"), VALUES),
    unique_by=lambda one: one.sign,
)
SMALL = st.lists(
    st.builds(Applicant, st.integers(0, 10**6).map(lambda n: f"{n:08x}"), VALUES),
    unique_by=lambda one: one.sign,
    max_size=11,
)
PLACES = st.integers(1, 18)


@given(APPLICANTS, PLACES)
def test_the_group_is_full_and_only_of_applicants(people: list[Applicant], places: int) -> None:
    group = choose_group(people, places)
    assert len(group) == len(set(group)) == min(places, len(people))
    assert set(group) <= set(people)


@given(APPLICANTS, PLACES, st.randoms(use_true_random=False))
def test_the_order_of_applying_has_no_say(
    people: list[Applicant], places: int, chance: random.Random
) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert choose_group(shuffled, places) == choose_group(people, places)


@given(SMALL, st.integers(1, 6))
def test_of_few_the_very_best_are_chosen_and_signs_decide_between_equals(
    people: list[Applicant], places: int
) -> None:
    group = choose_group(people, places)
    size = min(places, len(people))
    groups = list(itertools.combinations(sorted(people), size))
    best = max(map(score_group, groups))
    assert group == next(one for one in groups if score_group(one) == best)


@given(st.integers(0, 10**6))
def test_of_many_none_drawn_by_lot_is_spread_wider(seed: int) -> None:
    chance = random.Random(seed)
    pools = [["", "care", "lab", "hr", "sales", "it"][: chance.randint(2, 6)]]
    pools += [["n", "s", "w", "o"][: chance.randint(1, 4)], ["a", "b", "c"], ["de", "nl", "en"]]
    people = [
        Applicant(f"{number:04x}", tuple(chance.choice(pool) for pool in pools))
        for number in range(chance.randint(25, 60))
    ]
    places = chance.randint(6, 18)
    assert math.comb(len(people), places) > 5_000
    chosen = score_group(choose_group(people, places))
    assert all(score_group(chance.sample(people, places)) <= chosen for _ in range(50))


@given(APPLICANTS.filter(lambda people: len(people) > 2), st.data())
def test_swapping_two_changes_nothing_else(people: list[Applicant], data: st.DataObject) -> None:
    group = choose_group(people, len(people) // 2)
    out = data.draw(st.sampled_from(group))
    other = data.draw(st.sampled_from([one for one in people if one not in group]))
    swapped = (set(group) - {out}) | {other}
    before = report_coverage(group, people, {})
    after = report_coverage(sorted(swapped), people, {})
    for number, (one, two) in enumerate(zip(before, after, strict=True)):
        assert one.total == two.total
        touched = {out.values[number], other.values[number]}
        assert set(one.covered) ^ set(two.covered) <= touched


@given(APPLICANTS, PLACES)
def test_the_report_accounts_for_every_value(people: list[Applicant], places: int) -> None:
    group = choose_group(people, places)
    expected = {"region": ("east", "north"), "level": ("starting", "sometimes", "often")}
    for number, found in enumerate(report_coverage(group, people, expected)):  # type: ignore[arg-type]
        told = {one.values[number] for one in people} - {""}
        named = (*found.covered, *found.not_applied, *found.no_place)
        assert set(named) == told | set(expected.get(found.dimension, ()))
        assert len(named) == len(set(named))
        assert set(found.covered) == {one.values[number] for one in group} - {""}
        assert not set(found.not_applied) & told
    for one in group:
        share = report_share(one, group)
        without = [other for other in group if other != one]
        lost = score_group(group)[0] - score_group(without)[0]
        assert lost == len(share.alone)


def test_who_brings_what_nobody_else_does_gets_in() -> None:
    many = [Applicant(f"a{n}", ("care", "north", "often", "de")) for n in range(30)]
    rare = Applicant("zz", ("lab", "south", "starting", "nl"))
    assert rare in choose_group([*many, rare], 6)
    assert len(report_share(rare, [many[0], rare]).alone) == 4


def test_two_hundred_applicants_are_chosen_from_quickly() -> None:
    chance = random.Random(5)
    people = [
        Applicant(f"{n:04x}", (f"d{chance.randint(0, 20)}", f"r{chance.randint(0, 5)}", "a", "b"))
        for n in range(300)
    ]
    group = choose_group(people, 18)
    assert score_group(group)[0] == 18 + len({one.values[1] for one in people}) + 2

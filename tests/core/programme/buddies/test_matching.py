"""Matching buddies: as many pairs as there can be, then the best, whoever asks in whatever order."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.buddies.matching import Candidate, fit_two, match_buddies, sign_two

PEOPLE = st.lists(
    st.builds(
        Candidate,
        person=st.integers(0, 99).map(lambda number: f"slack:T1:U{number}"),
        circle=st.sampled_from(["slack:T1", "slack:T1", "teams:X"]),
        level=st.sampled_from(LEVELS),
        language=st.sampled_from(LANGUAGES),
        topics=st.frozensets(st.sampled_from("abcd"), max_size=3),
        department=st.sampled_from(["", "Pflege", "pflege ", "Labor"]),
    ),
    max_size=9,
    unique_by=lambda one: one.person,
)


def find_best(people: list[Candidate], refused: frozenset[str]) -> tuple[int, int]:
    """Try everything: how many pairs there can be, and how well so many can fit."""
    if len(people) < 2:
        return 0, 0
    first, *rest = people
    best = find_best(rest, refused)
    for number, other in enumerate(rest):
        fit = fit_two(first, other)
        if fit is not None and sign_two(first.person, other.person) not in refused:
            pairs, fits = find_best(rest[:number] + rest[number + 1 :], refused)
            best = max(best, (pairs + 1, fits + fit))
    return best


@given(PEOPLE, st.data())
def test_as_many_pairs_as_there_can_be_and_of_those_the_best(
    people: list[Candidate], data: st.DataObject
) -> None:
    signs = [sign_two(a.person, b.person) for a, b in itertools.combinations(people, 2)]
    refused = data.draw(st.frozensets(st.sampled_from(signs)) if signs else st.just(frozenset()))
    pairs = match_buddies(people, refused, "round")
    fits = [fit_two(one, other) for one, other in pairs]
    assert None not in fits
    assert (len(pairs), sum(fit or 0 for fit in fits)) == find_best(people, refused)
    paired = [one.person for pair in pairs for one in pair]
    assert len(paired) == len(set(paired))
    assert not refused & {sign_two(one.person, other.person) for one, other in pairs}


@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_order_of_people_has_no_say(people: list[Candidate], chance: object) -> None:
    pairs = match_buddies(people, frozenset(), "round")
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert match_buddies(shuffled, frozenset(), "round") == pairs


def test_a_pair_differs_in_level_and_has_something_in_common() -> None:
    new = Candidate("a", "x", "starting", "de", frozenset({"story"}), "Labor")
    assert fit_two(new, Candidate("b", "x", "starting", "de", frozenset({"story"}))) is None
    assert fit_two(new, Candidate("b", "x", "often", "nl")) is None
    assert fit_two(new, Candidate("b", "y", "often", "de")) is None
    same_department = fit_two(new, Candidate("b", "x", "often", "de", department="labor "))
    other_department = fit_two(new, Candidate("b", "x", "often", "de", department="HR"))
    assert same_department is not None
    assert other_department is not None
    assert other_department > same_department


def test_not_the_same_one_is_left_over_in_every_round() -> None:
    people = [Candidate(f"p{n}", "x", "starting" if n < 3 else "often", "de") for n in range(5)]
    left = set()
    for number in range(12):
        pairs = match_buddies(people, frozenset(), f"round {number}")
        left |= {one.person for one in people} - {one.person for pair in pairs for one in pair}
    assert left == {"p0", "p1", "p2"}


def test_hundreds_are_matched_at_once() -> None:
    people = [
        Candidate(f"p{n}", "x", LEVELS[n % 3], LANGUAGES[n % 2], frozenset({f"t{n % 7}"}))
        for n in range(650)
    ]
    pairs = match_buddies(people, frozenset(), "round")
    assert len(pairs) == 325

"""Places are given in the order of answers: never too many, never around somebody who waits."""

import datetime

from hypothesis import given
from hypothesis import strategies as some

from bot.core.programme.events.event import Answer
from bot.core.programme.events.places import seat_people

NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 12, 3)

_answers = some.lists(
    some.tuples(some.integers(0, 12), some.booleans(), some.integers(0, 40)), max_size=40
)


def make_answers(said: list[tuple[int, bool, int]]) -> dict[str, Answer]:
    """Keep the last answer of each person, as a shelf does."""
    kept = {}
    for person, comes, seconds in said:
        at = NOON + datetime.timedelta(seconds=seconds)
        kept[f"p{person}"] = Answer("e", DAY, f"p{person}", comes, at)
    return kept


@given(_answers, some.integers(1, 8))
def test_never_more_than_places_and_nobody_waits_before_a_free_one(
    said: list[tuple[int, bool, int]], places: int
) -> None:
    kept = make_answers(said)
    seating = seat_people(kept.values(), places)
    coming = [one.person for one in seating.coming]
    waiting = [one.person for one in seating.waiting]
    yes = {person for person, answer in kept.items() if answer.comes}
    assert len(coming) == min(places, len(yes))
    assert {*coming, *waiting} == yes
    assert len(coming) + len(waiting) == len(yes)


@given(_answers, some.integers(1, 8))
def test_whoever_came_first_sits_first(said: list[tuple[int, bool, int]], places: int) -> None:
    seating = seat_people(make_answers(said).values(), places)
    moments = [one.at for one in (*seating.coming, *seating.waiting)]
    assert moments == sorted(moments)


@given(_answers, some.integers(1, 8), some.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_read_changes_nothing(
    said: list[tuple[int, bool, int]], places: int, dice: object
) -> None:
    rows = list(make_answers(said).values())
    shuffled = rows[:]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert seat_people(rows, places) == seat_people(shuffled, places)


@given(_answers, some.integers(1, 8), some.integers(0, 12))
def test_a_no_moves_everybody_behind_up_by_one_and_nobody_else(
    said: list[tuple[int, bool, int]], places: int, leaving: int
) -> None:
    kept = make_answers(said)
    before = seat_people(kept.values(), places)
    gone = f"p{leaving}"
    after = seat_people([one for one in kept.values() if one.person != gone], places)
    row = [one.person for one in (*before.coming, *before.waiting) if one.person != gone]
    assert [one.person for one in (*after.coming, *after.waiting)] == row
    assert {one.person for one in before.coming} - {gone} <= {one.person for one in after.coming}


@given(_answers)
def test_without_a_limit_nobody_waits(said: list[tuple[int, bool, int]]) -> None:
    kept = make_answers(said)
    seating = seat_people(kept.values(), 0)
    assert not seating.waiting
    assert len(seating.coming) == sum(one.comes for one in kept.values())

"""Whose turn a dilemma is: the same for everybody in a week, and one after the other on demand."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Source
from bot.core.programme.dilemmas import OPTIONS, Dilemma, DilemmaText
from bot.core.programme.library.choosing import find_next_dilemma, find_weekly_dilemma

TEXT = DilemmaText("T", "S", "Q?", dict.fromkeys(OPTIONS, "O"), "E")


def make(dilemma_id: str, topic: str = "conduct", *settings: str) -> Dilemma:
    return Dilemma(dilemma_id, topic, "a", {"en": TEXT}, (Source("S"),), settings)


ONE = make("one")


def test_only_what_can_happen_where_the_readers_work() -> None:
    ward, plant = make("ward", "conduct", "hospital"), make("plant", "conduct", "pharma")
    for week in range(4):
        assert find_weekly_dilemma((ward, plant), ("pharma",), week) is plant
        assert find_weekly_dilemma((ward, ONE), ("care",), week) is ONE
        assert find_weekly_dilemma((ward,), ("care",), week) is None
    assert find_next_dilemma((ward, plant), ("pharma",), "plant") is plant
    assert find_next_dilemma((ward, ONE), ("care",), "ward") is ONE
    assert find_next_dilemma((ward,), ("care",), "") is None
    assert find_next_dilemma((), (), "") is None


dilemmas = st.lists(
    st.builds(
        make,
        st.uuids().map(str),
        st.sampled_from(("conduct", "disclosure", "confidential")),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda dilemma: dilemma.id,
)


@given(dilemmas, st.integers(1, 3), st.integers(0, 5_000))
def test_everyone_gets_its_turn_before_any_comes_twice(
    among: list[Dilemma], rounds: int, week: int
) -> None:
    seen: list[str] = []
    asked = [""]
    for turn in range(rounds * len(among)):
        weekly = find_weekly_dilemma(among, (), week + turn)
        following = find_next_dilemma(among, (), asked[-1])
        assert weekly is not None
        assert following is not None
        seen.append(weekly.id)
        asked.append(following.id)
    ids = {dilemma.id for dilemma in among}
    for start in range(0, len(seen), len(among)):
        assert set(seen[start : start + len(among)]) == ids
        assert set(asked[1:][start : start + len(among)]) == ids


@given(dilemmas, st.text(max_size=8))
def test_ids_that_no_longer_exist_do_no_harm(among: list[Dilemma], after: str) -> None:
    assert find_next_dilemma(among, (), after) in among


@given(dilemmas, st.integers(100, 200))
def test_an_own_one_has_its_first_week_and_changes_no_week_before(
    among: list[Dilemma], week: int
) -> None:
    own = replace(make("own"), since=week)
    for before in range(week - 20, week):
        assert find_weekly_dilemma([*among, own], (), before) == find_weekly_dilemma(
            among, (), before
        )
    assert find_weekly_dilemma([*among, own], (), week) == own
    turns = [
        find_weekly_dilemma([*among, own], (), week + 1 + one) for one in range(len(among) + 1)
    ]
    assert own in turns
    ended = replace(own, until=week + 1)
    assert find_weekly_dilemma([*among, ended], (), week) == ended
    assert find_weekly_dilemma([*among, ended], (), week + 1) in among

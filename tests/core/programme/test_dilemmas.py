"""The next dilemma: unseen first, another topic than the last, where the readers work."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Source
from bot.core.programme.dilemmas import OPTIONS, Dilemma, DilemmaText, choose_dilemma

TEXT = DilemmaText("T", "S", "Q?", dict.fromkeys(OPTIONS, "O"), "E")


def make(dilemma_id: str, topic: str = "conduct", *settings: str) -> Dilemma:
    return Dilemma(dilemma_id, topic, "a", {"en": TEXT}, (Source("S"),), settings)


ONE, TWO, THREE = make("one"), make("two"), make("three", "disclosure")


def chosen(*seen: str, among: tuple[Dilemma, ...] = (ONE, TWO, THREE)) -> str:
    found = choose_dilemma(among, seen)
    assert found is not None
    return found.id


def test_an_unseen_one_of_another_topic_comes_first() -> None:
    assert chosen() == "one"
    assert chosen("one") == "three"
    assert chosen("one", "three") == "two"
    assert chosen("one", among=(ONE, TWO)) == "two"  # the same topic is better than a repetition


def test_when_all_were_seen_the_one_longest_ago_comes_back() -> None:
    assert chosen("two", "one", "three") == "two"
    assert chosen("two", "one", "three", "two") == "one"  # its latest turn counts


def test_only_what_can_happen_where_the_readers_work() -> None:
    ward, plant = make("ward", "conduct", "hospital"), make("plant", "conduct", "pharma")
    assert choose_dilemma((ward, plant), (), ("pharma",)) is plant
    assert choose_dilemma((ward, plant), ("plant",), ("pharma",)) is plant
    assert choose_dilemma((ward, ONE), ("ward",), ("care",)) is ONE
    assert choose_dilemma((ward,), (), ("care",)) is None
    assert choose_dilemma((), ()) is None


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


@given(dilemmas, st.integers(1, 3))
def test_everyone_gets_its_turn_before_any_comes_twice(among: list[Dilemma], rounds: int) -> None:
    seen: list[str] = []
    for _ in range(rounds * len(among)):
        found = choose_dilemma(among, seen)
        assert found is not None
        seen.append(found.id)
    ids = {dilemma.id for dilemma in among}
    for start in range(0, len(seen), len(among)):
        assert set(seen[start : start + len(among)]) == ids


@given(dilemmas, st.lists(st.text(max_size=8)))
def test_ids_that_no_longer_exist_do_no_harm(among: list[Dilemma], seen: list[str]) -> None:
    assert choose_dilemma(among, seen) in among

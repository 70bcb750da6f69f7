"""The attack: whoever asks for every page and export never isolates fewer than ten people.

The attacker knows which deeds stand behind each exact number (they know the formula), and may add
and subtract all of them as they like: that is the space that the rows span. They win when something
in it rests on one to nine people. Coarse numbers are ranges; what they say together with the exact
ones is attacked in test_joint_attack.py.
"""

import itertools
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.programme.proof.deeds import KINDS, MANNERS, Deed, Kind
from bot.core.programme.proof.disclosure import Cell, Closed, close_month, find_first_needed
from bot.core.programme.proof.report import make_report
from bot.core.programme.proof.rounding import LEAST, lower

START = 2025 * 12
EXACT = tuple(kind for kind in KINDS if MANNERS[kind] in ("exact", "sum"))


@st.composite
def programmes(draw: st.DrawFn) -> list[Deed]:
    """Small programmes: 8 to 13 people, six months, some of them in few months only."""
    people = draw(st.integers(8, 13))
    deeds = []
    for person in range(people):
        for month in range(START, START + 6):
            for _ in range(draw(st.integers(0, 2))):
                kind = draw(st.sampled_from(("posts", "drafts", "reach")))
                amount = draw(st.integers(1, 900)) if kind == "reach" else 1
                deeds.append(Deed(kind, month, f"p{person}", amount))
                if kind == "drafts":
                    rules = draw(st.sampled_from(((), ("r1",), ("r1", "r2"))))
                    deeds.append(Deed("rules", month, f"p{person}", parts=rules))
                    verdict = draw(st.sampled_from(((), ("go",))))
                    deeds.append(Deed("go-share", month, f"p{person}", parts=verdict))
    return deeds


def close_all(deeds: list[Deed], forget: tuple[int, str] | None = None) -> list[Closed]:
    """Close six months one after the other; somebody may be forgotten before one of them."""
    closed: list[Closed] = []
    for month in range(START, START + 6):
        if forget is not None and month >= forget[0]:
            deeds = [deed for deed in deeds if deed.person != forget[1]]
        before = closed[-1] if closed else None
        first = find_first_needed(before, month)
        listed = [deed for deed in deeds if first <= deed.month <= month]
        closed.append(close_month(month, before, listed))
    return closed


def rest_on(cell: Cell, deeds: list[Deed]) -> list[int]:
    return [
        number
        for number, deed in enumerate(deeds)
        if deed.kind == cell.kind and cell.first <= deed.month <= cell.last
    ]


def find_isolated(rows: np.ndarray, owners: list[str]) -> bool:
    """Say whether something in the space of the rows rests on one to nine people, exactly."""
    people = sorted(set(owners))
    if not rows.size or np.linalg.matrix_rank(rows) == 0:
        return False
    whole = np.linalg.matrix_rank(rows)
    for few in itertools.combinations(people, min(LEAST - 1, len(people))):
        others = [number for number, owner in enumerate(owners) if owner not in few]
        left = np.linalg.matrix_rank(rows[:, others]) if others else 0
        if left < whole:
            return True
    return False


@settings(max_examples=25, deadline=None)
@given(programmes(), st.none() | st.tuples(st.integers(START, START + 5), st.just("p0")))
def test_sums_and_differences_isolate_nobody(
    deeds: list[Deed], forget: tuple[int, str] | None
) -> None:
    rows = []
    for kind in EXACT:
        cells = [c for one in close_all(deeds, forget) for c in one.cells if c.kind == kind]
        for start, end in itertools.combinations(range(len(cells) + 1), 2):  # every total of a page
            row = np.zeros(len(deeds))
            for cell in cells[start:end]:
                is_gone = forget is not None and cell.last >= forget[0]
                for number in rest_on(cell, deeds):
                    row[number] = not (is_gone and deeds[number].person == "p0")
            rows.append(row)
    if not rows:
        return
    matrix = np.array(rows)
    # what no row tells apart is one column a person
    columns = {(matrix[:, n].tobytes(), deed.person): n for n, deed in enumerate(deeds)}
    kept = list(columns.values())
    assert not find_isolated(matrix[:, kept], [deeds[n].person for n in kept])


def test_there_is_something_to_attack() -> None:
    deeds = [Deed("posts", START + n % 3, f"p{n % 12}") for n in range(72)]
    deeds += [Deed("posts", START + 4, f"p{n}") for n in range(9)]
    deeds += [Deed("posts", START + 5, f"p{n}") for n in range(11) for _ in range(2)]
    cells = [cell for one in close_all(deeds) for cell in one.cells]
    assert [(cell.first, cell.last) for cell in cells][-1] == (START + 3, START + 5)
    assert len(cells) >= 2


def test_the_attack_finds_what_it_looks_for() -> None:
    """Ten in a quarter of which nine in its first month: the tenth would stand alone."""
    owners = [f"p{number}" for number in range(19)]
    quarter, month = np.ones(19), np.array([1.0] * 10 + [0.0] * 9)
    assert find_isolated(np.array([quarter, month]), owners)
    assert not find_isolated(np.array([np.ones(19)]), owners)


@settings(max_examples=60, deadline=None)
@given(programmes())
def test_blocks_do_not_overlap_and_rest_on_ten(deeds: list[Deed]) -> None:
    seen: dict[tuple[str, str], set[int]] = defaultdict(set)
    for cell in (cell for one in close_all(deeds) for cell in one.cells):
        months = set(range(cell.first, cell.last + 1))
        key = (cell.kind, cell.part)
        assert not months & seen[key]
        seen[key] |= months
        inside = [deeds[number] for number in rest_on(cell, deeds)]
        if MANNERS[cell.kind] == "parts":
            outside = {deed.person for deed in inside if cell.part not in deed.parts}
            assert len(outside) >= LEAST
            inside = [deed for deed in inside if cell.part in deed.parts]
        assert len({deed.person for deed in inside}) >= LEAST
        assert cell.people % 10 == 0
        if MANNERS[cell.kind] in ("parts", "coarse"):
            assert cell.value % 10 == 0
            assert 0 <= len(inside) - cell.value < 10


@settings(max_examples=60, deadline=None)
@given(programmes(), st.integers(0, 12), st.integers(START, START + 5))
def test_who_is_forgotten_changes_nothing_that_was_told(
    deeds: list[Deed], gone: int, when: int
) -> None:
    before, after = close_all(deeds), close_all(deeds, (when, f"p{gone}"))
    kept = [one for one in before if one.month < when]
    assert after[: len(kept)] == kept


@settings(max_examples=40, deadline=None)
@given(programmes())
def test_a_report_tells_sums_of_cells_and_nothing_else(deeds: list[Deed]) -> None:
    closed = close_all(deeds)
    report = make_report(closed, ())
    assert report is not None
    for kind in ("posts", "drafts", "reach"):
        values = [cell.value for one in closed for cell in one.cells if cell.kind == kind]
        assert report.find(kind).value == (sum(values) if values else None)


def make_deeds(kind: Kind, people: int, each: int = 1, amount: int = 1) -> list[Deed]:
    return [Deed(kind, START, f"p{n}", amount) for n in range(people) for _ in range(each)]


@pytest.mark.parametrize("kind", KINDS)
def test_nine_people_are_told_nothing_of(kind: Kind) -> None:
    assert close_month(START, None, make_deeds(kind, 9, 30)).cells == ()


def test_a_small_month_waits_and_comes_with_the_next() -> None:
    first = close_month(START, None, make_deeds("posts", 9))
    assert first.waiting["posts"] == START
    more = [*make_deeds("posts", 9, 2), Deed("posts", START + 1, "p9")]
    (cell,) = close_month(START + 1, first, more).cells
    assert (cell.first, cell.last, cell.value, cell.people) == (START, START + 1, 19, 10)


def test_where_everybody_did_it_once_there_is_no_number() -> None:
    assert close_month(START, None, make_deeds("posts", 30)).cells == ()
    assert (
        close_month(START, None, [*make_deeds("posts", 30), Deed("posts", START, "p1")]).cells == ()
    )
    (cell,) = close_month(START, None, [*make_deeds("posts", 30), *make_deeds("posts", 2)]).cells
    assert cell.value == 32


def test_what_rests_on_another_figure_is_told_of_its_whole_blocks() -> None:
    def draft(month: int, person: int, *rules: str) -> list[Deed]:
        name = f"p{person}"
        return [Deed("drafts", month, name), Deed("rules", month, name, parts=rules),
                Deed("go-share", month, name, parts=() if rules else ("go",))]  # fmt: skip

    def make_month(month: int, people: int) -> list[Deed]:
        drafts = [
            draft(month, n, *(("r",) if turn else ()))
            for n in range(people)
            for turn in (0, 0, 1, 1)
        ]
        return [deed for one in drafts for deed in one]

    deeds, closed = [], list[Closed]()
    for month, people in enumerate((12, 9, 12, 12), START):
        deeds += make_month(month, people)
        closed.append(close_month(month, closed[-1] if closed else None, deeds))
    blocks = {
        kind: [
            (c.first - START, c.last - START) for one in closed for c in one.cells if c.kind == kind
        ]
        for kind in ("drafts", "rules", "go-share")
    }
    assert blocks["drafts"] == [(0, 0), (1, 2), (3, 3)]
    assert blocks["rules"] == blocks["go-share"] == [(0, 2)]


def test_what_stays_small_for_half_a_year_is_left_out() -> None:
    closed = None
    for month in range(START, START + 6):
        closed = close_month(month, closed, [Deed("posts", START, "p1")])
    assert closed is not None
    assert "posts" not in closed.waiting


def test_a_sum_that_is_nearly_one_persons_is_not_told() -> None:
    deeds = [*make_deeds("reach", 11, 1, 10), Deed("reach", START, "p0", 5000)]
    assert close_month(START, None, deeds).cells == ()


def test_a_share_wants_ten_on_both_sides_and_a_hundred() -> None:
    goes = [Deed("go-share", START, f"p{n % 20}", parts=("go",)) for n in range(90)]
    few = [Deed("go-share", START, f"p{n}") for n in range(9)]
    many = [Deed("go-share", START, f"p{n % 12}") for n in range(30)]
    drafts = [Deed("drafts", START, f"p{n % 20}") for n in range(120)]
    for others in ([*few, *few], many[:9]):
        closed = close_month(START, None, [*drafts, *goes, *others])
        assert {cell.kind for cell in closed.cells} == {"drafts"}
    _, cell = close_month(START, None, [*drafts, *goes, *many]).cells
    assert (cell.kind, cell.value) == ("go-share", 80)  # 75, in steps of ten


def test_times_are_told_in_classes() -> None:
    deeds = [Deed("case-time", START, f"p{n}", 3_601 + n) for n in range(12)]
    half, most = close_month(START, None, deeds).cells
    assert (half.value, most.value) == (4 * 3600, 4 * 3600)


@given(st.integers(10, 10**7))
def test_a_coarse_number_is_a_range_at_least_ten_wide(count: int) -> None:
    assert 0 <= count - lower(count) < max(10, count // 10 + 1)
    assert lower(count) == lower(lower(count))

"""The joint attack: exact, rounded and coarse figures of all pages of all periods, over time.

Twice. First the bounds that follow from every number of every page are put together and propagated
until nothing narrows any more: no figure of a person, and no sum of a few, may end as one value.
Then the other way round, which leaves nothing out: for each figure another world is looked for in
which the same people were there, all pages are the same at every moment, and this figure is not.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from bot.core.programme.proof.deeds import MANNERS
from bot.core.programme.proof.disclosure import LEAST, Cell, Closed
from bot.core.programme.proof.months import list_periods
from bot.core.programme.proof.report import Point, make_report
from bot.core.programme.proof.rounding import find_shared, find_top
from tests.core.programme.proof.propagation import Bounds, Row, propagate
from tests.core.programme.proof.worlds import (
    START,
    Thing,
    close_all,
    count_presence,
    list_changes,
    make_draft,
    make_post,
    make_world,
)

OPEN_END = 10**6
Variable = tuple[str, int, str, str]  # kind, month, person, part


def list_pages(closed: Sequence[Closed]) -> Iterator[tuple[str, Point, bool]]:
    """List every number of every page of every period, as it was at every moment."""
    for moment in range(1, len(closed) + 1):
        known = closed[:moment]
        first, last = known[0].month, known[-1].month
        for period in (None, *list_periods(first, last)):
            report = make_report(known, (), period)
            assert report is not None
            for figure in report.figures:
                for point in figure.points:
                    yield figure.kind, point, False
                if figure.value is not None and figure.unit == "count" and figure.points:
                    ends = figure.points[0].first, figure.points[-1].last
                    yield figure.kind, Point(*ends, figure.value), True


def test_all_pages_of_all_periods_are_sums_of_whole_cells() -> None:
    """So whoever has the cells has all pages: the attacks below are given the cells."""
    closed = close_all(make_world(0))
    cells = {
        (cell.kind, cell.part, cell.first, cell.last): cell.value
        for one in closed
        for cell in one.cells
    }
    seen = set[str]()
    for kind, point, _ in list_pages(closed):
        inside = [
            value
            for (of, part, first, last), value in cells.items()
            if (of, part) == (kind, point.part) and point.first <= first and last <= point.last
        ]
        assert point.value == sum(inside), (kind, point)
        seen.add(kind)
    assert {"posts", "themes", "drafts", "rules", "go-share", "cases", "reach"} <= seen


def bound_cell(cell: Cell, wholes: dict[tuple[int, int], int]) -> tuple[int, int]:
    """Say between what a number that is told lies."""
    match MANNERS[cell.kind]:
        case "exact":
            return cell.value, cell.value
        case "sum":
            step = 10 ** max(0, len(str(cell.value)) - 3)
            return max(0, cell.value - step), cell.value + step if step > 1 else cell.value
        case "share":
            whole = sum(
                n for (first, last), n in wholes.items() if cell.first <= first <= cell.last
            )
            return find_shared(cell.value, whole)
        case _:
            return cell.value, find_top(cell.value)


def gather(
    things: Sequence[Thing], closed: Sequence[Closed]
) -> tuple[dict[Variable, Bounds], list[Row]]:
    """Write down all that an attacker knows who knows who was there.

    A person's figures of a month are unknown, at least one where they were there. Parts are some of
    the whole; themes, and “go” with a rule, exclude one another.
    """
    cells = [cell for one in closed for cell in one.cells if MANNERS[cell.kind] != "times"]
    presence = count_presence(things)
    bounds: dict[Variable, Bounds] = {}
    rows: list[Row] = []
    parts = {kind: {one.part for one in cells if one.kind == kind} for kind in MANNERS}
    for is_post, month, person in presence:
        whole = ("posts" if is_post else "drafts", month, person, "")
        bounds[whole] = (1, OPEN_END)
        inside: list[Variable] = []
        if is_post:
            inside = [("themes", month, person, part) for part in parts["themes"]]
            rows.append(Row(((1, whole), *((-1, one) for one in inside)), 0, OPEN_END))
            bounds["reach", month, person, ""] = (0, OPEN_END)
        else:
            go, case = ("go-share", month, person, ""), ("cases", month, person, "")
            rules: list[Variable] = [("rules", month, person, part) for part in parts["rules"]]
            inside = [go, case, *rules]
            rows += [Row(((1, whole), (-1, go), (-1, rule)), 0, OPEN_END) for rule in rules]
            rows += [Row(((1, whole), (-1, one)), 0, OPEN_END) for one in (go, case)]
        bounds |= dict.fromkeys(inside, (0, OPEN_END))
    wholes = {(one.first, one.last): one.value for one in cells if one.kind == "drafts"}
    for cell in cells:
        members = [
            (1, one)
            for one in bounds
            if one[0] == cell.kind and cell.first <= one[1] <= cell.last and one[3] == cell.part
        ]
        rows.append(Row(tuple(members), *bound_cell(cell, wholes)))
        base = {"themes": "posts", "rules": "drafts", "go-share": "drafts"}.get(cell.kind)
        if base is not None:  # ten people are outside of a part
            whole_members = [
                (1, one) for one in bounds if one[0] == base and cell.first <= one[1] <= cell.last
            ]
            outside = (*whole_members, *((-1, one) for _, one in members))
            rows.append(Row(outside, LEAST, OPEN_END))
            rows.append(Row(tuple(members), LEAST, OPEN_END))
    for kind, point, is_total in list_pages(closed):  # whatever else stands on a page
        if is_total and kind in ("posts", "drafts") and (point.first, point.last) not in wholes:
            told = [
                (1, one)
                for cell in cells
                if cell.kind == kind and point.first <= cell.first and cell.last <= point.last
                for one in bounds
                if one[0] == kind and cell.first <= one[1] <= cell.last
            ]
            rows.append(Row(tuple(told), point.value, point.value))
    return bounds, rows


def find_pinned(things: Sequence[Thing], closed: Sequence[Closed]) -> list[object]:
    """Find figures of a person, or sums that a page tells of few, that came out as one value."""
    bounds, rows = gather(things, closed)
    narrowed = propagate(bounds, rows)
    assert narrowed is not None, "the truth itself is ruled out: the attack is wrong"
    return [one for one, (least, most) in narrowed.items() if least == most]


@pytest.mark.parametrize("seed", range(12))
def test_bounds_of_all_pages_together_pin_nobody(seed: int) -> None:
    things = make_world(seed)
    assert find_pinned(things, close_all(things)) == []


def make_tight(*posts: tuple[int, str]) -> list[Thing]:
    """Make a month of posts: how many people post once about a theme."""
    things: list[Thing] = []
    for many, theme in posts:
        begun = len(things)
        things += [make_post(START, f"p{begun + n}", theme, 0) for n in range(many)]
    return things


def tell(kind: str, value: int, part: str = "", people: int = 10) -> Cell:
    return Cell(kind, START, START, value, people, part)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("things", "cells"),
    [
        (make_tight((12, "")), [tell("posts", 12)]),
        (
            make_tight((10, "x"), (10, "y")),
            [tell("posts", 20), tell("themes", 10, "x"), tell("themes", 10, "y")],
        ),
        (make_tight((10, "x"), (10, "")), [tell("posts", 20), tell("themes", 10, "x")]),
    ],
)
def test_the_attack_finds_what_was_told_once_and_is_held_back_now(
    things: list[Thing], cells: list[Cell]
) -> None:
    assert find_pinned(things, [Closed(START, tuple(cells))])
    assert len(close_all(things, 1)[0].cells) < len(cells)


def test_a_share_near_its_end_is_not_told() -> None:
    """Of 2,000 drafts ten were not “go”: 100 %, and ten people, so each of the ten had one."""
    whole, rest = 2_000, 10
    assert find_shared(100, whole) == (1_990, 2_000)
    things = [make_draft(START, f"p{n % 40}", (), is_case=False) for n in range(whole - rest)]
    things += [make_draft(START, f"p{n}", ("r",), is_case=False) for n in range(rest)]
    told = {cell.kind for cell in close_all(things, 1)[0].cells}
    assert "drafts" in told
    assert "go-share" not in told


class Search:
    """Looks for other worlds in which all pages are the same."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self.things, self.pages = list(things), close_all(things)
        self.presence = count_presence(things)

    def is_like(self, other: Sequence[Thing]) -> bool:
        """Say whether pages, and who was there when, are the same in another world."""
        is_same = count_presence(other).keys() == self.presence.keys()
        return is_same and close_all(other) == self.pages

    def find_alone(self, cell: Cell, without: str) -> set[str]:
        """Give who stands alone: all others hang together, what one has another could have.

        Or nobody, the empty name, has it: where the whole is not known exactly either.
        """
        people = {one.person for one in self.things if weigh(one, cell)} - {without}
        starts = sorted(people)[:3]
        for start in starts if MANNERS[cell.kind] == "exact" else ("", *starts):
            reached, is_growing = {start}, True
            while is_growing:
                is_growing = False
                for person in sorted(people - reached):
                    if self._find_link(person, reached, cell, without):
                        reached.add(person)
                        is_growing = True
            if people <= reached:
                return set()
        return people - reached

    def _find_link(self, person: str, reached: set[str], cell: Cell, without: str) -> bool:
        """Look for a world where somebody has another figure, paid for by who is reached."""
        weight = weigh_person(self.things, person, cell)
        return any(
            weigh_person(other, person, cell) != weight and self.is_like(other)
            for other in self._list_worlds(person, reached, cell, without)
        )

    def _list_worlds(
        self, person: str, reached: set[str], cell: Cell, without: str
    ) -> Iterator[list[Thing]]:
        for number, one in enumerate(self.things):
            is_inside = cell.first <= one.month <= cell.last and one.is_post == is_of_posts(cell)
            if not is_inside or one.person not in reached | {person}:
                continue
            for owner in (person, *sorted(reached - {"", without})):
                for changed in list_changes(replace(one, person=owner), cell.first, cell.last):
                    yield [*self.things[:number], changed, *self.things[number + 1 :]]
        yield from self._list_exchanges(person, reached, cell)
        for other in sorted(reached - {""}):
            for last in range(cell.first, cell.last + 1):
                names = {person: other, other: person}
                yield swap_people(self.things, names, cell, last)

    def _list_exchanges(self, person: str, reached: set[str], cell: Cell) -> Iterator[list[Thing]]:
        """Let two people of a month have had what the other had, one thing each."""
        for number, one in enumerate(self.things):
            for place, other in enumerate(self.things):
                if (
                    one.person == person
                    and other.person in reached
                    and one.month == other.month
                    and cell.first <= one.month <= cell.last
                    and weigh(one, cell) != weigh(other, cell)
                ):
                    world = [*self.things]
                    world[number] = replace(one, person=other.person)
                    world[place] = replace(other, person=person)
                    yield world


def swap_people(
    things: Sequence[Thing], names: dict[str, str], cell: Cell, last: int
) -> list[Thing]:
    """Let two people have posted, or had reviewed, what the other did, up to a month."""
    return [
        replace(thing, person=names.get(thing.person, thing.person))
        if thing.month <= last and thing.is_post == is_of_posts(cell)
        else thing
        for thing in things
    ]


def weigh_person(things: Sequence[Thing], person: str, cell: Cell) -> int:
    return sum(weigh(one, cell) for one in things if one.person == person)


def is_of_posts(cell: Cell) -> bool:
    return cell.kind in ("posts", "themes")


def weigh(thing: Thing, cell: Cell) -> int:
    """Say how much of a thing a cell counts."""
    if not cell.first <= thing.month <= cell.last or thing.is_post != is_of_posts(cell):
        return 0
    match cell.kind:
        case "themes" | "rules":
            return int(cell.part in thing.parts)
        case "go-share":
            return int(thing.is_go)
        case "cases":
            return int(thing.is_case)
        case _:
            return 1


@pytest.mark.parametrize("seed", [1, 4, 5, 7, 9, 10])
def test_for_each_figure_there_is_another_world_with_the_same_pages(seed: int) -> None:
    """Whoever is in a cell is linked to all others, also for one of them, who knows their own.

    What is linked cannot be told apart: not one person's figure, nor the sum of a few of them. The
    search knows one change at a time, exchanges and swaps. In forty worlds it links all but one
    person of one of 211 figures (seed 13), for whom several posts would have to move at once.
    """
    things, dice = make_world(seed), random.Random(seed)
    search = Search(things)
    told = [cell for one in search.pages for cell in one.cells if cell.kind != "reach"]
    for cell in {cell.kind: cell for cell in dice.sample(told, len(told))}.values():
        insider = choose_insider(things, cell, dice)
        assert not search.find_alone(cell, insider), (cell, insider)


def choose_insider(things: Sequence[Thing], cell: Cell, dice: random.Random) -> str:
    """Choose somebody who is in a cell, but not most of it."""
    whole = sum(weigh(one, cell) for one in things)
    people = sorted({one.person for one in things if weigh(one, cell)})
    return dice.choice([one for one in people if 2 * weigh_person(things, one, cell) < whole])

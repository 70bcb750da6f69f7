"""Match buddies: a more and a less experienced colleague with something in common. Pure.

As many pairs as there can be, and of all such matchings the one that fits best. Neither chance nor
the order of people has a say: two clocks that match at once find the same pairs.
"""

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import LEVELS, Level

_SAME_LANGUAGE, _SAME_TOPIC, _OTHER_DEPARTMENT, _FAR_APART = 6, 3, 2, 1
_MOST_TOPICS = 3  # more in common makes a pair no better
_MOST_AT_ONCE = 300  # people of one matching, which takes seconds beyond
_TIE_BITS = 24  # what decides between equals; all of a matching's together stay below one point
_POINT = 1 << 40


@dataclass(frozen=True)
class Candidate:
    """Somebody who wishes for a buddy, and what counts for it.

    Args:
        person: Who.
        circle: Only people of one circle can write to one another: a platform's workspace.
        level: How sure they feel; a pair has two different ones.
        language: Theirs.
        topics: What they chose.
        department: Where they work, if they told.
    """

    person: str
    circle: str
    level: Level
    language: Language
    topics: frozenset[str] = frozenset()
    department: str = ""


def sign_two(one: str, other: str) -> str:
    """Give a sign for two people, the same both ways, that names neither."""
    return hashlib.sha256("\n".join(sorted((one, other))).encode()).hexdigest()[:16]


def fit_two(one: Candidate, other: Candidate) -> int | None:
    """Say how well two fit; None: they make no pair."""
    shared = min(len(one.topics & other.topics), _MOST_TOPICS)
    speaks_same = one.language == other.language
    if one.level == other.level or one.circle != other.circle or not (shared or speaks_same):
        return None
    departments = {one.department.casefold().strip(), other.department.casefold().strip()}
    distance = abs(LEVELS.index(one.level) - LEVELS.index(other.level))
    return (
        _SAME_LANGUAGE * speaks_same
        + _SAME_TOPIC * shared
        + _OTHER_DEPARTMENT * (len(departments) == 2 and "" not in departments)
        + _FAR_APART * (distance == 2)
    )


def match_buddies(
    candidates: Iterable[Candidate], refused: AbstractSet[str], name: str
) -> list[tuple[Candidate, Candidate]]:
    """Match people; who is left over has nobody this time.

    Args:
        candidates: Who wishes for a buddy and has none.
        refused: The signs of two who are not to be matched again.
        name: Of the round: equals are told apart by it, so that nobody is left over each time.
    """
    by_circle: dict[str, list[Candidate]] = {}
    for one in candidates:
        by_circle.setdefault(one.circle, []).append(one)
    pairs = [pair for circle in by_circle.values() for pair in _match_circle(circle, refused, name)]
    return sorted(pairs, key=lambda pair: pair[0].person)


def _match_circle(
    circle: Iterable[Candidate], refused: AbstractSet[str], name: str
) -> Iterator[tuple[Candidate, Candidate]]:
    """Match as many at once as is quick; who is left over is matched along with the next."""
    waiting = sorted(circle, key=lambda one: (_draw(name, one.person), one.person))
    left: list[Candidate] = []
    while waiting:
        room = max(_MOST_AT_ONCE - len(left), 1)
        group, waiting = left + waiting[:room], waiting[room:]
        pairs = list(_match_group(group, refused, name))
        paired = {one.person for pair in pairs for one in pair}
        left = [one for one in group if one.person not in paired]
        yield from pairs


def _match_group(
    group: Sequence[Candidate], refused: AbstractSet[str], name: str
) -> Iterator[tuple[Candidate, Candidate]]:
    # once a week, in one process
    import rustworkx  # noqa: PLC0415

    people = sorted(group, key=lambda one: one.person)
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(people)))
    for (first, one), (second, other) in itertools.combinations(enumerate(people), 2):
        fit = fit_two(one, other)
        sign = sign_two(one.person, other.person)
        if fit is not None and sign not in refused:
            graph.add_edge(first, second, fit * _POINT + _draw(name, sign))
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=int)
    for first, second in found:
        yield people[min(first, second)], people[max(first, second)]


def _draw(name: str, sign: str) -> int:
    digest = hashlib.sha256(f"{name}\n{sign}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - _TIE_BITS)

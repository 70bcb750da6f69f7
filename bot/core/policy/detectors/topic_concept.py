"""What a topic's rules speak of, wherever it stands: the cue of a rule that asks for a resemblance.

Such a word alone means nothing ("gift", "ward"); the second signal tells whether its sentence does.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bot.core.policy.reading import LONGEST_QUOTE, Hit, Reading, by_place


def detect_topic_concept(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find in each sentence the stretch with the most words of a topic; none without a signal.

    Without a topic all of them count as one.
    """
    if not reading.has_signal:
        return []
    by_sentence: dict[int, list[Hit]] = {}
    for hit in sorted(
        _find_concepts(reading, parameters.get("topic", reading.policy.concepts)), key=by_place
    ):
        by_sentence.setdefault(reading.unit(hit.start, "sentence"), []).append(hit)
    return [_choose_stretch(hits) for hits in by_sentence.values()]


def _find_concepts(reading: Reading, topics: Collection[str]) -> Iterator[Hit]:
    known = reading.policy.concepts
    concepts = frozenset[str]().union(*(known.get(topic, ()) for topic in topics))
    for name in concepts & reading.named:
        yield from reading.hits(name)
    for name in concepts & reading.detectors.keys():
        yield from reading.detect(name)


def _choose_stretch(hits: list[Hit]) -> Hit:
    """Give the stretch with the most hits that is short enough to quote; of several the shortest.

    `hits` are in the order of the text.
    """
    best = (0, 0, hits[0])
    first = reach = 0
    for last, hit in enumerate(hits):
        reach = max(reach, hit.end)  # a hit may end inside the one before
        while first < last and reach - hits[first].start > LONGEST_QUOTE:
            first += 1
        start = hits[first].start
        better = (last - first + 1, start - reach, Hit(start, reach))
        if better[:2] > best[:2]:
            best = better
    return best[2]

"""What a topic's rules speak of, wherever it stands: the cue of a rule that asks for a resemblance.

Such a word alone means nothing ("gift", "ward"); the second signal tells whether its sentence does.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.policy.reading import LONGEST_QUOTE, Hit, Reading

_ITSELF = "topic_concept"
_FEWEST_WORDS = 4  # a name or an exclamation says too little to be like anything


def detect_topic_concept(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find in each sentence the stretch with the most words of a topic; none without a signal.

    Without a topic it finds each of the words that any topic's rules speak of.
    """
    if not reading.has_signal:
        return []
    if not parameters:
        return list(_find_concepts(reading))
    known = reading.policy.concepts
    wanted = frozenset[str]().union(*(known.get(topic, ()) for topic in parameters["topic"]))
    by_sentence: dict[int, list[Hit]] = {}
    for hit in reading.detect(_ITSELF):
        if hit.details["concept"] in wanted:
            by_sentence.setdefault(reading.unit(hit.start, "sentence"), []).append(hit)
    return [_choose_stretch(hits) for hits in by_sentence.values() if _says_enough(reading, hits)]


def _says_enough(reading: Reading, hits: list[Hit]) -> bool:
    return len(reading.words_in(*reading.sentence_span(hits[0].start))) >= _FEWEST_WORDS


def _find_concepts(reading: Reading) -> Iterator[Hit]:
    known = frozenset[str]().union(*reading.policy.concepts.values())
    for name in (known & (reading.named | reading.detectors.keys())) - {_ITSELF}:
        details = {"concept": name}
        for hit in reading.concept(name):
            yield Hit(hit.start, hit.end, details)


def _choose_stretch(hits: list[Hit]) -> Hit:
    """Give the stretch with the most hits that is short enough to quote; of several the shortest.

    `hits` are in the order of the text.
    """
    first_start, last_end = hits[0].start, max(hit.end for hit in hits)
    if last_end - first_start <= LONGEST_QUOTE:
        return Hit(first_start, last_end)  # all of them, as mostly
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

"""Where somebody is from: well-known towns and places hardly anybody knows."""

import itertools
import re
from collections.abc import Iterator

from bot.core.policy.detectors.single_names import SHORTEST_NAME, is_capitalised
from bot.core.policy.reading import Hit, Reading

_FROM = {
    "de": frozenset("aus in bei nahe von hinter vor".split()),
    "nl": frozenset("uit in bij van achter op".split()),
    "en": frozenset("from in near of outside at".split()),
}
_TOWN = "town"  # Leeds, Köln, Delft: known, so commoner words
_TOWARDS = frozenset(
    "te nabij richting near outside round bei nahe bij naar in uit aus from op auf of".split()
)
_SAINTS = frozenset(
    "bad sankt st klein gross neu alt ober unter nieder sint oud nieuw groot great little upper"
    " lower market saint port chipping north south east west".split()
)
_PLACE_ENDING = re.compile(
    r"(?:hausen|dorf|stadt|berg|burg|bach|feld|ingen|ungen|kirchen|zarten|walde|rode|itz|ow|wedel"
    r"|buttel|furt|bruck|brunn|moor|holm|tal|see|dam|drecht|hoven|wijk|veen|dijk|huizen|loo|kerk|daal"
    r"|stede|ham|ton|ford|bury|mouth|worth|chester|wick|dale|minster|thorpe|bridge)$"
)
_BEFORE_TOWN = 12  # characters in which the word before a town stands
_PLACE_COMMON = 3.3  # a capitalised word commoner than this is rather no small town


def find_towns(reading: Reading) -> Iterator[Hit]:
    """Find well-known towns said to be somebody's: "from Leeds", "bij Delft", "44, Sylt, ..."."""
    for hit in reading.hits(_TOWN):
        if not reading.quote(hit)[:1].isupper():
            continue
        before = reading.text[max(0, hit.start - _BEFORE_TOWN) : hit.start]
        words = before.split()
        if before.endswith((", ", "(")) or (words and words[-1].lower() in _TOWARDS):
            yield hit


def find_places(reading: Reading) -> Iterator[Hit]:
    """Find names of places hardly anybody knows: "from Skelby", "aus Zeulenroda"."""
    knowledge = reading.policy.knowledge
    taken = [*reading.detect("organisation"), *reading.detect("medicine")]
    for sentence in reading.parsed.sentences:
        words = reading.parsed.words[sentence.first : sentence.last]
        for before, word in itertools.pairwise(words):
            if (
                before.form in _SAINTS
                and is_capitalised(before)
                and is_capitalised(word)
                and knowledge.lexicon.commonness(word.form, sentence.language) < _PLACE_COMMON
            ):
                yield Hit(before.start, word.end)  # "Bad Muskau", "Klein Zecher"
                continue
            if before.form not in _FROM[sentence.language] or word.tag:
                continue
            if (
                not is_capitalised(word)
                or len(word.form) <= SHORTEST_NAME
                or word.form in knowledge.first_names
            ):
                continue
            if knowledge.lexicon.commonness(word.form, sentence.language) >= _PLACE_COMMON:
                continue
            parts = len(knowledge.lexicon.part_groups(word.form, sentence.language))
            if parts > 1 and not _PLACE_ENDING.search(word.form):
                continue
            hit = Hit(word.start, word.end)
            if not any(hit.covers(other) for other in taken):
                yield hit

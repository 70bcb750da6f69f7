"""Words we know: their lemma groups, how common they are, and the parts of compounds.

The tables are made once by `bot/files/build_words.py` and memory-mapped by `bot/files/words.py`;
this module only reads arrays. Two forms of one word share a group, so comparing groups is
comparing lemmas without keeping a single string.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bot.core.model import Language

# Below this commonness a string is too rare to be believed as a part of a compound:
# at 2.6 the German decoys of our tests (Tritt|rat, Kur|sen) stay whole.
_PART_ZIPF = 2.6
_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 8
_LONGEST_SPLIT = 40  # letters; longer strings are not words
_LINKS = {
    "de": ("", "s", "n", "en", "es", "er", "e"),
    "nl": ("", "s", "en", "n", "e", "er"),
    "en": ("",),
}
_CACHE_LIMIT = 30_000  # words of one language
# Endings of words that no dictionary lists (brands, new compounds), longest first.
_ENDINGS = {
    "de": ("en", "er", "es", "s", "n", "e"),
    "nl": ("'s", "en", "s", "e", "n"),
    "en": ("'s", "es", "s"),
}


def word_key(form: str) -> int:
    """Hash a folded form to the 64 bits under which the tables know it."""
    return int.from_bytes(
        hashlib.blake2b(form.encode("utf-8", "replace"), digest_size=8).digest(), "little"
    )


def lemma_group(lemma: str) -> int:
    """Hash a folded lemma to its 32-bit group."""
    return word_key(lemma) & 0xFFFFFFFF


@dataclass(frozen=True)
class WordTable:
    """One language's words: sorted keys, and beside each its groups and commonness.

    The second group is 0 where a spelling belongs to one lemma only.
    `commonness` is the Zipf frequency times 25 (0 to 200), from wordfreq.
    """

    keys: "np.ndarray[Any, np.dtype[np.uint64]]"
    groups: "np.ndarray[Any, np.dtype[np.uint32]]"
    seconds: "np.ndarray[Any, np.dtype[np.uint32]]"
    commonness: "np.ndarray[Any, np.dtype[np.uint8]]"

    def find(self, form: str) -> "Known | None":
        """Give what we know of a folded form, or None for a word we do not know."""
        key = word_key(form)
        at = int(self.keys.searchsorted(np.uint64(key)))
        if at == len(self.keys) or int(self.keys[at]) != key:
            return None
        return int(self.groups[at]), int(self.seconds[at]), int(self.commonness[at]) / 25

    def find_all(self, forms: Sequence[str]) -> list["Known | None"]:
        """Give what we know of many folded forms; a search for all takes less than for each."""
        keys = np.fromiter((word_key(form) for form in forms), np.uint64, len(forms))
        if not len(self.keys):
            return [None] * len(forms)
        places = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        rows = zip(
            (self.keys[places] == keys).tolist(),
            self.groups[places].tolist(),
            self.seconds[places].tolist(),
            self.commonness[places].tolist(),
            strict=True,
        )
        return [(one, two, zipf / 25) if is_known else None for is_known, one, two, zipf in rows]


# (group, second group or 0, Zipf frequency)
Known = tuple[int, int, float]
EMPTY_TABLE = WordTable(
    np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros(0, np.uint8)
)


@dataclass
class Lexicon:
    """Lemma groups, commonness and compound parts; remembers what it looked up."""

    tables: Mapping[Language, WordTable]
    _found: defaultdict[Language, dict[str, Known]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _parts: defaultdict[Language, dict[str, frozenset[int]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def group(self, form: str, language: Language) -> int:
        """Give the lemma group of a folded form; unknown words are grouped by their stem."""
        return self._look_up(form, language)[0]

    def groups(self, form: str, language: Language) -> tuple[int, ...]:
        """Give both lemma groups of a folded form."""
        first, second, _ = self._look_up(form, language)
        return (first, second) if second else (first,)

    def commonness(self, form: str, language: Language) -> float:
        """Give the Zipf frequency of a folded form: 0 unknown, 3 rare, 5 everyday."""
        return self._look_up(form, language)[2]

    def remember(self, forms: Collection[str], language: Language) -> None:
        """Look up many forms at once, for those who will ask for each."""
        if len(forms) > _CACHE_LIMIT:
            return
        table = self.tables.get(language, EMPTY_TABLE)
        found = self._found[language]
        for form, known in zip(forms, table.find_all(list(forms)), strict=True):
            found[form] = known or self._look_up_stem(form, language, table)

    def forget(self) -> None:
        """Forget what was looked up: the words of a policy are many, and asked for once."""
        self._found.clear()
        self._parts.clear()

    def part_groups(self, form: str, language: Language) -> frozenset[int]:
        """Give the lemma groups of the parts of a compound, and of runs of neighbouring parts.

        A word that does not split gives its own group only.
        """
        remembered = self._parts[language]
        cached = remembered.get(form)
        if cached is None:
            if len(remembered) > _CACHE_LIMIT:
                remembered.clear()
            cached = remembered[form] = frozenset(self._compute_parts(form, language))
        return cached

    def _look_up(self, form: str, language: Language) -> Known:
        remembered = self._found[language]
        cached = remembered.get(form)
        if cached is None:
            if len(remembered) > _CACHE_LIMIT:
                remembered.clear()
            table = self.tables.get(language, EMPTY_TABLE)
            cached = table.find(form) or self._look_up_stem(form, language, table)
            remembered[form] = cached
        return cached

    @staticmethod
    def _look_up_stem(form: str, language: Language, table: WordTable) -> Known:
        for ending in _ENDINGS[language]:
            if form.endswith(ending) and len(form) - len(ending) >= 4:
                stem = form[: -len(ending)]
                found = table.find(stem)
                return (found[0] if found else lemma_group(stem)), 0, 0.0
        return lemma_group(form), 0, 0.0

    def _compute_parts(self, form: str, language: Language) -> set[int]:
        groups = set(self.groups(form, language))
        cuts = self._split(form, language)
        for first in range(len(cuts)):
            for last in range(first, len(cuts)):
                whole = form[cuts[first][0] : cuts[last][1]]
                groups.update(self.groups(whole, language))
        return groups

    def _split(self, form: str, language: Language) -> list[tuple[int, int]]:
        """Split a compound into (start, end) of its parts, links left out; [] when it is none."""
        size = len(form)
        if language == "en" or not 2 * _SHORTEST_PART <= size <= _LONGEST_SPLIT:
            return []
        if size < _SHORTEST_COMPOUND and self.commonness(form, language) > 0:
            return []  # a short word that people know: “Kursen” is no Kur
        # best[i]: (number of parts, minus their commonness, parts) for the first i letters
        best: list[tuple[float, list[tuple[int, int]]] | None] = [None] * (size + 1)
        best[0] = (0.0, [])
        table = self.tables.get(language, EMPTY_TABLE)
        for start in range(size - _SHORTEST_PART + 1):
            here = best[start]
            if here is None or len(here[1]) > 4:
                continue
            for end in range(start + _SHORTEST_PART, size + 1):
                if end - start == size:
                    continue
                zipf = self._part_commonness(form[start:end], table)
                if zipf < _PART_ZIPF + (0.9 if end - start == _SHORTEST_PART else 0.0):
                    continue
                cost = here[0] + 8.0 - zipf
                for link in _LINKS[language]:
                    stop = end + len(link)
                    if (link and stop >= size) or form[end:stop] != link:
                        continue
                    known = best[stop]
                    if known is None or cost + len(link) * 0.1 < known[0]:
                        best[stop] = (cost + len(link) * 0.1, [*here[1], (start, end)])
        full = best[size]
        return full[1] if full else []

    @staticmethod
    def _part_commonness(part: str, table: WordTable) -> float:
        found = table.find(part)
        return found[2] if found else 0.0

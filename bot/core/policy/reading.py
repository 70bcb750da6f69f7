"""A draft as the rules see it: words, sentences, context, and every hit found so far.

A Reading lives for one review. It computes each vocabulary and each detector at most once.
"""

import bisect
import functools
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.core.language.words import Parsed, Word
from bot.core.model import Context
from bot.core.policy.rule import SIGNAL, Within
from bot.core.policy.terms import Found, Indexed, find_with_concepts

if TYPE_CHECKING:
    from bot.core.policy.policy import Policy


class Hit(NamedTuple):
    """A place a matcher points at. `details` may hold product, kind, until, better, count."""

    start: int
    end: int
    details: Mapping[str, Any] = MappingProxyType({})

    def covers(self, other: "Hit") -> bool:
        """Say whether the other hit overlaps this one."""
        return self.start < other.end and other.start < self.end


LONGEST_QUOTE = 120  # characters; what is longer is no longer the exact words


def by_place(hit: Hit) -> tuple[int, int]:
    """Sort hits in the order of the text."""
    return hit.start, hit.end


DetectorFunction = Callable[["Reading", Mapping[str, Any]], list[Hit]]


@dataclass
class Reading:
    """One draft being read under one policy."""

    parsed: Parsed
    context: Context
    policy: "Policy"
    detectors: Mapping[str, DetectorFunction]
    has_signal: bool = False  # whether a second signal can be asked
    _found: Found = field(default_factory=lambda: defaultdict(list))  # by words alone
    _hits: dict[str, list[Hit]] = field(default_factory=dict)
    matched: dict[str, list[Hit]] = field(default_factory=dict)  # of expressions, by their text
    _detected: dict[tuple[str, tuple[tuple[str, Any], ...]], list[Hit]] = field(
        default_factory=dict
    )
    _indexed: list[Indexed] = field(default_factory=list)
    _ends: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    _sentence_at: list[int] = field(default_factory=list)  # of each character
    _word_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        words = self.parsed.words
        self._sentence_at = _number_characters(self.parsed)
        self._word_starts = [word.start for word in words]
        for sentence in self.parsed.sentences:
            book = self.policy.books[sentence.language]
            self._indexed.append(
                book.read_sentence(words, sentence.first, sentence.last, self._found)
            )

    @functools.cached_property
    def forms(self) -> str:
        """The folded words as one text, a blank before each, to see fast what is not there."""
        return "".join(f" {word.form}" for word in self.parsed.words)

    @functools.cached_property
    def lemma_groups(self) -> Sequence[frozenset[int]]:
        """The lemma groups of the words of each sentence."""
        group = self.policy.knowledge.lexicon.group
        return [
            frozenset(
                group(word.form, sentence.language)
                for word in self.parsed.words[sentence.first : sentence.last]
            )
            for sentence in self.parsed.sentences
        ]

    @property
    def text(self) -> str:
        """The text as received."""
        return self.parsed.text

    def quote(self, hit: Hit) -> str:
        """Give the words of a hit."""
        return self.parsed.text[hit.start : hit.end]

    def may_hit(self, vocabulary: str) -> bool:
        """Say whether looking for the vocabulary is worth it: it hit, or it speaks of concepts."""
        return vocabulary in self.possible

    @functools.cached_property
    def present(self) -> frozenset[str]:
        """Everything that hit or may hit: vocabularies, detectors, the second signal.

        The detectors are run for it: each draft has rules that ask for nearly all of them, and
        what none of them found rules out many more.
        """
        found = [name for name in self.detectors if self.detect(name)]
        return self.possible.union(found, (SIGNAL,) if self.has_signal else ())

    @functools.cached_property
    def possible(self) -> frozenset[str]:
        """Every vocabulary that hit or, for those that speak of concepts, may hit."""
        return self.named.union(self._conceptual)

    @functools.cached_property
    def _conceptual(self) -> frozenset[str]:
        """Every vocabulary that has a phrase with concepts whose words stand in one sentence."""
        return frozenset(name for indexed in self._indexed for name in indexed.conceptual)

    @functools.cached_property
    def named(self) -> frozenset[str]:
        """Every vocabulary that hit by words alone."""
        return frozenset(self._found)

    def hits(self, vocabulary: str) -> list[Hit]:
        """Give all hits of a vocabulary, in the order of the text."""
        known = self._hits.get(vocabulary)
        if known is not None:
            return known
        if not self.may_hit(vocabulary):
            return []
        found = self._hits[vocabulary] = self._find_hits(vocabulary)
        return found

    def detect(self, name: str, parameters: Sequence[tuple[str, Any]] = ()) -> list[Hit]:
        """Give all hits of a detector with these parameters, in the order of the text."""
        key = (name, tuple(parameters))
        known = self._detected.get(key)
        if known is None:
            known = self.detectors[name](self, dict(parameters))
            known.sort(key=by_place)
            self._detected[key] = known
        return known

    def concept(self, name: str) -> list[Hit]:
        """Give the hits of a vocabulary or, where none has that name, of a detector."""
        return self.detect(name) if name in self.detectors else self.hits(name)

    def unit(self, position: int, within: Within) -> int:
        """Number the sentence, paragraph or draft that a position lies in."""
        if within == "draft" or not self._sentence_at:
            return 0
        at = self._sentence_at[position if position < len(self._sentence_at) else -1]
        return at if within == "sentence" else self.parsed.sentences[at].paragraph

    def sentence_span(self, position: int) -> tuple[int, int]:
        """Give the place of the sentence around a position."""
        sentence = self.parsed.sentences[self.unit(position, "sentence")]
        return sentence.start, sentence.end

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """Give the words that begin inside a span."""
        first = bisect.bisect_left(self._word_starts, start)
        last = bisect.bisect_left(self._word_starts, end)
        return self.parsed.words[first:last]

    def _hit_of_words(self, first: int, last: int) -> Hit:
        words = self.parsed.words
        return Hit(words[first].start, words[last - 1].end)

    def _find_hits(self, vocabulary: str) -> list[Hit]:
        found = self._found.get(vocabulary, [])
        if vocabulary in self._conceptual:
            # a phrase that comes back to its own vocabulary sees the plain hits
            self._hits[vocabulary] = [self._hit_of_words(*words) for words in _order(found)]
            found = [*found]
            for indexed in self._indexed:
                found.extend(find_with_concepts(vocabulary, indexed, self._concept_ends))
        return [self._hit_of_words(*words) for words in _order(found)]

    def _concept_ends(self, name: str) -> Mapping[int, Sequence[int]]:
        """Give, for each word at which a hit of the concept begins, the words at which it ends."""
        known = self._ends.get(name)
        if known is None:
            known = self._ends[name] = {}
            for hit in self.concept(name):
                first = bisect.bisect_left(self._word_starts, hit.start)
                last = bisect.bisect_left(self._word_starts, hit.end)
                if last > first:
                    known.setdefault(first, []).append(last)
        return known


def _number_characters(parsed: Parsed) -> list[int]:
    """Give for each character the number of its sentence; what lies between belongs to the last."""
    numbers: list[int] = []
    ends = [sentence.start for sentence in parsed.sentences[1:]]
    for number, end in enumerate((*ends, len(parsed.text) + 1) if parsed.sentences else ()):
        numbers += [number] * (end - len(numbers))
    return numbers


def _order(found: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Put places in the order of the text, each once; of those that begin together the longest."""
    return found if len(found) < 2 else sorted(set(found), key=lambda words: (words[0], -words[1]))

"""The small language of terms: what an editor writes in a vocabulary, and how it finds words.

    wort         the word in any inflected form (same lemma), whatever its case
    =wort        exactly this form
    wort*        begins with wort;  *wort ends with it;  *wort* has it anywhere
    ~wort        the word, or a compound that has it as a whole part (Nebenwirkung has ~wirkung)
    a|b|c        one of these at this place
    wort?        may be missing
    _            exactly one word, whichever;  ..  up to three words;  ...  up to six
    <number>     a number in digits or letters
    <other>      a hit of the vocabulary or detector of that name

Words follow one another within one sentence; commas and hyphens between them do not matter.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick_rs

from bot.core.language.fold import OTHER, fold_word
from bot.core.language.lexicon import Lexicon
from bot.core.language.words import Word
from bot.core.model import Language

_CACHE_LIMIT = 60_000
NUMBER = 0  # the pattern that every number answers to
_SHORTEST_OPEN = 3  # letters that must stand beside a `*`
_GAPS = {"_": (1, 1), "..": (0, 3), "...": (0, 6)}
_PIECE = re.compile(r"^(=|~|\*)?([^\s*|?<>=~]+)(\*)?$")
_NUMBER_WORDS: Mapping[Language, frozenset[str]] = {
    "de": frozenset(
        "zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf zwanzig dreissig vierzig "
        "fuenfzig hundert tausend millionen milliarden hunderte".split()
    ),
    "nl": frozenset(
        "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig "
        "honderd duizend miljoen miljard honderden".split()
    ),
    "en": frozenset(
        "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
        "hundred thousand million billion hundreds".split()
    ),
}


class TermError(ValueError):
    """A term is not of the form above; the message says why, for its editor."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a phrase: word patterns by number, or a concept, or a gap of words."""

    patterns: frozenset[int] = frozenset()
    concept: str = ""
    gap: tuple[int, int] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled term of a vocabulary."""

    vocabulary: str
    slots: tuple[Slot, ...]


class PhraseHit(NamedTuple):
    """Words `first` to `last` (exclusive) of the draft are a phrase of a vocabulary."""

    vocabulary: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What can begin at a word of one form; kept by form, because words come back.

    `seconds` lead from the pattern of the next word to phrases, `finals` from the pattern of the
    last word (which may be anywhere further on): most phrases end there without being tried.
    """

    answers: frozenset[int]
    vocabularies: tuple[str, ...]
    second_keys: frozenset[int]
    seconds: tuple[Mapping[int, Sequence[Phrase]], ...]
    finals: tuple[Mapping[int, Sequence[Phrase]], ...]


# For a concept: the word at which a hit begins -> the exclusive ends of the hits that begin there.
ConceptEnds = Callable[[str], Mapping[int, Sequence[int]]]


@dataclass(slots=True)
class Indexed:
    """The words of one sentence, the patterns each answers to, and where each pattern stands."""

    words: Sequence[Word]
    first: int
    last: int
    beginnings: list[Beginnings]
    answers: list[frozenset[int]]
    places: dict[int, list[int]]
    present: frozenset[int]  # the keys of `places`; two sets are compared by the smaller one

    def has(self, patterns: frozenset[int]) -> bool:
        """Say whether some word of the sentence answers to one of the patterns."""
        return not patterns.isdisjoint(self.present)


@dataclass
class WordPatterns:
    """The distinct word patterns of one language, and which of them a form answers to."""

    language: Language
    lexicon: Lexicon
    _numbers: dict[str, int] = field(default_factory=lambda: {"<number>": NUMBER})
    _exact: dict[str, list[int]] = field(default_factory=dict)
    _groups: dict[int, list[int]] = field(default_factory=dict)
    _prefixes: dict[str, list[int]] = field(default_factory=dict)
    _suffixes: dict[str, list[int]] = field(default_factory=dict)
    _infixes: dict[str, list[int]] = field(default_factory=dict)
    _parts: dict[int, list[int]] = field(default_factory=dict)
    _part_stems: set[str] = field(default_factory=set)
    _inner: list[str] = field(default_factory=list)
    _automaton: ahocorasick_rs.AhoCorasick | None = None  # of `_inner`; built when first asked

    def add(self, piece: str) -> int:
        """Register a word pattern and give its number.

        Raises:
            TermError: the pattern is not of the form that the module describes.
        """
        match = _PIECE.match(piece)
        if not match:
            raise TermError(f"“{piece}” is not a word pattern")
        mark, raw, tail = match.groups()
        form = fold_word(raw, self.language)
        if form.strip(OTHER) == "":
            form = raw[0]  # an emoji stands for itself; its variations are other signs
        if (mark == "*" or tail) and len(form) < _SHORTEST_OPEN:
            raise TermError(f"“{piece}” is open but has fewer than {_SHORTEST_OPEN} letters")
        known = self._numbers.get(f"{mark}{form}{tail}")
        if known is not None:
            return known
        number = self._numbers[f"{mark}{form}{tail}"] = len(self._numbers)
        self._automaton = None
        if mark == "*" and tail:
            self._infixes.setdefault(form, []).append(number)
        elif mark == "*":
            self._suffixes.setdefault(form, []).append(number)
        elif tail:
            self._prefixes.setdefault(form, []).append(number)
        else:
            self._add_whole(form, number, mark)
        return number

    def _add_whole(self, form: str, number: int, mark: str | None) -> None:
        self._exact.setdefault(form, []).append(number)
        if mark == "=" or not form.isalpha():
            return
        for group in self.lexicon.groups(form, self.language):
            self._groups.setdefault(group, []).append(number)
            if mark == "~":
                self._parts.setdefault(group, []).append(number)
        if mark == "~":
            self._part_stems.add(form[: max(4, len(form) - 2)])

    def collect(self, form: str) -> Iterable[int]:
        """Give the numbers of all patterns that a folded form answers to; some twice."""
        if is_number(form, self.language):
            yield NUMBER
        for spelling in {form, form.removesuffix("'s"), form.removesuffix("'")}:
            yield from self._exact.get(spelling, ())
            if spelling.isalpha():
                for group in self.lexicon.groups(spelling, self.language):
                    yield from self._groups.get(group, ())
        for size in range(_SHORTEST_OPEN, len(form) + 1):
            yield from self._prefixes.get(form[:size], ())
            yield from self._suffixes.get(form[-size:], ())
        is_compound = False
        for inner in self._find_inner(form):
            yield from self._infixes.get(inner, ())
            is_compound = is_compound or inner in self._part_stems
        if is_compound:
            for group in self.lexicon.part_groups(form, self.language):
                yield from self._parts.get(group, ())

    def _find_inner(self, form: str) -> Iterable[str]:
        """Find the infixes and stems that stand in a form: one automaton for thousands of them."""
        if self._automaton is None:
            self._inner = sorted(self._part_stems | self._infixes.keys())
            self._automaton = ahocorasick_rs.AhoCorasick(self._inner)
        if not form.isascii():
            return ()  # a folded form that is not is no word: an emoji, half a surrogate
        found = self._automaton.find_matches_as_indexes(form, overlapping=True)
        return {self._inner[at] for at, _, _ in found}


@dataclass
class PhraseBook:
    """All vocabularies of one language, compiled so that one pass over the words finds them."""

    language: Language
    lexicon: Lexicon
    vocabularies: set[str] = field(default_factory=set)
    _patterns: WordPatterns = field(init=False)
    # Phrases of plain words by their first word: the vocabularies of single words, those with a
    # certain second word by it, the others (a gap, or something optional, follows) by the last.
    _singles: dict[int, list[str]] = field(default_factory=dict)
    _seconds: dict[int, dict[int, list[Phrase]]] = field(default_factory=dict)
    _finals: dict[int, dict[int, list[Phrase]]] = field(default_factory=dict)
    _beginnings: dict[str, Beginnings] = field(default_factory=dict)
    _with_concepts: dict[str, list[Phrase]] = field(default_factory=dict)
    _slots: dict[str, Slot] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._patterns = WordPatterns(self.language, self.lexicon)

    def add(self, vocabulary: str, term: str) -> frozenset[str]:
        """Compile one term into a vocabulary; give the names of the concepts it speaks of.

        Raises:
            TermError: the term is not of the form that the module describes.
        """
        slots = [self._compile_slot(piece) for piece in split_term(term)]
        if not slots:
            raise TermError("a term needs at least one word")
        self.vocabularies.add(vocabulary)
        while slots and slots[0].optional:
            self._index(Phrase(vocabulary, (_required(slots[0]), *slots[1:])))
            slots = slots[1:]
        if not slots or slots[0].gap or slots[-1].gap:
            raise TermError(f"“{term}” may not begin or end with a gap, nor be optional as a whole")
        self._index(Phrase(vocabulary, tuple(slots)))
        return frozenset(slot.concept for slot in slots if slot.concept)

    def _index(self, phrase: Phrase) -> None:
        slots = phrase.slots
        if any(slot.concept for slot in slots):
            self._with_concepts.setdefault(phrase.vocabulary, []).append(phrase)
            return
        if len(slots) > 1 and slots[1].patterns and not slots[1].optional:
            index, keys = self._seconds, slots[1].patterns
        else:
            index, keys = self._finals, _last_required(slots)
        for number in slots[0].patterns:
            if len(slots) == 1:
                self._singles.setdefault(number, []).append(phrase.vocabulary)
                continue
            by_key = index.setdefault(number, {})
            for key in keys:
                by_key.setdefault(key, []).append(phrase)

    def _compile_slot(self, piece: str) -> Slot:
        known = self._slots.get(piece)
        if known is None:
            known = self._slots[piece] = self._compile_new_slot(piece)
        return known

    def _compile_new_slot(self, piece: str) -> Slot:
        if piece in _GAPS:
            return Slot(gap=_GAPS[piece])
        optional = piece.endswith("?") and len(piece) > 1
        piece = piece.removesuffix("?") if optional else piece
        if piece == "<number>":
            return Slot(patterns=frozenset((NUMBER,)), optional=optional)
        if piece.startswith("<") and piece.endswith(">"):
            return Slot(concept=piece[1:-1], optional=optional)
        patterns = frozenset(self._patterns.add(part) for part in piece.split("|") if part)
        if not patterns:
            raise TermError(f"“{piece}” names no word")
        return Slot(patterns=patterns, optional=optional)

    def index_words(self, words: Sequence[Word], first: int, last: int) -> Indexed:
        """Look up words[first:last] once for all that is to be found in them."""
        beginnings = [self._find_beginnings(word.form) for word in words[first:last]]
        answers = [beginning.answers for beginning in beginnings]
        places: dict[int, list[int]] = {}
        for at, numbers in enumerate(answers, start=first):
            for number in numbers:
                if number in places:
                    places[number].append(at)
                else:
                    places[number] = [at]
        return Indexed(words, first, last, beginnings, answers, places, frozenset(places))

    def _find_beginnings(self, form: str) -> Beginnings:
        known = self._beginnings.get(form)
        if known is None:
            if len(self._beginnings) > _CACHE_LIMIT:
                self._beginnings.clear()
            answers = frozenset(self._patterns.collect(form))
            ordered = sorted(answers)
            seconds = [self._seconds[number] for number in ordered if number in self._seconds]
            known = self._beginnings[form] = Beginnings(
                answers,
                tuple(name for number in ordered for name in self._singles.get(number, ())),
                frozenset().union(*seconds),
                tuple(seconds),
                tuple(self._finals[number] for number in ordered if number in self._finals),
            )
        return known

    def find_plain(self, sentence: Indexed) -> list[PhraseHit]:
        """Find every phrase without concepts in a sentence, in one pass."""
        hits: list[PhraseHit] = []
        answers, present = sentence.answers, sentence.present
        for at, beginning in enumerate(sentence.beginnings, start=sentence.first):
            following = at + 1
            hits += [PhraseHit(name, at, following) for name in beginning.vocabularies]
            if beginning.second_keys and following < sentence.last:
                for key in sorted(beginning.second_keys & answers[following - sentence.first]):
                    for seconds in beginning.seconds:
                        for phrase in seconds.get(key, ()):
                            self._try(phrase, 2, sentence, at, hits)
            for finals in beginning.finals:
                for key in sorted(finals.keys() & present):
                    for phrase in finals[key]:
                        self._try(phrase, 1, sentence, at, hits)
        return hits

    @staticmethod
    def _try(
        phrase: Phrase, slot_at: int, sentence: Indexed, start: int, hits: list[PhraseHit]
    ) -> None:
        """Add the phrase if it goes on after the `slot_at` words from `start` on that fit."""
        slots = phrase.slots
        if slot_at < len(slots):
            # most phrases fail here: their last word is nowhere in the sentence
            final = slots[-1].patterns
            if final and not slots[-1].optional and not sentence.has(final):
                return
        end = _match(slots, slot_at, sentence, start + slot_at, _NO_CONCEPTS)
        if end >= 0:
            hits.append(PhraseHit(phrase.vocabulary, start, end))

    def find_with_concepts(
        self, vocabulary: str, sentence: Indexed, ends: ConceptEnds
    ) -> list[PhraseHit]:
        """Find the phrases of one vocabulary that speak of concepts."""
        hits: list[PhraseHit] = []
        for phrase in self._with_concepts.get(vocabulary, ()):
            if not all(
                sentence.has(slot.patterns)
                for slot in phrase.slots
                if slot.patterns and not slot.optional
            ):
                continue
            for at in self._starts(phrase.slots[0], sentence, ends):
                end = _match(phrase.slots, 0, sentence, at, ends)
                if end >= 0:
                    hits.append(PhraseHit(vocabulary, at, end))
        return hits

    @staticmethod
    def _starts(slot: Slot, sentence: Indexed, ends: ConceptEnds) -> Iterable[int]:
        """Give the words at which a phrase with this first slot can begin."""
        if slot.concept:
            return [at for at in ends(slot.concept) if sentence.first <= at < sentence.last]
        return sorted({at for number in slot.patterns for at in sentence.places.get(number, ())})

    def has_concepts(self, vocabulary: str) -> bool:
        """Say whether some term of the vocabulary speaks of a concept."""
        return vocabulary in self._with_concepts


def _no_ends(_name: str) -> Mapping[int, Sequence[int]]:
    return {}


_NO_CONCEPTS: ConceptEnds = _no_ends


def _match(
    slots: tuple[Slot, ...],
    slot_at: int,
    sentence: Indexed,
    at: int,
    ends: ConceptEnds,
) -> int:
    """Give the exclusive end of the words that fill the slots from `slot_at` on, or -1."""
    last = sentence.last
    while slot_at < len(slots):
        slot = slots[slot_at]
        if slot.patterns and not slot.optional:
            # the common case, without recursion
            if at >= last or slot.patterns.isdisjoint(sentence.answers[at - sentence.first]):
                return -1
            at += 1
            slot_at += 1
            continue
        for following in _steps(slot, sentence, at, ends):
            end = _match(slots, slot_at + 1, sentence, following, ends)
            if end >= 0:
                return end
        return -1
    return at


def _steps(slot: Slot, sentence: Indexed, at: int, ends: ConceptEnds) -> Iterable[int]:
    """Give the places where the next slot may begin, nearest first."""
    if slot.gap:
        return range(at + slot.gap[0], min(at + slot.gap[1], sentence.last) + 1)
    steps: list[int] = []
    if at < sentence.last:
        if slot.concept:
            steps.extend(ends(slot.concept).get(at, ()))
        elif not slot.patterns.isdisjoint(sentence.answers[at - sentence.first]):
            steps.append(at + 1)
    if slot.optional:
        steps.append(at)
    return steps


def split_term(term: str) -> list[str]:
    """Cut a term into its places; a hyphenated word is two, as in a draft.

    Raises:
        TermError: a hyphen stands where only one word can.
    """
    pieces: list[str] = []
    for piece in term.split():
        inner = piece.strip("-")
        if "-" not in inner or inner.startswith("<"):
            pieces.append(inner or piece)
        elif "|" in inner:
            raise TermError(f"“{piece}” has a hyphen in an alternative; write two terms")
        else:
            pieces += [part for part in inner.split("-") if part]
    return pieces


def _last_required(slots: Sequence[Slot]) -> frozenset[int]:
    """Give the patterns of the last place that may not be missing."""
    return next(slot.patterns for slot in reversed(slots) if slot.patterns and not slot.optional)


def _required(slot: Slot) -> Slot:
    return Slot(slot.patterns, slot.concept, slot.gap)


def is_number(form: str, language: Language) -> bool:
    """Say whether a folded form is a number in digits or letters."""
    return form[:1].isdigit() or form in _NUMBER_WORDS[language]

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

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from bot.core.language.lexicon import Lexicon
from bot.core.language.words import Word
from bot.core.model import Language
from bot.core.policy.word_patterns import NUMBER, TermError, WordPatterns

_CACHE_LIMIT = 8_000  # forms of one language; then those that came since are kept, and these fade
_GAPS = {"_": (1, 1), "..": (0, 3), "...": (0, 6)}
NO_WORD = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a phrase: a choice of word patterns by its number, a concept, or a gap."""

    word: int = NO_WORD
    needed: int = NO_WORD  # the word, where it may not be missing
    concept: str = ""
    gap: tuple[int, int] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled term of a vocabulary."""

    vocabulary: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class ConceptPhrase:
    """A compiled term that speaks of concepts, and the words it cannot do without."""

    vocabulary: str
    slots: tuple[Slot, ...]
    needed: frozenset[int]


class Seconds(NamedTuple):
    """Phrases whose first two words are there.

    `pairs` are the vocabularies of those that have no more. Beside each longer one stands its third
    word or, where that is not certain, its last one.
    """

    pairs: tuple[str, ...] = ()
    longer: tuple[tuple[int, int, Phrase], ...] = ()


@dataclass(frozen=True, slots=True)
class Longer:
    """Phrases of several words by what must come for them to be tried.

    `seconds` are found by the word that must follow, `finals` by the last word, which may be
    anywhere further on.
    """

    seconds: Mapping[int, Seconds]
    finals: Mapping[int, Sequence[Phrase]]


_NO_SECONDS = Seconds()


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a word of one form is to phrases, and which begin there; kept, as words come back."""

    # As sets, of which every word needs its own for a moment, these would take five times the room.
    answers: tuple[int, ...]  # what it answers to, as far as phrases go on with it
    closing: tuple[int, ...]  # those of them that say whether trying a phrase is worth it
    singles: tuple[str, ...]  # the vocabularies of the word alone
    longer: Longer


_Entry = TypeVar("_Entry")
Found = defaultdict[str, list[tuple[int, int]]]  # by vocabulary: first word, exclusive last
# For a concept: the word at which a hit begins -> the exclusive ends of the hits that begin there.
ConceptEnds = Callable[[str], Mapping[int, Sequence[int]]]


@dataclass(slots=True)
class Indexed:
    """The words of one sentence, counted from its first, and the choices each answers to."""

    first: int  # the number of its first word in the draft
    answers: list[frozenset[int]]
    # by vocabulary: their words are there
    conceptual: dict[str, list[ConceptPhrase]] = field(default_factory=dict)


@dataclass
class PhraseBook:
    """All vocabularies of one language, compiled so that one pass over the words finds them."""

    language: Language
    lexicon: Lexicon
    vocabularies: set[str] = field(default_factory=set)
    _patterns: WordPatterns = field(init=False)
    # by their first word: the vocabularies of single words, and the longer phrases of plain words
    _singles: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _longer: dict[int, tuple[Phrase, ...]] = field(default_factory=dict)
    # the last words of phrases with a gap, and the words that phrases with concepts need
    _closing: dict[int, int] = field(default_factory=dict)
    # the words of phrases with concepts, and those of others after their first
    _inner: dict[int, int] = field(default_factory=dict)  # and the one object that each is
    _beginnings: dict[str, Beginnings] = field(default_factory=dict)  # by form
    _fading: dict[str, Beginnings] = field(default_factory=dict)  # known before; kept if asked for
    # what forms of one word share: the longer phrases by the numbers they begin with, and numbers
    _continuations: dict[tuple[int, ...], Longer] = field(default_factory=dict)
    _shared: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    # by one of the words they cannot do without
    _with_concepts: dict[int, list[ConceptPhrase]] = field(default_factory=dict)
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

    def finish(self) -> None:
        """Pack what was added, and forget what only further terms would need."""
        self._patterns.finish()
        self._slots.clear()

    def _index(self, phrase: Phrase) -> None:
        slots = phrase.slots
        if any(slot.concept for slot in slots):
            needed = frozenset(slot.needed for slot in slots) - {NO_WORD}
            self._inner.update((slot.word, slot.word) for slot in slots)
            self._closing.update((one, one) for one in needed)
            self._with_concepts.setdefault(max(needed, default=NO_WORD), []).append(
                ConceptPhrase(phrase.vocabulary, slots, needed)
            )
        elif len(slots) == 1:
            _append(self._singles, slots[0].word, phrase.vocabulary)
        else:
            _append(self._longer, slots[0].word, phrase)
            self._inner.update((slot.word, slot.word) for slot in slots[1:])
            if any(slot.needed == NO_WORD for slot in slots[1:3]):
                last = _last_needed(slots)
                self._closing[last] = last

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
        if piece in _GAPS:
            raise TermError(f"“{piece}?” makes a gap optional; write “..”, which may be empty")
        if piece.startswith("<") and piece.endswith(">") and piece != "<number>":
            return Slot(concept=piece[1:-1], optional=optional)
        number = NUMBER if piece == "<number>" else self._patterns.add(piece)
        return Slot(number, NO_WORD if optional else number, optional=optional)

    def read_sentence(self, words: Sequence[Word], first: int, last: int, found: Found) -> Indexed:
        """Look up words[first:last] once; add what is found of every phrase without concepts.

        The last word comes first, so it is known which words follow one.
        """
        known = self._beginnings
        beginnings = [
            known.get(word.form) or self._find_beginnings(word.form) for word in words[first:last]
        ]
        sentence = Indexed(first, [frozenset(beginning.answers) for beginning in beginnings])
        following = beyond = frozenset[int]()  # what the next word answers to, and the one after
        closing: set[int] = set()  # of the word and all that follow
        for at in range(len(beginnings) - 1, -1, -1):
            beginning = beginnings[at]
            start = first + at
            alone = start, start + 1
            for name in beginning.singles:
                found[name].append(alone)
            closing.update(beginning.closing)
            longer = beginning.longer
            for word in longer.seconds.keys() & following:
                pairs, others = longer.seconds[word]
                for name in pairs:
                    found[name].append((start, start + 2))
                for third, final, phrase in others:
                    if third in beyond or (third == NO_WORD and final in closing):
                        end = _match(phrase.slots, 2, sentence, at + 2, _no_ends)
                        if end >= 0:
                            found[phrase.vocabulary].append((start, first + end))
            for word in longer.finals.keys() & closing:
                for phrase in longer.finals[word]:
                    end = _match(phrase.slots, 1, sentence, at + 1, _no_ends)
                    if end >= 0:
                        found[phrase.vocabulary].append((start, first + end))
            following, beyond = sentence.answers[at], following
        sentence.conceptual = self._list_conceptual(closing)
        return sentence

    def _list_conceptual(self, closing: set[int]) -> dict[str, list[ConceptPhrase]]:
        """List the phrases with concepts all of whose words are in a sentence."""
        listed: dict[str, list[ConceptPhrase]] = {}
        for word in (NO_WORD, *closing.intersection(self._with_concepts)):
            for phrase in self._with_concepts.get(word, ()):
                if phrase.needed <= closing:
                    listed.setdefault(phrase.vocabulary, []).append(phrase)
        return listed

    def _find_beginnings(self, form: str) -> Beginnings:
        if len(self._beginnings) >= _CACHE_LIMIT:
            # everyday words come back at once; clearing all made the next draft wait for hundreds
            self._fading, self._beginnings = self._beginnings, {}
            self._continuations.clear()
            self._shared.clear()
        remembered = self._fading.get(form)
        if remembered is not None:
            self._beginnings[form] = remembered
            return remembered
        ordered = sorted(set(self._patterns.collect(form)))
        leading = tuple(number for number in ordered if number in self._longer)
        longer = self._continuations.get(leading)
        if longer is None:
            longer = self._continuations[leading] = self._sort_longer(leading)
        found = self._beginnings[form] = Beginnings(
            self._share(tuple(self._inner[one] for one in ordered if one in self._inner)),
            self._share(tuple(self._closing[one] for one in ordered if one in self._closing)),
            tuple(name for number in ordered for name in self._singles.get(number, ())),
            longer,
        )
        return found

    def _share(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        return self._shared.setdefault(numbers, numbers)

    def _sort_longer(self, leading: Sequence[int]) -> Longer:
        seconds: dict[int, Seconds] = {}
        finals: dict[int, list[Phrase]] = {}
        for phrase in (one for number in leading for one in self._longer[number]):
            second = phrase.slots[1].needed
            if second == NO_WORD:  # a gap, or what may be missing, follows
                finals.setdefault(_last_needed(phrase.slots), []).append(phrase)
            elif len(phrase.slots) == 2:
                pairs, longer = seconds.get(second, _NO_SECONDS)
                seconds[second] = Seconds((*pairs, phrase.vocabulary), longer)
            else:
                third = phrase.slots[2].needed
                last = _last_needed(phrase.slots) if third == NO_WORD else NO_WORD
                pairs, longer = seconds.get(second, _NO_SECONDS)
                seconds[second] = Seconds(pairs, (*longer, (third, last, phrase)))
        return Longer(seconds, {word: tuple(found) for word, found in finals.items()})


def _append(table: dict[int, tuple[_Entry, ...]], key: int, entry: _Entry) -> None:
    # a list that grew keeps room for more, and these are a tenth of a policy's memory
    table[key] = (*table.get(key, ()), entry)


def find_with_concepts(
    vocabulary: str, sentence: Indexed, ends: ConceptEnds
) -> Iterator[tuple[int, int]]:
    """Find the words that are phrases of one vocabulary that speak of concepts."""
    for phrase in sentence.conceptual.get(vocabulary, ()):
        for at in _starts(phrase.slots[0], sentence, ends):
            end = _match(phrase.slots, 0, sentence, at, ends)
            if end >= 0:
                yield sentence.first + at, sentence.first + end


def _no_ends(_name: str) -> Mapping[int, Sequence[int]]:
    return {}


def _starts(slot: Slot, sentence: Indexed, ends: ConceptEnds) -> Sequence[int]:
    """Give the words at which a phrase with this first slot can begin."""
    if slot.concept:
        beyond = sentence.first + len(sentence.answers)
        return [at - sentence.first for at in ends(slot.concept) if sentence.first <= at < beyond]
    return [at for at, numbers in enumerate(sentence.answers) if slot.word in numbers]


def _match(
    slots: tuple[Slot, ...],
    slot_at: int,
    sentence: Indexed,
    at: int,
    ends: ConceptEnds,
) -> int:
    """Give the exclusive end of the words that fill the slots from `slot_at` on, or -1."""
    answers = sentence.answers
    while slot_at < len(slots):
        slot = slots[slot_at]
        if slot.needed != NO_WORD:
            # the common case, without recursion
            if at >= len(answers) or slot.needed not in answers[at]:
                return -1
            at += 1
            slot_at += 1
            continue
        slot_at += 1
        needed = slots[slot_at].needed if slot_at < len(slots) else NO_WORD
        for following in _steps(slot, needed, sentence, at, ends):
            end = _match(slots, slot_at, sentence, following, ends)
            if end >= 0:
                return end
        return -1
    return at


def _steps(slot: Slot, needed: int, sentence: Indexed, at: int, ends: ConceptEnds) -> Sequence[int]:
    """Give the places, nearest first, where the next slot may begin; `needed` is its word."""
    answers = sentence.answers
    if slot.gap:
        places = range(at + slot.gap[0], min(at + slot.gap[1], len(answers)) + 1)
        if needed == NO_WORD:
            return places
        return [place for place in places if place < len(answers) and needed in answers[place]]
    steps: list[int] = []
    if at < len(answers):
        if slot.concept:
            first = sentence.first
            steps.extend(end - first for end in ends(slot.concept).get(first + at, ()))
        elif slot.word in answers[at]:
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


def _last_needed(slots: Sequence[Slot]) -> int:
    """Give the choice of the last place that may not be missing."""
    return next(slot.needed for slot in reversed(slots) if slot.needed != NO_WORD)


def _required(slot: Slot) -> Slot:
    return replace(slot, needed=slot.word, optional=False)

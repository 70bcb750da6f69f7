"""What may stand at one place of a term, and which words of a draft answer to it (see terms.py)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import ahocorasick_rs

from bot.core.language.fold import OTHER, fold_word
from bot.core.language.hashed import hash_text
from bot.core.language.lexicon import Lexicon
from bot.core.model import Language
from bot.core.policy.packed import NO_NUMBERS, PackedNumbers

NUMBER = 0  # the pattern that every number answers to
_SHORTEST_OPEN = 3  # letters that must stand beside a `*`
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
    """A term is not of the form that terms.py describes; the message says why, for its editor."""


@dataclass
class WordPatterns:
    """The distinct word patterns of one language, and which of them a form answers to.

    Nothing is found before `finish`, and nothing may be added after it.
    """

    language: Language
    lexicon: Lexicon
    _last: int = NUMBER  # the number given last
    _prefixes: dict[str, list[int]] = field(default_factory=dict)
    _suffixes: dict[str, list[int]] = field(default_factory=dict)
    _infixes: dict[str, list[int]] = field(default_factory=dict)
    _added_exact: dict[int, list[int]] = field(default_factory=dict)  # by the hash of the form
    _added_groups: dict[int, list[int]] = field(default_factory=dict)
    _added_parts: dict[int, list[int]] = field(default_factory=dict)
    _exact: PackedNumbers = NO_NUMBERS
    _groups: PackedNumbers = NO_NUMBERS
    _parts: PackedNumbers = NO_NUMBERS
    _part_stems: set[str] = field(default_factory=set)
    _inner: list[str] = field(default_factory=list)
    _automaton: ahocorasick_rs.AhoCorasick | None = None  # of `_inner`; built when first asked

    def add(self, choice: str) -> int:
        """Register a choice of word patterns (`a|b|c`) and give it a number.

        Raises:
            TermError: a pattern is not of the form that terms.py describes.
        """
        patterns = [self._read_pattern(piece) for piece in choice.split("|") if piece]
        if not patterns:
            raise TermError(f"“{choice}” names no word")
        self._last += 1
        for mark, form, is_open in patterns:
            if is_open:
                by_form = self._infixes if mark == "*" else self._prefixes
                by_form.setdefault(form, []).append(self._last)
            elif mark == "*":
                self._suffixes.setdefault(form, []).append(self._last)
            else:
                self._add_whole(form, self._last, mark)
        return self._last

    def _read_pattern(self, piece: str) -> tuple[str | None, str, bool]:
        """Give a pattern's mark, its folded word, and whether it may go on."""
        match = _PIECE.match(piece)
        if not match:
            raise TermError(f"“{piece}” is not a word pattern")
        mark, raw, tail = match.groups()
        form = fold_word(raw, self.language)
        if form.strip(OTHER) == "":
            form = raw[0]  # an emoji stands for itself; its variations are other signs
        if (mark == "*" or tail) and len(form) < _SHORTEST_OPEN:
            raise TermError(f"“{piece}” is open but has fewer than {_SHORTEST_OPEN} letters")
        return mark, form, bool(tail)

    def _add_whole(self, form: str, number: int, mark: str | None) -> None:
        if mark == "=" or not form.isalpha():
            self._added_exact.setdefault(hash_text(form), []).append(number)
            return
        for group in self.lexicon.groups(form, self.language):
            self._added_groups.setdefault(group, []).append(number)
            if mark == "~":
                self._added_parts.setdefault(group, []).append(number)
        if mark == "~":
            self._part_stems.add(form[: max(4, len(form) - 2)])

    def finish(self) -> None:
        """Pack what was added."""
        self._exact = PackedNumbers.pack(self._added_exact)
        self._groups = PackedNumbers.pack(self._added_groups)
        self._parts = PackedNumbers.pack(self._added_parts)
        self._added_exact, self._added_groups, self._added_parts = {}, {}, {}

    def collect(self, form: str) -> Iterable[int]:
        """Give the numbers of all choices that a folded form answers to; some twice."""
        if is_number(form, self.language):
            yield NUMBER
        for spelling in {form, form.removesuffix("'s"), form.removesuffix("'")}:
            yield from self._exact.find(hash_text(spelling))
            if spelling.isalpha():
                for group in self.lexicon.groups(spelling, self.language):
                    yield from self._groups.find(group)
        for size in range(_SHORTEST_OPEN, len(form) + 1):
            yield from self._prefixes.get(form[:size], ())
            yield from self._suffixes.get(form[-size:], ())
        is_compound = False
        for inner in self._find_inner(form):
            yield from self._infixes.get(inner, ())
            is_compound = is_compound or inner in self._part_stems
        if is_compound:
            for group in self.lexicon.part_groups(form, self.language):
                yield from self._parts.find(group)

    def _find_inner(self, form: str) -> Iterable[str]:
        """Find the infixes and stems that stand in a form: one automaton for thousands of them."""
        if self._automaton is None:
            self._inner = sorted(self._part_stems | self._infixes.keys())
            self._automaton = ahocorasick_rs.AhoCorasick(self._inner)
        if not form.isascii():
            return ()  # a folded form that is not is no word: an emoji, half a surrogate
        found = self._automaton.find_matches_as_indexes(form, overlapping=True)
        return {self._inner[at] for at, _, _ in found}


def is_number(form: str, language: Language) -> bool:
    """Say whether a folded form is a number in digits or letters."""
    return form[:1].isdigit() or form in _NUMBER_WORDS[language]

"""Mask what must not leave in a draft: names, numbers, products, places, what tells on patients.

The detectors of the policy say where it stands. A placeholder such as `[PERSON-1]` stands for the
same words everywhere, and for no others, so that an answer can be put back word for word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from bot.core.policy.detectors.ages import find_ages
from bot.core.policy.detectors.places import find_places, find_towns
from bot.core.policy.detectors.single_names import RARE_WORD, is_capitalised
from bot.core.policy.reading import Hit, Reading

_KINDS: Mapping[str, str] = {  # detectors, and what a reader of the masked text sees of them
    "identifier": "NUMBER",
    "person": "PERSON",
    "medicine": "PRODUCT",
    "coined_name": "PRODUCT",
    "organisation": "ORGANISATION",
    "competitor": "ORGANISATION",
    "handle": "ADDRESS",
}
_PLACE, _DETAIL, _ADDRESS, _NUMBER, _PERSON = "PLACE", "DETAIL", "ADDRESS", "NUMBER", "PERSON"
_PLACEHOLDER = re.compile(r"\[([A-Z]+)-(\d{1,6})\]")
_LINK = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_DIGITS = re.compile(
    r"\+?\d[\d ./-]{4,}\d"
)  # six and more: numbers of files, accounts, phones, days
# In Dutch and English a capital after such a word is a place's, a day's or a month's: no loss.
_AFTER = re.compile(
    r"\b(?:in|at|from|near|outside|around|to|te|uit|bij|naar|rond|vanuit|nabij)\s+"
    r"((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+){0,3})"
)
_NAME_PART = re.compile(r"\w{3,}")
_LONGEST_SURNAME = 12
_COMMON = 4.5  # Zipf: a commoner word (Frau, Doctor) is a name only beside one
_SHORTEST_QUOTE = 3  # characters that a model must quote to point anywhere
_QUOTES = str.maketrans("„“”«»‘’‚‹›`´", '"' * 5 + "'" * 7)


@dataclass(frozen=True)
class Masked:
    """A masked text; `pieces` are its parts in order: the place in the original, and the words."""

    text: str = field(repr=False)
    original: str = field(repr=False)
    pieces: tuple[tuple[int, int, str], ...] = field(repr=False)
    words: Mapping[str, str] = field(repr=False)

    @property
    def count(self) -> int:
        """How many places are masked."""
        return sum(1 for start, end, there in self.pieces if self.original[start:end] != there)

    def restore(self, text: str) -> str:
        """Put the words back in the place of our placeholders; others stay as they are."""
        return _PLACEHOLDER.sub(lambda found: self.words.get(found[0], found[0]), text)

    def has_unknown(self, text: str) -> bool:
        """Say whether a text has a placeholder that is none of ours."""
        return any(
            found[0] not in self.words and found[0] not in self.original
            for found in _PLACEHOLDER.finditer(text)
        )

    def find(self, quote: str) -> tuple[int, int] | None:
        """Find words of the masked text in the original; None where they do not stand there.

        Blanks and quotation marks may differ, as they do when a model repeats words; a placeholder
        that the quotation touches counts whole.
        """
        wanted = _squeeze(quote.strip().strip("\"'"))[0].strip()
        if len(wanted) < _SHORTEST_QUOTE:
            return None
        plain, places = self._squeezed
        at = plain.find(wanted)
        if at < 0:
            return None
        first, last = places[at], places[at + len(wanted) - 1]
        return self._places[first][0], self._places[last][1]

    @cached_property
    def _squeezed(self) -> tuple[str, list[int]]:
        return _squeeze(self.text)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """The place in the original of each character of the masked text."""
        places: list[tuple[int, int]] = []
        for start, end, there in self.pieces:
            if self.original[start:end] == there:
                places += [(at, at + 1) for at in range(start, end)]
            else:
                places += [(start, end)] * len(there)
        return places


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Give a text with single blanks and plain quotation marks, and where each character was."""
    kept: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text.translate(_QUOTES)):
        blank = letter.isspace()
        if blank and kept and kept[-1] == " ":
            continue
        kept.append(" " if blank else letter)
        places.append(at)
    return "".join(kept), places


def mask_text(text: str, reading: Reading) -> Masked:
    """Mask a draft.

    Args:
        text: The draft as received.
        reading: The reading of the same text, with its detectors.
    """
    numbers = _Numbers(text)
    pieces: list[tuple[int, int, str]] = []
    done = 0
    for start, end, kind in _join_overlaps([*_list_places(text, reading)], text):
        if done < start:
            pieces.append((done, start, text[done:start]))
        pieces.append((start, end, numbers.name_words(text[start:end], kind)))
        done = end
    pieces.append((done, len(text), text[done:]))
    words = {placeholder: known for known, placeholder in numbers.known.items()}
    return Masked("".join(there for _, _, there in pieces), text, tuple(pieces), words)


class _Numbers:
    """Gives placeholders: the same words the same, and none that the text already holds."""

    def __init__(self, text: str) -> None:
        self.known: dict[str, str] = {}
        self._used: dict[str, int] = {}
        for found in _PLACEHOLDER.finditer(text):
            self._used[found[1]] = max(self._used.get(found[1], 0), int(found[2]))

    def name_words(self, words: str, kind: str) -> str:
        if words not in self.known:
            self._used[kind] = self._used.get(kind, 0) + 1
            self.known[words] = f"[{kind}-{self._used[kind]}]"
        return self.known[words]


def _list_places(text: str, reading: Reading) -> Iterator[tuple[int, int, str]]:
    for name, kind in _KINDS.items():
        for hit in reading.detect(name):
            yield hit.start, hit.end, kind
    for pattern, kind in ((_LINK, _ADDRESS), (_DIGITS, _NUMBER)):
        for found in pattern.finditer(text):
            yield found.start(), found.end(), kind
    for hit in (*find_towns(reading), *find_places(reading)):
        yield hit.start, hit.end, _PLACE
    for sentence in reading.parsed.sentences:
        if sentence.language != "de":
            for found in _AFTER.finditer(text, sentence.start, sentence.end):
                yield found.start(1), found.end(1), _PLACE
    yield from _list_patient_details(reading)
    yield from _list_name_parts(text, reading)
    yield from _list_surnames(reading)


def _list_patient_details(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """List what could tell on a patient, where a draft speaks of one."""
    if not reading.detect("patient_reference"):
        return
    cues: Iterable[Hit] = (hit for name in reading.policy.cues for hit in reading.hits(name))
    for hit in (*find_ages(reading), *cues):
        yield hit.start, hit.end, _DETAIL


def _list_name_parts(text: str, reading: Reading) -> Iterator[tuple[int, int, str]]:
    """List parts of names that stand alone elsewhere: "Frau Meier ... Meier meinte"."""
    parts = {
        part[0]
        for hit in reading.detect("person")
        for part in _NAME_PART.finditer(text, hit.start, hit.end)
        if part[0][0].isupper()
    }
    common = reading.policy.knowledge.lexicon.commonness
    for word in reading.parsed.words:
        written = text[word.start : word.end]
        if written in parts or written.removesuffix("s").removesuffix("'") in parts:
            sentence = reading.parsed.sentences[reading.unit(word.start, "sentence")]
            if common(word.form, sentence.language) < _COMMON:
                yield word.start, word.end, _PERSON


def _list_surnames(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """List first names with the rare capitalised word behind them: "Dr Peter Millbank".

    The detector asks for more before it calls that a person; what leaves is masked sooner.
    """
    knowledge = reading.policy.knowledge
    for first, last in pairwise(reading.parsed.words):
        is_name = first.form in knowledge.first_names and is_capitalised(first)
        if not (is_name and last.start == first.end + 1 and is_capitalised(last)):
            continue
        language = reading.parsed.sentences[reading.unit(last.start, "sentence")].language
        is_word = (
            language == "de"
            and (  # every noun has a capital there, long ones are put together
                len(last.form) > _LONGEST_SURNAME
                or len(knowledge.lexicon.part_groups(last.form, "de")) > 1
            )
        )
        if not is_word and knowledge.lexicon.commonness(last.form, language) < RARE_WORD:
            yield first.start, last.end, _PERSON


def _join_overlaps(places: list[tuple[int, int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Join places that overlap, under the kind of the one that begins first and is longest."""
    start = end = 0
    kind = ""
    widened = [(*_widen_to_tag(first, last, text), what) for first, last, what in places]
    for first, last, what in sorted(widened, key=lambda one: (one[0], -one[1])):
        if first >= last:
            continue
        if kind and first < end:
            end = max(end, last)
            continue
        if kind:
            yield start, end, kind
        start, end, kind = first, last, what
    if kind:
        yield start, end, kind


def _widen_to_tag(start: int, end: int, text: str) -> tuple[int, int]:
    """Widen a place inside a hashtag or a mention to the whole of it."""
    first = start
    while first > 0 and (text[first - 1].isalnum() or text[first - 1] in "_#@"):
        first -= 1
        if text[first] in "#@":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
            return first, end
    return start, end

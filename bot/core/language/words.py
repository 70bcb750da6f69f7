"""Cut a text into words, sentences and paragraphs that know their place and their language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import eldc
import sentencex

from bot.core.language.fold import OTHER, Folded, fold, fold_word
from bot.core.model import LANGUAGES, Language

# A word with inner apostrophe, a number, a sign that carries meaning, or any other sign (emoji).
_WORD = re.compile(
    r"#?[a-z0-9]*[a-z][a-z0-9_]*(?:'[a-z]+)*|[0-9]+(?:[.,:][0-9]+)*|[%&+$\x05\x06\x07]|\x1a"
)
_CAMEL = re.compile(r"[A-ZÄÖÜ]+(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|[0-9]+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")
_ORDINAL = re.compile(r"\b(?:der|die|das|dem|den|am|im|zum|zur|vom|bis|jede[rsmn]?) \d{1,2}\.\s*$")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FEW_WORDS = 3  # below this a detector of languages guesses
_SURE_WORDS = 6  # a shorter foreign sentence is a quotation, or a guess


@dataclass(slots=True)
class Word:
    """One word: its place in the text as received, its folded form, and how it was written.

    Nobody changes one; frozen, the hundreds of a draft would each take four times as long to make.
    """

    start: int
    end: int
    form: str
    written: str
    tag: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its language, and the range of its words."""

    start: int
    end: int
    language: Language
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True)
class Parsed:
    """A text cut into pieces. `words[s.first:s.last]` are the words of sentence `s`."""

    text: str
    folded: Folded
    language: Language
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=1)
def _detector() -> "eldc.Instance":
    eldc.init()
    detector = eldc.instance()
    detector.set_languages(list(LANGUAGES))
    return detector


def detect_language(text: str) -> Language | None:
    """Name the language of a text, or None when it is too short to tell."""
    plain = _without_surrogates(text)
    if len(plain.split()) < _FEW_WORDS:
        return None
    found = _detector().detect(plain)
    return next((known for known in LANGUAGES if known == found), None)


@lru_cache(maxsize=1)
def _any_language() -> "eldc.Instance":
    eldc.init()
    return eldc.instance()


def find_foreign(parsed: "Parsed") -> str | None:
    """Name a language of the text that we do not read, or None.

    Only whole sentences count, and only where the detector is sure: a name or a quoted title in
    another language is no reason to stop.
    """
    for sentence in parsed.sentences:
        if sentence.last - sentence.first >= _SURE_WORDS:
            text = _without_surrogates(parsed.text[sentence.start : sentence.end])
            found = _any_language().detect_details(text)
            if found.reliable and found.language not in (*LANGUAGES, "und"):
                return str(found.language)
    return None


def _without_surrogates(text: str) -> str:
    if not _SURROGATE.search(text):
        return text
    return _SURROGATE.sub("?", text)


def split_sentences(text: str, language: Language) -> list[tuple[int, int]]:
    """Split a text into (start, end) of its sentences, line by line, blanks left out."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if not line.group().strip():
            continue
        at = line.start()
        begin = at
        for piece in sentencex.segment(language, _without_surrogates(line.group())):
            at += len(piece)
            if at < line.end() and _ORDINAL.search(text, max(begin, at - 20), at):
                continue  # “in der 20. Woche” goes on
            spans.extend(_trim(text, begin, at))
            begin = at
    return spans


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        yield begin, begin + len(stripped)


def parse(text: str, hint: Language | None = None) -> Parsed:
    """Cut a text into words and sentences, each sentence with its own language.

    Args:
        text: Any text; offsets are its code points.
        hint: The language to believe when the text is too short to tell.
    """
    folded = fold(text)
    guess = detect_language(text) or hint or "en"
    spans = split_sentences(text, guess)
    languages = [detect_language(text[start:end]) for start, end in spans]
    overall = _majority(spans, languages) or guess
    words: list[Word] = []
    sentences: list[Sentence] = []
    places = _word_places(folded)
    at = paragraph = previous = 0
    for (start, end), language in zip(spans, languages, strict=True):
        if _BLANK_LINE.search(text, previous, start):
            paragraph += 1
        previous = end
        chosen = language or overall
        first = len(words)
        while at < len(places) and places[at][0] < end:
            words += _words_at(text, places[at], chosen)
            at += 1
        sentences.append(Sentence(start, end, chosen, first, len(words), paragraph))
    return Parsed(text, folded, overall, tuple(words), tuple(sentences))


def _majority(spans: list[tuple[int, int]], languages: list[Language | None]) -> Language | None:
    weight: dict[Language, int] = {}
    for (start, end), language in zip(spans, languages, strict=True):
        if language:
            weight[language] = weight.get(language, 0) + end - start
    ranked = sorted(weight.items(), key=lambda pair: -pair[1])
    return ranked[0][0] if ranked else None


def _word_places(folded: Folded) -> list[tuple[int, int, str]]:
    if folded.origins is None:
        return [(*match.span(), match.group()) for match in _WORD.finditer(folded.text)]
    return [
        (*folded.span(match.start(), match.end()), match.group())
        for match in _WORD.finditer(folded.text)
    ]


def _words_at(text: str, place: tuple[int, int, str], language: Language) -> Iterable[Word]:
    start, end, seen = place
    written = text[start:end]
    if seen[0] == "#":
        return _words_of_tag(start, end, written, language)
    form = written[:1] if seen == OTHER else word_form(written, seen, language)
    return (Word(start, end, form, written),)


def _words_of_tag(start: int, end: int, written: str, language: Language) -> Iterator[Word]:
    """Cut #TeamNordhafen into its words; a tag in one case stays whole."""
    parts = list(_CAMEL.finditer(written))
    if len(parts) < 2:
        yield Word(start + 1, end, word_form(written[1:], "", language), written[1:], tag=True)
        return
    for part in parts:
        form = fold_word(part.group(), language)
        yield Word(start + part.start(), start + part.end(), form, part.group(), tag=True)


def word_form(written: str, seen: str, language: Language) -> str:
    """Fold a word as written; `seen` is its folded form where that is known."""
    if written.isascii():
        return written.lower()
    if language == "de":
        return fold_word(written, language)
    return seen or fold_word(written, language)

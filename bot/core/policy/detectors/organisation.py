"""The employer, its competitors, and statements that something is already public."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.fold import fold_word
from bot.core.language.words import Word
from bot.core.model import Language
from bot.core.policy.reading import Hit, Reading

_LEGAL_FORMS = frozenset(
    {"se", "ag", "gmbh", "ggmbh", "kg", "plc", "ltd", "limited", "bv", "nv", "inc", "group"}
    | {"gruppe", "groep", "holding", "llp", "co", "ev", "e", "v", "b", "n"}
)
_DISTINCT_LETTERS = 5  # of the first word of a name, which then stands for the whole
_DISTINCT_ZIPF = 2.5  # and how common it may be at most
_LINK = re.compile(
    r"https?://[^\s)]+|\bwww\.[^\s)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/[a-z0-9/_-]+"
)


def detect_organisation(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find names, sites, hashtags and handles of the author's employer."""
    organisation = reading.context.organisation
    names = [*organisation.names, *organisation.hashtags, *organisation.handles.values()]
    return list(find_names(names, reading))


def detect_competitor(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find names of competitors."""
    return list(find_names(reading.context.organisation.competitors, reading))


def detect_public_source(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find words that say something is published, and links where such words stand by.

    A sentence that says the matter is not out yet ("before the press release") is no source; nor
    is a link in a draft that says nothing else.
    """
    not_yet = {
        reading.unit(hit.start, "sentence")
        for name in ("not-public-yet", "wait-word")
        for hit in reading.hits(name)
    }
    said = [
        hit
        for hit in reading.hits("already-public")
        if reading.unit(hit.start, "sentence") not in not_yet
    ]
    if not_yet and not said:
        return []
    return [*said, *(_find_links(reading) if reading.hits("press-release") else [])]


def _find_links(reading: Reading) -> Iterator[Hit]:
    folded = reading.parsed.folded
    if "/" not in folded.text and "www." not in folded.text:
        return
    for match in _LINK.finditer(folded.text):
        yield Hit(*folded.span(*match.span()))


def find_names(names: Sequence[str], reading: Reading) -> Iterator[Hit]:
    """Find names (also their first word where that is no ordinary word), inflected or as a tag."""
    forms = reading.forms
    languages = {sentence.language for sentence in reading.parsed.sentences}
    for name in names:
        for language in languages:
            parts = fold_name(name, language)
            # nearly every name is nowhere in the text: that is seen without looking at words
            if parts and f" {parts[0]}" in forms:
                yield from _find_parts(parts, language, reading)


@functools.lru_cache(maxsize=4096)
def fold_name(name: str, language: Language) -> tuple[str, ...]:
    """Fold a name, tag or handle and cut it into words."""
    return tuple(split_name(fold_word(name.lstrip("#@"), language)))


def _find_parts(parts: Sequence[str], language: Language, reading: Reading) -> Iterator[Hit]:
    words = reading.parsed.words
    is_distinct = (
        len(parts[0]) >= _DISTINCT_LETTERS
        and reading.policy.knowledge.lexicon.commonness(parts[0], language) < _DISTINCT_ZIPF
    )
    wanted = parts[:1] if is_distinct else parts
    solid = "".join(parts)
    for at, word in enumerate(words):
        if not word.form.startswith(parts[0]):
            continue
        if _spells(words, at, wanted):
            yield Hit(word.start, words[at + len(wanted) - 1].end)
        elif word.tag and word.form.startswith(solid):
            yield Hit(word.start, word.end)


def split_name(folded: str) -> list[str]:
    """Cut a folded name into words, legal forms left out."""
    return [part for part in re.findall(r"[a-z0-9]+", folded) if part not in _LEGAL_FORMS]


def _spells(words: Sequence[Word], at: int, parts: Sequence[str]) -> bool:
    if at + len(parts) > len(words):
        return False
    for offset, part in enumerate(parts):
        form = words[at + offset].form
        rest = form.removeprefix(part)
        if form != part and not (form.startswith(part) and rest in ("s", "'s", "er", "se", "ern")):
            return False
    return True

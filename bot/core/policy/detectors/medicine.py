"""Medicines in a draft: own products, known names, WHO stems, descriptions and disguises.

Each hit tells `product`, `status` (rx, otc, pipeline, device), `own` (yes, no) and `how`. What the
names of own products are is told by `own_names`, which others there are by `medicine_names`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.language.words import word_form
from bot.core.model import Language
from bot.core.policy.detectors.own_names import LEET, LEET_OTHER, Name, Names, names_of
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.medicine_names import SHORTEST_NAME, MedicineNames
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_ORDINARY = 1.5  # Zipf frequency from which a word is in use
_EVERYDAY = 2.5  # Zipf frequency from which a brand may be meant as the word it is
_LONG_WORD = re.compile(r"[a-z0-9@$*_|!]{5,}")
# Letters one by one, with blanks, dots or a picture between them: Z e l, N.o.x, n o x 🌙 e l.
# (a picture is \x1a in the folded text)
_BETWEEN = r"(?:[ ._*-]{1,2}|[ ._*-]?\x1a{1,3}[ ._*-]?)"
_SPACED = Shape(
    rf"(?<![a-z0-9])(?:[a-z0-9@$]{_BETWEEN}){{3,}}[a-z0-9@$](?![a-z0-9])",
    wider=rf"(?:^|[^a-z0-9])(?:[a-z0-9@$]{_BETWEEN}){{3}}[a-z0-9@$](?:$|[^a-z0-9])",
)
NO_LETTER = re.compile(r"[ ._*\x1a-]")
# A known name cut up: s e m a glutide, s.e.m.a.g.l.u.t.i.d, Sema-glutid.
_CUT_UP = Shape(
    rf"(?<![a-z0-9])(?:(?:[a-z]{_BETWEEN}){{2,}}[a-z]+|[a-z]{{2,}}[-*_][a-z]{{3,}})(?![a-z0-9])",
    wider=rf"(?:^|[^a-z0-9])(?:[a-z]{_BETWEEN}){{2}}[a-z]|[a-z]{{2}}[-*_][a-z]{{3}}",
)
_DISGUISES = Shapes(_SPACED, _CUT_UP)
_SHORTEST_CUT_UP = 8  # letters of a known name that is believed although it is cut up


def detect_medicine(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find medicines; parameters `status`, `own` and `how` narrow the answer."""
    if parameters:
        return narrow_hits(reading.detect("medicine"), parameters, "status", "own", "how")
    hits: dict[tuple[int, int], Hit] = {}
    for hit in _find_all(reading):
        known = next((seen for seen in hits.values() if seen.covers(hit)), None)
        if known is None:
            hits[hit.start, hit.end] = hit
    return list(hits.values())


def _find_all(reading: Reading) -> Iterator[Hit]:
    names = names_of(reading.context.organisation)
    if names.may_be_in(reading.forms):
        for sentence in reading.parsed.sentences:
            words = reading.parsed.words[sentence.first : sentence.last]
            for name, hit in names.find(words, sentence.language):
                if not _is_plain_word(name, hit, sentence.language, reading):
                    yield hit
    disguises = _DISGUISES.list_possible(reading.parsed.folded.text)
    if _SPACED in disguises:
        yield from _find_spaced(reading, names)
    yield from _find_misspelt(reading, names)
    if _CUT_UP in disguises:
        yield from _find_cut_up(reading)
    yield from _find_known(reading)


def _is_plain_word(name: Name, hit: Hit, language: Language, reading: Reading) -> bool:
    """Say whether a brand that is also an everyday word stands as that word: in small letters."""
    if language == "de" or name.how != "name" or not reading.quote(hit).islower():
        return False
    return reading.policy.knowledge.lexicon.commonness(name.solid, language) >= _EVERYDAY


def _find_spaced(reading: Reading, names: Names) -> Iterator[Hit]:
    """Find own names that are spaced out."""
    folded = reading.parsed.folded
    for match in _SPACED.exact.finditer(folded.text):
        solid = NO_LETTER.sub("", match.group())
        for name in names.brands:
            if name.solid in (solid, solid.translate(LEET), solid.translate(LEET_OTHER)):
                yield name.hit(*folded.span(*match.span()), how="disguised")


def _find_misspelt(reading: Reading, names: Names) -> Iterator[Hit]:
    """Find own names that are in leetspeak or misspelt."""
    folded = reading.parsed.folded
    if not any(map(names.list_resembling, _LONG_WORD.findall(folded.text))):
        return
    for match in _LONG_WORD.finditer(folded.text):
        written = match.group()
        resembling = names.list_resembling(written)
        if resembling and written.isalpha() and not _is_rare(written, reading):
            continue
        for name in resembling:
            yield name.hit(*folded.span(*match.span()), how="disguised")


def _is_rare(written: str, reading: Reading) -> bool:
    """Say whether a word is hardly used: one that people use is no misspelling of a brand."""
    lexicon = reading.policy.knowledge.lexicon
    return lexicon.commonness(written, reading.parsed.language) < _ORDINARY


def _find_cut_up(reading: Reading) -> Iterator[Hit]:
    """Find names of the lexicon (no mere stems: too much looks like one) that are cut up."""
    knowledge, folded = reading.policy.knowledge, reading.parsed.folded
    for match in _CUT_UP.exact.finditer(folded.text):
        solid = NO_LETTER.sub("", match.group())
        if len(solid) < _SHORTEST_CUT_UP or solid in knowledge.not_stems:
            continue
        status = knowledge.medicine_names.find_listed(solid)
        if status is not None:
            start, end = folded.span(*match.span())
            details = {"product": match.group(), "status": status, "own": "no", "how": "disguised"}
            yield Hit(start, end, details)


def _find_known(reading: Reading) -> Iterator[Hit]:
    """Find names that a list or a WHO stem knows."""
    names = reading.policy.knowledge.medicine_names
    for word in reading.parsed.words:
        if len(word.form) < SHORTEST_NAME:
            continue
        status = names.classify(word.form)
        if status is None and not word.form.isalpha():
            status = _classify_leet(word.form, names)
        if status is None and not word.written.isascii():
            status = names.classify(word_form(word.written, "", "en"))
        if status is not None:
            yield Hit(
                word.start,
                word.end,
                {"product": word.written, "status": status, "own": "no", "how": "lexicon"},
            )


def _classify_leet(form: str, names: MedicineNames) -> str | None:
    """Give the status of a name some of whose letters are digits or signs."""
    if len(form) < _SHORTEST_CUT_UP:
        return None
    for plain in (form.translate(LEET_OTHER), form.translate(LEET)):
        status = names.find_stemmed(plain) if plain.isalpha() else None
        if status is not None:
            return status
    return None

"""Medicines in a draft: own products, known names, WHO stems, descriptions and disguises.

Each hit tells `product`, `status` (rx, otc, pipeline, device), `own` (yes, no) and `how`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from bot.core.language.fold import fold_word
from bot.core.language.words import Word, word_form
from bot.core.model import Language, Organisation, Product
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.medicine_names import SHORTEST_NAME, MedicineNames
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_LEET = str.maketrans("013457@$", "oleastas")
_LEET_OTHER = str.maketrans("013457@$", "oieastas")
_ENDINGS = ("s", "n", "en", "e", "es", "um", "'s")
_WORDS_COMPARED = 4096  # whose likeness to the names of one organisation is remembered
_MOST_PARTS = 6  # words that a name may be written in
_INSIDE_NAME = 6  # letters a brand must have before we look for it in the middle of a tag
_LONG_NAME = 9  # letters a brand must have before two typing errors are forgiven
_MOST_TYPOS = 2
_MOST_STARS = 3
_SHORTEST_GUESS = 6  # letters a brand must have before a misspelling is believed
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
# Trials of own pipeline products, as the indication names them: trials HARBOUR-1 and HARBOUR-2.
_TRIALS = re.compile(r"\b(?:trials?|stud(?:y|ies)|studien?|studies)\b([^,;.()]*)", re.IGNORECASE)
_TRIAL_NAME = re.compile(r"\b([A-ZÄÖÜ]{4,})(?:[- ]?\d+)?\b")


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
    names = _names_of(reading.context.organisation)
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


class _Name:
    """A name of an own product, folded into words."""

    def __init__(self, brand: str, status: str, name: str, how: str) -> None:
        self.brand, self.status, self.how = brand, status, how
        self.parts = re.findall(r"[a-z]+|[0-9]+", fold_word(name, "en"))
        self.solid = "".join(self.parts)
        self.german = "".join(re.findall(r"[a-z]+|[0-9]+", fold_word(name, "de")))

    def hit(self, start: int, end: int, how: str = "") -> Hit:
        """Make a hit on this name."""
        return Hit(
            start,
            end,
            {"product": self.brand, "status": self.status, "own": "yes", "how": how or self.how},
        )


class _Names:
    """All names of an organisation's products; those that may be disguised by first letter."""

    def __init__(self, names: Sequence[_Name]) -> None:
        self.all = [name for name in names if name.parts]
        self.brands = [
            name
            for name in self.all
            if len(name.solid) >= SHORTEST_NAME and name.how != "described"
        ]
        self._guessed: dict[str, list[_Name]] = {}
        for name in self.brands:
            if len(name.solid) >= _SHORTEST_GUESS:
                self._guessed.setdefault(name.solid[0], []).append(name)
        # every beginning of a name: what a word must be to be the name's first part
        self._begun: dict[str, list[_Name]] = {}
        self._begun_german: dict[str, list[_Name]] = {}
        for name in self.all:
            for size in range(1, len(name.solid) + 1):
                self._begun.setdefault(name.solid[:size], []).append(name)
            for size in range(1, len(name.german) + 1):
                self._begun_german.setdefault(name.german[:size], []).append(name)
        self._solids = [name.solid for name in self.all]
        self._beginnings = self._begun.keys() | self._begun_german.keys()
        self.list_resembling: Callable[[str], Sequence[_Name]] = lru_cache(_WORDS_COMPARED)(
            self._list_resembling
        )

    def may_be_in(self, forms: str) -> bool:
        """Say cheaply whether a name or its beginning is among folded words, a blank before each."""
        if "_" in forms:
            forms = forms.replace("_", "")
        return any(solid in forms for solid in self._solids) or not (
            self._beginnings.isdisjoint(forms.split(" "))
        )

    def find(self, words: Sequence[Word], language: Language) -> Iterator[tuple[_Name, Hit]]:
        """Find names as written, in compounds and in several words."""
        forms = [word.form for word in words]
        if any("_" in form for form in forms):
            forms = [form.replace("_", "") for form in forms]
        joined = "\n".join(forms)
        for name in self.all:
            if name.solid in joined:
                for word, form in zip(words, forms, strict=True):
                    if name.solid in form and _is_name_or_compound(form, name):
                        yield name, name.hit(word.start, word.end)
        begun = self._begun_german if language == "de" else self._begun
        if begun.keys().isdisjoint(forms):
            return
        for at, form in enumerate(forms):
            for name in begun.get(form, ()):
                if name.solid in form:
                    continue
                end = _match_joined(name.german if language == "de" else name.solid, words, at)
                if end:
                    yield name, name.hit(words[at].start, words[end - 1].end)

    def _list_resembling(self, written: str) -> Sequence[_Name]:
        """List the names that a word (folded) is nearly, letters masked or misspelt."""
        if written.isalpha():
            return [name for name in self._guessed.get(written[0], ()) if _is_nearly(written, name)]
        return [name for name in self.brands if _is_masked(written, name)]


def _names_of(organisation: Organisation) -> _Names:
    return _fold_names(
        tuple(
            (product.brand, _status_of(product), product.inn, product.described_as)
            for product in organisation.products
        )
    )


@lru_cache(maxsize=64)
def _fold_names(products: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]) -> _Names:
    names = []
    for brand, status, substances, descriptions in products:
        names.append(_Name(brand, status, brand, "name"))
        names += [_Name(brand, status, substance, "substance") for substance in substances]
        names += [_Name(brand, status, words, "described") for words in descriptions]
    return _Names(names)


def _status_of(product: Product) -> str:
    """Give the status that counts: a device with a substance counts as that medicine."""
    return "rx" if product.status == "device" and product.inn else product.status


def _is_plain_word(name: _Name, hit: Hit, language: Language, reading: Reading) -> bool:
    """Say whether a brand that is also an everyday word stands as that word: in small letters."""
    if language == "de" or name.how != "name" or not reading.quote(hit).islower():
        return False
    return reading.policy.knowledge.lexicon.commonness(name.solid, language) >= _EVERYDAY


def _is_name_or_compound(form: str, name: _Name) -> bool:
    """Say whether a word with the name in it is the name, a form of it or a compound with it."""
    before, _, rest = form.partition(name.solid)
    if not before and rest in ("", *_ENDINGS):
        return True
    size = len(name.solid)
    if not before:  # Ludarvoavond, Ludarvoteam
        return size >= SHORTEST_NAME and name.how in ("name", "substance")
    return size >= (SHORTEST_NAME if not rest else _INSIDE_NAME)


def _match_joined(solid: str, words: Sequence[Word], at: int) -> int:
    """Give the exclusive end of the words that spell a name (NH-204, Zel varo), or 0."""
    joined = ""
    for offset, word in enumerate(words[at : at + _MOST_PARTS], start=1):
        joined += word.form
        if joined.startswith(solid) and joined[len(solid) :] in ("", *_ENDINGS):
            return at + offset
        if not solid.startswith(joined):
            return 0
    return 0


def _find_spaced(reading: Reading, names: _Names) -> Iterator[Hit]:
    """Find own names that are spaced out."""
    folded = reading.parsed.folded
    for match in _SPACED.exact.finditer(folded.text):
        solid = NO_LETTER.sub("", match.group())
        for name in names.brands:
            if name.solid in (solid, solid.translate(_LEET), solid.translate(_LEET_OTHER)):
                yield name.hit(*folded.span(*match.span()), how="disguised")


def _find_misspelt(reading: Reading, names: _Names) -> Iterator[Hit]:
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


def _is_masked(written: str, name: _Name) -> bool:
    """Say whether digits, signs or stars stand for letters of the name."""
    solid = name.solid
    if abs(len(written) - len(solid)) > _MOST_TYPOS or written == solid:
        return False
    plain = re.sub(r"[_|!*]", "", written)
    if solid in (written.translate(_LEET), written.translate(_LEET_OTHER), plain):
        return True
    return "*" in written and _fits_stars(written, solid)


def _is_nearly(written: str, name: _Name) -> bool:
    solid = name.solid
    if abs(len(written) - len(solid)) > _MOST_TYPOS or written == solid:
        return False
    allowed = _MOST_TYPOS if len(solid) >= _LONG_NAME else 1
    return OSA.distance(written, solid, score_cutoff=allowed) <= allowed


def _is_rare(written: str, reading: Reading) -> bool:
    """Say whether a word is hardly used: one that people use is no misspelling of a brand."""
    lexicon = reading.policy.knowledge.lexicon
    return lexicon.commonness(written, reading.parsed.language) < _ORDINARY


def _fits_stars(written: str, solid: str) -> bool:
    return (
        len(written) == len(solid)
        and written.count("*") <= _MOST_STARS
        and all(seen in ("*", meant) for seen, meant in zip(written, solid, strict=True))
    )


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


def detect_own_trial(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find the trials of own pipeline products by the names that their indications give.

    A trial's name is mostly an ordinary word (LANTERN, HARBOUR-2), so it counts only where it is
    written in capitals or, in a tag, with a capital: a harbour is no trial.
    """
    told = tuple(product.indication for product in reading.context.organisation.products)
    text = reading.text
    return [
        Hit(match.start(), match.end(), {"product": match.group()})
        for name in _trials_of(told)
        if name in text or name.capitalize() in text
        for match in _trial_expression(name).finditer(text)
    ]


@lru_cache(maxsize=256)
def _trial_expression(name: str) -> "re.Pattern[str]":
    capital = name.capitalize()
    forms = f"{name}|{capital}(?=[- ]?[0-9])|(?<=#){capital}"
    return re.compile(rf"(?<!\w)(?:{forms})(?:[- ]?[0-9]{{1,2}})?(?![A-Za-z0-9])")


@lru_cache(maxsize=64)
def _trials_of(indications: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                name
                for indication in indications
                for told in _TRIALS.findall(indication)
                for name in _TRIAL_NAME.findall(told)
            }
        )
    )


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
    for plain in (form.translate(_LEET_OTHER), form.translate(_LEET)):
        status = names.find_stemmed(plain) if plain.isalpha() else None
        if status is not None:
            return status
    return None

"""The names of an organisation's own products: how they are folded, inflected, joined, misspelt."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.core.language.fold import fold_word
from bot.core.language.words import Word
from bot.core.model import Language, Organisation, Product
from bot.core.policy.medicine_names import SHORTEST_NAME
from bot.core.policy.reading import Hit

LEET = str.maketrans("013457@$", "oleastas")
LEET_OTHER = str.maketrans("013457@$", "oieastas")
_ENDINGS = ("s", "n", "en", "e", "es", "um", "'s")
_WORDS_COMPARED = 4096  # whose likeness to the names of one organisation is remembered
_MOST_PARTS = 6  # words that a name may be written in
_INSIDE_NAME = 6  # letters a brand must have before we look for it in the middle of a tag
_LONG_NAME = 9  # letters a brand must have before two typing errors are forgiven
_MOST_TYPOS = 2
_MOST_STARS = 3
_SHORTEST_GUESS = 6  # letters a brand must have before a misspelling is believed


class Name:
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


class Names:
    """All names of an organisation's products; those that may be disguised by first letter."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.all = [name for name in names if name.parts]
        self.brands = [
            name
            for name in self.all
            if len(name.solid) >= SHORTEST_NAME and name.how != "described"
        ]
        self._guessed: dict[str, list[Name]] = {}
        for name in self.brands:
            if len(name.solid) >= _SHORTEST_GUESS:
                self._guessed.setdefault(name.solid[0], []).append(name)
        # every beginning of a name: what a word must be to be the name's first part
        self._begun: dict[str, list[Name]] = {}
        self._begun_german: dict[str, list[Name]] = {}
        for name in self.all:
            for size in range(1, len(name.solid) + 1):
                self._begun.setdefault(name.solid[:size], []).append(name)
            for size in range(1, len(name.german) + 1):
                self._begun_german.setdefault(name.german[:size], []).append(name)
        self._solids = [name.solid for name in self.all]
        self._beginnings = self._begun.keys() | self._begun_german.keys()
        self.list_resembling: Callable[[str], Sequence[Name]] = lru_cache(_WORDS_COMPARED)(
            self._list_resembling
        )

    def may_be_in(self, forms: str) -> bool:
        """Say cheaply whether a name or its beginning is among folded words, a blank before each."""
        if "_" in forms:
            forms = forms.replace("_", "")
        return any(solid in forms for solid in self._solids) or not (
            self._beginnings.isdisjoint(forms.split(" "))
        )

    def find(self, words: Sequence[Word], language: Language) -> Iterator[tuple[Name, Hit]]:
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

    def _list_resembling(self, written: str) -> Sequence[Name]:
        """List the names that a word (folded) is nearly, letters masked or misspelt."""
        if written.isalpha():
            return [name for name in self._guessed.get(written[0], ()) if _is_nearly(written, name)]
        return [name for name in self.brands if _is_masked(written, name)]


def names_of(organisation: Organisation) -> Names:
    """Give the folded names of an organisation's products."""
    return _fold_names(
        tuple(
            (product.brand, _status_of(product), product.inn, product.described_as)
            for product in organisation.products
        )
    )


@lru_cache(maxsize=64)
def _fold_names(products: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]) -> Names:
    names = []
    for brand, status, substances, descriptions in products:
        names.append(Name(brand, status, brand, "name"))
        names += [Name(brand, status, substance, "substance") for substance in substances]
        names += [Name(brand, status, words, "described") for words in descriptions]
    return Names(names)


def _status_of(product: Product) -> str:
    """Give the status that counts: a device with a substance counts as that medicine."""
    return "rx" if product.status == "device" and product.inn else product.status


def _is_name_or_compound(form: str, name: Name) -> bool:
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


def _is_masked(written: str, name: Name) -> bool:
    """Say whether digits, signs or stars stand for letters of the name."""
    solid = name.solid
    if abs(len(written) - len(solid)) > _MOST_TYPOS or written == solid:
        return False
    plain = re.sub(r"[_|!*]", "", written)
    if solid in (written.translate(LEET), written.translate(LEET_OTHER), plain):
        return True
    return "*" in written and _fits_stars(written, solid)


def _is_nearly(written: str, name: Name) -> bool:
    solid = name.solid
    if abs(len(written) - len(solid)) > _MOST_TYPOS or written == solid:
        return False
    allowed = _MOST_TYPOS if len(solid) >= _LONG_NAME else 1
    return OSA.distance(written, solid, score_cutoff=allowed) <= allowed


def _fits_stars(written: str, solid: str) -> bool:
    return (
        len(written) == len(solid)
        and written.count("*") <= _MOST_STARS
        and all(seen in ("*", meant) for seen, meant in zip(written, solid, strict=True))
    )

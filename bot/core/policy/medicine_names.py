"""Names of medicines as lists and the WHO's stems know them, also inflected, compound or misspelt.

Where they are looked for in a draft is told by the detector `medicine`.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import re2

from bot.core.language.lexicon import Lexicon
from bot.core.model import LANGUAGES

SHORTEST_NAME = 5  # letters of a word that is believed to be a name
_CACHE_LIMIT = 30_000  # words whose status is remembered
_ENDINGS = ("s", "n", "en", "e", "es", "um", "'s")
_EVERYDAY = 2.5  # Zipf frequency from which the beginning of a word is a word of its own
_COMMON_PREFIX = 6  # letters of an everyday word before a stem: Montagsprazol is a joke
_SHORTEST_VARIANT = 9  # letters a name must have before an unusual spelling is believed
_TWIN_LETTER = {"y": "i", "k": "c", "z": "s"}
_TWIN = {"ph": "f", "th": "t", "ae": "e", "oe": "e"} | _TWIN_LETTER
_TWINS = re.compile("|".join(_TWIN))
_TWIN_LETTERS = str.maketrans(_TWIN_LETTER)
_DOUBLED = re.compile(r"(.)\1")
# What follows a medicine's name in a compound: Semaglutidspritze, metforminetablet.
_FOLLOWING = tuple(
    "spritze spritzen tablette tabletten pille pillen pen pens kapsel kapseln pflaster infusion "
    "infusionen therapie dosis kur injektion rezept patienten welle hype team tropfen spuit "
    "spuiten tablet tabletje tabletjes pil pilletje pilletjes prik pleister pleisters infuus "
    "injectie kuur "
    "gebruik gebruiker gebruikers recept zalf creme salbe gel studie abend avond party".split()
)
_COMPOUND = re.compile(f"([a-z]{{{SHORTEST_NAME},}}?)(?:{'|'.join(_FOLLOWING)})")


class MedicineNames:
    """Tells the names of medicines among folded words; remembers what it was asked of single words.

    Args:
        stems: Expressions for whole words (WHO stems); `not_stems` are words that only look so.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        prescribed: frozenset[str],
        over_the_counter: frozenset[str],
        stems: Sequence[str],
        not_stems: frozenset[str],
    ) -> None:
        self._lexicon = lexicon
        self._not_stems = not_stems
        listed = dict.fromkeys(prescribed, "rx") | dict.fromkeys(over_the_counter, "otc")
        self._listed = {name: status for name, status in listed.items() if _is_long(name)}
        self._openings = {name[:SHORTEST_NAME] for name in self._listed}
        joined = "|".join(f"(?:{stem})" for stem in stems)
        # a sign no word has, where there are no stems
        self._stems = re2.compile(f"(?:{joined or '!'})(?:s|n|en|e|es|um)?")
        self._variants = _list_skeletons(prescribed) - _list_skeletons(over_the_counter)
        self.classify: Callable[[str], str | None] = lru_cache(_CACHE_LIMIT)(self._classify)

    def find_listed(self, form: str) -> str | None:
        """Give the status (rx or otc) of a word that a list names, also inflected, else None."""
        if form[:SHORTEST_NAME] not in self._openings:
            return None  # nearly every word: it does not begin as any name does
        spellings = (form, *(form[: -len(end)] for end in _ENDINGS if form.endswith(end)))
        return next(filter(None, map(self._listed.get, spellings)), None)

    def find_stemmed(self, form: str) -> str | None:
        """Give the status of a word that a list names or a stem tells, else None."""
        return self.find_listed(form) or ("rx" if self._has_stem(form) else None)

    def _classify(self, form: str) -> str | None:
        """Give the status of a word that is a medicine's name in any form or spelling, else None.

        The word may be inflected, misspelt in a usual way, or a compound (semaglutidspritze).
        """
        if form in self._not_stems:
            return None
        listed = self.find_listed(form)
        if listed is not None or not form.isalpha():
            return listed
        if self._has_stem(form):
            return None if self._is_made_up(form) else "rx"
        return self._classify_compound(form) or ("rx" if self._is_variant(form) else None)

    def _has_stem(self, form: str) -> bool:
        return form.isalpha() and self._stems.fullmatch(form) is not None

    def _is_made_up(self, form: str) -> bool:
        """Say whether a word with a stem begins with an everyday one: Montagsprazol."""
        return any(
            self._lexicon.commonness(form[:size], language) >= _EVERYDAY
            for size in range(_COMMON_PREFIX, len(form) - 3)
            for language in LANGUAGES
        )

    def _classify_compound(self, form: str) -> str | None:
        compound = _COMPOUND.fullmatch(form) if form.endswith(_FOLLOWING) else None
        if compound is None or len(compound[1]) <= SHORTEST_NAME or compound[1] in self._not_stems:
            return None
        return self.find_stemmed(compound[1].removesuffix("s"))

    def _is_variant(self, form: str) -> bool:
        """Say whether a word no language knows is a name but for ph/f, th/t, y/i, k/c, doubles."""
        return (
            len(form) >= _SHORTEST_VARIANT
            and _reduce(form) in self._variants
            and all(self._lexicon.commonness(form, language) == 0 for language in LANGUAGES)
        )


def _is_long(name: str) -> bool:
    return len(name) >= SHORTEST_NAME


def _list_skeletons(names: frozenset[str]) -> frozenset[str]:
    return frozenset(_reduce(name) for name in names if len(name) >= _SHORTEST_VARIANT)


def _reduce(form: str) -> str:
    """Reduce a name to what its spellings in our languages have in common."""
    if "h" in form or "ae" in form or "oe" in form:
        plain = _TWINS.sub(lambda found: _TWIN[found.group()], form)
    else:
        plain = form.translate(_TWIN_LETTERS)
    return _cut_tail(_DOUBLED.sub(r"\1", plain))


def _cut_tail(form: str) -> str:
    if form.endswith(("um", "en")):
        return form[:-2]
    return form[:-1] if form.endswith(("a", "e", "o", "s")) else form

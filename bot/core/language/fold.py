"""Text as patterns see it: ASCII, lower case, without tricks, each character traceable.

Patterns (RE2) run on the folded form, because RE2's word boundaries know ASCII only. Every folded
character knows the code point it came from, so a match always quotes the text as it was received.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

# Characters that people cannot see or that only change the look of the one before:
# soft hyphen, zero-width signs, direction marks, variation selectors, keycap, tag characters.
_INVISIBLE = frozenset(
    [
        *(0xAD, 0x34F, 0x61C, 0x180E, 0x20E3, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE01F0),
    ]
)
# One sign each, so that offsets stay simple where nothing is dropped.
_SINGLE = {
    "ß": "s",
    "ẞ": "s",
    "æ": "a",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "‚": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "…": ".",
    "·": ".",
    "×": "x",
    "№": "n",
    "€": "\x05",
    "£": "\x06",
    "§": "\x07",
}
# Letters of other scripts that look like Latin ones; used to slip a name past a reader.
_LOOKALIKE = dict(
    zip(
        "аеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυАВЕКМНОРСТУХ",
        "aeopcyxijsdhqwabezhikmnoptyxavopuabekmhopctyx",
        strict=True,
    )
)
OTHER = "\x1a"  # any sign without an ASCII form
_UNUSUAL = re.compile("[^\n -~]")  # all others fold to themselves in lower case


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """Give the folded form of one code point: one ASCII character, or "" when it is invisible."""
    code = ord(character)
    if code < 0x80:
        return character.lower() if code >= 0x20 or character in "\n\t\r" else " "
    if code in _INVISIBLE or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    known = _SINGLE.get(character) or _LOOKALIKE.get(character)
    if known:
        return known
    if character.isspace():
        return "\n" if character in "\u2028\u2029\x85" else " "
    return _fold_by_decomposition(character)


def _fold_by_decomposition(character: str) -> str:
    for part in unicodedata.normalize("NFKD", character):
        if ord(part) < 0x80 and not part.isspace():
            return part.lower()
        if part in _LOOKALIKE:
            return _LOOKALIKE[part]
    lowered = character.lower()
    return _SINGLE.get(lowered[:1], OTHER)


@dataclass(frozen=True)
class Folded:
    """A folded text. `origins[i]` is the code point that `text[i]` came from; None: the same."""

    text: str
    origins: "array[int] | None"
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a span of the folded text to code points of the text as received."""
        if self.origins is None or start == end:
            return start, end
        last = self.origins[end] if end < len(self.origins) else self.length
        return self.origins[start], last


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    folded = _UNUSUAL.sub(_fold_match, text).lower()
    if len(folded) == len(text):  # nothing was dropped: each sign gives one at most
        return Folded(folded, None, len(text))
    origins = array("L", (index for index, sign in enumerate(text) if fold_character(sign)))
    return Folded(folded, origins, len(text))


def _fold_match(match: "re.Match[str]") -> str:
    return fold_character(match.group())


def fold_word(word: str, language: str) -> str:
    """Fold one word for looking it up: German umlauts become ae, oe, ue, as people type them."""
    if word.isascii():
        return word.lower()
    lowered = unicodedata.normalize("NFC", word).lower()
    if language == "de":
        lowered = (
            lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
        )
    return "".join(fold_character(sign) for sign in lowered)

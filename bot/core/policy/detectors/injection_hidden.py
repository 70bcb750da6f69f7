"""Words that readers do not see or cannot read, read out: encoded, turned, invisible, set aside.

Words in sight speak to readers, so much is needed before they are taken for words to the checker.
Nobody hides an order from readers but for the checker, so one order is enough here.
"""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.core.policy.shape import Shape, Shapes


class Revealed(NamedTuple):
    """Words and where they were hidden; `is_name` where they are only a name or an address."""

    start: int
    end: int
    words: str
    is_name: bool = False


_SILENT = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_MOST = 40  # places read out in one draft
_SHORTEST = 8  # characters of words that can be an order
_STEMS = (
    "ignor", "negeer", "approv", "freigeb", "akkoord", "goedkeur", "instruct", "anweis", "befund",
    "bevinding", "finding", "regel", "rules", "review", "pruefung", "controle",
    "verdict", "checker", "entwurf", "bericht", "skip", "draft",
)  # fmt: skip
_BASE64 = Shape(
    r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,1000}[A-Za-z0-9+/]{0,1000}={0,2}(?![A-Za-z0-9+/=])",
    wider="[A-Za-z0-9+/]{16}",
)
_HEX = Shape(
    r"(?<![0-9A-Za-z])(?:(?:0x|\\x|%)?[2-7][0-9a-fA-F][ :]?|[cC]3[ :]?[89abAB][0-9a-fA-F][ :]?){10,500}",
    wider=r"(?:(?:0x|\\x|%)?[2-7c][0-9a-fA-F][ :]?){10}",
)
_MOVED = Shape(r"(?i:" + "|".join(codecs.encode(stem, "rot13") for stem in _STEMS) + ")")
_TURNED_ROUND = Shape(r"(?i:" + "|".join(stem[::-1] for stem in _STEMS) + ")")
_NAMED = Shape(
    r"(?:https?://|www\.)[^\s<>()\[\]\"']{12,400}|[\w.+-]{8,100}@[\w.-]{4,100}"
    r"|[\w-]{8,160}\.(?:pdf|docx?|pptx?|xlsx?|txt|jpe?g|png|zip|mp4|md|html?)\b",
    wider=r"https?://|www\.|@|\.(?:pdf|doc|ppt|xls|txt|jpe?g|png|zip|mp4|md|html?)",
)
_TAGGED = Shape(r"#\w{10,120}(?:[ ,]{1,2}#\w{4,120}){0,8}", wider=r"#\pL{10}")
_TITLED = Shape(
    r"\]\([^\s()]{1,300}\s+[\"'“„‘(][^\n]{8,300}?[\"'”“’)]\)|\[[^\]\n]{12,200}\]\(", wider=r"\]\("
)
_PLAIN = Shapes(_BASE64, _HEX, _MOVED, _TURNED_ROUND, _NAMED, _TAGGED, _TITLED)
_BETWEEN = re.compile(rf"(?:[^\s{_SILENT}][{_SILENT}]{{1,3}}(?:\s[{_SILENT}]{{0,3}})?){{8,}}\S?")
_BITS = re.compile("[\u200b-\u200d\u2060\ufeff]{48,4000}")
_REVERSED = re.compile("[\u202e\u202d]([^\u202c\n]{8,400})")
_TAG_SIGNS = re.compile("[\U000e0020-\U000e007e]{2,400}")
_HUMPS = re.compile(r"(?<=[^\W\d_A-ZÄÖÜ])(?=[A-ZÄÖÜ])")
_JOINTS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^\n.!?]{1,400}")


def reveal_words(text: str) -> Iterator[Revealed]:
    """Read out what stands encoded, turned round, between the letters or in a name."""
    count = 0
    for revealed in _reveal_all(text):
        if len(revealed.words.strip()) >= _SHORTEST:
            count += 1
            yield revealed
        if count == _MOST:
            return


def _reveal_all(text: str) -> Iterator[Revealed]:
    if not text.isascii():
        yield from _reveal_invisible(text)
    possible = _PLAIN.list_possible(text)
    if _BASE64 in possible:
        for match in _BASE64.exact.finditer(text):
            yield Revealed(*match.span(), _decode_base64(match.group()))
    if _HEX in possible:
        for match in _HEX.exact.finditer(text):
            yield Revealed(*match.span(), _decode_hex(match.group()))
    if _MOVED in possible:
        for start, end in _find_sentences(_MOVED, text):
            yield Revealed(start, end, codecs.encode(text[start:end], "rot13"))
    if _TURNED_ROUND in possible:
        for start, end in _find_sentences(_TURNED_ROUND, text):
            yield Revealed(start, end, text[start:end][::-1])
    for shape in (_NAMED, _TAGGED):
        for match in shape.exact.finditer(text) if shape in possible else ():
            yield Revealed(*match.span(), split_name(match.group()), is_name=True)
    if _TITLED in possible:
        for match in _TITLED.exact.finditer(text):
            yield Revealed(*match.span(), match.group())


def _reveal_invisible(text: str) -> Iterator[Revealed]:
    for match in _BETWEEN.finditer(text) if re.search(f"[{_SILENT}]", text) else ():
        yield Revealed(*match.span(), re.sub(f"[{_SILENT}]", "", match.group()))
    for match in _BITS.finditer(text):
        yield Revealed(*match.span(), _decode_bits(match.group()))
    for match in _REVERSED.finditer(text):
        yield Revealed(*match.span(), match.group(1)[::-1])
    for match in _TAG_SIGNS.finditer(text):
        yield Revealed(*match.span(), "".join(chr(ord(sign) - 0xE0000) for sign in match.group()))


def split_name(name: str) -> str:
    """Give the words of a tag, an address or a file's name: #LookAway, look-away.pdf."""
    return _JOINTS.sub(" ", _HUMPS.sub(" ", name)).strip()


def _find_sentences(shape: Shape, text: str) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text):
        if shape.exact.search(match.group()):
            yield match.span()


def _decode_base64(code: str) -> str:
    try:
        return base64.b64decode(code + "=" * (-len(code) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _decode_hex(code: str) -> str:
    digits = re.sub(r"0x|\\x|[^0-9a-fA-F]", "", code)
    try:
        return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("utf-8")
    except ValueError:
        return ""


def _decode_bits(signs: str) -> str:
    """Read two kinds of invisible signs as the bits of letters."""
    first = signs[0]
    bits = "".join("0" if sign == first else "1" for sign in signs)
    code = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
    try:
        return code.decode("utf-8")
    except ValueError:
        return ""

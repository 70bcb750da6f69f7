"""Text that speaks to the checker instead of to readers, also where readers would not see it."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.language.fold import fold
from bot.core.policy.reading import Hit, Reading

_PHRASES = "checker-address"  # vocabulary: orders to a checker, in three languages
_COMMENT = re.compile(r"<!--.{0,2000}?-->|<!--.{1,400}$|/\*.{1,400}?\*/|\{#.{1,400}?#\}", re.DOTALL)
_HIDDEN_TAG = re.compile(r"<[a-z]{1,10}[^>]{0,200}(?:display:\s?none|hidden|font-size:\s?0)[^>]{0,200}>", re.I)
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,2000}={0,2}(?![A-Za-z0-9+/=])")
_ORDERS = re.compile(
    r"\b(?:ignore|ignorier|negeer|approve|freigeben|goedkeur|verdict|system|prompt|compliance|"
    r"instruction|anweisung|instructie|checker|pruef|reviewer|ready|status)"
)
# Bare forms of conversations with models: roles and fences that end the draft.
_FRAMES = re.compile(
    r"(?m)^\s{0,3}(?:\[?/?(?:system|assistant|inst|developer)\]?\s{0,2}:|<\|?/?(?:system|im_start|im_end|"
    r"assistant|endoftext)[^>\n]{0,20}>|#{2,}\s{0,2}(?:system|end of draft|ende des entwurfs|einde concept))"
    r"|\[/?inst\]|\{\{.{0,80}\}\}|verdict\s{0,2}[=:]\s{0,2}[\"']?(?:ready|go|ok|approved)"
    r"|\"verdict\"\s{0,2}:"
)
_TAG_BLOCK = range(0xE0020, 0xE007F)
_LONG_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]{6,}")


def detect_injection(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find text for the checker: orders, hidden comments that give orders, encoded orders, frames."""
    hits: list[Hit] = []
    for start, end in (*_find_hidden(reading), *_find_frames(reading)):
        if not any(hit.start < end and start < hit.end for hit in hits):
            hits.append(Hit(start, end))
    for hit in reading.hits(_PHRASES):
        if not any(hit.covers(other) for other in hits):
            hits.append(hit)
    return hits


def _find_hidden(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    for expression in (_COMMENT, _HIDDEN_TAG):
        for match in expression.finditer(text):
            yield match.span()
    for match in _BASE64.finditer(text):
        if _holds_order(_decode(match.group())):
            yield match.span()
    for match in _LONG_INVISIBLE.finditer(text):
        yield match.span()
    tagged = [index for index, sign in enumerate(text) if ord(sign) in _TAG_BLOCK]
    if len(tagged) > 8:
        yield tagged[0], tagged[-1] + 1


def _find_frames(reading: Reading) -> Iterator[tuple[int, int]]:
    folded = reading.parsed.folded
    for match in _FRAMES.finditer(folded.text):
        span = folded.span(*match.span())
        _, end = reading.sentence_span(span[0]) if reading.parsed.sentences else span
        yield span[0], max(span[1], min(end, span[0] + 160))


def _decode(code: str) -> str:
    try:
        return base64.b64decode(code + "=" * (-len(code) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _holds_order(text: str) -> bool:
    return bool(text) and _ORDERS.search(fold(text).text) is not None

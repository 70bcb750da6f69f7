"""The words around a hit: what a reader underlines when the meaning is the matter."""

import re

from bot.core.policy.reading import LONGEST_QUOTE, Hit, Reading

_BORDER = re.compile(r"[,;:!?…()\n]|\.(?=\s|$)|\s[–—-]\s")
# What stands around a sentence without belonging to it: a dash or picture before, tags after.
_BEFORE = re.compile(r"(?:[^\w\s]+\s+)+")
_AFTER = re.compile(r"(?:\s+(?:#\S+|[^\w\s]+))+$")


def widen_quote(hit: Hit, reading: Reading) -> Hit:
    """Give the hit with its sentence, or of a long one with its clause, or as it is."""
    text = reading.text
    start, end = _trim(hit, text, *reading.sentence_span(hit.start))
    if end - start > LONGEST_QUOTE:
        start, end = _find_clause(hit, text, start, end)
    return hit._replace(start=start, end=end) if end - start <= LONGEST_QUOTE else hit


def _trim(hit: Hit, text: str, start: int, end: int) -> tuple[int, int]:
    before = _BEFORE.match(text, start, hit.start)
    end = max(end, hit.end)
    after = _AFTER.search(text[hit.end : end])
    return before.end() if before else start, hit.end + after.start() if after else end


def _find_clause(hit: Hit, text: str, start: int, end: int) -> tuple[int, int]:
    for border in _BORDER.finditer(text, start, hit.start):
        start = border.end()
    following = _BORDER.search(text, hit.end, end)
    end = following.start() if following else end
    while start < hit.start and text[start].isspace():
        start += 1
    while end > hit.end and text[end - 1].isspace():
        end -= 1
    return start, end

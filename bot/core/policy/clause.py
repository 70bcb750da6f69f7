"""The clause around a hit: what a reader underlines when the meaning is the matter."""

import re

from bot.core.policy.reading import LONGEST_QUOTE, Hit, Reading

_BORDER = re.compile(r"[,;:!?…()\n]|\.(?=\s|$)|\s[–—-]\s")


def widen_to_clause(hit: Hit, reading: Reading) -> Hit:
    """Give the hit with the rest of its clause; too long a clause leaves it as it is."""
    text = reading.text
    start, end = reading.sentence_span(hit.start)
    end = max(end, hit.end)
    for border in _BORDER.finditer(text, start, hit.start):
        start = border.end()
    following = _BORDER.search(text, hit.end, end)
    end = following.start() if following else end
    while start < hit.start and text[start].isspace():
        start += 1
    while end > hit.end and text[end - 1].isspace():
        end -= 1
    return hit._replace(start=start, end=end) if end - start <= LONGEST_QUOTE else hit

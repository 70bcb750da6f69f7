"""Expressions that look around themselves, and a fast look at whether they can match at all.

Python's `re` looks around but is slow; RE2 is fast but cannot. Most texts hold nothing of a shape,
so RE2 reads first, with a wider expression that asks nothing of what stands beside.
"""

import re
from collections.abc import Iterator
from functools import cached_property

import re2

_PIECE = re.compile(r"(\(\?<?[=!])|\\.|\[[^\]]*\]|[^\\]", re.DOTALL)


class Shape:
    """An expression over folded text; over any text if it says nothing of words and blanks.

    RE2 knows ASCII words only, and folded text has no others.
    """

    def __init__(self, expression: str) -> None:
        self.expression = expression

    @cached_property
    def _exact(self) -> "re.Pattern[str]":
        return re.compile(self.expression)

    @cached_property
    def _wider(self) -> "re2._Regexp":
        return re2.compile(drop_lookaround(self.expression))

    def find_all(self, text: str) -> Iterator["re.Match[str]"]:
        """Find every place of the shape."""
        if self._may_match(text):
            yield from self._exact.finditer(text)

    def is_in(self, text: str) -> bool:
        """Say whether the shape is somewhere in a text."""
        return self._may_match(text) and self._exact.search(text) is not None

    def _may_match(self, text: str) -> bool:
        try:
            return bool(self._wider.search(text))
        except UnicodeEncodeError:  # half a surrogate is no text for RE2
            return True


def drop_lookaround(expression: str) -> str:
    """Give an expression that matches wherever the given one does, and RE2 can read."""
    kept: list[str] = []
    depth = 0  # of the brackets inside what is dropped
    for piece in _PIECE.finditer(expression):
        if depth or piece.group(1):
            depth += piece.group().startswith("(")
            depth -= piece.group() == ")"
        else:
            kept.append(piece.group())
    return "".join(kept)

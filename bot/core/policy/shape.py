"""Expressions that look around themselves, and a fast look at whether they can match at all.

Python's `re` looks around but is slow; RE2 is fast but cannot. Most texts hold nothing of a shape,
so RE2 reads first, with a wider expression that asks nothing of what stands beside.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import re2

_PIECE = re.compile(r"(\(\?<?[=!])|\\.|\[[^\]]*\]|[^\\]", re.DOTALL)


class Shape:
    """An expression over folded text; over any text if it says nothing of words and blanks.

    RE2 knows ASCII words only, and folded text has no others.

    Args:
        wider: What is looked for first, where more can be ruled out than by leaving out what
            stands beside.
    """

    def __init__(self, expression: str, wider: str = "") -> None:
        self.expression = expression
        self.wider = wider or drop_lookaround(expression)

    @cached_property
    def exact(self) -> "re.Pattern[str]":
        """The expression itself, without the fast look."""
        return re.compile(self.expression)

    @cached_property
    def _look(self) -> "re2._Regexp":
        return re2.compile(self.wider)

    def find_all(self, text: str) -> Iterator["re.Match[str]"]:
        """Find every place of the shape."""
        if self._may_match(text):
            yield from self.exact.finditer(text)

    def is_in(self, text: str) -> bool:
        """Say whether the shape is somewhere in a text."""
        return self._may_match(text) and self.exact.search(text) is not None

    def _may_match(self, text: str) -> bool:
        try:
            return bool(self._look.search(text))
        except UnicodeEncodeError:  # half a surrogate is no text for RE2
            return True


class Shapes:
    """Several shapes of one text: a single look tells which of them may stand in it.

    None of them may match an empty place.
    """

    def __init__(self, *shapes: Shape) -> None:
        self.shapes = shapes

    @cached_property
    def _together(self) -> "re2.Set":
        together = re2.Set.SearchSet()
        for shape in self.shapes:
            together.Add(shape.wider)
        together.Add("")  # is everywhere: a look without it has failed for want of memory
        together.Compile()
        return together

    def list_possible(self, text: str) -> Sequence[Shape]:
        """List the shapes that may be in a text, in their order; most often none."""
        try:
            seen = self._together.Match(text)
        except UnicodeEncodeError:  # half a surrogate is no text for RE2
            seen = None
        if seen is None:
            return self.shapes
        return [self.shapes[at] for at in sorted(seen) if at < len(self.shapes)]

    def find_all(self, text: str) -> Iterator["re.Match[str]"]:
        """Find every place of any shape, as one expression of all alternatives would."""
        at = 0
        upcoming = [(shape, shape.exact.search(text)) for shape in self.list_possible(text)]
        while True:
            upcoming = [
                (shape, match if match.start() >= at else shape.exact.search(text, at))
                for shape, match in upcoming
                if match
            ]
            found = min((match for _, match in upcoming if match), key=re.Match.start, default=None)
            if found is None:
                return
            yield found
            at = found.end()


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

"""Offer opening lines cut from the author's own sentences. No word is added or changed.

A hook is a whole sentence, or the part of one up to a clause boundary that can stand alone.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from bot.core.coaching.lead import IsUsable
from bot.core.coaching.story import Line, Story
from bot.core.model import Hook
from bot.core.policy.reading import Reading

_LONGEST, _SHORTEST = 90, 18  # characters
_FEWEST_WORDS = 4
_CLAUSE_END = re.compile(r"(?:,|;|:| [–—-])(?= \S)")
_WEAKEST_MOMENT, _WEAKEST_OTHER = 3.0, 0.5  # lines with a lower score do not open a post
_FAIR = 0.45  # of the best line's score; weaker lines are not worth opening with
_OPENERS = ("question", "tag", "leaning")  # signals of lines that must not stand first


def suggest_hooks(story: Story, reading: Reading, is_usable: IsUsable) -> tuple[Hook, ...]:
    """Suggest up to three opening lines: a moment, a number, a contrast."""
    # with and without a label such as "PS:"
    first = story.lines[0].text if story.lines else "", story.text.lstrip()
    least = _FAIR * max((line.score for line in story.lines), default=0.0)
    ranked = [line for line in story.ranked if not line.has(*_OPENERS) and is_usable(line)]
    cutter = _Cutter(reading)
    taken: dict[str, Hook] = {}
    for style, fits in _STYLES.items():
        for line in ranked:
            if not fits(line) or (style == "moment" and line.score < least):
                continue
            text = cutter.cut(line, style)
            if text and text not in taken and not any(one.startswith(text) for one in first):
                taken[text] = Hook(text, style, line.text)
                break
    return tuple(taken.values())


_STYLES: Mapping[str, Callable[[Line], bool]] = {
    "moment": lambda line: line.score >= _WEAKEST_MOMENT,
    "number": lambda line: line.score >= _WEAKEST_OTHER and line.has("number"),
    "contrast": lambda line: line.score >= _WEAKEST_OTHER and line.has("story-turn"),
}


class _Cutter:
    """Shortens lines to pieces that read whole and keep what their style promises."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._subordinates = {hit.start for hit in reading.hits("coach-subordinate")}
        self._verbs = {hit.start for hit in reading.hits("coach-verb")}
        self._turns = {hit.start for hit in reading.hits("story-turn")}
        self._speech = {hit.start for hit in reading.hits("story-speech")}

    def cut(self, line: Line, style: str) -> str | None:
        """Give the longest piece of at most 90 characters, or None."""
        if len(line.text) <= _LONGEST:
            return line.text
        cuts = [0, *sorted({*_find_boundaries(line.text), *self._find_joints(line)})]
        for number in range(len(cuts) - 1, 0, -1):
            if cuts[number] <= _LONGEST and self._stands_alone(line, cuts[: number + 1], style):
                return line.text[: cuts[number]].rstrip()
        return None

    def _stands_alone(self, line: Line, cuts: list[int], style: str) -> bool:
        stop = line.start + cuts[-1]
        words = self._reading.words_in(line.start, stop)
        if cuts[-1] < _SHORTEST or len(words) < _FEWEST_WORDS:
            return False
        starts = {word.start for word in words}
        if words[-1].start in self._speech:
            return False  # what was said comes after it
        if style == "number" and not any(word.form[:1].isdigit() for word in words):
            return False
        if style == "contrast" and self._turns.isdisjoint(starts):
            return False
        return self._has_main_verb(line, cuts) and not self._goes_on(stop, line.end)

    def _find_joints(self, line: Line) -> list[int]:
        """Give the places before an "and" that joins a second verb."""
        words = self._reading.words_in(line.start, line.end)
        joints = []
        for at, word in enumerate(words):
            joins = word.form in ("und", "and", "en")
            if joins and any(follower.start in self._verbs for follower in words[at + 1 : at + 3]):
                place = word.start - line.start
                if place > 0 and not _is_open(line.text[:place]):
                    joints.append(len(line.text[:place].rstrip(" ,")))
        return joints

    def _has_main_verb(self, line: Line, cuts: list[int]) -> bool:
        """Say whether a clause that is not subordinate has a finite verb."""
        clauses = (
            self._reading.words_in(line.start + begin, line.start + end)
            for begin, end in pairwise(cuts)
        )
        return any(
            words[0].start not in self._subordinates
            and any(word.start in self._verbs for word in words)
            for words in clauses
            if words
        )

    def _goes_on(self, stop: int, end: int) -> bool:
        """Say whether the next clause completes this one (that, whether, who ...)."""
        following = self._reading.words_in(stop, end)
        return bool(following) and following[0].start in self._subordinates


def _find_boundaries(text: str) -> list[int]:
    """Give the ends of clauses that lie outside quotation marks and brackets."""
    return [
        match.start() for match in _CLAUSE_END.finditer(text) if not _is_open(text[: match.start()])
    ]


def _is_open(piece: str) -> bool:
    """Say whether a quotation or a bracket is still open."""
    return (
        piece.count("„") > piece.count("“")
        or piece.count('"') % 2 == 1
        or piece.count("(") > piece.count(")")
    )

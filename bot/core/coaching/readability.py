"""How hard a draft is to read, by the norm of its language; a hint for the author, no grade."""

import re
from dataclasses import dataclass

from bot.core.coaching.story import Line, Story
from bot.core.model import Language

_VOWELS = re.compile("[aeiouy]+")
# Reading ease = constant - a * words a sentence - b * syllables a word.
# Flesch 1948, Amstad 1978, Douma 1960.
_FORMULAS: dict[Language, tuple[float, float, float]] = {
    "en": (206.835, 1.015, 84.6),
    "de": (180.0, 1.0, 58.5),
    "nl": (206.84, 0.93, 77.0),
}
_HARD = 30.0  # below this all three scales say "academic"
_FEWEST_WORDS = 40  # fewer say nothing about a style
_LONG_SENTENCE = 24  # words; shorter ones need no cutting


@dataclass(frozen=True)
class Readability:
    """Reading ease (100 easy, 0 academic) and the longest sentence with its words."""

    ease: float
    longest: Line | None
    words: int

    @property
    def is_hard(self) -> bool:
        """Say whether the draft is clearly hard to read and has a sentence worth cutting."""
        return self.ease < _HARD and self.words >= _LONG_SENTENCE


def measure_readability(story: Story) -> Readability:
    """Measure a draft; a short one counts as easy."""
    lines = [line for line in story.lines if not line.has("tag")]
    sizes = [line.sentence.last - line.sentence.first for line in lines]
    total = sum(sizes)
    if total < _FEWEST_WORDS:
        return Readability(100.0, None, 0)
    longest = max(range(len(lines)), key=sizes.__getitem__)
    syllables = len(_VOWELS.findall(story.parsed.folded.text))
    constant, by_sentence, by_word = _FORMULAS[story.parsed.language]
    ease = constant - by_sentence * total / len(lines) - by_word * syllables / total
    return Readability(ease, lines[longest], sizes[longest])

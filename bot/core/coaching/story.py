"""Weigh every sentence of a draft: what makes it human or concrete, what makes it a brochure.

The words stand in `policies/vocabularies/story-*` and `coach-*`; the engine has found them already,
so this module only counts. It proposes nothing.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.language.words import Parsed, Sentence, Word
from bot.core.policy.engine import Check
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Reading
from bot.core.policy.word_patterns import is_number

# vocabulary: (weight of a hit, how many hits count)
_WEIGHTS = {
    "story-self": (0.8, 1),
    "story-past": (2.0, 1),
    "story-person": (2.0, 1),
    "story-body": (1.5, 2),
    "story-speech": (0.8, 1),
    "story-moment": (0.9, 2),
    "story-thing": (0.9, 2),
    "story-turn": (0.6, 1),
    "story-surprise": (1.2, 2),
    "story-admission": (1.8, 1),
    "story-action": (0.9, 2),
    "story-still": (0.7, 2),
    "coach-corporate": (-1.1, 3),
    "coach-thanks": (-2.0, 2),
    "coach-announcement": (-1.2, 2),
    "coach-programme": (-0.9, 3),
    "coach-call": (-1.5, 2),
    "coach-moral": (-1.5, 2),
    "coach-consent": (-3.0, 1),
}
_NAME, _SPEECH, _NUMBER, _POSTSCRIPT = 1.2, 2.0, 0.7, 0.8
_QUESTION, _TAG, _LIST, _LONG, _SHORT, _LEANING = -3.0, -1.5, -1.0, -1.0, -1.5, -0.8
HUMAN = 2.2  # from here on a sentence has something that a reader would stay for
_PLAIN, _PLAIN_LETTERS = 0.6, 4.9  # mean letters a word: people talk in short words,
_STIFF, _STIFF_LETTERS = -0.6, 6.6  # brochures in long ones
# Moments and things alone make a notice ("Thursday, 9 am, foyer"), not a story.
_SOMEBODY = (
    "story-self", "story-past", "story-person", "story-body", "story-speech", "story-action",
    "story-admission", "story-surprise", "name", "quote",
)  # fmt: skip
_QUOTES = frozenset('„“”"»«')
_MARKS = _QUOTES.union("‘’‚'")
_GIVING = frozenset("namens genannt getauft genaamd gedoopt called named nicknamed".split())
_LONGEST, _FEWEST_WORDS, _MOST_COMMAS = 260, 5, 4
_FEW = 100  # numbers below this can be lived through; larger ones are statistics
_ORDINARY_NAME, _MARKED_NAME = 4.4, 5.0  # Zipf: commoner words are rarely meant as a first name
_LABEL = re.compile(
    r"(?:P\.?\s?S\.?\s*:?|Übrigens:|Trouwens:|By the way:|[-•*–▪►✅👉]+|\d{1,2}[.)])\s+"
)
_ADDRESS = re.compile(r"://|www\.|@\w")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, how human it is, the signals it gave, and a first name that stands in it."""

    sentence: Sentence
    start: int
    text: str
    score: float
    signals: frozenset[str]
    name: str = ""

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.sentence.end

    @property
    def is_human(self) -> bool:
        """Say whether somebody stands in it, and a reader would stay for it."""
        return self.score >= HUMAN and self.has(*_SOMEBODY)

    def has(self, *names: str) -> bool:
        """Say whether it gave one of these signals."""
        return not self.signals.isdisjoint(names)


@dataclass(frozen=True)
class Story:
    """A draft as the coach sees it: its lines in order, and the best of them."""

    parsed: Parsed
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The draft as received."""
        return self.parsed.text

    @property
    def ranked(self) -> list[Line]:
        """The lines, most human first; of equals the earlier."""
        return sorted(self.lines, key=lambda line: (-line.score, line.start))

    def count(self, signal: str) -> int:
        """Count the lines that gave a signal."""
        return sum(signal in line.signals for line in self.lines)


def read_story(checked: Check) -> Story:
    """Weigh every sentence of a checked draft."""
    parsed = checked.parsed
    counts = _count_hits(checked.reading)
    knowledge = checked.reading.policy.knowledge
    lines = tuple(
        _weigh(sentence, parsed, counts[number], knowledge)
        for number, sentence in enumerate(parsed.sentences)
    )
    return Story(parsed, lines)


def _count_hits(reading: Reading) -> list[dict[str, int]]:
    """Count the places that each vocabulary hit, sentence by sentence."""
    starts = [sentence.start for sentence in reading.parsed.sentences]
    counts: list[dict[str, int]] = [{} for _ in starts]
    for name in _WEIGHTS:
        for place in {hit.start for hit in reading.hits(name)}:
            counted = counts[bisect.bisect_right(starts, place) - 1]
            counted[name] = counted.get(name, 0) + 1
    for hit in reading.hits("coach-anaphora"):
        at = bisect.bisect_left(starts, hit.start)
        if at < len(starts) and starts[at] == hit.start:
            counts[at]["leaning"] = 1
    return counts


def _weigh(
    sentence: Sentence, parsed: Parsed, counts: dict[str, int], knowledge: Knowledge
) -> Line:
    raw = parsed.text[sentence.start : sentence.end]
    label = _LABEL.match(raw)
    start = sentence.start + (label.end() if label else 0)
    text = parsed.text[start : sentence.end]
    words = parsed.words[sentence.first : sentence.last]
    score = sum(_weigh_hits(name, count) for name, count in counts.items() if name in _WEIGHTS)
    name = _find_first_name(words, sentence, parsed.text, knowledge)
    shapes = dict(_shapes(text, words, counts, sentence, name))
    if label and label.group()[0] == "P":
        shapes["postscript"] = _POSTSCRIPT
    signals = frozenset(counts) | frozenset(shapes)
    return Line(sentence, start, text, round(score + sum(shapes.values()), 2), signals, name)


def _weigh_hits(name: str, count: int) -> float:
    weight, most = _WEIGHTS[name]
    return weight * min(count, most)


def _shapes(
    text: str,
    words: Sequence[Word],
    counts: dict[str, int],
    sentence: Sentence,
    name: str,
) -> list[tuple[str, float]]:
    """List the signals that no single word gives, with their weights."""
    is_personal = "story-self" in counts or "story-person" in counts
    is_told = is_personal or name or "story-speech" in counts
    letters = _mean_length(words) if len(words) > _FEWEST_WORDS else _PLAIN_LETTERS
    found = (
        ("name", _NAME, bool(name) and "story-person" not in counts),
        ("quote", _SPEECH, is_told and sum(map(text.count, _QUOTES)) > 1),
        ("number", _NUMBER, (is_personal or name) and _has_small_number(words, sentence)),
        ("question", _QUESTION, text.endswith("?")),
        ("tag", _TAG, any(word.tag for word in words) or bool(_ADDRESS.search(text))),
        ("list", _LIST, text.count(",") > _MOST_COMMAS),
        ("long", _LONG, len(text) > _LONGEST),
        ("short", _SHORT, len(words) < _FEWEST_WORDS),
        ("leaning", _LEANING, "leaning" in counts),
        ("plain", _PLAIN, letters < _PLAIN_LETTERS),
        ("stiff", _STIFF, letters > _STIFF_LETTERS),
    )
    return [(name, weight) for name, weight, is_given in found if is_given]


def _mean_length(words: Sequence[Word]) -> float:
    return sum(len(word.form) for word in words) / len(words)


def _find_first_name(
    words: Sequence[Word], sentence: Sentence, text: str, knowledge: Knowledge
) -> str:
    """Give a first name that stands in a sentence, or ""."""
    for at, word in enumerate(words):
        if not word.written[:1].isupper() or word.tag:
            continue
        if _is_given(words, at, text):
            continue
        form = word.form.removesuffix("'s")
        if form in knowledge.first_names:
            common = knowledge.lexicon.commonness(form, sentence.language)
            is_marked = at > 0 and sentence.language != "de"  # German nouns have capitals too
            if common < (_MARKED_NAME if is_marked else _ORDINARY_NAME):
                return word.written.removesuffix("'s").removesuffix("’s")
    return ""


def _is_given(words: Sequence[Word], at: int, text: str) -> bool:
    """Say whether a name is one that a thing was given: „Uwe“, a machine called Gisela."""
    word = words[at]
    around = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    return _MARKS.issuperset(around) or (at > 0 and words[at - 1].form in _GIVING)


def _has_small_number(words: Sequence[Word], sentence: Sentence) -> bool:
    for at, word in enumerate(words):
        if not is_number(word.form, sentence.language):
            continue
        follower = words[at + 1].form if at + 1 < len(words) else ""
        if follower != "%" and (not word.form.isdigit() or int(word.form[:9]) < _FEW):
            return True
    return False


def shorten(text: str, most: int = 60) -> str:
    """Shorten a text for quoting it in a remark, at a word boundary."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return (
        line[: line.rfind(" ", most // 2, most) if " " in line[most // 2 : most] else most] + " …"
    )

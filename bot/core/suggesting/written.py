"""What a model wrote for an author: what is offered, what was dropped and why, or why nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.model import ModelUse

# Why nothing was written, beside what judging.py calls kept, busy, budget and unusable.
UNREADABLE = "unreadable"  # there is no text, or too much of it
# Why something was dropped.
FORM = "form"  # markup, signs or placeholders that the author did not write; too long
LANGUAGE = "language"
FINDING = "finding"
NEW_FACT = "new-fact"
NOT_THEIRS = "not-theirs"  # too few of the author's words
SAME = "same"
QUESTION = "question"  # where a statement was asked for, or the other way round
SENSITIVE = "sensitive"  # a question that leads to patients or products
WORN = "worn"  # colleagues were offered that way in of late


@dataclass(frozen=True)
class Suggestion:
    """A text that may be shown.

    Args:
        text: Nothing of weight was found in it.
        kept: The share of it that is the author's own words, 0 to 1 (`kept_words.py`).
        style: Of a first line: moment, number, contrast, question-free.
        angle: Of a first line: from which side it begins (`angles.py`).
        origin: Of a first line: the sentence of the draft it comes from, where it stands there.
        reads_like_model: Whether readers may take it for a machine's.
        was_mended: Whether our rules had something against its first version.
    """

    text: str = field(repr=False)
    kept: float = 0.0
    style: str = ""
    angle: str = ""
    origin: str = field(default="", repr=False)
    reads_like_model: bool = False
    was_mended: bool = False


@dataclass(frozen=True)
class Written:
    """What came of asking.

    Args:
        offered: May be shown.
        dropped: How many may not, by reason.
        unread: Why nothing was written at all; empty when the model answered.
        use: Where what went, and how; None when nothing was asked.
    """

    offered: tuple[Suggestion, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    unread: str = ""
    use: ModelUse | None = None


def tell_percent(suggestion: Suggestion) -> int:
    """Give the share of the author's words in whole per cent; all only where it is all."""
    return int(suggestion.kept * 100 + 1e-9)

"""What the people it is for get to read: the same in every channel, in their language. Pure."""

import re
from collections.abc import Sequence
from typing import Literal

from bot.core.message import Choice, Choices, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Broadcast
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS
from bot.core.programme.people.messages import OPEN

Hint = Literal["links", "signs", "names"]
_LONGEST_SUMMARY = 140  # what a notification shows
_LINK = re.compile(r"(?i)https?://\S|\bwww\.\w")
_SIGNS = re.compile(r"\*{1,2}\w[^*\n]*\w\*{1,2}|(?<!\w)__?\w[^_\n]*\w__?(?!\w)|(?m:^#{1,3} )|\]\(")
_NAMES = re.compile(r"(?<![\w.])@\w")


def compose_letter(broadcast: Broadcast, language: Language) -> Message:
    """Compose what somebody of a language gets; another language than theirs is explained."""
    wording = BROADCAST_WORDINGS[language]
    text = broadcast.choose_text(language)
    parts: list[Part] = []
    if language not in broadcast.texts:
        parts.append(Paragraph(wording.here_in[broadcast.fallback], "quiet"))
    if text.title:
        parts.append(Paragraph(text.title, "strong"))
    parts += [Paragraph(paragraph) for paragraph in text.paragraphs]
    parts += [
        Paragraph(wording.letter_foot, "quiet"),
        Choices((Choice(wording.my_programme, OPEN),)),
    ]
    summary = _shorten(text.title or " ".join(text.text.split()))
    return Message("broadcast", summary, tuple(parts), language)


def list_hints(broadcast: Broadcast) -> Sequence[Hint]:
    """List what looks otherwise than its author may think."""
    words = "\n".join(text.whole for text in broadcast.texts.values())
    hints: list[Hint] = []
    if _LINK.search(words):
        hints.append("links")
    if _SIGNS.search(words):
        hints.append("signs")
    if _NAMES.search(words):
        hints.append("names")
    return hints


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1].rstrip()}…"

"""Sift what a model wrote: only what the author could have written and our engine accepts is left.

The text is hostile: it was made by a machine out of what anybody wrote. It is read as a draft of
the same author would be, in the same context, by the same engine.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from bot.core.coaching.manner import judge_manner
from bot.core.coaching.review import Coach, refuse_unreadable
from bot.core.coaching.screening import find_objections
from bot.core.coaching.story import read_story
from bot.core.errors import DraftError
from bot.core.language.words import detect_language
from bot.core.model import Draft, Finding, Language
from bot.core.policy.engine import Check
from bot.core.suggesting.angles import name_angle
from bot.core.suggesting.kept_words import measure_kept
from bot.core.suggesting.masking import Masked, mask_text
from bot.core.suggesting.new_facts import find_new_facts
from bot.core.suggesting.pieces import Piece
from bot.core.suggesting.written import (
    FINDING,
    FORM,
    LANGUAGE,
    NEW_FACT,
    NOT_THEIRS,
    QUESTION,
    SENSITIVE,
    Suggestion,
)

# A placeholder that was broken, and what only a template or a page would hold.
_BROKEN = re.compile(
    r"\[[A-Z]{3,}\b|\b(?:PERSON|PRODUCT|ORGANISATION|PLACE|NUMBER|ADDRESS|DETAIL)\b"
    r"|</?[a-zA-Z!]|\*\*|__|```|\]\(|\{\{|\{%|&[a-z]+;|&#|^#{1,6} |^> ",
    re.MULTILINE,
)
_PICTURES = ("So", "Sk")  # Unicode categories: emojis, and the colours of their skin
_SIGNS = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")  # what one does not see, or nobody defined
_THEIRS_FOR_SURE = 0.8  # share of own words from which a text is in the draft's language
_MODEL_WORDS = "coach-model"
_ASKS = ("?", "？", "؟")


@dataclass(frozen=True)
class Sifted:
    """A suggestion; or why it is none, with what the engine found if that was the reason."""

    suggestion: Suggestion | None = None
    reason: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Shape:
    """What a text must be like.

    Args:
        longest: In characters.
        least_kept: The least share of the author's words.
        asks: True: it is a question; False: it does not end with one; None: as it likes.
        stands_first: It is to stand before the draft, and is read there too.
    """

    longest: int
    least_kept: float = 0.0
    asks: bool | None = None
    stands_first: bool = False


@dataclass(frozen=True)
class Source:
    """What a model writes from: the author's text, as it was checked and masked.

    `advised` is what our rules told the author to write, which is no new fact.
    """

    draft: Draft
    checked: Check
    masked: Masked
    advised: str = field(default="", repr=False)

    @property
    def language(self) -> Language:
        """The language that is written in."""
        return self.checked.parsed.language


@dataclass(frozen=True)
class Sieve:
    """Sifts texts made from one source. Pure: some milliseconds a text."""

    coach: Coach
    source: Source
    shape: Shape
    language: Language

    def sift(self, piece: Piece, *, was_mended: bool = False) -> Sifted:
        """Give the suggestion with the author's words put back, or the reason why there is none."""
        original = self.source.draft.text
        if self.source.masked.has_unknown(piece.text):
            return Sifted(reason=FORM)
        text = self.source.masked.restore(piece.text).strip()
        if not 0 < len(text) <= self.shape.longest or _has_foreign_signs(text, original):
            return Sifted(reason=FORM)
        if self.shape.asks is not None and self.shape.asks is not text.endswith(_ASKS):
            return Sifted(reason=QUESTION)
        kept = measure_kept(original, text)
        if kept < self.shape.least_kept:
            return Sifted(reason=NOT_THEIRS)
        checked = self._check(text)
        if checked is None:
            return Sifted(reason=FORM)
        reason = self._find_reason(text, kept, checked)
        if reason:
            return Sifted(reason=reason)
        objections = self._find_objections(text, checked)
        if objections:
            return Sifted(reason=FINDING, findings=tuple(objections))
        origin = self.source.masked.restore(piece.origin).strip()
        story = read_story(checked)
        angle = name_angle({signal for line in story.lines for signal in line.signals})
        return Sifted(
            Suggestion(
                text,
                kept,
                piece.style,
                angle,
                origin if origin in original else "",
                _reads_like_model(checked, self.source.checked),
                was_mended,
            )
        )

    def _check(self, text: str) -> Check | None:
        draft = self.source.draft
        try:
            return self.coach.check(replace(draft, text=text, language=self.language))
        except DraftError:
            return None

    def _find_reason(self, text: str, kept: float, checked: Check) -> str:
        spoken = detect_language(text)
        if kept < _THEIRS_FOR_SURE and spoken not in (None, self.language):
            return LANGUAGE
        if any(skip.severity.weight for skip in checked.skipped):
            return LANGUAGE  # nobody could read all of it
        told = f"{self.source.draft.text} {self.source.advised}"
        is_theirs = self.shape.least_kept > 0
        if find_new_facts(told, checked.reading, may_be_nouns=is_theirs):
            return NEW_FACT
        # a question that speaks of patients or medicines invites an answer that does
        if self.shape.asks and any(
            checked.reading.detect(name) for name in ("patient_reference", "medicine")
        ):
            return SENSITIVE
        return ""

    def _find_objections(self, text: str, checked: Check) -> list[Finding]:
        """Find what the engine has against a text: alone, and at the top of its draft."""
        alone = find_objections(checked.findings)
        if alone or not self.shape.stands_first:
            return alone
        together = self._check(f"{text}\n\n{self.source.draft.text}")
        if together is None:  # longer than any draft may be; alone it is fine
            return []
        return [one for one in find_objections(together.findings) if one.start < len(text)]


def open_source(coach: Coach, draft: Draft, checked: Check | None = None) -> Source:
    """Check a text, unless that was done, and mask it.

    Raises:
        DraftError: the text is empty, too long or no text.
    """
    refuse_unreadable(draft.text)
    found = checked or coach.check(draft)
    return Source(draft, found, mask_text(draft.text, found.reading))


def _has_foreign_signs(text: str, original: str) -> bool:
    """Say whether a text has markup, pictures or unseen signs that the original does not have."""
    if any(place[0] not in original for place in _BROKEN.finditer(text)):
        return True
    return any(
        sign not in original and unicodedata.category(sign) in (*_PICTURES, *_SIGNS)
        for sign in set(text)
        if sign != "\n"
    )


def _reads_like_model(checked: Check, before: Check) -> bool:
    """Say whether a machine shows in a text where it did not show in the original.

    In a draft it takes two signs; what a machine wrote shows by one.
    """
    if judge_manner(read_story(checked), checked.reading).model_word:
        return True
    return len(checked.reading.hits(_MODEL_WORDS)) > len(before.reading.hits(_MODEL_WORDS))

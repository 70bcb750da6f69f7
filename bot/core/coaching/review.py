"""Review a draft: check it, decide, coach. The main use case, from text to coached answer."""

from dataclasses import dataclass

from bot.core.coaching.coaching import coach_draft
from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.errors import DraftEmptyError, DraftTooLongError, DraftUnreadableError
from bot.core.model import Coaching, Draft, Review
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.policy.verdict import decide_verdict
from bot.core.ports import Embedder

LONGEST_DRAFT = 10_000  # code points; the longest post of any network has 63,206, but no draft


@dataclass(frozen=True)
class Coach:
    """Reviews drafts under one policy. Without an embedder hashtags are ranked by their words."""

    policy: Policy
    catalogue: HashtagCatalogue
    embedder: Embedder | None = None

    def review(self, draft: Draft) -> Review:
        """Review a draft.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        refuse_unreadable(draft.text)
        checked = check(draft, self.policy)
        verdict = decide_verdict(checked.findings, checked.skipped)
        language = checked.parsed.language
        return Review(
            id=draft.id,
            verdict=verdict,
            language=language,
            answer_language=draft.answer_language or draft.language or language,
            policy=self.policy.hash,
            checked=self.policy.checked,
            findings=checked.findings,
            coaching=coach_draft(draft, checked, self.catalogue, self.embedder),
            context=draft.context,
            skipped=checked.skipped,
        )

    def coach_anyway(self, draft: Draft) -> Coaching:
        """Give the coaching that waits behind an `ask` finding."""
        checked = check(draft, self.policy)
        return coach_draft(draft, checked, self.catalogue, self.embedder, anyway=True)


def refuse_unreadable(text: str) -> None:
    """Raise a DraftError for a text that nobody could review."""
    if "\x00" in text:
        raise DraftUnreadableError("The text has a NUL character. Paste it again as plain text.")
    if not text.strip():
        raise DraftEmptyError("There is no text. Paste the post you want to publish.")
    if len(text) > LONGEST_DRAFT:
        raise DraftTooLongError(
            f"The text has {len(text)} characters; {LONGEST_DRAFT} are the limit. Send a part of it."
        )

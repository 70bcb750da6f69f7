"""Review a draft: check it, decide, coach. The main use case, from text to coached answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.coaching.coaching import coach_draft
from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.coaching.precedents import PrecedentBook
from bot.core.coaching.screening import Approved
from bot.core.coaching.wording import WORDINGS, Wording
from bot.core.errors import DraftEmptyError, DraftTooLongError, DraftUnreadableError
from bot.core.model import Coaching, Context, Draft, Language, ModelUse, Note, Review, Skipped
from bot.core.policy.engine import UNREAD, Check, check
from bot.core.policy.policy import Policy, check_terms
from bot.core.policy.resting import list_silent
from bot.core.policy.verdict import decide_verdict
from bot.core.ports import Embedder, Resemblance

SKIPPED = "skipped"  # the kind of the note that says what could not be checked
LONGEST_DRAFT = 10_000  # code points; the longest post of any network has 63,206, but no draft


@dataclass
class Coach:
    """Reviews drafts under one policy at a time.

    Without an embedder hashtags are ranked by their words; without a resemblance every cue counts
    in full.
    """

    policy: Policy
    catalogue: HashtagCatalogue
    embedder: Embedder | None = None
    resemblance: Resemblance | None = None
    approved: Approved = field(default_factory=Approved, repr=False, compare=False)
    precedents: PrecedentBook | None = field(default=None, repr=False, compare=False)

    def take_policy(self, policy: Policy) -> None:
        """Review under another policy from now on; done where drafts are read, between two."""
        self.policy = policy
        self.approved = Approved()

    def warm_up(self) -> None:
        """Do now what the first drafts would wait for: embed the catalogue, open all books.

        Of each language an example is checked that asks the second signal, so that it is open, too.
        """
        if self.embedder is not None:
            shelves = self.catalogue.shelves.values()
            self.embedder.embed([tag.about for shelf in shelves for tag in shelf.tags])
        check_terms(self.policy)
        asking = [rule for rule in self.policy.rules if rule.resembles]
        for language in self.policy.books:
            blocks = [rule.blocks[language] for rule in asking if language in rule.blocks]
            examples = [example for block in blocks for example in block.examples]
            for example in examples[:1]:
                self.check(Draft(example.text, Context(date.min), language=language))

    def review(self, draft: Draft) -> Review:
        """Review a draft.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        return self.read(draft)[0]

    def read(self, draft: Draft) -> tuple[Review, Check]:
        """Review a draft, and give what was found beside it: for whoever reads it again.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        checked = self.check(draft)
        return self.complete(draft, checked), checked

    def check(self, draft: Draft) -> Check:
        """Find what the policy has to say about a draft.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        refuse_unreadable(draft.text)
        return check(draft, self.policy, self.resemblance)

    def complete(self, draft: Draft, checked: Check, model: ModelUse | None = None) -> Review:
        """Decide about what was found, and coach; `model` says who else has read the draft."""
        verdict = decide_verdict(checked.findings, checked.skipped)
        language = checked.parsed.language
        answer = draft.answer_language or draft.language or language
        coaching = coach_draft(
            draft, checked, self.catalogue, self.embedder, approved=self.approved
        )
        cited = self.precedents.cite(checked, answer) if self.precedents is not None else ()
        notes = (*_note_skipped(checked.skipped, answer), *coaching.notes, *cited)
        return Review(
            id=draft.id,
            verdict=verdict,
            language=language,
            answer_language=answer,
            policy=checked.reading.policy.hash,  # of the policy that read it, also when
            checked=checked.reading.policy.checked,  # another one came meanwhile
            findings=checked.findings,
            coaching=replace(coaching, notes=notes),
            context=draft.context,
            skipped=checked.skipped,
            off=list_silent(checked.reading.policy, draft.context.date),
            model=model,
        )

    def coach_anyway(self, draft: Draft) -> Coaching:
        """Give the coaching that waits behind an `ask` finding."""
        checked = check(draft, self.policy, self.resemblance)
        return coach_draft(draft, checked, self.catalogue, self.embedder, anyway=True)


def _note_skipped(skipped: Sequence[Skipped], language: Language) -> list[Note]:
    """Say what did not run and could have been serious; nothing about tips."""
    wording = WORDINGS[language]
    checks = [_name_check(skip, wording) for skip in skipped if skip.severity.weight]
    return [Note(SKIPPED, wording.skipped.format(checks=", ".join(checks)))] if checks else []


def _name_check(skip: Skipped, wording: Wording) -> str:
    if skip is UNREAD:
        return wording.second_look
    return wording.other_language if skip.check.startswith("language ") else skip.check


def refuse_unreadable(text: str) -> None:
    """Raise a DraftError for a text that nobody could review."""
    if "\x00" in text:
        raise DraftUnreadableError("The text has a NUL character. Paste it again as plain text.")
    if not text.strip():
        raise DraftEmptyError("There is no text. Paste the post you want to publish.")
    if len(text) > LONGEST_DRAFT:
        raise DraftTooLongError(
            f"The text has {len(text)} characters; {LONGEST_DRAFT} are the limit. Send a part."
        )

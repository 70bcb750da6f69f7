"""Send every offered text through the engine; what it objects to is not offered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.coaching.lead import IsUsable, list_scene, move_to_top
from bot.core.coaching.story import Line, Story
from bot.core.model import (
    Context,
    Draft,
    Finding,
    Hashtag,
    Hook,
    Language,
    Lead,
    Organisation,
    Severity,
)
from bot.core.policy.engine import PROTECTED, Check, check
from bot.core.policy.reading import Reading

_MOST_APPROVED = 5_000  # texts in contexts; there are some 500 texts


@dataclass(frozen=True)
class Offer:
    """Everything that the coach would put before the author as text to post."""

    line: Line | None
    lead: Lead | None
    hooks: tuple[Hook, ...]
    hashtags: tuple[Hashtag, ...]
    question: str | None
    improved: str | None = None


def find_objections(findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings that are more than a thought."""
    return [finding for finding in findings if finding.severity is not Severity.CONSIDER]


def refuse_found(findings: Sequence[Finding]) -> IsUsable:
    """Make the test whether no finding of weight touches a line."""
    places = [(finding.start, finding.end) for finding in find_objections(findings)]

    def is_usable(line: Line) -> bool:
        return not any(start < line.end and line.start < end for start, end in places)

    return is_usable


def compose_improved(story: Story, line: Line, hashtags: Sequence[Hashtag]) -> str:
    """Compose the author's text with the lead at the top and the tags at the end."""
    text = move_to_top(story, line)
    added = " ".join(tag.tag for tag in hashtags)
    if not added:
        return text
    last = text.rstrip().rsplit("\n", 1)[-1]
    is_tag_line = all(piece.startswith("#") for piece in last.split())
    return text.rstrip() + (" " if is_tag_line else "\n\n") + added


@dataclass
class Approved:
    """Texts of ours, tags and questions of the catalogue, that the engine has read before.

    They are the same for every author, so what was found in them holds as long as the context is
    the same. Nothing that an author wrote is kept here.
    """

    _known: dict[tuple[object, ...], tuple[Organisation, bool]] = field(default_factory=dict)

    def recall(self, text: str, context: Context, language: Language) -> bool | None:
        """Say whether the engine accepted a text; None where it was not asked yet."""
        organisation, is_fine = self._known.get(_make_key(text, context, language), (None, False))
        return is_fine if organisation is context.organisation else None

    def remember(self, text: str, context: Context, language: Language, *, is_fine: bool) -> None:
        """Remember what the engine said."""
        if len(self._known) >= _MOST_APPROVED:
            self._known.clear()
        self._known[_make_key(text, context, language)] = context.organisation, is_fine


def _make_key(text: str, context: Context, language: Language) -> tuple[object, ...]:
    told = (context.date, context.countries, context.settings, context.role, context.network)
    return text, language, context.author_country, *told


def screen_offer(
    offer: Offer, story: Story, draft: Draft, checked: Check, approved: Approved
) -> Offer:
    """Drop what the engine objects to: all at once when it is clean, else piece by piece.

    Whole sentences of the draft have been read where they stand, and what a finding touches was
    never offered; only what is new is read again. A draft with findings is not improved: the
    author changes it first.
    """
    screen = _Screen(draft, checked, approved)
    lead = _list_lead_texts(offer, story, checked.reading)
    hooks = {hook: hook.text for hook in offer.hooks if hook.text != hook.origin}
    offer = replace(
        offer,
        hashtags=tuple(tag for tag in offer.hashtags if screen.approves(tag.tag)),
        question=offer.question if screen.approves(offer.question) else None,
    )
    if not screen.accepts(*lead, *hooks.values()):
        offer = replace(
            offer,
            lead=offer.lead if screen.accepts(*lead) else None,
            hooks=tuple(hook for hook in offer.hooks if screen.accepts(hooks.get(hook))),
        )
    is_flawed = bool(find_objections(checked.findings))
    return offer if is_flawed else replace(offer, improved=_improve(offer, story))


def _improve(offer: Offer, story: Story) -> str | None:
    if offer.lead is None or offer.line is None:
        return None
    return compose_improved(story, offer.line, offer.hashtags)


def _list_lead_texts(offer: Offer, story: Story, reading: Reading) -> list[str]:
    """List what moving the lead makes new: protected speech excused it, or what it leaves."""
    if offer.line is None or not reading.hits(PROTECTED):
        return []
    scene = list_scene(story, offer.line)
    left = [other for other in story.lines if other not in scene]
    at = offer.line.sentence.paragraph
    return [
        " ".join(line.text for line in scene),
        " ".join(line.text for line in left if line.sentence.paragraph == at),
    ]


@dataclass(frozen=True)
class _Screen:
    draft: Draft
    checked: Check
    approved: Approved

    def approves(self, text: str | None) -> bool:
        """Say whether the engine has nothing of weight against a text of ours."""
        if not text:
            return True
        place = text, self.draft.context, self.checked.parsed.language
        known = self.approved.recall(*place)
        if known is None:
            known = self.accepts(text)
            self.approved.remember(*place, is_fine=known)
        return known

    def accepts(self, *offered: str | None) -> bool:
        """Say whether the engine has nothing of weight against texts; nothing is acceptable."""
        text = "\n\n".join(text for text in offered if text and text.strip())
        if not text:
            return True
        language = self.checked.parsed.language
        read = replace(self.draft, text=text, language=language)
        policy, second = self.checked.reading.policy, self.checked.resemblance
        return not find_objections(check(read, policy, second).findings)

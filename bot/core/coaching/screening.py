"""Send every offered text through the engine; what it objects to is not offered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.lead import IsUsable, move_to_top
from bot.core.coaching.story import Line, Story
from bot.core.model import Draft, Finding, Hashtag, Hook, Lead, Severity
from bot.core.policy.engine import Check, check
from bot.core.policy.reading import Reading

_EXCUSES = "protected-speech"  # the vocabulary that silences rules for its whole paragraph


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


def screen_offer(offer: Offer, story: Story, draft: Draft, checked: Check) -> Offer:
    """Drop what the engine objects to: all at once when it is clean, else piece by piece."""
    is_flawed = bool(find_objections(checked.findings))
    screen = _Screen(draft, checked)
    if not is_flawed and screen.accepts("\n\n".join(_new_texts(offer, story, checked.reading))):
        return replace(offer, improved=_improve(offer, story))
    kept = Offer(
        line=offer.line,
        lead=offer.lead if offer.lead and screen.accepts(offer.lead.quote) else None,
        hooks=tuple(hook for hook in offer.hooks if screen.accepts(hook.text)),
        hashtags=tuple(tag for tag in offer.hashtags if screen.accepts(tag.tag)),
        question=offer.question if offer.question and screen.accepts(offer.question) else None,
    )
    improved = None if is_flawed else _improve(kept, story)
    return replace(kept, improved=improved if improved and screen.accepts(improved) else None)


def _improve(offer: Offer, story: Story) -> str | None:
    if offer.lead is None or offer.line is None:
        return None
    return compose_improved(story, offer.line, offer.hashtags)


def _new_texts(offer: Offer, story: Story, reading: Reading) -> list[str]:
    """List what the engine has not read yet: cut hooks, the question, the tags.

    Whole sentences of a draft without findings have been read where they stand. They are read
    again where protected speech excuses a paragraph, because the lead leaves its own.
    """
    texts = [hook.text for hook in offer.hooks if hook.text != hook.origin]
    if offer.line and reading.hits(_EXCUSES):
        texts += [offer.line.text, _paragraph_without(story, offer.line)]
    if offer.question:
        texts.append(offer.question)
    texts.append(" ".join(tag.tag for tag in offer.hashtags))
    return [text for text in texts if text]


def _paragraph_without(story: Story, line: Line) -> str:
    return " ".join(
        other.text
        for other in story.lines
        if other.sentence.paragraph == line.sentence.paragraph and other is not line
    )


@dataclass(frozen=True)
class _Screen:
    draft: Draft
    checked: Check

    def accepts(self, text: str) -> bool:
        """Say whether the engine has nothing of weight against a text."""
        if not text.strip():
            return True
        language = self.checked.parsed.language
        offered = replace(self.draft, text=text, language=language)
        return not find_objections(check(offered, self.checked.reading.policy).findings)

"""Coach a checked draft: the order of the steps, and nothing else."""

from bot.core.coaching.hashtags import (
    HashtagCatalogue,
    Topic,
    choose_question,
    rank_topics,
    suggest_hashtags,
)
from bot.core.coaching.hooks import suggest_hooks
from bot.core.coaching.lead import suggest_lead
from bot.core.coaching.manner import Manner, judge_manner
from bot.core.coaching.messages_coach import QUESTION
from bot.core.coaching.notes import Remarks, compose_notes, compose_waiting_notes, has_question
from bot.core.coaching.preview import preview_draft
from bot.core.coaching.screening import Approved, Offer, refuse_found, screen_offer
from bot.core.coaching.story import Story, read_story
from bot.core.model import Coaching, Draft, Severity
from bot.core.policy.engine import PROTECTED, Check
from bot.core.ports import Embedder

_NOTICE_LINES = 3  # sentences without an "I"; so few are a notice, and a notice may just send
_WORTH_ASKING = 60  # characters; a shorter draft is a remark, not a post


def coach_draft(
    draft: Draft,
    checked: Check,
    catalogue: HashtagCatalogue,
    embedder: Embedder | None,
    *,
    approved: Approved | None = None,
    anyway: bool = False,
) -> Coaching:
    """Coach a draft out of its own words; what must be asked first makes the coach wait.

    Args:
        draft: The draft as received.
        checked: What the engine found in it.
        catalogue: The curated hashtags.
        embedder: Ranks hashtags by meaning; without it their keywords decide.
        approved: What of ours the engine has read before; kept from draft to draft.
        anyway: The author wants the coaching although something must be asked first.
    """
    story = read_story(checked)
    remarks = _begin_remarks(draft, checked, story)
    if not anyway and any(found.severity is Severity.ASK for found in checked.findings):
        return Coaching(notes=compose_waiting_notes(remarks), waits=True)
    if not remarks.manner.takes_story:
        return Coaching(notes=compose_notes(remarks), preview=preview_draft(draft.text))
    lexicon = checked.reading.policy.knowledge.lexicon
    tags = catalogue.add(draft.context.organisation.catalogue)
    topics = rank_topics(story, tags, lexicon, embedder)
    offer = screen_offer(
        _compose_offer(remarks, topics), story, draft, checked, approved or Approved()
    )
    return Coaching(
        lead=offer.lead,
        hooks=offer.hooks,
        hashtags=offer.hashtags,
        preview=preview_draft(draft.text),
        notes=compose_notes(remarks),
        question=offer.question,
        improved=offer.improved,
    )


def _begin_remarks(draft: Draft, checked: Check, story: Story) -> Remarks:
    manner = judge_manner(story, checked.reading)
    return Remarks(
        story=story,
        reading=checked.reading,
        manner=manner,
        context=draft.context,
        answer=draft.answer_language or draft.language or story.parsed.language,
        is_usable=refuse_found(checked.findings),
        asks=_only_sends(story, manner),
    )


def _only_sends(story: Story, manner: Manner) -> bool:
    return (
        manner.takes_story
        and not manner.is_angry
        and len(story.text) >= _WORTH_ASKING
        and not has_question(story)
        and (story.count("story-self") > 0 or len(story.lines) > _NOTICE_LINES)
    )


def _compose_offer(remarks: Remarks, topics: list[Topic]) -> Offer:
    story = remarks.story
    found = suggest_lead(story, remarks.is_usable, remarks.answer)
    line, lead = found or (None, None)
    organisation = remarks.context.organisation
    tags = (
        ()
        if remarks.manner.is_angry
        else (suggest_hashtags(story, topics, organisation, remarks.answer))
    )
    return Offer(
        line=line,
        lead=lead,
        hooks=suggest_hooks(story, remarks.reading, remarks.is_usable),
        hashtags=tags,
        question=_choose_question(remarks, topics),
    )


def _choose_question(remarks: Remarks, topics: list[Topic]) -> str | None:
    if not remarks.asks:
        return None
    story = remarks.story
    if remarks.reading.hits(PROTECTED):  # whoever protests is not asked how they celebrate
        return QUESTION["work"][story.parsed.language]
    fallback = None
    if story.count("story-self"):
        fallback = QUESTION[_choose_matter(story)][story.parsed.language]
    return choose_question(topics, fallback)


def _choose_matter(story: Story) -> str:
    """Say what the most human line is about: what somebody said, who, or how one works."""
    best = story.ranked[0]
    if best.has("quote"):
        return "quote"
    return "person" if best.name or best.has("story-person") else "work"

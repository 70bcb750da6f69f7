"""Compose the messages about the themes of the field."""

from collections.abc import Mapping, Sequence

from bot.core.coaching.replies import say
from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.questions.messages import QUESTIONS
from bot.core.programme.talk.headline import UnreadFeed
from bot.core.programme.talk.themes import Theme
from bot.core.programme.talk.wording import TALK_WORDINGS

TALK, SOURCES = "field-talk", "field-sources"


def compose_talk(themes: Sequence[Theme], language: Language) -> Message:
    """Show the themes, each with headlines to read."""
    wording = TALK_WORDINGS[language]
    if not themes:
        return say("field-talk", wording.nothing, language)
    listings = tuple(
        Listing(
            wording.theme.format(name=theme.name, count=theme.count),
            tuple(f"{one.title} {one.link}" for one in theme.headlines),
        )
        for theme in themes
    )
    parts: tuple[Part, ...] = (
        Paragraph(wording.title, "strong"),
        *listings,
        Paragraph(wording.about, "quiet"),
        Paragraph(wording.share),
        Choices((Choice(wording.question, QUESTIONS),)),
    )
    return Message("field-talk", wording.title, parts, language)


def compose_sources(
    addresses: Sequence[str], unread: Sequence[UnreadFeed], language: Language
) -> Message:
    """Show editors what is read, and what cannot be."""
    wording = TALK_WORDINGS[language]
    if not addresses:
        return say("field-sources", wording.desk_none, language)
    reasons: Mapping[str, str] = {one.address: wording.reasons[one.reason] for one in unread}
    lines = tuple(f"{one}: {reasons.get(one, wording.works)}" for one in addresses)
    parts = (Paragraph(wording.desk, "strong"), Listing("", lines))
    return Message("field-sources", wording.desk, parts, language)

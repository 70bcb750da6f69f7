"""Compose what editors see of a recap before it goes out."""

import datetime
from collections.abc import Sequence

from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Language
from bot.core.programme.highlights.messages import OPEN as HIGHLIGHTS
from bot.core.programme.recaps.composing import (
    Edits,
    compose_section,
    describe_moment,
    find_text,
    is_struck,
)
from bot.core.programme.recaps.recap import (
    FEWEST_VOTES,
    SECTIONS,
    UNSTRUCK,
    UNWRITTEN,
    Occasion,
    RecapInput,
    Section,
)
from bot.core.programme.recaps.wording import RECAP_WORDINGS

# The actions of the buttons: “section language occasion”, or “language occasion”.
OPEN, SEND, SEND_YES = "recap", "recap-send", "recap-send-yes"
STRIKE, PUT_BACK = "recap-strike", "recap-put-back"
REWRITE, WRITE, AS_COMPOSED = "recap-rewrite", "recap-write", "recap-as-composed"


def compose_preview(
    recap: RecapInput,
    edits: Edits,
    language: Language,
    reader: Language,
    *,
    has_channel: bool,
    zone: datetime.tzinfo,
) -> Message:
    """Show the recap in a language, with buttons beside each section, to a reader of another."""
    wording = RECAP_WORDINGS[reader]
    occasion = recap.occasion
    parts: list[Part] = [Paragraph(wording.preview, "strong")]
    if occasion.recap_at is None:
        parts.append(Paragraph(wording.goes_by_hand, "quiet"))
    else:
        when = describe_moment(occasion.recap_at.astimezone(zone), wording)
        parts.append(Paragraph(wording.goes_by_itself.format(when=when), "quiet"))
    if not has_channel:
        parts.append(Paragraph(wording.nowhere))
    told = wording.in_language.format(language=wording.languages[language])
    parts.append(Paragraph(told, "quiet"))
    for section in SECTIONS:
        parts += _show_section(section, recap, edits, language, reader)
    others = tuple(
        Choice(wording.languages[one], OPEN, f"{one} {occasion.name}")
        for one in LANGUAGES
        if one != language
    )
    choices = (
        Choice(wording.send, SEND, f"{language} {occasion.name}", "primary"),
        Choice(wording.highlights, HIGHLIGHTS),
        *others,
    )
    parts.append(Choices(choices))
    return Message("recap-preview", wording.preview, tuple(parts), reader, in_place=True)


def _show_section(
    section: Section, recap: RecapInput, edits: Edits, language: Language, reader: Language
) -> tuple[Part, ...]:
    """Show a section in few parts: pressed in place, all of it has to stay one post."""
    wording = RECAP_WORDINGS[reader]
    title = RECAP_WORDINGS[language].sections[section]
    value = f"{section} {language} {recap.occasion.name}"
    if is_struck(section, edits):
        back = Choices((Choice(wording.put_back, PUT_BACK, value),))
        return (Listing(title, (wording.struck,)), back)
    composed = compose_section(section, recap, edits, language)
    lines = read_words(composed).splitlines() or [wording.empty]
    choices = []
    if section not in UNSTRUCK and composed:
        choices.append(Choice(wording.strike, STRIKE, value))
    if section not in UNWRITTEN:
        choices.append(Choice(wording.rewrite, REWRITE, value))
    if find_text(section, edits, language):
        lines.append(wording.rewritten)
        choices.append(Choice(wording.as_composed, AS_COMPOSED, value))
    return (Listing(title, tuple(lines)), Choices(tuple(choices)))


def compose_form(
    section: Section, text: str, occasion: Occasion, language: Language, reader: Language
) -> Message:
    """Ask an editor for a section in their own words, beginning with what stands there."""
    wording = RECAP_WORDINGS[reader]
    value = f"{section} {language} {occasion.name}"
    save = Choice(wording.save, WRITE, value, "primary")
    form = Form(wording.form_title, wording.form_label, wording.form_hint, save, text)
    return Message("recap-form", wording.form_title, (form,), reader)


def compose_send_question(
    occasion: Occasion, people: int, language: Language, reader: Language, *, has_channel: bool
) -> Message:
    """Say where a recap would go, and ask once more; fewer than ten people are not counted."""
    wording = RECAP_WORDINGS[reader]
    whom = wording.ask_people.format(count=people) if people >= FEWEST_VOTES else wording.ask_few
    channel = (Paragraph(wording.ask_channel),) if has_channel else ()
    value = f"{language} {occasion.name}"
    choices = (
        Choice(wording.send_yes, SEND_YES, value, "primary"),
        Choice(wording.back, OPEN, value),
    )
    parts = (
        Paragraph(wording.ask_send, "strong"),
        *channel,
        Paragraph(whom if people else wording.ask_nobody),
        Choices(choices),
    )
    return Message("recap-send", wording.ask_send, parts, reader, in_place=True)


def read_words(parts: Sequence[Part]) -> str:
    """Give a section's words as an editor may go on with them."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph):
            lines.append(part.text)
        elif isinstance(part, Listing):
            lines += part.items
    return "\n".join(lines)

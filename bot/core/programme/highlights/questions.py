"""Compose what authors see of highlights: the question, their answer, and all of their answers."""

from collections.abc import Sequence

from bot.core.message import Choice, Choices, Form, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.highlights.highlight import Entry
from bot.core.programme.highlights.messages import describe_shown
from bot.core.programme.highlights.showing import show_as
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.posts.messages import DEEDS_OPEN, name_post_shortly
from bot.core.programme.posts.wording import POST_WORDINGS

# The actions of the authors' buttons; their values end in a highlight's id and its fingerprint.
ANSWER, NAME, NAME_WRITE = "highlight-answer", "highlight-name", "highlight-name-write"
QUESTION = "highlight-question"
_LATEST = 8


def compose_question(entry: Entry, name: str, language: Language, *, note: str = "") -> Message:
    """Ask the author, showing both ways in which it would stand there."""
    wording = HIGHLIGHT_WORDINGS[language]
    value = _write_value(entry)
    choices = (
        Choice(wording.with_name, ANSWER, f"name {value}", "primary"),
        Choice(wording.without_name, ANSWER, f"plain {value}"),
        Choice(wording.no, ANSWER, f"no {value}"),
        *_offer_telling(entry, language),
    )
    named = show_as(entry, "name", name or wording.some_name, language)
    parts = (
        *((Paragraph(note),) if note else ()),
        Paragraph(wording.question, "strong"),
        Paragraph(entry.post.link, "quiet"),
        Paragraph(wording.question_next),
        describe_shown(wording.preview_named, named),
        describe_shown(wording.preview_plain, show_as(entry, "plain", "", language)),
        Paragraph(wording.question_end, "quiet"),
        Choices(choices),
    )
    return Message("highlight-question", wording.question, parts, language)


def compose_name_form(
    entry: Entry, name: str, language: Language, *, is_missing: bool = False
) -> Message:
    """Ask how the name should read."""
    wording = HIGHLIGHT_WORDINGS[language]
    save = Choice(wording.save, NAME_WRITE, _write_value(entry), "primary")
    form = Form(wording.name_form, wording.name_label, wording.name_hint, save, name)
    missing: tuple[Part, ...] = (Paragraph(wording.name_missing),) if is_missing else ()
    return Message("highlight-form", wording.name_form, (*missing, form), language)


def compose_answered(entry: Entry, language: Language, *, was_shown: bool = False) -> Message:
    """Show the answer as it is kept now, and how to change it."""
    wording = HIGHLIGHT_WORDINGS[language]
    consent = entry.consent
    if consent is None or consent.answer == "no":
        text = wording.withdrawn if was_shown else wording.thanks_no
        return Message(
            "highlight-answered", text, (Paragraph(text, "strong"),), language, in_place=True
        )
    value = _write_value(entry)
    is_named = consent.answer == "name"
    title = wording.thanks_name if is_named else wording.thanks_plain
    change = (Choice(wording.name_change, NAME, value),) if is_named else ()
    parts = (
        Paragraph(title, "strong"),
        describe_shown("", show_as(entry, consent.answer, consent.name, language)),
        Choices((*change, Choice(wording.withdraw, ANSWER, f"no {value}"))),
    )
    return Message("highlight-answered", title, parts, language, in_place=True)


def compose_consents(entries: Sequence[Entry], language: Language) -> Message:
    """List what is shown of somebody, and what they are asked."""
    wording = HIGHLIGHT_WORDINGS[language]
    latest = [one for one in entries if one.highlight.asked_at][-_LATEST:]
    if not latest:
        none = wording.consents_none
        return Message("consents", none, (Paragraph(none),), language)
    parts: list[Part] = [Paragraph(wording.consents_title, "strong")]
    for entry in latest:
        name = name_post_shortly(entry.post, language)
        state = "shown" if entry.showing and entry.may_be_shown else entry.answer or "asked"
        parts.append(Paragraph(wording.consent_lines[state].format(post=name)))
        if entry.may_be_shown:
            withdraw = Choice(wording.withdraw, ANSWER, f"no {_write_value(entry)}")
            parts.append(Choices((withdraw,)))
        elif entry.answer is None or entry.showing is None:
            parts.append(Choices((Choice(wording.answer_now, QUESTION, entry.highlight.id),)))
    return Message("consents", wording.consents_title, tuple(parts), language)


def _offer_telling(entry: Entry, language: Language) -> Sequence[Choice]:
    """Offer to tell what was done, where nobody knows why it worked."""
    if entry.highlight.why or entry.post.is_told:
        return ()
    label = POST_WORDINGS[language].tell["deeds"]
    return (Choice(label, DEEDS_OPEN, entry.post.id),)


def _write_value(entry: Entry) -> str:
    return f"{entry.highlight.id} {entry.highlight.fingerprint}"

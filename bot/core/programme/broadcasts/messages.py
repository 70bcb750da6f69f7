"""Compose the pages of a broadcast for its editors, up to the preview."""

from collections.abc import Mapping, Sequence

from bot.core.coaching.review import SKIPPED
from bot.core.coaching.wording import WORDINGS
from bot.core.language.quotation import mark_inside
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Finding, Language
from bot.core.policy.wording import shorten
from bot.core.programme.broadcasts.audience import Headcount
from bot.core.programme.broadcasts.broadcast import LONGEST_TEXT, Broadcast, Dossier
from bot.core.programme.broadcasts.checks import Checked
from bot.core.programme.broadcasts.describing import (
    describe_people,
    describe_when,
    describe_whom,
    name_broadcast,
    show_wall,
)
from bot.core.programme.broadcasts.letters import list_hints
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

# The actions of the buttons; a value begins with the id of a broadcast.
LIST, OPEN, NEW = "broadcasts", "broadcast-open", "broadcast-new"
WRITE, SAVE, FALLBACK = "broadcast-write", "broadcast-save", "broadcast-fallback"
FIND_TIP, SEARCH, TAKE_TIP = "broadcast-find-tip", "broadcast-search", "broadcast-tip"
WHOM, WHEN, MOMENT = "broadcast-whom", "broadcast-when", "broadcast-moment"
CLEAR, DISCARD = "broadcast-clear", "broadcast-discard"
PREVIEW, TEST, SEND = "broadcast-preview", "broadcast-test", "broadcast-send"
_SHOWN = 60  # characters of a text on its page


def compose_list(dossiers: Sequence[Dossier], *, has_tips: bool, language: Language) -> Message:
    """Show the latest broadcasts, and offer to write another."""
    wording = BROADCAST_WORDINGS[language]
    title = wording.list_some if dossiers else wording.list_none
    opened = [
        Choice(f"{name_broadcast(one.broadcast, language) or one.draft.id} · "
               f"{wording.states[one.state]}", OPEN, one.draft.id)
        for one in dossiers
    ]  # fmt: skip
    new = [Choice(wording.new, NEW, style="primary")]
    if has_tips:
        new.append(Choice(wording.from_tip, FIND_TIP))
    parts: list[Part] = [Paragraph(title, "strong")]
    if opened:
        parts.append(Choices(tuple(opened)))
    return Message("broadcasts", title, (*parts, Choices(tuple(new))), language)


def compose_languages(name: str, language: Language) -> Message:
    """Ask in which language an editor writes first."""
    wording = BROADCAST_WORDINGS[language]
    choices = tuple(Choice(wording.languages[one], WRITE, f"{name} {one}") for one in LANGUAGES)
    parts = (Paragraph(wording.ask_language, "strong"), Choices(choices))
    return Message("broadcast-language", wording.ask_language, parts, language, in_place=True)


def compose_form(name: str, of: Language, before: str, language: Language) -> Message:
    """Ask for the text in one language."""
    wording = BROADCAST_WORDINGS[language]
    save = Choice(wording.save, SAVE, f"{name} {of}", "primary")
    form = Form(wording.write_title[of], wording.write_label, wording.write_hint, save, before)
    return Message("broadcast-form", wording.write_label, (form,), language)


def compose_page(
    broadcast: Broadcast,
    headcount: Headcount,
    language: Language,
    *,
    note: str = "",
    state: str = "",
) -> Message:
    """Show a draft, and offer to change it."""
    wording = BROADCAST_WORDINGS[language]
    name = broadcast.id
    title = wording.page.format(id=name, state=state or wording.states["draft"])
    lines = [_describe_text(broadcast, one, language) for one in LANGUAGES]
    lines = [line for line in lines if line] or [wording.text_missing]
    lines += [
        wording.whom_line.format(whom=describe_whom(broadcast.whom, language)),
        wording.when_line.format(when=describe_when(broadcast.when, language)),
        wording.people_line.format(people=describe_people(headcount, language)),
    ]
    texts = [
        Choice(
            (wording.edit if one in broadcast.texts else wording.add).format(
                language=wording.languages[one]
            ),
            WRITE,
            f"{name} {one}",
        )
        for one in LANGUAGES
    ]
    if 1 < len(broadcast.texts) < len(LANGUAGES):
        other = next(one for one in broadcast.languages if one != broadcast.fallback)
        label = wording.fallback.format(language=wording.languages[other])
        texts.append(Choice(label, FALLBACK, f"{name} {other}"))
    further = (
        Choice(wording.whom, WHOM, name),
        Choice(wording.when, WHEN, name),
        Choice(wording.preview, PREVIEW, name, "primary"),
        Choice(wording.discard, DISCARD, name, "danger"),
    )
    parts: list[Part] = [Paragraph(note)] if note else []
    parts += [
        Paragraph(title, "strong"),
        Listing("", tuple(lines)),
        Choices(tuple(texts)),
        Choices(further),
    ]
    return Message("broadcast-page", note or title, tuple(parts), language, in_place=True)


def _describe_text(broadcast: Broadcast, of: Language, language: Language) -> str:
    wording = BROADCAST_WORDINGS[language]
    name = wording.languages[of]
    text = broadcast.texts.get(of)
    if text is None:
        fallback = wording.languages[broadcast.fallback]
        is_other = bool(broadcast.texts)
        return wording.text_other.format(language=name, fallback=fallback) if is_other else ""
    words = " ".join(f"{text.title}: {text.text}".removeprefix(": ").split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    words = WORDINGS[language].quoted.format(text=shown)
    return wording.text_own.format(language=name, words=words)


def compose_findings(
    broadcast: Broadcast, checked: Sequence[Checked], language: Language
) -> Message | None:
    """Show what the engine found in the texts; None where that is nothing."""
    wording = BROADCAST_WORDINGS[language]
    parts: list[Part] = []
    for one in checked:
        lines = [_describe_finding(found, language) for found in one.findings]
        notes = one.review.coaching.notes if one.review else ()
        lines += [note.text for note in notes if note.kind == SKIPPED]
        if lines:
            title = wording.findings.format(language=wording.languages[one.language])
            parts.append(Listing(title, tuple(lines)))
    is_never = any(one.is_never for one in checked)
    waits = any(one.waits for one in checked)
    if not parts and not waits:
        return None
    summary = wording.never if is_never else wording.waits
    if not waits:
        summary = parts[0].title if isinstance(parts[0], Listing) else ""
    elif broadcast.is_cleared and not is_never:
        summary = wording.cleared
    if waits:
        parts.append(Paragraph(summary, "strong"))
    edits = [
        Choice(
            wording.edit.format(language=wording.languages[one.language]),
            WRITE,
            f"{broadcast.id} {one.language}",
        )
        for one in checked
        if one.findings or one.waits
    ]
    if waits and not is_never and not broadcast.is_cleared:
        edits.append(Choice(wording.clear, CLEAR, f"{broadcast.id} {broadcast.words}"))
    return Message("broadcast-findings", summary, (*parts, Choices(tuple(edits))), language)


def _describe_finding(found: Finding, language: Language) -> str:
    quote = WORDINGS[language].quoted.format(text=mark_inside(shorten(found.quote), language))
    return f"{quote}: {found.message} {found.fix}"


def compose_ready(
    broadcast: Broadcast, headcount: Headcount, tight: Sequence[str], language: Language
) -> Message:
    """Say below a preview whom it reaches and what to know, and offer to send."""
    wording = BROADCAST_WORDINGS[language]
    title = wording.ready.format(
        whom=describe_whom(broadcast.whom, language),
        people=describe_people(headcount, language),
        when=describe_when(broadcast.when, language),
    )
    known = [wording.ready_hours, wording.ready_cap]
    known += [wording.hints[hint] for hint in list_hints(broadcast)]
    send = wording.send
    if broadcast.when is not None:
        send = wording.schedule.format(moment=show_wall(broadcast.when, language))
    value = f"{broadcast.id} {broadcast.fingerprint}"
    choices = [Choice(wording.test, TEST, broadcast.id)]
    if tight:
        known.append(wording.obstacles["too-long"].format(channels=", ".join(tight)))
    else:
        choices.append(Choice(send, SEND, value, "primary"))
    choices.append(Choice(wording.back, OPEN, broadcast.id))
    parts = (Paragraph(title, "strong"), Listing("", tuple(known)), Choices(tuple(choices)))
    return Message("broadcast-ready", title, parts, language)


def compose_refusal(
    name: str, obstacle: str, language: Language, values: Mapping[str, str]
) -> Message:
    """Say what stands in the way, with the way back to the page."""
    wording = BROADCAST_WORDINGS[language]
    sentences = {"gone": wording.gone, "not-now": wording.not_now, "never": wording.never}
    sentences |= {"waits": wording.waits, **wording.obstacles}
    text = sentences[obstacle].format(**values)
    back = Choice(wording.back, LIST if obstacle == "gone" else OPEN, name)
    parts = (Paragraph(text, "strong"), Choices((back,)))
    return Message("broadcast-refused", text, parts, language)


def describe_too_long(length: int, language: Language) -> str:
    """Say that a text is too long."""
    return BROADCAST_WORDINGS[language].too_long.format(length=length, most=LONGEST_TEXT)

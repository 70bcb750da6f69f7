"""Compose the messages around the launch of a group."""

import datetime
from collections.abc import Sequence

from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Copyable, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Language
from bot.core.programme.launch.wording import LAUNCH_WORDINGS
from bot.core.programme.launch_kit import LaunchKitText, fill_placeholders, join_names

# The actions of the buttons.
LAUNCH, START, STARTED, ASK_ALL, SHOW = (
    "launch", "launch-start", "launch-started", "launch-ask", "launch-show",
)  # fmt: skip
YES, NO, NAMED = "launch-yes", "launch-no", "launch-named"


def compose_desk(
    start: datetime.date | None, names: Sequence[str], language: Language, *, note: str = ""
) -> Message:
    """Show editors how far the launch is."""
    wording = LAUNCH_WORDINGS[language]
    day = wording.start.format(day=write_day(start, language)) if start else wording.no_start
    parts: list[Part] = [Paragraph(note, "strong")] if note else []
    parts += [Paragraph(wording.title, "strong"), Paragraph(day)]
    parts.append(Listing(wording.named, tuple(names)) if names else Paragraph(wording.nobody_named))
    choices = [Choice(wording.set_start, START)]
    if start:
        choices.append(Choice(wording.ask_all, ASK_ALL))
        choices += [Choice(LAUNCH_WORDINGS[one].show, SHOW, one) for one in LANGUAGES]
    parts.append(Choices(tuple(choices)))
    return Message("launch", note or wording.title, tuple(parts), language)


def compose_start_form(start: datetime.date | None, language: Language) -> Message:
    """Ask for the day."""
    wording = LAUNCH_WORDINGS[language]
    choice = Choice(wording.save, STARTED, style="primary")
    text = write_day(start, language) if start else ""
    form = Form(wording.start_label, wording.set_start, wording.start_hint, choice, text)
    return Message("launch-form", wording.start_label, (form,), language)


def compose_start_unread(language: Language) -> Message:
    """Say that a day cannot be, and offer to write another."""
    wording = LAUNCH_WORDINGS[language]
    parts = (Paragraph(wording.start_unread), Choices((Choice(wording.set_start, START),)))
    return Message("launch-unread", wording.start_unread, parts, language)


def compose_kit(kit: LaunchKitText, values: tuple[str, str, str], language: Language) -> Message:
    """Show the texts, filled with names, company and start, each to copy."""
    wording = LAUNCH_WORDINGS[language]
    texts = (
        (wording.announcement, kit.announcement),
        (wording.managers, kit.managers),
        (wording.colleagues, kit.colleagues),
    )
    parts: list[Part] = [
        Copyable(title, _begin_large(fill_placeholders(text, *values)), wording.copy)
        for title, text in texts
    ]
    questions = "\n\n".join(f"{one.question}\n{one.answer}" for one in kit.questions)
    parts.append(Copyable(wording.questions, fill_placeholders(questions, *values), wording.copy))
    return Message("launch-kit", wording.title, tuple(parts), language)


def name_group(names: Sequence[str], others: int, language: Language) -> str:
    """Name those who agreed, and say that there are others where there are."""
    wording = LAUNCH_WORDINGS[language]
    if not names:
        return wording.some
    is_more = others > 0 or len(names) == 1  # the sentences speak of several
    return join_names([*names, *([wording.others] if is_more else [])], language)


def compose_consent(
    kit: LaunchKitText, values: tuple[str, str, str], start: datetime.date, language: Language
) -> Message:
    """Ask an ambassador whether they may be named."""
    wording = LAUNCH_WORDINGS[language]
    text = fill_placeholders(kit.consent, *values)
    choices = (
        Choice(wording.yes, YES, start.isoformat(), "primary"),
        Choice(wording.no, NO, start.isoformat()),
    )
    return Message("launch-consent", text, (Paragraph(text), Choices(choices)), language)


def compose_name_form(name: str, start: datetime.date, language: Language) -> Message:
    """Ask how a name is written."""
    wording = LAUNCH_WORDINGS[language]
    choice = Choice(wording.save, NAMED, start.isoformat(), "primary")
    form = Form(wording.ask_name, wording.name_label, wording.name_hint, choice, name)
    return Message("launch-form", wording.ask_name, (form,), language)


def compose_kept(name: str, start: datetime.date, language: Language) -> Message:
    """Say as whom somebody will be named, and how to take it back."""
    wording = LAUNCH_WORDINGS[language]
    text = wording.kept.format(name=name)
    choices = Choices((Choice(wording.withdraw, NO, start.isoformat()),))
    return Message("launch-kept", text, (Paragraph(text, "strong"), choices), language)


def _begin_large(text: str) -> str:
    """Begin with a capital: a text may begin with what was filled in."""
    return text[:1].upper() + text[1:]

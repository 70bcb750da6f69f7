"""Compose what an editor reads while writing a call."""

from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Language
from bot.core.programme.cohorts.call import FEWEST_PLACES, MOST_PLACES, Call
from bot.core.programme.cohorts.wording import COHORT_WORDINGS

# The actions of the buttons.
NEW, SET, WRITE, OPEN = "call-new", "call-set", "call-write", "call-open"


def compose_begin(language: Language, note: str = "") -> Message:
    """Lead to the first form: in Slack only a press opens one."""
    wording = COHORT_WORDINGS[language]
    text = note or wording.begin
    parts = (Paragraph(text), Choices((Choice(wording.give_name, NEW, style="primary"),)))
    return Message("call-begin", text, parts, language)


def compose_name_form(known: str, language: Language) -> Message:
    """Ask for the group's name."""
    wording = COHORT_WORDINGS[language]
    send = Choice(wording.save, WRITE, "name", "primary")
    form = Form(wording.ask_name, wording.name_label, wording.name_hint, send, known)
    return Message("call-form", wording.name_label, (form,), language)


def compose_text_form(of: Language, known: str, language: Language) -> Message:
    """Ask for the text in a language."""
    wording = COHORT_WORDINGS[language]
    title = wording.change_text.format(language=wording.languages[of])
    send = Choice(wording.save, WRITE, f"text {of}", "primary")
    form = Form(title, wording.text_label, wording.text_hint, send, known)
    return Message("call-form", wording.text_label, (form,), language)


def compose_draft(draft: Call, language: Language, note: str = "") -> Message:
    """Show a call that is being written, with what can be changed."""
    wording = COHORT_WORDINGS[language]
    until = write_day(draft.until, language) if draft.until else ""
    values = {"name": draft.name, "places": draft.places, "day": until}
    lines = tuple(line.format(**values) for line in wording.draft_lines)
    title = note or wording.draft_title
    parts: list[Part] = [Paragraph(title, "strong"), Listing("", lines)]
    for one in LANGUAGES:
        if text := draft.texts.get(one):
            label = wording.draft_text.format(language=wording.languages[one])
            parts += [Paragraph(label, "quiet"), Paragraph(text)]
    choices = [Choice(wording.change_name, SET, "name")]
    for one in LANGUAGES:
        label = wording.change_text.format(language=wording.languages[one])
        choices.append(Choice(label, SET, f"text {one}"))
    choices.append(Choice(wording.change_places, SET, "places"))
    choices.append(Choice(wording.change_until, SET, "until"))
    if draft.texts:
        choices.insert(0, Choice(wording.open, OPEN, draft.id, "primary"))
    else:
        parts.append(Paragraph(wording.draft_missing))
    return Message("call-draft", title, (*parts, Choices(tuple(choices))), language, in_place=True)


def compose_places_question(language: Language) -> Message:
    """Ask how many places there are."""
    question = COHORT_WORDINGS[language].ask_places
    numbers = range(FEWEST_PLACES, MOST_PLACES + 1)
    choices = tuple(Choice(str(one), SET, f"places {one}") for one in numbers)
    parts = (Paragraph(question, "strong"), Choices(choices))
    return Message("call-set", question, parts, language, in_place=True)


def compose_until_question(language: Language) -> Message:
    """Ask how long people may apply."""
    wording = COHORT_WORDINGS[language]
    choices = tuple(Choice(label, SET, f"until {weeks}") for weeks, label in wording.weeks.items())
    parts = (Paragraph(wording.ask_until, "strong"), Choices(choices))
    return Message("call-set", wording.ask_until, parts, language, in_place=True)

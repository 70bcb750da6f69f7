"""Forms in a window of their own: more room to write than on a card. The form on the card stays.

By learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
a button with `msteams.type` “task/fetch” asks us for the window, and what is written in it comes as
“task/submit”. In a window only Action.Submit works. What the window shows travels with the button:
whoever answers keeps nothing of it.
"""

from collections.abc import Mapping
from typing import Any

from bot.channels.payload import mapping, word
from bot.channels.teams.elements import Element, shorten_text, weigh
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.message import Form
from bot.core.model import LANGUAGES, Language

CARD = "application/vnd.microsoft.card.adaptive"
VERSION = "1.5"  # the newest that Teams knows
WORDS = "words"  # the id of a form's field, on a card and in a window
LONGEST_WORDS = 10_000  # as long as a draft may be
TOLD = "jourfix"  # our own name in the data: inputs stand beside it
_SHOWN = "window"
_HEAVIEST_TEXT = 4_000  # characters of JSON; a longer text is changed on the card
_LONGEST_TITLE, _LONGEST_LABEL, _LONGEST_HINT = 200, 100, 300


def render_field(label: str, hint: str, text: str, language: Language) -> Element:
    """Give a field to write into."""
    field: Element = {
        "type": "Input.Text",
        "id": WORDS,
        "label": label,
        "placeholder": hint,
        "isMultiline": True,
        "isRequired": True,
        "errorMessage": TEAMS_WORDINGS[language].missing,
        "maxLength": LONGEST_WORDS,
    }
    if text:
        field["value"] = text
    return field


def render_opener(form: Form, told: Mapping[str, object], language: Language) -> Element | None:
    """Give the button that opens the window; None for a text that is too long to travel."""
    if weigh(form.text) > _HEAVIEST_TEXT:
        return None
    shown = {
        "title": shorten_text(form.title or form.label, _LONGEST_TITLE),
        "label": shorten_text(form.label or form.title, _LONGEST_LABEL),
        "hint": shorten_text(form.hint, _LONGEST_HINT),
        "text": shorten_text(form.text, LONGEST_WORDS),
        "submit": shorten_text(form.choice.label, _LONGEST_LABEL),
    }
    return {
        "type": "Action.Submit",
        "title": TEAMS_WORDINGS[language].window,
        "associatedInputs": "none",
        "data": {"msteams": {"type": "task/fetch"}, **told, _SHOWN: shown},
    }


def open_window(value: object) -> Element | None:
    """Give the window that a button asked for; None where the button is none of ours."""
    data = mapping(mapping(value).get("data"))
    told, shown = mapping(data.get(TOLD)), mapping(data.get(_SHOWN))
    if not word(told.get("action")) or not shown:
        return None
    language = _read_language(told)
    wording = TEAMS_WORDINGS[language]
    field = render_field(
        word(shown.get("label"), _LONGEST_LABEL) or wording.window,
        word(shown.get("hint"), _LONGEST_HINT),
        word(shown.get("text"), LONGEST_WORDS),
        language,
    )
    submit = {
        "type": "Action.Submit",
        "title": word(shown.get("submit")) or wording.window,
        "data": {TOLD: told},
    }
    card = {
        "type": "AdaptiveCard",
        "version": VERSION,
        "lang": language,
        "fallbackText": wording.window,
        "body": [field, {"type": "ActionSet", "actions": [submit]}],
    }
    return {
        "title": word(shown.get("title"), _LONGEST_TITLE) or wording.window,
        "width": "large",
        "height": "medium",
        "card": {"contentType": CARD, "content": card},
    }


def _read_language(told: Mapping[str, Any]) -> Language:
    return next((known for known in LANGUAGES if known == told.get("language")), "en")

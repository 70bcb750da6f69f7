"""Buttons and fields: how they look, and what comes back when somebody presses or writes.

A press comes back as an invoke `adaptiveCard/action` whose action has the verb VERB and the data
that `tell_choice` gives; from a client that does not know Action.Execute, as a message with this
data as its value. What was written into a form stands beside it, under `dialogs.WORDS`.
"""

from collections.abc import Iterator, Sequence

from bot.channels.teams.dialogs import LONGEST_WORDS, TOLD, render_field, render_opener
from bot.channels.teams.elements import Element, shorten_text, write_heading
from bot.core.message import Choice, Form, Link
from bot.core.model import Language

VERB = "choose"
MOST_BUTTONS = 6  # in one set; Teams shows no more
_LONGEST_LABEL = 100
_LONGEST_HINT = 300
_STYLES = {"plain": "default", "primary": "positive", "danger": "destructive"}


def tell_choice(choice: Choice, language: Language) -> Element:
    """Give what a press tells us."""
    told = {"action": choice.action, "value": choice.value, "language": language}
    return {TOLD: told}


def render_buttons(choices: Sequence[Choice], language: Language) -> Iterator[Element]:
    """Give buttons in sets that Teams shows whole; they do not ask for a form's words."""
    for first in range(0, len(choices), MOST_BUTTONS):
        some = choices[first : first + MOST_BUTTONS]
        yield _render_set([_render_button(one, language, inputs="none") for one in some])


def render_form(form: Form, language: Language) -> Iterator[Element]:
    """Give a field to write into, with its button, and one that opens a window with more room."""
    label = shorten_text(form.label or form.title, _LONGEST_LABEL)
    hint = shorten_text(form.hint, _LONGEST_HINT)
    opener = render_opener(form, tell_choice(form.choice, language), language)
    yield from write_heading(form.title, "Large")
    yield render_field(label, hint, shorten_text(form.text, LONGEST_WORDS), language)
    buttons = [_render_button(form.choice, language, inputs="auto")]
    yield _render_set([*buttons, opener] if opener else buttons)


def render_link(link: Link) -> Iterator[Element]:
    """Give a button that opens a page, where the page can be reached from Teams."""
    if link.is_absolute:
        title = shorten_text(link.label.strip() or link.address, _LONGEST_LABEL)
        yield _render_set([{"type": "Action.OpenUrl", "title": title, "url": link.address}])


def _render_set(buttons: list[Element]) -> Element:
    return {"type": "ActionSet", "spacing": "Medium", "actions": buttons}


def _render_button(choice: Choice, language: Language, *, inputs: str) -> Element:
    button: Element = {
        "title": shorten_text(choice.label, _LONGEST_LABEL),
        "data": tell_choice(choice, language),
        "associatedInputs": inputs,
        "style": _STYLES[choice.style],
    }
    submit = {"type": "Action.Submit", **button}
    return {"type": "Action.Execute", "verb": VERB, **button, "fallback": submit}

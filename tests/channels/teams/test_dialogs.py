"""A form in a window of its own: opened from a card, read like the card."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.teams.choices import tell_choice
from bot.channels.teams.dialogs import open_window, render_opener
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.message import Choice, Form
from bot.core.model import LANGUAGES, Language
from tests.fakes.teams.cards import CARD, check_card
from tests.fakes.teams.person import TeamsPerson

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team."
_SEND = Choice("Send", "case-reply", "change AB12")


def open_it(form: Form, language: Language = "en") -> dict[str, Any]:
    button = render_opener(form, tell_choice(form.choice, language), language)
    assert button
    assert button["associatedInputs"] == "none"  # an empty field on the card is no obstacle
    window = open_window({"data": json.loads(json.dumps(button["data"]))})
    assert window
    assert window["card"]["contentType"] == CARD
    check_card(window["card"]["content"])
    return window


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_shows_what_the_card_showed(language: Language) -> None:
    window = open_it(Form("Your answer", "Your words", "A sentence.", _SEND, "Mine"), language)
    field, buttons = window["card"]["content"]["body"]
    assert window["title"] == "Your answer"
    assert (field["label"], field["placeholder"], field["value"]) == (
        "Your words",
        "A sentence.",
        "Mine",
    )
    assert field["errorMessage"] == TEAMS_WORDINGS[language].missing
    (button,) = buttons["actions"]
    assert (button["type"], button["title"]) == ("Action.Submit", "Send")
    assert button["data"] == tell_choice(_SEND, language)


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=600))
def test_any_words_come_through(title: str, hint: str, text: str) -> None:
    window = open_it(Form(title, "Label", hint, _SEND, text))
    clean = text.encode("utf-8", "replace").decode().replace("\x00", "\ufffd")
    assert window["card"]["content"]["body"][0].get("value", "") == clean


def test_a_long_text_stays_on_the_card() -> None:
    assert render_opener(Form("T", "L", "H", _SEND, "ä" * 1_000), {}, "de") is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["data", "jourfix", "window", "action", "text"]), inner)
    ),
    max_leaves=12,
)


@given(json_values)
def test_whatever_asks_for_a_window_gets_one_or_none(value: object) -> None:
    window = open_window(value)
    assert window is None or window["card"]["contentType"] == CARD


def test_the_next_version_may_be_written_in_a_window(ada: TeamsPerson) -> None:
    ada.say(_LAUNCH)
    assert ada.read().kind == "review"
    ada.choose("revise")
    assert ada.read().kind == "revise-form"
    window = ada.open_window()
    assert window["card"]["content"]["body"][0]["value"] == _LAUNCH
    ada.submit_window(window, _LAUNCH.replace("Zelvaro ist da", "Es ist geschafft"))
    again = ada.read()
    assert again.kind == "review"
    assert "Alles erledigt" in again.words

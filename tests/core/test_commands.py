"""Whole messages that are no draft."""

import pytest

from bot.core.commands import read_small_talk


@pytest.mark.parametrize(
    "text",
    [
        "Danke dir!",
        "ok, bedankt",
        "thanks, very helpful!",
        "Vielen Dank für die Hilfe",
        "Dankjewel!",
        "Thank you so much 🙏",
        "Super, danke!",
        "Dank je wel",
        "Cheers",
    ],
)
def test_thanks(text: str) -> None:
    assert read_small_talk(text) == "thanks"


@pytest.mark.parametrize(
    "text",
    [
        ":tada:",
        "ja",
        "nein",
        "👍",
        "?",
        "Yes!",
        "nee",
        "ok",
        "Okay.",
        "alles klar",
        "😀😀",
        "???",
        "komt goed",
        "got it",
    ],
)
def test_yes_no_and_signs(text: str) -> None:
    assert read_small_talk(text) == "press"


@pytest.mark.parametrize(
    "text",
    [
        "Danke an alle, die heute da waren!",
        "Thanks to our night shift!",
        "Bedankt team nachtdienst!",
        "Crimson!",
        "Great day at the lab",
        "",
        "Danke Zelvaro!",
        "Super Team",
    ],
)
def test_drafts_are_no_small_talk(text: str) -> None:
    assert not read_small_talk(text)

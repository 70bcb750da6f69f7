"""People named in a draft, and handles."""

import pytest

from bot.core.model import Organisation
from tests.core.policy.detectors.conftest import Found


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("titled", "Heute kam Frau Wieczorek zu uns auf die Station.", ["Frau Wieczorek"]),
        ("titled", "Vandaag kwam mevrouw Jansen bij ons langs.", ["mevrouw Jansen"]),
        ("titled", "Today Mrs Henderson came to see us.", ["Mrs Henderson"]),
        ("full", "Gestern hat Sabine Müller uns alle besucht.", ["Sabine Müller"]),
        ("full", "Yesterday we met Charlotte Henderson in town.", ["Charlotte Henderson"]),
        ("initial", "Heute kam Frau W. zu uns auf die Station.", ["Frau W"]),
        ("titled", "Gestern hat Sabine Müller uns alle besucht.", []),
    ],
)
def test_people_are_found_by_title_name_or_initial(
    found: Found, kind: str, text: str, words: list[str]
) -> None:
    assert found("person", text, {"kind": kind}) == words


@pytest.mark.parametrize(
    "text", ["Der Frau Holle Express fährt heute.", "Meine Kollegin lacht viel.", "We love May."]
)
def test_not_every_capital_is_a_name(found: Found, text: str) -> None:
    assert found("person", text) == []


def test_handles_other_than_the_employers_are_found(found: Found) -> None:
    ours = Organisation("Acme", handles={"linkedin": "acme-care"})
    text = "Thanks @anna_b and @acme-care, mail me at x@acme.example."
    assert found("handle", text, organisation=ours) == ["@anna_b"]

"""What a person reads of a finding: whole words, right cases, and whom to ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, Context, Language, Organisation
from bot.core.policy.reading import Hit
from bot.core.policy.wording import ask_to_look, fill_placeholders, shorten
from tests.fakes.policies import DAY


def fill(text: str, language: Language, organisation: Organisation | None = None) -> str:
    context = Context(DAY, organisation) if organisation else Context(DAY)
    return fill_placeholders(text, "", Hit(0, 1), context, language)


@given(st.lists(st.text("abcä", min_size=1, max_size=12), max_size=60).map(" ".join))
def test_a_shortened_quote_keeps_whole_words(quote: str) -> None:
    words = quote.split()
    begin, cut, end = shorten(quote).partition(" … ")
    assert len(begin + cut + end) <= 91
    assert words[: len(begin.split())] == begin.split()
    assert not cut or words[-len(end.split()) :] == end.split()


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert shorten("x" * 200) == f"{'x' * 44} … {'x' * 44}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_to_ask_begins_a_sentence_with_a_capital(language: Language) -> None:
    begun = fill("{contact.comms} helps. {contact.legal} too, or {contact.privacy}.", language)
    first, second = begun.split(". ")
    assert first[0].isupper()
    assert second[0].isupper()
    assert f" {fill('or {contact.privacy}', language)[3:]}" in second


def test_an_address_stays_as_it_is_written() -> None:
    organisation = Organisation("Nordhafen", contacts={"comms": "social@nordhafen.example"})
    assert fill("{contact.comms} helps.", "en", organisation).startswith("social@")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_two_signals_found_asks_somebody_to_look_once(language: Language) -> None:
    asked = ask_to_look("Leave it out.", language)
    assert asked.startswith("Leave it out. ")
    assert ask_to_look("Ask {contact.comms}.", language) == "Ask {contact.comms}."


def test_a_quotation_within_ours_has_single_marks() -> None:
    said = fill_placeholders("„{found}“ verspricht viel.", "„Ich kann “nie” wieder“", Hit(0, 1), Context(DAY), "de")  # fmt: skip
    assert said == "„‚Ich kann ‘nie’ wieder‘“ verspricht viel."

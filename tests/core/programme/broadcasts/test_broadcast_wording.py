"""The sentences about broadcasts: the same blanks in every language, short where they must be."""

import dataclasses
import string
from collections.abc import Iterator

import pytest

from bot.core.model import LANGUAGES, Language
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


def list_sentences(language: Language) -> Iterator[tuple[str, str]]:
    wording = BROADCAST_WORDINGS[language]
    for field in dataclasses.fields(wording):
        value = getattr(wording, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, tuple):
            yield from ((f"{field.name} {at}", one) for at, one in enumerate(value))
        else:
            yield from ((f"{field.name} {key}", one) for key, one in value.items())


def find_blanks(sentence: str) -> set[str]:
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_blanks(language: Language) -> None:
    english = {name: find_blanks(text) for name, text in list_sentences("en")}
    assert {name: find_blanks(text) for name, text in list_sentences(language)} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_forms_fit_a_modal_of_slacks(language: Language) -> None:
    wording = BROADCAST_WORDINGS[language]
    titles = [*wording.write_title.values(), wording.tip_title, wording.other_moment]
    assert all(len(one) <= 24 for one in [*titles, wording.save, wording.tip_search])
    assert all(len(one) <= 150 for one in (wording.write_hint, wording.moment_hint))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty_or_written_by_a_machine(language: Language) -> None:
    for name, text in list_sentences(language):
        assert text.strip(), name
        assert "—" not in text, name
        assert "*" not in text, name

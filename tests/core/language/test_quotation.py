"""A quotation within one of ours has the other marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.quotation import mark_inside
from bot.core.model import LANGUAGES, Language

_OURS: dict[Language, str] = {"de": "„“", "nl": "‘’", "en": "“”"}


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("de", "„Ist das die Frühschicht?“, fragt sie", "‚Ist das die Frühschicht?‘, fragt sie"),
        ("de", 'Er sagt "Na los" und geht', "Er sagt 'Na los' und geht"),
        ("en", "“Is this seat taken?” he asks", "‘Is this seat taken?’ he asks"),
        ("nl", "‘Zit hier iemand?’ vraagt hij", "“Zit hier iemand?” vraagt hij"),
        ("nl", "'Mag ik de foto's zien?' vroeg ze", "“Mag ik de foto's zien?” vroeg ze"),
        ("nl", "Foto’s van oma’s tuin, ’s avonds", "Foto’s van oma’s tuin, ’s avonds"),
        ("nl", "„Kom binnen”, zei hij", "“Kom binnen”, zei hij"),
    ],
)
def test_inner_marks_differ_from_ours(language: Language, text: str, marked: str) -> None:
    assert mark_inside(text, language) == marked


@given(st.text(st.sampled_from("ab „“”‘’‚'\"«»s\n")), st.sampled_from(LANGUAGES))
def test_only_marks_change(text: str, language: Language) -> None:
    marked = mark_inside(text, language)
    assert len(marked) == len(text)
    assert all(now == then or then in "„“”‘’‚'\"«»" for now, then in zip(marked, text, strict=True))


@given(st.text('ab „“”"', max_size=20), st.sampled_from(("de", "en")))
def test_none_of_our_own_marks_is_left(text: str, language: Language) -> None:
    assert not set(mark_inside(text, language)) & set(_OURS[language])

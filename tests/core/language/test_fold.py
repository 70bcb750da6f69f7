import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.fold import fold, fold_word

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=200)


@given(ANY_TEXT)
def test_folded_text_is_ascii_and_every_sign_is_traceable(text: str) -> None:
    folded = fold(text)
    assert folded.text.isascii()
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(ANY_TEXT, st.data())
def test_spans_follow_one_another_without_overlap(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    cut = data.draw(st.integers(0, len(folded.text)))
    if 0 < cut < len(folded.text):
        assert folded.span(0, cut)[1] == folded.span(cut, len(folded.text))[0]


def test_one_word_looks_the_same_however_it_is_written() -> None:
    spellings = [
        "Ludarvo",
        "LUDARVO",
        "Lu\u00addarvo",
        "Lu\u200bdar\u200dvo",
        "𝗟𝘂𝗱𝗮𝗿𝘃𝗼",
        "Ｌｕｄａｒｖｏ",
        "Ludаrvо",  # Cyrillic a and o
        "L\u0301udarvo",
    ]
    assert {fold(spelling).text for spelling in spellings} == {"ludarvo"}


def test_the_span_of_a_word_with_combining_marks_holds_the_marks() -> None:
    text = "ein " + unicodedata.normalize("NFD", "Ärztehaus") + "!"
    folded = fold(text)
    at = folded.text.index("arztehaus")
    start, end = folded.span(at, at + len("arztehaus"))
    assert unicodedata.normalize("NFC", text[start:end]) == "Ärztehaus"


def test_german_words_are_looked_up_as_people_type_them() -> None:
    assert fold_word("Ärztin", "de") == "aerztin"
    assert fold_word("Größe", "de") == "groesse"
    assert fold_word("coördinator", "nl") == "coordinator"

from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.words import detect_language, parse


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_every_word_and_sentence_is_a_slice_of_the_text(text: str) -> None:
    parsed = parse(text)
    for word in parsed.words:
        assert text[word.start : word.end] == word.written
    assert all(0 <= s.start < s.end <= len(text) for s in parsed.sentences)
    assert all(
        a.end <= b.start for a, b in zip(parsed.sentences, parsed.sentences[1:], strict=False)
    )


def test_a_mixed_draft_is_read_sentence_by_sentence() -> None:
    parsed = parse(
        "Heute war ein guter Tag bei uns im Labor. We all had cake in the afternoon. "
        "Daarna gingen we met de fiets naar huis."
    )
    assert [sentence.language for sentence in parsed.sentences] == ["de", "en", "nl"]


def test_a_tag_is_its_words() -> None:
    parsed = parse("Freude bei uns allen heute #TeamNordhafen #pflege")
    assert [word.form for word in parsed.words if word.tag] == ["team", "nordhafen", "pflege"]


def test_paragraphs_are_counted() -> None:
    parsed = parse("Erste Zeile hier.\n\nZweiter Absatz hier. Noch ein Satz.\r\n\r\nDritter hier.")
    assert [sentence.paragraph for sentence in parsed.sentences] == [0, 1, 1, 2]


def test_nobody_guesses_the_language_of_a_word() -> None:
    assert detect_language("Berlin") is None

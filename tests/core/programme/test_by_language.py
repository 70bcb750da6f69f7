"""Texts of several languages in one field."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, Language
from bot.core.programme.by_language import EVERYBODY, choose_lines, read_lines, write_lines

WORDS = st.text(st.characters(categories=("L", "N", "Zs", "P")), max_size=30)


def test_a_line_with_a_language_starts_what_only_its_readers_see() -> None:
    lines = read_lines("For all\n\nde: Für dich\n- Noch was\nNL:\nVoor jou")
    assert lines == {
        EVERYBODY: ("For all",),
        "de": ("Für dich", "Noch was"),
        "nl": ("Voor jou",),
    }
    assert choose_lines(lines, "de") == ("Für dich", "Noch was")
    assert choose_lines(lines, "en") == ("For all",)
    assert choose_lines(read_lines("de: Für dich"), "en") == ("Für dich",)  # better than nothing
    assert choose_lines({}, "en") == ()


@given(st.lists(st.tuples(st.sampled_from(["", "de:", "nl:", "en: "]), WORDS), max_size=12))
def test_what_is_written_again_is_read_the_same(rows: list[tuple[str, str]]) -> None:
    lines = read_lines("\n".join(f"{head}{words}" for head, words in rows))
    assert read_lines(write_lines(lines)) == lines


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_gives_lines_without_edges(text: str, language: Language) -> None:
    for line in choose_lines(read_lines(text), language):
        assert line
        assert line == line.strip()

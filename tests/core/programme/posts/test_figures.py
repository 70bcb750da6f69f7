"""Numbers as people type them: read strictly, or asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, Language
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.posts.figures import (
    FIGURES,
    LARGEST,
    Figures,
    read_value,
    show_number,
    take_figures,
    write_value,
)
from bot.core.programme.posts.figures_text import Unclear, read_figures
from bot.core.programme.posts.messages import list_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1200 views, 35 likes, 8 comments", Figures(1200, 35, 8)),
        ("1,200 views, 35 likes and 8 comments.", Figures(1200, 35, 8)),
        ("1.200 Aufrufe, 35 Likes und 8 Kommentare", Figures(1200, 35, 8)),
        ("Mein Beitrag hatte bisher 1 200 Aufrufe\n3 Mal geteilt", Figures(1200, shares=3)),
        ("1.200 weergaven, 35 likes en 8 opmerkingen", Figures(1200, 35, 8)),
        ("1.200 weergaven, 35 likes, 8 reacties", Figures(1200, 35, 8)),
        ("Aufrufe: 12.345; Gefällt mir: 7", Figures(12345, 7)),
        ("views 900, likes 12", Figures(900, 12)),
        ("1,2k views", Figures(1200)),
        ("2k views, 320 followers", Figures(2000, audience=320)),
        ("1'234 Aufrufe + 320 Follower", Figures(1234, audience=320)),
        ("0 comments", Figures(comments=0)),
    ],
)
def test_numbers_are_read(text: str, figures: Figures) -> None:
    assert read_figures(text) == figures


@pytest.mark.parametrize(
    ("text", "piece", "is_either"),
    [
        ("120 weergaven, 8 reacties", "8 reacties", True),
        ("120 views, 8 bananas", "8 bananas", False),
        ("120 views, 130 views", "130 views", False),
        ("9999999999 views", "9999999999 views", False),
    ],
)
def test_what_is_unclear_is_asked_for(text: str, piece: str, is_either: bool) -> None:
    assert read_figures(text) == Unclear(piece, is_either)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1200",
        "Wir haben 12 neue Kolleginnen und 3 Betten",
        "35 likes später saß ich um drei Uhr nachts noch auf Station 4 und dachte nach.",
        "On 3 May I started as a nurse",
        "12 comments on my post and I don't know what to say",
    ],
)
def test_a_text_without_numbers_of_a_post_is_left_to_the_coach(text: str) -> None:
    assert read_figures(text) is None


TOLD = st.builds(Figures, **{one: st.none() | st.integers(0, LARGEST - 1) for one in FIGURES})


@given(TOLD, st.sampled_from(LANGUAGES))
def test_what_is_shown_is_read_again(figures: Figures, language: Language) -> None:
    lines = list_figures(figures, language)
    assert read_figures(", ".join(lines)) == (figures if lines else None)


@given(TOLD)
def test_a_buttons_value_holds_them_all(figures: Figures) -> None:
    value = write_value(figures)
    assert len(value) <= 130
    assert read_value(value) == (figures if figures.told else None)


@given(st.text())
def test_a_hostile_value_gives_numbers_or_nothing(value: str) -> None:
    read = read_value(value)
    assert read is None or all(0 <= number < LARGEST for _, number in read.told)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_figures(text)
    assert read is None or isinstance(read, (Figures, Unclear))


@given(TOLD, TOLD)
def test_newer_numbers_take_the_place_of_earlier_ones(before: Figures, newer: Figures) -> None:
    joined = before.add(newer)
    for figure in FIGURES:
        told = newer.tell(figure)
        assert joined.tell(figure) == (before.tell(figure) if told is None else told)


def test_an_export_tells_what_we_keep() -> None:
    numbers = PostNumbers("x", "y", None, 900, 700, 60, 40, 9, 2, 5, 1, 0, 3, 4, 0.07)
    assert take_figures(numbers) == Figures(900, 40, 9, 2, 5, 1)


def test_numbers_are_written_as_the_language_does() -> None:
    assert [show_number(12345.5, one) for one in LANGUAGES] == ["12.345,5", "12.345,5", "12,345.5"]
    assert show_number(400.0, "de") == "400"

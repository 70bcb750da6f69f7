"""A quote is widened to its sentence or clause and never loses the words that were found."""

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.language.words import parse
from bot.core.model import Context
from bot.core.policy.policy import Policy
from bot.core.policy.quote import widen_quote
from bot.core.policy.reading import Hit, Reading
from tests.fakes.policies import DAY, build_policy, everywhere, make_rule


@cache
def make_policy() -> Policy:
    with tempfile.TemporaryDirectory() as folder:
        return build_policy(Path(folder), make_rule("any", everywhere("red")))


def read(text: str) -> Reading:
    return Reading(parse(text, "en"), Context(DAY), make_policy(), {})


def widen(text: str, start: int, end: int) -> str:
    reading = read(text)
    return reading.quote(widen_quote(Hit(start, end), reading))


_LONG = (
    "and what followed that evening was as long as any winter in the far north of this country, "
)


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("It rained. And our red house leaked, sadly!", "red", "And our red house leaked, sadly!"),
        ("First line\nthe red one\nlast line", "red", "the red one"),
        ("- a red cup \N{TEACUP WITHOUT HANDLE} #Tea #Cups\n- a pot", "red", "a red cup"),
        ("A red cup #Tea", "red cup #Tea", "A red cup #Tea"),
        ("red", "red", "red"),
    ],
)
def test_a_short_sentence_is_quoted_whole(text: str, words: str, quote: str) -> None:
    start = text.index(words)
    assert widen(text, start, start + len(words)) == quote


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        (f"{_LONG}and our red house leaked, sadly.", "red", "and our red house leaked"),
        (f"{_LONG}a word (in red ink) of thanks.", "red", "in red ink"),
        (
            f"{_LONG}we paid 3.5 million for red paint – a lot.",
            "red",
            "we paid 3.5 million for red paint",
        ),
    ],
)
def test_a_clause_ends_where_a_reader_takes_breath(text: str, words: str, clause: str) -> None:
    start = text.index(words)
    assert widen(text, start, start + len(words)) == clause


def test_too_long_a_clause_leaves_the_words() -> None:
    text = "the red one " + "and so on " * 20
    assert widen(text, 4, 7) == "red"


@given(st.text(alphabet="ab .,;!?()\n–-…ä", max_size=160), st.integers(0, 99), st.integers(0, 9))
def test_the_words_stay_in_their_clause(text: str, at: int, more: int) -> None:
    words = read(text).parsed.words
    assume(words)
    first = at % len(words)
    start, end = words[first].start, words[min(first + more, len(words) - 1)].end
    quote = widen(text, start, end)
    assert text[start:end] in quote
    assert quote == text[start:end] or len(quote) <= 120

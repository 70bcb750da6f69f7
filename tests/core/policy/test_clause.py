"""A quote is widened to its clause and never loses the words that were found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.words import parse
from bot.core.model import Context
from bot.core.policy.clause import widen_to_clause
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Hit, Reading
from tests.fakes.policies import DAY


def widen(text: str, start: int, end: int, policy: Policy) -> str:
    reading = Reading(parse(text, "en"), Context(DAY), policy, {})
    return reading.quote(widen_to_clause(Hit(start, end), reading))


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("It rained, and our red house leaked, sadly.", "red", "and our red house leaked"),
        ("A word (in red ink) of thanks.", "red", "in red ink"),
        ("First line\nthe red one\nlast line", "red", "the red one"),
        ("We paid 3.5 million for red paint – a lot.", "red", "We paid 3.5 million for red paint"),
        ("red", "red", "red"),
    ],
)
def test_a_clause_ends_where_a_reader_takes_breath(
    text: str, words: str, clause: str, policy: Policy
) -> None:
    start = text.index(words)
    assert widen(text, start, start + len(words), policy) == clause


def test_too_long_a_clause_leaves_the_words(policy: Policy) -> None:
    text = "the red one " + "and so on " * 20
    assert widen(text, 4, 7, policy) == "red"


@given(
    st.text(alphabet="ab .,;!?()\n–-…ä", min_size=1, max_size=160),
    st.integers(0, 159),
    st.integers(1, 40),
)
def test_the_words_stay_in_their_clause(policy: Policy, text: str, at: int, size: int) -> None:
    start = at % len(text)
    end = min(len(text), start + size)
    quote = widen(text, start, end, policy)
    assert text[start:end] in quote
    assert quote == text[start:end] or len(quote) <= 120

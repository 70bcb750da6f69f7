"""The share of the author's words: its formula, and what it never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.suggesting.kept_words import list_forms, measure_kept

TOLD = "Dienstag früh stand ich mit kalten Händen in der Umkleide, und niemand sagte etwas."


@pytest.mark.parametrize(
    ("written", "share"),
    [
        (TOLD, 1.0),
        ("Niemand sagte etwas.", 1.0),
        ("NIEMAND sagte — etwas!", 1.0),
        ("Niemand sagte etwas, niemand.", 3 / 4),  # it stands there once
        ("Kalte Hände.", (0.5 + 0.5) / 2),  # other forms of its words
        ("Gemeinsam wachsen wir täglich", 0.0),
        ("ich und wir", (0.5 + 0.5) / 1.5),  # small words count half
        ("", 0.0),
        ("🙂 …", 0.0),
    ],
)
def test_the_share_is_of_what_is_written(written: str, share: float) -> None:
    assert measure_kept(TOLD, written) == pytest.approx(share)


@given(original=st.text(max_size=300), written=st.text(max_size=300))
def test_a_share_is_a_share(original: str, written: str) -> None:
    assert 0.0 <= measure_kept(original, written) <= 1.0
    assert measure_kept(original, original) == (1.0 if list_forms(original) else 0.0)


@given(
    words=st.lists(st.sampled_from(TOLD.split()), min_size=1, max_size=12, unique=True),
    more=st.sampled_from(["synergie", "exzellenz", "qzx"]),
)
def test_leaving_out_costs_nothing_and_adding_does(words: list[str], more: str) -> None:
    kept = " ".join(words)
    assert measure_kept(TOLD, kept) == 1.0
    assert measure_kept(TOLD, f"{kept} {more}") < 1.0

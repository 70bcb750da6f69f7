"""What leaves is masked, can be put back word for word, and quotes of it find their place."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.model import Context, Draft, Organisation, Product
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.suggesting.masking import Masked, mask_text
from tests.conftest import TODAY, load_once

HOUSE = Organisation(
    company="Nordlicht Pharma",
    aliases=("NLP",),
    products=(Product("Migrona", "rx", ("migronumab",)),),
    competitors=("Südkraft AG",),
    handles={"linkedin": "@nordlicht"},
    hashtags=("#TeamNordlicht",),
)
_SNIPPETS = st.sampled_from(
    ["Frau Meier", "Meier", "[PERSON-1]", "[NUMBER-", "Migrona", "Nordlicht Pharma", "\u200b", "ä",
     "#TeamNordlicht", "0171 2345678", "a@b.de", "https://x.example/y", " aus Leipzig ", "\r\n", "👩🏽‍⚕️",
     "Herr Dr. Paul Schulte ", "72 Jahre ", "unser Patient ", "„", "“", ". ", ", "]
)  # fmt: skip


def mask(policy: Policy, text: str) -> Masked:
    return mask_text(text, check(Draft(text, Context(TODAY, HOUSE)), policy).reading)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (
            "Danke an Frau Meier aus Leipzig! Meier war stark. Ruf an: 0171 2345678.",
            ["Meier", "Leipzig", "0171"],
        ),
        ("Trots op Migrona van Nordlicht Pharma #TeamNordlicht", ["Migrona", "Nordlicht"]),
        ("Our patient, 72, from Skelby, wrote to jane@care.example.", ["72", "Skelby", "jane"]),
        ("Südkraft AG was quicker, says @paulschulte.", ["Südkraft", "paulschulte"]),
    ],
)
def test_what_tells_who_and_what_does_not_leave(policy: Policy, text: str, gone: list[str]) -> None:
    masked = mask(policy, text)
    assert [word for word in gone if word in masked.text] == []
    assert masked.restore(masked.text) == text
    assert masked.count >= 1


def test_the_same_words_have_the_same_placeholder(policy: Policy) -> None:
    masked = mask(policy, "Migrona hilft. Wir reden über Migrona. [PRODUCT-1] steht schon da.")
    assert (
        masked.text == "[PRODUCT-2] hilft. Wir reden über [PRODUCT-2]. [PRODUCT-1] steht schon da."
    )
    assert (
        masked.restore("Mehr über [PRODUCT-2] und [PRODUCT-1]")
        == "Mehr über Migrona und [PRODUCT-1]"
    )
    assert masked.has_unknown("über [PRODUCT-3]")
    assert not masked.has_unknown("über [PRODUCT-2] und [PRODUCT-1]")


def test_a_quote_is_found_though_its_marks_and_blanks_changed(policy: Policy) -> None:
    text = "Sie sagte:  „Danke,\nMigrona war da“ und ging."
    place = mask(policy, text).find('"Danke, [PRODUCT-1] war')
    assert place is not None
    assert text[slice(*place)] == "Danke,\nMigrona war"
    assert mask(policy, text).find("Danke, [PRODUCT-1] half") is None
    assert mask(policy, text).find("…") is None


@settings(max_examples=150)
@given(text=st.one_of(st.text(max_size=200), st.lists(_SNIPPETS, max_size=12).map("".join)))
@example(text="[PERSON-[PERSON-1]Frau Meier]")
def test_every_text_comes_back_and_every_quote_finds_its_words(text: str) -> None:
    masked = mask(load_once()[0], text)  # what `@example` is given, it writes out: no policy
    assert masked.restore(masked.text) == text
    assert "".join(there for _, _, there in masked.pieces) == masked.text
    for start in range(0, len(masked.text), 7):
        quote = masked.text[start : start + 20]
        place = masked.find(quote)
        if place is not None:
            assert 0 <= place[0] < place[1] <= len(text)


def test_a_long_hostile_text_is_masked_in_no_time(policy: Policy) -> None:
    text = "Frau Meier " * 900
    reading = check(Draft(text, Context(TODAY, HOUSE)), policy).reading
    begun = time.process_time()
    masked = mask_text(text, reading)
    assert masked.find("Frau Schmidt") is None
    assert time.process_time() - begun < 1

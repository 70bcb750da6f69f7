"""How near is near enough: what is cited of sentences that say the same, and of those that do not."""

import datetime

import numpy as np
import pytest

from bot.core.coaching.precedents import (
    NEAR,
    Precedent,
    PrecedentBook,
    read_vector,
    tell,
    write_vector,
)
from bot.core.model import LANGUAGES, Language
from bot.files.embedder import SentenceEncoder
from tests.channels.running import shared_cache
from tests.core.desk.precedent_pairs import ALIKE, APART

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def book() -> PrecedentBook:
    return PrecedentBook(SentenceEncoder(shared_cache()), lambda: TODAY)


def measure(book: PrecedentBook, pairs: list[tuple[str, str, str]]) -> list[float]:
    likeness = []
    for _language, kept, later in pairs:
        plain = kept.replace("[PERSON-1]", "").replace("[PLACE-1]", "").replace("[PRODUCT-1]", "")
        vector = read_vector(book.embed(plain))
        assert vector is not None
        likeness.append(float(vector @ book.embedder.embed([later])[0]))
    return likeness


def test_what_says_something_else_is_not_cited(book: PrecedentBook) -> None:
    alike, apart = measure(book, ALIKE), measure(book, APART)
    table = {
        near: (sum(one >= near for one in alike), sum(one >= near for one in apart))
        for near in (0.65, 0.75, 0.80, NEAR)
    }
    assert len(alike) == 21
    assert len(apart) == 25
    assert table == {0.65: (19, 4), 0.75: (14, 2), 0.80: (13, 1), NEAR: (11, 0)}


def test_half_as_exact_is_as_near() -> None:
    vector = np.linspace(-1, 1, 512, dtype=np.float32)
    vector /= np.linalg.norm(vector)
    read = read_vector(write_vector(vector))
    assert read is not None
    assert abs(float(read @ vector) - 1) < 0.001
    assert read_vector("no vector, äöü") is None
    assert read_vector("") is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", ["fine", "change", "do-not"])
def test_a_citation_says_when_and_names_nobody(language: Language, decision: str) -> None:
    said = datetime.date(2025, 3, 2)
    kept = Precedent("1", "Danke, [PERSON-1]!", decision, "Gern.", "de", said)
    told = tell(kept, language, TODAY)
    assert "Danke, …!" in told
    assert "Gern." in told
    assert "2025" in told
    recent = tell(kept, language, datetime.date(2025, 5, 2))
    assert "2025" not in recent

"""Our own texts are embedded before anybody asks; what is missing is embedded then."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.files.build_vectors import POLICIES, list_texts
from bot.files.embedder import SentenceEncoder
from bot.files.known_vectors import KnownVectors


class Refusing:
    """An encoder that must not be asked."""

    def embed(self, sentences: Sequence[str]) -> "np.ndarray":
        raise AssertionError(
            f"{len(sentences)} texts are not in data/vectors.npz: run `make vectors`"
        )


def test_every_text_of_ours_is_known(tmp_path: Path) -> None:
    texts = list(list_texts(POLICIES))
    vectors = KnownVectors(Refusing(), tmp_path).embed(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-2)


def test_known_and_new_sentences_come_in_their_order(
    encoder: SentenceEncoder, tmp_path: Path
) -> None:
    texts = list(list_texts(POLICIES))
    asked = [texts[0], "Ein neuer Satz über Eichhörnchen.", texts[-1], "Nog een nieuwe zin."]
    plain = encoder.embed(asked)
    assert np.allclose(KnownVectors(encoder, tmp_path).embed(asked), plain, atol=2e-3)


def test_a_long_list_of_new_sentences_is_kept(encoder: SentenceEncoder, tmp_path: Path) -> None:
    texts = [f"Satz Nummer {number} über den Garten." for number in range(120)]
    first = KnownVectors(encoder, tmp_path).embed(texts)
    again = KnownVectors(Refusing(), tmp_path).embed(texts)
    assert np.allclose(first, again, atol=2e-3)
    (kept,) = tmp_path.glob("examples-*.npy")
    kept.write_bytes(b"broken")
    assert np.allclose(KnownVectors(encoder, tmp_path).embed(texts), first, atol=2e-3)

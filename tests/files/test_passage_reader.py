"""What reads passages: every sentence of a draft is read once, and broken files are loud."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import TOPICS
from bot.files.passage_reader import DATA, PassageReader, UnreadableError, cut_passages

FILES = ("reader.onnx", "reader.model", "reader-parts.bin")
LONG = ("Gestern war ich im Labor und habe mit den Kolleginnen über das Wetter gesprochen.",) * 30


@pytest.fixture(scope="module")
def reader() -> PassageReader:
    return PassageReader()


@given(st.lists(st.integers(0, 130), max_size=60))
def test_passages_hold_every_sentence_in_order_and_as_many_as_fit(lengths: list[int]) -> None:
    passages = cut_passages(lengths, 130)
    assert [number for passage in passages for number in passage] == list(range(len(lengths)))
    totals = [sum(lengths[number] for number in passage) for passage in passages]
    assert all(total <= 130 for total in totals)
    for total, following in zip(totals, passages[1:], strict=False):
        assert total + lengths[following[0]] > 130


def test_it_knows_every_topic(reader: PassageReader) -> None:
    assert set(reader.topics) == set(TOPICS)


def test_of_a_long_draft_only_the_passages_that_are_wanted_are_read(reader: PassageReader) -> None:
    read = reader.read(LONG, [29])
    assert 29 in read
    assert 0 not in read
    everything = reader.read(LONG, range(30))
    assert set(everything) == set(range(30))
    assert np.allclose(everything[29], read[29], atol=1e-4)


def test_what_stands_around_a_sentence_counts(reader: PassageReader) -> None:
    said = "She told me on Tuesday how the night had been."
    alone = reader.read((said,), [0])[0]
    around = reader.read(("Our patient in room 12 cannot sleep since the operation.", said), [1])[1]
    privacy = reader.topics["patient_privacy"]
    assert around[privacy] > alone[privacy]


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800 alone", "\x00", "x" * 10_000, "🙂" * 700, "a\u200bb", "\u202eabc"]
)
def test_any_text_is_read(reader: PassageReader, text: str) -> None:
    row = reader.read((text, "Ein Satz danach."), [0, 1])[0]
    assert row.shape == (len(TOPICS),)
    assert np.isfinite(row).all()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "short", "nonsense"])
def test_a_damaged_file_is_said(tmp_path: Path, name: str, damage: str) -> None:
    for file in FILES:
        shutil.copy(DATA / file, tmp_path / file)
    broken = tmp_path / name
    whole = broken.read_bytes()
    broken.unlink()
    if damage == "short":
        broken.write_bytes(whole[: len(whole) // 2])
    elif damage == "nonsense":
        broken.write_bytes(b"nonsense")
    with pytest.raises(UnreadableError):
        PassageReader(tmp_path).read(("Hello there.",), [0])

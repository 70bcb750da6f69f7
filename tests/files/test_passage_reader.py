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
    read = reader.read(LONG, {29: 0.0})
    assert 29 in read
    assert 0 not in read


def test_of_a_very_long_draft_the_passages_are_read_where_most_is_to_be_learned(
    reader: PassageReader,
) -> None:
    text = tuple(f"{said} Nummer {number}." for number, said in enumerate(LONG * 3))
    read = reader.read(text, {number: -abs(number - 40.0) for number in range(len(text))})
    assert {39, 40, 41} <= read.keys()
    assert not {0, len(text) - 1} & read.keys()
    assert len(read) < len(text) / 3


def test_what_was_read_before_is_told_again(reader: PassageReader) -> None:
    first = reader.read(LONG, {0: 0.0})
    again = reader.read((*LONG, "Und noch ein Satz."), {0: 0.0})
    other = reader.read(("Ein anderer Satz.", *LONG), {0: 0.0})
    assert np.array_equal(first[0], again[0])
    assert not np.array_equal(first[0], other[0])


def test_what_stands_around_a_sentence_counts(reader: PassageReader) -> None:
    said = "She told me on Tuesday how the night had been."
    alone = reader.read((said,), {0: 0.0})[0]
    before = "Our patient in room 12 cannot sleep since the operation."
    around = reader.read((before, said), {1: 0.0})[1]
    privacy = reader.topics["patient_privacy"]
    assert around[privacy] > alone[privacy]


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800 alone", "\x00", "x" * 10_000, "🙂" * 700, "a\u200bb", "\u202eabc"]
)
def test_any_text_is_read(reader: PassageReader, text: str) -> None:
    row = reader.read((text, "Ein Satz danach."), {0: 0.0, 1: 0.0})[0]
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
        PassageReader(tmp_path).read(("Hello there.",), {0: 0.0})

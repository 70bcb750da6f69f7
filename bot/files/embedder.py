"""The sentence encoder behind the Embedder port: 31 MB in a package, no network, numpy only."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from bot.core.language.surrogates import replace_surrogates

_MOST_REMEMBERED = 1024  # sentences; 512 numbers each, 2 MB
_LONGEST = 600  # characters; what a sentence is about shows before
_SIZE = 512
_Vector = np.ndarray[Any, np.dtype[np.float32]]


class SentenceEncoder:
    """Embeds sentences; loads its weights on first use and remembers what it embedded.

    With a cache folder it opens a prepared copy there; see prepared_encoder.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._model: Any = None
        self._known: OrderedDict[str, _Vector] = OrderedDict()
        self._lock = threading.Lock()

    def embed(self, sentences: Sequence[str]) -> _Vector:
        """Give one row of length one a sentence."""
        if not sentences:
            return np.zeros((0, _SIZE), np.float32)
        asked = [replace_surrogates(one[:_LONGEST]) for one in sentences]
        with self._lock:
            rows = self._look_up(asked)
        return np.stack(rows)

    def _look_up(self, sentences: Sequence[str]) -> list[_Vector]:
        missing = [one for one in dict.fromkeys(sentences) if one not in self._known]
        fresh = dict(zip(missing, self._encode(missing), strict=True)) if missing else {}
        rows = [fresh[one] if one in fresh else self._recall(one) for one in sentences]
        self._known.update(fresh)
        while len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)
        return rows

    def _recall(self, sentence: str) -> _Vector:
        self._known.move_to_end(sentence)
        return self._known[sentence]

    def _encode(self, sentences: list[str]) -> _Vector:
        # the encoder takes its time: only where it is wanted
        from bot.files.prepared_encoder import open_encoder  # noqa: PLC0415

        if self._model is None:
            # Two threads gain a sixth on an idle machine; on a busy one they wait for each other
            # and take nine times as long.
            ThreadpoolController().limit(limits=1, user_api="blas")
            self._model = open_encoder(self._cache)
        try:
            return np.asarray(self._model.encode(sentences), np.float32)
        except OSError:  # somebody emptied the cache folder while we ran
            self._model = open_encoder(None)
            return np.asarray(self._model.encode(sentences), np.float32)

"""The second signal: what labelled drafts taught about the meaning and the signs of a sentence.

The weights are made by `make weights` out of tests/quality/practice-* and passages. The model
is linear, so every weight can be read: how much a sign, or a direction of meaning, speaks
for a topic.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from bot.core.ports import Doubt, Embedder

WEIGHTS = Path(__file__).parent / "data" / "resemblance.npz"
_log = logging.getLogger(__name__)
_Table = np.ndarray[Any, np.dtype[np.float32]]


class LearnedResemblance:
    """Weighs doubts with learned weights; reads them, and the embedder's, on first use."""

    def __init__(self, embedder: Embedder, path: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._path = path

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        """Give for each doubt how likely its sentence says what the topic is about."""
        if not doubts:
            return []
        try:
            vectors = self._embedder.embed([doubt.sentence for doubt in doubts])
            return [self._weigh_one(doubt, row) for doubt, row in zip(doubts, vectors, strict=True)]
        except (OSError, ValueError, KeyError, ImportError, BadZipFile) as error:
            # loud rather than silent: without the second signal every cue counts in full
            _log.warning("the second signal cannot be read: %s", type(error).__name__)
            return [1.0] * len(doubts)

    def _weigh_one(self, doubt: Doubt, vector: _Table) -> float:
        learned = self._learned
        topic = learned.topics.get(doubt.topic)
        if topic is None:
            return 1.0  # a topic that no draft taught: the rule alone decides
        known = [learned.signs[sign] for sign in doubt.signs if sign in learned.signs]
        score = (
            learned.bias[topic]
            + learned.of_meaning[topic] @ vector
            + learned.of_signs[topic, known].sum()
        )
        return float(1.0 / (1.0 + np.exp(-np.float64(score))))

    @cached_property
    def _learned(self) -> "_Learned":
        with np.load(self._path, allow_pickle=False) as stored:
            return _Learned(
                _number(stored["topic_names"]),
                _number(stored["sign_names"]),
                stored["bias"].astype(np.float32),
                stored["meaning"].astype(np.float32),
                stored["signs"].astype(np.float32),
            )


@dataclass(frozen=True)
class _Learned:
    """The stored weights; a row a topic."""

    topics: Mapping[str, int]
    signs: Mapping[str, int]
    bias: _Table
    of_meaning: _Table
    of_signs: _Table


def _number(names: Iterable[Any]) -> Mapping[str, int]:
    return {str(name): number for number, name in enumerate(names)}

"""The second signal: what labelled drafts taught about the meaning and the signs of a sentence.

The weights are made by `make weights` out of tests/quality/practice-* and passages: a network of
one hidden layer over the signs of a sentence, its meaning, its words, and the meaning of what it
stands in.
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
from bot.files.word_numbers import number_words

WEIGHTS = Path(__file__).parent / "data" / "resemblance.npz"
_log = logging.getLogger(__name__)
_Table = np.ndarray[Any, np.dtype[np.float32]]


class LearnedResemblance:
    """Weighs doubts with learned weights; reads them, and the embedder's, on first use."""

    def __init__(self, embedder: Embedder, path: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._path = path

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float] | None:
        """Give for each doubt how likely its sentence says what the topic is about."""
        if not doubts:
            return []
        try:
            return self._weigh_all(doubts)
        except (OSError, ValueError, KeyError, ImportError, BadZipFile) as error:
            _log.warning("the second signal cannot be read: %s", type(error).__name__)
            return None

    def _weigh_all(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        sentences = list(dict.fromkeys(text for doubt in doubts for text in doubt.around))
        vectors = dict(zip(sentences, self._embedder.embed(sentences), strict=True))
        read: dict[
            tuple[str, frozenset[str], tuple[str, ...]], _Table
        ] = {}  # one reading serves every topic
        weights = []
        for doubt in doubts:
            topic = self._learned.topics.get(doubt.topic)
            if topic is None:
                weights.append(1.0)  # a topic that no draft taught: the rule alone decides
                continue
            key = (doubt.sentence, doubt.signs, tuple(doubt.around))
            if key not in read:
                around = np.mean([vectors[text] for text in doubt.around], axis=0)
                read[key] = self._learned.read(doubt, vectors[doubt.sentence], around)
            weights.append(float(read[key][topic]))
        return weights

    @cached_property
    def _learned(self) -> "Network":
        with np.load(self._path, allow_pickle=False) as stored:
            return Network(
                _number(stored["topic_names"]),
                _number(stored["sign_names"]),
                *(stored[name].astype(np.float32) for name in LAYERS),
            )


LAYERS = (
    "of_signs",
    "of_meaning",
    "of_around",
    "words",
    "of_words",
    "hidden_bias",
    "of_hidden",
    "bias",
)


@dataclass(frozen=True)
class Network:
    """The stored weights.

    Of the first layer's tables a row a sign, or a direction: of the meaning of the sentence, of
    what it stands in, and of its words. `words` has a row a number (`number_words`); the rows of a
    sentence are added up and divided by the square root of their count.
    """

    topics: Mapping[str, int]
    signs: Mapping[str, int]
    of_signs: _Table
    of_meaning: _Table
    of_around: _Table
    words: _Table
    of_words: _Table
    hidden_bias: _Table
    of_hidden: _Table
    bias: _Table

    def read(self, doubt: Doubt, meaning: _Table, around: _Table) -> _Table:
        """Give for each topic how likely a sentence says what it is about."""
        known = [self.signs[sign] for sign in doubt.signs if sign in self.signs]
        rows = number_words(doubt.sentence)
        words = self.words[rows].sum(axis=0) / np.sqrt(np.float32(len(rows)))
        first = self.of_signs[known].sum(axis=0) + self.hidden_bias + words @ self.of_words
        hidden = np.maximum(first + meaning @ self.of_meaning + around @ self.of_around, 0.0)
        score = np.clip(hidden @ self.of_hidden + self.bias, -30.0, 30.0)
        return np.asarray(1.0 / (1.0 + np.exp(-score)), np.float32)


def _number(names: Iterable[Any]) -> Mapping[str, int]:
    return {str(name): number for number, name in enumerate(names)}

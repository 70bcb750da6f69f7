"""The second signal: what labelled drafts taught about the meaning and the signs of a sentence.

Two that learned from tests/quality/practice-* and passages are asked. The first, made by `make
weights`, is a network of one hidden layer over the signs of a sentence, its meaning, its words, and
the meaning of what it stands in. Where that leaves a sentence open, the second reads its
passage (passage_reader.py): the two err at different places.
"""

import logging
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from bot.core.model import TO_CHECKER
from bot.core.ports import Doubt, Embedder
from bot.files.passage_reader import LAYERS_FILE, PassageReader, UnreadableError
from bot.files.word_numbers import number_words

WEIGHTS = Path(__file__).parent / "data" / "resemblance.npz"
LEARNED = (WEIGHTS, LAYERS_FILE)
_log = logging.getLogger(__name__)
_Table = np.ndarray[Any, np.dtype[np.float32]]
_Halves = np.ndarray[Any, np.dtype[np.floating[Any]]]
# Log-odds below which nothing that is read makes a finding, and from which on nothing undoes one.
_OPEN, _CLEAR = -3.5, 3.0
# What is read counts half. It is sceptical, so all is lifted: thresholds mean what they meant.
_OF_READING, _LIFT = 0.5, 1.6
_SUREST = 30.0  # log-odds; beyond, numbers run over
_READER = PassageReader()  # 60 MB once it reads: one for a process


class LearnedResemblance:
    """Weighs doubts with what was learned; reads its files, and the embedder's, on first use."""

    def __init__(
        self, embedder: Embedder, path: Path = WEIGHTS, reader: PassageReader | None = _READER
    ) -> None:
        self._embedder = embedder
        self._path = path
        self._reader = reader

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float] | None:
        """Give for each doubt how likely its sentence says what the topic is about."""
        if not doubts:
            return []
        try:
            return self._weigh_all(doubts)
        except UnreadableError as error:
            _log.warning("the second signal cannot read: %s", error)
            return None
        except (OSError, ValueError, KeyError, ImportError, BadZipFile) as error:
            _log.warning("the second signal cannot be read: %s", type(error).__name__)
            return None

    def _weigh_all(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        scores = self._score(doubts)
        if self._reader:
            scores = self._read_on(doubts, scores, self._reader)
        return [1.0 / (1.0 + math.exp(-score)) for score in scores]

    @staticmethod
    def _read_on(
        doubts: Sequence[Doubt], scores: Sequence[float], reader: PassageReader
    ) -> list[float]:
        """Read the passages of what is open still, and add what was read.

        Most is to be learned where the odds are even.
        """
        wanted: dict[tuple[str, ...], dict[int, float]] = {}
        for doubt, score in zip(doubts, scores, strict=True):
            if _is_open(doubt, score):
                places = wanted.setdefault(doubt.draft, {})
                places[doubt.place] = max(-abs(score), places.get(doubt.place, -math.inf))
        read = {draft: reader.read(draft, places) for draft, places in wanted.items()}

        def weigh_again(doubt: Doubt, score: float) -> float:
            if not _is_open(doubt, score) or doubt.place not in read[doubt.draft]:
                return score
            told = read[doubt.draft][doubt.place][reader.topics[doubt.topic]]
            return score + _OF_READING * float(told) + _LIFT

        return [weigh_again(doubt, score) for doubt, score in zip(doubts, scores, strict=True)]

    def _score(self, doubts: Sequence[Doubt]) -> list[float]:
        """Give the log-odds of each doubt before anything is read."""
        # one look serves every topic
        looks = {(doubt.draft, doubt.place, doubt.signs): doubt for doubt in doubts}
        around = {key: doubt.around for key, doubt in looks.items()}
        sentences = list(dict.fromkeys(text for texts in around.values() for text in texts))
        vectors = dict(zip(sentences, self._embedder.embed(sentences), strict=True))
        seen = {
            key: self._learned.score(
                doubt,
                vectors[doubt.sentence],
                np.mean([vectors[text] for text in around[key]], axis=0),
            )
            for key, doubt in looks.items()
        }
        scores = []
        for doubt in doubts:
            topic = self._learned.topics.get(doubt.topic)
            # of a topic that no draft taught the rule alone decides
            score = (
                math.inf if topic is None else seen[doubt.draft, doubt.place, doubt.signs][topic]
            )
            scores.append(float(score))
        return scores

    @cached_property
    def _learned(self) -> "Network":
        with np.load(self._path, allow_pickle=False) as stored:
            return Network(
                _number(stored["topic_names"]),
                _number(stored["sign_names"]),
                # large, so it stays as it is stored; what a sentence needs of it is made exact
                words=stored["words"],
                **{one: stored[one].astype(np.float32) for one in LAYERS if one != "words"},
            )


def _is_open(doubt: Doubt, score: float) -> bool:
    # what only reads can be talked to: whether it was, signs decide
    return _OPEN <= score < _CLEAR and doubt.topic != TO_CHECKER


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
    words: _Halves
    of_words: _Table
    hidden_bias: _Table
    of_hidden: _Table
    bias: _Table

    def score(self, doubt: Doubt, meaning: _Table, around: _Table) -> _Table:
        """Give for each topic the log-odds that a sentence says what it is about."""
        known = [self.signs[sign] for sign in doubt.signs if sign in self.signs]
        rows = number_words(doubt.sentence)
        words = self.words[rows].sum(axis=0, dtype=np.float32) / np.sqrt(np.float32(len(rows)))
        first = self.of_signs[known].sum(axis=0) + self.hidden_bias + words @ self.of_words
        hidden = np.maximum(first + meaning @ self.of_meaning + around @ self.of_around, 0.0)
        score = hidden @ self.of_hidden + self.bias
        return np.asarray(np.clip(score, -_SUREST, _SUREST), np.float32)


def _number(names: Iterable[Any]) -> Mapping[str, int]:
    return {str(name): number for number, name in enumerate(names)}

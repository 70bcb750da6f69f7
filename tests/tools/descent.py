"""Learn the layers of the second signal by going down the slope of their loss, in numpy alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from bot.files.word_numbers import ROWS

_HIDDEN = 96
_WORD = 16  # directions that a word of its own has
_NETWORKS = 3  # their mean depends less on chance than one of them
_ROUNDS, _BATCH, _STEP = 16, 128, 1e-3
# No single sign, no single word and no single unit may decide; words least of all.
_DROPPED_INPUTS, _DROPPED_WORDS, _DROPPED_HIDDEN = 0.4, 0.75, 0.5
_DECAY = 1e-5
_LOUDER = 4.0  # violating sentences are few: a step counts as if there were more of them
_Table = np.ndarray[Any, np.dtype[np.float32]]
_Numbers = np.ndarray[Any, np.dtype[np.int64]]
_ALL = slice(None)
_Rows = slice | _Numbers


@dataclass(frozen=True)
class Lesson:
    """What a network learns from: rows are sentences."""

    inputs: _Table  # signs, meaning and surroundings side by side
    words: Sequence[_Numbers]  # the rows of each sentence
    wanted: _Table
    counts: _Table  # zero where a label counts neither way


@dataclass(frozen=True)
class Layers:
    """What is learned; in `first` and `of_words` a column a hidden unit."""

    first: _Table
    hidden_bias: _Table
    of_hidden: _Table
    bias: _Table
    of_words: _Table
    words: _Table


def learn_layers(lesson: Lesson) -> Layers:
    """Learn several networks and put them side by side; the same every time."""
    return _join([_descend(lesson, seed) for seed in range(_NETWORKS)])


def _join(networks: Sequence[Layers]) -> Layers:
    """Put networks side by side: one network whose score is the mean of theirs."""
    share = np.float32(1.0 / len(networks))
    of_words = np.zeros((_WORD * len(networks), _HIDDEN * len(networks)), np.float32)
    for number, network in enumerate(networks):  # each reads its own table of words
        rows = slice(number * _WORD, (number + 1) * _WORD)
        of_words[rows, number * _HIDDEN : (number + 1) * _HIDDEN] = network.of_words
    return Layers(
        np.concatenate([network.first for network in networks], axis=1),
        np.concatenate([network.hidden_bias for network in networks]),
        np.concatenate([network.of_hidden for network in networks]) * share,
        np.mean([network.bias for network in networks], axis=0),
        of_words,
        np.concatenate([network.words for network in networks], axis=1),
    )


def _start(inputs: int, topics: int, chance: np.random.Generator) -> Layers:
    first = chance.normal(0.0, 0.3 * np.sqrt(40.0 / inputs), (inputs, _HIDDEN))
    return Layers(
        first.astype(np.float32),
        np.zeros(_HIDDEN, np.float32),
        chance.normal(0.0, 0.1, (_HIDDEN, topics)).astype(np.float32),
        np.full(topics, -4.0, np.float32),  # most sentences say nothing about a topic
        chance.normal(0.0, 0.1, (_WORD, _HIDDEN)).astype(np.float32),
        chance.normal(0.0, 0.05, (ROWS, _WORD)).astype(np.float32),
    )


def _descend(lesson: Lesson, seed: int) -> Layers:
    """Minimise the logistic loss of every topic at once: Adam, with dropout, in small batches."""
    chance = np.random.default_rng(seed)
    layers = _start(lesson.inputs.shape[1], lesson.wanted.shape[1], chance)
    steps = {layer.name: Adam(getattr(layers, layer.name)) for layer in fields(layers)}
    for turn in range(_ROUNDS):
        step = _STEP * min(1.0, (_ROUNDS - turn) / _ROUNDS + 0.05)
        order = chance.permutation(len(lesson.inputs))
        for begin in range(0, len(order), _BATCH):
            batch = draw_batch(lesson, order[begin : begin + _BATCH], chance)
            for name, (rows, slope) in _find_slopes(layers, batch, chance).items():
                steps[name].go(step, slope, rows)
    return layers


class Adam:
    """Steps down one layer; of the table of words only where a batch has been."""

    def __init__(self, layer: _Table) -> None:
        self._layer, self._count = layer, 0
        self._mean, self._square = np.zeros_like(layer), np.zeros_like(layer)

    def go(self, step: float, slope: _Table, rows: _Rows) -> None:
        """Change the layer in place."""
        self._count += 1
        self._mean[rows] += 0.1 * (slope - self._mean[rows])
        self._square[rows] += 0.001 * (slope * slope - self._square[rows])
        spread = np.sqrt(self._square[rows] / (1 - 0.999**self._count)) + 1e-8
        self._layer[rows] -= np.float32(step) * (self._mean[rows] / (1 - 0.9**self._count)) / spread


@dataclass(frozen=True)
class Batch:
    """A few rows of a lesson, with what is dropped for this step."""

    inputs: _Table
    wanted: _Table
    counts: _Table
    words: _Numbers  # of one row after the other
    begins: _Numbers  # where each row's words begin
    shares: _Table  # what each word counts; one column


def draw_batch(lesson: Lesson, rows: _Numbers, chance: np.random.Generator) -> Batch:
    """Take rows of a lesson and drop some of what stands in them."""
    inputs = lesson.inputs[rows]
    counted = np.array([len(lesson.words[row]) for row in rows])
    words = np.concatenate([lesson.words[row] for row in rows])
    shares = np.repeat(1.0 / np.sqrt(counted), counted).astype(np.float32)
    return Batch(
        inputs * _keep(inputs.shape, _DROPPED_INPUTS, chance),
        lesson.wanted[rows],
        lesson.counts[rows],
        words,
        np.concatenate([[0], np.cumsum(counted)[:-1]]),
        (shares * _keep(shares.shape, _DROPPED_WORDS, chance))[:, np.newaxis],
    )


def _find_slopes(
    layers: Layers, batch: Batch, chance: np.random.Generator
) -> Mapping[str, tuple[_Rows, _Table]]:
    """Give for each layer where the loss of these rows goes up."""
    said_words = np.add.reduceat(layers.words[batch.words] * batch.shares, batch.begins, axis=0)
    sums = batch.inputs @ layers.first + said_words @ layers.of_words + layers.hidden_bias
    kept = _keep(sums.shape, _DROPPED_HIDDEN, chance)
    hidden = np.maximum(sums, 0.0) * kept
    said = 1.0 / (1.0 + np.exp(-(hidden @ layers.of_hidden + layers.bias)))
    error = (said - batch.wanted) * batch.counts * np.float32(_LOUDER / len(batch.wanted))
    back = (error @ layers.of_hidden.T) * kept * (sums > 0)
    counted = np.diff(np.append(batch.begins, len(batch.words)))
    of_each = np.repeat(back @ layers.of_words.T, counted, axis=0) * batch.shares
    rows, places = np.unique(batch.words, return_inverse=True)
    of_rows = np.zeros((len(rows), _WORD), np.float32)
    np.add.at(of_rows, places, of_each)
    return {
        "first": (_ALL, batch.inputs.T @ back + np.float32(_DECAY) * layers.first),
        "hidden_bias": (_ALL, back.sum(axis=0)),
        "of_hidden": (_ALL, hidden.T @ error),
        "bias": (_ALL, error.sum(axis=0)),
        "of_words": (_ALL, said_words.T @ back),
        "words": (rows, of_rows),
    }


def _keep(shape: tuple[int, ...], dropped: float, chance: np.random.Generator) -> _Table:
    kept = chance.random(shape, dtype=np.float32) >= dropped
    return kept.astype(np.float32) / np.float32(1.0 - dropped)

"""The part of the second signal that reads: a small transformer over whole passages.

Its layers (11 MB, in whole numbers), its word parts and their vectors are learned and stored by
`make reader`; they began as multilingual-e5-small. onnxruntime counts, sentencepiece takes text
apart.
"""

import hashlib
import threading
from array import array
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.language.surrogates import replace_surrogates
from bot.files.graph import Graph, open_graph
from bot.files.stored_rows import StoredRows

DATA = Path(__file__).parent / "data"
LAYERS_FILE = DATA / "reader.onnx"
PARTS_FILE, SPLITTER_FILE = "reader-parts.bin", "reader.model"
_LONGEST = 130  # word parts of a passage, and of a sentence; learned with up to 200, no worse so
_MOST = 3  # passages of a draft, eight milliseconds each: its author is waiting
_MOST_REMEMBERED = 64  # passages, a few numbers each
_LETTERS = 600  # of a sentence; what it is about shows before
BEGIN, END = 0, 2  # the parts that stand at both ends of a passage
_WIDTH, BLOCK = 384, 18  # numbers of a part's vector; bytes of a scale and 32 of them
_Table = np.ndarray[Any, np.dtype[np.float32]]
_Bytes = np.ndarray[Any, np.dtype[np.uint8]]


class UnreadableError(Exception):
    """What reads passages cannot be opened, or cannot count: there is no second signal then."""


@dataclass(frozen=True)
class _Files:
    splitter: Any
    rows: StoredRows
    graph: Graph
    topics: Mapping[str, int]


class PassageReader:
    """Reads the sentences of a draft among each other; opens its files on first use."""

    def __init__(self, folder: Path = DATA) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        # the next version of a draft has most passages of this one; no word of them is kept
        self._known: OrderedDict[bytes, _Table] = OrderedDict()

    def read(self, sentences: Sequence[str], wanted: Mapping[int, float]) -> Mapping[int, _Table]:
        """Give for the sentences at these places the log-odds of each topic, as `topics` counts.

        Only the passages are read that they stand in, and of a long draft only some: others may
        come along, or be missing.

        Args:
            sentences: All sentences of the draft.
            wanted: The places, each with how much is to be learned there.

        Raises:
            UnreadableError: Its files are missing or broken.
        """
        with self._lock:
            files = self._files
        found: dict[int, _Table] = {}
        texts = [replace_surrogates(one[:_LETTERS]) for one in sentences]
        parts = [list(files.splitter.encode(text))[:_LONGEST] for text in texts]
        passages = cut_passages([len(one) for one in parts], _LONGEST)
        open_ones = [one for one in passages if not wanted.keys().isdisjoint(one)]
        open_ones.sort(key=lambda one: -max(wanted[place] for place in one if place in wanted))
        for passage in open_ones[:_MOST]:
            rows = self._recall_passage([parts[number] for number in passage])
            found.update(zip(passage, rows, strict=True))
        return found

    def _recall_passage(self, sentences: Sequence[Sequence[int]]) -> _Table:
        name = _name_passage(sentences)
        with self._lock:
            rows = self._known.get(name)
        if rows is None:
            rows = self._read_passage(sentences)
            with self._lock:
                self._known[name] = rows
                while len(self._known) > _MOST_REMEMBERED:
                    self._known.popitem(last=False)
        return rows

    @property
    def topics(self) -> Mapping[str, int]:
        """Give the column of each topic.

        Raises:
            UnreadableError: Its files are missing or broken.
        """
        with self._lock:
            return self._files.topics

    def _read_passage(self, sentences: Sequence[Sequence[int]]) -> _Table:
        parts = [BEGIN, *(part for one in sentences for part in one), END]
        shares = np.zeros((len(sentences), len(parts)), np.float32)
        at = 1
        for number, one in enumerate(sentences):
            shares[number, at : at + len(one)] = 1 / max(1, len(one))
            at += len(one)
        try:
            vectors = unpack_rows(self._files.rows.read(parts))
            return self._files.graph.count({"vectors": vectors, "shares": shares})
        except (OSError, ValueError) as error:
            raise UnreadableError(type(error).__name__) from error

    @cached_property
    def _files(self) -> _Files:
        try:
            return _open(self._folder)
        except Exception as error:  # of three kinds of files, each with errors of its own
            raise UnreadableError(type(error).__name__) from error


def cut_passages(lengths: Sequence[int], longest: int) -> list[range]:
    """Cut a draft into passages: as many sentences each as fit; all lengths count word parts."""
    passages, begin, total = [], 0, 0
    for number, length in enumerate(lengths):
        if number > begin and total + length > longest:
            passages.append(range(begin, number))
            begin, total = number, 0
        total += length
    return [*passages, range(begin, len(lengths))] if lengths else []


def _name_passage(sentences: Sequence[Sequence[int]]) -> bytes:
    parts = array("I", [part for one in sentences for part in (len(one), *one)])
    return hashlib.blake2b(parts.tobytes(), digest_size=16).digest()


def _open(folder: Path) -> _Files:
    # takes its time: only where it is wanted
    from sentencepiece import SentencePieceProcessor  # noqa: PLC0415

    graph = open_graph(folder / LAYERS_FILE.name)
    names = graph.notes["topics"].split()
    rows = StoredRows(folder / PARTS_FILE, _WIDTH // 32 * BLOCK)
    splitter = SentencePieceProcessor(model_file=str(folder / SPLITTER_FILE))
    if splitter.vocab_size() != rows.count:
        raise ValueError(rows.count)
    return _Files(splitter, rows, graph, {name: number for number, name in enumerate(names)})


def unpack_rows(rows: _Bytes) -> _Table:
    """Give the vectors of rows: blocks of a scale and 32 numbers of four bits."""
    blocks = rows.reshape(len(rows), -1, BLOCK)
    scales = blocks[:, :, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], axis=2)
    return ((halves.astype(np.float32) - 8) * scales).reshape(len(rows), -1)

"""The layers of the sentence encoder, counted by onnxruntime in less time than numpy takes.

What is counted, tests/tools/draw_encoder.py has written down (data/encoder.onnx, without a single
weight). The weights come from the package, and stand beside it one after the other in one file.
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.files.graph import Graph, open_graph

GRAPH = Path(__file__).parent / "data" / "encoder.onnx"
WEIGHTS_FILE = "encoder.weights"
REACH = 2  # word parts to the left and to the right that a word part is read with
# By name, in the order of the file: the shape of each table.
SHAPES: Mapping[str, tuple[int, ...]] = {
    "proj_W": (512, 768), "proj_b": (768,), "ln_g_all": (768,), "ln_b_all": (768,),
    "w1.0": (512, 256), "b1.0": (256,), "w2.0": (512, 256), "b2.0": (256,),
    "w1.1": (768, 256), "b1.1": (256,), "w2.1": (768, 256), "b2.1": (256,),
    "w1.2": (1280, 256), "b1.2": (256,), "w2.2": (1280, 256), "b2.2": (256,),
    "ln_g": (1280,), "ln_b": (1280,), "cnn_W": (1280, 512), "cnn_b": (512,),
    "d0": (512, 320), "d1": (320, 320), "d2": (320, 512), "d3": (512, 512),
    "p1": (512, 320), "p3": (320, 512),
}  # fmt: skip
_Table = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class EncoderLayers:
    """The opened layers."""

    graph: Graph

    def count(self, vectors: _Table, lengths: Sequence[int]) -> _Table:
        """Give the vector of each sentence.

        Args:
            vectors: A row a word part, of one sentence after the other.
            lengths: How many word parts each sentence has; at least one.

        Raises:
            GraphError: It cannot be counted.
        """
        counted = np.array(lengths, np.int64)
        ends = np.cumsum(counted)
        places = np.arange(len(vectors))
        reached = places[:, None] + np.arange(-REACH, REACH + 1)
        begin, end = np.repeat(ends - counted, counted), np.repeat(ends, counted)
        is_inside = (reached >= begin[:, None]) & (reached < end[:, None])
        # the row behind the last one stands for nothing
        windows = np.where(is_inside, reached, len(vectors))
        shares = np.zeros((len(counted), len(vectors)), np.float32)
        shares[np.repeat(np.arange(len(counted)), counted), places] = np.repeat(
            1 / np.sqrt(counted), counted
        )
        return self.graph.count({"vectors": vectors, "windows": windows, "shares": shares})


def write_layers(weights: Mapping[str, _Table], folder: Path) -> None:
    """Write what `open_layers` opens.

    Raises:
        ValueError: A table has another shape than the one written down.
        OSError: There is no place for it.
    """
    with (folder / WEIGHTS_FILE).open("wb") as file:
        for name, shape in SHAPES.items():
            if weights[name].shape != shape:
                raise ValueError(name)
            file.write(np.ascontiguousarray(weights[name], np.float32).tobytes())
    shutil.copyfile(GRAPH, folder / GRAPH.name)


def open_layers(folder: Path) -> EncoderLayers:
    """Open the layers.

    Raises:
        GraphError: They are not there, or broken.
    """
    return EncoderLayers(open_graph(folder / GRAPH.name))

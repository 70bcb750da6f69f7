"""Write down what the sentence encoder counts: the drawing end of `make encoder`.

It runs in the environment of `make reader`, which has onnx. The file says what is multiplied with
what; the weights stay in the package (bot/files/encoder_layers.py).
"""

import sys
from dataclasses import dataclass, field
from math import prod
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from bot.files.encoder_layers import GRAPH, REACH, SHAPES, WEIGHTS_FILE

_FORM, _AGE = 17, 8  # of the operations, and of the file
_EPSILON = 1e-12  # what is added below a root, or its least
_WIDTH = 256  # of each of the three branches
_BRANCHES = ((2, 0), (3, 1), (5, 2))  # word parts read together; of them to the left


@dataclass
class Drawing:
    """What has been written down so far."""

    nodes: list[Any] = field(default_factory=list)
    tables: list[Any] = field(default_factory=list)

    def add(self, kind: str, *given: str, **chosen: object) -> str:
        """Add one operation, and name what comes out."""
        name = f"{kind}-{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(given), [name], name=name, **chosen))
        return name

    def number(self, *values: int) -> str:
        """Name a list of whole numbers."""
        return self._keep(np.array(values, np.int64))

    def table(self, values: "np.ndarray") -> str:
        """Name a table."""
        return self._keep(values.astype(np.float32))

    def _keep(self, values: "np.ndarray") -> str:
        name = f"table-{len(self.tables)}"
        self.tables.append(numpy_helper.from_array(values, name))
        return name

    def cut(self, values: str, begin: int, end: int) -> str:
        """Cut columns out of a table."""
        return self.add("Slice", values, self.number(begin), self.number(end), self.number(1))

    def count(self, values: str, weights: str, bias: str = "") -> str:
        """Multiply, and add a bias."""
        product = self.add("MatMul", values, weights)
        return self.add("Add", product, bias) if bias else product

    def level(self, values: str, strengths: str, bias: str) -> str:
        """Bring each row to the same mean and spread."""
        return self.add("LayerNormalization", values, strengths, bias, axis=-1, epsilon=_EPSILON)


def draw(drawing: Drawing) -> str:
    """Draw everything from `vectors`, `windows` and `shares` on; name what comes out."""
    projected = drawing.level(drawing.count("vectors", "proj_W", "proj_b"), "ln_g_all", "ln_b_all")
    branches = [
        _draw_branch(drawing, drawing.cut(projected, at * _WIDTH, (at + 1) * _WIDTH), at)
        for at in range(len(_BRANCHES))
    ]
    together = drawing.add("Concat", "vectors", *branches, axis=1)
    read = drawing.add("MatMul", "shares", drawing.level(together, "ln_g", "ln_b"))
    length = drawing.add("ReduceSum", "shares", drawing.number(1), keepdims=1)
    meaning = drawing.add("Add", drawing.count(read, "cnn_W"), drawing.add("Mul", length, "cnn_b"))
    first = drawing.add("Relu", drawing.count(meaning, "d0"))
    sides = drawing.add("Add", drawing.count(meaning, "p1"), drawing.count(first, "d1"))
    second = drawing.add("Relu", sides)
    third = drawing.add("Relu", drawing.count(second, "d2"))
    last = drawing.add("Add", drawing.count(second, "p3"), drawing.count(third, "d3"))
    turned = drawing.add("Tanh", last)
    square = drawing.add(
        "ReduceSum", drawing.add("Mul", turned, turned), drawing.number(1), keepdims=1
    )
    least = drawing.add("Max", square, drawing.table(np.array([_EPSILON])))
    return drawing.add("Div", turned, drawing.add("Sqrt", least))


def _draw_branch(drawing: Drawing, values: str, at: int) -> str:
    """Read each word part with those around it, twice."""
    together, left = _BRANCHES[at]
    window = drawing.cut("windows", REACH - left, REACH - left + together)
    nothing = drawing.table(np.zeros((1, _WIDTH)))
    shape = drawing.number(-1, together * _WIDTH)
    for layer in ("1", "2"):
        among = drawing.add("Concat", values, nothing, axis=0)
        around = drawing.add("Reshape", drawing.add("Gather", among, window, axis=0), shape)
        told = drawing.add("Relu", drawing.count(around, f"w{layer}.{at}", f"b{layer}.{at}"))
        values = drawing.add("Add", told, values)
    return values


def name_weights() -> list[Any]:
    """Say where in the file of weights each table stands."""
    tables, at = [], 0
    for name, shape in SHAPES.items():
        size = prod(shape) * 4
        table = TensorProto(name=name, dims=shape, data_type=TensorProto.FLOAT)
        table.data_location = TensorProto.EXTERNAL
        for key, value in (("location", WEIGHTS_FILE), ("offset", at), ("length", size)):
            table.external_data.add(key=key, value=str(value))
        tables.append(table)
        at += size
    return tables


def main() -> int:
    drawing = Drawing()
    meanings = draw(drawing)
    drawing.nodes.append(helper.make_node("Identity", [meanings], ["meanings"]))
    graph = helper.make_graph(
        drawing.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["parts", 512]),
            helper.make_tensor_value_info("windows", TensorProto.INT64, ["parts", 2 * REACH + 1]),
            helper.make_tensor_value_info("shares", TensorProto.FLOAT, ["sentences", "parts"]),
        ],
        [helper.make_tensor_value_info("meanings", TensorProto.FLOAT, ["sentences", 512])],
        [*drawing.tables, *name_weights()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _FORM)])
    model.ir_version = _AGE
    GRAPH.write_bytes(model.SerializeToString(deterministic=True))
    sys.stdout.write(f"{GRAPH}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

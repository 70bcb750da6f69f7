"""What is multiplied with what: a file that onnxruntime opens and counts, one thread at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_Table = np.ndarray[Any, np.dtype[np.float32]]


class GraphError(ValueError):
    """A graph cannot be opened, or not be counted; it names the library's own error."""


@dataclass(frozen=True)
class Graph:
    """An opened file of one result."""

    session: Any

    @property
    def notes(self) -> Mapping[str, str]:
        """Give what the file says of itself."""
        notes: Mapping[str, str] = self.session.get_modelmeta().custom_metadata_map
        return notes

    def count(self, given: Mapping[str, "np.ndarray[Any, Any]"]) -> _Table:
        """Count the result of what is given, by its names in the file.

        Raises:
            GraphError: It cannot be counted.
        """
        try:
            return np.asarray(self.session.run(None, given)[0], np.float32)
        except Exception as error:  # its errors have no base but this one
            raise GraphError(type(error).__name__) from error


def open_graph(path: Path) -> Graph:
    """Open a file.

    Raises:
        GraphError: It is not there, or broken.
    """
    # takes its time: only where it is wanted
    import onnxruntime  # noqa: PLC0415

    chosen = onnxruntime.SessionOptions()
    chosen.intra_op_num_threads = chosen.inter_op_num_threads = 1
    chosen.enable_cpu_mem_arena = chosen.enable_mem_pattern = False  # it would keep all it ever had
    chosen.log_severity_level = 4  # what went wrong is raised; nothing is written
    try:
        providers = ["CPUExecutionProvider"]
        return Graph(onnxruntime.InferenceSession(str(path), chosen, providers=providers))
    except Exception as error:  # its errors have no base but this one
        raise GraphError(type(error).__name__) from error

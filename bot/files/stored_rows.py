"""A table on disk of which a text needs a few rows: read one by one, the rest stays there."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class StoredRows:
    """Rows of equal width, a byte each number.

    Mapping the file would count every page around a row as memory of this process.
    """

    path: Path
    width: int

    @property
    def count(self) -> int:
        """Give how many rows there are.

        Raises:
            OSError: There is no such file.
        """
        return self.path.stat().st_size // self.width

    def read(self, numbers: Iterable[int]) -> "np.ndarray[Any, np.dtype[np.uint8]]":
        """Read the rows of these numbers.

        Raises:
            OSError: There is no such file any more.
        """
        read = bytearray()
        with self.path.open("rb", buffering=0) as file:
            for number in numbers:
                file.seek(number * self.width)
                read += file.read(self.width)
        return np.frombuffer(read, np.uint8).reshape(-1, self.width)

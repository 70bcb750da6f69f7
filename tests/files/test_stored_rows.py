"""A table on disk gives the rows asked for, in their order."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.files.stored_rows import StoredRows

_TABLE = np.arange(240, dtype=np.uint8).reshape(20, 12)


@pytest.fixture
def stored(tmp_path: Path) -> StoredRows:
    (tmp_path / "table.bin").write_bytes(_TABLE.tobytes())
    return StoredRows(tmp_path / "table.bin", 12)


@given(numbers=st.lists(st.integers(0, 19)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_rows_come_as_they_are_asked_for(stored: StoredRows, numbers: list[int]) -> None:
    assert stored.count == len(_TABLE)
    assert np.array_equal(stored.read(numbers), _TABLE[numbers])


def test_a_table_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"table\.bin"):
        StoredRows(tmp_path / "table.bin", 12).read([0])

"""The door that every test goes through."""

from collections.abc import Callable

import pytest

from bot.core.programme.numbers import Answers, ExportRefused, NumbersRead
from bot.files.exports.aliases import load_aliases
from bot.files.exports.reading import ExportReader
from tests.conftest import POLICIES

Read = Callable[..., NumbersRead | ExportRefused]


@pytest.fixture(scope="session")
def reader() -> ExportReader:
    return ExportReader(load_aliases(POLICIES))


@pytest.fixture
def read(reader: ExportReader) -> Callable[..., NumbersRead]:
    """Read a file that can be read."""

    def read_well(
        data: bytes, name: str = "export.xlsx", answers: Answers | None = None
    ) -> NumbersRead:
        outcome = reader.read_export(name, data, "en", answers)
        assert isinstance(outcome, NumbersRead), outcome
        return outcome

    return read_well


@pytest.fixture
def refuse(reader: ExportReader) -> Callable[..., ExportRefused]:
    """Read a file that cannot be read."""

    def read_badly(data: bytes, name: str = "export.xlsx") -> ExportRefused:
        outcome = reader.read_export(name, data, "en")
        assert isinstance(outcome, ExportRefused), outcome
        return outcome

    return read_badly

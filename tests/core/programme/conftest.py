"""The reader of exports, as its own tests have it."""

import pytest

from bot.files.exports.aliases import load_aliases
from bot.files.exports.reading import ExportReader
from tests.conftest import POLICIES


@pytest.fixture(scope="session")
def reader() -> ExportReader:
    return ExportReader(load_aliases(POLICIES))

"""What taking in exports needs from outside, beside a shelf."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.model import Language
from bot.core.programme.numbers import Answers, ExportRefused, NumbersRead


class EmptyTables(Protocol):
    """Gives the empty table that people fill in themselves."""

    def name_page(self, language: Language, *, on_page: bool) -> str:
        """Give the address of the file, for our own page or elsewhere; empty: it has none."""
        ...

    def list_headers(self, language: Language) -> Sequence[str]:
        """Give its headers."""
        ...


class ReadsExports(Protocol):
    """Reads the numbers of posts out of a file. It blocks, for seconds at worst."""

    def read_export(
        self, name: str, data: bytes, language: Language, answers: Answers | None = None, /
    ) -> NumbersRead | ExportRefused:
        """Read a file; `answers` are what its owner said to the questions of an earlier reading."""
        ...

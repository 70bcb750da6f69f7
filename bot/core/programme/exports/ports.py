"""What taking in exports needs from outside, beside a shelf."""

from typing import Protocol

from bot.core.model import Language
from bot.core.programme.numbers import Answers, ExportRefused, NumbersRead


class ReadsExports(Protocol):
    """Reads the numbers of posts out of a file. It blocks, for seconds at worst."""

    def read_export(
        self, name: str, data: bytes, language: Language, answers: Answers | None = None, /
    ) -> NumbersRead | ExportRefused:
        """Read a file; `answers` are what its owner said to the questions of an earlier reading."""
        ...

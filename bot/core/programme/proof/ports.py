"""What the proof of value needs from outside. Every method may raise StorageError."""

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from bot.core.model import Language
from bot.core.programme.library.readings import Reading
from bot.core.programme.proof.deeds import Deed
from bot.core.programme.proof.disclosure import Closed
from bot.core.programme.proof.report import Report

Format = Literal["pdf", "pptx", "xlsx", "csv"]
FORMATS: tuple[Format, ...] = ("pdf", "pptx", "xlsx", "csv")


class DeedSource(Protocol):
    """Reads what people did."""

    async def list_deeds(self, first: int, last: int) -> Sequence[Deed]:
        """List the deeds of some months, the last included."""
        ...

    async def list_readings(self) -> Sequence[Reading]:
        """List how many took up each lesson, by month."""
        ...

    async def find_first_month(self) -> int | None:
        """Find the month of the oldest deed; None where there is none."""
        ...


class ClosedMonths(Protocol):
    """Keeps closed months for good: the first one that is kept stays."""

    async def list_things(self) -> Sequence[Closed]:
        """List them in the order in which they were closed."""
        ...

    async def keep_first(self, key: str, thing: Closed) -> bool:
        """Keep a month unless it is kept already."""
        ...


class Press(Protocol):
    """Makes files of a report, beside the loop that everybody else waits for."""

    async def make_file(
        self, report: Report, form: Format, language: Language, rules: Mapping[str, str]
    ) -> bytes | None:
        """Make a file; None: it took too long or was too much."""
        ...

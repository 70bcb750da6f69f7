"""What editors enter beside what is counted: the programme's cost, the page's followers. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

FOLLOWERS = "followers"
LARGEST = 10**9
LONGEST_KIND = 60


@dataclass(frozen=True)
class Entry:
    """What an editor entered of a month: a cost of a kind, or the page's followers.

    Args:
        month: Of which month.
        kind: `followers`, or what the money went to, in the editor's words.
        value: People, or money in whole units.
    """

    month: int
    kind: str
    value: int

    @property
    def key(self) -> str:
        """Name it: a month and kind is entered once, and corrected in its place."""
        return f"{self.month} {self.kind}"


def sum_cost(entries: Sequence[Entry], first: int, last: int) -> int:
    """Sum the cost of some months."""
    return sum(one.value for one in entries if one.kind != FOLLOWERS and first <= one.month <= last)


def read_count(text: str) -> int | None:
    """Read a whole number as people write it, `1.234` or `1 234`; None for anything else."""
    digits = "".join(text.split()).replace(".", "").replace(",", "").replace("\u2019", "")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 10:
        return None
    number = int(digits)
    return number if number <= LARGEST else None


def read_kind(text: str) -> str:
    """Read the name of a cost: one line of printable characters."""
    line = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(line.split())[:LONGEST_KIND]

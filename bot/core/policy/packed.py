"""Numbers by a number, packed: millions of them stay in memory as long as a process runs."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class PackedNumbers:
    """Numbers by a number: lists in a dictionary take ten times the room."""

    keys: bytes = b""  # in ascending order, eight bytes each; the others have four
    ends: bytes = b""  # beside each key: where its numbers end, the next one's begin
    numbers: bytes = b""

    @classmethod
    def pack(cls, lists: Mapping[int, Sequence[int]]) -> Self:
        """Pack a dictionary of lists."""
        keys, ends, numbers = array("Q"), array("I"), array("I")
        for key, some in sorted(lists.items()):
            numbers.extend(some)
            keys.append(key)
            ends.append(len(numbers))
        return cls(keys.tobytes(), ends.tobytes(), numbers.tobytes())

    def find(self, key: int) -> Sequence[int]:
        """Give the numbers of a key; none where there is no such key."""
        keys, ends = memoryview(self.keys).cast("Q"), memoryview(self.ends).cast("I")
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return ()
        return memoryview(self.numbers).cast("I")[ends[at - 1] if at else 0 : ends[at]]


NO_NUMBERS = PackedNumbers()

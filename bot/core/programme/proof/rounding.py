"""How coarse a number is told, and what whoever knows that makes of it. Pure."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.programme.proof.deeds import MANNERS, Deed

LEAST = 10  # people that a figure rests on, and values that a coarse number may have
LEAST_SHARED = 100  # things of which a share is told: a step of it is ten of them
# Seconds: moments for answers of ours, hours and days for those of people.
TIME_CLASSES = (
    1, 2, 5, 10, 30, 60, 300, 3_600, 4 * 3_600, 8 * 3_600, 24 * 3_600, 2 * 86_400, 3 * 86_400,
    7 * 86_400, 14 * 86_400, 30 * 86_400, 90 * 86_400,
)  # fmt: skip


@dataclass(frozen=True)
class Crowd:
    """Some deeds.

    Args:
        total: How many, or the sum of what they amount to.
        people: Of how many people.
        most: How much of it is of one person, at most.
        times: In how many months each of the people was there, taken together.
        spare: How much of it one person has beyond one for each of their months, at most.
    """

    total: int
    people: int
    most: int
    times: int
    spare: int

    @property
    def is_dominated(self) -> bool:
        """Whether one of them makes more than half."""
        return 2 * self.most > self.total

    def hides(self, upper: int) -> bool:
        """Say whether nobody's own figure follows, where all together are at most so many.

        Also not for whoever knows who was there in which month, with one at least, and their own.
        """
        return upper - self.times > self.spare


def measure(deeds: Iterable[Deed]) -> Crowd:
    """Measure some deeds: things, or the sum of what they amount to; who has nothing is nobody."""
    shares: Counter[tuple[str, int]] = Counter()
    for deed in deeds:
        amount = 1 if MANNERS[deed.kind] == "times" else deed.amount
        if amount > 0:
            shares[deed.person, deed.month] += amount
    whole, months = Counter[str](), Counter[str]()
    for (person, _), amount in shares.items():
        whole[person] += amount
        months[person] += 1
    most = max(whole.values(), default=0)
    spare = max((amount - months[person] for person, amount in whole.items()), default=0)
    return Crowd(whole.total(), len(whole), most, len(shares), spare)


def lower(count: int) -> int:
    """Round a count down to tens, a large one to two digits: a range at least ten wide."""
    step = _find_step(count)
    return count // step * step


def find_top(count: int) -> int:
    """Give the largest count that is told as this one is."""
    return lower(count) + _find_step(count) - 1


def _find_step(count: int) -> int:
    return max(10, int(10 ** (len(str(count)) - 2)))


def round_sum(total: int) -> int:
    """Round a sum to three digits."""
    step = max(1, int(10 ** (len(str(total)) - 3)))
    return (total + step // 2) // step * step


def round_share(count: int, whole: int) -> int:
    """Round a share to a step that is ten of the whole."""
    step = 10 if whole < 200 else 5 if whole < 1000 else 1
    return (200 * count // whole + step) // (2 * step) * step


def find_shared(share: int, whole: int) -> tuple[int, int]:
    """Give the smallest and the largest count that have a share."""

    def round_one(count: int) -> int:
        return round_share(count, whole)

    counts = range(whole + 1)
    return bisect_left(counts, share, key=round_one), bisect_right(counts, share, key=round_one) - 1


def find_class(seconds: int) -> int:
    """Give the class of a time."""
    return next((limit for limit in TIME_CLASSES if seconds <= limit), TIME_CLASSES[-1])

"""Choose which parts of a whole may be told together: themes of posts, rules of drafts, “go”. Pure.

The whole is told exactly. So what is left when parts are taken off is known in bounds, and each
part must stay ten values wide within all of them; also for whoever knows who is in a part.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.programme.proof.deeds import Deed
from bot.core.programme.proof.rounding import (
    LEAST,
    LEAST_SHARED,
    Crowd,
    find_shared,
    find_top,
    lower,
    measure,
    round_share,
)

_MOST_PARTS = 12
GO = "go"


@dataclass(frozen=True)
class Part:
    """A part of some deeds, and the bounds that follow from how it is told.

    Args:
        name: Which.
        told: The number that is told.
        least: The smallest count that is told so.
        top: The largest.
        inside: Its deeds.
        outside: All others.
    """

    name: str
    told: int
    least: int
    top: int
    inside: Crowd
    outside: Crowd

    @property
    def floor(self) -> int:
        """What it is at least for whoever knows who is in it, and when."""
        return max(self.least, self.inside.times)

    def fits(self, left: int) -> bool:
        """Say whether it stays wide enough where it and all outside are counted exactly.

        Args:
            left: What the other parts leave of the whole, at most.
        """
        whole = self.inside.total + self.outside.total
        least, top = max(self.least, LEAST), min(self.top, left, whole - self.outside.times)
        return (
            self.inside.people >= LEAST
            and self.outside.people >= LEAST
            and top - least >= LEAST - 1
            and self.inside.hides(top)
            and self.outside.hides(whole - least)
        )


def choose_parts(
    deeds: Sequence[Deed], go: Part | None = None, *, is_exclusive: bool = False
) -> list[Part]:
    """Choose the parts that are told, the largest first.

    Args:
        deeds: The deeds of all of them.
        go: The deeds that are in none of them, if that is told, too.
        is_exclusive: Whether a deed is in one part at most.
    """
    names = {name for deed in deeds for name in deed.parts}
    found = [_measure_part(name, deeds) for name in names]
    found.sort(key=lambda one: (-one.told, one.name))
    chosen: list[Part] = []
    for part in found:
        if len(chosen) == _MOST_PARTS:
            break
        together = [*chosen, part]
        if is_exclusive:
            fits = _fit_together(together, deeds)
        else:
            fits = part.fits(len(deeds) - (go.floor if go else 0)) and (
                go is None or go.fits(len(deeds) - part.floor)
            )
        if fits:
            chosen = together
    return chosen


def _fit_together(parts: Sequence[Part], deeds: Sequence[Deed]) -> bool:
    names = {one.name for one in parts}
    others = measure(deed for deed in deeds if not names.intersection(deed.parts))
    taken = sum(one.floor for one in parts) + others.times
    return all(one.fits(len(deeds) - taken + one.floor) for one in parts)


def _measure_part(name: str, deeds: Sequence[Deed]) -> Part:
    inside, outside = _split(name, deeds)
    return Part(
        name, lower(inside.total), lower(inside.total), find_top(inside.total), inside, outside
    )


def measure_go(deeds: Sequence[Deed]) -> Part | None:
    """Measure the share that is “go”; None where it is not told."""
    inside, outside = _split(GO, deeds)
    whole = len(deeds)
    if whole < LEAST_SHARED:
        return None
    told = round_share(inside.total, whole)
    part = Part(GO, told, *find_shared(told, whole), inside, outside)
    return part if part.fits(whole) else None


def _split(name: str, deeds: Sequence[Deed]) -> tuple[Crowd, Crowd]:
    inside = measure(deed for deed in deeds if name in deed.parts)
    return inside, measure(deed for deed in deeds if name not in deed.parts)

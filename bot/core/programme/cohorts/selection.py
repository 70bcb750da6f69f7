"""Who of those who applied is to be in: the proposal, or what an editor made of it. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import LEVELS, Ambassador
from bot.core.programme.cohorts.call import Application
from bot.core.programme.cohorts.spread import Applicant, choose_group, score_group
from bot.core.programme.cohorts.spread_report import Dimension

NAMED_FROM = 10  # people of a department or region, before editors are told that it exists


@dataclass(frozen=True)
class Expected:
    """What there is in the organisation: values by dimension as they are compared, and written."""

    values: Mapping[Dimension, tuple[str, ...]]
    spellings: Mapping[str, str]


@dataclass(frozen=True)
class Selection:
    """A selection out of the applications.

    Args:
        applications: All of them, by sign.
        spellings: How a department or region is written most often, by how it is compared.
        chosen: The signs of who is in, in order.
        by_hand: The signs of those whom only an editor chose.
        is_by_hand: Whether an editor changed the proposal.
    """

    applications: Mapping[str, Application]
    spellings: Mapping[str, str]
    chosen: tuple[str, ...]
    by_hand: frozenset[str]
    is_by_hand: bool = False

    @property
    def group(self) -> list[Applicant]:
        """Give who is in."""
        return [read_applicant(self.applications[sign]) for sign in self.chosen]

    @property
    def everybody(self) -> list[Applicant]:
        """Give all who applied."""
        return [read_applicant(one) for one in self.applications.values()]

    @property
    def fingerprint(self) -> str:
        """Name who is in, so that a confirmation is for what was shown."""
        return hashlib.sha256("\n".join(self.chosen).encode()).hexdigest()[:12]

    def list_others(self) -> list[Application]:
        """List who is not in, in the order of their signs."""
        others = [sign for sign in self.applications if sign not in self.chosen]
        return [self.applications[sign] for sign in sorted(others)]

    def rank_for(self, out: str) -> list[Application]:
        """List who could come in for somebody, the widest spread first."""
        staying = [one for one in self.group if one.sign != out]

        def score(one: Application) -> tuple[int, int]:
            return score_group([*staying, read_applicant(one)])

        return sorted(self.list_others(), key=score, reverse=True)

    def swap(self, out: str, other: str) -> tuple[str, ...] | None:
        """Give who is in after a swap; empty stands for nobody. None: it cannot be done."""
        is_out_known = out in self.chosen if out else True
        is_other_known = other in self.applications and other not in self.chosen if other else True
        if not (is_out_known and is_other_known and (out or other)):
            return None
        return tuple(sorted({*self.chosen} - {out} | {other} - {""}))


def select_group(
    applications: Sequence[Application], seats: Sequence[str], places: int
) -> Selection:
    """Select: who has a seat by an editor's hand, else the proposal."""
    by_sign = {one.sign: one for one in applications}
    proposed = [one.sign for one in choose_group(map(read_applicant, applications), places)]
    seated = sorted(sign for sign in set(seats) if sign in by_sign)
    return Selection(
        by_sign,
        _find_spellings(word for one in applications for word in (one.department, one.region)),
        tuple(seated or proposed),
        frozenset(seated) - set(proposed),
        bool(seated),
    )


def read_applicant(application: Application) -> Applicant:
    """Give somebody as the spread sees them."""
    place = (_fold(application.department), _fold(application.region))
    return Applicant(application.sign, (*place, application.level, application.language))


def list_expected(ambassadors: Iterable[Ambassador]) -> Expected:
    """List what there is in the organisation, as far as editors may know from those who joined."""
    people = list(ambassadors)
    departments = Counter(_fold(one.work.department) for one in people)
    regions = Counter(_fold(one.work.region) for one in people)
    spoken = {one.language for one in people}
    values: dict[Dimension, tuple[str, ...]] = {
        "department": _list_large(departments),
        "region": _list_large(regions),
        "level": LEVELS,
        "language": tuple(one for one in LANGUAGES if one in spoken),
    }
    written = [word for one in people for word in (one.work.department, one.work.region)]
    return Expected(values, _find_spellings(written))


def _list_large(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(one for one, count in counts.items() if one and count >= NAMED_FROM))


def _find_spellings(words: Iterable[str]) -> dict[str, str]:
    """Find how something is written most often, by how it is compared."""
    written = Counter(" ".join(word.split()) for word in words if word)
    ordered = sorted(written, key=lambda word: (written[word], word))
    return {_fold(word): word for word in ordered}


def _fold(word: str) -> str:
    return " ".join(word.casefold().split())

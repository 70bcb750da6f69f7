"""What is due goes to the feature whose kind it is; what was due in a gap is held."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.plans import Plans
from bot.core.programme.schedule import Gap, Schedule

_NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
_HOUR = datetime.timedelta(hours=1)


@dataclass
class Feature:
    """Plans bundles, and notes what it is told."""

    kinds: frozenset[Kind] = frozenset({"bundle"})
    told: list[str] = field(default_factory=list)

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        return plans

    async def carry_out(self, occurrence: Occurrence) -> None:
        self.told.append(f"do {occurrence.key}")

    async def note_missed(self, occurrence: Occurrence) -> None:
        self.told.append(f"missed {occurrence.key}")


@dataclass(frozen=True)
class Restored:
    start: datetime.datetime
    end: datetime.datetime


async def list_gaps() -> Sequence[Gap]:
    return (Restored(_NOON - _HOUR, _NOON + _HOUR),)


def make(at: datetime.datetime, kind: Kind = "bundle") -> Occurrence:
    return Occurrence(f"{kind}:x", kind, at, "x")


async def test_each_kind_goes_to_its_feature() -> None:
    feature = Feature()
    schedule = Schedule("UTC", frozenset(), (feature,))
    await schedule.carry_out(make(_NOON))
    await schedule.carry_out(make(_NOON, "nudge"))
    assert feature.told == ["do bundle:x"]


async def test_what_was_due_after_the_backup_is_held_and_noted() -> None:
    feature = Feature()
    schedule = Schedule("UTC", frozenset(), (feature,), list_gaps=list_gaps)
    await schedule.carry_out(make(_NOON))
    await schedule.carry_out(make(_NOON + 2 * _HOUR))
    assert feature.told == ["missed bundle:x", "do bundle:x"]

"""What a tick does: it has everything carried out that is due, and remembers what was."""

import datetime
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.apologies import name_place
from bot.core.programme.due import GRACE, Occurrence, find_due
from bot.core.programme.ports import Carrier, Planner

_Name = tuple[str, datetime.datetime]  # the key, and the moment: a broadcast may get another
_log = logging.getLogger(__name__)


@dataclass
class Rounds:
    """Finds what is due and has it carried out, each thing for itself.

    Args:
        planner: Knows what is planned.
        carrier: Does it.
        grace: How late something is still done.
    """

    planner: Planner
    carrier: Carrier
    grace: datetime.timedelta = GRACE
    _done: set[_Name] = field(default_factory=set)

    async def tick(self, since: datetime.datetime | None, until: datetime.datetime) -> bool:
        """Carry out what is due now; say whether all of it was.

        Every tick looks back over the whole grace, whatever the last one saw: somebody may plan
        something for a minute that has just gone by, or put the clock back.

        Args:
            since: Up to when everything was carried out; None: nobody knows.
            until: Now.
        """
        lately = until - self.grace
        start = lately if since is None else min(since, lately)
        plans = await self.planner.list_plans(start, until)
        due = find_due(plans, start, until, self.grace)
        self._done &= {_name(one) for one in due}
        # what was done before a restart is not missed because its time has gone by since then
        asked = [one for one in due if not one.is_missed or since is None or one.at > since]
        left = [one for one in asked if _name(one) not in self._done]
        _tell_missed([one for one in left if one.is_missed])
        for one in left:
            await self._try(one)
        return all(_name(one) in self._done for one in asked)

    async def _try(self, one: Occurrence) -> None:
        """Carry out one; a failure is logged and stops no other."""
        try:
            if one.is_missed:
                await self.carrier.note_missed(one)
            else:
                await self.carrier.carry_out(one)
        except Exception as error:  # noqa: BLE001 - one that fails must not stop the others
            # keys name people: they stay out of the log
            name = type(error).__name__
            _log.error("what was due failed (%s): %s %s", one.kind, name, name_place(error))
        else:
            self._done.add(_name(one))


def _name(one: Occurrence) -> _Name:
    return one.key, one.at


def _tell_missed(missed: Sequence[Occurrence]) -> None:
    if missed:
        kinds = Counter(one.kind for one in missed)
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        _log.warning("not done, since no clock ran in time: %s", listed)

"""A clock that runs with the machine's, whole days ahead: on a working day, whatever day it is."""

import datetime
from dataclasses import dataclass

from bot.scheduling.clock import now_in

_WEDNESDAY = 2


@dataclass(frozen=True)
class WorkdayClock:
    """The machine's clock on a Wednesday."""

    days_ahead: int

    def now(self) -> datetime.datetime:
        return now_in(datetime.UTC) + datetime.timedelta(days=self.days_ahead)


def count_days_ahead() -> int:
    """Count the days to a Wednesday; processes of one test share the number."""
    return (_WEDNESDAY - now_in(datetime.UTC).weekday()) % 7

"""`jourfix serve`, `worker` or `clock` at another time.

It runs on from a moment of the test, or so many seconds away from the machine's clock: processes
that start at different times then share one clock.
"""

import datetime
import sys
from dataclasses import dataclass

from bot.bootstrap.server import keep_time, serve, work
from bot.scheduling.clock import now_in


@dataclass(frozen=True)
class MovedClock:
    """The machine's clock, moved."""

    by: datetime.timedelta

    def now(self) -> datetime.datetime:
        return now_in(datetime.UTC) + self.by


def main() -> int:
    what, told = sys.argv[1:]
    if told.lstrip("-").isdecimal():
        clock = MovedClock(datetime.timedelta(seconds=int(told)))
    else:
        clock = MovedClock(datetime.datetime.fromisoformat(told) - now_in(datetime.UTC))
    match what:
        case "worker":
            return work(clock)
        case "clock":
            return keep_time(clock)
        case _:
            return serve(clock=clock)


if __name__ == "__main__":
    sys.exit(main())

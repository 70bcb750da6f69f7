"""`jourfix serve`, `worker` or `clock` at another time: it runs on from a moment of the test."""

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
    what, moment = sys.argv[1], datetime.datetime.fromisoformat(sys.argv[2])
    clock = MovedClock(moment - now_in(datetime.UTC))
    match what:
        case "worker":
            return work(clock)
        case "clock":
            return keep_time(clock)
        case _:
            return serve(clock=clock)


if __name__ == "__main__":
    sys.exit(main())

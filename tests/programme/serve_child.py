"""`jourfix serve` at another time: its clock runs on from a moment that the test gives."""

import datetime
import sys
from dataclasses import dataclass

from bot.bootstrap.server import serve
from bot.scheduling.clock import now_in


@dataclass(frozen=True)
class MovedClock:
    """The machine's clock, moved."""

    by: datetime.timedelta

    def now(self) -> datetime.datetime:
        return now_in(datetime.UTC) + self.by


def main() -> int:
    moment = datetime.datetime.fromisoformat(sys.argv[1])
    return serve(clock=MovedClock(moment - now_in(datetime.UTC)))


if __name__ == "__main__":
    sys.exit(main())

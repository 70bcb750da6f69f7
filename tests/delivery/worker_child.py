"""`jourfix worker` or `jourfix serve`, some days ahead: on a working day on any day."""

import sys

from bot.bootstrap.server import serve, work
from tests.delivery.clocks import WorkdayClock


def main() -> int:
    what, days = sys.argv[1:]
    clock = WorkdayClock(int(days))
    return work(clock) if what == "worker" else serve(clock=clock)


if __name__ == "__main__":
    sys.exit(main())

"""Build the clock of the programme."""

import datetime

from bot.core.programme.marks import SHELF, ShelfMarks
from bot.core.programme.schedule import Schedule
from bot.scheduling.rounds import Rounds
from bot.scheduling.ticking import Ticking
from bot.storage.opening import Storage


def build_ticking(storage: Storage, schedule: Schedule) -> Ticking:
    """Build what ticks."""
    marks = ShelfMarks(storage.shelves.open_shelf(SHELF, datetime.datetime))
    return Ticking(Rounds(schedule, schedule).tick, marks, storage.ledger.clock)

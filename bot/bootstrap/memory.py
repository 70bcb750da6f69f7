"""What a process that stays does about its memory once everything is loaded."""

import contextlib
import ctypes

from bot.core.coaching.review import Coach
from bot.files.copies import let_stay


def warm_up(coach: Coach) -> None:
    """Load what the first drafts would wait for, and give back what only loading needed."""
    coach.warm_up()
    let_stay()
    with contextlib.suppress(OSError, AttributeError):  # a system without GNU's library keeps it
        ctypes.CDLL(None).malloc_trim(0)

"""A pause of a rule: for some days it says nothing, or no more than a thought, and why. Pure.

A pause stands in the organisation's own files and so in the hash of its policy. Whether it holds
is asked of the day that a draft is checked for: it ends by itself, and the same draft of the same
day gets the same answer again.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

Mode = Literal["off", "consider"]
MODES: tuple[Mode, ...] = ("consider", "off")
LONGEST_PAUSE = 90  # days: whoever wants more decides again, with fresh eyes
LONGEST_WHY = 300  # characters
# Rules of these topics never rest. A wrong alarm costs its author two minutes; a patient who was
# recognised, or a side effect that was not reported in time, cannot be taken back. Words for the
# checker: whoever wants it blind would only have to object often enough.
NEVER_AT_REST = frozenset({"patient_privacy", "adverse_event", "personal_data", "injection"})


@dataclass(frozen=True)
class Pause:
    """What holds for a rule from one day until another.

    Args:
        rule: Its id.
        mode: `off`: it says nothing; `consider`: what it finds weighs no more than a thought.
        since: The first day.
        until: The first day on which the rule speaks as before.
        why: The reason, as its editor gave it.
    """

    rule: str
    mode: Mode
    since: datetime.date
    until: datetime.date
    why: str

    def holds(self, day: datetime.date) -> bool:
        """Say whether the rule rests on a day."""
        return self.since <= day < self.until

    @property
    def is_sound(self) -> bool:
        """Whether it ends after it began, and in time."""
        return 0 < (self.until - self.since).days <= LONGEST_PAUSE

"""How fast mailings go out in a workspace: a limit is a time to wait, never a sleep.

A bucket that holds n tokens and gains r a second lets no more than n + r * s through in any s
seconds. On their way messages come closer together, so s is a little more than a second; together
that is the limit that was set. Most of it is gained, the rest is for an event loop that comes late.
The bucket begins empty: when a chunk goes on in another process, what the first one
used up just before still counts. In each workspace only one chunk is sent at a time, so this
process's count is everybody's.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

_GAINED_SHARE = 0.9
_SECOND = 1.05  # what leaves within so long may arrive within a second
_NOTHING = 1e-6  # of a token; less is the rounding of floats
_MOST_KEPT = 1_000  # lanes


def _now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Pace:
    """The bucket of one lane, and until when it keeps still.

    Args:
        limit: Messages a second; None: as many as can be.
    """

    limit: float | None
    _tokens: float = 0.0
    _filled: float = field(default_factory=_now)
    _still_until: float = 0.0

    def take(self, most: int) -> int:
        """Take leave to send to so many at most; says to how many."""
        if self.wait() > 0:
            return 0
        if self.limit is None:
            return most
        taken = min(most, int(self._tokens + _NOTHING))
        self._tokens -= taken
        return taken

    def give_back(self, number: int) -> None:
        """Give back what was not used."""
        self._tokens += number

    def wait(self) -> float:
        """Say after how many seconds to ask again."""
        now = _now()
        still = max(self._still_until - now, 0.0)
        if self.limit is None:
            return still
        gains = self.limit * _GAINED_SHARE
        # messages are whole: less than one over the limit is none
        holds = max(int(self.limit) + 0.99 - gains * _SECOND, 1.0)
        self._tokens = min(self._tokens + (now - self._filled) * gains, holds)
        self._filled = now
        missing = 1.0 - self._tokens
        return max(still, missing / gains if missing > _NOTHING else 0.0)

    def keep_still(self, seconds: float) -> None:
        """Send nothing for a while: the platform asked for it."""
        self._still_until = max(self._still_until, _now() + seconds)


@dataclass
class Paces:
    """The paces of all lanes.

    Args:
        limits: Messages a second in one workspace, by channel; no limit where none is named.
    """

    limits: Mapping[str, float] = field(default_factory=dict)
    _lanes: dict[str, Pace] = field(default_factory=dict)

    def find(self, lane: str, channel: str) -> Pace:
        """Give the pace of a lane."""
        if lane not in self._lanes:
            if len(self._lanes) >= _MOST_KEPT:
                self._lanes.clear()  # what begins anew begins empty
            self._lanes[lane] = Pace(self.limits.get(channel))
        return self._lanes[lane]

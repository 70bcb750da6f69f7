"""How often we may send: a limit is a time to wait, never a sleep.

Microsoft's limits (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit) for one bot
in one conversation: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in 3600 s. A bucket that holds n tokens
and gains r a second lets no more than n + r * s through in any s seconds, so the two buckets below
keep all four. For one tenant the page says 50 requests a second, an older edition 30: at most
10 + 20 * 1. The counts are this process's: with several workers Teams may still say 429, and then
the pause that it asks for holds here.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

_CONVERSATION = ((6.0, 1.0), (48.0, 0.4))  # tokens that a bucket holds, tokens gained a second
_TENANT_HOLDS = 10.0
_MOST_KEPT = 10_000  # conversations and tenants; beyond that, the full ones are forgotten
_LONGEST_PAUSE = 3600.0
_NOTHING = 1e-9  # seconds; less is the rounding of floats


@dataclass
class _Bucket:
    holds: float
    gains: float
    tokens: float
    filled: float  # when

    def fill(self, now: float) -> None:
        gained = max(now - self.filled, 0.0) * self.gains
        self.tokens, self.filled = min(self.tokens + gained, self.holds), now

    def wait(self) -> float:
        return max((1.0 - self.tokens) / self.gains, 0.0)


@dataclass
class Limits:
    """The buckets of every conversation and tenant.

    Args:
        tenant_rate: Requests a second to one tenant.
        pace: All of it as so many times what Microsoft allows: 1.0, or a server of one's own.
        clock: Seconds that only ever grow.
    """

    tenant_rate: float = 20.0
    pace: float = 1.0
    clock: Callable[[], float] = time.monotonic
    _buckets: dict[tuple[str, str], tuple[_Bucket, ...]] = field(default_factory=dict)
    _paused: dict[str, float] = field(default_factory=dict)  # conversation, until

    def take(self, conversation: str, tenant: str = "") -> float:
        """Take leave to send once: 0.0, or the seconds after which to ask again."""
        now = self.clock()
        pause = self._paused.get(conversation, now) - now
        if pause > 0:
            return pause
        self._paused.pop(conversation, None)
        buckets = (
            *self._find("conversation", conversation, _CONVERSATION, now),
            *self._find("tenant", tenant, ((_TENANT_HOLDS, self.tenant_rate),), now),
        )
        for bucket in buckets:
            bucket.fill(now)
        wait = max(bucket.wait() for bucket in buckets)
        if wait > _NOTHING:
            return wait
        for bucket in buckets:
            bucket.tokens -= 1.0
        return 0.0

    def pause(self, conversation: str, seconds: float) -> None:
        """Keep still in a conversation: Teams asked for it."""
        self._forget(self.clock())
        self._paused[conversation] = self.clock() + min(max(seconds, 0.0), _LONGEST_PAUSE)

    def count_kept(self) -> int:
        """Count the conversations and tenants that are kept in mind."""
        return len(self._buckets) + len(self._paused)

    def _find(
        self, kind: str, name: str, shapes: tuple[tuple[float, float], ...], now: float
    ) -> tuple[_Bucket, ...]:
        known = self._buckets.get((kind, name))
        if known is None:
            self._forget(now)
            known = tuple(
                _Bucket(holds * self.pace, gains * self.pace, holds * self.pace, now)
                for holds, gains in shapes
            )
            self._buckets[kind, name] = known
        return known

    def _forget(self, now: float) -> None:
        """Forget what says nothing any more, when there is much."""
        if len(self._buckets) < _MOST_KEPT and len(self._paused) < _MOST_KEPT:
            return
        for buckets in self._buckets.values():
            for bucket in buckets:
                bucket.fill(now)
        self._buckets = {
            key: buckets
            for key, buckets in self._buckets.items()
            if any(bucket.tokens < bucket.holds for bucket in buckets)
        }
        self._paused = {name: until for name, until in self._paused.items() if until > now}

"""Leaving a model alone that does not answer, so that nobody waits for it in vain.

Closed: everybody may ask. Open: nobody may, for a while. Half-open: one may, and what comes of it
decides. It counts servers that do not answer; answers that make no sense are none of its business.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Monotonic = Callable[[], float]  # seconds that never go back
State = Literal["closed", "open", "half-open"]
Leave = int  # to ask once; it ends with the state in which it was given


@dataclass
class Breaker:
    """The state of one server.

    Args:
        monotonic: Tells the time.
        failures: So many in a row open it.
        seconds: For so long it stays open; each time that a trial fails, twice as long.
        most_seconds: But never longer.
    """

    monotonic: Monotonic
    failures: int = 4
    seconds: float = 30.0
    most_seconds: float = 600.0
    _leave: Leave = 0
    _failed: int = 0
    _until: float | None = None
    _pause: float = 0.0
    _is_tried: bool = False

    @property
    def state(self) -> State:
        """What it is now."""
        if self._until is None:
            return "closed"
        return "half-open" if self.monotonic() >= self._until else "open"

    @property
    def seconds_left(self) -> float:
        """How long it stays open."""
        return 0.0 if self._until is None else max(0.0, self._until - self.monotonic())

    def admit(self) -> Leave | None:
        """Give leave to ask; None: not now. Whoever has it notes what came of it, in any case."""
        state = self.state
        if state == "open" or (state == "half-open" and self._is_tried):
            return None
        self._is_tried = state == "half-open"
        return self._leave

    def note_answer(self, leave: Leave) -> None:
        """Note that the server answered."""
        if leave == self._leave:
            self._leave += self._is_tried
            self._failed, self._until, self._pause, self._is_tried = 0, None, 0.0, False

    def note_failure(self, leave: Leave, wait: float = 0.0) -> None:
        """Note that it did not, and for how long it wants to be left alone, if it said so."""
        if leave != self._leave:
            return  # asked before it opened: that is known already
        self._failed += 1
        if self._is_tried or wait > 0 or self._failed >= self.failures:
            self._pause = min(self._pause * 2 or self.seconds, self.most_seconds)
            self._until = self.monotonic() + min(max(self._pause, wait), self.most_seconds)
            self._leave, self._is_tried = self._leave + 1, False

    def note_nothing(self, leave: Leave) -> None:
        """Note that whoever asked gave up, so that nobody knows."""
        if leave == self._leave:
            self._is_tried = False

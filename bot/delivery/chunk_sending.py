"""Send a chunk of a mailing: look at who is next, claim them, send, write down what became of it.

Every commit writes down what became of some and claims the next, so no more are in doubt after a
crash than requests were on their way. Answers that wait in the ledger go first.
"""

import asyncio
import datetime
import logging
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.deliveries import Delivery, InDoubt, Messenger, Outcome, Postponed
from bot.core.errors import StorageError
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.gate import LEFT, Go, Later, Never, weigh_sending
from bot.core.programme.mailings import BROKE_OFF, DIED, UNREADABLE
from bot.delivery.asking import ask_channel
from bot.delivery.notes import find_notes
from bot.delivery.pace import Pace
from bot.delivery.planning import UNREACHABLE
from bot.delivery.sending import MOST_TRIES, limit_tries
from bot.storage.chunk_rows import HELD_SECONDS, ChunkRows
from bot.storage.mailing_parts import Due, Hold, Letter, Sent, Step, Verdict
from bot.storage.shelves import DatabaseShelf

_MOST_FLIGHTS = 100  # requests of one chunk at once
_STALE_SECONDS = HELD_SECONDS / 3  # who was frozen for so long after a claim no longer sends
_FRESH_SECONDS = 2.0  # so long it counts what somebody's note said
_AHEAD = 300  # people looked at ahead
_LOOKED_UP = 5  # people in doubt at once: platforms let us read more slowly than write
_GATHERING_SECONDS = 0.01  # what ends within it is written down together
_YIELD_SECONDS = 0.1  # to an answer that waits
_MOST_YIELDS = 20  # in a row; what waits longer than that waits for something else
_NAP_SECONDS = 1.0  # so often a sender that waits looks whether it is to stop
_DEATH = 3  # tries that the death of a sender counts: after four of them somebody is left
_LANDING_SECONDS = HELD_SECONDS  # so long it tries to write down what became of the last ones
_WEEK = datetime.timedelta(days=8)  # and a day, wherever somebody's week begins
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ready:
    """Somebody to whom something may be sent now."""

    due: Due
    delivery: Delivery


@dataclass(frozen=True)
class Means:
    """What every chunk is sent with."""

    rows: ChunkRows
    ambassadors: DatabaseShelf[Ambassador]
    messengers: Mapping[str, Messenger]
    clock: Clock


@dataclass
class ChunkSending:
    """One run over a chunk."""

    of: Means
    letter: Letter
    hold: Hold
    pace: Pace
    _ready: list[Ready] = field(default_factory=list)
    _looked_at: float = float("-inf")
    _later: dict[str, datetime.datetime] = field(default_factory=dict)
    _never: dict[str, str] = field(default_factory=dict)
    _ended: list[Sent] = field(default_factory=list)
    _flights: "set[asyncio.Task[None]]" = field(default_factory=set)
    _flying: set[str] = field(default_factory=set)
    _alone: str = ""
    _yields: int = 0

    async def go_on(self) -> bool:
        """Do the next thing; False when there is nothing more to do."""
        try:
            return await self._go_on()
        except StorageError as error:  # what became of whom is still known and written down later
            _log.warning("a mailing waits: %s", error)
            await asyncio.sleep(_NAP_SECONDS)
            return True

    async def land(self) -> None:
        """Wait for what is on its way, and write down what became of it."""
        give_up_at = _now() + _LANDING_SECONDS
        while self._flights or self._ended:
            if self._flights:
                await asyncio.wait(self._flights)
            try:
                await self._commit(())
            except StorageError:
                if _now() > give_up_at:
                    raise
                await asyncio.sleep(_NAP_SECONDS)

    async def _go_on(self) -> bool:
        if not self._ready or _now() - self._looked_at > _FRESH_SECONDS:
            await self._look()
        chosen = self._choose()
        if not (chosen or self._ended or self._later or self._never):
            return await self._wait()
        verdict = await self._commit(chosen)
        if verdict == "yield":
            self._yields += 1
            await asyncio.sleep(_YIELD_SECONDS)
            return True
        self._yields = 0
        return verdict == "go"

    async def _look(self) -> None:
        """Look who is next, and decide of each whether it may be now."""
        self._looked_at, self._ready = _now(), []
        due = await self.of.rows.list_due(self.hold, self._look_ahead())
        if not due and not self._flights:
            await self._look_back()
        if not due:
            return
        now = self.of.clock.now()
        authors = [one.author for one in due]
        ambassadors, unreadable = await find_notes(self.of.ambassadors, authors)
        self._never |= dict.fromkeys(unreadable, UNREADABLE)
        self._never |= {one.author: BROKE_OFF for one in due if one.tries >= MOST_TRIES}
        sent: dict[str, list[datetime.datetime]] = {}
        if self.letter.counts:
            sent = await self.of.rows.list_sent(authors, now - _WEEK, self.hold.mailing)
        for one in due:
            if one.author in self._never:
                continue
            ambassador = ambassadors.get(one.author)
            match weigh_sending(
                ambassador, now, sent.get(one.author, ()), counts=self.letter.counts
            ):
                case Later(moment=moment):
                    self._later[one.author] = moment
                case Never(reason=reason):
                    self._never[one.author] = reason
                case Go():
                    self._plan(one, ambassador)
        self._ready.sort(key=_is_suspect)

    def _plan(self, due: Due, ambassador: Ambassador | None) -> None:
        """Put somebody among those to whom something may be sent now."""
        delivery = self._address(due, ambassador)
        if delivery is None:
            self._never[due.author] = UNREACHABLE
        else:
            self._ready.append(Ready(due, delivery))

    async def _look_back(self) -> None:
        """Look up those of whom nobody knows whether they have it."""
        doubtful = await self.of.rows.take_doubtful(self.hold, _LOOKED_UP, self._flying)
        authors = [one.author for one in doubtful]
        ambassadors, _ = await find_notes(self.of.ambassadors, authors)
        for one in doubtful:
            delivery = self._address(one, ambassadors.get(one.author))
            tries = one.tries + (_DEATH - 1 if one.is_orphan else 0)
            self._fly(replace(one, tries=tries), self._look_up(delivery, one))

    def _look_ahead(self) -> int:
        """Say how many people to look at: no more than are sent to while that is fresh."""
        limit = self.pace.limit
        return _AHEAD if limit is None else min(int(limit * _FRESH_SECONDS) + 1, _AHEAD)

    def _address(self, due: Due, ambassador: Ambassador | None) -> Delivery | None:
        """Address a message; None where it would reach nobody."""
        if ambassador is None:
            return None
        to = ambassador.to
        body = self.letter.bodies[due.variant].get(to.channel)
        if body is None or to.channel != self.hold.channel:
            return None
        return Delivery(f"{self.letter.key}/{due.author}", to.channel, to.person, to.place, body)

    def _choose(self) -> Sequence[Ready]:
        """Choose whom to send to now, as far as the pace allows.

        Over whom a sender died goes last and alone, so that nobody else is in doubt with them.
        """
        if self._alone in self._flying:
            return ()
        if self._ready and _is_suspect(self._ready[0]):
            if self._flights:
                return ()
            self._alone = self._ready[0].due.author
            return self._ready[: self.pace.take(1)]
        plain = sum(not _is_suspect(one) for one in self._ready)
        most = min(plain, _MOST_FLIGHTS - len(self._flights))
        return self._ready[: self.pace.take(most)] if most else ()

    async def _commit(self, chosen: Sequence[Ready]) -> Verdict:
        """Write down what is known, claim the chosen, and send to those who are ours."""
        ended, later, never = tuple(self._ended), dict(self._later), dict(self._never)
        claims = [one.due.author for one in chosen]
        step = Step(ended, later, never, claims, insists=self._yields >= _MOST_YIELDS)
        claimed_at = _now()
        done = await self.of.rows.advance(self.hold, step)
        del self._ended[: len(ended)]
        self._flying.difference_update(one.due.author for one in ended)
        self._later.clear()
        self._never.clear()
        self.pace.give_back(len(claims) - len(done.claimed))
        if done.verdict == "go":
            del self._ready[: len(chosen)]
        for one in chosen:
            if one.due.author in done.claimed:
                self._fly(one.due, self._deliver(one.delivery, claimed_at))
        return done.verdict

    async def _wait(self) -> bool:
        """Wait for what is on its way, or for the pace; False when there is nothing to wait for."""
        if not (self._flights or self._ready):
            return False
        seconds = min(self.pace.wait(), _NAP_SECONDS) if self._ready else _NAP_SECONDS
        if self._flights:
            await asyncio.wait(self._flights, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if len(self._flights) > _MOST_FLIGHTS // 2:
                await asyncio.sleep(_GATHERING_SECONDS)
        else:
            await asyncio.sleep(seconds)
        return True

    def _fly(self, due: Due, sending: Coroutine[None, None, Outcome]) -> None:
        """Send to somebody, or look up whether they have it, beside the others."""

        async def fly() -> None:
            outcome = await sending
            if isinstance(outcome, Postponed) and not outcome.is_failure:
                self.pace.keep_still(outcome.seconds)
            self._ended.append(Sent(due, limit_tries(outcome, due.tries + 1)))

        self._flying.add(due.author)
        flight = asyncio.create_task(fly())
        self._flights.add(flight)
        flight.add_done_callback(self._flights.discard)

    async def _deliver(self, delivery: Delivery, claimed_at: float) -> Outcome:
        if _now() - claimed_at > _STALE_SECONDS:
            return Postponed(0.0, "frozen before sending", is_failure=False)
        return await ask_channel(self.of.messengers[delivery.channel].deliver(delivery))

    async def _look_up(self, delivery: Delivery | None, due: Due) -> Outcome:
        if delivery is None:
            return InDoubt(LEFT, None)
        found = await ask_channel(self.of.messengers[delivery.channel].look_up(delivery))
        # certainly not there: it goes out as if for the first time, if it still may
        if isinstance(found, Postponed):
            reason = DIED if due.is_orphan else found.reason
            return Postponed(0.0, reason, is_failure=False)
        return found


def _is_suspect(ready: Ready) -> bool:
    return ready.due.reason == DIED


def _now() -> float:
    return asyncio.get_running_loop().time()

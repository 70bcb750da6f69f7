"""Mailings in the database: who may write, what is in doubt after a death, what is forgotten."""

import datetime

import pytest
from sqlalchemy import select

from bot.core.deliveries import Delivered, InDoubt
from bot.storage.chunk_rows import HELD_SECONDS, ChunkRows
from bot.storage.database import Session
from bot.storage.mailing_parts import Hold, Letter, PlannedChunk, PlannedPerson, Run, Sent, Step
from bot.storage.mailing_rows import MailingRows
from bot.storage.mailing_watch import DEAD_AFTER, MailingWatch
from bot.storage.opening import Storage
from bot.storage.tables import CHUNKS, MAILINGS, RECIPIENTS
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Search
from tests.storage.samples import ADA, WORDS, cut

_KEY = "tip:1"


class Desk:
    """The mailings of a database, and the runs that were asked for."""

    def __init__(self, storage: Storage, clock: FakeClock) -> None:
        self.storage, self.clock = storage, clock
        self.runs: list[Run] = []
        self.rows = MailingRows(storage.database, storage.ledger.unlocked, clock, self._enqueue)
        self.chunks = ChunkRows(storage.database, clock, self.rows)
        self.watch = MailingWatch(storage.database, clock, self.rows)
        self.name = self.rows.name(_KEY)

    async def _enqueue(self, _session: Session, runs: "list[Run]") -> None:
        self.runs += runs

    async def add(self, *authors: str, until: datetime.datetime | None = None) -> bool:
        people = [PlannedPerson(author, "en", self.clock.now()) for author in authors]
        letter = Letter(_KEY, {"en": {"slack": {"text": WORDS}}}, True, until)  # noqa: FBT003
        chunk = PlannedChunk(1, "slack", "lane", self.clock.now(), people)
        return await self.rows.add(letter, [chunk])

    async def take(self, owner: str) -> Hold:
        hold = await self.chunks.take(self.name, 1, owner)
        assert hold
        return hold

    async def claim(self, hold: Hold, *authors: str) -> set[str]:
        return set((await self.chunks.advance(hold, Step(claims=authors))).claimed)

    async def list_states(self) -> dict[str, str]:
        columns = select(RECIPIENTS.c.author, RECIPIENTS.c.state)
        async with self.storage.database.read() as session:
            return {row.author: row.state for row in await session.execute(columns)}


@pytest.fixture
def desk(storage: Storage, clock: FakeClock) -> Desk:
    return Desk(storage, clock)


async def test_everybody_is_claimed_once(desk: Desk) -> None:
    await desk.add("a", "b", "c")
    hold = await desk.take("one")
    assert [due.author for due in await desk.chunks.list_due(hold, 2)] == ["a", "b"]
    assert await desk.claim(hold, "a", "b") == {"a", "b"}
    assert await desk.claim(hold, "a", "b", "c") == {"c"}
    assert await desk.chunks.list_due(hold, 2) == []


async def test_who_lost_a_chunk_claims_nobody_and_still_says_what_became_of_whom(
    desk: Desk,
) -> None:
    await desk.add("a", "b")
    before = await desk.take("frozen")
    (due, _) = await desk.chunks.list_due(before, 5)
    await desk.claim(before, "a")
    after = await desk.take("awake")
    step = Step(sent=[Sent(due, Delivered())], claims=["b"])
    advance = await desk.chunks.advance(before, step)
    assert (advance.verdict, advance.claimed) == ("lost", frozenset())
    assert await desk.list_states() == {"a": "delivered", "b": "waiting"}
    assert await desk.chunks.take_doubtful(before, 5, ()) == []
    assert await desk.claim(after, "b") == {"b"}
    await desk.chunks.finish(before)
    assert len(desk.runs) == 1, "a chunk that is somebody else's is not given back"


async def test_after_a_death_exactly_those_on_their_way_are_in_doubt(
    desk: Desk, clock: FakeClock
) -> None:
    await desk.add("a", "b", "c")
    await desk.claim(await desk.take("dead"), "b")
    hold = await desk.take("alive")
    assert await desk.chunks.take_doubtful(hold, 5, ()) == [], "the request may still be running"
    clock.advance(seconds=HELD_SECONDS)
    assert await desk.chunks.take_doubtful(hold, 5, ("b",)) == []
    (doubtful,) = await desk.chunks.take_doubtful(hold, 5, ())
    assert (doubtful.author, doubtful.is_in_doubt, doubtful.tries) == ("b", True, 1)
    assert await desk.chunks.take_doubtful(hold, 5, ()) == []
    await desk.chunks.advance(hold, Step(sent=[Sent(doubtful, InDoubt("nobody can tell", None))]))
    assert (await desk.list_states())["b"] == "unknown"


async def test_a_chunk_runs_again_when_the_next_ones_turn_comes(
    desk: Desk, clock: FakeClock
) -> None:
    await desk.add("a", "b", "c")
    hold = await desk.take("one")
    tomorrow = clock.now() + datetime.timedelta(days=1, seconds=7)
    await desk.claim(hold, "a")
    await desk.chunks.advance(hold, Step(later={"b": tomorrow}, never={"c": "paused"}))
    await desk.chunks.finish(hold)
    held = clock.now() + datetime.timedelta(seconds=HELD_SECONDS)
    assert [(run.run, run.due_at) for run in desk.runs] == [(1, desk.runs[0].due_at), (2, held)]
    clock.advance(seconds=HELD_SECONDS)
    again = await desk.take("two")
    (doubtful,) = await desk.chunks.take_doubtful(again, 5, ())
    await desk.chunks.advance(again, Step(sent=[Sent(doubtful, Delivered())]))
    await desk.chunks.finish(again)
    minute = (tomorrow + datetime.timedelta(minutes=1)).replace(second=0)
    assert desk.runs[-1].due_at == minute, "people of one hour go together, once a minute"


async def test_an_answer_that_waits_goes_first(desk: Desk, storage: Storage) -> None:
    from bot.core.deliveries import Delivery

    await desk.add("a")
    hold = await desk.take("one")
    answer = Delivery("k", "slack", ADA, {"channel": "D1"}, {"text": "x"})
    await storage.ledger.put([answer])
    assert (await desk.chunks.advance(hold, Step(claims=["a"]))).verdict == "yield"
    insists = await desk.chunks.advance(hold, Step(claims=["a"], insists=True))
    assert insists.claimed == {"a"}


async def test_what_was_lost_begins_again_once(desk: Desk, clock: FakeClock) -> None:
    await desk.add("a")
    assert await desk.watch.list_overdue() == []
    clock.advance(minutes=2)
    overdue = await desk.watch.list_overdue()
    assert overdue == desk.runs
    await desk.watch.begin_again(overdue)
    await desk.watch.begin_again(overdue)
    assert [run.run for run in desk.runs] == [1, 2]
    await desk.rows.pause(_KEY)
    assert await desk.watch.list_overdue() == []


async def test_the_dead_are_found_by_one_of_those_who_look(desk: Desk, clock: FakeClock) -> None:
    await desk.watch.note_alive("dead")
    clock.advance(seconds=DEAD_AFTER.total_seconds())
    await desk.watch.note_alive("alive")
    assert await desk.watch.find_dead() == "dead"
    assert await desk.watch.find_dead() is None
    clock.advance(seconds=DEAD_AFTER.total_seconds() / 2)
    await desk.watch.note_alive("alive")
    clock.advance(seconds=DEAD_AFTER.total_seconds() / 2)
    assert await desk.watch.find_dead() == "dead", "who took over may have died as well"
    await desk.watch.forget_sender("dead")
    assert await desk.watch.find_dead() is None


async def test_forgetting_somebody_takes_them_out_of_every_mailing(
    desk: Desk, storage: Storage, search: Search
) -> None:
    ada = storage.ledger.unlocked.pseudonyms.name_person(ADA)
    await desk.add(ada, "b")
    assert search([ada.encode()])
    assert (await storage.records.forget_person(ADA)).counts == {"recipients": 1}
    assert not search([ada.encode()])
    assert await desk.list_states() == {"b": "waiting"}


async def test_nothing_that_is_said_stands_in_the_clear(
    desk: Desk, storage: Storage, search: Search
) -> None:
    await desk.add("a")
    async with storage.database.read() as session:
        sealed = await session.scalar(select(MAILINGS.c.sealed))
    assert search(cut(sealed))
    assert not search([WORDS.encode(), _KEY.encode()])
    letter = await desk.rows.find_letter(desk.name)
    assert letter
    assert letter.bodies == {"en": {"slack": {"text": WORDS}}}


async def test_people_of_a_mailing_go_after_a_month_and_its_key_stays(
    desk: Desk, storage: Storage, clock: FakeClock
) -> None:
    await desk.add("a")
    await desk.rows.stop(_KEY)
    clock.advance(days=30)
    erased = await storage.erasure.erase_expired(clock.now())
    assert erased.counts == {"recipients": 1, "chunks": 1}
    assert not await desk.add("a"), "it is never started again"
    clock.advance(days=370)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"mailings": 1}
    async with storage.database.read() as session:
        assert not (await session.execute(select(CHUNKS))).all()

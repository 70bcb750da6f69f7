"""Forgetting is proved by searching the bytes of every file; retention at its exact boundaries."""

import asyncio
import dataclasses
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.errors import StorageError
from bot.core.ports import Kept, Person
from bot.core.suggesting.angles import ANGLES_SHELF, AngleShelf, OfferedAngle
from bot.storage.columns import METADATA
from bot.storage.database import open_database
from bot.storage.erasure import OCCASIONAL, Erasure, Retention
from bot.storage.opening import Storage, open_storage
from bot.storage.tables import SCRUBS, tables_of_authors
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Open, Search
from tests.storage.samples import (
    ADA,
    BEN,
    CONVERSATION,
    SECRET,
    TOLD,
    WORDS,
    address_of,
    cut,
    find_bytes,
    make_draft,
    make_review,
    on_file,
)

_ROOT = Path(__file__).parents[2]
_LONG = f"{WORDS}. " * 150


async def _fill(storage: Storage, person: str, *, conversations: int = 3) -> None:
    records = storage.records
    await records.remember_person(person, Person(role="Pflegerin"))
    await records.remember_person(person, TOLD)
    for number in range(conversations):
        for version in (1, 2):
            draft = make_draft(_LONG[: 60 + 2_000 * number], version)
            await records.remember_draft(person, f"{CONVERSATION}{number}", draft)
        await records.record_review(person, make_review())
        await records.record_dispute(person, "medicine-praise", "sha256:abc", _LONG[:900])


async def _traces(storage: Storage, person: str) -> list[bytes]:
    """Everything by which the person could be found: pseudonyms, row ids, pieces of ciphertext."""
    author = storage.records.unlocked.pseudonyms.name_person(person)
    traces = [author.encode()]
    async with storage.database.read() as session:
        for table in tables_of_authors():
            for row in await session.execute(select(table).where(table.c.author == author)):
                held = row._asdict()
                traces += [held[name].encode() for name in ("id", "conversation") if name in held]
                traces += cut(bytes(held.get("sealed", b"")))
    return traces


def _assert_found(found: list[bytes], traces: list[bytes]) -> None:
    """Show that the search finds what is there; a page may end in the middle of a few traces."""
    assert len(found) > 0.9 * len(traces)


async def test_forgetting_leaves_no_byte_of_the_person(storage: Storage, search: Search) -> None:
    traces: list[bytes] = []
    for number in range(12):
        await _fill(storage, f"other {number}")
        await _fill(storage, ADA, conversations=number % 4)
        traces += await _traces(storage, ADA)
    kept = await storage.records.list_kept("other 3")
    last = await _traces(storage, ADA)
    assert len(set(traces)) > 500
    _assert_found(search(last), last)

    forgotten = await storage.records.forget_person(ADA)

    assert forgotten.counts == {"people": 1, "drafts": 3, "reviews": 18, "disputes": 18}
    assert not search(traces), "while the database is open, in -wal and -shm too"
    assert await storage.records.list_kept(ADA) == Kept(None, 0, 0, 0)
    assert await storage.records.list_kept("other 3") == kept
    await storage.close()
    assert not search(traces)


async def test_forgetting_twice_is_no_error(storage: Storage) -> None:
    await _fill(storage, ADA)
    await storage.records.forget_person(ADA)
    assert (await storage.records.forget_person(ADA)).counts == {}
    assert (await storage.records.forget_person("nobody")).counts == {}


async def test_everybody_at_once_is_forgotten_while_others_write(
    storage: Storage, search: Search
) -> None:
    for number in range(6):
        await _fill(storage, f"person {number}")
    traces = [trace for number in range(6) for trace in await _traces(storage, f"person {number}")]
    await asyncio.gather(
        *(storage.records.forget_person(f"person {number}") for number in range(6)),
        *(_fill(storage, f"new person {number}") for number in range(3)),
    )
    await storage.erasure.finish()
    assert not search(traces)
    assert (await storage.records.list_kept("new person 2")).drafts == 3


@on_file
async def test_a_forgotten_draft_leaves_no_byte(storage: Storage, search: Search) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft(_LONG))
    traces = (await _traces(storage, ADA))[1:]
    _assert_found(search(traces), traces)
    await storage.records.forget_draft(ADA, CONVERSATION)
    assert not search(traces)


async def test_a_table_that_is_added_later_is_emptied_too(
    storage: Storage, clock: FakeClock
) -> None:
    asked: list[str] = []

    async def erase_deliveries(session: AsyncSession, person: str) -> Mapping[str, int]:
        await session.execute(text("DELETE FROM policies"))
        asked.append(person)
        return {"deliveries": 2}

    await storage.policies.record_policy("sha256:a", [], "")
    erasure = Erasure(storage.database, clock, Retention(), storage.cases, (erase_deliveries,))
    records = dataclasses.replace(storage.records, erasure=erasure)
    assert (await records.forget_person(ADA)).counts == {"deliveries": 2}
    assert asked == [ADA]
    assert await storage.policies.list_policies() == ()


async def test_a_part_that_cannot_erase_stops_the_whole(storage: Storage, clock: FakeClock) -> None:
    async def fail(session: AsyncSession, person: str) -> Mapping[str, int]:  # noqa: ARG001
        raise StorageError("The engine does not answer.")

    await _fill(storage, ADA)
    before = await storage.records.list_kept(ADA)
    erasure = Erasure(storage.database, clock, Retention(), storage.cases, (fail,))
    with pytest.raises(StorageError, match="engine"):
        await dataclasses.replace(storage.records, erasure=erasure).forget_person(ADA)
    assert await storage.records.list_kept(ADA) == before


async def test_while_another_process_reads_we_do_not_claim_it_is_gone(
    storage: Storage, address: str, search: Search, clock: FakeClock
) -> None:
    await _fill(storage, ADA)
    traces = await _traces(storage, ADA)
    impatient = open_database(address, busy_seconds=0.05)
    erasure = Erasure(impatient, clock, Retention(), storage.cases)
    records = dataclasses.replace(storage.records, database=impatient, erasure=erasure)
    async with storage.database.read() as reader:
        await reader.execute(select(SCRUBS))
        with pytest.raises(StorageError, match="deleted, but the database file could not be overw"):
            await records.forget_person(ADA)
        assert await records.list_kept(ADA) == Kept(None, 0, 0, 0)
        assert search(traces)
    await erasure.erase_expired(clock.now())
    assert not search(traces)
    async with impatient.read() as session:
        assert (await session.scalars(select(SCRUBS.c.id))).all() == []
    await impatient.close()


@on_file
async def test_killed_on_the_way_it_is_all_or_nothing_after_the_next_start(
    open_here: Open, tmp_path: Path
) -> None:
    seed, copies = tmp_path / "seed", tmp_path / "copies"
    _make_folders(seed, copies)
    storage = await open_here(folder=seed)
    for person in (ADA, *(f"other {number}" for number in range(40))):
        await _fill(storage, person)
    traces, before = await _traces(storage, ADA), await storage.records.list_kept(ADA)
    other = await storage.records.list_kept("other 7")
    await storage.close()

    fates = await _forget_and_die(seed, copies)

    assert fates.count("lived") == 1
    assert len(fates) > 15
    outcomes = [
        await _after_restart(folder, before, other, traces) for folder in sorted(copies.iterdir())
    ]
    assert {"all", "nothing"} == set(outcomes)
    assert len(outcomes) == len(fates)


def _make_folders(*folders: Path) -> None:
    for folder in folders:
        folder.mkdir()


async def _forget_and_die(seed: Path, copies: Path) -> list[str]:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.storage.forgetting_child", str(seed), str(copies)),
        cwd=_ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await child.communicate()
    assert child.returncode == 0
    return [line.split()[1] for line in said.decode().splitlines()]


async def _after_restart(folder: Path, before: Kept, other: Kept, traces: list[bytes]) -> str:
    storage = await open_storage(address_of(folder), SECRET, FakeClock(), Retention())
    kept = await storage.records.list_kept(ADA)
    assert await storage.records.list_kept("other 7") == other
    found = find_bytes(folder, traces)
    await storage.close()
    if kept == before:
        return "nothing"
    assert kept == Kept(None, 0, 0, 0), f"{folder.name}: something in between"
    assert not found, f"{folder.name}: forgotten, but its bytes are there"
    return "all"


async def test_a_draft_is_kept_to_the_last_moment_and_no_longer(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    clock.advance(days=14, microseconds=-1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {}
    assert await storage.records.recall_draft(ADA, CONVERSATION) == make_draft()
    clock.advance(microseconds=1)
    assert await storage.records.recall_draft(ADA, CONVERSATION) is None, "not given out any more"
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"drafts": 1}


async def test_a_new_version_starts_the_days_anew(storage: Storage, clock: FakeClock) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    clock.advance(days=10)
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft(version=2))
    clock.advance(days=10)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {}


async def test_reviews_and_disputes_go_after_their_days(storage: Storage, clock: FakeClock) -> None:
    await storage.records.record_review(ADA, make_review())
    await storage.records.record_dispute(ADA, "rule", "sha256:abc", WORDS)
    clock.advance(days=400, microseconds=-1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {}
    clock.advance(microseconds=1)
    erased = await storage.erasure.erase_expired(clock.now())
    assert erased.counts == {"reviews": 1, "disputes": 1}


async def test_the_days_are_those_of_the_settings(open_here: Open, clock: FakeClock) -> None:
    storage = await open_here(draft_days=1, review_days=2)
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    await storage.records.record_review(ADA, make_review())
    clock.advance(days=1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"drafts": 1}
    clock.advance(days=1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"reviews": 1}


async def test_another_time_zone_moves_no_boundary(storage: Storage, clock: FakeClock) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    there = datetime.timezone(datetime.timedelta(hours=13))
    end = clock.now() + datetime.timedelta(days=14)
    just_before = (end - datetime.timedelta(seconds=1)).astimezone(there)
    assert (await storage.erasure.erase_expired(just_before)).counts == {}
    assert (await storage.erasure.erase_expired(end.astimezone(there))).counts == {"drafts": 1}


async def test_people_long_away_go_and_people_with_reviews_stay(
    storage: Storage, clock: FakeClock
) -> None:
    await storage.records.remember_person(ADA, TOLD)
    await storage.records.remember_person(BEN, TOLD)
    clock.advance(days=399)
    await storage.records.record_review(ADA, make_review())
    clock.advance(days=1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"people": 1}
    assert await storage.records.recall_person(ADA) == TOLD
    assert await storage.records.recall_person(BEN) == Person()


async def test_opening_erases_what_is_past_its_time(open_here: Open, clock: FakeClock) -> None:
    before = await open_here()
    await before.records.remember_draft(ADA, CONVERSATION, make_draft())
    clock.advance(days=15)
    after = await open_here()
    assert (await after.records.list_kept(ADA)).drafts == 0


@on_file
async def test_expired_drafts_leave_no_byte(
    storage: Storage, search: Search, clock: FakeClock
) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft(_LONG))
    traces = await _traces(storage, ADA)
    clock.advance(days=14)
    await storage.erasure.erase_expired(clock.now())
    assert not search(traces)


def test_the_retention_of_drafts_and_reviews_covers_every_table_of_authors() -> None:
    assert {table.name for table in tables_of_authors()} == {
        "people",
        "drafts",
        "reviews",
        "disputes",
        "arrivals",
        "deliveries",
        "cases",
        "case_times",
        "shelves",
        "recipients",
    }, "A new table of authors needs its days in erasure._expired and in docs/storage.md."
    assert METADATA.tables["scrubs"].columns.keys() == ["id", "due_since"]


async def test_what_editors_wrote_for_an_occasion_goes_and_what_lasts_stays(
    storage: Storage, clock: FakeClock
) -> None:
    for shelf in (*OCCASIONAL, "events", "pilots", "marks"):
        await storage.shelves.open_shelf(shelf, str).keep("x", "a thing of nobody's")
    clock.advance(days=400, microseconds=-1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {}
    clock.advance(microseconds=1)
    erased = await storage.erasure.erase_expired(clock.now())
    assert erased.counts == {"shelves": len(OCCASIONAL)}
    assert await storage.shelves.open_shelf("events", str).find("x")
    assert not await storage.shelves.open_shelf("broadcasts", str).find("x")


async def test_ways_into_a_post_are_erased_after_four_weeks(
    storage: Storage, clock: FakeClock
) -> None:
    shelf: AngleShelf = storage.shelves.open_shelf(ANGLES_SHELF, OfferedAngle)
    first = OfferedAngle("moment", "number", clock.now().date())
    await shelf.keep(first.key, first)
    clock.advance(days=28, microseconds=-1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {}
    later = OfferedAngle("contrast", "story-turn", clock.now().date())
    await shelf.keep(later.key, later)
    clock.advance(microseconds=1)
    assert (await storage.erasure.erase_expired(clock.now())).counts == {"shelves": 1}
    assert list(await shelf.list_things()) == [later]

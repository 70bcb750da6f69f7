"""Things of the programme on their shelves."""

import asyncio
import contextvars
import datetime

import pytest

from bot.core.deliveries import Return
from bot.core.errors import StorageError
from bot.core.programme.ambassador import Ambassador, Wishes, Work
from bot.core.programme.hours import Hours, Quiet
from bot.storage.database import writing_together
from bot.storage.opening import Storage
from bot.storage.reading_once import reading_once
from bot.storage.shelves import DatabaseShelf
from tests.fakes.ports import FakeClock
from tests.storage.samples import ADA, BEN


def make_ambassador(person: str = ADA) -> Ambassador:
    return Ambassador(
        person,
        Return("slack", person, {"channel": "D1"}),
        "nl",
        "often",
        ("linkedin", "x"),
        datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC),
        hours=Hours("Europe/Amsterdam", quiet=(Quiet(datetime.time(12), datetime.time(13)),)),
        wishes=Wishes("two-weeks", recap=True, topics=("story",)),
        work=Work("Intensivpflege", "Süd", datetime.date(2016, 2, 29)),
    )


def open_ambassadors(storage: Storage) -> DatabaseShelf[Ambassador]:
    return storage.shelves.open_shelf("ambassadors", Ambassador)


async def test_what_is_kept_comes_back_as_it_was(storage: Storage) -> None:
    shelf = open_ambassadors(storage)
    await shelf.keep(ADA, make_ambassador(), ADA)
    assert await shelf.find(ADA) == make_ambassador()
    assert await shelf.find(BEN) is None
    assert await shelf.find_all([ADA, BEN]) == {ADA: make_ambassador()}


async def test_a_thing_is_kept_once_and_goes_when_removed(storage: Storage) -> None:
    shelf = open_ambassadors(storage)
    await shelf.keep(ADA, make_ambassador(), ADA)
    await shelf.keep(ADA, make_ambassador().note_seen("tip"), ADA)
    assert [one.seen for one in await shelf.list_things()] == [("tip",)]
    assert await shelf.remove(ADA)
    assert not await shelf.remove(ADA)
    assert await shelf.list_things() == []


async def test_kinds_do_not_mix_and_a_person_has_their_own(
    storage: Storage, clock: FakeClock
) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    await votes.keep("d1/ada", "a", ADA)
    clock.advance(seconds=1)
    await votes.keep("d1/ben", "b", BEN)
    assert await votes.list_things(ADA) == ["a"]
    assert await votes.list_things() == ["a", "b"]
    assert await open_ambassadors(storage).list_things() == []


async def test_forgetting_takes_everything_of_a_person_and_nothing_else(storage: Storage) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    await open_ambassadors(storage).keep(ADA, make_ambassador(), ADA)
    await votes.keep("d1/ada", "a", ADA)
    await votes.keep("d1/ben", "b", BEN)
    await votes.keep("nobody's", "c")
    forgotten = await storage.records.forget_person(ADA)
    assert forgotten.counts["shelves"] == 2
    assert await votes.list_things() == ["b", "c"]


async def test_answers_go_after_their_days_and_who_takes_part_stays(
    storage: Storage, clock: FakeClock
) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    await open_ambassadors(storage).keep(ADA, make_ambassador(), ADA)
    await votes.keep("d1/ada", "a", ADA)
    await votes.keep("nobody's", "c")
    clock.advance(days=400)
    await storage.erasure.erase_expired(clock.now())
    assert await votes.list_things() == ["c"]
    assert await open_ambassadors(storage).find(ADA)


async def test_what_is_too_long_is_refused_with_the_limit(storage: Storage) -> None:
    with pytest.raises(StorageError, match="200,000 characters"):
        await storage.shelves.open_shelf("notes", str).keep("n", "x" * 200_001)


async def test_an_answer_reads_what_it_kept_before_it_is_written(storage: Storage) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    await votes.keep("d1/ada", "a", ADA)
    with writing_together() as writes:
        await votes.keep("d1/ada", "b", ADA)
        await votes.keep("d1/ben", "c", BEN)
        assert await votes.find("d1/ada") == "b"
        assert await votes.list_things() == ["b", "c"]
        assert await votes.list_things(BEN) == ["c"]
        assert await votes.find_all(["d1/ada", "d1/ben", "d1/eve"]) == {
            "d1/ada": "b",
            "d1/ben": "c",
        }
        assert await storage.shelves.open_shelf("notes", str).list_things() == []
    assert await votes.list_things() == ["a"]  # nobody else saw it, and it is not written yet
    async with storage.database.write() as session:
        for write in writes:
            await write(session)
    assert sorted(await votes.list_things()) == ["b", "c"]


async def test_what_an_answer_kept_and_took_away_stays_away(storage: Storage) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    with writing_together() as writes:
        await votes.keep("d1/ada", "a", ADA)
        assert await votes.remove("d1/ada")
        assert not await votes.remove("d1/ada")
        assert await votes.find("d1/ada") is None
        assert await votes.find_all(["d1/ada"]) == {}
        await votes.keep("d1/ben", "b", BEN)
        await votes.keep("d1/ben", "c", ADA)
        assert await votes.list_things(BEN) == []
        assert await votes.list_things(ADA) == ["c"]
    async with storage.database.write() as session:
        for write in writes:
            await write(session)
    assert await votes.list_things() == ["c"]


async def test_two_who_change_one_thing_both_have_their_way(storage: Storage) -> None:
    shelf = open_ambassadors(storage)
    await shelf.keep(ADA, make_ambassador(), ADA)
    names = [f"tip-{number}" for number in range(8)]
    await asyncio.gather(
        *(shelf.change(ADA, lambda one, name=name: one.note_seen(name)) for name in names)
    )
    found = await shelf.find(ADA)
    assert found is not None
    assert sorted(found.seen) == names
    assert await shelf.list_things(ADA) == [found]


async def test_a_change_is_written_with_the_answer_it_belongs_to(storage: Storage) -> None:
    shelf = open_ambassadors(storage)
    await shelf.keep(ADA, make_ambassador(), ADA)
    with writing_together() as writes:
        await shelf.change(ADA, lambda one: one.note_seen("tip"))
        await shelf.keep(ADA, make_ambassador().note_seen("before"), ADA)
        await shelf.change(ADA, lambda one: one.note_seen("after"))
    assert await shelf.find(ADA) == make_ambassador()
    async with storage.database.write() as session:
        for write in writes:
            await write(session)
    assert await shelf.find(ADA) == make_ambassador().note_seen("before").note_seen("after")


async def test_a_change_takes_away_and_never_brings_back(storage: Storage) -> None:
    shelf = open_ambassadors(storage)
    await shelf.keep(ADA, make_ambassador(), ADA)
    await shelf.change(ADA, lambda _: None)
    assert await shelf.find(ADA) is None
    await shelf.change(ADA, lambda one: one.note_seen("tip"))
    assert await shelf.list_things() == []


async def test_a_page_reads_a_shelf_once_and_after_a_write_anew(storage: Storage) -> None:
    votes = storage.shelves.open_shelf("votes", str)
    await votes.keep("d1/ada", "a", ADA)
    with reading_once():
        assert await votes.list_things() == ["a"]
        assert await votes.list_things(BEN) == []
        other = asyncio.create_task(votes.list_things())
        elsewhere = contextvars.Context().run(asyncio.ensure_future, votes.keep("d1/ben", "b"))
        await elsewhere
        assert await votes.list_things() == await other == ["a"]  # as it was when it was read
        await votes.keep("d1/cem", "c")
        assert sorted(await votes.list_things()) == ["a", "b", "c"]
        late = contextvars.copy_context()
    await votes.remove("d1/ben")
    listed = await late.run(asyncio.ensure_future, votes.list_things())
    assert sorted(listed) == ["a", "c"]

"""Events on their shelves, on both databases: what is kept comes back, and goes with its person."""

import datetime
from dataclasses import replace

from bot.core.deliveries import Return
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events.amending import amend, write_move
from bot.core.programme.events.book import EventBook, EventDay, open_book
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import Answer, Event, EventText, Material, Proposal, Telling
from bot.core.programme.recurrence import Recurrence
from bot.storage.database import writing_together
from bot.storage.opening import Storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import ADA, BEN

DATE = datetime.date(2026, 12, 3)
NOW = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=datetime.UTC)
EVENT = Event(
    "0a1b2c3d",
    "coffee",
    {"de": EventText("Kaffee", "Fotos"), "nl": EventText("Koffie")},
    Recurrence("Europe/Amsterdam", 3, datetime.time(10, 30), 2, DATE),
    45,
    "Zaal 3",
    places=1,
    state="announced",
    sequence=2,
)


def open_events(storage: Storage) -> EventBook:
    return open_book(storage.shelves, storage.shelves.open_shelf("ambassadors", Ambassador))


async def join(book: EventBook, person: str, clock: FakeClock) -> None:
    to = Return("slack", person, {})
    joined = Ambassador(person, to, "de", "often", (), clock.now())
    await book.ambassadors.keep(person, joined, person)


async def test_what_is_kept_comes_back_as_it_was(storage: Storage) -> None:
    book = open_events(storage)
    proposal = Proposal("p1", EVENT.id, "move", 2, NOW, DATE, write_move(DATE, datetime.time(9)))
    material = Material("m1", EVENT.id, DATE, "Folien", "https://files.example/x")
    held = replace(proposal, name="p2", what="material", value="", material=material)
    table = amend(Timetable(EVENT), proposal)
    await book.events.keep(EVENT.id, EVENT)
    for change in table.changes:
        await book.changes.keep(change.key, change)
    await book.materials.keep(material.name, material)
    await book.proposals.keep(held.name, held)
    assert await book.find_table(EVENT.id) == table
    assert await book.list_materials(EVENT.id, DATE) == [material]
    assert await book.proposals.find("p2") == held
    day = await book.find_day(f"{DATE} {EVENT.id}")
    assert day == EventDay(table, DATE)
    assert day.at == datetime.datetime(2026, 12, 3, 8, tzinfo=datetime.UTC)


async def test_forgetting_somebody_frees_their_place(storage: Storage, clock: FakeClock) -> None:
    book = open_events(storage)
    await book.events.keep(EVENT.id, EVENT)
    for person in (ADA, BEN):
        await join(book, person, clock)
        clock.advance(minutes=1)
        answer = Answer(EVENT.id, DATE, person, comes=True, at=clock.now())
        await book.answers.keep(answer.key, answer, person)
        telling = Telling(answer.key, answer.at, "place")
        await book.tellings.keep(answer.key, telling, person)
    day = EventDay(Timetable(EVENT), DATE)
    assert (await book.seat(day)).find_seat(BEN) == "waiting"
    await storage.records.forget_person(ADA)
    seating = await book.seat(day)
    assert [one.person for one in seating.coming] == [BEN]
    assert [one.key for one in await book.tellings.list_things()] == [f"{EVENT.id}/{DATE}/{BEN}"]


async def test_an_answer_that_is_being_kept_counts_already(
    storage: Storage, clock: FakeClock
) -> None:
    book = open_events(storage)
    await book.events.keep(EVENT.id, EVENT)
    await join(book, ADA, clock)
    own = Answer(EVENT.id, DATE, ADA, comes=True, at=clock.now())
    day = EventDay(Timetable(EVENT), DATE)
    with writing_together():
        await book.answers.keep(own.key, own, ADA)
        assert (await book.seat(day)).find_seat(ADA) == "place"
        assert (await book.seat(day, own)).find_seat(ADA) == "place"

"""Who leaves the programme leaves no answer behind, and a place becomes free."""

import datetime
from pathlib import Path

from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events.book import open_book
from bot.core.programme.events.event import Answer, Telling
from bot.core.programme.events.events import Events
from bot.storage.memory import MemoryShelves
from tests.core.programme.house import build_house
from tests.fakes.ports import FakeClock

ADA, BEN = "slack:T1:ADA", "slack:T1:BEN"
_DAY = datetime.date(2026, 11, 25)
_AT = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


async def test_leaving_takes_answers_and_what_was_told_of_places(
    tmp_path: Path,
) -> None:
    house = build_house(tmp_path)
    await house.enrol(ADA, BEN)
    answers = house.shelves.open_shelf("event-answers", Answer)
    tellings = house.shelves.open_shelf("event-tellings", Telling)
    for person in (ADA, BEN):
        for name in ("coffee", "jourfix"):
            answer = Answer(name, _DAY, person, comes=True, at=_AT)
            await answers.keep(answer.key, answer, person)
            await tellings.keep(answer.key, Telling(answer.key, _AT, "place", 1), person)
    ada = house.meet(ADA)
    await ada.say("leave")
    left = await ada.press("programme-leave")
    assert left.kind
    assert {one.person for one in await answers.list_things()} == {BEN}
    assert len(await tellings.list_things()) == 2


async def test_who_answered_nothing_leaves_nothing() -> None:
    shelves = MemoryShelves()
    book = open_book(shelves, shelves.open_shelf("ambassadors", Ambassador))
    answer = Answer("coffee", _DAY, BEN, comes=True, at=_AT)
    await book.answers.keep(answer.key, answer, BEN)
    await Events(book, None, FakeClock()).leave(ADA)  # type: ignore[arg-type]
    assert await book.answers.list_things() == [answer]

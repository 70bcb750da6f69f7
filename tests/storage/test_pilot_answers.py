"""Answers about pilots, as channels give them: what they write is written when they are done."""

import datetime

import pytest

from bot.core.message import Choice, Incoming, Message
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.highlights.book import open_book as open_highlights
from bot.core.programme.pilots.book import PilotBook, open_book
from bot.core.programme.pilots.calls import PilotCalls
from bot.core.programme.pilots.desk import PilotDesk
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.pilot import Pilot, name_in_button
from bot.core.programme.pilots.shown_posts import ShownPosts
from bot.core.programme.posts.post import Post
from bot.storage.database import writing_together
from bot.storage.opening import Storage
from tests.core.programme.talking import make_ambassador, read_words
from tests.fakes.mailings import FakeMailings
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

DAY = datetime.date(2026, 12, 3)
EDITOR = "slack:T1:EDITOR"


@pytest.fixture
async def book(storage: Storage) -> PilotBook:
    ambassadors = storage.shelves.open_shelf("ambassadors", Ambassador)
    for person in ("ada", "ben"):
        await ambassadors.keep(person, make_ambassador(person), person)
    made = open_book(storage.shelves, ambassadors, FakeClock(), "Europe/Berlin")
    await made.pilots.keep("p1", Pilot("p1", "ESC", "en", starts_on=DAY, ends_on=DAY))
    return made


@pytest.fixture
def leading(storage: Storage, book: PilotBook) -> Leading:
    posts = storage.shelves.open_shelf("posts", Post)
    return Leading(book, FakeOutbox(), ShownPosts(open_highlights(storage.shelves, posts)))


@pytest.fixture
def desk(leading: Leading) -> PilotDesk:
    calls = PilotCalls(leading, FakeMailings(leading.book.clock), {})
    return PilotDesk(leading, calls, Editors(frozenset({EDITOR})))


async def press(desk: PilotDesk, action: str, value: str, text: str = "") -> Message:
    incoming = Incoming(EDITOR, "talk", text, channel="slack")
    answers = await desk.answer_choice(incoming, Choice("", action, value), "en")
    assert answers
    return answers[0]


async def commit(storage: Storage, writes: list) -> None:
    async with storage.database.write() as session:
        for write in writes:
            await write(session)


async def test_answers_know_what_they_wrote_a_moment_before(
    storage: Storage, book: PilotBook, leading: Leading, desk: PilotDesk
) -> None:
    for person in ("ada", "ben"):
        with writing_together() as writes:
            asked = await press(desk, "pilot-ask", f"p1 {name_in_button('p1', person)}")
            assert f"Name of {person}: was asked" in read_words(asked)
        await commit(storage, writes)
    said = []
    for person in ("ada", "ben"):
        with writing_together() as writes:
            said.append(read_words(await leading.answer("p1", person, "yes", "en")))
        await commit(storage, writes)
    assert "As soon as someone else says yes" in said[0]
    assert "There are two of you now" in said[1]
    with writing_together() as writes:
        assert "is open" in read_words(await press(desk, "pilot-open", "p1"))
    await commit(storage, writes)
    kept = await book.pilots.find("p1")
    assert kept is not None
    assert kept.state == "open"


async def test_two_editors_at_two_fields_do_not_undo_one_another(
    storage: Storage, book: PilotBook, desk: PilotDesk
) -> None:
    with writing_together() as first:
        await press(desk, "pilot-write", "p1 place", "Berlin")
    with writing_together() as second:
        await press(desk, "pilot-write", "p1 hashtags", "#ESC")
    await commit(storage, first)
    await commit(storage, second)
    kept = await book.pilots.find("p1")
    assert kept is not None
    assert (kept.place, kept.hashtags) == ("Berlin", ("#ESC",))

"""Questions to the field, and the one reminder that somebody asked for."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message import Choice
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.hours import Hours
from bot.core.programme.questions.nudge import find_own_day, read_wish
from tests.core.programme.house import House, build_house, kinds
from tests.core.programme.talking import read_words

TODAY = datetime.date(2026, 11, 23)  # a Monday


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(tmp_path)


async def test_questions_turn_and_come_back(house: House) -> None:
    ada = house.meet("ada", "de")
    first = await ada.say("Frage")
    assert first is not None
    seen = {read_words(first[0])}
    for _ in range(20):
        seen.add(read_words(await ada.press("questions-first")))
    assert len(seen) > 3
    assert all("Was wollen wir wissen?" in words for words in seen)


async def test_a_reminder_comes_once_on_its_day_and_in_the_persons_hours(house: House) -> None:
    await house.enrol("ada")
    shelf = house.shelves.open_shelf("ambassadors", Ambassador)
    (ambassador,) = await shelf.list_things()
    late = Hours("Europe/Berlin", start=datetime.time(14))
    await shelf.keep("ada", replace(ambassador, hours=late), "ada")
    answer = await house.meet("ada").say("Remind me on Thursday")
    assert answer is not None
    assert "Thursday, 26 Nov" in read_words(answer[0])
    await house.pass_time(days=3)
    assert not house.list_sent("ada", "nudge")  # Thursday, 10:00 UTC
    await house.pass_time(hours=4)
    assert len(house.list_sent("ada", "nudge")) == 1
    await house.pass_time(days=21)
    assert len(house.list_sent("ada", "nudge")) == 1


async def test_a_cancelled_reminder_does_not_come(house: House) -> None:
    await house.enrol("ada")
    ada = house.meet("ada", "nl")
    await ada.say("herinner me")
    assert (await ada.press("nudge", "2026-11-25")).kind == "nudge-set"
    cancelled = await ada.press("nudge-cancel")
    assert "ik herinner je niet" in read_words(cancelled)
    await house.pass_time(days=7)
    assert not house.list_sent("ada", "nudge")


async def test_a_new_day_takes_the_place_of_the_old_one(house: House) -> None:
    await house.enrol("ada")
    ada = house.meet("ada")
    await ada.say("remind me tomorrow")
    await ada.say("remind me on Friday")
    await house.pass_time(days=6)
    assert len(house.list_sent("ada", "nudge")) == 1


async def test_somebody_outside_the_programme_may_ask_too(house: House) -> None:
    kim = house.meet("kim", "de")
    assert kinds(await kim.say("Erinnere mich am Mittwoch")) == ["nudge-set"]
    await house.pass_time(days=3)
    (put,) = house.outbox.sent.values()
    assert put.message.kind == "nudge"
    assert put.to.person == "kim"
    assert put.not_before is not None
    assert Hours().allow(put.not_before)


async def test_a_channel_that_cannot_write_first_says_so(house: House) -> None:
    house.outbox.channels = frozenset()
    assert kinds(await house.meet("ada").say("remind me on Thursday")) == ["nudge-cannot"]


async def test_days_that_cannot_be_are_asked_again(house: House) -> None:
    await house.enrol("ada")
    ada = house.meet("ada")
    for value in ("2026-11-22", "2036-01-01", "gestern", "x" * 900, "2026-13-45"):
        assert (await ada.send(Choice("", "nudge", value))).kind == "nudge-days"
    assert kinds(await ada.say("Remind me of what I wanted to say about the wonderful ward.")) == []


def test_wishes_are_read_as_people_say_them() -> None:
    thursday = datetime.date(2026, 11, 26)
    for text in (
        "on Thursday", "am Donnerstag", "an den Donnerstag bitte", "op donderdag", "thursday!",
        "26.11.2026", "26 Nov 2026", "2026-11-26", "next Thursday",
    ):  # fmt: skip
        assert read_wish(text, TODAY) == thursday, text
    assert read_wish("am Montag", TODAY) == TODAY + datetime.timedelta(days=7)
    assert read_wish("morgen", TODAY) == TODAY + datetime.timedelta(days=1)


@given(st.text(max_size=40), st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1)))
def test_a_wish_is_always_in_the_future(text: str, today: datetime.date) -> None:
    wished = read_wish(text, today)
    assert wished is None or wished > today


@given(st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1)))
def test_nobody_is_reminded_at_a_weekend(day: datetime.date) -> None:
    own = find_own_day(day, Hours(days=(1, 3)))
    assert own is not None
    assert own >= day
    assert own.weekday() in (1, 3)

"""Coming or not: through the buttons that people press."""

import asyncio
import datetime
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as some

from bot.core.message import Message
from bot.core.programme.hours import Hours
from tests.core.programme.events.world import EDITOR, MONDAY, World, list_choices, read_words

DATE = "2026-12-03"


async def open_world(places: int, *people: str) -> World:
    world = World()
    for person in people:
        await world.join(person)
    await world.announce_jourfix(places=places)
    return world


async def answer(world: World, person: str, what: str) -> Message:
    event = (await world.book.events.list_things())[0]
    return await world.press(f"event-{what}", f"{DATE} {event.id}", person)


async def test_a_yes_a_no_and_a_yes_again_goes_to_the_end_of_the_line() -> None:
    world = await open_world(1, "ada", "ben")
    assert "Schön, dass du kommst" in read_words(await answer(world, "ada", "yes"))
    assert "an Stelle 1" in read_words(await answer(world, "ben", "yes"))
    await answer(world, "ada", "no")
    assert "an Stelle 1" in read_words(await answer(world, "ada", "yes"))
    assert "Schön, dass du kommst" in read_words(await answer(world, "ben", "yes"))


async def test_the_same_answer_again_keeps_its_moment() -> None:
    world = await open_world(1, "ada", "ben")
    await answer(world, "ada", "yes")
    await answer(world, "ben", "yes")
    world.clock.advance(hours=1)
    assert "Schön, dass du kommst" in read_words(await answer(world, "ada", "yes"))


async def test_a_clock_that_goes_behind_takes_nobodys_place() -> None:
    world = await open_world(1, "ada", "ben")
    await answer(world, "ada", "yes")
    world.clock.advance(minutes=-5)  # another process answers
    assert "an Stelle 1" in read_words(await answer(world, "ben", "yes"))
    assert "Schön, dass du kommst" in read_words(await answer(world, "ada", "yes"))


async def test_whoever_moves_up_is_told_once_at_their_hours() -> None:
    world = World()
    await world.join("ada")
    await world.join("ben", hours=Hours("America/New_York"))  # it is four in the morning there
    await world.announce_jourfix(places=1)
    await answer(world, "ada", "yes")
    await answer(world, "ben", "yes")
    await world.events.settle_places()
    assert not world.outbox.sent
    await answer(world, "ada", "no")
    for _ in range(3):
        await world.events.settle_places()
    (sent,) = world.outbox.sent.values()
    assert sent.to.person == "ben"
    assert "ein Platz frei geworden" in read_words(sent.message)
    assert sent.not_before == datetime.datetime(2026, 11, 23, 14, 0, tzinfo=datetime.UTC)


async def test_leaving_frees_the_place_and_coming_back_does_not_take_it_again() -> None:
    world = await open_world(1, "ada", "ben")
    await answer(world, "ada", "yes")
    await answer(world, "ben", "yes")
    await world.ambassadors.remove("ada")
    await world.events.settle_places()
    assert [one.person for one in world.list_told()] == ["ben"]
    world.clock.advance(days=1)
    await world.join("ada")
    page = await answer(world, "ada", "yes")
    assert "an Stelle 1" in read_words(page)


async def test_two_at_the_same_moment_are_put_right() -> None:
    """Each reads before the other is written down: both may read that they have the place."""
    world = await open_world(1, "ada", "ben")
    await answer(world, "ada", "yes")
    await answer(world, "ben", "yes")
    kept = await world.book.answers.list_things()
    for one in kept:  # as two processes would have left it
        same = one.__class__(one.event, one.date, one.person, comes=True, at=MONDAY)
        await world.book.answers.keep(same.key, same, same.person)
    await world.events.settle_places()
    (sent,) = world.outbox.sent.values()
    assert "Entschuldige" in read_words(sent.message)
    assert "an Stelle 1" in read_words(sent.message)


async def test_more_places_move_people_up_and_given_ones_stay() -> None:
    world = await open_world(2, "ada", "ben", "cem")
    for person in ("ada", "ben", "cem"):
        await answer(world, person, "yes")
    assert "schon 2 Plätze zugesagt" in read_words(await world.write("places", "1"))
    await world.write("places", "3")
    await world.events.settle_places()
    assert [one.to.person for one in world.outbox.sent.values()] == ["cem"]


async def test_who_has_not_joined_is_shown_the_way() -> None:
    world = await open_world(0)
    said = await answer(world, "zoe", "yes")
    assert said.kind == "event-not-joined"
    assert [one.action for one in list_choices(said)] == ["join"]
    assert not await world.book.answers.list_things()


async def test_what_is_planned_or_over_or_made_up_cannot_be_answered() -> None:
    world = await open_world(0, "ada")
    for value in ("", "x", "2026-12-03", "2026-12-04 nothing", "2026-99-99 a", "🙂" * 80):
        said = await world.press("event-yes", value or "-", "ada")
        assert said.kind == "event-gone"
    await world.press("event-new", "coffee 2026-12-08 15:00")
    coffee = (await world.book.events.list_things())[-1]
    said = await world.press("event-yes", f"2026-12-08 {coffee.id}", "ada")
    assert "gibt es nicht mehr" in read_words(said)
    world.clock.advance(days=30)
    assert "schon vorbei" in read_words(await answer(world, "ada", "yes"))
    assert not await world.book.answers.list_things()


async def test_the_list_says_what_one_answered() -> None:
    world = await open_world(1, "ada", "ben")
    await answer(world, "ada", "yes")
    await answer(world, "ben", "yes")
    assert "du kommst" in read_words(await world.say("Termine", "ada"))
    assert "Warteliste" in read_words(await world.say("termine", "ben"))
    listed = read_words(await world.say("events", EDITOR))
    assert "du kommst" not in listed
    assert "1. Donnerstag, 3. Dezember, 10:00 Uhr: Jourfix" in listed


async def test_no_is_taken_with_thanks_and_material_can_still_be_had() -> None:
    world = await open_world(0, "ada")
    said = await answer(world, "ada", "no")
    assert "Danke" in read_words(said)
    wants = await world.press("event-want", "on", "ada")
    assert "schicke ich es dir" in read_words(wants)
    (kept,) = await world.book.answers.list_things()
    assert (kept.comes, kept.wants_material) == (False, True)
    await world.press("event-want", "off", "ada")
    (kept,) = await world.book.answers.list_things()
    assert not kept.wants_material


async def test_answers_are_dropped_two_months_after_their_date() -> None:
    world = await open_world(1, "ada")
    await answer(world, "ada", "yes")
    world.clock.advance(days=69)
    await world.events.settle_places()
    assert await world.book.answers.list_things()
    world.clock.advance(days=3)
    await world.events.settle_places()
    assert not await world.book.answers.list_things()


_PEOPLE = ("ada", "ben", "cem", "dilan", "eva")
_steps = some.lists(
    some.tuples(
        some.sampled_from(_PEOPLE),
        some.sampled_from(("yes", "no", "leave", "join", "later", "settle", "more")),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(_steps, some.integers(1, 3))
def test_whatever_people_do_in_whatever_order(steps: list[tuple[str, str]], places: int) -> None:
    asyncio.run(play(steps, places))


async def play(steps: list[tuple[str, str]], places: int) -> None:
    world = await open_world(places, *_PEOPLE)
    event = (await world.book.events.list_things())[0]
    line: list[str] = []  # who said yes, in order
    for person, step in steps:
        is_in = await world.ambassadors.find(person) is not None
        if step in ("yes", "no"):
            said = await answer(world, person, step)
            assert (said.kind == "event-answered") == is_in
            if is_in and step == "yes" and person not in line:
                line.append(person)
            if is_in and step == "no" and person in line:
                line.remove(person)
            if is_in and step == "yes":
                comes = "Schön, dass du kommst" in read_words(said)
                assert comes == (person in line[:places])
        elif step == "leave":
            await world.ambassadors.remove(person)
            line = [one for one in line if one != person]
        elif step == "join" and not is_in:
            world.clock.advance(minutes=1)
            await world.join(person)
        elif step == "later":
            world.clock.advance(minutes=7)
        elif step == "more" and places < 4:
            places += 1
            await world.write("places", str(places))
        else:
            await world.events.settle_places()
        seats = (min(places, len(line)), max(0, len(line) - places))
        assert await world.count(event, DATE) == seats
    await world.events.settle_places()
    before = len(world.outbox.sent)
    await world.events.settle_places()
    assert len(world.outbox.sent) == before  # nobody is told twice
    last = {one.to.person: one.message for one in world.outbox.sent.values()}
    for person, message in last.items():
        if person in line[:places]:
            assert "Entschuldige" not in read_words(message)
    told = Counter(one.key for one in world.outbox.sent.values())
    assert all(times == 1 for times in told.values())

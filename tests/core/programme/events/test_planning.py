"""Editors plan and change events; those who said yes hear of it."""

import datetime
from dataclasses import replace

import pytest

from bot.core.message import Choice, Incoming
from bot.core.programme.events import desk_messages
from bot.core.programme.hours import Hours
from tests.core.programme.events.world import World, list_choices, read_words

DATE = "2026-12-03"
ACTIONS = (
    "event-desk", "event-new", "event-page", "event-dates", "event-date", "event-ask",
    "event-write", "event-propose", "event-do", "event-discard",
)  # fmt: skip


async def open_world(*people: str) -> World:
    world = World()
    for person in people:
        await world.join(person)
    event = await world.announce_jourfix()
    for person in people:
        await world.press("event-yes", f"{DATE} {event.id}", person)
    return world


@pytest.mark.parametrize("action", ACTIONS)
async def test_every_button_of_editors_is_refused_to_others(action: str) -> None:
    world = await open_world("ada")
    event = (await world.book.events.list_things())[0]
    before = dict(world.book.proposals.things)  # type: ignore[attr-defined]
    for value in (event.id, f"cancel {event.id}", f"jourfix {DATE} 10:00", next(iter(before))):
        said = await world.press(action, value, "ada", text="Raum 1")
        assert said.kind == "not-an-editor"
    assert await world.book.events.list_things() == [event]
    assert world.book.proposals.things == before  # type: ignore[attr-defined]


def test_no_button_of_editors_was_forgotten() -> None:
    named = {
        value
        for name, value in vars(desk_messages).items()
        if name.isupper() and isinstance(value, str) and value.startswith("event-")
    }
    assert named == set(ACTIONS)


async def test_words_of_editors_are_refused_to_others() -> None:
    world = World()
    assert (await world.say("jourfix anlegen", "ada")).kind == "not-an-editor"
    assert (await world.say("plan events", "ada")).kind == "not-an-editor"


async def test_a_jourfix_is_created_in_one_go() -> None:
    world = World()
    asked = await world.say("jourfix anlegen")
    days = [one.label for one in list_choices(asked)]
    assert days == [
        "Dienstag, 1. Dezember, 10:00 Uhr",
        "Mittwoch, 2. Dezember, 10:00 Uhr",
        "Donnerstag, 3. Dezember, 10:00 Uhr",
        "Selbst schreiben",
    ]
    page = read_words(await world.press("event-new", "jourfix 2026-12-03"))
    assert "Alle zwei Wochen, donnerstags, 45 Minuten" in page
    assert "Texte: Deutsch, Niederländisch, Englisch" in page
    assert "noch nicht angekündigt" in page


@pytest.mark.parametrize(
    "value", ["", "x", "jourfix x", "jourfix 2026-12-03", "coffee 9 9", "a b c d"]
)
async def test_a_made_up_day_asks_again(value: str) -> None:
    world = World()
    assert (await world.press("event-new", value)).kind == "event-when"
    assert not await world.book.events.list_things()


async def test_when_can_be_written() -> None:
    world = World()
    await world.press("event-ask", "new-coffee")
    page = await world.press("event-write", "new-coffee", text="Di 8.12. 15-16:30 Uhr")
    assert "Einmalig, 90 Minuten" in read_words(page)
    page = await world.write("when", "Mi 9.12. 14 Uhr, jede Woche, 60 Min, Europe/London")
    assert "Jede Woche, mittwochs, 60 Minuten" in read_words(page)
    assert "Zeit von London" in read_words(page)
    refused = await world.write("when", "am 1.1.2020")
    assert "schon vorbei" in read_words(refused)
    refused = await world.write("when", "demnächst")
    assert "demnächst" in read_words(refused)


async def test_the_announcement_goes_once_to_those_who_take_part() -> None:
    world = World()
    await world.join("ada")
    await world.join("ben", language="nl")
    await world.join("cem", paused_until=datetime.date(2027, 1, 1))
    await world.join("dilan", channel="")
    await world.announce_jourfix(where="Raum 3.12, https://meet.example/a")
    await world.press("event-do")  # a second press
    await world.mailings.send_due()
    assert [(person, message.language) for _, person, message in world.mailings.sent] == [
        ("ada", "de"),
        ("ben", "nl"),
    ]
    key, _, message = world.mailings.sent[0]
    assert key.startswith("invitation:")
    assert key.endswith(f":{DATE}")
    assert "https://jourfix.example/calendar/" in read_words(message)
    assert [one.action for one in list_choices(message)] == ["event-yes", "event-no"]
    assert len(world.mailings.kept) == 1
    assert not world.list_told()


async def test_an_invitation_counts_against_what_somebody_allows_a_week() -> None:
    world = World()
    await world.join("ada")
    await world.announce_jourfix()
    (kept,) = world.mailings.kept.values()
    assert kept.mailing.counts
    assert kept.mailing.until == datetime.datetime(2026, 12, 3, 9, tzinfo=datetime.UTC)


async def test_without_a_title_or_a_day_to_come_nothing_is_announced() -> None:
    world = World()
    await world.press("event-new", "other 2026-12-03 14:00")
    assert "Titel" in read_words(await world.press("event-propose", "announce"))
    await world.write("words-nl", "Fotoworkshop")
    assert (await world.press("event-propose", "announce")).kind == "event-proposal"
    world.clock.advance(days=30)
    assert "Vergangenheit" in read_words(await world.press("event-propose", "announce"))


async def test_a_language_without_words_falls_back() -> None:
    world = World()
    await world.join("ada", language="en")
    await world.press("event-new", "other 2026-12-03 14:00")
    await world.write("words-nl", "Fotoworkshop\n\nMet je telefoon.")
    await world.press("event-propose", "announce")
    await world.press("event-do")
    await world.mailings.send_due()
    assert "You're invited: Fotoworkshop" in read_words(world.mailings.sent[0][2])


async def test_a_move_tells_those_who_said_yes_and_keeps_their_answers() -> None:
    world = await open_world("ada", "ben")
    event = (await world.book.events.list_things())[0]
    await world.press("event-no", f"{DATE} {event.id}", "ben")
    await world.press("event-date", f"{DATE} {event.id}")
    preview = await world.write(f"move {DATE}", "Fr 4.12. 11 Uhr")
    assert "Eine Person erfährt davon" in read_words(preview)
    assert not world.list_told()
    await world.press("event-do")
    (sent,) = world.list_told()
    words = read_words(sent.message)
    assert sent.person == "ada"
    assert "Bisher: Donnerstag, 3. Dezember 2026, 10:00 bis 10:45 Uhr" in words
    assert "Neu: Freitag, 4. Dezember 2026, 11:00 bis 11:45 Uhr" in words
    assert await world.count(event, DATE) == (1, 0)
    assert "4. Dezember, 11:00 Uhr: Jourfix (du kommst)" in read_words(
        await world.say("termine", "ada")
    )


async def test_a_change_raises_the_version_that_calendars_compare() -> None:
    world = await open_world("ada")
    event = (await world.book.events.list_things())[0]
    versions = []
    for what, text in (
        (f"move {DATE}", "11 Uhr"),
        ("where", "Raum 7"),
        ("time", "9-10 Uhr"),
        (f"move {DATE}", "12 Uhr"),
    ):
        await world.press("event-date", f"{DATE} {event.id}")
        await world.write(what, text)
        await world.press("event-do")
        table = await world.book.find_table(event.id)
        assert table is not None
        versions.append(table.sequence)
    await world.press("event-propose", f"off {DATE}")
    await world.press("event-do")
    table = await world.book.find_table(event.id)
    assert table is not None
    versions.append(table.sequence)
    assert versions == sorted({*versions})


async def test_a_cancelled_date_is_told_and_the_others_stay() -> None:
    world = await open_world("ada")
    event = (await world.book.events.list_things())[0]
    await world.press("event-date", f"{DATE} {event.id}")
    await world.press("event-propose", f"off {DATE}")
    await world.press("event-do")
    (sent,) = world.list_told()
    assert "fällt leider aus" in read_words(sent.message)
    assert "Der nächste Termin: Donnerstag, 17. Dezember" in read_words(sent.message)
    said = await world.press("event-yes", f"{DATE} {event.id}", "ada")
    assert "findet nicht statt" in read_words(said)
    assert "3. Dezember" not in read_words(await world.say("termine", "ada"))


async def test_cancelling_all_tells_everybody_once() -> None:
    world = await open_world("ada", "ben")
    event = (await world.book.events.list_things())[0]
    await world.press("event-yes", f"2026-12-17 {event.id}", "ada")
    await world.press("event-propose", "cancel")
    await world.press("event-do")
    await world.press("event-do")
    assert sorted(one.person for one in world.list_told()) == ["ada", "ben"]
    assert "kein Termin" in read_words(await world.say("termine", "ada"))


async def test_a_preview_that_is_out_of_date_is_shown_again() -> None:
    world = await open_world("ada")
    event = (await world.book.events.list_things())[0]
    preview = await world.press("event-propose", "cancel")
    (name,) = [one.value for one in list_choices(preview) if one.action == "event-do"]
    await world.write("where", "Raum 9")
    await world.press("event-do")
    again = await world.press("event-do", name)
    assert again.kind == "event-proposal"
    assert "Inzwischen hat sich etwas geändert" in read_words(again)
    kept = await world.book.events.find(event.id)
    assert kept is not None
    assert kept.state == "announced"


async def test_who_cannot_be_reached_in_time_is_named_but_not_why() -> None:
    world = World()
    await world.join("ada")
    await world.join("ben", hours=Hours(days=()))
    await world.join("cem", paused_until=datetime.date(2027, 1, 1))
    await world.join("dilan", hours=Hours(start=datetime.time(15), end=datetime.time(16)))
    event = await world.announce_jourfix()
    for person in ("ada", "ben", "cem", "dilan"):
        await world.press("event-yes", f"{DATE} {event.id}", person)
    world.clock.advance(days=10, hours=-1)  # Thursday, an hour before
    await world.press("event-date", f"{DATE} {event.id}")
    preview = read_words(await world.press("event-propose", f"off {DATE}"))
    assert "Niemand" not in preview
    assert "@ben, @cem, @dilan" in preview
    assert "Pause" not in preview


async def test_material_goes_to_those_who_asked_and_stays_to_be_read() -> None:
    world = await open_world("ada", "ben")
    event = (await world.book.events.list_things())[0]
    await world.press("event-want", f"on {DATE} {event.id}", "ben")
    world.clock.advance(days=11)
    await world.press("event-date", f"{DATE} {event.id}")
    preview = await world.write(f"material {DATE}", "Die Folien: https://files.example/folien.pdf.")
    assert "Eine Person erfährt davon" in read_words(preview)
    await world.press("event-do")
    (sent,) = world.list_told()
    assert sent.person == "ben"
    assert "(https://files.example/folien.pdf)" in read_words(sent.message)
    assert "Material aus Terminen" in read_words(await world.say("termine", "zoe"))
    await world.press("event-library", "", "zoe")
    shown = await world.press("event-library", f"{DATE} {event.id}", "zoe")
    assert "Die Folien" in read_words(shown)


async def test_long_and_hostile_words_are_cut() -> None:
    world = await open_world("ada")
    await world.write("words-de", "T" * 5_000 + "\n" + "A" * 9_000)
    (event,) = await world.book.events.list_things()
    assert len(event.texts["de"].title) == 120
    assert len(event.texts["de"].about) == 1_500
    await world.write("where", "R" * 5_000)
    await world.press("event-do")
    (event,) = await world.book.events.list_things()
    assert len(event.where) <= 180
    for text in ("-1", "1.5", "١٢", "99999", "", "x" * 500):
        assert (await world.write("places", text)).kind == "event-unread"


async def test_hostile_values_change_nothing() -> None:
    world = await open_world("ada")
    events = await world.book.events.list_things()
    for action in ACTIONS:
        for value in ("", " ", "x y z", "move", "off 2026-12-03", "announce", "\x00", "🙂" * 70):
            world.offered.clear()
            incoming = Incoming("slack:T1:UEDIT", "c", "Text", Choice("", action, value))
            answers = await world.planning.answer_choice(incoming, incoming.choice, "de")
            assert answers
    assert await world.book.events.list_things() == events


async def test_a_planned_event_can_be_thrown_away_and_an_announced_one_cannot() -> None:
    world = await open_world("ada")
    (event,) = await world.book.events.list_things()
    await world.press("event-discard", event.id)
    assert await world.book.events.list_things() == [event]
    await world.press("event-new", "coffee 2026-12-08 15:00")
    await world.press("event-discard")
    assert await world.book.events.list_things() == [event]


async def test_the_rhythm_of_an_announced_event_stays() -> None:
    world = await open_world("ada")
    (event,) = await world.book.events.list_things()
    refused = await world.write("time", "Freitag 11 Uhr")
    assert "nur Uhrzeit und Dauer" in read_words(refused)
    await world.write("when", "Fr 4.12. 11 Uhr, jede Woche")
    assert await world.book.events.list_things() == [event]


async def test_the_other_clock_of_a_reader_is_told() -> None:
    world = World()
    await world.join("ada", hours=Hours("America/New_York"))
    event = await world.announce_jourfix()
    page = await world.press("event", f"{DATE} {event.id}", "ada")
    assert "bei dir 04:00 bis 04:45 Uhr" in read_words(page)
    changed = replace(event, places=3)
    await world.book.events.keep(event.id, changed)
    assert "Noch frei: 3 von 3" in read_words(
        await world.press("event", f"{DATE} {event.id}", "ada")
    )

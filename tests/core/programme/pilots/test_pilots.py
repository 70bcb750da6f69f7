"""Pilots as editors, leads and those who take part live through them."""

import datetime
from pathlib import Path

import pytest

from bot.core.message import Banner, Choice, Choices, Copyable, Incoming, Message
from bot.core.model import Verdict
from bot.core.programme.pilots.messages import NOTE, PILOT, REPORT, TAKE_PART, TELL, TOLD
from bot.core.programme.pilots.pack_text import read_days
from bot.core.programme.pilots.pilot import name_in_button
from tests.core.programme.house import EDITOR, House, build_house
from tests.core.programme.talking import Talker, list_parts, read_words

DRAFT = "Today I heard about Blaustern at the congress, and it made my day."


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(tmp_path)


async def make_pilot(house: House, title: str = "ESC 2026") -> Talker:
    """An editor makes a pilot from 3 to 6 December."""
    editor = house.meet_editor()
    await editor.say("new pilot")
    await editor.press("pilot-new")
    await editor.write(title)
    await fill(editor, "days", "3 Dec 2026 to 6 Dec 2026")
    return editor


async def fill(editor: Talker, part: str, text: str) -> Message:
    await editor.press("pilot-edit", name_of(editor) + f" {part}")
    return await editor.write(text)


def name_of(editor: Talker) -> str:
    """The id of the pilot that was shown last."""
    edits = [one for one in editor.offered if one.action == "pilot-edit"]
    return edits[-1].value.split()[0]


async def agree(house: House, editor: Talker, *people: str) -> None:
    """The editor asks people, and they say yes."""
    for person in people:
        await editor.press("pilot-people")
        found = [
            one for one in editor.offered
            if one.action == "pilot-ask" and one.label == f"Name of {person}"
        ]  # fmt: skip
        await editor.send(found[-1])
        talker = house.meet(person)
        talker.look(take_post(house, person))
        await talker.press("pilot-lead", f"{name_of(editor)} yes")


def take_post(house: House, person: str) -> Message:
    """The newest message to one person, sent through the outbox or as a mailing of one."""
    posted = [one.message for one in house.outbox.sent.values() if one.to.person == person]
    mailed = [
        kept.mailing.messages[letter.recipient.variant]
        for kept in house.mailings.kept.values()
        for letter in kept.letters
        if letter.recipient.person == person
    ]
    return (posted + mailed)[-1]


async def open_pilot(house: House, *leads: str) -> Talker:
    editor = await make_pilot(house)
    await agree(house, editor, *leads)
    editor.look(take_post(house, EDITOR))
    await editor.press("pilot-draft")
    await editor.press("pilot-open")
    return editor


async def force(editor: Talker, action: str, value: str = "") -> Message:
    """Press a button that was never shown, as a hostile client can."""
    return await editor.send(make_choice(editor, action, value))


async def test_it_opens_only_with_exactly_two_leads_who_said_yes(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await make_pilot(house)
    assert "Not yet" in read_words(await force(editor, "pilot-open"))
    await agree(house, editor, "ada")
    assert "Not yet" in read_words(await force(editor, "pilot-open"))
    await editor.press("pilot-people")
    await agree(house, editor, "ben")
    assert "Two people have been asked" in read_words(await ask_again(editor, "cem"))
    assert "is open" in read_words(await force(editor, "pilot-open"))


async def ask_again(editor: Talker, person: str) -> Message:
    return await force(editor, "pilot-ask", name_in_button(name_of(editor), person))


async def test_a_no_makes_room_and_the_editor_hears_of_it(house: House) -> None:
    await house.enrol("ada", "ben")
    editor = await make_pilot(house)
    await ask_again(editor, "ada")
    ada = house.meet("ada")
    ada.look(take_post(house, "ada"))
    answer = await ada.press("pilot-lead", f"{name_of(editor)} no")
    assert "fine" in read_words(answer)
    told = take_post(house, EDITOR)
    assert told.kind == "pilot-answered"
    assert "Name of ada will not lead" in read_words(told)
    assert "Asked." in read_words(await ask_again(editor, "ben"))


async def test_whoever_was_not_asked_cannot_say_yes(house: House) -> None:
    await house.enrol("ada", "ben", "eve")
    editor = await open_pilot(house, "ada", "ben")
    answer = await house.meet("eve").send(make_choice(editor, "pilot-lead", "yes"))
    assert answer.kind == "pilot-gone"


def make_choice(editor: Talker, action: str, value: str = "") -> Choice:
    return Choice("", action, f"{name_of(editor)} {value}".strip())


async def test_only_editors_press_the_buttons_of_editors(house: House) -> None:
    await house.enrol("ada", "ben", "eve")
    editor = await open_pilot(house, "ada", "ben")
    eve = house.meet("eve")
    for action in ("pilot-edit", "pilot-write", "pilot-off", "pilot-page", "pilot-invite"):
        assert (await eve.send(make_choice(editor, action, "yes"))).kind == "not-an-editor"
    said = await eve.say("new pilot")
    assert said is not None
    assert said[0].kind == "not-an-editor"


async def test_taking_part_from_the_invitation_to_the_answers(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await open_pilot(house, "ada", "ben")
    await fill(editor, "dos", "Tell.\nde:\nErzähl.")
    await editor.press("pilot-invite")
    await editor.press("pilot-invite", f"{name_of(editor)} yes")
    await house.pass_time(hours=2)
    cem = house.meet("cem")
    cem.look(house.list_sent("cem", "pilot-invitation")[0])
    assert not house.list_sent("ada", "pilot-invitation")  # who leads is in it
    assert (await cem.press(TAKE_PART)).kind == "pilot-joined"
    assert "Tell." in read_words(await cem.press(PILOT))
    await cem.press("pilot-daily", f"{name_of(editor)} on")
    await house.pass_time(days=16)
    asked = house.list_sent("cem", "pilot-prompt")
    assert [one.kind for one in house.list_sent("ada", "pilot-prompt")] == []
    # five days before to three days after, without weekends: 30 Nov to 9 Dec
    assert len(asked) == 8
    assert len({one.summary for one in asked}) >= 7  # each once before one comes again, by stage
    assert len(house.list_sent("cem", "pilot-start")) == 1
    ended = house.list_sent("cem", "pilot-end")
    assert len(ended) == 1
    cem.look(ended[0])
    await cem.press(TELL, f"{name_of(editor)} worked")
    assert (await cem.write("The walks between the talks.")).kind == "pilot-told"


async def test_answers_are_shown_from_ten_on_and_only_to_leads(house: House) -> None:
    people = [f"p{number}" for number in range(11)]
    await house.enrol("ada", "ben", *people)
    editor = await open_pilot(house, "ada", "ben")
    await house.pass_time(days=15)
    for number, person in enumerate(people[:9]):
        await tell(house, editor, person, f"Thought {number}.")
    ada = house.meet("ada")
    report = await ada.send(make_choice(editor, REPORT))
    assert "Thought" not in read_words(report)
    assert "once a question has ten" in read_words(report)
    await tell(house, editor, people[9], "Thought 9.")
    words = read_words(await ada.send(make_choice(editor, REPORT)))
    assert all(f"Thought {number}." in words for number in range(10))
    assert not any(person in words for person in people)
    assert (await house.meet("p1").send(make_choice(editor, REPORT))).kind == "pilot-gone"
    page = await editor.press("pilot-page")
    assert "Thought" not in read_copy(page)  # answers are the leads' alone


async def tell(house: House, editor: Talker, person: str, text: str) -> None:
    talker = house.meet(person)
    await talker.send(make_choice(editor, TAKE_PART))
    answer = await talker.send(make_choice(editor, TOLD, "worked"), text)
    assert answer.kind == "pilot-told"


def read_copy(message: Message) -> str:
    return "\n".join(one.text for one in list_parts(message.parts) if isinstance(one, Copyable))


async def test_leads_are_told_of_the_evaluation_and_their_notes_reach_comms(house: House) -> None:
    await house.enrol("ada", "ben", *[f"p{number}" for number in range(9)])
    editor = await open_pilot(house, "ada", "ben")
    for number in range(9):
        await house.meet(f"p{number}").send(make_choice(editor, TAKE_PART))
    await house.pass_time(days=24)
    for lead in ("ada", "ben"):
        assert len(house.list_sent(lead, "pilot-evaluation")) == 1
    ada = house.meet("ada")
    ada.look(house.list_sent("ada", "pilot-evaluation")[0])
    await ada.press(NOTE)
    assert (await ada.write("Small groups worked best.")).kind == "pilot-noted"
    copied = read_copy(await editor.press("pilot-page"))
    assert "Small groups worked best." in copied
    assert "11 people took part." in copied
    assert "Name of" not in copied


async def test_fewer_than_ten_people_are_not_counted(house: House) -> None:
    await house.enrol("ada", "ben")
    editor = await open_pilot(house, "ada", "ben")
    page = await editor.press("pilot-page")
    assert "people took part" not in read_copy(page)
    assert any("from ten on" in getattr(part, "text", "") for part in page.parts)


async def review(house: House, text: str = DRAFT) -> Verdict:
    answers = await house.conversation.answer(Incoming("kim", "chat", text, language="en"))
    banners = [part for message in answers for part in message.parts if isinstance(part, Banner)]
    return banners[-1].verdict


async def test_an_open_pilot_embargo_is_checked_in_everybodys_draft(house: House) -> None:
    await house.enrol("ada", "ben")
    editor = await make_pilot(house)
    await fill(editor, "embargo", "Blaustern, BS-17 until 4 Dec 2026")
    assert await review(house) is Verdict.GO  # a draft of an editor holds nobody back
    await agree(house, editor, "ada", "ben")
    editor.look(take_post(house, EDITOR))
    await editor.press("pilot-draft")
    opened = await editor.press("pilot-open")
    assert "in every draft here" in read_words(opened)
    assert await review(house) is Verdict.ASK
    house.clock.advance(days=11)  # 4 December is the first free day
    assert await review(house) is Verdict.GO


async def test_what_is_called_off_holds_nothing_back(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await open_pilot(house, "ada", "ben")
    await house.meet("cem").send(make_choice(editor, TAKE_PART))
    await fill(editor, "embargo", "Blaustern until 4 Dec 2026")
    assert await review(house) is Verdict.ASK
    await editor.press("pilot-off", name_of(editor))
    await editor.press("pilot-off", f"{name_of(editor)} yes")
    assert await review(house) is Verdict.GO
    await house.pass_time(days=30)
    assert len(house.list_sent("cem", "pilot-called-off")) == 1
    assert not house.list_sent("cem", "pilot-start")


async def test_whoever_is_no_ambassador_reads_but_does_not_take_part(house: House) -> None:
    await house.enrol("ada", "ben")
    editor = await open_pilot(house, "ada", "ben")
    answers = await house.meet("eve").say("pilot")
    assert answers is not None
    assert "ESC 2026" in read_words(answers[0])
    refused = await house.meet("eve").send(make_choice(editor, TAKE_PART))
    assert offers_joining(refused)


def offers_joining(message: Message) -> bool:
    return any(
        choice.action == "join"
        for part in message.parts
        if isinstance(part, Choices)
        for choice in part.choices
    )


async def test_a_field_that_cannot_be_read_changes_nothing(house: House) -> None:
    editor = await make_pilot(house)
    for part, text in (
        ("days", "soon"),
        ("days", "6 December 2026 to 3 December 2026"),
        ("days", "1 Nov 2026 to 2 Nov 2026"),
        ("embargo", "Blaustern until yesterday"),
        ("embargo", "Blaustern until 4 Dec 2025"),
        ("dos", "x" * 201),
        ("title", ""),
    ):
        assert (await fill(editor, part, text)).kind == "pilot-unread", (part, text)
    shown = await force(editor, "pilot-draft")
    assert "3 December 2026 to 6 December 2026" in read_words(shown)


async def test_hostile_values_are_answered_and_change_nothing(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await open_pilot(house, "ada", "ben")
    cem = house.meet("cem")
    for action in ("pilot", "pilot-join", "pilot-daily", "pilot-tell", "pilot-told", "pilot-lead"):
        for value in ("", "x", f"{name_of(editor)} ../../x", f"{name_of(editor)} {'9' * 200}"):
            assert await cem.send(Choice("", action, value), "text")
    for value in ("-1", "99999", "x", "²"):
        assert await editor.send(make_choice(editor, "pilot-people", value))


def test_the_days_of_a_pilot_are_read_as_people_write_them() -> None:
    wanted = (datetime.date(2026, 12, 3), datetime.date(2026, 12, 6))
    for text in (
        "3.-6.12.2026", "3. bis 6.12.2026", "3.12.2026 bis 6.12.2026", "2026-12-03 - 2026-12-06",
        "3-12-2026 tot en met 6-12-2026", "3 Dec 2026 to 6 Dec 2026", "3 – 6 December 2026",
        "3. bis 6. Dezember 2026", "3 t/m 6 december 2026", "3/12/2026 until 6/12/2026",
    ):  # fmt: skip
        assert read_days(text) == wanted, text
    assert read_days("6.12.2026") == (wanted[1], wanted[1])
    for text in ("", "bis", "soon", "40.-6.12.2026", "0.-6.12.2026", "3.12. bis 6.12."):
        assert read_days(text) is None, text


async def test_whoever_leaves_the_programme_leaves_the_pilot_with_everything(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await open_pilot(house, "ada", "ben")
    cem = house.meet("cem")
    await tell(house, editor, "cem", "A thought.")
    await cem.send(make_choice(editor, "pilot-daily", "on"))
    await house.meet("ada").send(make_choice(editor, "pilot-noted"), "A note.")
    for person in ("cem", "ada"):
        await house.meet(person).send(Choice("", "programme-leave"))
    for name in ("pilot-told", "pilot-notes", "pilot-members"):
        assert not await house.shelves.shelves[name].list_things(), name
    await house.enrol("cem", "ada")  # they come back: nothing of theirs is there
    assert "Count me in" in [one.label for one in await buttons_of(cem, editor)]
    shown = read_words(await editor.send(make_choice(editor, "pilot-draft")))
    assert "Name of ada" not in shown
    await house.pass_time(days=20)
    assert not house.list_sent("cem", "pilot-prompt")


async def buttons_of(talker: Talker, editor: Talker) -> list[Choice]:
    shown = await talker.send(make_choice(editor, PILOT))
    return [one for part in shown.parts if isinstance(part, Choices) for one in part.choices]

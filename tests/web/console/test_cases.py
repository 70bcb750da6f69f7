"""The pages of cases: who sees what, who was first, what reaches the author and the channel."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House as WholeHouse
from bot.bootstrap.house import opened_house
from bot.channels.web.letters import Letters
from bot.core.deliveries import Return
from bot.core.desk.case import Answer
from bot.core.desk.casework import Casework
from bot.core.desk.messages import SEND
from bot.core.desk.staff import HERE, Colleague
from bot.core.message import Choice, Incoming, Message
from bot.settings import Settings
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, READER, REVIEWER, SAFETY
from tests.web.console.desk import Desk

AUTHOR = "a-cookie-of-a-browser-0001"
DRAFT = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> Zelvaro heilt alle Patienten!'


class House:
    """What a test asks of a house; what it is made of is too long to be shown in a failure."""

    def __init__(self, house: WholeHouse) -> None:
        self.conversation, self.letters, self.storage = (
            house.conversation,
            house.letters,
            house.storage,
        )
        self.console = build_console(house)


@pytest.fixture
async def house(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[House]:
    async with opened_house(desk_settings, clock) as opened:
        yield House(opened)


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house.console, house.storage)


def casework_of(house: House) -> Casework:
    assert house.conversation.desk is not None
    return house.conversation.desk.casework


def find_choice(message: Message, action: str) -> str:
    found = re.search(rf"action='{action}', value='([^']*)'", repr(message))
    assert found, message
    return found.group(1)


async def hand_in(house: House, text: str = DRAFT, person: str = AUTHOR) -> str:
    """Send a draft as an author in the browser chat does; gives the case's name."""
    chat = house.conversation
    review = (await chat.answer(Incoming(person, "one", text=text, language="de", on_page=True)))[
        -1
    ]
    pressed = Choice("", "ask-comms", find_choice(review, "ask-comms"))
    preview = (
        await chat.answer(Incoming(person, "one", choice=pressed, language="de", on_page=True))
    )[0]
    pressed = Choice("", SEND, find_choice(preview, SEND))
    sent = (
        await chat.answer(Incoming(person, "one", choice=pressed, language="de", on_page=True))
    )[0]
    assert sent.kind == "case-sent"
    return pressed.value.split()[1]


async def read_letters(house: House, person: str = AUTHOR) -> str:
    assert isinstance(house.letters, Letters)
    return " ".join(letter.html for letter in await house.letters.open_for(person))


async def test_the_queue_shows_what_waits_and_a_case_its_findings(house: House, desk: Desk) -> None:
    name = await hand_in(house)
    editor = await desk.sign_in(EDITOR)
    await editor.open("/desk")
    assert "Open requests: 1" in editor.words
    await editor.open("/desk/cases")
    assert name in editor.words
    assert "German" in editor.words
    await editor.open(f"/desk/cases/{name}")
    assert "<mark" in editor.page.text
    assert "Why" in editor.words
    assert "Heilmittelwerbegesetz" in editor.words
    assert AUTHOR not in editor.page.text


async def test_an_answer_reaches_the_page_of_its_author(house: House, desk: Desk) -> None:
    name = await hand_in(house)
    assert await house.storage.cases.is_awaited_by(AUTHOR)
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"/desk/cases/{name}")
    await editor.send(f"/desk/cases/{name}/take")
    assert "The request is yours" in editor.words
    fields = {"decision": "change", "reply": "Ohne den Namen.", "suggested": "Wir sind stolz."}
    await editor.send(f"/desk/cases/{name}/answer", fields)
    assert "on its way" in editor.words
    told = await read_letters(house)
    assert "Bitte noch ändern" in told
    assert "Ohne den Namen." in told
    assert "Wir sind stolz." in told
    assert not await house.storage.cases.is_awaited_by(AUTHOR)
    await editor.open("/desk/cases")
    assert name not in editor.words
    await editor.open("/desk/cases?show=answered")
    assert name in editor.words
    deeds = [entry.read_deed() for entry in await house.storage.audit.list_newest(10)]
    assert [(deed.action, deed.subject) for deed in deeds if deed][:2] == [
        ("case-answered", f"{name}/change"),
        ("case-taken", name),
    ]


async def test_a_letter_is_shown_for_a_day_and_goes_with_its_person(
    house: House, clock: FakeClock
) -> None:
    name = await hand_in(house)
    colleague = Colleague(EDITOR, "Eda")
    await casework_of(house).answer(name, Answer("fine"), colleague)
    assert await read_letters(house)
    clock.advance(hours=20)
    assert await read_letters(house)
    clock.advance(hours=20)
    assert not await read_letters(house)
    other = await hand_in(house, person="another-cookie-of-somebody")
    await casework_of(house).answer(other, Answer("fine"), colleague)
    await house.storage.records.forget_person("another-cookie-of-somebody")
    assert not await read_letters(house, "another-cookie-of-somebody")
    assert await casework_of(house).cases.find_case(other) is None


async def test_a_letter_that_nobody_reads_goes_after_a_month(
    house: House, clock: FakeClock
) -> None:
    name = await hand_in(house)
    await casework_of(house).answer(name, Answer("fine"), Colleague(EDITOR, "Eda"))
    clock.advance(days=31)
    await house.storage.erasure.erase_expired(clock.now())
    assert not await read_letters(house)


async def test_of_two_who_answer_at_once_the_first_holds(house: House, desk: Desk) -> None:
    name = await hand_in(house)
    eda, rob = await desk.sign_in(EDITOR), await desk.sign_in(REVIEWER)
    for visitor in (eda, rob):
        await visitor.open(f"/desk/cases/{name}")
    path = f"/desk/cases/{name}/answer"
    await asyncio.gather(
        eda.send(path, {"decision": "fine", "reply": "Edas Worte"}),
        rob.send(path, {"decision": "do-not", "reply": "Robs Worte"}),
    )
    pages = [eda.words, rob.words]
    assert sum("was first" in page for page in pages) == 1
    assert sum("on its way" in page for page in pages) == 1
    second = next(page for page in pages if "was first" in page)
    assert "Edas Worte" in second  # what was typed or what holds; neither is lost
    assert "Robs Worte" in second
    told = await read_letters(house)
    assert ("Edas Worte" in told) != ("Robs Worte" in told)


async def test_who_comes_second_changes_nothing(house: House) -> None:
    """The state is read before another's change and written after it."""
    name = await hand_in(house)
    work = casework_of(house)
    case = await work.cases.find_case(name)
    assert case is not None
    eda, rob = Colleague(EDITOR, "Eda"), Colleague(REVIEWER, "Rob")
    first, second = await asyncio.gather(
        work.answer(name, Answer("fine"), eda), work.answer(name, Answer("fine", "x"), rob)
    )
    assert {first.word, second.word} == {"done", "answered"}
    late = first if first.word == "answered" else second
    assert late.case is not None
    assert late.case.answered_by[1] in ("Eda", "Rob")


async def test_taken_given_back_and_taken_over(house: House, desk: Desk, clock: FakeClock) -> None:
    name = await hand_in(house)
    eda, rob = await desk.sign_in(EDITOR), await desk.sign_in(REVIEWER)
    await eda.open(f"/desk/cases/{name}")
    await eda.send(f"/desk/cases/{name}/take")
    await rob.open(f"/desk/cases/{name}")
    assert f"{name}/take" not in rob.page.text
    await rob.send(f"/desk/cases/{name}/take")
    assert "already handling" in rob.words
    await eda.send(f"/desk/cases/{name}/give-back")
    assert "free again" in eda.words
    await eda.send(f"/desk/cases/{name}/take")
    case = await casework_of(house).cases.find_case(name)
    assert case is not None
    clock.advance(seconds=(case.due_at - clock.now()).total_seconds() - 3_600)
    rob = await desk.sign_in(REVIEWER)
    await rob.open("/desk/cases")
    assert "due soon" in rob.words
    assert "nothing has happened since" in rob.words
    await rob.open(f"/desk/cases/{name}")
    assert "I'll take over" in rob.words
    await rob.send(f"/desk/cases/{name}/take")
    assert f"Name of {REVIEWER}" in rob.words
    clock.advance(hours=2)
    await rob.open("/desk/cases")
    assert "overdue" in rob.words


async def test_drug_safety_sees_what_was_handed_to_drug_safety(house: House, desk: Desk) -> None:
    kept, handed = await hand_in(house), await hand_in(house, DRAFT + " Kommt vorbei!", "b" * 24)
    editor, safety = await desk.sign_in(EDITOR), await desk.sign_in(SAFETY)
    await editor.open(f"/desk/cases/{handed}")
    await editor.send(f"/desk/cases/{handed}/hand-over", {"team": "drug_safety"})
    assert "passed on" in editor.words
    assert "drugsafety@nordhafen.example" in editor.words
    told = await read_letters(house, "b" * 24)
    assert "Arzneimittelsicherheit" in told
    assert "drugsafety@nordhafen.example" in told
    await safety.open("/desk")
    assert "drug safety: 1" in safety.words
    await safety.open("/desk/cases")
    assert handed in safety.words
    assert kept not in safety.words
    assert (await safety.open(f"/desk/cases/{kept}")).status_code == 404
    for deed in ("take", "give-back", "answer"):
        await safety.open("/desk/cases")
        assert (await safety.send(f"/desk/cases/{kept}/{deed}")).status_code == 404
    await safety.open(f"/desk/cases/{handed}")
    await safety.send(f"/desk/cases/{handed}/answer", {"decision": "do-not", "reply": "Melden."})
    assert "Melden." in await read_letters(house, "b" * 24)


async def test_readers_see_no_case(house: House, desk: Desk) -> None:
    name = await hand_in(house)
    reader = await desk.sign_in(READER)
    for path in ("/desk/cases", f"/desk/cases/{name}"):
        assert (await reader.open(path)).status_code == 403
    await reader.open("/desk")
    assert "Open requests" not in reader.words


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"reply": "so"}, "choose an answer"),
        ({"decision": "rm -rf", "reply": "so"}, "choose an answer"),
        ({"decision": "change", "reply": "  "}, "a sentence or two"),
        ({"decision": "do-not", "suggested": "so"}, "a sentence or two"),
        ({"decision": "change", "reply": "ä" * 2_001}, "too long"),
        ({"decision": "change", "reply": "so", "suggested": "x" * 9_000}, "too long"),
    ],
)
async def test_a_complaint_keeps_what_was_typed(
    house: House, desk: Desk, fields: dict[str, str], complaint: str
) -> None:
    name = await hand_in(house)
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"/desk/cases/{name}")
    await editor.send(f"/desk/cases/{name}/answer", fields)
    assert 'role="alert"' in editor.page.text
    assert complaint in editor.words
    assert fields.get("reply", "").strip() in editor.page.text
    assert (await editor.send(f"/desk/cases/{name}/hand-over", {"team": "all"})).status_code == 200
    assert "whom the request goes to" in editor.words
    assert await house.storage.cases.is_awaited_by(AUTHOR)


@pytest.mark.parametrize("path", ["/desk/cases/0000", "/desk/cases/..%2F..%2Fx", "/desk/cases/é"])
async def test_a_case_that_is_not_there(desk: Desk, path: str) -> None:
    editor = await desk.sign_in(EDITOR)
    assert (await editor.open(path)).status_code == 404


async def test_what_people_write_is_no_markup(house: House, desk: Desk) -> None:
    name = await hand_in(house, HOSTILE)
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"/desk/cases/{name}")
    assert "<script>alert" not in editor.page.text
    assert "<img" not in editor.page.text
    fields = {"decision": "change", "reply": HOSTILE, "suggested": "\x1b[31m" + HOSTILE}
    await editor.send(f"/desk/cases/{name}/answer", fields)
    assert "<script>alert" not in editor.page.text
    told = await read_letters(house)
    assert "alert(1)" in told
    assert "<script>" not in told
    assert "<img" not in told


async def test_who_sits_at_this_machine_answers_too(house: House, desk: Desk) -> None:
    name = await hand_in(house)
    here = await desk.sign_in(HERE, "de")
    await here.open(f"/desk/cases/{name}")
    await here.send(f"/desk/cases/{name}/answer", {"decision": "fine"})
    assert "Deine Antwort ist unterwegs" in here.words
    assert "Kann so raus" in await read_letters(house)


@pytest.mark.parametrize("language", ["de", "nl", "en"])
async def test_the_pages_in_three_languages(house: House, desk: Desk, language: str) -> None:
    name = await hand_in(house)
    editor = await desk.sign_in(EDITOR, language)  # type: ignore[arg-type]
    for path in (
        "/desk/cases",
        "/desk/cases?show=mine",
        "/desk/cases?show=%00",
        f"/desk/cases/{name}",
    ):
        answer = await editor.open(path)
        assert answer.status_code == 200
        assert answer.text.count("<h1>") == 1


STORY = (
    "Unsere Studie zeigt, dass Zelvaro besser wirkt als die Standardtherapie. "
    "Danke an Dr. Sabine Krüger (0171 2345678) für zehn Jahre tolle Zusammenarbeit."
)
LIKE_IT = "Die Studie zeigt: Zelvaro wirkt besser als die Standardtherapie."


async def test_what_was_said_is_kept_without_names_and_cited_later(
    house: House, desk: Desk
) -> None:
    name = await hand_in(house, STORY)
    editor = await desk.sign_in(EDITOR)
    path = f"/desk/cases/{name}/remember"
    assert (await editor.open(path)).status_code == 404  # nobody answered yet
    await editor.open(f"/desk/cases/{name}")
    await editor.send(f"/desk/cases/{name}/answer", {"decision": "do-not", "reply": "HWG."})
    await editor.open(path)
    assert "Krüger" not in editor.page.text
    assert "2345678" not in editor.page.text
    assert "[PERSON-1]" in editor.words
    assert "Zelvaro" in editor.words
    first = "Unsere Studie zeigt, dass Zelvaro besser wirkt als die Standardtherapie."
    told = {"keep-0": "yes", "sentence-0": first, "sentence-1": "x", "advice": "HWG <b>"}
    await editor.send(path, told)
    assert "Remembered." in editor.words
    assert "<b>" not in editor.page.text
    said = Incoming("somebody-else-0000000000", "two", text=LIKE_IT, language="de", on_page=True)
    review = (await house.conversation.answer(said))[-1]
    parts = [part for part in review.parts if getattr(part, "tone", "") == "quiet"]
    assert any("abgeraten" in repr(part) and "HWG" in repr(part) for part in parts)
    found = re.search(r"/desk/precedents/([0-9a-f]+)/withdraw", editor.page.text)
    assert found
    await editor.send(found.group(0))
    assert "Withdrawn" in editor.words
    assert first not in editor.words
    review = (await house.conversation.answer(said))[-1]
    assert "abgeraten" not in repr(review)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"keep-0": "yes", "sentence-0": "Danke an Dr. Sabine Krüger."}, "points to somebody"),
        ({"keep-0": "yes", "sentence-0": "Ruf an: 0171 2345678."}, "points to somebody"),
        ({"keep-0": "yes", "sentence-0": "Fein.", "advice": "Sagt Dr. Anna Meier."}, "points to"),
        ({"sentence-0": "Danke."}, "at least one"),
        ({"keep-0": "yes", "sentence-0": "ä" * 700}, "too long"),
        ({"keep-0": "yes", "sentence-0": "Fein.", "advice": "ä" * 400}, "too long"),
    ],
)
async def test_what_still_tells_on_somebody_is_refused(
    house: House, desk: Desk, fields: dict[str, str], complaint: str
) -> None:
    name = await hand_in(house, STORY)
    await casework_of(house).answer(name, Answer("fine"), Colleague(EDITOR, "Eda"))
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"/desk/cases/{name}/remember")
    await editor.send(f"/desk/cases/{name}/remember", fields)
    assert complaint in editor.words
    assert fields["sentence-0"] in editor.page.text
    await editor.open("/desk/precedents")
    assert "No sentence is remembered yet" in editor.words


async def test_the_post_in_the_channel_follows_the_page_and_the_reminder_names_the_owner(
    house: House, clock: FakeClock
) -> None:
    """A desk with a channel: what is done on the page shows there."""
    whole, outbox = house.conversation.desk, FakeOutbox(frozenset({"slack", "web"}))
    assert whole is not None
    channel = Return("slack", "slack:desk", {"team": "T1", "channel": "C1", "thread": ""})
    joined = replace(whole, outbox=outbox, to_editors=(channel,))
    house.conversation = replace(house.conversation, desk=joined)
    name = await hand_in(house)
    work, eda, rob = joined.casework, Colleague(EDITOR, "Eda"), Colleague(REVIEWER, "Rob")
    assert f"case/{name}" in outbox.sent
    await work.take(name, eda)
    assert "Eda" in repr(outbox.replaced[f"case/{name}"])
    await work.give_back(name, eda)
    assert "gave request" in repr(outbox.replaced[f"case/{name}"])
    await work.take(name, eda)
    case = await work.cases.find_case(name)
    assert case is not None
    clock.advance(seconds=(case.due_at - clock.now()).total_seconds() - 3_600)
    assert await joined.remind() == 1
    assert await joined.remind() == 0
    assert "Eda" in repr(outbox.sent[f"due/{name}"].message)
    pressed = Incoming(REVIEWER, "c", choice=Choice("", "case-take", name), name="Rob")
    taken = await house.conversation.answer(replace(pressed, channel="slack"))
    assert "Rob" in repr(taken)
    await work.answer(name, Answer("fine"), eda)
    assert "Eda" in repr(outbox.replaced[f"case/{name}"])
    assert f"due/{name}" not in outbox.sent
    assert f"answer/{name}" in outbox.sent
    pressed = Incoming(EDITOR, "c", choice=Choice("", "case-decide", f"fine {name}"), name="Eda")
    late = (await house.conversation.answer(replace(pressed, channel="slack")))[0]
    assert "Eda" in late.summary
    assert (await work.take(name, rob)).word == "answered"

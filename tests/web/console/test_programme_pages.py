"""The programme at the desk: broadcasts, people, the calendar, recaps, the library; hostile words too."""

import datetime
import re
from collections.abc import AsyncIterator
from html import unescape

import pytest
import pytest_asyncio

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.deliveries import Return
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts import messages as broadcasts
from bot.core.programme.broadcasts.broadcast import Broadcast, Text
from bot.core.programme.cohorts.call import Application, Call
from bot.core.programme.events.event import Event
from bot.settings import Settings
from bot.web.console.answers import Answered
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR
from tests.web.console.desk import Desk, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")
PATH = "/desk/programme"
EVIL = "<script>alert(1)</script>\"' onload=x"


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> AsyncIterator[House]:
    """Open everything once: preparing the policy takes longer than all these tests."""
    settings = Settings(
        database=f"sqlite:///{tmp_path_factory.mktemp('programme') / 'desk.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=f"{EDITOR},group:comms-desk",
        slack_bot_token="xoxb-1",  # noqa: S106 - so that people in Slack are reached
        slack_signing_secret="s",  # noqa: S106
    )
    async with opened_house(settings, clock) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def editor(house: House) -> Visitor:
    visitor = await Desk(build_console(house), house.storage).sign_in(EDITOR)
    await visitor.open(PATH)
    return visitor


async def join(house: House, clock: FakeClock, count: int) -> None:
    """Have so many take part, and nobody else."""
    shelf = house.storage.shelves.open_shelf("ambassadors", Ambassador)
    for one in await shelf.list_things():
        await shelf.remove(one.person)
    for number in range(count):
        person = f"slack:T1:U{number}"
        to = Return("slack", person, {"channel": f"D{number}"})
        language = LANGUAGES[0] if number < count - 3 else LANGUAGES[1]
        one = Ambassador(person, to, language, "often", ("linkedin",), clock.now())
        await shelf.keep(person, one, person)


async def write(editor: Visitor, **fields: str) -> str:
    """Write a new broadcast; gives its path."""
    await editor.open(f"{PATH}/broadcasts/new")
    action = find_action(editor, "/save")
    seen = {"text-en": "Come to the jourfix.\n\nOn Tuesday at ten.", "fallback": "en", **fields}
    await editor.send(action, seen)
    return action.removesuffix("/save")


def find_action(visitor: Visitor, ending: str) -> str:
    found = re.search(rf'action="([^"]+{ending})"', visitor.page.text)
    assert found is not None, visitor.page.text
    return found.group(1)


def find_seen(visitor: Visitor) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', visitor.page.text)
    assert found is not None
    return found.group(1)


def find_button(visitor: Visitor, label: str) -> str:
    found = re.search(rf'name="choice" value="([^"]*)"[^>]*>{label}', visitor.page.text)
    assert found is not None, f"{label} is not in: {visitor.words}"
    return unescape(found.group(1))


async def press(visitor: Visitor, label: str, place: str = "all") -> None:
    await visitor.send(f"{PATH}/press/{place}", {"choice": find_button(visitor, label)})


async def test_every_page_opens_in_every_language(house: House) -> None:
    desk = Desk(build_console(house), house.storage)
    for language in LANGUAGES:
        editor = await desk.sign_in(EDITOR, language)
        for page in (
            "",
            "/broadcasts",
            "/broadcasts/new",
            "/people",
            "/calendar",
            "/recaps",
            "/library",
        ):
            answer = await editor.open(f"{PATH}{page}")
            assert answer.status_code == 200, page
            assert editor.page.text.count("<h1>") == 1


async def test_a_door_of_the_menu_answers_and_survives_a_reload(editor: Visitor) -> None:
    await press(editor, "Plan events")
    answered = str(editor.page.url)
    assert "answer=" in answered
    assert "New jourfix" in editor.words or "jourfix" in editor.words.lower()
    await editor.open(answered)
    assert 'class="answer"' in editor.page.text
    await editor.open(PATH)
    assert 'class="answer"' not in editor.page.text


async def test_a_press_is_one_entry_of_the_audit_log_and_only_if_it_changes_something(
    editor: Visitor, house: House
) -> None:
    before = await house.storage.audit.list_newest(100)
    await press(editor, "Broadcasts")  # only shows
    assert await house.storage.audit.list_newest(100) == before
    fields = {"choice": f"{broadcasts.DISCARD} 1a2b3c"}
    await editor.send(f"{PATH}/press/broadcasts-1a2b3c", fields)
    after = await house.storage.audit.list_newest(100)
    assert len(after) == len(before) + 1
    newest = after[0].read_deed()
    assert newest is not None
    assert (newest.person, newest.action, newest.subject) == (
        EDITOR, "broadcast-discarded", "1a2b3c",
    )  # fmt: skip


@pytest.mark.parametrize(
    "choice", ["", "x", "nobody-knows 1", "a" * 300, "broadcast-open ../../x", " "]
)
async def test_a_made_up_button_does_nothing(editor: Visitor, choice: str) -> None:
    answer = await editor.send(f"{PATH}/press/all", {"choice": choice})
    assert answer.status_code == 200
    assert 'class="answer"' in editor.page.text


@pytest.mark.parametrize(
    "place", ["all", "broadcasts-zzzzzz", "nowhere", "people-..", "broadcasts-1a2b3c4d5e"]
)
async def test_a_made_up_place_leads_nowhere_else(editor: Visitor, place: str) -> None:
    answer = await editor.send(f"{PATH}/press/{place}", {"choice": "menu "})
    assert str(answer.url).startswith(f"http://127.0.0.1:8080{PATH}")


async def test_a_broadcast_is_written_previewed_and_sent(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    await join(house, clock, 14)
    path = await write(editor, **{"text-de": "Kommt zum Jourfix.\n\nAm Dienstag um zehn."})
    assert editor.page.status_code == 200
    for place in ("Slack", "Teams", "Browser"):
        assert editor.page.text.count(f"<figcaption>{place}</figcaption>") == 2
    assert "14 people" in editor.words
    place = f"broadcasts-{path.rpartition('/')[2]}"
    await press(editor, "Send me a test", place)
    assert "Come to the jourfix." in editor.words
    await editor.open(path)
    await press(editor, "Send now", place)
    assert "14 of" in editor.words or "0 of 14" in editor.words
    assert 'data-refreshes="2000"' in editor.page.text
    await press(editor, "Pause", place)
    assert "data-refreshes" not in editor.page.text
    await press(editor, "Stop", place)
    assert "stopped" in editor.words.lower()
    await editor.open(f"{PATH}/broadcasts")
    assert "0 of 14" in editor.words


async def test_a_broadcast_is_planned_and_taken_back(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    await join(house, clock, 12)
    when = clock.now() + datetime.timedelta(days=1)
    while when.weekday() > 3:
        when += datetime.timedelta(days=1)
    path = await write(editor, moment=f"{when:%Y-%m-%d} 10:00")
    place = f"broadcasts-{path.rpartition('/')[2]}"
    await press(editor, "Schedule", place)
    await editor.open(path)
    assert "scheduled" in editor.words
    await press(editor, "Take off the schedule", place)
    await editor.open(path)
    assert 'name="text-en"' in editor.page.text


async def test_what_cannot_be_taken_is_shown_again_and_nothing_is_lost(
    editor: Visitor, house: House
) -> None:
    path = await write(editor, **{"text-en": "word " * 900, "moment": "someday"})
    assert editor.page.status_code == 422
    assert 'role="alert"' in editor.page.text
    assert "word word word" in editor.page.text
    assert 'value="someday"' in editor.page.text
    assert await house.storage.shelves.open_shelf("broadcasts", Broadcast).find(path[-6:]) is None


async def test_a_draft_that_is_thrown_away_is_gone(editor: Visitor) -> None:
    path = await write(editor)
    await press(editor, "Discard", f"broadcasts-{path[-6:]}")
    assert editor.page.status_code == 200
    assert "answer=" in str(editor.page.url)
    assert (await editor.open(path)).status_code == 404


async def test_two_who_write_at_once_do_not_undo_one_another(editor: Visitor, house: House) -> None:
    path = await write(editor)
    await editor.open(path)
    seen = find_seen(editor)
    await editor.send(f"{path}/save", {"seen": seen, "text-en": "The words of one."})
    assert editor.page.status_code == 200
    await editor.send(f"{path}/save", {"seen": seen, "text-en": "The words of another."})
    assert editor.page.status_code == 422
    assert "Somebody else saved it" in editor.words
    assert "The words of another." in editor.page.text
    kept = await house.storage.shelves.open_shelf("broadcasts", Broadcast).find(path[-6:])
    assert kept is not None
    assert kept.texts == {"en": Text("The words of one.")}
    await editor.send(
        f"{path}/save", {"seen": find_seen(editor), "text-en": "The words of another."}
    )
    assert editor.page.status_code == 200


async def test_a_patient_never_goes_out(editor: Visitor, house: House, clock: FakeClock) -> None:
    await join(house, clock, 12)
    path = await write(
        editor, **{"text-en": "Our patient Anna Smith, born 3 May 1961, has diabetes."}
    )
    assert "What I noticed" in editor.words
    assert "broadcast-send" not in editor.page.text
    draft = await house.storage.shelves.open_shelf("broadcasts", Broadcast).find(path[-6:])
    assert draft is not None
    value = f"broadcast-send {draft.id} {draft.fingerprint}"
    await editor.send(f"{PATH}/press/broadcasts-{draft.id}", {"choice": value})
    await editor.open(path)
    assert 'name="text-en"' in editor.page.text  # still a draft


async def test_words_are_no_markup(editor: Visitor) -> None:
    path = await write(editor, **{"text-en": f"{EVIL}\n\n{EVIL}", "moment": EVIL})
    assert "<script>alert" not in editor.page.text
    path = await write(editor, **{"text-en": f"{EVIL}\n\n{EVIL}"})
    await editor.open(path)
    assert "<script>alert" not in editor.page.text
    await editor.open(f"{PATH}/broadcasts")
    assert "<script>alert" not in editor.page.text
    await editor.send(
        f"{PATH}/calendar/add",
        {"kind": EVIL, "title": EVIL, "day": "2999-01-01", "time": "10:00", "where": EVIL},
    )
    assert "<script>alert" not in editor.page.text
    await editor.send(
        f"{PATH}/calendar/add",
        {"kind": EVIL, "title": EVIL, "day": EVIL, "time": EVIL, "where": EVIL},
    )
    assert editor.page.status_code == 422
    assert "<script>alert" not in editor.page.text


@pytest.mark.parametrize(
    "path",
    [
        "broadcasts/000000",
        "broadcasts/..%2f..%2fx",
        "people/zz",
        "people/00000000",
        "library/lessons/x",
        "library/dilemmas/../x",
    ],
)
async def test_what_is_not_there_is_said(editor: Visitor, path: str) -> None:
    assert (await editor.open(f"{PATH}/{path}")).status_code == 404


async def test_an_event_is_added_from_the_calendar(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    day = (clock.now() + datetime.timedelta(days=20)).date()
    fields = {
        "kind": "other",
        "title": "Open lab",
        "day": str(day),
        "time": "14:30",
        "where": "Room 2",
    }
    await editor.send(f"{PATH}/calendar/add", fields)
    assert editor.page.status_code == 200
    assert "Open lab" in editor.words
    assert "not announced yet" in editor.words
    events = await house.storage.shelves.open_shelf("events", Event).list_things()
    event = next(one for one in events if one.where == "Room 2")
    assert event.state == "planned"
    await editor.open(f"{PATH}/calendar?week={day:%G-W%V}")
    assert "14:30 Open lab" in editor.words


async def test_whom_a_group_makes_an_editor_steers_the_programme_too(
    house: House, clock: FakeClock
) -> None:
    visitor = await Desk(build_console(house), house.storage).sign_in(
        "teams:TENANT:NEW", groups=["comms-desk"]
    )
    day = (clock.now() + datetime.timedelta(days=20)).date()
    await visitor.open(f"{PATH}/calendar")
    typed = {"kind": "other", "title": "Open lab", "day": str(day), "time": "14:30", "where": "R2"}
    await visitor.send(f"{PATH}/calendar/add", typed)
    assert "not announced yet" in visitor.words
    events = await house.storage.shelves.open_shelf("events", Event).list_things()
    assert "R2" in [one.where for one in events]
    await join(house, clock, 14)
    path = await write(visitor)
    await press(visitor, "Send now", f"broadcasts-{path.rpartition('/')[2]}")
    assert "0 of 14" in visitor.words


@pytest.mark.parametrize(
    ("field", "value"), [("day", "2001-01-01"), ("day", "soon"), ("time", "25:00"), ("title", "")]
)
async def test_an_event_that_makes_no_sense_is_shown_again(
    editor: Visitor, field: str, value: str
) -> None:
    fields = {
        "kind": "other",
        "title": "Open lab",
        "day": "2027-03-02",
        "time": "14:30",
        "where": "Here",
    }
    await editor.send(f"{PATH}/calendar/add", {**fields, field: value})
    assert editor.page.status_code == 422
    assert f'href="#{field}"' in editor.page.text
    assert 'value="Here"' in editor.page.text


@pytest.mark.parametrize(
    "query", ["month=9999-99", "week=2026-W99", "month=<b>", "week=0001-W01", "month=2099-12"]
)
async def test_a_calendar_of_no_time_is_todays(editor: Visitor, query: str) -> None:
    assert (await editor.open(f"{PATH}/calendar?{query}")).status_code == 200


async def test_few_people_are_not_counted(editor: Visitor, house: House, clock: FakeClock) -> None:
    await join(house, clock, 9)
    await editor.open(f"{PATH}/people")
    assert "fewer than ten" in editor.words
    assert not re.search(r"\b9\b", editor.words.partition("Groups")[0])


async def test_the_rest_tells_nobody_how_many_the_few_are(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    await join(house, clock, 25)  # 22 read German, 3 Dutch
    await editor.open(f"{PATH}/people")
    told = editor.words.partition("Buddies")[0]
    assert "Take part 25" in told
    assert not re.search(r"\b(22|3)\b", told)


async def test_a_group_is_proposed_explained_and_decided(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    open_shelf = house.storage.shelves.open_shelf
    until = clock.now().date() + datetime.timedelta(days=5)
    await open_shelf("calls", Call).keep(
        "0000aaaa", Call("0000aaaa", f"Autumn {EVIL}", {"en": "Come"}, 6, until)
    )
    for number in range(8):
        person = f"slack:T1:U{number}"
        one = Application(
            "0000aaaa", person, Return("slack", person, {"channel": "D1"}), f"Name {number}", "en", "often",
            f"Team {number % 4}", EVIL,
        )  # fmt: skip
        await open_shelf("applications", Application).keep(one.key, one, person)
    await editor.open(f"{PATH}/people")
    assert "Applications until" in editor.words
    await editor.open(f"{PATH}/people/0000aaaa")
    assert "<script>alert" not in editor.page.text
    assert "Team 1" in editor.words
    value = re.search(r'value="(call-confirm [^"]+)"', editor.page.text)
    assert value is not None
    await editor.send(f"{PATH}/press/people-0000aaaa", {"choice": value.group(1)})
    settle = re.search(r'value="(call-settle [^"]+)"', editor.page.text)
    assert settle is not None
    await editor.send(f"{PATH}/press/people-0000aaaa", {"choice": settle.group(1)})
    call = await open_shelf("calls", Call).find("0000aaaa")
    assert call is not None
    assert call.settled_on is not None


async def test_the_library_is_read_in_three_languages(editor: Visitor) -> None:
    await editor.open(f"{PATH}/library")
    for kind in ("lessons", "dilemmas"):
        await editor.open(f"{PATH}/library")
        path = re.search(rf'href="({PATH}/library/{kind}/[^"]+)"', editor.page.text)
        assert path is not None
        assert (await editor.open(path.group(1))).status_code == 200
        for language in ("Deutsch", "Nederlands", "English"):
            assert f'aria-label="{language}"' in editor.page.text


async def test_what_was_answered_goes_when_somebody_is_forgotten(
    editor: Visitor, house: House
) -> None:
    await press(editor, "Broadcasts")
    shelf = house.storage.shelves.open_shelf("desk-answers", Answered)
    assert await shelf.find(EDITOR) is not None
    await house.storage.records.forget_person("slack:T1:SOMEBODY")
    assert await shelf.find(EDITOR) is None


async def test_an_answer_is_shown_to_nobody_else(editor: Visitor, house: House) -> None:
    await press(editor, "Broadcasts")
    answered = str(editor.page.url)
    other = await Desk(build_console(house), house.storage).sign_in("desk:here")
    await other.open(answered)
    assert 'class="answer"' not in other.page.text


async def test_the_first_page_says_what_waits(
    editor: Visitor, house: House, clock: FakeClock
) -> None:
    over = clock.now().date() - datetime.timedelta(days=1)
    call = Call("0000bbbb", "Winter <b>", {"en": "Come"}, 6, over)
    await house.storage.shelves.open_shelf("calls", Call).keep(call.id, call)
    await editor.open("/desk")
    assert "The group “Winter <b>” waits for your choice." in editor.words
    assert "<b>" not in editor.page.text

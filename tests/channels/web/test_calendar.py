"""The page that gives an event to a calendar: reached from anywhere, by its name alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest

from bot.__main__ import main
from bot.channels.web.calendar import SignedLinks
from tests.channels.running import RunningServer, WebPerson, environment, serve

COOKIE = "an-editor-in-the-browser-0001"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendar")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with serve(folder, JOURFIX_EDITORS=COOKIE) as running:
        yield running


@pytest.fixture(scope="module")
def page(server: RunningServer) -> str:
    """Announce a jourfix in chat; give the path of its page."""
    editor = WebPerson(server.port, cookie=f"jourfix={COOKIE}")
    editor.open_page("de")
    editor.say("jourfix anlegen")
    steps = [("event-new", "jourfix"), ("event-propose", "announce"), ("event-do", "")]
    for action, value in steps:
        shown = editor.read()
        choices = [one for one in shown.choices if one[0] == action and one[1].startswith(value)]
        editor.choose(*choices[-1])
    editor.read()
    editor.say("termine")
    editor.choose(*next(one for one in editor.read().choices if one[0] == "event"))
    found = re.search(r'href="(/calendar/[^"]+)"', editor.read().markup)
    assert found
    return found.group(1)


def test_the_file_holds_the_event_and_nobody(server: RunningServer, page: str) -> None:
    response, body = WebPerson(server.port).request("GET", page)
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/calendar; charset=utf-8"
    assert "attachment" in response.getheader("Content-Disposition", "")
    calendar = icalendar.Calendar.from_ical(body)
    (event,) = calendar.walk("VEVENT")
    assert calendar["METHOD"] == "PUBLISH"
    assert event["SUMMARY"] == "Jourfix"
    assert event["RRULE"]["INTERVAL"] == [2]
    assert not {"ATTENDEE", "ORGANIZER"} & set(event)
    assert COOKIE not in body


def test_it_is_reached_under_any_host(server: RunningServer, page: str) -> None:
    response, _ = WebPerson(server.port).request("GET", page, headers={"Host": "jourfix.example"})
    assert response.status == 200


def test_only_its_exact_name_opens_it(server: RunningServer, page: str) -> None:
    person = WebPerson(server.port)
    changed = page[:-6] + ("0" if page[-6] != "0" else "1") + page[-5:]
    for path in (changed, page.removesuffix(".ics"), "/calendar/", "/calendar/x.ics",
                 page.replace("-de-", "-en-"), "/calendar/" + "a" * 4_000 + ".ics",
                 "/calendar/%00.ics"):  # fmt: skip
        assert person.request("GET", path)[0].status == 404
    assert person.request("GET", "/calendar/../", headers={"Host": "x.example"})[0].status != 200
    assert person.request("POST", page, b"x")[0].status == 405
    assert person.request("HEAD", page)[0].status == 200


def test_the_pages_beside_it_stay_on_this_machine(server: RunningServer) -> None:
    for path in ("/", "/calendar", "/events", "/health"):
        response, _ = WebPerson(server.port).request("GET", path, headers={"Host": "x.example"})
        assert response.status == 403


def test_the_command_line_lists_events_and_writes_a_file_to_mail(
    server: RunningServer,
    page: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert server.process.poll() is None
    for name, value in environment(folder).items():
        monkeypatch.setenv(name, value)
    assert main(["programme", "events"]) == 0
    listed = capsys.readouterr().out
    event = page.removeprefix("/calendar/").partition("-")[0]
    assert listed.startswith(f"{event}  announced  Jourfix  ")
    out = folder / "jourfix.ics"
    ask = ["programme", "invitation", event, "--out", str(out), "--language", "nl"]
    both = ["--from", "comms@a.example", "--to", "all@a.example"]
    for flags, method in (([], "PUBLISH"), (both, "REQUEST"), ([*both, "--cancel"], "CANCEL")):
        assert main([*ask, *flags]) == 0
        calendar = icalendar.Calendar.from_ical(out.read_text())
        assert calendar["METHOD"] == method
        assert method in capsys.readouterr().out
    assert "tip" in str(calendar.walk("VEVENT")[0]["DESCRIPTION"])


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["nothing"], "There is no event “nothing”"),
        (["{event}", "--from", "comms"], "no e-mail address"),
        (["{event}", "--out", "/no/such/folder/x.ics"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said(
    flags: list[str],
    said: str,
    page: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment(folder).items():
        monkeypatch.setenv(name, value)
    event = page.removeprefix("/calendar/").partition("-")[0]
    assert main(["programme", "invitation", *(flag.format(event=event) for flag in flags)]) == 2
    assert said in capsys.readouterr().err


def test_without_an_address_there_is_a_page_in_the_browser_only() -> None:
    links = SignedLinks(b"k" * 32)
    assert links.name_page("0a1b2c3d", "de", "").startswith("/calendar/0a1b2c3d-de-")
    assert links.name_page("0a1b2c3d", "de", "slack") == ""
    reached = SignedLinks(b"k" * 32, "https://jourfix.example/")
    page = reached.name_page("0a1b2c3d", "de", "slack")
    assert page.startswith("https://jourfix.example/calendar/0a1b2c3d-de-")
    assert page == reached.name_page("0a1b2c3d", "de", "")

"""An editor in Slack sends a broadcast, and her message about it lives."""

import datetime
from collections.abc import Iterator

import pytest

from tests.channels.running import RunningServer, serve
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")


@pytest.fixture(scope="module")
def server(
    workspace: FakeSlack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    settings = {**settings_for(workspace), "JOURFIX_EDITORS": f"slack:{TEAM}:UEDITOR"}
    with serve(tmp_path_factory.mktemp("broadcasts"), **settings) as running:
        yield running


@pytest.fixture
def editor(workspace: FakeSlack, server: RunningServer) -> SlackPerson:
    """An editor who joined, and reads nothing before another day of the week."""
    editor = SlackPerson(workspace, server.port, user="UEDITOR")
    editor.say("join")
    assert editor.read().kind == "greeting"
    for value in ("", "en", "en - -", "en - often", "en - often yes"):
        assert editor.read().kind.startswith("join")
        editor.choose("join", value)
    assert editor.read().kind == "joined"
    today = datetime.datetime.now(datetime.UTC).weekday()
    another = next(day for at, day in enumerate(_DAYS) if at not in (today, (today + 1) % 7))
    editor.say("programme")
    assert editor.read().kind == "programme"
    editor.choose("programme-set", "hours")
    editor.submit(f"{another} 9-10")
    assert f"{another}" in editor.read().words
    return editor


def test_from_the_first_word_to_the_report(editor: SlackPerson) -> None:
    editor.say("broadcasts")
    assert editor.read().kind == "broadcasts"
    editor.choose("broadcast-new")
    languages = editor.read()
    assert languages.kind == "broadcast-language"
    editor.choose(*next(one for one in languages.choices if one[1].endswith(" en")))
    editor.submit("Coffee & Learn\n\nOn Thursday at three.")
    assert editor.read().kind == "broadcast-page"
    editor.choose("broadcast-preview")
    letter, ready = editor.read(), editor.read()
    assert (letter.kind, ready.kind) == ("broadcast", "broadcast-ready")
    assert "Reaches 1 person" in ready.words
    editor.choose("broadcast-test")
    told = {one.kind: one for one in (editor.read(), editor.read())}
    assert told["broadcast-test"].words
    assert told["broadcast"].words == letter.words
    editor.choose("broadcast-send")
    told = {one.kind: one for one in (editor.read(), editor.read())}
    assert told.keys() == {"broadcast-begun", "broadcast-progress"}
    assert "Still waiting: 1" in told["broadcast-progress"].words
    editor.choose("broadcast-pause")
    assert "Paused" in editor.read().words
    editor.choose("broadcast-resume")
    assert "It's going out" in editor.read().words
    editor.choose("broadcast-stop")
    report = editor.read()
    assert report.kind == "broadcast-report"
    assert "1: their turn hadn't come when you stopped it" in report.words

"""An author asks the comms team, which sits in Teams, in Slack, or in both."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, serve
from tests.fakes.slack.person import TEAM, SlackPerson
from tests.fakes.slack.person import settings_for as slack_settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson, settings_for
from tests.fakes.teams.platform import TENANT, FakeTeams

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
_ROOM, _SLACK_ROOM = "19:comms@thread.tacv2", "C0COMMS"
_EDITOR = "29:editor"
Author = Callable[[], TeamsPerson]


@pytest.fixture(scope="module")
def server(
    office: FakeTeams, workspace: FakeSlack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    settings = {
        **settings_for(office),
        **slack_settings_for(workspace),
        "JOURFIX_TEAMS_COMMS_CHANNEL": _ROOM,
        "JOURFIX_SLACK_COMMS_CHANNEL": f"{TEAM}/{_SLACK_ROOM}",
        "JOURFIX_EDITORS": f"teams:{TENANT}:aad-{_EDITOR},slack:{TEAM}:UEDITOR",
    }
    with serve(tmp_path_factory.mktemp("cases"), **settings) as running:
        yield running


@pytest.fixture(scope="module")
def workspace() -> Iterator[FakeSlack]:
    running = FakeSlack()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def editor(office: FakeTeams, server: RunningServer) -> TeamsPerson:
    person = TeamsPerson(office, server.port, user=_EDITOR, room=_ROOM)
    person.catch_up()
    return person


@pytest.fixture
def slack_editor(workspace: FakeSlack, server: RunningServer) -> SlackPerson:
    person = SlackPerson(workspace, server.port, user="UEDITOR", room=_SLACK_ROOM)
    person.catch_up()
    return person


def hand_over(author: TeamsPerson) -> str:
    """Send a draft to the comms team; gives the case's name."""
    author.say(_LAUNCH)
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    preview = author.read()
    assert preview.kind == "case-preview"
    author.choose("case-send")
    sent = author.read()
    assert sent.kind == "case-sent"
    return sent.words.partition("Anfrage ")[2][:8]


def test_a_case_is_answered_in_teams(newcomer: Author, editor: TeamsPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    case = editor.read()
    assert name in case.words
    assert f"name of {author.user}" not in case.markup
    card = editor.shown[-1]["id"]
    editor.choose("case-take", name)
    assert f"name of {_EDITOR} is handling request" in editor.read().words
    editor.choose("case-decide", f"change {name}")
    form = editor.read()
    assert form.kind == "case-form"
    editor.choose("case-reply", f"change {name}", words="Lass den Namen weg.")
    assert editor.read().kind == "case-closed"
    answer = author.read()
    assert "Bitte noch ändern" in answer.words
    assert "Lass den Namen weg" in answer.words
    editor.teams.wait_for(lambda: "case-decide" not in json.dumps(editor.find_shown(card)))


def test_a_case_is_passed_on_in_teams(newcomer: Author, editor: TeamsPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    card = editor.shown[-1]["id"]
    editor.choose("case-pass-on", name)
    asked = editor.read()
    assert asked.kind == "case-teams"
    assert "Drug safety" in asked.markup
    editor.choose("case-hand-over", f"legal {name}")
    assert editor.read().kind == "case-passed-on"
    told = author.read()
    assert told.kind == "case-handed-over"
    assert "Recht" in told.words
    editor.teams.wait_for(lambda: "passed request" in json.dumps(editor.find_shown(card)))
    editor.choose("case-decide", f"fine {name}")  # it stays open to those who had it
    assert author.read().kind == "case-answer"
    assert editor.read().kind == "case-closed"


def test_an_editor_may_write_the_answer_in_a_window(newcomer: Author, editor: TeamsPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    assert name in editor.read().words
    editor.choose("case-decide", f"change {name}")
    assert editor.read().kind == "case-form"
    window = editor.open_window()
    assert window["title"]
    editor.submit_window(window, "Lass den Namen weg.")
    assert editor.read().kind == "case-closed"
    assert "Lass den Namen weg" in author.read().words
    other = TeamsPerson(editor.teams, editor.port, user="29:nobody", room=_ROOM)
    other.shown = editor.shown
    other.catch_up()
    other.submit_window(window, "So nicht.")
    assert "comms team" in other.read().words


def test_a_case_is_answered_from_either(
    newcomer: Author, editor: TeamsPerson, slack_editor: SlackPerson
) -> None:
    author = newcomer()
    name = hand_over(author)
    assert name in editor.read().words
    card = editor.shown[-1]["id"]
    assert name in slack_editor.read().words
    slack_editor.choose("case-decide", f"fine {name}")
    assert slack_editor.read().kind == "case-closed"
    assert "Kann so raus" in author.read().words
    editor.teams.wait_for(lambda: "case-decide" not in json.dumps(editor.find_shown(card)))
    editor.choose("case-decide", f"fine {name}")  # a window that still shows the buttons
    assert "already" in editor.read().words


def test_nobody_else_may_answer(newcomer: Author, editor: TeamsPerson) -> None:
    name = hand_over(newcomer())
    editor.read()
    other = TeamsPerson(editor.teams, editor.port, user="29:nobody", room=_ROOM)
    other.shown = editor.shown
    other.catch_up()
    other.choose("case-decide", f"fine {name}")
    assert "comms team" in other.read().words


def test_what_is_forgotten_leaves_both_channels(
    newcomer: Author, editor: TeamsPerson, slack_editor: SlackPerson
) -> None:
    author = newcomer()
    name = hand_over(author)
    assert name in editor.read().words
    assert name in slack_editor.read().words
    card, moment = editor.shown[-1]["id"], slack_editor.shown[-1]["ts"]
    author.say("Vergiss mich")
    assert author.read().kind == "forget-me"
    author.choose("forget-me-yes")
    assert author.read().kind == "forgot-me"
    editor.teams.wait_for(lambda: card in editor.teams.deleted)
    slack = slack_editor.slack
    slack.wait_for(
        lambda: [one for one in slack.posts if one["ts"] == moment and one.get("is_gone")]
    )


def test_an_answer_does_not_reach_whoever_removed_us(
    newcomer: Author, editor: TeamsPerson, office: FakeTeams
) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    assert author.send(author.install("remove"))[0] == 200
    next_author = newcomer()
    hand_over(next_author)  # what came before it was worked on
    editor.read()
    before = len(office.calls)
    editor.choose("case-decide", f"fine {name}")
    assert editor.read().kind == "case-closed"
    assert not [call for call in office.calls[before:] if call.conversation == author.chat]


def test_half_of_the_settings_is_refused(tmp_path: Path, office: FakeTeams) -> None:
    settings = {**settings_for(office), "JOURFIX_TEAMS_COMMS_CHANNEL": _ROOM}
    with pytest.raises(AssertionError, match="JOURFIX_EDITORS"), serve(tmp_path, **settings):
        pass

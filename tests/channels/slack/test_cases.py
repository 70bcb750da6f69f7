"""An author asks the comms team: from the preview to the answer in the author's thread."""

import datetime
import json
import zoneinfo
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest

from bot.core.desk.case import find_due
from tests.channels.running import RunningServer, serve
from tests.channels.slack.test_render import validator
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
_COMMS = "C0COMMS"
Author = Callable[[], SlackPerson]


@pytest.fixture(scope="module")
def server(
    workspace: FakeSlack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    settings = {
        **settings_for(workspace),
        "JOURFIX_SLACK_COMMS_CHANNEL": _COMMS,
        "JOURFIX_EDITORS": f"slack:{TEAM}:UEDITOR",
    }
    with serve(tmp_path_factory.mktemp("cases"), **settings) as running:
        yield running


@pytest.fixture
def editor(workspace: FakeSlack, server: RunningServer) -> SlackPerson:
    person = SlackPerson(workspace, server.port, user="UEDITOR", room=_COMMS)
    person.catch_up()
    return person


def hand_over(author: SlackPerson, text: str = _LAUNCH) -> str:
    """Send a draft to the comms team; gives the case's name."""
    author.say(text)
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    preview = author.read()
    assert preview.kind == "case-preview"
    assert text.rsplit(maxsplit=1)[-1] in preview.words
    author.choose("case-send")
    sent = author.read()
    assert sent.kind == "case-sent"
    return sent.words.partition("Anfrage ")[2][:8]


def test_what_the_author_saw_is_what_arrives_and_no_name(
    newcomer: Author, editor: SlackPerson
) -> None:
    author = newcomer()
    name = hand_over(author)
    case = editor.read()
    assert case.kind == "case"
    assert name in case.words
    assert "Endlich" in case.words
    assert author.user not in case.markup
    assert f"name of {author.user}" not in case.markup


def test_fine_as_it_is_comes_back_into_the_thread(newcomer: Author, editor: SlackPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    editor.choose("case-take", name)
    assert "name of UEDITOR is handling request" in editor.read().words
    shown = editor.look_again(lambda post: "is handling request" in json.dumps(post))
    assert "case-take" not in shown
    editor.choose("case-decide", f"fine {name}")
    answer = author.read()
    assert answer.kind == "case-answer"
    assert "Kann so raus" in answer.words
    assert author.shown[-1]["thread_ts"] == author.thread
    assert editor.read().kind == "case-closed"
    closed = editor.look_again(lambda post: "fine as it is" in json.dumps(post))
    assert "case-decide" not in closed
    editor.choose("case-decide", f"fine {name}")  # a window that still shows the buttons
    assert "already" in editor.read().words


def test_what_is_forgotten_leaves_the_comms_channel_too(
    newcomer: Author, editor: SlackPerson, workspace: FakeSlack
) -> None:
    author = newcomer()
    name = hand_over(author)
    assert name in editor.read().words
    author.command("forget-me")
    while author.read().kind != "forget-me":
        pass
    author.choose("forget-me-yes")
    assert author.read().kind == "forgot-me"
    moment = editor.shown[-1]["ts"]
    gone = workspace.wait_for(
        lambda: [one for one in workspace.posts if one["ts"] == moment and one.get("is_gone")]
    )
    assert "Endlich" not in json.dumps(gone)


def test_please_change_asks_for_words_in_a_modal(
    newcomer: Author, editor: SlackPerson, workspace: FakeSlack
) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    editor.choose("case-decide", f"change {name}")
    workspace.wait_for(lambda: len(workspace.modals) > workspace.submitted)
    view = workspace.modals[-1]
    validator("view").validate(view)
    editor.submit("Lass den Namen weg, dann ist es ein schöner Beitrag.")
    answer = author.read()
    assert "Bitte noch ändern" in answer.words
    assert "Lass den Namen weg" in answer.words
    assert editor.read().kind == "case-closed"


def test_a_case_is_passed_on_to_another_team(newcomer: Author, editor: SlackPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    card = editor.shown[-1]
    editor.choose("case-pass-on", name)
    asked = editor.read()
    assert asked.kind == "case-teams"
    assert [value for _, value in asked.choices] == [
        f"{team} {name}" for team in ("drug_safety", "privacy", "legal")
    ]
    other = SlackPerson(editor.slack, editor.port, user="UNOBODY", room=_COMMS)
    other.shown = editor.shown
    other._seen = editor._seen  # noqa: SLF001
    other.choose("case-hand-over", f"drug_safety {name}")
    assert "comms team" in other.read().words
    editor.catch_up()
    editor.choose("case-hand-over", f"drug_safety {name}")
    assert editor.read().kind == "case-passed-on"
    told = author.read()
    assert told.kind == "case-handed-over"
    assert "Arzneimittelsicherheit" in told.words
    assert author.shown[-1]["thread_ts"] == author.thread
    editor.look_again(lambda post: post["ts"] == card["ts"] and "passed request" in str(post))
    editor.choose("case-decide", f"fine {name}")  # it stays open to those who had it
    assert author.read().kind == "case-answer"
    assert editor.read().kind == "case-closed"
    editor.shown.append(card)
    editor.choose("case-pass-on", name)  # a window that still shows the buttons
    assert "already" in editor.read().words


def test_a_decision_without_words_is_refused(newcomer: Author, editor: SlackPerson) -> None:
    name = hand_over(newcomer())
    editor.read()
    editor.choose("case-decide", f"do-not {name}")
    editor.submit("   ")
    assert editor.read().kind == "case-refused"


def test_nobody_else_may_answer(newcomer: Author, editor: SlackPerson) -> None:
    author = newcomer()
    name = hand_over(author)
    editor.read()
    other = SlackPerson(editor.slack, editor.port, user="UNOBODY", room=_COMMS)
    other.shown = editor.shown
    other._seen = editor._seen  # noqa: SLF001
    other.choose("case-decide", f"fine {name}")
    assert "comms team" in other.read().words
    author.say("How many hashtags?")
    assert author.read().kind == "answer"  # and no answer to the case before it


def test_a_side_effect_shows_drug_safety_first(newcomer: Author) -> None:
    author = newcomer()
    author.say("Meine Tante hat nach Zelvaro drei Tage nur gebrochen, ihr war furchtbar schlecht.")
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    words = author.read().words
    assert words.index("Arzneimittelsicherheit") < words.index("Das geht an die Kommunikation")


def test_what_is_sent_is_what_was_shown(newcomer: Author, workspace: FakeSlack) -> None:
    author = newcomer()
    author.say(_LAUNCH)
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    assert author.read().kind == "case-preview"
    author.say("Geheim: Unser neues Werk kommt nach Lübeck, das darf noch niemand wissen.")
    assert author.read().kind == "review"
    author.choose("case-send")
    assert "früheren Fassung" in author.read().words
    assert "Lübeck" not in json.dumps(
        [post for post in workspace.posts if post["channel"] == _COMMS], ensure_ascii=False
    )


def test_sent_twice_is_one_request(newcomer: Author, editor: SlackPerson) -> None:
    author = newcomer()
    author.say(_LAUNCH)
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    assert author.read().kind == "case-preview"
    preview = author.shown[-1]
    author.choose("case-send")
    sent = author.read()
    assert sent.kind == "case-sent"
    author.shown.append(preview)  # a window that still shows the buttons
    for action in ("case-send", "case-keep"):
        author.choose(action)
    author.say("How many hashtags?")
    assert author.read().kind == "answer"
    assert sent.words.partition("Anfrage ")[2][:8] in editor.read().words
    assert [post["channel"] for post in editor.slack.posts].count(_COMMS) >= 1
    hand_over(newcomer())
    assert editor.read().kind == "case"  # the next author's, and no second of the first


def test_a_button_of_an_earlier_draft_says_so(newcomer: Author) -> None:
    author = newcomer()
    author.say(_LAUNCH)
    while author.read().kind != "review":
        pass
    earlier = author.shown[-1]
    author.say("Today we planted a tree in front of the canteen, and it already leans to the left.")
    assert author.read().kind == "review"
    author.shown.append(earlier)
    for action in ("ask-comms", "revise"):
        author.choose(action)
        assert "früheren Fassung" in author.read().words
    author.choose("forget-draft")
    assert author.read().kind == "forgot-draft"
    author.say("my data")
    assert "1" in author.read().words  # the later draft is still there


def test_not_sent_is_not_kept(newcomer: Author) -> None:
    author = newcomer()
    author.say(_LAUNCH)
    while author.read().kind != "review":
        pass
    author.choose("ask-comms")
    author.read()
    author.choose("case-keep")
    assert author.read().kind == "case-kept"


def test_a_case_that_the_comms_channel_refuses_is_said_to_its_author_once(
    newcomer: Author, workspace: FakeSlack, server: RunningServer
) -> None:
    author = newcomer()
    workspace.strangers.add(_COMMS)
    name = hand_over(author, f"{_LAUNCH}\n\n" * 60)  # several posts to the editors
    told = author.read()
    workspace.strangers.discard(_COMMS)
    assert told.kind == "case-not-sent"
    assert name in told.words
    assert "social@nordhafen.example" in told.words
    assert author.shown[-1]["thread_ts"] == author.thread
    author.say("How many hashtags?")
    assert author.read().kind == "answer"  # and not the same again
    assert server.find_lines("invite")
    assert not any(author.user in line or "Endlich" in line for line in server.log)


def test_without_editors_the_settings_are_refused(tmp_path: Path, slack: FakeSlack) -> None:
    settings = {**settings_for(slack), "JOURFIX_SLACK_COMMS_CHANNEL": _COMMS}
    with pytest.raises(AssertionError, match="JOURFIX_EDITORS"), serve(tmp_path, **settings):
        pass


def test_weekends_do_not_count() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    friday = datetime.datetime(2026, 6, 19, 15, 0, tzinfo=zone)
    assert find_due(friday, 24, zone) == datetime.datetime(2026, 6, 22, 15, 0, tzinfo=zone)


def test_nothing_is_due_at_night() -> None:
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    evening = datetime.datetime(2026, 11, 22, 18, 37, tzinfo=zone)  # a Sunday
    assert find_due(evening, 24, zone) == datetime.datetime(2026, 11, 24, 9, 0, tzinfo=zone)
    thursday = datetime.datetime(2026, 11, 26, 20, 0, tzinfo=zone)
    assert find_due(thursday, 24, zone) == datetime.datetime(2026, 11, 30, 9, 0, tzinfo=zone)


def test_the_schema_would_notice_a_broken_modal() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator("view").validate({"type": "modal", "blocks": [{"type": "inputs"}]})

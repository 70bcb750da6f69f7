"""What is used outside of the own conversation: commands, the shortcut, Home, forms."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.fakes.slack.person import SlackPerson, list_words
from tests.fakes.slack.platform import FakeSlack, fail_inside, lose_answer, refuse_too_fast

_LAUNCH = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team."


def test_where_a_command_was_typed_it_says_where_the_answer_is(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    before = len(workspace.told_alone)
    ada.command("review " + _LAUNCH)
    assert ada.read().kind == "review"
    told = workspace.wait_for(lambda: workspace.told_alone[before:])[0]
    assert told == {
        "response_type": "ephemeral",
        "text": f"<slack://app?team={ada.team}&id=A1&tab=messages|Meine Antwort steht in unserem"
        " privaten Chat>.",
        "authorization": "",
    }


def test_a_command_in_the_own_conversation_needs_no_such_word(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    before = len(workspace.told_alone)
    ada.command("my-data", where=ada.channel)
    assert ada.read().kind == "my-data"
    ada.command("my-data")  # in its turn after the other
    assert ada.read().kind == "my-data"
    workspace.wait_for(lambda: len(workspace.told_alone) > before)
    assert len(workspace.told_alone) == before + 1


def test_what_is_told_alone_goes_to_slack_alone(ada: SlackPerson, workspace: FakeSlack) -> None:
    before = len(workspace.told_alone)
    form = {"command": "/jourfix", "text": "my-data", "user_id": ada.user, "team_id": ada.team,
            "channel_id": "C9", "response_url": f"http://localhost:{workspace.port}/hooks/x"}  # fmt: skip
    assert ada.send_form(form) == 200
    assert ada.read().kind == "my-data"
    assert len(workspace.told_alone) == before


def ask_about(ada: SlackPerson, message: Mapping[str, Any]) -> None:
    payload = {
        "type": "message_action", "callback_id": "may_i_like", "team": {"id": ada.team},
        "user": {"id": ada.user}, "trigger_id": "1.2", "action_ts": ada.slack.make_moment(),
        "token": "x", "api_app_id": "A1", "channel": {"id": "C1", "name": "news"},
        "message_ts": "1.1", "response_url": ada.make_hook(),
        "message": {"type": "message", "user": "U9", "ts": "1.1", "text": "", **message},
    }  # fmt: skip
    assert ada.send_form({"payload": json.dumps(payload)}) == 200


_SECTIONS = [{"type": "header", "text": {"type": "plain_text", "text": "News"}},
             {"type": "section", "text": {"type": "mrkdwn", "text": _LAUNCH}}, {"type": "divider"}]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "kind", "words"),
    [
        ({"blocks": _SECTIONS, "bot_id": "B1"}, "answer", "Zelvaro"),
        ({"attachments": [{"is_share": True, "text": _LAUNCH}]}, "answer", "Zelvaro"),
        ({"files": [{"name": "a.png", "mimetype": "image/png"}]}, "pictures", ""),
        ({}, "wordless", "can't read anything"),
        ({"text": None, "blocks": [None, {"type": "section", "text": 7}]}, "wordless", ""),
    ],
    ids=["an app's", "forwarded", "a picture", "nothing", "nonsense"],
)
def test_the_shortcut_reads_whatever_words_there_are(
    ada: SlackPerson, workspace: FakeSlack, message: Mapping[str, Any], kind: str, words: str
) -> None:
    before = len(workspace.told_alone)
    ask_about(ada, message)
    answer = ada.read()
    assert answer.kind == kind
    assert words in answer.words
    workspace.wait_for(lambda: len(workspace.told_alone) > before)


@pytest.mark.parametrize("fault", [fail_inside, lose_answer, refuse_too_fast(1)])
def test_home_is_shown_although_slack_failed_once(
    ada: SlackPerson, workspace: FakeSlack, fault: Any
) -> None:
    workspace.home_faults.append(fault)
    event = {"type": "app_home_opened", "user": ada.user, "tab": "home", "channel": ada.channel}
    assert ada.send_event(event) == 200
    workspace.wait_for(lambda: not workspace.home_faults)
    workspace.homes.pop(ada.user, None)  # of an answer that was lost, only the work was done
    view = workspace.wait_for(lambda: workspace.homes.get(ada.user))
    assert "This is always fine" in list_words(view["blocks"])


def test_a_form_that_opens_too_late_says_so(ada: SlackPerson, workspace: FakeSlack) -> None:
    ada.say(_LAUNCH)
    assert ada.read().kind == "review"
    made = workspace.make_trigger
    workspace.make_trigger = lambda: "1.of-long-ago"  # type: ignore[method-assign] # it has expired
    try:
        ada.choose("revise")
    finally:
        workspace.make_trigger = made  # type: ignore[method-assign] # as it was
    assert ada.read().kind == "form-late"
    ada.choose("revise")
    workspace.wait_for(lambda: len(workspace.modals) > workspace.submitted)

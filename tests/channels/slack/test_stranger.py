"""A client that knows Slack's documentation alone: requests written by hand, answered as it says.

Nothing of our own stand-in makes a request here; it is only what Jourfix calls back to.
"""

import hashlib
import hmac
import http.client
import json
import time
import urllib.parse
from collections.abc import Mapping
from typing import Any

import pytest

from tests.channels.running import RunningServer
from tests.fakes.slack.person import SECRET
from tests.fakes.slack.platform import FakeSlack

_TEAM, _USER, _DM = "T061EG9R6", "U2147483697", "D024BE91L"
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"


def send(
    port: int, body: bytes, kind: str, method: str = "POST", *, signed: bool = True
) -> tuple[int, bytes]:
    """Send a request as docs.slack.dev/authentication/verifying-requests-from-slack describes it."""
    stamp = str(int(time.time()))
    base = b"v0:" + stamp.encode() + b":" + body
    made = hmac.new(SECRET.encode(), base, hashlib.sha256).hexdigest()
    headers = {"Content-Type": kind, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
    if signed:
        headers |= {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={made}"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, "/slack/events", body, headers)
    response = connection.getresponse()
    text = response.read()
    connection.close()
    return response.status, text


def wrap(name: str, event: Mapping[str, Any]) -> bytes:
    """Wrap an event as docs.slack.dev/apis/events-api does."""
    return json.dumps({
        "token": "ZZZZZZWSxiZZZ2yIvs3peJ", "team_id": _TEAM, "context_team_id": _TEAM,
        "context_enterprise_id": None, "api_app_id": "A0MDYCDME", "event": event,
        "type": "event_callback", "event_id": f"EvStranger{name}", "event_time": int(time.time()),
        "authorizations": [{"enterprise_id": None, "team_id": _TEAM, "user_id": "U0BOT",
                            "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": False, "event_context": f"4-{name}",
    }).encode()  # fmt: skip


def write(text: str, moment: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "message", "channel": _DM, "user": _USER, "text": text, "ts": moment,
        "event_ts": moment, "channel_type": "im", **more,
    }  # fmt: skip


_CHANGED = {
    "type": "message", "subtype": "message_changed", "hidden": True, "channel": _DM, "ts": "1.9",
    "event_ts": "1.9", "channel_type": "im",
}  # fmt: skip
_THREE = [
    {"id": "F1", "name": "a.txt", "mimetype": "text/plain", "size": 5, "mode": "snippet",
     "url_private_download": "https://files.slack.com/files-pri/T1-F1/a.txt"},
    {"id": "F2", "name": "b.png", "mimetype": "image/png", "size": 5, "mode": "hosted"},
    {"id": "F3", "file_access": "check_file_info", "mode": "file_access"},
]  # fmt: skip
EVENTS: Mapping[str, Mapping[str, Any]] = {
    "an unknown subtype": write("x", "1.1", subtype="brand_new"),
    "no words at all": write("", "1.2", blocks=None, files=None, attachments=None),
    "changed, without the message": _CHANGED,
    "changed, a preview came": {
        **_CHANGED,
        "message": write("x", "1.0", attachments=[{"from_url": "https://a.example", "id": 1}]),
        "previous_message": write("x", "1.0"),
    },
    "deleted": {**_CHANGED, "subtype": "message_deleted", "deleted_ts": "1.1"},
    "replied": {**_CHANGED, "subtype": "message_replied", "message": {"thread_ts": "1.1"}},
    "three files": write("", "1.3", subtype="file_share", files=_THREE),
    "another bot": write("x", "1.4", subtype="bot_message", bot_id="B1"),
    "a strange block": write("x", "1.5", blocks=[
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
            {"type": "emoji", "name": "x", "unicode": "zz"}, {"type": "brand_new"}]}, None, 7]}]),
    "somebody new": {"type": "team_join", "user": {"id": "U9", "name": "new"}},
    "a reaction": {"type": "reaction_added", "user": _USER, "item": {"type": "message"}},
    "a mention": {"type": "app_mention", "user": _USER, "channel": "C1", "text": "<@U0BOT>"},
    "the legacy assistant": {"type": "assistant_thread_started", "assistant_thread": {}},
    "an agent's stop": {"type": "agent_session_stopped", "user": _USER},
    "a person's own token": {"type": "tokens_revoked", "tokens": {"oauth": [_USER], "bot": []}},
    "Home, another tab": {"type": "app_home_opened", "user": _USER, "channel": _DM, "tab": "about"},
    "an event that is a word": {"type": {"a": 1}},
}  # fmt: skip

_PRESSED = {
    "user": {"id": _USER, "username": "bob", "team_id": _TEAM}, "api_app_id": "A0MDYCDME",
    "token": "x", "trigger_id": "12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3",
    "team": {"id": _TEAM, "domain": "example"}, "enterprise": None, "is_enterprise_install": False,
    "response_url": "https://hooks.slack.com/actions/T1/1/x",
    "container": {"type": "message", "message_ts": "1548261231.000200", "channel_id": _DM},
    "channel": {"id": _DM, "name": "directmessage"},
}  # fmt: skip
_BUTTON = {"type": "button", "block_id": "=qXel", "action_ts": "1548426417.840180"}
INTERACTIONS: Mapping[str, Mapping[str, Any]] = {
    "a button of long ago": {"type": "block_actions", "actions": [
        {**_BUTTON, "action_id": "choice.no-longer-there.de.1", "value": "x"}]},
    "a button of another version": {"type": "block_actions", "actions": [
        {**_BUTTON, "action_id": "old_id"}]},
    "a press of nothing": {"type": "block_actions", "actions": []},
    "a press without a name": {"type": "block_actions", "actions": [{"type": "button"}]},
    "a press in an organisation": {"type": "block_actions", "team": None,
        "enterprise": {"id": "E1", "name": "e"}, "is_enterprise_install": True,
        "actions": [{**_BUTTON, "action_id": "choice.no-longer-there.de.1"}]},
    "a form that was closed": {"type": "view_closed", "is_cleared": True,
        "view": {"id": "V1", "type": "modal", "callback_id": "form"}},
    "a form of another version": {"type": "view_submission", "response_urls": [],
        "view": {"id": "V1", "type": "modal", "callback_id": "old", "private_metadata": "[]",
                 "state": {"values": []}, "hash": "1.a"}},
    "a form without a kind": {"type": "view_submission", "view": {"callback_id": "form"}},
    "a global shortcut": {"type": "shortcut", "callback_id": "x"},
    "a menu that asks": {"type": "block_suggestion", "action_id": "x", "block_id": "y", "value": "a"},
    "a legacy dialog": {"type": "dialog_submission", "callback_id": "x", "submission": {}},
    "a legacy button": {"type": "interactive_message", "callback_id": "x", "actions": [{"name": "n"}]},
    "something new": {"type": "brand_new"},
}  # fmt: skip


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_gets_200(server: RunningServer, name: str) -> None:
    assert send(server.port, wrap(name, EVENTS[name]), _JSON) == (200, b"")


@pytest.mark.parametrize("name", INTERACTIONS)
def test_every_interaction_gets_200_with_nothing_in_it(server: RunningServer, name: str) -> None:
    payload = json.dumps({**_PRESSED, **INTERACTIONS[name]})
    body = urllib.parse.urlencode({"payload": payload}).encode()
    assert send(server.port, body, _FORM) == (200, b"")


def test_what_nobody_foresaw_fails_nowhere(server: RunningServer, workspace: FakeSlack) -> None:
    """What came before this in the person's own order was answered, or needed no answer."""
    text = "Heute haben wir vor der Kantine einen Baum gepflanzt."
    assert send(server.port, wrap("Last", write(text, "1700000000.000100")), _JSON)[0] == 200
    workspace.wait_for(
        lambda: any(one.get("thread_ts") == "1700000000.000100" for one in workspace.posts)
    )
    failed = [line for line in server.log if "failed" in line or "Traceback" in line]
    assert not failed, failed


@pytest.mark.parametrize("signed", [True, False])
def test_the_check_of_the_certificate_gets_200(server: RunningServer, *, signed: bool) -> None:
    """docs.slack.dev/interactivity/implementing-slash-commands: it says nothing that counts."""
    assert send(server.port, b"ssl_check=1&token=x", _FORM, signed=signed) == (200, b"")


@pytest.mark.parametrize(
    "body",
    [
        b"ssl_check=1&token=x&command=%2Fjourfix", b"ssl_check=1&ssl_check=0", b"ssl_check=",
        b"ssl_check=1&token=" + b"x" * 600, b"ssl_check=1&\xff=1", b"",
    ],
)  # fmt: skip
def test_nothing_else_passes_for_that_check(server: RunningServer, body: bytes) -> None:
    assert send(server.port, body, _FORM, signed=False)[0] == 401


def test_the_address_is_verified(server: RunningServer) -> None:
    body = b'{"token": "x", "challenge": "3eZbrw1aBm2rZgRNFdxV", "type": "url_verification"}'
    kind = "Application/JSON; charset=UTF-8"
    assert send(server.port, body, kind) == (200, b"3eZbrw1aBm2rZgRNFdxV")


def test_events_that_slack_holds_back_are_told_to_whoever_runs_us(server: RunningServer) -> None:
    body = json.dumps({"token": "x", "type": "app_rate_limited", "team_id": _TEAM,
                       "minute_rate_limited": 1518467820, "api_app_id": "A1"}).encode()  # fmt: skip
    assert send(server.port, body, _JSON) == (200, b"")
    assert server.find_lines("holds events of a workspace back")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_only_posts_are_taken(server: RunningServer, method: str) -> None:
    assert send(server.port, b"", _JSON, method)[0] == 405

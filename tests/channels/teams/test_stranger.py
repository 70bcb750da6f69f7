"""A client that knows Microsoft's documentation alone: activities written by hand, and their answers.

Nothing of our own stand-in makes an activity here; it signs tokens and is called back.
"""

import http.client
import itertools
import json
import time
from collections.abc import Mapping
from typing import Any

import pytest

from tests.channels.running import RunningServer
from tests.fakes.teams.issuer import ISSUER
from tests.fakes.teams.platform import APP_ID, TENANT, FakeTeams

_numbers = itertools.count(1)
_BOT = {"id": f"28:{APP_ID}", "name": "Jourfix"}
_PERSON = {"id": "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgDmB", "name": "Megan Bowen",
           "aadObjectId": "7faf8db2-3c04-46f6-8d0f-0b3c6fb3f1b4"}  # fmt: skip
_CHAT = {
    "conversationType": "personal",
    "tenantId": TENANT,
    "id": "a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7",
}
_CHANNEL = {
    "conversationType": "channel",
    "isGroup": True,
    "tenantId": TENANT,
    "id": "19:t@thread.tacv2",
}
_TENANT = {"tenant": {"id": TENANT}}
_TEXT = "Heute haben wir vor der Kantine einen Baum gepflanzt."

Activity = Mapping[str, Any]


def make(kind: str, **more: Any) -> dict[str, Any]:
    """Make an activity as the Bot Framework's schema describes it; None leaves a part out."""
    whole = {
        "type": kind, "id": f"f:{next(_numbers)}", "channelId": "msteams", "from": _PERSON,
        "timestamp": "2026-11-22T09:00:00.000Z", "recipient": _BOT, "conversation": _CHAT,
        "channelData": _TENANT, "locale": "de-AT", **more,
    }  # fmt: skip
    return {name: part for name, part in whole.items() if part is not None}


def send(port: int, office: FakeTeams, activity: Activity) -> tuple[int, Any]:
    """Send it as learn.microsoft.com/azure/bot-service/rest-api describes the Connector's token."""
    now = int(time.time())
    token = office.issuer.sign({
        "iss": ISSUER, "aud": APP_ID, "nbf": now - 300, "exp": now + 3600,
        "serviceurl": office.service_url,
    })  # fmt: skip
    body = json.dumps({"serviceUrl": office.service_url, **activity}).encode()
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Authorization": f"Bearer {token}",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/teams/messages", body, headers)
    response = connection.getresponse()
    text = response.read()
    connection.close()
    return response.status, json.loads(text)


def among_members(name: str, *members: Any, **more: Any) -> dict[str, Any]:
    return make("conversationUpdate", **{name: list(members)}, **more)


def invoke(name: str, value: object, **more: Any) -> dict[str, Any]:
    return make("invoke", name=name, value=value, **more)


ACKNOWLEDGED: Mapping[str, Activity] = {
    "installed": make("installationUpdate", action="add"),
    "installed by an upgrade": make("installationUpdate", action="add-upgrade"),
    "removed by an upgrade": make("installationUpdate", action="remove-upgrade"),
    "an installation without an action": make("installationUpdate"),
    "the bot came": among_members("membersAdded", _BOT),
    "the bot went": among_members("membersRemoved", _BOT),
    "somebody came, and nobody is told to whom": among_members(
        "membersAdded", {"name": "x"}, 7, recipient=None
    ),
    "the bot came into a team": among_members(
        "membersAdded", _BOT, conversation=_CHANNEL,
        channelData={**_TENANT, "eventType": "teamMemberAdded", "team": {"id": "19:t@thread.tacv2"}},
    ),
    "a channel has another name": make(
        "conversationUpdate", conversation=_CHANNEL,
        channelData={**_TENANT, "eventType": "channelRenamed"},
    ),
    "members that are no list": make("conversationUpdate", membersAdded="x"),
    "a like": make("messageReaction", reactionsAdded=[{"type": "like"}], replyToId="1"),
    "typing": make("typing"),
    "the end of a conversation": make("endOfConversation", code="userCancelled"),
    "read": make("event", name="application/vnd.microsoft.readReceipt", value={"lastReadMessageId": "1"}),
    "deleted": make("messageDelete", channelData={**_TENANT, "eventType": "softDeleteMessage"}),
    "changed, nobody says how": make("messageUpdate"),
    "without words": make("message", text=None),
    "a value that is a word": make("message", value="x"),
    "of nobody": make("message", text=_TEXT, **{"from": None}),
    "nowhere": make("message", text=_TEXT, conversation=None),
    "something new": make("brandNew"),
    "of no type": make("message", type=7),
}  # fmt: skip


@pytest.mark.parametrize("name", ACKNOWLEDGED)
def test_every_activity_is_acknowledged(
    server: RunningServer, office: FakeTeams, name: str
) -> None:
    assert send(server.port, office, ACKNOWLEDGED[name]) == (200, {})


_TOLD = {"jourfix": {"action": "help", "value": "", "language": "de"}}


def press(action: object) -> dict[str, Any]:
    return invoke("adaptiveCard/action", {"action": action, "trigger": "manual"})


UNKNOWN_PRESSES: Mapping[str, Activity] = {
    "another verb": press({"type": "Action.Execute", "verb": "nope", "data": _TOLD}),
    "no verb": press({"type": "Action.Execute", "data": _TOLD}),
    "no data": press({"type": "Action.Execute", "verb": "choose"}),
    "data that is a word": press({"type": "Action.Execute", "verb": "choose", "data": "x"}),
    "another type": press({"type": "Action.Submit", "data": {"x": 1}}),
    "no value": invoke("adaptiveCard/action", None),
    "a value that is a list": invoke("adaptiveCard/action", ["x"]),
}


@pytest.mark.parametrize("name", UNKNOWN_PRESSES)
def test_a_press_that_is_none_of_ours_is_an_error_of_the_card(
    server: RunningServer, office: FakeTeams, name: str
) -> None:
    """By “Universal Actions for Adaptive Cards”: 200 for the request, 400 within it."""
    error = {"code": "BadRequest", "message": "Diesen Befehl kenne ich nicht."}
    assert send(server.port, office, UNKNOWN_PRESSES[name]) == (
        200,
        {"statusCode": 400, "type": "application/vnd.microsoft.error", "value": error},
    )


@pytest.mark.parametrize(
    "name",
    [
        "composeExtension/query", "composeExtension/queryLink", "composeExtension/querySettingUrl",
        "fileConsent/invoke", "signin/verifyState", "signin/tokenExchange", "config/fetch",
        "message/submitAction", "tab/fetch", "brand/new", "", None, {"a": 1},
    ],
)  # fmt: skip
def test_an_invoke_that_we_do_not_support_gets_501(
    server: RunningServer, office: FakeTeams, name: Any
) -> None:
    assert send(server.port, office, invoke(name, {"actionName": "x"})) == (501, {})


@pytest.mark.parametrize(
    "value", [None, {}, [], {"data": 7}, {"data": {"jourfix": "x"}}, {"data": _TOLD}]
)
def test_a_window_that_is_none_of_ours_says_so(
    server: RunningServer, office: FakeTeams, value: object
) -> None:
    unknown = {"task": {"type": "message", "value": "Diesen Befehl kenne ich nicht."}}
    assert send(server.port, office, invoke("task/fetch", value)) == (200, unknown)


@pytest.mark.parametrize(
    "value",
    [None, {}, {"commandId": "may-i-like", "commandContext": "compose"}, {"commandId": 7},
     {"commandId": "may-i-like", "messagePayload": {"body": None, "attachments": "x"}}],
)  # fmt: skip
@pytest.mark.parametrize("name", ["composeExtension/fetchTask", "composeExtension/submitAction"])
def test_a_command_on_nothing_opens_a_window_all_the_same(
    server: RunningServer, office: FakeTeams, name: str, value: object
) -> None:
    status, answer = send(server.port, office, invoke(name, value))
    assert (status, answer["task"]["type"]) in ((200, "continue"), (200, "message"))


def find_answers(office: FakeTeams, chat: str) -> list[str]:
    return [
        str(post.get("summary"))
        for post in office.posts
        if post["conversation"]["id"] == chat and post["type"] == "message"
    ]


@pytest.mark.parametrize(
    "more",
    [
        {}, {"channelData": None}, {"channelData": {}}, {"recipient": None}, {"recipient": {"id": "x"}},
        {"text": f"<at>Jourfix</at> {_TEXT}"}, {"entities": None}, {"entities": [7]},
        {"locale": "de-CH"}, {"attachments": None}, {"id": None},
        {"conversation": {"tenantId": TENANT, "id": "a:x"}},
    ],
    ids=["plain", "no channelData", "no tenant there", "no recipient", "a strange recipient",
         "a mention", "no entities", "a strange entity", "Swiss", "no attachments", "no id", "no kind"],
)  # fmt: skip
def test_a_message_is_answered_with_whatever_is_left_out(
    server: RunningServer, office: FakeTeams, more: Mapping[str, Any]
) -> None:
    number = next(_numbers)
    chat = {**_CHAT, **more.get("conversation", {}), "id": f"a:stranger-{number}"}
    if "conversation" in more:
        del chat["conversationType"]
    person = {**_PERSON, "id": f"29:{number}", "aadObjectId": f"aad-{number}"}
    message = make("message", **{"text": _TEXT, **more, "conversation": chat, "from": person})
    assert send(server.port, office, message) == (200, {})
    office.wait_for(lambda: any("Kann raus" in one for one in find_answers(office, chat["id"])))


def test_whom_the_bot_left_is_written_to_no_more_until_they_are_back(
    server: RunningServer, office: FakeTeams
) -> None:
    """conversationUpdate with membersRemoved tells the same as installationUpdate with remove."""
    chat, person = (
        {**_CHAT, "id": "a:left"},
        {**_PERSON, "id": "29:left", "aadObjectId": "aad-left"},
    )
    here: dict[str, Any] = {"conversation": chat, "from": person}
    assert send(server.port, office, among_members("membersAdded", _BOT, **here))[0] == 200
    office.wait_for(lambda: find_answers(office, "a:left"))
    assert send(server.port, office, among_members("membersRemoved", _BOT, **here))[0] == 200
    assert send(server.port, office, make("message", text=_TEXT, **here))[0] == 200
    answers = office.wait_for(lambda: find_answers(office, "a:left")[1:])
    assert "Kann raus" in answers[0]


def test_nothing_of_it_failed(server: RunningServer, office: FakeTeams) -> None:
    test_a_message_is_answered_with_whatever_is_left_out(server, office, {})
    failed = [line for line in server.log if "failed" in line or "Traceback" in line]
    assert not failed, failed

"""The door: what is not Slack's is refused before it is read, what is gets 200."""

import http.client
import json
import time

import pytest

from tests.channels.running import RunningServer
from tests.fakes.slack.person import SlackPerson, post, sign

_JSON = {"Content-Type": "application/json"}
_EVENT = json.dumps({"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": {}})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        sign(_EVENT.encode(), key="another"),
        sign(b"another body"),
        sign(_EVENT.encode(), int(time.time()) - 301),
        sign(_EVENT.encode(), int(time.time()) + 3600),
        {**sign(_EVENT.encode()), "X-Slack-Request-Timestamp": "abc"},
        {**sign(_EVENT.encode()), "X-Slack-Request-Timestamp": "-1"},
        {**sign(_EVENT.encode()), "X-Slack-Request-Timestamp": "9" * 400},
        {**sign(_EVENT.encode()), "X-Slack-Signature": "v0=ä"},
        {**sign(_EVENT.encode()), "X-Slack-Signature": ""},
    ],
    ids=["none", "secret", "body", "old", "early", "word", "negative", "long", "letter", "empty"],
)
def test_what_is_not_signed_is_refused(server: RunningServer, headers: dict[str, str]) -> None:
    assert post(server.port, _EVENT.encode(), {**_JSON, **headers})[0] == 401


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[1]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"type": 7, "event": []}',
        b'{"event_id": {"a": 1}, "event": {"type": "message", "user": ["x"]}}',
        b'{"type": "event_callback", "event": {"type": "a_new_event"}, "event_id": "EvNew"}',
    ],
)  # fmt: skip
def test_what_is_signed_gets_200_also_when_nobody_can_read_it(
    server: RunningServer, body: bytes
) -> None:
    assert post(server.port, body, {**_JSON, **sign(body)})[0] == 200


def test_a_form_that_holds_nothing_gets_200(server: RunningServer) -> None:
    body = b"payload=%7Bnot+json"
    headers = {"Content-Type": "application/x-www-form-urlencoded", **sign(body)}
    assert post(server.port, body, headers)[0] == 200


def test_slack_may_check_the_address(server: RunningServer) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB"}).encode()
    assert post(server.port, body, {**_JSON, **sign(body)}) == (200, "3eZbrw1aB")


def test_a_body_larger_than_any_of_slacks_is_refused(server: RunningServer) -> None:
    body = b'{"text": "' + b"a" * 600_000 + b'"}'
    assert post(server.port, body, {**_JSON, **sign(body)})[0] == 413


def test_a_body_in_pieces_is_counted(server: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(
        "POST", "/slack/events", iter([b"a" * 300_000] * 3), _JSON, encode_chunked=True
    )
    assert connection.getresponse().status == 413
    connection.close()


def test_only_posts_are_taken(server: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", "/slack/events")
    assert connection.getresponse().status == 405
    connection.close()


def test_the_pages_stay_closed_to_other_hosts(server: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", "/", headers={"Host": "jourfix.example"})
    assert connection.getresponse().status == 403
    connection.close()


def test_the_door_is_open_to_other_hosts(server: RunningServer) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    headers = {**_JSON, **sign(body), "Host": "jourfix.example"}
    assert post(server.port, body, headers) == (200, "abc")


def test_a_repeated_event_is_answered_once(ada: SlackPerson) -> None:
    moment = ada.slack.make_moment()
    event = {
        "type": "message", "channel": ada.channel, "channel_type": "im", "user": ada.user,
        "text": "Today we planted a tree in front of the canteen.", "ts": moment,
    }  # fmt: skip
    for number in range(4):
        assert ada.send_event(event, "EvAgain", **{"X-Slack-Retry-Num": str(number)}) == 200
    assert ada.read().kind == "review"
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"  # and no second review before it

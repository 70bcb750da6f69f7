"""Somebody in Slack: their words and presses as signed requests, what they see as posts."""

import hashlib
import hmac
import http.client
import itertools
import json
import time
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.channels.running import Said, fits
from tests.fakes.slack.platform import FakeSlack

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - the example in Slack's documentation
TEAM = "T0001"
_numbers = itertools.count(1)


def settings_for(slack: FakeSlack) -> dict[str, str]:
    """Give the settings of an installation in this Slack."""
    return {
        "JOURFIX_SLACK_SIGNING_SECRET": SECRET,
        "JOURFIX_SLACK_BOT_TOKEN": slack.token,
        "JOURFIX_SLACK_API": slack.address,
    }


def sign(body: bytes, moment: int | None = None, key: str = SECRET) -> dict[str, str]:
    """Give the headers with which Slack signs a body."""
    stamp = str(int(time.time()) if moment is None else moment)
    made = hmac.new(key.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256)
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={made.hexdigest()}"}


def post(port: int, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
    """Post to the one address that Slack knows."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/slack/events", body, dict(headers))
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


@dataclass
class SlackPerson:
    """One person in their conversation with the app."""

    slack: FakeSlack
    port: int
    user: str = "U0001"
    team: str = TEAM
    thread: str = ""
    _seen: int = 0
    shown: list[dict[str, Any]] = field(default_factory=list)

    organisation: str = ""  # of workspaces, where the app is installed for all of them
    room: str = ""  # another channel than the person's own conversation with the app

    @property
    def channel(self) -> str:
        return self.room or f"D{self.user[1:]}"

    def send_event(self, event: Mapping[str, Any], event_id: str = "", **headers: str) -> int:
        body = json.dumps(self.make_event(event, event_id)).encode()
        known = {"Content-Type": "application/json", **sign(body), **headers}
        return post(self.port, body, known)[0]

    def make_event(self, event: Mapping[str, Any], event_id: str = "") -> dict[str, Any]:
        return {
            "token": "x", "team_id": self.team, "api_app_id": "A1", "type": "event_callback",
            "event_id": event_id or f"Ev{next(_numbers):06d}", "event_time": int(time.time()), "event": dict(event),
            "authorizations": [{"enterprise_id": self.organisation or None, "user_id": "UBOT",
                                "team_id": None if self.organisation else self.team, "is_bot": True,
                                "is_enterprise_install": bool(self.organisation)}],
        }  # fmt: skip

    def send_form(self, form: Mapping[str, str]) -> int:
        body = urllib.parse.urlencode(form).encode()
        return post(
            self.port, body, {"Content-Type": "application/x-www-form-urlencoded", **sign(body)}
        )[0]

    def make_message(self, words: str) -> dict[str, Any]:
        """Make the event of a message in the conversation with the app."""
        return {
            "type": "message", "channel": self.channel, "channel_type": "im", "user": self.user,
            "text": escape(words), "ts": self.slack.make_moment(),
        }  # fmt: skip

    def say(self, words: str, **more: Any) -> None:
        """Write in the conversation with the app: in the thread of the last draft, if any."""
        moment = self.slack.make_moment()
        event: dict[str, Any] = {
            "type": "message", "channel": self.channel, "channel_type": "im", "user": self.user,
            "text": escape(words), "ts": moment, "event_ts": moment, "team": self.team,
            "blocks": [{"type": "rich_text", "block_id": "b", "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": words}]}]}],
            **more,
        }  # fmt: skip
        if self.thread:
            event["thread_ts"] = self.thread
        assert self.send_event(event) == 200
        self.thread = self.thread or moment

    def edit(self, before: str, after: str, **more: Any) -> None:
        """Change the words of the message that the thread hangs on."""
        was = {"type": "message", "user": self.user, "text": escape(before), "ts": self.thread}
        edited = {"edited": {"user": self.user, "ts": self.slack.make_moment()}}
        now = {**was, "text": escape(after), **edited, **more}
        moment = self.slack.make_moment()
        event = {
            "type": "message", "subtype": "message_changed", "hidden": True, "channel": self.channel,
            "channel_type": "im", "ts": moment, "event_ts": moment, "message": now,
            "previous_message": was,
        }  # fmt: skip
        assert self.send_event(event) == 200

    def choose(self, action: str, value: str = "") -> None:
        """Press the button of the newest post that has it."""
        for seen in reversed(self.shown):
            for element in list_buttons(seen["blocks"]):
                name = element["action_id"].split(".")[1]
                if name == action and fits(element.get("value", ""), value):
                    self._press(seen, element)
                    return
        raise AssertionError(f"no button {action} {value}")

    def _press(self, seen: Mapping[str, Any], element: Mapping[str, Any]) -> None:
        payload = {
            "type": "block_actions", "team": {"id": self.team}, "user": {"id": self.user},
            **self._tell_organisation(),
            "api_app_id": "A1", "token": "x", "trigger_id": self.slack.make_trigger(),
            "container": {"type": "message", "message_ts": seen["ts"], "channel_id": seen["channel"]},
            "channel": {"id": seen["channel"], "name": "directmessage"},
            "message": {"ts": seen["ts"], "thread_ts": seen.get("thread_ts"), "text": seen["text"]},
            "actions": [{**element, "type": "button", "block_id": "b", "action_ts": f"1.{next(_numbers)}"}],
        }  # fmt: skip
        assert self.send_form({"payload": json.dumps(payload)}) == 200

    def _tell_organisation(self) -> dict[str, Any]:
        if not self.organisation:
            return {}
        return {"enterprise": {"id": self.organisation}, "is_enterprise_install": True}

    def submit(self, words: str) -> None:
        """Write into the newest modal and send it off."""
        self.slack.wait_for(lambda: len(self.slack.modals) > self.slack.submitted)
        view = self.slack.modals[-1]
        self.slack.submitted = len(self.slack.modals)
        block = view["blocks"][0]
        payload = {
            "type": "view_submission", "team": {"id": self.team}, "user": {"id": self.user},
            "api_app_id": "A1", "token": "x", "trigger_id": f"3.{next(_numbers)}",
            "view": {**view, "id": "V1", "hash": "1.a", "state": {"values": {
                block["block_id"]: {block["element"]["action_id"]: {
                    "type": "plain_text_input", "value": words}}}}},
        }  # fmt: skip
        assert self.send_form({"payload": json.dumps(payload)}) == 200

    def command(self, text: str, where: str = "C9") -> None:
        form = {
            "command": "/jourfix", "text": text, "user_id": self.user, "team_id": self.team,
            "channel_id": where, "response_url": self.make_hook(), "api_app_id": "A1",
            "token": "x", "trigger_id": f"2.{next(_numbers)}",
        }  # fmt: skip
        assert self.send_form(form) == 200

    def make_hook(self) -> str:
        """Make the address at which whoever used a command is told something alone."""
        return f"http://127.0.0.1:{self.slack.port}/hooks/{self.user}"

    def read(self) -> Said:
        """Wait for the next message to this person, all its posts."""
        posts = [self._read_post()]
        while not is_last(posts[-1]):
            posts.append(self._read_post())
        buttons = [one for post in posts for one in list_buttons(post["blocks"])]
        choices = [(one["action_id"].split(".")[1], one.get("value", "")) for one in buttons]
        words = "\n".join(
            word
            for post in posts
            for word in list_words(post["blocks"] or [{"text": post["text"]}])
        )
        kind = posts[0]["metadata"]["event_payload"]["kind"]
        return Said(kind, words, choices, json.dumps(posts))

    def catch_up(self) -> None:
        """Read on from here: what others wrote before is none of ours."""
        self._seen = len(self._list_mine())

    def look_again(self, is_so: Callable[[Mapping[str, Any]], bool]) -> str:
        """Wait until one of the posts seen so far has changed to something; gives it whole."""
        seen = {post["ts"] for post in self.shown}
        found = self.slack.wait_for(
            lambda: [post for post in self.slack.posts if post["ts"] in seen and is_so(post)]
        )
        return json.dumps(found[0])

    def _read_post(self) -> dict[str, Any]:
        self.slack.wait_for(lambda: len(self._list_mine()) > self._seen)
        post = self._list_mine()[self._seen]
        self._seen += 1
        self.shown.append(post)
        return post

    def _list_mine(self) -> list[dict[str, Any]]:
        return [
            one
            for one in self.slack.shown
            if one["channel"] == self.channel and not one.get("is_gone")
        ]


def is_last(post: Mapping[str, Any]) -> bool:
    number, _, of = post["metadata"]["event_payload"]["part"].partition("/")
    return number == of


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def list_buttons(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["type"] == "actions":
            yield from block["elements"]


def list_words(value: Any) -> Iterator[str]:
    """List what can be read in blocks, in order."""
    if isinstance(value, list):
        for inner in value:
            yield from list_words(inner)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for name, inner in value.items():
            if name != "text" or not isinstance(inner, str):
                yield from list_words(inner)

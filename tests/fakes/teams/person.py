"""Somebody in Teams: what they do as signed activities, what they see as posts."""

import http.client
import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.channels.running import Said, fits
from tests.fakes.teams.platform import APP_ID, SECRET, TENANT, FakeTeams, make_claims

_TEAMS = "https://learn.microsoft.com/microsoftteams/platform"
_SCHEMA = "https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object"
DOCUMENTED: Mapping[str, str] = {
    "an activity has from, recipient, conversation, channelData.tenant, entities with clientInfo": _SCHEMA,
    "conversation.tenantId, conversationType; from.aadObjectId": f"{_TEAMS}/bots/how-to/conversations/channel-and-group-conversations",
    "a message comes as text and as an attachment text/html": f"{_TEAMS}/bots/how-to/conversations/conversation-messages",
    "a mention is <at>name</at> in the text and an entity": f"{_TEAMS}/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions",
    "what is not answered in time is sent again, the same": "https://github.com/MicrosoftDocs/msteams-docs/issues/6084",
    "an edit is messageUpdate with the same id and channelData.eventType editMessage or undeleteMessage": f"{_TEAMS}/bots/how-to/conversations/conversation-messages",
    "a deletion is messageDelete with eventType softDeleteMessage": f"{_TEAMS}/bots/how-to/conversations/conversation-messages",
    "installationUpdate with action add or remove": f"{_TEAMS}/bots/how-to/conversations/subscribe-to-conversation-events#install-update-event",
    "conversationUpdate with membersAdded, before or after the installation": f"{_TEAMS}/bots/how-to/conversations/subscribe-to-conversation-events",
    "Action.Execute is an invoke adaptiveCard/action": f"{_TEAMS}/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards",
    "Action.Submit is a message with value and replyToId": f"{_TEAMS}/task-modules-and-cards/cards/cards-actions#actionsubmit",
    "a command on a message is composeExtension/fetchTask with messagePayload": f"{_TEAMS}/messaging-extensions/how-to/action-commands/create-task-module",
    "that window may show a message alone: task.type message": f"{_TEAMS}/task-modules-and-cards/task-modules/task-modules-bots",
    "a deleted message, or that of an app, has a body that is empty or null": "https://learn.microsoft.com/graph/api/resources/chatmessage",
    "a button with msteams.type task/fetch asks for a window; its Action.Submit is task/submit": f"{_TEAMS}/task-modules-and-cards/task-modules/task-modules-bots",
    "its form comes back as composeExtension/submitAction": f"{_TEAMS}/messaging-extensions/how-to/action-commands/respond-to-task-module-submit",
    "a file is an attachment file.download.info with downloadUrl": f"{_TEAMS}/bots/how-to/bots-filesv4",
    "a pasted picture is an attachment image/*; its contentUrl wants our token": f"{_TEAMS}/bots/how-to/agents-inline-images",
}
_numbers = itertools.count(1)
PATH = "/teams/messages"


def settings_for(teams: FakeTeams) -> dict[str, str]:
    """Give the environment of an installation in this Teams, its trust in our Entra with it."""
    return {
        "JOURFIX_TEAMS_APP_ID": APP_ID,
        "JOURFIX_TEAMS_SECRET": SECRET,
        "JOURFIX_TEAMS_TENANT": TENANT,
        "JOURFIX_TEAMS_METADATA": teams.metadata,
        "JOURFIX_TEAMS_LOGIN": teams.login,
        "JOURFIX_TEAMS_API": teams.origin,
        "REQUESTS_CA_BUNDLE": str(teams.trusted),
    }


def post(
    port: int, body: bytes, headers: Mapping[str, str], method: str = "POST"
) -> tuple[int, Any]:
    """Post to the one address that Teams knows; the answer is JSON, always."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, PATH, body, dict(headers))
    response = connection.getresponse()
    text = response.read()
    connection.close()
    return response.status, json.loads(text)


@dataclass
class TeamsPerson:
    """One person in their chat with the app."""

    teams: FakeTeams
    port: int
    user: str = "29:ada"
    locale: str = "en-US"
    tenant: str = TENANT
    room: str = ""  # a channel, in place of the person's own chat with the app
    shown: list[dict[str, Any]] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)
    _read: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.teams.chats.setdefault(self.user, f"a:chat-{len(self.teams.chats) + 1}")

    @property
    def chat(self) -> str:
        return self.room or self.teams.chats[self.user]

    def make_activity(self, kind: str, **other: Any) -> dict[str, Any]:
        """Make an activity of this person's, with all that Teams sends along."""
        return {
            "type": kind, "id": self.teams.make_id(), "channelId": "msteams",
            "timestamp": "2026-11-22T09:00:00.000Z", "localTimestamp": "2026-11-22T10:00:00.000+01:00",
            "localTimezone": "Europe/Berlin", "locale": self.locale,
            "serviceUrl": self.teams.service_url,
            "from": {"id": self.user, "name": f"name of {self.user}", "aadObjectId": f"aad-{self.user}"},
            "recipient": {"id": f"28:{APP_ID}", "name": "Jourfix"},
            "conversation": {"id": self.chat, "tenantId": self.tenant,
                             "conversationType": "channel" if self.room else "personal"},
            "channelData": {"tenant": {"id": self.tenant}},
            "entities": [{"type": "clientInfo", "locale": self.locale, "country": "DE",
                          "platform": "Windows", "timezone": "Europe/Berlin"}],
            **other,
        }  # fmt: skip

    def send(self, activity: Mapping[str, Any], **claims: Any) -> tuple[int, Any]:
        """Sign an activity and post it."""
        self.sent.append(dict(activity))
        token = self.teams.issuer.sign(make_claims(self.teams, **claims))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Authorization": f"Bearer {token}",
        }
        return post(self.port, json.dumps(activity).encode(), headers)

    def send_again(self) -> tuple[int, Any]:
        """Send the last activity again, as Teams does when it waited too long for an answer."""
        return self.send(self.sent[-1])

    def say(self, words: str, html: str = "", **other: Any) -> None:
        """Write in the chat: the words, and beside them the HTML that Teams makes of them."""
        attachments = list(other.pop("attachments", ()))
        written = html or "".join(f"<p>{escape(line)}</p>" for line in words.split("\n"))
        attachments.append({"contentType": "text/html", "content": f"<div>{written}</div>"})
        more = {"textFormat": "plain", "text": words, "attachments": attachments, **other}
        assert self.send(self.make_activity("message", **more)) == (200, {})

    def edit(self, words: str, moment: str = "2026-11-22T09:05:00.000Z", **other: Any) -> None:
        """Change the last message that was written; its id stays."""
        last = next(one for one in reversed(self.sent) if one["type"] == "message")
        event = {"tenant": {"id": self.tenant}, "eventType": "editMessage"}
        html = [{"contentType": "text/html", "content": f"<div><p>{escape(words)}</p></div>"}]
        changed = {"type": "messageUpdate", "timestamp": moment, "channelData": event}
        assert self.send({**last, **changed, "text": words, "attachments": html, **other})[0] == 200

    def share_file(self, name: str, content: bytes, words: str = "") -> None:
        """Send a file: it lies in the person's OneDrive, under an address that lives minutes."""
        self.teams.files[name] = content
        self.say(words, attachments=[{
            "contentType": "application/vnd.microsoft.teams.file.download.info",
            "contentUrl": f"https://contoso.sharepoint.com/personal/ada/Documents/{name}", "name": name,
            "content": {"downloadUrl": f"{self.teams.origin}/files/{name}", "uniqueId": "1150D938",
                        "fileType": name.rpartition(".")[2], "etag": "e"},
        }])  # fmt: skip

    def paste_picture(self, content: bytes, words: str = "", kind: str = "image/png") -> None:
        """Paste a picture into a message: it lies with Teams, which wants our token for it."""
        name = f"0-weu-{next(_numbers)}"
        self.teams.files[name] = content
        address = f"{self.teams.service_url}v3/attachments/{name}/views/original"
        html = f'<p>{escape(words)}</p><p><img src="https://eu-api.asm.skype.com/v1/objects/{name}/views/imgo"></p>'
        self.say(words, html, attachments=[{"contentType": kind, "contentUrl": address}])

    def write_among(self, words: str, conversation: str, kind: str = "groupChat") -> None:
        """Write where several people read, to nobody in particular."""
        self.say(words, conversation={
            "id": conversation, "conversationType": kind, "isGroup": True, "tenantId": self.tenant,
        })  # fmt: skip

    def mention_bot(self, words: str, conversation: str) -> None:
        """Write to the bot in a channel; its name stands in the text as a mention."""
        text = f"<at>Jourfix</at> {words}"
        entity = {"type": "mention", "text": "<at>Jourfix</at>",
                  "mentioned": {"id": f"28:{APP_ID}", "name": "Jourfix"}}  # fmt: skip
        self.say(
            text, f'<p><span itemtype="http://schema.skype.com/Mention">Jourfix</span> {escape(words)}</p>',
            entities=[entity],
            conversation={"id": conversation, "conversationType": "channel", "isGroup": True, "tenantId": self.tenant},
            channelData={"tenant": {"id": self.tenant}, "team": {"id": "19:team@thread.tacv2"},
                         "channel": {"id": conversation.partition(";")[0]}},
        )  # fmt: skip

    def submit(self, value: Mapping[str, Any], reply_to: str) -> None:
        """Press a button of kind Action.Submit: a message without text, with a value."""
        activity = self.make_activity("message", value=dict(value), replyToId=reply_to)
        assert self.send(activity) == (200, {})

    def execute(self, verb: str, data: Mapping[str, Any], reply_to: str) -> tuple[int, Any]:
        """Press a button of kind Action.Execute: an invoke, answered at once."""
        action = {"type": "Action.Execute", "id": "b", "verb": verb, "data": dict(data)}
        return self.invoke(
            "adaptiveCard/action", {"action": action, "trigger": "manual"}, replyToId=reply_to
        )

    def open_on_message(
        self, command: str, text: str, author: str = "29:bob", **other: Any
    ) -> tuple[int, Any]:
        """Choose a command of the app on somebody's message; `other` is of the message."""
        payload = {
            "id": self.teams.make_id(), "createdDateTime": "2026-11-22T08:00:00Z", "subject": None,
            "importance": "normal", "locale": "en-us", "linkToMessage": "https://teams.microsoft.com/l/message/x",
            "from": {"user": {"userIdentityType": "aadUser", "id": author, "displayName": "Bob"}},
            "body": {"contentType": "html", "content": f"<p>{escape(text)}</p>"},
            "attachments": [], "mentions": [], "reactions": [], **other,
        }  # fmt: skip
        value = {"commandId": command, "commandContext": "message", "messagePayload": payload,
                 "context": {"theme": "default"}}  # fmt: skip
        return self.invoke("composeExtension/fetchTask", value)

    def submit_on_message(self, command: str, data: Mapping[str, Any]) -> tuple[int, Any]:
        """Send off the form that a command on a message opened."""
        value = {"commandId": command, "commandContext": "message", "data": dict(data)}
        return self.invoke("composeExtension/submitAction", value)

    def invoke(self, name: str, value: Mapping[str, Any], **other: Any) -> tuple[int, Any]:
        """Invoke something by its name."""
        return self.send(self.make_activity("invoke", name=name, value=dict(value), **other))

    def open_window(self) -> dict[str, Any]:
        """Press the newest button that opens a window; gives what Teams shows in it."""
        button = next(one for card in reversed(self.shown) for one in list_openers(card))
        value = {"data": button["data"], "context": {"theme": "default"}}
        status, answer = self.invoke("task/fetch", value)
        assert (status, answer["task"]["type"]) == (200, "continue")
        window: dict[str, Any] = answer["task"]["value"]
        return window

    def submit_window(self, window: Mapping[str, Any], words: str) -> None:
        """Write into a window and send it off: its inputs stand beside the data of its button."""
        field, buttons = window["card"]["content"]["body"]
        data = {**buttons["actions"][0]["data"], field["id"]: words}
        status, answer = self.invoke("task/submit", {"data": data, "context": {"theme": "default"}})
        assert (status, answer["task"]["type"]) == (200, "message")

    def install(self, action: str = "add") -> dict[str, Any]:
        """Make what tells that the app was installed (`add`) or removed (`remove`)."""
        return self.make_activity("installationUpdate", action=action)

    def join(self) -> dict[str, Any]:
        """Make what tells that the bot came into the chat; before or after the installation."""
        return self.make_activity(
            "conversationUpdate", membersAdded=[{"id": f"28:{APP_ID}"}, {"id": self.user}]
        )

    def block(self) -> None:
        """Remove the app: from now on it may not write here."""
        self.teams.blocked.add(self.chat)

    def read(self) -> Said:
        """Wait for the next message to this person, all its cards."""
        cards = [self._read_card()]
        while not _is_last(cards[-1]):
            cards.append(self._read_card())
        self.shown += cards
        buttons = [one for card in cards for one in list_buttons(card)]
        told = [button["data"]["jourfix"] for button in buttons]
        return Said(
            _tell_kind(cards[0]),
            "\n".join(word for card in cards for word in list_words(_find_card(card))),
            [(one["action"], one["value"]) for one in told],
            json.dumps(cards),
        )

    def choose(self, action: str, value: str = "", words: str = "") -> None:
        """Press the button of the newest card that has it; what was written goes along."""
        for card in reversed(self.shown):
            for button in list_buttons(card):
                told = button["data"]["jourfix"]
                if told["action"] == action and fits(told["value"], value):
                    data = {**button["data"], **({"words": words} if words else {})}
                    status, answer = self.execute(button["verb"], data, card["id"])
                    assert (status, answer["statusCode"]) == (200, 200)
                    return
        raise AssertionError(f"no button {action} {value}")

    def find_shown(self, name: str) -> Mapping[str, Any] | None:
        """Give a post as it is now; None when it was taken back."""
        return next((one for one in self.teams.posts if one["id"] == name), None)

    def catch_up(self) -> None:
        """Read on from here: what was written before is none of ours."""
        self._read |= {_tell_news(one) for one in self._list_new()}

    def _read_card(self) -> dict[str, Any]:
        found: dict[str, Any] = self.teams.wait_for(self._list_new)[0]
        self._read.add(_tell_news(found))
        return found

    def _list_new(self) -> list[dict[str, Any]]:
        """List what is new: cards, and cards that have become something else."""
        return [
            one
            for one in self.teams.posts
            if one["type"] == "message"
            and one["conversation"]["id"].partition(";")[0] == self.chat
            and _tell_news(one) not in self._read
        ]


def _find_card(post: Mapping[str, Any]) -> Mapping[str, Any]:
    card: Mapping[str, Any] = post["attachments"][0]["content"]
    return card


def _tell_kind(post: Mapping[str, Any]) -> str:
    return str(_find_card(post)["body"][0]["id"]).partition(".")[0]


def _tell_news(post: Mapping[str, Any]) -> tuple[str, str]:
    """Tell what a post says: what changed is news to a person, but for the state of a case."""
    kind = _tell_kind(post)
    return post["id"], kind if kind == "case" else json.dumps(_find_card(post))


def _is_last(post: Mapping[str, Any]) -> bool:
    _, number, of = str(_find_card(post)["body"][0]["id"]).split(".")
    return number == of


def list_buttons(value: Any) -> Iterator[dict[str, Any]]:
    """List the buttons that we hear of."""
    if isinstance(value, list):
        for inner in value:
            yield from list_buttons(inner)
    elif isinstance(value, dict):
        if value.get("type") == "Action.Execute":
            yield value
        else:
            for inner in value.values():
                yield from list_buttons(inner)


def list_openers(value: Any) -> Iterator[dict[str, Any]]:
    """List the buttons that open a window."""
    if isinstance(value, list):
        for inner in value:
            yield from list_openers(inner)
    elif isinstance(value, dict):
        asked = (value.get("data") or {}).get("msteams") if "data" in value else None
        if value.get("type") == "Action.Submit" and asked == {"type": "task/fetch"}:
            yield value
        else:
            for inner in value.values():
                yield from list_openers(inner)


def list_words(value: Any) -> Iterator[str]:
    """List what can be read on a card, in order; a line of rich text is one."""
    if isinstance(value, list):
        for inner in value:
            yield from list_words(inner)
    elif isinstance(value, dict):
        if value.get("type") == "RichTextBlock":
            yield "".join(run["text"] for run in value["inlines"])
        elif value.get("type") == "TextBlock":
            yield value["text"]
        else:
            for name in ("label", "value", "title"):
                if value.get("type") == "Input.Text" and value.get(name):
                    yield value[name]
            for inner in value.values():
                yield from list_words(inner)


def escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

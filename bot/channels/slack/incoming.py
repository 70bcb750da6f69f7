"""Read what a person wrote or pressed in Slack. Everything in a payload is hostile until read.

The words of a message are put together from its rich text, as its author saw them; where there is
none, from its escaped text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from bot.channels.locale import choose_language
from bot.channels.payload import mapping, word
from bot.channels.shared_files import DOCUMENTS, TABLES
from bot.channels.slack.colleagues import Colleague
from bot.channels.slack.courier import write_receipt
from bot.channels.slack.ingress import CHANNEL, name_installation, name_person
from bot.core.message import Choice, Incoming
from bot.core.model import LANGUAGES, Language

CHOICE = "choice"  # the ids of our buttons: choice.<action>.<language>.<number>
_MARKUP = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_LONGEST = 40_000
_MOST_FILES = 20
_DEEPEST = 6
_NAMES = 3  # in the id of a button
_SLACKBOT = "USLACKBOT"
_OURS = frozenset({"", "file_share", "thread_broadcast", "me_message"})


@dataclass(frozen=True)
class Place:
    """Where an answer goes: a channel, and the thread in it."""

    team: str
    channel: str
    thread: str

    @property
    def conversation(self) -> str:
        """Name the conversation: one thread, one draft and its versions."""
        return f"{self.channel}:{self.thread}"

    def as_mapping(self) -> Mapping[str, str]:
        """Give the ids as a delivery keeps them."""
        return {"team": self.team, "channel": self.channel, "thread": self.thread}

    def find_home(self, user: str) -> Mapping[str, str]:
        """Give where somebody is written to unasked: outside of threads, and never in a room."""
        channel = self.channel if self.channel.startswith("D") else user
        return {"team": self.team, "channel": channel, "thread": ""}


@dataclass(frozen=True)
class Heard:
    """What a payload says, and where its answer belongs.

    `pressed` is the receipt of the post whose button was pressed.
    """

    incoming: Incoming
    place: Place
    pressed: str = ""


def read_message(payload: Mapping[str, Any], colleague: Colleague) -> Heard | None:
    """Read a message event; None for what is no person's message to us."""
    event = find_written(payload)
    if event.get("bot_id") or event.get("subtype", "") not in _OURS:
        return None
    if event.get("user") in (None, "", _SLACKBOT):
        return None
    # an own conversation with the app; its id begins with D
    if event.get("channel_type", "im") != "im" or not word(event.get("channel")).startswith("D"):
        return None
    moment = word(event.get("ts"))
    place = Place(
        name_installation(payload),
        word(event.get("channel")),
        word(event.get("thread_ts")) or moment,
    )
    if not place.channel or not moment:
        return None
    text = "\n\n".join(piece for piece in (_read_words(event), *_read_forwarded(event)) if piece)
    incoming = Incoming(
        name_person(payload),
        place.conversation,
        text=text[:_LONGEST],
        language=choose_language(colleague.locale, text),
        pictures=tuple(_list_pictures(event)),
        channel=CHANNEL,
        place=place.as_mapping(),
        home=place.find_home(word(event.get("user"))),
        role_hint=colleague.title,
    )
    return Heard(incoming, place)


def find_written(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the message of an event: as it came, or as its author changed it.

    Empty where nothing of its words changed: a link got its preview, a thread a reply.
    """
    event = mapping(payload.get("event"))
    if event.get("subtype") != "message_changed":
        return event
    now, before = mapping(event.get("message")), event.get("previous_message")
    if (
        not now.get("edited")
        or not isinstance(before, dict)
        or now.get("text") == before.get("text")
    ):
        return {}
    return {**now, "channel": event.get("channel"), "channel_type": event.get("channel_type", "im")}


def read_choice(payload: Mapping[str, Any], colleague: Colleague) -> Heard | None:
    """Read the press of one of our buttons; it is answered in the language of its message."""
    actions = payload.get("actions")
    action = mapping(actions[0]) if isinstance(actions, list) and actions else {}
    kind, *names = word(action.get("action_id"), 255).split(".")
    if kind != CHOICE or len(names) != _NAMES:
        return None
    language = next((known for known in LANGUAGES if known == names[1]), None)
    user = word(mapping(payload.get("user")).get("id"))
    place = _find_place(payload, user)
    if not place.channel:
        return None
    chosen = Choice("", names[0], word(action.get("value"), 2000))
    incoming = Incoming(
        name_person(payload),
        place.conversation,
        choice=chosen,
        language=language,
        channel=CHANNEL,
        place=place.as_mapping(),
        home=place.find_home(user),
        name=colleague.name,
        role_hint=colleague.title,
    )
    return Heard(incoming, place, _name_pressed(payload))


def hear_directly(
    payload: Mapping[str, Any], user: str, text: str, language: Language | None
) -> Heard:
    """Hear what needs no thread: it is answered in the person's own conversation with us."""
    place = Place(name_installation(payload), user, "")
    incoming = Incoming(
        name_person(payload),
        place.conversation,
        text=text,
        language=language,
        channel=CHANNEL,
        place=place.as_mapping(),
    )
    return Heard(incoming, place)


def read_others_message(payload: Mapping[str, Any], colleague: Colleague) -> Heard:
    """Read the message of somebody else that a person chose our shortcut on.

    An app may have put its words into sections of its message and leave the text empty.
    """
    message = mapping(payload.get("message"))
    pieces = (_read_words(message), *_read_forwarded(message))
    text = "\n\n".join(piece for piece in pieces if piece) or "\n".join(_read_sections(message))
    user = word(mapping(payload.get("user")).get("id"))
    heard = hear_directly(payload, user, text[:_LONGEST], choose_language(colleague.locale, ""))
    pictures = tuple(_list_pictures(message))
    return replace(heard, incoming=replace(heard.incoming, is_others_post=True, pictures=pictures))


def _find_place(payload: Mapping[str, Any], user: str) -> Place:
    """Find where a press is answered: in the thread of its message; from Home, in the own chat."""
    container, message = mapping(payload.get("container")), mapping(payload.get("message"))
    if word(container.get("type")) == "view":
        return Place(name_installation(payload), user, "")
    channel = word(mapping(payload.get("channel")).get("id")) or word(container.get("channel_id"))
    thread = word(message.get("thread_ts")) or word(container.get("thread_ts"))
    if not thread and channel.startswith("D"):  # what a command was answered with
        return Place(name_installation(payload), user, "")
    moment = word(container.get("message_ts")) or word(message.get("ts"))
    return Place(name_installation(payload), channel if moment else "", thread or moment)


def _name_pressed(payload: Mapping[str, Any]) -> str:
    """Give the receipt of the post that a press came from; a view has none."""
    container = mapping(payload.get("container"))
    channel, moment = word(container.get("channel_id")), word(container.get("message_ts"))
    if container.get("type") != "message" or container.get("is_ephemeral") or not moment:
        return ""
    return write_receipt(channel, moment) if channel else ""


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        yield from (one for one in value[:500] if isinstance(one, dict))


def _read_words(event: Mapping[str, Any]) -> str:
    written = "\n".join(
        _read_rich(block)
        for block in _objects(event.get("blocks"))
        if block.get("type") == "rich_text"
    )
    return written.strip("\n") or plain_words(word(event.get("text"), _LONGEST))


def _read_sections(message: Mapping[str, Any]) -> Iterator[str]:
    """Give the words of the blocks that apps write: sections and headers."""
    for block in _objects(message.get("blocks")):
        if block.get("type") in ("section", "header"):
            yield plain_words(word(mapping(block.get("text")).get("text"), _LONGEST))


def _read_forwarded(event: Mapping[str, Any]) -> Iterator[str]:
    """Give the words of messages that somebody forwarded; a link's preview is not theirs."""
    for attached in _objects(event.get("attachments")):
        if attached.get("is_share") or attached.get("is_msg_unfurl"):
            yield plain_words(word(attached.get("text"), _LONGEST))


@dataclass(frozen=True)
class SharedFile:
    """A file that somebody sent along."""

    name: str
    address: str
    size: int


def list_documents(payload: Mapping[str, Any]) -> list[SharedFile | None]:
    """List the files of a message that are no pictures; None stands for one we cannot read.

    Snippets are texts. Of a file from another company Slack gives neither name nor address.
    """
    found: list[SharedFile | None] = []
    for file in _list_files(find_written(payload)):
        name = word(file.get("name"), 200)
        is_text = word(file.get("mimetype")) == "text/plain" or name.lower().endswith(
            (*DOCUMENTS, *TABLES)
        )
        size = file.get("size")
        if is_text and isinstance(size, int):
            address = word(file.get("url_private_download"), 1000)
            found.append(SharedFile(name, address or word(file.get("url_private"), 1000), size))
        elif not _is_picture(file):
            found.append(None)
    return found


def _list_pictures(event: Mapping[str, Any]) -> Iterator[str]:
    yield from (word(file.get("name")) for file in _list_files(event) if _is_picture(file))


def _is_picture(file: Mapping[str, Any]) -> bool:
    return word(file.get("mimetype")).startswith(("image/", "video/"))


def _list_files(event: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """List what was shared and is still there."""
    for file in list(_objects(event.get("files")))[:_MOST_FILES]:
        if file.get("mode") != "tombstone":
            yield file


def _read_rich(block: Mapping[str, Any]) -> str:
    return "\n".join(_read_part(part, 0) for part in _objects(block.get("elements")))


def _read_part(part: Mapping[str, Any], depth: int) -> str:
    """Read a section, a list, a quotation; what is nested too deep is left out."""
    if depth > _DEEPEST:
        return ""
    inner = part.get("elements")
    if part.get("type") == "rich_text_list":
        mark = "1. " if part.get("style") == "ordered" else "• "
        return "\n".join(mark + _read_part(item, depth + 1) for item in _objects(inner))
    return "".join(_read_element(one) for one in _objects(inner))


def _read_element(element: Mapping[str, Any]) -> str:
    match element.get("type"):
        case "text":
            return word(element.get("text"), _LONGEST)
        case "link":
            return word(element.get("text"), 3000) or word(element.get("url"), 3000)
        case "emoji":
            return _read_emoji(element)
        case "user" | "usergroup":
            return "@" + (word(element.get("user_id")) or word(element.get("usergroup_id")))
        case "channel":
            return "#" + word(element.get("channel_id"))
        case "broadcast":
            return "@" + word(element.get("range"))
        case "color":
            return word(element.get("value"))
        case "date":
            return word(element.get("fallback"), 200)
        case _:
            return ""


def _read_emoji(element: Mapping[str, Any]) -> str:
    try:
        return "".join(chr(int(code, 16)) for code in word(element.get("unicode")).split("-"))
    except (ValueError, OverflowError):
        return f":{word(element.get('name'))}:"


def plain_words(text: str) -> str:
    """Turn Slack's escaped text into what its author saw."""
    return unescape(_MARKUP.sub(_show_markup, text))


def _show_markup(match: "re.Match[str]") -> str:
    target, label = match.group(1), match.group(2)
    if target.startswith(("@", "#", "!")):
        shown = label or target[1:]
        sign = "#" if target.startswith("#") else "@"
        return shown if shown.startswith(sign) else sign + shown
    return label or target.removeprefix("mailto:").removeprefix("tel:")

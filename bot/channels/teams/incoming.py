"""Read what a person wrote or pressed in Teams. Everything in an activity is hostile until read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.channels.locale import choose_language
from bot.channels.payload import mapping, word
from bot.channels.teams.dialogs import TOLD, WORDS
from bot.channels.teams.formatting import count_pictures, read_html, read_plain
from bot.channels.teams.ingress import name_person
from bot.channels.teams.naming import CHANNEL
from bot.channels.teams.tokens import list_tenants
from bot.core.message import Choice, Incoming
from bot.core.model import LANGUAGES, Language

_LONGEST = 40_000
_LONGEST_HTML = 200_000
_MOST_ATTACHMENTS = 20
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".bmp")
_FILE = "application/vnd.microsoft.teams.file.download.info"


@dataclass(frozen=True)
class Place:
    """Where an answer goes: a conversation, and how Teams is reached for it."""

    service: str
    conversation: str
    tenant: str

    def as_mapping(self) -> Mapping[str, str]:
        """Give the ids as a delivery keeps them."""
        return {
            "service": self.service,
            "conversation": self.conversation,
            "tenant": self.tenant,
        }


@dataclass(frozen=True)
class SharedFile:
    """A file that somebody sent along."""

    name: str
    address: str


@dataclass(frozen=True)
class Heard:
    """What an activity says, and where its answer belongs.

    `pressed` is the id of the card whose button was pressed.
    """

    incoming: Incoming
    place: Place
    pressed: str = ""


def is_personal(activity: Mapping[str, Any]) -> bool:
    """Say whether an activity belongs to somebody's own chat with us."""
    conversation = mapping(activity.get("conversation"))
    kind = conversation.get("conversationType")
    if kind:
        return bool(kind == "personal")
    # where Teams does not say: the id of what several people share begins with 19:
    name = word(conversation.get("id"))
    return bool(name) and conversation.get("isGroup") is not True and not name.startswith("19:")


def is_mentioned(activity: Mapping[str, Any]) -> bool:
    """Say whether an activity's message speaks to us, by a mention."""
    own = mapping(activity.get("recipient"))
    own_id, own_name = word(own.get("id")), word(own.get("name"))
    entities = activity.get("entities")
    for entity in entities if isinstance(entities, list) else ():
        mentioned = word(mapping(mapping(entity).get("mentioned")).get("id"))
        if mapping(entity).get("type") == "mention" and mentioned and mentioned == own_id:
            return True
    written = (word(activity.get("text"), _LONGEST), *_list_html(activity))
    return bool(own_name) and any(f"<at>{own_name}</at>" in one for one in written)


def read_place(activity: Mapping[str, Any]) -> Place:
    """Read where an activity happened."""
    conversation = mapping(activity.get("conversation"))
    return Place(
        word(activity.get("serviceUrl"), 300),
        word(conversation.get("id"), 300),
        min(list_tenants(activity), default="")[:64],
    )


def read_locale(activity: Mapping[str, Any]) -> str:
    """Read the language that a person's Teams is set to."""
    entities = activity.get("entities")
    for entity in entities if isinstance(entities, list) else ():
        if mapping(entity).get("type") == "clientInfo" and word(entity.get("locale")):
            return word(entity.get("locale"))
    return word(activity.get("locale"))


def read_message(activity: Mapping[str, Any]) -> Heard:
    """Read what somebody wrote: its HTML as they saw it, else its text."""
    text = _read_words(activity)[:_LONGEST]
    shown = sum(count_pictures(html) for html in _list_html(activity))
    return _hear(activity, text=text, pictures=_list_pictures(_attachments(activity), shown))


def read_press(activity: Mapping[str, Any]) -> Heard | None:
    """Read the press of one of our buttons; it is answered in the language of its card.

    It comes as an invoke, out of a window too, or from an older client as a message with a value.
    """
    value = mapping(activity.get("value"))
    data = mapping(mapping(value.get("action")).get("data")) or value
    if activity.get("name") == "task/submit":
        data = mapping(value.get("data"))
    told = mapping(data.get(TOLD))
    action = word(told.get("action"), 40)
    if not action:
        return None
    heard = _hear(
        activity,
        text=word(data.get(WORDS), _LONGEST),
        choice=Choice("", action, word(told.get("value"), 2_000)),
        name=word(mapping(activity.get("from")).get("name"), 80),
    )
    language = next((known for known in LANGUAGES if known == told.get("language")), None)
    incoming = replace(heard.incoming, language=language or heard.incoming.language)
    return Heard(incoming, heard.place, word(activity.get("replyToId"), 300))


def read_others_message(activity: Mapping[str, Any]) -> Heard:
    """Read the message of somebody else that a person chose our command on."""
    payload = mapping(mapping(activity.get("value")).get("messagePayload"))
    body = mapping(payload.get("body"))
    is_html = body.get("contentType") != "text"
    written = word(body.get("content"), _LONGEST_HTML if is_html else _LONGEST)
    pictures = _list_pictures(_attachments(payload), count_pictures(written) if is_html else 0)
    text = (read_html(written) if is_html else written)[:_LONGEST]
    return _hear(activity, text=text, pictures=pictures, is_others_post=True)


def list_documents(activity: Mapping[str, Any]) -> list[SharedFile]:
    """List the files of a message that are no pictures."""
    found = []
    for attached in _attachments(activity):
        name = word(attached.get("name"), 200)
        if attached.get("contentType") == _FILE and not name.lower().endswith(_PICTURES):
            address = word(mapping(attached.get("content")).get("downloadUrl"), 4_000)
            found.append(SharedFile(name, address))
    return found


def _hear(
    activity: Mapping[str, Any],
    *,
    text: str = "",
    choice: Choice | None = None,
    pictures: tuple[str, ...] = (),
    is_others_post: bool = False,
    name: str = "",
) -> Heard:
    place = read_place(activity)
    incoming = Incoming(
        name_person(activity),
        place.conversation,
        text=text,
        choice=choice,
        language=_choose(activity, "" if is_others_post else text),
        pictures=pictures,
        is_others_post=is_others_post,
        channel=CHANNEL,
        place=place.as_mapping(),
        name=name,
    )
    return Heard(incoming, place)


def _choose(activity: Mapping[str, Any], text: str) -> Language | None:
    return choose_language(read_locale(activity), text)


def _attachments(activity: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    listed = activity.get("attachments")
    if isinstance(listed, list):
        yield from (one for one in listed[:_MOST_ATTACHMENTS] if isinstance(one, dict))


def _list_pictures(attachments: Iterator[Mapping[str, Any]], shown: int) -> tuple[str, ...]:
    """Name the pictures of a message; one may be both attached and shown in its HTML."""
    attached = tuple(
        word(one.get("name"), 200) or "picture"
        for one in attachments
        if word(one.get("contentType")).startswith("image/")
        or (
            one.get("contentType") == _FILE
            and word(one.get("name"), 200).lower().endswith(_PICTURES)
        )
    )
    return attached or ("picture",) * min(shown, _MOST_ATTACHMENTS)


def _list_html(activity: Mapping[str, Any]) -> list[str]:
    written = (
        word(one.get("content"), _LONGEST_HTML)
        for one in _attachments(activity)
        if one.get("contentType") == "text/html"
    )
    return [html for html in written if html.strip()]


def _read_words(activity: Mapping[str, Any]) -> str:
    """Read the words of a message.

    Where there is HTML it decides, also when it holds no words of the author's: the text beside it
    would repeat the message that is replied to.
    """
    written = _list_html(activity)
    if written:
        found = (read_html(html).strip("\n") for html in written)
        return next((words for words in found if words.strip()), "")
    own_name = word(mapping(activity.get("recipient")).get("name"))
    return read_plain(word(activity.get("text"), _LONGEST), own_name)

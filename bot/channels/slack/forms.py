"""Forms as Slack's modals: shown by a trigger that lives three seconds, read when submitted."""

import json
from collections.abc import Mapping
from typing import Any

from bot.channels.payload import mapping, word
from bot.channels.slack.colleagues import Colleague
from bot.channels.slack.incoming import Heard, Place
from bot.channels.slack.ingress import CHANNEL, name_installation, name_person
from bot.channels.slack.render import plain_text
from bot.core.message import Choice, Form, Incoming, Message
from bot.core.model import LANGUAGES

_BLOCK, _FIELD = "words", "words"
_LONGEST_TITLE = 24
_LONGEST_LABEL, _LONGEST_HINT = 150, 150
_LONGEST_WORDS = 3_000  # what a field may hold; a longer draft is sent as a message


def find_form(message: Message) -> Form | None:
    """Give the form of a message, if it has one that a modal can hold."""
    form = next((part for part in message.parts if isinstance(part, Form)), None)
    return form if form is None or len(form.text) <= _LONGEST_WORDS else None


def render_form(form: Form, message: Message, place: Place) -> dict[str, Any]:
    """Give the modal of a form; it carries what its submission must tell."""
    told = {
        "action": form.choice.action,
        "value": form.choice.value,
        "language": message.language,
        "place": place.as_mapping(),
    }
    return {
        "type": "modal",
        "callback_id": "form",
        "private_metadata": json.dumps(told),
        "title": plain_text(form.title, _LONGEST_TITLE),
        "submit": plain_text(form.choice.label, _LONGEST_TITLE),
        "blocks": [
            {
                "type": "input",
                "block_id": _BLOCK,
                "label": plain_text(form.label, _LONGEST_LABEL),
                "element": {
                    "type": "plain_text_input",
                    "action_id": _FIELD,
                    "multiline": True,
                    "max_length": _LONGEST_WORDS,
                    "placeholder": plain_text(form.hint, _LONGEST_HINT),
                    **({"initial_value": form.text} if form.text else {}),
                },
            }
        ],
    }


def read_form(payload: Mapping[str, Any], colleague: Colleague) -> Heard | None:
    """Read what somebody wrote into one of our forms."""
    view = mapping(payload.get("view"))
    try:
        told = mapping(json.loads(word(view.get("private_metadata"), 3_000)))
    except ValueError:
        return None
    values = mapping(mapping(view.get("state")).get("values"))
    written = mapping(mapping(values.get(_BLOCK)).get(_FIELD)).get("value")
    known = mapping(told.get("place"))
    place = Place(name_installation(payload), word(known.get("channel")), word(known.get("thread")))
    user = word(mapping(payload.get("user")).get("id"))
    if not place.channel or not user:
        return None
    incoming = Incoming(
        name_person(payload),
        place.conversation,
        text=word(written, _LONGEST_WORDS),
        choice=Choice("", word(told.get("action")), word(told.get("value"))),
        language=next((known for known in LANGUAGES if known == told.get("language")), None),
        channel=CHANNEL,
        place=place.as_mapping(),
        home=place.find_home(user),
        name=colleague.name,
    )
    return Heard(incoming, place)

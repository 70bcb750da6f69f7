"""Answer what Teams wants answered at once: a press on a card, our command on a message, a window.

An invoke that we do not know gets 501: Microsoft's own handlers answer so, and Teams says that it
is not supported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.channels.door import TakesIn
from bot.channels.locale import choose_language
from bot.channels.payload import mapping
from bot.channels.teams.choices import VERB
from bot.channels.teams.dialogs import open_window
from bot.channels.teams.incoming import read_locale, read_others_message, read_press
from bot.channels.teams.ingress import Answer, make_arrival
from bot.channels.teams.render import render_message
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.coaching.replies import compose_picture_checklist, say
from bot.core.coaching.wording import WORDINGS
from bot.core.conversation import Conversation
from bot.core.message import Choices, FindingPart, Form, Incoming, Message, Part, Section

_MESSAGE = "application/vnd.microsoft.activity.message"
_MAY_I_LIKE = "may-i-like"  # as the manifest names it
_ERROR = "application/vnd.microsoft.error"


@dataclass(frozen=True)
class TeamsInvokes:
    """Takes presses in, to be answered like a message; answers a command in its own window."""

    conversation: Conversation
    intake: TakesIn

    async def answer(self, activity: Mapping[str, Any]) -> Answer:
        """Answer an invoke.

        Raises:
            StorageError: a press is not on disk; Teams says that it failed.
        """
        match activity.get("name"):
            case "adaptiveCard/action":
                return await self._take_press(activity)
            case "composeExtension/fetchTask" | "composeExtension/submitAction":
                return await self._judge_message(activity)
            case "task/fetch":
                return _open_window(activity)
            case "task/submit":
                return await self._take_submission(activity)
            case _:
                return 501, None

    async def _take_press(self, activity: Mapping[str, Any]) -> Answer:
        press = read_press(activity)
        verb = mapping(mapping(activity.get("value")).get("action")).get("verb")
        if press is None or verb != VERB:
            error = {"code": "BadRequest", "message": _say_unknown(activity)}
            return 200, {"statusCode": 400, "type": _ERROR, "value": error}
        await self.intake.take(make_arrival(activity))
        wording = TEAMS_WORDINGS[press.incoming.language or "en"]
        return 200, {"statusCode": 200, "type": _MESSAGE, "value": wording.received}

    async def _take_submission(self, activity: Mapping[str, Any]) -> Answer:
        """Take in what was written in a window, like a press on a card."""
        press = read_press(activity)
        if press is None:
            return _show(_say_unknown(activity))
        await self.intake.take(make_arrival(activity))
        return _show(TEAMS_WORDINGS[press.incoming.language or "en"].received)

    async def _judge_message(self, activity: Mapping[str, Any]) -> Answer:
        """Answer “may I like or share this?” where only whoever asked can read it."""
        incoming = read_others_message(activity).incoming
        if mapping(activity.get("value")).get("commandId") != _MAY_I_LIKE:
            return _show(_say_unknown(activity))
        if incoming.text.strip():
            whole = _join_messages(await self.conversation.judge_post(incoming))
        else:
            whole = _answer_wordless(incoming)
        card = render_message(whole)[0]["attachments"][0]
        wording = TEAMS_WORDINGS[whole.language]
        shown = {"title": wording.title, "width": "medium", "height": "medium"}
        return 200, {"task": {"type": "continue", "value": {**shown, "card": card}}}


def _open_window(activity: Mapping[str, Any]) -> Answer:
    window = open_window(activity.get("value"))
    if window is None:
        return _show(_say_unknown(activity))
    return 200, {"task": {"type": "continue", "value": window}}


def _show(sentence: str) -> Answer:
    """Show a sentence in the window."""
    return 200, {"task": {"type": "message", "value": sentence}}


def _say_unknown(activity: Mapping[str, Any]) -> str:
    return TEAMS_WORDINGS[choose_language(read_locale(activity), "") or "en"].unknown


def _answer_wordless(incoming: Incoming) -> Message:
    """Answer about a message without words: what to look at in a picture, or where to put words."""
    language = incoming.language or "en"
    if incoming.pictures:
        return compose_picture_checklist(WORDINGS[language], language)
    return say("wordless", TEAMS_WORDINGS[language].wordless, language)


def _join_messages(messages: Sequence[Message]) -> Message:
    """Make one message without buttons, whose answers could land where others read."""
    parts = tuple(part for message in messages for part in _quieten(message.parts))
    return replace(messages[0], parts=parts)


def _quieten(parts: Sequence[Part]) -> Sequence[Part]:
    found: list[Part] = []
    for part in parts:
        match part:
            case Choices() | Form():
                continue
            case FindingPart():
                found.append(replace(part, choices=()))
            case Section(parts=inner):
                found.append(replace(part, parts=tuple(_quieten(inner))))
            case _:
                found.append(part)
    return found

"""Teams' activities as conversations: which activity means what, and what it is answered with."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.channels.payload import mapping
from bot.channels.replying import (
    Answer,
    answer_follow_up,
    complete_alone,
    compose_answers,
    showing,
)
from bot.channels.shared_files import DOCUMENTS, TABLES, Read, Unread, read_file, read_files
from bot.channels.teams.courier import TeamsCourier
from bot.channels.teams.incoming import (
    Heard,
    Place,
    SharedFile,
    is_mentioned,
    is_personal,
    list_documents,
    read_message,
    read_place,
    read_press,
)
from bot.channels.teams.ingress import is_rewritten, name_person
from bot.channels.teams.naming import CHANNEL
from bot.channels.teams.render import render_message
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.apologies import apologise
from bot.core.coaching.replies import say
from bot.core.conversation import Conversation
from bot.core.deliveries import Answered, Arrival, Delivery, InDoubt, Outcome, ShowPosts
from bot.core.message import Message

_TYPING_SECONDS = 1.0  # so long an answer waits for the sign that we work on it
Activity = Mapping[str, Any]


@dataclass(frozen=True)
class TeamsMessenger:
    """Answers what arrived from Teams, and delivers to it; one organisation's conversations.

    Args:
        conversation: Answers.
        courier: Delivers.
        read_document: Reads a file by its name; raises DraftUnreadableError.
        desk: The channel of the comms team, where people who are no chat of ours may press.
    """

    conversation: Conversation
    courier: TeamsCourier
    read_document: Callable[[str, bytes], str]
    desk: str = ""

    async def answer(self, arrival: Arrival) -> Answered:
        """Answer an activity; nothing where none is called for."""
        activity: Activity = json.loads(arrival.payload)
        if not arrival.person.rpartition(":")[2]:
            return Answered()  # of nobody
        place = read_place(activity)
        await self.courier.places.note_service(place.tenant, place.service)
        if activity.get("type") in ("installationUpdate", "conversationUpdate"):
            return self._compose(arrival, place, await self._notice_membership(activity))
        if is_personal(activity):
            await self.courier.places.note_return(arrival.person)
        press = read_press(activity)
        if press is not None:
            answers = await self.conversation.answer(press.incoming) if self._may(activity) else []
            return self._compose(arrival, place, answers, press.pressed)
        if is_rewritten(activity):  # the next version of a draft; where others read there is none
            heard_again = await self._hear_message(activity) if is_personal(activity) else []
            return self._compose(arrival, place, heard_again)
        if activity.get("type") != "message":
            return Answered()
        if not is_personal(activity):
            if not is_mentioned(activity):
                return Answered()
            return self._compose(arrival, place, [_say_elsewhere(read_message(activity))])
        return self._compose(arrival, place, await self._hear_message(activity))

    async def answer_follow_up(self, arrival: Arrival, show: ShowPosts) -> Answered:
        """Answer what followed a message of ours, in its place."""
        return await answer_follow_up(self.conversation, self.render, arrival, show)

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        """Say where the answer would have stood that there is none."""
        if arrival.follows:
            return await complete_alone(self.conversation, self.render, arrival)
        activity: Activity = json.loads(arrival.payload)
        heard = read_press(activity) or read_message(activity)
        message = apologise(reference, heard.incoming.language or "en")
        return self._compose(arrival, heard.place, [message]).deliveries

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Post once."""
        return await self.courier.deliver(delivery)

    async def look_up(self, delivery: Delivery) -> Outcome:  # noqa: ARG002 - of the port
        """Say that nobody can tell: Teams has no way to look a post up."""
        return InDoubt("teams cannot be asked", None)

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        """Put a card in the place of another of ours, or take that back."""
        return await self.courier.change(delivery, receipt)

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        """Render a message for a place; one delivery a card."""
        return [
            Delivery(f"{key}/{number}", CHANNEL, person, place, activity)
            for number, activity in enumerate(render_message(message))
        ]

    def _compose(
        self, arrival: Arrival, place: Place, messages: Sequence[Message], pressed: str = ""
    ) -> Answered:
        answers = [Answer(place.as_mapping(), message, pressed) for message in messages]
        return compose_answers(self.render, arrival, answers)

    def _may(self, activity: Activity) -> bool:
        """Say whether a press belongs here: what it is answered with could be read by others."""
        conversation = read_place(activity).conversation.partition(";")[0]
        return is_personal(activity) or bool(self.desk and conversation == self.desk)

    async def _notice_membership(self, activity: Activity) -> list[Message]:
        """Greet whoever installed us, once; note who removed us."""
        person = name_person(activity)
        if _is_departure(activity):
            if is_personal(activity):
                await self.courier.places.note_removal(person)
            return []
        if not is_personal(activity) or not _is_arrival(activity):
            return []
        await self.courier.places.note_return(person)
        return await self.conversation.welcome(read_message(activity).incoming)

    async def _hear_message(self, activity: Activity) -> list[Message]:
        heard = read_message(activity)
        async with showing(self.courier.show_typing(heard.place), _TYPING_SECONDS):
            files = list_documents(activity)
            refusals, incoming = await read_files(heard.incoming, files, self._read_file)
            if incoming is None:
                return refusals
            return [*refusals, *await self.conversation.answer(incoming)]

    async def _read_file(self, file: SharedFile) -> Read:
        """Read a file that somebody sent."""
        if not file.name.lower().endswith((*DOCUMENTS, *TABLES)):
            return Unread()
        return await read_file(
            file.name, partial(self.courier.fetch_file, file.address), self.read_document
        )


def _is_arrival(activity: Activity) -> bool:
    """Say whether somebody came in: the app installed, or we among the new members."""
    if activity.get("type") == "installationUpdate":
        return activity.get("action") in ("add", "add-upgrade")
    return _is_among(activity, "membersAdded")


def _is_departure(activity: Activity) -> bool:
    """Say whether somebody let us go: the app removed, or we among the members who left."""
    if activity.get("type") == "installationUpdate":
        return activity.get("action") in ("remove", "remove-upgrade")
    return _is_among(activity, "membersRemoved")


def _is_among(activity: Activity, name: str) -> bool:
    """Say whether we are among the members of an activity."""
    own = mapping(activity.get("recipient")).get("id")
    members = activity.get(name)
    if not own or not isinstance(members, list):
        return False
    return any(mapping(one).get("id") == own for one in members)


def _say_elsewhere(heard: Heard) -> Message:
    """Say to whoever writes to us where others read that we answer in their own chat."""
    language = heard.incoming.language or "en"
    return say("elsewhere", TEAMS_WORDINGS[language].elsewhere, language)

"""Slack's events as conversations: which event means what, and what it is answered with.

Bolt finds the listener for a payload out of the inbox. Nothing is acknowledged here (the ingress
did that) and nothing runs in Bolt's background: a listener is done when its dispatch is.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from slack_bolt.async_app import AsyncApp, AsyncBoltContext, AsyncBoltRequest

from bot.channels.locale import choose_language
from bot.channels.payload import mapping, word
from bot.channels.replying import (
    Answer,
    answer_follow_up,
    complete_alone,
    compose_answers,
    compose_deliveries,
    showing,
)
from bot.channels.shared_files import Read, Unread, read_file, read_files
from bot.channels.slack.colleagues import Colleague
from bot.channels.slack.courier import HOME, SlackCourier
from bot.channels.slack.forms import find_form, read_form, render_form
from bot.channels.slack.home import render_home
from bot.channels.slack.incoming import (
    Heard,
    SharedFile,
    find_written,
    hear_directly,
    list_documents,
    plain_words,
    read_choice,
    read_message,
    read_others_message,
)
from bot.channels.slack.ingress import CHANNEL, name_installation, name_person
from bot.channels.slack.listeners import Listeners, Payload, build_app, is_whole
from bot.channels.slack.pointing import point_home
from bot.channels.slack.render import render_message
from bot.channels.slack.wording import SLACK_WORDINGS
from bot.core.apologies import apologise
from bot.core.coaching.replies import compose_picture_checklist, say
from bot.core.coaching.wording import WORDINGS
from bot.core.conversation import Conversation
from bot.core.deliveries import Answered, Arrival, Delivered, Delivery, Outcome, ShowPosts
from bot.core.message import Incoming, Message

# in the context of one dispatch: what its listener answers, and the Home tab that it shows
_ANSWERS, _HOMES = "jourfix_answers", "jourfix_homes"
_STATUS_SECONDS = 3.0  # so long an answer waits for the status line before it
_LONGEST_DRAFT = 40_000


@dataclass
class SlackMessenger:
    """Answers what arrived from Slack, and delivers to it; one organisation's conversations."""

    conversation: Conversation
    courier: SlackCourier
    read_document: Callable[[str, bytes], str]
    _app: AsyncApp = field(init=False)

    def __post_init__(self) -> None:
        self._app = build_app(
            Listeners(
                self.hear_message,
                self.hear_choice,
                self.hear_form,
                self.hear_command,
                self.hear_shortcut,
                self.show_home,
                self.forget_workspace,
            )
        )

    async def answer(self, arrival: Arrival) -> Answered:
        """Answer an event, an interaction or a command; nothing where none is called for."""
        payload = json.loads(arrival.payload)
        if not is_whole(payload):
            return Answered()
        answers: list[Answer] = []
        homes: list[Mapping[str, object]] = []
        context = {_ANSWERS: answers, _HOMES: homes}
        request = AsyncBoltRequest(body=payload, context=context, mode="socket_mode")
        await self._app.async_dispatch(request)
        answered = compose_answers(self.render, arrival, answers)
        shown = [_deliver_home(arrival, payload, view) for view in homes]
        return replace(answered, deliveries=[*answered.deliveries, *shown])

    async def answer_follow_up(self, arrival: Arrival, show: ShowPosts) -> Answered:
        """Answer what followed a message of ours, in its place."""
        return await answer_follow_up(self.conversation, self.render, arrival, show)

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        """Say where the answer would have stood that there is none."""
        if arrival.follows:
            return await complete_alone(self.conversation, self.render, arrival)
        payload = json.loads(arrival.payload)
        heard = _hear_anything(payload)
        if heard is None:
            return []
        message = apologise(reference, heard.incoming.language or "en")
        answers = [Answer(heard.place.as_mapping(), message)]
        return compose_deliveries(self.render, arrival, answers)

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Post once."""
        return await self.courier.deliver(delivery)

    async def look_up(self, delivery: Delivery) -> Outcome:
        """Look for a post whose answer was lost."""
        return await self.courier.look_up(delivery)

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        """Put a post in the place of another of ours, or take that back."""
        return await self.courier.change(delivery, receipt)

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        """Render a message for a place; one delivery a post."""
        return [
            Delivery(f"{key}/{number}", CHANNEL, person, place, post)
            for number, post in enumerate(render_message(message))
        ]

    async def hear_message(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Answer what somebody wrote to us."""
        heard = read_message(payload, await self._find_colleague(payload))
        if heard is None:
            return
        place = heard.place
        reading = SLACK_WORDINGS[heard.incoming.language or "en"].reading
        status = self.courier.show_status(place.team, place.channel, place.thread, reading)
        async with showing(status, _STATUS_SECONDS):
            read = partial(self._read_file, place.team)
            refusals, incoming = await read_files(heard.incoming, list_documents(payload), read)
            context[_ANSWERS] += [Answer(place.as_mapping(), refusal) for refusal in refusals]
            if incoming is not None:
                await self._converse(replace(heard, incoming=incoming), context)

    async def hear_choice(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Answer the press of a button."""
        heard = read_choice(payload, await self._find_colleague(payload))
        if heard is not None:
            await self._converse(heard, context, word(payload.get("trigger_id")))

    async def hear_command(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Answer `/jourfix ...`, in the person's own conversation with us."""
        written = plain_words(word(payload.get("text"), _LONGEST_DRAFT)).strip()
        first, _, rest = written.partition(" ")
        text = (rest.strip() if first.lower() == "review" else written) or "help"
        colleague = await self._find_colleague(payload)
        user, language = word(payload.get("user_id")), choose_language(colleague.locale, text)
        heard = hear_directly(payload, user, text, language)
        await self._converse(heard, context)
        await self._point(payload, heard, word(payload.get("channel_id")))

    async def hear_shortcut(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Answer “may I like or share this?” about a message somebody chose."""
        heard = read_others_message(payload, await self._find_colleague(payload))
        if heard.incoming.text.strip():
            await self._converse(heard, context)
        else:
            answer = _answer_wordless(heard.incoming)
            context[_ANSWERS].append(Answer(heard.place.as_mapping(), answer))
        await self._point(payload, heard, word(mapping(payload.get("channel")).get("id")))

    async def show_home(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Show the Home tab to whoever opens it; in the conversation, suggest how to begin."""
        event = mapping(payload.get("event"))
        user, team = word(event.get("user")), name_installation(payload)
        colleague = await self.courier.find_colleague(team, user)
        language = choose_language(colleague.locale, "")
        if event.get("tab") == "messages":
            wording, channel = SLACK_WORDINGS[language or "en"], word(event.get("channel"))
            await self.courier.suggest_prompts(team, channel, wording.begin, wording.prompts)
        if event.get("tab") != "home":
            return
        messages = await self.conversation.show_home(name_person(payload), language)
        context[_HOMES].append(render_home(messages))

    async def forget_workspace(self, payload: Payload, _context: AsyncBoltContext) -> None:
        """Drop the token of a workspace that removed us; what is kept stays until its time."""
        event = mapping(payload.get("event"))
        revoked = mapping(event.get("tokens")).get("bot")
        if event.get("type") == "app_uninstalled" or revoked:
            told = payload.get("event_time")
            moment = float(told) if isinstance(told, int) else math.inf
            await self.courier.tokens.leave(name_installation(payload), moment)

    async def hear_form(self, payload: Payload, context: AsyncBoltContext) -> None:
        """Answer what somebody wrote into a form."""
        heard = read_form(payload, await self._find_colleague(payload))
        if heard is not None:
            await self._converse(heard, context)

    async def _converse(self, heard: Heard, context: AsyncBoltContext, trigger: str = "") -> None:
        answers = context[_ANSWERS]
        for message in await self.conversation.answer(heard.incoming):
            form = find_form(message)
            if form is None or not trigger:
                answers.append(Answer(heard.place.as_mapping(), message, heard.pressed))
                continue
            view = render_form(form, message, heard.place)
            opened = await self.courier.open_form(heard.place.team, trigger, view)
            if not isinstance(opened, Delivered):  # mostly because its three seconds were over
                late = say("form-late", SLACK_WORDINGS[message.language].late, message.language)
                answers.append(Answer(heard.place.as_mapping(), late))

    async def _point(self, payload: Payload, heard: Heard, where: str) -> None:
        """Say where something was asked that its answer stands in the own conversation.

        Nobody else sees that; nothing depends on it.
        """
        team, user = heard.place.team, heard.place.channel
        if not where or where == await self.courier.find_room(team, user):
            return
        language = heard.incoming.language or "en"
        text = point_home(payload, SLACK_WORDINGS[language])
        await self.courier.tell_alone(word(payload.get("response_url"), 1_000), text)

    async def _find_colleague(self, payload: Payload) -> Colleague:
        event = find_written(payload)
        user = event.get("user") or mapping(payload.get("user")).get("id") or payload.get("user_id")
        if not isinstance(user, str):
            return Colleague()
        return await self.courier.find_colleague(name_installation(payload), word(user))

    async def _read_file(self, team: str, file: SharedFile | None) -> Read:
        """Read a file that somebody sent."""
        if file is None:
            return Unread()

        async def fetch(most: int) -> bytes | None:
            return await self.courier.fetch_file(team, file.address, most)

        return await read_file(file.name, fetch, self.read_document)


def _deliver_home(arrival: Arrival, payload: Payload, view: Mapping[str, object]) -> Delivery:
    """Make the delivery of a Home tab; like any other it is tried again when it fails."""
    user = word(mapping(payload.get("event")).get("user"))
    place = {"team": name_installation(payload), "channel": user, "thread": "", "shown": HOME}
    return Delivery(f"{arrival.key}/home", CHANNEL, arrival.person, place, view)


def _hear_anything(payload: Payload) -> Heard | None:
    """Hear whatever somebody did, to tell them that its answer failed."""
    nobody = Colleague()
    heard = read_message(payload, nobody) or read_choice(payload, nobody)
    if heard is None and payload.get("type") == "view_submission":
        return read_form(payload, nobody)
    if heard is None and payload.get("type") == "message_action":
        return read_others_message(payload, nobody)
    if heard is None and payload.get("command"):
        return hear_directly(payload, word(payload.get("user_id")), "", None)
    return heard


def _answer_wordless(incoming: Incoming) -> Message:
    """Answer about a message without words: what to look at in a picture, or where to put words."""
    language = incoming.language or "en"
    if incoming.pictures:
        return compose_picture_checklist(WORDINGS[language], language)
    return say("wordless", SLACK_WORDINGS[language].wordless, language)

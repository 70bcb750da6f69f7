"""Slack's events as conversations: which event means what, and what it is answered with.

Bolt finds the listener for a payload out of the inbox. Nothing is acknowledged here (the ingress
did that) and nothing runs in Bolt's background: a listener is done when its dispatch is.
"""

import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult

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
from bot.channels.slack.courier import Colleague, SlackCourier
from bot.channels.slack.forms import find_form, read_form, render_form
from bot.channels.slack.home import render_home
from bot.channels.slack.incoming import (
    CHOICE,
    Heard,
    SharedFile,
    find_written,
    hear_directly,
    list_documents,
    plain_words,
    read_choice,
    read_message,
)
from bot.channels.slack.ingress import CHANNEL, name_installation, name_person
from bot.channels.slack.render import render_message
from bot.channels.slack.wording import SLACK_WORDINGS
from bot.core.apologies import apologise
from bot.core.conversation import Conversation
from bot.core.deliveries import Answered, Arrival, Delivery, Outcome
from bot.core.message import Message

_ANSWERS = "jourfix_answers"  # in the context of one dispatch: what its listener answers
_STATUS_SECONDS = 3.0  # so long an answer waits for the status line before it
_LONGEST_DRAFT = 40_000
# Bolt warns at length of every event that has no listener; what fails is raised, not logged.
_quiet = logging.getLogger("bot.channels.slack.bolt")
_quiet.setLevel(logging.ERROR)

_Payload = Mapping[str, Any]
_Hear = Callable[[_Payload, AsyncBoltContext], Awaitable[None]]
_Register = Callable[..., Any]


@dataclass
class SlackMessenger:
    """Answers what arrived from Slack, and delivers to it; one organisation's conversations."""

    conversation: Conversation
    courier: SlackCourier
    read_document: Callable[[str, bytes], str]
    _app: AsyncApp = field(init=False)

    def __post_init__(self) -> None:
        self._app = _build_app(self)

    async def answer(self, arrival: Arrival) -> Answered:
        """Answer an event, an interaction or a command; nothing where none is called for."""
        if arrival.follows:
            return await answer_follow_up(self.conversation, self.render, arrival)
        answers: list[Answer] = []
        request = AsyncBoltRequest(
            body=json.loads(arrival.payload), context={_ANSWERS: answers}, mode="socket_mode"
        )
        await self._app.async_dispatch(request)
        return compose_answers(self.render, arrival, answers)

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        """Say where the answer would have stood that there is none."""
        if arrival.follows:
            return await complete_alone(self.conversation, self.render, arrival)
        payload = json.loads(arrival.payload)
        nobody = Colleague()
        heard = read_message(payload, nobody) or read_choice(payload, nobody)
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

    async def hear_message(self, payload: _Payload, context: AsyncBoltContext) -> None:
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

    async def hear_choice(self, payload: _Payload, context: AsyncBoltContext) -> None:
        """Answer the press of a button."""
        heard = read_choice(payload, await self._find_colleague(payload))
        if heard is not None:
            await self._converse(heard, context, word(payload.get("trigger_id")))

    async def hear_command(self, payload: _Payload, context: AsyncBoltContext) -> None:
        """Answer `/jourfix ...`, in the person's own conversation with us."""
        written = plain_words(word(payload.get("text"), _LONGEST_DRAFT)).strip()
        first, _, rest = written.partition(" ")
        text = (rest.strip() if first.lower() == "review" else written) or "help"
        colleague = await self._find_colleague(payload)
        user, language = word(payload.get("user_id")), choose_language(colleague.locale, text)
        await self._converse(hear_directly(payload, user, text, language), context)

    async def hear_shortcut(self, payload: _Payload, context: AsyncBoltContext) -> None:
        """Answer “may I like or share this?” about a message somebody chose."""
        text = plain_words(word(mapping(payload.get("message")).get("text"), _LONGEST_DRAFT))
        colleague = await self._find_colleague(payload)
        user = word(mapping(payload.get("user")).get("id"))
        heard = hear_directly(payload, user, text, choose_language(colleague.locale, ""))
        asked = replace(heard.incoming, is_others_post=True)
        await self._converse(replace(heard, incoming=asked), context)

    async def show_home(self, payload: _Payload, _context: AsyncBoltContext) -> None:
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
        await self.courier.publish_home(team, user, render_home(messages))

    async def forget_workspace(self, payload: _Payload, _context: AsyncBoltContext) -> None:
        """Drop the token of a workspace that removed us; what is kept stays until its time."""
        event = mapping(payload.get("event"))
        revoked = mapping(event.get("tokens")).get("bot")
        if event.get("type") == "app_uninstalled" or revoked:
            await self.courier.tokens.drop_token(name_installation(payload))

    async def hear_form(self, payload: _Payload, context: AsyncBoltContext) -> None:
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
            else:
                view = render_form(form, message, heard.place)
                await self.courier.open_form(heard.place.team, trigger, view)

    async def _find_colleague(self, payload: _Payload) -> Colleague:
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


def _build_app(messenger: SlackMessenger) -> AsyncApp:
    """Build the Bolt app that finds the listener of a payload."""

    async def authorize(
        enterprise_id: str | None, team_id: str | None, **_rest: object
    ) -> AuthorizeResult:
        # Who may speak to us was settled by the signature; tokens are the courier's.
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token="-")  # noqa: S106

    app = AsyncApp(
        authorize=authorize,
        request_verification_enabled=False,  # the ingress did, over the raw bytes
        process_before_response=True,  # nothing goes on in the background
        ssl_check_enabled=False,
        url_verification_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        logger=_quiet,
    )

    async def raise_on(error: Exception) -> None:
        raise error  # the worker apologises and logs; Bolt's own log would quote

    app.error(raise_on)

    def listen(register: _Register, hear: _Hear) -> None:
        async def listener(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
            await ack()
            await hear(body, context)

        register(listener)

    every = re.compile(".*", re.DOTALL)
    listen(app.event("message"), messenger.hear_message)
    listen(app.event("app_home_opened"), messenger.show_home)
    listen(app.event("app_uninstalled"), messenger.forget_workspace)
    listen(app.event("tokens_revoked"), messenger.forget_workspace)
    listen(app.action(re.compile(rf"{CHOICE}\..*")), messenger.hear_choice)
    listen(app.view(every), messenger.hear_form)
    listen(app.command(every), messenger.hear_command)
    listen(app.message_shortcut(every), messenger.hear_shortcut)
    return app

"""The Bolt app that finds the listener of a payload. Nothing is acknowledged or authorised here.

The ingress did both. Bolt would warn at length of every event that has no listener; what fails is
raised, not logged.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult

from bot.channels.payload import mapping
from bot.channels.slack.incoming import CHOICE

Payload = Mapping[str, Any]
Hear = Callable[[Payload, AsyncBoltContext], Awaitable[None]]
_quiet = logging.getLogger("bot.channels.slack.bolt")
_quiet.setLevel(logging.ERROR)


@dataclass(frozen=True)
class Listeners:
    """Who hears what."""

    message: Hear
    choice: Hear
    form: Hear
    command: Hear
    shortcut: Hear
    home: Hear
    removal: Hear


def build_app(listeners: Listeners) -> AsyncApp:
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

    def listen(register: Callable[..., Any], hear: Hear) -> None:
        async def listener(ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext) -> None:
            await ack()
            await hear(body, context)

        register(listener)

    every = re.compile(".*", re.DOTALL)
    listen(app.event("message"), listeners.message)
    listen(app.event("app_home_opened"), listeners.home)
    listen(app.event("app_uninstalled"), listeners.removal)
    listen(app.event("tokens_revoked"), listeners.removal)
    listen(app.action(re.compile(rf"{CHOICE}\..*")), listeners.choice)
    listen(app.view_submission(every), listeners.form)
    listen(app.command(every), listeners.command)
    listen(app.message_shortcut(every), listeners.shortcut)
    return app


def is_whole(payload: Payload) -> bool:
    """Say whether a payload has what Bolt takes for granted when it looks for a listener."""
    match payload.get("type"):
        case "event_callback":
            name = mapping(payload.get("event")).get("type")
        case "block_actions":
            actions = payload.get("actions")
            first = actions[0] if isinstance(actions, list) and actions else None
            name = mapping(first).get("action_id")
        case "view_submission" | "view_closed":
            name = mapping(payload.get("view")).get("type")
        case _:
            return True
    return isinstance(name, str)

"""Slack without an open port: a connection of ours to Slack, over which its events come.

The same rule as at the door: an envelope is acknowledged when it is on disk. What was not is sent
again by Slack over the next connection.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.door import TakesIn
from bot.channels.slack.ingress import make_arrival
from bot.core.apologies import name_place
from bot.core.errors import StorageError

_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_log = logging.getLogger(__name__)
_log.setLevel(logging.INFO)  # the SDK's client shares it, and writes whole messages at DEBUG


@dataclass(frozen=True)
class SlackConnection:
    """Takes in what comes over Socket Mode."""

    app_token: str
    address: str
    intake: TakesIn

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Stay connected until the block ends."""
        client = SocketModeClient(
            self.app_token,
            logger=_log,
            web_client=AsyncWebClient(base_url=self.address, retry_handlers=[]),
        )
        client.socket_mode_request_listeners.append(self._take)
        connecting = asyncio.create_task(self._connect(client))
        try:
            yield
        finally:
            connecting.cancel()
            await client.close()  # type: ignore[no-untyped-call] # the SDK gives it no types

    @staticmethod
    async def _connect(client: SocketModeClient) -> None:
        """Connect; the client connects anew by itself once it was connected."""
        pause = _FIRST_PAUSE
        while True:
            try:
                await client.connect()  # type: ignore[no-untyped-call] # nor this
            except Exception as error:  # noqa: BLE001 - whatever it is, Slack may be back in a moment
                # The error's text may hold the address of the connection, which is a secret.
                _log.warning(
                    "Slack cannot be reached yet: %s %s", type(error).__name__, name_place(error)
                )
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                return

    async def _take(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        if request.payload:
            body = json.dumps(request.payload, sort_keys=True).encode("utf-8", "surrogatepass")
            try:
                await self.intake.take(make_arrival(request.payload, body))
            except StorageError as error:
                _log.warning("Slack will send it again: %s", error)
                return
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id))

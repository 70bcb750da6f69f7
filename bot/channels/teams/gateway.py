"""The one place that knows Microsoft's SDK (botbuilder-core 4.17 and what comes with it).

What we rely on, all of it here:

- `botframework.connector.aio.ConnectorClient` and its `conversations`: which addresses and methods
  the Bot Connector has, how ids are quoted in them, which answers mean “done”.
- `BotFrameworkConnectorConfiguration(None, address, pipeline_type=...)`: the SDK sends what it made
  through an object of ours with `async run(request)`.
- `botbuilder.schema.Activity` and `ConversationParameters`, and of msrest that the serialiser
  writes `additional_properties` with an empty key as they are.

What the SDK does badly, and what stands here instead (each was seen in 4.17.1):

- It sends with `requests` in threads, with a new connection a turn and 100 s of patience: here one
  aiohttp session with limits of its own.
- It fetches a new token of its own every turn, on the event loop: see `credentials`.
- It repeats PUT and DELETE by itself, and loses the status of an error that is no JSON: here an
  answer other than “done” never reaches it, and nothing is repeated.
- Its `Entity` drops every field but `type`, its `tenant_id` is misspelt on the wire: an activity
  passes through as the plain JSON that it is.
- Its adapters answer forged tokens with 500 and accept some that they should not: requests to us
  are checked in `tokens`, and neither adapters nor turns are used. Microsoft has ended its support
  for the SDK; to replace it, replace this file.
"""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import aiohttp
from botbuilder.schema import Activity, ConversationParameters
from botframework.connector.aio import ConnectorClient
from botframework.connector.aio.operations_async import ConversationsOperations
from botframework.connector.bot_framework_sdk_client_async import BotFrameworkConnectorConfiguration
from msrest.pipeline import Request, Response
from msrest.pipeline.universal import RawDeserializer
from msrest.serialization import Model
from msrest.universal_http import ClientRequest
from yarl import URL

from bot.channels.answers import read_at_most
from bot.channels.teams.credentials import Credentials
from bot.channels.teams.failures import Failure, doubt, read_codes, read_failure, read_pause
from bot.channels.teams.limits import Limits
from bot.channels.teams.registration import Registration
from bot.core.deliveries import Delivered, Outcome, Postponed, Refused
from bot.core.ports import Clock

_SECONDS = aiohttp.ClientTimeout(total=15, connect=5)
_CONNECTIONS = 50
_MOST_CLIENTS = 100  # service addresses; Teams has one for each part of the world
_LARGEST_ANSWER = 1_000_000
_ATTACHMENTS = "/v3/attachments/"
_PLAIN: Mapping[str, Mapping[str, str]] = {"additional_properties": {"key": "", "type": "{object}"}}


class _PlainActivity(Activity):  # type: ignore[misc] # the SDK has no types
    """An activity that is written as the JSON that it is."""

    _attribute_map: ClassVar = _PLAIN


class _PlainParameters(ConversationParameters):  # type: ignore[misc] # nor here
    """What opens a conversation, written as the JSON that it is."""

    _attribute_map: ClassVar = _PLAIN


class _FailedError(Exception):
    """An answer other than “done”; on its way through the SDK only."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.status)
        self.failure = failure


class _NoTokenError(Exception):
    """There is no token to send with."""


@dataclass
class _Answer:
    """What the SDK wants to know of an answer."""

    status_code: int
    headers: Mapping[str, str]
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class _Wire:
    """Sends what the SDK made: the last piece of its pipeline, and the only one."""

    session: aiohttp.ClientSession
    credentials: Credentials
    clock: Clock

    async def run(
        self, request: ClientRequest, **_config: object
    ) -> "Response[ClientRequest, _Answer]":
        """Send once; anything but “done” ends here."""
        token = await self.credentials.find_token()
        if token is None:
            raise _NoTokenError
        headers = {**request.headers, "Authorization": f"Bearer {token}"}
        # as the SDK quoted it: a second quoting would name another conversation
        address = URL(request.url, encoded=True)
        async with self.session.request(
            request.method, address, data=request.data, headers=headers, allow_redirects=False
        ) as answer:
            content = await read_at_most(answer, _LARGEST_ANSWER)
        said = _read_object(content)
        if not 200 <= answer.status < 300:
            if answer.status == 401:
                self.credentials.drop_token(token)
            pause = read_pause(answer.headers.get("Retry-After", ""), self.clock.now())
            raise _FailedError(Failure(answer.status, read_codes(said), pause))
        done = 200 if answer.status not in (200, 201, 202) else answer.status
        # of what it was given the SDK reads the id alone, and stumbles over one that is none
        named = {"id": said["id"]} if isinstance(said.get("id"), str) else {}
        context = {RawDeserializer.CONTEXT_NAME: named}
        return Response(Request(request), _Answer(done, answer.headers), context)


@dataclass
class TeamsGateway:
    """Sends to Teams. What can be expected to happen is an outcome; no post is made twice here.

    An update or a deletion that meets a connection which Teams has closed is made again at once, by
    aiohttp, on a new one; what changes nothing when repeated may be.
    """

    registration: Registration
    clock: Clock
    limits: Limits = field(default_factory=Limits)
    credentials: Credentials = field(init=False)
    _session: aiohttp.ClientSession | None = None
    _clients: dict[str, ConnectorClient] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.credentials = Credentials(self.registration)

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Hold a session open until the block ends."""
        pool = aiohttp.TCPConnector(limit=_CONNECTIONS)
        async with aiohttp.ClientSession(timeout=_SECONDS, connector=pool) as session:
            self._session = session
            try:
                yield
            finally:
                self._session = None
                self._clients.clear()
                self.credentials.close()

    async def post(
        self,
        service_url: str,
        conversation: str,
        activity: Mapping[str, Any],
        reply_to: str = "",
        tenant: str = "",
    ) -> Outcome:
        """Post an activity, as an answer to another where one is named; `receipt` is its id."""
        written = _PlainActivity(
            additional_properties=self._address(activity, conversation, tenant)
        )
        if reply_to:
            written.additional_properties["replyToId"] = reply_to
        return await self._call(
            service_url,
            (conversation, reply_to),
            tenant,
            lambda to: (
                to.reply_to_activity(conversation, reply_to, written)
                if reply_to
                else to.send_to_conversation(conversation, written)
            ),
        )

    async def update(
        self,
        service_url: str,
        conversation: str,
        activity_id: str,
        activity: Mapping[str, Any],
        tenant: str = "",
    ) -> Outcome:
        """Put an activity in the place of one that we posted."""
        addressed = {**self._address(activity, conversation, tenant), "id": activity_id}
        written = _PlainActivity(additional_properties=addressed)
        return await self._call(
            service_url,
            (conversation, activity_id),
            tenant,
            lambda to: to.update_activity(conversation, activity_id, written),
            is_repeatable=True,
        )

    async def delete(
        self, service_url: str, conversation: str, activity_id: str, tenant: str = ""
    ) -> Outcome:
        """Take back an activity that we posted; one that is gone already is taken back."""
        outcome = await self._call(
            service_url,
            (conversation, activity_id),
            tenant,
            lambda to: to.delete_activity(conversation, activity_id),
            is_repeatable=True,
        )
        is_gone = outcome in (Refused("message_gone"), Refused("gone"))
        return Delivered(activity_id) if is_gone else outcome

    async def open_chat(self, service_url: str, tenant: str, user: str) -> Outcome:
        """Open the chat with a person, or find it again; `receipt` is the conversation's id."""
        asked = {
            "isGroup": False,
            "bot": {"id": self.bot_id},
            "members": [{"id": user}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        written = _PlainParameters(additional_properties=asked)
        return await self._call(
            service_url,
            (f"open {user}", ""),
            tenant,
            lambda to: to.create_conversation(written),
            is_repeatable=True,
        )

    async def fetch_file(self, address: str, most: int) -> bytes | None:
        """Fetch a file or a picture that somebody sent us; None when it cannot be had.

        A pasted picture lies with Teams, which wants our token; a file lies in its owner's
        OneDrive, under an address that needs none. The token goes to Teams' own hosts only, and
        nothing follows a redirect. What is larger comes as `most` bytes and one more.
        """
        cloud = self.registration.cloud
        session = self._session
        headers: dict[str, str] = {}
        if session is None:
            return None
        is_teams = cloud.is_service(address)
        if is_teams and _ATTACHMENTS in address:
            token = await self.credentials.find_token()
            if token is None:
                return None
            headers["Authorization"] = f"Bearer {token}"
        elif not (is_teams or cloud.is_file(address)):
            return None
        try:
            async with session.get(
                URL(address, encoded=True), headers=headers, allow_redirects=False
            ) as answer:
                content = await read_at_most(answer, most)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return None
        return content if answer.status == 200 else None

    @property
    def bot_id(self) -> str:
        """Name the bot as Teams does in conversations."""
        return f"28:{self.registration.app_id}"

    def _address(
        self, activity: Mapping[str, Any], conversation: str, tenant: str
    ) -> dict[str, Any]:
        """Say from whom and where an activity is, where it does not say so itself.

        Without the tenant, Teams refuses some of what nobody asked for.
        """
        place, channel_data = {"id": conversation}, activity.get("channelData")
        whole = {"type": "message", "from": {"id": self.bot_id}, "conversation": place, **activity}
        if tenant:
            place["tenantId"] = tenant
            given = channel_data if isinstance(channel_data, Mapping) else {}
            whole["channelData"] = {"tenant": {"id": tenant}, **given}
        return whole

    async def _call(
        self,
        service_url: str,
        names: tuple[str, str],  # of the conversation, and of the activity in it
        tenant: str,
        send: Callable[[ConversationsOperations], Awaitable[Model]],
        *,
        is_repeatable: bool = False,
    ) -> Outcome:
        """Send once; what fails is an outcome."""
        if not self.registration.cloud.is_service(service_url):
            return Refused("stranger")
        if not names[0] or any(name and not name.strip(".") for name in names):
            return Refused("gone")  # “..” would lead to another address
        wait = self.limits.take(names[0], tenant)
        if wait:
            return Postponed(wait, "ratelimited", is_failure=False)
        try:
            answer = await send(self._find_client(service_url).conversations)
        except _FailedError as error:
            outcome = read_failure(error.failure, is_repeatable=is_repeatable)
            if isinstance(outcome, Postponed) and not outcome.is_failure:
                self.limits.pause(names[0], outcome.seconds)
            return outcome
        except _NoTokenError:
            return Postponed(self.credentials.pause, "no_token")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return Postponed(1.0, "unreachable")  # nothing left this machine
        except (TimeoutError, aiohttp.ClientError, OSError):
            return doubt("the answer was lost", is_repeatable=is_repeatable)
        known = names[1] if is_repeatable else ""
        return Delivered(str(getattr(answer, "id", None) or known))

    def _find_client(self, service_url: str) -> ConnectorClient:
        session = self._session
        if session is None:
            raise RuntimeError("the gateway is not open")
        client = self._clients.get(service_url)
        if client is None:
            if len(self._clients) >= _MOST_CLIENTS:
                self._clients.clear()
            wire = _Wire(session, self.credentials, self.clock)
            # the SDK wants credentials to be there, and then sends through the wire alone
            configuration = BotFrameworkConnectorConfiguration(
                self.credentials, service_url, pipeline_type=lambda _configuration: wire
            )
            client = ConnectorClient(None, custom_configuration=configuration)
            self._clients[service_url] = client
        return client


def _read_object(content: bytes) -> dict[str, Any]:
    """Read a JSON object; an error page, or whatever else there is, says nothing."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}

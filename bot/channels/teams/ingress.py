"""The door for Teams' requests: size, token, then on disk, then 200. Plain ASGI.

Nothing is parsed before the token holds, and nothing is taken before the activity agrees with it.
Teams sends an activity again when it is not answered within 15 seconds, so that what needs work is
only written down here. An invoke is another matter: its answer is the answer to the request. What
could not be written down gets 503. What a person wrote is never logged.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.door import Receive, Scope, Send, TakesIn, read_body, read_headers, send_answer
from bot.channels.teams.naming import CHANNEL
from bot.channels.teams.tokens import Guard, Rejection, list_tenants
from bot.core.apologies import name_place
from bot.core.deliveries import Arrival
from bot.core.errors import StorageError
from bot.core.ports import Clock

# What somebody answers later; every other type is acknowledged and forgotten, also those that
# Microsoft has yet to invent.
KEPT = frozenset({"message", "messageUpdate", "conversationUpdate", "installationUpdate"})
REWRITTEN = frozenset({"editMessage", "undeleteMessage"})  # a message is there in a new version
_LARGEST_BODY = 256_000  # bytes; a message has at most about 100 KB
_INVOKE_SECONDS = 8.0  # Teams waits ten
_JSON = b"application/json; charset=utf-8"
_log = logging.getLogger(__name__)

Answer = tuple[int, Mapping[str, Any] | None]
AnswerInvoke = Callable[[Mapping[str, Any]], Awaitable[Answer]]


@dataclass(frozen=True)
class TeamsIngress:
    """An ASGI application for the one address that Teams knows.

    Args:
        guard: Says whether a request is Teams'.
        intake: Writes down what is answered later.
        answer_invoke: Answers a press on a card or a command on a message, at once; it is
            cancelled when its time is over.
        clock: Tells the time.
        invoke_seconds: How long an invoke may take.
    """

    guard: Guard
    intake: TakesIn
    answer_invoke: AnswerInvoke
    clock: Clock
    invoke_seconds: float = _INVOKE_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        status, body = await self._answer(scope, receive)
        content = json.dumps(body if body is not None else {}).encode()
        await send_answer(send, status, content, _JSON)

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        if scope["method"] != "POST":
            return 405, None
        headers = read_headers(scope)
        body = await read_body(receive, headers.get(b"content-length", b""), _LARGEST_BODY)
        if body is None:
            return 413, None
        if sum(name.lower() == b"authorization" for name, _value in scope["headers"]) > 1:
            return _refuse(Rejection(401, "there are several tokens"))
        authorization = headers.get(b"authorization", b"").decode("latin-1")
        claims = await self.guard.check_token(authorization, self.clock.now())
        if isinstance(claims, Rejection):
            return _refuse(claims)
        activity = read_activity(body, headers.get(b"content-type", b""))
        if activity is None:
            return 400, None
        rejection = self.guard.check_activity(claims, activity)
        if rejection is not None:
            return _refuse(rejection)
        try:
            return await self._take(activity)
        except StorageError as error:
            _log.warning("Teams will send it again: %s", error)
            return 503, None

    async def _take(self, activity: Mapping[str, Any]) -> Answer:
        kind = activity.get("type")
        if kind == "invoke":
            return await self._invoke(activity)
        is_kept = isinstance(kind, str) and kind in KEPT
        if is_kept and (kind != "messageUpdate" or is_rewritten(activity)):
            await self.intake.take(make_arrival(activity))
        return 200, None

    async def _invoke(self, activity: Mapping[str, Any]) -> Answer:
        try:
            async with asyncio.timeout(self.invoke_seconds):
                return await self.answer_invoke(activity)
        except TimeoutError:
            _log.warning("an invoke took longer than Teams waits")
            return 504, None
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - the channel's entry: Teams says that it failed
            # the error's own text could quote a draft
            _log.error("an invoke failed: %s %s", type(error).__name__, name_place(error))
            return 500, None


def _refuse(rejection: Rejection) -> Answer:
    _log.info("a request was refused: %s", rejection.reason)
    return rejection.status, None


def read_activity(body: bytes, content_type: bytes) -> dict[str, Any] | None:
    """Read an activity; None for what is none."""
    if content_type.partition(b";")[0].strip().lower() != b"application/json":
        return None
    try:
        activity = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return activity if isinstance(activity, dict) else None


def is_rewritten(activity: Mapping[str, Any]) -> bool:
    """Say whether an activity brings a message in a new version, or back."""
    is_update = activity.get("type") == "messageUpdate"
    return is_update and _find(activity, "channelData", "eventType") in REWRITTEN


def make_arrival(activity: Mapping[str, Any]) -> Arrival:
    """Make an arrival, named by its conversation and its id in it.

    Of a message that was changed Teams tells under the same id: there the type belongs to the name,
    and the change with its moment.
    """
    # ASCII keeps lone surrogates, which a draft may hold, as they came
    payload = json.dumps(activity)
    named = [activity.get("type"), _find(activity, "conversation", "id"), activity.get("id")]
    if activity.get("type") == "messageUpdate":
        told = ("timestamp", "text", "attachments", "channelData")
        named += [activity.get(one) for one in told]
    name = json.dumps(named) if named[2] else payload
    key = hashlib.sha256(name.encode()).hexdigest()
    return Arrival(key, CHANNEL, name_person(activity), payload)


def name_person(activity: Mapping[str, Any]) -> str:
    """Name the person of an activity: tenant and user, the user by the directory's id if it can be.

    The id that only Teams knows a person by differs from bot to bot.
    """
    tenant = min(list_tenants(activity), default="")
    user = _find(activity, "from", "aadObjectId") or _find(activity, "from", "id")
    return f"{CHANNEL}:{tenant[:40]}:{user[:120]}"


def _find(activity: Mapping[str, Any], part: str, name: str) -> str:
    whole = activity.get(part)
    found = whole.get(name) if isinstance(whole, dict) else None
    return found if isinstance(found, str) else ""

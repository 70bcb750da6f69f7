"""The door for Slack's requests: size, signature, then on disk, then 200. Plain ASGI.

Nothing is parsed before the signature over the raw bytes holds. Whatever is authentic gets 200,
also what we do not know: Slack counts anything else as a failure and sends it again. What could not
be written down gets 503, so that Slack does send it again. Slack checks now and then that our
certificate holds (`ssl_check`); that check says nothing, needs no signature and is not kept.
"""

import datetime
import hashlib
import hmac
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from bot.channels.door import Receive, Scope, Send, TakesIn, read_body, read_headers, send_answer
from bot.channels.payload import mapping, word
from bot.core.deliveries import Arrival
from bot.core.errors import StorageError
from bot.core.ports import Clock

CHANNEL = "slack"
_LARGEST_BODY = 512_000  # bytes; Slack's largest event, a message of 40,000 signs with its blocks
_LONGEST_CHECK = 500  # bytes of a check of our certificate
_SIGNATURE = b"x-slack-signature"
_OLDEST = datetime.timedelta(minutes=5)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SlackIngress:
    """An ASGI application for the one address that Slack knows."""

    signing_secret: str
    intake: TakesIn
    clock: Clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if scope["method"] != "POST":
            await send_answer(send, 405, b"Slack posts here.")
            return
        headers = read_headers(scope)
        body = await read_body(receive, headers.get(b"content-length", b""), _LARGEST_BODY)
        if body is None:
            await send_answer(send, 413, b"Too large.")
        elif not self._is_signed(headers, body):
            if _SIGNATURE not in headers and is_certificate_check(body):
                await send_answer(send, 200, b"")
            else:
                await send_answer(send, 401, b"The signature does not hold.")
        else:
            await self._take(body, headers, send)

    def _is_signed(self, headers: Mapping[bytes, bytes], body: bytes) -> bool:
        moment = headers.get(b"x-slack-request-timestamp", b"")
        given = headers.get(_SIGNATURE, b"")
        if not (moment.isdigit() and len(moment) <= 12):
            return False
        if abs(self.clock.now().timestamp() - int(moment)) > _OLDEST.total_seconds():
            return False
        signed = b"v0:" + moment + b":" + body
        made = hmac.digest(self.signing_secret.encode(), signed, "sha256").hex()
        return hmac.compare_digest(b"v0=" + made.encode(), given)

    async def _take(self, body: bytes, headers: Mapping[bytes, bytes], send: Send) -> None:
        payload = read_payload(body, headers.get(b"content-type", b""))
        if payload is None:
            await send_answer(send, 200, b"")  # authentic, but nothing that we could ever read
            return
        if payload.get("type") == "url_verification":
            challenge = str(payload.get("challenge", ""))[:1000]
            await send_answer(send, 200, challenge.encode("utf-8", "replace"))
            return
        if payload.get("ssl_check") or is_throttled(payload):
            await send_answer(send, 200, b"")
            return
        try:
            await self.intake.take(make_arrival(payload, body))
        except StorageError as error:
            _log.warning("Slack will send it again: %s", error)
            await send_answer(send, 503, b"Please send it again.")
            return
        await send_answer(send, 200, b"")


def is_certificate_check(body: bytes) -> bool:
    """Say whether a form is Slack's check of our certificate, and nothing else."""
    if len(body) > _LONGEST_CHECK:
        return False
    try:
        form = parse_qs(body.decode("ascii"), max_num_fields=5)
    except ValueError:
        return False
    return form.get("ssl_check") == ["1"] and form.keys() <= {"ssl_check", "token"}


def is_throttled(payload: Mapping[str, Any]) -> bool:
    """Say whether Slack tells that it holds events back; whoever runs us reads it in the log."""
    if payload.get("type") != "app_rate_limited":
        return False
    _log.warning("Slack holds events of a workspace back: it sends no more than 30,000 an hour")
    return True


def read_payload(body: bytes, content_type: bytes) -> dict[str, Any] | None:
    """Read an event (JSON), an interaction (a form with JSON in it) or a command (a form)."""
    try:
        text = body.decode("utf-8")
        if content_type.partition(b";")[0].strip().lower() == b"application/json":
            payload = json.loads(text)
        else:
            form = {name: values[0] for name, values in parse_qs(text, max_num_fields=100).items()}
            payload = json.loads(form["payload"]) if "payload" in form else form
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) and payload else None


def make_arrival(payload: Mapping[str, Any], body: bytes) -> Arrival:
    """Make an arrival: an event is named by Slack, anything else by what it says."""
    named = payload.get("event_id")
    key = named if isinstance(named, str) and named else hashlib.sha256(body).hexdigest()
    # ASCII keeps lone surrogates, which a draft may hold, as they came
    return Arrival(key[:200], CHANNEL, name_person(payload), json.dumps(payload))


def name_person(payload: Mapping[str, Any]) -> str:
    """Name the person of a payload: workspace and user, whatever the kind of payload."""
    event = mapping(payload.get("event"))
    user = event.get("user") or mapping(payload.get("user")).get("id") or payload.get("user_id")
    user = user or mapping(event.get("message")).get("user")
    return f"{CHANNEL}:{name_installation(payload)}:{_name(user)}"


def name_installation(payload: Mapping[str, Any]) -> str:
    """Name the workspace of a payload, or its organisation where the app was installed for that.

    In an organisation of workspaces there is one token, and people keep their id everywhere.
    """
    granted = payload.get("authorizations")
    grant = mapping(granted[0]) if isinstance(granted, list) and granted else {}
    team = name_team(payload)
    organisation = payload.get("enterprise_id") or mapping(payload.get("enterprise")).get("id")
    organisation = organisation or grant.get("enterprise_id")
    # an event says it with its grant, an interaction as true, a command as the word
    is_wide = grant.get("is_enterprise_install") or payload.get("is_enterprise_install")
    if is_wide in (True, "true"):
        return _name(organisation) or team
    return team or _name(organisation)


def name_team(payload: Mapping[str, Any]) -> str:
    """Name the workspace that a payload comes from."""
    return _name(payload.get("team_id") or mapping(payload.get("team")).get("id"))


def _name(value: object) -> str:
    return word(value, 40)

"""Several workspaces: “Add to Slack” by OAuth, and the tokens afterwards.

The state that Slack gives back is signed, lives ten minutes and holds only in the browser that
began. A token that expires is renewed by one process at a time: its refresh token serves once.
"""

import asyncio
import dataclasses
import datetime
import hashlib
import hmac
import html
import json
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.slack.ingress import CHANNEL
from bot.channels.slack.wording import INSTALL_WORDINGS
from bot.core.errors import StorageError
from bot.core.installations import Installations
from bot.core.ports import Clock

START, BACK = "/slack/install", "/slack/oauth_redirect"
SCOPES = "assistant:write,chat:write,commands,im:history,im:write,users:read"
_COOKIE = "jourfix-slack"
_STATE_SECONDS = 600
_RENEW_BEFORE = datetime.timedelta(hours=2)
_CLAIM_SECONDS = 30.0
_WAIT_SECONDS, _MOST_WAITS = 0.25, 60
_SECONDS = aiohttp.ClientTimeout(total=15, connect=5)
_log = logging.getLogger(__name__)

_Scope = Mapping[str, Any]
_Receive = Callable[[], Awaitable[Mapping[str, Any]]]
_Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Credentials:
    """What Slack knows the app by, and where browsers come back to."""

    client_id: str
    client_secret: str
    address: str  # of this installation, as https://jourfix.example
    api: str  # of Slack


@dataclass(frozen=True)
class Workspace:
    """A workspace, or an organisation of workspaces, with its token."""

    id: str
    token: str
    refresh_token: str = ""
    expires_at: float = 0.0  # seconds since 1970; 0: never
    granted_at: float = 0.0  # when it was installed

    def is_stale(self, now: datetime.datetime) -> bool:
        """Say whether the token is to be renewed."""
        return bool(self.expires_at) and now.timestamp() >= (
            self.expires_at - _RENEW_BEFORE.total_seconds()
        )


@dataclass
class ManyWorkspaces:
    """Gives the token of each workspace that installed the app; renews what expires."""

    installations: Installations
    credentials: Credentials
    clock: Clock
    _known: dict[str, Workspace] = field(default_factory=dict)

    async def find_token(self, team: str) -> str | None:
        """Give the token of a workspace; None where the app is not installed (any more)."""
        known = self._known.get(team)
        if known is None or known.is_stale(self.clock.now()):
            known = await self._find_fresh(team)
        return known.token if known else None

    async def drop_token(self, team: str, token: str) -> bool:
        """Forget a workspace whose token Slack no longer takes; say whether there is another token.

        Another process may have got one: the app was removed and installed again.
        """
        kept = await self._read(team)
        if kept is None:
            return False
        if kept.token == token:
            await self._forget(team)
        return kept.token != token

    async def leave(self, team: str, moment: float) -> None:
        """Forget a workspace that removed us, unless it was installed again after that moment."""
        kept = await self._read(team)
        if kept is not None and int(kept.granted_at) <= moment:
            await self._forget(team)

    async def _forget(self, team: str) -> None:
        self._known.pop(team, None)
        _log.error(
            "Slack no longer takes the token of a workspace. To go on there, install the app"
            " again at %s%s.",
            self.credentials.address,
            START,
        )
        await self.installations.forget_installation(CHANNEL, team)

    async def keep(self, workspace: Workspace) -> None:
        """Keep a workspace, or its new token."""
        text = json.dumps(dataclasses.asdict(workspace))
        await self.installations.keep_installation(CHANNEL, workspace.id, text)
        self._known[workspace.id] = workspace

    async def _find_fresh(self, team: str) -> Workspace | None:
        """Find a workspace; whoever claims its renewal renews, everybody else waits for that."""
        for _ in range(_MOST_WAITS):
            workspace = await self._read(team)
            if workspace is None or not workspace.is_stale(self.clock.now()):
                return workspace
            if await self.installations.claim_renewal(CHANNEL, team, _CLAIM_SECONDS):
                # between reading and claiming another process may have renewed it
                workspace = await self._read(team)
                if workspace is None or not workspace.is_stale(self.clock.now()):
                    return workspace
                return await self._renew(workspace)
            await asyncio.sleep(_WAIT_SECONDS)
        return self._known.get(team)  # perhaps it still holds

    async def _read(self, team: str) -> Workspace | None:
        """Read what is kept of a workspace."""
        text = await self.installations.find_installation(CHANNEL, team)
        if text is None:
            self._known.pop(team, None)
            return None
        workspace = self._known[team] = Workspace(**json.loads(text))
        return workspace

    async def _renew(self, workspace: Workspace) -> Workspace:
        asked = {"grant_type": "refresh_token", "refresh_token": workspace.refresh_token}
        try:
            granted = await ask_for_token(self.credentials, asked)
        except (SlackClientError, aiohttp.ClientError, TimeoutError) as error:
            _log.warning("a token could not be renewed: %s", type(error).__name__)
            return workspace
        renewed = read_grant(granted, self.clock.now())
        fresh = workspace
        if renewed:
            fresh = dataclasses.replace(renewed, id=workspace.id, granted_at=workspace.granted_at)
        await self.keep(fresh)
        return fresh


async def ask_for_token(credentials: Credentials, asked: Mapping[str, str]) -> Mapping[str, Any]:
    """Ask Slack for a token; once, since codes and refresh tokens serve once."""
    async with aiohttp.ClientSession(timeout=_SECONDS) as session:
        client = AsyncWebClient(base_url=credentials.api, session=session, retry_handlers=[])
        answer = await client.oauth_v2_access(
            client_id=credentials.client_id, client_secret=credentials.client_secret, **asked
        )
    return answer.data if isinstance(answer.data, dict) else {}


def read_grant(granted: Mapping[str, Any], now: datetime.datetime) -> Workspace | None:
    """Read what Slack granted; None where there is no bot token in it."""
    team, enterprise = granted.get("team") or {}, granted.get("enterprise") or {}
    name = enterprise.get("id") if granted.get("is_enterprise_install") else team.get("id")
    token, lifetime = granted.get("access_token"), granted.get("expires_in")
    if not isinstance(token, str) or not token:
        return None
    return Workspace(
        str(name or team.get("id") or ""),
        token,
        str(granted.get("refresh_token") or ""),
        now.timestamp() + float(lifetime) if lifetime else 0.0,
    )


@dataclass(frozen=True)
class InstallDoor:
    """The two pages of an installation: the way to Slack, and the way back. Plain ASGI."""

    credentials: Credentials
    workspaces: ManyWorkspaces
    clock: Clock

    async def __call__(self, scope: _Scope, _receive: _Receive, send: _Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if scope["method"] != "GET":
            await _show(send, 405, INSTALL_WORDINGS.failed)
        elif scope["path"] == START:
            await self._start(send)
        else:
            query = parse_qs(scope["query_string"].decode("latin-1")[:4_000], max_num_fields=20)
            given = {name: values[0] for name, values in query.items()}
            await self._come_back(given, _read_cookie(scope), send)

    async def _start(self, send: _Send) -> None:
        browser = secrets.token_urlsafe(24)
        query = urlencode(
            {
                "client_id": self.credentials.client_id,
                "scope": SCOPES,
                "redirect_uri": self.credentials.address + BACK,
                "state": self._make_state(browser, int(self.clock.now().timestamp())),
            }
        )
        cookie = (
            f"{_COOKIE}={browser}; Max-Age={_STATE_SECONDS}; Path=/slack; HttpOnly; SameSite=Lax"
        )
        secure = "; Secure" if self.credentials.address.startswith("https:") else ""
        headers = [
            (b"location", f"https://slack.com/oauth/v2/authorize?{query}".encode()),
            (b"set-cookie", f"{cookie}{secure}".encode()),
            (b"content-length", b"0"),
        ]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    async def _come_back(self, given: Mapping[str, str], browser: str, send: _Send) -> None:
        if not self._is_ours(given.get("state", ""), browser) or "code" not in given:
            await _show(send, 400, INSTALL_WORDINGS.failed)
            return
        asked = {"code": given["code"], "redirect_uri": self.credentials.address + BACK}
        try:
            granted = await ask_for_token(self.credentials, asked)
            now = self.clock.now()
            workspace = read_grant(granted, now)
            if workspace is None or not workspace.id:
                await _show(send, 400, INSTALL_WORDINGS.failed)
                return
            await self.workspaces.keep(dataclasses.replace(workspace, granted_at=now.timestamp()))
        except SlackApiError:
            await _show(send, 400, INSTALL_WORDINGS.failed)
        except (SlackClientError, aiohttp.ClientError, TimeoutError, StorageError):
            await _show(send, 503, INSTALL_WORDINGS.failed)
        else:
            await _show(send, 200, INSTALL_WORDINGS.done)

    def _make_state(self, browser: str, moment: int) -> str:
        signed = f"{moment}.{browser}".encode()
        key = self.workspaces.installations.signing_key
        return f"{moment}.{hmac.new(key, signed, hashlib.sha256).hexdigest()}"

    def _is_ours(self, state: str, browser: str) -> bool:
        moment = state.partition(".")[0]
        if not (moment.isdecimal() and len(moment) <= 12 and browser):
            return False
        age = self.clock.now().timestamp() - int(moment)
        made = self._make_state(browser, int(moment))
        return 0 <= age <= _STATE_SECONDS and hmac.compare_digest(made.encode(), state.encode())


def _read_cookie(scope: _Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"cookie":
            for pair in value.decode("latin-1")[:4_000].split(";"):
                key, _, given = pair.strip().partition("=")
                if key == _COOKIE:
                    return str(given)
    return ""


async def _show(send: _Send, status: int, sentences: tuple[str, ...]) -> None:
    lines = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in sentences)
    body = (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Jourfix</title>{lines}"
    ).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"content-security-policy", b"default-src 'none'"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

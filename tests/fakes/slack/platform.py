"""A small Slack: its Web API on loopback, and what it does when things go wrong.

It follows the documentation row by row (BEHAVIOUR below); where the real one is silent, it is
strict: an argument that a method does not know is an error.
"""

import asyncio
import json
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

_DOCS = "https://docs.slack.dev"
# What is imitated, and where Slack says so.
BEHAVIOUR = {
    "a token is needed, else not_authed; a revoked one is token_revoked": f"{_DOCS}/reference/methods/chat.postMessage",
    "chat.postMessage needs channel and one of text, blocks, attachments": f"{_DOCS}/reference/methods/chat.postMessage",
    "chat.update and chat.delete name a post by channel and ts; a gone one is message_not_found": f"{_DOCS}/reference/methods/chat.update",
    "at most 50 blocks": f"{_DOCS}/reference/block-kit/blocks",
    "a user id as channel opens the conversation with that person": f"{_DOCS}/reference/methods/chat.postMessage",
    "too fast: HTTP 429 with Retry-After": f"{_DOCS}/apis/web-api/rate-limits",
    "metadata comes back from history and replies when asked for": f"{_DOCS}/messaging/message-metadata",
    "users.info gives a locale when asked for": f"{_DOCS}/reference/methods/users.info",
    "an envelope is acknowledged by its envelope_id; connections are renewed": f"{_DOCS}/apis/events-api/using-socket-mode",
    "a trigger serves once and lives three seconds": f"{_DOCS}/interactivity/handling-user-interaction",
    "a private file is given to a bearer of the token, else a page": f"{_DOCS}/reference/objects/file-object",
    "when the app is removed its tokens end, then app_uninstalled comes": f"{_DOCS}/reference/events/app_uninstalled",
    "a code and a refresh token serve once": f"{_DOCS}/authentication/using-token-rotation",
    "without a thread, prompts stand in the open conversation; at most four": f"{_DOCS}/reference/methods/assistant.threads.setSuggestedPrompts",
    "whoever used a command or a shortcut is told something at its response_url, without a token": f"{_DOCS}/interactivity/handling-user-interaction",
    "setStatus needs channel_id, thread_ts and status": f"{_DOCS}/reference/methods/assistant.threads.setStatus",
}
_METHODS = {
    "chat.postMessage": {"channel", "text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media"},
    "chat.update": {"channel", "ts", "text", "blocks", "metadata"},
    "chat.delete": {"channel", "ts"},
    "conversations.open": {"users"},
    "conversations.history": {"channel", "limit", "include_all_metadata", "oldest"},
    "conversations.replies": {"channel", "ts", "limit", "include_all_metadata", "oldest"},
    "users.info": {"user", "include_locale"},
    "assistant.threads.setStatus": {"channel_id", "thread_ts", "status"},
    "assistant.threads.setSuggestedPrompts": {"channel_id", "title", "prompts"},
    "views.publish": {"user_id", "view", "hash"},
    "views.open": {"trigger_id", "view"},
    "auth.test": set(),
    "apps.connections.open": set(),
    "oauth.v2.access": {"code", "redirect_uri", "grant_type", "refresh_token"},
}  # fmt: skip
_NEEDED = {
    "chat.postMessage": {"channel"},
    "chat.update": {"channel", "ts"},
    "chat.delete": {"channel", "ts"},
    "conversations.open": {"users"},
    "conversations.history": {"channel"},
    "conversations.replies": {"channel", "ts"},
    "users.info": {"user"},
    "assistant.threads.setStatus": {"channel_id", "thread_ts", "status"},
    "assistant.threads.setSuggestedPrompts": {"channel_id", "prompts"},
    "views.publish": {"user_id", "view"},
    "views.open": {"trigger_id", "view"},
}  # fmt: skip


@dataclass
class Call:
    """One request that reached the Web API."""

    method: str
    asked: Mapping[str, Any]


@dataclass(frozen=True)
class Garbled:
    """The work is done, but what comes back is not Slack's answer."""

    body: str
    kind: str = "application/json"


Fault = Callable[[Call], "web.StreamResponse | str | Garbled | None"]
LOSE_ANSWER = "lose the answer"  # the work is done, the connection breaks


@dataclass
class FakeSlack:
    """Slack's Web API for one workspace. Everything it was asked and showed can be read."""

    token: str = "xoxb-fake"  # noqa: S105
    app_token: str = "xapp-fake"  # noqa: S105
    locale: str = "en-US"
    title: str = ""  # of everybody's job
    is_revoked: bool = False
    calls: list[Call] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)  # as they are now
    shown: list[dict[str, Any]] = field(default_factory=list)  # in the order people read them
    codes: dict[str, str] = field(default_factory=dict)  # codes and refresh tokens, of teams
    strangers: set[str] = field(default_factory=set)  # channels that the app is not in
    unchangeable: set[str] = field(default_factory=set)  # moments of posts
    granted: set[str] = field(default_factory=set)  # tokens
    token_seconds: int = 0  # how long a granted token lives; 0: for ever
    files: dict[str, bytes] = field(default_factory=dict)
    submitted: int = 0  # modals that somebody sent off
    modals: list[Mapping[str, Any]] = field(default_factory=list)
    triggers: dict[str, float] = field(default_factory=dict)
    homes: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    faults: "deque[Fault]" = field(default_factory=deque)  # each meets one chat.postMessage
    change_faults: "deque[Fault]" = field(default_factory=deque)  # each meets one chat.update
    home_faults: "deque[Fault]" = field(default_factory=deque)  # each meets one views.publish
    told_alone: list[Mapping[str, Any]] = field(default_factory=list)  # at a response_url
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _seconds: int = 1_700_000_000
    port: int = 0
    connection: "web.WebSocketResponse | None" = None
    acknowledged: list[str] = field(default_factory=list)
    _loop: "asyncio.AbstractEventLoop | None" = None
    _thread: "threading.Thread | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    def start(self) -> None:
        ready = threading.Event()

        def run() -> None:
            loop = self._loop = asyncio.new_event_loop()
            loop.run_until_complete(self._listen())
            ready.set()
            loop.run_forever()
            loop.run_until_complete(self._runner.cleanup())
            loop.close()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        assert ready.wait(10)

    def stop(self) -> None:
        assert self._loop
        assert self._thread
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _listen(self) -> None:
        app = web.Application(client_max_size=2_000_000)
        app.router.add_route("*", "/api/{method}", self._answer)
        app.router.add_get("/link", self._link)
        app.router.add_post("/hooks/{name}", self._tell_alone)
        app.router.add_get("/files/{name}", self._give_file)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        await web.SockSite(self._runner, listener).start()

    def make_moment(self) -> str:
        with self._changed:
            self._seconds += 1
            return f"{self._seconds}.{self._seconds % 1_000_000:06d}"

    def wait_for(self, what: Callable[[], Any], seconds: float = 60.0) -> Any:
        """Wait until something is so; woken by every request."""
        with self._changed:
            assert self._changed.wait_for(lambda: bool(what()), seconds), (
                f"it did not happen; asked: {[call.method for call in self.calls][-20:]}"
            )
            return what()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        asked: dict[str, Any] = dict(request.query)
        if request.can_read_body:
            is_json = request.content_type == "application/json"
            asked |= await request.json() if is_json else dict(await request.post())
        call = Call(method, asked)
        faults = {
            "chat.postMessage": self.faults,
            "chat.update": self.change_faults,
            "views.publish": self.home_faults,
        }.get(method)
        if faults:
            done = faults.popleft()(call)
            if isinstance(done, web.StreamResponse):
                self._note(call)
                return done
            if isinstance(done, Garbled):
                self._do(call, request)
                return web.Response(text=done.body, content_type=done.kind)
            if done == LOSE_ANSWER:
                self._do(call, request)
                assert request.transport
                request.transport.abort()
                return web.Response()
        return web.json_response(self._do(call, request))

    async def _tell_alone(self, request: web.Request) -> web.Response:
        """Show something to whoever used a command, and to nobody else; no token belongs here."""
        told = {**await request.json(), "authorization": request.headers.get("Authorization", "")}
        with self._changed:
            self.told_alone.append(told)
            self._changed.notify_all()
        return web.Response(text="ok")

    async def _give_file(self, request: web.Request) -> web.Response:
        """Give a file to whoever has the token; else the sign-in page, as Slack does."""
        content = self.files.get(request.match_info["name"])
        if content is None or request.headers.get("Authorization") != f"Bearer {self.token}":
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        return web.Response(body=content, content_type="application/octet-stream")

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        """Be the other end of Socket Mode: say hello, note what is acknowledged."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        with self._changed:
            self.connection = socket
            self._changed.notify_all()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                with self._changed:
                    self.acknowledged.append(json.loads(message.data)["envelope_id"])
                    self._changed.notify_all()
        with self._changed:
            self.connection = None
            self._changed.notify_all()
        return socket

    def send_envelope(
        self, kind: str, payload: Mapping[str, Any], name: str, retry: int = 0
    ) -> None:
        """Send something over the connection; its acknowledgement is noted by its name."""
        connection = self.wait_for(lambda: self.connection)
        envelope = {
            "envelope_id": name, "type": kind, "payload": payload, "retry_attempt": retry,
            "accepts_response_payload": kind != "events_api",
        }  # fmt: skip
        assert self._loop
        asyncio.run_coroutine_threadsafe(connection.send_json(envelope), self._loop).result(10)

    def drop_connection(self) -> None:
        """Break the connection, as Slack does every few hours."""
        connection = self.wait_for(lambda: self.connection)
        assert self._loop
        asyncio.run_coroutine_threadsafe(connection.close(), self._loop).result(10)
        self.wait_for(lambda: self.connection is None)

    def find_calls(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def _note(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    def _do(self, call: Call, request: web.Request) -> dict[str, Any]:
        with self._changed:
            self.calls.append(call)
            answer = self._refuse(call, request.headers.get("Authorization", "")) or self._serve(
                call
            )
            self._changed.notify_all()
            return answer

    def _refuse(self, call: Call, authorization: str) -> dict[str, Any] | None:
        if call.method == "oauth.v2.access":
            return None
        if not authorization:
            return {"ok": False, "error": "not_authed"}
        own = self.app_token if call.method == "apps.connections.open" else self.token
        granted = {f"Bearer {one}" for one in self.granted}
        if authorization != f"Bearer {own}" and authorization not in granted:
            return {"ok": False, "error": "invalid_auth"}
        if self.is_revoked:
            return {"ok": False, "error": "token_revoked"}
        if call.method not in _METHODS:
            return {"ok": False, "error": "unknown_method"}
        if not _NEEDED.get(call.method, set()) <= call.asked.keys():
            return {"ok": False, "error": "invalid_arguments"}
        strange = call.asked.keys() - _METHODS[call.method]
        return {"ok": False, "error": f"invalid_arguments: {strange}"} if strange else None

    def _serve(self, call: Call) -> dict[str, Any]:
        asked = call.asked
        match call.method:
            case "chat.postMessage":
                return self._post(asked)
            case "chat.update" | "chat.delete":
                return self._change(call.method, asked)
            case "conversations.open":
                return {"ok": True, "channel": {"id": f"D{asked['users'][1:]}"}}
            case "conversations.history" | "conversations.replies":
                if not asked["channel"].startswith(("C", "D", "G")):
                    return {"ok": False, "error": "channel_not_found"}
                found = [post for post in self.posts if _is_in(post, asked)]
                return {"ok": True, "messages": found}
            case "users.info":
                return {
                    "ok": True,
                    "user": {
                        "id": asked["user"],
                        "locale": self.locale,
                        "tz": "Europe/Berlin",
                        "profile": {
                            "display_name": f"name of {asked['user']}",
                            "title": self.title,
                        },
                    },
                }
            case "oauth.v2.access":
                return self._grant(asked)
            case "views.open":
                return self._open(asked)
            case "apps.connections.open":
                return {"ok": True, "url": f"ws://127.0.0.1:{self.port}/link"}
            case "views.publish":
                self.homes[asked["user_id"]] = asked["view"]
                return {"ok": True, "view": {"id": "V1", "hash": "1.a"}}
            case _:
                return {"ok": True}

    def _grant(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Grant a token for a code or a refresh token; each serves once."""
        name = asked.get("code") or asked.get("refresh_token")
        team = self.codes.pop(str(name), None)
        if team is None:
            return {"ok": False, "error": "invalid_code"}
        token, refresh = f"xoxe.xoxb-{team}-{len(self.calls)}", f"xoxe-{team}-{len(self.calls)}"
        self.granted.add(token)
        answer = {"ok": True, "access_token": token, "token_type": "bot", "team": {"id": team}, "enterprise": None}  # fmt: skip
        if team.startswith("E"):  # an organisation of workspaces: there is no team
            wide = {"team": None, "enterprise": {"id": team}, "is_enterprise_install": True}
            answer |= wide
        if self.token_seconds:
            self.codes[refresh] = team
            answer |= {"expires_in": self.token_seconds, "refresh_token": refresh}
        return answer

    def remove_app(self, team: str) -> None:
        """Take the app out of a workspace: its tokens end at once, the event follows."""
        with self._changed:
            self.granted = {token for token in self.granted if f"-{team}-" not in token}

    def _open(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        made = self.triggers.pop(asked["trigger_id"], None)
        if made is None:
            return {"ok": False, "error": "exchanged_trigger_id"}
        if time.monotonic() - made > 3:
            return {"ok": False, "error": "expired_trigger_id"}
        self.modals.append(asked["view"])
        return {"ok": True, "view": {"id": f"V{len(self.modals)}"}}

    def make_trigger(self) -> str:
        """Make a trigger: it serves once and lives three seconds."""
        name = f"{len(self.calls)}.{len(self.triggers)}.{self.make_moment()}"
        self.triggers[name] = time.monotonic()
        return name

    def _change(self, method: str, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Update or delete a post; both need the id of the channel, a person's does not do."""
        if not asked["channel"].startswith(("C", "D", "G")):
            return {"ok": False, "error": "channel_not_found"}
        for number, post in enumerate(self.posts):
            if (post["channel"], post["ts"]) == (asked["channel"], asked["ts"]) and not post.get(
                "is_gone"
            ):
                if asked["ts"] in self.unchangeable:
                    return {"ok": False, "error": "cant_update_message"}
                gone = {"text": "", "blocks": [], "is_gone": True}
                changed = {**post, **(gone if method == "chat.delete" else asked)}
                self.posts[number] = changed
                if _tell_news(changed) != _tell_news(post):
                    self.shown.append(changed)
                return {"ok": True, "channel": asked["channel"], "ts": asked["ts"]}
        return {"ok": False, "error": "message_not_found"}

    def _post(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        if not (asked.get("text") or asked.get("blocks")):
            return {"ok": False, "error": "no_text"}
        if len(asked.get("blocks") or ()) > 50:
            return {"ok": False, "error": "invalid_blocks"}
        if len(json.dumps(asked.get("blocks") or "", ensure_ascii=False)) > 40_000:
            return {"ok": False, "error": "msg_blocks_too_long"}
        channel = asked["channel"]
        channel = f"D{channel[1:]}" if channel.startswith("U") else channel
        if channel in self.strangers:
            return {"ok": False, "error": "not_in_channel"}
        self._seconds += 1
        moment = f"{self._seconds}.{self._seconds % 1_000_000:06d}"
        self.posts.append({**asked, "channel": channel, "ts": moment})
        self.shown.append(self.posts[-1])
        return {"ok": True, "channel": channel, "ts": moment, "message": {"ts": moment}}


def _tell_news(post: Mapping[str, Any]) -> object:
    """Tell what a post says: what changed is news to a person, but for the state of a case."""
    if post.get("is_gone"):
        return None
    kind = post.get("metadata", {}).get("event_payload", {}).get("kind")
    return kind if kind == "case" else (kind, post.get("text"), json.dumps(post.get("blocks")))


def _is_in(post: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    if post["channel"] != asked["channel"]:
        return False
    return "ts" not in asked or post.get("thread_ts") == asked["ts"] or post["ts"] == asked["ts"]


def refuse_too_fast(seconds: int) -> Fault:
    """Answer 429 once."""
    return lambda _call: web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": str(seconds)}
    )


def fail_inside(_call: Call) -> web.StreamResponse:
    """Answer 500 once, having done nothing."""
    return web.Response(
        status=500, text="<html>Something went wrong</html>", content_type="text/html"
    )


def garble(body: str, kind: str = "application/json") -> Fault:
    """Do what is asked, and answer 200 with something else."""
    return lambda _call: Garbled(body, kind)


def refuse(reason: str) -> Fault:
    """Refuse once, for good."""
    return lambda _call: web.json_response({"ok": False, "error": reason})


def lose_answer(_call: Call) -> str:
    """Do what is asked, and break the connection before the answer."""
    return LOSE_ANSWER

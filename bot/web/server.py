"""The HTTP server: mounts the channels, refuses what is not meant for it, answers /health."""

import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Lifespan, Message, Receive, Scope, Send
from typing_extensions import override

from bot.core.errors import SettingsError

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})

Door = ASGIApp


class OwnPages:
    """Refuses requests that a page of another site, or another machine, could have made.

    The Host must be one of our names (against DNS rebinding), and a request that changes something
    must come from our own page. Without a sign-in pages are for this machine alone: no name but
    the loopback's.

    Args:
        app: What answers.
        address: Where else it may be reached, as `https://name[:port]`; empty: only here.
    """

    def __init__(self, app: ASGIApp, address: str = "") -> None:
        self.app = app
        self._address = address.rstrip("/").lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with our headers on its answer, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._is_ours(headers, scope["method"]):
            response = PlainTextResponse(
                "This address answers its own page on this machine only.", 403
            )
            await response(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    answer[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _is_ours(self, headers: Headers, method: str) -> bool:
        host = headers.get("host", "").lower()
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        is_named = bool(self._address) and host == self._address.partition("://")[2]
        if name not in _LOOPBACK and not is_named:
            return False
        if method in ("GET", "HEAD"):
            return True
        origin = headers.get("origin", "")
        own = self._address if is_named else f"http://{host}"
        return origin == own or headers.get("sec-fetch-site", "") == "same-origin"


async def _answer_health(_request: Request) -> Response:
    return JSONResponse({"status": "ok"})


@dataclass(frozen=True)
class Doors:
    """Sends what platforms post to their doors; everything else goes to the pages.

    A door checks by itself who may come in, so it may be reached from anywhere. One whose address
    ends in a stroke has all pages below it.
    """

    doors: Mapping[str, Door]
    pages: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        door = self._find_door(scope.get("path", "")) if scope["type"] == "http" else None
        await (door or self.pages)(scope, receive, send)

    def _find_door(self, path: str) -> ASGIApp | None:
        if path in self.doors:
            return self.doors[path]
        above = path
        while above := above.rpartition("/")[0]:
            if f"{above}/" in self.doors:
                return self.doors[f"{above}/"]
        return None


def build_app(
    routes: Sequence[BaseRoute],
    doors: Mapping[str, Door] = MappingProxyType({}),
    lifespan: Lifespan[Starlette] | None = None,
) -> ASGIApp:
    """Build the application around the routes of the pages and the doors of the platforms."""
    app = Starlette(routes=[*routes, Route("/health", _answer_health)], lifespan=lifespan)
    pages = OwnPages(app)
    return Doors(doors, pages) if doors else pages


class _Server(uvicorn.Server):
    """A server that says when it stops, before it waits for the requests that are open."""

    def __init__(self, config: uvicorn.Config, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_stop = on_stop

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._on_stop()
        await super().shutdown(sockets)


@dataclass(frozen=True)
class Listening:
    """Where the server listens.

    Args:
        host: On which address.
        port: On which port; 0 takes a free one.
        desk: The path that opens the comms desk once, to be said too; empty: people sign in.
        proxies: Who may say on whose behalf they ask.
    """

    host: str
    port: int
    desk: str = ""
    proxies: str = ""


async def run_server(app: ASGIApp, where: Listening, on_stop: Callable[[], None]) -> None:
    """Serve until told to stop, and say where. `on_stop` ends what would stay open.

    Access logs stay off: an address can tell who asked what.

    Raises:
        SettingsError: the address cannot be taken.
    """
    host, port, desk = where.host, where.port, where.desk
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"{host}:{port} cannot be taken ({error.strerror}). "
            "Stop the other program there, or set JOURFIX_PORT to another number."
        ) from error
    listener.listen(128)  # from here on nobody is refused; the loop answers in a moment
    taken = listener.getsockname()[1]
    sys.stdout.write(f"Jourfix is here: http://{host}:{taken}  (Ctrl + C ends it)\n")
    if desk:
        sys.stdout.write(f"The comms desk: http://127.0.0.1:{taken}{desk}  (opens once, here)\n")
    sys.stdout.flush()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        forwarded_allow_ips=where.proxies,
    )
    await _Server(config, on_stop).serve(sockets=[listener])

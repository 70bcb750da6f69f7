"""The page to which people come back from LinkedIn: reached by whoever brings a state of ours.

It changes nothing without one, and shows one sentence: nothing that came with the request.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.channels.web.asked_language import read_accepted
from bot.core.errors import StorageError
from bot.core.model import Language
from bot.core.programme.connections.signing_in import Ending
from bot.core.programme.connections.wording import CONNECTION_WORDINGS

ADDRESS = "/linkedin/back"
_LONGEST = 2_000  # of what comes back
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

Finish = Callable[[str, str, str], Awaitable[tuple[Ending, Language | None]]]


@dataclass(frozen=True)
class LinkedInDoor:
    """Takes people back; `finish` is told what they bring: state, code and error."""

    finish: Finish

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._answer(Request(scope, receive))
        response.headers.update(_HEADERS)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != "GET":
            return PlainTextResponse("This page can only be read.", 405, {"Allow": "GET"})
        told = [request.query_params.get(name, "") for name in ("state", "code", "error")]
        if any(len(one) > _LONGEST for one in told):
            return PlainTextResponse(CONNECTION_WORDINGS["en"].refusals["expired"], 400)
        state, code, error = told
        try:
            ending, language = await self.finish(state, code, error)
        except StorageError:
            return PlainTextResponse("Please try again in a moment.", 503, {"Retry-After": "60"})
        accepted = read_accepted(request.headers.get("accept-language", ""))
        wording = CONNECTION_WORDINGS[language or accepted]
        if ending == "connected":
            return PlainTextResponse(wording.page)
        return PlainTextResponse(wording.refusals[ending], 400)

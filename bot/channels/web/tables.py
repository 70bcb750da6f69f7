"""The page with the empty table for numbers: a file without anything of anybody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.core.model import LANGUAGES, Language

ADDRESS = "/numbers/"
_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True)
class TablePages:
    """Implements EmptyTables, and gives the file to whoever asks.

    Args:
        write: Writes the file in a language.
        headers: Lists its headers.
        address: Where browsers reach this installation; empty where they do so only here.
    """

    write: Callable[[Language], bytes]
    headers: Callable[[Language], Sequence[str]]
    address: str = ""

    def name_page(self, language: Language, *, on_page: bool) -> str:
        """Give the address of the file; on our own page its path is enough."""
        path = f"{ADDRESS}jourfix-{language}.csv"
        if self.address:
            return f"{self.address.rstrip('/')}{path}"
        return path if on_page else ""

    def list_headers(self, language: Language) -> Sequence[str]:
        """Give its headers."""
        return self.headers(language)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._answer(Request(scope, receive))(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("This page can only be read.", 405, {"Allow": "GET, HEAD"})
        names = {f"{ADDRESS}jourfix-{language}.csv": language for language in LANGUAGES}
        language = names.get(request.url.path)
        if language is None:
            return PlainTextResponse("There is no such table.", 404)
        name = request.url.path.removeprefix(ADDRESS)
        headers = {**_HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
        return Response(self.write(language), headers=headers, media_type="text/csv")

"""The pages that give an event to a calendar: reached from anywhere by whoever has their name.

They hold an event and its dates, nothing of any person.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from bot.core.errors import StorageError
from bot.core.model import LANGUAGES, Language
from bot.core.ports import Clock
from bot.core.programme.calendar_file import Invitation
from bot.core.programme.events.calendar_entry import compose_entry
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.page_names import read_page, sign_page

ADDRESS = "/calendar/"
_ENDING = ".ics"
_WEB = ""  # the channel of our own page
_HEADERS = {
    "Content-Disposition": 'attachment; filename="jourfix.ics"',
    "Cache-Control": "private, max-age=300",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True)
class SignedLinks:
    """Implements CalendarLinks with names that only this installation can make.

    Args:
        key: Signs them.
        address: Where browsers reach this installation; empty where they do so only here.
    """

    key: bytes
    address: str = ""

    def name_page(self, event: str, language: Language, channel: str) -> str:
        """Give the address of an event's file; on our own page its path is enough."""
        path = f"{ADDRESS}{sign_page(self.key, event, language)}{_ENDING}"
        if self.address:
            return f"{self.address.rstrip('/')}{path}"
        return path if channel == _WEB else ""


@dataclass(frozen=True)
class CalendarDoor:
    """Gives an event's file to whoever asks with a name of ours.

    Args:
        key: The names are signed with it.
        find_table: Finds an event with its changes.
        write: Writes a calendar file.
        clock: Tells the time.
    """

    key: bytes
    find_table: Callable[[str], Awaitable[Timetable | None]]
    write: Callable[[Invitation], bytes]
    clock: Clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("This page can only be read.", 405, {"Allow": "GET, HEAD"})
        name = request.url.path.removeprefix(ADDRESS)
        read = read_page(self.key, name.removesuffix(_ENDING)) if name.endswith(_ENDING) else None
        gone = PlainTextResponse("There is no such event.", 404)
        if read is None:
            return gone
        event, code = read
        language = next(one for one in LANGUAGES if one == code)
        try:
            table = await self.find_table(event)
        except StorageError:
            return PlainTextResponse("Please try again in a moment.", 503, {"Retry-After": "60"})
        if table is None or table.event.state == "planned":
            return gone
        content = self.write(compose_entry(table, language, self.clock.now()))
        return Response(content, headers=_HEADERS, media_type="text/calendar")

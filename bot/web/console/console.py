"""The comms desk as one application: the gate before every page of its sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.web.console.access import DESK, Gate, Page
from bot.web.console.entering import Entering
from bot.web.console.signing_in import SigningIn
from bot.web.server import OwnPages

_STATIC = Path(__file__).parent / "static"


class Pages(Protocol):
    """A section: what it shows."""

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        ...


@dataclass(frozen=True)
class Console:
    """The desk.

    Args:
        gate: Stands before every page.
        entering: Lets people in.
        sections: What they find there.
        address: Where browsers reach it from elsewhere; empty: from this machine alone.
        signing_in: The way through a directory; None where a link opens the desk.
    """

    gate: Gate
    entering: Entering
    sections: Sequence[Pages]
    address: str = ""
    signing_in: SigningIn | None = None

    @property
    def pages(self) -> list[Page]:
        """List every page behind the gate."""
        return [page for section in (self.entering, *self.sections) for page in section.pages]

    @property
    def routes(self) -> list[BaseRoute]:
        """List every route there is."""
        static = Mount(f"{DESK}/static", StaticFiles(directory=_STATIC))
        doors = self.signing_in.routes if self.signing_in is not None else []
        return [
            *self.entering.routes,
            *doors,
            *(self.gate.guard(page) for page in self.pages),
            static,
        ]

    def build_app(self) -> ASGIApp:
        """Build the application that the server mounts."""
        app = Starlette(routes=self.routes, exception_handlers={HTTPException: self._say_no_page})
        app.router.redirect_slashes = False
        return OwnPages(app, self.address)

    async def _say_no_page(self, request: Request, error: Exception) -> Response:
        response = self.gate.frame.miss(self.gate.frame.read_language(request, None))
        response.status_code = error.status_code if isinstance(error, HTTPException) else 404
        return response

"""The first page: what waits for whoever signed in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.desk.staff import EVERY_ROLE, Role
from bot.core.model import Language
from bot.web.console.access import Page, Visit
from bot.web.console.beginning import BEGINNINGS
from bot.web.console.frame import Frame


@dataclass(frozen=True)
class Waiting:
    """Something that waits for somebody.

    Args:
        text: What, in a sentence: “3 cases are open, one is due today.”
        path: Where it is done, below /desk.
    """

    text: str
    path: str


FindWaiting = Callable[[Language], Awaitable[Sequence[Waiting]]]


@dataclass(frozen=True)
class Home:
    """The first page.

    Args:
        frame: Renders it.
        finders: Find what waits, each with the roles that it waits for.
    """

    frame: Frame
    finders: Sequence[tuple[frozenset[Role], FindWaiting]] = ()

    @property
    def pages(self) -> Sequence[Page]:
        """List its page."""
        return (Page("", self.show, EVERY_ROLE),)

    async def show(self, visit: Visit) -> Response:
        """Show what waits; to editors for whom nothing does, where to begin."""
        waiting = [
            one
            for roles, find in self.finders
            if roles & visit.roles
            for one in await find(visit.language)
        ]
        is_editor = "editor" in visit.roles
        beginning = BEGINNINGS[visit.language] if is_editor and not waiting else None
        return self.frame.show(
            "home.html",
            visit.language,
            visit.session,
            visit.roles,
            waiting=waiting,
            beginning=beginning,
        )

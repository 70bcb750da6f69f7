"""The desk in a test: real storage, the real application, and people who open pages like browsers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

import httpx
from starlette.types import ASGIApp

from bot.core.desk.staff import Colleague
from bot.core.model import Language
from bot.storage.opening import Storage
from bot.web.console.access import COOKIE
from bot.web.console.console import Console

HERE = "http://127.0.0.1:8080"


@dataclass(repr=False)  # it holds whole policies: to print it takes minutes
class Desk:
    """A desk and who comes to it."""

    # without repr: asyncio asks for that of a fixture's result, and here it is the whole policy
    console: Console = field(repr=False)
    storage: Storage = field(repr=False)
    app: ASGIApp = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.app = self.console.build_app()

    async def sign_in(
        self, person: str, language: Language | None = "en", groups: Sequence[str] = ()
    ) -> "Visitor":
        """Sign somebody in as whoever signs people in does."""
        visitor = self.come()
        colleague = Colleague(person, f"Name of {person}", frozenset(groups))
        name = await self.console.gate.sessions.begin(colleague, language)
        visitor.client.cookies.set(COOKIE, name, domain="127.0.0.1", path="/desk")
        return visitor

    def come(self, at: str = HERE) -> "Visitor":
        """Open the desk in a new browser."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=True)
        return Visitor(
            httpx.AsyncClient(transport=transport, base_url=at, headers={"Accept-Language": "en"})
        )


@dataclass
class Visitor:
    """A browser without scripts: follows links, sends the forms that a page shows."""

    client: httpx.AsyncClient
    page: httpx.Response = field(init=False)

    async def open(self, path: str) -> httpx.Response:
        """Open a page, going where it leads."""
        self.page = await self.client.get(path, follow_redirects=True)
        return self.page

    async def send(
        self,
        path: str,
        fields: Mapping[str, str | list[str]] | None = None,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        **headers: str,
    ) -> httpx.Response:
        """Send a form to a path with the guard of the page that is open."""
        data = {"guard": self.find_guard(), **(fields or {})}
        told = {"Origin": str(self.client.base_url).rstrip("/"), **headers}
        self.page = await self.client.post(
            path, data=data, files=files or None, headers=told, follow_redirects=True
        )
        return self.page

    def find_guard(self) -> str:
        found = re.search(r'name="guard" value="([^"]*)"', self.page.text)
        return found.group(1) if found else ""

    @property
    def words(self) -> str:
        """What a reader sees."""
        body = re.sub(r"<(script|style|head).*?</\1>", "", self.page.text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))).strip()

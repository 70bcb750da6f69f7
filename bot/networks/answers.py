"""Asking a network over HTTP: whatever comes or does not come is a value, up to a size.

No redirect is followed, for a token is on its way; no answer's text reaches a log.
"""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

SECONDS = 15.0  # that one answer may take
_LARGEST = 200_000
_PIECE = 65_536
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_WORD = re.compile("[A-Za-z0-9_]{1,60}")


@dataclass(frozen=True)
class Answer:
    """What a network answered; the status is 0 where nothing came, or too much."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict, repr=False)
    retry_after: str = ""

    def read_word(self, *names: str) -> str:
        """Give the first of these fields that is one word: what an error is called."""
        for name in names:
            value = str(self.body.get(name, ""))
            if _WORD.fullmatch(value):
                return value
        return ""


def is_safe(address: str) -> bool:
    """Say whether secrets may go to an address: https, or this machine itself."""
    parts = urlsplit(address)
    is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    is_plain = not (parts.username or parts.query or parts.fragment)
    return is_plain and (is_here or (parts.scheme == "https" and bool(parts.hostname)))


@dataclass(frozen=True)
class Line:
    """A connection to a network, kept for several requests."""

    _session: aiohttp.ClientSession

    async def get(self, address: str, headers: Mapping[str, str]) -> Answer:
        """Ask for something. The address is sent as it is, with the escapes that it has."""
        return await self._send("GET", address, headers, None)

    async def post_form(self, address: str, form: Mapping[str, str]) -> Answer:
        """Send a form."""
        return await self._send("POST", address, {}, form)

    async def _send(
        self, method: str, address: str, headers: Mapping[str, str], form: Mapping[str, str] | None
    ) -> Answer:
        url = URL(address, encoded=True)
        try:
            async with self._session.request(
                method, url, headers=headers, data=form, allow_redirects=False
            ) as answer:
                content = await read_at_most(answer, _LARGEST)
                if content is None:
                    return Answer(0)
                retry_after = answer.headers.get("Retry-After", "")
                return Answer(answer.status, _parse(content), retry_after)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return Answer(0)


@asynccontextmanager
async def open_line(seconds: float = SECONDS) -> AsyncIterator[Line]:
    """Open a connection; it keeps no cookies, and an answer may take so many seconds."""
    timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, 5.0))
    jar = aiohttp.DummyCookieJar()
    async with aiohttp.ClientSession(timeout=timeout, cookie_jar=jar) as session:
        yield Line(session)


async def read_at_most(answer: aiohttp.ClientResponse, most: int) -> bytes | None:
    """Read an answer of so many bytes at most; one that is too large is none."""
    content = bytearray()
    async for piece in answer.content.iter_chunked(_PIECE):
        content += piece
        if len(content) > most:
            return None
    return bytes(content)


def _parse(content: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}

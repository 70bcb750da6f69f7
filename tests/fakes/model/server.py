"""A small server on loopback that speaks OpenAI's chat completions, well or badly.

BEHAVIOUR names what real servers do, and where that is written; each is one of its manners.
"""

import asyncio
import json
import ssl
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

_API = "https://platform.openai.com/docs/api-reference/chat/create"
_ERRORS = "https://platform.openai.com/docs/guides/error-codes"
_FORMS = "https://platform.openai.com/docs/guides/structured-outputs"
BEHAVIOUR = {
    "a stream is server-sent events with data: of chunks, and ends with data: [DONE]": _API,
    "with include_usage the last chunk has no choices, and usage": _API,
    "finish_reason is stop, length, content_filter, tool_calls": _API,
    "a refusal is a field of its own": _FORMS,
    "json_object wants the word JSON in the messages": _FORMS,
    "strict wants every key required, and no other allowed; some limits are not known": _FORMS,
    "an error is an object with message, type, param and code": _ERRORS,
    "429 is too many requests, or insufficient_quota": _ERRORS,
}

Manner = Callable[["Asked"], Awaitable[web.StreamResponse]]
Fits = Callable[["Asked"], bool]


@dataclass
class Asked:
    """A request that came in."""

    request: web.Request
    body: Mapping[str, Any]
    over: asyncio.Event

    @property
    def form(self) -> str:
        """How the reply's form was asked for."""
        return str(self.body.get("response_format", {}).get("type", "plain"))

    @property
    def words(self) -> str:
        """All that was sent, as text."""
        return json.dumps(self.body["messages"], ensure_ascii=False)


@dataclass
class FakeModelServer:
    """The server: answers one request after the other in the manners given, the last for ever."""

    manners: Sequence[Manner] = ()
    asked: list[Asked] = field(default_factory=list)
    address: str = ""
    secured: ssl.SSLContext | None = None
    came: asyncio.Event = field(default_factory=asyncio.Event)  # a request
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Begin to listen."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self.secured)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"{'https' if self.secured else 'http'}://{host}:{port}/v1"

    async def stop(self) -> None:
        """Listen no longer; who hangs is let go."""
        self._over.set()
        if self._runner:
            await self._runner.cleanup()

    def behave(self, *manners: Manner) -> None:
        """Answer the next requests in these manners."""
        self.manners = manners
        self.asked.clear()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        asked = Asked(request, await request.json(), self._over)
        self.asked.append(asked)
        self.came.set()
        if request.path != "/v1/chat/completions":
            return _fail(404, "Unknown address")
        manner = self.manners[min(len(self.asked), len(self.manners)) - 1]
        return await manner(asked)


def chunk(words: object = None, finish: object = None, **delta: object) -> Mapping[str, Any]:
    """Make a chunk as a server sends it."""
    said = delta if words is None else {"content": words, **delta}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1_780_000_000,
        "model": "fake",
        "choices": [{"index": 0, "delta": said, "finish_reason": finish}],
    }


def says(text: str, finish: str = "stop", *, tells_usage: bool = True, size: int = 7) -> Manner:
    """Answer with a text, in pieces, as one does that knows everything we ask for."""

    async def manner(asked: Asked) -> web.StreamResponse:
        response = await open_stream(asked)
        for at in range(0, len(text), size):
            await send(response, chunk(text[at : at + size]))
        await send(response, chunk(finish=finish))
        if tells_usage and asked.body.get("stream_options", {}).get("include_usage"):
            usage = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}
            await send(response, {**chunk(), "choices": [], "usage": usage})
        await response.write(b"data: [DONE]\n\n")
        return response

    return manner


def pauses(before: str, gate: threading.Event, after: str) -> Manner:
    """Answer with a text that stops in the middle until a gate opens."""

    async def manner(asked: Asked) -> web.StreamResponse:
        response = await open_stream(asked)
        await send(response, chunk(before))
        await asyncio.get_running_loop().run_in_executor(None, gate.wait, 60)
        await send(response, chunk(after))
        await send(response, chunk(finish="stop"))
        await response.write(b"data: [DONE]\n\n")
        return response

    return manner


def says_json(data: object) -> Manner:
    """Answer with JSON."""
    return says(json.dumps(data, ensure_ascii=False))


def says_raw(*lines: bytes, content_type: str = "text/event-stream") -> Manner:
    """Answer with bytes as they are, then end the answer."""

    async def manner(asked: Asked) -> web.StreamResponse:
        response = await open_stream(asked, content_type)
        for line in lines:
            await response.write(line)
        return response

    return manner


def sends(*chunks: object) -> Manner:
    """Answer with chunks as they are."""
    return says_raw(
        *(f"data: {json.dumps(one)}\n\n".encode() for one in chunks), b"data: [DONE]\n\n"
    )


def fails(
    status: int, message: str = "", *, headers: Mapping[str, str] | None = None, **error: object
) -> Manner:
    """Answer with an error as the API has it."""

    async def manner(asked: Asked) -> web.StreamResponse:
        told = message or f"The request was no good: {asked.words}"  # real ones quote, too
        return _fail(status, told, headers, **error)

    return manner


def shows_page(status: int) -> Manner:
    """Answer with a page for people, as a gateway does."""

    async def manner(asked: Asked) -> web.StreamResponse:
        page = f"<!doctype html><title>Bad gateway</title><pre>{asked.words}</pre>"
        return web.Response(status=status, text=page, content_type="text/html")

    return manner


def points_to(address: str) -> Manner:
    """Point somewhere else."""

    async def manner(_asked: Asked) -> web.StreamResponse:
        return web.Response(status=307, headers={"Location": address})

    return manner


def breaks_off(after: str = "") -> Manner:
    """Break off in the middle of a stream, or before it."""

    async def manner(asked: Asked) -> web.StreamResponse:
        response = await open_stream(asked)
        if after:
            await send(response, chunk(after))
        assert asked.request.transport is not None
        asked.request.transport.abort()
        return response

    return manner


def ends_early(after: str) -> Manner:
    """End the stream properly, but in the middle of the words and without a reason."""
    return says_raw(f"data: {json.dumps(chunk(after))}\n\n".encode())


def hangs(before: str | None = None, *, keeps_alive: bytes = b"") -> Manner:
    """Send nothing at all, or some words and then nothing but signs of life."""

    async def manner(asked: Asked) -> web.StreamResponse:
        if before is None:
            await asked.over.wait()
            return web.Response(status=503)
        response = await open_stream(asked)
        await send(response, chunk(before))
        for _ in range(100):
            await response.write(keeps_alive)
            if await _is_over(asked, 0.02):
                break
        await asked.over.wait()
        return response

    return manner


def drips(text: str, seconds: float) -> Manner:
    """Send a letter every now and then, for ever."""

    async def manner(asked: Asked) -> web.StreamResponse:
        response = await open_stream(asked)
        number = 0
        while not await _is_over(asked, seconds):
            await send(response, chunk(text[number % len(text)]))
            number += 1
        return response

    return manner


def knows(takes: Fits, then: Manner, status: int = 400, message: str = "Bad request") -> Manner:
    """Answer only what a server knows; complain of the rest in its words."""

    async def manner(asked: Asked) -> web.StreamResponse:
        return await then(asked) if takes(asked) else _fail(status, message)

    return manner


async def open_stream(asked: Asked, content_type: str = "text/event-stream") -> web.StreamResponse:
    """Begin a stream."""
    response = web.StreamResponse(headers={"Content-Type": content_type})
    await response.prepare(asked.request)
    return response


async def send(response: web.StreamResponse, data: object) -> None:
    """Send one event."""
    await response.write(f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())


async def _is_over(asked: Asked, seconds: float) -> bool:
    try:
        await asyncio.wait_for(asked.over.wait(), seconds)
    except TimeoutError:
        transport = asked.request.transport
        return transport is None or transport.is_closing()
    return True


def _fail(
    status: int, message: str, headers: Mapping[str, str] | None = None, **error: object
) -> web.Response:
    told = {"message": message, "type": "error", "param": None, "code": None, **error}
    return web.json_response({"error": told}, status=status, headers=headers)

"""What the doors of all platforms do alike: read a body up to a size, answer once. Plain ASGI."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from bot.core.deliveries import Arrival

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class TakesIn(Protocol):
    """Writes an arrival down before it is acknowledged."""

    async def take(self, arrival: Arrival) -> bool:
        """Keep an arrival; returns when it is on disk."""
        ...


def read_headers(scope: Scope) -> Mapping[bytes, bytes]:
    """Read the headers, their names in small letters."""
    return {name.lower(): value for name, value in scope["headers"]}


async def read_body(receive: Receive, announced: bytes, largest: int) -> bytes | None:
    """Read the body; None as soon as it is larger than anything that the platform sends.

    Args:
        receive: Of ASGI.
        announced: The Content-Length, empty where there is none.
        largest: In bytes.
    """
    if announced and not (announced.isdigit() and int(announced[:20]) <= largest):
        return None
    pieces = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        pieces += message.get("body", b"")
        if len(pieces) > largest:
            return None
        if not message.get("more_body"):
            return bytes(pieces)


async def send_answer(
    send: Send, status: int, body: bytes, kind: bytes = b"text/plain; charset=utf-8"
) -> None:
    """Answer, and be done."""
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

"""The line to a model's server: how little goes out beside the request, how much may come back.

Decided here, for it is a matter of privacy:

- No redirect is followed: a key and a draft go to the address in the settings, or nowhere.
- Proxies and sign-ins of the environment (HTTPS_PROXY, .netrc) are not used: they are set for other
  programs, and would see where drafts go. Who needs a proxy names it in JOURFIX_MODEL_PROXY.
- Certificates are checked, by what this machine trusts (and SSL_CERT_FILE).
- Of the headers only those leave that the API needs; the SDK's own tell of this machine.
- Compressed answers are not read: a few bytes could become gigabytes.

No connection is kept for the next call: one that has been idle may be dead, and a process may have
several event loops one after the other. A new one takes some milliseconds, an answer seconds.
"""

import ssl
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx2
from typing_extensions import override

_HEADERS = ("host", "content-type", "content-length", "accept", "connection")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_LARGEST = 4_000_000  # bytes of an answer; a token takes some three hundred in a stream
_CONNECT_SECONDS = 5.0


class AnswerRefusedError(Exception):
    """An answer is larger than we read, or compressed."""


def is_safe(address: str) -> bool:
    """Say whether drafts and keys may go to an address: https, or this machine itself."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    is_here = parts.scheme == "http" and host in _LOOPBACK
    is_plain = not (parts.username or parts.password or parts.query or parts.fragment)
    return is_plain and (is_here or (parts.scheme == "https" and bool(host)))


def name_place(address: str) -> str:
    """Name the host of an address, and its port where it is not the usual one."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{parts.port}" if parts.port else host


def open_line(address: str, key: str, proxy: str = "") -> httpx2.AsyncClient:
    """Open a line to an address; timeouts of reading are whoever listens'."""
    limits = httpx2.Limits(max_keepalive_connections=0)
    # to this machine itself nothing is encrypted, and no certificate is believed
    trust = True if address.startswith("https://") else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    inner = httpx2.AsyncHTTPTransport(proxy=proxy or None, retries=0, limits=limits, verify=trust)
    return httpx2.AsyncClient(
        transport=BoundedTransport(key, inner),
        follow_redirects=False,
        trust_env=False,
        timeout=httpx2.Timeout(None, connect=_CONNECT_SECONDS, pool=_CONNECT_SECONDS),
    )


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Sends what the API needs and nothing more, and reads up to a size."""

    def __init__(self, key: str, inner: httpx2.AsyncBaseTransport) -> None:
        self._key = key
        self._inner = inner

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request.

        Raises:
            AnswerRefusedError: the answer is compressed.
        """
        kept = [(name, request.headers[name]) for name in _HEADERS if name in request.headers]
        kept += [("accept-encoding", "identity"), ("user-agent", "jourfix")]
        if self._key:
            kept.append(("authorization", f"Bearer {self._key}"))
        request.headers = httpx2.Headers(kept)
        response = await self._inner.handle_async_request(request)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise AnswerRefusedError
        if not isinstance(response.stream, httpx2.AsyncByteStream):
            raise AnswerRefusedError
        return httpx2.Response(
            status_code=response.status_code,
            headers=response.headers,
            stream=BoundedStream(response.stream),
            extensions=response.extensions,
        )

    @override
    async def aclose(self) -> None:
        """Hang up."""
        await self._inner.aclose()


class BoundedStream(httpx2.AsyncByteStream):
    """The bytes of an answer, up to a size."""

    def __init__(self, inner: httpx2.AsyncByteStream) -> None:
        self._inner = inner
        self._size = 0

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the bytes as they come.

        Raises:
            AnswerRefusedError: there are too many.
        """
        async for piece in self._inner:
            self._size += len(piece)
            if self._size > _LARGEST:
                raise AnswerRefusedError
            yield piece

    @override
    async def aclose(self) -> None:
        """Read no further."""
        await self._inner.aclose()

"""A site on loopback that gives out feeds, and answers that no site should give."""

import contextlib
import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_ITEM = "<item><title>{title}</title><link>https://example.org/{number}</link></item>"


def write_feed(*titles: str) -> bytes:
    """Write an RSS feed."""
    items = "".join(_ITEM.format(title=title, number=at) for at, title in enumerate(titles))
    return f"<rss><channel><title>Site</title>{items}</channel></rss>".encode()


class _Site(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        """Answer a request."""
        name = self.path.rpartition("/")[2]
        match name:
            case "feed":
                self._answer(200, write_feed("Nurses on night shifts"))
            case "moved":
                self._answer(301, b"", Location="/feed")
            case "around":
                self._answer(302, b"", Location="/around")
            case "inside":
                self._answer(302, b"", Location="http://10.0.0.1/feed")
            case "plain":
                self._answer(302, b"", Location="ftp://example.org/feed")
            case "gone":
                self._answer(404, b"")
            case "packed":
                self._answer(200, gzip.compress(write_feed("x")), **{"Content-Encoding": "gzip"})
            case "large":
                self._answer(200, b"x" * 3_000_000)
            case "silent":
                self.server.release.wait(20)  # type: ignore[attr-defined]
            case _:
                self._answer(200, b"<html></html>")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def run_site() -> Iterator[str]:
    """Run the site; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.release = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.release.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()

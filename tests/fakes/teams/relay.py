"""Stands between Microsoft's test client and Jourfix, on loopback, and signs.

The client signs nothing unless it can ask Entra. So what it posts goes through here and gets a
token of our own issuer, made out to the address that the client serves: Jourfix checks it as it
does in production. What Jourfix sends comes through here as well, since that address must be known
before the client runs; it is let through with a token that our own Entra gave.
"""

import http.client
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.fakes.teams.person import PATH
from tests.fakes.teams.platform import FakeTeams, make_claims

_SERVICE = "/_connector"
_PATIENCE = 60.0


@dataclass
class Relay:
    """Knows the two that it stands between by their ports; both are known only later."""

    teams: FakeTeams
    bot_port: int = 0
    client_port: int = 0
    statuses: list[tuple[str, int]] = field(default_factory=list)  # of all that went through
    _server: ThreadingHTTPServer = field(init=False)
    _thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        relay = self

        class Door(BaseHTTPRequestHandler):
            """Answers one request with what the other side says."""

            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self._pass_on()

            def do_PUT(self) -> None:
                self._pass_on()

            def _pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status, kind, answer = relay.pass_on(self.command, self.path, body, self.headers)
                relay.statuses.append((f"{self.command} {self.path}", status))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_said: object) -> None:
                """Say nothing: what was said is in `statuses`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def service_url(self) -> str:
        return f"{self.origin}{_SERVICE}"

    @property
    def messages(self) -> str:
        """The address that the client believes to be the bot's."""
        return f"{self.origin}{PATH}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join(_PATIENCE)
        self._server.server_close()

    def pass_on(
        self, method: str, path: str, body: bytes, headers: "http.client.HTTPMessage"
    ) -> tuple[int, str, bytes]:
        """Pass a request on; gives status, kind and content of the answer."""
        kind = headers.get("Content-Type", "application/json")
        if path == PATH:
            signed = self.teams.issuer.sign(make_claims(self.teams, serviceurl=self.service_url))
            authorization, port = f"Bearer {signed}", self.bot_port
        else:
            authorization, port = headers.get("Authorization", ""), self.client_port
            if authorization.removeprefix("Bearer ") not in self.teams.tokens:
                return 401, "application/json", b"{}"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            passed = {"Content-Type": kind, "Authorization": authorization}
            connection.request(method, path, body or None, passed)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Content-Type", kind), answer.read()
        finally:
            connection.close()

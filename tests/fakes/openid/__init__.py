"""A small directory on loopback that signs people in, as Slack and Microsoft do: OpenID Connect.

It checks what a directory checks (client, secret, where people go back to, PKCE, a code once), and
has every wrong manner that a test may ask for.
"""

import base64
import contextlib
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

from typing_extensions import override

from tests.fakes.teams.issuer import Issuer, encode

CLIENT, SECRET = "client-1", "the secret of client 1"
TENANT, OTHER_TENANT = (
    "11111111-2222-3333-4444-555555555555",
    "99999999-8888-7777-6666-555555555555",
)
BEHAVIOUR = {
    "Slack names workspace and user with claims of its own": "https://docs.slack.dev/reference/methods/openid.connect.token",
    "Slack refuses with ok: false and an error, at status 200": "https://docs.slack.dev/reference/methods/openid.connect.token",
    "Microsoft's issuer of many tenants has {tenantid} in it": "https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-the-issuer",
    "too many groups: _claim_names in their place": "https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference#groups-overage-claim",
}
ASSUMED = {
    "https://slack.com/enterprise_id is in the ID token too": "Slack's SDKs read it; its page of examples has no organisation",
}


@dataclass
class Given:
    """A code that was given out, and for what."""

    asked: dict[str, str]
    claims: dict[str, Any]


@dataclass
class FakeDirectory:
    """The directory.

    Args:
        kind: slack or microsoft.
        who: What it says of whoever signs in.
        change: Changes claims before they are signed.
        header: Another header of the ID token.
        number: Another key to sign with.
        faults: Answers of another kind, by path: status, headers, body.
        seconds: How long the token takes.
    """

    kind: str
    who: dict[str, Any] = field(default_factory=dict)
    change: Callable[[dict[str, Any]], None] = lambda _claims: None
    header: dict[str, Any] = field(default_factory=dict)
    number: int | None = None
    faults: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    documents: Callable[[dict[str, Any]], None] = lambda _document: None
    seconds: float = 0.0
    issuer: Issuer = field(default_factory=Issuer)
    asked: list[str] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)
    address: str = ""
    _server: ThreadingHTTPServer | None = None

    def __enter__(self) -> "FakeDirectory":
        directory = self

        class Handler(_Handler):
            fake = directory

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._server
        self._server.shutdown()
        self._server.server_close()

    def name_issuer(self, tenant: str) -> str:
        return self.address if self.kind == "slack" else f"{self.address}/{tenant}/v2.0"

    def describe(self, path: str) -> dict[str, Any]:
        """The OpenID document."""
        tenant = path.strip("/").partition("/")[0]
        told = {
            "issuer": self.name_issuer("{tenantid}" if tenant == "organizations" else tenant),
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }
        self.documents(told)
        return told

    def agree(self, address: str, who: Mapping[str, Any] | None = None) -> str:
        """Somebody signs in here and agrees; gives where their browser goes."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self.given[code] = Given(asked, dict(who if who is not None else self.who))
        back = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{back}"

    def exchange(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        self.forms.append(form)
        given = self.given.pop(form.get("code", ""), None)
        status = 200 if self.kind == "slack" else 400
        if form.get("client_id") != CLIENT or form.get("client_secret") != SECRET:
            return status, {"ok": False, "error": "invalid_client"}
        challenge = encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if (
            given is None
            or given.asked["code_challenge"] != challenge
            or given.asked["redirect_uri"] != form.get("redirect_uri")
            or form.get("grant_type") != "authorization_code"
        ):
            return status, {"ok": False, "error": "invalid_grant"}
        now, access = int(time.time()), secrets.token_urlsafe(16)
        half = hashlib.sha256(access.encode()).digest()[:16]
        claims: dict[str, Any] = {
            "iss": self.name_issuer(str(given.claims.get("tid", ""))),
            "sub": "subject",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": given.asked.get("nonce", ""),
            "at_hash": base64.urlsafe_b64encode(half).rstrip(b"=").decode(),
            **given.claims,
        }
        self.change(claims)
        token = self.issuer.sign(claims, self.header, self.number)
        return 200, {"ok": True, "access_token": access, "token_type": "Bearer", "id_token": token}


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    fake: ClassVar[FakeDirectory]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.fake.asked.append(path)
        if self._fail(path):
            return
        if path.endswith("/.well-known/openid-configuration"):
            self._say(200, self.fake.describe(path))
        elif path == "/keys":
            self._say(200, self.fake.issuer.publish())
        elif path == "/authorize":
            link = f'<p><a href="/agree?{escape(urlsplit(self.path).query)}">Agree</a></p>'
            self._send(200, {"Content-Type": "text/html"}, f"<h1>Directory</h1>{link}".encode())
        elif path == "/agree":
            self._send(302, {"Location": self.fake.agree(self.path)}, b"")
        else:
            self._say(404, {})

    def do_POST(self) -> None:
        path = urlsplit(self.path).path
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.fake.asked.append(path)
        time.sleep(self.fake.seconds)  # it is slow on purpose
        if not self._fail(path):
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(*self.fake.exchange(form))

    def _fail(self, path: str) -> bool:
        for end, fault in self.fake.faults.items():
            if path.endswith(end):
                self._send(*fault)
                return True
        return False

    def _say(self, status: int, said: Mapping[str, Any]) -> None:
        self._send(status, {"Content-Type": "application/json"}, json.dumps(said).encode())

    def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):  # whoever asked had enough
            self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

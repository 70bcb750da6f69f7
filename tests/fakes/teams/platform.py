"""A small Teams on loopback: Bot Connector, the issuer of its tokens, and Entra, which gives ours.

It listens on 127.0.0.1 only, keeps everything in memory and ends with the test. What it does is
what the public documentation says; where that is silent, it refuses. `DOCUMENTED` says which page
each behaviour follows.
"""

import asyncio
import contextlib
import json
import ssl
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography import x509

from tests.fakes.teams.issuer import ISSUER, Issuer, make_certificate

_AZURE = "https://learn.microsoft.com/azure/bot-service"
_TEAMS = "https://learn.microsoft.com/microsoftteams/platform"
_ENTRA = "https://learn.microsoft.com/entra"
_CONNECTOR = f"{_AZURE}/rest-api/bot-framework-rest-connector-api-reference"
DOCUMENTED: Mapping[str, str] = {
    "a token of the Connector: RS256, iss, aud, exp, serviceurl; keys carry endorsements": f"{_AZURE}/rest-api/bot-framework-rest-connector-authentication",
    "keys are rolled at any time": f"{_AZURE}/rest-api/bot-framework-rest-connector-authentication",
    "a token for us: client_credentials with a secret or a signed assertion": f"{_ENTRA}/identity-platform/v2-oauth2-client-creds-grant-flow",
    "an assertion names its certificate (x5t#S256), is for the token endpoint and short-lived": f"{_ENTRA}/identity-platform/certificate-credentials",
    "a managed identity is asked with the header Metadata and its client_id": f"{_ENTRA}/identity/managed-identities-azure-resources/how-to-use-vm-token",
    "POST conversations/{id}/activities and .../{activityId} answer an id; PUT and DELETE change it": _CONNECTOR,
    "an error is {error: {code, message}}": f"{_CONNECTOR}#errorresponse-object",
    "POST conversations opens a personal chat, the same one every time": f"{_TEAMS}/bots/how-to/conversations/send-proactive-messages",
    "to whom blocked or uninstalled the app: 403, subCode MessageWritesBlocked": f"{_TEAMS}/bots/how-to/conversations/send-proactive-messages",
    "that 403 holds its subCode in a string of JSON": "https://learn.microsoft.com/answers/questions/5858588",
    "statuses and codes: BotNotInConversationRoster, ConversationNotFound, ...": f"{_TEAMS}/bots/build-conversational-capability",
    "too fast: 429 with Retry-After; 412, 502 and 504 may come": f"{_TEAMS}/bots/how-to/rate-limit",
    "more than 100 KB: 413 MessageSizeTooBig; the gateway in front answers in HTML": f"{_TEAMS}/bots/how-to/format-your-bot-messages",
    "GET conversations/{id}/members gives name, aadObjectId, tenantId": f"{_TEAMS}/bots/how-to/get-teams-context",
    "GET attachments/{id}/views/original wants our token": f"{_TEAMS}/bots/how-to/agents-inline-images",
    "a file's downloadUrl is pre-authenticated, for minutes": f"{_TEAMS}/bots/how-to/bots-filesv4",
}
TENANT = "11111111-2222-3333-4444-555555555555"
APP_ID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
SECRET = "a-client-secret"  # noqa: S105
_LARGEST = 100_000  # of a payload's UTF-16 bytes, by the page on formatting


@dataclass
class Call:
    """One request that reached the Connector."""

    method: str
    conversation: str
    activity_id: str
    body: Mapping[str, Any]
    token: str = ""


Fault = Callable[[Call], "web.StreamResponse | str | None"]
LOSE_ANSWER = "lose the answer"  # the work is done, the connection breaks


@dataclass
class FakeTeams:
    """Teams for one tenant. Everything it was asked and shows can be read."""

    issuer: Issuer = field(default_factory=Issuer)
    secret: str = SECRET
    certificate: bytes = b""  # PEM, with which assertions may be signed
    is_issuer_down: bool = False
    is_entra_down: bool = False
    token_seconds: int = 3599
    metadata_calls: int = 0
    entra_calls: list[Mapping[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    calls: list[Call] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)  # what people see, in order
    deleted: list[str] = field(default_factory=list)
    chats: dict[str, str] = field(default_factory=dict)  # person, and their chat with the bot
    gone: set[str] = field(default_factory=set)  # conversations that are no more
    blocked: set[str] = field(default_factory=set)  # conversations in which we may not write
    files: dict[str, bytes] = field(default_factory=dict)
    file_tokens: list[str] = field(default_factory=list)  # Authorization of who fetched a file
    faults: "deque[Fault]" = field(default_factory=deque)  # each meets one request that writes
    chat_faults: dict[str, "deque[Fault]"] = field(default_factory=dict)  # of a chat alone
    port: int = 0
    login_port: int = 0
    trusted: Path = Path()  # a file with the certificate of our Entra
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _held: "asyncio.Event | None" = None  # until it is set, a typing sign is not answered
    _numbers: int = 0
    _loop: "asyncio.AbstractEventLoop | None" = None
    _thread: "threading.Thread | None" = None
    _folder: "tempfile.TemporaryDirectory[str] | None" = None

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def service_url(self) -> str:
        return f"{self.origin}/emea/"

    @property
    def metadata(self) -> str:
        return f"{self.origin}/v1/.well-known/openidconfiguration"

    @property
    def login(self) -> str:
        return f"https://127.0.0.1:{self.login_port}"

    def start(self) -> None:
        ready = threading.Event()
        self._folder = tempfile.TemporaryDirectory(prefix="jourfix-teams-")

        def run() -> None:
            loop = self._loop = asyncio.new_event_loop()
            loop.run_until_complete(self._listen())
            ready.set()
            loop.run_forever()
            for runner in self._runners:
                loop.run_until_complete(runner.cleanup())
            loop.close()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()
        assert ready.wait(20)

    def stop(self) -> None:
        assert self._loop
        assert self._thread
        assert self._folder
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._folder.cleanup()

    async def _listen(self) -> None:
        app = web.Application(client_max_size=2_000_000)
        app.router.add_get("/v1/.well-known/openidconfiguration", self._tell_issuer)
        app.router.add_get("/v1/.well-known/keys", self._tell_keys)
        app.router.add_get("/metadata/identity/oauth2/token", self._grant_identity)
        app.router.add_get("/files/{name}", self._give_file)
        base = "/emea/v3/conversations"
        app.router.add_post(base, self._open)
        app.router.add_post(f"{base}/{{conversation}}/activities", self._post)
        app.router.add_post(f"{base}/{{conversation}}/activities/{{activity}}", self._post)
        app.router.add_put(f"{base}/{{conversation}}/activities/{{activity}}", self._put)
        app.router.add_delete(f"{base}/{{conversation}}/activities/{{activity}}", self._delete)
        app.router.add_get(f"{base}/{{conversation}}/members", self._list_members)
        app.router.add_get("/emea/v3/attachments/{name}/views/original", self._give_picture)
        login = web.Application()
        login.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._tell_login)
        login.router.add_post("/{tenant}/oauth2/v2.0/token", self._grant)
        self.trusted = Path(str(self._folder and self._folder.name)) / "entra.pem"
        certificate, key = make_certificate()
        self.trusted.write_bytes(certificate + key)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.trusted)
        self._runners = [web.AppRunner(app), web.AppRunner(login)]
        ports = []
        for runner, secured in zip(self._runners, (None, context), strict=True):
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=secured)
            await site.start()
            ports.append(runner.addresses[0][1])
        self.port, self.login_port = ports

    def wait_for(self, what: Callable[[], Any], seconds: float = 60.0) -> Any:
        """Wait until something is so; woken by every request, and soon by what is none."""
        last = time.monotonic() + seconds
        with self._changed:
            while not (found := what()):
                assert time.monotonic() < last, (
                    f"it did not happen; asked: {[call.method for call in self.calls][-20:]}"
                )
                self._changed.wait(0.1)
            return found

    @contextlib.contextmanager
    def holding_typing(self) -> Iterator[None]:
        """Leave typing signs without an answer until the block ends."""
        assert self._loop
        held = self._held = asyncio.Event()
        try:
            yield
        finally:
            self._held = None
            self._loop.call_soon_threadsafe(held.set)

    def make_id(self) -> str:
        """Name an activity: Teams takes milliseconds."""
        with self._changed:
            self._numbers += 1
            return str(1_763_800_000_000 + self._numbers)

    # --- the issuer ---

    async def _tell_issuer(self, request: web.Request) -> web.StreamResponse:
        self.metadata_calls += 1
        if self.is_issuer_down:
            return _break(request)
        return web.json_response(
            {
                "issuer": ISSUER,
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": f"{self.origin}/v1/.well-known/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            }
        )

    async def _tell_keys(self, request: web.Request) -> web.StreamResponse:
        return _break(request) if self.is_issuer_down else web.json_response(self.issuer.publish())

    # --- Entra and managed identities ---

    async def _tell_login(self, request: web.Request) -> web.StreamResponse:
        base = f"{self.login}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            }
        )

    async def _grant(self, request: web.Request) -> web.StreamResponse:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self._note_entra({**form, "tenant": request.match_info["tenant"]})
        if self.is_entra_down:
            return web.Response(status=503, text="<html>later</html>", content_type="text/html")
        if form.get("grant_type") != "client_credentials" or form.get("client_id") != APP_ID:
            return web.json_response({"error": "unauthorized_client"}, status=400)
        if not (form.get("client_secret") == self.secret or self._is_signed(form, request)):
            return web.json_response(
                {"error": "invalid_client", "error_description": "AADSTS7000215: ..."}, status=401
            )
        if form.get("scope") != "https://api.botframework.com/.default":
            return web.json_response({"error": "invalid_scope"}, status=400)
        return web.json_response(
            {
                "token_type": "Bearer",
                "expires_in": self.token_seconds,
                "access_token": self._make_token(),
            }
        )

    def _note_entra(self, asked: Mapping[str, str]) -> None:
        with self._changed:
            self.entra_calls.append(asked)
            self._changed.notify_all()

    def _is_signed(self, form: Mapping[str, str], request: web.Request) -> bool:
        if not self.certificate or "client_assertion" not in form:
            return False
        key = x509.load_pem_x509_certificate(self.certificate).public_key()
        address = f"{self.login}{request.path}"
        said = jwt.decode(
            form["client_assertion"],
            key,
            algorithms=["PS256", "RS256"],
            audience=address,  # type: ignore[arg-type] # a text is one of its kinds
        )
        return bool(said["iss"] == said["sub"] == APP_ID)

    async def _grant_identity(self, request: web.Request) -> web.StreamResponse:
        self._note_entra(dict(request.query))
        if request.headers.get("Metadata") != "true" or request.query.get("client_id") != APP_ID:
            return web.json_response({"error": "invalid_request"}, status=400)
        return web.json_response(
            {
                "access_token": self._make_token(),
                "expires_in": str(self.token_seconds),
                "resource": request.query["resource"],
                "token_type": "Bearer",
            }
        )

    def _make_token(self) -> str:
        token = f"token-{len(self.entra_calls)}"
        self.tokens.add(token)
        return token

    def revoke_tokens(self) -> None:
        """Take back every token, as happens when a secret is replaced in a hurry."""
        self.tokens.clear()

    # --- the Connector ---

    async def _meet(
        self, request: web.Request, work: Callable[[Call], web.StreamResponse]
    ) -> web.StreamResponse:
        text = await request.text()
        names = request.match_info
        call = Call(
            request.method, names.get("conversation", ""), names.get("activity", ""),
            json.loads(text) if text else {},
            request.headers.get("Authorization", "").removeprefix("Bearer "),
        )  # fmt: skip
        if self._held is not None and call.body.get("type") == "typing":
            await self._held.wait()
        with self._changed:
            try:
                self.calls.append(call)
                if call.token not in self.tokens:
                    return fail(401, "Unauthorized")
                faults = self.chat_faults.get(call.conversation) or self.faults
                if faults:
                    done = faults.popleft()(call)
                    if isinstance(done, web.StreamResponse):
                        return done
                    if done == LOSE_ANSWER:
                        work(call)
                        return _break(request)
                if len(text.encode("utf-16-le")) > _LARGEST:
                    return web.Response(
                        status=413, text="<html>413</html>", content_type="text/html"
                    )
                return self._refuse(call) or work(call)
            finally:
                self._changed.notify_all()

    def _refuse(self, call: Call) -> web.StreamResponse | None:
        if call.conversation in self.gone:
            return fail(404, "ConversationNotFound")
        if call.conversation in self.blocked:
            inner = {
                "subCode": "MessageWritesBlocked",
                "details": "Thread is blocked from message writes.",
                "errorCode": None,
                "errorSubCode": None,
            }
            body = {"errorCode": 209, "message": json.dumps(inner, indent=2)}
            return web.json_response(body, status=403)
        return None

    async def _post(self, request: web.Request) -> web.StreamResponse:
        def work(call: Call) -> web.StreamResponse:
            if call.activity_id and call.body.get("replyToId") != call.activity_id:
                return fail(400, "BadArgument")
            if not isinstance(call.body.get("type"), str):
                return fail(400, "MissingProperty")
            name = self.make_id()
            self.posts.append({**call.body, "id": name, "conversation": {"id": call.conversation}})
            return web.json_response({"id": name}, status=201)

        return await self._meet(request, work)

    async def _put(self, request: web.Request) -> web.StreamResponse:
        def work(call: Call) -> web.StreamResponse:
            for number, post in enumerate(self.posts):
                if post["id"] == call.activity_id:
                    self.posts[number] = {**call.body, "conversation": {"id": call.conversation}}
                    return web.json_response({"id": call.activity_id})
            return fail(404, "ActivityNotFoundInConversation")

        return await self._meet(request, work)

    async def _delete(self, request: web.Request) -> web.StreamResponse:
        def work(call: Call) -> web.StreamResponse:
            kept = [post for post in self.posts if post["id"] != call.activity_id]
            if len(kept) == len(self.posts):
                return fail(404, "ActivityNotFoundInConversation")
            self.posts[:] = kept
            self.deleted.append(call.activity_id)
            return web.Response(status=200)

        return await self._meet(request, work)

    async def _open(self, request: web.Request) -> web.StreamResponse:
        def work(call: Call) -> web.StreamResponse:
            body = call.body
            members = body.get("members") or []
            tenant = ((body.get("channelData") or {}).get("tenant") or {}).get("id")
            if len(members) != 1 or body.get("isGroup") or tenant != TENANT:
                return fail(400, "BadSyntax")
            name = self.chats.setdefault(members[0]["id"], f"a:chat-{len(self.chats) + 1}")
            return web.json_response({"id": name}, status=201)

        return await self._meet(request, work)

    async def _list_members(self, request: web.Request) -> web.StreamResponse:
        def work(call: Call) -> web.StreamResponse:
            people = [one for one, chat in self.chats.items() if chat == call.conversation]
            return web.json_response(
                [
                    {"id": one, "name": f"name of {one}", "aadObjectId": f"aad-{one}", "tenantId": TENANT,
                     "userPrincipalName": f"{one}@contoso.example"}
                    for one in people
                ]
            )  # fmt: skip

        return await self._meet(request, work)

    async def _give_picture(self, request: web.Request) -> web.StreamResponse:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.tokens:
            return fail(401, "Unauthorized")
        return self._give(request)

    async def _give_file(self, request: web.Request) -> web.StreamResponse:
        self.file_tokens.append(request.headers.get("Authorization", ""))
        return self._give(request)

    def _give(self, request: web.Request) -> web.StreamResponse:
        content = self.files.get(request.match_info["name"])
        if content is None:
            return web.Response(status=404)
        return web.Response(body=content, content_type="application/octet-stream")


def _break(request: web.Request) -> web.StreamResponse:
    """Break the connection instead of answering."""
    assert request.transport
    request.transport.abort()
    return web.Response()


def fail(status: int, code: str) -> web.StreamResponse:
    """Answer with an error, as the Connector writes it."""
    return web.json_response({"error": {"code": code, "message": "..."}}, status=status)


def refuse_too_fast(seconds: int) -> Fault:
    """Answer 429 once."""
    return lambda _call: web.json_response(
        {"error": {"code": "RateLimitExceeded"}}, status=429, headers={"Retry-After": str(seconds)}
    )


def answer_with(status: int, code: str = "") -> Fault:
    """Answer with a status once, having done nothing: in HTML where no code is given."""
    if code:
        return lambda _call: fail(status, code)
    return lambda _call: web.Response(
        status=status, text="<html>Something went wrong</html>", content_type="text/html"
    )


def lose_answer(_call: Call) -> str:
    """Do what is asked, and break the connection before the answer."""
    return LOSE_ANSWER


def make_claims(teams: FakeTeams, **other: Any) -> dict[str, Any]:
    """Make the claims of a token of the Connector; None leaves one out."""
    now = int(time.time())
    claims = {
        "iss": ISSUER, "aud": APP_ID, "nbf": now - 300, "exp": now + 3600,
        "serviceurl": teams.service_url, **other,
    }  # fmt: skip
    return {name: value for name, value in claims.items() if value is not None}

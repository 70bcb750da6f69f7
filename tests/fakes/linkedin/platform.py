"""A small LinkedIn on loopback: people's consent, tokens, and the numbers of their own posts.

It follows the documentation row by row (BEHAVIOUR below). What is not documented stands in ASSUMED:
nobody here has had access to the real one, so that these rows are to be looked at first when a real
answer differs.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from aiohttp import web

_DOCS = "https://learn.microsoft.com/en-us/linkedin"
_STATISTICS = f"{_DOCS}/marketing/community-management/members/post-statistics"
_FLOW = f"{_DOCS}/shared/authentication/authorization-code-flow"
BEHAVIOUR = {
    "q=entity, entity, queryType and aggregation are needed": _STATISTICS,
    "the entity is (share:URN) or (ugc:URN), its colons escaped": _STATISTICS,
    "one request gives one metric: elements with count and metricType": _STATISTICS,
    "the permission is r_member_postAnalytics": _STATISTICS,
    "LinkedIn-Version and X-Restli-Protocol-Version are needed": f"{_DOCS}/marketing/versioning",
    "an error has message, status and a code of its own": f"{_DOCS}/shared/api-guide/concepts/error-handling",
    "a version is the month of its release, and lives for a year at least": f"{_DOCS}/marketing/versioning",
    "too many requests: 429; they are counted by the day, which ends at midnight UTC": "https://developer.linkedin.com/docs/guide/v2/concepts/rate-limits",
    "a code is exchanged by a form with grant_type, code, client_id, client_secret, redirect_uri": _FLOW,
    "an access token lives for 60 days": _FLOW,
    "a person who declines comes back with user_cancelled_login or user_cancelled_authorize": _FLOW,
    "a refresh token lives for a year; renewing does not prolong it": f"{_DOCS}/shared/authentication/programmatic-refresh-tokens",
}
ASSUMED = {
    "a post of somebody else's is 403, one that is gone 404": "no list of errors of this interface was found",
    "an old version is 426": "seen in public programs only",
    "metricType is a text since 202605 and was an object before": "seen in public programs only",
    "a metric that is not there gives no elements": "nothing says that this means zero; we take it as not told",
    "a code that has ended or served is invalid_request or invalid_grant": "the page shows no full list",
    "Retry-After may come with 429": "no page promises it",
}
METRICS = ("IMPRESSION", "MEMBERS_REACHED", "REACTION", "COMMENT", "RESHARE")
_TOKEN_LIFE, _REFRESH_LIFE = 60 * 86_400, 365 * 86_400
_OLD_KEY = "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1"


@dataclass
class FakeLinkedIn:
    """The server, what it knows, and what it was asked.

    Args:
        posts: The numbers of each post of the person, by URN.
        back: Where people come back to, as it was registered.
        gives_refresh: Whether our application may renew tokens.
        is_hanging: Whether no answer comes.
        fault: Answers in place of the real answer where it gives one.
    """

    posts: dict[str, Mapping[str, int]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    tokens: set[str] = field(default_factory=lambda: {"token-1"})
    codes: set[str] = field(default_factory=set)
    refreshes: set[str] = field(default_factory=set)
    scope: str = "r_member_postAnalytics"
    back: str = "https://jourfix.example/back"
    gives_refresh: bool = False
    fault: Callable[[web.Request], web.StreamResponse | None] = lambda _request: None
    asked: list[web.Request] = field(default_factory=list)
    forms: list[Mapping[str, str]] = field(default_factory=list)
    address: str = ""
    is_hanging: bool = False
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Begin to listen."""
        app = web.Application()
        app.router.add_get("/rest/memberCreatorPostAnalytics", self._count)
        app.router.add_post("/oauth/v2/accessToken", self._exchange)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.address = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Listen no longer."""
        self._over.set()
        if self._runner:
            await self._runner.cleanup()

    async def _count(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        if self.is_hanging:
            await self._over.wait()
        if answer := self.fault(request):
            return answer
        version = request.headers.get("LinkedIn-Version", "")
        if request.headers.get("Authorization", "") not in {f"Bearer {one}" for one in self.tokens}:
            return _fail(401, "Invalid access token", "INVALID_ACCESS_TOKEN")
        if self.scope != "r_member_postAnalytics":
            return _fail(403, "Not enough permissions to access", "ACCESS_DENIED")
        if version < "202511":
            return _fail(426, "Requested version is not active", "NONEXISTENT_VERSION")
        if request.headers.get("X-Restli-Protocol-Version") != "2.0.0":
            return _fail(400, "Wrong protocol", "ILLEGAL_ARGUMENT")
        metric = request.query.get("queryType", "")
        entity = _read_entity(request.raw_path)
        if request.query.get("q") != "entity" or metric not in METRICS or not entity:
            return _fail(400, "Wrong parameters", "ILLEGAL_ARGUMENT")
        if request.query.get("aggregation") != "TOTAL":
            return _fail(400, "Wrong aggregation", "ILLEGAL_ARGUMENT")
        if entity in self.others:
            return _fail(403, "Not the author", "ACCESS_DENIED")
        if entity not in self.posts:
            return _fail(404, "Not found", "NOT_FOUND")
        return web.json_response(
            {
                "paging": {"start": 0, "count": 10, "links": []},
                "elements": self._list(entity, metric, version),
            }
        )

    def _list(self, entity: str, metric: str, version: str) -> list[Mapping[str, object]]:
        count = self.posts[entity].get(metric)
        if count is None:
            return []
        told: object = metric if version >= "202605" else {_OLD_KEY: metric}
        return [{"count": count, "metricType": told, "targetEntity": {"share": entity}}]

    async def _exchange(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.forms.append(form)
        if answer := self.fault(request):
            return answer
        if form.get("client_secret") != "secret" or form.get("client_id") != "client":
            return web.json_response(
                {"error": "invalid_client", "error_description": "Client authentication failed"},
                status=401,
            )
        if form.get("grant_type") == "refresh_token":
            served = form.get("refresh_token", "") in self.refreshes
        else:
            served = form.get("code", "") in self.codes and form.get("redirect_uri") == self.back
            self.codes.discard(form.get("code", ""))
        if not served:
            return web.json_response(
                {"error": "invalid_request", "error_description": "code not found"}, status=400
            )
        token = f"token-{len(self.tokens) + 1}"
        self.tokens.add(token)
        told: dict[str, object] = {
            "access_token": token,
            "expires_in": _TOKEN_LIFE,
            "scope": self.scope,
        }
        if self.gives_refresh:
            self.refreshes.add("refresh-1")
            told |= {"refresh_token": "refresh-1", "refresh_token_expires_in": _REFRESH_LIFE}
        return web.json_response(told)


def _read_entity(path: str) -> str:
    """Read the post as it was written: the colons of its name must be escaped."""
    query = dict(part.partition("=")[::2] for part in path.partition("?")[2].split("&"))
    kind, _, urn = query.get("entity", "").removeprefix("(").removesuffix(")").partition(":")
    wanted = {"share": "urn:li:share:", "ugc": "urn:li:ugcPost:"}.get(kind, "?")
    return unquote(urn) if ":" not in urn and unquote(urn).startswith(wanted) else ""


def _fail(status: int, message: str, code: str) -> web.Response:
    told = {"message": message, "status": status, "code": code, "serviceErrorCode": 100}
    return web.json_response(told, status=status)

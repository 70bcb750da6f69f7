"""The door: what is not Teams' is refused before it is read, what is Teams' is on disk before 200."""

import asyncio
import contextlib
import dataclasses
import datetime
import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap.teams import ADDRESS
from bot.channels.teams.ingress import TeamsIngress, make_arrival, name_person
from bot.channels.teams.keys import SigningKeys, read_keys
from bot.channels.teams.registration import Cloud, Registration
from bot.channels.teams.tokens import Claims, Guard, Rejection
from bot.core.deliveries import Arrival
from bot.core.errors import StorageError
from bot.delivery.intake import Intake
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from bot.web.server import build_app
from tests.fakes.ports import FakeClock
from tests.fakes.teams.issuer import Issuer, encode
from tests.fakes.teams.person import PATH, TeamsPerson, post
from tests.fakes.teams.platform import TENANT, FakeTeams, make_claims

_JSON = {"content-type": "application/json; charset=utf-8"}
_HOUR = 3600


class FakeIntake:
    """Keeps arrivals in a list; fails when told to."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self.is_broken = False

    async def take(self, arrival: Arrival) -> bool:
        if self.is_broken:
            raise StorageError("The disk is full.")
        self.arrivals.append(arrival)
        return True


async def answer_name(activity: Mapping[str, Any]) -> tuple[int, Mapping[str, Any] | None]:
    return 200, {"statusCode": 200, "type": "a", "value": activity["name"]}


@pytest.fixture
def intake() -> FakeIntake:
    return FakeIntake()


@pytest.fixture
def door(registration: Registration, intake: FakeIntake, clock: FakeClock) -> TeamsIngress:
    guard = Guard(registration, SigningKeys(registration.cloud.metadata))
    return TeamsIngress(guard, intake, answer_name, clock)


@pytest.fixture
def ada(teams: FakeTeams) -> TeamsPerson:
    return TeamsPerson(teams, 0)


async def knock(
    door: TeamsIngress, body: bytes, headers: Mapping[str, str], method: str = "POST"
) -> tuple[int, Any]:
    """Send one request through the ASGI application."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    listed = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    await door({"type": "http", "method": method, "headers": listed}, receive, send)
    return sent[0]["status"], json.loads(sent[1]["body"])


async def knock_with(door: TeamsIngress, activity: object, token: str) -> int:
    headers = {**_JSON, "authorization": f"Bearer {token}"}
    return (await knock(door, json.dumps(activity).encode(), headers))[0]


def in_seconds(seconds: float) -> int:
    return int(time.time() + seconds)


async def test_a_good_token_opens_the_door(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, intake: FakeIntake
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, ada.make_activity("message"), token) == 200
    assert [arrival.channel for arrival in intake.arrivals] == ["teams"]


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer garbage", "Bearer a.b.c", "Bearer ä.ö.ü", "Basic eA==",
     f"Bearer {'a' * 10_000}.b.c", "Bearer e30.e30.", "Bearer W10.W10.W10"],
    ids=["none", "word", "empty", "garbage", "dots", "letters", "basic", "long", "bare", "lists"],
)  # fmt: skip
async def test_no_token_or_garbage_is_refused(
    door: TeamsIngress, ada: TeamsPerson, authorization: str, intake: FakeIntake
) -> None:
    headers = {**_JSON, "authorization": authorization} if authorization else _JSON
    body = json.dumps(ada.make_activity("message")).encode()
    assert await knock(door, body, headers) == (401, {})
    assert intake.arrivals == []


@pytest.mark.parametrize(
    "header",
    [{"alg": "none"}, {"alg": "HS256"}, {"alg": "RS512"}, {"kid": "another"}, {"kid": None},
     {"kid": 7}, {"kid": "../keys"}, {"crit": ["b64"], "b64": False}],
    ids=["unsigned", "symmetric", "rs512", "unknown", "no-kid", "number", "path", "critical"],
)  # fmt: skip
async def test_a_token_signed_in_another_way_is_refused(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, header: dict[str, Any]
) -> None:
    token = teams.issuer.sign(make_claims(teams), header)
    assert await knock_with(door, ada.make_activity("message"), token) == 401


async def test_a_token_signed_with_another_key_is_refused(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    token = teams.issuer.sign(make_claims(teams), number=99)
    assert await knock_with(door, ada.make_activity("message"), token) == 401


@pytest.mark.parametrize(
    ("status", "claims"),
    [
        (401, {"exp": partial(in_seconds, -_HOUR)}),
        (401, {"exp": partial(in_seconds, -360)}),
        (200, {"exp": partial(in_seconds, -240)}),
        (401, {"exp": None}),
        (401, {"exp": "tomorrow"}),
        (401, {"exp": float("nan")}),
        (401, {"exp": True}),
        (401, {"nbf": partial(in_seconds, _HOUR)}),
        (401, {"nbf": partial(in_seconds, 360)}),
        (200, {"nbf": partial(in_seconds, 240)}),
        (401, {"nbf": None}),
        (401, {"aud": "99999999-bbbb-cccc-dddd-eeeeeeeeeeee"}),
        (401, {"aud": ""}),
        (401, {"aud": None}),
        (401, {"iss": "https://sts.windows.net/1/"}),
        (401, {"iss": None}),
        (401, {"serviceurl": "https://smba.trafficmanager.net/teams/"}),
        (401, {"serviceurl": None}),
        (401, {"serviceurl": ["http://127.0.0.1/"]}),
    ],
    ids=[
        "expired-an-hour", "expired-6-minutes", "expired-4-minutes", "no-exp", "exp-word",
        "exp-nan", "exp-true", "too-early-an-hour", "too-early-6-minutes", "too-early-4-minutes",
        "no-nbf", "wrong-aud", "empty-aud", "no-aud", "wrong-iss", "no-iss", "wrong-serviceurl",
        "no-serviceurl", "serviceurl-list",
    ],
)  # fmt: skip
async def test_every_claim_counts(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, status: int, claims: dict[str, Any]
) -> None:
    told = {name: value() if callable(value) else value for name, value in claims.items()}
    token = teams.issuer.sign(make_claims(teams, **told))
    assert await knock_with(door, ada.make_activity("message"), token) == status


@pytest.mark.parametrize(
    "change",
    [
        {"serviceUrl": None},
        {"serviceUrl": "https://smba.trafficmanager.net/emea/"},
        {"channelId": None},
        {"channelId": "webchat"},
        {"channelData": {"tenant": {"id": "another"}}},
        {"channelData": {}, "conversation": {"id": "a:1"}},
        {"channelData": [], "conversation": 7},
        {"conversation": {"id": "a:1", "tenantId": "another"}},
    ],
    ids=[
        "no-service", "another-service", "no-channel", "another-channel", "another-tenant",
        "no-tenant", "shapeless", "two-tenants",
    ],
)  # fmt: skip
async def test_an_activity_that_its_token_does_not_cover_is_refused(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, change: dict[str, Any]
) -> None:
    activity = ada.make_activity("message", **change)
    known = {name: value for name, value in activity.items() if value is not None}
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, known, token) == 401


async def test_a_tenant_that_stands_in_the_conversation_only_is_read(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, ada.make_activity("message", channelData={}), token) == 200


@pytest.mark.parametrize("endorsements", [None, [], ["webchat", "slack"], ["MSTEAMS"]])
async def test_a_key_must_be_endorsed_for_teams(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, endorsements: list[str] | None
) -> None:
    teams.issuer.names = {"key-1": (1, endorsements)}
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, ada.make_activity("message"), token) == 401


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/", "http://smba.trafficmanager.net/teams/",
        "https://mine.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/", "https://evil.example\\.botframework.com/",
        "https://evilbotframework.com/", "https://smba.trafficmanager.net:8443/", "https://{x}/",
        "https://[::1", "//smba.trafficmanager.net/", "https://evil.example#.botframework.com/",
        "https://smba.trafficmanager.net/?a=b", "ftp://smba.trafficmanager.net/",
    ],
)  # fmt: skip
async def test_a_stranger_is_not_answered_though_its_token_holds(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, address: str
) -> None:
    token = teams.issuer.sign(make_claims(teams, serviceurl=address))
    activity = ada.make_activity("message", serviceUrl=address)
    assert await knock_with(door, activity, token) == 401


@pytest.mark.parametrize(
    "address",
    ["https://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net/teams",
     "https://smba.infra.gcc.teams.microsoft.com/gcc", "https://europe.botframework.com/",
     "https://smba.infra.gov.teams.microsoft.us/teams"],
)  # fmt: skip
def test_teams_own_addresses_are_known(address: str) -> None:
    assert Cloud("", "https://login.microsoftonline.com").is_service(address)


async def test_a_stranger_cannot_make_us_read(door: TeamsIngress, intake: FakeIntake) -> None:
    body = b"{" * 10_000
    assert await knock(door, body, _JSON) == (401, {})
    assert intake.arrivals == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"), (b"{", "application/json"), (b"[1]", "application/json"),
        (b"null", "application/json"), (b"\xff\xfe", "application/json"),
        (b"[" * 100_000, "application/json"), (b"{}", ""), (b"{}", "text/plain"),
    ],
)  # fmt: skip
async def test_what_nobody_can_read_gets_400(
    door: TeamsIngress, teams: FakeTeams, body: bytes, kind: str
) -> None:
    headers = {"authorization": f"Bearer {teams.issuer.sign(make_claims(teams))}"}
    if kind:
        headers["content-type"] = kind
    assert await knock(door, body, headers) == (400, {})


async def test_a_body_larger_than_any_of_teams_is_refused(door: TeamsIngress) -> None:
    assert await knock(door, b"a" * 256_001, _JSON) == (413, {})
    assert await knock(door, b"", {**_JSON, "content-length": "256001"}) == (413, {})
    assert await knock(door, b"", {**_JSON, "content-length": "many"}) == (413, {})


async def test_only_posts_are_taken(door: TeamsIngress) -> None:
    assert await knock(door, b"", _JSON, "GET") == (405, {})


async def test_new_keys_are_picked_up(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock
) -> None:
    activity = ada.make_activity("message")
    old = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, activity, old) == 200
    teams.issuer.roll()
    new = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, activity, new) == 401  # asked for a moment ago
    clock.advance(seconds=5)
    assert await knock_with(door, activity, new) == 200
    assert await knock_with(door, activity, old) == 401
    assert teams.metadata_calls == 2


async def test_an_unknown_key_does_not_hold_up_the_one_that_is_published_next(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock
) -> None:
    activity = ada.make_activity("message")
    assert await knock_with(door, activity, teams.issuer.sign(make_claims(teams))) == 200
    clock.advance(minutes=1)
    strange = teams.issuer.sign(make_claims(teams, aud="another"), {"kid": "strange"})
    assert await knock_with(door, activity, strange) == 401
    assert teams.metadata_calls == 2
    teams.issuer.roll()
    clock.advance(seconds=5)
    for wrong in ({"aud": "another"}, {"iss": "another"}, {"exp": in_seconds(-_HOUR)}):
        token = teams.issuer.sign(make_claims(teams, **wrong))
        assert await knock_with(door, activity, token) == 401
    assert teams.metadata_calls == 2
    assert await knock_with(door, activity, teams.issuer.sign(make_claims(teams))) == 200
    for number in range(20):  # and no more often
        likely = teams.issuer.sign(make_claims(teams), {"kid": f"strange-{number}"})
        assert await knock_with(door, activity, likely) == 401
    assert teams.metadata_calls == 3


async def test_a_request_with_two_tokens_is_refused(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, intake: FakeIntake
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    body = json.dumps(ada.make_activity("message")).encode()
    once = {**_JSON, "Authorization": f"Bearer {token}"}
    for other in (f"Bearer {token}", "Bearer another", ""):
        twice = {**once, "authorization": other}
        assert await knock(door, body, twice) == (401, {})
    assert intake.arrivals == []
    assert (await knock(door, body, once))[0] == 200


async def test_a_token_that_held_once_ends_all_the_same(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    activity = ada.make_activity("message")
    for _ in range(3):
        assert await knock_with(door, activity, token) == 200
    other = {**activity, "serviceUrl": "https://smba.trafficmanager.net/emea/"}
    assert await knock_with(door, other, token) == 401
    assert await knock_with(door, activity, f"{token}x") == 401
    assert await knock_with(door, activity, token[:-4]) == 401
    clock.advance(minutes=66)
    assert await knock_with(door, activity, token) == 401


async def test_a_token_that_held_once_does_not_outlive_its_key(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock
) -> None:
    token = teams.issuer.sign(make_claims(teams, exp=in_seconds(30 * _HOUR)))
    assert await knock_with(door, ada.make_activity("message"), token) == 200
    teams.issuer.names = {"key-1": (77, ["msteams"])}  # another key of the same name
    clock.advance(hours=25)
    assert await knock_with(door, ada.make_activity("message"), token) == 401


async def test_strange_key_names_do_not_make_us_ask_again_and_again(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    for number in range(20):
        token = teams.issuer.sign(make_claims(teams), {"kid": f"strange-{number}"})
        assert await knock_with(door, ada.make_activity("message"), token) == 401
    assert teams.metadata_calls == 1


async def test_many_at_once_fetch_the_keys_once(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    knocks = [knock_with(door, ada.make_activity("message"), token) for _ in range(20)]
    assert set(await asyncio.gather(*knocks)) == {200}
    assert teams.metadata_calls == 1


async def test_known_keys_hold_while_the_issuer_is_down(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock
) -> None:
    activity = ada.make_activity("message")
    later = {"exp": in_seconds(10 * 24 * _HOUR)}
    assert await knock_with(door, activity, teams.issuer.sign(make_claims(teams, **later))) == 200
    teams.is_issuer_down = True
    clock.advance(days=2)
    assert await knock_with(door, activity, teams.issuer.sign(make_claims(teams, **later))) == 200
    unknown = teams.issuer.sign(make_claims(teams, **later), {"kid": "key-2"})
    assert await knock_with(door, activity, unknown) == 401
    clock.advance(days=4)
    assert await knock_with(door, activity, teams.issuer.sign(make_claims(teams, **later))) == 503


async def test_without_any_keys_nobody_can_tell(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock, intake: FakeIntake
) -> None:
    teams.is_issuer_down = True
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, ada.make_activity("message"), token) == 503
    teams.is_issuer_down = False
    clock.advance(seconds=2)
    assert await knock_with(door, ada.make_activity("message"), token) == 200
    assert len(intake.arrivals) == 1


def test_keys_that_are_none_are_left_out() -> None:
    good = Issuer().publish()["keys"][0]
    small = {**good, "kid": "small", "n": "AQAB"}
    odd = [small, {**good, "use": "enc"}, {"kty": "EC", "kid": "e"}, {**good, "kid": 7}, 7, {}]
    assert read_keys({"keys": odd}, "i") == {}
    assert list(read_keys({"keys": [*odd, good]}, "i")) == ["key-1"]
    assert read_keys({"keys": "none"}, "i") == {}


async def test_what_could_not_be_written_down_is_sent_again(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, intake: FakeIntake
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    intake.is_broken = True
    assert await knock_with(door, ada.make_activity("message"), token) == 503


@pytest.mark.parametrize(
    ("kind", "is_kept"),
    [
        ("message", True), ("conversationUpdate", True), ("installationUpdate", True),
        ("typing", False), (["message"], False), ("messageReaction", False), ("a_new_type", False), (7, False),
        (None, False),
    ],
)  # fmt: skip
async def test_what_nobody_knows_is_acknowledged_and_forgotten(
    door: TeamsIngress,
    teams: FakeTeams,
    ada: TeamsPerson,
    intake: FakeIntake,
    kind: Any,
    is_kept: bool,
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(door, ada.make_activity(kind), token) == 200
    assert bool(intake.arrivals) == is_kept


async def test_an_invoke_is_answered_in_the_response(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, intake: FakeIntake
) -> None:
    token = teams.issuer.sign(make_claims(teams))
    body = json.dumps(ada.make_activity("invoke", name="task/fetch")).encode()
    status, said = await knock(door, body, {**_JSON, "authorization": f"Bearer {token}"})
    assert (status, said["value"]) == (200, "task/fetch")
    assert intake.arrivals == []


async def test_an_invoke_that_takes_too_long_is_given_up(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    ended = asyncio.Event()

    async def wait(_activity: Mapping[str, Any]) -> tuple[int, None]:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        raise AssertionError

    slow = dataclasses.replace(door, answer_invoke=wait, invoke_seconds=0.01)
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(slow, ada.make_activity("invoke", name="a"), token) == 504
    assert ended.is_set()


async def test_an_invoke_that_fails_says_so_and_logs_no_text(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(activity: Mapping[str, Any]) -> tuple[int, None]:
        raise ValueError(activity["value"])

    broken = dataclasses.replace(door, answer_invoke=fail)
    token = teams.issuer.sign(make_claims(teams))
    activity = ada.make_activity("invoke", name="a", value="Frau Sommer in room 12")
    assert await knock_with(broken, activity, token) == 500
    assert "ValueError test_ingress.py" in caplog.text
    assert "Sommer" not in caplog.text


async def test_an_invoke_that_needs_the_disk_is_sent_again(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson
) -> None:
    async def fail(_activity: Mapping[str, Any]) -> tuple[int, None]:
        raise StorageError("The disk is full.")

    broken = dataclasses.replace(door, answer_invoke=fail)
    token = teams.issuer.sign(make_claims(teams))
    assert await knock_with(broken, ada.make_activity("invoke", name="a"), token) == 503


async def test_an_activity_that_is_sent_again_is_kept_once(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, clock: FakeClock, tmp_path: Path
) -> None:
    storage = await open_storage(
        f"sqlite:///{tmp_path / 'jourfix.db'}", "", clock, Retention(14, 400)
    )
    woken: list[None] = []
    durable = dataclasses.replace(door, intake=Intake(storage.inbox, lambda: woken.append(None)))
    token = teams.issuer.sign(make_claims(teams))
    activity = ada.make_activity("message", text="Wir suchen Pflegekräfte \ud800 🌳")
    for _ in range(3):
        assert await knock_with(durable, activity, token) == 200
    assert len(woken) == 1
    await storage.close()


def test_an_activity_is_named_by_its_conversation_and_its_id(ada: TeamsPerson) -> None:
    message = ada.make_activity("message", text="a")
    name = make_arrival(message).key
    assert make_arrival({**message, "text": "b"}).key == name
    assert make_arrival({**message, "conversation": {"id": "a:2"}}).key != name
    assert make_arrival({**message, "id": "2"}).key != name
    edited = {**message, "type": "messageUpdate", "timestamp": "2026-11-22T09:05:00.000Z"}
    assert make_arrival(edited).key == make_arrival(dict(edited)).key != name
    assert make_arrival({**edited, "text": "b"}).key != make_arrival(edited).key
    without = {key: value for key, value in message.items() if key != "id"}
    assert make_arrival(without).key != make_arrival({**without, "text": "b"}).key


def test_a_person_is_named_by_tenant_and_directory_id(ada: TeamsPerson) -> None:
    activity = ada.make_activity("message")
    assert name_person(activity) == f"teams:{TENANT}:aad-29:ada"
    assert name_person({**activity, "from": {"id": "29:ada"}}) == f"teams:{TENANT}:29:ada"
    assert name_person({"from": 7}) == "teams::"


async def test_no_text_is_logged(
    door: TeamsIngress, teams: FakeTeams, ada: TeamsPerson, intake: FakeIntake,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(0)
    intake.is_broken = True
    token = teams.issuer.sign(make_claims(teams))
    secret = ada.make_activity("message", text="Frau Sommer in room 12")
    assert await knock_with(door, secret, token) == 503
    assert await knock_with(door, {**secret, "channelId": "x"}, token) == 401
    assert "Sommer" not in caplog.text
    assert token not in caplog.text


_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
_names = st.sampled_from(
    ["type", "id", "serviceUrl", "channelId", "conversation", "channelData", "from", "tenant"]
)
_NOWHERE = Registration(
    "app", "single", "t", frozenset({"t"}),
    Cloud("http://127.0.0.1:9/v1", "https://127.0.0.1:9", ("http://127.0.0.1:9",)),
)  # fmt: skip


@given(st.dictionaries(_names, _json | st.dictionaries(_names, _json, max_size=3)))
def test_an_activity_of_any_shape_is_read_or_refused(activity: dict[str, Any]) -> None:
    guard = Guard(_NOWHERE, SigningKeys(_NOWHERE.cloud.metadata))
    claims = Claims("http://127.0.0.1:9/", frozenset({"msteams"}))
    assert isinstance(guard.check_activity(claims, activity), Rejection)  # no tenant of ours
    assert len(make_arrival(activity).key) == 64


_parts = st.text(max_size=30) | st.binary(max_size=30).map(encode) | _json.map(
    lambda said: encode(json.dumps(said).encode())
)  # fmt: skip


@given(
    st.tuples(_parts, _parts, _parts).map(".".join), st.sampled_from(["Bearer ", "bearer  ", ""])
)
def test_no_token_of_any_shape_opens(token: str, scheme: str) -> None:
    guard = Guard(_NOWHERE, SigningKeys(_NOWHERE.cloud.metadata))
    now = datetime.datetime.now(datetime.UTC)
    assert isinstance(asyncio.run(guard.check_token(scheme + token, now)), Rejection)


@contextlib.contextmanager
def served(door: TeamsIngress) -> Iterator[int]:
    """Serve a door over HTTP until the block ends."""
    app = build_app([], {ADDRESS: door})
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
        listener.close()


def test_everything_that_people_do_in_teams_comes_through(
    door: TeamsIngress, teams: FakeTeams, intake: FakeIntake
) -> None:
    assert PATH == ADDRESS
    with served(door) as port:
        ada = TeamsPerson(teams, port)
        assert ada.send(ada.join()) == (200, {})  # before the installation, as happens
        assert ada.send(ada.install()) == (200, {})
        ada.say("Today we planted a tree.\nIt was raining.")
        assert ada.send_again() == (200, {})
        ada.share_file("draft.txt", b"A draft")
        ada.paste_picture(b"\x89PNG", "look")
        ada.mention_bot("answer 7", "19:comms@thread.tacv2;messageid=1")
        ada.submit({"action": "dismiss"}, "1")
        assert ada.execute("dismiss", {"value": "1"}, "1")[1]["value"] == "adaptiveCard/action"
        assert ada.open_on_message("may-i-like", "Great results!")[0] == 200
        assert ada.submit_on_message("may-i-like", {})[0] == 200
        assert ada.send(ada.install("remove")) == (200, {})
        assert ada.send(ada.make_activity("message"), exp=1) == (401, {})
        assert post(port, b"", {}, "GET") == (405, {})
    kinds = [json.loads(arrival.payload)["type"] for arrival in intake.arrivals]
    assert kinds == [
        "conversationUpdate",
        "installationUpdate",
        *["message"] * 6,
        "installationUpdate",
    ]
    assert intake.arrivals[2].key == intake.arrivals[3].key

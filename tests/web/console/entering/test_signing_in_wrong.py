"""What a directory may get wrong, or somebody in its place: nobody comes in, and nothing is told."""

import gzip
import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio

from bot.web.console.access import COOKIE, SIGN_IN
from bot.web.console.openid import OpenIdDirectory
from tests.fakes.openid import CLIENT, SECRET, FakeDirectory
from tests.web.console.desk import Desk
from tests.web.console.entering.signing import (
    EDITOR,
    come,
    go,
    list_deeds,
    make_settings,
    opened,
)

Change = Callable[[FakeDirectory], None]


@dataclass
class Standing:
    """A desk and its directory, for many tests."""

    desk: Desk
    slack: FakeDirectory


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def standing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Standing]:
    with FakeDirectory("slack", dict(EDITOR)) as slack:
        folder = tmp_path_factory.mktemp("standing")
        async with opened(make_settings(folder, slack_api=f"{slack.address}/api/")) as desk:
            desk.console.entering.turnstile.most = 10_000
            desk.console.entering.turnstile.most_of_all = 10_000
            yield Standing(desk, slack)


def set_claim(name: str, value: object) -> Change:
    def change(fake: FakeDirectory) -> None:
        fake.change = lambda claims: claims.update({name: value})

    return change


def drop_claim(name: str) -> Change:
    def change(fake: FakeDirectory) -> None:
        fake.change = lambda claims: claims.pop(name, None) and None

    return change


def set_header(**header: object) -> Change:
    return lambda fake: fake.header.update(header)


def sign_with_another_key(fake: FakeDirectory) -> None:
    fake.number = 50


def set_fault(path: str, status: int, body: bytes, **headers: str) -> Change:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda fake: fake.faults.update({path: (status, told, body)})


def set_document(name: str, value: object) -> Change:
    def change(fake: FakeDirectory) -> None:
        fake.documents = lambda told: told.update({name: value})

    return change


JSON = {"Content_Type": "application/json"}
WRONG: dict[str, tuple[Change, int]] = {
    "another issuer": (set_claim("iss", "https://evil.example"), 502),
    "another audience": (set_claim("aud", "client-2"), 502),
    "also for others": (set_claim("aud", [CLIENT, "client-2"]), 502),
    "for another party": (set_claim("azp", "client-2"), 502),
    "no audience": (drop_claim("aud"), 502),
    "over": (set_claim("exp", 1_600_000_000), 502),
    "without end": (drop_claim("exp"), 502),
    "an end that is no number": (set_claim("exp", "tomorrow"), 502),
    "not yet": (set_claim("nbf", 4_000_000_000), 502),
    "from the future": (set_claim("iat", 4_000_000_000), 502),
    "no nonce": (drop_claim("nonce"), 502),
    "another nonce": (set_claim("nonce", "n" * 43), 502),
    "no person": (drop_claim("https://slack.com/user_id"), 502),
    "a person of two": (set_claim("https://slack.com/user_id", ["UEDITOR", "UX"]), 502),
    "a person with a colon": (set_claim("https://slack.com/user_id", "X:UEDITOR"), 502),
    "the access token of somebody else": (set_claim("at_hash", "x" * 22), 502),
    "not signed": (set_header(alg="none"), 502),
    "signed with the public key": (set_header(alg="HS256"), 502),
    "signed with another manner": (set_header(alg="RS512"), 502),
    "signed with a key of its own": (sign_with_another_key, 502),
    "signed with a key that nobody has": (set_header(kid="key-9"), 502),
    "signed with a key without name": (set_header(kid=""), 502),
    "a key that is a path": (set_header(kid="../../etc/passwd"), 502),
    "a key that comes along": (
        set_header(kid="key-9", jwk={"kty": "oct", "k": "AAAA"}, jku="https://evil.example"),
        502,
    ),
    "critical words": (set_header(crit=["b64"], b64=False), 502),
    "broken": (set_fault("/token", 200, b"{", **JSON), 502),
    "no object": (set_fault("/token", 200, b"[]", **JSON), 502),
    "nothing signed": (set_fault("/token", 200, b'{"access_token": "x"}', **JSON), 502),
    "signed nonsense": (set_fault("/token", 200, b'{"id_token": "a.b.c"}', **JSON), 502),
    "deep": (set_fault("/token", 200, b"[" * 200_000, **JSON), 502),
    "huge": (set_fault("/token", 200, b" " * 400_000, **JSON), 502),
    "elsewhere": (set_fault("/token", 302, b"", Location="https://evil.example/token"), 502),
    "packed": (set_fault("/token", 200, gzip.compress(b"{}"), Content_Encoding="gzip"), 502),
    "away": (set_fault("/token", 500, b"secret words of a server"), 503),
    "busy": (set_fault("/token", 429, b"slow down"), 503),
    "too often": (set_fault("/token", 200, b'{"ok": false, "error": "ratelimited"}', **JSON), 503),
    "not us": (set_fault("/token", 401, b'{"error": "invalid_client"}', **JSON), 502),
    "an error of markup": (set_fault("/token", 400, b'{"error": "<b>x</b>"}', **JSON), 502),
    "an error that is no word": (set_fault("/token", 400, b'{"error": {"a": 1}}', **JSON), 502),
    "too late": (set_fault("/token", 400, b'{"error": "invalid_grant"}', **JSON), 400),
}


@pytest.mark.parametrize("manner", WRONG)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_wrong_answer_lets_nobody_in(
    standing: Standing, manner: str, caplog: pytest.LogCaptureFixture
) -> None:
    (change, status), desk, slack = WRONG[manner], standing.desk, standing.slack
    slack.forms.clear()
    visitor = desk.come()
    with caplog.at_level(logging.INFO):
        back = slack.agree(await go(visitor))
        change(slack)
        await visitor.open(back)
    assert visitor.page.status_code == status, visitor.words
    assert COOKIE not in visitor.client.cookies
    assert "Sign in with Slack" in visitor.words
    deed = (await list_deeds(desk))[0]
    assert deed.action == "sign-in-failed"
    assert deed.details["reference"] in visitor.words
    said = [one for one in caplog.records if one.name != "httpx"]  # the browser of this test
    spoken = visitor.page.text + "".join(one.getMessage() for one in said) + str(deed)
    code, state = (parse_qs(urlsplit(back).query)[name][0] for name in ("code", "state"))
    secrets = [SECRET, code, state, "secret words", "evil.example", "<b>x", "eyJ"]
    verifier = slack.forms[-1]["code_verifier"] if slack.forms else "none"
    assert not [one for one in (*secrets, verifier) if one in spoken]
    # and the next time it goes well
    change_back(slack)
    assert await come(visitor, slack) == 200


def change_back(fake: FakeDirectory) -> None:
    fake.change, fake.number = (lambda _claims: None), None
    fake.header.clear()
    fake.faults.clear()
    fake.documents = lambda _told: None


DOCUMENTS: dict[str, tuple[Change, int]] = {
    "another issuer": (set_document("issuer", "https://evil.example"), 502),
    "keys without https": (set_document("jwks_uri", "http://evil.example/keys"), 502),
    "a token without https": (set_document("token_endpoint", "http://evil.example/token"), 502),
    "no way in": (set_document("authorization_endpoint", "javascript:alert(1)"), 502),
    "nothing": (set_fault("configuration", 404, b""), 502),
    "away": (set_fault("configuration", 503, b""), 503),
    "keys away": (set_fault("/keys", 500, b""), 503),
    "keys that are none": (set_fault("/keys", 200, b'["x"]', **JSON), 502),
}


@pytest.mark.parametrize("manner", DOCUMENTS)
async def test_a_wrong_document_sends_nobody_anywhere(
    desk: Desk, slack: FakeDirectory, manner: str
) -> None:
    change, status = DOCUMENTS[manner]
    change(slack)
    visitor = desk.come()
    answer = await visitor.open(f"{SIGN_IN}/slack")
    assert answer.status_code == status
    assert "evil.example" not in answer.text
    change_back(slack)
    assert await come(visitor, slack) == 200


@pytest.mark.parametrize(
    "keys",
    [
        {"keys": "x"},
        {"keys": [1, {"kty": "oct", "k": "AAAA", "kid": "key-1"}]},
        {"keys": [{"kty": "RSA", "kid": "key-1", "n": "AQAB", "e": "AQAB"}]},
        {"keys": [{"kty": "RSA", "kid": "key-1", "n": "!" * 400, "e": "AQAB"}]},
        {},
    ],
)
async def test_keys_that_are_none_or_too_short_sign_nothing(
    desk: Desk, slack: FakeDirectory, keys: object
) -> None:
    visitor = desk.come()
    slack.faults["/keys"] = (200, {}, json.dumps(keys).encode())
    assert await come(visitor, slack) == 502


async def test_a_key_that_changed_is_fetched_once(desk: Desk, slack: FakeDirectory) -> None:
    assert await come(desk.come(), slack) == 200
    assert await come(desk.come(), slack) == 200
    assert slack.asked.count("/keys") == 1
    slack.issuer.roll()
    assert await come(desk.come(), slack) == 200
    assert slack.asked.count("/keys") == 2


async def test_a_directory_that_is_slow_is_not_waited_for(desk: Desk, slack: FakeDirectory) -> None:
    assert desk.console.signing_in is not None
    directory = desk.console.signing_in.directories[0]
    assert isinstance(directory, OpenIdDirectory)
    visitor = desk.come()
    back = slack.agree(await go(visitor))
    directory.seconds, slack.seconds = 0.05, 0.5
    assert (await visitor.open(back)).status_code == 503
    assert "not answering" in visitor.words

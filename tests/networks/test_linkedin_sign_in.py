"""Consent on LinkedIn: the way there, the way back, and renewing."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from bot.core.errors import SettingsError
from bot.core.programme.ports_numbers import PersonToken, SignInRefused
from bot.networks.linkedin_sign_in import LinkedInSignIn
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.ports import FakeClock

BACK = "https://jourfix.example/back"


@pytest.fixture
def sign_in(linkedin: FakeLinkedIn, clock: FakeClock) -> LinkedInSignIn:
    return LinkedInSignIn("client", "secret", BACK, f"{linkedin.address}/oauth/v2", clock)


def test_people_are_sent_to_linkedin_with_what_we_ask(clock: FakeClock) -> None:
    sign_in = LinkedInSignIn("client", "secret", BACK, "https://www.linkedin.com/oauth/v2", clock)
    parts = urlsplit(sign_in.make_address("a state & more"))
    assert (
        f"{parts.scheme}://{parts.netloc}{parts.path}"
        == "https://www.linkedin.com/oauth/v2/authorization"
    )
    assert parse_qs(parts.query) == {
        "response_type": ["code"], "client_id": ["client"], "redirect_uri": [BACK],
        "state": ["a state & more"], "scope": ["r_member_postAnalytics"],
    }  # fmt: skip
    assert "secret" not in parts.query
    assert "secret" not in repr(sign_in)


async def test_a_code_becomes_a_token_once(
    linkedin: FakeLinkedIn, sign_in: LinkedInSignIn, clock: FakeClock
) -> None:
    linkedin.codes = {"code-1"}
    token = await sign_in.exchange_code("code-1")
    assert token == PersonToken("token-2", clock.now() + datetime.timedelta(days=60))
    assert linkedin.forms[0] == {
        "grant_type": "authorization_code", "code": "code-1", "redirect_uri": BACK,
        "client_id": "client", "client_secret": "secret",
    }  # fmt: skip
    assert await sign_in.exchange_code("code-1") == SignInRefused("expired", "400 invalid_request")


async def test_a_token_is_renewed_where_we_may(
    linkedin: FakeLinkedIn, sign_in: LinkedInSignIn, clock: FakeClock
) -> None:
    linkedin.codes, linkedin.gives_refresh = {"code-1"}, True
    token = await sign_in.exchange_code("code-1")
    assert isinstance(token, PersonToken)
    assert token.refresh_expires == clock.now() + datetime.timedelta(days=365)
    clock.advance(days=59)
    renewed = await sign_in.refresh_token(token)
    assert isinstance(renewed, PersonToken)
    assert (renewed.access, renewed.expires) == (
        "token-3",
        clock.now() + datetime.timedelta(days=60),
    )
    assert linkedin.forms[1]["grant_type"] == "refresh_token"


async def test_without_the_means_nothing_is_renewed(
    linkedin: FakeLinkedIn, sign_in: LinkedInSignIn, clock: FakeClock
) -> None:
    now = clock.now()
    for token in (PersonToken("a", now), PersonToken("a", now, "refresh-1", now)):
        assert await sign_in.refresh_token(token) == SignInRefused("expired", "no refresh token")
    assert linkedin.asked == []


@pytest.mark.parametrize(("error", "reason"), [
    ("user_cancelled_login", "declined"), ("user_cancelled_authorize", "declined"),
    ("unauthorized_scope_error", "misconfigured"), ("<script>", "not-understood"), ("", "not-understood"),
])  # fmt: skip
def test_whoever_declines_comes_back_with_a_reason(
    sign_in: LinkedInSignIn, error: str, reason: str
) -> None:
    refused = sign_in.read_refusal(error)
    assert refused.reason == reason
    assert "<" not in refused.detail


async def test_a_wrong_secret_is_ours_to_mend(linkedin: FakeLinkedIn, clock: FakeClock) -> None:
    sign_in = LinkedInSignIn("client", "wrong", BACK, f"{linkedin.address}/oauth/v2", clock)
    assert await sign_in.exchange_code("code-1") == SignInRefused(
        "misconfigured", "401 invalid_client"
    )


async def test_a_token_without_the_permission_is_refused(
    linkedin: FakeLinkedIn, sign_in: LinkedInSignIn
) -> None:
    linkedin.codes, linkedin.scope = {"code-1"}, "openid,profile"
    assert await sign_in.exchange_code("code-1") == SignInRefused("misconfigured", "scope")


@pytest.mark.parametrize(("answer", "refused"), [
    (web.Response(status=500), SignInRefused("later", "500")),
    (web.Response(status=429), SignInRefused("later", "429")),
    (web.Response(text=" " * 300_000), SignInRefused("later", "0")),
    (web.Response(text="{}"), SignInRefused("not-understood", "no token")),
    (web.Response(text='{"access_token": "x", "expires_in": "soon"}'), SignInRefused("not-understood", "no token")),
    (web.Response(text='{"access_token": 7, "expires_in": 7}'), SignInRefused("not-understood", "no token")),
    (web.Response(text='{"access_token": "a\\nb", "expires_in": 7}'), SignInRefused("not-understood", "no token")),
    (web.Response(status=418, text='{"error": "I am a teapot"}'), SignInRefused("not-understood", "418")),
])  # fmt: skip
async def test_other_answers_are_values(
    linkedin: FakeLinkedIn, sign_in: LinkedInSignIn, answer: web.Response, refused: SignInRefused
) -> None:
    linkedin.fault = lambda _: answer
    assert await sign_in.exchange_code("code-1") == refused


@pytest.mark.parametrize(
    "login", ["http://www.linkedin.com/oauth/v2", "https://www.linkedin.com/oauth?x=1", ""]
)
def test_a_secret_goes_to_no_unsafe_address(clock: FakeClock, login: str) -> None:
    with pytest.raises(SettingsError, match="JOURFIX_LINKEDIN_LOGIN"):
        LinkedInSignIn("client", "secret", BACK, login, clock)

"""Numbers from LinkedIn: what comes, what does not, and what never leaves."""

import datetime
import logging

import pytest
from aiohttp import web

from bot.core.errors import SettingsError
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.ports_numbers import PersonToken, Stopped
from bot.networks.linkedin import LinkedInNumbers
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.ports import FakeClock

NUMBER = 7406535690785632256
SHARE, UGC = f"urn:li:share:{NUMBER}", f"urn:li:ugcPost:{NUMBER + 1}"
SHARE_LINK = f"https://www.linkedin.com/posts/ada_night-shift-share-{NUMBER}-aBcd?rcm=X"
SHARE_ADDRESS = f"https://www.linkedin.com/feed/update/{SHARE}"
UGC_LINK = f"https://www.linkedin.com/feed/update/{UGC}"
COUNTS = {"IMPRESSION": 1358, "MEMBERS_REACHED": 900, "REACTION": 41, "COMMENT": 8, "RESHARE": 0}
READ = PostNumbers(
    link=SHARE_ADDRESS, impressions=1358, members_reached=900, reactions=41, comments=8, shares=0
)


def make_token(clock: FakeClock, days: int = 60) -> PersonToken:
    return PersonToken("token-1", clock.now() + datetime.timedelta(days=days))


@pytest.fixture
def source(linkedin: FakeLinkedIn, clock: FakeClock) -> LinkedInNumbers:
    return LinkedInNumbers(linkedin.address, "202603", clock)


@pytest.mark.parametrize("version", ["202603", "202605"])
async def test_the_numbers_of_a_post_come(
    linkedin: FakeLinkedIn, clock: FakeClock, version: str
) -> None:
    linkedin.posts = {SHARE: COUNTS, UGC: {**COUNTS, "IMPRESSION": 7}}
    source = LinkedInNumbers(linkedin.address, version, clock)
    fetched = await source.fetch_numbers(make_token(clock), [SHARE_LINK, UGC_LINK, SHARE_ADDRESS])
    assert fetched.posts[0] == READ
    assert (fetched.posts[1].link, fetched.posts[1].impressions) == (UGC_LINK, 7)
    assert (fetched.unfetched, fetched.stopped) == ((), None)
    assert len(linkedin.asked) == 10  # five metrics for each of two posts; the third is the first


async def test_what_is_not_told_is_not_zero(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    linkedin.posts = {SHARE: {"IMPRESSION": 0}}
    fetched = await source.fetch_numbers(make_token(clock), [SHARE_LINK])
    assert fetched.posts == (PostNumbers(link=SHARE_ADDRESS, impressions=0),)


async def test_a_link_that_names_the_activity_cannot_be_asked_for(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    links = [
        f"https://www.linkedin.com/posts/a-activity-{NUMBER}-x",
        "https://x.com/a/status/1",
        "hello",
    ]
    fetched = await source.fetch_numbers(make_token(clock), links)
    assert [one.reason for one in fetched.unfetched] == ["other-link", "no-post", "no-post"]
    assert linkedin.asked == []


async def test_a_post_that_is_gone_or_anothers_does_not_stop_the_rest(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    others, gone = f"urn:li:share:{NUMBER + 5}", f"urn:li:share:{NUMBER + 6}"
    linkedin.posts, linkedin.others = {SHARE: COUNTS, UGC: COUNTS}, {others}
    fetched = await source.fetch_numbers(make_token(clock), [SHARE, others, gone, UGC])
    assert [post.link for post in fetched.posts] == [SHARE_ADDRESS, UGC_LINK]
    assert [one.reason for one in fetched.unfetched] == ["not-found", "not-found"]
    assert fetched.stopped is None


async def test_a_token_that_ended_is_not_sent(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    fetched = await source.fetch_numbers(make_token(clock, days=0), [SHARE])
    assert fetched.stopped == Stopped("sign-in-again", detail="expired")
    assert [one.reason for one in fetched.unfetched] == ["later"]
    assert linkedin.asked == []


async def test_a_token_that_was_taken_back_asks_for_a_new_sign_in(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    linkedin.tokens.clear()
    fetched = await source.fetch_numbers(make_token(clock), [SHARE, UGC])
    assert fetched.stopped == Stopped("sign-in-again", detail="401 INVALID_ACCESS_TOKEN")
    assert len(linkedin.asked) == 1


async def test_without_access_nothing_more_is_asked(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    linkedin.scope = "openid"
    fetched = await source.fetch_numbers(make_token(clock), [SHARE, UGC])
    assert fetched.stopped == Stopped("not-permitted", detail="403 ACCESS_DENIED")
    assert len(linkedin.asked) == 1


async def test_too_many_requests_keep_what_came_and_wait(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    linkedin.posts = {SHARE: COUNTS, UGC: COUNTS}
    linkedin.fault = lambda _: (
        web.Response(status=429, headers={"Retry-After": "90"}) if len(linkedin.asked) > 7 else None
    )
    fetched = await source.fetch_numbers(make_token(clock), [SHARE, UGC])
    assert fetched.posts == (READ,)
    assert [(one.link, one.reason) for one in fetched.unfetched] == [(UGC_LINK, "later")]
    assert fetched.stopped == Stopped("later", 90.0, "429")


@pytest.mark.parametrize(("hour", "seconds"), [(9, 3_600.0), (23, 1_860.0)])
async def test_without_a_word_we_wait_an_hour_but_not_past_midnight(
    linkedin: FakeLinkedIn, hour: int, seconds: float
) -> None:
    clock = FakeClock(datetime.datetime(2026, 11, 22, hour, 30, tzinfo=datetime.UTC))
    linkedin.fault = lambda _: web.Response(status=429, headers={"Retry-After": "soon"})
    fetched = await LinkedInNumbers(linkedin.address, "202603", clock).fetch_numbers(
        make_token(clock), [SHARE]
    )
    assert fetched.stopped == Stopped("later", seconds, "429")


@pytest.mark.parametrize(("answer", "reason"), [
    (web.Response(status=500), "later"), (web.Response(status=503, text="<html>"), "later"),
    (web.Response(status=302, headers={"Location": "https://elsewhere.example/"}), "not-understood"),
    (web.Response(status=400), "not-understood"), (web.Response(text="<html>"), "not-understood"),
    (web.Response(text="[1]"), "not-understood"), (web.Response(text='{"elements": [7]}'), "not-understood"),
    (web.Response(text='{"elements": [{"count": -1}]}'), "not-understood"),
    (web.Response(text='{"elements": [{"count": 5, "metricType": "COMMENT"}]}'), "not-understood"),
    (web.Response(text='{"elements": [{"count": true}]}'), "not-understood"),
    (web.Response(text="[" * 100_000), "not-understood"), (web.Response(text=" " * 300_000), "later"),
])  # fmt: skip
async def test_other_answers_are_values(
    linkedin: FakeLinkedIn,
    source: LinkedInNumbers,
    clock: FakeClock,
    answer: web.Response,
    reason: str,
) -> None:
    linkedin.fault = lambda _: answer
    fetched = await source.fetch_numbers(make_token(clock), [SHARE])
    assert fetched.stopped is not None
    assert fetched.stopped.reason == reason
    assert len(linkedin.asked) == 1


async def test_a_version_that_has_ended_is_told_in_the_log(
    linkedin: FakeLinkedIn, clock: FakeClock
) -> None:
    source = LinkedInNumbers(linkedin.address, "202501", clock)
    fetched = await source.fetch_numbers(make_token(clock), [SHARE])
    assert fetched.stopped == Stopped("not-understood", detail="426 NONEXISTENT_VERSION")


async def test_nobody_there_means_later(clock: FakeClock) -> None:
    source = LinkedInNumbers("http://127.0.0.1:9", "202603", clock)
    fetched = await source.fetch_numbers(make_token(clock), [SHARE])
    assert fetched.stopped == Stopped("later", 300.0, "0")


async def test_an_answer_that_does_not_come_means_later(
    linkedin: FakeLinkedIn, clock: FakeClock
) -> None:
    linkedin.is_hanging = True
    source = LinkedInNumbers(linkedin.address, "202603", clock, seconds=0.05)
    fetched = await source.fetch_numbers(make_token(clock), [SHARE])
    assert fetched.stopped == Stopped("later", 300.0, "0")


async def test_many_posts_are_fetched_in_parts(
    linkedin: FakeLinkedIn, source: LinkedInNumbers, clock: FakeClock
) -> None:
    urns = [f"urn:li:share:{NUMBER + step}" for step in range(52)]
    linkedin.posts = dict.fromkeys(urns, COUNTS)
    fetched = await source.fetch_numbers(make_token(clock), urns)
    assert len(fetched.posts) == 50
    assert [one.reason for one in fetched.unfetched] == ["later", "later"]


@pytest.mark.parametrize(
    "address",
    ["http://api.linkedin.com", "https://", "ftp://x", "", "https://a:b@api.linkedin.com"],
)
def test_a_token_goes_to_no_unsafe_address(clock: FakeClock, address: str) -> None:
    with pytest.raises(SettingsError, match="JOURFIX_LINKEDIN_API"):
        LinkedInNumbers(address, "202603", clock)


async def test_no_token_and_no_link_is_shown(
    linkedin: FakeLinkedIn,
    source: LinkedInNumbers,
    clock: FakeClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    linkedin.fault = lambda _: web.Response(status=500)
    token = make_token(clock)
    fetched = await source.fetch_numbers(token, [SHARE])
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    shown = f"{token!r} {fetched!r} {ours}"
    assert "token-1" not in shown
    assert str(NUMBER) not in shown

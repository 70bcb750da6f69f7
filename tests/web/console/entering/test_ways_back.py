"""The way to a directory and back: once, soon, in one browser, and not without end."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.web.console.access import COOKIE, DESK, SIGN_IN
from tests.fakes.openid import FakeDirectory
from tests.web.console.desk import Desk
from tests.web.console.entering.signing import (
    STRANGER,
    come,
    go,
    list_deeds,
    make_settings,
    opened,
    pass_time,
)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("access_denied", "You stopped signing in"),
        ("temporarily_unavailable", "not answering"),
        ("unauthorized_client", "not set up right"),
        ("<script>alert(1)</script>", "not set up right"),
        ("x" * 60_000, "not set up right"),
    ],
)
async def test_an_error_that_comes_back_is_a_sentence(desk: Desk, error: str, words: str) -> None:
    visitor = desk.come()
    state = parse_qs(urlsplit(await go(visitor)).query)["state"][0]
    query = {"state": state, "error": error, "error_description": "<b>words</b>"}
    visitor.page = await visitor.client.get(f"{SIGN_IN}/slack/back", params=query)
    assert words in visitor.words
    assert "<script>alert" not in visitor.page.text
    assert "words" not in visitor.words
    assert await list_deeds(desk)


async def test_a_way_back_serves_once(desk: Desk, slack: FakeDirectory) -> None:
    visitor = desk.come()
    back = slack.agree(await go(visitor))
    way = dict(visitor.client.cookies)
    assert (await visitor.open(back)).status_code == 200
    again = desk.come()
    again.client.cookies.update(way)
    assert (await again.open(back)).status_code == 400
    assert "no longer valid" in again.words
    assert len(slack.forms) == 1


async def test_nobody_comes_in_with_the_way_of_another_browser(
    desk: Desk, slack: FakeDirectory
) -> None:
    """Who is sent a link back would work as somebody else, unseen (login CSRF)."""
    other = desk.come()
    back = slack.agree(await go(other))
    visitor = desk.come()
    assert (await visitor.open(back)).status_code == 400
    await go(visitor)
    fresh = desk.come()
    fresh.client.cookies.update(dict(visitor.client.cookies))
    back = slack.agree(await go(other))
    assert (await fresh.open(back)).status_code == 400
    assert slack.forms == []


@pytest.mark.parametrize("minutes", [9, 10])
async def test_a_way_back_ends_after_ten_minutes(
    desk: Desk, slack: FakeDirectory, minutes: int
) -> None:
    visitor = desk.come()
    back = slack.agree(await go(visitor))
    pass_time(desk, minutes=minutes)
    slack.change = lambda claims: claims.update(exp=claims["exp"] + 3_600)
    status = (await visitor.open(back)).status_code
    assert status == (200 if minutes < 10 else 400)


@pytest.mark.parametrize("state", ["", "x", "ä" * 43, "A" * 43, "%00" * 43, "A" * 60_000])
async def test_a_made_up_state_is_nobodys(desk: Desk, state: str) -> None:
    visitor = desk.come()
    await go(visitor)
    answer = await visitor.client.get(f"{SIGN_IN}/slack/back", params={"state": state, "code": "x"})
    assert answer.status_code == 400


async def test_a_state_of_one_place_is_none_of_the_other(
    desk: Desk, slack: FakeDirectory, microsoft: FakeDirectory
) -> None:
    visitor = desk.come()
    back = slack.agree(await go(visitor)).replace("/slack/back", "/microsoft/back")
    assert (await visitor.open(back)).status_code == 400
    assert microsoft.forms == []


async def test_signing_in_as_somebody_else_ends_the_session_before(
    desk: Desk, slack: FakeDirectory, microsoft: FakeDirectory
) -> None:
    visitor = desk.come()
    await come(visitor, slack)
    before = visitor.client.cookies[COOKIE]
    await come(visitor, microsoft)
    assert "Bo Lead" in visitor.words
    assert visitor.client.cookies[COOKIE] != before
    assert await desk.console.gate.sessions.find(before) is None


async def test_a_session_that_was_planted_is_worth_nothing(
    desk: Desk, slack: FakeDirectory
) -> None:
    visitor, planted = desk.come(), "p" * 43
    visitor.client.cookies.set(COOKIE, planted, domain="127.0.0.1", path=DESK)
    assert await come(visitor, slack) == 200
    names = [one.value for one in visitor.client.cookies.jar if one.name == COOKIE]
    assert planted not in names
    assert await desk.console.gate.sessions.find(planted) is None


async def test_who_fails_to_sign_in_stays_who_they_were(desk: Desk, slack: FakeDirectory) -> None:
    visitor = desk.come()
    await come(visitor, slack)
    slack.who = dict(STRANGER)
    assert await come(visitor, slack) == 403
    await visitor.open(DESK)
    assert "Ada" in visitor.words


async def test_another_site_begins_nothing_and_a_look_uses_nothing_up(
    desk: Desk, slack: FakeDirectory
) -> None:
    visitor = desk.come()
    answer = await visitor.client.get(f"{SIGN_IN}/slack", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.headers["location"] == SIGN_IN
    back = slack.agree(await go(visitor))
    assert (await visitor.client.head(back)).status_code == 303
    assert (await visitor.open(back)).status_code == 200


async def test_too_many_tries_are_told_to_wait(desk: Desk, slack: FakeDirectory) -> None:
    visitor = desk.come()
    for _ in range(30):
        assert (await visitor.client.get(f"{SIGN_IN}/slack")).status_code == 303
    before = len(await list_deeds(desk))
    for _ in range(3):
        visitor.page = await visitor.client.get(f"{SIGN_IN}/slack")
        assert visitor.page.status_code == 429
    assert "too often" in visitor.words
    assert 0 < int(visitor.page.headers["retry-after"]) <= 300
    deeds = await list_deeds(desk)
    assert len(deeds) == before + 1
    assert deeds[0].action == "sign-in-limited"
    pass_time(desk, minutes=5)
    assert await come(visitor, slack) == 200


async def test_who_did_not_come_back_is_forgotten_after_a_day(desk: Desk) -> None:
    assert desk.console.signing_in is not None
    shelf = desk.console.signing_in.journeys.shelf
    for _ in range(3):
        await go(desk.come())
    assert len(await shelf.list_things()) == 3
    pass_time(desk, days=1)
    await desk.storage.erasure.erase_expired(desk.storage.ledger.clock.now())
    assert await shelf.list_things() == []


async def test_a_link_is_not_tried_without_end(tmp_path: Path) -> None:
    async with opened(make_settings(tmp_path, desk_sign_in="", reviewers="")) as desk:
        visitor = desk.come()
        statuses = [
            (await visitor.client.get(f"{DESK}/enter?key={'A' * 43}")).status_code
            for _ in range(32)
        ]
        assert statuses == [403] * 30 + [429] * 2
        actions = [one.action for one in await list_deeds(desk)]
        assert actions == ["sign-in-limited", *["sign-in-failed"] * 30]

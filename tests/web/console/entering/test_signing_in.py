"""Signing in with Slack and Microsoft: against a directory on loopback with every wrong manner."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.routing import Mount, Route

from bot.core.desk.staff import HERE as HERE_PERSON
from bot.web.console.access import COOKIE, DESK, SIGN_IN
from bot.web.console.signing_in import JOURNEY_COOKIE
from tests.fakes.openid import OTHER_TENANT, TENANT, FakeDirectory
from tests.web.console.desk import Desk
from tests.web.console.entering.signing import (
    ADDRESS,
    EDITOR,
    OBJECT,
    STRANGER,
    come,
    go,
    list_deeds,
    make_settings,
    opened,
)
from tests.web.console.test_access import fill


async def test_somebody_signs_in_with_slack(desk: Desk, slack: FakeDirectory) -> None:
    visitor = desk.come()
    await visitor.open(DESK)
    assert "Sign in with Slack" in visitor.words
    assert "Sign in with Microsoft" in visitor.words
    assert await come(visitor, slack) == 200
    assert "Overview" in visitor.words
    assert "Ada" in visitor.words
    deed = (await list_deeds(desk))[0]
    assert (deed.person, deed.action) == ("slack:T1:UEDITOR", "signed-in")


async def test_somebody_signs_in_with_microsoft(desk: Desk, microsoft: FakeDirectory) -> None:
    visitor = desk.come()
    assert await come(visitor, microsoft) == 200
    assert "Bo Lead" in visitor.words
    assert (await list_deeds(desk))[0].person == f"teams:{TENANT}:{OBJECT}"


async def test_what_we_ask_is_new_each_time_and_proves_who_asked(
    desk: Desk, slack: FakeDirectory
) -> None:
    visitor = desk.come()
    asked = [parse_qs(urlsplit(await go(visitor)).query) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert len({one[name][0] for one in asked}) == 2
        assert len(asked[0][name][0]) >= 43
    assert asked[0]["redirect_uri"] == [f"{ADDRESS}{SIGN_IN}/slack/back"]
    await come(visitor, slack)
    assert slack.forms[-1]["code_verifier"]
    assert slack.forms[-1]["code_verifier"] not in str(asked)


@pytest.mark.parametrize(
    ("claims", "person"),
    [
        # the app is there for one workspace, or for the organisation as a whole
        ({**EDITOR, "https://slack.com/enterprise_id": "E9"}, "slack:T1:UEDITOR"),
        (
            {
                "https://slack.com/team_id": "T7",
                "https://slack.com/enterprise_id": "E9",
                "https://slack.com/user_id": "UGRID",
            },
            "slack:E9:UGRID",
        ),
    ],
)
async def test_an_editor_of_the_chat_is_the_same_person_here(
    desk: Desk, slack: FakeDirectory, claims: dict[str, str], person: str
) -> None:
    slack.who = claims
    assert await come(desk.come(), slack) == 200
    assert (await list_deeds(desk))[0].person == person


@pytest.mark.parametrize("claim", ["groups", "roles"])
async def test_a_group_of_the_directory_gives_a_role(
    desk: Desk, microsoft: FakeDirectory, claim: str
) -> None:
    visitor = desk.come()
    other = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"
    assert await come(visitor, microsoft, oid=other, **{claim: ["x", "comms-leads"]}) == 200
    assert (await visitor.open(f"{DESK}/audit")).status_code == 403  # a reviewer, no editor


@pytest.mark.parametrize("hidden", [{"_claim_names": {"groups": "src1"}}, {"hasgroups": True}])
async def test_groups_that_are_not_told_are_said_with_the_remedy(
    desk: Desk, microsoft: FakeDirectory, hidden: dict[str, object]
) -> None:
    visitor = desk.come()
    assert await come(visitor, microsoft, oid=TENANT, **hidden) == 403
    assert "app role" in visitor.words
    # who is named does not need them
    assert await come(desk.come(), microsoft, **hidden) == 200


async def test_nobody_known_is_told_so_and_noted(desk: Desk, slack: FakeDirectory) -> None:
    slack.who = dict(STRANGER)
    visitor = desk.come()
    assert await come(visitor, slack) == 403
    assert "not been added" in visitor.words
    assert "slack:T1:UNOBODY" in visitor.words  # what whoever adds them needs
    deed = (await list_deeds(desk))[0]
    assert (deed.person, deed.action) == ("slack:T1:UNOBODY", "sign-in-failed")
    assert deed.details["reason"] == "nobody"
    assert deed.details["reference"] in visitor.words
    assert "Sign in" in (await visitor.open(DESK)).text


async def test_other_workspaces_and_tenants_stay_out(
    desk: Desk, slack: FakeDirectory, microsoft: FakeDirectory
) -> None:
    slack.who["https://slack.com/team_id"] = "T2"
    visitor = desk.come()
    assert await come(visitor, slack) == 403
    assert "another organisation" in visitor.words
    # one tenant: its own issuer signs, so that the token is not even for us
    assert await come(desk.come(), microsoft, tid=OTHER_TENANT) == 502


async def test_of_many_tenants_each_signs_for_itself(
    tmp_path: Path, microsoft: FakeDirectory
) -> None:
    third = "22222222-2222-3333-4444-555555555555"
    settings = make_settings(
        tmp_path,
        teams_login=microsoft.address,
        desk_sign_in="microsoft",
        desk_microsoft_tenants=f"{TENANT},{third}",
    )
    async with opened(settings) as desk:
        assert await come(desk.come(), microsoft) == 200
        visitor = desk.come()
        assert await come(visitor, microsoft, tid=OTHER_TENANT) == 403
        assert "another organisation" in visitor.words
        # allowed, but its person has no role
        assert await come(desk.come(), microsoft, tid=third) == 403

        def pretend(claims: dict[str, object]) -> None:
            claims["iss"] = microsoft.name_issuer(third)

        microsoft.change = pretend
        assert await come(desk.come(), microsoft) == 502


async def test_no_link_opens_a_desk_where_people_sign_in(desk: Desk) -> None:
    assert desk.console.entering.keys is None
    answer = await desk.come().open(f"{DESK}/enter?key={'A' * 43}")
    assert answer.status_code == 404
    left_over = await desk.sign_in(HERE_PERSON)  # a session of before
    assert (await left_over.open(DESK)).status_code == 403


async def test_every_route_is_a_page_with_roles_or_a_door(desk: Desk) -> None:
    doors = {SIGN_IN, *(f"{SIGN_IN}/{one}{end}" for one in ("slack", "microsoft") for end in ("", "/back"))}  # fmt: skip
    guarded = {f"{DESK}{page.path}" for page in desk.console.pages}
    for route in desk.console.routes:
        if isinstance(route, Mount):
            continue
        assert isinstance(route, Route)
        assert (route.path in guarded) != (route.path in doors), route.path
    for page in desk.console.pages:
        headers = {"Origin": ADDRESS}
        answer = await desk.come().client.request(page.method, fill(page.path), headers=headers)
        assert answer.headers["location"] == SIGN_IN


async def test_over_https_cookies_are_this_hosts_alone(
    tmp_path: Path, slack: FakeDirectory
) -> None:
    address = "https://jourfix.example"
    settings = make_settings(
        tmp_path, address=f"{address}/", slack_api=f"{slack.address}/api/", desk_sign_in="slack",
        reviewers="",
    )  # fmt: skip
    async with opened(settings) as desk:
        visitor = desk.come(address)
        answer = await visitor.client.get(f"{SIGN_IN}/slack")
        answer = await visitor.client.get(slack.agree(answer.headers["location"]))
        assert answer.headers["location"] == DESK
        cookies = answer.headers.get_list("set-cookie")
        assert len(cookies) == 2
        session, journey = cookies
        assert session.startswith(f"__Host-{COOKIE}=")
        assert journey.startswith(f"__Host-{JOURNEY_COOKIE}=")
        for cookie in cookies:
            words = {word.strip().lower() for word in cookie.split(";")}
            assert {"secure", "httponly", "samesite=lax", "path=/"} <= words
            assert "domain" not in cookie.lower()
        assert (await visitor.open(DESK)).status_code == 200
        await visitor.send(f"{DESK}/sign-out")
        assert "Sign in" in visitor.words
        for other in ("https://evil.example", "https://jourfix.example.evil.example"):
            assert (await desk.come(other).open(DESK)).status_code == 403


async def test_groups_and_names_are_no_markup(desk: Desk, microsoft: FakeDirectory) -> None:
    visitor = desk.come()
    name = "<script>alert(1)</script>\x00\n" + "x" * 10_000
    groups = ["comms-leads", "<i>", 5, None, "g" * 20_000]
    assert await come(visitor, microsoft, name=name, groups=groups) == 200
    assert "<script>alert" not in visitor.page.text
    assert len(visitor.page.text) < 20_000

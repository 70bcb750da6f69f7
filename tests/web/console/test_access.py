"""Who comes in, who may open what, and what stays out: every route, so that a new one is held too."""

import re

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.core.desk.audit import Deed
from bot.core.desk.staff import EVERY_ROLE, ROLES, Role
from bot.web.console.access import COOKIE, DESK, Page, Visit
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, READER, REVIEWER, SAFETY
from tests.web.console.desk import Desk

PEOPLE: dict[Role, str] = {
    "editor": EDITOR,
    "reviewer": REVIEWER,
    "drug-safety": SAFETY,
    "reader": READER,
}
# there is one of these, or what is sent is a text
HAS_NO_SUBJECT = frozenset(
    {
        "audit-checked", "house-draft-discarded", "house-rules-published", "house-rules-tried",
        "set-added", "signed-out",
    }
)  # fmt: skip
OPEN_TO_ANYBODY = {f"{DESK}/sign-in", f"{DESK}/enter"}


def fill(path: str) -> str:
    """Put a name of nothing into the places of a path."""
    return re.sub(r"\{[^}]+\}", "0000", f"{DESK}{path}")


def list_pages(desk: Desk) -> list[Page]:
    pages = desk.console.pages
    assert len(pages) >= 5
    return pages


async def test_every_route_is_a_page_with_roles_or_known_to_be_open(desk: Desk) -> None:
    guarded = {f"{DESK}{page.path}" for page in list_pages(desk)}
    for route in desk.console.routes:
        if isinstance(route, Mount):
            assert route.path == f"{DESK}/static"
            continue
        assert isinstance(route, Route)
        assert (route.path in guarded) != (route.path in OPEN_TO_ANYBODY), route.path
    assert all(page.roles <= EVERY_ROLE for page in list_pages(desk))


async def test_nobody_opens_a_page_without_signing_in(desk: Desk) -> None:
    for page in list_pages(desk):
        stranger = desk.come()
        path = fill(page.path)
        headers = {"Origin": "http://127.0.0.1:8080"}
        answer = await stranger.client.request(page.method, path, headers=headers)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{DESK}/sign-in"), path


@pytest.mark.parametrize("role", ROLES)
async def test_a_page_is_opened_by_its_roles_alone(desk: Desk, role: Role) -> None:
    visitor = await desk.sign_in(PEOPLE[role])
    for page in list_pages(desk):
        if role in page.roles:
            continue
        await visitor.open(DESK)
        if page.method == "GET":
            answer = await visitor.open(fill(page.path))
        else:
            answer = await visitor.send(fill(page.path))
        assert answer.status_code == 403, page.path
        assert "not one of your tasks" in visitor.words


async def test_what_changes_something_wants_the_guard_of_its_session(desk: Desk) -> None:
    before = len(await desk.storage.audit.list_newest(100))
    for page in list_pages(desk):
        if page.method == "GET":
            continue
        role = sorted(page.roles)[0]
        visitor = await desk.sign_in(PEOPLE[role])
        other = await desk.sign_in(PEOPLE[role])
        await other.open(DESK)
        for guard in ("", "wrong", other.find_guard()):
            answer = await visitor.client.post(
                fill(page.path),
                data={"guard": guard},
                headers={"Origin": "http://127.0.0.1:8080"},
            )
            assert answer.status_code == 403, page.path
            assert "reload" in answer.text
    assert len(await desk.storage.audit.list_newest(100)) == before


async def test_one_deed_is_one_entry_that_says_who_what_and_to_what(desk: Desk) -> None:
    for page in list_pages(desk):
        if page.method == "GET" or "editor" not in page.roles:
            continue
        editor = await desk.sign_in(EDITOR)
        await editor.open(DESK)
        before = len(await desk.storage.audit.list_newest(100))
        answer = await editor.send(fill(page.path), dict.fromkeys(page.noted, "0000"))
        assert answer.status_code not in (403, 503), page.path
        entries = await desk.storage.audit.list_newest(100)
        assert len(entries) == before + bool(page.deed), page.path
        if page.deed:
            subject = page.path.count("{") + len(page.noted)
            told = "/".join(["0000"] * subject)
            assert entries[0].read_deed() == Deed(EDITOR, page.deed, told)
            assert subject or page.deed in HAS_NO_SUBJECT, page.path


async def test_words_of_a_form_are_noted_only_where_they_are_names(desk: Desk) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(DESK)
    for text in ("Frau Müller, 83", "<b>", "x\ny", "a" * 151, ""):
        await editor.send(f"{DESK}/house-rules/sets/remove", {"name": text})
        await editor.open(DESK)
        deed = (await desk.storage.audit.list_newest(1))[0].read_deed()
        assert deed == Deed(EDITOR, "set-removed", "")


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
async def test_another_site_sends_nothing(desk: Desk, headers: dict[str, str]) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(DESK)
    guard = editor.find_guard()
    answer = await editor.client.post(
        f"{DESK}/language", data={"guard": guard, "language": "de"}, headers=headers
    )
    assert answer.status_code == 403


async def test_another_name_of_this_machine_is_refused(desk: Desk) -> None:
    answer = await desk.come("http://rebound.example").open(DESK)
    assert answer.status_code == 403


async def test_pages_say_what_a_browser_may_do_with_them(desk: Desk) -> None:
    editor = await desk.sign_in(EDITOR)
    answer = await editor.open(DESK)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert "style=" not in answer.text


async def test_a_link_opens_the_desk_once(desk: Desk) -> None:
    keys = desk.console.entering.keys
    assert keys is not None
    path = f"{DESK}/enter?key={await keys.make_key()}"
    first, second = desk.come(), desk.come()
    assert (await first.open(path)).status_code == 200
    assert "Overview" in first.words
    assert "at this machine" in first.words
    assert (await second.open(path)).status_code == 403
    assert "used before" in second.words


async def test_a_link_is_too_old_after_a_day(desk: Desk, clock: FakeClock) -> None:
    keys = desk.console.entering.keys
    assert keys is not None
    key = await keys.make_key()
    clock.advance(hours=24)
    assert (await desk.come().open(f"{DESK}/enter?key={key}")).status_code == 403


@pytest.mark.parametrize("key", ["", "x", "A" * 43, "ä" * 43, "%00" * 43])
async def test_a_made_up_key_opens_nothing(desk: Desk, key: str) -> None:
    assert (await desk.come().open(f"{DESK}/enter?key={key}")).status_code == 403


async def test_signing_in_makes_a_new_session(desk: Desk) -> None:
    """A name that somebody planted before is worth nothing after (session fixation)."""
    keys = desk.console.entering.keys
    assert keys is not None
    visitor = desk.come()
    planted = "p" * 43
    visitor.client.cookies.set(COOKIE, planted, domain="127.0.0.1", path=DESK)
    await visitor.open(f"{DESK}/enter?key={await keys.make_key()}")
    names = [cookie.value for cookie in visitor.client.cookies.jar if cookie.name == COOKIE]
    assert names
    assert planted not in names
    assert await desk.console.gate.sessions.find(planted) is None


async def test_who_signs_out_is_out_also_with_the_old_cookie(desk: Desk) -> None:
    visitor = await desk.sign_in(EDITOR)
    name = visitor.client.cookies[COOKIE]
    await visitor.open(DESK)
    await visitor.send(f"{DESK}/sign-out")
    assert "Sign in" in visitor.words
    assert await desk.console.gate.sessions.find(name) is None


@pytest.mark.parametrize(("hours", "is_in"), [(3, True), (4, False)])
async def test_a_session_ends_when_nobody_comes(
    desk: Desk, clock: FakeClock, hours: int, is_in: bool
) -> None:
    visitor = await desk.sign_in(EDITOR)
    await visitor.open(DESK)
    clock.advance(hours=hours)
    await visitor.open(DESK)
    assert ("Overview" in visitor.words) == is_in


async def test_a_session_ends_after_a_working_day(desk: Desk, clock: FakeClock) -> None:
    visitor = await desk.sign_in(EDITOR)
    for _ in range(6):
        await visitor.open(DESK)
        assert "Overview" in visitor.words
        clock.advance(hours=2)
    await visitor.open(DESK)
    assert "Overview" not in visitor.words


async def test_a_group_gives_its_role(desk: Desk) -> None:
    stranger = await desk.sign_in("teams:TENANT:nobody")
    assert (await stranger.open(DESK)).status_code == 403
    lead = await desk.sign_in("teams:TENANT:lead", groups=["comms-leads"])
    assert (await lead.open(DESK)).status_code == 200


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example",
        "//evil.example",
        "/desk/../../etc",
        "/\\evil.example",
        "/deskevil",
        "",
    ],
)
async def test_choosing_a_language_leads_nowhere_else(desk: Desk, back: str) -> None:
    visitor = await desk.sign_in(EDITOR, None)
    await visitor.open(DESK)
    guard = visitor.find_guard()
    answer = await visitor.client.post(
        f"{DESK}/language",
        data={"guard": guard, "language": "nl", "back": back},
        headers={"Origin": "http://127.0.0.1:8080"},
    )
    assert answer.headers["location"].startswith(DESK)
    assert "evil" not in answer.headers["location"]
    await visitor.open(DESK)
    assert "Overzicht" in visitor.words


async def test_what_was_done_is_in_the_log(desk: Desk) -> None:
    visitor = await desk.sign_in(EDITOR)
    await visitor.open(f"{DESK}/audit")
    await visitor.send(f"{DESK}/audit/check")
    assert "All 1 entries hold" in visitor.words
    assert EDITOR in visitor.words
    assert "checked the log" in visitor.words


async def test_a_name_is_no_markup(desk: Desk) -> None:
    await desk.storage.audit.append(
        Deed("slack:T1:<script>alert(1)</script>", "<b>", "<img src=x>")
    )
    visitor = await desk.sign_in("slack:T1:<i>x</i>", groups=["comms-leads"])
    await visitor.open(DESK)
    assert "<i>x" not in visitor.page.text
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{DESK}/audit")
    assert "<script>alert" not in editor.page.text
    assert "<img src" not in editor.page.text


@pytest.mark.parametrize(
    "path", ["/desk/nothing", "/desk/", "/desk/static/../console.py", "/desk/static/nothing"]
)
async def test_what_is_not_there_is_said(desk: Desk, path: str) -> None:
    visitor = await desk.sign_in(EDITOR)
    answer = await visitor.open(path)
    assert answer.status_code == 404
    assert "no such page" in visitor.words


async def test_a_form_of_any_size_is_not_read(desk: Desk) -> None:
    visitor = await desk.sign_in(EDITOR)
    await visitor.open(DESK)
    answer = await visitor.send(f"{DESK}/language", {"language": "de" * 200_000})
    assert answer.status_code == 403


async def test_a_page_that_breaks_says_a_sentence_and_a_reference(desk: Desk) -> None:
    async def fail(_visit: Visit) -> None:
        raise RuntimeError("draft words")

    route = desk.console.gate.guard(Page("/breaks", fail, frozenset({"editor"})))  # type: ignore[arg-type]
    desk.app = Starlette(routes=[route])
    visitor = await desk.sign_in(EDITOR)
    answer = await visitor.open(f"{DESK}/breaks")
    assert answer.status_code == 500
    assert "draft words" not in answer.text
    assert "tell us" in visitor.words


def test_a_page_without_roles_cannot_be_made() -> None:
    async def answer(_visit: Visit) -> None:
        return None

    with pytest.raises(ValueError, match="names no role"):
        Page("/open", answer, frozenset())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="says not what"):
        Page("/changes", answer, frozenset({"editor"}), "POST")  # type: ignore[arg-type]


async def test_sessions_and_keys_are_gone_after_a_day(desk: Desk, clock: FakeClock) -> None:
    visitor = await desk.sign_in(EDITOR)
    keys = desk.console.entering.keys
    assert keys is not None
    await keys.make_key()
    sessions = desk.console.gate.sessions
    clock.advance(days=1)
    await desk.storage.erasure.erase_expired(clock.now())
    assert await sessions.shelf.list_things() == []
    assert await keys.shelf.list_things() == []
    assert await sessions.find(visitor.client.cookies[COOKIE]) is None

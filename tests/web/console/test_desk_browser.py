"""The desk in a real browser: every page that links lead to, for everybody; by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser
from tests.web.console.accessible import DESKTOP, find_faults, open_desk

pytestmark = pytest.mark.needs("chromium")
_MOST_PAGES = 80
_DEEP, _OF_A_KIND = 4, 5  # so far below the desk pages beside each other are made alike


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("desk")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(server: RunningServer, browser: Browser) -> Iterator[Page]:
    """A page whose browser came in once: the link opens the desk one time."""
    context = browser.new_context(locale="en-GB", viewport=DESKTOP)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    open_desk(page, server)
    yield page
    context.close()
    assert not problems


def list_links(page: Page) -> list[str]:
    return [
        str(address)
        for address in page.locator("a[href^='/desk']").evaluate_all(
            "links => links.map(link => link.pathname)"
        )
    ]


def count_alike(path: str, seen: set[str]) -> int:
    """Count the pages that were seen beside this one: lessons, packs."""
    if path.count("/") < _DEEP:
        return 0
    return sum(path.rpartition("/")[0] == other.rpartition("/")[0] for other in seen)


def test_every_page_is_for_everybody(page: Page, server: RunningServer) -> None:
    home = f"http://127.0.0.1:{server.port}"
    waiting, seen, faults = ["/desk"], set[str](), dict[str, list[str]]()
    while waiting and len(seen) < _MOST_PAGES:
        path = waiting.pop(0)
        if path in seen or count_alike(path, seen) == _OF_A_KIND:
            continue
        seen.add(path)
        answer = page.goto(home + path)
        assert answer
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        assert answer.status == 200, path
        if found := find_faults(page):
            faults[path] = found
        waiting += [link for link in list_links(page) if link not in seen]
    assert faults == {}
    assert {"/desk", "/desk/audit"} <= seen
    assert len(seen) < _MOST_PAGES, "not every page was seen"


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Überblick"), ("nl", "Overzicht"), ("en", "Overview")]
)
def test_a_language_is_chosen_by_keyboard(
    page: Page, server: RunningServer, language: str, words: str
) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/desk")
    button = page.locator(f"button[value={language}]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    assert page.locator("html").get_attribute("lang") == language


def test_the_first_tab_leads_past_the_sections(page: Page, server: RunningServer) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/desk/audit")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()

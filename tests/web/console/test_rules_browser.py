"""A house rule from the form to a version, in Chromium: checked while it is typed, then published."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, StorageState, ViewportSize, expect

from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("rules")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def entered(server: RunningServer, browser: Browser) -> StorageState:
    """Enter by the link, which opens the desk once."""
    context = browser.new_context()
    link = next(line for line in server.find_lines("/desk/enter"))
    found = re.search(r"http://\S+", link)
    assert found
    context.new_page().goto(found.group())
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def page(entered: StorageState, browser: Browser) -> Iterator[Page]:
    viewport: ViewportSize = {"width": 390, "height": 800}
    context = browser.new_context(locale="en-GB", viewport=viewport, storage_state=entered)
    yield context.new_page()
    context.close()


def test_a_rule_is_checked_while_it_is_typed_and_published(
    server: RunningServer, page: Page
) -> None:
    here = f"http://127.0.0.1:{server.port}/desk"
    page.goto(f"{here}/rules?q=password")
    page.get_by_role("link", name="access-or-system").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("access-or-system")
    page.goto(f"{here}/house-rules/rule")
    page.get_by_label("Short name of the rule").fill("canteen-secret")
    expect(page.get_by_role("alert")).to_contain_text("source")
    page.get_by_label("Source, as people know it").fill("House rules")
    english = page.locator("fieldset[aria-label=English]")
    english.get_by_label("Message").fill("“{found}” is ours.")
    english.get_by_label("Why").fill("Others need not know it.")
    english.get_by_label("What helps").fill("Leave it out.")
    english.get_by_label("Words or pattern").fill("moonberry soup")
    english.get_by_label("Examples that are found").fill("We cooked [[moonberry soup]].")
    english.get_by_label("Examples that are fine").fill("We cooked soup.")
    expect(page.get_by_role("status")).to_contain_text("It fits")
    page.get_by_role("button", name="Keep in the draft").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Kept")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_label("Why this change?")).to_be_visible(timeout=300_000)
    page.get_by_label("Why this change?").fill("The soup is secret")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status").first).to_contain_text("Published")
    page.goto(f"{here}/house-rules/versions")
    expect(page.get_by_text("The soup is secret")).to_be_visible()
    for _ in range(30):  # the server takes it beside everything else
        page.goto(f"{here}/rules")
        if page.get_by_role("link", name="house@1").count():
            break
        page.wait_for_timeout(1_000)
    expect(page.get_by_role("link", name="house@1")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_a_closed_period_is_checked_while_it_is_typed_and_stands_in_the_calendar(
    server: RunningServer, page: Page
) -> None:
    here = f"http://127.0.0.1:{server.port}/desk"
    page.goto(f"{here}/house-rules/organisation")
    page.get_by_role("link", name="Add: Closed period").click()
    page.get_by_label("First day").fill("2026-12-08")
    page.get_by_label("Last day").fill("2026-12-03")
    expect(page.get_by_role("alert")).to_contain_text("ends before it starts")
    page.get_by_label("First day").fill("2026-12-02")
    expect(page.get_by_role("status")).to_contain_text("It fits")
    page.get_by_role("button", name="Keep in the draft").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept")
    page.goto(f"{here}/house-rules/organisation?month=2026-12")
    expect(page.locator("td.closed")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

"""A house rule from the form to a version, in Chromium: checked while it is typed, then published."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

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


@pytest.fixture
def page(server: RunningServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 800})
    page = context.new_page()
    link = next(line for line in server.find_lines("/desk/enter"))
    found = re.search(r"http://\S+", link)
    assert found
    page.goto(found.group())
    yield page
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

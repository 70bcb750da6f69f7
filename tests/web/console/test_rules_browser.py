"""A house rule from the form to a version, in Chromium: checked while it is typed, then published."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser
from tests.web.console.accessible import PHONE, find_faults, open_desk

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, few_policies: Path) -> Iterator[RunningServer]:
    folder, settings = tmp_path_factory.mktemp("rules"), {"JOURFIX_POLICIES": str(few_policies)}
    with serve(folder, **settings) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(server: RunningServer, browser: Browser) -> Iterator[Page]:
    """A page whose browser came in once, on a phone: the link opens the desk one time."""
    context = browser.new_context(locale="en-GB", viewport=PHONE)
    page = context.new_page()
    open_desk(page, server)
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


def test_an_editor_lets_a_rule_rest_from_its_page(server: RunningServer, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/desk/rules/rule/access-or-system")
    page.get_by_role("link", name="Let this rule rest").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Let the rule access-or-system rest")
    assert find_faults(page) == []
    page.get_by_label("Meanwhile").select_option(label="it says nothing")
    page.get_by_label("Why?").fill("Names of machines are no secret here")
    page.get_by_role("button", name="Let it rest, and try").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What the change does")
    page.goto(f"http://127.0.0.1:{server.port}/desk/house-rules")
    expect(page.get_by_text("pauses.yaml")).to_be_visible()

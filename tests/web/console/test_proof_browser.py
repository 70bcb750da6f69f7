"""The proof of value in a real browser: reading it, taking it along, entering a cost."""

import asyncio
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.bootstrap.storage import opened_storage
from bot.core.programme.proof.disclosure import Cell, Closed
from bot.core.programme.proof.proof import MONTHS_SHELF
from bot.scheduling.clock import SystemClock
from bot.settings import Settings
from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser
from tests.web.console.accessible import DESKTOP, find_faults, open_desk

pytestmark = pytest.mark.needs("chromium")
SECRET = "a secret that only this test knows"  # noqa: S105 - it protects nothing
START = 2026 * 12


async def seed(folder: Path) -> None:
    settings = Settings(database=f"sqlite:///{folder / 'jourfix.db'}", secret=SECRET)
    async with opened_storage(settings, SystemClock(datetime.UTC)) as storage:
        shelf = storage.shelves.open_shelf(MONTHS_SHELF, Closed)
        for month in range(START, START + 4):
            cells = (
                Cell("posts", month, month, 30 + month - START, 20),
                Cell("reach", month, month, 41_000, 20),
                Cell("themes", month, month, 20, 10, "#Night<script>Shift"),
                Cell("case-time", month, month, 14_400, 10, "half"),
                Cell("case-time", month, month, 172_800, 10, "most"),
            )
            await shelf.keep_first(str(month), Closed(month, cells))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("proof")
    asyncio.run(seed(folder))
    with serve(folder, "--web-only", JOURFIX_SECRET=SECRET) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def page(server: RunningServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", viewport=DESKTOP)
    page = context.new_page()
    open_desk(page, server)
    yield page
    context.close()


def test_the_report_is_for_everybody(page: Page) -> None:
    page.get_by_role("link", name="Value", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the programme has brought")
    expect(page.get_by_role("img", name="Posts handed in")).to_be_visible()
    expect(page.get_by_text("126", exact=True).first).to_be_visible()
    page.get_by_text("As a table: Posts handed in").click()
    expect(page.get_by_role("row", name="2026-03 32")).to_be_visible()
    assert find_faults(page) == []


def test_the_report_is_taken_along(page: Page) -> None:
    page.get_by_role("link", name="Value", exact=True).click()
    page.get_by_role("link", name="Q1 2026", exact=True).click()
    expect(page.get_by_text("Q1 2026 (2026-01 to 2026-03)")).to_be_visible()
    expect(page.get_by_text("93", exact=True).first).to_be_visible()  # three months of posts
    assert find_faults(page) == []
    page.get_by_role("link", name="2026", exact=True).click()
    expect(page.get_by_text("126", exact=True).first).to_be_visible()
    for form in ("PDF", "PPTX", "XLSX", "CSV"):
        with page.expect_download() as taken:
            page.get_by_role("link", name=form, exact=True).click()
        assert taken.value.suggested_filename == f"jourfix-2026-en.{form.lower()}"


def test_a_cost_is_entered_and_divided(page: Page) -> None:
    page.get_by_role("link", name="Value", exact=True).click()
    page.get_by_role("link", name="Cost and followers").click()
    page.get_by_label("Month").fill("2026-02")
    page.get_by_label("What for").fill("agency")
    page.get_by_label("Number").fill("1.260")
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_role("status")).to_have_text("Entered.")
    assert find_faults(page) == []
    page.get_by_role("link", name="Value", exact=True).first.click()
    section = page.get_by_role("region", name="Cost per post handed in")
    expect(section.get_by_text("10", exact=True)).to_be_visible()

"""The programme at the desk in a real browser: one test for each task of an editor."""

import asyncio
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.bootstrap.storage import opened_storage
from bot.core.deliveries import Return
from bot.core.model import LANGUAGES
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.cohorts.call import Application, Call
from bot.core.programme.events.event import Event, EventText
from bot.core.programme.recurrence import Recurrence
from bot.settings import Settings
from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser

pytestmark = pytest.mark.needs("chromium")
SECRET = "a secret that only this test knows"  # noqa: S105 - it protects nothing


class Now(Clock):
    """The time it is."""

    def now(self) -> datetime.datetime:
        """Give it."""
        return datetime.datetime.now(datetime.UTC)


async def seed(folder: Path) -> None:
    settings = Settings(database=f"sqlite:///{folder / 'jourfix.db'}", secret=SECRET)
    now = Now().now()
    async with opened_storage(settings, Now()) as storage:
        ambassadors = storage.shelves.open_shelf("ambassadors", Ambassador)
        applications = storage.shelves.open_shelf("applications", Application)
        for number in range(24):
            person = f"slack:T1:U{number}"
            to, language = Return("slack", person, {"channel": "D1"}), LANGUAGES[number % 2]
            one = Ambassador(person, to, language, "sometimes", ("linkedin",), now)
            await ambassadors.keep(person, one, person)
            if number < 9:
                team = ("Pflege", "Forschung", "IT")[number % 3]
                applied = Application(
                    "0000aaaa", person, to, f"Kim {number}", language, "often", team, "Nord"
                )
                await applications.keep(applied.key, applied, person)
        until = now.date() + datetime.timedelta(days=5)
        call = Call("0000aaaa", "Herbst", {"de": "Kommt dazu"}, 6, until)
        await storage.shelves.open_shelf("calls", Call).keep(call.id, call)
        day = now.date() + datetime.timedelta(days=2)
        series = Recurrence("Europe/Berlin", day.weekday(), datetime.time(10), 2, day)
        jourfix = Event(
            "0a0a0a0a", "jourfix", {"de": EventText("Jourfix")}, series, state="announced"
        )
        await storage.shelves.open_shelf("events", Event).keep(jourfix.id, jourfix)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("programme")
    asyncio.run(seed(folder))
    settings = {
        "JOURFIX_SECRET": SECRET,
        "JOURFIX_EDITOR_LANGUAGE": "de",
        "JOURFIX_SLACK_BOT_TOKEN": "xoxb-1",
        "JOURFIX_SLACK_SIGNING_SECRET": "s",
    }
    # no worker: what is sent waits, and can be watched
    with serve(folder, "--web-only", **settings) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(server: RunningServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    found = re.search(r"http://\S+", server.find_lines("/desk/enter")[0])
    assert found is not None
    page.goto(found.group())
    yield page
    context.close()


@pytest.fixture
def page(desk: Page, server: RunningServer) -> Iterator[Page]:
    problems: list[str] = []
    desk.on("pageerror", lambda error: problems.append(str(error)))
    desk.goto(f"http://127.0.0.1:{server.port}/desk/programme")
    yield desk
    assert not problems


def open_tab(page: Page, name: str) -> None:
    link = page.get_by_role("link", name=name, exact=True)
    with page.expect_navigation():  # a click alone returns before the next page is there
        link.click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_broadcast_is_written_seen_tested_and_stopped(page: Page) -> None:
    open_tab(page, "Rundnachrichten")
    open_tab(page, "Neue schreiben")
    page.get_by_label("Text auf Deutsch").fill("Kommt zum Jourfix!\n\nAm Dienstag um zehn.")
    page.get_by_label("Text auf Niederländisch").fill(
        "Kom naar de jourfix!\n\nDinsdag om tien uur."
    )
    press(page, "Speichern und ansehen")
    expect(page.locator("figure.drawing")).to_have_count(6)
    expect(page.locator("figure.slack").first).to_contain_text("Am Dienstag um zehn.")
    expect(page.locator("figure.teams").nth(1)).to_contain_text("Dinsdag om tien uur.")
    expect(page.get_by_text("Erreicht 24 Personen")).to_be_visible()
    press(page, "Test an mich")
    expect(page.locator(".answer")).to_contain_text("So kommt sie an")
    press(page, "Jetzt abschicken")
    expect(page.locator("progress")).to_have_attribute("max", "24")
    page.locator("#live").evaluate("it => it.firstElementChild.remove()")
    expect(page.locator("progress")).to_be_visible()  # the page read itself anew
    press(page, "Anhalten")
    expect(page.get_by_text("Angehalten. Es geht nichts mehr raus")).to_be_visible()
    press(page, "Stoppen")
    expect(page.get_by_text("24: noch nicht dran, als du gestoppt hast.")).to_be_visible()


def test_a_group_is_chosen(page: Page) -> None:
    open_tab(page, "Wer mitmacht")
    expect(page.locator(".figure")).to_have_text("24")
    open_tab(page, "Herbst")
    expect(page.get_by_text("Kim 1").first).to_be_visible()
    page.locator('button[value^="call-confirm "]').click()
    page.locator('button[value^="call-settle "]').click()
    expect(page.locator(".answer")).to_contain_text("Herbst")
    expect(page.locator("section.call li")).to_have_count(6)


def test_an_event_is_added_from_the_calendar(page: Page) -> None:
    open_tab(page, "Kalender")
    day = Now().now().date() + datetime.timedelta(days=30)
    page.get_by_label("Tag", exact=True).fill(day.isoformat())
    page.get_by_label("Titel").fill("Offenes Labor")
    press(page, "Anlegen")
    row = page.locator("td li", has_text="Offenes Labor")
    expect(row).to_contain_text("noch nicht angekündigt")
    row.get_by_role("button").click()
    expect(page.locator(".answer")).to_contain_text("Offenes Labor")


def test_a_calendar_file_is_given(page: Page) -> None:
    open_tab(page, "Kalender")
    page.get_by_role("link", name="Später").click()
    link = page.locator("a[download]").first
    answer = page.request.get(str(link.evaluate("it => it.href")))
    assert answer.headers["content-type"].startswith("text/calendar")


def test_a_section_of_a_recap_is_struck_and_rewritten(page: Page) -> None:
    open_tab(page, "Recaps")
    tip = page.locator('button[value^="recap-strike tip "]')
    tip.click()
    page.locator('button[value^="recap-put-back tip "]').click()
    page.locator('button[value^="recap-rewrite thanks "]').click()
    page.locator(".answer textarea").fill("Danke euch allen!")
    page.locator(".answer button.primary").click()
    expect(page.locator("main")).to_contain_text("Danke euch allen!")


def test_the_library_is_sifted_and_read(page: Page) -> None:
    open_tab(page, "Bibliothek")
    rows = page.locator(".sifted:visible")
    count = rows.count()
    page.get_by_label("Liste durchsuchen").fill("hashtag")
    expect(rows).not_to_have_count(count)
    rows.first.get_by_role("link").click()
    expect(page.locator('section[lang="nl"]')).to_be_visible()


def test_it_is_worked_by_keyboard_and_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for tab in ("Rundnachrichten", "Wer mitmacht", "Kalender", "Recaps", "Bibliothek"):
        open_tab(page, tab)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, tab
    page.set_viewport_size({"width": 1280, "height": 850})
    page.get_by_role("link", name="Alles auf einen Blick").press("Enter")
    page.get_by_role("button", name="Termine planen").press("Enter")
    expect(page.locator(".answer")).to_contain_text("Jourfix")

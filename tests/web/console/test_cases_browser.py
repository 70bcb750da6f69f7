"""Cases in a real browser: an author asks, an editor answers, the answer comes to the open page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser
from tests.channels.web.test_page import CONTRAST

pytestmark = pytest.mark.needs("chromium")
DRAFT = (
    "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg. "
    "Unsere Studie zeigt, dass das Mittel besser wirkt als die Standardtherapie."
)
LATER = "Die Studie zeigt: Unser Mittel wirkt besser als die Standardtherapie."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("desk")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def editor(server: RunningServer, browser: Browser) -> Iterator[Page]:
    line = server.find_lines("/desk/enter")[0]
    found = re.search(r"http://\S+", line)
    assert found
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(found.group())
    yield page
    context.close()


@pytest.fixture
def author(server: RunningServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/")
    yield page
    context.close()


def say(author: Page, text: str) -> None:
    author.get_by_label("Dein Entwurf oder deine Frage").fill(text)
    author.get_by_role("button", name="Prüfen", exact=True).click()


def hand_in(author: Page) -> str:
    say(author, DRAFT)
    author.get_by_role("button", name="Kommunikation fragen").click()
    author.get_by_role("button", name="Abschicken", exact=True).click()
    sent = author.locator("article.case-sent")
    expect(sent).to_be_visible()
    found = re.search(r"Anfrage (\w{8})", sent.inner_text())
    assert found
    return found.group(1)


def test_from_the_question_to_the_remembered_answer(author: Page, editor: Page) -> None:
    name = hand_in(author)
    editor.get_by_role("link", name="Anfragen", exact=True).click()
    editor.get_by_role("link", name=name).click()
    editor.get_by_role("button", name="Ich übernehme").click()
    expect(editor.get_by_role("status")).to_contain_text("übernommen")
    editor.get_by_role("radio", name="Bitte ändern").check()
    editor.locator("textarea[name=reply]").fill("Ohne den Namen des Mittels.")
    editor.locator("textarea[name=suggested]").fill("Endlich! Wir sind stolz.")
    assert not editor.evaluate(CONTRAST)
    editor.get_by_role("button", name="Antwort abschicken").click()
    expect(editor.get_by_role("status")).to_contain_text("unterwegs")
    answer = author.locator("article.case-answer")  # the page is open and nobody reloads it
    expect(answer).to_contain_text("Ohne den Namen des Mittels.")
    expect(answer).to_contain_text("Endlich! Wir sind stolz.")
    author.reload()
    expect(author.locator("article.case-answer")).to_be_visible()
    editor.get_by_role("link", name="Für später merken").click()
    editor.get_by_role("button", name="Merken", exact=True).click()
    expect(editor.get_by_role("status")).to_contain_text("Gemerkt")
    say(author, LATER)
    expect(author.locator("article.review")).to_contain_text("um eine Änderung gebeten")


def test_an_answer_waits_for_the_next_page(
    author: Page, editor: Page, server: RunningServer
) -> None:
    name = hand_in(author)
    author.goto("about:blank")
    at = f"http://127.0.0.1:{server.port}"
    editor.set_viewport_size({"width": 390, "height": 800})
    editor.goto(f"{at}/desk/cases/{name}")
    assert editor.evaluate("document.documentElement.scrollWidth") <= 390
    editor.get_by_role("radio", name="Kann so raus").focus()
    editor.keyboard.press("Space")
    editor.keyboard.press("Enter")  # sends the form: no mouse, no script
    expect(editor.get_by_role("status")).to_contain_text("unterwegs")
    author.goto(f"{at}/")
    expect(author.locator("article.case-answer")).to_contain_text("Kann so raus")
    say(author, "vergiss mich")
    author.locator("button[data-action=forget-me-yes]").click()
    expect(author.locator("article.forgot-me")).to_be_visible()
    author.goto(f"{at}/")
    expect(author.get_by_label("Dein Entwurf oder deine Frage")).to_be_visible()
    expect(author.locator("article.case-answer")).to_have_count(0)
    editor.goto(f"{at}/desk/cases/{name}")
    expect(editor.get_by_role("heading", level=1)).not_to_contain_text(name)

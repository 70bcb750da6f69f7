"""The page in a real browser: paste, read, unfold, copy; by mouse and by keyboard; narrow and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser

pytestmark = pytest.mark.needs("chromium")
DRAFT = "Heute feiern wir unser Zelvaro, und ich bin stolz auf alle im Team in Hamburg."
STORY = (
    "Am Freitag fand unsere Fortbildung zum Thema Übergabe statt. Das Programm war abwechslungsreich "
    "und die Verpflegung gut.\n\nIn der Pause hat mir unsere älteste Kollegin erzählt, dass sie seit "
    "31 Jahren vor jeder Übergabe zweimal tief Luft holt. Danach gab es Gruppenarbeit."
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("page")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def page(server: RunningServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="de-DE", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    page.goto(f"http://127.0.0.1:{server.port}/")
    yield page
    context.close()
    assert not problems


def send(page: Page, text: str) -> None:
    page.get_by_label("Dein Entwurf oder deine Frage").fill(text)
    page.get_by_role("button", name="Prüfen", exact=True).click()


def test_a_draft_is_answered_and_its_mark_unfolds_the_finding(page: Page) -> None:
    send(page, DRAFT)
    review = page.locator("article.review")
    expect(review.get_by_role("heading", name="Erst fragen")).to_be_visible()
    mark = review.locator("mark")
    expect(mark).to_contain_text("Zelvaro")
    finding = review.locator("details.finding")
    finding.locator("summary").click()  # it was open: fold it
    expect(finding).not_to_have_attribute("open", "")
    mark.click()
    expect(finding).to_have_attribute("open", "")
    expect(finding.get_by_role("link", name="Heilmittelwerbegesetz (HWG), § 10(1)")).to_be_visible()


def test_everything_works_by_keyboard(page: Page) -> None:
    box = page.get_by_label("Dein Entwurf oder deine Frage")
    box.focus()
    page.keyboard.insert_text(DRAFT)
    page.keyboard.press("Control+Enter")
    review = page.locator("article.review")
    expect(review).to_be_visible()
    review.locator("mark").focus()
    page.keyboard.press("Enter")
    expect(review.locator("summary")).to_be_focused()
    review.get_by_role("button", name="Diese Regel erklären").focus()
    page.keyboard.press("Enter")
    expect(page.locator("article.rule")).to_be_visible()


def test_the_next_version_is_compared(page: Page) -> None:
    send(page, DRAFT)
    expect(page.locator("article.review")).to_have_count(1)
    send(page, DRAFT.replace("unser Zelvaro", "einen Erfolg"))
    expect(page.locator("article.review")).to_have_count(2)
    expect(page.locator("article.review").last).to_contain_text("Alles erledigt")


def test_the_improved_text_is_one_click_away(page: Page) -> None:
    send(page, STORY)
    improved = page.locator(".copyable", has_text="neu sortiert")
    improved.get_by_role("button", name="Kopieren").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("In der Pause hat mir unsere älteste Kollegin erzählt")


def test_an_example_fills_the_box_and_is_not_sent_by_itself(page: Page) -> None:
    page.get_by_role("button", name="Frage").click()
    expect(page.get_by_label("Dein Entwurf oder deine Frage")).to_have_value(
        "Dürfen wir vom Kongress etwas posten?"
    )
    expect(page.locator("article.answer")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    send(page, DRAFT + " " + "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3)
    expect(page.locator("article.review")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    send(page, DRAFT)
    expect(page.locator("article.review")).to_be_visible()
    weak = page.evaluate(CONTRAST)
    assert not weak, weak


# Gives the texts whose contrast with the nearest background is below 4.5 to 1 (WCAG AA).
CONTRAST = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) =>
    v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => { for (let at = node; at; at = at.parentElement) {
    const c = parse(getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] === 1) return c; }
    return [255, 255, 255]; };
  return [...document.querySelectorAll("p, h1, h2, h3, h4, li, dd, dt, mark, summary, button, a, figcaption, pre")]
    .filter((node) => node.innerText.trim() && node.offsetParent)
    .map((node) => { const a = light(parse(getComputedStyle(node).color)), b = light(behind(node));
      return [node.tagName, node.innerText.slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; })
    .filter(([, , ratio]) => ratio < 4.5);
}"""

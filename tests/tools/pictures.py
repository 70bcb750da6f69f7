"""Make the pictures in docs/pictures from the running product: `make pictures`. Look at each."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.channels.running import serve
from tests.channels.web.browser import open_browser

OUT = Path(__file__).parent.parent.parent / "docs" / "pictures"
ANECDOTE = (
    "Am 1. Juli blicke ich auf 21 Jahre in der Pharmaindustrie zurück. In dieser Zeit durfte ich viele "
    "Stationen durchlaufen: Außendienst, Produktmanagement, heute Training. Mein Dank gilt allen Kolleginnen "
    "und Kollegen, die mich begleitet haben.\n\nÜbrigens: Am selben Tag sind meine Frau und ich 23 Jahre "
    "verheiratet. Als ich nach drei Wochen hinwerfen wollte, hat sie mir den Koffer wieder ausgepackt."
)
NURSE = (
    "Vannacht zat ik een uur bij een meneer van 91 uit Zwolle, op kamer 12. Hij vertelde over zijn vrouw en zong "
    "zachtjes hun lied. Om zes uur is hij gegaan. Dit is waarom ik verpleegkundige ben."
)
LAUNCH = (
    "Launch day! After eight years Zelvaro is finally here for people with migraine in the UK. It works from day "
    "one and has no side effects. Ask your GP about it! #Zelvaro #migraine #proud #pharma"
)
PICTURES = (
    ("chat-de.png", "de", ANECDOTE, "light", 1100),
    ("chat-nl.png", "nl", NURSE, "light", 1100),
    ("chat-en.png", "en", LAUNCH, "light", 1100),
    ("chat-nl-phone-dark.png", "nl", NURSE, "dark", 400),
)
# What somebody who joins says and presses, and the button that stands there at last; by language.
JOINING = {
    "de": ("mitmachen", "Ich mache mit", "Deutsch", "LinkedIn", "Weiter", "Ab und zu poste ich",
           "Einverstanden"),
    "nl": ("meedoen", "Ik doe mee", "Nederlands", "LinkedIn", "Verder", "Ik plaats af en toe iets",
           "Akkoord"),
    "en": ("join", "Count me in", "English", "LinkedIn", "Next", "I post now and then", "I agree"),
}  # fmt: skip


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder)) as server,
        open_browser() as browser,
    ):
        for name, language, text, scheme, width in PICTURES:
            take_picture(browser, server.port, OUT / name, (language, text, scheme, width))
            sys.stdout.write(f"docs/pictures/{name}\n")
        for language in JOINING:
            name = f"joining-{language}.png"
            take_joining(browser, server.port, OUT / name, language)
            sys.stdout.write(f"docs/pictures/{name}\n")
    return 0


def take_picture(browser: Browser, port: int, path: Path, scene: tuple[str, str, str, int]) -> None:
    language, text, scheme, width = scene
    context = browser.new_context(
        locale=language,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/?language={language}")
    page.fill("#text", text)
    page.click("#composer button.primary")
    page.wait_for_selector("article.review")
    # the composer follows the window; in a picture of the whole page it would hide the answer
    page.evaluate("document.getElementById('composer').style.position = 'static'")
    page.screenshot(path=path, full_page=True)
    context.close()


def take_joining(browser: Browser, port: int, path: Path, language: str) -> None:
    """Take a picture of somebody who joins the programme in the browser chat."""
    said, *pressed, offered = JOINING[language]
    context = browser.new_context(locale=language, viewport={"width": 900, "height": 1500})
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/?language={language}")
    page.fill("#text", said)
    page.click("#composer button.primary")
    for label in pressed:
        page.get_by_role("button", name=label, exact=True).last.click()
    page.get_by_role("button", name=offered, exact=True).wait_for()
    page.evaluate("document.getElementById('composer').style.position = 'static'")
    page.screenshot(path=path, full_page=True)
    context.close()


if __name__ == "__main__":
    sys.exit(main())

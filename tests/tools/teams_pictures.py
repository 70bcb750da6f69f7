"""Make pictures of our messages as Teams draws them: `make pictures`. Look at each.

They are drawn by Microsoft's own renderer, adaptivecards (MIT), in the colours of its card
designer (MIT), which is near to Teams' clients, and not them. Needs npm and its registry.
"""

import datetime
import functools
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from bot.channels.teams.render import render_message
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.messages import compose_review
from bot.core.coaching.review import Coach
from bot.core.desk.messages import compose_case, compose_form
from bot.core.message import Message
from bot.core.model import Draft, Review
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.resemblance import LearnedResemblance
from tests.channels.teams.chat_page import open_chat
from tests.channels.teams.messages import NOW, make_case
from tests.channels.web.browser import open_browser
from tests.conftest import POLICIES, load_once
from tests.fakes.teams.cards import check_activity
from tests.fakes.teams.playground import is_installed
from tests.tools.pictures import ANECDOTE, LAUNCH, NURSE, OUT

HERE = Path(__file__).parent
_PACKAGES = ("adaptivecards@3.0.6", "adaptivecards-designer@2.4.4")
_CONFIGS = "node_modules/adaptivecards-designer/lib/hostConfigs"
_WIDTH, _PHONE = 640, 340
PRAISE = (
    "Endlich ist Zelvaro da! Nach acht Jahren Arbeit hilft es Menschen mit Migräne sofort und ganz ohne "
    "Nebenwirkungen. Eine Patientin aus unserer Studie, 34, aus Hamburg, hat mir gestern geschrieben: "
    "„Ich kann wieder arbeiten.“\n\nDanke an das ganze Team!"
)
SLIDES = (
    "Met my favourite speaker at the congress today, here is the photo of her slides on page 12. "
    "Thank you to the organisers for three good days."
)
MIGRAINE = (
    "Endlich ist Zelvaro da! Nach acht Jahren Arbeit hilft es Menschen mit Migräne sofort und ganz ohne "
    "Nebenwirkungen. Danke an das ganze Team in Hamburg!"
)
# What is drawn, the theme, the width, and whether everything is unfolded.
PICTURES = (
    ("go-de", "light", _WIDTH, False),
    ("go-de", "dark", _WIDTH, False),
    ("adjust-en", "light", _WIDTH, False),
    ("adjust-en", "contrast", _WIDTH, False),
    ("ask-de", "light", _WIDTH, False),
    ("ask-de", "dark", _WIDTH, False),
    ("ask-de", "contrast", _WIDTH, False),
    ("ask-de-open", "light", _WIDTH, True),
    ("ask-en", "light", _WIDTH, False),
    ("ask-nl", "light", _WIDTH, False),
    ("ask-nl-phone", "dark", _PHONE, False),
    ("case-de", "light", _WIDTH, False),
    ("case-de", "dark", _WIDTH, False),
    ("form-de", "light", _WIDTH, False),
    ("form-de", "contrast", _WIDTH, False),
)


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write("There is no npm: the pictures of Teams were not made.\n")
        return 0
    draw_client()
    with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
        subprocess.run([npm, "init", "-y"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(
            [npm, "install", "--ignore-scripts", "--legacy-peer-deps", *_PACKAGES],
            cwd=folder,
            check=True,
        )
        messages = compose_scenes()
        for name, theme, width, unfolded in PICTURES:
            path = OUT / f"teams-{name}-{theme}.png"
            page = draw(browser, Path(folder), messages[name], theme, width)
            if unfolded:
                unfold_rows(page, TEAMS_WORDINGS[messages[name].language].unfold)
            page.screenshot(path=path, full_page=True)
            page.close()
            sys.stdout.write(f"docs/pictures/{path.name}\n")
    return 0


def draw_client() -> None:
    """Draw a chat in Microsoft's test client, with a running Jourfix behind it."""
    if not is_installed():
        sys.stderr.write("`make playground` did not run: its picture was not made.\n")
        return
    with open_chat(1280, 1340) as ada:
        ada.see("Hello", 1)
        ada.say(MIGRAINE)
        review = ada.see("Erst fragen", 2)
        review.evaluate("card => card.scrollIntoView({block: 'end'})")
        ada.page.screenshot(path=OUT / "teams-playground.png")
    sys.stdout.write("docs/pictures/teams-playground.png\n")


def compose_scenes() -> Mapping[str, Message]:
    case = make_case(PRAISE, review_draft)
    ask = compose_review(review_draft(PRAISE), PRAISE)
    dutch = compose_review(review_draft(NURSE), NURSE)
    return {
        "go-de": compose_review(review_draft(ANECDOTE), ANECDOTE),
        "adjust-en": compose_review(review_draft(SLIDES), SLIDES),
        "ask-de": ask,
        "ask-de-open": ask,
        "ask-en": compose_review(review_draft(LAUNCH), LAUNCH),
        "ask-nl": dutch,
        "ask-nl-phone": dutch,
        "case-de": compose_case(case, "de", datetime.UTC),
        "form-de": compose_form(case, "change", "de"),
    }


@functools.cache
def make_coach() -> Coach:
    resemblance = LearnedResemblance(SentenceEncoder())
    return Coach(load_once()[0], load_hashtags(POLICIES), None, resemblance)


def review_draft(text: str) -> Review:
    context = Contexts().compose(load_once()[1], NOW.date(), Told())
    return make_coach().review(Draft(text, context))


def draw(browser: Browser, folder: Path, message: Message, theme: str, width: int) -> Page:
    activities = render_message(message)
    for activity in activities:
        check_activity(activity)
    name = "light" if theme == "light" else "dark"
    config = json.loads((folder / _CONFIGS / f"microsoft-teams-{name}.json").read_text("utf-8-sig"))
    page = browser.new_page(viewport={"width": width + 40, "height": 300})
    page.set_content(f'<!doctype html><html lang="{message.language}"><meta charset="utf-8">')
    page.add_script_tag(path=folder / "node_modules/adaptivecards/dist/adaptivecards.js")
    page.add_script_tag(path=HERE / "teams_draw.js")
    told = {"activities": activities, "config": config, "theme": theme, "width": width}
    page.evaluate("draw", told)
    return page


def unfold_rows(page: Page, sign: str) -> None:
    """Unfold whatever is closed, as somebody does who has no mouse."""
    rows = page.locator(".ac-columnSet.ac-selectable")
    for at in range(rows.count()):
        if rows.nth(at).get_by_text(sign, exact=True).is_visible():
            rows.nth(at).focus()
            page.keyboard.press("Enter")
    page.evaluate("document.activeElement.blur()")
    assert not any(one.is_visible() for one in page.get_by_text(sign, exact=True).all())


if __name__ == "__main__":
    sys.exit(main())

"""Make pictures of our messages as Slack draws them: `make pictures`. Look at each.

The messages are those that a running `jourfix serve` posts to the small Slack of the tests; they
are drawn by slack-blocks-to-jsx (MIT), which is near to Slack's own client, and not it. Needs npm
and its registry.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.channels.running import serve
from tests.channels.web.browser import open_browser
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.tools.pictures import ANECDOTE, LAUNCH, NURSE, OUT

HERE = Path(__file__).parent
_PACKAGES = ("slack-blocks-to-jsx@1.1.1", "react@19.3.1", "react-dom@19.3.1")
_COMMS = "C0COMMS"
_WIDTH = 700


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        npm = shutil.which("npm")
        if npm is None:
            sys.stderr.write("There is no npm: the pictures of Slack were not made.\n")
            return 0
        subprocess.run([npm, "init", "-y"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([npm, "install", *_PACKAGES], cwd=folder, check=True)
        shutil.copy(HERE / "slack_draw.mjs", folder)
        for name, posts in collect_posts(Path(folder, "data")).items():
            for theme in ("light", "dark"):
                draw(Path(folder), posts, theme, OUT / f"slack-{name}-{theme}.png")
                sys.stdout.write(f"docs/pictures/slack-{name}-{theme}.png\n")
    return 0


def collect_posts(folder: Path) -> dict[str, list[Any]]:
    """Talk to a running installation, and keep what it posts."""
    folder.mkdir()
    slack = FakeSlack()
    slack.start()
    settings = {
        **settings_for(slack),
        "JOURFIX_SLACK_COMMS_CHANNEL": _COMMS,
        "JOURFIX_EDITORS": f"slack:{TEAM}:UEDITOR",
    }
    found: dict[str, list[Any]] = {}
    try:
        with serve(folder, **settings) as server:
            for number, (name, text) in enumerate(
                (("de", ANECDOTE), ("nl", NURSE), ("en", LAUNCH))
            ):
                author = SlackPerson(slack, server.port, user=f"U{number:04d}")
                author.say(text)
                while author.read().kind != "review":
                    pass
                found[name] = [author.shown[-1]]
            author.choose("ask-comms")
            author.read()
            author.choose("case-send")
            author.read()
            editor = SlackPerson(slack, server.port, user="UEDITOR", room=_COMMS)
            editor.read()
            found["case"] = [editor.shown[-1]]
    finally:
        slack.stop()
    return found


def draw(folder: Path, posts: list[Any], theme: str, path: Path) -> None:
    drawn = subprocess.run(
        ["node", "slack_draw.mjs"], cwd=folder, check=True, capture_output=True, text=True,
        input=json.dumps({"posts": posts, "theme": theme, "width": _WIDTH}),
    )  # fmt: skip
    page_file = folder / "page.html"
    page_file.write_text(drawn.stdout, "utf-8")
    with open_browser() as browser:
        page = browser.new_page(viewport={"width": _WIDTH + 40, "height": 400})
        page.goto(page_file.as_uri())
        page.screenshot(path=path, full_page=True)
        page.close()


if __name__ == "__main__":
    sys.exit(main())

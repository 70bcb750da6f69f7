"""What an editor publishes at the desk of one process, another one judges by, without a restart."""

import asyncio
import datetime
import re
from pathlib import Path

import httpx

from bot.bootstrap.house_rules import build_publishing
from bot.bootstrap.storage import opened_storage
from bot.core.house_rules.publishing import Editor
from bot.scheduling.clock import SystemClock
from bot.settings import Settings
from tests.bootstrap.test_house_commands import PACK, RULE
from tests.channels.running import serve, work
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.web.console.desk import Visitor

SECRET = "a secret that only this test knows"  # noqa: S105 - it protects nothing
DRAFT = "Vandaag stond er maanbessensoep op tafel, en iedereen van de afdeling at mee."


async def propose(folder: Path) -> str:
    """Let a colleague propose a rule; gives the name under which it waits."""
    settings = Settings(
        database=f"sqlite:///{folder / 'jourfix.db'}", secret=SECRET, second_pair_of_eyes=True
    )
    files = {"house/pack.yaml": PACK, "house/canteen-secret.yaml": RULE}
    clock = SystemClock(datetime.UTC)
    async with opened_storage(settings, clock, tells_key=False) as storage:
        publishing = build_publishing(settings, storage)
        await publishing.prepare()
        await publishing.publish_files(Editor("slack:T1:UADA", "Ada"), "Soup", files)
        (waiting,) = await publishing.list_proposals()
    return waiting.key


async def confirm(port: int, link: str, proposal: str) -> str:
    """Confirm it in a browser; gives what the desk says."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        editor = Visitor(client)
        await editor.open(link)
        await editor.open(f"/desk/house-rules/waiting/{proposal}")
        await editor.send(f"/desk/house-rules/waiting/{proposal}/confirm")
        return editor.words


def test_a_worker_judges_by_what_the_desk_of_another_process_published(
    tmp_path: Path, slack: FakeSlack
) -> None:
    proposal = asyncio.run(propose(tmp_path))
    settings = {
        **settings_for(slack),
        "JOURFIX_SECRET": SECRET,
        "JOURFIX_SECOND_PAIR_OF_EYES": "on",
        "JOURFIX_HOUSE_RULES_EVERY": "second",
    }
    with serve(tmp_path, "--web-only", **settings) as desk, work(tmp_path, **settings) as worker:
        author = SlackPerson(slack, desk.port)
        author.say(DRAFT)
        before = author.read()
        while before.kind != "review":  # the greeting comes first
            before = author.read()
        assert "een woord van ons" not in before.words
        link = re.search(r"/desk/enter\S+", desk.find_lines("/desk/enter")[0])
        assert link
        assert "Published" in asyncio.run(confirm(desk.port, link[0], proposal))
        for process in (desk, worker):
            assert process.find_lines("Version 1 of the house rules is in force here.")
        author.say(f"{DRAFT} Echt.")
        assert "een woord van ons" in author.read().words

"""A contested rule is proposed, rests once an editor published that, and is back by itself."""

import asyncio
import re
from html import unescape
from pathlib import Path

import pytest

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.bootstrap.house_commands import export_house
from bot.core.house_rules.house import PAUSES_FILE
from bot.core.house_rules.versions import Editor
from bot.core.message import Incoming
from bot.core.model import Draft, Review
from bot.core.ports import Person
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, READER, REVIEWER
from tests.web.console.desk import Desk

AT = "/desk/house-rules"
RULE, GUARD = "access-or-system", "patient-by-name"
PAUSE = f"{AT}/pauses/{RULE}"
SENTENCE = "Since Sunday our lab system runs on srv-lims-02."
TYPED = {"mode": "off", "until": "2026-12-24", "why": "Wrong <b>too often</b>"}
AUTHORS = [f"slack:T1:UAUTHOR{number}" for number in range(5)]


@pytest.fixture
def desk_settings(desk_settings: Settings, few_policies: Path) -> Settings:
    return desk_settings.model_copy(update={"policies": few_policies})


@pytest.fixture
async def house(desk_settings: Settings, clock: FakeClock):
    async with opened_house(desk_settings, clock) as opened:
        yield opened


@pytest.fixture
async def here(house: House) -> Desk:
    return Desk(build_console(house), house.storage)


def find_pages(desk: Desk, kind: str = "HousePages"):
    return next(one for one in desk.console.sections if type(one).__name__ == kind)


async def review(house: House) -> Review:
    context = await house.conversation.find_context(Incoming("desk", ""), Person())
    return house.conversation.coach.review(Draft(SENTENCE, context))


async def finds(house: House) -> bool:
    return RULE in [found.rule for found in (await review(house)).findings]


def write_pause(why: str, rule: str = RULE, until: str = "2026-12-24") -> str:
    return f"- {{rule: {rule}, mode: off, since: 2026-11-20, until: {until}, why: {why}}}\n"


async def object_to(house: House, clock: FakeClock, rule: str) -> None:
    """Hand over five sentences on three days, and come back to the hour it was."""
    for number, author in enumerate(AUTHORS):
        clock.advance(days=-1 if number < 3 else 0)
        await house.storage.records.record_dispute(author, rule, "sha256:x", SENTENCE)
    clock.advance(days=3)


async def test_many_objections_are_shown_and_an_editor_lets_the_rule_rest(
    house: House, here: Desk, clock: FakeClock
) -> None:
    editor, reviewer = await here.sign_in(EDITOR), await here.sign_in(REVIEWER)
    await object_to(house, clock, RULE)
    await object_to(house, clock, GUARD)
    await editor.open("/desk")
    assert f"The rule {RULE} gets many objections" in editor.words
    await reviewer.open("/desk")
    assert "many objections" not in reviewer.words
    await reviewer.open(f"{AT}/disputes")
    assert "5 objections on 3 different days" in reviewer.words
    assert f"{PAUSE}/keep" not in reviewer.page.text
    await editor.open(f"{AT}/disputes")
    assert "never rests" in editor.words
    assert f"{GUARD}/keep" not in editor.page.text
    assert 'value="5 objections in 30 days"' in editor.page.text

    await editor.send(f"{PAUSE}/keep", TYPED)
    assert editor.page.url.path == f"{AT}/trial"
    await find_pages(here).trying.finish()
    await editor.open(f"{AT}/trial")
    assert f"Findings that go {RULE}" in editor.words
    await editor.open(f"{AT}/disputes")
    assert "In the draft of the next version: rests until" in editor.words
    await editor.open("/desk")
    assert "many objections" not in editor.words
    assert await finds(house)
    await editor.send(f"{AT}/publish", {"reason": "Until it is better"})
    await house.following.look()
    assert not await finds(house)
    await editor.open(f"{AT}/disputes")
    assert "Rests until" in editor.words
    assert "is still found" in editor.words  # as it will be
    assert (await here.storage.audit.verify()).broken_at is None


async def test_a_published_pause_is_taken_shown_exported_and_ends_by_itself(
    house: House, here: Desk, clock: FakeClock, desk_settings: Settings, tmp_path: Path
) -> None:
    async with opened_house(desk_settings, clock) as other:
        publishing = find_pages(here).publishing
        files = {PAUSES_FILE: write_pause("Wrong <b>too often</b>")}
        await publishing.publish_files(Editor(EDITOR, "Ed"), "From git", files)
        assert await finds(other)
        await other.following.look()
        assert not await finds(other)
        told = await review(other)
        assert (told.off, told.policy) == ((RULE,), other.conversation.coach.policy.hash)
    await house.following.look()
    assert (await review(house)).policy == told.policy
    reader = await here.sign_in(READER)
    await reader.open("/desk/rules")
    assert "Rules at rest" in reader.words
    assert re.search(r"Rests until 24\S* December 2026", reader.words)
    await reader.open(f"/desk/rules/rule/{RULE}")
    assert "Wrong <b>too often</b>" in reader.words
    assert "version 1 (Ed)" in reader.words
    assert "End the pause" not in reader.words
    # the command has a loop of its own
    assert await asyncio.to_thread(export_house, tmp_path / "out", desk_settings, clock) == 0
    assert (tmp_path / "out" / PAUSES_FILE).read_text("utf-8") == files[PAUSES_FILE]

    clock.advance(days=31)  # 23 December
    assert not await finds(house)
    clock.advance(days=1)
    assert await finds(house)
    assert (await review(house)).off == ()
    await reader.open("/desk/rules")
    assert "Rules at rest" not in reader.words
    assert (await publishing.find_head()).number == 1


async def test_a_pause_is_ended_before_its_day_and_what_is_over_is_tidied_away(
    house: House, here: Desk
) -> None:
    editor, publishing = await here.sign_in(EDITOR), find_pages(here).publishing
    over = write_pause("Old", "secret-told", "2026-11-21")
    files = {PAUSES_FILE: over + write_pause("New")}
    assert find_pages(here).files.check_files(files) is None
    assert await publishing.publish_files(Editor(EDITOR, "E"), "From git", files) == "published"
    await house.following.look()
    assert not await finds(house)
    await editor.open(f"/desk/rules/rule/{RULE}")
    assert "New" in editor.words
    await editor.send(f"{PAUSE}/end")
    assert editor.page.url.path == f"{AT}/trial"
    assert find_pages(here).trying.is_busy
    await find_pages(here).trying.stop()
    left = (await publishing.open_draft()).files
    assert left == {}
    await publishing.publish_files(Editor(EDITOR, "E"), "It is better", left)
    await house.following.look()
    assert await finds(house)
    await publishing.drop_draft()
    await editor.send(f"{PAUSE}/end")
    assert "no longer there" in editor.words


async def test_a_rule_of_the_house_goes_with_its_pause(desk: Desk) -> None:
    editor, publishing = await desk.sign_in(EDITOR), find_pages(desk).publishing
    own = {"house/pack.yaml": "x: 1", "house/our-badge.yaml": "id: our-badge"}
    pauses = write_pause("Ours", "our-badge") + write_pause("Theirs")
    await publishing.change_draft({**own, PAUSES_FILE: pauses}, {})
    await editor.open(AT)
    await editor.send(f"{AT}/remove", {"path": "house/our-badge.yaml"})
    left = (await publishing.open_draft()).files
    assert list(left) == [PAUSES_FILE]
    assert "our-badge" not in left[PAUSES_FILE]
    assert "Theirs" in left[PAUSES_FILE]


@pytest.mark.parametrize(
    ("rule", "typed", "said"),
    [
        (RULE, {"until": "2026-11-22"}, "a day from tomorrow"),
        (RULE, {"until": "2027-02-21"}, "90 days from today"),
        (RULE, {"until": "<script>alert(1)</script>"}, "a day from tomorrow"),
        (RULE, {"why": "  "}, "in a sentence why"),
        (RULE, {"why": "x" * 400}, "in a sentence why"),
        (GUARD, {}, "never rests"),
    ],
)
async def test_what_may_not_be_is_said_and_what_was_typed_stays(
    desk: Desk, rule: str, typed: dict[str, str], said: str
) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{AT}/pauses/{RULE}")
    answer = await editor.send(f"{AT}/pauses/{rule}/keep", {**TYPED, **typed})
    assert answer.status_code == 422
    assert said in editor.words
    assert "<script>alert" not in editor.page.text
    assert rule == GUARD or {**TYPED, **typed}["until"][:9] in unescape(editor.page.text)
    assert (await find_pages(desk).publishing.open_draft()).files == {}
    assert (await editor.open(f"{AT}/pauses/no-such-rule")).status_code == 404


async def test_the_first_page_lists_a_version_that_waits(
    desk_settings: Settings, clock: FakeClock
) -> None:
    asked = desk_settings.model_copy(update={"second_pair_of_eyes": True})
    async with opened_house(asked, clock) as house:
        desk = Desk(build_console(house), house.storage)
        publishing = find_pages(desk).publishing
        files = {PAUSES_FILE: write_pause("x")}
        assert await publishing.publish_files(Editor(EDITOR, "E"), "<i>Rest</i>", files) == "waits"
        reviewer, reader = await desk.sign_in(REVIEWER), await desk.sign_in(READER)
        await reviewer.open("/desk")
        assert "waits for a second pair of eyes: <i>Rest</i>" in reviewer.words
        await reader.open("/desk")
        assert "second pair" not in reader.words

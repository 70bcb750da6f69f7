"""The content plan: written by editors, seen by ambassadors, and part of the bundle."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message import Choice
from bot.core.model import LANGUAGES
from bot.core.programme.weekplan.plan import TooMuch, WeekPlan, choose_text, read_plan
from tests.core.programme.house import House, build_house, kinds
from tests.core.programme.talking import Talker, read_words

TEXT = (
    "de: Tag der Pflege: Wer hat dir zuletzt geholfen?\n"
    "nl: Dag van de zorg: wie hielp jou laatst?\n"
    "#Pflege https://example.org/day."
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(tmp_path)


async def plan_week(house: House, week: str, text: str) -> Talker:
    editor = house.meet_editor()
    await editor.send(Choice("", "week-plan-desk"))
    await editor.press("week-plan-edit", week)
    saved = await editor.write(text)
    assert saved.kind == "week-plan-saved"
    return editor


async def test_ambassadors_see_this_week_and_the_next_in_their_language(house: House) -> None:
    await house.enrol("ada", "bram")
    await plan_week(house, "2026-W48", TEXT)
    await plan_week(house, "2026-W49", "Congress week. #ESC2026")
    await plan_week(house, "2026-W50", "Not to be seen yet.")
    german = await house.meet("ada", "de").say("Plan")
    dutch = await house.meet("bram", "nl").say("planning")
    assert german is not None
    assert dutch is not None
    words = read_words(german[0])
    assert "Wer hat dir zuletzt geholfen?" in words
    assert "laatst" not in words
    assert "#Pflege" in words
    assert "https://example.org/day" in words
    assert "Congress week." in words
    assert "Not to be seen" not in words
    assert "wie hielp jou laatst?" in read_words(dutch[0])


async def test_the_plan_stands_in_the_bundle_of_its_week(house: House) -> None:
    await house.enrol("ada", language="de")
    await plan_week(house, "2026-W49", TEXT)
    await house.pass_time(days=9)
    sent = house.mailings.list_sent_to("ada")
    assert kinds(sent) == ["bundle"]
    assert "Wer hat dir zuletzt geholfen?" in read_words(sent[0])


async def test_a_plan_can_be_changed_and_emptied(house: House) -> None:
    await house.enrol("ada")
    editor = await plan_week(house, "2026-W48", TEXT)
    await editor.press("week-plan-edit", "2026-W48")
    assert editor.forms[-1].text == TEXT
    assert (await editor.write("  ")).kind == "week-plan-removed"
    shown = await house.meet("ada").say("plan")
    assert shown is not None
    assert "Nothing planned yet." in read_words(shown[0])


async def test_only_editors_write_and_only_weeks_that_can_be_planned(house: House) -> None:
    ada, editor = house.meet("ada"), house.meet_editor()
    for action in ("week-plan-desk", "week-plan-edit", "week-plan-write"):
        refused = await ada.send(Choice("", action, "2026-W48"), "Mine")
        assert refused.kind == "not-an-editor"
    for week in ("2026-W40", "2026-W54", "2999-W01", "", "x" * 500, "2026-W4٨"):
        shown = await editor.send(Choice("", "week-plan-write", week), "Text")
        assert shown.kind == "week-plan-desk", week


async def test_who_is_not_in_the_programme_is_shown_the_way_in(house: House) -> None:
    eve = house.meet("eve")
    assert kinds(await eve.say("plan")) == ["week-plan"]
    assert [one.action for one in eve.offered] == ["join"]


def test_too_much_for_a_week_is_named() -> None:
    for text in (
        "\n".join(["line"] * 7),
        "x" * 301,
        " ".join(f"#tag{number}" for number in range(7)),
        " ".join(f"https://example.org/{number}" for number in range(5)),
        "y" * 5_000,
    ):
        assert isinstance(read_plan("2026-W48", text), TooMuch)


@given(st.text(max_size=600))
def test_any_text_is_read_or_named(text: str) -> None:
    plan = read_plan("2026-W48", text)
    if isinstance(plan, WeekPlan):
        for language in LANGUAGES:
            assert all(choose_text(plan, language).lines)
        assert all(link.startswith("http") for link in plan.links)
    else:
        assert len(plan.part) <= 60

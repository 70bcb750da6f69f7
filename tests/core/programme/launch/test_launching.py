"""The launch kit: only who agreed is named, and only for the day they agreed to."""

from pathlib import Path

import pytest

from bot.core.message import Choice, Copyable, Message
from bot.core.programme.ambassador import Ambassador
from tests.core.programme.house import EDITOR, House, build_house, kinds
from tests.core.programme.talking import Talker, list_parts, read_words


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(tmp_path)


async def begin(house: House, day: str = "7 December 2026") -> Talker:
    """An editor chooses the day and asks everybody."""
    editor = house.meet_editor()
    await editor.say("launch kit")
    await editor.press("launch-start")
    await editor.write(day)
    await editor.press("launch-ask")
    await house.pass_time(days=1)
    return editor


async def agree(house: House, person: str, name: str) -> Talker:
    talker = house.meet(person)
    talker.look(house.list_sent(person, "launch-consent")[-1])
    await talker.press("launch-yes")
    assert (await talker.write(name)).kind == "launch-kept"
    return talker


def read_copies(message: Message) -> str:
    return "\n".join(one.text for one in list_parts(message.parts) if isinstance(one, Copyable))


async def test_the_texts_hold_company_day_and_those_who_agreed(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await begin(house)
    await agree(house, "ada", "Ada Example")
    await agree(house, "ben", "Ben Muster")
    cem = house.meet("cem")
    cem.look(house.list_sent("cem", "launch-consent")[0])
    assert (await cem.press("launch-no")).kind == "launch-declined"
    english = read_copies(await editor.press("launch-show", "en"))
    assert "Ada Example, Ben Muster and other colleagues will be sharing" in english
    assert "Acme" in english
    assert "7 December 2026" in english
    assert "Name of cem" not in english
    german = read_copies(await editor.press("launch-show", "de"))
    assert "erzählen Ada Example, Ben Muster und weitere Kolleginnen und Kollegen auf" in german
    dutch = read_copies(await editor.press("launch-show", "nl"))
    assert "vertellen Ada Example, Ben Muster en andere collega's op" in dutch
    for text in (english, german, dutch):
        assert "{" not in text


async def test_nobody_is_named_who_changed_their_mind_or_left(house: House) -> None:
    await house.enrol("ada", "ben", "cem")
    editor = await begin(house)
    ada = await agree(house, "ada", "Ada Example")
    await agree(house, "ben", "Ben Muster")
    await ada.press("launch-no")
    await house.shelves.open_shelf("ambassadors", Ambassador).remove("ben")
    told = read_copies(await editor.press("launch-show", "en"))
    assert "Example" not in told
    assert "Muster" not in told
    assert "some colleagues will be sharing" in told


async def test_another_day_asks_anew_and_newcomers_are_asked_too(house: House) -> None:
    await house.enrol("ada")
    editor = await begin(house)
    await agree(house, "ada", "Ada Example")
    await house.enrol("ben")
    await editor.press("launch-ask")
    await editor.press("launch-ask")
    await house.pass_time(days=7)  # one a week, where somebody allows no more
    assert len(house.list_sent("ada", "launch-consent")) == 1
    assert len(house.list_sent("ben", "launch-consent")) == 1
    await editor.press("launch-start")
    shown = await editor.write("14.12.2026")
    assert "Nobody has agreed" in read_words(shown)
    await editor.press("launch-ask")
    await house.pass_time(days=7)
    assert len(house.list_sent("ada", "launch-consent")) == 2
    old = await house.meet("ada").send(Choice("", "launch-named", "2026-12-07"), "Ada Example")
    assert old.kind == "launch-gone"


async def test_strangers_and_hostile_names_are_kept_out(house: House) -> None:
    await house.enrol("ada")
    await begin(house)
    eve, ada = house.meet("eve"), house.meet("ada")
    for action in ("launch", "launch-start", "launch-started", "launch-ask", "launch-show"):
        assert (await eve.send(Choice("", action, "de"), "1.1.2027")).kind == "not-an-editor"
    assert kinds(await eve.say("launch kit")) == ["not-an-editor"]
    for action in ("launch-yes", "launch-no", "launch-named"):
        assert (await eve.send(Choice("", action, "2026-12-07"), "Eve")).kind == "launch-gone"
    long = await ada.send(Choice("", "launch-named", "2026-12-07"), "x" * 81)
    assert long.kind == "launch-unread"
    editor = house.meet_editor()
    for day in ("", "yesterday", "1.1.2020", "1.1.2040", "9" * 500):
        assert (await editor.send(Choice("", "launch-started"), day)).kind == "launch-unread"
    assert EDITOR not in read_words(await editor.send(Choice("", "launch")))

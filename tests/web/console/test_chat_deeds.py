"""What editors change in chat is in the audit log, in the same way in every channel."""

import importlib
import pkgutil
from collections.abc import AsyncIterator, Iterator

import pytest

import bot.core.programme
from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.desk import messages as desk_messages
from bot.core.desk.audit import Deed
from bot.core.message import Choice, Choices, Form, Incoming, Message
from bot.core.model import LANGUAGES
from bot.core.programme.broadcasts import messages as broadcasts
from bot.core.programme.editor_deeds import CHANGES
from bot.settings import Settings
from bot.web.console.audit_wording import AUDIT_WORDINGS
from bot.web.console.chat_deeds_wording import CHAT_DEEDS
from tests.core.programme.talking import list_parts
from tests.fakes.ports import FakeClock, fail
from tests.web.console.conftest import EDITOR, READER
from tests.web.console.desk import Desk

DRAFT = "Am Donnerstag um 15 Uhr: Coffee & Learn. Komm einfach dazu!"
# buttons of editors that only show or ask; whoever adds one says here, or in CHANGES, which it is
SHOWS = frozenset(
    {
        "broadcasts", "broadcast-open", "broadcast-new", "broadcast-write", "broadcast-find-tip",
        "broadcast-search", "broadcast-preview", "broadcast-refresh",
        "groups-desk", "call-show", "call-confirm", "call-take-back", "call-new",
        "event-desk", "event-page", "event-dates", "event-date", "event-ask", "event-propose",
        "highlights", "highlight", "highlight-explain", "highlight-explained", "highlight-why",
        "launch", "launch-start", "launch-show",
        "pilot-desk", "pilot-new", "pilot-draft", "pilot-edit", "pilot-people", "pilot-page",
        "recap", "recap-send", "recap-rewrite", "week-plan-desk", "week-plan-edit", "field-sources",
    }
)  # fmt: skip


class Holding:
    """Holds a house without showing all of it where a test fails, which takes minutes."""

    def __init__(self, house: House) -> None:
        self.storage, self.conversation, self._house = house.storage, house.conversation, house

    def open_desk(self) -> Desk:
        return Desk(build_console(self._house), self.storage)

    def __repr__(self) -> str:
        return "a house"


class Chat:
    """Somebody who talks to the house in a channel."""

    def __init__(self, house: Holding, person: str, channel: str = "slack") -> None:
        self.house, self.person, self.channel = house, person, channel

    async def press(self, action: str, value: str = "", text: str = "") -> list[Message]:
        return await self._send(text, Choice("", action, value))

    async def say(self, text: str) -> list[Message]:
        return await self._send(text, None)

    async def _send(self, text: str, choice: Choice | None) -> list[Message]:
        place = {"team": "T1", "channel": "D1", "thread": ""}
        incoming = Incoming(
            self.person, "talk", text, choice, "en", channel=self.channel, place=place, name="Ada"
        )
        return await self.house.conversation.answer(incoming)


@pytest.fixture
async def house(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[Holding]:
    told = {
        "slack_bot_token": "xoxb-1",
        "slack_signing_secret": "s",
        "slack_comms_channel": "T1/C1",
    }
    settings = desk_settings.model_copy(update=told)
    async with opened_house(settings, clock) as house:
        yield Holding(house)


async def list_deeds(house: Holding) -> list[Deed]:
    entries = await house.storage.audit.list_newest(100)
    found = [one.read_deed() for one in reversed(entries)]
    return [one for one in found if one is not None]


def list_choices(messages: list[Message]) -> Iterator[Choice]:
    for message in messages:
        for part in list_parts(message.parts):
            if isinstance(part, Choices):
                yield from part.choices
            elif isinstance(part, Form):
                yield part.choice


@pytest.mark.parametrize("channel", ["slack", "teams", ""])
async def test_a_broadcast_is_noted_from_its_first_word_to_its_last(
    house: Holding, channel: str
) -> None:
    editor = Chat(house, EDITOR, channel)
    await editor.say("broadcasts")
    languages = await editor.press(broadcasts.NEW)
    write = next(one for one in list_choices(languages) if one.value.endswith(" de"))
    name = write.value.partition(" ")[0]
    await editor.press(broadcasts.WRITE, write.value)
    await editor.press(broadcasts.SAVE, write.value, DRAFT)
    await editor.press(broadcasts.WHOM, name)  # only asks
    await editor.press(broadcasts.WHOM, f"{name} level=starting")
    await editor.press(broadcasts.PREVIEW, name)
    await editor.press(broadcasts.DISCARD, name)
    deeds = await list_deeds(house)
    assert [(one.action, one.subject) for one in deeds] == [
        ("broadcast-written", f"{name} de"),
        ("broadcast-aimed", f"{name} level=starting"),
        ("broadcast-discarded", name),
    ]
    assert all(one.person == EDITOR for one in deeds)
    assert all(one.details == ({"channel": channel} if channel else {}) for one in deeds)
    assert "Coffee" not in str(deeds)
    assert (await house.storage.audit.verify()).broken_at is None


async def test_a_case_is_noted_when_it_is_taken_and_answered(house: Holding) -> None:
    author, editor = Chat(house, "slack:T1:UAUTHOR"), Chat(house, EDITOR)
    await author.say("Am Freitag zeigen wir, wie unser neues Medikament CureX jede Grippe heilt!")
    reviewed = await author.say("Unser Wirkstoff heilt garantiert jede Grippe ohne Nebenwirkungen.")
    asked = [one for one in list_choices(reviewed) if "comms" in one.label.lower()]
    assert asked, [one.label for one in list_choices(reviewed)]
    preview = await author.press(asked[0].action, asked[0].value)
    send = next(one for one in list_choices(preview) if one.action == desk_messages.SEND)
    await author.press(send.action, send.value)
    name = send.value.split()[-1]
    assert await list_deeds(house) == []  # an author is no editor
    await author.press(desk_messages.TAKE, name)
    assert await list_deeds(house) == []
    await editor.press(desk_messages.TAKE, name)
    await editor.press(desk_messages.PASS_ON, name)  # only asks
    await editor.press(desk_messages.HAND_OVER, f"nobody {name}")
    await editor.press(desk_messages.HAND_OVER, f"privacy {name}")
    await editor.press(desk_messages.DECIDE, f"change {name}")  # opens the form
    await editor.press(desk_messages.REPLY, f"change {name}", "Bitte das Wort garantiert weg.")
    for action, what in ((desk_messages.REPLY, "change"), (desk_messages.HAND_OVER, "legal")):
        await editor.press(action, f"{what} {name}", "Noch einmal")  # already answered
    deeds = await list_deeds(house)
    assert [(one.action, one.subject) for one in deeds] == [
        ("case-taken", name),
        ("case-handed-over", name),
        ("case-answered", name),
    ]
    assert deeds[1].details == {"channel": "slack", "team": "privacy"}
    assert deeds[2].details == {"channel": "slack", "decision": "change"}
    assert "garantiert" not in str(deeds)


async def test_who_is_no_editor_is_refused_and_not_noted(house: Holding) -> None:
    stranger = Chat(house, READER)
    for action in sorted(CHANGES):
        answers = await stranger.press(action, "1a2b3c4d yes")
        assert [one.kind for one in answers] == ["not-an-editor"], action
    assert await list_deeds(house) == []


async def test_every_button_of_editors_changes_something_or_is_known_to_show(
    house: Holding,
) -> None:
    """A new button of editors fails here until somebody says what it does."""
    stranger, known = Chat(house, READER), set[str]()
    for action in sorted(list_actions()):
        answers = await stranger.press(action, "1a2b3c4d yes")
        if any(one.kind == "not-an-editor" for one in answers):
            known.add(action)
    assert known == set(CHANGES) | SHOWS
    assert not set(CHANGES) & SHOWS


def list_actions() -> set[str]:
    """List the texts that modules of the programme have as constants: actions are among them."""
    found = set[str]()
    for module in pkgutil.walk_packages(bot.core.programme.__path__, "bot.core.programme."):
        if not module.ispkg and module.name.endswith(("messages", "tracking", "questions")):
            names = vars(importlib.import_module(module.name)).items()
            found |= {text for name, text in names if name.isupper() and isinstance(text, str)}
    assert len(found) > 100
    return found


@pytest.mark.parametrize("value", ["Coffee & Learn", "=1+1;x", "a" * 200, "<b>", "x\ny", "é"])
async def test_what_is_no_name_is_not_noted_as_one(house: Holding, value: str) -> None:
    await Chat(house, EDITOR).press(broadcasts.SEND, value)
    (deed,) = await list_deeds(house)
    assert (deed.action, deed.subject) == ("broadcast-sent", "")


async def test_nothing_is_changed_that_could_not_be_noted(
    house: Holding, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert house.conversation.programme is not None
    audit = house.conversation.programme.audit
    editor = Chat(house, EDITOR)
    languages = await editor.press(broadcasts.NEW)
    value = next(list_choices(languages)).value
    monkeypatch.setattr(type(audit), "append", fail)
    answers = await editor.press(broadcasts.SAVE, value, DRAFT)
    assert [one.kind for one in answers] == ["no-notes"]
    monkeypatch.undo()
    opened = await editor.press(broadcasts.OPEN, value.partition(" ")[0])
    assert "Coffee" not in str(opened)


async def test_the_page_says_what_was_done_in_words(house: Holding) -> None:
    await Chat(house, EDITOR, "teams").press(broadcasts.PREVIEW, "1a2b3c4d")
    await Chat(house, EDITOR, "teams").press(broadcasts.SEND, "1a2b3c4d")
    visitor = await house.open_desk().sign_in(EDITOR)
    await visitor.open("/desk/audit")
    assert "sent a broadcast" in visitor.words
    assert "1a2b3c4d · channel: teams" in visitor.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deed_has_a_sentence(language: str) -> None:
    told = CHAT_DEEDS[language]  # type: ignore[index]
    assert set(told) == {*CHANGES.values(), "case-taken", "case-answered"}
    assert not set(told) & set(AUDIT_WORDINGS[language].deeds)  # type: ignore[index]

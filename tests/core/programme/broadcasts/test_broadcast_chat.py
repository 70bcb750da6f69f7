"""An editor writes, looks and sends; nobody else can."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message import Choice, Incoming
from bot.core.model import LANGUAGES
from bot.core.programme.broadcasts import messages, tracking
from tests.core.programme.broadcasts.house import (
    EDITOR,
    House,
    list_choices,
    make_person,
    read_words,
)

ACTIONS = sorted(
    {
        value
        for module in (messages, tracking)
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and value.startswith("broadcast")
    }
)


@pytest.fixture
def house() -> House:
    return House()


@pytest.mark.parametrize("action", ACTIONS)
async def test_whoever_is_no_editor_is_refused_at_every_button(house: House, action: str) -> None:
    await house.join_many(12)
    name = await house.send()
    before = dict(house.mailings.kept[house.key(name)].__dict__)
    house.person = "slack:T1:UOTHER"
    for about in ("", " de", " now", " again", f" {'0' * 12}"):
        words = await house.press(action, name + about, "Anderer Text")
        assert house.kinds == ["not-an-editor"]
        assert "comms team" in words
    assert house.mailings.kept[house.key(name)].__dict__ == before
    found = await house.office.find(name)
    assert found is not None
    assert found.state == "sending"


def test_every_button_is_ours() -> None:
    assert len(ACTIONS) == 23


@given(st.sampled_from(ACTIONS), st.text(max_size=160), st.text(max_size=300))
async def test_no_value_breaks_anything(action: str, value: str, text: str) -> None:
    house = House()
    name = await house.write("Am Donnerstag ist Jourfix.")
    for sent in (value, f"{name} {value}", name):
        incoming = Incoming(EDITOR, "c", text, Choice("", action, sent), channel="slack")
        answers = await house.chat.answer_choice(incoming, Choice("", action, sent), "de")
        assert answers
        for message in answers:
            assert message.summary
            assert all(len(one.value) <= 150 for one in list_choices(message))


async def test_what_was_previewed_is_what_everybody_gets(house: House) -> None:
    await house.join_many(12)
    await house.join(make_person("UNL", language="nl"))
    name = await house.write("Jourfix\n\nAm Donnerstag um drei.")
    words = await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast", "broadcast-ready"]
    assert "Reaches 13 people" in words
    previewed = house.answers[0]
    await house.press("broadcast-send")
    assert await house.mailings.send_due() == 13
    assert house.mailings.list_sent_to("slack:T1:U0") == [previewed]
    (dutch,) = house.mailings.list_sent_to("slack:T1:UNL")
    assert read_words(dutch).startswith(
        "Dit bericht is er niet in het Nederlands, hier is het in het Duits.\nJourfix\n"
    )
    assert dutch.language == "nl"


async def test_the_language_that_stands_in_can_be_chosen(house: House) -> None:
    await house.join(make_person("UNL", language="nl"))
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.choose("broadcast-write", "en")
    await house.press("broadcast-save", text="The jourfix is on Thursday.")
    words = await house.choose("broadcast-fallback", "en")
    assert "Dutch: no text yet; those who read Dutch get the one in English" in words
    await house.press("broadcast-preview", name)
    await house.press("broadcast-send")
    await house.mailings.send_due()
    (dutch,) = house.mailings.list_sent_to("slack:T1:UNL")
    assert read_words(dutch).startswith(
        "Dit bericht is er niet in het Nederlands, hier is het in het Engels.\nThe jourfix"
    )


async def test_a_second_press_is_the_same_request(house: House) -> None:
    await house.join_many(12)
    name = await house.send()
    await house.mailings.send_due()
    await house.press("broadcast-send")
    await house.press("broadcast-send")
    await house.mailings.send_due()
    assert len(house.mailings.sent) == 12
    assert list(house.mailings.kept) == [house.key(name)]


async def test_what_changed_after_the_preview_is_not_sent(house: House) -> None:
    await house.join_many(12)
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-preview", name)
    await house.press("broadcast-save", f"{name} de", "Am Freitag ist Jourfix.")
    words = await house.press("broadcast-send")
    assert house.kinds == ["broadcast-refused"]
    assert "changed in the meantime" in words
    assert not house.mailings.kept


async def test_what_is_on_its_way_cannot_be_changed(house: House) -> None:
    await house.join_many(12)
    name = await house.send()
    for action, about in (
        ("broadcast-save", " de"),
        ("broadcast-write", " de"),
        ("broadcast-whom", " all="),
        ("broadcast-when", " now"),
        ("broadcast-discard", ""),
        ("broadcast-preview", ""),
    ):
        words = await house.press(action, name + about, "Etwas anderes.")
        assert house.kinds == ["broadcast-refused"], action
        assert "going out" in words
    found = await house.office.find(name)
    assert found is not None
    assert found.broadcast.texts["de"].text == "Am Donnerstag ist Jourfix."


@pytest.mark.parametrize(
    ("text", "sentence", "can_be_cleared"),
    [
        ("Our patient went home.", "It can't go out like this: what gives away", False),
        ("A secret of ours.", "clear it with those in charge", True),
    ],
)
async def test_what_a_rule_wants_asked_first_stops(
    house: House, text: str, sentence: str, can_be_cleared: bool
) -> None:
    await house.join_many(12)
    name = await house.write(text)
    assert house.kinds == ["broadcast-findings", "broadcast-page"]
    words = await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast-findings"]
    assert sentence in words
    offered = {one.action for message in house.answers for one in list_choices(message)}
    assert ("broadcast-clear" in offered) == can_be_cleared
    draft = (await house.office.find(name)).draft  # type: ignore[union-attr]  # it was begun above
    await house.press("broadcast-clear", f"{name} {draft.words}")
    await house.press("broadcast-send", f"{name} {draft.fingerprint}")
    assert bool(house.mailings.kept) == can_be_cleared


async def test_a_release_holds_for_these_words_only(house: House) -> None:
    await house.join_many(12)
    name = await house.write("A secret of ours.")
    await house.press("broadcast-clear")
    await house.press("broadcast-save", f"{name} de", "Another secret of ours.")
    await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast-findings"]


async def test_a_smaller_finding_is_shown_and_may_stay(house: House) -> None:
    await house.join_many(12)
    name = await house.write("Our salesman starts.")
    assert house.kinds == ["broadcast-findings", "broadcast-page"]
    words = await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast", "broadcast-findings", "broadcast-ready"]
    assert "“salesman”: salesman is found. Leave it out." in words


async def test_a_small_segment_is_refused_and_a_small_cohort_is_not(house: House) -> None:
    await house.join_many(12)
    await house.join(*(make_person(f"C{one}", cohorts=("Pioneers",)) for one in range(3)))
    await house.join(*(make_person(f"O{one}", level="often") for one in range(4)))
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-whom", name)
    words = await house.choose("broadcast-whom", "level=often")
    assert "Fewer than five people" in words
    assert "4" not in words
    await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast-refused"]
    await house.press("broadcast-whom", name)
    await house.choose("broadcast-whom", "level=")
    cohort = next(one for one in house.offered if one.label == "Pioneers")
    words = await house.press(cohort.action, cohort.value)
    assert "the group Pioneers. Reaches 3 people" in words
    await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast", "broadcast-ready"]


async def test_numbers_of_a_segment_below_ten_are_told_nowhere(house: House) -> None:
    await house.join_many(12)
    await house.join(*(make_person(f"O{one}", level="often") for one in range(7)))
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-whom", name)
    await house.choose("broadcast-whom", "level=often")
    words = await house.press("broadcast-preview", name)
    assert "fewer than ten people" in words
    await house.press("broadcast-send")
    house.mailings.refuses = {"slack:T1:O1": "channel_not_found"}
    await house.mailings.send_due(most=3)
    words = await house.press("broadcast-refresh", name)
    assert "Delivered: fewer than ten" in words
    assert "Still waiting: fewer than ten" in words
    await house.mailings.send_due()
    words = await house.press("broadcast-refresh", name)
    assert not set(words) & set("1234567")


async def test_what_does_not_fit_is_said_and_not_sent(house: House) -> None:
    await house.join_many(12)
    house.fitting.most = 100
    name = await house.write("Am Donnerstag ist Jourfix, und wir haben viel zu erzählen.")
    words = await house.press("broadcast-preview", name)
    assert "doesn't fit into one message (Teams)" in words
    assert not [one for one in list_choices(house.answers[-1]) if one.action == "broadcast-send"]


async def test_a_text_that_is_too_long_keeps_what_was_saved(house: House) -> None:
    name = await house.write("Kurz.")
    words = await house.press("broadcast-save", text="x" * 3_001)
    assert "3001 characters, and one message holds 3000" in words
    words = await house.press("broadcast-save", text="  \n ")
    assert "nothing there" in words
    found = await house.office.find(name)
    assert found is not None
    assert found.draft.texts["de"].text == "Kurz."


async def test_signs_links_and_names_are_explained(house: House) -> None:
    await house.join_many(12)
    name = await house.write("**Neu**: https://x.example, fragt @Ben.")
    words = await house.press("broadcast-preview", name)
    assert "links stand there as text" in words
    assert "make nothing bold" in words
    assert "isn't notified" in words


async def test_a_tip_of_the_library_becomes_a_broadcast(house: House) -> None:
    await house.join_many(12)
    await house.press("broadcast-find-tip", "")
    await house.press("broadcast-search", text="nothing of this")
    assert house.kinds == ["broadcast-tips"]
    await house.press("broadcast-search", text="Hashtags")
    words = await house.press("broadcast-tip")
    assert "German: “Hashtags lesen lassen" in words
    assert "those who read Dutch get the one in English" in words


async def test_a_test_goes_where_the_editor_gets_messages(house: House) -> None:
    await house.join(dataclasses.replace(make_person("UED"), language="nl"))
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-test", name)
    assert house.kinds == ["broadcast-test"]
    (sent,) = house.outbox.sent.values()
    assert sent.to.place["channel"] == "DUED"
    assert sent.message.kind == "broadcast"
    assert sent.message.language == "nl"
    house.channel = "terminal"
    house.person, joined = EDITOR, EDITOR
    await house.ambassadors.remove(joined)
    await house.press("broadcast-test", name)
    assert house.kinds == ["broadcast-test", "broadcast"]


async def test_a_draft_is_discarded(house: House) -> None:
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-discard", name)
    assert house.kinds == ["broadcast-discarded"]
    await house.press("broadcast-preview", name)
    assert house.kinds == ["broadcast-refused"]
    await house.press("broadcasts", "")
    assert "no broadcast yet" in read_words(house.answers[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_labels_fit_their_channels(language: str) -> None:
    house = House(language=language)  # type: ignore[arg-type]
    await house.join_many(12)
    name = await house.write("Am Donnerstag ist Jourfix.")
    await house.press("broadcast-when", f"{name} other")
    await house.press("broadcast-find-tip", "")
    for one in house.offered:
        assert len(one.label) <= 75, one  # Slack
        assert len(one.value) <= 150

"""The recap composes itself, is edited, goes out once, and shows what was agreed to."""

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.core.message import Choice, Message
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.programme.due import Occurrence
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.dilemma_book import DilemmaBook
from bot.core.programme.library.dilemma_votes import Vote, VoteBoxes
from bot.core.programme.recaps.recap import Gathered, NextDate, Occasion, OpenDilemma, RecapTip
from bot.core.programme.recaps.scheduled import RecapSchedule
from bot.core.programme.recaps.source import LibrarySource
from bot.files.dilemmas import load_dilemmas
from bot.files.lessons import load_lessons
from bot.storage.memory import MemoryShelves
from tests.conftest import POLICIES
from tests.core.programme.staging import MONDAY, Stage
from tests.core.programme.talking import Talker, read_words

DATE = datetime.date(2026, 11, 23)
HELD = Occasion("jf1", DATE, "Jourfix", MONDAY + datetime.timedelta(days=1))
BERLIN = ZoneInfo("Europe/Berlin")
TOLD = Gathered(
    RecapTip("Say it in one breath", "Read your first sentence aloud.", "Do it now."),
    (
        OpenDilemma("The booth photo", "May it go online?", 9),
        OpenDilemma("The farewell", "With her name?", 10),
    ),
    ("What do we want to know from the night shift?",),
    (NextDate("Jourfix", datetime.datetime(2026, 12, 7, 10, tzinfo=BERLIN), "Room 4"),),
)


def plan(stage: Stage) -> None:
    stage.source.occasions = [HELD]
    stage.source.told = dict.fromkeys(LANGUAGES, TOLD)


async def show(stage: Stage, action: str = "", value: str = "") -> tuple[Talker, Message]:
    """Open the recap as an editor, and press one of its buttons."""
    editor = stage.editor
    (shown,) = await editor.say("recap") or ()
    return editor, await editor.press(action, value) if action else shown


def read_sent(stage: Stage) -> str:
    """Read what stands in the channel at last."""
    return read_words(next(one for one in reversed(stage.outbox.put) if one.to.channel == "slack"
                           and one.to.person == "slack:programme").message)  # fmt: skip


async def test_it_goes_out_by_itself_with_what_was_agreed_to(stage: Stage) -> None:
    plan(stage)
    for person in ("ben", "cem", "dia"):
        await stage.join(person)
    await stage.agree(await stage.hand_in("ben", about="my first night shift", lead="moment"))
    await stage.agree(await stage.hand_in("cem", about="the coffee machine"), "plain")
    await stage.agree(await stage.hand_in("dia", about="what I will not show"), "no")
    assert await stage.sending.send_recap("jf1", DATE)
    words = read_sent(stage)
    assert "Recap: Jourfix on 23 November 2026" in words
    assert "Name of ben: my first night shift\nIt begins with a moment" in words
    assert "https://x.com/ben/status/1" in words
    assert "By a colleague: the coffee machine" in words
    assert "cem" not in words
    assert "what I will not show" not in words
    assert "Say it in one breath\nRead your first sentence aloud.\nTo try: Do it now." in words
    assert "The booth photo: May it go online?\n" in words
    assert "The farewell: With her name? (10 votes so far)" in words
    assert "What do we want to know from the night shift?" in words
    assert "Mon 7 Dec, 10:00: Jourfix, Room 4" in words
    assert "What we at comms posted ourselves\nTo be honest: nothing yet." in words
    assert "Thank you to everybody who" in words


async def test_it_goes_out_once_under_the_key_of_its_occasion(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben", "nl", recap=True)
    assert await stage.sending.send_recap("jf1", DATE)
    assert not await stage.sending.send_recap("jf1", DATE)
    assert [one.key for one in stage.outbox.put] == ["recap:jf1:2026-11-23"]
    assert list(stage.mailings.kept) == ["recap:jf1:2026-11-23"]


async def test_after_a_crash_everything_is_done_again_under_the_same_keys(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben", recap=True)
    await stage.agree(await stage.hand_in("ben"))
    await stage.sending.send_recap("jf1", DATE)
    before = list(stage.outbox.put)
    await stage.sending.sent.remove("recap:jf1:2026-11-23")
    assert await stage.sending.send_recap("jf1", DATE)
    assert stage.outbox.put == before
    assert "Name of ben" in read_sent(stage)


async def test_who_wants_it_gets_it_as_a_message_in_their_language_at_their_hours(
    stage: Stage,
) -> None:
    plan(stage)
    await stage.join("ben", "nl", recap=True)
    await stage.join("cem", "de", recap=True)
    await stage.join("dia", "en")
    paused = await stage.ambassadors.find("dia")
    assert paused is not None
    away = replace(
        paused,
        person="eva",
        wishes=replace(paused.wishes, recap=True),
        paused_until=datetime.date.max,
    )
    await stage.ambassadors.keep("eva", away, "eva")
    stage.clock.advance(hours=9)
    await stage.sending.send_recap("jf1", DATE)
    kept = stage.mailings.kept["recap:jf1:2026-11-23"]
    mailing, recipients = kept.mailing, [one.recipient for one in kept.letters]
    assert [(one.person, one.variant) for one in recipients] == [("ben", "nl"), ("cem", "de")]
    morning = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
    assert {one.not_before for one in recipients} == {morning}
    assert set(mailing.messages) == {"nl", "de"}
    assert "Terugblik: Jourfix op 23-11-2026" in mailing.messages["nl"].summary
    assert "Was wir in der Kommunikation selbst gepostet haben" in read_words(
        mailing.messages["de"]
    )
    assert not mailing.counts
    assert await stage.mailings.send_due() == 0
    stage.clock.advance(hours=13)
    assert await stage.mailings.send_due() == 2


async def test_an_agenda_goes_to_the_channel_alone_and_shows_the_same_posts(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben", recap=True)
    await stage.agree(await stage.hand_in("ben", about="my first night shift"))
    assert await stage.sending.send_agenda("jf1", DATE)
    assert not await stage.sending.send_agenda("jf1", DATE)
    assert not stage.mailings.kept
    assert "Agenda: Jourfix on 23 November 2026" in read_sent(stage)
    assert "my first night shift" in read_sent(stage)
    await stage.agree(await stage.hand_in("ben", 2, about="what came later"))
    await stage.sending.send_recap("jf1", DATE)
    assert "my first night shift" in read_sent(stage)
    assert "what came later" in read_sent(stage)


async def test_nothing_is_said_of_a_date_that_is_not_held(stage: Stage) -> None:
    assert not await stage.sending.send_recap("jf1", DATE)
    assert not await stage.sending.send_agenda("jf1", DATE)
    assert not stage.outbox.put


async def test_a_post_is_shown_in_one_recap_and_asked_for_anew(stage: Stage) -> None:
    plan(stage)
    later = Occasion("jf1", DATE + datetime.timedelta(days=14))
    stage.source.occasions.append(later)
    await stage.join("ben")
    await stage.agree(await stage.hand_in("ben", about="my first night shift"))
    await stage.sending.send_recap("jf1", DATE)
    stage.clock.advance(days=14)
    await stage.sending.send_recap("jf1", later.date)
    assert "my first night shift" not in read_sent(stage)
    assert "No post this time." in read_sent(stage)


async def test_at_most_three_are_shown(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben")
    for number in range(4):
        stage.clock.advance(minutes=1)
        post = await stage.hand_in("ben", number, about=f"story {number}")
        if number == 3:  # what two editors may do at the same moment
            known = (await stage.book.highlights.list_things())[0]
            more = replace(known, id=f"{post.id}-0", post=post.id)
            await stage.book.highlights.keep(more.id, more, "ben")
            consent = (await stage.book.consents.list_things())[0]
            await stage.book.consents.keep(more.id, replace(consent, highlight=more.id), "ben")
        else:
            await stage.agree(post)
    await stage.sending.send_recap("jf1", DATE)
    assert [f"story {number}" in read_sent(stage) for number in range(4)] == [
        True,
        True,
        True,
        False,
    ]


async def test_what_is_withdrawn_leaves_the_channel_and_all_else_stays(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben")
    ben = await stage.agree(await stage.hand_in("ben", about="my first night shift"))
    await stage.sending.send_agenda("jf1", DATE)
    await stage.sending.send_recap("jf1", DATE)
    stage.source.occasions, stage.source.told = [], {}  # it is past, or was cancelled
    await ben.press("highlight-answer", "no")
    replaced = [one for one in stage.outbox.put if one.of]
    assert {one.of for one in replaced} == {"agenda:jf1:2026-11-23", "recap:jf1:2026-11-23"}
    for one in replaced:
        assert "my first night shift" not in read_words(one.message)
        assert "ben" not in read_words(one.message)
        assert "Say it in one breath" in read_words(one.message)


async def test_who_is_forgotten_leaves_the_channel(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben")
    await stage.agree(await stage.hand_in("ben", about="my first night shift"))
    await stage.sending.send_recap("jf1", DATE)
    await stage.programme.forget("ben")
    assert stage.outbox.put[-1].of == "recap:jf1:2026-11-23"
    assert "my first night shift" not in read_sent(stage)
    assert not await stage.book.posts.list_things()
    assert not await stage.book.highlights.list_things()


async def test_what_is_due_is_sent_by_the_schedule(stage: Stage) -> None:
    plan(stage)
    schedule = RecapSchedule(stage.sending)
    for kind in ("agenda", "recap"):
        occurrence = Occurrence(f"{kind}:jf1:{DATE}", kind, MONDAY, "jf1", DATE)
        assert kind in schedule.kinds
        await schedule.carry_out(occurrence)
        await schedule.carry_out(occurrence)
    assert [one.key for one in stage.outbox.put] == [f"agenda:jf1:{DATE}", f"recap:jf1:{DATE}"]


async def test_a_tip_and_the_dilemma_of_the_week_come_from_the_library(
    organisation: Organisation,
) -> None:
    lessons, dilemmas = LessonOrders(load_lessons(POLICIES)), load_dilemmas(POLICIES)
    votes = VoteBoxes(MemoryShelves())
    source = LibrarySource(lessons, DilemmaBook(dilemmas), votes, organisation)
    first = await source.gather(HELD, "nl")
    assert first.tip is not None
    (dilemma,) = first.dilemmas
    asked = next(one for one in dilemmas if one.texts["nl"].title == dilemma.title)
    await votes.keep(Vote(asked.id, "a"), "ben")
    (voted,) = (await source.gather(HELD, "nl")).dilemmas
    assert (dilemma.votes, voted.votes) == (0, 1)
    later = replace(HELD, date=DATE + datetime.timedelta(days=14))
    assert (await source.gather(later, "nl")).tip != first.tip


async def test_who_left_is_not_shown(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben")
    await stage.agree(await stage.hand_in("ben", about="my first night shift"))
    await stage.ambassadors.remove("ben")
    await stage.sending.send_recap("jf1", DATE)
    assert "my first night shift" not in read_sent(stage)


async def test_what_comms_posted_is_shown_without_names_for_two_weeks(stage: Stage) -> None:
    plan(stage)
    await stage.hand_in("UEDITOR", 1, about="a month ago", is_shared=False, is_ours=True)
    stage.clock.advance(days=30)
    await stage.hand_in(
        "UEDITOR", 2, about="our own day", is_shared=False, is_ours=True, lead="number"
    )
    await stage.hand_in(
        "former", 3, about="by somebody who is no editor", is_shared=False, is_ours=True
    )
    await stage.sending.send_recap("jf1", DATE)
    words = read_sent(stage)
    assert "What we at comms posted ourselves\nour own day\nIt begins with a number" in words
    assert "a month ago" not in words
    assert "no editor" not in words
    assert "To be honest" not in words


async def test_an_editor_strikes_and_puts_back(stage: Stage) -> None:
    plan(stage)
    editor, shown = await show(stage, "recap-strike", "tip en jf1:2026-11-23")
    assert "Struck." in read_words(shown)
    assert "By itself on Tue 24 Nov, 11:00" in read_words(shown)
    await editor.press("recap-strike", "thanks")
    await editor.press("recap-put-back", "thanks")
    await stage.sending.send_recap("jf1", DATE)
    assert "Say it in one breath" not in read_sent(stage)
    assert "Thank you to everybody" in read_sent(stage)


async def test_an_editor_rewrites_a_section_in_one_language(stage: Stage) -> None:
    plan(stage)
    await stage.join("ben", "nl", recap=True)
    editor, form = await show(stage, "recap-rewrite", "tip en jf1:2026-11-23")
    assert "Say it in one breath\nRead your first sentence aloud." in read_words(form)
    shown = await editor.write("Take a breath.\n\nThen write.")
    assert "Take a breath.\nThen write." in read_words(shown)
    await stage.sending.send_recap("jf1", DATE)
    assert "Take a breath." in read_sent(stage)
    assert "Say it in one breath" not in read_sent(stage)
    mailing = stage.mailings.kept["recap:jf1:2026-11-23"].mailing
    assert "Say it in one breath" in read_words(mailing.messages["nl"])


async def test_what_was_rewritten_can_be_as_it_was(stage: Stage) -> None:
    plan(stage)
    editor, _ = await show(stage, "recap-rewrite", "ours")
    await editor.write("We posted from the canteen.")
    assert "To be honest" in read_words(await editor.press("recap-as-composed", "ours"))


async def test_what_must_be_asked_first_is_not_written_into_a_recap(stage: Stage) -> None:
    plan(stage)
    editor, _ = await show(stage, "recap-rewrite", "thanks")
    refused = await editor.write(
        "Thanks to our patient Erna Schulze, 84, in room 12, who beat cancer."
    )
    assert refused.kind == "recap-concern"
    await stage.sending.send_recap("jf1", DATE)
    assert "Erna" not in read_sent(stage)


async def test_comms_own_section_is_not_struck_and_highlights_are_not_rewritten(
    stage: Stage,
) -> None:
    plan(stage)
    editor, _ = await show(stage)
    offered = {(one.action, one.value.split()[0]) for one in editor.offered if " " in one.value}
    assert ("recap-strike", "ours") not in offered
    assert ("recap-rewrite", "highlights") not in offered
    await editor.send(Choice("", "recap-strike", "ours en jf1:2026-11-23"))
    await editor.send(Choice("", "recap-write", "highlights en jf1:2026-11-23"), "Ben is the best!")
    await stage.sending.send_recap("jf1", DATE)
    assert "To be honest" in read_sent(stage)
    assert "Ben is the best" not in read_sent(stage)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "Nobody wants it"), (9, "fewer than ten"), (10, "goes to 10 people")]
)
async def test_before_sending_it_says_where_it_goes(stage: Stage, count: int, words: str) -> None:
    plan(stage)
    for number in range(count):
        await stage.join(f"p{number}", recap=True)
    editor, asked = await show(stage, "recap-send")
    assert words in read_words(asked)
    assert not stage.outbox.put
    assert "Sent." in read_words(await editor.press("recap-send-yes"))
    assert "out already" in read_words(await editor.press("recap-send-yes"))
    assert len(stage.outbox.put) == 1
    assert not await stage.sending.send_recap("jf1", DATE)


async def test_without_a_plan_it_goes_by_hand(stage: Stage) -> None:
    editor, shown = await show(stage)
    assert "No jourfix has been announced yet" in read_words(shown)
    await editor.press("recap-send")
    await editor.press("recap-send-yes")
    assert [one.key for one in stage.outbox.put] == ["recap:jourfix:2026-11-23"]


async def test_where_it_can_go_nowhere_nothing_is_sent(stage: Stage) -> None:
    plan(stage)
    stage.outbox.channels = ()
    editor, shown = await show(stage)
    assert "No channel is set" in read_words(shown)
    assert (await editor.press("recap-send")).kind == "recap-nowhere"
    assert await stage.sending.send_recap("jf1", DATE)


@pytest.mark.parametrize("action", ["recap", "recap-send", "recap-send-yes", "recap-strike",
                                    "recap-put-back", "recap-rewrite", "recap-write",
                                    "recap-as-composed"])  # fmt: skip
async def test_every_press_of_somebody_else_is_refused(stage: Stage, action: str) -> None:
    plan(stage)
    ben = await stage.join("ben")
    for value in ("", "en jf1:2026-11-23", "tip en jf1:2026-11-23"):
        assert (await ben.send(Choice("", action, value), "words")).kind == "not-an-editor"
    assert not stage.outbox.put
    assert not await stage.sending.edits.list_things()
    assert await ben.say("recap") is None


@pytest.mark.parametrize(
    "value",
    ["x", "en", "en jf1", "tip en jf1:2026-11-24", "nope en jf1:2026-11-23", "en ../../x:y"],
)
async def test_hostile_values_change_nothing(stage: Stage, value: str) -> None:
    plan(stage)
    for action in ("recap", "recap-send-yes", "recap-strike", "recap-write"):
        assert (await stage.editor.send(Choice("", action, value), "x")).kind == "recap-gone"
    assert not stage.outbox.put
    assert not await stage.sending.edits.list_things()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_has_every_section(stage: Stage, language: Language) -> None:
    plan(stage)
    editor = replace_language(stage, language)
    (shown,) = await editor.say("recap") or ()
    words = read_words(await editor.press("recap", language) if language != "en" else shown)
    assert words.count("Say it in one breath") == 1
    assert "(10 " in words
    assert "(9 " not in words


def replace_language(stage: Stage, language: Language) -> Talker:
    editor = stage.editor
    editor.language = language
    return editor

"""What a conversation answers: greeting, language, versions, and an answer without a database."""

import datetime
from pathlib import Path

import pytest

from bot.core.coaching.questions import Questions
from bot.core.conversation import Conversation
from bot.core.message import Banner, Choice, Incoming, Listing, MarkedDraft, Message, Paragraph
from bot.core.model import Blackout, Organisation, Verdict
from bot.core.ports import Person
from bot.files.answers import load_answers, load_cues
from bot.files.words import open_lexicon
from tests.fakes.policies import ROOT, build_coach, build_policy, everywhere, make_rule
from tests.fakes.ports import PORT_METHODS, FakeClock, FakeRecords

RED = "We saw a crimson house at the river yesterday."
QUIET = "We saw a quiet house at the river yesterday."
QUESTION = "May I post a selfie from the congress?"

ACME = Organisation("Acme")


@pytest.fixture(scope="module")
def answers():
    """Our own answers, and the cues of questions."""
    folder, lexicon = ROOT / "policies" / "answers", open_lexicon()
    return load_answers(folder, lexicon), load_cues(folder, lexicon)


@pytest.fixture
def talk(answers, tmp_path: Path):
    policy = build_policy(
        tmp_path,
        make_rule("loud", everywhere("crimson")),
        make_rule(
            "closed", {"detector": "date_window"}, topic="inside_information", severity="ask"
        ),
    )
    questions = Questions(*answers, policy)

    def build(*broken: str, organisation: Organisation = ACME, now=None) -> Conversation:
        clock = FakeClock(now) if now else FakeClock()
        records = FakeRecords(*broken)
        return Conversation(build_coach(policy), questions, records, clock, organisation, 14)

    return build


def say(text: str, **details) -> Incoming:
    return Incoming("ada", "chat", text, **details)


def kinds(messages: list[Message]) -> list[str]:
    return [message.kind for message in messages]


def verdict(message: Message) -> Verdict:
    return next(part.verdict for part in message.parts if isinstance(part, Banner))


async def test_a_new_person_is_greeted_once(talk):
    conversation = talk()
    assert kinds(await conversation.answer(say(QUIET))) == ["greeting", "review"]
    assert kinds(await conversation.answer(say(QUIET))) == ["review"]
    assert kinds(await conversation.answer(Incoming("bob", "chat", QUIET)))[0] == "greeting"


async def test_who_saw_the_greeting_on_a_page_is_not_greeted_again(talk):
    conversation = talk()
    greeting = await conversation.introduce("ada", "nl")
    assert (greeting.kind, greeting.language) == ("greeting", "nl")
    assert kinds(await conversation.answer(say(QUIET))) == ["review"]


@pytest.mark.parametrize(
    ("setting", "channel", "text", "language"),
    [
        ("nl", "de", RED, "nl"),
        (None, "de", RED, "de"),
        (None, None, RED, "en"),
        (None, None, "Wir sahen gestern ein schönes Haus am Fluss.", "de"),
        (None, None, "We zagen gisteren een mooi huis aan de rivier.", "nl"),
        (None, None, "Crimson!", "en"),
    ],
)
async def test_the_answer_speaks_the_setting_else_the_channel_else_the_draft(
    talk, setting, channel, text, language
):
    conversation = talk()
    await conversation.records.remember_person("ada", Person(setting, greeted=True))
    answers = await conversation.answer(say(text, language=channel))
    assert [answer.language for answer in answers] == [language]


@pytest.mark.parametrize(
    ("before", "platform", "word", "language"),
    [
        ("Wir sahen gestern ein schönes Haus am Fluss.", "en", "hm", "de"),  # as they wrote before
        ("We zagen gisteren een mooi huis aan de rivier.", None, "hm", "nl"),
        (RED, "de", "hm", "de"),  # a platform that somebody set says more
        (RED, "en", "hilfe", "de"),
        (RED, "en", "hulp", "nl"),
        ("Wir sahen gestern ein schönes Haus am Fluss.", "de", "help", "de"),
    ],
)
async def test_a_word_or_two_are_answered_as_somebody_wrote_before(
    talk, before, platform, word, language
):
    conversation = talk()
    await conversation.answer(say(before, language="nl" if platform is None else None))
    (answer,) = await conversation.answer(say(word, language=platform))
    assert answer.language == language


async def test_the_next_version_is_compared_with_the_last(talk):
    conversation = talk()
    await conversation.introduce("ada", "en")
    first = (await conversation.answer(say(RED)))[0]
    assert verdict(first) is Verdict.ADJUST
    second = (await conversation.answer(say(QUIET)))[0]
    assert verdict(second) is Verdict.GO
    titles = [part.title for part in second.parts if isinstance(part, Listing)]
    assert "Compared with your last version" in titles
    other = (await conversation.answer(Incoming("ada", "elsewhere", QUIET)))[0]
    assert "Compared with your last version" not in [
        part.title for part in other.parts if isinstance(part, Listing)
    ]


async def test_everything_broken_still_gives_the_review_and_says_what_is_missing(talk):
    answers = await talk("all").answer(say(RED))
    assert kinds(answers) == ["review", "no-notes"]
    assert verdict(answers[0]) is Verdict.ADJUST
    assert any(isinstance(part, MarkedDraft) for part in answers[0].parts)


@pytest.mark.parametrize("method", sorted(PORT_METHODS))
async def test_whichever_method_fails_the_review_comes(talk, method):
    answers = await talk(method).answer(say(RED))
    needed = {"recall_person", "remember_person", "recall_draft", "remember_draft", "record_review"}
    assert "review" in kinds(answers)
    assert ("no-notes" in kinds(answers)) is (method in needed)
    assert ("greeting" in kinds(answers)) is (method != "recall_person")


@pytest.mark.parametrize("broken", [(), ("all",), ("recall_draft",)])
async def test_a_question_is_answered_with_or_without_a_database(talk, broken):
    answers = await talk(*broken).answer(say(QUESTION, language="en"))
    assert kinds(answers)[-1] == "answer"
    assert "review" not in kinds(answers)


@pytest.mark.parametrize("text", ["forget me", "meine daten", "I work in a hospital in NL"])
async def test_what_needs_the_notes_says_that_they_are_missing(talk, text):
    assert kinds(await talk("all").answer(say(text))) == ["no-notes"]


@pytest.mark.parametrize(
    "action", ["forget-me-yes", "forget-draft", "show-coaching", "set-context"]
)
async def test_a_button_that_needs_the_notes_says_that_they_are_missing(talk, action):
    choice = Choice("x", action, "country=NL")
    assert kinds(await talk("all").answer(say("", choice=choice))) == ["no-notes"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("   ", "empty"), ("a" * 10_001, "too-long"), ("We saw \x00 it there.", "unreadable")],
)
async def test_what_cannot_be_read_is_a_sentence(talk, text, kind):
    conversation = talk()
    await conversation.introduce("ada", "en")
    assert kinds(await conversation.answer(say(text))) == [kind]


async def test_what_somebody_told_is_shown_and_forgotten(talk):
    conversation = talk()
    await conversation.introduce("ada", "en")
    await conversation.answer(say("I work in a hospital in NL"))
    assert (await conversation.records.recall_person("ada")).country == "NL"
    await conversation.answer(say(RED))
    forgotten = await conversation.answer(say("", choice=Choice("x", "forget-me-yes")))
    assert all(isinstance(part, Paragraph) for part in forgotten[0].parts)
    assert await conversation.records.recall_person("ada") == Person()
    assert await conversation.records.recall_draft("ada", "chat") is None


@pytest.mark.parametrize(
    ("zone", "expected"), [("Europe/London", Verdict.ASK), ("Europe/Berlin", Verdict.GO)]
)
async def test_a_closed_period_ends_at_midnight_in_the_organisations_time_zone(
    talk, zone, expected
):
    late = datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC)
    last = datetime.date(2026, 11, 22)
    organisation = Organisation(
        "Acme", timezone=zone, blackout=(Blackout(last, last, "x", ("tulip",)),)
    )
    conversation = talk(organisation=organisation, now=late)
    answers = await conversation.answer(say("We talked about the tulip yesterday."))
    assert verdict(answers[-1]) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Danke dir!", "thanks"), ("ok, bedankt", "thanks"), ("👍", "press"), ("nein", "press")],
)
async def test_small_talk_is_answered_and_the_draft_kept(talk, text, kind):
    conversation = talk()
    await conversation.introduce("ada", "en")
    await conversation.answer(say(RED))
    assert kinds(await conversation.answer(say(text))) == [kind]
    assert (await conversation.records.recall_draft("ada", "chat")).text == RED


@pytest.mark.parametrize("text", [f"Can I post this?\n\n{RED}", f"{RED}\n\nKlopt dit zo?"])
async def test_a_request_is_taken_off_the_draft(talk, text):
    conversation = talk()
    await conversation.introduce("ada", "en")
    answers = await conversation.answer(say(text))
    assert kinds(answers) == ["review"]
    assert (await conversation.records.recall_draft("ada", "chat")).text == RED

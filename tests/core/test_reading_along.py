"""A language model reads along: the answer never waits for it, and is given again with its part."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.coaching.questions import Questions
from bot.core.conversation import Conversation
from bot.core.errors import BudgetSpentError, ModelUnavailableError, ReplyUnusableError
from bot.core.message import Banner, FindingPart, Incoming, Listing, Message, Paragraph, Section
from bot.core.model import Organisation, Review
from bot.core.reading_along import ReadingAlong
from bot.core.suggesting.judging import Judge
from bot.files.answers import load_answers, load_cues
from bot.files.words import open_lexicon
from tests.fakes.model_port import PlainPrompts, Script, ScriptedModel
from tests.fakes.policies import ROOT, build_coach, build_policy, everywhere, make_rule
from tests.fakes.ports import FakeClock, FakeRecords

DRAFT = "Yesterday we walked past a quiet house at the river with the whole team of Acme."
HEARD = {"findings": [{"rule": "hinted", "quote": "past a quiet house", "reason": "a hint"}]}


class AmendedRecords(FakeRecords):
    """Records that remember what was put in the place of a review."""

    def __init__(self) -> None:
        super().__init__()
        self.amended: list[tuple[object, ...]] = []

    async def record_review(
        self, _person: str, _review: Review, _seconds: int | None = None
    ) -> str:
        return "the-record"

    async def amend_review(self, _person: str, name: str, review: Review) -> None:
        assert (name, review.model is not None) == ("the-record", True)
        use = review.model
        self.amended.append((use.outcome, use.place, use.prompts, use.masked) if use else ())


def build(
    folder: Path, said: Script, *more: dict[str, object]
) -> tuple[Conversation, ScriptedModel, AmendedRecords]:
    rules = [
        make_rule("hinted", {"judge": "Is a house hinted at?"}, severity="ask"),
        make_rule("loud", everywhere("crimson"), topic="patient_privacy"),
        *more,
    ]
    policy = build_policy(folder, *rules)
    answers, lexicon = ROOT / "policies" / "answers", open_lexicon()
    questions = Questions(load_answers(answers, lexicon), load_cues(answers, lexicon), policy)
    model, records, coach = ScriptedModel({"judge": said}), AmendedRecords(), build_coach(policy)
    reader = ReadingAlong(coach, Judge(model, PlainPrompts()), records)
    house = Organisation("Acme")
    conversation = Conversation(
        coach, questions, records, FakeClock(), house, 14, reading_along=reader
    )
    return conversation, model, records


async def say(conversation: Conversation, text: str) -> Message:
    await conversation.introduce("ada", "en")
    (message,) = await conversation.answer(Incoming("ada", "chat", text))
    return message


async def follow(conversation: Conversation, first: Message) -> Message:
    assert first.follow is not None
    (message,) = await conversation.answer(first.follow)
    return message


def read_quiet(message: Message) -> str:
    parts = (part for part in message.parts if isinstance(part, Paragraph))
    return "\n".join(part.text for part in parts if part.tone == "quiet")


def list_findings(message: Message) -> list[tuple[str, str]]:
    sections = (part for part in message.parts if isinstance(part, Section))
    findings = (part for section in sections for part in section.parts)
    return [(one.rule, one.quote) for one in findings if isinstance(one, FindingPart)]


async def test_the_first_answer_does_not_ask_and_the_second_has_what_was_read(
    tmp_path: Path,
) -> None:
    conversation, model, records = build(tmp_path, HEARD)
    first = await say(conversation, DRAFT)
    assert model.asked == []
    assert (read_quiet(first), list_findings(first)) == (
        "A language model is still reading along. What it notices will be here in a moment.",
        [],
    )
    second = await follow(conversation, first)
    assert (second.kind, second.follow) == ("review", None)
    assert list_findings(second) == [("hinted", "past a quiet house")]
    assert isinstance(second.parts[0], Banner)
    assert second.parts[0].verdict == "go"
    assert "(model.example)" in read_quiet(second)
    assert records.amended == [("read", "model.example", ("judge@1",), 1)]


async def test_the_greeting_says_who_reads_along(tmp_path: Path) -> None:
    conversation, _, _ = build(tmp_path, HEARD)
    for language, told in (
        ("de", "Ein Sprachmodell auf"),
        ("nl", "Een taalmodel op"),
        ("en", "A language model at"),
    ):
        greeting = await conversation.introduce("bob", language)
        lines = [part.text for part in greeting.parts if isinstance(part, Paragraph)]
        assert [line for line in lines if line.startswith(f"{told} model.example")]


async def test_only_the_masked_draft_leaves_and_alone_in_its_part(tmp_path: Path) -> None:
    conversation, model, _ = build(tmp_path, {"findings": []})
    await follow(conversation, await say(conversation, DRAFT))
    (prompt,) = model.asked
    assert prompt.user == (DRAFT.replace("Acme", "[ORGANISATION-1]"),)
    assert "quiet" not in prompt.system


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (ModelUnavailableError("x"), "does not answer right now"),
        (BudgetSpentError("x"), "has read enough for today"),
        (ReplyUnusableError("x"), "said nothing usable"),
    ],
)
async def test_what_goes_wrong_is_told_and_changes_nothing(
    tmp_path: Path, said: Script, told: str
) -> None:
    conversation, _, _ = build(tmp_path, said)
    second = await follow(conversation, await say(conversation, DRAFT))
    assert told in read_quiet(second)
    assert list_findings(second) == []


async def test_a_draft_that_stays_in_the_house_is_not_read(tmp_path: Path) -> None:
    conversation, model, _ = build(tmp_path, HEARD)
    first = await say(conversation, "We saw a crimson house at the river yesterday.")
    assert first.follow is None
    assert "did not go to a language model" in read_quiet(first)
    assert model.asked == []


async def test_where_no_rule_asks_nothing_is_said_of_a_model(tmp_path: Path) -> None:
    conversation, _, _ = build(tmp_path, HEARD)
    coach = build_coach(build_policy(tmp_path / "other", make_rule("loud", everywhere("crimson"))))
    conversation = replace(conversation, coach=coach)
    first = await say(conversation, DRAFT)
    assert (first.follow, read_quiet(first)) == (None, "")


async def test_what_an_answer_is_compared_with_stays_in_the_second(tmp_path: Path) -> None:
    louder = make_rule("shout", everywhere("hooray"))
    conversation, _, _ = build(tmp_path, {"findings": []}, louder)
    await say(conversation, DRAFT + " Hooray!")
    first = await say(conversation, DRAFT)
    second = await follow(conversation, first)
    compared = [part for part in first.parts if isinstance(part, Listing)]
    assert compared
    assert compared[0] in second.parts


async def test_what_broke_is_completed_without_the_model(tmp_path: Path) -> None:
    conversation, model, _ = build(tmp_path, HEARD)
    first = await say(conversation, DRAFT)
    assert first.follow is not None
    (alone,) = await conversation.answer(replace(first.follow, is_alone=True))
    assert model.asked == []
    assert "does not answer right now" in read_quiet(alone)


@pytest.mark.parametrize(
    "value", ["", "{", "[]", '{"record": 5, "revision": [1]}', '{"revision": [[], 2, [3], "x"]}']
)
async def test_a_page_may_send_anything(tmp_path: Path, value: str) -> None:
    conversation, _, _ = build(tmp_path, HEARD)
    first = await say(conversation, DRAFT)
    assert first.follow is not None
    assert first.follow.choice is not None
    sent = replace(first.follow, choice=replace(first.follow.choice, value=value))
    (answer,) = await conversation.answer(sent)
    assert answer.kind == "review"
    empty = replace(sent, text="")
    (refused,) = await conversation.answer(empty)
    assert refused.kind == "empty"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"findings": "x"},
        {"findings": [1, None, {"rule": "loud", "quote": "quiet house"}]},
        {"findings": [{"rule": "hinted", "quote": "a house that nobody wrote of"}]},
        {"findings": [{"rule": "hinted", "quote": ["quiet"]}]},
        {"findings": [{"rule": "hinted", "quote": ""}]},
    ],
)
async def test_an_answer_that_makes_no_sense_adds_nothing(tmp_path: Path, data: object) -> None:
    conversation, _, _ = build(tmp_path, data)  # type: ignore[arg-type]
    second = await follow(conversation, await say(conversation, DRAFT))
    assert list_findings(second) == []

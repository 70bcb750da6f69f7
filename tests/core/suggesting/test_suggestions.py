"""Buttons that ask a model to write: answered at once, then with what it wrote or why there is nothing."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coaching.revision import name_draft
from bot.core.errors import ModelUnavailableError, StorageError
from bot.core.message import Choice, Choices, Copyable, Form, Incoming, Listing, Message, Paragraph
from bot.core.model import LANGUAGES, Context, Draft, Language
from bot.core.policy.policy import Policy
from bot.core.ports import Person, RememberedDraft
from bot.core.suggesting.angles import OfferedAngle
from bot.core.suggesting.suggestions import Suggestions
from bot.core.suggesting.writing_messages import (
    ANSWER_COMMENT,
    SUGGEST_HOOKS,
    SUGGEST_QUESTIONS,
    SUGGEST_REPLIES,
    SUGGEST_REWRITE,
    WRITE,
)
from bot.core.suggesting.writing_wording import WRITING_WORDINGS, WritingWording
from tests.core.suggesting.test_angles import FakeAngleShelf
from tests.core.suggesting.test_writing import HOOK, PLAIN, PRAISED, hooks
from tests.fakes.model_port import Script, ScriptedModel
from tests.fakes.ports import FakeClock, FakeRecords
from tests.fakes.writers import CONTEXT, GERMAN, HOUSE, build_writer

_ACTIONS = (SUGGEST_REWRITE, SUGGEST_HOOKS, SUGGEST_QUESTIONS, SUGGEST_REPLIES, ANSWER_COMMENT)
_GOOD: dict[str, Script] = {
    "hooks": hooks(HOOK),
    "rewrite": {"text": PLAIN},
    "questions": {"questions": ["Was machst du morgens als Erstes?"]},
    "reply": {"replies": [{"text": "Danke, das freut mich."}]},
}


class BrokenShelf(FakeAngleShelf):
    """A shelf that cannot be reached."""

    async def keep(self, _key: str, _thing: OfferedAngle) -> None:
        raise StorageError("The database cannot be reached.")

    async def list_things(self) -> Sequence[OfferedAngle]:
        raise StorageError("The database cannot be reached.")


async def find_context(_incoming: Incoming, _person: Person) -> Context:
    return CONTEXT


async def build(
    policy: Policy,
    text: str = GERMAN,
    said: dict[str, Script] | None = None,
    shelf: FakeAngleShelf | None = None,
) -> tuple[Suggestions, ScriptedModel, FakeAngleShelf]:
    model, records = ScriptedModel(said or _GOOD), FakeRecords()
    if text:
        await records.remember_draft("ada", "chat", RememberedDraft(text, (), (), "go"))
    writer, angles = build_writer(policy, model), shelf or FakeAngleShelf()
    suggestions = Suggestions(
        writer, writer.coach, records, find_context, angles, HOUSE, FakeClock()
    )
    return suggestions, model, angles


async def press(
    suggestions: Suggestions, choice: Choice, language: Language = "de", text: str = ""
) -> Message:
    """Press a button, hold what is said at once, and give what follows."""
    answers = await suggestions.answer_choice(
        Incoming("ada", "chat", text, choice), choice, language
    )
    assert answers is not None
    (first,) = answers
    assert (first.kind, first.summary) == ("asks-model", WRITING_WORDINGS[language].asks)
    assert first.follow is not None
    assert first.follow.choice is not None
    followed = await suggestions.answer_choice(first.follow, first.follow.choice, language)
    assert followed is not None
    (message,) = followed
    assert message.follow is None
    return message


def read(message: Message) -> str:
    said = []
    for part in message.parts:
        match part:
            case Paragraph(text=text):
                said.append(text)
            case Listing(title=title, items=items):
                said += [title, *items]
            case Copyable(title=title, text=text):
                said += [title, text]
            case _:
                pass
    return "\n".join(said)


async def test_first_lines_say_whose_words_they_are_and_who_wrote_them(policy: Policy) -> None:
    suggestions, _, angles = await build(policy)
    message = await press(suggestions, Choice("", SUGGEST_HOOKS, name_draft(GERMAN)))
    assert message.kind == "written-hooks"
    assert f"{HOOK} (86 % deine Worte)" in read(message)
    assert "ein Sprachmodell (model.example)" in read(message)
    assert "(ersetzt: 1)" in read(message)
    assert len(angles.things) == 1
    kept = repr(angles.things)
    assert not [word for word in HOOK.split() if len(word) > 4 and word.strip(",.") in kept]
    assert "ada" not in kept


async def test_first_lines_are_shown_one_by_one_where_a_channel_can(policy: Policy) -> None:
    """Only what our rules let through, and never what they did not."""
    second = "Wir haben drei Stunden lang Zettel sortiert, statt zu reden."
    praise = "Dienstag früh, kalte Hände: Migrona wirkt besser als alles andere."
    said: dict[str, Script] = {"hooks": hooks(HOOK, praise, second), "rewrite": {"text": PRAISED}}
    suggestions, _, _ = await build(policy, said=said)
    shown: list[Message] = []

    async def show(message: Message) -> None:
        shown.append(message)

    choice = Choice("", WRITE + SUGGEST_HOOKS, name_draft(GERMAN))
    incoming = Incoming("ada", "chat", choice=choice, show=show)
    answers = await suggestions.answer_choice(incoming, choice, "de")
    assert answers is not None
    told = [read(message) for message in (*shown, *answers)]
    assert shown
    assert all(HOOK in words and "Migrona" not in words for words in told)
    assert second in told[-1]
    assert all(WRITING_WORDINGS["de"].asks in words for words in told[:-1])
    assert WRITING_WORDINGS["de"].asks not in told[-1]
    assert not [part for message in shown for part in message.parts if isinstance(part, Choices)]


async def test_what_was_offered_is_avoided_for_four_weeks(policy: Policy) -> None:
    suggestions, model, angles = await build(policy)
    await press(suggestions, Choice("", SUGGEST_HOOKS))
    await press(suggestions, Choice("", SUGGEST_HOOKS))
    assert len(angles.things) == 1
    assert isinstance(suggestions.clock, FakeClock)
    suggestions.clock.advance(days=29)
    await press(suggestions, Choice("", SUGGEST_HOOKS))
    told = ["'style': 'moment'" in prompt.system for prompt in model.asked]
    assert told == [False, True, False]


async def test_without_the_shelf_first_lines_are_offered_all_the_same(policy: Policy) -> None:
    suggestions, _, _ = await build(policy, shelf=BrokenShelf())
    assert (await press(suggestions, Choice("", SUGGEST_HOOKS))).kind == "written-hooks"


async def test_a_rewrite_is_to_be_taken_away_and_says_what_is_different(policy: Policy) -> None:
    suggestions, _, _ = await build(policy, PRAISED)
    message = await press(suggestions, Choice("", SUGGEST_REWRITE, name_draft(PRAISED)))
    assert message.kind == "written-rewrite"
    assert [part.text for part in message.parts if isinstance(part, Copyable)] == [PLAIN]
    said = read(message)
    assert "100 % der Wörter sind deine." in said
    assert "„Migrona wirkt besser als alles andere.“" in said
    assert "Alles andere steht da, wie du es geschrieben hast." in said


async def test_questions_and_answers_to_comments(policy: Policy) -> None:
    suggestions, model, _ = await build(policy)
    questions = await press(
        suggestions, suggestions.offer_questions("de"), text="Bei mir ist nichts los."
    )
    assert "Was machst du morgens als Erstes?" in read(questions)
    assert model.asked[0].user == ("Bei mir ist nichts los.",)
    button = suggestions.offer_replies("de", GERMAN)
    shown = await suggestions.answer_choice(Incoming("ada", "chat", choice=button), button, "de")
    assert shown is not None
    (form,) = (part for part in shown[0].parts if isinstance(part, Form))
    replies = await press(suggestions, form.choice, text="Toll geschrieben, vielen Dank!")
    assert "Danke, das freut mich." in read(replies)
    assert len(model.asked[1].user) == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "action", [SUGGEST_REWRITE, SUGGEST_HOOKS, SUGGEST_QUESTIONS, ANSWER_COMMENT]
)
async def test_why_there_is_nothing_is_said_with_what_works_instead(
    policy: Policy, language: Language, action: str
) -> None:
    failing = dict.fromkeys(
        ("hooks", "rewrite", "questions", "reply"), ModelUnavailableError("secret")
    )
    suggestions, _, _ = await build(policy, said=dict(failing))
    message = await press(
        suggestions, Choice("", action), language, "Wie war es denn heute bei euch?"
    )
    assert message.kind.startswith("no-")
    assert read(message) == WRITING_WORDINGS[language].unread["busy"]
    nothing: dict[str, Script] = {"hooks": {}, "rewrite": {}, "questions": {}, "reply": {}}
    silent, _, _ = await build(policy, said=nothing)
    empty = await press(silent, Choice("", action), language, "Wie war es denn heute bei euch?")
    assert read(empty) == WRITING_WORDINGS[language].dropped


async def test_a_draft_that_stays_here_has_no_buttons_and_an_old_button_says_why(
    policy: Policy,
) -> None:
    draft = "Unsere Patientin Erika Huber, 72, aus Leipzig liegt in Zimmer 12 und hat Brustkrebs."
    suggestions, model, _ = await build(policy, draft)
    checked = suggestions.coach.check(Draft(draft, CONTEXT))
    assert suggestions.offer_choices(draft, checked, "de") == ()
    message = await press(suggestions, Choice("", SUGGEST_REWRITE))
    assert "nicht an ein Sprachmodell geht" in read(message)
    assert model.asked == []


async def test_the_buttons_fit_the_draft(policy: Policy) -> None:
    suggestions, _, _ = await build(policy)

    def offer(text: str) -> list[str]:
        checked = suggestions.coach.check(Draft(text, CONTEXT))
        return [one.action for one in suggestions.offer_choices(text, checked, "nl")]

    assert offer(GERMAN) == [SUGGEST_HOOKS, SUGGEST_REWRITE]
    assert offer(PRAISED) == [SUGGEST_REWRITE]


async def test_a_button_of_another_draft_writes_nothing(policy: Policy) -> None:
    suggestions, model, _ = await build(policy)
    other = await press(suggestions, Choice("", SUGGEST_HOOKS, "0123456789ab"))
    gone, _, _ = await build(policy, "")
    none = await press(gone, Choice("", SUGGEST_REWRITE, "0123456789ab"))
    assert (other.kind, none.kind, model.asked) == ("nothing", "nothing", [])
    assert other.summary != none.summary


async def test_what_followed_and_broke_ends_without_a_model(policy: Policy) -> None:
    suggestions, model, _ = await build(policy)
    choice = Choice("", SUGGEST_HOOKS, name_draft(GERMAN))
    answers = await suggestions.answer_choice(Incoming("ada", "chat", choice=choice), choice, "en")
    assert answers is not None
    assert answers[0].follow is not None
    ended = replace(answers[0].follow, is_alone=True)
    assert ended.choice is not None
    (message,) = await suggestions.answer_choice(ended, ended.choice, "en") or []
    assert (message.kind, model.asked) == ("no-hooks", [])


async def test_buttons_of_others_are_theirs(policy: Policy) -> None:
    suggestions, _, _ = await build(policy)
    for action in ("revise", "", "write-", "write-revise", "read-along"):
        choice = Choice("", action)
        assert (
            await suggestions.answer_choice(Incoming("ada", "chat", choice=choice), choice, "de")
            is None
        )


@settings(max_examples=40)
@given(
    action=st.sampled_from(_ACTIONS),
    value=st.text(max_size=30),
    text=st.text(max_size=60),
    prefix=st.sampled_from(["", WRITE]),
)
async def test_a_page_may_send_anything(
    policy: Policy, action: str, value: str, text: str, prefix: str
) -> None:
    suggestions, _, _ = await build(policy)
    choice = Choice("", prefix + action, value)
    answers = await suggestions.answer_choice(Incoming("ada", "chat", text, choice), choice, "de")
    assert answers is None or all(one.summary for one in answers)
    assert (answers is None) == (prefix + action == WRITE + SUGGEST_REPLIES)


def test_every_language_says_the_same_things() -> None:
    def list_places(told: object) -> list[str]:
        if isinstance(told, str):
            return sorted(re.findall(r"\{(\w+)\}", told))
        assert isinstance(told, dict)
        return sorted(told)

    for one in fields(WritingWording):
        said = [getattr(WRITING_WORDINGS[language], one.name) for language in LANGUAGES]
        assert list_places(said[0]) == list_places(said[1]) == list_places(said[2])
        assert len({str(text) for text in said}) == 3


async def test_the_buttons_below_what_was_written_name_the_draft(policy: Policy) -> None:
    suggestions, _, _ = await build(policy)
    message = await press(suggestions, Choice("", SUGGEST_HOOKS))
    (row,) = (part for part in message.parts if isinstance(part, Choices))
    assert [(one.action, one.value) for one in row.choices] == [(SUGGEST_HOOKS, name_draft(GERMAN))]

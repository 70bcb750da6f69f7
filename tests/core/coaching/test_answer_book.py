"""Questions in everyday wording get the right answer; drafts are not taken for questions."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.out_of_ideas import is_out_of_ideas
from bot.core.coaching.questions import Kind, Questions
from bot.core.model import LANGUAGES, Context, Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.policy.wording import find_unknown_placeholders
from bot.files.answers import load_answers, load_cues
from bot.files.embedder import SentenceEncoder
from bot.files.resemblance import LearnedResemblance
from bot.files.words import open_lexicon
from tests.conftest import POLICIES, TODAY

HERE = Path(__file__).parent
FOLDER = POLICIES / "answers"
ASKED = yaml.safe_load((HERE / "questions.yaml").read_text())
UNSEEN = yaml.safe_load((HERE / "questions_unseen.yaml").read_text())
DRAFTS = yaml.safe_load((HERE / "drafts.yaml").read_text())
NO_IDEA = yaml.safe_load((HERE / "out_of_ideas.yaml").read_text())
PASTED = yaml.safe_load((HERE / "pasted.yaml").read_text())


def as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def questions(policy: Policy, encoder: SentenceEncoder) -> Questions:
    lexicon = open_lexicon()
    book = load_answers(FOLDER, lexicon, encoder)
    return Questions(book, load_cues(FOLDER, lexicon), policy, LearnedResemblance(encoder))


@pytest.fixture(scope="module")
def context(organisation: Organisation) -> Context:
    return Contexts().compose(organisation, TODAY, Told())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_intent_is_right_nine_times_in_ten(
    questions: Questions, context: Context, language: str
) -> None:
    asked = [row for row in ASKED if row["lang"] == language]
    missed = [
        row["text"]
        for row in asked
        if questions.answer(row["text"], context).intent not in as_list(row["intent"])
    ]
    assert len(missed) <= len(asked) / 10, missed


def test_questions_not_seen_while_tuning_do_nearly_as_well(
    questions: Questions, context: Context
) -> None:
    replies = [(row, questions.answer(row["text"], context)) for row in UNSEEN]
    intents = sum(reply.intent in as_list(row["intent"]) for row, reply in replies)
    verdicts = sum(reply.verdict in as_list(row["answer"]) for row, reply in replies)
    assert intents / len(UNSEEN) >= 0.85
    assert verdicts / len(UNSEEN) >= 0.8


@pytest.mark.parametrize("row", [*ASKED, *UNSEEN], ids=lambda row: row["text"][:40])
def test_what_needs_care_is_never_answered_yes(
    questions: Questions, context: Context, row: dict[str, Any]
) -> None:
    if "yes" not in as_list(row["answer"]):
        assert questions.answer(row["text"], context).verdict != "yes"


def test_most_verdicts_are_right(questions: Questions, context: Context) -> None:
    right = sum(
        questions.answer(row["text"], context).verdict in as_list(row["answer"]) for row in ASKED
    )
    assert right / len(ASKED) >= 0.85


@pytest.mark.parametrize("text", DRAFTS, ids=lambda text: text[:40])
def test_a_draft_is_not_taken_for_a_question(questions: Questions, text: str) -> None:
    assert questions.tell_kind(text) in (Kind.DRAFT, Kind.UNSURE)


def test_few_drafts_get_the_button_for_questions(questions: Questions) -> None:
    unsure = [text for text in DRAFTS if questions.tell_kind(text) is Kind.UNSURE]
    assert len(unsure) <= 3, unsure


@pytest.mark.parametrize("row", PASTED, ids=lambda row: row["text"][:40])
def test_a_pasted_post_is_recognised_and_checked(
    questions: Questions, context: Context, row: dict[str, Any]
) -> None:
    assert questions.tell_kind(row["text"]) is Kind.PASTED_POST
    reply = questions.answer(row["text"], context)
    assert reply.language == row["lang"]
    assert reply.verdict == ("no" if row["spread"] else "yes_if")
    assert reply.text.startswith(("Nein", "Nee", "No")) == row["spread"]
    assert bool(reply.findings) == row["spread"]
    assert reply.sources


def test_every_intent_has_one_general_answer_and_every_permission_a_source(
    questions: Questions,
) -> None:
    answers = questions.book.answers
    general = [answer.intent for answer in answers if answer.general]
    assert sorted(general) == sorted({answer.intent for answer in answers})
    for answer in answers:
        if answer.intent in ("may_i_post", "may_i_like_or_share"):
            assert answer.sources, answer.id


def test_every_answer_speaks_three_languages_and_leaves_no_braces(
    questions: Questions,
) -> None:
    for answer in questions.book.answers:
        for language in LANGUAGES:
            texts = answer.texts[language]
            assert len(texts.questions) >= 5, (answer.id, language)
            for text in (texts.text, texts.next_step):
                unknown = set(find_unknown_placeholders(text)) - {"hashtag", "handle"}
                assert not unknown, (answer.id, language)


def test_each_example_question_finds_its_own_answer(
    questions: Questions,
) -> None:
    asked = missed = 0
    for answer in questions.book.answers:
        for language in LANGUAGES:
            for question in answer.texts[language].questions:
                asked += 1
                missed += questions.book.rank(question, language)[0].answer.id != answer.id
    assert missed / asked < 0.05, f"{missed} of {asked}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_has_nothing_to_tell_gets_ideas_and_no_review(
    questions: Questions, context: Context, language: Language
) -> None:
    for book in (questions.book, replace(questions.book, embedder=None)):
        asked = replace(questions, book=book)
        for text in NO_IDEA["needs_an_idea"][language]:
            assert asked.tell_kind(text, language) is Kind.QUESTION, text
            reply = asked.answer(text, context, language)
            assert (reply.intent, reply.language) == ("topic_ideas", language), text
        for text in NO_IDEA["drafts"][language]:
            assert not is_out_of_ideas(text)

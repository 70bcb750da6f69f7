"""What is told of questions: many people's, rounded down; and what a rule made of one begins with."""

from pathlib import Path

import pytest

from bot.core.coaching.answers import Answer, AnswerText
from bot.core.coaching.questions import Reply
from bot.core.house_rules.asked import (
    NOT_UNDERSTOOD,
    Asked,
    draft_rule,
    list_often,
    name_asked,
)
from bot.core.model import LANGUAGES, Source
from bot.files.answers import load_answers
from bot.files.words import open_lexicon
from tests.conftest import POLICIES
from tests.fakes.policies import build_policy, everywhere, make_rule

BOOK = load_answers(POLICIES / "answers", open_lexicon())


@pytest.mark.parametrize(
    ("intent", "by", "name"),
    [
        ("may_i_post", "answer", "congress"),
        ("may_i_post", "intent", NOT_UNDERSTOOD),
        ("may_i_like_or_share", "rule", "congress"),
        ("help", "answer", ""),
        ("help", "intent", ""),
        ("programme", "answer", ""),
    ],
)
def test_what_is_asked_about_jourfix_itself_is_not_counted(intent: str, by: str, name: str) -> None:
    assert name_asked(Reply(intent, "yes", "", (), "", by, "de", answer="congress")) == name


def test_fewer_than_ten_are_never_told_and_more_are_rounded_down() -> None:
    often = list_often(
        {
            "congress": Asked(31, 29),
            "award": Asked(40, 9),
            "team-photo": Asked(48, 10),
            "an answer of last year": Asked(90, 90),
            NOT_UNDERSTOOD: Asked(19, 11),
        },
        BOOK,
    )
    told = [(one.answer.id, one.times, one.people) for one in often.questions]
    assert told == [("team-photo", 40, 10), ("congress", 30, 20)]
    assert often.not_understood == 10
    assert list_often({NOT_UNDERSTOOD: Asked(99, 9)}, BOOK).not_understood == 0


def test_a_rule_begins_with_the_topic_of_the_rules_that_rest_on_the_clause(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("loud", everywhere("crimson"), topic="conduct"))
    source = policy.rules[0].source
    text = AnswerText(("May I?",), "Ask {contact.comms}, with {hashtag}.", "Next.")
    texts = dict.fromkeys(LANGUAGES, text)
    for sources, topic in (((Source("Other"), source), "conduct"), ((Source("Other"),), "style")):
        form = draft_rule(Answer("may-i", "may_i_post", "no", texts, sources), policy, "nl")
        assert (form.name, form.topic, form.severity) == ("our-may-i", topic, "adjust")
        assert form.source == sources[-1].title
        assert form.spoken["nl"].why == "Ask {contact.comms}, with ."
        assert set(form.spoken) == {"nl"}

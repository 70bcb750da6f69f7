"""What colleagues ask again and again: counts by answer, without words, never of a person. Pure.

Somebody counts once a week and answer, so that one person with one worry is no crowd. Only weeks
that are over are told, so that nobody reads from a rising number who has just asked.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.core.coaching.answers import Answer, AnswerBook
from bot.core.coaching.questions import Reply
from bot.core.house_rules.form import RuleForm, SpokenForm
from bot.core.model import Language, Source
from bot.core.policy.policy import Policy
from bot.core.programme.library.choosing import count_weeks
from bot.core.programme.proof.rounding import LEAST, lower

WEEKS = 4
NOT_UNDERSTOOD = "not-understood"
# What people ask about Jourfix itself needs neither rule nor dilemma: it is not counted.
_COUNTED = ("may_i_post", "may_i_like_or_share", "how_to", "topic_ideas", "who_to_ask")
_WEIGHTS: Mapping[str, str] = {"ask": "ask", "no": "adjust"}  # by the answer's verdict
_OWN_WORDS = re.compile(r"\{(?:hashtag|handle)\}")  # placeholders that rules do not have


@dataclass(frozen=True)
class Asked:
    """How often an answer was asked for, each person once a week, and by how many people."""

    times: int
    people: int


class AskedQuestions(Protocol):
    """Counts questions by answer and week. May raise StorageError."""

    async def note(self, person: str, answer: str, week: int) -> None:
        """Note that somebody asked for an answer in a week; a second time changes nothing."""
        ...

    async def count(self, first: int, last: int) -> Mapping[str, Asked]:
        """Count some weeks, the last included, by answer."""
        ...


@dataclass(frozen=True)
class Frequent:
    """Something that many ask.

    Args:
        answer: What they are answered.
        times: How often, rounded down to tens.
        people: How many people, rounded down to tens.
    """

    answer: Answer
    times: int
    people: int


@dataclass(frozen=True)
class Often:
    """What many ask, the most asked first; and of how many questions nobody knew the answer."""

    questions: tuple[Frequent, ...] = ()
    not_understood: int = 0


def name_asked(reply: Reply) -> str:
    """Name under what a question is counted; empty: it is not."""
    if reply.intent not in _COUNTED:
        return ""
    return NOT_UNDERSTOOD if reply.by == "intent" else reply.answer


def find_weeks(today: datetime.date) -> tuple[int, int]:
    """Give the first and the last of the four weeks that were over last."""
    this = count_weeks(today)
    return this - WEEKS, this - 1


def list_often(counts: Mapping[str, Asked], book: AnswerBook) -> Often:
    """List what enough people asked to be told."""
    enough = {name: one for name, one in counts.items() if one.people >= LEAST}
    found = [
        Frequent(answer, lower(enough[answer.id].times), lower(enough[answer.id].people))
        for answer in book.answers
        if answer.id in enough
    ]
    found.sort(key=lambda one: (-one.times, one.answer.id))
    missed = enough.get(NOT_UNDERSTOOD)
    return Often(tuple(found), lower(missed.times) if missed else 0)


@dataclass(frozen=True)
class Suggested:
    """What a rule that is made of a question begins with."""

    topic: str
    source: Source


def suggest_rule(answer: Answer, policy: Policy) -> Suggested:
    """Suggest topic and source: those of the rules that rest on the same clause as the answer."""
    for source in answer.sources:
        topics = [
            rule.topic
            for rule in policy.rules
            if any(_is_same(source, one) for one in (rule.source, *rule.local_sources.values()))
        ]
        if topics:
            return Suggested(max(sorted(set(topics)), key=topics.count), source)
    return Suggested("style", answer.sources[0] if answer.sources else Source(""))


def _is_same(one: Source, other: Source) -> bool:
    is_there = bool(one.address) and one.address == other.address
    return (is_there or one.title == other.title) and (
        not one.section or _read_section(one.section) == _read_section(other.section)
    )


def _read_section(section: str) -> str:
    return "".join(section.lower().split())


def draft_rule(answer: Answer, policy: Policy, language: Language) -> RuleForm:
    """Draft a rule of an answer: what it says and rests on; which words it finds people write."""
    suggested, told = suggest_rule(answer, policy), answer.texts[language]
    why, fix = (_OWN_WORDS.sub("", text).strip() for text in (told.text, told.next_step))
    return RuleForm(
        f"our-{answer.id}",
        suggested.topic,
        _WEIGHTS.get(answer.verdict, "consider"),
        source=suggested.source.title,
        address=suggested.source.address or "",
        section=suggested.source.section,
        spoken={language: SpokenForm(why=why, fix=fix)},
    )

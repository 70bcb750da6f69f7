"""The evaluation of a pilot: counts of ten or more, and what people agreed to show. Pure.

Of fewer than ten people nothing is told: neither how many they were, nor what they said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.programme.pilots.pilot import LEAST_COUNTED, QUESTIONS, LeadNote, Question, Told
from bot.core.programme.pilots.ports import SharedPost


@dataclass(frozen=True)
class Evaluation:
    """What can be told of a pilot.

    Args:
        people: How many took part; None below ten.
        posts: What was handed in and may be shown, in the order in which it was.
        answers: What participants said, by question; a question with fewer than ten is left out.
        notes: What the leads say.
    """

    people: int | None
    posts: Sequence[SharedPost]
    answers: Mapping[Question, Sequence[str]]
    notes: Sequence[str]


def evaluate_pilot(
    people: int,
    posts: Sequence[SharedPost],
    told: Sequence[Told],
    notes: Sequence[LeadNote],
) -> Evaluation:
    """Make the evaluation out of what is known of one pilot.

    Answers come in the order of their words: the order in which they came would tell whose.
    """
    answers: dict[Question, Sequence[str]] = {}
    for question in QUESTIONS:
        texts = [one.text for one in told if one.question == question]
        if len(texts) >= LEAST_COUNTED:
            answers[question] = sorted(texts, key=lambda text: (text.casefold(), text))
    return Evaluation(
        people if people >= LEAST_COUNTED else None,
        posts,
        answers,
        [one.text for one in notes],
    )

"""Answers to questions about posting: “May we post from the congress?”, “how many hashtags?”.

An answer is data (policies/answers/): who asks what, and what a good colleague would say. The
best answer is the one whose example questions share most of the telling words with the question;
where none is near, the general answer of the intent is given.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from bot.core.language.lexicon import Lexicon
from bot.core.language.words import Word, detect_language, parse
from bot.core.model import LANGUAGES, Language, Source

INTENTS = (
    "may_i_post",
    "may_i_like_or_share",
    "how_to",
    "topic_ideas",
    "help",
    "programme",
    "who_to_ask",
)
VERDICTS = ("yes", "yes_if", "ask", "no", "info")


@dataclass(frozen=True)
class AnswerText:
    """One answer in one language: example questions, the telling words, what to say, what next."""

    questions: tuple[str, ...]
    text: str
    next_step: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One answer. A `general` one speaks for its whole intent when nothing nearer is known."""

    id: str
    intent: str
    verdict: str
    texts: Mapping[Language, AnswerText]
    sources: tuple[Source, ...] = ()
    general: bool = False


@dataclass(frozen=True)
class Answered:
    """The answer chosen for a question, filled in for its author."""

    answer: Answer
    language: Language
    text: str
    next_step: str
    score: float


@dataclass
class _Index:
    """Lemma groups of an answer in one language, weighed by how telling they are."""

    answer: Answer
    groups: list[frozenset[int]]
    telling: frozenset[int]


@dataclass
class AnswerBook:
    """All answers, ready to be searched."""

    answers: Sequence[Answer]
    lexicon: Lexicon
    _indexes: dict[Language, list[_Index]] = field(default_factory=dict)
    _weights: dict[Language, dict[int, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            indexes = [
                self._index(answer, language) for answer in self.answers if language in answer.texts
            ]
            counts = Counter(
                group
                for index in indexes
                for group in frozenset().union(index.telling, *index.groups)
            )
            self._indexes[language] = indexes
            self._weights[language] = {
                group: log(1 + len(indexes) / count) for group, count in counts.items()
            }

    def _index(self, answer: Answer, language: Language) -> _Index:
        texts = answer.texts[language]
        return _Index(
            answer,
            [self._groups(question, language) for question in texts.questions],
            frozenset().union(*(self._groups(word, language) for word in texts.words))
            if texts.words
            else frozenset(),
        )

    def _groups(self, text: str, language: Language) -> frozenset[int]:
        words = parse(text, language).words
        return frozenset(self._word_groups(words, language))

    def _word_groups(self, words: Sequence[Word], language: Language) -> set[int]:
        groups: set[int] = set()
        for word in words:
            groups.add(self.lexicon.group(word.form, language))
            if len(word.form) >= 8:
                groups |= self.lexicon.part_groups(word.form, language)
        return groups

    def find(
        self, question: str, language: Language | None = None
    ) -> tuple[Answer, Language, float] | None:
        """Give the nearest answer, its language, and how near it is (0 to about 1)."""
        chosen = detect_language(question) or language or "en"
        asked = self._groups(question, chosen)
        weights = self._weights[chosen]
        best: tuple[float, Answer] | None = None
        for index in self._indexes[chosen]:
            score = self._score(asked, index, weights)
            if best is None or score > best[0]:
                best = (score, index.answer)
        return (best[1], chosen, best[0]) if best else None

    @staticmethod
    def _score(asked: frozenset[int], index: _Index, weights: Mapping[int, float]) -> float:
        def weigh(groups: frozenset[int]) -> float:
            return sum(weights.get(group, 1.0) for group in groups)

        total = weigh(asked) or 1.0
        nearest = max(
            (2 * weigh(asked & groups) / (total + weigh(groups)) for groups in index.groups),
            default=0.0,
        )
        told = weigh(asked & index.telling) / total
        return nearest + 0.6 * told

    def general(self, intent: str) -> Answer | None:
        """Give the answer that speaks for a whole intent."""
        return next(
            (answer for answer in self.answers if answer.general and answer.intent == intent), None
        )

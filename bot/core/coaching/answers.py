"""Answers to questions about posting: “May we post from the congress?”, “how many hashtags?”.

An answer is data (policies/answers/): who asks what, and what a good colleague would say. The
best answer is the one whose example questions are nearest to the question in words and in meaning;
where none is near, the general answer of the intent is given.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

import numpy as np
import numpy.typing as npt

from bot.core.language.lexicon import Lexicon
from bot.core.language.words import detect_language, parse
from bot.core.model import LANGUAGES, Language, Source
from bot.core.ports import Embedder

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

Vectors = npt.NDArray[np.float32]

_LONE_HASH = re.compile(r"(?<!\w)#(?!\w)")
_LONG_WORD = 8  # letters; a longer word may be a compound
_TELLING_SHARE = 0.2  # a word in more than this share of the answers tells nothing
_ENOUGH = 12.0  # three or four telling words are as good as it gets
_CAUTION = 4.0  # how reluctantly the intents are learned
_BY_MEANING, _BY_WORDS, _BY_INTENT = 0.4, 0.5, 0.2


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


def spell_out_hash(text: str) -> str:
    """Write out a # that stands alone: “how many of those #?”."""
    return _LONE_HASH.sub(" hashtag ", text)


@dataclass(frozen=True)
class Match:
    """An answer, how near a question is to it (0 to about 1), and in which language."""

    answer: Answer
    language: Language
    score: float


@dataclass
class _Examples:
    """One answer in one language: the lemma groups of its example questions and telling words."""

    answer: Answer
    questions: list[frozenset[int]]
    telling: frozenset[int]


@dataclass
class _Chapter:
    """All answers of one language, and how much each lemma group tells among them."""

    examples: list[_Examples]
    weights: dict[int, float]


@dataclass
class AnswerBook:
    """All answers, searched by words and, where an embedder is given, by meaning.

    A language is read when the first question in it comes: most processes never hear one.
    """

    answers: Sequence[Answer]
    lexicon: Lexicon
    embedder: Embedder | None = None
    _chapters: dict[Language, _Chapter] = field(default_factory=dict)
    _meaning: "Meaning | None" = None

    def _open_chapter(self, language: Language) -> _Chapter:
        if language not in self._chapters:
            self._chapters[language] = self._read_chapter(language)
        return self._chapters[language]

    def _read_chapter(self, language: Language) -> _Chapter:
        examples = [
            self._read(answer, language) for answer in self.answers if language in answer.texts
        ]
        counts = Counter(
            group
            for example in examples
            for group in frozenset().union(example.telling, *example.questions)
        )
        weights = {
            group: max(0.0, log(len(examples) * _TELLING_SHARE / count))
            for group, count in counts.items()
        }
        return _Chapter(examples, weights)

    def _read(self, answer: Answer, language: Language) -> _Examples:
        texts = answer.texts[language]
        return _Examples(
            answer,
            [self._groups(question, language) for question in texts.questions],
            frozenset().union(*(self._groups(word, language) for word in texts.words)),
        )

    def _groups(self, text: str, language: Language) -> frozenset[int]:
        groups: set[int] = set()
        for word in parse(text, language).words:
            groups.add(self.lexicon.group(word.form, language))
            if len(word.form) >= _LONG_WORD:
                groups |= self.lexicon.part_groups(word.form, language)
        return frozenset(groups)

    def rank(self, question: str, language: Language | None = None) -> list[Match]:
        """Give all answers, the nearest first."""
        question = spell_out_hash(question)
        spoken = detect_language(question) or language or self._guess_language(question)
        ranked = self._rank_words(question, spoken)
        if self.embedder is not None:
            if self._meaning is None:
                self._meaning = Meaning.learn(self.answers, self.embedder)
            near, intents = self._meaning.compare(self.embedder.embed([question])[0])
            ranked = [
                Match(
                    match.answer,
                    match.language,
                    _BY_MEANING * near[match.answer.id]
                    + _BY_WORDS * match.score
                    + _BY_INTENT * intents[match.answer.intent],
                )
                for match in ranked
            ]
        return sorted(ranked, key=lambda match: -match.score)

    def _guess_language(self, question: str) -> Language:
        """Name the language in which the words of a very short question are most common."""

        def commonness(language: Language) -> float:
            words = parse(question, language).words
            return sum(self.lexicon.commonness(word.form, language) for word in words)

        return max(LANGUAGES, key=commonness)

    def _rank_words(self, question: str, language: Language) -> list[Match]:
        asked = self._groups(question, language)
        chapter = self._open_chapter(language)
        weights = chapter.weights

        def weigh(groups: frozenset[int]) -> float:
            return sum(weights.get(group, 0.0) for group in groups)

        matches = []
        for example in chapter.examples:
            told = weigh(asked & example.telling)
            nearest = max((weigh(asked & groups) for groups in example.questions), default=0.0)
            matches.append(Match(example.answer, language, min(1.0, (told + nearest) / _ENOUGH)))
        return matches

    def general(self, intent: str) -> Answer | None:
        """Give the answer that speaks for a whole intent."""
        return next(
            (answer for answer in self.answers if answer.general and answer.intent == intent), None
        )


@dataclass(frozen=True)
class Meaning:
    """The example questions as vectors, and what they teach about the intents."""

    vectors: Vectors
    owners: tuple[str, ...]
    teacher: Vectors

    @classmethod
    def learn(cls, answers: Sequence[Answer], embedder: Embedder) -> "Meaning":
        """Encode all examples and learn the intents from them (ridge regression)."""
        told = [
            (question, answer)
            for answer in answers
            for texts in answer.texts.values()
            for question in texts.questions
        ]
        vectors = embedder.embed([question for question, _ in told])
        wanted = np.array([[float(a.intent == intent) for intent in INTENTS] for _, a in told])
        square = vectors.T @ vectors + _CAUTION * np.eye(vectors.shape[1])
        teacher = np.linalg.solve(square, vectors.T @ wanted).astype(np.float32)
        return cls(vectors, tuple(answer.id for _, answer in told), teacher)

    def compare(self, vector: Vectors) -> tuple[dict[str, float], dict[str, float]]:
        """Give how near each answer is, and how likely each intent (about 0 to 1)."""
        best: dict[str, list[float]] = {}
        for owner, near in zip(self.owners, (self.vectors @ vector).tolist(), strict=True):
            best.setdefault(owner, []).append(near)
        near = {
            owner: 0.5 * max(values) + 0.5 * sum(sorted(values)[-3:]) / min(3, len(values))
            for owner, values in best.items()
        }
        return near, dict(zip(INTENTS, (vector @ self.teacher).tolist(), strict=True))

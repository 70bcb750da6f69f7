"""A policy: packs and vocabularies compiled for matching, immutable, named by its content hash."""

import functools
import re
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from bot.core.errors import ContentError
from bot.core.language.lexicon import Lexicon
from bot.core.model import LANGUAGES, Language, Severity
from bot.core.policy.medicine_names import MedicineNames
from bot.core.policy.rule import Detector, Pack, Rule, Vocabulary
from bot.core.policy.terms import PhraseBook
from bot.core.policy.triggers import Triggers, find_triggers
from bot.core.policy.word_patterns import TermError

_PLAIN = re.compile(r"[A-Za-z]+")  # words that fold to themselves: nearly all


@dataclass(frozen=True)
class Term:
    """One line of a vocabulary, or one entry of a rule's `terms`."""

    text: str
    path: str
    line: int


@dataclass(frozen=True)
class Knowledge:
    """What detectors know beside the policy: word tables, medicine names, people's names.

    `stems` match a whole folded word (WHO stems); `not_stems` are their exceptions.
    """

    lexicon: Lexicon
    medicines: frozenset[str] = frozenset()
    otc_medicines: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    not_stems: frozenset[str] = frozenset()
    first_names: frozenset[str] = frozenset()
    last_names: frozenset[str] = frozenset()

    @functools.cached_property
    def medicine_names(self) -> MedicineNames:
        """Tell the names of medicines among words."""
        return MedicineNames(
            self.lexicon, self.medicines, self.otc_medicines, self.stems, self.not_stems
        )


@dataclass(frozen=True)
class Policy:
    """Rules ready to run. Two policies share nothing: two organisations can live side by side.

    In words it is its hash: all of it would fill a book, and take minutes.
    """

    hash: str
    packs: tuple[Pack, ...] = field(repr=False)
    books: Mapping[Language, PhraseBook] = field(repr=False)
    with_concepts: frozenset[str] = field(repr=False)
    knowledge: Knowledge = field(repr=False)
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    cues: tuple[str, ...] = field(default=(), repr=False)
    triggers: Triggers = field(default_factory=Triggers, repr=False)

    @property
    def checked(self) -> tuple[str, ...]:
        """The packs that speak, with their versions."""
        return tuple(pack.label for pack in self.packs)

    @functools.cached_property
    def concepts(self) -> Mapping[str, frozenset[str]]:
        """Give for each topic the vocabularies and detectors that its rules speak of."""
        found: dict[str, set[str]] = {}
        for rule in self.rules:
            if rule.resembles is None:
                names = (
                    one.name for one in rule.conditions if isinstance(one, Vocabulary | Detector)
                )
                found.setdefault(rule.topic, set()).update(names)
        return {topic: frozenset(names) for topic, names in found.items()}

    @functools.cached_property
    def asked(self) -> tuple[Rule, ...]:
        """The rules that have a question for a language model."""
        return tuple(rule for rule in self.rules if rule.question)

    @functools.cached_property
    def paused(self) -> tuple[Rule, ...]:
        """The rules that the house lets rest, also where that is over or not begun."""
        return tuple(rule for rule in self.rules if rule.pause is not None)

    @functools.cached_property
    def unspoken(self) -> Mapping[Language, Mapping[str, Severity]]:
        """Give for each language the topics without a rule in it, and what they may weigh."""
        heaviest: dict[str, Severity] = {}
        for rule in self.rules:
            weights = (*rule.severity.values(), heaviest.get(rule.topic, Severity.CONSIDER))
            heaviest[rule.topic] = max(weights, key=lambda severity: severity.weight)
        return {
            language: {
                topic: heaviest[topic]
                for topic in sorted(heaviest.keys() - self._topics_in(language))
            }
            for language in LANGUAGES
        }

    def _topics_in(self, language: Language) -> set[str]:
        return {rule.topic for rule in self.rules if language in rule.blocks}

    def find_rule(self, rule_id: str) -> Rule | None:
        """Find a rule by its id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


Terms = Mapping[str, MutableMapping[Language, list[Term]]]


@dataclass
class Books(Mapping[Language, PhraseBook]):
    """The phrase books of a policy, each compiled when a draft in its language first comes.

    Compiling one takes a few tenths of a second; a command that reads one draft needs one.
    """

    terms: Terms
    knowledge: Knowledge
    concepts: frozenset[str]
    _compiled: dict[Language, PhraseBook] = field(default_factory=dict)

    @override
    def __getitem__(self, language: Language) -> PhraseBook:
        if language not in self._compiled:
            self._compiled[language] = self._compile(language)
        return self._compiled[language]

    @override
    def __iter__(self) -> Iterator[Language]:
        return iter(LANGUAGES)

    @override
    def __len__(self) -> int:
        return len(LANGUAGES)

    def _compile(self, language: Language) -> PhraseBook:
        book = PhraseBook(language, self.knowledge.lexicon)
        self.knowledge.lexicon.remember(
            {
                word.lower()
                for by_language in self.terms.values()
                for term in by_language.get(language, ())
                for word in _PLAIN.findall(term.text)
            },
            language,
        )
        for name, by_language in self.terms.items():
            for term in by_language.get(language, ()):
                used = _add_term(book, name, term)
                _refuse_unknown(used - self.concepts - self.terms.keys(), term)
            by_language.pop(language, None)  # compiled: tens of thousands of lines less to keep
        book.finish()
        self.knowledge.lexicon.forget()
        return book


def compile_policy(
    packs: Sequence[Pack], terms: Terms, knowledge: Knowledge, content_hash: str, concepts: set[str]
) -> Policy:
    """Compile packs and vocabularies; `check_terms` tells whether every term makes sense.

    Args:
        packs: The rules.
        terms: For each vocabulary (also the made-up ones of rules) its terms by language.
        knowledge: What detectors know.
        content_hash: Names the policy.
        concepts: Names that a `<slot>` may use beside vocabularies: the detectors.
    """
    with_concepts = {
        name
        for name, by_language in terms.items()
        for entries in by_language.values()
        if any("<" in term.text.replace("<number>", "") for term in entries)
    }
    rules = tuple(rule for pack in packs for rule in pack.rules)
    return Policy(
        content_hash,
        tuple(packs),
        Books(terms, knowledge, frozenset(concepts)),
        frozenset(with_concepts),
        knowledge,
        rules,
        tuple(sorted(name for name in terms if name.startswith("cue-"))),
        find_triggers(rules),
    )


def check_terms(policy: Policy) -> None:
    """Compile every book now.

    Raises:
        ContentError: a term is malformed, or a slot names something that does not exist.
    """
    for language in policy.books:
        policy.books[language]


def _add_term(book: PhraseBook, name: str, term: Term) -> frozenset[str]:
    try:
        return book.add(name, term.text)
    except TermError as error:
        raise ContentError(
            term.path, str(error), "See docs/rules.md, “Terms”.", term.line
        ) from error


def _refuse_unknown(unknown: frozenset[str], term: Term) -> None:
    for name in unknown:
        raise ContentError(
            term.path, f"<{name}> is no vocabulary and no detector", "Check its name.", term.line
        )

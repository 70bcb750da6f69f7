"""People named in a draft: with a title or role, with first and last name, or by an initial."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.words import Word
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.detectors.single_names import (
    ORDINARY,
    RARE_WORD,
    SHORTEST_NAME,
    is_capitalised,
)
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading

_TITLES = frozenset(
    "herr herrn frau dr prof professor professorin doktor meneer mevrouw mw dhr mr mrs ms miss sir "
    "schwester pfleger zuster broeder nurse sister oma opa tante onkel oom aunt uncle "
    "kollege kollegin collega colleague chef chefin oberarzt oberaerztin chefarzt chefaerztin "
    "stationsleitung dokter doctor doc consultant matron".split()
)
_COURTESY = frozenset("herr herrn frau meneer mevrouw mw dhr mr mrs ms miss".split())
_KIN = frozenset("oma opa tante onkel oom aunt uncle".split())
_OFFICES = frozenset(
    "minister ministerin doktor professor professorin gott direktor direktorin kollege kollegin"
    " nachbar nachbarin "
    "president praesident praesidentin chairman burgemeester wethouder voorzitter kanzler"
    " kanzlerin right "
    "buergermeister buergermeisterin universe world wereld holle und and en".split()
)
_OFFICE_ENDINGS = (
    "direktor",
    "direktorin",
    "direktion",
    "leiter",
    "leiterin",
    "leitung",
    "minister",
    "ministerin",
    "vorstand",
    "vorsitzender",
    "vorsitzende",
    "praesident",
    "praesidentin",
    "sekretaer",
    "professor",
    "inspektor",
    "kommissar",
    "verwalter",
    "beauftragter",
    "beauftragte",
    "directeur",
    "voorzitter",
    "manager",
    "bestuurder",
    "speaker",
    "robot",
    "roboter",
)
_PARTICLES = frozenset("de der den van von ten ter zu te d'".split())
_RARE_INITIALLED = 2.7  # Zipf: below it a capitalised word after "J." is a name


def detect_person(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find named people; `kind` narrows to titled, full or initial."""
    if parameters:
        return narrow_hits(reading.detect("person"), parameters, "kind")
    taken = reading.detect("medicine") + reading.detect("organisation")
    return [
        hit
        for sentence in reading.parsed.sentences
        for hit in _find_people(
            reading.parsed.words[sentence.first : sentence.last], reading, sentence.start
        )
        if not any(hit.covers(other) for other in taken)
    ]


def _find_people(words: Sequence[Word], reading: Reading, sentence_start: int) -> Iterator[Hit]:
    at = 0
    while at < len(words):
        if not (words[at].written[:1].isupper() or words[at].form in _TITLES):
            at += 1  # nearly every word
            continue
        hit, following = _person_at(words, at, reading, sentence_start)
        if hit:
            yield hit
        at = max(following, at + 1)


def _person_at(
    words: Sequence[Word], at: int, reading: Reading, sentence_start: int
) -> tuple[Hit | None, int]:
    knowledge = reading.policy.knowledge
    word = words[at]
    if word.tag:
        return None, at + 1
    if word.form in _TITLES:
        end = _name_end(words, at + 1, reading, knowledge, courtesy=word.form in _COURTESY)
        if end > at + 1:
            kind = "initial" if _is_initial(words[end - 1]) else "titled"
            return Hit(word.start, words[end - 1].end, {"kind": kind}), end
        return None, at + 1
    if _is_initial(word) and reading.text[word.end : word.end + 2] == ". " and at + 1 < len(words):
        last = words[at + 1]  # "J. Hoekstra"
        form = last.form.removesuffix("'s")
        rare = knowledge.lexicon.commonness(form, reading.parsed.language) < _RARE_INITIALLED
        written = is_capitalised(last) and len(form) > SHORTEST_NAME and not last.tag
        if written and (rare or form in knowledge.last_names):
            return Hit(word.start, last.end, {"kind": "initial"}), at + 2
        return None, at + 1
    if is_capitalised(word) and word.form in knowledge.first_names:
        end = _name_end(words, at + 1, reading, knowledge)
        if end > at + 1 and _touches(words, at, end, reading):
            kind = "initial" if _is_initial(words[end - 1]) else "full"
            if _believable(word, words[end - 1], reading, at_start=word.start == sentence_start):
                return Hit(word.start, words[end - 1].end, {"kind": kind}), end
    return None, at + 1


def _name_end(
    words: Sequence[Word],
    at: int,
    reading: Reading,
    knowledge: Knowledge,
    *,
    courtesy: bool = False,
) -> int:
    """Give the exclusive end of a last name that begins at `at`, or `at`."""
    end = at
    while end < len(words) and end - at < 3 and words[end].form in (_PARTICLES | _TITLES):
        end += 1
    if end >= len(words) or words[end].tag:
        return at
    word = words[end]
    if _is_initial(word) and _dot_follows(word, reading):
        return end + 1
    if courtesy and not _may_follow_courtesy(word):
        return at
    named = courtesy or _looks_like_name(word, reading, knowledge)
    if not is_capitalised(word) or not named:
        return at
    following = end + 1
    if (
        following < len(words)
        and is_capitalised(words[following])
        and words[following].form in knowledge.last_names
        and reading.text[word.end : words[following].start] in (" ", "-")
    ):
        return following + 1
    return following


def _may_follow_courtesy(word: Word) -> bool:
    """Say whether a capitalised word after Mrs, Frau or meneer is a name: all but offices are."""
    return (
        len(word.form) >= SHORTEST_NAME
        and word.form not in _OFFICES
        and not word.form.endswith(_OFFICE_ENDINGS)
    )


def _looks_like_name(word: Word, reading: Reading, knowledge: Knowledge) -> bool:
    form = word.form.removesuffix("'s")
    if form in knowledge.last_names or form in knowledge.first_names:
        return True
    language = reading.parsed.language
    return len(form) > 2 and knowledge.lexicon.commonness(form, language) < RARE_WORD


def _believable(first: Word, last: Word, reading: Reading, *, at_start: bool) -> bool:
    """Say whether an untitled pair is a name: nouns and sentence starts are capitalised."""
    lexicon, language = reading.policy.knowledge.lexicon, reading.parsed.language
    if lexicon.commonness(first.form, language) > (4.0 if at_start else ORDINARY + 0.4):
        return False
    return lexicon.commonness(last.form.removesuffix("'s"), language) < ORDINARY + 0.6


def _touches(words: Sequence[Word], at: int, end: int, reading: Reading) -> bool:
    between = reading.text[words[at].end : words[end - 1].start]
    return not re.search(r"[.,;:!?\n()]", between.replace("St.", ""))


def _is_initial(word: Word) -> bool:
    return len(word.written) == 1 and word.written.isupper()


def _dot_follows(word: Word, reading: Reading) -> bool:
    following = reading.text[word.end : word.end + 1]
    return following in (".", "", ",", " ", ")")


def is_of_staff(person: Hit, reading: Reading) -> bool:
    """Say whether a named person is introduced as staff: Dr, Schwester, colleague."""
    first = next(iter(reading.words_in(person.start, person.end)), None)
    return first is not None and first.form in _TITLES - _COURTESY - _KIN


def is_courteous(person: Hit, reading: Reading) -> bool:
    """Say whether a name stands behind Mrs, Herr or meneer, and behind no other title."""
    words = reading.words_in(person.start, person.end)
    return words[0].form in _COURTESY and not any(
        word.form in _TITLES - _COURTESY for word in words[1:]
    )

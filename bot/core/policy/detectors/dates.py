"""Closed periods and embargoes of the organisation that are live on the day of the post."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.language.fold import fold_word
from bot.core.language.words import Sentence, Word
from bot.core.model import Blackout, Embargo, Language, Organisation
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading

# Vocabularies: what a closed period without terms is about, how that stands, and remarks that say
# both in one. A matter alone ("the quarter is over") is no remark; a matter and its turn are.
_FIGURES = (("company-figures",), "figure-turn", "figures-said")
_DEALS = (("company-deals", "deal-strong"), "deal-turn", "deals-said")
_OPEN_TERM = 5  # letters before a term is also found inside a longer word
_LEAST_WORDS = 2  # of them in such a term
_LEAST_LOOSE = 4  # letters of the words of a term that count when others stand between them
_LOOSE_GAP = 3  # words between them
_LONGEST_PAIR = 120  # characters; a matter and its turn that lie wider apart quote the matter
_NAME_IN_WHY = re.compile(r"(?<![.(:\"'] )(?<!^)\b[A-ZÄÖÜ][\wäöüß-]{4,}")


def detect_date_window(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find the matters of live closed periods (`blackout`) and embargoes (`embargo`)."""
    if parameters:
        return narrow_hits(reading.detect("date_window"), parameters, "kind")
    return [*_find_embargoed(reading), *_find_closed(reading)]


def _find_embargoed(reading: Reading) -> Iterator[Hit]:
    today = reading.context.date
    for embargo in reading.context.organisation.embargoes:
        if today < embargo.until:
            yield from _find_terms(embargo, reading)


def _find_terms(embargo: Embargo, reading: Reading) -> Iterator[Hit]:
    details = {"until": embargo.until, "topic": embargo.topic, "kind": "embargo"}
    for start, end in find_terms(embargo.terms, reading):
        yield Hit(start, end, details)


def _find_closed(reading: Reading) -> Iterator[Hit]:
    organisation = reading.context.organisation
    for blackout in organisation.blackout:
        if not blackout.start <= reading.context.date <= blackout.end:
            continue
        details = {"until": blackout.end, "why": blackout.why, "kind": "blackout"}
        spans = (
            find_terms(blackout.terms, reading)
            if blackout.terms
            else _spans_of_matter(blackout, organisation, reading)
        )
        for start, end in spans:
            yield Hit(start, end, details)


def _spans_of_matter(
    blackout: Blackout, organisation: Organisation, reading: Reading
) -> Iterator[tuple[int, int]]:
    """Find remarks on figures (a listed company) or on a deal (any other)."""
    kind = blackout.kind
    if kind == "figures" and not organisation.listed:
        kind = "deal"  # nobody waits for the figures of a house that has no shares
    if kind in ("figures", "other"):
        yield from _find_remarks(_FIGURES, [], reading)
    if kind in ("deal", "other"):
        names = list(find_terms(_NAME_IN_WHY.findall(blackout.why), reading))
        yield from _find_remarks(_DEALS, names, reading)


def _find_remarks(
    words: tuple[tuple[str, ...], str, str], names: list[tuple[int, int]], reading: Reading
) -> Iterator[tuple[int, int]]:
    """Find sentences with a matter and how it stands; and remarks that say both at once."""
    matters, turn, said = words
    for hit in reading.hits(said):
        yield hit.start, hit.end
    named = [*names, *((hit.start, hit.end) for matter in matters for hit in reading.hits(matter))]
    turns = [(hit.start, hit.end) for hit in reading.hits(turn)]
    by_sentence: dict[int, tuple[int, int]] = {}
    for span in named:
        unit = reading.unit(span[0], "sentence")
        for other in turns:
            if reading.unit(other[0], "sentence") != unit:
                continue
            start, end = min(span[0], other[0]), max(span[1], other[1])
            chosen = (start, end) if end - start <= _LONGEST_PAIR else span
            known = by_sentence.get(unit)
            if known is None or chosen[1] - chosen[0] < known[1] - known[0]:
                by_sentence[unit] = chosen
    yield from by_sentence.values()


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of the organisation file in its folded words.

    `loose` are those that count when others stand between them; none for a short term.
    """

    parts: tuple[str, ...]
    solid: str
    loose: tuple[str, ...]


def find_terms(terms: Sequence[str], reading: Reading) -> Iterator[tuple[int, int]]:
    """Find terms folded, inflected, hyphenated, inside a compound and as a hashtag.

    A term in capitals (a trial called after a flower) is not found in small letters, unless they
    are joined by a hyphen.
    """
    if not terms:
        return
    knowledge = reading.policy.knowledge
    languages = {sentence.language for sentence in reading.parsed.sentences}
    for term in terms:
        sought = {language: _read_term(term, language) for language in languages}
        for sentence in _list_sentences(sought, reading):
            words = reading.parsed.words[sentence.first : sentence.last]
            for start, end in _find_parts(sought[sentence.language], words, sentence, knowledge):
                quote = reading.text[start:end]
                if not (term.isupper() and " " in quote and quote.islower()):
                    yield start, end


def _list_sentences(sought: Mapping[Language, _Term], reading: Reading) -> Sequence[Sentence]:
    """List the sentences in which looking for a term is worth it: most terms are nowhere."""
    lexicon, groups = reading.policy.knowledge.lexicon, reading.lemma_groups
    parsed, listed = reading.parsed, []
    for language, term in sought.items():
        is_inside = len(term.solid) >= _OPEN_TERM and term.solid in reading.forms
        wanted = frozenset([lexicon.group(part, language) for part in term.loose or term.parts])
        listed += [
            sentence
            for sentence, present in zip(parsed.sentences, groups, strict=True)
            if (is_inside or wanted <= present) and sentence.language == language
        ]
    return sorted(listed, key=lambda sentence: sentence.start) if len(sought) > 1 else listed


@functools.lru_cache(maxsize=4096)
def _read_term(term: str, language: Language) -> _Term:
    folded = fold_word(term.lstrip("#@"), language)
    # Nothing is a legal form here: without its N, "Haus N" would be every house.
    parts = tuple(re.findall(r"[a-z0-9]+", folded))
    return _Term(parts, "".join(parts), _choose_loose(parts))


def _find_parts(
    term: _Term, words: Sequence[Word], sentence: Sentence, knowledge: Knowledge
) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(words):
        if _follow(term.parts, words, at, sentence.language, knowledge):
            yield word.start, words[at + len(term.parts) - 1].end
        elif _holds(word, term.parts, term.solid):
            yield word.start, word.end
        elif term.loose:
            end = _follow_loosely(term.loose, words, at, sentence.language, knowledge)
            if end:
                yield word.start, words[end - 1].end


def _holds(word: Word, parts: Sequence[str], solid: str) -> bool:
    """Say whether a longer word, a compound or a hashtag, has the term in it."""
    if len(solid) < _OPEN_TERM:
        return False
    if len(parts) > 1 or word.tag:
        return solid in word.form
    return word.form.startswith(solid)


def _choose_loose(parts: Sequence[str]) -> tuple[str, ...]:
    """Give the words of a longer term that count when others stand between; () for short ones.

    "Name of the new ward" is also "the name of our brand-new ward". Terms with a number are not.
    """
    wanted = tuple(part for part in parts if len(part) >= _LEAST_LOOSE)
    is_fit = len(wanted) >= _LEAST_WORDS and all(part.isalpha() for part in parts)
    return wanted if is_fit else ()


def _follow_loosely(
    wanted: Sequence[str], words: Sequence[Word], at: int, language: Language, knowledge: Knowledge
) -> int:
    """Give the end of the words wanted, a few others between them; 0 where they do not follow."""
    if not _follow(wanted[:1], words, at, language, knowledge):
        return 0
    for part in wanted[1:]:
        reach = range(at + 1, min(at + 2 + _LOOSE_GAP, len(words)))
        found = [place for place in reach if _follow([part], words, place, language, knowledge)]
        if not found:
            return 0
        at = found[0]
    return at + 1


def _follow(
    parts: Sequence[str], words: Sequence[Word], at: int, language: Language, knowledge: Knowledge
) -> bool:
    if not parts or at + len(parts) > len(words):
        return False
    lexicon = knowledge.lexicon
    return all(
        words[at + offset].form == part
        or lexicon.group(words[at + offset].form, language) == lexicon.group(part, language)
        for offset, part in enumerate(parts)
    )

"""Closed periods and embargoes of the organisation that are live on the day of the post."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.fold import fold_word
from bot.core.language.words import Sentence, Word
from bot.core.model import Embargo, Language
from bot.core.policy.detectors.organisation import split_name
from bot.core.policy.detectors.parameters import is_chosen
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading

_FIGURES = "company-figures"  # vocabulary: what a closed period without terms is about
_DEALS = "company-deals"
_OPEN_TERM = 5  # letters before a term is also found inside a longer word


def detect_date_window(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find the matters of live closed periods (`blackout`) and embargoes (`embargo`)."""
    hits: list[Hit] = []
    if is_chosen(parameters, "kind", "embargo"):
        hits.extend(_find_embargoed(reading))
    if is_chosen(parameters, "kind", "blackout"):
        hits.extend(_find_closed(reading))
    return hits


def _find_embargoed(reading: Reading) -> Iterator[Hit]:
    today = reading.context.date
    for embargo in reading.context.organisation.embargoes:
        if today < embargo.until:
            yield from _find_terms(embargo, reading)


def _find_terms(embargo: Embargo, reading: Reading) -> Iterator[Hit]:
    details = {"until": embargo.until.isoformat(), "topic": embargo.topic, "kind": "embargo"}
    for term in embargo.terms:
        for start, end in find_term(term, reading):
            yield Hit(start, end, details)


def _find_closed(reading: Reading) -> Iterator[Hit]:
    organisation = reading.context.organisation
    for blackout in organisation.blackout:
        if not blackout.start <= reading.context.date <= blackout.end:
            continue
        details = {"until": blackout.end.isoformat(), "why": blackout.why, "kind": "blackout"}
        if blackout.terms:
            for term in blackout.terms:
                for start, end in find_term(term, reading):
                    yield Hit(start, end, details)
            continue
        names = {"figures": (_FIGURES,), "deal": (_DEALS,), "other": (_DEALS, _FIGURES)}
        default = (_FIGURES,) if organisation.listed else (_DEALS,)
        wanted = default if blackout.kind == "figures" else names[blackout.kind]
        for name in wanted:
            for hit in reading.hits(name):
                yield Hit(hit.start, hit.end, details)


def find_term(term: str, reading: Reading) -> Iterator[tuple[int, int]]:
    """Find a term folded, inflected, hyphenated, inside a compound and as a hashtag."""
    for sentence in reading.parsed.sentences:
        parts = split_name(fold_word(term, sentence.language))
        words = reading.parsed.words[sentence.first : sentence.last]
        yield from _find_parts(parts, words, sentence, reading.policy.knowledge)


def _find_parts(
    parts: Sequence[str], words: Sequence[Word], sentence: Sentence, knowledge: Knowledge
) -> Iterator[tuple[int, int]]:
    solid = "".join(parts)
    for at, word in enumerate(words):
        if _follow(parts, words, at, sentence.language, knowledge):
            yield word.start, words[at + len(parts) - 1].end
        elif (len(solid) >= _OPEN_TERM and solid in word.form and (len(parts) > 1 or word.tag)) or (len(parts) == 1 and len(solid) >= _OPEN_TERM and word.form.startswith(solid)):
            yield word.start, word.end


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

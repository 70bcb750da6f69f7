"""Evaluate conditions over a reading. Every condition gives the hits of the whole draft at once."""

import functools
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple

import re2

from bot.core.policy.countable import count_places
from bot.core.policy.reading import LONGEST_QUOTE, Hit, Reading, by_place
from bot.core.policy.rule import (
    WITHIN,
    Condition,
    Detector,
    Group,
    Judge,
    Limit,
    Pattern,
    Requires,
    Resembles,
    Swap,
    Vocabulary,
    Within,
    has_all,
)


@functools.lru_cache(maxsize=4096)
def compile_pattern(expression: str) -> "re2._Regexp":
    """Compile an RE2 expression; linear in the text whatever it says."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 24
    return re2.compile(expression, options)


def find_hits(condition: Condition, reading: Reading) -> list[Hit]:
    """Find every hit of a condition in the draft."""
    match condition:  # what is asked most often first
        case Group():
            return _find_group(condition, reading)
        case Vocabulary():
            return reading.hits(condition.name)
        case Detector():
            return reading.detect(condition.name, condition.parameters)
        case Pattern():
            return find_pattern(condition.expression, reading)
        case Resembles():
            return _list_sentences(reading)
        case Limit():
            return _find_excess(condition.of, condition.most, reading)
        case Requires():
            return _find_required(condition, reading)
        case Swap():
            return [
                Hit(hit.start, hit.end, {"better": better})
                for name, better in condition.words
                for hit in reading.hits(name)
            ]
        case Judge():
            return []  # a model is asked afterwards, where somebody can wait: see opinions.py


def find_pattern(expression: str, reading: Reading) -> list[Hit]:
    """Find an RE2 expression in the folded text; spans are those of the text as received."""
    known = reading.matched.get(expression)
    if known is None:
        folded = reading.parsed.folded
        matches = compile_pattern(expression).finditer(folded.text)
        spans = (folded.span(match.start(), match.end()) for match in matches)
        known = reading.matched[expression] = [Hit(*span) for span in spans if span[1] > span[0]]
    return known


def _list_sentences(reading: Reading) -> list[Hit]:
    """Give every sentence where there is a second signal: the engine asks it at the end."""
    if not reading.has_signal:
        return []
    return [Hit(sentence.start, sentence.end) for sentence in reading.parsed.sentences]


def _find_excess(of: str, most: int, reading: Reading) -> list[Hit]:
    places = count_places(of, reading)
    if len(places) <= most:
        return []
    start, end = places[most]
    return [Hit(start, end, {"count": len(places)})]


def _find_group(group: Group, reading: Reading) -> list[Hit]:
    if not has_all(group.needs, reading.present):
        return []
    if group.words is not None:
        return sorted(_find_words(group.words, reading), key=by_place)
    if group.how == "any_of" and group.at_least == 1:
        return _find_any(group, reading)
    if group.how == "none_of":
        return []  # only meaningful beside other operands; see _place_operands
    within = group.within or "sentence"
    placed = _place_operands(group, within, reading)
    if placed is None:
        return []
    wanted = len(placed) if group.how == "all" else group.at_least
    units = {unit for operand in placed for unit in operand.units}
    found = []
    for unit in sorted(units):
        present = [operand for operand in placed if unit in operand.units]
        if len(present) >= wanted:
            # what may stand anywhere in a wider unit is a condition, not a part of the quote
            near = [operand.units[unit] for operand in present if not operand.is_wider]
            found.append(_cover(near or [present[0].units[unit]]))
    return found


def _find_any(group: Group, reading: Reading) -> list[Hit]:
    present = reading.present
    found: list[Hit] = []
    for needs, operand in group.alternatives:
        if has_all(needs, present):
            found += find_hits(operand, reading)
    found.sort(key=by_place)
    return found


def _find_words(names: Sequence[str], reading: Reading) -> list[Hit]:
    """Find a choice of vocabularies, in their order; few of them hit, so only those are asked."""
    present = reading.present
    return [hit for name in names if name in present for hit in reading.hits(name)]


Units = Mapping[int, Sequence[Hit]]


class _Placed(NamedTuple):
    """An operand's hits by the units in which they count."""

    units: Units
    is_wider: bool


_NOWHERE = _Placed({}, is_wider=True)


def _place_operands(group: Group, within: Within, reading: Reading) -> list[_Placed] | None:
    """Sort each operand's hits by unit; None as soon as no unit is left for `all`."""
    placed = [_NOWHERE] * len(group.operands)
    left: Set[int] | None = None
    for number, operand in group.numbered:
        found = placed[number] = _place_operand(operand, within, reading)
        if group.how == "all":
            left = found.units.keys() if left is None else left & found.units.keys()
            if not left:
                return None
    forbidden: set[int] = set()
    for none in group.forbidden:
        for inner in none.operands:
            reach = wider(inner.within, wider(none.within, within))
            forbidden |= _units_of(find_hits(inner, reading), reach, within, reading).keys()
    asked = [placed[number] for number, _ in sorted(group.numbered, key=itemgetter(0))]
    if not forbidden:
        return asked
    return [
        _Placed(
            {unit: hits for unit, hits in operand.units.items() if unit not in forbidden},
            operand.is_wider,
        )
        for operand in asked
    ]


def _place_operand(operand: Condition, within: Within, reading: Reading) -> _Placed:
    """Place one operand; the alternatives of an `any_of` each have a reach of their own."""
    reach = wider(operand.within, within)
    if not isinstance(operand, Group) or operand.how != "any_of" or operand.at_least != 1:
        hits = find_hits(operand, reading)
    elif operand.words is not None:
        hits = _find_words(operand.words, reading)
    else:
        return _place_alternatives(operand, reach, within, reading)
    return _Placed(_units_of(hits, reach, within, reading), reach != within)


def _place_alternatives(group: Group, level: Within, within: Within, reading: Reading) -> _Placed:
    present = reading.present
    units: dict[int, list[Hit]] = {}
    is_wider = True
    for needs, inner in group.alternatives:
        if not has_all(needs, present):
            continue
        placed = _place_operand(inner, level, reading)
        if not placed.units:
            continue
        if level != within:
            placed = _Placed(_spread(placed.units, level, within, reading), is_wider=True)
        is_wider = is_wider and placed.is_wider
        for unit, hits in placed.units.items():
            units.setdefault(unit, []).extend(hits)
    return _Placed(units, is_wider)


def wider(own: Within | None, level: Within) -> Within:
    """Give the reach of an operand: its own `within` where that is wider than the level's."""
    if own is None or WITHIN.index(own) < WITHIN.index(level):
        return level
    return own


def _units_of(hits: Iterable[Hit], reach: Within, within: Within, reading: Reading) -> Units:
    """Sort hits by the units (of size `within`) in which they count."""
    by_unit: dict[int, list[Hit]] = {}
    for hit in hits:
        by_unit.setdefault(reading.unit(hit.start, reach), []).append(hit)
    return by_unit if reach == within else _spread(by_unit, reach, within, reading)


def _spread(by_unit: Units, reach: Within, within: Within, reading: Reading) -> Units:
    """Give the hits of each wider unit to all the smaller units inside it."""
    spread: dict[int, Sequence[Hit]] = {}
    if not by_unit:
        return spread
    for number, sentence in enumerate(reading.parsed.sentences):
        found = by_unit.get(0 if reach == "draft" else sentence.paragraph)
        if found:
            spread.setdefault(number if within == "sentence" else sentence.paragraph, found)
    return spread


def _cover(operands: Sequence[Sequence[Hit]]) -> Hit:
    """Give the smallest span that has a hit of each operand; too long a one: the first operand."""
    best: Hit | None = None
    for anchor in operands[0]:
        chosen = [anchor, *(_nearest(anchor, others) for others in operands[1:])]
        start, end = min(hit.start for hit in chosen), max(hit.end for hit in chosen)
        details = {key: value for hit in reversed(chosen) for key, value in hit.details.items()}
        if end - start > LONGEST_QUOTE:
            start, end = anchor.start, anchor.end
        if best is None or end - start < best.end - best.start:
            best = Hit(start, end, details)
    return best or operands[0][0]


def _nearest(anchor: Hit, others: Sequence[Hit]) -> Hit:
    return min(others, key=lambda hit: max(hit.start, anchor.start) - min(hit.end, anchor.end))


def _find_required(requires: Requires, reading: Reading) -> list[Hit]:
    within = requires.within or "draft"
    hits = find_hits(requires.condition, reading)
    if not hits:
        return []
    present = _units_of(find_hits(requires.missing, reading), within, within, reading)
    return [hit for hit in hits if reading.unit(hit.start, within) not in present]


def keep_unless(
    hits: Sequence[Hit], unless: Sequence[Condition], level: Within, reading: Reading
) -> list[Hit]:
    """Drop the hits in whose unit one of the `unless` conditions hits."""
    kept = list(hits)
    for condition in unless:
        if not kept:
            break
        reach = wider(condition.within, level)
        excused = {reading.unit(hit.start, reach) for hit in find_hits(condition, reading)}
        kept = [hit for hit in kept if reading.unit(hit.start, reach) not in excused]
    return kept

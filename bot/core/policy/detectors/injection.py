"""Text that speaks to the checker instead of to readers, also where readers would not see it.

An order alone (skip it, say yes) is everyday talk, and so is the word bot. Two of these in one
sentence or in neighbouring ones speak to the checker: somebody who checks is spoken to, an order
that a checker could follow, the claim that somebody has approved, the words “this post”. Some
orders can be meant for nobody else. Whoever tells readers about such tricks is left in peace.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.language.words import parse
from bot.core.model import LANGUAGES
from bot.core.policy.detectors.injection_frames import BRACKETS, FRAMES, ROLES, STAGED
from bot.core.policy.detectors.injection_hidden import Revealed, reveal_words
from bot.core.policy.detectors.injection_marked import (
    find_marked,
    find_odd_letters,
    find_signs,
    names_order,
)
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_PHRASES = "checker-address"  # orders that only a checker can be meant by
_ADDRESSEE = "checker-addressee"  # dear bot, note for the reviewer
_ORDER = "checker-order"  # approve, skip, say ready
_CLAIM = "approval-claim"  # legal has signed it off
_DRAFT = "draft-word"  # this post
_FRAMES_SAID = "checker-frame"  # rules said to be off, roles for one answer, dictated verdicts
_MACHINE = "machine-name"  # computer, tin head, algorithm
_WORK = "check-talk"  # what a checker does and gives: warnings, rules, lines, ticks
_SPOKEN_TO = "checker-spoken-to"  # you, please, imperatives
_TALK = "ai-talk"  # a story about such tricks
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ü": "Ue"})
_LONGEST = 120  # characters of a quote; a longer cover quotes the order only

# What the folded text has wherever a description of a picture stands, but for Markdown's.
_ALT_SAID = Shape(r"(?s:alt(?:.?text)?.?[=:])")
_IN_FOLDED = Shapes(*FRAMES, _ALT_SAID)


def detect_injection(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find text for the checker; `how` tells hidden words, staged answers and what is only said."""
    if parameters:
        return narrow_hits(reading.detect("injection"), parameters, "how")
    hits: list[Hit] = []
    possible = _IN_FOLDED.list_possible(reading.parsed.folded.text)
    may_describe = _ALT_SAID in possible or "![" in reading.text
    for how, places in (
        ("hidden", _find_hidden(reading, may_describe=may_describe)),
        ("staged", _find_staged(possible, reading)),
        ("said", _find_framed(possible, reading, may_describe=may_describe)),
    ):
        for start, end in places:
            _add(Hit(start, min(end, start + _LONGEST), {"how": how}), hits)
    for hit in _find_spoken(reading):
        _add(Hit(hit.start, hit.end, {"how": "said"}), hits)
    return hits


def _find_hidden(reading: Reading, *, may_describe: bool) -> Iterator[tuple[int, int]]:
    """Find what readers cannot see or read and only a checker would."""
    yield from find_signs(reading)
    for start, end, words in find_marked(reading, may_describe=may_describe):
        if _is_for_checker(Revealed(start, end, words), reading):
            yield start, end
    for revealed in reveal_words(reading.text):
        if _is_for_checker(revealed, reading):
            yield revealed.start, revealed.end


def _is_for_checker(revealed: Revealed, reading: Reading) -> bool:
    """Read words in each language; of a name two signs are asked, as of what is said openly."""
    words = revealed.words.translate(_UMLAUTS)
    parsed = parse(words)
    for language in LANGUAGES:
        sentences = tuple(replace(one, language=language) for one in parsed.sentences)
        inner = Reading(
            replace(parsed, language=language, sentences=sentences),
            reading.context,
            reading.policy,
            reading.detectors,
        )
        if not (inner.hits(_PHRASES) or inner.hits(_FRAMES_SAID) or inner.hits(_ORDER)):
            continue
        if not revealed.is_name or _has_two(inner):
            return True
    return False


def _has_two(inner: Reading) -> bool:
    """Say whether an order stands beside a word of another kind, in any order."""
    orders = [*inner.hits(_PHRASES), *inner.hits(_FRAMES_SAID), *inner.hits(_ORDER)]
    others = [hit for name in (_ADDRESSEE, _DRAFT, _WORK, _CLAIM) for hit in inner.hits(name)]
    return any(not other.covers(order) for order in orders for other in others)


def _find_staged(possible: Sequence[Shape], reading: Reading) -> Iterator[tuple[int, int]]:
    """Find answers, ends and talk that are none of the author's."""
    folded = reading.parsed.folded
    for shape in STAGED:
        for match in shape.exact.finditer(folded.text) if shape in possible else ():
            start, end = folded.span(*match.span())
            yield start, max(end, _end_of_line(reading.text, start))


def _find_framed(
    possible: Sequence[Shape], reading: Reading, *, may_describe: bool
) -> Iterator[tuple[int, int]]:
    """Find brackets and lines that name their reader, and odd places that name an order."""
    folded = reading.parsed.folded
    for start, end, words in find_marked(reading, may_describe=may_describe):
        if names_order(words):
            yield start, end
    yield from find_odd_letters(reading.text)
    for match in BRACKETS.exact.finditer(folded.text) if BRACKETS in possible else ():
        start, end = folded.span(*match.span())
        yield start, max(end, _end_of_line(reading.text, start))
    for match in ROLES.exact.finditer(folded.text) if ROLES in possible else ():
        start, end = folded.span(*match.span())
        stop = _end_of_line(reading.text, end)
        if _speaks_of_checking(start, stop, reading):
            yield start, stop


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start + 1)
    return len(text) if end < 0 else end


def _speaks_of_checking(start: int, end: int, reading: Reading) -> bool:
    return any(
        start <= hit.start < end
        for vocabulary in (_PHRASES, _ORDER, _CLAIM)
        for hit in reading.hits(vocabulary)
    )


def _add(hit: Hit, hits: list[Hit]) -> None:
    if not any(hit.covers(other) for other in hits):
        hits.append(hit)


def _find_spoken(reading: Reading) -> Iterator[Hit]:
    """Find orders to a checker, and pairs of the words that make one."""
    orders, addressees = reading.hits(_ORDER), reading.hits(_ADDRESSEE)
    if not (orders or addressees or reading.hits(_PHRASES) or reading.hits(_FRAMES_SAID)):
        return
    claims, drafts = reading.hits(_CLAIM), reading.hits(_DRAFT)
    told = {_sentence(hit, reading) for hit in reading.hits(_TALK)}
    told |= {sentence + 1 for sentence in told}
    named = [*addressees, *reading.hits(_MACHINE), *drafts]
    framed = _find_pairs(reading.hits(_FRAMES_SAID), named, 0, reading)
    for hit in (*reading.hits(_PHRASES), *framed):
        if not told & _sentences(hit, reading):
            yield hit
    for hit in _find_addressed(addressees, reading):
        if not told & _sentences(hit, reading):
            yield hit
    for first, others, reach in (
        (orders, addressees, 1),
        (orders, claims, 1),
        (claims, addressees, 0),
        (orders, drafts, 0),
    ):
        for hit in _find_pairs(first, others, reach, reading):
            if not told & _sentences(hit, reading):
                yield hit


def _find_addressed(addressees: Sequence[Hit], reading: Reading) -> Iterator[Hit]:
    """Find a checker spoken to about its work, where a word of address stands by."""
    spoken = {_sentence(hit, reading) for hit in reading.hits(_SPOKEN_TO)}
    work = [hit for hit in reading.hits(_WORK) if _sentence(hit, reading) in spoken]
    yield from _find_pairs(work, addressees, 0, reading)


def _sentences(hit: Hit, reading: Reading) -> set[int]:
    """Number the sentences that a hit reaches over."""
    last = reading.unit(max(hit.start, hit.end - 1), "sentence")
    return set(range(_sentence(hit, reading), last + 1))


def _find_pairs(
    firsts: Sequence[Hit], others: Sequence[Hit], reach: int, reading: Reading
) -> Iterator[Hit]:
    for first in firsts:
        near = [
            other
            for other in others
            if not other.covers(first)
            and abs(_sentence(other, reading) - _sentence(first, reading)) <= reach
        ]
        if near:
            other = min(near, key=lambda hit: abs(hit.start - first.start))
            start, end = min(first.start, other.start), max(first.end, other.end)
            yield Hit(start, end) if end - start <= _LONGEST else first


def _sentence(hit: Hit, reading: Reading) -> int:
    return reading.unit(hit.start, "sentence")

"""Cues that lead to a person: found as words of the vocabularies `cue-...` and as shapes.

Each kind counts once, by its weight; two half cues make one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.core.language.words import Word
from bot.core.policy.detectors.ages import find_ages
from bot.core.policy.detectors.patient_scene import PRONOUNS, ROOM, WARD, Scene, find_pattern
from bot.core.policy.detectors.person import (
    find_name_after,
    find_places,
    find_single_names,
    find_towns,
)
from bot.core.policy.reading import Hit, Reading

FIRST = "cue-first-name"
_ELDER = "elder-name"  # "Gerda", "Wilf": in a home, hardly a colleague
_PICTURE = "picture-word"
_NO_PICTURE = "no-picture"
# Half cues; a kind that is not listed weighs a whole cue.
_WEIGHTS: Mapping[str, int] = {
    "cue-age-vague": 1,
    "cue-care-place": 1,
    "cue-family": 1,
    "cue-quote": 1,
    "cue-time": 1,
    "cue-outcome": 1,
    "cue-illness": 2,
    "cue-name": 4,
    "cue-picture": 2,
}
WHOLE = 2  # half cues in a cue
# Kinds that point to one person; without any of them there is no recognising.
POINTING = frozenset(
    "cue-age cue-place cue-rare cue-work cue-fame cue-name cue-first-name cue-origin cue-accident "
    "cue-look cue-home cue-law cue-known".split()
)
_RARE = re.compile(
    r"\b(?:als |as |but )?(?:einer|eine|eines|eins|one|een) (?:von|of|van) (?:nur |only |just |maar )?"
    r"(?:\d{1,3}|\w{3,9}) (?:in|im|op|on|across) (?:ganz |the |de |heel )?(?:deutschland|nederland"
    r"|europa|europe|uk|country|england|scotland|wales|britain|ireland|osterreich|belgie|welt|world)\b|"
    r"\b(?:nur|gerade mal|only|just|about|maar|slechts|weltweit|wereldwijd|keine) "
    r"(?:noch |etwa |circa |zo'n |around |about )?\d{1,3} "
    r"(?:menschen|falle|fallen|patienten|personen|people|cases|patients|mensen|gevallen|others)\b"
)
_CLOCK = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?! ?(?:euro|eur|%|kg|km|prozent|procent|mio))"
)
_QUOTE = re.compile('["“”„»«‘’\'](?=[A-ZÄÖÜ])[^"“”„»«\n]{6,200}[.!?…,]?["“”»«’\']')


def find_cues(reading: Reading) -> Iterator[tuple[str, Hit]]:
    """Find every cue of a draft, with the name of its kind."""
    for name in reading.policy.cues:
        for hit in reading.hits(name):
            yield name, hit
    for name, shapes in (
        ("cue-age", find_ages(reading)),
        ("cue-place", find_pattern(ROOM, reading)),
        ("cue-place", find_pattern(WARD, reading)),
        ("cue-place", find_places(reading)),
        ("cue-place", find_towns(reading)),
        ("cue-rare", find_pattern(_RARE, reading)),
        ("cue-time", find_pattern(_CLOCK, reading)),
        (FIRST, find_single_names(reading)),
        ("cue-picture", [] if reading.hits(_NO_PICTURE) else reading.hits(_PICTURE)),
    ):
        for hit in shapes:
            yield name, hit
    for hit in find_elders(reading):
        yield FIRST, hit
    for match in _QUOTE.finditer(reading.text):
        yield "cue-quote", Hit(*match.span())
    for hit in reading.detect("person"):
        yield ("cue-first-name" if hit.details["kind"] == "initial" else "cue-name"), hit


def find_elders(reading: Reading) -> list[Hit]:
    """Find first names of people who are old today, as names are written."""
    return [hit for hit in reading.hits(_ELDER) if reading.quote(hit)[:1].isupper()]


def nearest_cues(person: Hit, scene: Scene) -> dict[str, Hit]:
    """Give the nearest cue of each kind around a person."""
    here = scene.reading.unit(person.start, "sentence")
    cues: dict[str, Hit] = {}
    one = scene.reading.words_in(person.start, person.end)
    # after "ihren" a capital is a noun's
    name_beside = None if _is_pronoun(one) else find_name_after(person, scene.reading)
    if name_beside:
        cues["cue-first-name"] = name_beside
    for name, hit in scene.cues:
        if abs(scene.reading.unit(hit.start, "sentence") - here) > scene.reach:
            continue
        if name != "cue-time" and any(hit.covers(other) for other in scene.others):
            continue
        known = cues.get(name)
        if known is None or distance(person, hit) < distance(person, known):
            cues[name] = hit
    _drop_overlapping(cues)
    for stronger, weaker in (
        ("cue-name", "cue-first-name"),
        ("cue-age", "cue-age-vague"),
        ("cue-place", "cue-care-place"),
    ):
        if stronger in cues:
            cues.pop(weaker, None)
    return cues


def _is_pronoun(words: Sequence[Word]) -> bool:
    return len(words) == 1 and any(words[0].form in forms for forms in PRONOUNS.values())


def _drop_overlapping(cues: dict[str, Hit]) -> None:
    """Let the same words count as one kind only: the weightiest."""
    ranked = sorted(cues, key=lambda name: -_WEIGHTS.get(name, WHOLE))
    for at, name in enumerate(ranked):
        if any(cues[name].covers(cues[other]) for other in ranked[:at] if other in cues):
            del cues[name]


def distance(one: Hit, other: Hit) -> int:
    """Give the characters between two hits; negative where they overlap."""
    return max(one.start, other.start) - min(one.end, other.end)


def weigh_cues(cues: Mapping[str, Hit]) -> int:
    """Add up the half cues."""
    return sum(_WEIGHTS.get(name, WHOLE) for name in cues)

"""Evidence of care: what must stand around the sign of a person before we believe in a patient."""

import re
from collections.abc import Mapping

from bot.core.language.fold import fold
from bot.core.policy.detectors.ages import is_old
from bot.core.policy.detectors.patient_cues import POINTING, find_elders
from bot.core.policy.detectors.patient_scene import (
    NOUN,
    PATIENT,
    PERSON,
    Scene,
    find_pronouns,
)
from bot.core.policy.detectors.person import is_courteous
from bot.core.policy.reading import Hit

# Where people are treated all day, who is told by three of these is hardly anybody else.
_SINGLED_OUT = frozenset(
    "cue-age cue-work cue-place cue-rare cue-accident cue-look cue-origin cue-fame cue-family"
    " cue-singled cue-known".split()
)
_SINGLING = 3
_LED_TO = 2  # kinds of pointing cues that make a patient of one whom a company deals with
_CHILD = re.compile(
    r"(?:she|he|er|sie|ze|zij|hij)(?:'s| was| war| is| ist) (?:erst |nur |gerade |pas |net |only "
    r"|just )?"
    r"(?:\d\b|1\d\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|eins"
    r"|zwei"
    r"|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|\w+zehn|een|twee|vijf|zes|zeven|negen"
    r"|tien|twaalf|\w+tien)"
)
# Beside the name of a ward, these make a patient of a person told of there.
_OF_WARDS = frozenset("cue-age cue-accident cue-illness cue-outcome cue-work cue-fame".split())
_BODILY = frozenset({"cue-accident", "cue-illness", "cue-outcome"})
# Beside an accident, these make a patient of somebody told of by people who treat the hurt.
_HURT = frozenset(
    "cue-age cue-age-vague cue-work cue-name cue-first-name cue-family cue-singled cue-look".split()
)
# Evidence of care that a sign of a person needs before we believe in a patient.
NEEDED: Mapping[str, int] = {
    "patient": 0,
    "named": 2,
    "room": 1,
    "first": 3,
    "person": 2,
    "cue-work": 2,
    "cue-fame": 3,
    "cue-age": 3,
    "pronoun": 3,
}


# What may stand between a patient word and a name that means the same person.
_SAME = re.compile(
    r"[\s,:;(\"–-]*(?:\(?\d{1,3}\)?[\s,]+)?(?:(?:die|der|den|dem|das|unsere?[rnm]?|meine?[rnm]?"
    r"|eine?[rnm]?"
    r"|ist|war|namens|genannt|liebe[rn]?|alte[rn]?|de|het|een|onze|ons|mijn|is|was|genaamd|lieve"
    r"|oude"
    r"|the|our|my|a|an|called|named|dear|old|lovely)[\s,]+){0,3}"
)


def is_called_patient(person: Hit, scene: Scene) -> bool:
    """Say whether a courteous name stands right beside a patient word: "our resident Mr Hill"."""
    reading = scene.reading
    if not (is_courteous(person, reading) or person.details["kind"] == "full"):
        return False
    for other in scene.near(person, reading.hits(PATIENT), 0):
        if not NOUN.search(fold(reading.quote(other)).text):
            continue
        if other.start < person.start and other.end > person.start:
            return True
        one, next_one = sorted((person, other), key=lambda hit: hit.start)
        if _SAME.fullmatch(reading.text[one.end : next_one.start].lower()):
            return True
    return False


def is_surely_named(person: Hit, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether a name stands in one sentence with who they are and where they lie.

    A patient word beside the name with an age or a place; or a place of care with a great age, or
    with any age and what became of them. Whom care visits lies at home: a street is such a place.
    Nobody needs a second opinion on that.
    """
    if "kind" not in person.details:
        return False
    age = next(iter(scene.near(person, [cues["cue-age"]], 0)), None) if "cue-age" in cues else None
    places = scene.near(person, [*scene.rooms, *scene.wards, *scene.streets], 0)
    if is_called_patient(person, scene):
        return age is not None or bool(places)
    if age is None or not places or not is_courteous(person, scene.reading):
        return False
    told = [cues[name] for name in _BODILY.intersection(cues)]
    return is_old(scene.reading.quote(age)) or bool(scene.near(person, [*scene.events, *told], 0))


def is_believed(person: Hit, kind: str, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether a sign is a patient's: named ones of a home are, others where care is told."""
    if kind in ("patient", "room"):
        return True
    if kind == "named" and person.details["kind"] != "full":
        if "care" in scene.reading.context.settings:
            return True
        if scene.near(person, scene.places, 1) or {"cue-age", "cue-picture"}.intersection(cues):
            return True
    return _is_cared_for(person, kind, cues, scene)


def _is_cared_for(person: Hit, kind: str, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether care itself is told beside a sign that may be of anybody, not just a shift."""
    reading = scene.reading
    in_industry = set(reading.context.settings) == {"pharma"}
    if in_industry and kind == "named" and person.details["kind"] == "full":
        # in a company a full name is a colleague's unless an illness or a patient is spoken of
        return "cue-illness" in cues or bool(scene.near(person, reading.hits(PATIENT), 1))
    if scene.near(person, scene.events, 0 if in_industry else scene.reach):
        return True
    if scene.near(person, scene.contacts, 1) and len(POINTING.intersection(cues)) >= _LED_TO:
        return True
    if scene.near(person, reading.hits(PATIENT), 1):
        return True
    if _is_fellow_sufferer(kind, cues, scene):
        return True
    if not scene.base:
        return False
    if scene.near(person, scene.named_wards, 0) and _OF_WARDS.intersection(cues):
        return True
    if scene.near(person, scene.rooms, 1) or scene.near(person, scene.wards, 0):
        return True
    return _is_told_there(person, kind, cues, scene)


def _is_told_there(person: Hit, kind: str, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether cues make a patient of a person where people are treated all day."""
    reading = scene.reading
    at_home = "care" in reading.context.settings  # in homes, and on rounds from home to home
    age = cues.get("cue-age")
    if {"cue-illness", "cue-outcome"}.intersection(cues):
        return True
    if "cue-accident" in cues and _HURT.intersection(cues):
        return True
    if "cue-singled" in cues and (at_home or len(cues) > 1):
        return True
    if at_home and "cue-home" in cues:
        return True
    if kind == "first" and "cue-picture" in cues:
        return True
    if kind == "first" and at_home and scene.near(person, find_elders(reading), 0):
        return True
    if age is not None and (is_old(reading.quote(age)) or _is_of_child(age, scene)):
        return True
    return len(_SINGLED_OUT.intersection(cues)) >= _SINGLING and not scene.near(
        person, [*scene.colleagues, *scene.work_life], scene.reach
    )


def _is_of_child(age: Hit | None, scene: Scene) -> bool:
    """Say whether "she was six" is told: in a hospital that is hardly the author's own child."""
    return age is not None and _CHILD.match(fold(scene.reading.quote(age)).text) is not None


def _is_fellow_sufferer(kind: str, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether a patients' organisation names somebody beside an illness."""
    settings = scene.reading.context.settings
    named = kind in ("named", "first") or {"cue-work", "cue-place"}.intersection(cues)
    return "patient_org" in settings and bool(named) and "cue-illness" in cues


def weigh_evidence(person: Hit, kind: str, cues: Mapping[str, Hit], scene: Scene) -> int:
    """Weigh the signs of care: what happened to the person, rooms, wards, great age."""
    if kind == "patient":
        return 0
    weight = scene.base + _weigh_surroundings(person, kind, scene)
    if _is_fellow_sufferer(kind, cues, scene):
        weight += 2
    if kind == "first" and "care" in scene.reading.context.settings:
        weight += 2 if scene.near(person, find_elders(scene.reading), 0) else 0
    if kind in ("cue-age", "pronoun") and scene.base and _is_of_child(cues.get("cue-age"), scene):
        weight += 2
    if _BODILY.intersection(cues):
        weight += 1
        # "Jane Doe writes that she has MS": the name and the illness in one breath
        weight += kind == "named" and "cue-illness" in cues and _is_beside(person, cues, scene)
    if "cue-home" in cues and scene.base and kind == "pronoun":
        weight += 1
    if "cue-singled" in cues and scene.base:
        weight += 1
    if "cue-picture" in cues and scene.base and scene.near(person, scene.places, 1):
        weight += 1
    if scene.near(person, scene.contacts, 1) and (
        kind == "cue-fame" or len(POINTING.intersection(cues)) >= _LED_TO
    ):
        weight += 1
    age = cues.get("cue-age")
    if age and kind != "cue-age" and is_old(scene.reading.quote(age)):
        weight += 2 if "care" in scene.reading.context.settings else 1
    return weight


def _is_beside(person: Hit, cues: Mapping[str, Hit], scene: Scene) -> bool:
    """Say whether the illness stands in the person's own sentence."""
    return bool(scene.near(person, [cues["cue-illness"]], 0))


def _weigh_surroundings(person: Hit, kind: str, scene: Scene) -> int:
    """Weigh what happens in care, its places and its patients, by how near they stand."""
    weight = 0
    if scene.near(person, scene.events, 0):
        weight += 2
    elif scene.near(person, scene.events, scene.reach):
        weight += 1
    weight += bool(scene.near(person, scene.places, 1))
    weight += bool(scene.near(person, scene.reading.hits(PATIENT), 1))
    if kind == "room":
        return weight - (not _is_of_somebody(person, scene))
    if scene.near(person, scene.rooms, 0):
        return weight + 2
    return weight + bool(scene.near(person, scene.wards, 0))


def _is_of_somebody(room: Hit, scene: Scene) -> bool:
    """Say whether a room or ward is spoken of with a person in it."""
    reading = scene.reading
    people = [*reading.hits(PERSON), *reading.hits(PATIENT), *find_pronouns(reading)]
    return bool(scene.near(room, people, 1) or scene.near(room, scene.events, 0))

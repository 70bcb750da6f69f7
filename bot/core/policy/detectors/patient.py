"""A patient, client or resident in a draft, and how many cues would let a reader recognise them.

Cues are vocabularies named `cue-...` (age, time, place, illness, outcome, family, work, words said,
picture, ...). Each kind counts once. Cues count in the sentence of the patient and the two beside
it: that is how people tell. The employer and its sites are places, but a place only counts when
the draft names it. One hit per patient told about; `count` is the number of cues.
"""

from collections.abc import Mapping
from typing import Any

from bot.core.policy.reading import Hit, Reading

_PATIENT = "patient-person"  # one person: "a lady", "ein Bewohner", "mijn cliënt"
_GENERAL = "patient-general"  # patients as such: "our patients", "Patientenversorgung"
_COMPOSED = "composed-story"  # "changed and merged", with no one to recognise
_OWN = "own-illness"  # the author's own story, or the author's child
_NEAR = 2  # sentences before and after
_LONGEST = 120


def detect_patient_reference(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find references with at least `at_least` and at most `at_most` cues (default: any number)."""
    if parameters:
        least, most = parameters.get("at_least", 0), parameters.get("at_most", 99)
        return [
            hit
            for hit in reading.detect("patient_reference")
            if least <= hit.details["count"] <= most
        ]
    if reading.hits(_COMPOSED):
        return []
    found: dict[int, Hit] = {}
    for person in reading.hits(_PATIENT):
        if any(person.covers(other) for other in reading.hits(_GENERAL)):
            continue
        paragraph = reading.unit(person.start, "paragraph")
        hit = _weigh(person, reading)
        if paragraph not in found or hit.details["count"] > found[paragraph].details["count"]:
            found[paragraph] = hit
    return list(found.values())


def _weigh(person: Hit, reading: Reading) -> Hit:
    """Count the cues around one person; the hit covers the person and the nearest cue."""
    here = reading.unit(person.start, "sentence")
    cues: dict[str, Hit] = {}
    for name in reading.policy.cues:
        for hit in reading.hits(name):
            if abs(reading.unit(hit.start, "sentence") - here) > _NEAR:
                continue
            known = cues.get(name)
            if known is None or _distance(person, hit) < _distance(person, known):
                cues[name] = hit
    for hit in reading.detect("person", (("kind", ("titled", "initial")),)):
        if abs(reading.unit(hit.start, "sentence") - here) <= 0:
            cues.setdefault("cue-name", hit)
    start, end = person.start, person.end
    for cue in sorted(cues.values(), key=lambda cue: _distance(person, cue)):
        wider = min(start, cue.start), max(end, cue.end)
        if wider[1] - wider[0] <= _LONGEST:
            start, end = wider
    return Hit(start, end, {"count": len(cues), "cues": tuple(cues)})


def _distance(one: Hit, other: Hit) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

"""Who in a draft may be a patient, and by what sign; authors, families and colleagues are none."""

from collections.abc import Iterable, Iterator

from bot.core.policy.detectors.patient_cues import FIRST
from bot.core.policy.detectors.patient_evidence import NEEDED
from bot.core.policy.detectors.patient_scene import PATIENT, PERSON, Scene, find_pronouns
from bot.core.policy.detectors.person import is_of_staff
from bot.core.policy.reading import Hit

_OWN = "own-illness"  # the author's own story
_STAFF_CHILDREN = "staff-children"  # the company's nursery, its family day
_THANKED = "thanks-to"  # "thanks to the bus driver who waited"
_VISIT = "official-visit"  # the mayor opens the new wing
_ADVERT = "vacancy"  # whom to ask is no patient
_WORK_LIFE = "work-life"  # retirement, a new head, a speaker
_CREATURE = "creature"  # a pet, a machine, a plant told of like a person
_REMEMBERED = "remembered"  # how things were, how they usually are: nobody in particular
_WEAK = frozenset(
    {"person", "cue-age", "pronoun", "cue-work"}
)  # may as well be the author's family
_RATHER_COLLEAGUE = frozenset({"cue-work", "cue-age", "first"})
_GRANDPARENTS = frozenset({"oma", "opa"})
_RELATIVES = _GRANDPARENTS | frozenset("tante onkel oom aunt auntie uncle".split())
_SIGNED = frozenset({"patient", "named", "room"})  # signs that need no further proof of a person


def find_candidates(scene: Scene) -> Iterator[tuple[Hit, str]]:
    """Give the people of a draft who may be patients, and by what sign."""
    reading = scene.reading
    named = reading.detect("person")
    signs = [
        ("patient", reading.hits(PATIENT)),
        ("named", [hit for hit in named if not is_of_staff(hit, reading)]),
        ("room", scene.rooms),
        ("first", [hit for name, hit in scene.cues if name == FIRST and not _is_in(hit, named)]),
        ("person", reading.hits(PERSON)),
        *((name, [hit]) for name, hit in scene.cues if name in NEEDED),
    ]
    if reading.hits(_STAFF_CHILDREN):
        signs = signs[:2]
    elif scene.base:
        signs.append(("pronoun", list(find_pronouns(reading))))
    for kind, hits in signs:
        for hit in hits:
            if not _is_excused(hit, kind, scene):
                yield hit, kind


def _is_in(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(hit.covers(other) for other in others)


def _is_excused(hit: Hit, kind: str, scene: Scene) -> bool:
    """Say whether a sign of a person is the author, their family, a colleague or a helper."""
    reading = scene.reading
    if any(hit.covers(other) for other in scene.others) or scene.near(hit, reading.hits(_OWN), 0):
        return True
    if kind not in _SIGNED and (
        reading.hits(_CREATURE) or scene.near(hit, reading.hits(_REMEMBERED), 0)
    ):
        return True
    if _is_rather_colleague(hit, kind, scene):
        return True
    if kind != "patient" and reading.hits(_ADVERT):
        return True
    if kind == "cue-fame" and scene.near(hit, reading.hits(_VISIT), 1):
        return True
    if kind == "named" and _is_kin(hit, scene):
        return True
    if kind not in _WEAK:
        return False
    relatives = scene.others if kind == "pronoun" else scene.family
    return bool(
        scene.near(hit, scene.reading.hits(_THANKED), 0) or scene.near(hit, relatives, scene.reach)
    )


def _is_kin(hit: Hit, scene: Scene) -> bool:
    """Say whether "Aunt Mary" or "Opa Karl" is of the author's family."""
    first = next(iter(scene.reading.words_in(hit.start, hit.end)), None)
    if first is None or first.form not in _RELATIVES:
        return False
    return first.form not in _GRANDPARENTS or bool(scene.family)


def _is_rather_colleague(hit: Hit, kind: str, scene: Scene) -> bool:
    reading = scene.reading
    if kind == "named":
        return bool(scene.near(hit, [*scene.colleagues, *reading.hits(_WORK_LIFE)], scene.reach))
    if kind in _RATHER_COLLEAGUE and scene.near(hit, scene.colleagues, 0):
        return True
    in_care = scene.near(hit, scene.events, 0)
    beside = 1 if kind in _RATHER_COLLEAGUE else 0
    return (
        kind in _RATHER_COLLEAGUE | {"person"}
        and not in_care
        and bool(scene.near(hit, scene.colleagues, beside))
    )

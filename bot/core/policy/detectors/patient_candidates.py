"""Who in a draft may be a patient, and by what sign; authors, families and colleagues are none."""

import re
from collections.abc import Iterable, Iterator

from bot.core.language.fold import fold
from bot.core.policy.detectors.patient_cues import FIRST, POINTING, distance
from bot.core.policy.detectors.patient_evidence import NEEDED
from bot.core.policy.detectors.patient_scene import (
    NOUN,
    PATIENT,
    PERSON,
    Scene,
    find_meant,
    find_pronouns,
)
from bot.core.policy.detectors.person import is_of_staff
from bot.core.policy.reading import Hit

_OWN = "own-illness"  # the author's own story
_STAFF_CHILDREN = "staff-children"  # the company's nursery, its family day
_THANKED = "thanks-to"  # "thanks to the bus driver who waited"
_VISIT = "official-visit"  # the mayor opens the new wing
_ADVERT = "vacancy"  # whom to ask is no patient
_CREATURE = "creature"  # a pet, a machine, a plant told of like a person
_REMEMBERED = "remembered"  # how things were, how they usually are: nobody in particular
_WEAK = frozenset(
    {"person", "cue-age", "pronoun", "cue-work"}
)  # may as well be the author's family
_RATHER_COLLEAGUE = frozenset({"cue-work", "cue-age", "first"})
_GRANDPARENTS = frozenset({"oma", "opa"})
_RELATIVES = _GRANDPARENTS | frozenset("tante onkel oom aunt auntie uncle".split())
_YOURS = frozenset("your dein deine deinen deiner je jouw jullie uw".split())
_ARTICLES = frozenset("a an ein eine einen einem einer een".split())
_BEFORE = 12  # characters before a name in which its possessive stands
_AT_ONCE = 12  # characters within which "colleague" introduces a name
_BESIDE = 60  # characters within which a relative of the author may be the person meant
_STANDING_OUT = 2  # kinds of pointing cues
_CREATURE_REACH = 2  # sentences; a joke about the printer at the end of a story changes nothing
_ADVERT_REACH = 2  # sentences; nor does an advert below it
_MOST = re.compile(r"(?:jungst|altest|kleinst|jongst|oudst|liefst)|(?:est|day)\b")
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
    known = _list_first_names([hit for hit in named if _is_excused(hit, "named", scene)], scene)
    for kind, hits in signs:
        for hit in hits:
            if kind == "first" and scene.reading.quote(hit) in known:
                continue
            if not _is_excused(hit, kind, scene):
                yield hit, kind


def _list_first_names(people: Iterable[Hit], scene: Scene) -> frozenset[str]:
    """List the words of the names of colleagues; alone later on, they mean the same person."""
    return frozenset(word for hit in people for word in scene.reading.quote(hit).split())


def _is_in(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(hit.covers(other) for other in others)


def _is_excused(hit: Hit, kind: str, scene: Scene) -> bool:
    """Say whether a sign of a person is the author, their family, a colleague or a helper."""
    reading = scene.reading
    if any(hit.covers(other) for other in scene.others) or scene.near(hit, reading.hits(_OWN), 0):
        return True
    in_care = kind in ("person", "cue-age") and scene.near(hit, scene.events, 0)
    if kind not in _SIGNED and (
        (not in_care and scene.near(hit, reading.hits(_CREATURE), _CREATURE_REACH))
        or scene.near(hit, reading.hits(_REMEMBERED), 0)
    ):
        return True
    at_work = scene.near(hit, scene.work_life, 1)
    may_be_any = kind == "patient" and not NOUN.search(fold(reading.quote(hit)).text)
    if may_be_any and (at_work or (not scene.base and _MOST.search(fold(reading.quote(hit)).text))):
        return True  # "our oldest" is as well a volunteer, in a company the author's child
    if _is_rather_colleague(hit, kind, scene):
        return True
    if kind != "patient" and scene.near(hit, find_meant(_ADVERT, reading), _ADVERT_REACH):
        return True
    if kind == "cue-fame" and scene.near(hit, reading.hits(_VISIT), 1):
        return True
    if kind == "named" and _is_kin(hit, scene):
        return True
    if kind not in _WEAK:
        return False
    if scene.near(hit, reading.hits(_THANKED), 0):
        return True
    relatives = scene.others if kind == "pronoun" else scene.family
    beside = scene.near(hit, [other for other in relatives if _is_ours(other, scene)], scene.reach)
    if in_care:  # whom a story begins with is not explained by a relative who comes later
        end = reading.sentence_span(hit.start)[1]
        beside = [other for other in beside if other.start < end]
    if not beside or not (_stands_out(hit, scene) or _is_introduced(hit, kind, scene)):
        return bool(beside)
    return any(distance(hit, other) <= _BESIDE for other in beside)


def _is_ours(relative: Hit, scene: Scene) -> bool:
    """Say whether a relative is the author's; "your mum" is of the person spoken to."""
    words = scene.reading.words_in(relative.start, relative.end)
    return not words or words[0].form not in _YOURS


def _is_introduced(hit: Hit, kind: str, scene: Scene) -> bool:
    """Say whether "a young woman" comes in with what care did: nobody tells of their mother so."""
    first = next(iter(scene.reading.words_in(hit.start, hit.end)), None)
    return (
        kind == "person"
        and first is not None
        and first.form in _ARTICLES
        and bool(scene.near(hit, scene.events, 0))
    )


def _stands_out(hit: Hit, scene: Scene) -> bool:
    """Say whether a person's own sentence tells of care and leads to them by two kinds of cues."""
    pointing = {name for name, cue in scene.cues if name in POINTING and scene.near(hit, [cue], 0)}
    told = scene.near(hit, scene.events, 0) or "cue-accident" in pointing
    return bool(told) and len(pointing) >= _STANDING_OUT


def _is_kin(hit: Hit, scene: Scene) -> bool:
    """Say whether "Aunt Mary" or "Opa Karl" is of the author's family."""
    first = next(iter(scene.reading.words_in(hit.start, hit.end)), None)
    if first is None or first.form not in _RELATIVES:
        return False
    before = scene.reading.words_in(max(0, hit.start - _BEFORE), hit.start)
    if before and before[-1].form in ("unsere", "unser", "onze", "our"):
        return False  # in a home, "our Aunt Mary" belongs to all
    return first.form not in _GRANDPARENTS or bool(scene.family)


def _is_rather_colleague(hit: Hit, kind: str, scene: Scene) -> bool:
    if kind == "named":
        colleagues = scene.colleagues
        if hit.details["kind"] == "titled" and scene.near(hit, scene.events, 0):
            # "Mrs Hill's drip is in, says my colleague": whom care is done to is no colleague
            colleagues = [other for other in colleagues if distance(hit, other) <= _AT_ONCE]
        return bool(scene.near(hit, [*colleagues, *scene.work_life], scene.reach))
    if kind in _RATHER_COLLEAGUE and scene.near(hit, scene.colleagues, 0):
        return True
    in_care = scene.near(hit, scene.events, 0)
    at_work = kind in ("first", "pronoun", "cue-age", "cue-work") and scene.near(
        hit, scene.work_life, 1
    )
    if at_work and not in_care:
        ill = [cue for name, cue in scene.cues if name in ("cue-illness", "cue-accident")]
        return not scene.near(hit, ill, scene.reach)
    beside = 1 if kind in _RATHER_COLLEAGUE else 0
    return (
        kind in _RATHER_COLLEAGUE | {"person"}
        and not in_care
        and bool(scene.near(hit, scene.colleagues, beside))
    )

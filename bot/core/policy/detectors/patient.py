"""A patient, client or resident in a draft, and how many cues would let a reader recognise them.

A person is read as a patient when a word says so ("our resident"), when they are named beside care
("Mrs Hill, bed 4"), or when an ordinary word for a person ("a lad of 17", "the postman from Ely",
"she") stands beside what happens in care ("came in", "new hip"). Cues are vocabularies named
`cue-...` and shapes: ages, rooms, towns, quotations. Each kind counts once, by its weight; two half
cues make one. Cues count in the sentence of the person and its neighbours, in a short draft
further: that is how people tell. One hit per paragraph; `count` is the number of cues.

The steps have modules of their own: `patient_scene` (what a draft holds), `patient_cues` (cues and
weights), `patient_candidates` (who may be meant), `patient_evidence` (signs of care).
"""

from collections.abc import Mapping
from typing import Any

from bot.core.policy.detectors.patient_candidates import find_candidates
from bot.core.policy.detectors.patient_cues import (
    POINTING,
    WHOLE,
    Places,
    distance,
    find_cues,
    find_shapes,
    nearest_cues,
    weigh_cues,
)
from bot.core.policy.detectors.patient_evidence import (
    NEEDED,
    is_believed,
    is_called_patient,
    is_surely_named,
    weigh_evidence,
)
from bot.core.policy.detectors.patient_scene import (
    CARE_PLACE,
    COLLEAGUES,
    CONTACT,
    EVENT,
    FAMILY,
    GENERAL,
    LONG_AGO,
    PATIENT,
    ROOM,
    STREET,
    WARD,
    WARD_NAME,
    WORK_LIFE,
    Scene,
    find_meant,
)
from bot.core.policy.reading import Hit, Reading

_COMPOSED = "composed-story"  # "changed and merged", a manikin, an actor
_CONSENT = "patient-agreed"  # read the text and agreed in writing
_REVEALED = "creature-revealed"  # "she is a pug", "the old boiler": nobody at all
_CARING = frozenset({"hospital", "care"})
_LONGEST = 110
_SHORT_EVENT = 24  # characters of an event that is one phrase: "in my chair"
_SHORT_DRAFT = 6  # sentences up to which a draft tells of one thing
_MANY = 5  # half cues from which less evidence of care will do
_SURE = 3  # kinds of pointing cues that stand for a half of the evidence outside of care
_ILL_KINDS = 3  # as many where one of them is an illness and the author treats people
_MANY_KINDS = 4  # kinds of cues that lead to somebody though none of them points
_THEIRS = frozenset(
    "his her their seine seiner seinen seinem sein ihre ihrer ihren ihrem ihr zijn haar z'n d'r".split()
)
_MINE = frozenset("my mijn m'n mein meine meiner meinem meinen".split())
_OURS = ("mein", "unser", "mijn", "m'n", "onze", "ons", "my", "our")
# What befalls authors as well as patients.
_OF_ANYBODY = frozenset(
    "eingeschlafen geschafft gestorben gestolpert gefallen gestuerzt aufgewacht wach hause "
    "verschluckt asleep awake woke fell died dying home gevallen gestruikeld wakker huis "
    "gehaald gehuild".split()
)
_FIRST_PERSON = frozenset("ich ik i i'm i've i'd i'll".split())
_AUTHOR_REACH = 40  # characters before it in which the author's "I" stands
_POSSESSIVE_REACH = 12  # characters before a word in which its possessive stands


def detect_patient_reference(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find references with at least `at_least` and at most `at_most` cues (default: any number).

    `named: yes` keeps those to a name that stands beside who they are and where they lie.
    """
    if parameters:
        least, most = parameters.get("at_least", 0), parameters.get("at_most", 99)
        return [
            hit
            for hit in reading.detect("patient_reference")
            if least <= hit.details["count"] <= most
            and (hit.details["named"] or "named" not in parameters)
        ]
    if (
        find_meant(_COMPOSED, reading)
        or find_meant(_CONSENT, reading)
        or find_meant(_REVEALED, reading)
    ):
        return []
    places = find_shapes(reading)
    if places.get(LONG_AGO) or _is_elsewhere(places, reading):
        return []
    scene = _set_scene(places, reading)
    found: dict[int, Hit] = {}
    for person, kind in find_candidates(scene):
        hit = _weigh(person, kind, scene)
        if hit is None:
            continue
        paragraph = reading.unit(person.start, "paragraph")
        if paragraph not in found or hit.details["rank"] > found[paragraph].details["rank"]:
            found[paragraph] = hit
    return list(found.values())


def _is_elsewhere(places: Places, reading: Reading) -> bool:
    """Say cheaply that nobody will be believed a patient: most drafts tell of no care at all.

    Whoever treats people, or speaks for patients, has lesser signs (see `patient_evidence`).
    """
    settings = reading.context.settings
    return not (
        reading.hits(EVENT)
        or reading.hits(CONTACT)
        or reading.hits(PATIENT)
        or _CARING.issuperset(settings)
        or "patient_org" in settings
        or places.get(ROOM)
        or reading.detect("person")
    )


def _set_scene(places: Places, reading: Reading) -> Scene:
    settings = reading.context.settings
    colleagues = [hit for hit in reading.hits(COLLEAGUES) if not _is_theirs(hit, reading)]
    family = _list_family(reading)
    wards = reading.hits(WARD_NAME)
    # who does not say where they work may stand at a bedside: the careful reading
    cared = _CARING.issuperset(settings)
    contacts = [] if cared else reading.hits(CONTACT)
    told = [*reading.hits(EVENT), *contacts]
    # who tells ("our nurse told me of ...") or sat "in my chair" is not the one told of
    short = [hit for hit in reading.hits(EVENT) if hit.end - hit.start <= _SHORT_EVENT]
    colleagues = [
        hit
        for hit in colleagues
        if not any(hit.covers(other) for other in contacts)
        and not any(other.start <= hit.start and hit.end <= other.end for other in short)
    ]
    return Scene(
        reading,
        base=1 if cared else 0,
        reach=2 if len(reading.parsed.sentences) <= _SHORT_DRAFT else 1,
        cues=[cue for cue in find_cues(places, reading) if not _is_of_author(cue[1], reading)],
        events=[hit for hit in told if not _is_of_author(hit, reading)],
        places=reading.hits(CARE_PLACE),
        rooms=places.get(ROOM, ()),
        wards=places.get(WARD, ()),
        streets=places.get(STREET, ()),
        contacts=contacts,
        named_wards=wards,
        work_life=[
            hit
            for hit in reading.hits(WORK_LIFE)
            if not (_is_own(hit, reading) or any(hit.covers(other) for other in told))
        ],
        family=family,
        colleagues=colleagues,
        others=[*reading.hits(GENERAL), *family, *colleagues],
    )


def _list_family(reading: Reading) -> list[Hit]:
    """List the author's relatives; "meine Patientin Frau ..." is none, though "meine Frau" is."""
    family = reading.hits(FAMILY)
    if not family:
        return family
    strangers = [hit for hit in reading.detect("person") if hit.details["kind"] == "titled"]
    return [
        hit
        for hit in family
        if not any(hit.start < one.start < hit.end <= one.end for one in strangers)
    ]


def _is_of_author(hit: Hit, reading: Reading) -> bool:
    """Say whether "I fell asleep", "habe ich nicht geschafft" tells of the author."""
    words = reading.words_in(hit.start, hit.end)
    if not any(word.form in _OF_ANYBODY for word in words):
        return False
    before = reading.words_in(max(0, hit.start - _AUTHOR_REACH), hit.end)
    return any(word.form in _FIRST_PERSON for word in before)


def _is_own(hit: Hit, reading: Reading) -> bool:
    """Say whether "my retirement", "mijn pensioen" is the author's own."""
    before = reading.words_in(max(0, hit.start - _POSSESSIVE_REACH), hit.start)
    return bool(before) and before[-1].form in _MINE


def _is_theirs(hit: Hit, reading: Reading) -> bool:
    """Say whether a "sister" or "boss" is the told person's ("seine Schwester"), not ours."""
    own = next(iter(reading.words_in(hit.start, hit.end)), None)
    if own is not None and own.form.startswith(_OURS):
        return False
    before = reading.words_in(max(0, hit.start - _POSSESSIVE_REACH), hit.start)
    return bool(before) and before[-1].form in _THEIRS


def _weigh(person: Hit, kind: str, scene: Scene) -> Hit | None:
    """Add up the cues around one person; None where care is not spoken of."""
    cues = nearest_cues(person, scene)
    if kind == "named" and is_called_patient(person, scene):
        kind = "patient"
    evidence = weigh_evidence(person, kind, cues, scene)
    points = weigh_cues(cues)
    if kind == "cue-fame" and (len(cues) > 1 or scene.near(person, scene.events, 0)):
        points += WHOLE  # of a known person, that they were in care at all is the secret
    if kind == "named" and scene.base and person.details["kind"] != "full":
        evidence += 1  # in wards and homes, "Mrs Hill" is seldom a colleague
    pointing = POINTING.intersection(cues)
    lenient = (
        kind != "named"
        and points >= _MANY
        and (
            scene.base > 0 or (len(pointing) >= _SURE and bool(scene.near(person, scene.events, 1)))
        )
    )
    if evidence < NEEDED[kind] - lenient:
        return None
    if not is_believed(person, kind, cues, scene):
        return None
    many = _ILL_KINDS if scene.base and "cue-illness" in cues else _MANY_KINDS
    if kind != "patient" and not pointing and len(cues) < many:
        points = min(points, WHOLE)
    return _cover(person, cues, points, scene)


def _cover(person: Hit, cues: Mapping[str, Hit], points: int, scene: Scene) -> Hit:
    """Give the hit that covers the person and the nearest cues."""
    start, end = person.start, person.end
    for cue in sorted(cues.values(), key=lambda cue: distance(person, cue)):
        wider = min(start, cue.start), max(end, cue.end)
        if wider[1] - wider[0] <= _LONGEST:
            start, end = wider
    here = scene.reading.unit(person.start, "sentence")
    within = sum(scene.reading.unit(cue.start, "sentence") == here for cue in cues.values())
    named = is_surely_named(person, cues, scene)
    details = {
        "count": (points + 1) // WHOLE,
        "cues": tuple(cues),
        "named": named,
        "rank": (named, points, within, start - end),
    }
    return Hit(start, end, details)

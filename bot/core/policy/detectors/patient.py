"""A patient, client or resident in a draft, and how many cues would let a reader recognise them.

A person is read as a patient when a word says so ("our resident"), when they are named beside care
("Mrs Hill, bed 4"), or when an ordinary word for a person ("a lad of 17", "the postman from Ely",
"she") stands beside what happens in care ("came in", "new hip"). Cues are vocabularies named
`cue-...` and shapes found here and in `ages`: ages, rooms, towns, quotations. Each kind counts
once, by its weight; two half cues make one. Cues count in the sentence of the person and its
neighbours, in a short draft further: that is how people tell. One hit per paragraph; `count` is
the number of cues.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.language.words import Word
from bot.core.policy.detectors.ages import find_ages, is_old
from bot.core.policy.detectors.person import (
    find_name_after,
    find_places,
    find_single_names,
    is_of_staff,
)
from bot.core.policy.reading import Hit, Reading

_PATIENT = "patient-person"  # one person, by a word of care: "our resident", "mijn cliënt"
_PERSON = "person-word"  # one person, by an ordinary word: "a lady", "ein Junge"
_GENERAL = "patient-general"  # patients as such: "every patient", "Patientenversorgung"
_COMPOSED = "composed-story"  # "changed and merged", a manikin, an actor
_CONSENT = "patient-agreed"  # read the text and agreed in writing
_OWN = "own-illness"  # the author's own story
_FAMILY = "own-family"  # "my mum", "mein Sohn"
_COLLEAGUES = "own-people"  # "meine Kollegin", "the woman from payroll"
_STAFF_CHILDREN = "staff-children"  # the company's nursery, its family day
_THANKED = "thanks-to"  # "thanks to the bus driver who waited"
_VISIT = "official-visit"  # the mayor opens the new wing
_ADVERT = "vacancy"  # whom to ask is no patient
_WORK_LIFE = "work-life"  # retirement, a new head, a speaker
_FIRST = "cue-first-name"
_PICTURE = "picture-word"
_NO_PICTURE = "no-picture"
_EVENT = "care-event"
_CARE_PLACE = "care-scene"  # a ward, a shift: where care happens
_CREATURE = "creature"  # a pet, a machine, a plant told of like a person
_REMEMBERED = "remembered"  # how things were, how they usually are: nobody in particular
_LONGEST = 110
_SHORT_DRAFT = 6  # sentences up to which a draft tells of one thing

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
_WHOLE = 2  # half cues in a cue
_MANY = 5  # half cues from which less evidence of care will do
_MANY_KINDS = 4  # kinds of cues that lead to somebody though none of them points
# Kinds that point to one person; without any of them there is no recognising.
_POINTING = frozenset(
    "cue-age cue-place cue-rare cue-work cue-fame cue-name cue-first-name cue-origin cue-accident "
    "cue-look cue-home cue-law".split()
)
_BODILY = frozenset({"cue-accident", "cue-illness", "cue-outcome"})
# Evidence of care that a sign of a person needs before we believe in a patient.
_NEEDED: Mapping[str, int] = {
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
_WEAK = frozenset(
    {"person", "cue-age", "pronoun", "cue-work"}
)  # may as well be the author's family
_RATHER_COLLEAGUE = frozenset({"cue-work", "cue-age", "first"})
_CARING = frozenset({"hospital", "care"})
_GRANDPARENTS = frozenset({"oma", "opa"})
_RELATIVES = _GRANDPARENTS | frozenset("tante onkel oom aunt auntie uncle".split())
_SIGNED = frozenset({"patient", "named", "room"})  # signs that need no further proof of a person

_ROOM = re.compile(
    r"\b(?:zimmer|zi\.|bettplatz|bett|kabine|box|kamer|kmr|bed|room|rm|bay|cubicle|side ?room|flat"
    r"|huisje|"
    r"appartement|apartment|zaal|wohnung|platz) (?:nr\.? ?|no\.? ?|number "
    r"|nummer )?[a-z]?\d{1,4}[a-z]?\b"
    r"|\b(?:lady|gent|gentleman|man|woman|chap|bloke|lad|boy|girl|one) in (?:number "
    r"|no\.? )?\d{1,3}\b"
    r"|\b(?:dame|herr|herrn|frau|mann|oma|opa|die|der) (?:auf|von|aus|in) (?:der "
    r"|zimmer )?\d{1,3}\b"
    r"(?! ?(?:jahr|tag|min|stund|%|grad|uhr|metern|euro|lander|stadt|woch|mona|[a-z]{4,}))"
    r"|\b(?:mevrouw|meneer|dame|heer|die|oma|opa) (?:van|op|uit) \d{1,3}\b"
    r"(?! ?(?:jaar|%|euro|dagen|uur|weken|meter|maand|kg|[a-z]{4,}))"
)
_WARD = re.compile(
    r"\b(?:station|stat\.|stn\.?|afdeling|afd\.?|ward|gang|wohnbereich|wb|wg|etage|unit|huiskamer) "
    r"(?:[a-z]?\d{1,3}[a-z]?|[a-h])\b"
    r"|(?<![\w.])\d[a-d](?=,| zimmer| zi\.| kamer| bett| bed)"
)
_RARE = re.compile(
    r"\b(?:nur|gerade mal|only|just|about|maar|slechts|weltweit|wereldwijd|keine) "
    r"(?:noch |etwa |circa |zo'n |around |about )?\d{1,3} "
    r"(?:menschen|falle|fallen|patienten|personen|people|cases|patients|mensen|gevallen|others)\b"
)
_QUOTE = re.compile('["“”„»«‘’\'](?=[A-ZÄÖÜ])[^"“”„»«\n]{6,200}[.!?…,]?["“”»«’\']')
_PRONOUNS: Mapping[str, frozenset[str]] = {
    "en": frozenset("he she him her his hers he's she's he'd she'd he'll she'll".split()),
    "nl": frozenset("hij zij ze hem haar z'n d'r".split()),
    "de": frozenset("er sie ihn ihm seine seinen seinem ihre ihrem ihren".split()),
}
_THEIRS = frozenset(
    "his her their seine seiner seinen seinem sein ihre ihrer ihren ihrem ihr zijn haar z'n d'r".split()
)
# What befalls authors as well as patients.
_OF_ANYBODY = frozenset(
    "eingeschlafen geschafft gestorben gestolpert gefallen gestuerzt aufgewacht wach hause "
    "verschluckt asleep awake woke fell died dying home gevallen gestruikeld wakker huis "
    "gehaald gehuild".split()
)
_FIRST_PERSON = frozenset("ich ik i i'm i've i'd i'll".split())
_AUTHOR_REACH = 40  # characters before it in which the author's "I" stands
_POSSESSIVE_REACH = 12  # characters before a word in which its possessive stands
_AMBIGUOUS = frozenset("sie ihre ihrem ihren ze zij".split())
_PLURAL = frozenset("sind waren zijn haben hebben gaan staan doen".split())
_LONG_AGO = re.compile(
    r"\b1[5-8]\d\d\b(?! ?(?:g|gr|grams?|gramm|ml|kcal|euro|km|kg|uhr|uur|hours|meters?|metern"
    r"|people|"
    r"menschen|mensen|patient\w*|steps|schritte|stappen|hrs|h)\b|[.,:]\d| und 1[5-9]| en 1[5-9]"
    r"| and 1[5-9])"
)


@dataclass
class _Scene:
    """What a draft holds that bears on patients, found once."""

    reading: Reading
    base: int = 0
    reach: int = 1
    cues: list[tuple[str, Hit]] = field(default_factory=list)
    events: list[Hit] = field(default_factory=list)
    places: list[Hit] = field(default_factory=list)
    rooms: list[Hit] = field(default_factory=list)
    wards: list[Hit] = field(default_factory=list)
    others: list[Hit] = field(default_factory=list)
    family: list[Hit] = field(default_factory=list)
    colleagues: list[Hit] = field(default_factory=list)

    def near(self, hit: Hit, others: Iterable[Hit], reach: int) -> list[Hit]:
        """Give the hits within `reach` sentences."""
        here = self.reading.unit(hit.start, "sentence")
        return [
            other
            for other in others
            if abs(self.reading.unit(other.start, "sentence") - here) <= reach
        ]


def detect_patient_reference(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find references with at least `at_least` and at most `at_most` cues (default: any number)."""
    if parameters:
        least, most = parameters.get("at_least", 0), parameters.get("at_most", 99)
        return [
            hit
            for hit in reading.detect("patient_reference")
            if least <= hit.details["count"] <= most
        ]
    if (
        reading.hits(_COMPOSED)
        or reading.hits(_CONSENT)
        or _LONG_AGO.search(reading.parsed.folded.text)
    ):
        return []
    if _is_elsewhere(reading):
        return []
    scene = _set_scene(reading)
    found: dict[int, Hit] = {}
    for person, kind in _find_candidates(scene):
        hit = _weigh(person, kind, scene)
        if hit is None:
            continue
        paragraph = reading.unit(person.start, "paragraph")
        if paragraph not in found or hit.details["rank"] > found[paragraph].details["rank"]:
            found[paragraph] = hit
    return list(found.values())


def _is_elsewhere(reading: Reading) -> bool:
    """Say cheaply whether care is not spoken of at all; most posts of a company are such."""
    return set(reading.context.settings) == {"pharma"} and not (
        reading.hits(_EVENT)
        or reading.hits(_PATIENT)
        or _ROOM.search(reading.parsed.folded.text)
        or reading.detect("person")
    )


def _set_scene(reading: Reading) -> _Scene:
    settings = reading.context.settings
    colleagues = [hit for hit in reading.hits(_COLLEAGUES) if not _is_theirs(hit, reading)]
    return _Scene(
        reading,
        base=1 if settings and _CARING.issuperset(settings) else 0,
        reach=2 if len(reading.parsed.sentences) <= _SHORT_DRAFT else 1,
        cues=[cue for cue in _find_cues(reading) if not _is_of_author(cue[1], reading)],
        events=[hit for hit in reading.hits(_EVENT) if not _is_of_author(hit, reading)],
        places=reading.hits(_CARE_PLACE),
        rooms=list(_find_pattern(_ROOM, reading)),
        wards=list(_find_pattern(_WARD, reading)),
        family=reading.hits(_FAMILY),
        colleagues=colleagues,
        others=[*reading.hits(_GENERAL), *reading.hits(_FAMILY), *colleagues],
    )


def _is_of_author(hit: Hit, reading: Reading) -> bool:
    """Say whether "I fell asleep", "habe ich nicht geschafft" tells of the author."""
    words = reading.words_in(hit.start, hit.end)
    if not any(word.form in _OF_ANYBODY for word in words):
        return False
    before = reading.words_in(max(0, hit.start - _AUTHOR_REACH), hit.end)
    return any(word.form in _FIRST_PERSON for word in before)


def _is_theirs(hit: Hit, reading: Reading) -> bool:
    """Say whether a "sister" or "boss" is the told person's ("seine Schwester"), not ours."""
    before = reading.words_in(max(0, hit.start - _POSSESSIVE_REACH), hit.start)
    return bool(before) and before[-1].form in _THEIRS


def _find_candidates(scene: _Scene) -> Iterator[tuple[Hit, str]]:
    """Give the people of a draft who may be patients, and by what sign."""
    reading = scene.reading
    named = reading.detect("person")
    signs = [
        ("patient", reading.hits(_PATIENT)),
        ("named", [hit for hit in named if not is_of_staff(hit, reading)]),
        ("room", scene.rooms),
        ("first", [hit for name, hit in scene.cues if name == _FIRST and not _is_in(hit, named)]),
        ("person", reading.hits(_PERSON)),
        *((name, [hit]) for name, hit in scene.cues if name in _NEEDED),
    ]
    if reading.hits(_STAFF_CHILDREN):
        signs = signs[:2]
    elif scene.base:
        signs.append(("pronoun", list(_find_pronouns(reading))))
    for kind, hits in signs:
        for hit in hits:
            if not _is_excused(hit, kind, scene):
                yield hit, kind


def _is_in(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(hit.covers(other) for other in others)


def _is_excused(hit: Hit, kind: str, scene: _Scene) -> bool:
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


def _is_kin(hit: Hit, scene: _Scene) -> bool:
    """Say whether "Aunt Mary" or "Opa Karl" is of the author's family."""
    first = next(iter(scene.reading.words_in(hit.start, hit.end)), None)
    if first is None or first.form not in _RELATIVES:
        return False
    return first.form not in _GRANDPARENTS or bool(scene.family)


def _is_rather_colleague(hit: Hit, kind: str, scene: _Scene) -> bool:
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


def _find_pronouns(reading: Reading) -> Iterator[Hit]:
    """Find the first word of each sentence that speaks of one third person."""
    for sentence in reading.parsed.sentences:
        known = _PRONOUNS[sentence.language]
        words = reading.parsed.words[sentence.first : sentence.last]
        for at, word in enumerate(words):
            if word.form in known and not _is_many(words, at):
                yield Hit(word.start, word.end)
                break


def _is_many(words: Sequence[Word], at: int) -> bool:
    """Say whether a German or Dutch "sie", "ze" means several people or the reader."""
    word = words[at]
    if word.form not in _AMBIGUOUS:
        return False
    if word.form.startswith(("sie", "ihr")) and at and word.written[:1].isupper():
        return True
    beside = [words[index].form for index in (at - 1, at + 1) if 0 <= index < len(words)]
    return any(form in _PLURAL or (form.endswith("en") and form != "een") for form in beside)


def _find_cues(reading: Reading) -> Iterator[tuple[str, Hit]]:
    for name in reading.policy.cues:
        for hit in reading.hits(name):
            yield name, hit
    for name, shapes in (
        ("cue-age", find_ages(reading)),
        ("cue-place", _find_pattern(_ROOM, reading)),
        ("cue-place", _find_pattern(_WARD, reading)),
        ("cue-place", find_places(reading)),
        ("cue-rare", _find_pattern(_RARE, reading)),
        (_FIRST, find_single_names(reading)),
        ("cue-picture", [] if reading.hits(_NO_PICTURE) else reading.hits(_PICTURE)),
    ):
        for hit in shapes:
            yield name, hit
    for match in _QUOTE.finditer(reading.text):
        yield "cue-quote", Hit(*match.span())
    for hit in reading.detect("person"):
        yield ("cue-first-name" if hit.details["kind"] == "initial" else "cue-name"), hit


def _find_pattern(expression: "re.Pattern[str]", reading: Reading) -> Iterator[Hit]:
    folded = reading.parsed.folded
    for match in expression.finditer(folded.text):
        yield Hit(*folded.span(*match.span()))


def _weigh(person: Hit, kind: str, scene: _Scene) -> Hit | None:
    """Add up the cues around one person; None where care is not spoken of."""
    cues = _nearest_cues(person, scene)
    evidence = _weigh_evidence(person, kind, cues, scene)
    points = sum(_WEIGHTS.get(name, _WHOLE) for name in cues)
    if kind == "cue-fame" and len(cues) > 1:
        points += _WHOLE
    if kind == "named" and scene.base and person.details["kind"] != "full":
        evidence += 1  # in wards and homes, "Mrs Hill" is seldom a colleague
    lenient = scene.base > 0 and points >= _MANY and kind != "named"
    if evidence < _NEEDED[kind] - lenient:
        return None
    if not _is_believed(person, kind, cues, scene):
        return None
    if kind != "patient" and not _POINTING.intersection(cues) and len(cues) < _MANY_KINDS:
        points = min(points, _WHOLE)
    return _cover(person, cues, points, scene)


def _is_believed(person: Hit, kind: str, cues: Mapping[str, Hit], scene: _Scene) -> bool:
    """Say whether a sign is a patient's: named ones of a home are, others where care is told."""
    if kind in ("patient", "room"):
        return True
    if kind == "named" and person.details["kind"] != "full":
        if "care" in scene.reading.context.settings:
            return True
        if scene.near(person, scene.places, 1) or {"cue-age", "cue-picture"}.intersection(cues):
            return True
    return _is_cared_for(person, kind, cues, scene)


def _is_cared_for(person: Hit, kind: str, cues: Mapping[str, Hit], scene: _Scene) -> bool:
    """Say whether care itself is told beside a sign that may be of anybody, not just a shift."""
    reading = scene.reading
    in_industry = set(reading.context.settings) == {"pharma"}
    if scene.near(person, scene.events, 0 if in_industry else scene.reach):
        return True
    if scene.near(person, reading.hits(_PATIENT), 1):
        return True
    if not scene.base:
        return False
    if scene.near(person, scene.rooms, 1) or scene.near(person, scene.wards, 0):
        return True
    if {"cue-illness", "cue-outcome"}.intersection(cues):
        return True
    if "cue-accident" in cues and {"cue-age", "cue-age-vague", "cue-work"}.intersection(cues):
        return True
    if "cue-home" in cues or ("cue-picture" in cues and kind == "first"):
        return True
    age = cues.get("cue-age")
    return age is not None and is_old(reading.quote(age))


def _weigh_evidence(person: Hit, kind: str, cues: Mapping[str, Hit], scene: _Scene) -> int:
    """Weigh the signs of care: what happened to the person, rooms, wards, great age."""
    if kind == "patient":
        return 0
    weight = scene.base + _weigh_surroundings(person, kind, scene)
    if _BODILY.intersection(cues):
        weight += 1
    if "cue-home" in cues and scene.base and kind == "pronoun":
        weight += 1
    if "cue-picture" in cues and scene.base and scene.near(person, scene.places, 1):
        weight += 1
    age = cues.get("cue-age")
    if age and kind != "cue-age" and is_old(scene.reading.quote(age)):
        weight += 2 if "care" in scene.reading.context.settings else 1
    return weight


def _weigh_surroundings(person: Hit, kind: str, scene: _Scene) -> int:
    """Weigh what happens in care, its places and its patients, by how near they stand."""
    weight = 0
    if scene.near(person, scene.events, 0):
        weight += 2
    elif scene.near(person, scene.events, scene.reach):
        weight += 1
    weight += bool(scene.near(person, scene.places, 1))
    weight += bool(scene.near(person, scene.reading.hits(_PATIENT), 1))
    if kind == "room":
        return weight - (not _is_of_somebody(person, scene))
    if scene.near(person, scene.rooms, 0):
        return weight + 2
    return weight + bool(scene.near(person, scene.wards, 0))


def _is_of_somebody(room: Hit, scene: _Scene) -> bool:
    """Say whether a room or ward is spoken of with a person in it."""
    reading = scene.reading
    people = [*reading.hits(_PERSON), *reading.hits(_PATIENT), *_find_pronouns(reading)]
    return bool(scene.near(room, people, 1) or scene.near(room, scene.events, 0))


def _nearest_cues(person: Hit, scene: _Scene) -> dict[str, Hit]:
    here = scene.reading.unit(person.start, "sentence")
    cues: dict[str, Hit] = {}
    name_beside = find_name_after(person, scene.reading)
    if name_beside:
        cues["cue-first-name"] = name_beside
    for name, hit in scene.cues:
        if abs(scene.reading.unit(hit.start, "sentence") - here) > scene.reach:
            continue
        if name != "cue-time" and any(hit.covers(other) for other in scene.others):
            continue
        known = cues.get(name)
        if known is None or _distance(person, hit) < _distance(person, known):
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


def _drop_overlapping(cues: dict[str, Hit]) -> None:
    """Let the same words count as one kind only: the weightiest."""
    ranked = sorted(cues, key=lambda name: -_WEIGHTS.get(name, _WHOLE))
    for at, name in enumerate(ranked):
        if any(cues[name].covers(cues[other]) for other in ranked[:at] if other in cues):
            del cues[name]


def _cover(person: Hit, cues: Mapping[str, Hit], points: int, scene: _Scene) -> Hit:
    """Give the hit that covers the person and the nearest cues."""
    start, end = person.start, person.end
    for cue in sorted(cues.values(), key=lambda cue: _distance(person, cue)):
        wider = min(start, cue.start), max(end, cue.end)
        if wider[1] - wider[0] <= _LONGEST:
            start, end = wider
    here = scene.reading.unit(person.start, "sentence")
    within = sum(scene.reading.unit(cue.start, "sentence") == here for cue in cues.values())
    details = {
        "count": (points + 1) // _WHOLE,
        "cues": tuple(cues),
        "rank": (points, within, start - end),
    }
    return Hit(start, end, details)


def _distance(one: Hit, other: Hit) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

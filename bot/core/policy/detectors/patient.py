"""A patient, client or resident in a draft, and how many cues would let a reader recognise them.

A person is read as a patient when a word says so ("our resident"), when they are named beside care
("Mrs Hill, bed 4"), or when an ordinary word for a person ("a lad of 17", "the postman from Ely")
stands beside what happens in care ("came in", "new hip"). Cues are vocabularies named `cue-...` and
a few shapes found here: ages, rooms, towns, quotations. Each kind counts once, by its weight; two
half cues make one. Cues count in the sentence of the person and its neighbours: that is how people
tell. One hit per paragraph; `count` is the number of whole cues.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.core.policy.detectors.person import find_places, find_single_names
from bot.core.policy.reading import Hit, Reading

_PATIENT = "patient-person"  # one person, by a word of care: "our resident", "mijn cliënt"
_PERSON = "person-word"  # one person, by an ordinary word: "a lady", "ein Junge"
_GENERAL = "patient-general"  # patients as such: "every patient", "Patientenversorgung"
_COMPOSED = "composed-story"  # "changed and merged", a manikin, an actor
_CONSENT = "patient-agreed"  # read the text and agreed in writing
_OWN = "own-illness"  # the author's own story
_OWN_PEOPLE = "own-people"  # "my mum", "meine Kollegin": relatives and colleagues of the author
_EVENT = "care-event"
_CARE_PLACE = "care-place"
_WORK = "cue-work"
_FAME = "cue-fame"
_NEAR = 1  # sentences before and after in which cues count
_LONGEST = 110

# Half cues; a kind that is not listed weighs a whole cue.
_WEIGHTS: Mapping[str, int] = {
    "cue-age-vague": 1,
    "cue-care-place": 1,
    "cue-family": 1,
    "cue-quote": 1,
    "cue-time": 1,
    "cue-outcome": 1,
    "cue-illness": 1,
    "cue-fame": 3,
    "cue-rare": 2,
    "cue-name": 4,
    "cue-first-name": 2,
}
_WHOLE = 2  # half cues in a cue
_ASK = 4  # half cues from which a person can be recognised

_AGE = re.compile(
    r"\b\d{1,3}[- ]?(?:jahrig|jaehrig|jarig|jr\b|yrs?[ -]old|y/?o\b|year[- ]old|years? old|years? young|"
    r"jahre? alt|jahre? jung|jaar oud|jaar jong|weeks? old|months? old|days? old|wochen alt|monate alt|tage alt|"
    r"weken oud|maanden oud|kaarsjes|kerzen|candles|weeks'? gestation|gramm?\b|grams\b)"
    r"|\b[a-z]{3,20}[- ]year[- ]old"
    r"|\b(?:jongen|meisje|man|vrouw|meneer|mevrouw|knul|kerel|meid|gast|jochie|kind|dame|heer|moeder|vader|"
    r"[a-z]{3,18}(?:er|aar|ster|ier|eur|boer|houder|knecht|man|vrouw)) van (?:bijna |net |ruim )?\d{1,3}\b(?! ?(?:euro|%|km|kilo|jaar bij|meter|cm))"
    r"|\b(?:turned|turns|turning|aged?|wurde|wird|werd|wordt|hits|reached) (?:gestern |heute |today |vandaag |gisteren |morgen )?"
    r"(?:stolze |stramme |gerade )?(?:[7-9]\d|1[01]\d)\b(?!%| ?(?:per|pro|%|jahre? im|years? of|jaar bij|minut|euro|km))"
    r"|\b(?:7\d|8\d|9\d|10\d|11[0-3]) (?:geworden|jaar geworden|jahre? geworden|(?:und|en|and) (?:noch|nog|still|sharp|fit|kern|helder|topfit|steeds|immer|hell|bij|going))"
    r"|\bop (?:haar|zijn|z'n|d'r) \d{2,3}(?:e|ste|de)?\b"
    r"|\b(?:met|mit|at|von|sie ist|er ist|he was|she was|he's|she's|he is|she is|is al|war|was) (?:seinen |ihren |zarten |her |his )?(?:9\d|10\d)\b(?! ?(?:%|prozent|procent|per|euro|mal|keer|km|kilo|minut|sek|sec|stud|teiln|grad))"
    r"|, ?(?:erst |nur |just |only |pas )?(?:1[0-9]|[2-9]\d|10\d|[3-9])(?=,|;|\.(?:\s|$)| ?:)(?!,\d)"
    r"|\((?:1[0-9]|[2-9]\d|10\d|[1-9])(?:[ j]*| jahre| jaar| j\.)\)"
)
_ROOM = re.compile(
    r"\b(?:zimmer|zi\.|bettplatz|bett|kabine|box|kamer|kmr|bed|room|rm|bay|cubicle|side ?room|flat|huisje|"
    r"appartement|apartment|zaal|wohnung|platz) (?:nr\.? ?|no\.? ?|number |nummer )?[a-z]?\d{1,4}[a-z]?\b"
    r"|\b(?:lady|gent|gentleman|man|woman|chap|bloke|lad|boy|girl|one) in \d{1,3}\b"
    r"|\b(?:dame|herr|herrn|frau|mann|oma|opa|die|der) (?:auf|von|aus|in) (?:der |zimmer )?\d{1,3}\b(?! ?(?:jahr|tag|min|stund|%|grad|uhr|metern|euro|lander|stadt|woch|mona))"
    r"|\b(?:mevrouw|meneer|dame|heer|die|oma|opa) (?:van|op|uit) \d{1,3}\b(?! ?(?:jaar|%|euro|dagen|uur|weken|meter|maand|kg))"
    r"|\b(?:station|stat\.|stn\.?|afdeling|afd\.?|ward|gang|wohnbereich|wb|etage|unit|huiskamer|units?) (?:[a-z]?\d{1,3}[a-z]?|[a-h])\b"
    r"|(?<![\w.])\d[a-d](?=,| zimmer| zi\.| kamer| bett| bed)"
)
_RARE = re.compile(
    r"\b(?:nur|gerade mal|only|just|about|maar|slechts|weltweit|wereldwijd) (?:noch |etwa |circa |zo'n |around |about )?"
    r"\d{1,3} (?:menschen|falle|fallen|patienten|personen|people|cases|patients|mensen|gevallen|patienten|others)\b"
)
_QUOTE = re.compile('["“”„»«‘’\'](?=[A-ZÄÖÜ])[^"“”„»«\n]{6,200}[.!?…,]?["“”»«’\']')
_PRONOUNS = frozenset(
    "he she him her his hers he's she's er sie ihn ihm ihr ihre ihren ihrem sein seine seinen seinem "
    "hij zij ze hem haar zijn z'n d'r ie".split()
)
_LONG_AGO = re.compile(r"\b1[5-8]\d\d\b|\b19[0-3]\d\b")


@dataclass
class _Scene:
    """What a draft holds that bears on patients, found once."""

    reading: Reading
    cues: list[tuple[str, Hit]] = field(default_factory=list)
    events: list[Hit] = field(default_factory=list)
    places: list[Hit] = field(default_factory=list)

    def near(self, hit: Hit, others: Iterable[Hit], reach: int = _NEAR) -> list[Hit]:
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
    if reading.hits(_COMPOSED) or reading.hits(_CONSENT) or _LONG_AGO.search(reading.text):
        return []
    scene = _Scene(reading, events=reading.hits(_EVENT), places=reading.hits(_CARE_PLACE))
    candidates = list(_find_candidates(scene))
    if not candidates:
        return []
    scene.cues = list(_find_cues(reading))
    found: dict[int, Hit] = {}
    for person, kind in candidates:
        hit = _weigh(person, kind, scene)
        if hit is None:
            continue
        paragraph = reading.unit(person.start, "paragraph")
        if paragraph not in found or hit.details["points"] > found[paragraph].details["points"]:
            found[paragraph] = hit
    return list(found.values())


def _find_candidates(scene: _Scene) -> Iterator[tuple[Hit, str]]:
    """Give the people of a draft who may be patients, and by what sign."""
    reading = scene.reading
    excluded = [*reading.hits(_GENERAL), *reading.hits(_OWN_PEOPLE)]
    own = reading.hits(_OWN)
    for kind, hits in (
        ("patient", reading.hits(_PATIENT)),
        ("named", reading.detect("person")),
        ("room", _find_pattern(_ROOM, reading)),
        ("first", find_single_names(reading)),
        ("person", reading.hits(_PERSON)),
        ("work", reading.hits(_WORK)),
        ("fame", reading.hits(_FAME)),
    ):
        for hit in hits:
            if any(hit.covers(other) for other in excluded) or scene.near(hit, own, 0):
                continue
            yield hit, kind


def _find_cues(reading: Reading) -> Iterator[tuple[str, Hit]]:
    for name in reading.policy.cues:
        for hit in reading.hits(name):
            yield name, hit
    for name, expression in (("cue-age", _AGE), ("cue-place", _ROOM), ("cue-rare", _RARE)):
        for hit in _find_pattern(expression, reading):
            yield name, hit
    for match in _QUOTE.finditer(reading.text):
        yield "cue-quote", Hit(*match.span())
    for hit in reading.detect("person"):
        yield ("cue-name" if hit.details["kind"] != "initial" else "cue-first-name"), hit
    for hit in find_single_names(reading):
        yield "cue-first-name", hit
    for hit in find_places(reading):
        yield "cue-place", hit


def _find_pattern(expression: "re.Pattern[str]", reading: Reading) -> Iterator[Hit]:
    folded = reading.parsed.folded
    for match in expression.finditer(folded.text):
        yield Hit(*folded.span(*match.span()))


def _weigh(person: Hit, kind: str, scene: _Scene) -> Hit | None:
    """Add up the cues around one person; None where care is not spoken of."""
    evidence = _weigh_evidence(person, kind, scene)
    if evidence < _NEEDED[kind]:
        return None
    cues = _nearest_cues(person, scene)
    points = sum(_WEIGHTS.get(name, _WHOLE) for name in cues)
    if kind == "room":
        points = max(points, _WHOLE)
    return _cover(person, cues, points)


# Evidence of care that a sign of a person needs before we believe in a patient.
_NEEDED: Mapping[str, int] = {
    "patient": 0,
    "named": 2,
    "room": 1,
    "first": 3,
    "person": 2,
    "work": 2,
    "fame": 2,
}


def _weigh_evidence(person: Hit, kind: str, scene: _Scene) -> int:
    """Weigh the signs of care around a person: an event in the sentence 2, near it 1, a place 1."""
    if kind == "patient":
        return 9
    weight = 0
    if scene.near(person, scene.events, 0):
        weight += 2
    if scene.near(person, scene.events) and not weight:
        weight += 1
    if scene.near(person, scene.places):
        weight += 1
    if scene.near(person, scene.reading.hits(_PATIENT)):
        weight += 1
    if any(scene.near(person, _find_pattern(_ROOM, scene.reading), 0)) and kind != "room":
        weight += 2
    if kind == "room" and _has_pronoun(person, scene.reading):
        weight += 1
    return weight


def _has_pronoun(person: Hit, reading: Reading) -> bool:
    words = reading.words_in(*reading.sentence_span(person.start))
    return any(word.form in _PRONOUNS for word in words)


def _nearest_cues(person: Hit, scene: _Scene) -> dict[str, Hit]:
    here = scene.reading.unit(person.start, "sentence")
    cues: dict[str, Hit] = {}
    for name, hit in scene.cues:
        if abs(scene.reading.unit(hit.start, "sentence") - here) > _NEAR:
            continue
        known = cues.get(name)
        if known is None or _distance(person, hit) < _distance(person, known):
            cues[name] = hit
    if "cue-name" in cues:
        cues.pop("cue-first-name", None)
    if "cue-age" in cues:
        cues.pop("cue-age-vague", None)
    if "cue-place" in cues:
        cues.pop("cue-care-place", None)
    return cues


def _cover(person: Hit, cues: Mapping[str, Hit], points: int) -> Hit:
    """Give the hit that covers the person and the nearest cues of the same sentence."""
    start, end = person.start, person.end
    for cue in sorted(cues.values(), key=lambda cue: _distance(person, cue)):
        wider = min(start, cue.start), max(end, cue.end)
        if wider[1] - wider[0] <= _LONGEST:
            start, end = wider
    details = {"count": points // _WHOLE, "points": points, "cues": tuple(cues)}
    return Hit(start, end, details)


def _distance(one: Hit, other: Hit) -> int:
    return max(one.start, other.start) - min(one.end, other.end)

"""Cues that lead to a person: found as words of the vocabularies `cue-...` and as shapes.

Each kind counts once, by its weight; two half cues make one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.core.language.words import Word
from bot.core.policy.detectors.ages import find_ages
from bot.core.policy.detectors.patient_scene import LONG_AGO, PRONOUNS, ROOM, STREET, WARD, Scene
from bot.core.policy.detectors.places import find_places, find_towns
from bot.core.policy.detectors.single_names import find_name_after, find_single_names
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

FIRST = "cue-first-name"
SINGLED = "cue-singled"  # by a shape: of such there is one in a place; as good as a name
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
    SINGLED: 3,
    "cue-picture": 2,
}
WHOLE = 2  # half cues in a cue
# Kinds that point to one person; without any of them there is no recognising.
POINTING = frozenset(
    "cue-age cue-place cue-rare cue-work cue-fame cue-name cue-first-name cue-origin cue-accident "
    "cue-look cue-home cue-law cue-known cue-singled".split()
)
_RARE = Shape(
    r"\b(?:als |as |but )?(?:einer|eine|eines|eins|one|een) (?:von|of|van) (?:nur |only |just |maar )?"
    r"(?:\d{1,3}|\w{3,9}) (?:in|im|op|on|across) (?:ganz |the |de |heel )?(?:deutschland|nederland"
    r"|europa|europe|uk|country|england|scotland|wales|britain|ireland|osterreich|belgie|welt|world)\b|"
    r"\b(?:nur|gerade mal|only|just|about|maar|slechts|weltweit|wereldwijd|keine) "
    r"(?:noch |etwa |circa |zo'n |around |about )?\d{1,3} "
    r"(?:menschen|falle|fallen|patienten|personen|people|cases|patients|mensen|gevallen|others)\b"
)
# "the only girl in Shropshire with it", "den siebten Fall von": of such there is one in a place.
_ONLY_ONE = Shape(
    r"\b(?:the|their|our|its) only (?:[a-z-]+ ){1,3}(?:in|from|on|across|north|south|east|west|round"
    r"|outside) (?!the (?:team|room|world|building|department|company|market|office|list|menu)\b)"
    r"|\bonly one (?:in|on|for) (?:[a-z]+ ){1,3}(?:with|who|to have)\b"
    r"|\b(?:der|die|das|den|dem|als) einzige[nrs]? (?:[a-z]+ ){0,2}(?:in|im|aus|am|auf|vom|zwischen) "
    r"(?!(?:der|dem) (?:welt|branche|firma|raum|team|abteilung)\b)"
    r"|\b(?:de|het|als|onze) enige (?:[a-z]+ ){0,2}(?:in|uit|op|van|tussen) "
    r"(?!(?:de|het) (?:wereld|branche|team|kamer|afdeling|markt)\b)"
    r"|\b(?:erste[nrs]?|zweite[nrs]?|dritte[nrs]?|[a-z]{2,8}te[nrs]?|\d{1,2}\.) (?:fall|patient|patientin"
    r"|kind|mensch) (?:von|mit|in|weltweit|europaweit|deutschlandweit|uberhaupt)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) "
    r"(?:case|patient|child|person|baby|woman|man) (?:of|with|in|ever|worldwide|nationwide)\b"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,2}e) "
    r"(?:geval|patient|kind|mens|baby|vrouw|man) (?:van|met|in|ooit|wereldwijd)\b"
    r"|\b(?:deutschland|europa|welt|landes|bundes)weit (?:den|der|die|das|erst|nur|einer|eine|gerade)\b"
)
# "the bloke who had the chip shop", "die met de drie papegaaien": told so that a town knows whom.
_SINGLED = Shape(
    r"\b(?:the|that|this) (?:[a-z]+ ){0,2}?(?:lady|gent|gentleman|man|woman|chap|bloke|lad|lass|girl|boy"
    r"|fella|guy|couple|widow|widower|kid|mum|dad|twins|sisters|brothers|one) (?:who(?:'d|'s)?|whose) "
    r"(?:had|has|have|ran|runs|owned|owns|taught|teaches|came|won|wins|drove|drives|used|played|plays"
    r"|sang|sings|kept|keeps|built|builds|lives|lived|sold|sells|baked|bakes|once|always|conducted"
    r"|wrote|invented|swam|rowed|rode|led|leads|founded|judged|delivered|painted|married|lost|fell"
    r"|everyone|everybody|cut|cuts|mended|rang|rings|presented|read|reads)\b"
    r"|\bthe (?:one|chap|lady|bloke|man|woman|lad|girl|fella) with the (?!(?:flu|cold|most|best)\b)[a-z]+"
    r"|\b(?:der|die|dem|den) mit (?:dem|der|den|seinem|seiner|seinen|ihrem|ihrer|ihren) "
    r"(?:[a-z]+ )?(?=[a-z]{4})"
    r"|\b(?:herr|herrn|dame|frau|mann|junge|jungen|madchen|kerl|typ|ehepaar|paar|witwe|witwer|opa|oma"
    r"|nachbar|nachbarin|senior|seniorin), (?:der|die|das|dem|den|deren|dessen) (?:[a-z]+ ){1,8}?"
    r"(?:hat|hatte|war|fuhrt|fuhrte|wohnt|wohnte|betreibt|betrieb|gewann|gewonnen|spielt|spielte"
    r"|besitzt|besass|leitet|leitete|baute|verkauft|verkaufte|unterrichtete|singt|sang)\b"
    r"|\b(?:die|dat|degene) met (?:die|dat|de|het|haar|zijn|z'n|d'r|al die) "
    r"(?!(?:kerst|hand|auto|trein|fiets|bus)\b)(?:[a-z]+ )?(?=[a-z]{4})"
    r"|\b(?:die|de|dat|het|een) (?:man|vrouw|mevrouw|meneer|heer|dame|jongen|meisje|kerel|gast|stel"
    r"|echtpaar|weduwe|weduwnaar|opa|oma|buurman|buurvrouw) (?:die|dat|van wie|wiens|wier) "
    r"(?:[a-z]+ ){0,3}?(?:vroeger|altijd|ooit|jarenlang|won|had|runde|speelde|zong|reed|woonde|woont"
    r"|verkocht|bakte|bouwde|heeft|schreef|leidde|iedereen|elke|elk|vorig)\b"
)
_CLOCK = Shape(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?! ?(?:euro|eur|%|kg|km|prozent|procent|mio))")
_QUOTE = re.compile('["“”„»«‘’\'](?=[A-ZÄÖÜ])[^"“”„»«\n]{6,200}[.!?…,]?["“”»«’\']')


_SHAPES = Shapes(LONG_AGO, ROOM, WARD, STREET, _RARE, _ONLY_ONE, _SINGLED, _CLOCK)

Places = Mapping[Shape, Sequence[Hit]]


def find_shapes(reading: Reading) -> Places:
    """Find every place of the shapes that bear on patients, in the folded text."""
    folded = reading.parsed.folded
    return {
        shape: [Hit(*folded.span(*match.span())) for match in shape.exact.finditer(folded.text)]
        for shape in _SHAPES.list_possible(folded.text)
    }


def find_cues(places: Places, reading: Reading) -> Iterator[tuple[str, Hit]]:
    """Find every cue of a draft, with the name of its kind."""
    for name in reading.policy.cues:
        for hit in reading.hits(name):
            yield name, hit
    for name, hits in (
        ("cue-age", find_ages(reading)),
        ("cue-place", places.get(ROOM, ())),
        ("cue-place", places.get(WARD, ())),
        ("cue-place", find_places(reading)),
        ("cue-place", find_towns(reading)),
        ("cue-rare", places.get(_RARE, ())),
        (SINGLED, places.get(_ONLY_ONE, ())),
        (SINGLED, places.get(_SINGLED, ())),
        ("cue-time", places.get(_CLOCK, ())),
        (FIRST, find_single_names(reading)),
        ("cue-picture", [] if reading.hits(_NO_PICTURE) else reading.hits(_PICTURE)),
    ):
        for hit in hits:
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

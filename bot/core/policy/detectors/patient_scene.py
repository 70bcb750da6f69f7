"""What a draft holds that bears on patients, found once and shared by the steps of the detector."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.language.words import Word
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

PATIENT = "patient-person"  # one person, by a word of care: "our resident", "mijn cliënt"
PERSON = "person-word"  # one person, by an ordinary word: "a lady", "ein Junge"
GENERAL = "patient-general"  # patients as such: "every patient", "Patientenversorgung"
FAMILY = "own-family"  # "my mum", "mein Sohn"
COLLEAGUES = "own-people"  # "meine Kollegin", "the woman from payroll"
EVENT = "care-event"
CONTACT = "company-meets-patient"  # a chart, a delivery, a doctor who tells of somebody
WARD_NAME = "ward-name"  # PAAZ, ICU, KJP: who is told of there is a patient
CARE_PLACE = "care-scene"  # a ward, a shift: where care happens
WORK_LIFE = "work-life"  # retirement, a new head, a speaker
ROOM = Shape(
    r"\b(?:zimmer|zi\.|bettplatz|bett|kabine|box|kamer|kmr|bed|room|rm|bay|cubicle|side ?room|flat"
    r"|huisje|"
    r"appartement|apartment|zaal|wohnung|platz) (?:nr\.? ?|no\.? ?|number "
    r"|nummer )?[a-z]?\d{1,4}[a-z]?\b(?![.,]\d)"
    r"|\b(?:lady|gent|gentleman|man|woman|chap|bloke|lad|boy|girl|one) in (?:number "
    r"|no\.? )?\d{1,3}\b"
    r"|\b(?:dame|herr|herrn|frau|mann|oma|opa|die|der) (?:auf|von|aus|in) (?:der "
    r"|zimmer )?\d{1,3}\b"
    r"(?! ?(?:jahr|tag|min|stund|%|grad|uhr|metern|euro|lander|stadt|woch|mona|[a-z]{4,}))"
    r"|\b(?:mevrouw|meneer|dame|heer|die|oma|opa) (?:van|op|uit) \d{1,3}\b"
    r"(?! ?(?:jaar|%|euro|dagen|uur|weken|meter|maand|kg|[a-z]{4,}))"
)
WARD = Shape(
    r"\b(?:station|stat\.|stn\.?|afdeling|afd\.?|ward|gang|wohnbereich|wb|wg|etage|unit|huiskamer) "
    r"(?:[a-z]?\d{1,3}[a-z]?|[a-h])\b"
    r"|(?<![\w.])\d[a-d](?=,| zimmer| zi\.| kamer| bett| bed)"
)
# Where somebody lives; beside a name and an age it leads to their door as a ward leads to their bed.
STREET = Shape(
    r"\b(?:aan|op|uit|in|am|an|aus|auf) (?:de |het |der |dem )?[a-z]+-?(?:straat|laan|weg|plein|kade|singel"
    r"|gracht|steeg|dijk|pad|stras+e|gasse|allee|ring|platz|damm)\b"
    r"|\b(?:on|of|from|at|in) (?:[a-z]+ ){1,2}(?:street|lane|road|avenue|crescent)\b"
)
# A year so long ago that nobody of then is a patient now.
LONG_AGO = Shape(
    r"\b1[5-8]\d\d\b(?! ?(?:g|gr|grams?|gramm|ml|kcal|euro|km|kg|uhr|uur|hours|meters?|metern"
    r"|people|"
    r"menschen|mensen|patient\w*|steps|schritte|stappen|hrs|h)\b|[.,:]\d| und 1[5-9]| en 1[5-9]"
    r"| and 1[5-9])"
)
# A word of care that can mean nobody but one who is cared for.
NOUN = re.compile(
    "patient|bewoner|bewoonster|bewohner|client|klient|resident|proband|proefpersoon|donor|spender"
    "|participant|deelne|teilnehm|caller|anruf|beller|gast|newborn|fruhchen|neugeborene"
)
PRONOUNS: Mapping[str, frozenset[str]] = {
    "en": frozenset("he she him her his hers he's she's he'd she'd he'll she'll".split()),
    "nl": frozenset("hij zij ze hem haar z'n d'r".split()),
    "de": frozenset("er sie ihn ihm seine seinen seinem ihre ihrem ihren".split()),
}
_AMBIGUOUS = frozenset("sie ihre ihrem ihren ze zij".split())
_PLURAL = frozenset("sind waren zijn haben hebben gaan staan doen".split())


@dataclass
class Scene:
    """What a draft holds that bears on patients, found once."""

    reading: Reading
    base: int = 0
    reach: int = 1
    cues: list[tuple[str, Hit]] = field(default_factory=list)
    events: list[Hit] = field(default_factory=list)
    places: list[Hit] = field(default_factory=list)
    rooms: Sequence[Hit] = ()
    wards: Sequence[Hit] = ()
    streets: Sequence[Hit] = ()
    contacts: list[Hit] = field(default_factory=list)
    named_wards: list[Hit] = field(default_factory=list)
    work_life: list[Hit] = field(default_factory=list)
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


def find_meant(vocabulary: str, reading: Reading) -> list[Hit]:
    """Give the hits of a vocabulary but for those in text that is meant for the checker."""
    hits = reading.hits(vocabulary)
    if not hits:
        return hits
    orders = reading.detect("injection")
    spoiled = {reading.unit(order.start, "sentence") for order in orders}
    return [
        hit
        for hit in hits
        if reading.unit(hit.start, "sentence") not in spoiled
        and not any(hit.covers(order) for order in orders)
    ]


def find_pronouns(reading: Reading) -> Iterator[Hit]:
    """Find the first word of each sentence that speaks of one third person."""
    for sentence in reading.parsed.sentences:
        known = PRONOUNS[sentence.language]
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

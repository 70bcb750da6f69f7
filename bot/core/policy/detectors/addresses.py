"""Where somebody lives: streets with a number, and places told with a word that says so."""

import re
from collections.abc import Iterator, Sequence

from bot.core.policy.detectors.identifier_hits import PRIVATE, WIDE, make_hit, read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

STREET_FIRST = Shape(
    r"\b[a-z][a-z'-]{2,24}?(?:strasse|strase|str\.|straat|weg|allee|gasse|laan|plein|gracht|kade"
    r"|gaarde|burgwal|meent|brink|hoeve|vliet|oever"
    r"|stieg|twiete|winkel|berg|"
    r"singel|dreef|hof|pad|ring|ufer|damm|steig|dijk|markt|platz|chaussee|wal|steeg|dyk|kamp|grund"
    r"|lohe|redder|burg)\s{1,2}(?!(?:19|20)\d\d\b)\d{1,4} ?[a-f]?\b(?![.:]?\d| ?(?:uhr|uur|%|euro|km|meter|jahre|jaar"
    r"|min))"
    r"|\b[a-z][a-z-]{2,20} (?:strase|strasse|str\.|weg|allee|platz|straat|laan|plein|ring"
    r"|damm)\s{1,2}\d{1,4} ?[a-f]?\b(?! ?(?:uhr|uur|%|euro|km))"
    r"|\b(?:am|im|an der|in der|auf dem|zum|zur|op de|aan de|achter de) "
    # a room, a page or a phase with its number is no street
    r"(?![a-z-]*(?:raum|saal|zimmer|halle|etage|kamer|zaal|pagina|seite|kapitel|platz|tag|woche"
    r"|spoor|gleis|lijn|linie|lokaal|fase|phase|stufe|gruppe|team|bereich|trakt)\b)"
    r"[a-z][a-z-]{3,20} \d{1,3} ?[a-f]?(?=[,.;\n]| in | hinten|$)"
    r"|\b(?:mit der|hausnummer|huisnummer|nummer|nr\.?) \d{1,3} ?[a-f]? (?:in der|in de|am|an der"
    r"|aan de|op de) [a-z][a-z-]{4,24}(?:gasse|strase|strasse|straat|weg|laan|platz|allee|ring"
    r"|gracht|kade)\b",
    wider=r"(?:strasse|strase|str\.|straat|weg|allee|gasse|laan|plein|gracht|kade|gaarde|burgwal|meent|brink"
    r"|hoeve|vliet|oever|stieg|twiete|winkel|berg|singel|dreef|hof|pad|ring|ufer|damm|steig|dijk"
    r"|markt|platz|chaussee|wal|steeg|dyk|kamp|grund|lohe|redder|burg)\s{1,2}\d"
    r"|\b(?:am|im|der|dem|zum|zur|de) [a-z-]+ \d|(?:\bder|nummer|nr\.?) \d",
)
NUMBER_FIRST = Shape(
    r"\b(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-f]? (?:[a-z][a-z']{2,15} ){1,2}"
    r"(?:street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|st|rd|ave|court|row"
    r"|mews|walk|wynd|brae|loan|view|park|"
    r"place|square|hill|green|way|rise|end|gate|quay|cottages|bank|yard|wharf|hollow|croft)\b",
    wider=r"\d[a-f]? (?:[a-z']+ ){1,2}(?:street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|st|rd"
    r"|ave|court|row|mews|walk|wynd|brae|loan|view|park|place|square|hill|green|way|rise|end|gate"
    r"|quay|cottages|bank|yard|wharf|hollow|croft)\b",
)
# After words that say who lives or can be found there, any name with a number is an address.
_LIVES_AT = (
    re.compile(
        r"\b(?i:wohn(?:e|t|en)?|wohnhaft|zuhause|daheim|klingeln|vorbei|abholen|woon|woont|wonen"
        r"|vertrek|ophalen|langs|thuis)\b[^.!?\n\d]{0,32}?"
        r"(?P<home>(?:(?:Am|Im|An der|In der|Auf dem|Zum|Zur|Op de|Aan de) )?"
        r"(?:[A-ZÄÖÜ][a-zäöüß]+ ){1,2}\d{1,3}\b(?! (?:Uhr|uur|Jahr|jaar|km)))"
    ),
    re.compile(
        r"\b(?i:live|lives|living|surprise (?:him|her|them)|find (?:him|her|me|us)|home)\b"
        r"[^.!?\n\d]{0,8} at (?P<home>\d{1,3}[a-f]?(?: [A-Z][a-z']{2,}){1,3})"
    ),
)
# Number 31 of a street.
_NUMBER_OF = re.compile(
    r"\b(?:nummer|nr\.?|number|no\.?) \d{1,3} ?[a-f]? (?:van de|van het|in der|in de|am|an der|on)"
    r" [A-Z][a-z]{3,}(?:hof|weg|straat|laan|plein|strasse|straße|gasse|allee|pad|dreef| Street"
    r"| Road| Lane| Close)\b"
)
# What the folded text has somewhere if there are any of the two above.
AT_HOME = Shape(
    r"wohn|zuhause|daheim|klingeln|vorbei|abholen|woon|wonen|vertrek|ophalen|langs|thuis"
    r"| at [\d\x1a]"
)
NUMBERED = Shape(r"(?:nummer|nr\.?|number|no\.?) [\d\x1a]")
_VENUE = re.compile(
    r"klinik|klinikum|krankenhaus|ziekenhuis|hospital|museum|\bsaal\b|\bhalle\b|turnhalle|gasthof"
    r"|gasthaus|hotel|restaurant|cafe\b|kneipe|pub\b|kirche|kerk|church|"
    r"chapel|kapelle|\bhall\b|zentrum|centrum|centre|theater|theatre|schule|school|gymnasium"
    r"|hochschule|universit|college|campus|buhne|buurthuis|dorpshuis|"
    r"burgerhaus|gemeindehaus|rathaus|stadhuis|town hall|library|bibliothe|bucherei|stadion"
    r"|stadium|praxis\b|praktijk|apotheke|apotheek|pharmacy|sporthal|"
    r"kongress|congres|messe\b|arena|haupteingang|eingang|ingang|entrance|filiale|vestiging"
    r"|standort|locatie|\bsite\b|office|buro\b|kantoor|gebaude|gebouw|building|werk\b|"
    r"verein|vereniging|stiftung|stichting|charity|hospice|hospiz|pflegeheim|seniorenheim"
    r"|verpleeghuis|zorgcentrum|care home|tagespflege|veranstaltung|symposium|"
    r"workshop|tag der offenen|open dag|opendag|open day|exhibition|ausstellung|tentoonstelling"
    r"|konzert|concert|\binn\b|tavern|\barms\b|\btor \d|\bgate \d|shuttle|\bbus(?:se)? |sommerfest"
    r"|zomerfeest|summer fair|sammelstelle|inzamelpunt|blutspende|bloedbank|treffpunkt|"
    r"stammtisch|fabrik|fabriek|factory|\bfete\b|bazaar|jumble|impfzentrum|prikpost|testlocatie|biergarten|brauhaus|brewery|brasserie|eetcafe"
    r"|\bbar\b|studio|galerie|gallery|markthalle|geschaftsstelle|postfach"
)


def find_addresses(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find streets with a number that are somebody's, not a venue's."""
    text = reading.parsed.folded.text
    for shape in (STREET_FIRST, NUMBER_FIRST):
        for match in shape.exact.finditer(text) if shape in possible else ():
            hit = make_hit(reading, *match.span(), "address")
            if not any(sign.isupper() for sign in reading.quote(hit)):
                continue
            if shape is NUMBER_FIRST and not _is_titled(reading.quote(hit)):
                continue
            around = read_around(text, *match.span())
            is_public = _VENUE.search(around) or any(
                abs(name.start - hit.start) < WIDE for name in reading.detect("organisation")
            )
            if is_public and not PRIVATE.search(read_around(text, *match.span(), 60)):
                continue
            yield hit


def find_homes(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find where somebody lives, told with a word that says so."""
    for expression in _LIVES_AT if AT_HOME in possible else ():
        for match in expression.finditer(reading.text):
            yield Hit(*match.span("home"), {"kind": "address", "certainty": "clear"})
    for match in _NUMBER_OF.finditer(reading.text) if NUMBERED in possible else ():
        yield Hit(*match.span(), {"kind": "address", "certainty": "clear"})


def _is_titled(address: str) -> bool:
    """Say whether every word of an English address is capitalised, as names of streets are."""
    return all(word[:1].isupper() or word[:1].isdigit() for word in address.split())

"""Numbers given to one person: of insured people, patients, citizens and cases."""

import re
from collections.abc import Iterator, Sequence

from stdnum.gb import nhs
from stdnum.nl import bsn

from bot.core.policy.detectors.identifier_hits import WIDE, make_hit, read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

_NHS_DIGITS = 10
_LONGEST_DIGITS = 40  # python-stdnum converts to int and raises on very long numbers
_CONTEXT = 40  # characters around a number in which its name must stand
NUMBER = Shape(r"(?<![\w.])\d[\d .-]{6,20}\d(?![\w])", wider=r"\d[\d .-]{6}")
NAMED = {
    "bsn": Shape(
        r"\bbsn\b[^\d\n]{0,20}(\d{4}[. -]?\d{2}[. -]?\d{3}|\d{3}[. -]?\d{3}[. -]?\d{3}|\d{8,9})\b"
        r"|burgerservicenummer\D{0,12}(\d{8,9})\b|sofinummer\D{0,12}(\d{8,9})\b",
        wider=r"\bbsn\b|burgerservicenummer|sofinummer",
    ),
    "nhs": Shape(
        r"\b(?:nhs|chi)(?: ?(?:no|nr|num"
        r"|number)\b\.?)?(?:'s)?[^\w\n]{0,6}(?:is )?(\d{3}[ -]?\d{3}[ -]?\d{4})\b",
        wider=r"\b(?:nhs|chi)(?:[^a-z]| ?n(?:o|r|um)|is )",
    ),
    "kvnr": Shape(
        r"\b(?:kvnr|kv-nr|versicherten-?(?:nr|nummer)|krankenversicherten-?nummer|kk-nr"
        r"|krankenkassennummer)[^\w\n]{0,8}([a-z] ?\d{3} ?\d{3} ?\d{3})\b",
        wider=r"\b(?:kvnr|kv-nr|versicherten-?n|krankenversicherten|kk-nr|krankenkassennummer)",
    ),
    "case_number": Shape(
        r"\b(?:fall-?(?:nummer|nr)|patient(?:en)?-?(?:id|nummer|nr|no|number)|patient ?(?:id|no"
        r"|number)|dossier-?(?:nummer|nr)|mrn|hospital (?:no|number)|"
        r"aufnahme-?nummer|zaaknummer|client-?nummer|casusnummer|subject (?:no|number|id)"
        r"|proband(?:en)?-?(?:nr|nummer)|proefpersoonnummer|"
        r"randomisatienummer|screening (?:no|number)|akten-?(?:zeichen|nummer)|case (?:no|number))"
        r"\.?:?\s{0,2}(?:is |lautet |war )?#?([a-z]{0,4}[-/ ]?\d[\d/-]{2,14})\b"
    ),
    "insurance": Shape(
        r"\b(?:(?:ni|n\.i\.|national insurance)(?: ?(?:no"
        r"|number)\.?)?[^\w\n]{0,4}(?:is )?([a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d])"
        r"|(?:sozialversicherungs-?(?:nummer|nr)|sv-?(?:nummer|nr)|rentenversicherungs-?(?:nummer"
        r"|nr))[^\d\n]{0,30}(\d{2} ?\d{6} ?[a-z] ?\d{3})"
        r"|(?:steuer-?(?:id|identifikationsnummer|nummer)"
        r"|idnr)[^\w\n]{0,6}(\d{2} ?\d{3} ?\d{3} ?\d{3})"
        r"|(?:personalausweis\w*|\w*ausweis|reisepass\w*|paspoort\w*|passport|ausweisnummer"
        r"|id-?kaart\w*|identiteitskaart|fuhrerschein|rijbewijs|driving licen[cs]e|relatienummer"
        r"|klantnummer|kundennummer|mitgliedsnummer|lidnummer|membership|polisnummer|policennummer"
        r"|personnel no|personalnummer|personeelsnummer|staff no)"
        r"(?:[^\d\n]{0,50}(?:nr|no|nummer|number|reads|lautet|luidt)\.?)?[^\w\n]{0,6}"
        r"((?=[a-z]{0,3}\d)(?=[a-z0-9]*\d[a-z0-9]*\d)[a-z0-9]{7,11}"
        r"|[a-z]{5} ?\d{6} ?[a-z0-9]{5}|\d{4,10}))\b",
        wider=r"[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b|sozialvers|\bsv-?n|rentenvers|steuer-?[in]|\bidnr|ausweis"
        r"|reisepass|paspoort|passport|id-?kaart|identiteitskaart|fuhrerschein|rijbewijs|driving licen"
        r"|relatienummer|klantnummer|kundennummer|mitgliedsnummer|lidnummer|membership|polisnummer"
        r"|policennummer|personnel no|personalnummer|personeelsnummer|staff no",
    ),
}
NI = Shape(r"\b[a-ceghj-prstw-z]{2} \d{2} \d{2} \d{2} [a-d]\b")
_KVNR_NAMES = ("kvnr", "versichert", "krankenkass", "kassenkarte", "gesundheitskarte", "kk-nr")
KVNR = Shape(r"\b[a-z]\d{9}\b")


def find_named(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find numbers with their name beside them."""
    text = reading.parsed.folded.text
    for kind, shape in NAMED.items():
        for match in shape.exact.finditer(text) if shape in possible else ():
            found = next((n for n in range(1, len(match.groups()) + 1) if match.group(n)), 0)
            yield make_hit(reading, *match.span(found), kind)
    for match in NI.exact.finditer(text) if NI in possible else ():
        yield make_hit(reading, *match.span(), "insurance")


def find_numbered(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find numbers of citizens and patients that their digits prove."""
    text = reading.parsed.folded.text
    for match in NUMBER.exact.finditer(text) if NUMBER in possible else ():
        digits = re.sub(r"\D", "", match.group())
        if len(digits) > _LONGEST_DIGITS:
            continue
        around = read_around(text, *match.span(), _CONTEXT)
        if len(digits) in (8, 9) and "bsn" in around and bsn.is_valid(digits.zfill(9)):
            yield make_hit(reading, *match.span(), "bsn")
        elif len(digits) == _NHS_DIGITS and nhs.is_valid(digits):
            grouped = re.fullmatch(r"[1-9]\d{2}[ -]\d{3}[ -]\d{4}", match.group())
            if grouped or " nhs n" in around:
                yield make_hit(reading, *match.span(), "nhs")


def find_kvnr(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find German health insurance numbers."""
    text = reading.parsed.folded.text
    for match in KVNR.exact.finditer(text) if KVNR in possible else ():
        # A made-up number fails the checksum; the name of the card or number beside it decides.
        around = read_around(text, *match.span(), WIDE)
        named = any(word in around for word in _KVNR_NAMES)
        if named or is_valid_kvnr(match.group()):
            yield make_hit(reading, *match.span(), "kvnr", "clear" if named else "possible")


def is_valid_kvnr(number: str) -> bool:
    """Check a German health insurance number: Luhn, with the letter as two digits."""
    digits = f"{ord(number[0].lower()) - 96:02d}{number[1:]}"
    total = 0
    for index, digit in enumerate(digits[:-1]):
        product = int(digit) * (1 + index % 2)
        total += product // 10 + product % 10
    return total % 10 == int(digits[-1])

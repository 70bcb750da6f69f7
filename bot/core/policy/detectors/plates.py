"""Number plates beside a word for a car."""

import re
from collections.abc import Iterator, Sequence

from bot.core.policy.detectors.identifier_hits import read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

_PLATES = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ]{1,3}[- ·][A-Z]{1,2}[ -]?[1-9]\d{0,3}[HE]?"  # no plate begins with 0
    r"|[A-Z]{2}\d{2} ?[A-Z]{3}"
    r"|(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,2}|\d{1,2}))(?![\w-])"
)
CAR = Shape(
    r"kennzeich|nummernschild|kenteken|number ?plate|licence plate|license plate|\breg\b|\bplate\b"
    r"|\bauto\b|\bwagen\b|\bcar\b|parkplatz|geparkt|parked|"
    r"\bpark|parkeer|\bgolf\b|\bpolo\b|\bvw\b|\bbmw\b|\baudi\b|\bfiesta\b|\bcorsa\b|\bvan\b"
    r"|\bkombi\b|\btransporter\b|\bbus\b|\bbusje\b|\bvolvo\b|\btesla\b|\broller\b|zugeparkt|"
    r"\bskoda\b|\bopel\b|\btoyota\b|\bdriver\b|fahrer|bestuurder|halter|eigenaar|owner|\blicht\b"
    r"|lights"
)


def find_plates(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find number plates."""
    if CAR not in possible:
        return
    folded = reading.parsed.folded.text
    for match in _PLATES.finditer(reading.text):
        if not any(sign.isdigit() for sign in match.group()) or not any(
            sign.isalpha() for sign in match.group()
        ):
            continue
        if CAR.exact.search(read_around(folded, *match.span(), 60)):
            yield Hit(*match.span(), {"kind": "plate", "certainty": "clear"})

"""Dates of birth of the living; a baby's card and a founder's date are none."""

import re
from collections.abc import Iterator, Sequence

from bot.core.policy.detectors.identifier_hits import make_hit
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

_CENTURY = 100
BIRTH = Shape(
    r"(?:\bgeb\.?|\bgeboren(?: op| am| worden am)?|\bd\.?o\.?b\.?:?|\bborn(?: on)?"
    r"|\bgeboortedatum:?(?: is)?|\bgeburtsdatum:?(?: ist)?|"
    r"\bdate of birth:?(?: is)?|\bgeburtstag:?|(?<!\w)\*)\s{0,2}"
    r"(?:\d{1,2}[./ -]\s?(?:\d{1,2}|jan\w*|feb\w*|mar\w*|mrz|maart|maerz|apr\w*|mai|mei|may|jun\w*"
    r"|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|de[cz]\w*)[./ -]{1,2}\s?((?:19|20)?\d{2}))\b",
    wider=r"(?:\bgeb\.?|\bgeboren(?: op| am| worden am)?|\bd\.?o\.?b\.?:?|\bborn(?: on)?|datum:?(?: is| ist)?"
    r"|of birth:?(?: is)?|geburtstag:?|\*)\s{0,2}\d",
)
# A full date right after two names, where a birthday or birth is spoken of.
_LISTED_BIRTH = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]+ (?:(?:van|de|der|den|von|ter|ten) ){0,2}[A-ZÄÖÜ][\wäöüß'-]+,? \(?\*? ?"
    r"(\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d{2})\b"
)
BIRTHDAYS = Shape(r"geburtstag|geburtsdat|verjaardag|jarig|geboortedat|birthday|births?\b|dob\b")


def find_births(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find dates of birth of the living; a baby's card and a founder's date are none."""
    today = reading.context.date.year
    for match in BIRTH.exact.finditer(reading.parsed.folded.text) if BIRTH in possible else ():
        year = int(match.group(1))
        year += 0 if year >= _CENTURY else 2000 if year <= today % _CENTURY else 1900
        if today - 111 <= year <= today - 2:
            yield make_hit(reading, *match.span(), "birth_date")
    if BIRTHDAYS in possible and BIRTHDAYS.exact.search(reading.parsed.folded.text):
        for match in _LISTED_BIRTH.finditer(reading.text):
            yield Hit(*match.span(), {"kind": "birth_date", "certainty": "clear"})

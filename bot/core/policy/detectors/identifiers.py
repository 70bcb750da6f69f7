"""Numbers and addresses that lead to one person. `certainty` is clear with a checksum and context.

A checksum alone is weak: one in eleven random numbers passes it (see the domain notes in docs/).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import phonenumbers
from stdnum import iban
from stdnum.gb import nhs
from stdnum.nl import bsn

from bot.core.policy.detectors.parameters import is_chosen
from bot.core.policy.reading import Hit, Reading

_LONGEST_DIGITS = 40  # python-stdnum converts to int and raises on very long numbers
_CONTEXT = 40  # characters around a number in which its name must stand
_EMAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}")
_NUMBER = re.compile(r"(?<![\w.])\d[\d .-]{6,20}\d(?![\w])")
_KVNR = re.compile(r"\b[a-z]\d{9}\b")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{2,4}){3,8}\b")
_BIRTH = re.compile(
    r"(?:\bgeb\.?|\bgeboren(?: op| am)?|\bdob:?|\bborn(?: on)?|\*)\s{0,2}"
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)?\d{2}\b"
)
_CASE = re.compile(
    r"\b(?:fallnummer|fallnr|fall-nr|patienten-?(?:id|nummer|nr)|patientnummer|dossiernummer|"
    r"dossiernr|mrn|hospital (?:no|number)|aufnahmenummer|zaaknummer|clientnummer|casusnummer)"
    r"\.?:?\s{0,2}#?[a-z]{0,3}[-/]?\d{3,12}\b"
)
_STREET_FIRST = re.compile(
    r"\b[a-z][a-z-]{2,24}?(?:strasse|strase|str\.|straat|weg|allee|gasse|laan|plein|gracht|kade|"
    r"singel|dreef|hof|pad|ring|ufer|damm|steig|dijk|markt|platz)\s{1,2}\d{1,4} ?[a-z]?\b"
    r"|\b(?:am|im|an der|in der|auf dem|zum|zur) [a-z][a-z-]{3,20} \d{1,3} ?[a-z]?(?=[,.;\n]| in | hinten|$)"
)
_NUMBER_FIRST = re.compile(
    r"\b(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-z]? (?:[a-z]{3,15} ){1,2}"
    r"(?:street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|st|rd|ave|court|row|mews|walk)\b"
)
_NAMES = {
    "bsn": re.compile(r"\bbsn\b|burgerservicenummer|sofinummer"),
    "nhs": re.compile(r"\bnhs\b|\bchi\b"),
    "kvnr": re.compile(r"kvnr|versichert|krankenkass|\bkk-nr"),
}
_REGIONS = {"DE": ("DE",), "NL": ("NL",), "UK": ("GB",), "EU": ("DE", "NL", "GB")}


def detect_identifier(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find identifiers; `kind` and `certainty` narrow the answer."""
    if parameters:
        return [
            hit
            for hit in reading.detect("identifier")
            if is_chosen(parameters, "kind", hit.details["kind"])
            and is_chosen(parameters, "certainty", hit.details["certainty"])
        ]
    hits: list[Hit] = []
    for find in _FINDERS:
        for hit in find(reading):
            if not any(hit.covers(other) for other in hits):
                hits.append(hit)
    return hits


def _hit(reading: Reading, start: int, end: int, kind: str, certainty: str = "clear") -> Hit:
    return Hit(*reading.parsed.folded.span(start, end), {"kind": kind, "certainty": certainty})


def _find_emails(reading: Reading) -> Iterator[Hit]:
    domains = {
        address.rpartition("@")[2].lower()
        for address in reading.context.organisation.contacts.values()
    }
    for match in _EMAIL.finditer(reading.parsed.folded.text):
        if match.group().rpartition("@")[2] not in domains:
            yield _hit(reading, *match.span(), "email")


def _find_numbered(reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) > _LONGEST_DIGITS:
            continue
        around = text[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT]
        if len(digits) in (8, 9) and bsn.is_valid(digits.zfill(9)):
            if _NAMES["bsn"].search(around):
                yield _hit(reading, *match.span(), "bsn")
        elif len(digits) == 10 and nhs.is_valid(digits):
            grouped = re.fullmatch(r"\d{3}[ -]\d{3}[ -]\d{4}", match.group())
            if grouped or _NAMES["nhs"].search(around):
                yield _hit(reading, *match.span(), "nhs")


def _find_kvnr(reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for match in _KVNR.finditer(text):
        if is_valid_kvnr(match.group()):
            around = text[max(0, match.start() - _CONTEXT) : match.end() + _CONTEXT]
            certainty = "clear" if _NAMES["kvnr"].search(around) else "possible"
            yield _hit(reading, *match.span(), "kvnr", certainty)


def is_valid_kvnr(number: str) -> bool:
    """Check a German health insurance number: the letter counts as two digits, Luhn from the left."""
    digits = f"{ord(number[0].lower()) - 96:02d}{number[1:]}"
    total = 0
    for index, digit in enumerate(digits[:-1]):
        product = int(digit) * (1 + index % 2)
        total += product // 10 + product % 10
    return total % 10 == int(digits[-1])


def _find_iban(reading: Reading) -> Iterator[Hit]:
    for match in _IBAN.finditer(reading.parsed.folded.text):
        if iban.is_valid(match.group(), check_country=False):
            yield _hit(reading, *match.span(), "iban")


def _find_phones(reading: Reading) -> Iterator[Hit]:
    countries = reading.context.countries or ("DE", "NL", "UK")
    regions = {region for country in countries for region in _REGIONS.get(country, ())}
    text = reading.parsed.folded.text
    if sum(sign.isdigit() for sign in text) < 6:
        return
    for region in sorted(regions | {"DE", "NL", "GB"}):
        for match in phonenumbers.PhoneNumberMatcher(
            text, region, leniency=phonenumbers.Leniency.VALID, max_tries=200
        ):
            if _looks_dialled(match.raw_string):
                yield _hit(reading, match.start, match.end, "phone")


def _looks_dialled(raw: str) -> bool:
    """Say whether people would dial it: with a leading 0 or +, and not a date or an amount."""
    digits = re.sub(r"\D", "", raw)
    return raw.lstrip("(").startswith(("0", "+")) and 8 <= len(digits) <= 15


def _find_by(expression: "re.Pattern[str]", kind: str) -> Callable[[Reading], Iterator[Hit]]:
    def find(reading: Reading) -> Iterator[Hit]:
        for match in expression.finditer(reading.parsed.folded.text):
            yield _hit(reading, *match.span(), kind)

    return find


def _find_addresses(reading: Reading) -> Iterator[Hit]:
    for expression in (_STREET_FIRST, _NUMBER_FIRST):
        for match in expression.finditer(reading.parsed.folded.text):
            hit = _hit(reading, *match.span(), "address")
            if any(sign.isupper() for sign in reading.quote(hit)):
                yield hit


_FINDERS: tuple[Callable[[Reading], Iterator[Hit]], ...] = (
    _find_emails,
    _find_iban,
    _find_numbered,
    _find_kvnr,
    _find_by(_BIRTH, "birth_date"),
    _find_by(_CASE, "case_number"),
    _find_phones,
    _find_addresses,
)

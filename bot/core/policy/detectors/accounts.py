"""Bank accounts, but for those of funds and charities."""

import re
from collections.abc import Iterator, Sequence

from stdnum import iban

from bot.core.policy.detectors.identifier_hits import make_hit, read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

IBAN = Shape(
    r"\b(?:de\d{2}(?: ?\d{4}){4} ?\d{2}|nl\d{2} ?[a-z]{4}(?: ?\d{4}){2} ?\d{2}"
    r"|gb\d{2} ?[a-z]{4}(?: ?\d{4}){3} ?\d{2}|(?:at|be|ch|fr|lu|ie|pl|es"
    r"|it)\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?)\b",
    wider=r"\b(?:de|nl|gb|at|be|ch|fr|lu|ie|pl|es|it)\d\d",
)
SORT_CODE = Shape(
    r"\bsort ?code\D{0,8}\d{2}[- ]?\d{2}[- ]?\d{2}(?:\D{0,24}\d{7,8})?|\b(?:account|acc"
    r"|a/c)(?: ?(?:no|number)\.?)?[^\w\n]{0,4}\d{8}\b"
    r"|\b\d{2}-\d{2}-\d{2}[ ,/]{1,3}\d{8}\b|\bkonto(?:nummer"
    r"|nr)?\b\D{0,30}\d{6,10}\b.{0,20}\bblz\b.{0,4}\d{3} ?\d{3} ?\d{2}",
    wider=r"\bsort ?code|\b(?:account|acc|a/c)(?: |n|[^a-z]|\d)|\d-\d\d[ ,/]|\bkonto",
)
_FUND = re.compile(
    r"spendenkonto|spenden|forderverein|foerderverein|vereinskonto|stiftung|stichting|donatie"
    r"|doneren|donation|donate|charity|fund\b|fonds|giro ?555|"
    r"verenigingsrekening|kasse des|e\.v\.|gemeinnutz|collecte|hulpactie|spendenaktion|hilfsaktion"
    r"|appeal|t\.n\.v\. (?:stichting|vereniging)"
)
_OWN_ACCOUNT = re.compile(
    r"mein(?:e|em)? (?:eigenes |eigenen |privates |privat)?-?(?:konto|giro)|mijn (?:eigen )?rekening"
    r"|m'n (?:eigen )?rekening|eigen rekening|my (?:own )?account|privatkonto|priverekening|my bank"
)


def find_accounts(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find numbers of bank accounts."""
    text = reading.parsed.folded.text
    for shape in (IBAN, SORT_CODE):
        for match in shape.exact.finditer(text) if shape in possible else ():
            around = read_around(text, *match.span())
            if _FUND.search(around) and not _OWN_ACCOUNT.search(around):
                continue
            known = shape is SORT_CODE or "iban" in around or "konto" in around
            good = (
                known or "rekening" in around or iban.is_valid(match.group(), check_country=False)
            )
            yield make_hit(reading, *match.span(), "iban", "clear" if good else "possible")

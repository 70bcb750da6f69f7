"""Numbers and addresses of one person. `certainty` is possible where only the form speaks.

A checksum alone is weak (one in eleven random numbers passes it), and the numbers people make up
for examples fail it. So the name of a number beside it ("NHS no.", "IBAN", "BSN") counts more than
its checksum. What belongs to an organisation (role mailboxes, hotlines, a fund's account, the
address of an event) is left alone.

Each kind has a module of its own; here they are asked in turn.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.core.policy.detectors.accounts import IBAN, SORT_CODE, find_accounts
from bot.core.policy.detectors.addresses import (
    AT_HOME,
    NUMBER_FIRST,
    NUMBERED,
    STREET_FIRST,
    find_addresses,
    find_homes,
)
from bot.core.policy.detectors.births import BIRTH, BIRTHDAYS, find_births
from bot.core.policy.detectors.mailboxes import EMAIL, find_emails
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.detectors.personal_numbers import (
    KVNR,
    NAMED,
    NI,
    NUMBER,
    find_kvnr,
    find_named,
    find_numbered,
)
from bot.core.policy.detectors.phones import PHONE, find_phones
from bot.core.policy.detectors.plates import CAR, find_plates
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_SIGN = re.compile("[0-9@]")
_SHAPES = Shapes(
    EMAIL,
    IBAN,
    SORT_CODE,
    *NAMED.values(),
    NI,
    NUMBER,
    KVNR,
    BIRTH,
    BIRTHDAYS,
    PHONE,
    STREET_FIRST,
    NUMBER_FIRST,
    AT_HOME,
    NUMBERED,
    CAR,
)


def detect_identifier(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find identifiers; `kind` and `certainty` narrow the answer."""
    if parameters:
        return narrow_hits(reading.detect("identifier"), parameters, "kind", "certainty")
    hits: list[Hit] = []
    text = reading.parsed.folded.text
    if not _SIGN.search(text):
        return hits
    possible = _SHAPES.list_possible(text)
    for find in _FINDERS if possible else ():
        for hit in find(possible, reading):
            if not any(hit.covers(other) for other in hits):
                hits.append(hit)
    return hits


_FINDERS: tuple[Callable[[Sequence[Shape], Reading], Iterator[Hit]], ...] = (
    find_emails,
    find_accounts,
    find_named,
    find_numbered,
    find_kvnr,
    find_births,
    find_phones,
    find_addresses,
    find_homes,
    find_plates,
)

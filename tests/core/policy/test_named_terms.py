"""Names and terms of the organisation file are found wherever people hide them."""

import datetime

import pytest

from bot.core.coaching.context import Contexts, Told
from bot.core.language.words import parse
from bot.core.model import Organisation
from bot.core.policy.detectors import DETECTORS
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Reading


@pytest.mark.parametrize(
    ("detector", "text", "found"),
    [
        ("organisation", "Nordhafens Kantine hat heute Suppe.", ["Nordhafens"]),
        ("organisation", "Ein Tag am Hafen, ganz ohne Arbeit.", []),
        ("competitor", "The people from Brixham came by.", ["Brixham"]),
        ("competitor", "Nobody came by today, sadly.", []),
        ("date_window", "HORIZON-2 is nearly done, folks.", ["HORIZON-2"]),
        ("date_window", "A ravoglutide-based mug for everyone.", ["ravoglutide"]),
        ("date_window", "Our #TeamHorizon2 had cake.", ["Horizon2"]),
        ("date_window", "Hinter dem Horizont geht es weiter.", []),
    ],
)
def test_names_are_found_where_they_stand(
    policy: Policy, organisation: Organisation, detector: str, text: str, found: list[str]
) -> None:
    day = datetime.date(2026, 6, 1)
    context = Contexts().compose(organisation, day, Told("DE", "pharma", "", "linkedin", day))
    reading = Reading(parse(text), context, policy, DETECTORS)
    assert {reading.quote(hit) for hit in reading.detect(detector)} == set(found)

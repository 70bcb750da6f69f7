"""The detectors: named functions from a reading to hits, used by rules as `detector: name`."""

from collections.abc import Mapping

from bot.core.model import TOPICS
from bot.core.policy.detectors.adverse_event import detect_adverse_event
from bot.core.policy.detectors.coined_name import detect_coined_name
from bot.core.policy.detectors.dates import detect_date_window
from bot.core.policy.detectors.handle import detect_handle
from bot.core.policy.detectors.identifiers import detect_identifier
from bot.core.policy.detectors.injection import detect_injection
from bot.core.policy.detectors.medicine import detect_medicine
from bot.core.policy.detectors.organisation import (
    detect_competitor,
    detect_organisation,
    detect_public_source,
)
from bot.core.policy.detectors.own_trial import detect_own_trial
from bot.core.policy.detectors.patient import detect_patient_reference
from bot.core.policy.detectors.person import detect_person
from bot.core.policy.detectors.topic_concept import detect_topic_concept
from bot.core.policy.reading import DetectorFunction

DETECTORS: Mapping[str, DetectorFunction] = {
    "medicine": detect_medicine,
    "own_trial": detect_own_trial,
    "coined_name": detect_coined_name,
    "adverse_event": detect_adverse_event,
    "patient_reference": detect_patient_reference,
    "identifier": detect_identifier,
    "person": detect_person,
    "handle": detect_handle,
    "organisation": detect_organisation,
    "competitor": detect_competitor,
    "public_source": detect_public_source,
    "date_window": detect_date_window,
    "injection": detect_injection,
    "topic_concept": detect_topic_concept,
}

# What each detector may be told, and the values it understands (None: a whole number).
PARAMETERS: Mapping[str, Mapping[str, frozenset[str] | None]] = {
    "medicine": {
        "status": frozenset({"rx", "otc", "pipeline", "device"}),
        "own": frozenset({"yes", "no"}),
        "how": frozenset({"name", "substance", "lexicon", "described", "disguised"}),
    },
    "own_trial": {},
    "coined_name": {"profile": frozenset({"listed", "none"})},
    "adverse_event": {"certainty": frozenset({"clear", "possible"})},
    "patient_reference": {"at_least": None, "at_most": None, "named": frozenset({"yes"})},
    "identifier": {
        "kind": frozenset(
            {"phone", "email", "address", "iban", "bsn", "nhs", "kvnr", "birth_date", "case_number"}
        ),
        "certainty": frozenset({"clear", "possible"}),
    },
    "person": {"kind": frozenset({"titled", "full", "initial"})},
    "handle": {},
    "organisation": {},
    "competitor": {},
    "public_source": {},
    "date_window": {"kind": frozenset({"embargo", "blackout"})},
    "injection": {"how": frozenset({"hidden", "staged", "said"})},
    "topic_concept": {"topic": frozenset(TOPICS) - {"style"}},
}

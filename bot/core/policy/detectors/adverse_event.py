"""A possible side effect, lack of effect, misuse, exposure or complaint with a medicine.

Clear: a medicine (by name, or by a word such as tablet, injection, ointment) and a reaction, in one
sentence or the next. Possible: the reaction words stand within a paragraph of the medicine.
Never a reproach: the rule's words thank the author and show the way to drug safety.
"""

from collections.abc import Mapping
from typing import Any

from bot.core.policy.detectors.parameters import is_chosen
from bot.core.policy.reading import Hit, Reading

_MEDICINE_WORDS = "medicine-word"  # tablet, injection, ointment, jab, inhaler ...
_REACTIONS = "reaction"  # rash, dizzy, threw up, did not work, took double ...
_COMPLAINTS = "product-complaint"  # broken pen, discoloured, missing tablet ...
_REPORTS = "adverse-event-report"  # whole phrases that need no medicine beside them
_FIGURATIVE = "figurative-reaction"  # side effect of working from home
_LONGEST = 120


def detect_adverse_event(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find reports; `certainty` narrows to clear or possible."""
    if parameters:
        return [
            hit
            for hit in reading.detect("adverse_event")
            if is_chosen(parameters, "certainty", hit.details["certainty"])
        ]
    figurative = reading.hits(_FIGURATIVE)
    medicines = [
        *reading.detect("medicine"),
        *reading.hits(_MEDICINE_WORDS),
    ]
    hits = [
        _join(hit, hit, "clear", reading)
        for hit in reading.hits(_REPORTS)
        if not any(hit.covers(other) for other in figurative)
    ]
    for reaction in (*reading.hits(_REACTIONS), *reading.hits(_COMPLAINTS)):
        if any(reaction.covers(other) for other in figurative):
            continue
        near = sorted(medicines, key=lambda medicine: abs(medicine.start - reaction.start))
        for medicine in near[:1]:
            apart = abs(
                reading.unit(medicine.start, "sentence") - reading.unit(reaction.start, "sentence")
            )
            same = reading.unit(medicine.start, "paragraph") == reading.unit(
                reaction.start, "paragraph"
            )
            if apart <= 1:
                hits.append(_join(reaction, medicine, "clear", reading))
            elif same:
                hits.append(_join(reaction, medicine, "possible", reading))
    return _keep_first_per_sentence(hits, reading)


def _join(reaction: Hit, medicine: Hit, certainty: str, reading: Reading) -> Hit:
    start, end = min(reaction.start, medicine.start), max(reaction.end, medicine.end)
    if end - start > _LONGEST:
        start, end = reaction.start, reaction.end
    product = medicine.details.get("product") or reading.quote(medicine)
    return Hit(start, end, {"certainty": certainty, "product": product})


def _keep_first_per_sentence(hits: list[Hit], reading: Reading) -> list[Hit]:
    kept: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.details["certainty"] != "clear", hit.start)):
        kept.setdefault(reading.unit(hit.start, "sentence"), hit)
    return list(kept.values())

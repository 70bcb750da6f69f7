"""A possible side effect, lack of effect, misuse, exposure or complaint with a medicine.

People tell it in everyday words, so no single word decides. The detector joins three things:
what happened (`reaction`, `symptom`, `no-effect`, `misuse`, `exposure`, `product-complaint`),
what it happened with (a medicine by name or by word, a change of therapy, or only a hint such as
“the new stuff”), and what ties the two (since, after, is that normal). The vaguer the words, the
tighter they must be tied. An illness that the medicine is for (`indication-link`, `for-that`), an
ordinary cause that stands nearer, and praise (`beyond-compare`) speak against a report.

Clear: both stand in one sentence or the next. Possible: they stand further apart, or somebody's
“since the tablets …” is told in words that no list has. The rules' words thank the author.

The steps have modules of their own: `adverse_event_view` (what a draft holds),
`adverse_event_told` (what happened is said), `adverse_event_untold` (it is only shown).
"""

from collections.abc import Mapping
from typing import Any

from bot.core.policy.detectors.adverse_event_told import join_all
from bot.core.policy.detectors.adverse_event_untold import find_untold
from bot.core.policy.detectors.adverse_event_view import View, find_medicines, make_report
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.reading import Hit, Reading


def detect_adverse_event(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find reports; `certainty` narrows to clear or possible."""
    if parameters:
        return narrow_hits(reading.detect("adverse_event"), parameters, "certainty")
    medicines = find_medicines(reading)
    reports = reading.hits("adverse-event-report")
    if not (medicines or reports):
        return []
    view = View(reading)
    hits = [
        make_report(hit, hit, "clear", "report", reading)
        for hit in view.uncovered(reports)
        if view.sentence(hit) not in view.talk
    ]
    if medicines:
        effects = list(view.find_effects())
        hits.extend(join_all(effects, medicines, view))
        hits.extend(find_untold(medicines, view))
    return _keep_first_per_sentence(hits, reading)


def _keep_first_per_sentence(hits: list[Hit], reading: Reading) -> list[Hit]:
    kept: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.details["certainty"] != "clear", hit.start)):
        kept.setdefault(reading.unit(hit.start, "sentence"), hit)
    return list(kept.values())

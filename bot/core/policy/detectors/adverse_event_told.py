"""Whether what is said to have happened is told of a medicine: each kind asks for other ties."""

from collections.abc import Iterator, Sequence

from bot.core.policy.detectors.adverse_event_view import (
    HINT,
    OF_BODIES,
    SURE,
    Effect,
    Medicine,
    View,
    gap,
    make_report,
)
from bot.core.policy.reading import Hit

_NEXT_TO = 30  # characters between a complaint and the “from the tablets” that it is told of
_FARTHEST = 3  # sentences between a medicine and a plain reaction that is tied to something
_OF_DEVICES = ("product-complaint", "misuse")  # a mat or sensor is no medicine that one reacts to
_AROUND_A_HINT = ("misuse", "no-effect")  # “the spray does nothing” has the spray inside


def join_all(effects: Sequence[Effect], medicines: Sequence[Medicine], view: View) -> Iterator[Hit]:
    """Join each effect to the nearest medicine that it is told of."""
    for effect in effects:
        ranked = sorted(
            medicines,
            key=lambda medicine: (
                abs(medicine.sentence - effect.sentence),
                -medicine.strength,
                abs(medicine.hit.start - effect.hit.start),
            ),
        )
        for medicine in ranked:
            certainty = _judge(effect, medicine, view)
            if certainty:
                yield make_report(effect.hit, medicine.hit, certainty, effect.kind, view.reading)
                break


def _judge(effect: Effect, medicine: Medicine, view: View) -> str:
    """Say how certain it is that the effect is told of the medicine; "" when it is not."""
    apart = effect.sentence - medicine.sentence
    if medicine.sentence in view.talk:
        return ""
    if medicine.is_device and effect.kind not in _OF_DEVICES:
        return ""
    if apart < 0 and effect.kind in OF_BODIES and view.is_asked_before(effect.hit, medicine):
        return ""
    if not -1 <= apart <= 1:
        return "possible" if _is_far_but_told(effect, medicine, view) else ""
    if (
        effect.hit.covers(medicine.hit)
        and medicine.strength == HINT
        and effect.kind not in _AROUND_A_HINT
    ):
        return ""
    decide = {
        "reaction": _is_reaction,
        "symptom": _is_symptom,
        "no-effect": _is_without_effect,
        "misuse": _is_misuse,
        "exposure": _is_exposure,
        "product-complaint": _is_complaint,
    }[effect.kind]
    return "clear" if decide(effect, medicine, apart, view) else ""


def _is_far_but_told(effect: Effect, medicine: Medicine, view: View) -> bool:
    """A plain reaction tied to something, some sentences after a medicine in the same paragraph."""
    return (
        effect.kind == "reaction"
        and effect.is_linked
        and medicine.strength >= SURE
        and 1 < effect.sentence - medicine.sentence <= _FARTHEST
        and view.paragraph(effect.hit) == view.paragraph(medicine.hit)
        and effect.sentence not in view.other | view.illness | view.relief
    )


def _is_reaction(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    tied = effect.is_linked or medicine.is_linked
    somebody = view.persons | view.bodies | view.taken | view.courses
    if not tied and apart != 0 and not somebody & {effect.sentence, medicine.sentence}:
        return False
    if effect.sentence in view.relief and not effect.is_linked:
        return False
    if not tied and view.is_explained(effect.hit, medicine.hit):
        return False
    if medicine.strength >= SURE and apart == 0:
        return True
    if medicine.strength >= SURE:
        told = view.persons | view.then | view.bodies
        used = view.taken | view.courses
        return tied or (
            apart > 0
            and effect.sentence in told
            and (medicine.sentence in used | view.persons or effect.sentence in used | view.then)
        )
    is_told = tied or effect.sentence in view.taken | view.made
    return apart == 0 and is_told and effect.sentence in view.persons


def _is_symptom(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    here = effect.sentence
    if apart == 0 and here in view.made and here in view.persons and here not in view.relief:
        return True
    is_tied = medicine.is_cause or effect.is_linked
    if here in view.relief:
        return False
    if apart == 0 and _comes_from(effect, medicine):
        return True
    if not is_tied and view.is_explained(effect.hit, medicine.hit):
        return False
    if apart == 0 and medicine.strength == HINT:
        return medicine.is_cause
    if apart == 0:
        is_told = here in view.persons and here in view.then | view.changed | view.courses
        return medicine.is_cause or effect.is_linked or (medicine.is_linked and is_told)
    is_felt = here in view.persons and effect.is_linked
    return apart == 1 and is_felt and medicine.strength >= SURE


def _comes_from(effect: Effect, medicine: Medicine) -> bool:
    """Muscle ache from the statin; of these drops he is always sick."""
    return (
        medicine.is_linked
        and medicine.strength == SURE
        and gap(effect.hit, medicine.hit) <= _NEXT_TO
    )


def _is_without_effect(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    here = effect.sentence
    somebody = view.persons | view.taken | view.courses | view.then
    if here in view.praise or not somebody & {here, medicine.sentence}:
        return False
    if medicine.strength >= SURE:
        return apart == 0 or (apart == 1 and here not in view.other)
    return apart == 0 and here in view.persons and here not in view.other


def _is_misuse(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    here = effect.sentence
    if medicine.strength >= SURE and apart == 0:
        return True
    if medicine.strength >= SURE:
        return here in view.persons and bool(view.taken & {here, medicine.sentence})
    used = here in view.taken or (medicine.is_linked and here in view.courses)
    return apart == 0 and used and here in view.persons and here not in view.other


def _is_exposure(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    """Somebody took it while pregnant or breastfeeding; a campaign for pregnant readers is none."""
    here = effect.sentence
    return medicine.strength >= SURE and apart == 0 and here in view.taken and here in view.persons


def _is_complaint(effect: Effect, medicine: Medicine, apart: int, view: View) -> bool:
    if view.is_explained(effect.hit, medicine.hit):
        return False
    if medicine.strength >= SURE and apart == 0:
        return True
    if medicine.strength >= SURE:
        return effect.is_linked or apart == 1 or view.count_complaints(effect.hit) > 1
    if view.count_hints(effect.sentence) > 1 or (apart == 0 and effect.sentence in view.treatments):
        return True
    return apart == 0 and (effect.is_linked or view.count_complaints(effect.hit) > 1)

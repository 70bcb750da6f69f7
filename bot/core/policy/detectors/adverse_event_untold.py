"""Something came of a medicine, whatever the words: somebody's “since the tablets …”."""

from collections.abc import Iterable, Iterator

from bot.core.policy.detectors.adverse_event_view import (
    CHANGE,
    HINT,
    SURE,
    Medicine,
    View,
    make_report,
)
from bot.core.policy.reading import Hit

_ENOUGH_TROUBLE = 3  # see View.weigh


def find_untold(medicines: Iterable[Medicine], view: View) -> Iterator[Hit]:
    """Something came of a medicine, whatever the words: somebody's “since the tablets …”."""
    calm = view.talk | view.relief | view.other
    for medicine in medicines:
        if medicine.is_device or medicine.sentence in calm:
            continue
        if medicine.strength == HINT and not _is_hint_to_blame(medicine, view):
            continue
        if any(told(medicine, view) for told in _WAYS):
            yield make_report(medicine.hit, medicine.hit, "possible", "untold", view.reading)


def _is_hint_to_blame(medicine: Medicine, view: View) -> bool:
    """Since that patch is stuck on his shoulder there are cats on the wardrobe at night."""
    here = medicine.sentence
    used = view.persons & (view.bodies | view.taken)
    return medicine.is_cause and here in used & (view.changed | view.denied | view.felt)


def _came_of_it(medicine: Medicine, view: View) -> bool:
    """Since the tablets he …; she takes it and ever since …; it turned him into …."""
    here = medicine.sentence
    if here in view.illness:
        return False
    shown = view.felt | view.bodies | view.likenesses
    if medicine.is_cause and here in view.persons:
        return True
    if medicine.is_cause or here in view.made:
        return here in view.persons and here in shown
    return any(
        at in view.since & shown and at not in view.relief | view.other and here in view.persons
        for at in (here, here + 1)
    )


def _shows_on_the_body(medicine: Medicine, view: View) -> bool:
    """My elbow looks like pepperoni, after three days of the ointment."""
    here = medicine.sentence
    return any(
        at in view.bodies & view.likenesses & view.persons
        and (medicine.is_linked or at in view.changed)
        and at not in view.other
        for at in (here, here + 1)
    )


def _changed_with_it(medicine: Medicine, view: View) -> bool:
    """A change of therapy, somebody, and words of a new state in the same or the next sentence."""
    here = medicine.sentence
    near = {here, here + 1} - view.illness - view.other
    if medicine.strength < CHANGE or not view.persons & near or not view.changed & near:
        return False
    shown = view.felt | view.bodies | view.likenesses
    return bool(shown & near) or view.is_of_medicine(medicine.hit)


def _weighs_enough(medicine: Medicine, view: View) -> bool:
    """No plain word, but many small ones: somebody takes it, and something is felt, lost or new."""
    here = medicine.sentence
    near = {here, here + 1} - view.other - view.illness
    if here not in near or not near & view.persons:
        return False
    is_named = medicine.hit.details.get("own") == "yes"
    used = medicine.is_linked or (not is_named and bool(near & view.courses))
    return used and bool(near & view.felt) and view.weigh(near) >= _ENOUGH_TROUBLE


def _on_the_body_with_it(medicine: Medicine, view: View) -> bool:
    """The cream takes the skin off his shin; does it make your fingers go funny, too."""
    here = medicine.sentence
    near = {here, here + 1} - view.other - view.illness - view.relief - view.praise
    if here not in near or medicine.strength < SURE or not near & (view.persons | view.taken):
        return False
    new = bool(near & (view.then | view.likenesses | view.felt | view.made))
    used = medicine.is_linked or here in view.taken | view.made | view.courses
    return bool(near & view.bodies) and used and new


def _was_otherwise_before(medicine: Medicine, view: View) -> bool:
    """He was always careful with money; with the new patches he now buys sushi for the ward."""
    here = medicine.sentence
    near = {here - 1, here, here + 1}
    if near & (view.relief | view.illness | view.other | view.praise | view.talk):
        return False
    used = medicine.is_linked or here in view.taken | view.courses
    is_now = bool({here, here + 1} & view.now)
    return used and is_now and bool(near & view.before) and bool({here, here + 1} & view.persons)


_WAYS = (
    _came_of_it,
    _on_the_body_with_it,
    _shows_on_the_body,
    _changed_with_it,
    _weighs_enough,
    _was_otherwise_before,
)

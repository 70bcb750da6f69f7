"""A possible side effect, lack of effect, misuse, exposure or complaint with a medicine.

People tell it in everyday words, so no single word decides. The detector joins three things:
what happened (`reaction`, `symptom`, `no-effect`, `misuse`, `exposure`, `product-complaint`),
what it happened with (a medicine by name or by word, a change of therapy, or only a hint such as
“the new stuff”), and what ties the two (since, after, is that normal). The vaguer the words, the
tighter they must be tied. An illness that the medicine is for (`indication-link`, `for-that`), an
ordinary cause that stands nearer, and praise (`beyond-compare`) speak against a report.

Clear: both stand in one sentence or the next. Possible: they stand further apart, or somebody's
“since the tablets …” is told in words that no list has. The rules' words thank the author.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.reading import Hit, Reading

_LONGEST = 120  # characters of a quote; a longer cover quotes what happened only
_BEFORE = 26  # characters between a linking word and the medicine that it ties
_JUST_BEFORE = 22  # the same for the general rule: room for “the second”, “all those new”
_ENOUGH_TROUBLE = 3  # see _View.weigh
_OF_WHAT_FOR = 3  # characters between “for”, “in people with” and the illness behind it
_NEXT_TO = 30  # characters between a complaint and the “from the tablets” that it is told of
_FARTHEST = 3  # sentences between a medicine and a plain reaction that is tied to something
_EFFECTS = ("product-complaint", "misuse", "reaction", "no-effect", "exposure", "symptom")


# Whose hits count as another kind: what somebody suddenly does is as vague as a symptom.
_ALSO_OF = {"symptom": ("changed-behaviour",)}
_OF_DEVICES = ("product-complaint", "misuse")  # a mat or sensor is no medicine that one reacts to
_AROUND_A_HINT = ("misuse", "no-effect")  # “the spray does nothing” has the spray inside
_OF_BODIES = ("reaction", "symptom")  # kinds that may also be what the medicine is for
_HINT, _SURE, _CHANGE = 1, 2, 3  # “the new stuff”; a tablet; “the doctor switched him”
_MEDICINES = (("medicine-word", _SURE), ("therapy-change", _CHANGE), ("medicine-hint", _HINT))


@dataclass(frozen=True, slots=True)
class _Medicine:
    """What something may have happened with; `strength` is one of the three below."""

    hit: Hit
    strength: int
    sentence: int
    is_linked: bool
    is_cause: bool
    is_device: bool


@dataclass(frozen=True, slots=True)
class _Effect:
    """What happened, and whether its sentence says that it came from something."""

    hit: Hit
    kind: str
    sentence: int
    is_linked: bool


def detect_adverse_event(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find reports; `certainty` narrows to clear or possible."""
    if parameters:
        return narrow_hits(reading.detect("adverse_event"), parameters, "certainty")
    medicines = _find_medicines(reading)
    reports = reading.hits("adverse-event-report")
    if not (medicines or reports):
        return []
    view = _View(reading)
    hits = [
        _quote(hit, hit, "clear", "report", reading)
        for hit in view.uncovered(reports)
        if view.sentence(hit) not in view.talk
    ]
    if medicines:
        effects = list(view.find_effects())
        hits.extend(_join_all(effects, medicines, view))
        hits.extend(_find_untold(medicines, view))
    return _keep_first_per_sentence(hits, reading)


def _find_medicines(reading: Reading) -> list[_Medicine]:
    """Give all that something may have happened with, the strongest reading of each place."""
    elsewhere = reading.hits("no-medicine")
    named = reading.detect("medicine") + reading.detect("coined_name")
    places = [(hit, _SURE) for hit in named]
    for vocabulary, strength in _MEDICINES:
        places += [
            (hit, strength)
            for hit in reading.hits(vocabulary)
            if not any(hit.covers(other) for other in elsewhere)
        ]
    if not places:
        return []
    links, causes = reading.hits("reaction-link"), reading.hits("cause-link")
    return [
        _Medicine(
            hit,
            strength,
            reading.unit(hit.start, "sentence"),
            strength == _CHANGE or _is_tied(hit, links, _BEFORE, reading),
            _is_tied(hit, causes, _JUST_BEFORE, reading),
            hit.details.get("status") == "device",
        )
        for hit, strength in places
    ]


def _is_tied(medicine: Hit, links: Sequence[Hit], reach: int, reading: Reading) -> bool:
    return any(
        0 <= medicine.start - link.end <= reach
        and reading.unit(link.start, "sentence") == reading.unit(medicine.start, "sentence")
        for link in links
    )


class _View:
    """The sentences of a draft that speak for or against a report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.figurative = reading.hits("figurative-reaction")
        self.talk = self._sentences("reaction-talk")
        self.other = self._sentences("other-matter")
        self.relief = self._sentences("relief")
        self.illness = self._sentences("illness-itself", besides=reading.hits("medicine-word"))
        self.then = self._sentences("reaction-then")
        self.persons = self._sentences("affected-person")
        self.bodies = {self.sentence(hit) for hit in self.uncovered(reading.hits("body-part"))}
        self.likenesses = self._sentences("looks-like")
        self.changed = self._sentences("change-marker")
        self.before = self._sentences("once-otherwise")
        self.now = self._sentences("now-word")
        self.since = self._sentences("since-then")
        self.made = self._sentences("made-them")
        self.taken = self._sentences("taking")
        self.courses = self._sentences("course")
        self.denied = self._sentences("not-word")
        self.felt = {
            self.sentence(hit)
            for kind in _OF_BODIES
            for hit in self.told_as(kind)
            if not self.is_what_it_is_for(hit)
        }
        self.for_that = self._sentences("for-that")
        self.treatments = self._sentences("medicine-at-hand")
        self.praise = self._sentences("beyond-compare")
        self.explanations = reading.hits("other-matter") + [
            hit for hit in reading.hits("illness-itself") if self.sentence(hit) in self.illness
        ]

    def sentence(self, hit: Hit) -> int:
        """Number the sentence of a hit."""
        return self.reading.unit(hit.start, "sentence")

    def paragraph(self, hit: Hit) -> int:
        """Number the paragraph of a hit."""
        return self.reading.unit(hit.start, "paragraph")

    def _sentences(self, vocabulary: str, besides: Sequence[Hit] = ()) -> set[int]:
        """Give the sentences of a vocabulary's hits; a flu jab is no flu."""
        return {
            self.sentence(hit)
            for hit in self.reading.hits(vocabulary)
            if not any(hit.covers(other) or 0 <= other.start - hit.end <= 1 for other in besides)
        }

    def uncovered(self, hits: Iterable[Hit]) -> list[Hit]:
        """Give the hits that no figure of speech covers."""
        return [hit for hit in hits if not any(hit.covers(other) for other in self.figurative)]

    def told_as(self, kind: str) -> list[Hit]:
        """Give the hits of a kind of effect, from every vocabulary that tells of it."""
        names = (kind, *_ALSO_OF.get(kind, ()))
        return self.uncovered(hit for name in names for hit in self.reading.hits(name))

    def is_of_medicine(self, change: Hit) -> bool:
        """Say whether a change of therapy names what was taken (a new tablet, another dose)."""
        return any(
            change.covers(hit)
            for name in ("medicine-word", "medicine-hint")
            for hit in self.reading.hits(name)
        )

    def count_complaints(self, hit: Hit) -> int:
        """Count the faults told in the paragraph of a hit."""
        paragraph = self.paragraph(hit)
        faults = self.uncovered(self.reading.hits("product-complaint"))
        return sum(self.paragraph(other) == paragraph for other in faults)

    def weigh(self, sentences: set[int]) -> int:
        """Weigh the small signs of trouble in some sentences; a feeling counts twice."""
        signs = (self.bodies, self.likenesses, self.changed, self.denied, self.then)
        return 2 * bool(sentences & self.felt) + sum(bool(sentences & sign) for sign in signs)

    def count_hints(self, sentence: int) -> int:
        """Count the places in and around a sentence that may mean a medicine or its pack."""
        return len(
            {
                hit.start
                for hit in self.reading.hits("medicine-hint")
                if abs(self.sentence(hit) - sentence) <= 1
                and not any(hit.covers(other) for other in self.reading.hits("no-medicine"))
            }
        )

    def is_explained(self, effect: Hit, medicine: Hit) -> bool:
        """Say whether an ordinary cause stands nearer to what happened than the medicine does."""
        reach = _gap(effect, medicine) if self.sentence(effect) == self.sentence(medicine) else None
        return any(
            self.sentence(cause) == self.sentence(effect)
            and (reach is None or _gap(effect, cause) < reach)
            for cause in self.explanations
        )

    def is_what_it_is_for(self, effect: Hit) -> bool:
        """Say whether an illness is named that something is for: “for migraine”."""
        return any(
            word.start <= effect.start <= word.end + _OF_WHAT_FOR
            for word in self.reading.hits("indication-link")
        )

    def is_asked_before(self, effect: Hit, medicine: _Medicine) -> bool:
        """Say whether an illness only calls for what follows: “Nosebleed? Try …”, “For that …”."""
        asked = self.reading.text[effect.end : effect.end + 2].strip().startswith("?")
        return medicine.hit.start > effect.end and (asked or medicine.sentence in self.for_that)

    def find_effects(self) -> Iterator[_Effect]:
        """Give everything that may have happened, the plainest kinds first."""
        bodies = self.reading.hits("body-part")
        for kind in _EFFECTS:
            for hit in self.told_as(kind):
                sentence = self.sentence(hit)
                if kind in _OF_BODIES and self.is_what_it_is_for(hit):
                    continue
                if kind == "product-complaint" and any(_gap(hit, body) <= 1 for body in bodies):
                    continue  # a throat that is raw and a blocked nose are no products
                if sentence not in self.talk:
                    yield _Effect(hit, kind, sentence, sentence in self.then)


def _join_all(
    effects: Sequence[_Effect], medicines: Sequence[_Medicine], view: _View
) -> Iterator[Hit]:
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
                yield _quote(effect.hit, medicine.hit, certainty, effect.kind, view.reading)
                break


def _judge(effect: _Effect, medicine: _Medicine, view: _View) -> str:
    """Say how certain it is that the effect is told of the medicine; "" when it is not."""
    apart = effect.sentence - medicine.sentence
    if medicine.sentence in view.talk:
        return ""
    if medicine.is_device and effect.kind not in _OF_DEVICES:
        return ""
    if apart < 0 and effect.kind in _OF_BODIES and view.is_asked_before(effect.hit, medicine):
        return ""
    if not -1 <= apart <= 1:
        return "possible" if _is_far_but_told(effect, medicine, view) else ""
    if (
        effect.hit.covers(medicine.hit)
        and medicine.strength == _HINT
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


def _is_far_but_told(effect: _Effect, medicine: _Medicine, view: _View) -> bool:
    """A plain reaction tied to something, some sentences after a medicine in the same paragraph."""
    return (
        effect.kind == "reaction"
        and effect.is_linked
        and medicine.strength >= _SURE
        and 1 < effect.sentence - medicine.sentence <= _FARTHEST
        and view.paragraph(effect.hit) == view.paragraph(medicine.hit)
        and effect.sentence not in view.other | view.illness | view.relief
    )


def _is_reaction(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
    tied = effect.is_linked or medicine.is_linked
    somebody = view.persons | view.bodies | view.taken | view.courses
    if not tied and apart != 0 and not somebody & {effect.sentence, medicine.sentence}:
        return False
    if effect.sentence in view.relief and not effect.is_linked:
        return False
    if not tied and view.is_explained(effect.hit, medicine.hit):
        return False
    if medicine.strength >= _SURE and apart == 0:
        return True
    if medicine.strength >= _SURE:
        told = view.persons | view.then | view.bodies
        used = view.taken | view.courses
        return tied or (
            apart > 0
            and effect.sentence in told
            and (medicine.sentence in used | view.persons or effect.sentence in used | view.then)
        )
    is_told = tied or effect.sentence in view.taken | view.made
    return apart == 0 and is_told and effect.sentence in view.persons


def _is_symptom(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
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
    if apart == 0 and medicine.strength == _HINT:
        return medicine.is_cause
    if apart == 0:
        is_told = here in view.persons and here in view.then | view.changed | view.courses
        return medicine.is_cause or effect.is_linked or (medicine.is_linked and is_told)
    is_felt = here in view.persons and effect.is_linked
    return apart == 1 and is_felt and medicine.strength >= _SURE


def _comes_from(effect: _Effect, medicine: _Medicine) -> bool:
    """Muscle ache from the statin; of these drops he is always sick."""
    return (
        medicine.is_linked
        and medicine.strength == _SURE
        and _gap(effect.hit, medicine.hit) <= _NEXT_TO
    )


def _is_without_effect(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
    here = effect.sentence
    somebody = view.persons | view.taken | view.courses | view.then
    if here in view.praise or not somebody & {here, medicine.sentence}:
        return False
    if medicine.strength >= _SURE:
        return apart == 0 or (apart == 1 and here not in view.other)
    return apart == 0 and here in view.persons and here not in view.other


def _is_misuse(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
    here = effect.sentence
    if medicine.strength >= _SURE and apart == 0:
        return True
    if medicine.strength >= _SURE:
        return here in view.persons and bool(view.taken & {here, medicine.sentence})
    used = here in view.taken or (medicine.is_linked and here in view.courses)
    return apart == 0 and used and here in view.persons and here not in view.other


def _is_exposure(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
    """Somebody took it while pregnant or breastfeeding; a campaign for pregnant readers is none."""
    here = effect.sentence
    return medicine.strength >= _SURE and apart == 0 and here in view.taken and here in view.persons


def _is_complaint(effect: _Effect, medicine: _Medicine, apart: int, view: _View) -> bool:
    if view.is_explained(effect.hit, medicine.hit):
        return False
    if medicine.strength >= _SURE and apart == 0:
        return True
    if medicine.strength >= _SURE:
        return effect.is_linked or apart == 1 or view.count_complaints(effect.hit) > 1
    if view.count_hints(effect.sentence) > 1 or (apart == 0 and effect.sentence in view.treatments):
        return True
    return apart == 0 and (effect.is_linked or view.count_complaints(effect.hit) > 1)


def _find_untold(medicines: Iterable[_Medicine], view: _View) -> Iterator[Hit]:
    """Something came of a medicine, whatever the words: somebody's “since the tablets …”."""
    calm = view.talk | view.relief | view.other
    for medicine in medicines:
        if medicine.is_device or medicine.sentence in calm:
            continue
        if medicine.strength == _HINT and not _is_hint_to_blame(medicine, view):
            continue
        if any(told(medicine, view) for told in _WAYS):
            yield _quote(medicine.hit, medicine.hit, "possible", "untold", view.reading)


def _is_hint_to_blame(medicine: _Medicine, view: _View) -> bool:
    """Since that patch is stuck on his shoulder there are cats on the wardrobe at night."""
    here = medicine.sentence
    used = view.persons & (view.bodies | view.taken)
    return medicine.is_cause and here in used & (view.changed | view.denied | view.felt)


def _came_of_it(medicine: _Medicine, view: _View) -> bool:
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


def _shows_on_the_body(medicine: _Medicine, view: _View) -> bool:
    """My elbow looks like pepperoni, after three days of the ointment."""
    here = medicine.sentence
    return any(
        at in view.bodies & view.likenesses & view.persons
        and (medicine.is_linked or at in view.changed)
        and at not in view.other
        for at in (here, here + 1)
    )


def _changed_with_it(medicine: _Medicine, view: _View) -> bool:
    """A change of therapy, somebody, and words of a new state in the same or the next sentence."""
    here = medicine.sentence
    near = {here, here + 1} - view.illness - view.other
    if medicine.strength < _CHANGE or not view.persons & near or not view.changed & near:
        return False
    shown = view.felt | view.bodies | view.likenesses
    return bool(shown & near) or view.is_of_medicine(medicine.hit)


def _weighs_enough(medicine: _Medicine, view: _View) -> bool:
    """No plain word, but many small ones: somebody takes it, and something is felt, lost or new."""
    here = medicine.sentence
    near = {here, here + 1} - view.other - view.illness
    if here not in near or not near & view.persons:
        return False
    is_named = medicine.hit.details.get("own") == "yes"
    used = medicine.is_linked or (not is_named and bool(near & view.courses))
    return used and bool(near & view.felt) and view.weigh(near) >= _ENOUGH_TROUBLE


def _on_the_body_with_it(medicine: _Medicine, view: _View) -> bool:
    """The cream takes the skin off his shin; does it make your fingers go funny, too."""
    here = medicine.sentence
    near = {here, here + 1} - view.other - view.illness - view.relief - view.praise
    if here not in near or medicine.strength < _SURE or not near & (view.persons | view.taken):
        return False
    new = bool(near & (view.then | view.likenesses | view.felt | view.made))
    used = medicine.is_linked or here in view.taken | view.made | view.courses
    return bool(near & view.bodies) and used and new


def _was_otherwise_before(medicine: _Medicine, view: _View) -> bool:
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


def _gap(one: Hit, other: Hit) -> int:
    """Count the characters between two places; 0 when they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)


def _quote(effect: Hit, medicine: Hit, certainty: str, kind: str, reading: Reading) -> Hit:
    start, end = min(effect.start, medicine.start), max(effect.end, medicine.end)
    if end - start > _LONGEST:
        start, end = effect.start, effect.end
    product = medicine.details.get("product") or reading.quote(medicine)
    return Hit(start, end, {"certainty": certainty, "kind": kind, "product": product})


def _keep_first_per_sentence(hits: list[Hit], reading: Reading) -> list[Hit]:
    kept: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.details["certainty"] != "clear", hit.start)):
        kept.setdefault(reading.unit(hit.start, "sentence"), hit)
    return list(kept.values())

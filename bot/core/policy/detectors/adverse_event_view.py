"""What a draft holds that bears on side effects: medicines, what happened, words that tie them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.policy.reading import Hit, Reading

_LONGEST = 120  # characters of a quote; a longer cover quotes what happened only
_BEFORE = 26  # characters between a linking word and the medicine that it ties
_JUST_BEFORE = 22  # the same for the general rule: room for “the second”, “all those new”
_OF_WHAT_FOR = 3  # characters between “for”, “in people with” and the illness behind it
_EFFECTS = ("product-complaint", "misuse", "reaction", "no-effect", "exposure", "symptom")
# Whose hits count as another kind: what somebody suddenly does is as vague as a symptom.
_ALSO_OF = {"symptom": ("changed-behaviour",)}
OF_BODIES = ("reaction", "symptom")  # kinds that may also be what the medicine is for
HINT, SURE, CHANGE = 1, 2, 3  # “the new stuff”; a tablet; “the doctor switched him”
_MEDICINES = (("medicine-word", SURE), ("therapy-change", CHANGE), ("medicine-hint", HINT))


@dataclass(frozen=True, slots=True)
class Medicine:
    """What something may have happened with; `strength` is one of the three below."""

    hit: Hit
    strength: int
    sentence: int
    is_linked: bool
    is_cause: bool
    is_device: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What happened, and whether its sentence says that it came from something."""

    hit: Hit
    kind: str
    sentence: int
    is_linked: bool


def find_medicines(reading: Reading) -> list[Medicine]:
    """Give all that something may have happened with, the strongest reading of each place."""
    elsewhere = reading.hits("no-medicine")
    named = reading.detect("medicine") + reading.detect("coined_name")
    places = [(hit, SURE) for hit in named]
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
        Medicine(
            hit,
            strength,
            reading.unit(hit.start, "sentence"),
            strength == CHANGE or _is_tied(hit, links, _BEFORE, reading),
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


class View:
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
            for kind in OF_BODIES
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
        reach = gap(effect, medicine) if self.sentence(effect) == self.sentence(medicine) else None
        return any(
            self.sentence(cause) == self.sentence(effect)
            and (reach is None or gap(effect, cause) < reach)
            for cause in self.explanations
        )

    def is_what_it_is_for(self, effect: Hit) -> bool:
        """Say whether an illness is named that something is for: “for migraine”."""
        return any(
            word.start <= effect.start <= word.end + _OF_WHAT_FOR
            for word in self.reading.hits("indication-link")
        )

    def is_asked_before(self, effect: Hit, medicine: Medicine) -> bool:
        """Say whether an illness only calls for what follows: “Nosebleed? Try …”, “For that …”."""
        asked = self.reading.text[effect.end : effect.end + 2].strip().startswith("?")
        return medicine.hit.start > effect.end and (asked or medicine.sentence in self.for_that)

    def find_effects(self) -> Iterator[Effect]:
        """Give everything that may have happened, the plainest kinds first."""
        bodies = self.reading.hits("body-part")
        for kind in _EFFECTS:
            for hit in self.told_as(kind):
                sentence = self.sentence(hit)
                if kind in OF_BODIES and self.is_what_it_is_for(hit):
                    continue
                if kind == "product-complaint" and any(gap(hit, body) <= 1 for body in bodies):
                    continue  # a throat that is raw and a blocked nose are no products
                if sentence not in self.talk:
                    yield Effect(hit, kind, sentence, sentence in self.then)


def gap(one: Hit, other: Hit) -> int:
    """Count the characters between two places; 0 when they touch or overlap."""
    return max(0, other.start - one.end, one.start - other.end)


def make_report(effect: Hit, medicine: Hit, certainty: str, kind: str, reading: Reading) -> Hit:
    """Make the hit that quotes the effect and, where that stands near, the medicine."""
    start, end = min(effect.start, medicine.start), max(effect.end, medicine.end)
    if end - start > _LONGEST:
        start, end = effect.start, effect.end
    product = medicine.details.get("product") or reading.quote(medicine)
    return Hit(start, end, {"certainty": certainty, "kind": kind, "product": product})

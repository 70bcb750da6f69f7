"""What else stands in a sentence that a rule has doubts about: the question to a second signal.

A rule with `alone:` is a cue. It counts in full only where a signal of another kind agrees: one
that weighs the meaning of the sentence together with the concepts in it and around it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.policy.reading import Hit, Reading, by_place
from bot.core.ports import Doubt

_SEEN = ("medicine", "person", "organisation", "competitor", "identifier")  # detectors that tell
_TOLD = ("kind", "own", "status", "how")  # their details that tell
# Topics whose matter is told over several sentences: who it was, then what happened.
_STORIES = frozenset({"patient_privacy", "adverse_event"})


@dataclass
class Evidence:
    """The signs of one draft.

    The rules that fired are none of them: a doubt about a rule is not settled by the rule.

    Args:
        left_out: Places that are read as if they were not there: words for the checker.
    """

    reading: Reading
    left_out: Sequence[Hit] = ()
    _signs: dict[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _seen(self) -> list[tuple[str, Hit]]:
        signs = _list_signs(self.reading)
        return [sign for sign in signs if not any(sign[1].covers(out) for out in self.left_out)]

    @cached_property
    def _inside(self) -> list[set[str]]:
        """The signs of each sentence; one that reaches over several is in each of them."""
        sentences = self.reading.parsed.sentences
        inside: list[set[str]] = [set() for _ in sentences]
        for name, hit in self._seen:
            number = self.reading.unit(hit.start, "sentence")
            while number < len(sentences) and sentences[number].start < hit.end:
                if hit.start < sentences[number].end:
                    inside[number].add(f"in:{name}")
                number += 1
        return inside

    @cached_property
    def _around(self) -> frozenset[str]:
        """What holds for every sentence: the signs of the draft, and the settings."""
        signs = {f"near:{name}" for name, _ in self._seen}
        return frozenset(signs | {f"at:{setting}" for setting in self.reading.context.settings})

    def describe_hit(self, topic: str, hit: Hit) -> list[Doubt]:
        """Describe every sentence that a hit reaches into; of a story also those beside it."""
        first = self.reading.unit(hit.start, "sentence")
        last = self.reading.unit(max(hit.start, hit.end - 1), "sentence")
        if topic in _STORIES:
            first, last = first - 1, last + 1
        sentences = self.reading.parsed.sentences
        paragraph = self.reading.unit(hit.start, "paragraph")
        return [
            self.describe_sentence(topic, number)
            for number in range(max(0, first), min(last + 1, len(sentences)))
            if sentences[number].paragraph == paragraph
        ]

    def describe_sentence(self, topic: str, number: int) -> Doubt:
        """Describe a sentence by its number."""
        if number not in self._signs:  # several cues may ask about one sentence
            self._signs[number] = self._around.union(self._inside[number])
        return Doubt(topic, self._signs[number], self._texts, number)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        text = self.reading.text
        sentences = self.reading.parsed.sentences
        if not self.left_out:
            return tuple(text[one.start : one.end] for one in sentences)
        return tuple(self._read_rest(one.start, one.end) for one in sentences)

    def _read_rest(self, start: int, end: int) -> str:
        """Give the text of a span without what is left out of it."""
        pieces, at = [], start
        for out in sorted(self.left_out, key=by_place):
            if out.start < end and out.end > at:
                pieces.append(self.reading.text[at : max(at, out.start)])
                at = min(end, out.end)
        return "".join((*pieces, self.reading.text[at:end]))


def _list_signs(reading: Reading) -> Iterable[tuple[str, Hit]]:
    for name in sorted(reading.named):
        for hit in reading.hits(name):
            yield name, hit
    for detector in _SEEN:
        for hit in reading.detect(detector):
            yield detector, hit
            for detail in _TOLD:
                if detail in hit.details:
                    yield f"{detector}.{hit.details[detail]}", hit

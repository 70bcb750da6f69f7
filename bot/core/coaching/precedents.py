"""What the editors said before about sentences like one of a draft: cited below the findings.

A citation never changes a verdict. Vectors of what was said are kept with it; of a draft only the
sentences with a finding are compared, which the second signal has mostly embedded already.

How near is near enough was measured on 21 pairs that say the same in other words and 25 of the same
topic that say something else, in three languages (tests/core/desk/precedent_pairs.py):

    threshold   cited of 21 alike   cited of 25 apart
    0.65        19                  4
    0.75        14                  2
    0.80        13                  1
    0.83        11                  0

A wrong “was fine” costs more than a missing one.
"""

import base64
import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bot.core.coaching.wording.precedents import PRECEDENT_WORDINGS
from bot.core.model import Language, Note, Severity
from bot.core.policy.engine import Check
from bot.core.policy.wording import shorten
from bot.core.ports import Embedder

PRECEDENT = "precedent"  # the kind of the notes that cite
NEAR = 0.83
_MOST_CITED, _MOST_COMPARED = 2, 6
_MASKED = re.compile(r"\[[A-Z]+-\d{1,6}\]")
_Vector = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Precedent:
    """What the editors said about a sentence, without anybody's name.

    Args:
        id: Names it.
        sentence: The sentence, without what tells on people.
        decision: fine, change or do-not.
        advice: What they said to it, as briefly as they want.
        language: The sentence's.
        said_on: When it was answered.
        vector: Its meaning, see `write_vector`.
    """

    id: str
    sentence: str
    decision: str
    advice: str
    language: Language
    said_on: datetime.date
    vector: str = field(default="", repr=False)


@dataclass(frozen=True)
class _Shelved:
    """All precedents of a language, and their vectors as rows."""

    precedents: Sequence[Precedent]
    rows: _Vector


@dataclass
class PrecedentBook:
    """The precedents of one organisation, in memory; `fill` puts others in their place."""

    embedder: Embedder
    today: Callable[[], datetime.date]
    _shelved: Mapping[Language, _Shelved] = field(default_factory=dict, repr=False)

    def fill(self, precedents: Sequence[Precedent]) -> None:
        """Take in all there are."""
        by_language: dict[Language, list[tuple[Precedent, _Vector]]] = {}
        for one in precedents:
            vector = read_vector(one.vector)
            if vector is not None:
                by_language.setdefault(one.language, []).append((one, vector))
        self._shelved = {
            language: _Shelved([one for one, _ in told], np.stack([row for _, row in told]))
            for language, told in by_language.items()
            if len({row.shape for _, row in told}) == 1
        }

    def embed(self, sentence: str) -> str:
        """Give the meaning of a sentence, written."""
        return write_vector(self.embedder.embed([sentence])[0])

    def cite(self, checked: Check, language: Language) -> tuple[Note, ...]:
        """Cite the nearest, each once; nothing where none is near."""
        shelved = self._shelved
        if not shelved:
            return ()
        found: dict[str, tuple[float, Precedent]] = {}
        for spoken, sentence in _list_found(checked):
            book = shelved.get(spoken)
            if book is None:
                continue
            vector = self.embedder.embed([sentence])[0]
            if vector.shape[0] != book.rows.shape[1]:
                continue
            likeness = book.rows @ vector
            at = int(np.argmax(likeness))
            near, precedent = float(likeness[at]), book.precedents[at]
            if near >= NEAR and near > found.get(precedent.id, (0.0, precedent))[0]:
                found[precedent.id] = (near, precedent)
        nearest = sorted(found.values(), key=lambda one: (-one[0], one[1].id))[:_MOST_CITED]
        today = self.today()
        return tuple(Note(PRECEDENT, tell(one, language, today)) for _, one in nearest)


def tell(precedent: Precedent, language: Language, today: datetime.date) -> str:
    """Say what was said of a sentence, and when."""
    wording = PRECEDENT_WORDINGS[language]
    when = wording.months[precedent.said_on.month - 1]
    if (today - precedent.said_on).days > 330:
        when = f"{when} {precedent.said_on.year}"
    sentence = shorten(_MASKED.sub("…", precedent.sentence))
    told = wording.cited[precedent.decision].format(when=when, sentence=sentence)
    advice = _MASKED.sub("…", precedent.advice)
    return f"{told} {wording.advice.format(advice=advice)}" if advice else told


def write_vector(vector: _Vector) -> str:
    """Write a vector as text: half as exact, which changes no citation."""
    return base64.b64encode(np.asarray(vector, np.float16).tobytes()).decode("ascii")


def read_vector(written: str) -> _Vector | None:
    """Read a vector; None where it is none."""
    try:
        vector = np.frombuffer(base64.b64decode(written, validate=True), np.float16)
    except ValueError:
        return None
    return vector.astype(np.float32) if vector.size else None


def _list_found(checked: Check) -> list[tuple[Language, str]]:
    """List the sentences that a finding of weight stands in, each once."""
    parsed, reading = checked.parsed, checked.reading
    numbers = dict.fromkeys(
        reading.unit(found.start, "sentence")
        for found in checked.findings
        if found.severity is not Severity.CONSIDER
    )
    sentences = [parsed.sentences[number] for number in numbers if number < len(parsed.sentences)]
    return [(one.language, parsed.text[one.start : one.end]) for one in sentences[:_MOST_COMPARED]]

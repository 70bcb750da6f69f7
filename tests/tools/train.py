"""Learn the second signal's weights: `make weights`; `make left-out` measures them.

A small network over sentences: which topics' labelled words stand in them. The material is what
the rules were tuned on, too: drafts (tests/quality/practice-*) and single passages
(tests/quality/passages); never the held-out drafts.
"""

import argparse
import datetime
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.coaching.context import Contexts, Told
from bot.core.model import NO_ORGANISATION, TOPICS, Context, Draft, Organisation
from bot.core.policy.engine import Check, check
from bot.core.policy.evidence import Evidence
from bot.core.policy.policy import Policy
from bot.files.embedder import SentenceEncoder
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LAYERS, WEIGHTS, Network
from bot.files.word_numbers import number_words
from tests.tools.descent import Lesson, learn_layers
from tests.tools.labelled import Row, read_rows

ROOT = Path(__file__).parent.parent.parent
_AT_ONCE = 128  # sentences that are embedded together
_FEWEST = 3  # sentences that a sign must stand in to be learned
_ELSEWHERE = 0.3  # what a sign elsewhere in the draft counts beside one in the sentence
_MEANING, _AROUND = 6.0, 4.0  # what vectors of length one count beside a sign
# What a passage does not say of its author.
_NOWHERE = {"country": "", "role": "", "platform": "linkedin", "date": "2026-06-15"}
_Table = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Line:
    """A sentence of a labelled draft."""

    group: str
    text: str
    place: int  # in its draft
    around: tuple[str, ...]
    signs: frozenset[str]
    topics: frozenset[str]
    tolerated: frozenset[str]


def read_material(folders: Sequence[Path], policy: Policy) -> list[Line]:
    """Read everything there is to learn from: drafts and passages."""
    lines = [line for folder in folders for line in read_lines(folder, policy)]
    return lines + read_passages(ROOT / "tests" / "quality" / "passages", policy)


def read_lines(folder: Path, policy: Policy) -> list[Line]:
    """Read every sentence of a folder of labelled drafts, grouped by file."""
    employers = load_employers(folder)
    lines: list[Line] = []
    for path in sorted(folder.glob("drafts*.jsonl")):
        for row in read_rows(folder, path.name):
            checked = check_row(row, employers, policy)
            lines.extend(_read_row(row, checked, name_group(path)))
    return lines


def load_employers(folder: Path) -> dict[str, Organisation]:
    """Load the employers of a folder of labelled drafts, by the name that its rows use."""
    return {
        path.stem.removeprefix("profile-"): load_organisation(path)
        for path in folder.glob("profile-*.yaml")
    }


def name_group(path: Path) -> str:
    """Name the lines of one file."""
    return f"{path.parent.name}/{path.name}"


def check_row(row: Row, employers: Mapping[str, Organisation], policy: Policy) -> Check:
    """Check a labelled draft in its own context, every rule in full."""
    context = compose_context(row, employers)
    return check(Draft(row["text"], context, row["id"], row["lang"]), policy)


def compose_context(row: Row, employers: Mapping[str, Organisation]) -> Context:
    """Compose what a labelled draft says of its author and employer."""
    day = datetime.date.fromisoformat(row["date"])
    told = Told(row["country"], row["setting"], row["role"], row["platform"], day)
    name = row.get("profile", "")
    if name and name not in employers:  # without it the draft would be read as nobody's
        raise SystemExit(f"{row['id']}: there is no profile-{name}.yaml beside its drafts.")
    return Contexts().compose(employers.get(name, NO_ORGANISATION), day, told)


def read_passages(folder: Path, policy: Policy) -> list[Line]:
    """Read passages of one to three sentences, each with one topic that it violates or only nears.

    What a violating passage says besides its labelled words counts neither way.
    """
    lines: list[Line] = []
    for path in sorted(folder.glob("passages*.jsonl")):
        for row in read_rows(folder, path.name):
            also = row.get("also", [])
            evidence = [{"label": row["topic"], "quote": row["quote"]}] if row["bad"] else []
            draft = {**row, "id": "", "labels": [row["topic"]] if row["bad"] else []}
            draft = {**_NOWHERE, **draft, "evidence": evidence, "tolerated": also}
            lines.extend(
                _read_row(draft, check_row(draft, {}, policy), f"{folder.name}/{path.name}")
            )
    return lines


def _read_row(row: Row, checked: Check, group: str) -> Iterable[Line]:
    evidence = Evidence(checked.reading)
    tolerated = frozenset(row.get("tolerated", ())) - set(row["labels"])
    quoted = [(found["label"], _place(row["text"], found["quote"])) for found in row["evidence"]]
    for number, sentence in enumerate(checked.parsed.sentences):
        doubt = evidence.describe_sentence("", number)
        topics = frozenset(
            label for label, (start, end) in quoted if start < sentence.end and sentence.start < end
        )
        yield Line(group, doubt.sentence, number, doubt.around, doubt.signs, topics, tolerated)


def _place(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def learn(lines: Sequence[Line], vectors: Mapping[str, _Table]) -> Network:
    """Learn the network; the same every time. `vectors` has every sentence that a line names."""
    counted = Counter(sign for line in lines for sign in line.signs)
    names = sorted(sign for sign, count in counted.items() if count >= _FEWEST)
    meaning = np.stack([vectors[line.text] for line in lines])
    around = np.stack([np.mean([vectors[text] for text in line.around], axis=0) for line in lines])
    table = np.concatenate([fill_signs(lines, names), meaning * _MEANING, around * _AROUND], axis=1)
    wanted = np.array([[topic in line.topics for topic in TOPICS] for line in lines], np.float32)
    counts = np.array([[topic not in line.tolerated for topic in TOPICS] for line in lines])
    words = [np.array(number_words(line.text)) for line in lines]
    lesson = Lesson(table.astype(np.float32), words, wanted, counts.astype(np.float32))
    layers = learn_layers(lesson)
    strength = np.array([[_ELSEWHERE if is_elsewhere(name) else 1.0] for name in names], np.float32)
    at, size = len(names), meaning.shape[1]
    return Network(
        {topic: number for number, topic in enumerate(TOPICS)},
        {name: number for number, name in enumerate(names)},
        layers.first[:at] * strength,
        layers.first[at : at + size] * np.float32(_MEANING),
        layers.first[at + size :] * np.float32(_AROUND),
        layers.words,
        layers.of_words,
        layers.hidden_bias,
        layers.of_hidden,
        layers.bias,
    )


def fill_signs(lines: Sequence[Line], names: Sequence[str]) -> _Table:
    """Give one row a line with the strength of each sign."""
    numbers = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(lines), len(names)), np.float32)
    for row, line in enumerate(lines):
        for sign in line.signs:
            if sign in numbers:
                table[row, numbers[sign]] = _ELSEWHERE if is_elsewhere(sign) else 1.0
    return table


def is_elsewhere(sign: str) -> bool:
    """Say whether a sign tells of the draft rather than of the sentence."""
    return sign.startswith(("near:", "at:"))


def embed_lines(lines: Sequence[Line], encoder: SentenceEncoder) -> dict[str, _Table]:
    """Embed every sentence that the lines name."""
    texts = list(dict.fromkeys(text for line in lines for text in (line.text, *line.around)))
    vectors: dict[str, _Table] = {}
    for begin in range(0, len(texts), _AT_ONCE):
        some = texts[begin : begin + _AT_ONCE]
        vectors.update(zip(some, encoder.embed(some), strict=True))
    return vectors


def store(network: Network, path: Path) -> None:
    """Write the weights; half precision is a thousandth, and half the file."""
    layers = {name: getattr(network, name).astype(np.float16) for name in LAYERS}
    np.savez_compressed(
        path,
        topic_names=np.array(list(network.topics)),
        sign_names=np.array(list(network.signs)),
        **layers,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="*")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    folders = chosen.data or sorted((ROOT / "tests" / "quality").glob("practice-*"))
    policy = load_policy(ROOT / "policies")
    lines = read_material(folders, policy)
    store(learn(lines, embed_lines(lines, SentenceEncoder())), chosen.to)
    sys.stdout.write(f"{len(lines)} sentences, {chosen.to}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

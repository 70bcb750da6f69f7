"""Learn the second signal's weights: `make weights`; `make left-out` measures them.

One logistic regression a topic over sentences: which labelled words stand in it. The material is
what the rules were tuned on, too: drafts (tests/quality/practice-*) and single passages
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
from bot.files.resemblance import WEIGHTS
from tests.tools.labelled import Row, read_rows

ROOT = Path(__file__).parent.parent.parent
_FEWEST = 3  # sentences that a sign must stand in to be learned
_AROUND = 0.3  # what a sign elsewhere in the draft counts beside one in the sentence
_MEANING = 6.0  # what the vector of length one counts beside a sign
_RIDGE = 1 / 0.3
_STEPS = 1500
# What a passage does not say of its author.
_NOWHERE = {"country": "", "role": "", "platform": "linkedin", "date": "2026-06-15"}
_Table = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Line:
    """A sentence of a labelled draft."""

    group: str
    text: str
    signs: frozenset[str]
    topics: frozenset[str]
    tolerated: frozenset[str]


@dataclass(frozen=True)
class Weights:
    """What was learned; see LearnedResemblance for its use."""

    sign_names: Sequence[str]
    bias: _Table
    meaning: _Table
    signs: _Table


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
    return Contexts().compose(employers.get(row.get("profile", ""), NO_ORGANISATION), day, told)


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
            draft |= {"evidence": evidence, "tolerated": also, **_NOWHERE}
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
        yield Line(group, doubt.sentence, doubt.signs, topics, tolerated)


def _place(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return start, start + len(quote)


def learn(lines: Sequence[Line], vectors: _Table) -> Weights:
    """Learn one linear model a topic, by accelerated gradient descent; the same every time."""
    counted = Counter(sign for line in lines for sign in line.signs)
    names = sorted(sign for sign, count in counted.items() if count >= _FEWEST)
    signs = fill_signs(lines, names)
    table = np.concatenate([signs, vectors * _MEANING, np.ones((len(lines), 1), np.float32)], 1)
    wanted = np.array([[topic in line.topics for topic in TOPICS] for line in lines], np.float32)
    counts = np.array([[topic not in line.tolerated for topic in TOPICS] for line in lines])
    learned = _descend(table, wanted, counts.astype(np.float32)).T
    strength = np.array([_AROUND if _is_around(name) else 1.0 for name in names], np.float32)
    split = len(names)
    return Weights(
        names,
        learned[:, -1],
        learned[:, split:-1] * np.float32(_MEANING),
        learned[:, :split] * strength,
    )


def fill_signs(lines: Sequence[Line], names: Sequence[str]) -> _Table:
    """Give one row a line with the strength of each sign."""
    numbers = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(lines), len(names)), np.float32)
    for row, line in enumerate(lines):
        for sign in line.signs:
            if sign in numbers:
                table[row, numbers[sign]] = _AROUND if _is_around(sign) else 1.0
    return table


def _is_around(sign: str) -> bool:
    return sign.startswith(("near:", "at:"))


def _descend(table: _Table, wanted: _Table, counts: _Table) -> _Table:
    """Minimise the ridge logistic loss of every column of `wanted` at once (Nesterov)."""
    probe, largest = np.ones(table.shape[1], np.float32), 1.0
    for _ in range(20):  # the largest eigenvalue, by power iteration
        probe = table.T @ (table @ probe)
        largest = float(np.linalg.norm(probe))
        probe /= largest
    step = 1.0 / (0.25 * largest + _RIDGE)
    ridge = np.full((table.shape[1], 1), _RIDGE, np.float32)
    ridge[-1] = 0.0  # the bias is free
    weights = np.zeros((table.shape[1], wanted.shape[1]), np.float32)
    ahead = weights.copy()
    for number in range(_STEPS):
        said = 1.0 / (1.0 + np.exp(-(table @ ahead)))
        slope = table.T @ ((said - wanted) * counts) + ridge * ahead
        following = ahead - np.float32(step) * slope
        ahead = following + np.float32(number / (number + 3)) * (following - weights)
        weights = following
    return weights


def store(weights: Weights, path: Path) -> None:
    """Write the weights; half precision is a thousandth, and half the file."""
    np.savez_compressed(
        path,
        topic_names=np.array(TOPICS),
        sign_names=np.array(weights.sign_names),
        bias=weights.bias.astype(np.float16),
        meaning=weights.meaning.astype(np.float16),
        signs=weights.signs.astype(np.float16),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="*")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    folders = chosen.data or sorted((ROOT / "tests" / "quality").glob("practice-*"))
    policy = load_policy(ROOT / "policies")
    lines = read_material(folders, policy)
    vectors = SentenceEncoder().embed([line.text for line in lines])
    store(learn(lines, vectors), chosen.to)
    sys.stdout.write(f"{len(lines)} sentences, {chosen.to}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure the second signal on drafts it did not learn from: `make left-out`. Takes minutes.

The files of practice drafts are dealt into four hands; the weights are learned without a hand, and
its files are measured with them, at several thresholds: this is how the engine's own was chosen.
The rules were tuned on these drafts; only the held-out ones (docs/quality.md) say how well all of
it judges strangers' drafts.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.core.model import Draft, Organisation
from bot.core.policy.doubts import AGREES
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.ports import Doubt, Resemblance
from bot.files.embedder import SentenceEncoder
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from tests.tools.labelled import Figures, Row, read_rows
from tests.tools.train import (
    compose_context,
    embed_lines,
    learn,
    load_employers,
    name_group,
    read_material,
    store,
)

ROOT = Path(__file__).parent.parent.parent
_HANDS = 4
_TRIED = (0.0, 0.06, 0.1, 0.15, 0.2, 0.3)
_SHOWN = ("recall", "missed holds", "false alarms", "hard false alarms", "topic recall")


class Shifted:
    """A second signal whose weights are moved so that the engine's threshold means another."""

    def __init__(self, inner: Resemblance, threshold: float) -> None:
        self._inner = inner
        self._factor = AGREES / threshold if threshold else float("inf")

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float]:
        """Give the moved weights."""
        if self._factor == float("inf"):
            return [1.0] * len(doubts)
        return [min(1.0, weight * self._factor) for weight in self._inner.weigh(doubts)]


def main() -> int:
    policy = load_policy(ROOT / "policies")
    folders = sorted((ROOT / "tests" / "quality").glob("practice-*"))
    lines = read_material(folders, policy)
    encoder = SentenceEncoder()
    vectors = embed_lines(lines, encoder)
    figures = {threshold: Figures() for threshold in _TRIED}
    paths = sorted(path for folder in folders for path in folder.glob("drafts*.jsonl"))
    with tempfile.TemporaryDirectory() as scratch:
        for hand in range(_HANDS):
            dealt = paths[hand::_HANDS]
            groups = {name_group(path) for path in dealt}
            kept = [line for line in lines if line.group not in groups]
            weights = Path(scratch) / f"{hand}.npz"
            store(learn(kept, vectors), weights)
            signal = LearnedResemblance(encoder, weights, reader=None)
            for path in dealt:
                measure_file(path, policy, signal, figures)
    sys.stdout.write("| threshold | " + " | ".join(_SHOWN) + " |\n")
    for threshold, counted in figures.items():
        values = " | ".join(counted.counts[kind].show() for kind in _SHOWN)
        sys.stdout.write(f"| {threshold} | {values} |\n")
    return 0


def measure_file(
    path: Path, policy: Policy, signal: Resemblance, figures: Mapping[float, Figures]
) -> None:
    employers = load_employers(path.parent)
    for row in read_rows(path.parent, path.name):
        for threshold, review in review_row(row, employers, policy, signal):
            figures[threshold].add(row, review)


def review_row(
    row: Row, employers: Mapping[str, Organisation], policy: Policy, signal: Resemblance
) -> Iterator[tuple[float, Row]]:
    """Check a plain draft at each threshold; subtle ones are left to docs/quality.md."""
    if row.get("subtle"):
        return
    draft = Draft(row["text"], compose_context(row, employers), row["id"], row["lang"])
    for threshold in _TRIED:
        found = check(draft, policy, Shifted(signal, threshold)).findings
        weights = [finding.severity.weight for finding in found]
        yield threshold, {
            "verdict": ("go", "adjust", "ask")[max(weights, default=0)],
            "findings": [
                {"topic": f.topic, "severity": f.severity.value, "quote": f.quote, "start": f.start,
                 "end": f.end, "source": f.source, "why": f.why, "fix": f.fix}
                for f in found
            ],
        }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

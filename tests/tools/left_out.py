"""Measure the second signal on drafts it did not learn from: `make left-out`. Takes minutes.

For each file of practice drafts the weights are learned without it, and the file is measured with
them, at several thresholds: this is how the engine's own was chosen. The rules were tuned on these
drafts; only the held-out ones (docs/quality.md) say how well all of it judges strangers' drafts.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.core.model import Draft, Organisation
from bot.core.policy.engine import AGREES, check
from bot.core.policy.policy import Policy
from bot.core.ports import Doubt, Resemblance
from bot.files.embedder import SentenceEncoder
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from tests.tools.labelled import Figures, Row, read_rows
from tests.tools.train import Line, compose_context, learn, read_material, store

ROOT = Path(__file__).parent.parent.parent
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
    figures = {threshold: Figures() for threshold in _TRIED}
    with tempfile.TemporaryDirectory() as scratch:
        for folder in folders:
            employers = {
                path.stem.removeprefix("profile-"): load_organisation(path)
                for path in folder.glob("profile-*.yaml")
            }
            for path in sorted(folder.glob("drafts*.jsonl")):
                group = f"{folder.name}/{path.name}"
                signal = learn_without(group, lines, encoder, Path(scratch) / "weights.npz")
                for row in read_rows(folder, path.name):
                    for threshold, review in review_row(row, employers, policy, signal):
                        figures[threshold].add(row, review)
                sys.stderr.write(f"{group}\n")
    sys.stdout.write("| threshold | " + " | ".join(_SHOWN) + " |\n")
    for threshold, counted in figures.items():
        values = " | ".join(counted.counts[kind].show() for kind in _SHOWN)
        sys.stdout.write(f"| {threshold} | {values} |\n")
    return 0


def learn_without(
    group: str, lines: Sequence[Line], encoder: SentenceEncoder, path: Path
) -> LearnedResemblance:
    kept = [line for line in lines if line.group != group]
    store(learn(kept, encoder.embed([line.text for line in kept])), path)
    return LearnedResemblance(encoder, path)


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

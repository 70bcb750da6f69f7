"""Measure speed: `make bench [DATA=folder]`. Ratios within one run; these machines are noisy.

Drafts come from the examples of the packs (or a folder of labelled drafts); each round reads them
in another order, so nothing is remembered from one draft to the next but words.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.review import Coach
from bot.core.model import Draft
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from tests.tools.labelled import read_rows

ROOT = Path(__file__).parent.parent.parent
POLICIES = ROOT / "policies"
_ROUNDS = 3
_LONG = 1300  # characters, the length of a long post
_LONG_DRAFTS = 300


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    chosen = parser.parse_args()
    coach = Coach(load_policy(POLICIES), load_hashtags(POLICIES))
    texts = collect_texts(coach, chosen.data)
    organisation = load_organisation(POLICIES / "organisation.example.yaml")
    context = Contexts().compose(organisation, date(2026, 6, 15), Told())

    def review(text: str) -> None:
        coach.review(Draft(text, context))

    show("drafts reviewed a second, one core, best of 3", measure_rate(review, texts))
    long_texts = make_long(texts)
    times = measure_each(review, long_texts)
    show("a 1,300-character draft, median ms", statistics.median(times) * 1000)
    show("a 1,300-character draft, p99 ms", statistics.quantiles(times, n=100)[98] * 1000)
    hostile = "x" * 10_000
    show("10,000 characters without a blank, ms", measure_each(review, [hostile])[0] * 1000)
    show("jourfix review FILE, best of 3, ms", measure_command(texts[0]) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("memory of this process at its peak, MB", peak)
    return 0


def collect_texts(coach: Coach, data: Path | None) -> list[str]:
    if data:
        return [row["text"] for row in read_rows(data, "drafts*.jsonl")]
    return [
        example.text
        for rule in coach.policy.rules
        for block in rule.blocks.values()
        for example in block.examples
    ]


def make_long(texts: Sequence[str]) -> list[str]:
    """Join drafts to texts of about 1,300 characters."""
    order = random.Random(7)  # noqa: S311 - the same texts in every run
    long_texts = []
    for _ in range(_LONG_DRAFTS):
        text = ""
        while len(text) < _LONG:
            text += order.choice(texts) + "\n\n"
        long_texts.append(text[:_LONG])
    return long_texts


def measure_rate(review: Callable[[str], None], texts: Sequence[str]) -> float:
    rates = []
    for round_number in range(_ROUNDS):
        order = list(texts)
        random.Random(round_number).shuffle(order)  # noqa: S311 - the same order in every run
        started = time.process_time()
        for text in order:
            review(text)
        rates.append(len(order) / (time.process_time() - started))
    return max(rates)


def measure_each(review: Callable[[str], None], texts: Sequence[str]) -> list[float]:
    times = []
    for text in texts:
        started = time.process_time()
        review(text)
        times.append(time.process_time() - started)
    return times


def measure_command(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(text, "utf-8")
        times = []
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "bot", "review", str(path)],
                cwd=ROOT, capture_output=True, check=True,
            )  # fmt: skip
            times.append(time.perf_counter() - started)
    return min(times)


def show(what: str, value: float) -> None:
    sys.stdout.write(f"{what:48} {value:10.1f}\n")


if __name__ == "__main__":
    sys.exit(main())

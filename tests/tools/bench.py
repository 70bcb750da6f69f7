"""Measure speed: `make bench [DATA=folder]`. Ratios within one run; these machines are noisy.

The drafts are labelled ones (tests/quality/practice-*, or the folder named); each round reads them
in another order. With --write the figures go into docs/speed.md. Other people's tools are measured
on the same drafts in the same run, in an environment of their own.
"""

import argparse
import contextlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.review import Coach
from bot.core.model import Draft
from bot.files.copies import let_stay
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from tests.channels.nursery import start_alone
from tests.channels.running import (
    RunningServer,
    WebPerson,
    environment,
    prepare_cache,
    serve,
)
from tests.tools.bench_ingress import Pace, measure_ingress, measure_while_reviewing
from tests.tools.bench_mailings import measure_mailings
from tests.tools.bench_teams import measure_teams_door
from tests.tools.labelled import Row, read_rows
from tests.tools.others import measure_others

ROOT = Path(__file__).parent.parent.parent
POLICIES = ROOT / "policies"
PAGE = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_ROUNDS = 3
_LONG = 1300  # characters, the length of a long post
_LONG_DRAFTS = 300
_LIVELY_DRAFTS = 100  # answered by the server whose memory is read


@dataclass(frozen=True)
class Measured:
    """One figure, and what we want of it."""

    what: str
    value: str
    wanted: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="*")
    parser.add_argument("--write", action="store_true", help="write them into docs/speed.md")
    parser.add_argument("--alone", action="store_true", help="leave other people's tools out")
    chosen = parser.parse_args()
    folders = chosen.data or sorted((ROOT / "tests" / "quality").glob("practice-*"))
    rows = [row for folder in folders for row in read_rows(folder, "drafts*.jsonl")]
    table = ["| what | measured | wanted |", "|---|---|---|"]
    measured = measure_coach(rows) + measure_processes(rows)
    measured += measure_doors([row["text"] for row in rows])
    measured += measure_many()
    if not chosen.alone:
        measured += measure_tools(rows)
    table += [f"| {one.what} | {one.value} | {one.wanted} |" for one in measured]
    text = "\n".join(table)
    sys.stdout.write(text + "\n")
    if chosen.write:
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", "utf-8")
    return 0


def measure_coach(rows: Sequence[Row]) -> list[Measured]:
    """Measure reviews in this process, with and without the second signal and its meaning."""
    policy, catalogue = load_policy(POLICIES), load_hashtags(POLICIES)
    encoder = SentenceEncoder()
    plain = Coach(policy, catalogue)
    meaning = Coach(policy, catalogue, encoder, LearnedResemblance(encoder))
    organisation = load_organisation(POLICIES / "organisation.example.yaml")
    context = Contexts().compose(organisation, date(2026, 6, 15), Told())

    def review_with(coach: Coach) -> Callable[[str], object]:
        return lambda text: coach.review(Draft(text, context))

    let_stay()  # as our processes do
    texts = [row["text"] for row in rows]
    long_texts = make_long(rows)
    meaning.warm_up()  # as `serve` does when it starts
    review_with(meaning)(texts[0])
    rate = measure_rate(review_with(plain), texts)
    bare = measure_each(review_with(plain), long_texts)
    full = measure_each(review_with(meaning), long_texts)
    hostile = measure_each(review_with(plain), ["x" * 10_000])[0]
    return [
        Measured("drafts checked and coached a second, one core", f"{rate:.0f}", "300"),
        Measured("a 1,300-character draft, median", f"{_median(bare):.1f} ms"),
        Measured("a 1,300-character draft, p99", f"{_p99(bare):.1f} ms", "15 ms"),
        Measured("the same with embeddings, median", f"{_median(full):.1f} ms"),
        Measured("the same with embeddings, p99", f"{_p99(full):.1f} ms", "60 ms"),
        Measured("10,000 characters without a blank", f"{hostile * 1000:.1f} ms"),
    ]


def measure_processes(rows: Sequence[Row]) -> list[Measured]:
    """Measure whole processes: the command line and the server."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    clean = next(row["text"] for row in rows if not row["labels"])
    cued = next(row["text"] for row in rows if "adverse_event" in row["labels"])
    memory = measure_server(make_long(rows)[:_LIVELY_DRAFTS])
    return [
        Measured(
            "`jourfix review FILE`, a clean draft", f"{measure_command(clean):.2f} s", "1.5 s"
        ),
        Measured(
            "`jourfix review FILE`, a draft with cues", f"{measure_command(cued):.2f} s", "1.5 s"
        ),
        Measured(
            f"memory of `jourfix serve` after {_LIVELY_DRAFTS} reviews with embeddings",
            f"{memory:.0f} MB",
            "350 MB",
        ),
        Measured("memory of the measuring process at its peak", f"{peak:.0f} MB"),
    ]


def measure_doors(texts: Sequence[str]) -> list[Measured]:
    """Measure how events are acknowledged, beside an endpoint that does the least."""
    return [
        *compare_doors("Slack events", measure_ingress()),
        Measured(
            "an acknowledgement at 50 events a second while all are reviewed, p99",
            f"{measure_while_reviewing(texts) * 1000:.0f} ms",
            "250 ms",
        ),
        *compare_doors("Teams activities", measure_teams_door()),
    ]


def compare_doors(what: str, paces: Mapping[str, Pace]) -> list[Measured]:
    bare, ours = paces["bare"], paces["durable"]
    return [
        Measured(
            f"{what} acknowledged a second, each written to disk first",
            f"{ours.rate:.0f}; {ours.rate / bare.rate:.2f} of a bare endpoint ({bare.rate:.0f})",
            "0.35, better 0.5",
        ),
        Measured(
            f"{what}: CPU of one, and p99 at full load",
            f"{ours.cpu * 1e6:.0f} µs, bare {bare.cpu * 1e6:.0f} µs; {ours.p99 * 1000:.0f} ms",
        ),
    ]


def measure_many() -> list[Measured]:
    """Measure mailings to many people, beside a loop without an engine and another engine."""
    found = measure_mailings()
    return [
        Measured(
            "a mailing to 100,000 people planned and enqueued", f"{found.planned:.1f} s", "20 s"
        ),
        Measured("memory of planning and sending it", f"{found.memory:.0f} MB", "400 MB"),
        Measured(
            "messages of a mailing sent a second, without a limit",
            f"{found.ours:.0f}; {found.ours / found.bare:.2f} of a loop without an engine"
            f" ({found.bare:.0f})",
            "0.25, better 0.5",
        ),
        Measured(
            "the same on PostgreSQL, one worker; procrastinate, a job each",
            f"{found.ours_on_server:.0f}; {found.other_on_server:.0f}",
        ),
        Measured(
            "of a limit of 20 a second and workspace used, on a simulated clock",
            f"{found.used:.0%}, with {found.hit} times 429",
            "85 %, never",
        ),
        Measured(
            "a review in Slack while a mailing to 10,000 runs, median and slowest",
            f"{found.answer_meanwhile:.2f} s and {found.slowest_meanwhile:.2f} s;"
            f" alone {found.answer:.2f} s",
        ),
    ]


def measure_tools(rows: Sequence[Row]) -> list[Measured]:
    """Measure the nearest free tools on the same drafts."""
    drafts = [(row["text"], row["lang"], not row["labels"]) for row in rows]
    bad = sum(not clean for *_, clean in drafts)
    return [
        Measured(
            f"{name}: drafts a second",
            f"{rate:.0f}; something said on {found} of {bad} violating "
            f"and {alarms} of {len(drafts) - bad} clean drafts",
        )
        for name, rate, found, alarms in measure_others(drafts)
    ]


def _median(times: Sequence[float]) -> float:
    return statistics.median(times) * 1000


def _p99(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=100)[98] * 1000


def make_long(rows: Sequence[Row]) -> list[str]:
    """Join drafts of one language to texts of about 1,300 characters."""
    order = random.Random(7)
    languages = sorted({row["lang"] for row in rows})
    by_language = {
        language: [row["text"] for row in rows if row["lang"] == language] for language in languages
    }
    long_texts = []
    for number in range(_LONG_DRAFTS):
        texts, text = by_language[languages[number % len(languages)]], ""
        while len(text) < _LONG:
            text += order.choice(texts) + "\n\n"
        long_texts.append(text[:_LONG])
    return long_texts


def measure_rate(review: Callable[[str], object], texts: Sequence[str]) -> float:
    rates = []
    for round_number in range(_ROUNDS):
        order = list(texts)
        random.Random(round_number).shuffle(order)
        started = time.process_time()
        for text in order:
            review(text)
        rates.append(len(order) / (time.process_time() - started))
    return max(rates)


def measure_each(review: Callable[[str], object], texts: Sequence[str]) -> list[float]:
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


def measure_server(texts: Sequence[str]) -> float:
    """Give the resident memory of a `jourfix serve` that has answered these drafts, in MB.

    It is started as people start it: what comes off the tests' nursery has both platforms' kits
    in memory, which this one never opens.
    """
    with tempfile.TemporaryDirectory() as folder, serve_anew(Path(folder)) as server:
        person = WebPerson(server.port)
        person.open_page()
        for text in texts:
            person.say(text)
            person.read()
        status = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


@contextlib.contextmanager
def serve_anew(folder: Path) -> Iterator[RunningServer]:
    """Run `jourfix serve` in a process of its own until the block ends."""
    prepare_cache()
    # as `release` does in the Procfile
    subprocess.run(
        [sys.executable, "-m", "bot", "migrate"],
        cwd=ROOT, env=environment(folder), capture_output=True, check=True,
    )  # fmt: skip
    with serve(folder, start=start_alone) as running:
        yield running


if __name__ == "__main__":
    sys.exit(main())

"""Measure how well the rules judge: `make quality [DATA=folder]`, with 95 % intervals.

Prints the figures; for the project's own fresh drafts they are also written into docs/quality.md
between its two marks, so that the page never says what was not measured.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.tools.labelled import (
    Count,
    Figures,
    Row,
    measure_coach,
    measure_drafts,
    measure_questions,
    read_rows,
    run_jourfix,
)

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_KINDS = (
    "missed holds",
    "softened holds",
    "recall",
    "false alarms",
    "hard false alarms",
    "verdict",
    "topic recall",
    "topic precision",
    "evidence",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", action="store_true", help="list ids that were judged wrongly")
    parser.add_argument(
        "--write", action="store_true", help="write the figures into docs/quality.md"
    )
    chosen = parser.parse_args()
    drafts = read_rows(chosen.data, "drafts*.jsonl")
    reviews = run_jourfix("review", chosen.data, drafts)
    lines = show_drafts(measure_drafts(drafts, reviews))
    for name, command, measure in (
        ("coach", "review", measure_coach),
        ("questions", "ask", measure_questions),
    ):
        rows = read_rows(chosen.data, f"{name}*.jsonl")
        if rows:
            lines += show_counts(name, measure(rows, run_jourfix(command, chosen.data, rows)))
    text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    if chosen.misses:
        list_misses(drafts, reviews)
    if chosen.write:
        write_page(text)
    return 0


def show_drafts(groups: Mapping[str, Figures]) -> list[str]:
    lines = []
    for name, figures in groups.items():
        lines += [f"\n### {name}\n", "| figure | value (95 % interval; count) |", "|---|---|"]
        lines += [f"| {kind} | {figures.counts[kind].show()} |" for kind in _KINDS]
        lines.append(f"| bad spans, unsourced | {figures.bad_spans}, {figures.unsourced} |")
    topics = groups["all"].topics
    lines += ["\n### by topic\n", "| topic | found | missed | false |", "|---|---|---|---|"]
    for topic in sorted(topics):
        counts = topics[topic]
        lines.append(f"| {topic} | {counts['found']} | {counts['missed']} | {counts['false']} |")
    return lines


def show_counts(name: str, counts: Mapping[str, Count]) -> list[str]:
    lines = [f"\n### {name}\n", "| figure | value (95 % interval; count) |", "|---|---|"]
    return lines + [f"| {kind} | {count.show()} |" for kind, count in counts.items()]


def list_misses(drafts: Sequence[Row], reviews: Mapping[str, Row]) -> None:
    for draft in drafts:
        findings = reviews[draft["id"]].get("findings", ())
        found = {f["topic"] for f in findings if f["severity"] != "consider"}
        labels = set(draft["labels"])
        missed, false = labels - found, found - labels - set(draft.get("tolerated", ()))
        if missed or false:
            sys.stdout.write(f"{draft['id']} missed {sorted(missed)} false {sorted(false)}\n")


def write_page(text: str) -> None:
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())

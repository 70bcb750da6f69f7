"""A folder of labelled drafts: read, reviewed through the front door, and counted.

A folder holds drafts*.jsonl with profile-NAME.yaml beside them, and may hold coach.jsonl and
questions.jsonl. Labels and their meaning are described in docs/quality.md.
"""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
VERDICTS = {"ready": "go", "revise": "adjust", "hold": "ask"}
_LONGEST_EVIDENCE = 160


def read_rows(folder: Path, pattern: str) -> list[Row]:
    rows: list[Row] = []
    for path in sorted(folder.glob(pattern)):
        lines = path.read_text("utf-8").splitlines()
        rows.extend(json.loads(line) for line in lines if line.strip())
    return rows


def run_jourfix(command: str, folder: Path, rows: Sequence[Row]) -> dict[str, Row]:
    """Answer every row with `jourfix COMMAND --jsonl -`, as a person would on the command line."""
    flags: list[str] = []
    for path in sorted(folder.glob("profile-*.yaml")):
        flags += ["--organisation", f"{path.stem.removeprefix('profile-')}={path}"]
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    done = subprocess.run(
        [sys.executable, "-m", "bot", command, "--jsonl", "-", *flags],
        input=data.encode(), capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode == 2:
        raise SystemExit(done.stderr.decode())
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return {answer["id"]: answer for answer in answers}


@dataclass
class Count:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def add(self, *, hit: bool) -> None:
        self.whole += 1
        self.part += hit

    @property
    def share(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    def interval(self) -> tuple[float, float]:
        """Give the 95 % Wilson interval."""
        if not self.whole:
            return 0.0, 1.0
        z, n, p = 1.96, self.whole, self.share
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def show(self) -> str:
        if not self.whole:
            return "–"
        low, high = self.interval()
        return f"{self.share:.3f} ({low:.2f} to {high:.2f}; {self.part}/{self.whole})"


@dataclass
class Figures:
    """What is measured over a group of drafts."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    topics: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    bad_spans: int = 0
    unsourced: int = 0

    def add(self, draft: Row, review: Row) -> None:
        labels = set(draft["labels"])
        tolerated = set(draft.get("tolerated", ())) - labels
        serious = [
            finding
            for finding in review.get("findings", ())
            if finding["severity"] != "consider" and finding["topic"] not in tolerated
        ]
        found = {finding["topic"] for finding in serious}
        verdict = VERDICTS[draft["verdict"]]
        counts = self.counts
        counts["verdict"].add(hit=review.get("verdict") == verdict)
        if labels:
            counts["recall"].add(hit=bool(found))
            if verdict == "ask":
                counts["missed holds"].add(hit=review.get("verdict") == "go")
                counts["softened holds"].add(hit=review.get("verdict") == "adjust")
        else:
            counts["false alarms"].add(hit=bool(found))
            if draft.get("hard"):
                counts["hard false alarms"].add(hit=bool(found))
        for topic in found | labels:
            kind = "found" if topic in found & labels else "false" if topic in found else "missed"
            self.topics[topic][kind] += 1
            if topic in labels:
                counts["topic recall"].add(hit=topic in found)
            if topic in found:
                counts["topic precision"].add(hit=topic in labels)
        self._add_evidence(draft, serious)
        for finding in review.get("findings", ()):
            quoted = draft["text"][finding["start"] : finding["end"]]
            self.bad_spans += quoted != finding["quote"] or not quoted
            self.unsourced += not (finding["source"] and finding["why"] and finding["fix"])

    def _add_evidence(self, draft: Row, serious: Iterable[Row]) -> None:
        for item in draft.get("evidence", ()):
            start = draft["text"].find(item["quote"])
            end = start + len(item["quote"])
            longest = max(3 * len(item["quote"]), _LONGEST_EVIDENCE)
            same = [finding for finding in serious if finding["topic"] == item["label"]]
            if same:
                self.counts["evidence"].add(
                    hit=any(
                        finding["start"] < end
                        and start < finding["end"]
                        and finding["end"] - finding["start"] <= longest
                        for finding in same
                    )
                )


def measure_drafts(drafts: Sequence[Row], reviews: Mapping[str, Row]) -> dict[str, Figures]:
    """Measure all drafts, each language, plain and subtle ones, and the plain ones by language."""
    groups: dict[str, Figures] = {}
    for draft in drafts:
        kind = "subtle" if draft.get("subtle") else "plain"
        names = ["all", draft["lang"], kind]
        if kind == "plain":
            names.append(f"plain {draft['lang']}")
        for name in names:
            groups.setdefault(name, Figures()).add(draft, reviews.get(draft["id"], {}))
    return groups


def measure_coach(cases: Sequence[Row], reviews: Mapping[str, Row]) -> dict[str, Count]:
    counts: dict[str, Count] = defaultdict(Count)
    for case in cases:
        coach = reviews.get(case["id"], {}).get("coach") or {}
        lead = ((coach.get("lead") or {}).get("quote") or "").strip()
        wanted = [case["best_lead"], *case.get("alternatives", ())]
        tags = {tag["tag"].lstrip("#").lower() for tag in coach.get("hashtags", ())}
        bad = {tag.lstrip("#").lower() for tag in case.get("bad_hashtags", ())}
        counts["lead accepted"].add(hit=any(_same_sentence(lead, one) for one in wanted))
        counts["lead best"].add(hit=_same_sentence(lead, case["best_lead"]))
        counts["lead verbatim"].add(hit=not lead or lead in case["text"])
        counts["tags bad"].add(hit=bool(tags & bad))
        counts["tags none"].add(hit=not tags)
    return dict(counts)


def _same_sentence(lead: str, wanted: str) -> bool:
    shorter, longer = sorted((lead, wanted.strip()), key=len)
    return bool(shorter) and shorter in longer and len(shorter) >= 0.8 * len(longer)


def measure_questions(questions: Sequence[Row], answers: Mapping[str, Row]) -> dict[str, Count]:
    counts: dict[str, Count] = defaultdict(Count)
    for question in questions:
        answer = answers.get(question["id"], {})
        said = json.dumps(answer, ensure_ascii=False).casefold()
        counts["intent"].add(hit=answer.get("intent") == question["intent"])
        for idea in question["answer_must_mention"]:
            ways = idea.casefold().split("|")
            counts["mentioned"].add(hit=any(way in said for way in ways))
    return dict(counts)

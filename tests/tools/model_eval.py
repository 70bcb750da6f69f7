"""Measure what a language model adds: `make eval DATA=folder`, with the model of the settings.

Reads labelled drafts by the rules alone and with the model that reads along, and prints both beside
one another: recall, false alarms, missed holds; what a draft costs in seconds, tokens and money; how
many of the author's words its first lines keep; how alike those are that two colleagues get.
"""

import argparse
import asyncio
import datetime
import itertools
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import fuzz

from bot.bootstrap.coach import build_coach, open_embedder, open_resemblance
from bot.bootstrap.model import build_budget, build_model
from bot.channels.terminal.review_json import review_to_json
from bot.core.coaching.review import Coach
from bot.core.model import Draft, Organisation
from bot.core.policy.engine import Check
from bot.core.policy.opinions import add_opinions
from bot.core.suggesting.angles import Avoided, OfferedAngle, choose_angles_to_avoid
from bot.core.suggesting.consulting import KEPT, READ
from bot.core.suggesting.judging import Judge
from bot.core.suggesting.ports import LanguageModel, Prompt, Prompts, Reply, Watch
from bot.core.suggesting.writing import Writer
from bot.files.prompt_files import load_prompt_files
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings
from bot.storage.memory import MemorySpendingBook
from tests.tools.labelled import Row, measure_drafts, read_rows
from tests.tools.train import compose_context, load_employers

_KINDS = ("recall", "false alarms", "missed holds", "verdict", "topic recall")
_COLLEAGUES = 2  # who get first lines for the same draft, one after the other


@dataclass
class Counting:
    """A model whose every answer is counted."""

    model: LanguageModel
    replies: list[Reply] = field(default_factory=list)

    @property
    def place(self) -> str:
        return self.model.place

    async def ask(self, prompt: Prompt, watch: Watch | None = None) -> Reply:
        reply = await self.model.ask(prompt, watch)
        self.replies.append(reply)
        return reply


@dataclass
class Evaluation:
    """Runs drafts one after the other; a server that is asked for many at once answers none well."""

    coach: Coach
    model: Counting
    prompts: Prompts
    settings: Settings
    outcomes: dict[str, int] = field(default_factory=dict)
    kept: list[float] = field(default_factory=list)
    alike: list[float] = field(default_factory=list)
    dropped: dict[str, int] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    async def read(self, draft: Draft) -> tuple[Row, Row]:
        """Give the review of a draft by the rules alone, and with the model."""
        checked = self.coach.check(draft)
        alone = self.coach.complete(draft, checked)
        began = time.monotonic()
        judge = Judge(self.model, self.prompts, self.settings.model_sees)
        judgement = await judge.judge(draft, checked)
        outcome = judgement.use.outcome if judgement.use else "nothing asked"
        if outcome not in (KEPT, "nothing asked"):
            self.seconds.append(time.monotonic() - began)
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        answer = draft.answer_language or checked.parsed.language
        findings = add_opinions(checked, judgement.opinions, answer)
        along = self.coach.complete(draft, replace(checked, findings=findings), judgement.use)
        return review_to_json(alone), review_to_json(along)

    async def write(self, draft: Draft) -> None:
        """Have first lines written for two colleagues with the same material."""
        checked = self.coach.check(draft)
        offered: list[OfferedAngle] = []
        lines = [await self._suggest(draft, checked, offered) for _ in range(_COLLEAGUES)]
        pairs = itertools.product(*lines)
        self.alike += [fuzz.token_sort_ratio(*pair) / 100 for pair in pairs]

    async def _suggest(
        self, draft: Draft, checked: Check, offered: list[OfferedAngle]
    ) -> list[str]:
        writer = Writer(self.model, self.prompts, self.coach, self.settings.model_sees)
        today = draft.context.date
        worn = choose_angles_to_avoid(offered, today) if offered else Avoided()
        written = await writer.suggest_hooks(draft, checked, worn)
        for reason, count in written.dropped.items():
            self.dropped[reason] = self.dropped.get(reason, 0) + count
        self.kept += [one.kept for one in written.offered]
        offered += [OfferedAngle(one.style, one.angle, today) for one in written.offered]
        return [one.text for one in written.offered]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--most", type=int, default=0, help="read so many drafts; 0: all")
    parser.add_argument(
        "--written", type=int, default=20, help="have first lines written for so many"
    )
    chosen = parser.parse_args()
    return asyncio.run(_evaluate(chosen.data, chosen.most, chosen.written))


async def _evaluate(folder: Path, most: int, written: int) -> int:
    settings = load_settings()
    clock = SystemClock(datetime.UTC)
    model = build_model(settings, MemorySpendingBook(), clock)
    if model is None:
        sys.stderr.write(
            "No language model is named. Set JOURFIX_MODEL, and JOURFIX_MODEL_KEY or"
            " JOURFIX_MODEL_URL (.env.example). How well the rules do alone: make quality.\n"
        )
        return 2
    counting = Counting(model)
    coach = build_coach(settings, open_resemblance(open_embedder(settings)))
    prompts = load_prompt_files(settings.prompts)
    evaluation = Evaluation(coach, counting, prompts, settings)
    rows = read_rows(folder, "drafts*.jsonl")[: most or None]
    drafts = [_make_draft(row, load_employers(folder)) for row in rows]
    alone: dict[str, Row] = {}
    along: dict[str, Row] = {}
    for draft in drafts:
        alone[draft.id], along[draft.id] = await evaluation.read(draft)
    reading = len(counting.replies)
    clean = [draft for row, draft in zip(rows, drafts, strict=True) if not row["labels"]]
    for draft in clean[:written]:
        await evaluation.write(draft)
    await model.close()
    sys.stdout.write("\n".join(_show(evaluation, rows, alone, along, reading)) + "\n")
    return 0


def _make_draft(row: Row, employers: dict[str, Organisation]) -> Draft:
    return Draft(row["text"], compose_context(row, employers), row["id"], row.get("language"))


def _show(
    evaluation: Evaluation,
    rows: Sequence[Row],
    alone: dict[str, Row],
    along: dict[str, Row],
    reading: int,
) -> list[str]:
    before, after = measure_drafts(rows, alone)["all"], measure_drafts(rows, along)["all"]
    lines = [f"{len(rows)} drafts; {evaluation.model.place}", ""]
    lines += ["| figure | rules alone | with the model |", "|---|---|---|"]
    for kind in _KINDS:
        lines.append(f"| {kind} | {before.counts[kind].show()} | {after.counts[kind].show()} |")
    thoughts = sum(one["by"] == "model" for row in along.values() for one in row["findings"])
    raised = sum("+model" in one["by"] for row in along.values() for one in row["findings"])
    lines += ["", f"Thoughts of the model alone: {thoughts}; findings it agreed with: {raised}."]
    told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(evaluation.outcomes.items()))
    lines.append(f"Drafts by outcome: {told}.")
    replies = evaluation.model.replies
    lines.append(_show_costs("Reading a draft", replies[:reading], evaluation.settings))
    waited = evaluation.seconds
    if waited:
        slow = sorted(waited)[int(0.95 * (len(waited) - 1))]
        lines.append(f"Seconds a draft: median {statistics.median(waited):.1f}, p95 {slow:.1f}.")
    if evaluation.outcomes.get(READ, 0) and len(replies) > reading:
        lines.append(_show_costs("First lines", replies[reading:], evaluation.settings))
    if evaluation.kept:
        kept = statistics.mean(evaluation.kept)
        lines.append(
            f"First lines offered: {len(evaluation.kept)}; author's words kept: {kept:.0%}."
        )
    if evaluation.alike:
        lines.append(f"Alike for two colleagues: {statistics.mean(evaluation.alike):.2f} (0 to 1).")
    if evaluation.dropped:
        reasons = ", ".join(f"{why} {count}" for why, count in sorted(evaluation.dropped.items()))
        lines.append(f"Dropped: {reasons}.")
    return lines


def _show_costs(what: str, replies: Sequence[Reply], settings: Settings) -> str:
    if not replies:
        return f"{what}: nothing was answered."
    sent = statistics.mean(one.tokens_in for one in replies)
    heard = statistics.mean(one.tokens_out for one in replies)
    budget = build_budget(settings)
    price = budget.find_price(replies[0].model).count(round(sent), round(heard))
    money = f", {price:.5f} in the currency of your prices" if budget.has_prices else ""
    return f"{what}: {sent:.0f} tokens there, {heard:.0f} back on average{money}."


if __name__ == "__main__":
    sys.exit(main())

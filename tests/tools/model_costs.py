"""Work out what a language model costs for 100 ambassadors a month, for docs/model.md.

Counts the characters of the golden cases as they are sent, and of the replies; four characters are
about a token. How often people ask is an assumption, and stands in the table.
"""

import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "model.md"
BEGIN, END = "<!-- costs: begin -->", "<!-- costs: end -->"
_PER_TOKEN = 4
_AMBASSADORS = 100
# How often one ambassador has each of them asked in a month.
_TIMES = {"judge": 8.0, "hooks": 3.0, "rewrite": 2.0, "questions": 1.0, "reply": 1.0, "recap": 0.06}
_PRICES = ((0.15, 0.60), (0.40, 1.60), (2.00, 8.00))  # of a million tokens, in and out


def main() -> int:
    table = compose_table()
    sys.stdout.write(table + "\n")
    if "--write" in sys.argv:
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        _, after = rest.split(END)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")
    return 0


def compose_table() -> str:
    lines = [
        "Tokens of the golden cases, at four characters a token; how often people ask is our guess:",
        "",
        "| prompt | there | back | asked by each in a month | 100 ambassadors in a month |",
        "|---|---|---|---|---|",
    ]
    there = back = 0.0
    for name, times in _TIMES.items():
        sent, heard = measure_prompt(name)
        count = times * _AMBASSADORS
        there, back = there + count * sent, back + count * heard
        total = f"{count * (sent + heard) / 1000:,.0f}k tokens"
        lines.append(f"| {name} | {sent:,.0f} | {heard:,.0f} | {times:g} | {total} |")
    lines += [
        "",
        f"Together {there / 1e6:.2f} million tokens there and {back / 1e6:.2f} million back.",
    ]
    costs = [
        f"{there / 1e6 * dear_in + back / 1e6 * dear_out:.2f} at {dear_in:.2f} / {dear_out:.2f}"
        for dear_in, dear_out in _PRICES
    ]
    lines.append(
        f"That is, in the currency of your prices for a million tokens there and back: {', '.join(costs)}."
    )
    return "\n".join(lines)


def measure_prompt(name: str) -> tuple[float, float]:
    """Give the mean of what is sent and of what comes back, in tokens."""
    cases = sorted((ROOT / "prompts" / name / "golden").iterdir())
    sent = [len((case / "rendered.txt").read_text("utf-8")) for case in cases]
    heard = [len((case / "reply.json").read_text("utf-8")) for case in cases]
    return statistics.mean(sent) / _PER_TOKEN, statistics.mean(heard) / _PER_TOKEN


if __name__ == "__main__":
    sys.exit(main())

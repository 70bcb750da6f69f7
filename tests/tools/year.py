"""Print a simulated year of a programme with 300 people as a page: `make year` writes docs/year.md."""

from pathlib import Path

from bot.core.programme.printed import Held, Personal, Year, print_year
from bot.files.embedder import SentenceEncoder
from tests.programme.year import COFFEE, END, JOURFIX, START, Lived, live_a_year

ROOT = Path(__file__).parent.parent.parent
_INTRODUCTION = """
Made by `make year` out of the simulation that `tests/programme/test_year.py` checks: 300 people in five time zones, each
with hours, rhythm and pauses of their own; a jourfix every two weeks and a Coffee & Learn every four, on a clock that jumps.
{people} people got {messages} messages in the year; nobody had one outside their hours, at a weekend, in a break, or more
than they allow a week. The last three columns are three of them, each in their own time.
"""
_SHOWN = 3


def main() -> int:
    lived = live_a_year(SentenceEncoder())
    page = print_year(describe_year(lived), "en")
    title, _, rest = page.partition("\n")
    told = _INTRODUCTION.format(
        people=len({one.person for one in lived.sent}), messages=len(lived.sent)
    )
    (ROOT / "docs" / "year.md").write_text(f"{title}\n{told}{rest}", "utf-8")
    return 0


def describe_year(lived: Lived) -> Year:
    zones: dict[str, str] = {}
    for one in lived.sent:
        zone = lived.people[one.person].hours.zone
        if len(zones) < _SHOWN and zone not in zones.values():
            zones[one.person] = zone
    people = tuple(
        Personal(
            f"colleague {number} ({zone})",
            zone,
            [one.at for one in lived.sent if one.person == person],
        )
        for number, (person, zone) in enumerate(zones.items(), start=1)
    )
    held = tuple(
        Held(event.find_text("en").title, one.at)
        for event in (JOURFIX, COFFEE)
        for one in event.series.list_appointments(START, END)
    )
    titles = {event.id: event.find_text("en").title for event in (JOURFIX, COFFEE)}
    return Year(2026, "Europe/Berlin", lived.occurrences, held, people, titles)


if __name__ == "__main__":
    raise SystemExit(main())

"""How fast the desk's pages are when much is kept: `python -m tests.tools.desk_load [PATH ...]`.

Seeds 5,000 ambassadors, 300 open requests and two years of everything else into a new database,
then opens each page as an editor, alone and beside a process that keeps one core busy. Prints the
table that docs/desk.md shows. `--top PATH` shows instead where the time of one page goes.
"""

import asyncio
import contextlib
import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.settings import Settings
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.tools.desk_seeds import PROGRAMME_SEEDS, Size
from tests.tools.desk_work_seeds import EDITOR, WORK_SEEDS
from tests.web.console.desk import Desk, Visitor

LIMIT = 300  # milliseconds at the median
_TIMES = 7
_TOP = "--top"
Seed = Callable[[House, Size], Awaitable[None]]
SEEDS: Sequence[Seed] = (*PROGRAMME_SEEDS, *WORK_SEEDS)
PAGES: Sequence[str] = (
    "/desk",
    "/desk/cases",
    "/desk/cases?show=answered",
    "/desk/cases/C0000000",
    "/desk/cases/A0000000",
    "/desk/cases/A0000000/remember",
    "/desk/precedents",
    "/desk/programme",
    "/desk/programme/broadcasts",
    "/desk/programme/broadcasts/new",
    "/desk/programme/broadcasts/000000",
    "/desk/programme/broadcasts/000001",
    "/desk/programme/people",
    "/desk/programme/people/0000aaaa",
    "/desk/programme/calendar",
    "/desk/programme/calendar?week=2026-W10",
    "/desk/programme/recaps",
    "/desk/programme/library",
    "/desk/programme/library/lessons/after-a-visit",
    "/desk/programme/library/dilemmas/before-and-after",
    "/desk/programme/library/own/new",
    "/desk/rules",
    "/desk/rules?q=patient",
    "/desk/rules/packs/patients",
    "/desk/rules/rule/access-or-system",
    "/desk/house-rules",
    "/desk/house-rules/rule",
    "/desk/house-rules/rule?name=house-word-00",
    "/desk/house-rules/file?path=vocabularies/house-names.yaml",
    "/desk/house-rules/trial",
    "/desk/house-rules/organisation",
    "/desk/house-rules/organisation/embargoes/new",
    "/desk/house-rules/asked",
    "/desk/house-rules/disputes",
    "/desk/house-rules/pauses/access-or-system",
    "/desk/house-rules/sets",
    "/desk/house-rules/versions",
    "/desk/house-rules/waiting/0000cccc",
    "/desk/house-rules/versions/1",
    "/desk/proof",
    "/desk/proof?period=2026",
    "/desk/proof/file/pdf",
    "/desk/proof/file/pptx",
    "/desk/proof/file/xlsx",
    "/desk/proof/file/csv",
    "/desk/proof/entries",
    "/desk/audit",
    "/desk/audit?before=9000",
)


async def seed_all(house: House, size: Size) -> None:
    """Fill a house."""
    for seed in SEEDS:
        begun = time.perf_counter()
        await seed(house, size)
        print(f"{seed.__name__}: {time.perf_counter() - begun:.1f} s", file=sys.stderr, flush=True)


def make_settings(folder: Path) -> Settings:
    """Make the settings of a house for this."""
    return Settings(
        database=f"sqlite:///{folder / 'load.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=EDITOR.person,
    )


async def measure(visitor: Visitor, path: str) -> tuple[list[int], list[int]]:
    """Open a page some times: milliseconds on the wall, and of our own work."""
    taken, worked = [], []
    for _ in range(_TIMES):
        begun, worked_before = time.perf_counter(), time.process_time()
        page = await visitor.open(path)
        taken.append(round(1000 * (time.perf_counter() - begun)))
        worked.append(round(1000 * (time.process_time() - worked_before)))
        assert page.status_code == 200, (path, page.status_code)
    return taken, worked


@contextlib.contextmanager
def busy_core() -> Iterator[None]:
    """Keep one core busy."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


async def profile(visitor: Visitor, path: str) -> None:
    """Show where the time of a page goes."""
    await visitor.open(path)
    profiler = cProfile.Profile()
    with profiler:
        await visitor.open(path)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)


async def run(asked: Sequence[str], folder: Path) -> bool:
    """Seed, measure, and print a table; says whether all is fast enough."""
    slow = []
    async with opened_house(make_settings(folder), FakeClock()) as house:
        await seed_all(house, Size())
        house.conversation.coach.warm_up()  # as a server does before anybody comes
        visitor = await Desk(build_console(house), house.storage).sign_in(EDITOR.person, "de")
        if asked and asked[0] == _TOP:
            for path in asked[1:]:
                await profile(visitor, path)
            return True
        print("| page | first | median | of it work | beside a busy core |\n|---|---|---|---|---|")
        for path in asked or PAGES:
            alone, worked = await measure(visitor, path)
            with busy_core():
                beside, _ = await measure(visitor, path)
            median, work = statistics.median(alone), statistics.median(worked)
            slow += [path] if median > LIMIT else []
            told = f"{alone[0]} | {median} | {work} | {statistics.median(beside)}"
            print(f"| `{path}` | {told} |", flush=True)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"\nMilliseconds; {os.cpu_count()} cores, load of the machine at the end {load}.")
    print(f"Over {LIMIT}: {', '.join(slow) or 'none'}")
    return not slow


def main() -> int:
    """Run it."""
    with tempfile.TemporaryDirectory() as folder:
        return not asyncio.run(run(sys.argv[1:], Path(folder)))


if __name__ == "__main__":
    sys.exit(main())

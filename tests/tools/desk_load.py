"""How fast the desk's pages are when much is kept: `python -m tests.tools.desk_load [PATH ...]`.

Seeds 5,000 ambassadors, 300 cases, two years of events, broadcasts, recaps, posts and numbers into
a new database, then opens each page as an editor and prints the median. Sections of the desk add
what they need to SEEDS, and their pages to PAGES.
"""

import asyncio
import datetime
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.deliveries import Return
from bot.core.desk.case import Case
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import LEVELS, Ambassador, Wishes, Work
from bot.core.programme.broadcasts.broadcast import Broadcast, Mark, Text
from bot.core.programme.cohorts.call import Application, Call
from bot.core.programme.events.event import DateChange, Event, EventText
from bot.core.programme.highlights.highlight import Consent, Highlight
from bot.core.programme.mailings import Mailing, Recipient
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post
from bot.core.programme.recaps.recap import Gathered, Occasion, RecapTip, Sent
from bot.core.programme.recurrence import Recurrence
from bot.settings import Settings
from bot.storage.database import writing_together
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR
from tests.web.console.desk import Desk, Visitor

PEOPLE, CASES, POSTS, BROADCASTS, YEARS = 5_000, 300, 3_000, 104, 2
LIMIT = 0.3  # seconds at the median
_TIMES = 7
_ZONE = "Europe/Berlin"
Seed = Callable[[House], Awaitable[None]]


def name_person(number: int) -> str:
    return f"slack:T1:U{number:05}"


async def write_all(house: House, writes: Sequence[Awaitable[None]]) -> None:
    """Write many things in few transactions."""
    for first in range(0, len(writes), 500):
        with writing_together() as held:
            for one in writes[first : first + 500]:
                await one
        async with house.storage.database.write() as session:
            for write in held:
                await write(session)


async def seed_ambassadors(house: House) -> None:
    shelf = house.storage.shelves.open_shelf("ambassadors", Ambassador)
    now = house.conversation.clock.now()
    departments = ("Pflege", "Forschung", "Vertrieb", "Produktion", "IT")
    people = [
        Ambassador(
            name_person(number),
            Return("slack", name_person(number), {"channel": f"D{number}"}),
            LANGUAGES[number % 3],
            LEVELS[number % 3],
            ("linkedin",) if number % 4 else ("linkedin", "x"),
            now - datetime.timedelta(days=number % 700),
            name=f"<@U{number:05}>",
            wishes=Wishes(buddy=number % 7 == 0, recap=number % 5 == 0),
            work=Work(departments[number % 5], ("Nord", "Süd", "West")[number % 3]),
            cohorts=("Frühling",) if number < 12 else (),
        )
        for number in range(PEOPLE)
    ]
    await write_all(house, [shelf.keep(one.person, one, one.person) for one in people])


async def seed_cases(house: House) -> None:
    now = house.conversation.clock.now()
    await write_all(
        house,
        [
            house.storage.cases.keep_case(
                Case(
                    f"C{number:04}",
                    Return("slack", name_person(number), {"channel": f"D{number}"}),
                    LANGUAGES[number % 3],
                    f"Heute war ich mit {number} Kolleginnen auf dem Kongress. " * 8,
                    ("go", "adjust", "ask")[number % 3],
                    (),
                    now - datetime.timedelta(hours=number),
                    now + datetime.timedelta(hours=48 - number),
                )
            )
            for number in range(CASES)
        ],
    )


async def seed_events(house: House) -> None:
    open_shelf = house.storage.shelves.open_shelf
    events, changes = open_shelf("events", Event), open_shelf("event-dates", DateChange)
    today = house.conversation.clock.now().date()
    start = today - datetime.timedelta(days=365 * YEARS)
    start += datetime.timedelta(days=(1 - start.weekday()) % 7)
    texts = {language: EventText(f"Jourfix {language}") for language in LANGUAGES}
    series = Recurrence(_ZONE, 1, datetime.time(10), 2, start)
    kept = [Event("0a0a0a0a", "jourfix", texts, series, 45, state="announced")]
    for number in range(52 * YEARS):
        day = start + datetime.timedelta(days=7 * number + 2)
        once = Recurrence(_ZONE, day.weekday(), datetime.time(15), 1, day, until=day)
        kept.append(Event(f"{number:08x}", "coffee", texts, once, state="announced"))
    await write_all(house, [events.keep(one.id, one) for one in kept])
    moved = [start + datetime.timedelta(days=28 * number) for number in range(13 * YEARS)]
    skips = [DateChange("0a0a0a0a", day) for day in moved]
    await write_all(house, [changes.keep(one.key, one) for one in skips])


async def seed_broadcasts(house: House) -> None:
    open_shelf = house.storage.shelves.open_shelf
    shelf, marks = open_shelf("broadcasts", Broadcast), open_shelf("broadcast-marks", Mark)
    now = house.conversation.clock.now()
    writes = []
    for number in range(BROADCASTS):
        at = now - datetime.timedelta(days=7 * number)
        texts = {one: Text("Kommt zum Jourfix. " * 20, f"Woche {number}") for one in LANGUAGES}
        draft = Broadcast(f"{number:06x}", at, texts, "de")
        writes.append(shelf.keep(draft.id, draft))
        if number:
            mark = Mark(draft.id, "begun", at, PEOPLE, content=draft)
            writes.append(marks.keep(f"{draft.id}/begun", mark))
    await write_all(house, writes)
    for number in range(1, 5):  # what is older than a month, its mailing is forgotten
        people = [
            Recipient(name_person(one), "de", now + datetime.timedelta(days=1))
            for one in range(PEOPLE)
        ]
        draft = await shelf.find(f"{number:06x}")
        assert draft is not None
        from bot.core.programme.broadcasts.letters import compose_letter

        letters = {"de": compose_letter(draft, "de")}
        await house.mail_room.mailings.start(Mailing(draft.key, letters), people)


async def seed_posts(house: House) -> None:
    open_shelf = house.storage.shelves.open_shelf
    posts = open_shelf("posts", Post)
    now = house.conversation.clock.now()
    handed_in = [
        Post(
            f"{number:010x}",
            name_person(number % 900),
            f"https://www.linkedin.com/posts/p{number}",
            "linkedin",
            now - datetime.timedelta(days=730 * number / POSTS),
            "de",
            is_shared=True,
            title=f"Mein Tag {number}",
            figures=Figures(number % 4_000, number % 90, number % 20, audience=500 + number % 900),
        )
        for number in range(POSTS)
    ]
    await write_all(house, [posts.keep(one.id, one, one.person) for one in handed_in])
    picks, consents = open_shelf("highlights", Highlight), open_shelf("highlight-consents", Consent)
    sent = open_shelf("recaps-sent", Sent)
    for number, post in enumerate(handed_in[:150]):
        pick = Highlight(f"h{number:05}", post.id, post.person, post.handed_in_at)
        pick = pick.ask(post.handed_in_at)
        await picks.keep(pick.id, pick, post.person)
        if number % 3:
            answer = Consent(pick.id, post.person, "plain", of=pick.fingerprint)
            await consents.keep(pick.id, answer, post.person)
    for number in range(26 * YEARS):
        date = now.date() - datetime.timedelta(days=14 * number)
        tip = RecapTip("Ein Satz reicht", "Text")
        done = Sent("recap", Occasion("0a0a0a0a", date, "Jourfix"), now, Gathered(tip))
        await sent.keep(done.occasion.key("recap"), done)


async def seed_groups(house: House) -> None:
    open_shelf = house.storage.shelves.open_shelf
    calls, applications = open_shelf("calls", Call), open_shelf("applications", Application)
    today = house.conversation.clock.now().date()
    call = Call("0000aaaa", "Herbst", {"de": "Kommt dazu"}, 12, today + datetime.timedelta(days=9))
    await calls.keep(call.id, call)
    for number in range(120):
        person = name_person(number)
        to = Return("slack", person, {"channel": f"D{number}"})
        applied = Application(
            call.id, person, to, f"<@U{number}>", LANGUAGES[number % 3], LEVELS[number % 3],
            ("Pflege", "Forschung", "IT")[number % 3], ("Nord", "Süd")[number % 2],
        )  # fmt: skip
        await applications.keep(applied.key, applied, person)


SEEDS: Sequence[Seed] = (
    seed_ambassadors,
    seed_cases,
    seed_events,
    seed_broadcasts,
    seed_posts,
    seed_groups,
)
PAGES: Sequence[str] = (
    "/desk",
    "/desk/programme",
    "/desk/programme/broadcasts",
    "/desk/programme/broadcasts/000000",
    "/desk/programme/broadcasts/000001",
    "/desk/programme/people",
    "/desk/programme/people/0000aaaa",
    "/desk/programme/calendar",
    "/desk/programme/calendar?week=2026-W10",
    "/desk/programme/recaps",
    "/desk/programme/library",
    "/desk/audit",
)


async def measure(visitor: Visitor, path: str) -> list[float]:
    taken = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        page = await visitor.open(path)
        taken.append(time.perf_counter() - begun)
        assert page.status_code == 200, (path, page.status_code)
    return taken


async def run(paths: Sequence[str], folder: Path) -> bool:
    settings = Settings(
        database=f"sqlite:///{folder / 'load.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=EDITOR,
    )
    is_fast = True
    async with opened_house(settings, FakeClock()) as house:
        for seed in SEEDS:
            begun = time.perf_counter()
            await seed(house)
            print(f"{seed.__name__}: {time.perf_counter() - begun:.1f} s", flush=True)
        visitor = await Desk(build_console(house), house.storage).sign_in(EDITOR, "de")
        for path in paths:
            first, *others = await measure(visitor, path)
            median = statistics.median([first, *others])
            is_fast &= median < LIMIT
            print(f"{median * 1000:6.0f} ms  (first {first * 1000:.0f})  {path}", flush=True)
    return is_fast


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return not asyncio.run(run(sys.argv[1:] or PAGES, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())

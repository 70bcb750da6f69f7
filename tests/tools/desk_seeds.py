"""What the programme has after two years, for the tools and tests that open the desk's pages."""

import datetime
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass

from bot.bootstrap.house import House
from bot.core.deliveries import Return
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import LEVELS, Ambassador, Wishes, Work
from bot.core.programme.broadcasts.broadcast import Broadcast, Mark, Text
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.cohorts.call import Application, Call
from bot.core.programme.events.event import DateChange, Event, EventText
from bot.core.programme.highlights.highlight import Consent, Highlight
from bot.core.programme.mailings import Mailing, Recipient
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post
from bot.core.programme.recaps.recap import Gathered, Occasion, RecapTip, Sent
from bot.core.programme.recurrence import Recurrence
from bot.storage.database import writing_together

_ZONE = "Europe/Berlin"


@dataclass(frozen=True)
class Size:
    """How much is kept.

    Args:
        people: Ambassadors.
        cases: Open requests; twice as many are answered.
        posts: Handed in.
        broadcasts: Written, one a week.
        years: Of events, recaps and closed months.
        versions: Of the house rules.
        rules: In each version.
        disputes: Sentences handed over.
        precedents: Remembered sentences.
        deeds: Entries of the audit log.
    """

    people: int = 5_000
    cases: int = 300
    posts: int = 3_000
    broadcasts: int = 104
    years: int = 2
    versions: int = 100
    rules: int = 30
    disputes: int = 200
    precedents: int = 500
    deeds: int = 20_000


SMALL = Size(60, 6, 40, 8, 1, 3, 3, 6, 5, 60)


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


async def seed_ambassadors(house: House, size: Size) -> None:
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
        for number in range(size.people)
    ]
    await write_all(house, [shelf.keep(one.person, one, one.person) for one in people])


async def seed_events(house: House, size: Size) -> None:
    open_shelf = house.storage.shelves.open_shelf
    events, changes = open_shelf("events", Event), open_shelf("event-dates", DateChange)
    today = house.conversation.clock.now().date()
    start = today - datetime.timedelta(days=365 * size.years)
    start += datetime.timedelta(days=(1 - start.weekday()) % 7)
    texts = {language: EventText(f"Jourfix {language}") for language in LANGUAGES}
    series = Recurrence(_ZONE, 1, datetime.time(10), 2, start)
    kept = [Event("0a0a0a0a", "jourfix", texts, series, 45, state="announced")]
    for number in range(52 * size.years):
        day = start + datetime.timedelta(days=7 * number + 2)
        once = Recurrence(_ZONE, day.weekday(), datetime.time(15), 1, day, until=day)
        kept.append(Event(f"{number:08x}", "coffee", texts, once, state="announced"))
    await write_all(house, [events.keep(one.id, one) for one in kept])
    moved = [start + datetime.timedelta(days=28 * number) for number in range(13 * size.years)]
    skips = [DateChange("0a0a0a0a", day) for day in moved]
    await write_all(house, [changes.keep(one.key, one) for one in skips])


async def seed_broadcasts(house: House, size: Size) -> None:
    open_shelf = house.storage.shelves.open_shelf
    shelf, marks = open_shelf("broadcasts", Broadcast), open_shelf("broadcast-marks", Mark)
    now = house.conversation.clock.now()
    writes = []
    for number in range(size.broadcasts):
        at = now - datetime.timedelta(days=7 * number)
        texts = {one: Text("Kommt zum Jourfix. " * 20, f"Woche {number}") for one in LANGUAGES}
        draft = Broadcast(f"{number:06x}", at, texts, "de")
        writes.append(shelf.keep(draft.id, draft))
        if number:
            mark = Mark(draft.id, "begun", at, size.people, content=draft)
            writes.append(marks.keep(f"{draft.id}/begun", mark))
    await write_all(house, writes)
    for number in range(
        1, min(5, size.broadcasts)
    ):  # what is older than a month, its mailing is forgotten
        people = [
            Recipient(name_person(one), "de", now + datetime.timedelta(days=1))
            for one in range(size.people)
        ]
        draft = await shelf.find(f"{number:06x}")
        assert draft is not None
        letters = {"de": compose_letter(draft, "de")}
        await house.mail_room.mailings.start(Mailing(draft.key, letters), people)


async def seed_posts(house: House, size: Size) -> None:
    open_shelf = house.storage.shelves.open_shelf
    posts = open_shelf("posts", Post)
    now = house.conversation.clock.now()
    handed_in = [
        Post(
            f"{number:010x}",
            name_person(number % min(900, size.people)),
            f"https://www.linkedin.com/posts/p{number}",
            "linkedin",
            now - datetime.timedelta(days=730 * number / size.posts),
            "de",
            is_shared=True,
            title=f"Mein Tag {number}",
            figures=Figures(number % 4_000, number % 90, number % 20, audience=500 + number % 900),
        )
        for number in range(size.posts)
    ]
    await write_all(house, [posts.keep(one.id, one, one.person) for one in handed_in])
    picks, consents = open_shelf("highlights", Highlight), open_shelf("highlight-consents", Consent)
    sent = open_shelf("recaps-sent", Sent)
    every = max(1, size.posts // 150)  # of all years, not of the last weeks alone
    for number, post in enumerate(handed_in[::every]):
        pick = Highlight(f"h{number:05}", post.id, post.person, post.handed_in_at)
        pick = pick.ask(post.handed_in_at)
        await picks.keep(pick.id, pick, post.person)
        if number % 3:
            answer = Consent(pick.id, post.person, "plain", of=pick.fingerprint)
            await consents.keep(pick.id, answer, post.person)
    for number in range(26 * size.years):
        date = now.date() - datetime.timedelta(days=14 * number)
        tip = RecapTip("Ein Satz reicht", "Text")
        done = Sent("recap", Occasion("0a0a0a0a", date, "Jourfix"), now, Gathered(tip))
        await sent.keep(done.occasion.key("recap"), done)


async def seed_groups(house: House, size: Size) -> None:
    open_shelf = house.storage.shelves.open_shelf
    calls, applications = open_shelf("calls", Call), open_shelf("applications", Application)
    today = house.conversation.clock.now().date()
    call = Call("0000aaaa", "Herbst", {"de": "Kommt dazu"}, 12, today + datetime.timedelta(days=9))
    await calls.keep(call.id, call)
    for number in range(min(120, size.people)):
        person = name_person(number)
        to = Return("slack", person, {"channel": f"D{number}"})
        applied = Application(
            call.id, person, to, f"<@U{number}>", LANGUAGES[number % 3], LEVELS[number % 3],
            ("Pflege", "Forschung", "IT")[number % 3], ("Nord", "Süd")[number % 2],
        )  # fmt: skip
        await applications.keep(applied.key, applied, person)


PROGRAMME_SEEDS = (
    seed_ambassadors,
    seed_events,
    seed_broadcasts,
    seed_posts,
    seed_groups,
)

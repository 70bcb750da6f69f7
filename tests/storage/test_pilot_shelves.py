"""Pilots and what stands around them come back from both databases, and go with their person."""

import datetime
from typing import Any

import pytest

from bot.core.deliveries import Return
from bot.core.model import Embargo
from bot.core.programme.launch.launching import Launch, Naming
from bot.core.programme.pilots.pilot import Keeper, Lead, LeadNote, Member, Pilot, Told
from bot.core.programme.questions.nudge import Nudge
from bot.core.programme.talk.field_talk import Talk
from bot.core.programme.talk.headline import Headline, UnreadFeed
from bot.core.programme.talk.themes import Theme
from bot.core.programme.weekplan.plan import WeekPlan, read_plan
from bot.storage.opening import Storage
from tests.storage.samples import ADA, BEN

NOW = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 12, 3)
TO = Return("slack", ADA, {"channel": "D1"})
PLAN = read_plan("2026-W48", "Alle\nnl: Zorg #Zorg https://example.org")
THEME = Theme("hand hygiene", (Headline("Hands", "https://example.org", "a", NOW),), 2)

OF_THE_HOUSE = (
    Pilot(
        "p1", "ESC", "de", "open", DAY, DAY, "Berlin",
        dos={"de": ("Frag.",), "": ("Ask.",)}, hashtags=("#ESC",),
        embargoes=(Embargo("ESC", ("BS-17",), DAY),), prompts={"during": {"": ("What now?",)}},
        cohort="first",
    ),
    PLAN,
    Launch(DAY),
    Talk("2026-W48", {"en": (THEME,)}, (UnreadFeed("https://a.example", "private"),)),
)  # fmt: skip
OF_A_PERSON = (
    Lead("p1", ADA, NOW, "yes", NOW),
    Member("p1", ADA, is_in=True, wants_prompts=True),
    Told("p1", "worked", "The walks."),
    LeadNote("p1", "Small groups."),
    Keeper("p1", TO, "nl"),
    Nudge("n1", ADA, TO, "en", DAY, "Europe/Berlin"),
    Naming(ADA, DAY, "Ada Example"),
)


@pytest.mark.parametrize("thing", [*OF_THE_HOUSE, *OF_A_PERSON], ids=lambda one: type(one).__name__)
async def test_what_is_kept_comes_back_as_it_was(storage: Storage, thing: Any) -> None:
    shelf = storage.shelves.open_shelf("some-things", type(thing))
    await shelf.keep("key", thing)
    assert await shelf.find("key") == thing


async def test_what_is_a_persons_goes_when_they_are_forgotten(storage: Storage) -> None:
    for number, thing in enumerate(OF_A_PERSON):
        shelf = storage.shelves.open_shelf(f"shelf-{number}", type(thing))
        await shelf.keep("ada", thing, ADA)
        await shelf.keep("ben", thing, BEN)
    await storage.records.forget_person(ADA)
    for number, thing in enumerate(OF_A_PERSON):
        shelf = storage.shelves.open_shelf(f"shelf-{number}", type(thing))
        assert await shelf.find("ada") is None
        assert await shelf.find("ben") == thing


def test_a_plan_of_the_samples_is_one() -> None:
    assert isinstance(PLAN, WeekPlan)

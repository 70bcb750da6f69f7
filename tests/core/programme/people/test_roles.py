"""A role that a profile tells is proposed, and kept only after a yes."""

import datetime
from dataclasses import dataclass, field, replace

import pytest
from typing_extensions import override

from bot.core.coaching.context import Contexts
from bot.core.message import Choice, Incoming
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.programme import Programme
from bot.files.roles import load_roles
from bot.storage.memory import MemoryRecords, MemoryShelf
from tests.core.programme.talking import Talker, read_words
from tests.fakes.policies import ROOT
from tests.fakes.ports import FakeClock

ADA = "slack:T1:UADA"


@dataclass
class Titled(Talker):
    """Somebody whose profile has a title."""

    title: str = ""

    @override
    def make_incoming(self, text: str = "", choice: Choice | None = None) -> Incoming:
        return replace(super().make_incoming(text, choice), role_hint=self.title)


@dataclass
class House:
    records: MemoryRecords = field(default_factory=MemoryRecords)
    ambassadors: MemoryShelf[Ambassador] = field(default_factory=MemoryShelf)

    def meet(self, title: str, language: Language = "en") -> Titled:
        contexts = Contexts(load_roles(ROOT / "policies"))
        enrolment = Enrolment(
            self.ambassadors, self.records, FakeClock(), "Europe/Berlin", contexts=contexts
        )
        return Titled(Programme((enrolment,), Editors(frozenset())), ADA, language, title=title)


@dataclass
class StaleShelf(MemoryShelf[Ambassador]):
    """A shelf that was read before somebody else changed it."""

    before: Ambassador | None = None

    @override
    async def find(self, key: str) -> Ambassador | None:
        return self.before


async def join(ada: Talker) -> str:
    """Join, and give the kind of the last message."""
    language = ada.language
    await ada.say({"de": "mitmachen", "nl": "meedoen", "en": "join"}[language])
    for value in ("", language, f"{language} -", f"{language} - -", f"{language} - often"):
        await ada.press("join", value)
    return (await ada.press("join", f"{language} - often yes")).kind


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_profile_says_is_asked_and_kept_after_a_yes(language: Language) -> None:
    house = House()
    ada = house.meet("Oberärztin  Innere", language)
    assert await join(ada) == "programme-role-hint"
    assert (await house.records.recall_person(ADA)).role == ""
    said = read_words(await ada.press("programme-role", "yes"))
    assert (await house.records.recall_person(ADA)).role == "Oberärztin Innere"
    first = {"de": "warum du Medizin machst", "nl": "Als arts", "en": "As a doctor"}
    assert first[language] in said


async def test_after_a_no_nothing_is_kept() -> None:
    house = House()
    ada = house.meet("Staff Nurse")
    await join(ada)
    assert "won't note" in read_words(await ada.press("programme-role", "no"))
    assert (await house.records.recall_person(ADA)).role == ""


@pytest.mark.parametrize("title", ["", "Ninja", "  ", "x" * 500])
async def test_a_title_that_says_nothing_is_not_asked_about(title: str) -> None:
    assert await join(House().meet(title)) == "joined"


async def test_who_told_a_role_is_not_asked_and_hears_what_fits_it() -> None:
    house = House()
    person = await house.records.recall_person(ADA)
    await house.records.remember_person(ADA, replace(person, role="sales"))
    ada = house.meet("Oberärztin")
    assert await join(ada) == "joined"
    (welcome,) = [one for one in await welcome_again(ada) if one]
    assert "From the field" in welcome


async def welcome_again(ada: Talker) -> list[str]:
    value = "en - often yes"
    return [read_words(await ada.press("join", value))]


async def test_on_the_own_page_the_profile_stands_first() -> None:
    house = House()
    ada = house.meet("Recruiterin", "de")
    await join(ada)
    await ada.say("programm")
    await ada.press("programme-set", "role")
    assert ada.offered[-12].label == "Wie im Profil: Recruiterin"
    said = read_words(await ada.press("programme-role", "yes"))
    assert "Aus der Personalarbeit" in said


async def test_a_yes_without_a_title_any_more_asks_for_the_role() -> None:
    house = House()
    ada = house.meet("Laborantin")
    await join(ada)
    ada.title = ""
    asked = await ada.press("programme-role", "yes")
    assert asked.kind == "programme-set"
    assert (await house.records.recall_person(ADA)).role == ""
    said = read_words(await ada.press("programme-set", "role research"))
    assert "fascinates you" in said
    assert (await house.records.recall_person(ADA)).role == "research"


async def test_a_change_of_ones_own_keeps_what_an_editor_changed_meanwhile() -> None:
    house = House()
    ada = house.meet("")
    await join(ada)
    before = await house.ambassadors.find(ADA)
    assert before is not None
    stale = StaleShelf(house.ambassadors.things, before)
    await house.ambassadors.change(ADA, lambda one: replace(one, cohorts=("Spring",)))
    late = replace(house.meet(""), offered=ada.offered)
    late.programme = Programme(
        (Enrolment(stale, house.records, FakeClock(), "Europe/Berlin"),), Editors(frozenset())
    )
    await late.say("pause")
    await late.press("programme-set", "pause 14")
    changed = await house.ambassadors.find(ADA)
    assert changed is not None
    assert changed.cohorts == ("Spring",)
    assert changed.paused_until == datetime.date(2026, 12, 6)

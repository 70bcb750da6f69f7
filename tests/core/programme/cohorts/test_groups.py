"""A group from its call to its members, as editors, applicants and members see it."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deliveries import Return
from bot.core.message import Choice
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import LEVELS, Ambassador, Work
from bot.core.programme.cohorts.applying import Applying
from bot.core.programme.cohorts.choosing import Choosing
from bot.core.programme.cohorts.drafting import Drafting
from bot.core.programme.cohorts.register import Register
from bot.core.programme.cohorts.selection import select_group
from bot.core.programme.editors import Editors
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.programme import Programme
from bot.storage.memory import MemoryRecords, MemoryShelf
from tests.core.programme.talking import Talker, read_words
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

EVA, FAY = "slack:T1:UEVA", "slack:T1:UFAY"
MONDAY = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
PLACES = ("Pflege, Nord", "Labor, Süd", "HR, Nord", "Pflege, West", "pflege, nord")


@dataclass
class House:
    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY))
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    ambassadors: MemoryShelf[Ambassador] = field(default_factory=MemoryShelf)

    def __post_init__(self) -> None:
        shelves: list[MemoryShelf[Any]] = [MemoryShelf() for _ in range(5)]
        self.register = Register(self.ambassadors, *shelves, self.clock, "Europe/Berlin")
        editors = Editors(frozenset({EVA, FAY}))
        self.enrolment = Enrolment(
            self.ambassadors, MemoryRecords(), self.clock, "Europe/Berlin",
            on_leave=(self.register.leave,), name_groups=self.register.name_groups,
        )  # fmt: skip
        features = (
            self.enrolment,
            Applying(self.register, self.outbox),
            Drafting(self.register, MemoryShelf(), editors),
            Choosing(self.register, self.outbox, editors),
        )
        self.programme = Programme(features, editors)

    def meet(self, person: str, language: Language = "en") -> Talker:
        return Talker(self.programme, person, language, name=person.rpartition(":U")[2].title())

    async def join(self, person: str, language: Language = "en", **what: object) -> Talker:
        to = Return("slack", person, {"team": "T1", "channel": "D1", "thread": ""})
        joined = Ambassador(person, to, language, "often", ("linkedin",), MONDAY)
        await self.ambassadors.keep(person, replace(joined, **what), person)  # type: ignore[arg-type]
        return self.meet(person, language)

    async def open_call(self, editor: Talker, name: str = "Spring", places: int = 6) -> str:
        await editor.say(
            {"de": "gruppe ausschreiben", "nl": "nieuwe groep"}.get(editor.language, "new group")
        )
        await editor.press("call-new")
        await editor.write(name)
        await editor.press("call-set", "text de")
        await editor.write("Acht Wochen, eine Stunde pro Woche.")
        await editor.press("call-set", "places")
        await editor.press("call-set", f"places {places}")
        await editor.press("call-open")
        return editor.offered[-1].value

    async def apply(self, number: int, place: str = "", language: Language = "en") -> Talker:
        person = self.meet(f"slack:T1:UP{number:02}", language)
        await person.say({"de": "gruppen", "nl": "groepen"}.get(language, "groups"))
        await person.press("group-apply")
        call = person.offered[-1].value.split()[0]
        await person.press("group-apply", f"{call} {LEVELS[number % 3]}")
        await person.press("group-apply", f"{call} {LEVELS[number % 3]} {LANGUAGES[number % 2]}")
        await person.write(place or PLACES[number % len(PLACES)])
        return person

    async def fill(self, editor: Talker, count: int, places: int = 6) -> tuple[str, list[Talker]]:
        call = await self.open_call(editor, places=places)
        return call, [await self.apply(number) for number in range(count)]


@pytest.fixture
def house() -> House:
    return House()


async def settle(editor: Talker, call: str) -> str:
    await editor.press("call-show", call)
    await editor.press("call-confirm")
    return read_words(await editor.press("call-settle"))


async def test_an_editor_writes_a_call_and_everybody_finds_it(house: House) -> None:
    eva = house.meet(EVA)
    await eva.say("editors")
    await eva.press("groups-desk")
    await eva.press("call-new")
    draft = read_words(await eva.write("Spring 2027"))
    assert "still needs a text" in draft
    await eva.press("call-set", "text nl")
    await eva.write("Acht weken samen leren posten.")
    await eva.press("call-set", "until")
    draft = read_words(await eva.press("call-set", "until 2"))
    assert "Apply until: 7 December 2026" in draft
    opened = await eva.press("call-open")
    assert "“Spring 2027” is open" in read_words(opened)
    assert opened == await eva.send(next(one for one in eva.offered if one.action == "call-open"))
    late = await eva.send(Choice("", "call-set", "places 4"))  # from a post left standing
    assert "Apply until" not in read_words(late), "it is open and stays as it is"
    page = await house.meet("slack:T1:UADA", "de").say("Gruppen")
    assert page is not None
    words = read_words(page[0])
    assert "Acht weken samen leren posten." in words  # the one language there is
    assert "12 Plätze, bewerben kannst du dich bis 7.12.2026" in words


async def test_two_groups_do_not_share_a_name(house: House) -> None:
    eva, fay = house.meet(EVA), house.meet(FAY)
    await house.open_call(eva, "Spring")
    await fay.say("new group")
    await fay.press("call-new")
    assert "already a group" in read_words(await fay.write("SPRING"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_applies_knows_who_sees_what_and_can_withdraw(
    house: House, language: Language
) -> None:
    eva = house.meet(EVA)
    call = await house.open_call(eva)
    ada = house.meet("slack:T1:UADA", language)
    await ada.say({"de": "gruppen", "nl": "groepen", "en": "groups"}[language])
    consent = read_words(await ada.press("group-apply"))
    who = {"de": "Sonst niemand.", "nl": "Verder niemand.", "en": "Nobody else does."}
    assert who[language] in consent
    await ada.press("group-apply", f"{call} starting")
    form = await ada.press("group-apply", f"{call} starting nl")
    assert form.kind == "group-form"
    assert await house.register.list_applications(call) == []
    said = await ada.write("Intensivpflege, Hamburg")
    assert said.kind == "group-applied"
    assert "Intensivpflege, Hamburg" in read_words(said)
    (application,) = await house.register.list_applications(call)
    assert (application.department, application.region) == ("Intensivpflege", "Hamburg")
    assert (application.level, application.language) == ("starting", "nl")
    assert (await ada.press("group-withdraw")).kind == "group-withdrawn"
    assert await house.register.list_applications(call) == []
    assert (await ada.press("group-withdraw")).kind == "group-closed"


async def test_what_is_known_stands_in_the_form_and_a_dash_leaves_it_out(house: House) -> None:
    eva = house.meet(EVA)
    call = await house.open_call(eva)
    ada = await house.join("slack:T1:UADA", work=Work("Labor", "Süd"))
    await ada.say("groups")
    await ada.press("group-apply")
    await ada.press("group-apply", f"{call} often")
    await ada.press("group-apply", f"{call} often de")
    assert ada.forms[-1].text == "Labor, Süd"
    assert "couldn't read" in read_words(await ada.write("a, b, c"))
    assert "in: often, German." in read_words(await ada.write(" - "))
    assert "in: Labor, often, German." in read_words(await ada.write("Labor"))
    assert len(await house.register.list_applications(call)) == 1


async def test_nobody_applies_after_the_last_day(house: House) -> None:
    eva, ada = house.meet(EVA), house.meet("slack:T1:UADA")
    call = await house.open_call(eva)
    house.clock.advance(days=21)
    page = await ada.say("groups")
    assert page is not None
    assert call in [one.value for one in ada.offered]
    house.clock.advance(days=1)
    page = await ada.say("groups")
    assert page is not None
    assert "no call for a new group" in read_words(page[0])
    assert (await ada.press("group-apply")).kind == "group-closed"


async def test_the_proposal_explains_itself(house: House) -> None:
    eva = house.meet(EVA)
    for number in range(10):
        await house.join(f"slack:T1:UJ{number}", work=Work("", "Ost"))
    call, _ = await house.fill(eva, 8)
    await house.apply(8, "Apotheke, Süd")
    words = read_words(await eva.press("call-show", call))
    assert "My proposal: 6 of 6 places" in words
    assert "Departments: all 4 (" in words
    assert "Regions: 3 of 4" in words
    assert "“Ost” is missing: nobody applied from there." in words
    assert "Experience: all 3" in words
    assert "Also applied: 3" in words
    assert "P08 (Apotheke, Süd, often, German): brings what nobody else does: Apotheke" in words


async def test_swapping_changes_two_and_nobody_else(house: House) -> None:
    eva = house.meet(EVA)
    call, _ = await house.fill(eva, 9)
    await eva.press("call-show", call)
    before = await chosen(house, call)
    await eva.press("call-swap", f"{call} {sorted(before)[2]}")
    offered = [one for one in eva.offered if one.value.startswith(f"{call} {sorted(before)[2]} ")]
    other = offered[0].value.split()[2]
    words = read_words(await eva.send(offered[0]))
    assert "Your choice: 6 of 6 places" in words
    assert "chosen by hand" in words
    assert await chosen(house, call) == (before - {sorted(before)[2]}) | {other}
    await eva.press("call-again")
    assert await chosen(house, call) == before


async def chosen(house: House, call: str) -> set[str]:
    applications = await house.register.list_applications(call)
    return set(select_group(applications, await house.register.list_seats(call), 6).chosen)


async def test_a_place_can_stay_free_and_be_filled_again(house: House) -> None:
    eva = house.meet(EVA)
    call, _ = await house.fill(eva, 8)
    await eva.press("call-show", call)
    out = sorted(await chosen(house, call))[0]
    await eva.press("call-swap", f"{call} {out}")
    assert "5 of 6" in read_words(await eva.press("call-swap", f"{call} {out} -"))
    await eva.press("call-swap", f"{call} -")
    offered = [one for one in eva.offered if one.value.startswith(f"{call} - ")]
    assert "6 of 6" in read_words(await eva.send(offered[0]))


async def test_the_chosen_are_told_and_the_others_kindly(house: House) -> None:
    eva = house.meet(EVA)
    call, people = await house.fill(eva, 9)
    for one in people:
        await house.join(one.person)
    house.clock.advance(hours=10)
    assert "Members: 6" in await settle(eva, call)
    told = {one.person: house.outbox.list_sent_to(one.person) for one in people}
    assert all(len(put) == 1 for put in told.values())
    morning = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
    assert {put[0].not_before for put in told.values()} == {morning}
    kinds = [put[0].message.kind for put in told.values()]
    assert kinds.count("group-chosen") == 6
    assert kinds.count("group-not-chosen") == 3
    kind_no = next(
        put[0].message for put in told.values() if put[0].message.kind == "group-not-chosen"
    )
    words = read_words(kind_no)
    assert "says nothing about what you can do" in words
    assert "always open to you" in words
    members = read_words(await eva.send(Choice("", "call-show", call)))
    assert "Members: 6" in members
    house.clock.advance(days=1)
    await house.register.tidy()
    assert await house.register.list_applications(call) == []
    assert len(await house.register.list_members(call)) == 6


async def test_a_place_comes_along_when_somebody_joins_later(house: House) -> None:
    eva = house.meet(EVA)
    call, (ada,) = await house.fill(eva, 1)
    await settle(eva, call)
    ada.look(house.outbox.list_sent_to(ada.person)[-1].message)
    await ada.press("join")
    await ada.press("join", "en")
    await ada.press("join", "en - -")
    await ada.press("join", "en - often")
    await ada.press("join", "en - often yes")
    joined = await house.ambassadors.find(ada.person)
    assert joined is not None
    assert joined.cohorts == ("Spring",)


async def test_members_see_since_when_and_who_leads_and_may_leave(house: House) -> None:
    eva = house.meet(EVA)
    call, people = await house.fill(eva, 2)
    ada = await house.join(people[0].person)
    await settle(eva, call)
    page = await ada.say("my group")
    assert page is not None
    assert "in the group “Spring” since 23 November 2026. It's led by Eva." in read_words(page[0])
    assert (await house.ambassadors.find(ada.person)).cohorts == ("Spring",)  # type: ignore[union-attr]
    assert "no longer in the group" in read_words(await ada.press("group-leave"))
    assert (await house.ambassadors.find(ada.person)).cohorts == ()  # type: ignore[union-attr]
    assert len(await house.register.list_members(call)) == 1
    assert (await ada.press("group-leave")).kind == "groups"


async def test_leaving_the_programme_leaves_groups_and_applications(house: House) -> None:
    eva = house.meet(EVA)
    call, people = await house.fill(eva, 2)
    await settle(eva, call)
    later = await house.open_call(eva, "Autumn")
    ada = await house.join(people[0].person)
    await ada.say("groups")
    await ada.press("group-apply", later)
    await ada.press("group-apply", f"{later} often")
    await ada.press("group-apply", f"{later} often de")
    await ada.write("-")
    await ada.say("leave")
    await ada.press("programme-leave")
    assert await house.register.list_applications(later) == []
    assert len(await house.register.list_members(call)) == 1


async def test_who_takes_a_break_hears_after_it(house: House) -> None:
    eva = house.meet(EVA)
    call, people = await house.fill(eva, 2)
    await house.join(people[0].person, paused_until=datetime.date(2026, 12, 1))
    await house.join(people[1].person, paused_until=datetime.date.max)
    await settle(eva, call)
    (put,) = house.outbox.list_sent_to(people[0].person)
    assert put.not_before == datetime.datetime(2026, 12, 1, 8, tzinfo=datetime.UTC)
    assert house.outbox.list_sent_to(people[1].person) == []
    page = await people[1].say("groups")
    assert page is not None
    assert "You've been in the group" in read_words(page[0])


async def test_a_withdrawn_call_is_told_to_those_who_applied(house: House) -> None:
    eva = house.meet(EVA)
    call, people = await house.fill(eva, 2)
    await eva.press("call-show", call)
    await eva.press("call-take-back")
    await eva.press("call-take-back-yes")
    assert [put.message.kind for put in house.outbox.list_sent_to(people[0].person)] == [
        "group-called-off"
    ]
    assert (await eva.send(Choice("", "call-show", call))).kind == "call-gone"
    house.clock.advance(days=1)
    assert await house.register.tidy() == 2


async def test_a_call_that_nobody_decides_loses_its_applications(house: House) -> None:
    eva = house.meet(EVA)
    call, _ = await house.fill(eva, 2)
    house.clock.advance(days=21 + 90)
    assert await house.register.tidy() == 0
    house.clock.advance(days=1)
    assert await house.register.tidy() == 2
    assert await house.register.list_applications(call) == []


async def test_a_confirmation_is_for_what_was_shown(house: House) -> None:
    eva, fay = house.meet(EVA), house.meet(FAY)
    call, people = await house.fill(eva, 8)
    await eva.press("call-show", call)
    await eva.press("call-confirm")
    await fay.say("applications")
    await fay.press("call-show", call)
    out = sorted(await chosen(house, call))[0]
    await fay.press("call-swap", f"{call} {out}")
    await fay.press("call-swap", f"{call} {out} -")
    assert "just changed" in read_words(await eva.press("call-settle"))
    assert house.outbox.sent == {}
    assert (await people[0].press("group-withdraw")).kind == "group-withdrawn"
    assert len(await chosen(house, call)) <= 5


async def test_too_many_by_two_hands_are_not_confirmed(house: House) -> None:
    eva = house.meet(EVA)
    call, _ = await house.fill(eva, 8)
    applications = await house.register.list_applications(call)
    await house.register.set_seats(call, applications, [one.sign for one in applications])
    await eva.press("call-show", call)
    assert "8 for 6 places" in read_words(await eva.press("call-confirm"))
    value = next(one.value for one in eva.offered if one.action == "call-confirm")
    await eva.send(Choice("", "call-settle", value))
    assert house.outbox.sent == {}


ACTIONS = (
    "groups-desk", "call-show", "call-lead", "call-swap", "call-again", "call-confirm",
    "call-settle", "call-take-back", "call-take-back-yes", "call-new", "call-set", "call-write",
    "call-open",
)  # fmt: skip


@pytest.mark.parametrize("action", ACTIONS)
async def test_editors_actions_are_refused_to_everybody_else_at_the_press(
    house: House, action: str
) -> None:
    eva = house.meet(EVA)
    call, (ada, *_) = await house.fill(eva, 2)
    assert (await ada.send(Choice("", action, call))).kind == "not-an-editor"
    assert (await house.register.calls.find(call)).is_pending  # type: ignore[union-attr]


@given(
    st.sampled_from(
        [*ACTIONS, "group-apply", "group-apply-write", "group-withdraw", "group-leave"]
    ),
    st.one_of(
        st.text(max_size=150), st.sampled_from(["{}", "{} -", "{} - -", "{} x y", "{} often de z"])
    ),
    st.text(max_size=3000),
)
async def test_whatever_comes_back_with_a_button_is_answered(
    action: str, value: str, text: str
) -> None:
    house = House()
    eva = house.meet(EVA)
    call = await house.open_call(eva)
    answer = await eva.send(Choice("", action, value.replace("{}", call)), text)
    assert answer.summary
    assert await house.register.list_members(call) == []


async def test_in_a_channel_that_cannot_be_written_to_the_outcome_stands_on_the_page(
    house: House,
) -> None:
    house.outbox.channels = frozenset()
    eva = house.meet(EVA)
    call, (ada,) = await house.fill(eva, 1)
    await settle(eva, call)
    assert house.outbox.sent == {}
    page = await ada.say("groups")
    assert page is not None
    assert "You've been in the group" in read_words(page[0])

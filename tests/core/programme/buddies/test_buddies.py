"""Buddies from switching on to ending, as each of two people sees it."""

import datetime
from dataclasses import dataclass, field, replace

import pytest

from bot.core.deliveries import Return
from bot.core.message import Choice, Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Ambassador, Level, Wishes
from bot.core.programme.buddies.buddies import Buddies
from bot.core.programme.buddies.pair import Pair, Refusal
from bot.core.programme.buddies.pairing import Pairing
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.editors import Editors
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.plans import Plans
from bot.core.programme.programme import Programme
from bot.storage.memory import MemoryRecords, MemoryShelf
from tests.core.programme.talking import Talker, read_words
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

ADA, BEN, CEM, EVA = "slack:T1:UADA", "slack:T1:UBEN", "slack:T1:UCEM", "slack:T1:UEVA"
MONDAY = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
TOPICS = {
    "story": {"de": "Erzählen", "nl": "Vertellen", "en": "Storytelling"},
    "photo": {"de": "Fotos", "nl": "Foto's", "en": "Photos"},
}


@dataclass
class House:
    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY))
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    ambassadors: MemoryShelf[Ambassador] = field(default_factory=MemoryShelf)
    pairs: MemoryShelf[Pair] = field(default_factory=MemoryShelf)
    refusals: MemoryShelf[Refusal] = field(default_factory=MemoryShelf)

    def __post_init__(self) -> None:
        editors = Editors(frozenset({EVA}))
        self.pairing = Pairing(
            self.ambassadors, self.pairs, self.refusals, self.outbox, self.clock,
            "Europe/Berlin", TOPICS,
        )  # fmt: skip
        enrolment = Enrolment(
            self.ambassadors, MemoryRecords(), self.clock, "Europe/Berlin", topics=TOPICS,
            on_leave=(self.pairing.leave,), on_change=(self.pairing.reconsider,),
        )  # fmt: skip
        self.programme = Programme((enrolment, Buddies(self.pairing, editors)), editors)

    def meet(self, person: str, language: Language = "en") -> Talker:
        return Talker(self.programme, person, language, name=name(person))

    async def join(
        self, person: str, level: Level, language: Language = "en", *topics: str, buddy: bool = True
    ) -> Talker:
        to = Return("slack", person, {"team": "T1", "channel": "D1", "thread": ""})
        wishes = Wishes(buddy=buddy, topics=topics)
        ambassador = Ambassador(
            person, to, language, level, ("linkedin",), MONDAY, name=name(person), wishes=wishes
        )
        await self.ambassadors.keep(person, ambassador, person)
        return self.meet(person, language)

    async def change(self, person: str, **what: object) -> None:
        await self.ambassadors.change(person, lambda one: replace(one, **what))  # type: ignore[arg-type]

    def last_to(self, person: str) -> Message:
        return self.outbox.list_sent_to(person)[-1].message


def name(person: str) -> str:
    return person.rpartition(":U")[2].title()


async def list_pairs(house: House) -> list[tuple[str, datetime.date]]:
    plans = await house.pairing.plan(Plans("Europe/Berlin", frozenset()), MONDAY, MONDAY)
    return [(one.pair, one.paired_on) for one in plans.pairs]


@pytest.fixture
def house() -> House:
    return House()


async def test_both_are_told_why_the_two_of_them(house: House) -> None:
    await house.join(ADA, "starting", "nl", "photo", "story")
    await house.join(BEN, "often", "nl", "story")
    assert await house.pairing.match_round() == 1
    told = read_words(house.last_to(ADA))
    assert "Ben en jij kunnen goede maatjes zijn" in told
    assert "Jullie kozen allebei ‘Vertellen’" in told
    assert "Jullie spreken allebei Nederlands" in told
    assert "Ben plaatst vaak iets" in told
    assert "Ada begint net" in read_words(house.last_to(BEN))


async def test_each_is_told_within_their_own_hours_and_nobody_twice(house: House) -> None:
    await house.join(ADA, "starting")
    await house.join(BEN, "often")
    house.clock.advance(hours=10)
    await house.pairing.match_round()
    await house.pairing.match_round()
    (put,) = house.outbox.list_sent_to(ADA)
    assert put.not_before == datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
    assert len(await house.pairs.list_things()) == 2


async def test_who_is_left_over_hears_nothing_and_is_in_the_next_round(house: House) -> None:
    for person, level in ((ADA, "starting"), (BEN, "often"), (CEM, "often")):
        await house.join(person, level)  # type: ignore[arg-type]
    await house.pairing.match_round()
    (left,) = {BEN, CEM} - {side.person for side in await house.pairs.list_things()}
    assert house.outbox.list_sent_to(left) == []
    await house.join(EVA, "starting")
    assert await house.pairing.match_round() == 1
    assert len(house.outbox.list_sent_to(left)) == 1


@pytest.mark.parametrize("without", ["wish", "name", "hours", "reach"])
async def test_nobody_is_matched_who_did_not_wish_or_cannot_be_told(
    house: House, without: str
) -> None:
    await house.join(ADA, "starting")
    ben = await house.join(BEN, "often", buddy=without != "wish")
    if without == "name":
        await house.change(BEN, name="")
    if without == "hours":
        await house.change(BEN, paused_until=datetime.date(2027, 1, 1))
    if without == "reach":
        await house.change(BEN, to=Return("web", BEN, {}))
    assert await house.pairing.match_round() == 0
    assert house.outbox.sent == {}
    assert ben.offered == []


async def test_saying_no_needs_no_reason_and_the_two_are_not_matched_again(house: House) -> None:
    ada = await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    before = list(house.outbox.sent)
    ada.look(house.last_to(ADA))
    said = await ada.press("buddy-no")
    assert "next round" in read_words(said)
    # Ben gets no new message: what he was told is changed where it stands.
    assert list(house.outbox.sent) == before
    ((of, note),) = house.outbox.replaced.items()
    assert house.outbox.sent[of].to.person == BEN
    assert "didn't work out this time" in read_words(note)
    assert await house.pairs.list_things() == []
    house.clock.advance(days=14)
    assert await house.pairing.match_round() == 0
    await house.join(CEM, "sometimes")
    assert await house.pairing.match_round() == 1


async def test_what_was_not_read_yet_is_taken_back(house: House) -> None:
    ada = await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.change(
        BEN,
        hours=replace((await house.ambassadors.find(BEN)).hours, days=(3,)),  # type: ignore[union-attr]
    )
    await house.pairing.match_round()
    ada.look(house.last_to(ADA))
    await ada.press("buddy-no")
    assert house.outbox.list_sent_to(BEN) == []
    assert house.outbox.replaced == {}


async def test_both_are_asked_once_how_it_is_going(house: House) -> None:
    ada, ben = await house.join(ADA, "starting"), await house.join(BEN, "often")
    await house.pairing.match_round()
    ((pair, since),) = await list_pairs(house)
    assert since == MONDAY.date()
    house.clock.advance(days=28)
    await house.pairing.check_pair(pair)
    await house.pairing.check_pair(pair)
    assert len(house.outbox.list_sent_to(ADA)) == 2
    ada.look(house.last_to(ADA))
    assert "Glad to hear it" in read_words(await ada.press("buddy-good"))
    ben.look(house.last_to(BEN))
    assert "no longer buddies" in read_words(await ben.press("buddy-end"))
    assert await house.pairs.list_things() == []
    assert "is over" in read_words(await ada.press("buddy-end"))


async def test_nobody_is_asked_during_a_break(house: House) -> None:
    await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    ((pair, _),) = await list_pairs(house)
    await house.change(ADA, paused_until=datetime.date.max)
    await house.pairing.check_pair(pair)
    assert len(house.outbox.list_sent_to(ADA)) == 1
    assert len(house.outbox.list_sent_to(BEN)) == 2
    assert await house.pairing.match_round() == 0


async def test_leaving_the_programme_ends_the_pair_on_both_sides(house: House) -> None:
    ada = await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    await ada.say("leave")
    await ada.press("programme-leave")
    assert await house.pairs.list_things() == []
    (note,) = house.outbox.replaced.values()
    assert "You and Ada are no longer buddies" in read_words(note)


async def test_switching_off_ends_the_pair_and_switching_on_says_what_is_told(
    house: House,
) -> None:
    ada = await house.join(ADA, "starting")
    ben = await house.join(BEN, "often")
    await house.pairing.match_round()
    await ada.say("my buddy")
    assert "won't look" in read_words(await ada.press("buddy-off"))
    assert await house.pairs.list_things() == []
    said = await ben.say("buddy")
    assert said is not None
    assert said[0].kind == "buddy-waiting"
    offer = await ada.say("buddy")
    assert offer is not None
    assert "your name" in read_words(offer[0])
    await ada.press("buddy-on")
    assert await house.pairing.match_round() == 1


async def test_a_pair_with_somebody_who_is_gone_is_not_shown_and_goes(house: House) -> None:
    ben = await house.join(BEN, "often")
    await house.join(ADA, "starting")
    await house.pairing.match_round()
    await house.ambassadors.remove(ADA)
    said = await ben.say("buddy")
    assert said is not None
    assert said[0].kind == "buddy-waiting"
    await house.pairing.match_round()
    assert await house.pairs.list_things() == []


async def test_in_the_browser_it_says_that_there_are_no_buddies(house: House) -> None:
    house.outbox.channels = frozenset()
    ada = await house.join(ADA, "starting", buddy=False)
    said = await ada.say("buddy")
    assert said is not None
    assert "only work in Slack or Teams" in read_words(said[0])
    refused = await ada.send(Choice("", "buddy-on"))
    assert refused.kind == "buddy-offer"
    assert not (await house.ambassadors.find(ADA)).wishes.buddy  # type: ignore[union-attr]


async def test_only_editors_start_a_round_and_few_pairs_are_not_counted(house: House) -> None:
    for number in range(20):
        await house.join(f"slack:T1:U{number:02}", "often" if number % 2 else "starting")
    eva, ada = house.meet(EVA), house.meet(ADA)
    refused = await ada.send(Choice("", "buddy-round"))
    assert refused.kind == "not-an-editor"
    assert house.outbox.sent == {}
    await eva.say("editors")
    assert "10 new pairs" in read_words(await eva.press("buddy-round"))
    again = read_words(await eva.press("buddy-round"))
    assert "fewer than ten" in again


async def test_a_pair_of_others_cannot_be_ended(house: House) -> None:
    await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    ((pair, _),) = await list_pairs(house)
    cem = await house.join(CEM, "often")
    assert (await cem.send(Choice("", "buddy-end", pair))).kind == "buddy-gone"
    assert len(await house.pairs.list_things()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_its_placeholders(language: Language) -> None:
    other = BUDDY_WORDINGS["en"]
    mine = BUDDY_WORDINGS[language]
    for field_name in ("found", "since", "check", "over", "did_not_work", "same_topics", "write"):
        for sign in ("{name}", "{day}", "{topics}"):
            assert (sign in getattr(mine, field_name)) == (sign in getattr(other, field_name))


async def test_whoever_pauses_before_they_read_of_it_is_in_a_later_round(house: House) -> None:
    ada = await house.join(ADA, "starting")
    await house.join(BEN, "often")
    house.clock.advance(hours=10)
    await house.pairing.match_round()
    await ada.say("take a break")
    await ada.press("programme-set", "pause 14")
    assert house.outbox.list_sent_to(ADA) == []
    assert house.outbox.list_sent_to(BEN) == []
    assert await house.pairs.list_things() == []
    house.clock.advance(days=15)
    assert await house.pairing.match_round() == 1


async def test_a_question_does_not_come_outside_new_hours(house: House) -> None:
    ada = await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    ((pair, _),) = await list_pairs(house)
    house.clock.advance(hours=10)
    await house.pairing.check_pair(pair)
    await ada.say("programme")
    await ada.press("programme-set", "hours")
    await ada.write("Thu 9-15")
    assert [put.key for put in house.outbox.list_sent_to(ADA)] == [
        side.told_under for side in await house.pairs.list_things(ADA)
    ]
    assert len(house.outbox.list_sent_to(BEN)) == 2


async def test_half_a_pair_is_none(house: House) -> None:
    await house.join(ADA, "starting")
    await house.join(BEN, "often")
    await house.pairing.match_round()
    (side,) = await house.pairs.list_things(BEN)
    await house.pairs.remove(side.key)
    house.clock.advance(days=7)
    assert await house.pairing.match_round() == 1
    assert len(await house.pairs.list_things()) == 2

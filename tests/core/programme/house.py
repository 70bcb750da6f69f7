"""A small house with its whole programme in memory: people talk, a clock moves, post goes out."""

import datetime
import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.bootstrap.coach import build_contexts
from bot.bootstrap.linkedin import LinkedIn
from bot.bootstrap.pilots import build_embargoes
from bot.bootstrap.programme import Sending, build_programme
from bot.core.coaching.answers import AnswerBook
from bot.core.coaching.questions import Questions
from bot.core.coaching.review import Coach
from bot.core.conversation import Conversation
from bot.core.message import Message
from bot.core.model import Language, Organisation
from bot.core.policy.terms import PhraseBook
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.due import find_due
from bot.core.programme.programme import Programme
from bot.core.programme.schedule import Schedule
from bot.core.programme.talk.field_talk import FieldTalk
from bot.core.programme.talk.headline import Feeds
from bot.core.programme.talk.names import NameFinder
from bot.files.answers import load_answers, load_cues
from bot.files.words import open_lexicon
from bot.settings import Settings
from bot.storage.memory import MemoryShelves
from tests.core.programme.talking import Talker, make_ambassador
from tests.fakes.linkedin.access import build_access
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.mailings import FakeMailings
from tests.fakes.outbox import FakeOutbox
from tests.fakes.policies import ROOT, build_coach, build_policy, make_rule
from tests.fakes.ports import FakeClock, FakeRecords

EDITOR = "slack:T1:EDITOR"
MONDAY = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
ACME = Organisation("Acme")
_TICK = datetime.timedelta(minutes=30)


@dataclass
class House:
    """One organisation's programme, as `build_programme` joins it."""

    conversation: Conversation
    schedule: Schedule
    shelves: MemoryShelves
    mailings: FakeMailings
    outbox: FakeOutbox
    clock: FakeClock
    seen: set[str] = field(default_factory=set)
    linkedin: LinkedIn | None = None

    @property
    def programme(self) -> Programme:
        assert self.conversation.programme is not None
        return self.conversation.programme

    def meet(self, person: str, language: Language = "en") -> Talker:
        """Somebody who talks to the programme."""
        return Talker(self.programme, person, language, name=f"Name of {person}")

    def meet_editor(self, language: Language = "en") -> Talker:
        return self.meet(EDITOR, language)

    def read_feeds(self, feeds: Feeds, names: NameFinder) -> None:
        """Let the house read these feeds."""
        talk = next(one for one in self.programme.features if isinstance(one, FieldTalk))
        other = replace(talk, feeds=feeds, names=names)
        features = [other if one is talk else one for one in self.programme.features]
        scheduled = [other if one is talk else one for one in self.schedule.features]
        programme = replace(self.programme, features=features)
        self.conversation = replace(self.conversation, programme=programme)
        self.schedule = replace(self.schedule, features=scheduled)

    async def enrol(self, *people: str, language: Language = "en") -> None:
        """Let people join."""
        shelf = self.shelves.open_shelf("ambassadors", Ambassador)
        for person in people:
            await shelf.keep(person, make_ambassador(person, language), person)

    async def pass_time(self, **step: float) -> None:
        """Let time go by in small steps: the clock ticks, and post goes out."""
        until = self.clock.now() + datetime.timedelta(**step)
        while self.clock.now() < until:
            since = self.clock.now()
            self.clock.advance(seconds=_TICK.total_seconds())
            await self._tick(since)

    async def _tick(self, since: datetime.datetime) -> None:
        now = self.clock.now()
        for occurrence in find_due(await self.schedule.list_plans(since, now), since, now):
            self.seen.add(occurrence.key)
            await self.schedule.carry_out(occurrence)
            await self.schedule.carry_out(occurrence)  # as a second clock would
        await self.mailings.send_due()

    def list_sent(self, person: str, kind: str) -> list[Message]:
        """List what came to somebody by itself, of one kind."""
        return [one for one in self.mailings.list_sent_to(person) if one.kind == kind]


@functools.cache
def load_all_answers() -> tuple[AnswerBook, dict[Language, PhraseBook]]:
    folder, lexicon = ROOT / "policies" / "answers", open_lexicon()
    return load_answers(folder, lexicon), load_cues(folder, lexicon)


def build_house(folder: Path, organisation: Organisation = ACME) -> House:
    """Build a house under a policy of one rule: what is embargoed must wait."""
    policy = build_policy(
        folder,
        make_rule(
            "closed", {"detector": "date_window"}, topic="inside_information", severity="ask"
        ),
    )
    return furnish_house(
        build_coach(policy), organisation, Settings(_env_file=None, editors=EDITOR)
    )


def furnish_house(
    coach: Coach,
    organisation: Organisation,
    settings: Settings,
    platform: FakeLinkedIn | None = None,
) -> House:
    """Build a house under a policy and settings; with a LinkedIn that lets it in, or without."""
    questions = Questions(*load_all_answers(), coach.policy)
    clock, shelves, outbox = FakeClock(MONDAY), MemoryShelves(), FakeOutbox()
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    mailings = FakeMailings(clock, ambassadors=ambassadors)
    records = FakeRecords()
    records.forget_things, records.count_things = shelves.forget, shelves.count
    conversation = Conversation(
        coach,
        questions,
        records,
        clock,
        organisation,
        14,
        build_contexts(settings),
        embargoes=build_embargoes(shelves),
    )
    linkedin = build_access(platform, shelves, outbox, clock) if platform else None
    sending = Sending(shelves, mailings, outbox, linkedin=linkedin)
    programme, schedule = build_programme(settings, conversation, sending)
    talking = replace(conversation, programme=programme)
    return House(talking, schedule, shelves, mailings, outbox, clock, linkedin=linkedin)


def kinds(messages: Sequence[Message] | None) -> list[str]:
    """Name the kinds of messages."""
    return [message.kind for message in messages or ()]

"""Pairs of buddies as they come and go: matched, told, asked once, ended; leaving and pausing."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.core.coaching.replies import say
from bot.core.computing import Compute, compute_here
from bot.core.desk.ports import Outbox
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies import messages
from bot.core.programme.buddies.matching import sign_two
from bot.core.programme.buddies.pair import Pair, Refusal, name_side
from bot.core.programme.buddies.rounds import lasts, plan_round
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.gate import find_moment_for
from bot.core.programme.plans import Pair as PlannedPair
from bot.core.programme.plans import Plans
from bot.core.programme.ports import Shelf


@dataclass(frozen=True)
class Pairing:
    """Implements what is due of buddies, and everything that begins or ends a pair.

    A pair is two rows, one a person, and lasts as long as both wish for a buddy. What is told of it
    goes through the ledger itself: only there can it be changed without a new message, and erased.

    Args:
        ambassadors: Who takes part, by person.
        pairs: Sides of pairs, by pair and person.
        refusals: Who is not to be matched with whom again, by person and sign.
        outbox: Puts messages on their way.
        clock: Tells the time.
        zone: The organisation's time zone.
        topics: What tips can be about, with its name in each language.
        compute: Where a round is matched.
    """

    ambassadors: Shelf[Ambassador]
    pairs: Shelf[Pair]
    refusals: Shelf[Refusal]
    outbox: Outbox
    clock: Clock
    zone: str
    topics: Mapping[str, Mapping[Language, str]] = field(default_factory=dict)
    compute: Compute = compute_here

    async def find_side(self, person: str) -> Pair | None:
        """Find somebody's side of the pair they are in."""
        for side in await self.pairs.list_things(person):
            found = [await self.ambassadors.find(one) for one in (side.person, side.other)]
            if lasts(side, {one.person: one for one in found if one is not None}):
                return side
        return None

    async def refuse(self, side: Pair, *, did_not_begin: bool) -> None:
        """End a pair because one of them wants to; the two are not matched again."""
        refusal = Refusal(sign_two(side.person, side.other))
        await self.refusals.keep(f"{side.person}/{refusal.sign}", refusal, side.person)
        await self._end(side, did_not_begin=did_not_begin)

    async def leave(self, person: str) -> None:
        """End whatever pair somebody is in: they left, or switched it off."""
        for side in await self.pairs.list_things(person):
            await self._end(side)

    async def _end(self, side: Pair, *, did_not_begin: bool = False) -> None:
        """End a pair without a new message: the colleague finds it in the place of the old one."""
        other_side = await self.pairs.find(name_side(side.id, side.other))
        other = await self.ambassadors.find(side.other)
        await self.pairs.change(side.key, _take_away)
        await self.pairs.change(name_side(side.id, side.other), _take_away)
        if other_side is None or not self.outbox.reaches(other_side.channel):
            return
        if other is None or other_side.told_at > self.clock.now():
            await self.outbox.take_back(other_side.told_under, other_side.channel)
            return
        wording = BUDDY_WORDINGS[other.language]
        text = wording.did_not_work if did_not_begin else wording.over
        note = say("buddy-over", text.format(name=other_side.other_name), other.language)
        key = f"{other_side.told_under}/over"
        await self.outbox.replace(key, other_side.told_under, other.to, note)

    async def match_round(self) -> int:
        """Match who wishes for a buddy and has none; says how many pairs are new.

        Done twice in a day, or by two at once, it does nothing more.
        """
        now = self.clock.now()
        people = {
            one.person: one
            for one in await self.ambassadors.list_things()
            if self.outbox.reaches(one.to.channel)
        }
        refused = {one.sign for one in await self.refusals.list_things()}
        sides = await self.pairs.list_things()
        day = now.astimezone(ZoneInfo(self.zone)).date()
        planned = await self.compute(partial(plan_round, people, sides, refused, now, day))
        for side in planned.over:
            await self.pairs.change(side.key, _take_away)
        for side in planned.new:
            await self.pairs.keep(side.key, side, side.person)
            to, language = people[side.person].to, people[side.person].language
            found = messages.compose_found(side, language, self.name_topic)
            await self.outbox.send(side.told_under, to, found, not_before=side.told_at)
        return len(planned.new) // 2

    async def reconsider(self, person: Ambassador) -> None:
        """Take back what would come during a break or outside somebody's new hours.

        Who has not read of their pair yet is in the next round instead.
        """
        now = self.clock.now()
        for side in await self.pairs.list_things(person.person):
            if side.told_at > now and find_moment_for(person, side.told_at) != side.told_at:
                await self.outbox.take_back(side.told_under, side.channel)
                await self._end(side, did_not_begin=True)
            asked_at = side.asked_at
            if asked_at and asked_at > now and find_moment_for(person, asked_at) != asked_at:
                await self.outbox.take_back(side.asked_under, side.channel)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"buddies-check"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Say which pairs there are, and since when."""
        sides = await self.pairs.list_things()
        pairs = [PlannedPair(*told) for told in sorted({(one.id, one.paired_on) for one in sides})]
        return replace(plans, pairs=(*plans.pairs, *pairs))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Ask a pair how it is going."""
        await self.check_pair(occurrence.subject)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Let it be: nobody misses a question."""

    async def check_pair(self, pair: str) -> None:
        """Ask both of a pair, once, how it is going; not during somebody's break."""
        sides = [side for side in await self.pairs.list_things() if side.id == pair]
        found = [await self.ambassadors.find(side.person) for side in sides]
        people = {one.person: one for one in found if one is not None}
        for side in sides:
            if not lasts(side, people):
                continue
            asked = people[side.person]
            moment = find_moment_for(asked, self.clock.now())
            if moment is not None and side.asked_at is None:
                question = messages.compose_check(side, asked.language)
                await self.outbox.send(side.asked_under, asked.to, question, not_before=moment)
                await self.pairs.change(side.key, partial(_note_asked, moment))

    def name_topic(self, topic: str, language: Language) -> str:
        """Name a topic in a language."""
        return self.topics[topic][language] if topic in self.topics else topic


def _take_away(_side: Pair) -> None:
    return None


def _note_asked(moment: datetime.datetime, side: Pair) -> Pair:
    return replace(side, asked_at=moment)

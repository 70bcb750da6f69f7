"""Buddies: switch it on, be matched, say no, be asked once, end it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from bot.core.coaching.replies import say
from bot.core.computing import Compute, compute_here
from bot.core.desk.ports import Outbox
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies import messages
from bot.core.programme.buddies.matching import sign_two
from bot.core.programme.buddies.pair import Pair, Refusal, name_side
from bot.core.programme.buddies.rounds import lasts, plan_round
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.editors import Editors
from bot.core.programme.gate import find_moment_for
from bot.core.programme.people.messages import BUDDY, compose_invitation
from bot.core.programme.people.wording import PEOPLE_WORDINGS
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken

_PAGE = Spoken(
    {
        "de": ("(?:mein )?tandem", "tandem[- ]?partner(?:in)?"),
        "nl": ("(?:mijn )?maatje",),
        "en": ("(?:my )?buddy", "buddies"),
    }
)


@dataclass(frozen=True)
class Buddies:
    """Implements the Feature of buddies.

    A pair is two rows, one a person, and lasts as long as both wish for a buddy.

    Args:
        ambassadors: Who takes part, by person.
        pairs: Sides of pairs, by pair and person.
        refusals: Who is not to be matched with whom again, by person and sign.
        outbox: Puts messages on their way.
        editors: Who may start a round.
        clock: Tells the time.
        zone: The organisation's time zone.
        topics: What tips can be about, with its name in each language.
        compute: Where a round is matched.
    """

    ambassadors: Shelf[Ambassador]
    pairs: Shelf[Pair]
    refusals: Shelf[Refusal]
    outbox: Outbox
    editors: Editors
    clock: Clock
    zone: str
    topics: Mapping[str, Mapping[Language, str]] = field(default_factory=dict)
    compute: Compute = compute_here

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_PAGE,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to one's own buddy, or to the next round."""
        return messages.list_doors(language, for_editors=for_editors)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “buddy”."""
        if _PAGE.read(incoming.text) is None:
            return None
        return [await self._show(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of one's buddy, and the editors' round."""
        wording = BUDDY_WORDINGS[language]
        match choice.action:
            case action if action == BUDDY:
                return [await self._show(incoming, language)]
            case messages.ON:
                return [await self._switch_on(incoming, language)]
            case messages.OFF:
                return [await self._switch_off(incoming, language)]
            case messages.STAY_OFF:
                return [say("buddy-off", wording.stayed_off, language, in_place=True)]
            case messages.NO | messages.GOOD | messages.END:
                return [await self._answer_about_pair(incoming, choice, language)]
            case messages.ROUND:
                refusal = self.editors.refuse(incoming, language)
                return [refusal or messages.compose_round(await self.match_round(), language)]
            case _:
                return None

    async def _show(self, incoming: Incoming, language: Language) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            return compose_invitation(language, note=PEOPLE_WORDINGS[language].not_joined)
        if not ambassador.wishes.buddy:
            reaches = self.outbox.reaches(incoming.channel)
            return messages.compose_offer(language, is_reachable=reaches)
        for side in await self.pairs.list_things(incoming.person):
            other = await self.ambassadors.find(side.other)
            both = {one.person: one for one in (ambassador, other) if one is not None}
            if lasts(side, both):
                return messages.compose_own(side, language, self._name_topic)
        return messages.compose_waiting(language)

    async def _switch_on(self, incoming: Incoming, language: Language) -> Message:
        if await self.ambassadors.find(incoming.person) is None:
            return compose_invitation(language, note=PEOPLE_WORDINGS[language].not_joined)
        if not self.outbox.reaches(incoming.channel):
            return messages.compose_offer(language, is_reachable=False)

        def switch_on(one: Ambassador) -> Ambassador:
            wishes = replace(one.wishes, buddy=True)
            return replace(one, wishes=wishes, name=incoming.name or one.name)

        await self.ambassadors.change(incoming.person, switch_on)
        return say("buddy-on", BUDDY_WORDINGS[language].is_on, language, in_place=True)

    async def _switch_off(self, incoming: Incoming, language: Language) -> Message:
        await self.ambassadors.change(
            incoming.person, lambda one: replace(one, wishes=replace(one.wishes, buddy=False))
        )
        await self.leave(incoming.person)
        return say("buddy-off", BUDDY_WORDINGS[language].switched_off, language, in_place=True)

    async def _answer_about_pair(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        """Answer a press about a pair, which may be over by now."""
        wording = BUDDY_WORDINGS[language]
        side = await self.pairs.find(name_side(choice.value[:64], incoming.person))
        if side is None:
            return say("buddy-gone", wording.gone, language, in_place=True)
        if choice.action == messages.GOOD:
            return say("buddy-good", wording.went_well, language, in_place=True)
        refusal = Refusal(sign_two(side.person, side.other))
        await self.refusals.keep(f"{side.person}/{refusal.sign}", refusal, side.person)
        is_no = choice.action == messages.NO
        await self._end(side, did_not_begin=is_no)
        text = wording.refused if is_no else wording.ended
        return say("buddy-ended", text, language, in_place=True)

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
            found = messages.compose_found(side, language, self._name_topic)
            await self.outbox.send(side.told_under, to, found, not_before=side.told_at)
        return len(planned.new) // 2

    async def list_pairs(self) -> list[tuple[str, datetime.date]]:
        """List the pairs there are, with the day since when: for the check after four weeks."""
        return sorted({(side.id, side.paired_on) for side in await self.pairs.list_things()})

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
            if moment is not None:
                question = messages.compose_check(side, asked.language)
                await self.outbox.send(side.asked_under, asked.to, question, not_before=moment)

    def _name_topic(self, topic: str, language: Language) -> str:
        return self.topics[topic][language] if topic in self.topics else topic


def _take_away(_side: Pair) -> None:
    return None

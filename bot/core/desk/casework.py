"""What colleagues do with a case, from a chat or from the desk: take, give back, answer, hand over.

One use case for both. Who comes second reads who was first: a case is only changed as it was read.
"""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.deliveries import Return
from bot.core.desk import messages
from bot.core.desk.case import Answer, Case, Team
from bot.core.desk.ports import Cases, Outbox
from bot.core.desk.staff import Colleague
from bot.core.desk.wording import DESK_WORDINGS
from bot.core.errors import CaseChangedError
from bot.core.model import Language, Organisation
from bot.core.ports import Clock

LONGEST_REPLY = 2_000
Word = Literal["done", "gone", "answered", "taken", "changed", "no-words"]


@dataclass(frozen=True)
class Turned:
    """What came of it: a word for it, and the case as it stands; None where there is none.

    `answered`, `taken` and `changed` say that somebody else was first.
    """

    word: Word
    case: Case | None = None


@dataclass(frozen=True)
class Casework:
    """The work on one organisation's cases; see Desk for the rest.

    Args:
        cases: Where cases are kept.
        outbox: Tells authors, and changes what the comms channels show.
        clock: Tells the time.
        organisation: Whose contacts and time zone count.
        to_editors: The comms team's channels.
        language: The comms team's.
    """

    cases: Cases
    outbox: Outbox
    clock: Clock
    organisation: Organisation
    to_editors: Sequence[Return]
    language: Language

    @property
    def zone(self) -> datetime.tzinfo:
        """The organisation's time zone."""
        return ZoneInfo(self.organisation.timezone)

    async def take(self, name: str, colleague: Colleague) -> Turned:
        """Give a case to a colleague, unless another has it and is at it."""
        case = await self.cases.find_case(name)
        if case is None or not case.is_open:
            return _refuse(case)
        now = self.clock.now()
        if case.owner == colleague.person:
            return Turned("done", case)
        if not case.is_free_for(colleague.person, now):
            return Turned("taken", case)
        taken = case.take(colleague.person, colleague.name, now)
        note = messages.compose_taken(taken, self._mention(colleague), self.language).summary
        return await self._put(case, taken, note)

    async def give_back(self, name: str, colleague: Colleague) -> Turned:
        """Take a case from the colleague who has it."""
        case = await self.cases.find_case(name)
        if case is None or not case.is_open:
            return _refuse(case)
        if case.owner != colleague.person:
            return Turned("taken" if case.owner else "done", case)
        note = DESK_WORDINGS[self.language].given_back.format(
            case=case.id, editor=self._mention(colleague)
        )
        return await self._put(case, case.give_back(self.clock.now()), note)

    async def hand_over(self, name: str, team: Team, colleague: Colleague) -> Turned:
        """Give a case to another team; its author reads whom it went to."""
        case = await self.cases.find_case(name)
        if case is None or not case.is_open:
            return _refuse(case)
        now = self.clock.now()
        handed = case.hand_over(team, now)
        wording = DESK_WORDINGS[self.language]
        note = wording.handed.format(
            case=case.id, editor=self._mention(colleague), team=wording.teams[team]
        )
        told = messages.compose_handed(handed, team, self.organisation)
        key = f"handed/{case.id}/{_name_change()}"
        return await self._put(
            case, handed, note, lambda: self.outbox.send(key, case.to_author, told)
        )

    async def answer(self, name: str, answer: Answer, colleague: Colleague) -> Turned:
        """Answer a case; its author reads it where they asked."""
        case = await self.cases.find_case(name)
        if case is None or not case.is_open:
            return _refuse(case)
        said = Answer(
            answer.decision,
            answer.reply.strip()[:LONGEST_REPLY],
            answer.suggested.strip()[:LONGEST_REPLY] if answer.decision == "change" else "",
        )
        if said.decision != "fine" and not (said.reply or said.suggested):
            return Turned("no-words", case)
        closed = case.decide(said, colleague.person, colleague.name, self.clock.now())
        note = messages.compose_closed(closed, self._mention(colleague), self.language).summary

        async def tell() -> None:
            answered = messages.compose_answer(closed)
            await self.outbox.send(f"answer/{case.id}", case.to_author, answered)
            for to in self._shown_to(case):
                await self.outbox.take_back(case.reminder_key, to.channel)

        return await self._put(case, closed, note, tell)

    async def _put(
        self, before: Case, after: Case, note: str, tell: messages.Tell = messages.tell_nobody
    ) -> Turned:
        """Keep the next state, show it where the editors saw the old one, and tell others."""
        try:
            async with self.cases.together():
                await self.cases.change_case(before, after)
                shown = messages.compose_case(after, self.language, self.zone, note)
                state = f"{before.key}/{_name_change()}"
                for to in self._shown_to(after):
                    await self.outbox.replace(state, before.key, to, shown)
                await tell()
        except CaseChangedError:
            now_there = await self.cases.find_case(before.id)
            if now_there is not None and now_there.is_open:
                return Turned("changed", now_there)
            return _refuse(now_there)
        return Turned("done", after)

    def _shown_to(self, case: Case) -> list[Return]:
        return [to for to in self.to_editors if to.channel in case.shown_in]

    def _mention(self, colleague: Colleague) -> str:
        return colleague.name or DESK_WORDINGS[self.language].somebody


def _refuse(case: Case | None) -> Turned:
    return Turned("gone") if case is None else Turned("answered", case)


def _name_change() -> str:
    """Name a change of a post for good; no two are the same."""
    return f"change-{secrets.token_hex(6)}"

"""What goes out around a pilot: its start, a question a day to those who wish, its end."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.message import Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.mailings import Mailing, Mailings, Recipient
from bot.core.programme.pilots import messages
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.pilots.report_messages import compose_report_ready
from bot.core.programme.pilots.taking_part import Congress, choose_prompt
from bot.core.programme.plans import Pilot as PlannedPilot
from bot.core.programme.plans import Plans

_STALE = datetime.timedelta(days=7)  # a start or an end that came later would puzzle
_MIDNIGHT = datetime.time()


@dataclass(frozen=True)
class PilotCalls:
    """Implements Scheduled. Every method may raise StorageError.

    Whoever takes part asked for these, by a press or by their cohort, so they count against no
    weekly limit; that they come at everybody's own hours holds all the same.
    """

    leading: Leading
    mailings: Mailings
    congress: Congress

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"pilot-start", "pilot-prompt", "pilot-end", "pilot-evaluation"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Add the pilots that are open."""
        planned = [
            PlannedPilot(one.id, one.starts_on, one.ends_on, tuple(one.list_prompt_days()))
            for one in await self.leading.book.pilots.list_things()
            if one.state == "open" and one.starts_on and one.ends_on
        ]
        return replace(plans, pilots=(*plans.pilots, *planned))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Send what is due; what was sent is not sent again."""
        match occurrence.kind:
            case "pilot-start":
                await self.send_start(occurrence.subject)
            case "pilot-prompt" if occurrence.date is not None:
                await self.send_prompt(occurrence.subject, occurrence.date)
            case "pilot-end":
                await self.send_end(occurrence.subject)
            case "pilot-evaluation":
                await self.send_evaluation(occurrence.subject)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Leave it: a start or a question that comes too late helps nobody."""

    async def send_start(self, name: str) -> None:
        """Tell those who take part that it begins."""
        pilot = await self._find_open(name)
        if pilot is not None and pilot.tell_stage(self.leading.book.today) != "after":
            people = await self.leading.book.list_people(pilot)
            key = f"pilot-start:{name}"
            await self._send(key, people, lambda one: messages.compose_start(pilot, one))

    async def send_prompt(self, name: str, day: datetime.date) -> None:
        """Ask those who wish the question of a day; after that day nobody is asked it."""
        pilot = await self._find_open(name)
        if pilot is None or day < self.leading.book.today:
            return
        if day not in pilot.list_prompt_days():
            return
        if not choose_prompt(pilot, self.congress, day, pilot.language):
            return
        people = await self.leading.book.list_people(pilot, for_prompts=True)
        zone = ZoneInfo(self.leading.book.zone)
        over = datetime.datetime.combine(day + datetime.timedelta(days=1), _MIDNIGHT, zone)

        def compose(language: Language) -> Message:
            prompt = choose_prompt(pilot, self.congress, day, language)
            return messages.compose_prompt(pilot, prompt, language)

        await self._send(f"pilot-prompt:{name}:{day}", people, compose, over)

    async def send_end(self, name: str) -> None:
        """Thank those who took part, and ask how it was."""
        pilot = await self._find_open(name)
        if pilot is not None:
            people = await self.leading.book.list_people(pilot)
            key = f"pilot-end:{name}"
            await self._send(key, people, lambda one: messages.compose_end(pilot, one))

    async def send_evaluation(self, name: str) -> None:
        """Tell the two leads that there is an evaluation, and ask them for a note."""
        pilot = await self._find_open(name)
        if pilot is None:
            return
        leads = await self.leading.book.list_leads(name)
        key = f"pilot-evaluation:{name}"
        await self._send(key, leads, lambda one: compose_report_ready(pilot, one))

    async def send_invitation(self, pilot: Pilot) -> bool | None:
        """Invite who is not in yet; False: that was done before; None: there is nobody."""
        book = self.leading.book
        there = {one.person for one in await book.list_people(pilot)}
        people = [one for one in await book.ambassadors.list_things() if one.person not in there]
        if not people:
            return None
        key = f"pilot-invitation:{pilot.id}"
        return await self._send(
            key, people, lambda one: messages.compose_invitation(pilot, one), counts=True
        )

    async def send_off(self, pilot: Pilot) -> None:
        """Tell those who take part that a pilot was called off."""
        people = await self.leading.book.list_people(pilot)
        key = f"pilot-off:{pilot.id}"
        await self._send(key, people, lambda one: messages.compose_called_off(pilot, one))

    async def _find_open(self, name: str) -> Pilot | None:
        pilot = await self.leading.book.pilots.find(name)
        return pilot if pilot and pilot.state == "open" else None

    async def _send(
        self,
        key: str,
        people: Sequence[Ambassador],
        compose: Callable[[Language], Message],
        until: datetime.datetime | None = None,
        *,
        counts: bool = False,
    ) -> bool:
        reaches = self.leading.outbox.reaches
        people = [one for one in people if reaches(one.to.channel)]
        if not people:
            return False
        now = self.leading.book.clock.now()
        variants: dict[str, Message] = {one: compose(one) for one in LANGUAGES}
        mailing = Mailing(key, variants, until or now + _STALE, counts=counts)
        recipients = [
            Recipient(one.person, one.language, one.hours.find_moment(now) or now) for one in people
        ]
        return await self.mailings.start(mailing, recipients)

"""Who leads a pilot: asked by an editor, answered by themselves; what leads learn at the end."""

from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.hours import Hours
from bot.core.programme.pilots import messages
from bot.core.programme.pilots.book import PilotBook
from bot.core.programme.pilots.desk_messages import compose_answered
from bot.core.programme.pilots.evaluation import Evaluation, evaluate_pilot
from bot.core.programme.pilots.pilot import LEADS, Lead, Pilot, choose_leads, name_in_button
from bot.core.programme.pilots.ports import HandedIn
from bot.core.programme.pilots.wording import PILOT_WORDINGS


@dataclass(frozen=True)
class Leading:
    """Asks people to lead, and hears their answers. Every method may raise StorageError.

    What an answer writes may be written after it: nothing is read back here that was just kept.
    """

    book: PilotBook
    outbox: Outbox
    handed_in: HandedIn

    async def ask(self, pilot: Pilot, ambassador: Ambassador) -> Lead | None:
        """Ask somebody, at their hours; None: two are asked or have agreed, or this one was."""
        asked = await self.book.list_asked(pilot.id)
        standing = [one for one in asked if one.answer != "no"]
        if len(standing) >= LEADS or ambassador.person in {one.person for one in asked}:
            return None
        now = self.book.clock.now()
        lead = Lead(pilot.id, ambassador.person, now)
        await self.book.leads.keep(_name(lead), lead, lead.person)
        if self.outbox.reaches(ambassador.to.channel):
            question = messages.compose_lead_question(pilot, ambassador.language)
            moment = ambassador.hours.find_moment(now) or now
            key = f"pilot-lead:{pilot.id}:{name_in_button(pilot.id, ambassador.person)}"
            await self.outbox.send(key, ambassador.to, question, not_before=moment)
        return lead

    async def answer(self, name: str, person: str, value: str, language: Language) -> Message:
        """Hear somebody's answer; a changed mind counts."""
        wording = PILOT_WORDINGS[language]
        lead = await self.book.leads.find(f"{name}/{person}")
        pilot = await self.book.pilots.find(name)
        if lead is None or pilot is None or pilot.state == "off":
            return say("pilot-gone", wording.gone, language, in_place=True)
        says_yes = value == "yes"
        if lead.answer != ("yes" if says_yes else "no"):
            moment = self.book.clock.now()
            lead = replace(lead, answer="yes" if says_yes else "no", answered_at=moment)
            await self.book.leads.keep(_name(lead), lead, person)
            await self._tell_editor(pilot, lead)
        if not says_yes:
            return say("pilot-lead-no", wording.lead_no, language, in_place=True)
        asked = await self.book.list_asked(name)
        there = [lead if one.person == person else one for one in asked]
        leads = [one.person for one in choose_leads(there)]
        if person not in leads:
            text = wording.lead_full
        else:
            text = wording.lead_both if len(leads) == LEADS else wording.lead_yes
        return say("pilot-lead-yes", text, language, in_place=True)

    async def _tell_editor(self, pilot: Pilot, lead: Lead) -> None:
        keeper = await self.book.keepers.find(pilot.id)
        if keeper is None or not self.outbox.reaches(keeper.to.channel):
            return
        ambassador = await self.book.ambassadors.find(lead.person)
        name = ambassador.name if ambassador else ""
        message = compose_answered(
            pilot, name, is_yes=lead.answer == "yes", language=keeper.language
        )
        now = self.book.clock.now()
        moment = Hours(self.book.zone).find_moment(now) or now
        key = f"pilot-answer:{pilot.id}:{name_in_button(pilot.id, lead.person)}:{now.isoformat()}"
        await self.outbox.send(key, keeper.to, message, not_before=moment)

    async def evaluate(self, pilot: Pilot) -> Evaluation:
        """Evaluate a pilot from what is known of it now."""
        people = {one.person for one in await self.book.list_people(pilot)}
        first, last = pilot.starts_on, pilot.ends_on
        posts = (
            await self.handed_in.list_shared(first, self.book.today, people)
            if first and last
            else ()
        )
        told = [one for one in await self.book.told.list_things() if one.pilot == pilot.id]
        notes = [one for one in await self.book.notes.list_things() if one.pilot == pilot.id]
        return evaluate_pilot(len(people), posts, told, notes)


def _name(lead: Lead) -> str:
    return f"{lead.pilot}/{lead.person}"

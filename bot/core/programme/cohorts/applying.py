"""Groups for everybody: see one's own, apply for another, withdraw, leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.deliveries import Return
from bot.core.desk.ports import Outbox
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.cohorts import messages
from bot.core.programme.cohorts.call import MOST_APPLICATIONS, Application, Call
from bot.core.programme.cohorts.register import Register
from bot.core.programme.cohorts.wording import COHORT_WORDINGS
from bot.core.programme.people.hours_text import Unread
from bot.core.programme.people.work_text import read_work
from bot.core.programme.spoken import Spoken

_PAGE = Spoken(
    {
        "de": ("(?:meine )?gruppen?",),
        "nl": ("(?:mijn )?groep(?:en)?",),
        "en": ("(?:my )?groups?", "cohorts?"),
    }
)
_NOTHING = "-–—./ "  # what people write into a field that they leave out


@dataclass(frozen=True)
class Applying:
    """Implements the Feature of one's own groups."""

    register: Register
    outbox: Outbox

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_PAGE,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to one's own groups."""
        door = Choice(COHORT_WORDINGS[language].door, messages.GROUPS)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “groups”."""
        if _PAGE.read(incoming.text) is None:
            return None
        return [await self._show(incoming.person, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of one's own groups and of applying."""
        match choice.action:
            case messages.GROUPS:
                return [await self._show(incoming.person, language)]
            case messages.APPLY | messages.WRITE:
                return [await self._apply(incoming, choice, language)]
            case messages.WITHDRAW:
                return [await self._withdraw(incoming.person, choice.value, language)]
            case messages.LEAVE:
                return [await self._leave(incoming.person, choice.value, language)]
            case _:
                return None

    async def _show(self, person: str, language: Language) -> Message:
        await self.register.tidy()
        own = [
            messages.Own(member, await self.register.name_leads(member.call))
            for member in await self.register.members.list_things(person)
        ]
        today = self.register.today
        calls = [one for one in await self.register.list_calls() if one.is_open(today)]
        applied = [one.call for one in await self.register.applications.list_things(person)]
        return messages.compose_groups(own, calls, applied, language)

    async def _apply(self, incoming: Incoming, choice: Choice, language: Language) -> Message:
        """Ask the next question; the answers so far stand in the button's value."""
        name, level_word, spoken, *_ = [*choice.value.split()[:3], "", "", ""]
        call = await self.register.calls.find(name)
        if call is None or not call.is_open(self.register.today):
            return say("group-closed", COHORT_WORDINGS[language].closed, language, in_place=True)
        level = next((one for one in LEVELS if one == level_word), None)
        if level is None:
            return messages.compose_level_question(call, language)
        chosen = next((one for one in LANGUAGES if one == spoken), None)
        if chosen is None:
            return messages.compose_language_question(call, level, language)
        if choice.action == messages.APPLY:
            known = await self._recall_work(incoming.person)
            return messages.compose_form(f"{call.id} {level} {chosen}", known, language)
        written = ",".join(part.strip(_NOTHING) for part in incoming.text.split(","))
        work = read_work(written)
        if isinstance(work, Unread):
            return messages.compose_unread(work.part, f"{call.id} {level} {chosen}", language)
        application = Application(
            call.id,
            incoming.person,
            Return(incoming.channel, incoming.person, incoming.home or incoming.place),
            incoming.name,
            chosen,
            level,
            work.department,
            work.region,
        )
        return await self._hand_in(call, application, language)

    async def _hand_in(self, call: Call, application: Application, language: Language) -> Message:
        known = await self.register.list_applications(call.id)
        is_new = all(one.key != application.key for one in known)
        if is_new and len(known) >= MOST_APPLICATIONS:
            return say("group-full", COHORT_WORDINGS[language].full, language, in_place=True)
        await self.register.applications.keep(application.key, application, application.person)
        is_told = self.outbox.reaches(application.to.channel)
        return messages.compose_applied(call, application, language, is_told=is_told)

    async def _recall_work(self, person: str) -> str:
        ambassador = await self.register.ambassadors.find(person)
        if ambassador is None:
            return ""
        work = ambassador.work
        return ", ".join(word for word in (work.department, work.region) if word)

    async def _withdraw(self, person: str, name: str, language: Language) -> Message:
        wording = COHORT_WORDINGS[language]
        call = await self.register.calls.find(name)
        if call is not None and call.settled_on is not None:
            return await self._leave(person, name, language)  # it became a place meanwhile
        if call is None or await self.register.withdraw(name, person) is None:
            return say("group-closed", wording.gone, language, in_place=True)
        text = wording.withdrawn.format(name=call.name)
        return say("group-withdrawn", text, language, in_place=True)

    async def _leave(self, person: str, name: str, language: Language) -> Message:
        member = await self.register.take_out(name, person)
        if member is None:
            return await self._show(person, language)
        text = COHORT_WORDINGS[language].left.format(name=member.cohort)
        return say("group-left", text, language, in_place=True)

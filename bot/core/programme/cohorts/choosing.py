"""Groups for editors: see who applied, weigh the proposal, swap, confirm; everybody hears."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.core.coaching.replies import say
from bot.core.computing import Compute, compute_here
from bot.core.desk.ports import Outbox
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.cohorts import desk_messages as messages
from bot.core.programme.cohorts.call import Application, Call
from bot.core.programme.cohorts.messages import compose_chosen, compose_not_chosen
from bot.core.programme.cohorts.register import Register
from bot.core.programme.cohorts.selection import Selection, list_expected, select_group
from bot.core.programme.cohorts.wording import COHORT_WORDINGS
from bot.core.programme.editors import Editors
from bot.core.programme.spoken import Spoken

_DESK = Spoken(
    {
        "de": ("gruppen zusammenstellen", "bewerbungen"),
        "nl": ("groepen samenstellen", "aanmeldingen"),
        "en": ("put groups together", "applications"),
    }
)
_ACTIONS = frozenset(
    {
        messages.DESK,
        messages.SHOW,
        messages.LEAD,
        messages.SWAP,
        messages.AGAIN,
        messages.CONFIRM,
        messages.SETTLE,
        messages.TAKE_BACK,
        messages.TAKE_BACK_YES,
    }
)


@dataclass(frozen=True)
class Choosing:
    """Implements the Feature of putting a group together."""

    register: Register
    outbox: Outbox
    editors: Editors
    compute: Compute = compute_here

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_DESK,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to the calls."""
        door = Choice(COHORT_WORDINGS[language].editors_door, messages.DESK)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “applications”."""
        if _DESK.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or await self._list(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of editors."""
        if choice.action not in _ACTIONS:
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        if choice.action == messages.DESK:
            return [await self._list(language)]
        name, *told = choice.value.split()[:3] or [""]
        call = await self.register.calls.find(name)
        if call is None or call.withdrawn_on is not None:
            return [say("call-gone", COHORT_WORDINGS[language].gone, language, in_place=True)]
        if call.settled_on is not None:
            members = await self.register.list_members(call.id)
            return [messages.compose_members(call, members, language)]
        return [await self._answer_about(call, incoming, choice.action, told, language)]

    async def _answer_about(
        self, call: Call, incoming: Incoming, action: str, told: Sequence[str], language: Language
    ) -> Message:
        """Answer about a call of which nobody decided yet."""
        selection = await self._select(call)
        first, second = [*told, "", ""][:2]
        match action:
            case messages.SWAP:
                return await self._swap(call, incoming, selection, (first, second), language)
            case messages.AGAIN:
                applications = list(selection.applications.values())
                await self.register.set_seats(call.id, applications, ())
                proposed = select_group(applications, (), call.places)
                return await self._show(call, incoming, proposed, language)
            case messages.LEAD:
                return await self._lead(call, incoming, selection, language)
            case messages.CONFIRM if first == selection.fingerprint:
                return messages.compose_confirm(call, selection, language)
            case messages.SETTLE if first == selection.fingerprint:
                return await self._settle(call, selection, language)
            case messages.CONFIRM | messages.SETTLE:
                note = COHORT_WORDINGS[language].swapped_meanwhile
                return await self._show(call, incoming, selection, language, note)
            case messages.TAKE_BACK:
                return messages.compose_take_back(call, language)
            case messages.TAKE_BACK_YES:
                return await self._take_back(call, selection, language)
            case _:
                return await self._show(call, incoming, selection, language)

    async def _list(self, language: Language) -> Message:
        await self.register.tidy()
        listed = []
        for call in await self.register.list_calls():
            if call.is_pending:
                count = len(await self.register.list_applications(call.id))
            else:
                count = len(await self.register.list_members(call.id))
            listed.append(messages.Listed(call, count))
        return messages.compose_desk(listed[-20:], language)

    async def _select(self, call: Call) -> Selection:
        applications = await self.register.list_applications(call.id)
        seats = await self.register.list_seats(call.id)
        return await self.compute(partial(select_group, applications, seats, call.places))

    async def _show(
        self,
        call: Call,
        incoming: Incoming,
        selection: Selection,
        language: Language,
        note: str = "",
    ) -> Message:
        expected = list_expected(await self.register.ambassadors.list_things())
        leads = await self.register.is_lead(call.id, incoming.person)
        return messages.compose_selection(
            call, selection, expected, language, leads=leads, note=note
        )

    async def _swap(
        self,
        call: Call,
        incoming: Incoming,
        selection: Selection,
        told: tuple[str, str],
        language: Language,
    ) -> Message:
        """Swap two; with one named, offer who could come in."""
        out, other = ("" if sign == messages.NOBODY else sign for sign in told)
        if not told[1] and (out in selection.chosen or (not out and told[0])):
            return messages.compose_swap(call, out, selection, language)
        chosen = selection.swap(out, other)
        if chosen is None:
            note = COHORT_WORDINGS[language].swapped_meanwhile
            return await self._show(call, incoming, selection, language, note)
        applications = list(selection.applications.values())
        await self.register.set_seats(call.id, applications, chosen)
        swapped = select_group(applications, chosen, call.places)
        return await self._show(call, incoming, swapped, language)

    async def _lead(
        self, call: Call, incoming: Incoming, selection: Selection, language: Language
    ) -> Message:
        """Begin or end leading a group."""
        leads = not await self.register.is_lead(call.id, incoming.person)
        await self.register.set_lead(call.id, incoming.person, incoming.name, leads=leads)
        expected = list_expected(await self.register.ambassadors.list_things())
        return messages.compose_selection(call, selection, expected, language, leads=leads)

    async def _settle(self, call: Call, selection: Selection, language: Language) -> Message:
        """Make the group; everybody who applied hears of it within their hours."""
        if len(selection.chosen) > call.places:
            return messages.compose_confirm(call, selection, language)
        today = self.register.today
        await self.register.calls.change(call.id, lambda one: replace(one, settled_on=today))
        leads = await self.register.name_leads(call.id)
        for sign, application in selection.applications.items():
            is_in = sign in selection.chosen
            if is_in:
                await self.register.take_in(call, application)
            await self._tell(call, application, leads, is_in=is_in)
        text = COHORT_WORDINGS[language].settled
        said = text.format(name=call.name, count=len(selection.chosen))
        return say("call-settled", said, language, in_place=True)

    async def _tell(
        self, call: Call, application: Application, leads: Sequence[str], *, is_in: bool
    ) -> None:
        ambassador = await self.register.ambassadors.find(application.person)
        language = ambassador.language if ambassador else application.language
        message = compose_not_chosen(call, language)
        if is_in:
            message = compose_chosen(call, leads, language, has_joined=ambassador is not None)
        await self._send(call, application, message)

    async def _send(self, call: Call, application: Application, message: Message) -> None:
        """Send within somebody's hours; whom nobody can write to finds it on their page."""
        moment = await self.register.find_moment(application.person)
        if moment is not None and self.outbox.reaches(application.to.channel):
            key = f"cohort/{call.id}/{application.sign}"
            await self.outbox.send(key, application.to, message, not_before=moment)

    async def _take_back(self, call: Call, selection: Selection, language: Language) -> Message:
        today = self.register.today
        await self.register.calls.change(call.id, lambda one: replace(one, withdrawn_on=today))
        for application in selection.applications.values():
            ambassador = await self.register.ambassadors.find(application.person)
            their = ambassador.language if ambassador else application.language
            text = COHORT_WORDINGS[their].called_off.format(name=call.name)
            await self._send(call, application, say("group-called-off", text, their))
        said = COHORT_WORDINGS[language].taken_back.format(name=call.name)
        return say("call-taken-back", said, language, in_place=True)

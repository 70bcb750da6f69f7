"""What editors press on a case in their chat: take it, answer it, pass it on to another team."""

from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.desk import messages
from bot.core.desk.audit import AuditLog, Deed
from bot.core.desk.case import DECISIONS, TEAMS, Answer, Case
from bot.core.desk.casework import Casework, Turned
from bot.core.desk.staff import Colleague
from bot.core.desk.wording import DESK_WORDINGS
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language


@dataclass(frozen=True)
class CasePresses:
    """Answers the buttons of cases in the chats of the comms team.

    Args:
        casework: Does what is pressed, here as at the desk in the browser.
        editors: Who may press, as their channels name them.
        audit: Notes what they do, before it is done; None in a house without a log.
    """

    casework: Casework
    editors: frozenset[str]
    audit: AuditLog | None = None

    async def answer(self, incoming: Incoming, choice: Choice, language: Language) -> list[Message]:
        """Answer an editor's press; everybody else's is refused with a sentence."""
        if incoming.person not in self.editors:
            return [say("case-refused", DESK_WORDINGS[language].not_yours, language)]
        first, _, name = choice.value.rpartition(" ")  # “change 1A2B”, or the case alone
        case = await self.casework.cases.find_case(name)
        if case is None:
            return [_say_gone(language)]
        match choice.action:
            case messages.TAKE:
                return [await self._take(case, incoming, language)]
            case messages.PASS_ON:
                return [self._ask_for_team(case, language)]
            case messages.HAND_OVER:
                return [await self._hand_over(case, first, incoming, language)]
            case _:
                return [await self._decide(case, first, choice, incoming, language)]

    async def _take(self, case: Case, incoming: Incoming, language: Language) -> Message:
        if case.is_open:
            await self._note("case-taken", case, incoming)
        turned = await self.casework.take(case.id, _name_colleague(incoming))
        if turned.word != "done" or turned.case is None:
            return _tell_refusal(turned, language)
        editor = turned.case.owner_name or DESK_WORDINGS[language].somebody
        return messages.compose_taken(turned.case, editor, language)

    def _ask_for_team(self, case: Case, language: Language) -> Message:
        """Ask to which team a case goes; nothing is changed yet."""
        if not case.is_open:
            return _tell_refusal(Turned("answered", case), language)
        return messages.compose_teams(case, self.casework.organisation, language)

    async def _hand_over(
        self, case: Case, asked: str, incoming: Incoming, language: Language
    ) -> Message:
        team = next((one for one in TEAMS if one == asked), None)
        if team is None:
            return _say_gone(language)
        if case.is_open:
            await self._note("case-handed-over", case, incoming, team=team)
        colleague = _name_colleague(incoming)
        turned = await self.casework.hand_over(case.id, team, colleague)
        if turned.word != "done" or turned.case is None:
            return _tell_refusal(turned, language)
        editor = colleague.name or DESK_WORDINGS[language].somebody
        return messages.compose_passed_on(turned.case, team, editor, language)

    async def _decide(
        self, case: Case, asked: str, choice: Choice, incoming: Incoming, language: Language
    ) -> Message:
        decision = next((one for one in DECISIONS if one == asked), None)
        if decision is None:
            return _say_gone(language)
        if choice.action == messages.DECIDE and decision != "fine" and case.is_open:
            return messages.compose_form(case, decision, language)
        if case.is_open:
            await self._note("case-answered", case, incoming, decision=decision)
        answer = Answer(decision, incoming.text)
        turned = await self.casework.answer(case.id, answer, _name_colleague(incoming))
        if turned.word != "done" or turned.case is None:
            return _tell_refusal(turned, language)
        editor = turned.case.answered_by[1] or DESK_WORDINGS[language].somebody
        return messages.compose_closed(turned.case, editor, language)

    async def _note(self, action: str, case: Case, incoming: Incoming, **details: str) -> None:
        """Note what an editor does with a case, never its words."""
        if self.audit is not None:
            told = {"channel": incoming.channel, **details} if incoming.channel else details
            await self.audit.append(Deed(incoming.person, action, case.id, told))


def _name_colleague(incoming: Incoming) -> Colleague:
    return Colleague(incoming.person, incoming.name)


def _say_gone(language: Language) -> Message:
    return say("case-gone", DESK_WORDINGS[language].gone, language)


def _tell_refusal(turned: Turned, language: Language) -> Message:
    """Say in a chat why a press came to nothing: most often somebody else was first."""
    wording, case = DESK_WORDINGS[language], turned.case
    if case is None:
        return _say_gone(language)
    match turned.word:
        case "no-words":
            return say("case-refused", wording.no_reply, language)
        case "taken":
            editor = case.owner_name or wording.somebody
            told = wording.has_it.format(case=case.id, editor=editor)
            return say("case-taken", told, language)
        case "changed":
            return say("case-changed", wording.changed.format(case=case.id), language)
        case _:
            editor = case.answered_by[1] or wording.somebody
            told = wording.already.format(case=case.id, editor=editor)
            return say("case-closed", told, language)

"""The desk: authors hand cases to the editors, editors answer, nobody's case is forgotten."""

import datetime
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.coaching.replies import say
from bot.core.coaching.revision import name_draft
from bot.core.deliveries import Return
from bot.core.desk import messages
from bot.core.desk.case import DECISIONS, Case, Decision, find_due, note_findings
from bot.core.desk.ports import Cases, Outbox
from bot.core.desk.wording import DESK_WORDINGS
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation, Review
from bot.core.ports import Clock

_LONGEST_REPLY = 2_000
_NAME = re.compile(r"[0-9A-F]{8}")
_SHOWN = re.compile(r"case/(?P<case>[^/]+)/\d+")  # the keys of the posts that first show a case
_WARNED_BEFORE = datetime.timedelta(hours=2)


@dataclass(frozen=True)
class Desk:
    """One organisation's desk.

    Args:
        cases: Where cases are kept.
        outbox: Puts messages on their way to somebody who did not just write.
        clock: Tells the time.
        organisation: Whose contacts and time zone count.
        to_editors: Where cases go: a channel of the comms team in each platform that has one.
        editors: Who may answer, as their channels name them.
        language: The editors' language.
        answer_hours: Working hours (weekends left out) in which an answer is due.
    """

    cases: Cases
    outbox: Outbox
    clock: Clock
    organisation: Organisation
    to_editors: Sequence[Return]
    editors: frozenset[str]
    language: Language
    answer_hours: int = 24

    def reaches(self, incoming: Incoming) -> bool:
        """Say whether an answer finds back to where somebody writes."""
        return self.outbox.reaches(incoming.channel)

    @property
    def _zone(self) -> datetime.tzinfo:
        return ZoneInfo(self.organisation.timezone)

    def preview_case(self, text: str, review: Review, language: Language) -> Message:
        """Show an author what the editors would get; its button names draft and case."""
        findings = note_findings(review)
        value = f"{name_draft(text)} {_make_name()}"
        return messages.compose_preview(text, findings, review.context, language, value)

    async def find_sent(self, name: str, person: str) -> Message | None:
        """Give what the author of a case that was sent already reads; None for a new one."""
        case = await self.cases.find_case(name) if name else None
        if case is None or case.to_author.person != person:
            return None
        return messages.compose_sent(case, self._zone)

    async def keep_back(self, value: str, person: str, language: Language) -> Message:
        """Say that nothing is sent, unless it was."""
        sent = await self.find_sent(value.partition(" ")[2], person)
        kept = DESK_WORDINGS[language].kept
        return sent or say("case-kept", kept, language, in_place=True)

    async def open_case(
        self, name: str, incoming: Incoming, text: str, review: Review, language: Language
    ) -> Message:
        """Send a draft to the editors as the case of a name; gives what the author reads."""
        now = self.clock.now()
        case = Case(
            id=name if await self._is_free(name) else _make_name(),
            to_author=Return(incoming.channel, incoming.person, incoming.place),
            language=language,
            text=text,
            verdict=review.verdict.value,
            findings=note_findings(review),
            opened_at=now,
            due_at=find_due(now, self.answer_hours, self._zone),
            shown_in=tuple(to.channel for to in self.to_editors),
        )
        await self.cases.keep_case(case)
        shown = messages.compose_case(case, self.language, self._zone)
        for to in self.to_editors:
            await self.outbox.send(case.key, to, shown)
        return messages.compose_sent(case, self._zone)

    async def _is_free(self, name: str) -> bool:
        """Say whether a name, which came back with a button, is one of ours and not in use."""
        return bool(_NAME.fullmatch(name)) and await self.cases.find_case(name) is None

    async def answer(self, incoming: Incoming, choice: Choice, language: Language) -> list[Message]:
        """Answer an editor's press; everybody else's is refused with a sentence."""
        wording = DESK_WORDINGS[language]
        if incoming.person not in self.editors:
            return [say("case-refused", wording.not_yours, language)]
        decision, name = _read_value(choice)
        case = await self.cases.find_case(name)
        if case is None:
            return [say("case-gone", wording.gone, language)]
        if not case.is_open:
            return [say("case-closed", wording.already.format(case=case.id), language)]
        if choice.action == messages.TAKE:
            return [await self._take(case, incoming, language)]
        if decision == "":
            return [say("case-gone", wording.gone, language)]
        if choice.action == messages.DECIDE and decision != "fine":
            return [messages.compose_form(case, decision, language)]
        reply = incoming.text.strip()[:_LONGEST_REPLY]
        if decision != "fine" and not reply:
            return [say("case-refused", wording.no_reply, language)]
        return [await self._close(case, decision, reply, incoming, language)]

    async def _take(self, case: Case, incoming: Incoming, language: Language) -> Message:
        taken = case.take(incoming.person)
        await self.cases.keep_case(taken)
        message = messages.compose_taken(taken, _mention(incoming), language)
        await self._show_anew(taken, f"taken/{incoming.person}", message.summary)
        return message

    async def _show_anew(self, case: Case, state: str, note: str) -> None:
        """Show a case's new state where its editors saw the old one."""
        shown = messages.compose_case(case, self.language, self._zone, note)
        for to in self.to_editors:
            await self.outbox.replace(f"{case.key}/{state}", case.key, to, shown)

    async def _close(
        self, case: Case, decision: Decision, reply: str, incoming: Incoming, language: Language
    ) -> Message:
        closed = case.decide(decision, reply, incoming.person, self.clock.now())
        await self.cases.keep_case(closed)
        answer = messages.compose_answer(closed)
        await self.outbox.send(f"answer/{case.id}", case.to_author, answer)
        message = messages.compose_closed(closed, _mention(incoming), language)
        await self._show_anew(closed, "closed", message.summary)
        for to in self.to_editors:
            await self.outbox.take_back(case.reminder_key, to.channel)
        return message

    async def notice_refusal(self, key: str) -> bool:
        """Notice what could not be delivered; says whether it showed a case to the editors.

        Once none of their channels has the case, its author is told, once.
        """
        shown = _SHOWN.fullmatch(key)
        if shown is None:
            return False
        case = await self.cases.find_case(shown["case"])
        if case is None:
            return True
        for channel in case.shown_in:
            if not await self.outbox.is_refused(case.key, channel):
                return True
        failed = messages.compose_not_sent(case, self.organisation)
        await self.outbox.send(f"unsent/{case.id}", case.to_author, failed)
        await self.cases.keep_case(replace(case, is_warned=True))  # nobody to remind of it
        return True

    async def remind(self) -> int:
        """Remind the editors of cases that are nearly due; says of how many."""
        due = await self.cases.list_due(self.clock.now() + _WARNED_BEFORE)
        for case in due:
            reminder = messages.compose_due_soon(case, "", self.language, self._zone)
            for to in self.to_editors:
                await self.outbox.send(case.reminder_key, to, reminder)
            await self.cases.keep_case(replace(case, is_warned=True))
        return len(due)


def _make_name() -> str:
    return secrets.token_hex(4).upper()


def _read_value(choice: Choice) -> tuple[Decision | Literal[""], str]:
    """Read “change 1A2B”: the decision and the name of the case."""
    first, _, rest = choice.value.partition(" ")
    decision = next((known for known in DECISIONS if known == first), None)
    return (decision, rest) if decision else ("", choice.value)


def _mention(incoming: Incoming) -> str:
    return incoming.name or "…"

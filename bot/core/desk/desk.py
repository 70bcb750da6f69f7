"""The desk: authors hand cases to the editors, editors answer, nobody's case is forgotten."""

import datetime
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.coaching.revision import name_draft
from bot.core.deliveries import Return
from bot.core.desk import messages
from bot.core.desk.audit import AuditLog
from bot.core.desk.case import WARNED_BEFORE, Case, find_due, note_findings
from bot.core.desk.casework import Casework
from bot.core.desk.ports import WEB, Cases, Outbox
from bot.core.desk.presses import CasePresses
from bot.core.desk.wording import DESK_WORDINGS
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation, Review
from bot.core.ports import Clock

_NAME = re.compile(r"[0-9A-F]{8}")
_SHOWN = re.compile(r"case/(?P<case>[^/]+)/\d+")  # the keys of the posts that first show a case


@dataclass(frozen=True)
class Desk:
    """One organisation's desk.

    Args:
        cases: Where cases are kept.
        outbox: Puts messages on their way to somebody who did not just write.
        clock: Tells the time.
        organisation: Whose contacts and time zone count.
        to_editors: Where cases go beside the desk in the browser: a channel of the comms team in
            each platform that has one.
        editors: Who may answer in chats, as their channels name them.
        language: The editors' language.
        answer_hours: Working hours (weekends left out) in which an answer is due.
        audit: Notes what editors do, before it is done; None in a house without a log.
        is_read: Whether there is anybody to read what is sent.
    """

    cases: Cases
    outbox: Outbox
    clock: Clock
    organisation: Organisation
    to_editors: Sequence[Return]
    editors: frozenset[str]
    language: Language
    answer_hours: int = 24
    audit: AuditLog | None = None
    is_read: bool = True

    def reaches(self, incoming: Incoming) -> bool:
        """Say whether an answer finds back to where somebody writes."""
        return self.is_read and self.outbox.reaches(_name_channel(incoming))

    @property
    def casework(self) -> Casework:
        """What colleagues do with cases, here as in the browser."""
        return Casework(
            self.cases,
            self.outbox,
            self.clock,
            self.organisation,
            self.to_editors,
            self.language,
        )

    @property
    def _zone(self) -> datetime.tzinfo:
        return self.casework.zone

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
            to_author=Return(_name_channel(incoming), incoming.person, incoming.place),
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
        presses = CasePresses(self.casework, self.editors, self.audit)
        return await presses.answer(incoming, choice, language)

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
        due = await self.cases.list_due(self.clock.now() + WARNED_BEFORE)
        for case in due:
            owner = messages.tell_owner(case, self.language, self._zone)
            reminder = messages.compose_due_soon(case, owner, self.language, self._zone)
            for to in self.to_editors:
                if to.channel in case.shown_in:
                    await self.outbox.send(case.reminder_key, to, reminder)
            await self.cases.keep_case(replace(case, is_warned=True))
        return len(due)


def _make_name() -> str:
    return secrets.token_hex(4).upper()


def _name_channel(incoming: Incoming) -> str:
    """Name where an answer finds somebody: our own page has no name of its own elsewhere."""
    return incoming.channel or (WEB if incoming.on_page else "")

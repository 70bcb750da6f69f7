"""What of the programme waits for editors, for the first page of the desk."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.cohorts.register import Register
from bot.core.programme.highlights.book import Book
from bot.web.console.home import Waiting
from bot.web.console.programme_frame import HOME
from bot.web.console.programme_wording import PROGRAMME_WORDINGS

_LOOKED_AT = 8


@dataclass(frozen=True)
class ProgrammeWaiting:
    """Finds what waits. May raise StorageError."""

    office: Office
    book: Book
    register: Register
    clock: Clock

    async def find(self, language: Language) -> Sequence[Waiting]:
        """List broadcasts in doubt or missed, highlights without an answer, groups to choose."""
        wording = PROGRAMME_WORDINGS[language]
        dossiers = await self.office.list_latest(_LOOKED_AT)
        doubtful = [one for one in dossiers if one.progress and one.progress.in_doubt]
        missed = [one for one in dossiers if one.state == "missed"]
        now, today = self.clock.now(), self.register.today
        entries = [
            one
            for one in await self.book.list_fresh(now)
            if one.takes_place(now) and one.answer is None
        ]
        calls = [
            one
            for one in await self.register.list_calls()
            if one.is_pending and not one.is_open(today)
        ]
        found: list[tuple[Sequence[object], str, str, str]] = [
            (doubtful, wording.one_unknown, wording.wait_unknown, "/broadcasts"),
            (missed, wording.one_missed, wording.wait_missed, "/broadcasts"),
            (entries, wording.one_highlight, wording.wait_highlights, "/recaps"),
        ]
        waiting = [
            Waiting(one if len(things) == 1 else many.format(count=len(things)), f"{HOME}{path}")
            for things, one, many, path in found
            if things
        ]
        waiting += [
            Waiting(wording.wait_calls.format(name=call.name), f"{HOME}/people/{call.id}")
            for call in calls
        ]
        return waiting

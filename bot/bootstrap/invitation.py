"""Build the commands about events: which there are, and one of them as a file to mail."""

import asyncio
import contextlib
import datetime
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap.storage import opened_storage
from bot.core.errors import SettingsError
from bot.core.model import Language
from bot.core.naming import nearest_name
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.calendar_file import Mailbox
from bot.core.programme.events.book import EventBook, open_book
from bot.core.programme.events.calendar_entry import compose_entry
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.when_words import describe_time
from bot.files.invitations import write_invitation
from bot.scheduling.clock import SystemClock
from bot.settings import load_settings

_CLOCK = SystemClock(datetime.UTC)


@dataclass(frozen=True)
class Asked:
    """What the command line asked for.

    Args:
        event: The id of an event.
        out: Where the file is written.
        language: Of its words.
        sender: Who invites by e-mail; empty: the file can be taken in, but not answered.
        guest: Who is invited.
        is_cancelled: Whether it is called off.
    """

    event: str
    out: Path
    language: Language
    sender: str = ""
    guest: str = ""
    is_cancelled: bool = False


def list_events() -> int:
    """Print a line for each event: its id, what it is, when it is held next."""
    return asyncio.run(_list_events())


def write_event_file(asked: Asked) -> int:
    """Write an event as a calendar file.

    Raises:
        SettingsError: there is no such event, an address is none, or the file cannot be written.
    """
    return asyncio.run(_write_event_file(asked))


async def _list_events() -> int:
    async with _opened_book() as book:
        tables = await book.list_tables("planned", "announced", "cancelled")
    for table in tables:
        event = table.event
        next_ones = table.list_next(_CLOCK.now(), 1)
        told = [describe_time(one.at, event.minutes, event.series.zone, "en") for one in next_ones]
        title = event.find_text("en").title
        sys.stdout.write(f"{event.id}  {event.state}  {title}  {''.join(told) or 'over'}\n")
    if not tables:
        sys.stdout.write("There are no events yet. An editor plans them in chat: “new jourfix”.\n")
    return 0


async def _write_event_file(asked: Asked) -> int:
    async with _opened_book() as book:
        table = await _find_table(book, asked.event)
    try:
        entry = compose_entry(
            table,
            asked.language,
            _CLOCK.now(),
            organiser=Mailbox(asked.sender) if asked.sender else None,
            guest=Mailbox(asked.guest) if asked.guest else None,
            is_cancelled=asked.is_cancelled,
        )
    except ValueError as error:
        raise SettingsError(str(error)) from error
    try:
        asked.out.write_bytes(write_invitation(entry))
    except OSError as error:
        raise SettingsError(
            f"{asked.out} cannot be written ({error.strerror}). Name another file with --out."
        ) from error
    sys.stdout.write(
        f"{asked.out} is ready (METHOD:{entry.method}, version {entry.sequence}). Attach it to a"
        " mail; a later version changes the same entry in the calendars that took it in.\n"
    )
    return 0


async def _find_table(book: EventBook, event: str) -> Timetable:
    table = await book.find_table(event)
    if table is not None and table.event.find_text("en").title:
        return table
    if table is not None:
        raise SettingsError("This event has no title yet. Give it one in chat: “plan events”.")
    known = [one.event.id for one in await book.list_tables("planned", "announced", "cancelled")]
    hint = nearest_name(event, known) if known else "There are none yet."
    raise SettingsError(f"There is no event “{event[:40]}”. {hint}")


@contextlib.asynccontextmanager
async def _opened_book() -> AsyncIterator[EventBook]:
    settings = load_settings()
    async with opened_storage(settings, _CLOCK, tells_key=False) as storage:
        yield open_book(storage.shelves, storage.shelves.open_shelf("ambassadors", Ambassador))

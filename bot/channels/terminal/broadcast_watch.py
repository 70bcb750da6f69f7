"""A progress bar for a broadcast that goes out. Leaving it changes nothing: it goes on."""

import datetime
from collections.abc import Awaitable, Callable

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.broadcasts.reports import is_told_vaguely, write_report
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

Sleep = Callable[[float], Awaitable[None]]
_LOOK_SECONDS = 1.0
_SOON = datetime.timedelta(minutes=5)  # whoever's turn comes later is not waited for


async def watch(
    office: Office, name: str, language: Language, console: Console, sleep: Sleep
) -> None:
    """Show how far a broadcast is until it is through, or waits for a later hour."""
    wording = BROADCAST_WORDINGS[language]
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(wording.states["sending"], total=None, told="")
        while True:
            dossier = await office.find(name)
            if dossier is None:
                return
            progress = dossier.progress
            if progress is not None and not is_told_vaguely(dossier):  # a bar would tell numbers
                bar.update(task, total=progress.total, completed=progress.total - progress.waiting)
            rows = write_report(dossier, office.zone, language).rows
            told = ", ".join(f"{row.label}: {row.count}" for row in rows)
            bar.update(task, description=wording.states[dossier.state], told=told)
            if not is_moving(dossier, office.clock.now()):
                return
            await sleep(_LOOK_SECONDS)


def is_moving(dossier: Dossier, now: datetime.datetime) -> bool:
    """Say whether something is to be expected of a broadcast soon."""
    if dossier.state == "paused":
        return True
    progress = dossier.progress
    if dossier.state != "sending" or progress is None:
        return False
    return progress.next_at is None or progress.next_at <= now + _SOON

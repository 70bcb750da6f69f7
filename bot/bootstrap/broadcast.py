"""Build and run `jourfix broadcast` on the database of the server."""

import argparse
import asyncio
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.console import Console

from bot.bootstrap.broadcasts import CoachProofreading, build_following, build_office
from bot.bootstrap.coach import open_embedder
from bot.bootstrap.conversation import build_conversation
from bot.channels.terminal.broadcast_command import BroadcastCommand
from bot.channels.terminal.broadcast_order import Order
from bot.channels.terminal.review_command import read_text
from bot.core.errors import NotAllowedError, SettingsError, StorageError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language, Review
from bot.core.programme.broadcasts.broadcast import Whom
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.mailings import Mailing, Mailings, Progress, Recipient
from bot.files.organisation import load_organisation
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings, split_list
from bot.storage.erasure import Retention
from bot.storage.memory import MemoryRecords, SilentOutbox
from bot.storage.opening import Storage, open_storage


def run_broadcast(chosen: argparse.Namespace) -> int:
    """Run one command of `jourfix broadcast`."""
    return asyncio.run(_run(load_settings(), chosen))


async def _run(settings: Settings, chosen: argparse.Namespace) -> int:
    editor = find_editor(chosen.editor, split_list(settings.editors))
    clock = SystemClock(datetime.UTC)
    retention = Retention(settings.draft_days, settings.review_days)
    storage = await open_storage(settings.database, settings.secret, clock, retention)
    try:
        return await _carry_out(_build_command(settings, storage, editor), chosen)
    finally:
        await storage.close()


def _build_command(settings: Settings, storage: Storage, editor: str) -> BroadcastCommand:
    organisation = (
        load_organisation(settings.organisation) if settings.organisation else NO_ORGANISATION
    )
    office = build_office(
        settings,
        storage.shelves,
        open_mailings(settings, storage),
        _LateProofreading(settings),
        SystemClock(datetime.UTC),
        organisation.timezone,
    )
    following = build_following(storage.shelves, office, SilentOutbox())
    return BroadcastCommand(
        Dispatch(office),
        following,
        editor,
        settings.editor_language,
        None,
        Console(),
        asyncio.sleep,
    )


async def _carry_out(command: BroadcastCommand, chosen: argparse.Namespace) -> int:
    match chosen.action:
        case "list":
            return await command.list_latest()
        case "show":
            return await command.show(chosen.id)
        case "send":
            return await command.send(read_order(chosen))
        case "pause":
            return await command.pause(chosen.id)
        case "resume":
            return await command.resume(chosen.id)
        case "stop":
            return await command.stop(chosen.id)
        case "report":
            return await (command.watch if chosen.watch else command.report)(chosen.id)
        case _:
            return await command.resolve(chosen.id, send_again=chosen.decision == "send-again")


def read_order(chosen: argparse.Namespace) -> Order:
    """Read what is to be sent from the flags.

    Raises:
        DraftUnreadableError: a file of text cannot be read.
    """
    files = {one: getattr(chosen, f"text_{one}") for one in LANGUAGES}
    texts = {
        language: read_text(None if file == "-" else Path(file))
        for language, file in files.items()
        if file
    }
    return Order(
        texts,
        Whom(chosen.cohort, chosen.reads, chosen.level, chosen.network),
        chosen.at,
        chosen.fallback,
        chosen.tip,
        is_cleared=chosen.cleared,
        is_dry=chosen.dry_run,
        watches=chosen.watch,
    )


def find_editor(named: str, editors: Sequence[str]) -> str:
    """Find who acts: the editor that was named, or the only one there is.

    Raises:
        SettingsError: nobody is an editor.
        NotAllowedError: nobody was named where there are several, or somebody who is none.
    """
    if not editors:
        raise SettingsError(
            "JOURFIX_EDITORS is empty: nobody may send broadcasts. Name the comms team, for"
            " example slack:T0123:U0456,teams:TENANT:OBJECT-ID."
        )
    if named in editors:
        return named
    if not named and len(editors) == 1:
        return editors[0]
    raise NotAllowedError(
        f"“{named}” is no editor. Those named in JOURFIX_EDITORS are."
        if named
        else "Who are you? Say it with --as, as you are named in JOURFIX_EDITORS."
    )


@dataclass(frozen=True)
class _LateProofreading:
    """Implements Proofreading; loads the policies only once there is something to review."""

    settings: Settings

    @cached_property
    def _coach(self) -> CoachProofreading:
        embedder = open_embedder(self.settings)
        return CoachProofreading(build_conversation(self.settings, MemoryRecords(), embedder))

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        """Review a text as the server does."""
        return await self._coach.review(text, language, answer)


def open_mailings(_settings: Settings, _storage: Storage) -> Mailings:
    """Open the mailings of the server."""
    return _NoMailings()


class _NoMailings:
    """Stands for mailings where none are kept in the database: what is planned can be seen."""

    async def start(self, _mailing: Mailing, _recipients: Sequence[Recipient]) -> bool:
        """Refuse."""
        raise StorageError(
            "This installation keeps no mailings in its database, so nothing can go out from here."
            " Plan it with --at, or send it in chat."
        )

    async def pause(self, _key: str) -> bool:
        """Find none."""
        return False

    async def resume(self, _key: str) -> bool:
        """Find none."""
        return False

    async def stop(self, _key: str) -> bool:
        """Find none."""
        return False

    async def measure(self, _key: str) -> Progress | None:
        """Find none."""
        return None

    async def settle_unknown(self, _key: str, *, send_again: bool) -> int:  # noqa: ARG002 - of the port
        """Find nobody in doubt."""
        return 0

"""Build and run `jourfix broadcast` on the database of the server."""

import argparse
import asyncio
import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from rich.console import Console

from bot.bootstrap.broadcasts import CoachProofreading, build_following, build_office
from bot.bootstrap.coach import open_embedder
from bot.bootstrap.conversation import build_conversation
from bot.bootstrap.house import opened_house
from bot.bootstrap.mailings import build_mail_room
from bot.bootstrap.pilots import build_embargoes
from bot.bootstrap.storage import opened_storage
from bot.channels.terminal.broadcast_command import BroadcastCommand
from bot.channels.terminal.broadcast_order import Order
from bot.channels.terminal.review_command import read_text
from bot.core.errors import NotAllowedError, SettingsError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language, Review
from bot.core.programme.broadcasts.broadcast import Whom
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.ports import Proofreading
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.tips import LessonTips
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelves
from bot.files.lessons import load_lessons
from bot.files.organisation import load_organisation
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings, split_list
from bot.storage.memory import MemoryRecords, SilentOutbox
from bot.storage.opening import Storage


def run_broadcast(chosen: argparse.Namespace) -> int:
    """Run one command of `jourfix broadcast`."""
    return asyncio.run(_run(load_settings(), chosen))


async def _run(settings: Settings, chosen: argparse.Namespace) -> int:
    editor = find_editor(chosen.editor, split_list(settings.editors))
    clock = SystemClock(datetime.UTC)
    if chosen.action == "send":  # what is rendered and reviewed needs the whole house
        async with opened_house(settings, clock) as house:
            proofreading = CoachProofreading(house.conversation)
            mailings = house.mail_room.mailings
            command = _build_command(settings, house.storage, editor, mailings, proofreading)
            return await _carry_out(command, chosen)
    async with opened_storage(settings, clock) as storage:
        mail_room = build_mail_room(storage, {}, {})
        late = _LateProofreading(settings, storage.shelves)
        try:
            command = _build_command(settings, storage, editor, mail_room.mailings, late)
            return await _carry_out(command, chosen)
        finally:
            await mail_room.close()


def _build_command(
    settings: Settings,
    storage: Storage,
    editor: str,
    mailings: Mailings,
    proofreading: Proofreading,
) -> BroadcastCommand:
    organisation = (
        load_organisation(settings.organisation) if settings.organisation else NO_ORGANISATION
    )
    clock, zone = storage.ledger.clock, organisation.timezone
    office = build_office(settings, storage.shelves, mailings, proofreading, clock, zone)
    following = build_following(storage.shelves, office, SilentOutbox())
    return BroadcastCommand(
        Dispatch(office),
        following,
        editor,
        settings.editor_language,
        LessonTips(LessonOrders(load_lessons(settings.policies))),
        Console(),
        asyncio.sleep,
        storage.audit,
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
    shelves: Shelves

    @cached_property
    def _coach(self) -> CoachProofreading:
        embedder = open_embedder(self.settings)
        conversation = build_conversation(self.settings, MemoryRecords(), embedder)
        embargoes = build_embargoes(self.shelves)
        return CoachProofreading(replace(conversation, embargoes=embargoes))

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        """Review a text as the server does."""
        return await self._coach.review(text, language, answer)

"""Build the commands that keep the house rules of the desk and files in git in step."""

import asyncio
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.bootstrap.house_rules import build_loader, build_publishing, load_house_policy
from bot.bootstrap.storage import opened_storage
from bot.core.desk.audit import Deed
from bot.core.desk.staff import HERE
from bot.core.errors import ContentError
from bot.core.house_rules.house import is_house_path
from bot.core.house_rules.versions import Editor, Outcome
from bot.core.ports import Clock
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, load_settings

_CLOCK = SystemClock(datetime.UTC)
_LARGEST_FILE = 200_000
_SAID: Mapping[Outcome, str] = {
    "published": "Published as version {number}. Every process takes it within a minute.",
    "waits": "Proposed: a colleague confirms it at the comms desk.",
    "same": "These files are in force already (version {number}).",
    "late": "Somebody published meanwhile. Export, compare, and import again.",
}


def export_house(folder: Path, settings: Settings | None = None, clock: Clock = _CLOCK) -> int:
    """Write the published house rules as files."""
    number = asyncio.run(_export(folder, settings or load_settings(), clock))
    sys.stdout.write(f"Version {number} of the house rules is in {folder}.\n")
    return 0


def import_house(
    folder: Path, reason: str, settings: Settings | None = None, clock: Clock = _CLOCK
) -> int:
    """Publish house rules from files.

    Raises:
        ContentError: a file makes no sense, or an example does not hold.
    """
    done, number = asyncio.run(_import(folder, reason, settings or load_settings(), clock))
    sys.stdout.write(_SAID.get(done, done).format(number=number) + "\n")
    return 1 if done == "late" else 0


async def _export(folder: Path, settings: Settings, clock: Clock) -> int:
    async with opened_storage(settings, clock, tells_key=False) as storage:
        current = await build_publishing(settings, storage).find_current()
    if current is None:
        raise ContentError("house", "no version was published yet", "Publish one at the desk.")
    _write(folder, current.files)
    return current.number


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files; what stands there of an older version goes."""
    for path in _list_files(folder) if folder.is_dir() else ():
        if is_house_path(path) and path not in files:
            (folder / path).unlink()
    for path, text in files.items():
        if not is_house_path(path):  # whoever wrote to the database could name a place elsewhere
            raise ContentError(path[:100], "this is none of the house's files", "Ask IT.")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())


async def _import(
    folder: Path, reason: str, settings: Settings, clock: Clock
) -> tuple[Outcome, int]:
    files = _read(folder)
    problem = build_loader(settings).check_files(files)
    if problem is not None:
        raise ContentError(str(folder), problem, "Nothing was published.")
    await load_house_policy(settings, files)
    async with opened_storage(settings, clock, tells_key=False) as storage:
        publishing = build_publishing(settings, storage)
        await publishing.prepare()
        await storage.audit.append(Deed(HERE, "house-rules-imported"))
        done = await publishing.publish_files(Editor(HERE, "import"), reason, files)
        return done, (await publishing.find_head()).number


def _read(folder: Path) -> Mapping[str, str]:
    if not folder.is_dir():
        raise ContentError(str(folder), "there is no such folder", "Name the exported one.")
    files: dict[str, str] = {}
    for path in _list_files(folder):
        data = (folder / path).read_bytes()
        if len(data) > _LARGEST_FILE:
            raise ContentError(path, "this file is too large", "Split the rules.")
        try:
            files[path] = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ContentError(path, "this file is not UTF-8", "Save it as UTF-8.") from error
    if not files:
        raise ContentError(str(folder), "there are no rules here", "A rule is house/<id>.yaml.")
    return files


def _list_files(folder: Path) -> list[str]:
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted(
        path.relative_to(folder).as_posix()
        for path in found
        if path.is_file() and not path.is_symlink()
    )

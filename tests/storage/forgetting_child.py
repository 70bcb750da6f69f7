"""A process of its own for the tests: forgets Ada and is killed on the way, once at every step.

For n = 1, 2, ... it copies a folder with a database, forks, and lets the fork kill itself (SIGKILL)
just before its n-th statement; inside VACUUM also after some instructions of SQLite. It prints the
names of the copies, and ends after the first fork that lived.
"""

import asyncio
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import ADA, SECRET, address_of

_IN_VACUUM = (1, 3, 10, 30)
_INSTRUCTIONS = 40


def die() -> None:
    """End as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_before_statement(number: int) -> None:
    """Count statements and commits from now on."""
    left = iter(range(number - 1, -1, -1))

    def count(*_: Any) -> None:
        if next(left) == 0:
            die()

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def die_inside_vacuum(steps: int) -> None:
    """Let SQLite itself count, in the middle of its work."""
    left = iter(range(steps - 1, -1, -1))

    def count() -> int:
        if next(left) == 0:
            die()
        return 0

    def prepare(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement == "VACUUM":
            driver = connection.connection.dbapi_connection
            driver.run_async(lambda real: real.set_progress_handler(count, _INSTRUCTIONS))

    event.listen(Engine, "before_cursor_execute", prepare)


async def forget(folder: Path, where: str, number: int) -> None:
    """Forget Ada, with death waiting."""
    storage = await open_storage(address_of(folder), SECRET, FakeClock(), Retention())
    if where == "statement":
        die_before_statement(number)
    else:
        die_inside_vacuum(number)
    await storage.records.forget_person(ADA)


def lives(seed: Path, target: Path, where: str, number: int) -> bool:
    """Run it in a fork on a copy; says whether it came to its end."""
    folder = target / f"{where}-{number}"
    shutil.copytree(seed, folder)
    pid = os.fork()
    if pid == 0:
        asyncio.run(forget(folder, where, number))
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{folder.name} failed instead of dying")
    is_alive = not os.WIFSIGNALED(status)
    sys.stdout.write(f"{folder.name} {'lived' if is_alive else 'died'}\n")
    return is_alive


def main() -> None:
    """Take the seed folder and the folder for the copies."""
    seed, target = Path(sys.argv[1]), Path(sys.argv[2])
    number = 1
    while not lives(seed, target, "statement", number):
        number += 1
    for steps in _IN_VACUUM:
        lives(seed, target, "vacuum", steps)


if __name__ == "__main__":
    main()

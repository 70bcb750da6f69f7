"""Real processes at the same database: they start at once, and they write at once."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.postgres import Postgres, made_database
from tests.storage.conftest import Open
from tests.storage.samples import SECRET, address_of, list_files

_ROOT = Path(__file__).parents[2]


class Child:
    """A process that waits for what it should do."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    async def ask(self, **asked: str | int) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked).encode() + b"\n")
        return await self.answer()

    async def answer(self) -> str:
        assert self.process.stdout is not None
        line = await self.process.stdout.readline()
        return line.decode().strip()


@pytest.fixture
async def children() -> AsyncIterator[list[Child]]:
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "error", "-m", "tests.storage.opening_child"),
            cwd=_ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(3)
    ]
    ready = [Child(process) for process in processes]
    for child in ready:
        assert await child.answer() == "ready"
    yield ready
    for process in processes:
        assert process.stdin is not None
        process.stdin.close()
    for process in processes:
        assert await process.wait() == 0


async def ask_all(children: list[Child], address: str, secret: str, drafts: int) -> str:
    """Let all of them open the same database at once; gives the mark on which they agree."""
    marks = await asyncio.gather(
        *(
            child.ask(address=address, secret=secret, person=f"person {number}", drafts=drafts)
            for number, child in enumerate(children)
        )
    )
    assert len(set(marks)) == 1, marks
    assert len(marks[0]) == 64, marks
    return marks[0]


async def test_processes_that_start_at_once_migrate_once_and_share_one_secret(
    children: list[Child], tmp_path: Path
) -> None:
    for attempt in range(8):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        await ask_all(children, address_of(folder), "", drafts=0)
        assert list_files(folder) == ["jourfix.db", "jourfix.db-secret"]


async def test_processes_that_start_at_once_migrate_a_server_once(
    children: list[Child], postgres: Postgres
) -> None:
    for _ in range(8):
        with made_database(postgres) as address:
            await ask_all(children, address, SECRET, drafts=0)


async def test_processes_that_write_at_once_lose_nothing(
    children: list[Child], address: str, open_here: Open
) -> None:
    await ask_all(children, address, SECRET, drafts=40)
    storage = await open_here()
    for number in range(len(children)):
        assert (await storage.records.list_kept(f"person {number}")).drafts == 40

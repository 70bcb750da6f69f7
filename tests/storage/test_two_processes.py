"""Real processes at the same file: they start at once, and they write at once."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.storage.conftest import Open
from tests.storage.samples import address_of

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


async def test_processes_that_start_at_once_migrate_once_and_share_one_secret(
    children: list[Child], tmp_path: Path
) -> None:
    for attempt in range(8):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        asked = (
            child.ask(address=address_of(folder), person="ada", drafts=0) for child in children
        )
        marks = await asyncio.gather(*asked)
        assert len(set(marks)) == 1, marks
        assert len(marks[0]) == 64, marks
        assert sorted(file.name for file in folder.iterdir()) == ["jourfix.db", "jourfix.db-secret"]


async def test_processes_that_write_at_once_lose_nothing(
    children: list[Child], tmp_path: Path, open_here: Open
) -> None:
    asked = (
        child.ask(address=address_of(tmp_path), person=f"person {number}", drafts=40)
        for number, child in enumerate(children)
    )
    marks = await asyncio.gather(*asked)
    assert len(set(marks)) == 1, marks
    storage = await open_here("")
    for number in range(len(children)):
        assert (await storage.records.list_kept(f"person {number}")).drafts == 40

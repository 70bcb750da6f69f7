"""Real processes at the same database: they start at once, and they write at once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Postgres, made_database
from tests.storage.conftest import Open
from tests.storage.samples import SECRET, address_of, list_files

_ROOT = Path(__file__).parents[2]


class Child:
    """A process that waits for what it should do."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tests.storage.opening_child"],
            cwd=_ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def ask(self, **asked: str | int) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture(scope="module")
def children() -> Iterator[list[Child]]:
    started = [Child() for _ in range(3)]
    assert [child.answer() for child in started] == ["ready"] * 3
    yield started
    for child in started:
        child.process.communicate()
        assert child.process.returncode == 0


def ask_all(children: list[Child], address: str, secret: str, drafts: int) -> None:
    """Let all of them open the same database at once; they agree on the marks of people."""
    for number, child in enumerate(children):
        child.ask(address=address, secret=secret, person=f"person {number}", drafts=drafts)
    marks = [child.answer() for child in children]
    assert len(set(marks)) == 1, marks
    assert len(marks[0]) == 64, marks


def test_processes_that_start_at_once_migrate_once_and_share_one_secret(
    children: list[Child], tmp_path: Path
) -> None:
    for attempt in range(8):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        ask_all(children, address_of(folder), "", drafts=0)
        assert list_files(folder) == ["jourfix.db", "jourfix.db-secret"]


def test_processes_that_start_at_once_migrate_a_server_once(
    children: list[Child], postgres: Postgres
) -> None:
    for _ in range(8):
        with made_database(postgres) as address:
            ask_all(children, address, SECRET, drafts=0)


async def test_processes_that_write_at_once_lose_nothing(
    children: list[Child], address: str, open_here: Open
) -> None:
    ask_all(children, address, SECRET, drafts=40)
    storage = await open_here()
    for number in range(len(children)):
        assert (await storage.records.list_kept(f"person {number}")).drafts == 40

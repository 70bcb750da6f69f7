"""Start Jourfix as people do, in its own process, and talk to it over its own wire."""

import atexit
import contextlib
import fcntl
import functools
import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from queue import Queue

from tests.channels.nursery import Forked, start_module

ROOT = Path(__file__).parent.parent.parent
CACHE = "TEST_JOURFIX_CACHE"
Started = Forked | subprocess.Popen[str]
Starter = Callable[[str, Sequence[str], Path, Mapping[str, str]], Started]
_PATIENCE = 60.0  # a machine may be busy; only what fails waits so long


@functools.cache
def shared_cache() -> Path:
    """Give a cache folder for all processes of this run: what one prepared, the next one reads.

    pytest's workers inherit its name from the process that started them (tests/conftest.py).
    """
    if given := os.environ.get(CACHE):
        return Path(given)
    folder = Path(tempfile.mkdtemp(prefix="jourfix-cache-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def prepare_cache() -> None:
    """Fill the cache folder, once for all workers of this run.

    Otherwise the first servers would each compile the policy, and answer late.
    """
    folder, sign = shared_cache(), shared_cache() / "prepared"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not sign.exists():
            with tempfile.TemporaryDirectory() as place, work(Path(place)):
                sign.touch()  # before it says that it works, a worker has read everything


def environment(folder: Path, **settings: str) -> Mapping[str, str]:
    """Give the environment of a fresh installation in `folder`."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("JOURFIX_")}
    return {
        **inherited,
        "JOURFIX_ORGANISATION": str(ROOT / "policies" / "organisation.example.yaml"),
        "JOURFIX_DATABASE": f"sqlite:///{folder / 'jourfix.db'}",
        "JOURFIX_CACHE": str(shared_cache()),
        "JOURFIX_PORT": "0",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        **settings,
    }


@dataclass
class RunningServer:
    """A `jourfix serve` of its own."""

    process: Started
    port: int = 0
    log: list[str] = field(default_factory=list)
    _grown: threading.Condition = field(default_factory=threading.Condition)

    def note(self, line: str) -> None:
        with self._grown:
            self.log.append(line)
            self._grown.notify_all()

    def find_lines(self, words: str) -> list[str]:
        """Wait until a line has these words; what a process did may be seen before its log."""
        with self._grown:
            assert self._grown.wait_for(
                lambda: any(words in line for line in self.log), _PATIENCE
            ), f"“{words}” is not in: " + "".join(self.log)
            return [line for line in self.log if words in line]


@contextlib.contextmanager
def serve(
    folder: Path, *flags: str, start: Starter = start_module, **settings: str
) -> Iterator[RunningServer]:
    """Run `jourfix serve` until the block ends; it prints its address when it listens."""
    prepare_cache()
    command, sign = ("bot", "serve", *flags), r"http://127\.0\.0\.1:(\d+)"
    with run(command, sign, folder, settings, start) as running:
        yield running


@contextlib.contextmanager
def work(folder: Path, **settings: str) -> Iterator[RunningServer]:
    """Run `jourfix worker` until the block ends."""
    with run(("bot", "worker"), r"(?P<port>)Jourfix works", folder, settings) as running:
        yield running


@contextlib.contextmanager
def keep_time(folder: Path, **settings: str) -> Iterator[RunningServer]:
    """Run `jourfix clock` until the block ends; it says so when it has looked once."""
    with run(("bot", "clock"), r"(?P<port>)Jourfix keeps the time", folder, settings) as running:
        yield running


@contextlib.contextmanager
def run(
    command: Sequence[str],
    sign: str,
    folder: Path,
    settings: Mapping[str, str],
    start: Starter = start_module,
) -> Iterator[RunningServer]:
    """Run a module with arguments until the block ends; it is ready when it prints a sign."""
    module, *arguments = command
    process = start(module, arguments, folder, environment(folder, **settings))
    running = RunningServer(process)
    found: Queue[int | None] = Queue()

    def follow() -> None:
        for line in process.stdout:
            running.note(line)
            match = re.search(sign, line)
            if match:
                found.put(int(match.group(1) or 0))
        found.put(None)

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    try:
        port = found.get(timeout=_PATIENCE)
        assert port is not None, f"{command[-1]} did not start: " + "".join(running.log)
        running.port = port
        yield running
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        thread.join(_PATIENCE)
        process.stdin.close()
        process.stdout.close()


@dataclass
class Said:
    """One message as a channel showed it: its kind, its plain words, its buttons."""

    kind: str
    words: str
    choices: list[tuple[str, str]] = field(default_factory=list)
    markup: str = ""


def fits(value: str, wanted: str) -> bool:
    """Say whether a button's value is the wanted one; the name of its draft may follow."""
    return value == wanted or not wanted or value.startswith(f"{wanted} ")


@dataclass
class WebPerson:
    """Somebody with the page open: reads the stream, says and chooses."""

    port: int
    cookie: str = ""
    conversation: str = ""
    shown: "Queue[Said]" = field(default_factory=Queue)

    def open_page(self, language: str = "en") -> Said:
        headers = {"Accept-Language": language, **self._headers()}
        response, body = self.request("GET", "/", headers=headers)
        self.cookie = self.cookie or response.getheader("Set-Cookie", "").split(";")[0]
        match = re.search(r'data-conversation="([^"]+)"', body)
        assert match, body[:400]
        self.conversation = match.group(1)
        self.follow()
        article = re.search(r"<article.*?</article>", body, re.DOTALL)
        assert article
        return read_article(article.group())

    def _headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie} if self.cookie else {}

    def follow(self) -> None:
        """Open the stream of the conversation; what comes is put into `shown`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        path = f"/events?conversation={self.conversation}"
        connection.request("GET", path, headers=self._headers())
        threading.Thread(target=self._follow, args=(connection,), daemon=True).start()

    def _follow(self, connection: http.client.HTTPConnection) -> None:
        """Read the stream until the server ends it."""
        stream = connection.getresponse()
        try:
            for line in stream:
                if line.startswith(b"data: "):
                    self.shown.put(read_article(json.loads(line[6:])["html"]))
        except (OSError, ValueError, http.client.HTTPException):
            pass  # the server went away, as servers do at the end of a test
        finally:
            stream.close()
            connection.close()

    def request(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.request(method, path, body or None, dict(headers or {}))
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    def post(self, payload: Mapping[str, object], **headers: str) -> int:
        response, _ = self.request(
            "POST",
            "/say",
            json.dumps({"conversation": self.conversation, **payload}).encode(),
            {
                "Content-Type": "application/json",
                "Origin": f"http://127.0.0.1:{self.port}",
                **self._headers(),
                **headers,
            },
        )
        return response.status

    def say(self, text: str) -> None:
        assert self.post({"text": text}) == 202

    def choose(self, action: str, value: str) -> None:
        assert self.post({"choice": {"action": action, "value": value}}) == 202

    def fill(self, action: str, value: str, words: str) -> None:
        """Write into a form and send it off."""
        assert self.post({"choice": {"action": action, "value": value}, "text": words}) == 202

    def read(self) -> Said:
        return self.shown.get(timeout=_PATIENCE)


def read_article(html: str) -> Said:
    """Read an <article> as a screen reader would: kind, words, buttons."""
    kind = re.search(r'class="message ([\w-]+)"', html)
    choices = [
        (unescape(action), unescape(value))
        for action, value in re.findall(r'data-action="([^"]*)" data-value="([^"]*)"', html)
    ]
    words = unescape(re.sub(r"<[^>]+>", "", html.replace("<br>", "\n")))
    return Said(kind.group(1) if kind else "", words, choices, html)


@dataclass
class TerminalPerson:
    """Somebody at `jourfix chat`: types blocks, reads up to the prompt, chooses by number."""

    process: Forked
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def read_answer(self) -> str:
        answer = ""
        while not answer.endswith("\n› "):
            sign = self.process.stdout.read(1)
            assert sign, f"the chat ended after: {answer}"
            answer += sign
        return answer

    def type(self, block: str) -> str:
        self.process.stdin.write(block)
        self.process.stdin.flush()
        return self.read_answer()


@contextlib.contextmanager
def chat(folder: Path, **settings: str) -> Iterator[TerminalPerson]:
    """Run `jourfix chat` until the block ends."""
    prepare_cache()
    known = {**environment(folder, **settings), "COLUMNS": "100"}
    process = start_module("bot", ["chat"], folder, known)
    try:
        yield TerminalPerson(process)
    finally:
        process.stdin.close()
        process.wait(_PATIENCE)
        process.stdout.close()

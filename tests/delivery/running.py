"""Start the processes that send mailings, and somebody who starts mailings, each on its own."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.core.programme.mailings import Progress
from tests.channels.nursery import Forked, start_module
from tests.channels.running import ROOT, RunningServer, environment, run
from tests.delivery.clocks import count_days_ahead
from tests.fakes.slack.person import settings_for
from tests.fakes.slack.platform import FakeSlack

_PATIENCE = 60.0
_LISTENS = r"http://127\.0\.0\.1:(\d+)"
_WORKS = r"(?P<port>)Jourfix works"


@dataclass
class Editor:
    """Somebody who starts mailings."""

    process: Forked

    def ask(self, command: str, **arguments: Any) -> Any:
        self.process.stdin.write(json.dumps([command, arguments]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def tell(self, what: str, key: str, **more: Any) -> Any:
        return self.ask("tell", what=what, key=key, **more)

    def measure(self, key: str) -> Progress:
        return Progress(**self.tell("measure", key))

    def wait_until(
        self, key: str, is_so: Callable[[Progress], bool], seconds: float = _PATIENCE
    ) -> Progress:
        """Ask until a mailing is so far: nobody tells an editor."""
        give_up_at = time.monotonic() + seconds
        while True:
            progress = self.measure(key)
            if is_so(progress):
                return progress
            assert time.monotonic() < give_up_at, progress
            time.sleep(0.1)


@dataclass
class Post:
    """A programme in a small Slack: its database, its senders, its editor."""

    slack: FakeSlack
    folder: Path
    settings: dict[str, str]
    days_ahead: int = field(default_factory=count_days_ahead)

    @contextlib.contextmanager
    def sender(self, what: str = "worker") -> Iterator[RunningServer]:
        """Run a process that sends until the block ends."""
        command = ["tests.delivery.worker_child", what, str(self.days_ahead)]
        sign = _WORKS if what == "worker" else _LISTENS
        with run(command, sign, self.folder, self.settings) as running:
            yield running

    @contextlib.contextmanager
    def editor(self, a_second: float = 0.0) -> Iterator[Editor]:
        """Run somebody who starts mailings until the block ends."""
        known = environment(self.folder, **self.settings)
        words = [
            known["JOURFIX_DATABASE"],
            known.get("JOURFIX_SECRET", ""),
            str(self.days_ahead),
            str(a_second),
        ]
        process = start_module("tests.delivery.editor_child", words, ROOT, known)
        try:
            assert process.stdout.readline() == "ready\n"
            yield Editor(process)
        finally:
            process.stdin.close()
            process.wait(_PATIENCE)
            process.stdout.close()


def make_post(
    slack: FakeSlack, folder: Path, database: dict[str, str], a_second: float = 1_000
) -> Post:
    pace = {"JOURFIX_SLACK_A_SECOND": str(a_second)}
    return Post(slack, folder, {**settings_for(slack), **database, **pace})

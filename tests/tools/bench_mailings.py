"""How fast mailings are planned and sent, what they use of a limit, and whether answers wait.

Everything runs in processes of its own, on an SQLite file unless it says otherwise; the same run
measures a loop without any engine, and somebody else's engine on PostgreSQL.
"""

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.delivery.running import make_post
from tests.fakes.slack.person import SlackPerson
from tests.fakes.slack.platform import FakeSlack
from tests.postgres import made_database, run_postgres
from tests.tools.mailing_load import TOKEN
from tests.tools.mailing_pace import measure_pace
from tests.tools.other_queue import measure_other_queue

ROOT = Path(__file__).parent.parent.parent
_MANY, _SENT, _ON_SERVER = 100_000, 20_000, 5_000
_WORKSPACES, _LIMIT = 6, 20
_ANSWERED = 20  # drafts, beside a mailing of ten thousand
_DRAFT = "Today we planted a tree in front of the canteen."


@dataclass(frozen=True)
class MailingFigures:
    """What was measured; rates are messages a second."""

    planned: float  # seconds, for a hundred thousand people
    memory: float  # MB at most, of planning and of sending
    ours: float
    bare: float
    ours_on_server: float
    other_on_server: float
    used: float
    hit: int
    answer: float  # seconds, in the median
    answer_meanwhile: float
    slowest_meanwhile: float


def measure_mailings() -> MailingFigures:
    """Measure everything."""
    with small_slack() as slack, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = f"sqlite:///{folder / 'many.db'}"
        run("gather", many, _MANY, slack)
        planned = run("plan", many, _MANY, slack)
        address = f"sqlite:///{folder / 'some.db'}"
        run("gather", address, _SENT, slack)
        run("plan", address, _SENT, slack)
        ours = run("send", address, _SENT, slack)
        bare = run("bare", address, _SENT, slack)
    on_server, other = measure_on_server()
    used, hit = measure_pace(_MANY, _WORKSPACES, _LIMIT)
    quiet, meanwhile = measure_answers()
    return MailingFigures(
        planned["found"]["seconds"],
        max(planned["peak"], ours["peak"]),
        _SENT / ours["found"]["seconds"],
        _SENT / bare["found"]["seconds"],
        on_server,
        other,
        used,
        hit,
        statistics.median(quiet),
        statistics.median(meanwhile),
        max(meanwhile),
    )


def measure_on_server() -> tuple[float, float]:
    """Measure our engine and another one on PostgreSQL, messages a second."""
    with small_slack() as slack, run_postgres() as server:
        with made_database(server) as address:
            run("gather", address, _ON_SERVER, slack)
            run("plan", address, _ON_SERVER, slack)
            ours = run("send", address, _ON_SERVER, slack)
        with made_database(server) as address:
            rate, _ = measure_other_queue(address, slack, TOKEN, _ON_SERVER)
    return _ON_SERVER / ours["found"]["seconds"], rate


def measure_answers() -> tuple[list[float], list[float]]:
    """Measure how long a draft's review takes, alone and while a mailing to 10,000 runs."""
    slack = FakeSlack()
    slack.start()
    try:
        with tempfile.TemporaryDirectory() as name:
            post = make_post(slack, Path(name), {}, a_second=50)
            with post.editor() as editor, post.sender("serve") as server:
                editor.ask("gather", first=0, count=10_000, teams=["T1", "T2"])
                ada = SlackPerson(slack, server.port, user="U9ADA")
                ada.say(_DRAFT)
                ada.read(), ada.read()
                quiet = [time_answer(ada, number) for number in range(_ANSWERED)]
                editor.ask("start", key="tip:1", first=0, count=10_000, teams=["T1", "T2"])
                slack.wait_for(lambda: len(slack.posts) > 500, 60)
                meanwhile = [time_answer(ada, 100 + number) for number in range(_ANSWERED)]
                assert editor.measure("tip:1").waiting
                editor.tell("stop", "tip:1")
    finally:
        slack.stop()
    return quiet, meanwhile


def time_answer(ada: SlackPerson, number: int) -> float:
    ada.thread = ""
    began = time.perf_counter()
    ada.say(f"{_DRAFT} It is number {number}.")
    assert ada.read().kind == "review"
    return time.perf_counter() - began


@contextlib.contextmanager
def small_slack() -> Iterator[str]:
    """Run a small Slack in a process of its own; gives its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.tools.mailing_load", "slack"],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        yield process.stdout.readline().strip()
        assert process.stdin
        process.stdin.close()


def run(what: str, address: str, people: int, slack: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.tools.mailing_load", what, address, str(people), slack],
        cwd=ROOT, text=True, check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    for field, value in vars(measure_mailings()).items():
        print(f"{field}: {value:.3f}")

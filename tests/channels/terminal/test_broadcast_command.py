"""`jourfix broadcast`: what editors do at a terminal, with what exit status."""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from bot.channels.terminal.broadcast_command import BroadcastCommand
from bot.channels.terminal.broadcast_order import Order
from bot.core.deliveries import Return
from bot.core.errors import StorageError
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.broadcast import Whom
from bot.core.programme.hours import Hours
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.channels.nursery import run_module
from tests.channels.running import environment
from tests.core.programme.broadcasts.house import EDITOR, MONDAY, House, SmallLibrary, make_person
from tests.fakes.audit import FakeAuditLog
from tests.fakes.ports import FakeClock

TEXT = "Am Donnerstag ist Jourfix."


class Terminal:
    """A command at a house in memory, and what it printed."""

    def __init__(self) -> None:
        self.house = House()
        self.printed = io.StringIO()
        self.looks = 0
        self.audit = FakeAuditLog()
        self.command = BroadcastCommand(
            self.house.dispatch, self.house.following, EDITOR, "en", SmallLibrary(),
            Console(file=self.printed, width=200, force_terminal=False), self.sleep, self.audit,
        )  # fmt: skip

    async def sleep(self, seconds: float) -> None:
        """Let three more go out meanwhile."""
        assert seconds > 0
        self.looks += 1
        await self.house.mailings.send_due(most=3)

    def read(self) -> str:
        words = self.printed.getvalue()
        self.printed.seek(0)
        self.printed.truncate()
        return words

    async def find_name(self) -> str:
        (one,) = await self.house.office.list_latest(1)
        return one.draft.id


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


async def test_a_broadcast_is_sent_and_watched_until_it_is_through(terminal: Terminal) -> None:
    await terminal.house.join_many(10)
    assert await terminal.command.send(Order({"de": TEXT}, watches=True)) == 0
    words = terminal.read()
    assert terminal.looks == 4
    assert "Reaches 10 people" in words
    assert "Delivered" in words
    assert "Done." in words
    assert len(terminal.house.mailings.sent) == 10


async def test_watching_ends_where_people_wait_for_another_day(terminal: Terminal) -> None:
    await terminal.house.join(make_person("U1"), make_person("U2", hours=Hours(days=(2,))))
    assert await terminal.command.send(Order({"de": TEXT}, watches=True)) == 0
    words = terminal.read()
    assert terminal.looks == 1
    assert "Next: Wed, 25 Nov 2026 at 09:00" in words


async def test_those_in_doubt_give_an_exit_status_of_their_own(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    await terminal.house.join_many(10)
    terminal.house.mailings.doubts = {"slack:T1:U3": "lost"}
    assert await terminal.command.send(Order({"de": TEXT}, watches=True)) == 3
    name = await terminal.find_name()
    assert await terminal.command.report(name) == 3
    assert await terminal.command.resolve(name, send_again=False) == 0
    assert "you left it at that" in terminal.read()
    assert await terminal.command.resolve(name, send_again=False) == 1
    assert "nobody is in doubt" in capsys.readouterr().err


async def test_a_small_segment_shows_no_number_while_it_is_watched(terminal: Terminal) -> None:
    await terminal.house.join_many(7)
    order = Order({"de": TEXT}, Whom(language="de"), watches=True)
    assert await terminal.command.send(order) == 0
    words = terminal.read()
    assert "fewer than ten" in words
    assert not any(f" {number}" in words for number in range(1, 8))
    assert "%" not in words


async def test_pause_resume_and_stop_say_what_is(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    await terminal.house.join_many(10)
    await terminal.command.send(Order({"de": TEXT}))
    name = await terminal.find_name()
    assert await terminal.command.pause(name) == 0
    assert "Paused" in terminal.read()
    assert await terminal.command.resume(name) == 0
    assert await terminal.command.stop(name) == 0
    assert await terminal.command.pause(name) == 1
    assert "The broadcast is: stopped" in capsys.readouterr().err
    assert await terminal.command.stop("nosuch") == 1
    assert "no longer exists" in capsys.readouterr().err
    told = [(one.person, one.action, one.subject) for one in terminal.audit.deeds]
    words = ("sent", "paused", "resumed", "stopped", "paused")  # one each; what is gone: none
    assert told == [(EDITOR, f"broadcast-{word}", name) for word in words]
    assert all(one.details == {"channel": "terminal"} for one in terminal.audit.deeds)


async def test_a_plan_is_listed_and_taken_off(terminal: Terminal) -> None:
    await terminal.house.join_many(10)
    assert await terminal.command.send(Order({"de": TEXT}, at="2026-11-24 10:00")) == 0
    await terminal.command.list_latest()
    assert "scheduled" in terminal.read()
    assert await terminal.command.stop(await terminal.find_name()) == 0
    await terminal.command.list_latest()
    assert "draft" in terminal.read()


async def test_the_editor_sees_it_in_chat_too(terminal: Terminal) -> None:
    await terminal.house.join(make_person("UED"))
    await terminal.command.send(Order({"de": TEXT}))
    await terminal.house.following.refresh()
    assert [sent.to.person for sent in terminal.house.outbox.sent.values()] == [EDITOR]


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (Order({}), "no text yet"),
        (Order({"de": "Our patient went home."}), "can't go out like this"),
        (Order({"de": "Our patient went home."}, is_cleared=True), "can't go out like this"),
        (Order({"de": "A secret."}), "--cleared"),
        (Order({"de": TEXT}, Whom(cohort="Pionears")), "Did you mean “Pioneers”?"),
        (Order({"de": TEXT}, Whom(level="often")), "Fewer than five"),
        (Order({"de": TEXT}, at="Sunday 10:00"), "--at: Nobody gets anything at weekends"),
        (Order({"de": TEXT}, fallback="nl"), "--fallback is nl, which has no text"),
        (Order({"de": "x" * 3_001}), "--text-de has 3001 characters"),
        (Order({}, tip="nothing"), "There is no tip “nothing”"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_its_reason(
    terminal: Terminal, order: Order, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await terminal.house.join_many(10, cohorts=("Pioneers",))
    assert await terminal.command.send(order) == 1
    assert sentence in capsys.readouterr().err
    assert not terminal.house.mailings.kept
    assert await terminal.house.office.list_latest(5) == []
    assert terminal.audit.deeds == []


async def test_nothing_is_sent_that_could_not_be_noted(terminal: Terminal) -> None:
    await terminal.house.join_many(10)
    terminal.audit.is_broken = True
    with pytest.raises(StorageError):
        await terminal.command.send(Order({"de": TEXT}))
    assert not terminal.house.mailings.kept


async def test_a_dry_run_keeps_and_sends_nothing(terminal: Terminal) -> None:
    await terminal.house.join_many(10)
    order = Order({"de": "A secret."}, is_cleared=True, is_dry=True, tip="hashtags")
    assert await terminal.command.send(order) == 0
    words = terminal.read()
    assert "Let hashtags be read" in words
    assert "this was a dry run" in words
    assert await terminal.house.office.list_latest(5) == []
    assert terminal.audit.deeds == []


async def test_what_an_editor_wrote_cannot_steer_the_terminal(terminal: Terminal) -> None:
    await terminal.house.join_many(10, cohorts=("\x1b]0;x\x07[bold]",))
    order = Order({"de": "\x1b[31mrot [bold]fett[/bold]"}, Whom(cohort="\x1b]0;x\x07[bold]"))
    assert await terminal.command.send(order) == 0
    await terminal.command.list_latest()
    await terminal.command.report(await terminal.find_name())
    words = terminal.read()
    assert "\x1b" not in words
    assert "[bold]fett[/bold]" in words


async def list_deeds(database: str) -> list[tuple[str, str]]:
    storage = await open_storage(database, "", FakeClock(MONDAY), Retention(14, 400))
    found = [one.read_deed() for one in await storage.audit.list_newest(50)]
    await storage.close()
    assert {one.person for one in found if one} == {EDITOR}
    return [(one.action, one.subject) for one in reversed(found) if one]


async def keep_ambassadors(database: str, people: Sequence[Ambassador]) -> None:
    storage = await open_storage(database, "", FakeClock(MONDAY), Retention(14, 400))
    shelf = storage.shelves.open_shelf("ambassadors", Ambassador)
    for one in people:
        await shelf.keep(one.person, one, one.person)
    await storage.close()


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *words: str, stdin: str = "", **settings: str) -> Said:
    known = {"JOURFIX_EDITORS": f"{EDITOR},terminal", "COLUMNS": "160", **settings}
    surroundings = environment(folder, **known)
    done = run_module("bot", ("broadcast", *words), folder, surroundings, stdin.encode())
    said = Said(done.returncode, done.out.decode(), done.err.decode())
    assert "Traceback" not in said.stderr, said.stderr
    return said


async def test_on_the_database_of_the_server(tmp_path: Path) -> None:
    to = Return("slack", "slack:T1:U1", {})
    ada = Ambassador("slack:T1:U1", to, "nl", "often", (), datetime.datetime.now(datetime.UTC))
    await keep_ambassadors(f"sqlite:///{tmp_path / 'jourfix.db'}", [ada])
    text = ("--text-de", "-", "--at", "tuesday 10:00")
    assert run(tmp_path, "list").returncode == 2  # there are two editors
    assert "--as" in run(tmp_path, "list").stderr
    assert "no editor" in run(tmp_path, "list", "--as", "slack:T1:U1").stderr
    patient = "Frau Meier von Zimmer 12 durfte heute nach ihrem Schlaganfall nach Hause."
    refused = run(tmp_path, "send", *text, "--as", EDITOR, stdin=patient)
    assert refused.returncode == 1
    assert "Frau Meier" in refused.stdout
    planned = run(tmp_path, "send", *text, "--as", EDITOR, stdin=f"Jourfix\n\n{TEXT}")
    assert planned.returncode == 0, planned.stderr
    listed = run(tmp_path, "list", "--as", "terminal")
    assert "scheduled" in listed.stdout
    name = listed.stdout.splitlines()[-1].split()[0]
    shown = run(tmp_path, "show", name, "--as", EDITOR, JOURFIX_EDITOR_LANGUAGE="nl")
    assert "Bereikt 1 persoon" in shown.stdout
    assert run(tmp_path, "stop", name, "--as", EDITOR).returncode == 0
    in_slack = {"JOURFIX_SLACK_BOT_TOKEN": "xoxb-1", "JOURFIX_SLACK_SIGNING_SECRET": "s"}
    sent = run(tmp_path, "send", "--text-nl", "-", "--as", EDITOR, stdin=TEXT, **in_slack)
    assert sent.returncode == 0, sent.stderr
    name = sent.stdout.splitlines()[-1].split()[0]
    assert run(tmp_path, "pause", name, "--as", EDITOR).returncode == 0
    assert run(tmp_path, "pause", name, "--as", EDITOR).returncode == 0  # it is paused
    assert "Still waiting" in run(tmp_path, "report", name, "--as", EDITOR).stdout
    stopped = run(tmp_path, "stop", name, "--as", EDITOR)
    assert "their turn hadn't come" in " ".join(stopped.stdout.split())
    assert run(tmp_path, "resume", name, "--as", EDITOR).returncode == 1
    words = ("sent", "unscheduled", "sent", "paused", "paused", "stopped", "resumed")
    noted = await list_deeds(f"sqlite:///{tmp_path / 'jourfix.db'}")
    assert [action for action, _ in noted] == [f"broadcast-{word}" for word in words]
    assert [subject for _, subject in noted[2:]] == [name] * 5
    missing = run(tmp_path, "send", "--text-de", "nowhere.txt", "--as", EDITOR)
    assert missing.returncode == 2
    assert "cannot be read" in missing.stderr
    tip = run(tmp_path, "send", "--tip", "nothing", "--as", EDITOR)
    assert "There is no tip “nothing”" in tip.stderr
    tip = run(tmp_path, "send", "--tip", "hashtags-explained", "--dry-run", "--as", EDITOR)
    assert "this was a dry run" in tip.stdout, tip.stderr

"""The bundle of the week: to whoever joined, at their hour, once."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from tests.channels.running import RunningServer, run
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack

_SATURDAY = "2026-11-21T10:00:00+00:00"
_JUST_BEFORE_TEN = "2026-11-24T08:59:57+00:00"  # a Tuesday, 9:59:57 in Berlin
_NIGHT = "2026-11-24T22:00:00+00:00"
_LISTENS = r"http://127\.0\.0\.1:(\d+)"


@contextlib.contextmanager
def serve_at(moment: str, folder: Path, slack: FakeSlack) -> Iterator[RunningServer]:
    command = ("tests.programme.serve_child", "serve", moment)
    with run(command, _LISTENS, folder, settings_for(slack)) as server:
        yield server


def join(ada: SlackPerson) -> None:
    ada.say("meedoen")
    for value in ("", "nl", "nl linkedin", "nl linkedin -", "nl linkedin often"):
        while ada.read().kind == "greeting":
            pass
        ada.choose("join", value)
    assert ada.read().kind == "join-consent"
    ada.choose("join", "nl linkedin often yes")
    assert ada.read().kind == "joined"


def test_it_comes_once_at_the_persons_hour_and_takes_a_vote(
    tmp_path: Path, slack: FakeSlack
) -> None:
    with serve_at(_SATURDAY, tmp_path, slack) as server:
        ada = SlackPerson(slack, server.port)
        join(ada)
    with serve_at(_JUST_BEFORE_TEN, tmp_path, slack) as server:
        ada.port = server.port
        bundle = ada.read()
        assert bundle.kind == "bundle"
        for words in ("Je weekpost", "Tip van de week", "Dilemma van de week", "Een idee"):
            assert words in bundle.words
        ada.choose("vote")
        assert ada.read().kind == "dilemma-explained"
    with serve_at(_NIGHT, tmp_path, slack) as server:
        ada.port = server.port
        ada.say("weekpost")  # asked for, it comes at any hour
        assert ada.read().kind == "bundle"
    assert sum("Je weekpost" in str(post) for post in slack.posts) == 2


def test_nothing_comes_to_whoever_switched_it_off(tmp_path: Path, slack: FakeSlack) -> None:
    with serve_at(_SATURDAY, tmp_path, slack) as server:
        ada = SlackPerson(slack, server.port)
        join(ada)
        ada.say("programma")
        assert ada.read().kind == "programme"
        ada.choose("programme-set", "bundle")
        ada.read()
        ada.choose("programme-set", "bundle never")
        assert "Weekpost: niet" in ada.read().words
    with serve_at(_JUST_BEFORE_TEN, tmp_path, slack) as server:
        ada.port = server.port
        ada.say("programma")
        assert ada.read().kind == "programme"
    assert not any("Je weekpost" in str(post) for post in slack.posts)

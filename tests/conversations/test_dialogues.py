"""Every dialogue through every channel that exists, each as a person of its own."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.running import (
    RunningServer,
    Said,
    TerminalPerson,
    WebPerson,
    chat,
    fits,
    serve,
)
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.person import settings_for as teams_settings_for
from tests.fakes.teams.platform import FakeTeams

HERE = Path(__file__).parent
DIALOGUES = sorted(HERE.glob("*.yaml"))
Turn = Mapping[str, Any]
_numbers = itertools.count(1)


def read_turns(path: Path) -> Sequence[Turn]:
    return list(yaml.safe_load(path.read_text("utf-8")))


def split_choice(turn: Turn) -> tuple[str, str]:
    action, _, value = turn["ada chooses"].partition(" ")
    return action, value


def check_words(turn: Turn, words: str) -> None:
    flat = " ".join(words.split())
    for wanted in turn.get("with", ()):
        assert " ".join(wanted.split()) in flat, f"“{wanted}” is missing in: {flat}"
    for unwanted in turn.get("without", ()):
        assert unwanted not in flat, f"“{unwanted}” stands in: {flat}"


def follow(
    path: Path, ada: WebPerson | SlackPerson | TeamsPerson, greeting: Said | None = None
) -> None:
    """Play a dialogue; a greeting that the channel gives by itself came before."""
    offered = list(greeting.choices) if greeting else []
    for turn in read_turns(path):
        if "ada says" in turn:
            ada.say(turn["ada says"])
        else:
            action, value = split_choice(turn)
            found = [one for one in offered if one[0] == action and fits(one[1], value)]
            assert found, f"{action} {value} was not offered: {offered}"
            ada.choose(*found[-1])
        words = ""
        for kind in turn["bot answers"]:
            said = greeting if greeting and kind == "greeting" else ada.read()
            assert said.kind == kind, said.words
            words += said.words + "\n"
            offered += said.choices
        check_words(turn, words)


@pytest.fixture(scope="module")
def workspace() -> Iterator[FakeSlack]:
    running = FakeSlack()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def office() -> Iterator[FakeTeams]:
    running = FakeTeams()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(
    workspace: FakeSlack, office: FakeTeams, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    """One installation with every channel: everybody in it is somebody else."""
    settings = {**settings_for(workspace), **teams_settings_for(office)}
    with serve(tmp_path_factory.mktemp("dialogues"), **settings) as running:
        yield running


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_browser_chat(path: Path, server: RunningServer) -> None:
    ada = WebPerson(server.port)
    follow(path, ada, ada.open_page())


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_slack(path: Path, server: RunningServer, workspace: FakeSlack) -> None:
    follow(path, SlackPerson(workspace, server.port, user=f"U{next(_numbers):04d}"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_teams(path: Path, server: RunningServer, office: FakeTeams) -> None:
    follow(path, TeamsPerson(office, server.port, user=f"29:person-{next(_numbers)}"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_terminal(path: Path, tmp_path: Path) -> None:
    with chat(tmp_path) as ada:
        shown = ada.read_answer()
        for turn in read_turns(path):
            if "ada says" in turn:
                shown = ada.type(turn["ada says"] + "\n.\n")
            else:
                shown = press(ada, shown, *split_choice(turn))
            check_words(turn, unbox(shown))


def press(ada: TerminalPerson, shown: str, action: str, value: str) -> str:
    """Type the number of the button with this action and value."""
    wanted = re.escape(f"{action} {value}".strip())
    match = re.search(rf"(?m)^ +(\d+)  .*\({wanted}(?: [^)]+)?\)$", shown)
    assert match, f"{action} {value} was not offered in: {shown}"
    return ada.type(match.group(1) + "\n")


def unbox(shown: str) -> str:
    """Drop the frames that rich draws around the words."""
    return re.sub(r"[│╭╮╰╯─]", " ", shown)

"""Every dialogue through every channel that exists, each in a process of its own."""

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
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.person import settings_for as teams_settings_for
from tests.fakes.teams.platform import TENANT, FakeTeams

HERE = Path(__file__).parent
DIALOGUES = sorted(HERE.glob("*.yaml"))
ANY_ID = "[0-9a-fW-]+"  # of a thing, or a week
Turn = Mapping[str, Any]


def read_turns(path: Path) -> Sequence[Turn]:
    return list(yaml.safe_load(path.read_text("utf-8")))


def is_editor(path: Path) -> bool:
    """Say whether ada is an editor in a dialogue."""
    return "ada is" in read_turns(path)[0]


def name_browser(path: Path) -> str:
    return f"ada-in-the-browser-of-{path.stem}"


def list_names(path: Path) -> tuple[str, ...]:
    """List how the channels name ada in a dialogue."""
    number = DIALOGUES.index(path)
    return (
        name_browser(path),
        f"slack:{TEAM}:U{number:04d}",
        f"teams:{TENANT}:aad-29:ada-{number}",
    )


def split_choice(choice: str) -> tuple[str, str]:
    """Read “action value”; “<id>” stands for anything."""
    action, _, value = choice.partition(" ")
    return action, value


def find_choice(offered: Sequence[tuple[str, str]], choice: str) -> tuple[str, str]:
    """Find the newest button of an action and a value, of which a part may be any id."""
    action, value = split_choice(choice)
    form = re.compile(re.escape(value).replace("<id>", ANY_ID))
    found = [
        one
        for one in offered
        if one[0] == action and (fits(one[1], value) or form.fullmatch(one[1]))
    ]
    assert found, f"{choice} was not offered: {offered}"
    return found[-1]


def name_editors(path: Path) -> dict[str, str]:
    """Give the setting that makes ada an editor, where she is one."""
    names = ",".join(("terminal", *list_names(path)))
    return {"JOURFIX_EDITORS": names} if is_editor(path) else {}


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
        elif "ada chooses" in turn:
            ada.choose(*find_choice(offered, turn["ada chooses"]))
        elif "ada writes" in turn:
            write(ada, offered, turn)
        words = ""
        for kind in turn.get("bot answers", ()):
            said = greeting if greeting and kind == "greeting" else ada.read()
            greeting = None if kind == "greeting" else greeting
            assert said.kind == kind, said.words
            words += said.words + "\n"
            offered += said.choices
        if "opens" in turn and not isinstance(ada, SlackPerson):  # there it is no message
            said = ada.read()
            assert said.kind == turn["opens"], said.words
            offered += said.choices
        check_words(turn, words)


def write(
    ada: WebPerson | SlackPerson | TeamsPerson, offered: Sequence[tuple[str, str]], turn: Turn
) -> None:
    """Write into the form that was opened, and send it off."""
    if isinstance(ada, SlackPerson):
        ada.submit(turn["ada writes"])
        return
    action, value = find_choice(offered, turn["into"])
    if isinstance(ada, TeamsPerson):
        ada.choose(action, value, turn["ada writes"])
    else:
        ada.fill(action, value, turn["ada writes"])


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


@pytest.fixture
def port(
    path: Path, workspace: FakeSlack, office: FakeTeams, request: pytest.FixtureRequest
) -> Iterator[int]:
    """The port of an installation: what editors do there is seen by all, so they have their own."""
    if not is_editor(path):
        yield request.getfixturevalue("server").port
        return
    settings = {**settings_for(workspace), **teams_settings_for(office), **name_editors(path)}
    with serve(request.getfixturevalue("tmp_path"), **settings) as running:
        yield running.port


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_browser_chat(path: Path, port: int) -> None:
    ada = WebPerson(port, cookie=f"jourfix={name_browser(path)}")
    follow(path, ada, ada.open_page())


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_slack(path: Path, port: int, workspace: FakeSlack) -> None:
    follow(path, SlackPerson(workspace, port, user=f"U{DIALOGUES.index(path):04d}"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_teams(path: Path, port: int, office: FakeTeams) -> None:
    follow(path, TeamsPerson(office, port, user=f"29:ada-{DIALOGUES.index(path)}"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_terminal(path: Path, tmp_path: Path) -> None:
    with chat(tmp_path, **name_editors(path)) as ada:
        shown = ada.read_answer()
        for turn in read_turns(path):
            if "ada says" in turn:
                shown = ada.type(turn["ada says"] + "\n.\n")
            elif "ada chooses" in turn:
                shown = press(ada, shown, turn["ada chooses"])
            elif "ada writes" in turn:
                press(ada, shown, turn["into"])
                shown = ada.type(turn["ada writes"] + "\n.\n")
            check_words(turn, unbox(shown))


def press(ada: TerminalPerson, shown: str, choice: str) -> str:
    """Type the number of the button with this action and value."""
    wanted = re.escape(choice).replace("<id>", ANY_ID)
    match = re.search(rf"(?m)^ +(\d+)  .*\({wanted}(?: [^)]+)?\)$", shown)
    assert match, f"{choice} was not offered in: {shown}"
    return ada.type(match.group(1) + "\n")


def unbox(shown: str) -> str:
    """Drop the frames that rich draws around the words."""
    return re.sub(r"[│╭╮╰╯─]", " ", shown)

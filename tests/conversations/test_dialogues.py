"""Every dialogue through every channel that exists, each in a process of its own."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.running import Said, TerminalPerson, WebPerson, chat, fits, serve
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.person import settings_for as teams_settings_for
from tests.fakes.teams.platform import TENANT, FakeTeams

HERE = Path(__file__).parent
DIALOGUES = sorted(HERE.glob("*.yaml"))
ANY_ID = "[0-9a-f]+"
COOKIE = "ada-in-the-browser-with-a-long-name"
ADA = (COOKIE, "terminal", f"slack:{TEAM}:U0001", f"teams:{TENANT}:aad-29:ada")
Turn = Mapping[str, Any]


def read_turns(path: Path) -> Sequence[Turn]:
    return list(yaml.safe_load(path.read_text("utf-8")))


def settle(path: Path, **settings: str) -> dict[str, str]:
    """Give the settings of a dialogue: in some, ada is an editor."""
    is_editor = "ada is" in read_turns(path)[0]
    return {**settings, "JOURFIX_EDITORS": ",".join(ADA)} if is_editor else settings


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


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_browser_chat(path: Path, tmp_path: Path) -> None:
    with serve(tmp_path, **settle(path)) as server:
        ada = WebPerson(server.port, cookie=f"jourfix={COOKIE}")
        follow(path, ada, ada.open_page())


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_slack(path: Path, tmp_path: Path, slack: FakeSlack) -> None:
    with serve(tmp_path, **settle(path, **settings_for(slack))) as server:
        follow(path, SlackPerson(slack, server.port))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_teams(path: Path, tmp_path: Path, teams: FakeTeams) -> None:
    with serve(tmp_path, **settle(path, **teams_settings_for(teams))) as server:
        follow(path, TeamsPerson(teams, server.port))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_terminal(path: Path, tmp_path: Path) -> None:
    with chat(tmp_path, **settle(path)) as ada:
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
    match = re.search(rf"(?m)^ +(\d+)  .*\({wanted}(?: [0-9a-f]+)?\)$", shown)
    assert match, f"{choice} was not offered in: {shown}"
    return ada.type(match.group(1) + "\n")


def unbox(shown: str) -> str:
    """Drop the frames that rich draws around the words."""
    return re.sub(r"[│╭╮╰╯─]", " ", shown)

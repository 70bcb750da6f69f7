"""What a dialogue is made of: a script that is played through a channel, and what it expects."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.running import Said, WebPerson, fits
from tests.fakes.slack.person import TEAM, SlackPerson
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.platform import TENANT

HERE = Path(__file__).parent
DIALOGUES = sorted(HERE.glob("*.yaml"))
ANY_ID = "[0-9a-fW-]+"  # of a thing, or a week
Turn = Mapping[str, Any]
# What comes unasked, before or after an answer, as the platform happens to take it.
_BY_ITSELF = {"group-chosen"}
each_dialogue = pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)


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
            while said.kind in _BY_ITSELF and kind not in _BY_ITSELF:
                said = ada.read()
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

"""Every dialogue in the terminal chat."""

import re
from pathlib import Path

from tests.channels.running import TerminalPerson, chat
from tests.conversations.dialogue import (
    ANY_ID,
    check_words,
    each_dialogue,
    name_editors,
    read_turns,
)


@each_dialogue
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

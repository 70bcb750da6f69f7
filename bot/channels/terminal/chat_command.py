"""`jourfix chat`: the conversation in a terminal."""

import asyncio
import sys
from dataclasses import dataclass

from rich.console import Console

from bot.channels.terminal.render import print_message
from bot.core.conversation import Conversation
from bot.core.message import Choice, Incoming

_PERSON, _CONVERSATION = "terminal", "terminal"
_HELP = {
    "de": "Text einfügen, dann eine Leerzeile mit einem Punkt. Eine Nummer wählt einen Knopf. Ende: Strg + D.",
    "nl": "Plak je tekst, sluit af met een regel met alleen een punt. Een nummer kiest een knop. Stoppen: Ctrl + D.",
    "en": "Paste your text, end with a line that has only a dot. A number presses a button. Quit: Ctrl + D.",
}


@dataclass(frozen=True)
class ChatCommand:
    """Talks to one person at a terminal."""

    conversation: Conversation

    def run(self) -> int:
        """Talk until the input ends."""
        asyncio.run(self._talk())
        return 0

    async def _talk(self) -> None:
        console = Console()
        choices: tuple[Choice, ...] = ()
        greeting = await self.conversation.introduce(_PERSON, "en")
        print_message(greeting, console)
        console.print(_HELP[greeting.language], style="dim")
        while True:
            console.print("\n› ", end="", markup=False)
            text = await asyncio.to_thread(read_block)
            if text is None:
                return
            offered: tuple[Choice, ...] = ()
            for message in await self.conversation.answer(choose(text, choices)):
                offered += print_message(message, console)
            choices = offered or choices
            for number, choice in enumerate(choices, start=1):
                name = f"{choice.action} {choice.value}".strip()
                console.print(f"  {number}  {choice.label} ({name})", style="dim", markup=False)


def choose(text: str, choices: tuple[Choice, ...]) -> Incoming:
    """Read a number as the choice it stands for, everything else as text."""
    stripped = text.strip()
    if stripped.isdecimal() and len(stripped) < 4 and 1 <= int(stripped) <= len(choices):
        return Incoming(_PERSON, _CONVERSATION, choice=choices[int(stripped) - 1])
    return Incoming(_PERSON, _CONVERSATION, text=text)


def read_block() -> str | None:
    """Read lines up to one with a single dot; a lone number or command is a block of its own."""
    lines: list[str] = []
    for line in sys.stdin:
        if line.strip() == ".":
            return "\n".join(lines)
        lines.append(line.rstrip("\n"))
        if len(lines) == 1 and (line.strip().isdecimal() or line.startswith("/")):
            return lines[0]
    return "\n".join(lines) if lines else None

"""`jourfix chat`: the conversation in a terminal."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from bot.channels.terminal.render import print_message
from bot.core.conversation import Conversation
from bot.core.language.words import detect_language
from bot.core.message import Choice, Form, Incoming, Message

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
        shown = [await self.conversation.introduce(_PERSON, "en")]
        offered = _print_all(shown, console)
        console.print(_HELP[shown[0].language], style="dim")
        while True:
            said = await _read(console, shown)
            if said is None:
                return
            number = _read_number(said, len(offered))
            choice = offered[number] if number is not None else None
            words = "" if choice else said
            if choice in _list_forms(shown):
                words = await _read(console, shown) or ""
            # a press and a word or two are answered in the language of what was shown
            language = shown[-1].language if choice or not detect_language(words) else None
            incoming = Incoming(_PERSON, _CONVERSATION, words, choice, language=language)
            shown = await self.conversation.answer(incoming)
            offered = _print_all(shown, console) or offered
            for place, one in enumerate(offered, start=1):
                name = f"{one.action} {one.value}".strip()
                console.print(f"  {place}  {one.label} ({name})", style="dim", markup=False)


def _print_all(shown: Sequence[Message], console: Console) -> tuple[Choice, ...]:
    return tuple(choice for message in shown for choice in print_message(message, console))


def _list_forms(shown: Sequence[Message]) -> tuple[Choice, ...]:
    return tuple(
        part.choice for message in shown for part in message.parts if isinstance(part, Form)
    )


def _read_number(text: str, most: int) -> int | None:
    """Read the number of a choice, counted from nought; None: something else was written."""
    stripped = text.strip()
    is_number = stripped.isdecimal() and len(stripped) < 4 and 1 <= int(stripped) <= most
    return int(stripped) - 1 if is_number else None


async def _read(console: Console, shown: Sequence[Message]) -> str | None:
    label = next((part.label for one in shown for part in one.parts if isinstance(part, Form)), "")
    console.print(f"\n{label}\n› " if label else "\n› ", end="", markup=False)
    return await asyncio.to_thread(read_block)


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

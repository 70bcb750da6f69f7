"""`jourfix chat`: the conversation in a terminal."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import Console

from bot.channels.terminal.render import print_message
from bot.core.conversation import Conversation
from bot.core.language.words import detect_language
from bot.core.message import Choice, Form, Incoming, Message
from bot.core.model import Language

_PERSON, _CONVERSATION = "terminal", "terminal"
_WRITE = {
    "de": "Schreib jetzt. Eine Zeile, in der nur ein Punkt steht, schließt ab.",
    "nl": "Schrijf nu. Sluit af met een regel met alleen een punt.",
    "en": "Write now. End with a line that has only a dot.",
}
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
        forms: tuple[Choice, ...] = ()
        greeting = await self.conversation.introduce(_PERSON, "en")
        print_message(greeting, console)
        language = greeting.language
        console.print(_HELP[language], style="dim")
        while True:
            console.print("\n› ", end="", markup=False)
            text = await asyncio.to_thread(read_block)
            if text is None:
                return
            incoming = choose(text, choices, language)
            if incoming.choice in forms:
                console.print(f"{_WRITE[language]}\n\n› ", end="", style="dim", markup=False)
                words = await asyncio.to_thread(read_block)
                incoming = replace(incoming, text=words or "")
            answers = await self.conversation.answer(incoming)
            offered: tuple[Choice, ...] = ()
            for message in answers:
                offered += print_message(message, console)
                language = message.language
                if message.follow is not None:  # the same once more, with what took longer
                    for later in await self.conversation.answer(message.follow):
                        offered = print_message(later, console)
            if offered:
                choices, forms = offered, tuple(list_forms(answers))
            for number, choice in enumerate(choices, start=1):
                name = f"{choice.action} {choice.value}".strip()
                console.print(f"  {number}  {choice.label} ({name})", style="dim", markup=False)


def list_forms(messages: Sequence[Message]) -> Iterator[Choice]:
    """List the buttons that send off what is written into a form."""
    parts = (part for message in messages for part in message.parts)
    yield from (part.choice for part in parts if isinstance(part, Form))


def choose(text: str, choices: tuple[Choice, ...], language: Language) -> Incoming:
    """Read a number as a choice, in the language it was offered in; everything else as text."""
    stripped = text.strip()
    if stripped.isdecimal() and len(stripped) < 4 and 1 <= int(stripped) <= len(choices):
        choice = choices[int(stripped) - 1]
        return Incoming(_PERSON, _CONVERSATION, choice=choice, language=language)
    # a word or two are answered in the language of what was shown
    spoken = None if detect_language(text) else language
    return Incoming(_PERSON, _CONVERSATION, text=text, language=spoken)


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

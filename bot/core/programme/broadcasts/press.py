"""A press of an editor's: on which broadcast, and what about it. Values come back from anywhere."""

from dataclasses import dataclass

from bot.core.deliveries import Return
from bot.core.message import Choice, Incoming
from bot.core.model import LANGUAGES, Language

_LONGEST = 150


@dataclass(frozen=True)
class Press:
    """What was pressed, by whom, and what a form brought.

    Args:
        action: Of the button.
        name: The id of a broadcast, as it came back.
        about: What about it.
        text: What was written into a form.
        to: Where this editor can be told something later.
        language: The editor's.
    """

    action: str
    name: str
    about: str
    text: str
    to: Return
    language: Language

    @property
    def about_language(self) -> Language | None:
        """The language it is about, if it is about one."""
        return next((one for one in LANGUAGES if one == self.about), None)


def read_press(incoming: Incoming, choice: Choice, language: Language) -> Press:
    """Read the press of a button like “1a2b3c de”."""
    name, _, about = choice.value[:_LONGEST].partition(" ")
    to = Return(incoming.channel, incoming.person, incoming.place)
    return Press(choice.action, name, about, incoming.text, to, language)

"""Who may steer the programme: editors, named in settings by platform id. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.message import Incoming, Message
from bot.core.model import Language

_NOT_YOURS: Mapping[Language, str] = {
    "de": "Das macht das Kommunikationsteam. Gehörst du dazu? Dann lass dich bitte eintragen.",
    "nl": "Dat doet het communicatieteam. Hoor je daarbij? Vraag je team dan om je toe te voegen.",
    "en": "The comms team does that. Are you part of it? Then ask your team to add you.",
}


@dataclass(frozen=True)
class Editors:
    """The editors, as their channels name them."""

    people: frozenset[str]

    def knows(self, incoming: Incoming) -> bool:
        """Say whether somebody is an editor."""
        return incoming.is_editor or incoming.person in self.people

    def refuse(self, incoming: Incoming, language: Language) -> Message | None:
        """Refuse somebody who is no editor, with a sentence; None for an editor."""
        if self.knows(incoming):
            return None
        return say("not-an-editor", _NOT_YOURS[language], language)

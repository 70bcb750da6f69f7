"""What only Slack says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class SlackWording:
    """Sentences for places that other channels do not have."""

    reading: str
    unread: str


SLACK_WORDINGS: Mapping[Language, SlackWording] = {
    "de": SlackWording(
        reading="liest deinen Text …",
        unread="Diese Datei kann ich hier nicht lesen. Füg den Text bitte direkt hier im Chat ein.",
    ),
    "nl": SlackWording(
        reading="leest je tekst …",
        unread="Dit bestand kan ik hier niet lezen. Plak de tekst gewoon hier in de chat.",
    ),
    "en": SlackWording(
        reading="is reading your text…",
        unread="I can't read this file here. Please paste the text straight into the chat.",
    ),
}


@dataclass(frozen=True)
class InstallWording:
    """The pages of an installation; whoever installs an app may read any of the three."""

    done: tuple[str, ...]
    failed: tuple[str, ...]


INSTALL_WORDINGS = InstallWording(
    done=(
        "Jourfix ist installiert. Öffne Slack und schreib Jourfix eine Nachricht.",
        "Jourfix is geïnstalleerd. Open Slack en stuur Jourfix een bericht.",
        "Jourfix is installed. Open Slack and send Jourfix a message.",
    ),
    failed=(
        "Das hat nicht geklappt. Bitte fang hier noch einmal an: /slack/install",
        "Dat is niet gelukt. Begin hier opnieuw: /slack/install",
        "That didn't work. Please start again here: /slack/install",
    ),
)

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
        unread="Diese Datei kann ich hier nicht lesen. Kopier den Text bitte direkt ins Gespräch.",
    ),
    "nl": SlackWording(
        reading="leest je tekst …",
        unread="Dit bestand kan ik hier niet lezen. Plak de tekst gewoon in het gesprek.",
    ),
    "en": SlackWording(
        reading="is reading your text …",
        unread="I can't read this file here. Please paste the text straight into the conversation.",
    ),
}

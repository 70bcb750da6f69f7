"""What only Slack says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class SlackWording:
    """Sentences for places that other channels do not have."""

    reading: str


SLACK_WORDINGS: Mapping[Language, SlackWording] = {
    "de": SlackWording(reading="liest deinen Text …"),
    "nl": SlackWording(reading="leest je tekst …"),
    "en": SlackWording(reading="is reading your text …"),
}

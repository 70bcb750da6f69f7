"""What only Teams says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class TeamsWording:
    """Words on cards for which other channels have signs of their own."""

    unfold: str
    fold: str
    missing: str


TEAMS_WORDINGS: Mapping[Language, TeamsWording] = {
    "de": TeamsWording(
        unfold="Aufklappen", fold="Zuklappen", missing="Schreib hier bitte noch etwas hinein."
    ),
    "nl": TeamsWording(unfold="Uitklappen", fold="Inklappen", missing="Vul hier nog even iets in."),
    "en": TeamsWording(
        unfold="Show more", fold="Show less", missing="Please write something here."
    ),
}

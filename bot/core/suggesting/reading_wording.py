"""What is said of a language model that reads along, in the author's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language, ModelUse


@dataclass(frozen=True)
class ReadingWording:
    """The sentences; `unread` by what came of asking."""

    greeting: str
    reads_along: str
    read: str
    unread: Mapping[str, str]


READING_WORDINGS: Mapping[Language, ReadingWording] = {
    "de": ReadingWording(
        greeting="Ein Sprachmodell auf {place} liest mit. Namen, Produkte und Orte ersetze ich vorher, und heikle Entwürfe bleiben hier.",
        reads_along="Ein Sprachmodell liest noch mit. Was ihm auffällt, steht gleich hier.",
        read="Ein Sprachmodell hat mitgelesen ({place}), ohne Namen, Produkte und Orte zu sehen.",
        unread={
            "kept": "An ein Sprachmodell ging dieser Entwurf nicht: Es steht etwas darin, das im Haus bleibt. "
            "Geprüft ist er nach allen Regeln.",
            "busy": "Das Sprachmodell antwortet gerade nicht. Zwischen den Zeilen hat also niemand gelesen; "
            "nach allen Regeln geprüft ist dein Entwurf trotzdem.",
            "budget": "Das Sprachmodell hat für heute genug gelesen. Morgen liest es wieder mit; "
            "nach allen Regeln geprüft ist dein Entwurf.",
            "unusable": "Das Sprachmodell hat nichts Brauchbares geliefert. Nach allen Regeln geprüft ist dein Entwurf.",
        },
    ),
    "nl": ReadingWording(
        greeting="Een taalmodel op {place} leest mee. Namen, producten en plaatsen vervang ik eerst, en gevoelige concepten blijven hier.",
        reads_along="Een taalmodel leest nog mee. Wat het opvalt, staat zo hier.",
        read="Een taalmodel heeft meegelezen ({place}), zonder namen, producten en plaatsen te zien.",
        unread={
            "kept": "Dit concept is niet naar een taalmodel gegaan: er staat iets in dat binnenshuis blijft. "
            "Het is aan alle regels getoetst.",
            "busy": "Het taalmodel antwoordt nu niet. Tussen de regels heeft het dus niets gelezen; "
            "je concept is wel aan alle regels getoetst.",
            "budget": "Het taalmodel heeft voor vandaag genoeg gelezen. Morgen leest het weer mee; "
            "je concept is wel aan alle regels getoetst.",
            "unusable": "Het taalmodel zei niets bruikbaars. Je concept is wel aan alle regels getoetst.",
        },
    ),
    "en": ReadingWording(
        greeting="A language model at {place} reads along. I replace names, products and places first, and sensitive drafts stay here.",
        reads_along="A language model is still reading along. What it notices will be here in a moment.",
        read="A language model has read along ({place}) without seeing names, products or places.",
        unread={
            "kept": "This draft did not go to a language model: something in it stays in the house. "
            "It has been checked against every rule.",
            "busy": "The language model does not answer right now, so nobody read between the lines. "
            "Your draft has been checked against every rule.",
            "budget": "The language model has read enough for today and reads along again tomorrow. "
            "Your draft has been checked against every rule.",
            "unusable": "The language model said nothing usable. Your draft has been checked against every rule.",
        },
    ),
}


def tell_reading(use: ModelUse, language: Language) -> str:
    """Say what came of asking a model."""
    wording = READING_WORDINGS[language]
    return wording.unread.get(use.outcome) or wording.read.format(place=use.place)

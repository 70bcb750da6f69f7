"""Where an editor may begin, while nothing waits yet: three steps, in three languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class Step:
    """Something to begin with.

    Args:
        path: Where it is done, below /desk.
    """

    path: str
    title: str
    text: str


@dataclass(frozen=True)
class Beginning:
    """The steps, and what they are called together."""

    title: str
    steps: Sequence[Step]


BEGINNINGS: Mapping[Language, Beginning] = {
    "de": Beginning(
        "Gut für den Anfang",
        (
            Step(
                "/house-rules/organisation",
                "Euer Haus vorstellen",
                "Produkte, Sperrfristen, stille Zeiten und wen man fragt.",
            ),
            Step(
                "/rules",
                "Die Regeln lesen",
                "So, wie deine Leute sie sehen: was, warum und was stattdessen.",
            ),
            Step(
                "/programme",
                "Das Programm beginnen",
                "Den ersten Jourfix planen, alle anschreiben, die mitmachen.",
            ),
        ),
    ),
    "nl": Beginning(
        "Handig om mee te beginnen",
        (
            Step(
                "/house-rules/organisation",
                "Jullie organisatie voorstellen",
                "Producten, embargo’s, stille periodes en bij wie je terechtkunt.",
            ),
            Step(
                "/rules",
                "De regels lezen",
                "Zoals je collega’s ze zien: wat, waarom en wat je beter kunt schrijven.",
            ),
            Step(
                "/programme",
                "Met het programma beginnen",
                "De eerste jourfix plannen, schrijven aan iedereen die meedoet.",
            ),
        ),
    ),
    "en": Beginning(
        "Good places to start",
        (
            Step(
                "/house-rules/organisation",
                "Introduce your organisation",
                "Products, embargoes, closed periods, and whom to ask.",
            ),
            Step(
                "/rules",
                "Read the rules",
                "As your colleagues see them: what, why, and what to write instead.",
            ),
            Step(
                "/programme",
                "Start the programme",
                "Plan the first jourfix, write to everybody who has joined.",
            ),
        ),
    ),
}

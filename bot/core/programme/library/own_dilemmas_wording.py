"""What a dilemma that is drafted from an answer begins with, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class DraftWording:
    """Its words; `options` by the verdict of the answer."""

    title: str
    situation: str  # {question}
    question: str
    options: Mapping[str, tuple[str, ...]]
    no_options: tuple[str, ...] = ("", "", "")


DRAFT_WORDINGS: Mapping[Language, DraftWording] = {
    "de": DraftWording(
        "Das fragen gerade viele",
        "Eine Kollegin möchte etwas posten und fragt dich: „{question}“",
        "Was rätst du ihr?",
        {
            "yes": ("Ja, einfach posten.", "Erst die Kommunikation fragen.", "Lieber lassen."),
            "yes_if": ("Ja, einfach posten.", "Ja, wenn ein paar Dinge stimmen.", "Lieber lassen."),
            "ask": ("Ja, einfach posten.", "Lieber ganz lassen.", "Erst fragen, dann posten."),
            "no": ("Ja, einfach posten.", "Ja, aber ohne Namen.", "Nein, das lieber nicht."),
        },
    ),
    "nl": DraftWording(
        "Dat vragen veel collega’s",
        "Een collega wil iets plaatsen en vraagt je: ‘{question}’",
        "Wat raad je haar aan?",
        {
            "yes": ("Ja, gewoon plaatsen.", "Eerst communicatie vragen.", "Liever niet doen."),
            "yes_if": ("Ja, gewoon plaatsen.", "Ja, als een paar dingen kloppen.", "Liever niet doen."),
            "ask": ("Ja, gewoon plaatsen.", "Helemaal niet doen.", "Eerst vragen, dan plaatsen."),
            "no": ("Ja, gewoon plaatsen.", "Ja, maar zonder namen.", "Nee, dat liever niet."),
        },
    ),
    "en": DraftWording(
        "Many of us ask this",
        "A colleague would like to post something and asks you: “{question}”",
        "What do you tell her?",
        {
            "yes": ("Yes, just post it.", "Ask the comms team first.", "Better leave it."),
            "yes_if": ("Yes, just post it.", "Yes, if a few things are right.", "Better leave it."),
            "ask": ("Yes, just post it.", "Better leave it altogether.", "Ask first, then post."),
            "no": ("Yes, just post it.", "Yes, but without names.", "No, better not."),
        },
    ),
}  # fmt: skip

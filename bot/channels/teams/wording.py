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
    received: str  # to a press; a client leaves it under the card when the answer is long there
    title: str  # of the window of our command on a message
    wordless: str  # there, where the message has no words
    unknown: str  # to a command or a button that is none of ours
    window: str  # on the button that opens a form in a window of its own
    elsewhere: str  # to whoever writes to us where others read


TEAMS_WORDINGS: Mapping[Language, TeamsWording] = {
    "de": TeamsWording(
        unfold="Aufklappen",
        fold="Zuklappen",
        missing="Hier fehlt noch dein Text.",
        received="Ist angekommen.",
        title="Darf ich das liken oder teilen?",
        wordless="In dieser Nachricht kann ich nichts lesen. Kopier den Text einfach in unseren Chat.",
        unknown="Diesen Befehl kenne ich nicht.",
        window="Im Fenster schreiben",
        elsewhere="Hier lesen andere mit. Schreib mir bitte direkt im privaten Chat, dann siehst nur du deinen Entwurf.",
    ),
    "nl": TeamsWording(
        unfold="Uitklappen",
        fold="Inklappen",
        missing="Hier moet nog tekst in.",
        received="Ontvangen.",
        title="Mag ik dit liken of delen?",
        wordless="In dit bericht kan ik niets lezen. Kopieer de tekst gewoon naar onze chat.",
        unknown="Deze opdracht ken ik niet.",
        window="In een venster schrijven",
        elsewhere="Hier lezen anderen mee. Stuur het me in onze privéchat, dan ziet niemand anders je concept.",
    ),
    "en": TeamsWording(
        unfold="Show more",
        fold="Show less",
        missing="Please write something here.",
        received="Got it.",
        title="May I like or share this?",
        wordless="I can't read anything in this message. Just copy the text into our chat.",
        unknown="I don't know this command.",
        window="Write in a window",
        elsewhere="Others can read along here. Message me in our private chat, so only you see your draft.",
    ),
}

"""What only Slack says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class SlackWording:
    """Sentences for places that other channels do not have."""

    reading: str
    begin: str
    prompts: tuple[tuple[str, str], ...]  # title and message, at most four
    answered: str  # where a command was typed, when the answer stands in the own conversation
    wordless: str  # to “may I like this?” of a message without words
    late: str  # when a form did not open in time


SLACK_WORDINGS: Mapping[Language, SlackWording] = {
    "de": SlackWording(
        reading="liest deinen Text …",
        begin="Schick mir einen Entwurf, oder fang hiermit an:",
        prompts=(
            ("Was kannst du?", "Was kannst du?"),
            ("Über die Arbeit posten?", "Dürfen wir über unsere Arbeit posten?"),
            ("Darf ich das liken?", "Darf ich das liken?"),
            ("Was weißt du über mich?", "Was weißt du über mich?"),
        ),
        answered="Meine Antwort steht in unserem privaten Chat",
        wordless="In dieser Nachricht kann ich nichts lesen. Kopier den Text einfach in unseren Chat.",
        late="Das Fenster ging leider nicht auf. Drück bitte noch einmal auf den Knopf.",
    ),
    "nl": SlackWording(
        reading="leest je tekst …",
        begin="Stuur me een concept, of begin hiermee:",
        prompts=(
            ("Wat kun je?", "Wat kun je?"),
            ("Posten over je werk?", "Mogen we over ons werk posten?"),
            ("Mag ik dit liken?", "Mag ik dit liken?"),
            ("Wat weet je van mij?", "Wat weet je van mij?"),
        ),
        answered="Mijn antwoord staat in onze privéchat",
        wordless="In dit bericht kan ik niets lezen. Kopieer de tekst gewoon naar onze chat.",
        late="Het venster ging helaas niet open. Druk nog een keer op de knop.",
    ),
    "en": SlackWording(
        reading="is reading your text…",
        begin="Send me a draft, or start with one of these:",
        prompts=(
            ("What can you do?", "What can you do?"),
            ("Posting about work?", "Are we allowed to post about our work?"),
            ("May I like this?", "May I like this?"),
            ("What do you know about me?", "What do you know about me?"),
        ),
        answered="My answer is in our private chat",
        wordless="I can't read anything in this message. Just copy the text into our chat.",
        late="The window didn't open, sorry. Please press the button again.",
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

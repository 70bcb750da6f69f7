"""What the page itself says, by language: labels around the conversation."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class PageWording:
    """Labels of the page and three drafts to try."""

    title: str
    tagline: str
    composer: str
    send: str
    file: str
    file_sent: str
    hint: str
    examples_title: str
    examples: tuple[tuple[str, str], ...]
    conversation: str
    you: str
    thinking: str
    copied: str
    offline: str
    private: str
    counter: str


PAGES: Mapping[Language, PageWording] = {
    "de": PageWording(
        title="Jourfix",
        tagline="Darf das raus? Und wie wird es besser?",
        composer="Dein Entwurf oder deine Frage",
        send="Prüfen",
        file="Datei schicken (Text oder Export)",
        file_sent="Datei: {name}",
        hint="Abschicken mit Strg + Enter",
        examples_title="Zum Ausprobieren",
        examples=(
            (
                "Jubiläum",
                "Am 1. Juli bin ich 21 Jahre in der Pharmaindustrie. In dieser Zeit durfte ich viele Stationen "
                "kennenlernen: Außendienst, Marketing, heute Training. Mein Dank gilt allen Kolleginnen und Kollegen.\n\n"
                "Am selben Tag feiern meine Frau und ich übrigens unseren 23. Hochzeitstag. Sie hat mir damals "
                "die Bewerbung zur Post gebracht, weil ich mich nicht getraut habe.",
            ),
            (
                "Nachtdienst",
                "Heute Nacht kam ein 34-jähriger Motorradfahrer zu uns in den Schockraum, Unfall auf der A7. "
                "Um vier hat er meine Hand gedrückt. Deshalb mache ich das.",
            ),
            ("Frage", "Dürfen wir vom Kongress etwas posten?"),
        ),
        conversation="Unterhaltung",
        you="Du",
        thinking="Ich lese …",
        copied="Kopiert",
        offline="Keine Verbindung. Ich versuche es gleich noch einmal.",
        private="Nur du siehst das.",
        counter="{count} Zeichen",
    ),
    "nl": PageWording(
        title="Jourfix",
        tagline="Mag dit? En hoe wordt het beter?",
        composer="Je concept of je vraag",
        send="Nakijken",
        file="Bestand sturen (tekst of export)",
        file_sent="Bestand: {name}",
        hint="Versturen met Ctrl + Enter",
        examples_title="Probeer eens",
        examples=(
            (
                "Nachtdienst",
                "Vannacht zat ik een uur bij een meneer van 91 uit Zwolle, kamer 12. Hij vertelde over zijn vrouw "
                "en zong zachtjes hun lied. Om zes uur is hij gegaan. Dit is waarom ik verpleegkundige ben.",
            ),
            (
                "Leermoment",
                "Vorige week heb ik mijn eerste teamoverleg geleid. De agenda was vol en iedereen was er. "
                "Na tien minuten viel ik stil, en toen zei de stagiair: ‘Begin gewoon bij wat je vannacht wakker hield.’",
            ),
            ("Vraag", "Mag ik een foto van het congres plaatsen?"),
        ),
        conversation="Gesprek",
        you="Jij",
        thinking="Ik lees even …",
        copied="Gekopieerd",
        offline="Geen verbinding. Ik probeer het zo opnieuw.",
        private="Alleen jij ziet dit.",
        counter="{count} tekens",
    ),
    "en": PageWording(
        title="Jourfix",
        tagline="Can this go out? And what would make it better?",
        composer="Your draft or your question",
        send="Check it",
        file="Send a file (text or export)",
        file_sent="File: {name}",
        hint="Ctrl + Enter to send",
        examples_title="Try one",
        examples=(
            (
                "Launch",
                "Launch day! Our new migraine injection is finally available in the UK. It works from day one "
                "and has no side effects. Ask your GP about it! #proud #migraine",
            ),
            (
                "First day",
                "I started in quality control three weeks ago. The training was well organised and everybody was kind. "
                "On day two I locked myself in the cold store and a colleague sang to me through the door until the key came.",
            ),
            ("Question", "May I post a selfie from the congress?"),
        ),
        conversation="Conversation",
        you="You",
        thinking="Reading…",
        copied="Copied",
        offline="No connection. Trying again in a moment.",
        private="Only you can see this.",
        counter="{count} characters",
    ),
}

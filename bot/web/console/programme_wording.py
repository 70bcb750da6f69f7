"""What the section of the programme says around its pages, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class ProgrammeWording:
    """Its words."""

    label: str
    tabs: Mapping[str, str]  # by path
    title: str
    lead: str
    answer: str
    menu: str
    menu_lead: str
    unknown: str  # a button that nobody knows
    back: str
    fewer: str  # fewer than ten
    wait_highlights: str  # {count}
    wait_unknown: str  # {count}
    wait_missed: str  # {count}
    wait_calls: str  # {name}
    one_highlight: str
    one_unknown: str
    one_missed: str


PROGRAMME_WORDINGS: Mapping[Language, ProgrammeWording] = {
    "de": ProgrammeWording(
        label="Programm",
        tabs={
            "": "Alles auf einen Blick",
            "/broadcasts": "Rundnachrichten",
            "/people": "Wer mitmacht",
            "/calendar": "Kalender",
            "/recaps": "Recaps",
            "/library": "Bibliothek",
        },
        title="Das Programm",
        lead="Alles, was du im Chat mit „Redaktion“ tust, geht auch hier.",
        answer="Antwort",
        menu="Was möchtest du tun?",
        menu_lead="Die Knöpfe sind dieselben wie im Chat.",
        unknown="Diesen Knopf kenne ich nicht mehr. Lade die Seite bitte neu.",
        back="Zurück",
        fewer="weniger als zehn",
        wait_highlights="{count} ausgewählte Beiträge warten auf das Ja ihrer Autorinnen und Autoren.",
        wait_unknown="Bei {count} Rundnachrichten ist ungewiss, ob alle sie haben.",
        wait_missed="{count} Rundnachrichten sind nicht rausgegangen.",
        wait_calls="Die Gruppe „{name}“ wartet auf deine Auswahl.",
        one_highlight="Ein ausgewählter Beitrag wartet auf das Ja seiner Autorin oder seines Autors.",
        one_unknown="Bei einer Rundnachricht ist ungewiss, ob alle sie haben.",
        one_missed="Eine Rundnachricht ist nicht rausgegangen.",
    ),
    "nl": ProgrammeWording(
        label="Programma",
        tabs={
            "": "In één oogopslag",
            "/broadcasts": "Groepsberichten",
            "/people": "Wie meedoet",
            "/calendar": "Agenda",
            "/recaps": "Terugblikken",
            "/library": "Bibliotheek",
        },
        title="Het programma",
        lead="Alles wat je in de chat met ‘redactie’ doet, kan ook hier.",
        answer="Antwoord",
        menu="Wat wil je doen?",
        menu_lead="Het zijn dezelfde knoppen als in de chat.",
        unknown="Deze knop ken ik niet meer. Laad de pagina opnieuw.",
        back="Terug",
        fewer="minder dan tien",
        wait_highlights="{count} gekozen berichten wachten op het ja van wie ze schreef.",
        wait_unknown="Bij {count} groepsberichten is onzeker of iedereen ze heeft.",
        wait_missed="{count} groepsberichten zijn niet verstuurd.",
        wait_calls="De groep ‘{name}’ wacht op je keuze.",
        one_highlight="Eén gekozen bericht wacht op het ja van wie het schreef.",
        one_unknown="Bij één groepsbericht is onzeker of iedereen het heeft.",
        one_missed="Eén groepsbericht is niet verstuurd.",
    ),
    "en": ProgrammeWording(
        label="Programme",
        tabs={
            "": "At a glance",
            "/broadcasts": "Broadcasts",
            "/people": "Who takes part",
            "/calendar": "Calendar",
            "/recaps": "Recaps",
            "/library": "Library",
        },
        title="The programme",
        lead="Everything you do in chat with “editors” works here, too.",
        answer="Answer",
        menu="What would you like to do?",
        menu_lead="The buttons are the same as in chat.",
        unknown="I no longer know this button. Please reload the page.",
        back="Back",
        fewer="fewer than ten",
        wait_highlights="{count} posts you picked wait for a yes from whoever wrote them.",
        wait_unknown="For {count} broadcasts nobody knows whether everybody has them.",
        wait_missed="{count} broadcasts did not go out.",
        wait_calls="The group “{name}” waits for your choice.",
        one_highlight="One post you picked waits for a yes from whoever wrote it.",
        one_unknown="For one broadcast nobody knows whether everybody has it.",
        one_missed="One broadcast did not go out.",
    ),
}

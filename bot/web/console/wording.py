"""What every page of the desk says around its content, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class FrameWording:
    """The words around a page."""

    title: str
    skip: str
    sections: str
    language: str
    sign_out: str
    signed_in_as: str  # {name}
    here: str  # whoever sits at this machine
    enter_title: str
    enter_link: str  # without a sign-in: where the link is
    sign_in: str
    key_used: str
    not_yours: str
    not_yours_why: str
    not_found: str
    reload: str
    failed: str  # {reference}
    back: str
    home: str
    home_text: str
    nothing: str
    newer: str
    older: str


FRAME_WORDINGS: Mapping[Language, FrameWording] = {
    "de": FrameWording(
        title="Redaktion",
        skip="Zum Inhalt",
        sections="Bereiche",
        language="Sprache",
        sign_out="Abmelden",
        signed_in_as="Angemeldet: {name}",
        here="an diesem Rechner",
        enter_title="Anmelden",
        enter_link="Hier meldet sich niemand mit Namen an. Öffne den Link, den Jourfix beim Start"
        " zeigt; „jourfix desk“ macht dir einen neuen.",
        sign_in="Anmelden mit {place}",
        key_used="Dieser Link wurde schon benutzt oder ist zu alt. „jourfix desk“ macht dir einen"
        " neuen.",
        not_yours="Das gehört nicht zu deinen Aufgaben",
        not_yours_why="Wenn du es brauchst: Wer Jourfix betreibt, kann dich dafür eintragen.",
        not_found="Diese Seite gibt es nicht",
        reload="Bitte lade die Seite neu und versuche es noch einmal: Sie war zu lange offen.",
        failed="Das hat nicht geklappt. Versuche es in einem Moment noch einmal; bleibt es dabei,"
        " nenne uns {reference}.",
        back="Zurück",
        home="Überblick",
        home_text="Guten Tag! Hier liegt, was heute auf dich wartet.",
        nothing="Im Moment wartet nichts.",
        newer="Neuere",
        older="Ältere",
    ),
    "nl": FrameWording(
        title="Redactie",
        skip="Naar de inhoud",
        sections="Onderdelen",
        language="Taal",
        sign_out="Uitloggen",
        signed_in_as="Ingelogd: {name}",
        here="op deze computer",
        enter_title="Inloggen",
        enter_link="Hier logt niemand met een naam in. Open de link die Jourfix bij het starten"
        " laat zien; met ‘jourfix desk’ krijg je een nieuwe.",
        sign_in="Inloggen met {place}",
        key_used="Deze link is al gebruikt of te oud. Met ‘jourfix desk’ krijg je een nieuwe.",
        not_yours="Dit hoort niet bij je taken",
        not_yours_why="Heb je het nodig? Wie Jourfix beheert, kan je ervoor toevoegen.",
        not_found="Deze pagina bestaat niet",
        reload="Laad de pagina opnieuw en probeer het nog een keer: hij stond te lang open.",
        failed="Dat is niet gelukt. Probeer het zo nog een keer; blijft het misgaan, noem dan"
        " {reference}.",
        back="Terug",
        home="Overzicht",
        home_text="Goedendag! Dit ligt er vandaag voor je klaar.",
        nothing="Er wacht nu niets.",
        newer="Nieuwer",
        older="Ouder",
    ),
    "en": FrameWording(
        title="Comms desk",
        skip="Skip to content",
        sections="Sections",
        language="Language",
        sign_out="Sign out",
        signed_in_as="Signed in: {name}",
        here="at this machine",
        enter_title="Sign in",
        enter_link="Nobody signs in with a name here. Open the link that Jourfix shows when it"
        " starts; “jourfix desk” makes a new one.",
        sign_in="Sign in with {place}",
        key_used="This link was used before, or is too old. “jourfix desk” makes a new one.",
        not_yours="This is not one of your tasks",
        not_yours_why="If you need it: whoever runs Jourfix can add you.",
        not_found="There is no such page",
        reload="Please reload the page and try again: it was open for too long.",
        failed="That did not work. Try again in a moment; if it stays like this, tell us"
        " {reference}.",
        back="Back",
        home="Overview",
        home_text="Hello! This is what waits for you today.",
        nothing="Nothing is waiting right now.",
        newer="Newer",
        older="Older",
    ),
}

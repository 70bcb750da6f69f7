"""What the pages of recaps, and of the library, say, in three languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language

_OF = re.compile(r"(?:[a-z]+ )?(de|nl|en) ([0-9a-z-]{1,40}:\d{4}-\d\d-\d\d)", re.ASCII)


def find_query(value: str) -> dict[str, str]:
    """Give which recap a button is about, as the address of its page names it."""
    found = _OF.fullmatch(value)
    return {"language": found[1], "of": found[2]} if found else {}


@dataclass(frozen=True)
class RecapPageWording:
    """Their words."""

    title: str
    lead: str
    which: str
    by_hand: str
    highlights: str
    no_highlights: str
    post: str
    answer: str
    show: str
    choose: str
    library: str
    library_lead: str  # {lessons} {dilemmas}
    lessons: str
    dilemmas: str
    search: str
    minutes: str  # {count}
    exercise: str
    sources: str
    used: str
    never_used: str
    in_recaps: str
    in_broadcasts: str
    weeks: str
    this_week: str
    best: str  # {option}
    votes: str
    votes_hidden: str
    counted: str  # {count}
    option: str
    share: str
    back: str


RECAP_PAGE_WORDINGS: Mapping[Language, RecapPageWording] = {
    "de": RecapPageWording(
        title="Recaps",
        lead="So geht der nächste raus. Du kannst Abschnitte streichen, neu schreiben oder ihn gleich senden.",
        which="Welcher Termin",
        by_hand="ohne Termin, geht von Hand",
        highlights="Ausgewählte Beiträge",
        no_highlights="Noch ist keiner ausgewählt.",
        post="Beitrag",
        answer="Was die Autorin oder der Autor sagt",
        show="Ansehen",
        choose="Beiträge auswählen",
        library="Bibliothek",
        library_lead="{lessons} Lektionen und {dilemmas} Dilemmata, in drei Sprachen.",
        lessons="Lektionen",
        dilemmas="Dilemmata",
        search="Liste durchsuchen",
        minutes="{count} Minuten",
        exercise="Jetzt ausprobieren",
        sources="Quellen",
        used="Wann dran",
        never_used="Bisher in keinem Recap und keiner Rundnachricht.",
        in_recaps="In Recaps",
        in_broadcasts="In Rundnachrichten",
        weeks="Dilemma der Woche",
        this_week="diese Woche",
        best="Dafür spricht am meisten: {option}",
        votes="Wie gewählt wurde",
        votes_hidden="Noch keine zehn Stimmen, deshalb steht hier keine Zahl.",
        counted="{count} Stimmen",
        option="Antwort",
        share="Anteil",
        back="Zur Bibliothek",
    ),
    "nl": RecapPageWording(
        title="Terugblikken",
        lead="Zo gaat de volgende eruit. Je kunt onderdelen schrappen, herschrijven of hem meteen versturen.",
        which="Welke datum",
        by_hand="zonder datum, met de hand",
        highlights="Gekozen berichten",
        no_highlights="Er is er nog geen gekozen.",
        post="Bericht",
        answer="Wat de schrijver zegt",
        show="Bekijken",
        choose="Berichten kiezen",
        library="Bibliotheek",
        library_lead="{lessons} lessen en {dilemmas} dilemma’s, in drie talen.",
        lessons="Lessen",
        dilemmas="Dilemma’s",
        search="Zoeken in de lijst",
        minutes="{count} minuten",
        exercise="Probeer het nu",
        sources="Bronnen",
        used="Wanneer aan de beurt",
        never_used="Nog in geen terugblik en geen groepsbericht.",
        in_recaps="In terugblikken",
        in_broadcasts="In groepsberichten",
        weeks="Dilemma van de week",
        this_week="deze week",
        best="Hier spreekt het meest voor: {option}",
        votes="Hoe er is gekozen",
        votes_hidden="Nog geen tien stemmen, daarom staat hier geen aantal.",
        counted="{count} stemmen",
        option="Antwoord",
        share="Aandeel",
        back="Naar de bibliotheek",
    ),
    "en": RecapPageWording(
        title="Recaps",
        lead="This is how the next one goes out. You can strike sections, rewrite them, or send it now.",
        which="Which date",
        by_hand="without a date, by hand",
        highlights="Posts you picked",
        no_highlights="None is picked yet.",
        post="Post",
        answer="What its author says",
        show="Look at it",
        choose="Pick posts",
        library="Library",
        library_lead="{lessons} lessons and {dilemmas} dilemmas, in three languages.",
        lessons="Lessons",
        dilemmas="Dilemmas",
        search="Search the list",
        minutes="{count} minutes",
        exercise="Try it now",
        sources="Sources",
        used="When it had its turn",
        never_used="Not in any recap or broadcast yet.",
        in_recaps="In recaps",
        in_broadcasts="In broadcasts",
        weeks="Dilemma of the week",
        this_week="this week",
        best="Most speaks for: {option}",
        votes="How people chose",
        votes_hidden="Fewer than ten votes so far, so there is no figure here.",
        counted="{count} votes",
        option="Answer",
        share="Share",
        back="To the library",
    ),
}

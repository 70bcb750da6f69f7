"""The words of a printed year, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.due import Kind


@dataclass(frozen=True)
class PrintedWords:
    """What the page says. Of `kinds`, {subject} is what an event or a broadcast is called."""

    title: str
    times: str
    week: str
    day: str
    what: str
    nothing: str
    missed: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    kinds: Mapping[Kind, str]


PRINTED_WORDS: Mapping[Language, PrintedWords] = {
    "de": PrintedWords(
        title="Das Programm {year}",
        times="Alle Uhrzeiten: {zone}; bei Personen steht ihre eigene Ortszeit.",
        week="KW ",
        day="Tag",
        what="Was ansteht",
        nothing="In diesem Jahr ist nichts geplant.",
        missed="(ausgefallen)",
        months=(
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
            "Oktober", "November", "Dezember",
        ),
        weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        kinds={
            "bundle": "Die Wochenpost wird geplant",
            "talk": "Worüber das Fach spricht",
            "agenda": "Agenda: {subject}",
            "reminder": "Erinnerung: {subject}",
            "recap": "Rückblick: {subject}",
            "scheduled": "Rundnachricht: {subject}",
            "pilot-start": "Auftakt: {subject}",
            "pilot-prompt": "Frage des Tages: {subject}",
            "pilot-end": "Abschluss: {subject}",
            "pilot-evaluation": "Auswertung: {subject}",
        },
    ),
    "nl": PrintedWords(
        title="Het programma in {year}",
        times="Alle tijden: {zone}; bij personen staat hun eigen lokale tijd.",
        week="week ",
        day="Dag",
        what="Wat er gebeurt",
        nothing="Dit jaar staat er niets gepland.",
        missed="(niet doorgegaan)",
        months=(
            "Januari", "Februari", "Maart", "April", "Mei", "Juni", "Juli", "Augustus",
            "September", "Oktober", "November", "December",
        ),
        weekdays=("ma", "di", "wo", "do", "vr", "za", "zo"),
        kinds={
            "bundle": "De weekpost wordt gepland",
            "talk": "Waar het vak over praat",
            "agenda": "Agenda: {subject}",
            "reminder": "Herinnering: {subject}",
            "recap": "Terugblik: {subject}",
            "scheduled": "Groepsbericht: {subject}",
            "pilot-start": "Start: {subject}",
            "pilot-prompt": "Vraag van de dag: {subject}",
            "pilot-end": "Afsluiting: {subject}",
            "pilot-evaluation": "Evaluatie: {subject}",
        },
    ),
    "en": PrintedWords(
        title="The programme in {year}",
        times="All times: {zone}; people have their own local time.",
        week="Week ",
        day="Day",
        what="What is on",
        nothing="Nothing is planned this year.",
        missed="(did not happen)",
        months=(
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        kinds={
            "bundle": "The week’s bundle is planned",
            "talk": "What the field talks about",
            "agenda": "Agenda: {subject}",
            "reminder": "Reminder: {subject}",
            "recap": "Recap: {subject}",
            "scheduled": "Broadcast: {subject}",
            "pilot-start": "Start: {subject}",
            "pilot-prompt": "Question of the day: {subject}",
            "pilot-end": "Wrap-up: {subject}",
            "pilot-evaluation": "Evaluation: {subject}",
        },
    ),
}  # fmt: skip

"""What the content calendar says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class CalendarWording:
    """Its words."""

    title: str
    lead: str
    months: tuple[str, ...]
    days: tuple[str, ...]
    month: str
    week: str
    week_title: str  # {number} {year}
    earlier: str
    later: str
    today: str
    day: str
    what: str
    nothing: str
    theme: str
    sorts: Mapping[str, str]
    planned: str
    until: str  # {day}
    ics: str
    change: str
    add: str
    add_lead: str
    kind: str
    name: str
    name_hint: str
    date: str
    time: str
    where: str
    save: str


CALENDAR_WORDINGS: Mapping[Language, CalendarWording] = {
    "de": CalendarWording(
        title="Kalender",
        lead="Was ansteht: eigene Termine, Rundnachrichten, Kongresse und Aktionstage.",
        months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
        days=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        month="Monat",
        week="Woche",
        week_title="Woche {number}, {year}",
        earlier="Früher",
        later="Später",
        today="Heute",
        day="Tag",
        what="Was ist",
        nothing="nichts geplant",
        theme="Thema der Woche",
        sorts={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Termin", "broadcast": "Rundnachricht", "pilot": "Pilot oder Kongress", "day": "Aktionstag", "holiday": "Feiertag"},
        planned="noch nicht angekündigt",
        until="bis {day}",
        ics="Kalenderdatei",
        change="Ansehen und ändern",
        add="Termin anlegen",
        add_lead="Er ist erst einmal nur geplant: Niemand hört davon, bevor du ihn ankündigst. Ein Jourfix kommt alle zwei Wochen wieder.",
        kind="Art",
        name="Titel",
        name_hint="Leer: wie die Art heißt",
        date="Tag",
        time="Uhrzeit",
        where="Wo",
        save="Anlegen",
    ),
    "nl": CalendarWording(
        title="Agenda",
        lead="Wat eraan komt: eigen bijeenkomsten, groepsberichten, congressen en themadagen.",
        months=("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
        days=("ma", "di", "wo", "do", "vr", "za", "zo"),
        month="Maand",
        week="Week",
        week_title="Week {number}, {year}",
        earlier="Eerder",
        later="Later",
        today="Vandaag",
        day="Dag",
        what="Wat er is",
        nothing="niets gepland",
        theme="Thema van de week",
        sorts={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Bijeenkomst", "broadcast": "Groepsbericht", "pilot": "Proeftuin of congres", "day": "Themadag", "holiday": "Vrije dag"},
        planned="nog niet aangekondigd",
        until="tot en met {day}",
        ics="Agendabestand",
        change="Bekijken en wijzigen",
        add="Bijeenkomst aanmaken",
        add_lead="Die is eerst alleen gepland: niemand hoort ervan voordat je hem aankondigt. Een jourfix komt om de twee weken terug.",
        kind="Soort",
        name="Titel",
        name_hint="Leeg: zoals de soort heet",
        date="Dag",
        time="Tijd",
        where="Waar",
        save="Aanmaken",
    ),
    "en": CalendarWording(
        title="Calendar",
        lead="What is coming: your own events, broadcasts, congresses and awareness days.",
        months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
        days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        month="Month",
        week="Week",
        week_title="Week {number}, {year}",
        earlier="Earlier",
        later="Later",
        today="Today",
        day="Day",
        what="What is on",
        nothing="nothing planned",
        theme="Theme of the week",
        sorts={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Event", "broadcast": "Broadcast", "pilot": "Pilot or congress", "day": "Awareness day", "holiday": "Day off"},
        planned="not announced yet",
        until="until {day}",
        ics="Calendar file",
        change="Look at it and change it",
        add="Add an event",
        add_lead="It is only planned at first: nobody hears of it before you announce it. A jourfix comes back every two weeks.",
        kind="Kind",
        name="Title",
        name_hint="Empty: what its kind is called",
        date="Day",
        time="Time",
        where="Where",
        save="Add it",
    ),
}  # fmt: skip

"""What the pages about who takes part say, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level


@dataclass(frozen=True)
class PeopleWording:
    """Their words."""

    title: str
    lead: str  # {time}
    all: str
    by_language: str
    by_level: str
    levels: Mapping[Level, str]
    people: str
    part: str
    together: str
    buddies: str
    wish_buddy: str
    pairs: str
    groups: str
    groups_lead: str
    group: str
    state: str
    places: str
    count: str
    open_until: str  # {day}
    waits: str
    stands: str  # {day}
    new_group: str
    none: str
    back: str


PEOPLE_PAGE_WORDINGS: Mapping[Language, PeopleWording] = {
    "de": PeopleWording(
        title="Wer mitmacht",
        lead="Nur Anzahlen, gezählt um {time}. Unter zehn steht keine Zahl, und auch keine, aus der sich eine solche errechnen ließe. Wer gepostet hat und wer nicht, steht nirgends.",
        all="Machen mit",
        by_language="Nach Sprache",
        by_level="Nach Erfahrung",
        levels={"starting": "fängt gerade an", "sometimes": "postet ab und zu", "often": "postet oft"},
        people="Personen",
        part="Wer",
        together="Tandems",
        buddies="Tandems",
        wish_buddy="Wünschen sich ein Tandem",
        pairs="Tandems, die laufen",
        groups="Gruppen",
        groups_lead="Wer sich bewirbt, weiß, dass du es siehst. Jourfix schlägt vor und sagt warum, du entscheidest.",
        group="Gruppe",
        state="Stand",
        places="Plätze",
        count="Bewerbungen oder Mitglieder",
        open_until="Bewerbung offen bis {day}",
        waits="wartet auf deine Auswahl",
        stands="steht seit {day}",
        new_group="Neue Gruppe ausschreiben",
        none="Noch ist keine Gruppe ausgeschrieben.",
        back="Zu allen Gruppen",
    ),
    "nl": PeopleWording(
        title="Wie meedoet",
        lead="Alleen aantallen, geteld om {time}. Onder de tien staat er geen getal, en ook geen getal waaruit je dat kunt berekenen. Wie wel of niet post, staat nergens.",
        all="Doen mee",
        by_language="Per taal",
        by_level="Per ervaring",
        levels={"starting": "begint net", "sometimes": "post af en toe", "often": "post vaak"},
        people="Personen",
        part="Wie",
        together="Maatjes",
        buddies="Maatjes",
        wish_buddy="Willen een maatje",
        pairs="Lopende koppels",
        groups="Groepen",
        groups_lead="Wie zich aanmeldt, weet dat jij het ziet. Jourfix doet een voorstel en zegt waarom, jij beslist.",
        group="Groep",
        state="Stand",
        places="Plaatsen",
        count="Aanmeldingen of leden",
        open_until="Aanmelden kan tot en met {day}",
        waits="wacht op je keuze",
        stands="staat sinds {day}",
        new_group="Nieuwe groep",
        none="Er is nog geen oproep voor een groep.",
        back="Naar alle groepen",
    ),
    "en": PeopleWording(
        title="Who takes part",
        lead="Counts only, as of {time}. Below ten there is no figure, nor one from which it could be worked out. Who posted and who did not is written nowhere.",
        all="Take part",
        by_language="By language",
        by_level="By experience",
        levels={"starting": "just starting", "sometimes": "posts now and then", "often": "posts often"},
        people="People",
        part="Who",
        together="Buddies",
        buddies="Buddies",
        wish_buddy="Would like a buddy",
        pairs="Pairs right now",
        groups="Groups",
        groups_lead="Whoever applies knows that you see it. Jourfix proposes and says why, you decide.",
        group="Group",
        state="State",
        places="Places",
        count="Applications or members",
        open_until="Applications until {day}",
        waits="waits for your choice",
        stands="together since {day}",
        new_group="Call for a new group",
        none="No group has been called for yet.",
        back="To all groups",
    ),
}  # fmt: skip

"""What the page with what colleagues ask again and again says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class AskedWording:
    """Its words."""

    title: str
    lead: str
    weeks: str  # {first} {last}
    asked: str  # {times} {people}
    answered: str
    to_rule: str
    to_dilemma: str
    not_understood: str  # {times}
    nothing: str
    verdicts: Mapping[str, str]


ASKED_WORDINGS: Mapping[Language, AskedWording] = {
    "de": AskedWording(
        title="Was Kolleginnen und Kollegen immer wieder fragen",
        lead="Gezählt nach Antwort und Woche, ohne ein Wort der Frage und ohne Personen. Jede Person zählt einmal je Woche. Hier steht nur, was zehn oder mehr gefragt haben, auf Zehner abgerundet.",
        weeks="{first} bis {last}",
        asked="mindestens {times}-mal, von mindestens {people} Personen",
        answered="Jourfix antwortet:",
        to_rule="Eine Regel daraus machen",
        to_dilemma="Ein Dilemma daraus machen",
        not_understood="Auf mindestens {times} Fragen kannte Jourfix nur eine allgemeine Antwort. Was darin stand, weiß hier niemand. Frag im nächsten Jourfix, was offen blieb.",
        nothing="In diesen vier Wochen kam keine Frage von zehn oder mehr Personen.",
        verdicts={
            "yes": "Ja",
            "yes_if": "Ja, wenn",
            "ask": "Erst fragen",
            "no": "Nein",
            "info": "Gut zu wissen",
        },
    ),
    "nl": AskedWording(
        title="Wat collega’s steeds weer vragen",
        lead="Geteld per antwoord en week, zonder een woord van de vraag en zonder personen. Iedereen telt één keer per week. Hier staat alleen wat tien of meer mensen vroegen, afgerond op tientallen naar beneden.",
        weeks="{first} tot en met {last}",
        asked="minstens {times} keer, door minstens {people} mensen",
        answered="Jourfix antwoordt:",
        to_rule="Maak er een regel van",
        to_dilemma="Maak er een dilemma van",
        not_understood="Op minstens {times} vragen wist Jourfix alleen een algemeen antwoord. Wat erin stond, weet hier niemand. Vraag in de volgende jourfix wat er onbeantwoord bleef.",
        nothing="In deze vier weken kwam geen vraag van tien of meer mensen.",
        verdicts={
            "yes": "Ja",
            "yes_if": "Ja, als",
            "ask": "Eerst vragen",
            "no": "Nee",
            "info": "Goed om te weten",
        },
    ),
    "en": AskedWording(
        title="What colleagues ask again and again",
        lead="Counted by answer and week, without a word of the question and without people. Everybody counts once a week. Only what ten people or more asked is here, rounded down to tens.",
        weeks="{first} to {last}",
        asked="at least {times} times, by at least {people} people",
        answered="Jourfix answers:",
        to_rule="Make a rule of it",
        to_dilemma="Make a dilemma of it",
        not_understood="To at least {times} questions Jourfix only knew a general answer. Nobody here knows what they said. Ask in the next jourfix what stayed open.",
        nothing="No question came from ten people or more in these four weeks.",
        verdicts={
            "yes": "Yes",
            "yes_if": "Yes, if",
            "ask": "Ask first",
            "no": "No",
            "info": "Good to know",
        },
    ),
}

"""What is said around questions to the field, and around nudges, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class QuestionsWording:
    """Sentences with {placeholders} that are filled with our own values."""

    door: str
    title: str
    hint: str
    more: str
    remind: str
    ask_day: str
    days: tuple[str, ...]
    weekday: str
    set: str
    cancel: str
    cancelled: str
    none_set: str
    no_day: str
    cannot: str
    nudge: str
    nudge_hint: str
    again: str


QUESTIONS_WORDINGS: Mapping[Language, QuestionsWording] = {
    "de": QuestionsWording(
        door="Fragen statt senden",
        title="Was wollen wir wissen?",
        hint="Schreib ein paar Zeilen, warum du fragst, und stell die Frage am Ende. Dann lohnt es sich auch, die Antworten zu lesen.",
        more="Andere Fragen",
        remind="Erinnere mich",
        ask_day="An welchem Tag soll ich dich einmal erinnern?",
        days=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        weekday="{weekday}, {date}",
        set="Gut, ich erinnere dich einmal, in deiner Arbeitszeit: {day}",
        cancel="Doch nicht erinnern",
        cancelled="Gut, ich erinnere dich nicht.",
        none_set="Du hast gerade keine Erinnerung.",
        no_day="Dieser Tag geht nicht. Such dir einen aus:",
        cannot="Hier kann ich mich nicht von selbst melden. In Slack und Teams geht das.",
        nudge="Du hast dir für heute eine Erinnerung gewünscht: Hier ist sie.",
        nudge_hint="Wenn es gerade passt, nimm dir zehn Minuten für deinen Beitrag. Eine Frage zum Anfangen:",
        again="In einer Woche noch mal",
    ),
    "nl": QuestionsWording(
        door="Vragen in plaats van zenden",
        title="Wat willen we weten?",
        hint="Schrijf een paar regels over waarom je het vraagt, en stel de vraag aan het eind. Dan is het ook leuk om de antwoorden te lezen.",
        more="Andere vragen",
        remind="Herinner me",
        ask_day="Op welke dag zal ik je één keer herinneren?",
        days=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        weekday="{weekday} {date}",
        set="Goed, ik herinner je één keer, tijdens je werktijd: {day}",
        cancel="Toch niet herinneren",
        cancelled="Goed, ik herinner je niet.",
        none_set="Er staat nu geen herinnering klaar.",
        no_day="Die dag lukt niet. Kies er een:",
        cannot="Hier kan ik me niet uit mezelf melden. In Slack en Teams kan dat wel.",
        nudge="Je vroeg voor vandaag om een herinnering: hier is die.",
        nudge_hint="Komt het uit? Neem dan tien minuten voor je bericht. Een vraag om mee te beginnen:",
        again="Over een week nog eens",
    ),
    "en": QuestionsWording(
        door="Ask instead of send",
        title="What do we want to know?",
        hint="Write a few lines on why you're asking, and put the question at the end. That makes the answers worth reading, too.",
        more="Other questions",
        remind="Remind me",
        ask_day="On which day shall I remind you? Once only.",
        days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        weekday="{weekday}, {date}",
        set="Good, I'll remind you once, during your working hours: {day}",
        cancel="Never mind",
        cancelled="All right, I won't remind you.",
        none_set="There's no reminder set right now.",
        no_day="That day doesn't work. Pick one:",
        cannot="I can't be the first to write here. In Slack and Teams I can.",
        nudge="You asked for a reminder today: here it is.",
        nudge_hint="If this is a good moment, take ten minutes for your post. A question to begin with:",
        again="Again in a week",
    ),
}

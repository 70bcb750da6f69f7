"""What is said around the launch of a group, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class LaunchWording:
    """Sentences with {placeholders} that are filled with our own values or people's own words."""

    door: str
    title: str
    no_kit: str
    start: str
    no_start: str
    set_start: str
    start_label: str
    start_hint: str
    start_unread: str
    save: str
    ask_all: str
    asked: str
    asked_before: str
    nobody: str
    named: str
    nobody_named: str
    show: str
    announcement: str
    managers: str
    colleagues: str
    questions: str
    copy: str
    others: str
    some: str
    company: str
    yes: str
    no: str
    ask_name: str
    name_label: str
    name_hint: str
    name_too_long: str
    kept: str
    withdraw: str
    declined: str
    gone: str
    not_joined: str


LAUNCH_WORDINGS: Mapping[Language, LaunchWording] = {
    "de": LaunchWording(
        door="Startpaket",
        title="Startpaket: die Gruppe vorstellen",
        no_kit="Für das Startpaket fehlt die Datei policies/launch-kit/kit.yaml.",
        start="Start: {day}",
        no_start="Noch kein Tag festgelegt.",
        set_start="Tag festlegen",
        start_label="Wann stellt ihr die Gruppe vor?",
        start_hint="Zum Beispiel: 7.12.2026. Änderst du den Tag, frage ich alle neu: Die Zustimmung galt für den alten.",
        start_unread="Dieser Tag geht nicht. Schreib ihn so: 7.12.2026. Er darf nicht in der Vergangenheit liegen.",
        save="Speichern",
        ask_all="Alle fragen, ob wir sie nennen dürfen",
        asked="Die Frage ist unterwegs und kommt in der jeweiligen Arbeitszeit an. Wer nicht antwortet, wird nicht genannt.",
        asked_before="Gefragt sind schon alle, die ich erreiche.",
        nobody="Es ist gerade niemand da, den ich fragen könnte.",
        named="Genannt werden möchten",
        nobody_named="Noch hat niemand zugestimmt, genannt zu werden.",
        show="Texte auf Deutsch",
        announcement="Ankündigung",
        managers="Für Führungskräfte",
        colleagues="Für alle: so kannst du unterstützen",
        questions="Häufige Fragen",
        copy="Kopieren",
        others="weitere Kolleginnen und Kollegen",
        some="einige Kolleginnen und Kollegen",
        company="uns",
        yes="Ja, mit Namen",
        no="Lieber ohne Namen",
        ask_name="Wie sollen wir deinen Namen schreiben?",
        name_label="Dein Name",
        name_hint="So steht er dann in der Ankündigung.",
        name_too_long="Das ist zu lang für einen Namen. Höchstens {most} Zeichen, bitte.",
        kept="Danke! Du wirst als „{name}“ genannt. Bis zur Ankündigung kannst du es dir jederzeit anders überlegen.",
        withdraw="Doch ohne Namen",
        declined="Gut, du wirst nicht genannt. Sonst ändert sich nichts.",
        gone="Diese Frage ist nicht mehr offen.",
        not_joined="Das ist eine Frage an alle, die im Programm sind.",
    ),
    "nl": LaunchWording(
        door="Startpakket",
        title="Startpakket: de groep voorstellen",
        no_kit="Voor het startpakket ontbreekt het bestand policies/launch-kit/kit.yaml.",
        start="Start: {day}",
        no_start="Er is nog geen dag gekozen.",
        set_start="Dag kiezen",
        start_label="Wanneer stellen jullie de groep voor?",
        start_hint="Bijvoorbeeld: 7-12-2026. Verander je de dag, dan vraag ik iedereen opnieuw: het ja gold voor de oude dag.",
        start_unread="Die dag lukt niet. Schrijf hem zo: 7-12-2026. Kies een dag die nog komt.",
        save="Opslaan",
        ask_all="Iedereen vragen of we ze mogen noemen",
        asked="De vraag is onderweg en komt binnen ieders werktijd aan. Wie niet antwoordt, wordt niet genoemd.",
        asked_before="Iedereen die ik kan bereiken, is al gevraagd.",
        nobody="Er is nu niemand die ik kan vragen.",
        named="Willen genoemd worden",
        nobody_named="Er is nog niemand die genoemd wil worden.",
        show="Teksten in het Nederlands",
        announcement="Aankondiging",
        managers="Voor leidinggevenden",
        colleagues="Voor iedereen: zo help je mee",
        questions="Veelgestelde vragen",
        copy="Kopiëren",
        others="andere collega's",
        some="een paar collega's",
        company="onze organisatie",
        yes="Ja, met naam",
        no="Liever zonder naam",
        ask_name="Hoe schrijven we je naam?",
        name_label="Je naam",
        name_hint="Zo komt hij in de aankondiging te staan.",
        name_too_long="Dat is te lang voor een naam. Hooguit {most} tekens, alsjeblieft.",
        kept="Dank je! Je wordt genoemd als ‘{name}’. Tot de aankondiging kun je altijd van gedachten veranderen.",
        withdraw="Toch zonder naam",
        declined="Goed, je wordt niet genoemd. Verder verandert er niets.",
        gone="Deze vraag staat niet meer open.",
        not_joined="Dit is een vraag aan iedereen in het programma.",
    ),
    "en": LaunchWording(
        door="Launch kit",
        title="Launch kit: introducing the group",
        no_kit="The launch kit needs the file policies/launch-kit/kit.yaml, which is not there.",
        start="Start: {day}",
        no_start="No day has been chosen yet.",
        set_start="Choose the day",
        start_label="When will you introduce the group?",
        start_hint="For example: 7 December 2026. If you change the day, I'll ask everybody again: they agreed to the old one.",
        start_unread="That day won't work. Write it like this: 7 December 2026. It can't be in the past.",
        save="Save",
        ask_all="Ask everybody whether we may name them",
        asked="The question is on its way and arrives within everybody's working hours. Whoever doesn't answer won't be named.",
        asked_before="I've already asked everybody I can reach.",
        nobody="There's nobody I could ask right now.",
        named="Happy to be named",
        nobody_named="Nobody has agreed to be named yet.",
        show="Texts in English",
        announcement="Announcement",
        managers="For managers",
        colleagues="For everybody: how you can support",
        questions="Frequently asked questions",
        copy="Copy",
        others="other colleagues",
        some="some colleagues",
        company="our organisation",
        yes="Yes, with my name",
        no="I'd rather not be named",
        ask_name="How should we write your name?",
        name_label="Your name",
        name_hint="This is how it will appear in the announcement.",
        name_too_long="That's too long for a name. {most} characters at most, please.",
        kept="Thank you! You'll be named as “{name}”. You can change your mind at any time until the announcement.",
        withdraw="Without my name after all",
        declined="All right, you won't be named. Nothing else changes.",
        gone="This question is no longer open.",
        not_joined="This is a question to everyone in the programme.",
    ),
}

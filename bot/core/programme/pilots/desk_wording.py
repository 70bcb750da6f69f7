"""What is said to editors of pilots, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class PilotDeskWording:
    """Sentences with {placeholders} that are filled with an editor's words and our own values."""

    door: str
    title: str
    none: str
    new: str
    ask_title: str
    title_hint: str
    save: str
    states: Mapping[str, str]
    missing: Mapping[str, str]
    missing_title: str
    leads_title: str
    lead_states: Mapping[str, str]
    no_leads: str
    somebody: str
    parts: Mapping[str, str]
    hints: Mapping[str, str]
    until: str
    change: str
    unread: Mapping[str, str]
    unread_else: str
    again: str
    ask_lead: str
    choose_lead: str
    nobody_left: str
    more: str
    asked: str
    not_asked: str
    open: str
    opened: str
    opened_embargo: str
    not_open: str
    invite: str
    ask_invite: str
    invited: str
    invited_before: str
    nobody_to_invite: str
    call_off: str
    ask_call_off: str
    keep: str
    not_yet: str
    called_off: str
    page: str
    copy: str
    answered_yes: str
    answered_no: str
    show: str
    dos: tuple[str, ...]
    donts: tuple[str, ...]


_DAYS_DE = "Zum Beispiel: 3.12.2026 bis 6.12.2026"
PILOT_DESK_WORDINGS: Mapping[Language, PilotDeskWording] = {
    "de": PilotDeskWording(
        door="Pilotprojekte und Kongresse planen",
        title="Pilotprojekte und Kongresse",
        none="Noch gibt es kein Pilotprojekt.",
        new="Neues Pilotprojekt",
        ask_title="Wie heißt das Pilotprojekt oder der Kongress?",
        title_hint="Kurz, so wie alle es nennen. Die anderen sehen es erst, wenn du es öffnest.",
        save="Speichern",
        states={
            "draft": "Entwurf, nur für die Redaktion",
            "open": "geöffnet",
            "off": "abgesagt",
        },
        missing={
            "days": "die Tage",
            "leads": "zwei Zusagen für die Leitung",
            "lead": "eine zweite Zusage für die Leitung",
        },
        missing_title="Vor dem Öffnen fehlt noch",
        leads_title="Leitung",
        lead_states={"": "gefragt", "yes": "hat zugesagt", "no": "hat abgesagt"},
        no_leads="Noch ist niemand gefragt.",
        somebody="jemand",
        parts={
            "title": "Name",
            "days": "Tage",
            "place": "Ort und Land",
            "dos": "Gern",
            "donts": "Lieber nicht",
            "hashtags": "Hashtags",
            "embargo": "Sperrfristen",
            "before": "Fragen davor",
            "during": "Fragen währenddessen",
            "after": "Fragen danach",
            "cohort": "Gruppe",
        },
        hints={
            "title": "Kurz, so wie alle es nennen.",
            "days": _DAYS_DE,
            "place": "Zum Beispiel: Berlin, Deutschland",
            "dos": "Ein Satz je Zeile. Nach einer Zeile „nl:“ oder „en:“ stehen die Sätze für diese Sprache.",
            "donts": "Ein Satz je Zeile. Nach einer Zeile „nl:“ oder „en:“ stehen die Sätze für diese Sprache.",
            "hashtags": "Höchstens sechs, zum Beispiel: #ESC2026 #TeamNordhafen",
            "embargo": "Je Zeile die Wörter und der erste freie Tag: HORIZON-2, Ravoglutid bis 4.12.2026. Ich prüfe sie in jedem Entwurf im Haus, sobald das Projekt geöffnet ist.",
            "before": "Eine Frage je Zeile. Leer heißt: Es kommen unsere eigenen.",
            "during": "Eine Frage je Zeile. Leer heißt: Es kommen unsere eigenen.",
            "after": "Eine Frage je Zeile. Leer heißt: Es kommen unsere eigenen.",
            "cohort": "Wer in dieser Gruppe ist, ist automatisch dabei. Schreib den Namen genau so, wie die Gruppe heißt.",
        },
        until="bis",
        change="Was möchtest du ändern?",
        unread={
            "days": "Das konnte ich nicht lesen: „{part}“. Schreib die Tage zum Beispiel so: 3.12.2026 bis 6.12.2026. Mehr als drei Monate dürfen es nicht sein, und sie dürfen nicht vorbei sein.",
            "embargo": "Diese Zeile konnte ich nicht lesen: „{part}“. Schreib zum Beispiel: HORIZON-2, Ravoglutid bis 4.12.2026. Der Tag muss in der Zukunft liegen.",
        },
        unread_else="Das ist zu lang, oder es fehlt etwas: „{part}“. Höchstens acht Zeilen, jede höchstens 200 Zeichen; ein Name höchstens 80.",
        again="Noch einmal",
        ask_lead="Jemanden für die Leitung fragen",
        choose_lead="Wen möchtest du fragen? Ein Nein bleibt unter uns und braucht keinen Grund.",
        nobody_left="Es ist niemand mehr da, den du noch fragen könntest.",
        more="Weitere zeigen",
        asked="Gefragt. Die Nachricht kommt in der Arbeitszeit an, und ich sage dir, wie die Antwort ausfällt.",
        not_asked="Zwei sind schon gefragt oder haben zugesagt. Sagt jemand ab, kannst du weiterfragen.",
        open="Öffnen",
        opened="„{title}“ ist geöffnet. Wer im Programm ist, findet es mit „Pilot“.",
        opened_embargo="Die Sperrfristen prüfe ich ab jetzt in jedem Entwurf im Haus.",
        not_open="Das geht noch nicht.",
        invite="Alle einladen",
        ask_invite="Die Einladung geht an alle im Programm, die hier noch nicht dabei sind, in ihrer Arbeitszeit. Sie zählt zu den Nachrichten, die sie pro Woche zulassen.",
        invited="Die Einladung ist unterwegs.",
        invited_before="Die Einladung ist schon verschickt. Zweimal bekommt sie niemand.",
        nobody_to_invite="Es gibt gerade niemanden, den ich einladen könnte.",
        call_off="Absagen",
        ask_call_off="Möchtest du „{title}“ wirklich absagen? Wer dabei ist, erfährt es in der Arbeitszeit. Die Sperrfristen gelten dann nicht mehr.",
        keep="Nicht absagen",
        not_yet="Noch nicht einladen",
        called_off="„{title}“ ist abgesagt.",
        page="Auswertung zum Weitergeben",
        copy="Kopieren",
        answered_yes="{name} leitet „{title}“ gern.",
        answered_no="{name} leitet „{title}“ diesmal nicht. Du kannst jemand anderen fragen.",
        show="Ansehen",
        dos=(
            "Erzähl von Begegnungen und von dem, was du gelernt hast.",
            "Frag vor jedem Foto, auf dem jemand zu erkennen ist.",
            "Schick mir deinen Entwurf, auch unterwegs.",
        ),
        donts=(
            "Keine Fotos von Folien, Postern oder Ständen, wenn niemand zugestimmt hat.",
            "Keine Namen von Präparaten und keine Studiendaten.",
        ),
    ),
    "nl": PilotDeskWording(
        door="Proeftuinen en congressen plannen",
        title="Proeftuinen en congressen",
        none="Er is nog geen proeftuin.",
        new="Nieuwe proeftuin",
        ask_title="Hoe heet de proeftuin of het congres?",
        title_hint="Kort, zoals iedereen het noemt. Ambassadeurs zien het pas als je het openstelt.",
        save="Opslaan",
        states={
            "draft": "concept, alleen voor de redactie",
            "open": "open",
            "off": "afgezegd",
        },
        missing={
            "days": "de dagen",
            "leads": "twee trekkers die ja hebben gezegd",
            "lead": "een tweede trekker die ja zegt",
        },
        missing_title="Voor het openstellen ontbreekt nog",
        leads_title="Trekkers",
        lead_states={"": "gevraagd", "yes": "heeft ja gezegd", "no": "heeft nee gezegd"},
        no_leads="Er is nog niemand gevraagd.",
        somebody="iemand",
        parts={
            "title": "Naam",
            "days": "Dagen",
            "place": "Plaats en land",
            "dos": "Graag",
            "donts": "Liever niet",
            "hashtags": "Hashtags",
            "embargo": "Embargo's",
            "before": "Vragen vooraf",
            "during": "Vragen tijdens",
            "after": "Vragen achteraf",
            "cohort": "Groep",
        },
        hints={
            "title": "Kort, zoals iedereen het noemt.",
            "days": "Bijvoorbeeld: 3-12-2026 tot en met 6-12-2026",
            "place": "Bijvoorbeeld: Utrecht, Nederland",
            "dos": "Eén zin per regel. Na een regel ‘de:’ of ‘en:’ staan de zinnen voor die taal.",
            "donts": "Eén zin per regel. Na een regel ‘de:’ of ‘en:’ staan de zinnen voor die taal.",
            "hashtags": "Hooguit zes, bijvoorbeeld: #ESC2026 #TeamNordhafen",
            "embargo": "Per regel de woorden en de eerste vrije dag: HORIZON-2, ravoglutide tot 4-12-2026. Ik let er bij elk concept in huis op zodra de proeftuin open is.",
            "before": "Eén vraag per regel. Laat je het leeg, dan komen onze eigen vragen.",
            "during": "Eén vraag per regel. Laat je het leeg, dan komen onze eigen vragen.",
            "after": "Eén vraag per regel. Laat je het leeg, dan komen onze eigen vragen.",
            "cohort": "Wie in deze groep zit, doet vanzelf mee. Schrijf de naam precies zoals de groep heet.",
        },
        until="tot",
        change="Wat wil je aanpassen?",
        unread={
            "days": "Dit kon ik niet lezen: ‘{part}’. Schrijf de dagen bijvoorbeeld zo: 3-12-2026 tot en met 6-12-2026. Het mogen hooguit drie maanden zijn, en ze mogen niet voorbij zijn.",
            "embargo": "Deze regel kon ik niet lezen: ‘{part}’. Schrijf bijvoorbeeld: HORIZON-2, ravoglutide tot 4-12-2026. De dag moet in de toekomst liggen.",
        },
        unread_else="Dit is te lang, of er ontbreekt iets: ‘{part}’. Hooguit acht regels van hooguit 200 tekens; een naam hooguit 80.",
        again="Nog een keer",
        ask_lead="Iemand vragen als trekker",
        choose_lead="Wie wil je vragen? Een nee blijft onder ons en hoeft geen reden.",
        nobody_left="Er is niemand meer die je nog kunt vragen.",
        more="Meer tonen",
        asked="Gevraagd. Het bericht komt tijdens werktijd aan, en ik laat je weten wat het antwoord is.",
        not_asked="Er zijn al twee collega's gevraagd, of ze hebben al ja gezegd. Zegt iemand nee, dan kun je verder vragen.",
        open="Openstellen",
        opened="‘{title}’ is open. Ambassadeurs vinden het als ze ‘proeftuin’ schrijven.",
        opened_embargo="Op de embargo's let ik vanaf nu bij elk concept in huis.",
        not_open="Dat kan nog niet.",
        invite="Iedereen uitnodigen",
        ask_invite="De uitnodiging gaat naar alle ambassadeurs die nog niet meedoen, op hun eigen tijden. Die telt mee voor wat iemand per week wil ontvangen.",
        invited="De uitnodiging is onderweg.",
        invited_before="De uitnodiging is al verstuurd. Niemand krijgt hem twee keer.",
        nobody_to_invite="Er is nu niemand om uit te nodigen.",
        call_off="Afzeggen",
        ask_call_off="Wil je ‘{title}’ echt afzeggen? Wie meedoet, hoort het onder werktijd. De embargo's gelden dan niet meer.",
        keep="Nee, laten staan",
        not_yet="Nog niet uitnodigen",
        called_off="‘{title}’ is afgezegd.",
        page="Evaluatie om te delen",
        copy="Kopiëren",
        answered_yes="{name} wil ‘{title}’ graag trekken.",
        answered_no="{name} trekt ‘{title}’ deze keer niet. Je kunt iemand anders vragen.",
        show="Bekijken",
        dos=(
            "Vertel over ontmoetingen en over wat je hebt geleerd.",
            "Vraag het voor elke foto waarop iemand te herkennen is.",
            "Stuur mij je concept, ook als je onderweg bent.",
        ),
        donts=(
            "Geen foto's van dia's, posters of stands zonder toestemming.",
            "Geen namen van middelen en geen studiegegevens.",
        ),
    ),
    "en": PilotDeskWording(
        door="Plan pilots and congresses",
        title="Pilots and congresses",
        none="There is no pilot yet.",
        new="New pilot",
        ask_title="What is the pilot or congress called?",
        title_hint="Short, the way everybody calls it. Others see it only once you open it.",
        save="Save",
        states={"draft": "draft, editors only", "open": "open", "off": "called off"},
        missing={
            "days": "the days",
            "leads": "two leads who said yes",
            "lead": "a second lead who says yes",
        },
        missing_title="Before you can open it, this is missing",
        leads_title="Leads",
        lead_states={"": "was asked", "yes": "said yes", "no": "said no"},
        no_leads="Nobody has been asked yet.",
        somebody="someone",
        parts={
            "title": "Name",
            "days": "Days",
            "place": "Place and country",
            "dos": "Do",
            "donts": "Better not",
            "hashtags": "Hashtags",
            "embargo": "Embargoes",
            "before": "Questions before",
            "during": "Questions during",
            "after": "Questions after",
            "cohort": "Group",
        },
        hints={
            "title": "Short, the way everybody calls it.",
            "days": "For example: 3 December 2026 to 6 December 2026",
            "place": "For example: Leeds, United Kingdom",
            "dos": "One sentence a line. After a line “de:” or “nl:” come the sentences for that language.",
            "donts": "One sentence a line. After a line “de:” or “nl:” come the sentences for that language.",
            "hashtags": "Six at most, for example: #ESC2026 #TeamNordhafen",
            "embargo": "A line each: the words and the first free day: HORIZON-2, ravoglutide until 4 Dec 2026. I look for them in every draft here once the pilot is open.",
            "before": "One question a line. Empty means: ours are asked.",
            "during": "One question a line. Empty means: ours are asked.",
            "after": "One question a line. Empty means: ours are asked.",
            "cohort": "Whoever is in this group takes part by themselves. Write the name exactly as the group is called.",
        },
        until="until",
        change="What would you like to change?",
        unread={
            "days": "I could not read this: “{part}”. Write the days like this: 3 Dec 2026 to 6 Dec 2026. It may last three months at most, and must not be over.",
            "embargo": "I could not read this line: “{part}”. Write it like this: HORIZON-2, ravoglutide until 4 Dec 2026. The day must be in the future.",
        },
        unread_else="This is too long, or something is missing: “{part}”. Eight lines at most, 200 characters each; a name up to 80.",
        again="Try again",
        ask_lead="Ask someone to lead",
        choose_lead="Whom would you like to ask? A no stays between us and needs no reason.",
        nobody_left="There is nobody left whom you could ask.",
        more="Show more",
        asked="Asked. The message arrives during working hours, and I will tell you the answer.",
        not_asked="Two people have been asked or have said yes. If one says no, you can ask on.",
        open="Open it",
        opened="“{title}” is open. Ambassadors find it by writing “pilot”.",
        opened_embargo="From now on I look for the embargoed words in every draft here.",
        not_open="Not yet.",
        invite="Invite everybody",
        ask_invite="The invitation goes to all ambassadors who are not in yet, at their own hours. It counts towards what each of them allows a week.",
        invited="The invitation is on its way.",
        invited_before="The invitation has gone out already. Nobody gets it twice.",
        nobody_to_invite="There is nobody to invite right now.",
        call_off="Call it off",
        ask_call_off="Do you really want to call off “{title}”? Those who are in will hear of it at their own hours. The embargoes no longer hold then.",
        keep="No, keep it",
        not_yet="Don't invite yet",
        called_off="“{title}” is called off.",
        page="Evaluation to pass on",
        copy="Copy",
        answered_yes="{name} is happy to lead “{title}”.",
        answered_no="{name} will not lead “{title}” this time. You can ask someone else.",
        show="Show it",
        dos=(
            "Write about the people you meet and what you learn.",
            "Ask before every picture in which someone can be recognised.",
            "Send me your draft, even when you're on the road.",
        ),
        donts=(
            "No pictures of slides, posters or stands that nobody agreed to.",
            "No names of medicines and no study data.",
        ),
    ),
}

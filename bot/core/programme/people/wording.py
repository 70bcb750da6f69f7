"""What is said about taking part, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level, Rhythm


@dataclass(frozen=True)
class PeopleWording:
    """Sentences with {placeholders} that are filled with our own values or a person's own words."""

    # Joining
    invite: str
    invite_free: str
    start: str
    ask_language: str
    ask_networks: str
    networks_done: str
    chosen: str
    no_network: str
    ask_level: str
    levels: Mapping[Level, str]
    consent: str
    kept: tuple[str, ...]
    kept_title: str
    agree: str
    not_now: str
    declined: str
    joined: str
    joined_next: str
    joined_here: str  # where nobody can be written to
    tip: str
    already: str
    # One's own page
    page: str
    page_lines: tuple[str, ...]
    page_paused: str
    page_paused_open: str
    page_ask: str
    yes: str
    no: str
    none: str
    rhythms: Mapping[Rhythm, str]
    change: Mapping[str, str]  # what can be changed -> its button
    saved: str
    # One setting after the other
    ask_rhythm: str
    ask_most: str
    most: Mapping[int, str]
    ask_hours: str
    hours_label: str
    hours_hint: str
    hours_send: str
    hours_unread: str
    days: tuple[str, ...]  # Monday first, short
    hours_line: str
    quiet_line: str
    ask_topics: str
    topics_done: str
    ask_work: str
    work_label: str
    work_hint: str
    work_send: str
    work_unread: str
    ask_role: str
    roles: Mapping[str, str]  # a role as `roles.yaml` reads it -> its button
    role_saved: str
    ask_role_hint: str
    role_hint_yes: str
    role_hint_no: str
    role_hint_declined: str
    role_from_profile: str
    # Pausing and leaving
    ask_pause: str
    pauses: Mapping[str, str]
    paused: str
    paused_open: str
    resume: str
    resumed: str
    ask_leave: str
    leave: str
    stay: str
    stayed: str
    left: str
    not_joined: str


PEOPLE_WORDINGS: Mapping[Language, PeopleWording] = {
    "de": PeopleWording(
        invite="Schön, dass du dabei sein magst! Im Programm bekommst du einmal pro Woche einen kurzen Tipp und eine "
        "Idee zum Erzählen, und alle zwei Wochen gibt es den Jourfix mit Beiträgen von Kolleginnen und Kollegen.",
        invite_free="Alles ist freiwillig. Den Coach und die Bibliothek kannst du auch ohne das Programm nutzen. "
        "Niemand zählt deine Beiträge, und einer im Monat, der jemandem etwas bringt, ist viel wert.",
        start="Ich mache mit",
        ask_language="Drei kurze Fragen. Erstens: In welcher Sprache soll ich dir schreiben?",
        ask_networks="Zweitens: Auf welchen Netzwerken bist du? Du kannst mehrere wählen.",
        networks_done="Weiter",
        chosen="Gewählt: {names}",
        no_network="Noch nirgends",
        ask_level="Drittens: Wie sicher fühlst du dich beim Posten?",
        levels={
            "starting": "Ich fange gerade an",
            "sometimes": "Ab und zu poste ich",
            "often": "Ich poste oft",
        },
        consent="Fast geschafft. Bist du einverstanden, dass ich das speichere?",
        kept_title="Das merke ich mir",
        kept=(
            "Sprache: {language}. Netzwerke: {networks}. {level}.",
            "Wohin ich dir schreiben kann, und was du später selbst einstellst oder einreichst.",
            "Alles verschlüsselt und nur, solange du mitmachst. „Aussteigen“ beendet es, „vergiss mich“ löscht alles.",
            "Die Kommunikation sieht, dass du dabei bist und ob Nachrichten ankommen. Deine Entwürfe sieht sie nicht.",
        ),
        agree="Einverstanden",
        not_now="Jetzt nicht",
        declined="Alles klar, ich speichere nichts. Mit „mitmachen“ kannst du jederzeit dazukommen.",
        joined="Willkommen im Programm!",
        joined_next="Einmal pro Woche schreibe ich dir, immer in deiner Arbeitszeit. Alles andere ist aus, bis du es "
        "einschaltest. Magst du gleich einen Tipp?",
        joined_here="Von mir aus kann ich dir hier nicht schreiben, das geht nur in Slack und Teams. Schreib einfach „Wochenpost“, "
        "wann immer du magst. Magst du gleich einen Tipp?",
        tip="Ja, einen Tipp",
        already="Du bist schon dabei.",
        page="Dein Programm",
        page_lines=(
            "Dabei seit {joined}",
            "Netzwerke: {networks}",
            "{level}",
            "Wochenpost: {bundle}",
            "Höchstens {most}-mal pro Woche schreibe ich dir von mir aus",
            "Wann ich schreibe: {hours}",
            "Rückblick auf jeden Jourfix als Nachricht: {recap}",
            "Tandem mit einer Kollegin oder einem Kollegen: {buddy}",
            "Themen zuerst: {topics}",
            "Arbeit: {work}",
            "Gruppen: {cohorts}",
        ),
        page_paused="Pause bis {until}",
        page_paused_open="Pause, bis du dich meldest",
        page_ask="Was möchtest du ändern?",
        yes="ja",
        no="nein",
        none="noch nichts",
        rhythms={
            "week": "jede Woche",
            "two-weeks": "alle zwei Wochen",
            "month": "einmal im Monat",
            "never": "gar nicht",
        },
        change={
            "bundle": "Wochenpost",
            "most": "Höchstzahl",
            "hours": "Zeiten",
            "recap": "Rückblick",
            "buddy": "Tandem",
            "topics": "Themen",
            "networks": "Netzwerke",
            "level": "Wie sicher ich bin",
            "work": "Arbeit",
            "role": "Rolle",
            "pause": "Pause machen",
            "leave": "Aussteigen",
        },
        saved="Gespeichert. So ist es jetzt:",
        ask_rhythm="Wie oft soll die Wochenpost kommen? (Ein Tipp, ein Dilemma, eine Idee, alles in einer Nachricht.)",
        ask_most="Wie viele Nachrichten pro Woche dürfen es höchstens sein? Niemand sonst kann das erhöhen.",
        most={1: "Eine", 2: "Zwei", 3: "Drei"},
        ask_hours="Wann darf ich dir schreiben? Am Wochenende nie.",
        hours_label="Tage und Uhrzeiten",
        hours_hint="Zum Beispiel: Mo-Do 9-15 Uhr, Ruhe 12-13, Europe/Berlin",
        hours_send="Speichern",
        hours_unread="Das konnte ich nicht lesen: {part}. Schreib es zum Beispiel so: Mo-Do 9-15 Uhr, Ruhe 12-13.",
        days=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        hours_line="{days} {start} bis {end} Uhr ({zone})",
        quiet_line="Ruhe {start} bis {end} Uhr",
        ask_topics="Worum soll es in den Tipps zuerst gehen? Du kannst mehrere wählen.",
        topics_done="Fertig",
        ask_work="Magst du mir etwas zu deiner Arbeit sagen? Das hilft, Gruppen gut zu mischen.",
        work_label="Bereich, Standort, dabei seit (alles freiwillig)",
        work_hint="Zum Beispiel: Intensivpflege, Hamburg, 1.4.2016",
        work_send="Speichern",
        work_unread="Das konnte ich nicht lesen: {part}. Schreib es zum Beispiel so: Intensivpflege, Hamburg, 1.4.2016.",
        ask_role="Was machst du beruflich? Danach richten sich Wortwahl und Regeln.",
        roles={
            "doctor": "Ärztin oder Arzt",
            "nurse": "Pflege",
            "therapist": "Therapie",
            "pharmacist": "Apotheke",
            "sales": "Außendienst, Vertrieb",
            "research": "Labor, Forschung",
            "production": "Produktion, Technik, Logistik",
            "hr": "Verwaltung, HR, IT",
            "communications": "Kommunikation, Marketing",
            "board": "Leitung",
            "volunteer": "Ehrenamt",
        },
        role_saved="Gemerkt. Beim nächsten Entwurf richte ich mich danach.",
        ask_role_hint="In deinem Profil steht „{role}“. Soll ich mir das als deine Rolle merken? Dann passen meine "
        "Beispiele besser. Ohne dein Ja merke ich mir nichts davon.",
        role_hint_yes="Ja, merken",
        role_hint_no="Nein",
        role_hint_declined="Gut, ich merke mir keine Rolle. Unter „Programm“ kannst du jederzeit eine wählen.",
        role_from_profile="Wie im Profil: {role}",
        ask_pause="Wie lange soll Ruhe sein?",
        pauses={
            "14": "Zwei Wochen",
            "30": "Einen Monat",
            "91": "Drei Monate",
            "open": "Bis ich mich melde",
        },
        paused="Gut, bis {until} kommt nichts von mir. Entwürfe kannst du mir trotzdem schicken.",
        paused_open="Gut, es kommt nichts mehr, bis du dich meldest. Entwürfe kannst du mir trotzdem schicken.",
        resume="Pause beenden",
        resumed="Schön, dass du wieder da bist.",
        ask_leave="Möchtest du aussteigen? Dann lösche ich deine Angaben, Beiträge und Gruppen, und dein Tandem endet. Den Coach "
        "behältst du.",
        leave="Ja, aussteigen",
        stay="Doch nicht",
        stayed="Gut, es bleibt alles, wie es ist.",
        left="Du bist ausgestiegen. Deine Angaben, Beiträge, Zusagen und Gruppen sind gelöscht. „Vergiss mich“ löscht auch alles andere, "
        "etwa Stimmen bei Dilemmas. Danke, dass du dabei warst! Mit „mitmachen“ kommst du jederzeit wieder dazu.",
        not_joined="Dafür müsstest du beim Programm dabei sein. Das dauert eine Minute:",
    ),
    "nl": PeopleWording(
        invite="Leuk dat je mee wilt doen! In het programma krijg je één keer per week een korte tip en een idee om te "
        "vertellen, en om de week is er de jourfix met berichten van collega's.",
        invite_free="Alles is vrijwillig. De coach en de bibliotheek zijn er ook als je niet meedoet. Niemand telt je "
        "berichten: één keer per maand iets waar een ander wat aan heeft, is al heel wat.",
        start="Ik doe mee",
        ask_language="Drie korte vragen. Eén: in welke taal zal ik je schrijven?",
        ask_networks="Twee: op welke netwerken zit je? Je kunt er meerdere kiezen.",
        networks_done="Verder",
        chosen="Gekozen: {names}",
        no_network="Nog nergens",
        ask_level="Drie: hoe zeker voel je je als je iets plaatst?",
        levels={
            "starting": "Ik begin net",
            "sometimes": "Ik plaats af en toe iets",
            "often": "Ik plaats vaak",
        },
        consent="Bijna klaar. Vind je het goed dat ik dit bewaar?",
        kept_title="Dit onthoud ik",
        kept=(
            "Taal: {language}. Netwerken: {networks}. {level}.",
            "Waar ik je kan bereiken, en wat je later zelf instelt of instuurt.",
            "Alles versleuteld, en alleen zolang je meedoet. Met ‘stoppen’ houdt het op, met ‘vergeet mij’ wis je alles.",
            "Communicatie ziet dat je meedoet en of berichten aankomen. Je concepten ziet ze niet.",
        ),
        agree="Akkoord",
        not_now="Nu niet",
        declined="Prima, ik bewaar niets. Met ‘meedoen’ kun je altijd nog aanhaken.",
        joined="Welkom bij het programma!",
        joined_next="Eén keer per week hoor je van me, altijd onder werktijd. Al het andere staat uit tot jij het "
        "aanzet. Wil je meteen een tip?",
        joined_here="Uit mezelf kan ik je hier niet schrijven, dat gaat alleen in Slack en Teams. Schrijf gewoon ‘weekpost’ "
        "wanneer je wilt. Wil je meteen een tip?",
        tip="Ja, een tip",
        already="Je doet al mee.",
        page="Jouw programma",
        page_lines=(
            "Je doet mee sinds {joined}",
            "Netwerken: {networks}",
            "{level}",
            "Weekpost: {bundle}",
            "Hooguit {most} keer per week schrijf ik je uit mezelf",
            "Wanneer ik schrijf: {hours}",
            "Terugblik op elke jourfix als bericht: {recap}",
            "Maatje, een collega om mee te sparren: {buddy}",
            "Onderwerpen eerst: {topics}",
            "Werk: {work}",
            "Groepen: {cohorts}",
        ),
        page_paused="Pauze tot {until}",
        page_paused_open="Pauze, tot je iets laat weten",
        page_ask="Wat wil je veranderen?",
        yes="ja",
        no="nee",
        none="niets ingevuld",
        rhythms={
            "week": "elke week",
            "two-weeks": "om de week",
            "month": "één keer per maand",
            "never": "niet",
        },
        change={
            "bundle": "Weekpost",
            "most": "Maximum",
            "hours": "Tijden",
            "recap": "Terugblik",
            "buddy": "Maatje",
            "topics": "Onderwerpen",
            "networks": "Netwerken",
            "level": "Hoe zeker ik ben",
            "work": "Werk",
            "role": "Rol",
            "pause": "Pauze nemen",
            "leave": "Stoppen",
        },
        saved="Bewaard. Zo staat het nu:",
        ask_rhythm="Hoe vaak wil je de weekpost? (Een tip, een dilemma en een idee, samen in één bericht.)",
        ask_most="Hoeveel berichten per week mogen het hooguit zijn? Niemand anders kan dat verhogen.",
        most={1: "Eén", 2: "Twee", 3: "Drie"},
        ask_hours="Wanneer mag ik je schrijven? In het weekend nooit.",
        hours_label="Dagen en tijden",
        hours_hint="Bijvoorbeeld: ma-do 9-15 uur, stil 12-13, Europe/Amsterdam",
        hours_send="Bewaren",
        hours_unread="Dit kon ik niet lezen: {part}. Schrijf het bijvoorbeeld zo: ma-do 9-15 uur, stil 12-13.",
        days=("ma", "di", "wo", "do", "vr", "za", "zo"),
        hours_line="{days} van {start} tot {end} uur ({zone})",
        quiet_line="stil van {start} tot {end} uur",
        ask_topics="Waar moeten tips eerst over gaan? Je kunt er meerdere kiezen.",
        topics_done="Klaar",
        ask_work="Wil je iets over je werk vertellen? Dat helpt om groepen goed te mengen.",
        work_label="Afdeling, locatie, in dienst sinds (alles vrijwillig)",
        work_hint="Bijvoorbeeld: intensive care, Zwolle, 1-4-2016",
        work_send="Bewaren",
        work_unread="Dit kon ik niet lezen: {part}. Schrijf het bijvoorbeeld zo: intensive care, Zwolle, 1-4-2016.",
        ask_role="Wat voor werk doe je? Daar stem ik de regels en de toon op af.",
        roles={
            "doctor": "Arts",
            "nurse": "Verpleging, verzorging",
            "therapist": "Therapie",
            "pharmacist": "Apotheek",
            "sales": "Buitendienst, verkoop",
            "research": "Lab, onderzoek",
            "production": "Productie, techniek, logistiek",
            "hr": "Administratie, HR, IT",
            "communications": "Communicatie, marketing",
            "board": "Bestuur, directie",
            "volunteer": "Vrijwilliger",
        },
        role_saved="Onthouden. Bij je volgende concept houd ik er rekening mee.",
        ask_role_hint="In je profiel staat ‘{role}’. Zal ik dat als jouw rol onthouden? Dan passen mijn voorbeelden "
        "beter. Zonder jouw ja onthoud ik er niets van.",
        role_hint_yes="Ja, onthouden",
        role_hint_no="Nee",
        role_hint_declined="Prima, ik onthoud geen rol. Bij ‘programma’ kun je er altijd een kiezen.",
        role_from_profile="Zoals in je profiel: {role}",
        ask_pause="Hoelang wil je rust?",
        pauses={
            "14": "Twee weken",
            "30": "Een maand",
            "91": "Drie maanden",
            "open": "Tot ik iets laat weten",
        },
        paused="Goed, tot {until} hoor je niets van me. Concepten kun je gewoon blijven sturen.",
        paused_open="Goed, je hoort niets meer tot jij iets laat weten. Concepten kun je gewoon blijven sturen.",
        resume="Pauze beëindigen",
        resumed="Fijn dat je er weer bent.",
        ask_leave="Wil je stoppen? Dan wis ik je gegevens, berichten en groepen, en ben je geen maatje meer. De coach houd je.",
        leave="Ja, ik stop",
        stay="Toch niet",
        stayed="Goed, alles blijft zoals het is.",
        left="Je doet niet meer mee: je gegevens, berichten, aanmeldingen en groepen zijn gewist. ‘Vergeet mij’ wist ook al het "
        "andere, zoals stemmen bij dilemma's. Bedankt dat je erbij was! Met ‘meedoen’ ben je zo weer terug.",
        not_joined="Daarvoor moet je meedoen aan het programma. Dat kost een minuut:",
    ),
    "en": PeopleWording(
        invite="Good to have you! In the programme you get one short tip and one idea for a story a week, and every two "
        "weeks there's the jourfix with posts by colleagues.",
        invite_free="It's all voluntary. You can use the coach and the library without joining. Nobody counts your "
        "posts: once a month with something of value is plenty.",
        start="Count me in",
        ask_language="Three short questions. One: which language shall I write to you in?",
        ask_networks="Two: which networks are you on? Pick as many as you like.",
        networks_done="Next",
        chosen="Chosen: {names}",
        no_network="Nowhere yet",
        ask_level="Three: how sure do you feel about posting?",
        levels={
            "starting": "I'm just starting",
            "sometimes": "I post now and then",
            "often": "I post often",
        },
        consent="Nearly done. Is it all right if I keep this?",
        kept_title="What I'll keep",
        kept=(
            "Language: {language}. Networks: {networks}. {level}.",
            "Where I can reach you, and what you set or hand in yourself later on.",
            "All of it encrypted, and only while you take part. “Leave” ends it, “forget me” erases everything.",
            "The comms team sees that you take part and whether messages arrive. It doesn't see your drafts.",
        ),
        agree="I agree",
        not_now="Not now",
        declined="Fine, I've kept nothing. Say “join” whenever you like.",
        joined="Welcome to the programme!",
        joined_next="I'll write to you once a week, always within your working hours. Everything else is off until you "
        "switch it on. Would you like a tip right away?",
        joined_here="I can't write to you here on my own; that takes Slack or Teams. Just say “weekly post” whenever you like. "
        "Would you like a tip right away?",
        tip="Yes, a tip",
        already="You're already in.",
        page="Your programme",
        page_lines=(
            "Taking part since {joined}",
            "Networks: {networks}",
            "{level}",
            "Weekly post: {bundle}",
            "Messages you didn't ask for: at most {most} a week",
            "When I write: {hours}",
            "Recap of each jourfix as a message: {recap}",
            "Buddy, a colleague to compare notes with: {buddy}",
            "Topics first: {topics}",
            "Work: {work}",
            "Groups: {cohorts}",
        ),
        page_paused="On a break until {until}",
        page_paused_open="On a break until you say so",
        page_ask="What would you like to change?",
        yes="yes",
        no="no",
        none="nothing yet",
        rhythms={
            "week": "every week",
            "two-weeks": "every two weeks",
            "month": "once a month",
            "never": "never",
        },
        change={
            "bundle": "Weekly post",
            "most": "Maximum",
            "hours": "Hours",
            "recap": "Recap",
            "buddy": "Buddy",
            "topics": "Topics",
            "networks": "Networks",
            "level": "How sure I am",
            "work": "Work",
            "role": "Role",
            "pause": "Take a break",
            "leave": "Leave",
        },
        saved="Saved. This is how it is now:",
        ask_rhythm="How often would you like the weekly post? (A tip, a dilemma and an idea, in one message.)",
        ask_most="How many messages a week may it be at most? Nobody else can raise this.",
        most={1: "One", 2: "Two", 3: "Three"},
        ask_hours="When may I write to you? Never at weekends.",
        hours_label="Days and times",
        hours_hint="For example: Mon-Thu 9-15, quiet 12-13, Europe/London",
        hours_send="Save",
        hours_unread="I couldn't read this: {part}. Write it like this, for example: Mon-Thu 9-15, quiet 12-13.",
        days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        hours_line="{days} {start} to {end} ({zone})",
        quiet_line="quiet {start} to {end}",
        ask_topics="What should tips be about first? Pick as many as you like.",
        topics_done="Done",
        ask_work="Would you like to tell me about your work? It helps to mix groups well.",
        work_label="Department, site, with us since (all voluntary)",
        work_hint="For example: intensive care, Leeds, 1 April 2016",
        work_send="Save",
        work_unread="I couldn't read this: {part}. Write it like this, for example: intensive care, Leeds, 1 April 2016.",
        ask_role="What's your job? It decides on tone and rules.",
        roles={
            "doctor": "Doctor",
            "nurse": "Nursing, care",
            "therapist": "Therapy",
            "pharmacist": "Pharmacy",
            "sales": "Field force, sales",
            "research": "Lab, research",
            "production": "Production, technical, logistics",
            "hr": "Administration, HR, IT",
            "communications": "Communications, marketing",
            "board": "Management board",
            "volunteer": "Volunteer",
        },
        role_saved="Noted. I'll bear it in mind with your next draft.",
        ask_role_hint="Your profile says “{role}”. Shall I take that as your role? My examples will fit better. I won't "
        "keep any of it without your yes.",
        role_hint_yes="Yes, do",
        role_hint_no="No",
        role_hint_declined="Fine, I won't note a role. You can choose one under “programme” at any time.",
        role_from_profile="As in your profile: {role}",
        ask_pause="How long would you like it quiet?",
        pauses={
            "14": "Two weeks",
            "30": "A month",
            "91": "Three months",
            "open": "Until I say so",
        },
        paused="Right, you won't hear from me until {until}. You can still send me drafts.",
        paused_open="Right, you won't hear from me until you say so. You can still send me drafts.",
        resume="End the break",
        resumed="Good to have you back.",
        ask_leave="Would you like to leave? I'll erase your details, posts and groups, and you'll no longer be anyone's buddy. "
        "You keep the coach.",
        leave="Yes, leave",
        stay="No, stay",
        stayed="Fine, everything stays as it is.",
        left="You've left. Your details, posts, groups and answers to events are erased. “Forget me” erases everything else "
        "too, such as votes in dilemmas. Thank you for taking part! Say “join” to come back any time.",
        not_joined="You'd need to be in the programme for that. It takes a minute:",
    ),
}
LANGUAGE_NAMES: Mapping[Language, str] = {"de": "Deutsch", "nl": "Nederlands", "en": "English"}

"""What is said to editors who plan events, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.events.event import EventText, Kind, State


@dataclass(frozen=True)
class EventDeskWording:
    """Sentences with {placeholders} that are filled with our own values or an editor's words."""

    door: str
    kinds: Mapping[Kind, str]
    texts: Mapping[Kind, EventText]  # what a new one is called at first
    # The desk
    title: str
    nothing: str
    new: Mapping[Kind, str]
    hint: str
    states: Mapping[State, str]
    over: str
    # When
    ask_when: Mapping[Kind, str]
    other_when: str
    when_title: str
    when_label: str
    when_hint: str
    time_label: str
    time_hint: str
    move_label: str
    move_hint: str
    send: str
    unread: str
    part_unread: str  # a hint follows
    again: str
    past: str
    only_time: str
    # The page of an event
    page_when: str
    page_minutes: str
    page_next: str
    page_where: str
    page_no_where: str
    page_places: str
    page_no_places: str
    page_words: str
    page_no_words: str
    edit: Mapping[str, str]
    words_title: str
    words_label: str
    languages: Mapping[Language, str]
    words_hint: str
    words_empty: str
    where_title: str
    where_label: str
    where_hint: str
    places_title: str
    places_label: str
    places_hint: str
    places_unread: str
    places_given: str
    saved: str
    announce: str
    announce_words: str
    announce_over: str
    discard: str
    discarded: str
    dates: str
    cancel: str
    gone: str
    # Its dates
    dates_title: str
    date_off: str
    date_moved: str
    coming: str
    waiting: str
    nobody: str
    more: str
    nameless: str
    move: str
    off: str
    add_material: str
    has_material: str
    back: str
    # Before something is done
    propose: Mapping[str, str]
    do: Mapping[str, str]
    leave: str
    hears: str
    hears_one: str
    hears_nobody: str
    invites: str
    invites_one: str
    invites_nobody: str
    unreached: str
    sees: str
    changed: str
    done: Mapping[str, str]
    done_before: str
    material_title: str
    material_label: str
    material_hint: str
    material_empty: str
    material_nobody: str


EVENT_DESK_WORDINGS: Mapping[Language, EventDeskWording] = {
    "de": EventDeskWording(
        door="Termine planen",
        kinds={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Termin"},
        texts={
            "jourfix": EventText(
                "Jourfix",
                "Wir schauen uns drei Beiträge von Kolleginnen und Kollegen an, dazu ein Tipp und eure Fragen. Zuhören "
                "reicht völlig.",
            ),
            "coffee": EventText(
                "Coffee & Learn",
                "Eine Tasse Kaffee, ein Thema, viel Ausprobieren. Vorwissen brauchst du keins.",
            ),
            "other": EventText(""),
        },
        title="Termine",
        nothing="Noch ist nichts geplant.",
        new={
            "jourfix": "Jourfix anlegen",
            "coffee": "Coffee & Learn anlegen",
            "other": "Anderen Termin anlegen",
        },
        hint="Wähl eine Nummer, um einen Termin zu ändern.",
        states={
            "planned": "geplant, noch nicht angekündigt",
            "announced": "angekündigt",
            "cancelled": "abgesagt",
        },
        over="vorbei",
        ask_when={
            "jourfix": "Wann soll der Jourfix sein? Er kommt alle zwei Wochen wieder, das kannst du gleich noch ändern.",
            "coffee": "Wann soll Coffee & Learn sein?",
            "other": "Wann soll der Termin sein?",
        },
        other_when="Selbst schreiben",
        when_title="Wann",
        when_label="Tag, Uhrzeit, Dauer, wie oft",
        when_hint="Zum Beispiel: Do 26.11.2026, 10-10:45 Uhr, alle zwei Wochen",
        time_label="Uhrzeit, Dauer",
        time_hint="Zum Beispiel: 11-11:45 Uhr",
        move_label="Tag, Uhrzeit",
        move_hint="Zum Beispiel: Fr 27.11.2026, 11 Uhr",
        send="Weiter",
        unread="Das konnte ich nicht lesen: {part}. Schreib es zum Beispiel so: Do 26.11.2026, 10-10:45 Uhr, alle zwei "
        "Wochen (oder jede Woche, alle vier Wochen, einmalig).",
        part_unread="Das konnte ich nicht lesen: {part}.",
        again="Noch einmal",
        past="{when} ist schon vorbei. Nimm bitte einen Tag, der noch kommt.",
        only_time="Der Termin ist schon angekündigt. Für alle Tage kannst du nur Uhrzeit und Dauer ändern, einzelne Tage "
        "kannst du verschieben. Ein anderer Rhythmus ist ein neuer Termin.",
        page_when="{rhythm}, {minutes} Minuten",
        page_minutes="{minutes} Minuten",
        page_next="Nächster Termin: {when}",
        page_where="Wo: {where}",
        page_no_where="Wo: noch offen",
        page_places="Plätze: {places}",
        page_no_places="Plätze: so viele, wie kommen möchten",
        page_words="Texte: {languages}",
        page_no_words="Texte: noch keine",
        edit={
            "when": "Wann",
            "time": "Uhrzeit",
            "where": "Wo",
            "places": "Plätze",
            "words-de": "Text Deutsch",
            "words-nl": "Text Niederländisch",
            "words-en": "Text Englisch",
        },
        words_title="Text",
        words_label="{language}: erste Zeile Titel, darunter worum es geht",
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        words_hint="Coffee & Learn: Fotos mit dem Handy\n\nWir probieren zusammen aus, was ein gutes Bild ausmacht.",
        words_empty="Dafür brauche ich mindestens einen Titel.",
        where_title="Wo",
        where_label="Raum oder Link zum Treffen, oder beides",
        where_hint="Zum Beispiel: Raum 3.12, oder https://...",
        places_title="Plätze",
        places_label="Wie viele können kommen? 0 heißt: so viele, wie möchten",
        places_hint="12",
        places_unread="Bitte schreib eine Zahl zwischen 0 und 1000.",
        places_given="An einem Tag sind schon {given} Plätze zugesagt. Weniger geht nicht, ohne jemandem abzusagen.",
        saved="Gespeichert. So steht es jetzt:",
        announce="Ankündigen",
        announce_words="Schreib bitte zuerst einen Titel, in mindestens einer Sprache.",
        announce_over="Der Termin liegt in der Vergangenheit. Gib ihm bitte zuerst einen neuen Tag.",
        discard="Verwerfen",
        discarded="Verworfen. Niemand hat davon gehört.",
        dates="Einzelne Tage",
        cancel="Ganz absagen",
        gone="Diesen Termin gibt es nicht mehr.",
        dates_title="{title}: die nächsten und die letzten Tage",
        date_off="fällt aus",
        date_moved="verschoben",
        coming="Zugesagt: {count}",
        waiting="Auf der Warteliste {count}",
        nobody="Noch hat niemand zugesagt.",
        more="und {count} mehr",
        nameless="jemand ohne Namen",
        move="Verschieben",
        off="Diesen Tag absagen",
        add_material="Material dazulegen",
        has_material="Material liegt bereit: {count}",
        back="Zurück",
        propose={
            "announce": "„{title}“ ankündigen?",
            "where": "„{title}“: neuer Ort?",
            "time": "„{title}“: neue Uhrzeit für alle Tage?",
            "move": "„{title}“ verschieben?",
            "off": "„{title}“ an diesem Tag absagen?",
            "cancel": "„{title}“ ganz absagen?",
            "material": "Material zu „{title}“ dazulegen?",
        },
        do={
            "announce": "Jetzt ankündigen",
            "where": "Ort ändern",
            "time": "Uhrzeit ändern",
            "move": "Verschieben",
            "off": "Absagen",
            "cancel": "Ganz absagen",
            "material": "Dazulegen und schicken",
        },
        leave="Doch nicht",
        hears="{count} Personen erfahren davon, jede in ihrer Arbeitszeit.",
        hears_one="Eine Person erfährt davon, in ihrer Arbeitszeit.",
        hears_nobody="Niemand hat zugesagt, also bekommt auch niemand eine Nachricht.",
        invites="Die Einladung geht an alle {count} im Programm, jeweils in der eigenen Arbeitszeit. Wer Pause macht, bekommt nichts.",
        invites_one="Im Programm ist erst eine Person. Sie bekommt die Einladung in ihrer Arbeitszeit.",
        invites_nobody="Im Programm ist noch niemand. Der Termin steht dann unter „Termine“.",
        unreached="Nicht oder nicht rechtzeitig zu erreichen: {names}. Sag bitte selbst Bescheid.",
        sees="So liest es sich:",
        changed="Inzwischen hat sich etwas geändert. Schau bitte noch einmal:",
        done={
            "announce": "Angekündigt.",
            "where": "Der Ort ist geändert.",
            "time": "Die Uhrzeit ist geändert.",
            "move": "Verschoben.",
            "off": "Abgesagt.",
            "cancel": "Ganz abgesagt.",
            "material": "Das Material liegt bereit.",
        },
        done_before="Das ist schon erledigt oder zu lange her. So steht es jetzt:",
        material_title="Material",
        material_label="Ein Link, ein Text oder beides",
        material_hint="Zum Beispiel: Die Folien von heute: https://...",
        material_empty="Schreib bitte einen Link oder einen Text.",
        material_nobody="Niemand hat danach gefragt. Es steht dann unter „Termine“ und „Material“.",
    ),
    "nl": EventDeskWording(
        door="Agenda plannen",
        kinds={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Bijeenkomst"},
        texts={
            "jourfix": EventText(
                "Jourfix",
                "We bekijken drie berichten van collega's, met een tip en jullie vragen. Alleen luisteren mag ook.",
            ),
            "coffee": EventText(
                "Coffee & Learn",
                "Een kop koffie, één onderwerp en vooral zelf proberen. Je hoeft nog niets te weten.",
            ),
            "other": EventText(""),
        },
        title="Agenda",
        nothing="Er is nog niets gepland.",
        new={
            "jourfix": "Jourfix aanmaken",
            "coffee": "Coffee & Learn aanmaken",
            "other": "Iets anders aanmaken",
        },
        hint="Kies een nummer om iets te veranderen.",
        states={
            "planned": "gepland, nog niet aangekondigd",
            "announced": "aangekondigd",
            "cancelled": "afgezegd",
        },
        over="voorbij",
        ask_when={
            "jourfix": "Wanneer is de jourfix? Hij komt om de week terug; dat kun je zo nog veranderen.",
            "coffee": "Wanneer moet Coffee & Learn zijn?",
            "other": "Wanneer moet de bijeenkomst zijn?",
        },
        other_when="Zelf schrijven",
        when_title="Wanneer",
        when_label="Dag, tijd, hoelang, hoe vaak",
        when_hint="Bijvoorbeeld: do 26-11-2026, 10-10:45 uur, om de week",
        time_label="Tijd, hoelang",
        time_hint="Bijvoorbeeld: 11-11:45 uur",
        move_label="Dag, tijd",
        move_hint="Bijvoorbeeld: vr 27-11-2026, 11 uur",
        send="Verder",
        unread="Dit kon ik niet lezen: {part}. Schrijf het bijvoorbeeld zo: do 26-11-2026, 10-10:45 uur, om de week (of "
        "elke week, om de vier weken, eenmalig).",
        part_unread="Dit kon ik niet lezen: {part}.",
        again="Nog een keer",
        past="{when} is al geweest. Kies een dag die nog komt.",
        only_time="Dit is al aangekondigd. Voor alle dagen kun je alleen de tijd en de duur veranderen, losse dagen kun "
        "je verplaatsen. Een ander ritme is een nieuwe bijeenkomst.",
        page_when="{rhythm}, {minutes} minuten",
        page_minutes="{minutes} minuten",
        page_next="Eerstvolgende: {when}",
        page_where="Waar: {where}",
        page_no_where="Waar: nog open",
        page_places="Plaatsen: {places}",
        page_no_places="Plaatsen: zoveel als er willen komen",
        page_words="Teksten: {languages}",
        page_no_words="Teksten: nog geen",
        edit={
            "when": "Wanneer",
            "time": "Tijd",
            "where": "Waar",
            "places": "Plaatsen",
            "words-de": "Tekst Duits",
            "words-nl": "Tekst Nederlands",
            "words-en": "Tekst Engels",
        },
        words_title="Tekst",
        words_label="{language}: eerste regel de titel, daaronder waar het over gaat",
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        words_hint="Coffee & Learn: foto's met je telefoon\n\nWe proberen samen uit wat een goede foto is.",
        words_empty="Daarvoor heb ik minstens een titel nodig.",
        where_title="Waar",
        where_label="Een zaal of de link van de vergadering, of allebei",
        where_hint="Bijvoorbeeld: zaal 3.12, of https://...",
        places_title="Plaatsen",
        places_label="Hoeveel mensen kunnen er komen? 0 is: zoveel als er willen",
        places_hint="12",
        places_unread="Schrijf een getal tussen 0 en 1000.",
        places_given="Op één dag zijn al {given} plaatsen toegezegd. Minder kan niet zonder iemand af te zeggen.",
        saved="Bewaard. Zo staat het nu:",
        announce="Aankondigen",
        announce_words="Schrijf eerst een titel, in minstens één taal.",
        announce_over="Die dag is al geweest. Kies eerst een nieuwe.",
        discard="Weggooien",
        discarded="Weggegooid. Niemand heeft ervan gehoord.",
        dates="Losse dagen",
        cancel="Helemaal afzeggen",
        gone="Dit staat niet meer op de agenda.",
        dates_title="{title}: wat komt en wat was",
        date_off="gaat niet door",
        date_moved="verplaatst",
        coming="Aangemeld: {count}",
        waiting="Op de wachtlijst {count}",
        nobody="Er heeft nog niemand ja gezegd.",
        more="en nog {count}",
        nameless="iemand zonder naam",
        move="Verplaatsen",
        off="Deze dag afzeggen",
        add_material="Materiaal toevoegen",
        has_material="Er ligt materiaal klaar: {count}",
        back="Terug",
        propose={
            "announce": "‘{title}’ aankondigen?",
            "where": "‘{title}’: andere plek?",
            "time": "‘{title}’: nieuwe tijd voor alle dagen?",
            "move": "‘{title}’ verplaatsen?",
            "off": "‘{title}’ op deze dag afzeggen?",
            "cancel": "‘{title}’ helemaal afzeggen?",
            "material": "Materiaal bij ‘{title}’ toevoegen?",
        },
        do={
            "announce": "Nu aankondigen",
            "where": "Plek veranderen",
            "time": "Tijd veranderen",
            "move": "Verplaatsen",
            "off": "Afzeggen",
            "cancel": "Helemaal afzeggen",
            "material": "Toevoegen en sturen",
        },
        leave="Toch niet",
        hears="{count} mensen horen dit, ieder onder werktijd.",
        hears_one="Eén persoon hoort dit, onder werktijd.",
        hears_nobody="Niemand heeft ja gezegd, dus niemand krijgt bericht.",
        invites="De uitnodiging gaat naar alle {count} deelnemers aan het programma, naar ieder onder werktijd. Wie op pauze staat, krijgt niets.",
        invites_one="Er doet nog maar één persoon mee. Die krijgt de uitnodiging onder werktijd.",
        invites_nobody="Er doet nog niemand mee. Het staat dan wel in de agenda.",
        unreached="Niet of niet op tijd te bereiken: {names}. Laat het hun zelf even weten.",
        sees="Zo ziet het eruit:",
        changed="Intussen is er iets veranderd. Kijk nog even:",
        done={
            "announce": "Aangekondigd.",
            "where": "De plek is veranderd.",
            "time": "De tijd is veranderd.",
            "move": "Verplaatst.",
            "off": "Afgezegd.",
            "cancel": "Helemaal afgezegd.",
            "material": "Het materiaal ligt klaar.",
        },
        done_before="Dat is al gedaan of te lang geleden. Zo staat het nu:",
        material_title="Materiaal",
        material_label="Een link, een tekst of allebei",
        material_hint="Bijvoorbeeld: De dia's van vandaag: https://...",
        material_empty="Schrijf een link of een tekst.",
        material_nobody="Niemand heeft erom gevraagd. Het staat dan bij ‘Agenda’ en ‘Materiaal’.",
    ),
    "en": EventDeskWording(
        door="Plan events",
        kinds={"jourfix": "Jourfix", "coffee": "Coffee & Learn", "other": "Event"},
        texts={
            "jourfix": EventText(
                "Jourfix",
                "We look at three posts by colleagues, one tip and your questions. Just listening is fine.",
            ),
            "coffee": EventText(
                "Coffee & Learn",
                "A cup of coffee, one topic and plenty of trying out. You don't need to know anything beforehand.",
            ),
            "other": EventText(""),
        },
        title="Events",
        nothing="Nothing is planned yet.",
        new={
            "jourfix": "New jourfix",
            "coffee": "New Coffee & Learn",
            "other": "Another event",
        },
        hint="Pick a number to change something.",
        states={
            "planned": "planned, not announced yet",
            "announced": "announced",
            "cancelled": "cancelled",
        },
        over="over",
        ask_when={
            "jourfix": "When should the jourfix be? It repeats every two weeks; you can change that in a moment.",
            "coffee": "When should Coffee & Learn be?",
            "other": "When should the event be?",
        },
        other_when="Write it myself",
        when_title="When",
        when_label="Day, time, how long, how often",
        when_hint="For example: Thu 26 Nov 2026, 10-10:45, every two weeks",
        time_label="Time, how long",
        time_hint="For example: 11-11:45",
        move_label="Day, time",
        move_hint="For example: Fri 27 Nov 2026, 11:00",
        send="Next",
        unread="I couldn't read this: {part}. Write it like this, for example: Thu 26 Nov 2026, 10-10:45, every two weeks "
        "(or every week, every four weeks, once).",
        part_unread="I couldn't read this: {part}.",
        again="Try again",
        past="{when} is over already. Please pick a day that's still to come.",
        only_time="This one is announced already. For all its days you can only change the time and how long it takes; "
        "single days can be moved. Another rhythm is a new event.",
        page_when="{rhythm}, {minutes} minutes",
        page_minutes="{minutes} minutes",
        page_next="Next one: {when}",
        page_where="Where: {where}",
        page_no_where="Where: still open",
        page_places="Places: {places}",
        page_no_places="Places: as many as would like to come",
        page_words="Texts: {languages}",
        page_no_words="Texts: none yet",
        edit={
            "when": "When",
            "time": "Time",
            "where": "Where",
            "places": "Places",
            "words-de": "Text German",
            "words-nl": "Text Dutch",
            "words-en": "Text English",
        },
        words_title="Text",
        words_label="{language}: title in the first line, below it what it's about",
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        words_hint="Coffee & Learn: photos with your phone\n\nTogether we try out what makes a good picture.",
        words_empty="I need at least a title for that.",
        where_title="Where",
        where_label="A room or the link of the meeting, or both",
        where_hint="For example: room 3.12, or https://...",
        places_title="Places",
        places_label="How many can come? 0 means as many as would like to",
        places_hint="12",
        places_unread="Please write a number between 0 and 1000.",
        places_given="On one day {given} places are promised already. It can't be fewer without turning somebody away.",
        saved="Saved. This is how it is now:",
        announce="Announce",
        announce_words="Please write a title first, in at least one language.",
        announce_over="That day is over. Please give it a new one first.",
        discard="Discard",
        discarded="Discarded. Nobody heard of it.",
        dates="Single days",
        cancel="Cancel all of it",
        gone="This one is no longer there.",
        dates_title="{title}: the next and the last days",
        date_off="not taking place",
        date_moved="moved",
        coming="Coming: {count}",
        waiting="On the waiting list: {count}",
        nobody="Nobody has said yes yet.",
        more="and {count} more",
        nameless="somebody without a name",
        move="Move",
        off="Cancel this day",
        add_material="Add material",
        has_material="Material is there: {count}",
        back="Back",
        propose={
            "announce": "Announce “{title}”?",
            "where": "“{title}”: another place?",
            "time": "“{title}”: a new time for all days?",
            "move": "Move “{title}”?",
            "off": "Cancel “{title}” on this day?",
            "cancel": "Cancel all of “{title}”?",
            "material": "Add material to “{title}”?",
        },
        do={
            "announce": "Announce now",
            "where": "Change the place",
            "time": "Change the time",
            "move": "Move it",
            "off": "Cancel this day",
            "cancel": "Cancel all of it",
            "material": "Add and send",
        },
        leave="No, leave it",
        hears="{count} people will hear of it, each within their working hours.",
        hears_one="One person will hear of it, within their working hours.",
        hears_nobody="Nobody has said yes, so nobody gets a message.",
        invites="The invitation goes to all {count} people in the programme, to each within their working hours. Whoever is taking a break gets nothing.",
        invites_one="Only one person is in the programme so far. They get the invitation within their working hours.",
        invites_nobody="Nobody is in the programme yet. It will stand under “events”.",
        unreached="Not to be reached, or not in time: {names}. Please tell them yourself.",
        sees="This is how it reads:",
        changed="Something has changed in the meantime. Please look again:",
        done={
            "announce": "Announced.",
            "where": "The place is changed.",
            "time": "The time is changed.",
            "move": "Moved.",
            "off": "Cancelled.",
            "cancel": "All of it is cancelled.",
            "material": "The material is there.",
        },
        done_before="That's done already, or too long ago. This is how it is now:",
        material_title="Material",
        material_label="A link, a text or both",
        material_hint="For example: Today's slides: https://...",
        material_empty="Please write a link or a text.",
        material_nobody="Nobody asked for it. It will stand under “events” and “material”.",
    ),
}

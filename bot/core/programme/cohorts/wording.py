"""What is said about groups, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level
from bot.core.programme.cohorts.spread_report import Dimension


@dataclass(frozen=True)
class CohortWording:
    """Sentences with {placeholders} for names, numbers and dates."""

    languages: Mapping[Language, str]
    door: str
    # One's own groups
    title: str
    own: str
    led_by: str
    leave: str
    left: str
    no_calls: str
    call: str
    apply: str
    applied_already: str
    withdraw: str
    withdrawn: str
    # Applying
    ask_level: str
    levels: Mapping[Level, str]
    seen_title: str
    seen: tuple[str, ...]
    ask_language: str
    form_title: str
    form_label: str
    form_hint: str
    form_send: str
    unread: str
    again_form: str
    applied: str
    applied_told: str
    applied_find: str
    closed: str
    full: str
    # The outcome
    chosen: str
    chosen_lead: str
    chosen_join: str
    start: str
    not_chosen: str
    not_chosen_why: str
    open_title: str
    open_to_all: tuple[str, ...]
    tip: str
    called_off: str
    # For editors: writing a call
    editors_door: str
    desk_title: str
    desk_none: str
    desk_call: str
    desk_settled: str
    new: str
    begin: str
    give_name: str
    ask_name: str
    name_label: str
    name_hint: str
    save: str
    name_taken: str
    draft_title: str
    draft_lines: tuple[str, ...]
    draft_text: str
    draft_missing: str
    change_name: str
    change_text: str
    change_places: str
    change_until: str
    text_label: str
    text_hint: str
    ask_places: str
    ask_until: str
    weeks: Mapping[int, str]
    open: str
    opened: str
    show: str
    # For editors: choosing
    others: str
    application: str
    nameless: str
    no_applications: str
    proposal: str
    by_hand_title: str
    dimensions: Mapping[Dimension, str]
    covers_all: str
    covers_some: str
    covers_one: str
    covers_none: str
    not_applied: Mapping[Dimension, str]
    no_place: str
    people_title: str
    alone: str
    shares: str
    room_for_all: str
    by_hand: str
    untold: str
    level_words: Mapping[Level, str]
    swap: str
    ask_swap: str
    nobody: str
    add: str
    swapped_meanwhile: str
    again: str
    lead: str
    lead_no_more: str
    confirm: str
    too_many: str
    ask_confirm: str
    confirm_yes: str
    back: str
    settled: str
    take_back: str
    ask_take_back: str
    taken_back: str
    members: str
    gone: str


COHORT_WORDINGS: Mapping[Language, CohortWording] = {
    "de": CohortWording(
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        door="Gruppen",
        title="Gruppen",
        own="Du bist in der Gruppe „{name}“, seit {day}.",
        led_by="Begleitet wird sie von {leads}.",
        leave="„{name}“ verlassen",
        left="Du bist nicht mehr in der Gruppe „{name}“. Danke, dass du dabei warst! Im Programm bleibst du.",
        no_calls="Gerade ist keine neue Gruppe ausgeschrieben. Den Coach und die Bibliothek kannst du jederzeit nutzen.",
        call="{places} Plätze, bewerben kannst du dich bis {day}.",
        apply="Ich bewerbe mich",
        applied_already="Du hast dich beworben.",
        withdraw="Bewerbung zurückziehen",
        withdrawn="Deine Bewerbung für „{name}“ ist gelöscht.",
        ask_level="Schön, dass du bei „{name}“ dabei sein magst! Wie sicher fühlst du dich beim Posten? In der Gruppe "
        "sollen alle Stufen vertreten sein.",
        levels={
            "starting": "Ich fange gerade an",
            "sometimes": "Ab und zu poste ich",
            "often": "Ich poste oft",
        },
        seen_title="Wer sieht deine Bewerbung?",
        seen=(
            "Die Redaktion des Programms sieht deinen Namen, deine Abteilung und Region, deine Stufe und deine Sprache. "
            "Sonst niemand.",
            "Ausgesucht wird nach Mischung, nicht danach, wer zuerst kommt oder am besten postet.",
            "Sobald die Gruppe steht, lösche ich alle Bewerbungen. Bist du dabei, kennt die Redaktion dich als Mitglied.",
            "Bis dahin kannst du deine Bewerbung mit einem Klick zurückziehen.",
        ),
        ask_language="In welcher Sprache möchtest du in der Gruppe sein?",
        form_title="Bewerben",
        form_label="Abteilung und Region (freiwillig, ein Strich genügt)",
        form_hint="Zum Beispiel: Intensivpflege, Hamburg",
        form_send="Bewerben",
        unread="Das konnte ich nicht lesen: {part}. Schreib es zum Beispiel so: Intensivpflege, Hamburg.",
        again_form="Noch einmal",
        applied="Deine Bewerbung für „{name}“ ist da: {told}.",
        applied_told="Du hörst von mir, sobald die Gruppe steht, in deiner Arbeitszeit.",
        applied_find="Ob du dabei bist, findest du hier unter „Gruppen“.",
        closed="Für diese Gruppe kann man sich nicht mehr bewerben. Schau unter „Gruppen“, was gerade offen ist.",
        full="Für diese Gruppe gibt es schon sehr viele Bewerbungen, mehr kann ich nicht annehmen. Tut mir leid!",
        chosen="Gute Nachricht: Du bist in der Gruppe „{name}“ dabei!",
        chosen_lead="Begleitet wird sie von {leads}. Von dort hörst du, wie es losgeht.",
        chosen_join="Damit ich dir in der Gruppe schreiben kann, fehlen nur noch drei kurze Fragen:",
        start="Ich mache mit",
        not_chosen="Danke, dass du dich für „{name}“ beworben hast. Diesmal hast du keinen Platz bekommen.",
        not_chosen_why="Ausgesucht wurde für eine gute Mischung aus Abteilungen, Regionen, Erfahrung und Sprachen. Mit "
        "dem, was du kannst, hat das nichts zu tun. Deine Bewerbung lösche ich.",
        open_title="Das steht dir immer offen",
        open_to_all=(
            "Der Coach: Schick mir einfach einen Entwurf.",
            "Die Bibliothek mit kurzen Tipps",
            "Die nächste Gruppe: Bewirb dich gern wieder.",
        ),
        tip="Einen Tipp, bitte",
        called_off="Die Gruppe „{name}“ kommt vorerst nicht zustande. Danke, dass du dabei sein wolltest! Deine "
        "Bewerbung lösche ich.",
        editors_door="Gruppen zusammenstellen",
        desk_title="Gruppen zusammenstellen",
        desk_none="Noch ist keine Gruppe ausgeschrieben.",
        desk_call="{name}, offen bis {day}. Plätze: {places}, Bewerbungen: {count}",
        desk_settled="{name}, seit {day}. Mitglieder: {count}",
        new="Neue Gruppe ausschreiben",
        begin="Eine neue Gruppe: erst der Name, dann Text, Plätze und Frist.",
        give_name="Namen eingeben",
        ask_name="Name der Gruppe",
        name_label="Wie soll die Gruppe heißen? (höchstens 40 Zeichen)",
        name_hint="Zum Beispiel: Frühjahr 2027",
        save="Speichern",
        name_taken="Eine Gruppe mit diesem Namen gibt es schon. Wähl bitte einen anderen.",
        draft_title="So sieht deine Ausschreibung aus",
        draft_lines=("Name: {name}", "Plätze: {places}", "Bewerben bis: {day}"),
        draft_text="Text auf {language}:",
        draft_missing="Es fehlt noch ein Text, in einer oder mehreren Sprachen.",
        change_name="Name",
        change_text="Text {language}",
        change_places="Plätze",
        change_until="Frist",
        text_label="Worum geht es, für wen, wie viel Zeit kostet es?",
        text_hint="Zwei bis fünf Sätze. Ein Strich nimmt den Text wieder heraus.",
        ask_places="Wie viele Plätze gibt es?",
        ask_until="Wie lange kann man sich bewerben?",
        weeks={
            1: "Eine Woche",
            2: "Zwei Wochen",
            3: "Drei Wochen",
            4: "Vier Wochen",
            6: "Sechs Wochen",
        },
        open="Ausschreiben",
        opened="„{name}“ ist ausgeschrieben, du begleitest die Gruppe. Wer mir „Gruppen“ schreibt, findet sie; mit einer "
        "Nachricht an alle kannst du darauf hinweisen.",
        show="{name} ansehen",
        others="Außerdem beworben: {count}",
        application="{name} ({values})",
        nameless="Ohne Namen, {sign}",
        no_applications="Noch hat sich niemand beworben.",
        proposal="Mein Vorschlag: {count} von {places} Plätzen, so breit gemischt wie möglich",
        by_hand_title="Deine Auswahl: {count} von {places} Plätzen",
        dimensions={
            "department": "Abteilungen",
            "region": "Regionen",
            "level": "Erfahrung",
            "language": "Sprachen",
        },
        covers_all="{dimension}: alle {total} ({names}).",
        covers_some="{dimension}: {count} von {total} ({names}).",
        covers_one="{dimension}: {names}.",
        covers_none="{dimension}: Dazu hat niemand etwas angegeben.",
        not_applied={
            "department": "„{value}“ fehlt: Von dort hat sich niemand beworben.",
            "region": "„{value}“ fehlt: Von dort hat sich niemand beworben.",
            "level": "„{value}“ fehlt: Mit so viel Erfahrung hat sich niemand beworben.",
            "language": "{value} fehlt: In dieser Sprache hat sich niemand beworben.",
        },
        no_place="„{value}“ fehlt: Es gab Bewerbungen, aber nicht genug Plätze.",
        people_title="Wer dabei ist und warum",
        alone="bringt mit, was sonst fehlt: {values}",
        shares="macht die Mischung runder: „{value}“ ist so {count}-mal dabei",
        room_for_all="Platz für alle",
        by_hand="von Hand gewählt",
        untold="keine Angaben",
        level_words={"starting": "fängt an", "sometimes": "ab und zu", "often": "oft"},
        swap="Tauschen: {name}",
        ask_swap="Wer soll statt {name} dabei sein? Oben steht, mit wem die Mischung am breitesten wird.",
        nobody="Platz frei lassen",
        add="Jemanden dazunehmen",
        swapped_meanwhile="Daran hat sich gerade etwas geändert. So ist es jetzt:",
        again="Zurück zum Vorschlag",
        lead="Ich begleite die Gruppe",
        lead_no_more="Ich begleite sie nicht mehr",
        confirm="So zusammenstellen",
        too_many="Das sind {count} für {places} Plätze. Nimm bitte noch jemanden heraus.",
        ask_confirm="Zusagen: {chosen}. Freundliche Absagen: {others}. Alle erfahren es in ihrer Arbeitszeit. Danach "
        "lässt sich das nicht mehr ändern.",
        confirm_yes="Ja, Zusagen und Absagen verschicken",
        back="Zurück",
        settled="Die Gruppe „{name}“ steht. Mitglieder: {count}. Alle bekommen Bescheid, in ihrer Arbeitszeit.",
        take_back="Ausschreibung zurückziehen",
        ask_take_back="Soll die Ausschreibung von „{name}“ weg? Wer sich beworben hat, erfährt es.",
        taken_back="Die Ausschreibung von „{name}“ ist zurückgezogen.",
        members="Mitglieder: {count}",
        gone="Diese Ausschreibung gibt es nicht mehr.",
    ),
    "nl": CohortWording(
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        door="Groepen",
        title="Groepen",
        own="Je zit in de groep ‘{name}’, sinds {day}.",
        led_by="De groep wordt begeleid door {leads}.",
        leave="‘{name}’ verlaten",
        left="Je zit niet meer in de groep ‘{name}’. Bedankt dat je erbij was! Aan het programma doe je gewoon mee.",
        no_calls="Er staat nu geen oproep voor een groep open. De coach en de bibliotheek kun je altijd gebruiken.",
        call="{places} plekken, aanmelden kan tot en met {day}.",
        apply="Ik meld me aan",
        applied_already="Je hebt je aangemeld.",
        withdraw="Aanmelding intrekken",
        withdrawn="Je aanmelding voor ‘{name}’ is gewist.",
        ask_level="Leuk dat je bij ‘{name}’ wilt! Hoe zeker voel je je als je iets plaatst? In de groep is plek voor elk "
        "niveau.",
        levels={
            "starting": "Ik begin net",
            "sometimes": "Ik plaats af en toe iets",
            "often": "Ik plaats vaak",
        },
        seen_title="Wie ziet je aanmelding?",
        seen=(
            "De redactie van het programma ziet je naam, je afdeling en regio, je niveau en je taal. Verder niemand.",
            "Er wordt gekozen voor een goede mix, niet voor wie het eerst komt of het beste schrijft.",
            "Zodra de groep rond is, wis ik alle aanmeldingen. Doe je mee, dan kent de redactie je als lid.",
            "Tot die tijd trek je je aanmelding met één klik weer in.",
        ),
        ask_language="In welke taal wil je in de groep meedoen?",
        form_title="Aanmelden",
        form_label="Afdeling en regio (hoeft niet, een streepje mag ook)",
        form_hint="Bijvoorbeeld: intensive care, Zwolle",
        form_send="Aanmelden",
        unread="Dit kon ik niet lezen: {part}. Schrijf het bijvoorbeeld zo: intensive care, Zwolle.",
        again_form="Nog een keer",
        applied="Je aanmelding voor ‘{name}’ is binnen: {told}.",
        applied_told="Je hoort van me zodra de groep rond is, onder werktijd.",
        applied_find="Of je erbij zit, vind je hier onder ‘groepen’.",
        closed="Voor deze groep kun je je niet meer aanmelden. Kijk bij ‘groepen’ wat er nu openstaat.",
        full="Voor deze groep zijn er al heel veel aanmeldingen, meer kan ik er niet aannemen. Sorry!",
        chosen="Goed nieuws: je zit in de groep ‘{name}’!",
        chosen_lead="De groep wordt begeleid door {leads}. Van de begeleiding hoor je hoe het begint.",
        chosen_join="Om je in de groep te kunnen schrijven, heb ik nog drie korte antwoorden nodig:",
        start="Ik doe mee",
        not_chosen="Bedankt dat je je voor ‘{name}’ hebt aangemeld. Deze keer is het niet gelukt met een plek.",
        not_chosen_why="Er is gekozen voor een goede mix van afdelingen, regio's, ervaring en talen. Het zegt niets over "
        "wat je kunt. Je aanmelding wis ik.",
        open_title="Dit kan altijd",
        open_to_all=(
            "De coach: stuur me gewoon een concept.",
            "De bibliotheek met korte tips",
            "De volgende groep: meld je gerust weer aan.",
        ),
        tip="Een tip, graag",
        called_off="De groep ‘{name}’ gaat voorlopig niet door. Bedankt dat je mee wilde doen! Je aanmelding wis ik.",
        editors_door="Groepen samenstellen",
        desk_title="Groepen samenstellen",
        desk_none="Er staat nog geen oproep open.",
        desk_call="{name}, open tot en met {day}. Plekken: {places}, aanmeldingen: {count}",
        desk_settled="{name}, sinds {day}. Leden: {count}",
        new="Nieuwe oproep voor een groep",
        begin="Een nieuwe groep: eerst de naam, dan tekst, plekken en einddatum.",
        give_name="Naam invullen",
        ask_name="Naam van de groep",
        name_label="Hoe heet de groep? (hooguit 40 tekens)",
        name_hint="Bijvoorbeeld: voorjaar 2027",
        save="Bewaren",
        name_taken="Er is al een groep met deze naam. Kies een andere.",
        draft_title="Zo ziet je oproep eruit",
        draft_lines=("Naam: {name}", "Plekken: {places}", "Aanmelden tot en met: {day}"),
        draft_text="Tekst in het {language}:",
        draft_missing="Er moet nog een tekst bij, in één taal of meer.",
        change_name="Naam",
        change_text="Tekst {language}",
        change_places="Plekken",
        change_until="Einddatum",
        text_label="Waar gaat het over, voor wie, en hoeveel tijd kost het?",
        text_hint="Twee tot vijf zinnen. Een streepje haalt de tekst weer weg.",
        ask_places="Hoeveel plekken zijn er?",
        ask_until="Hoelang kan iemand zich aanmelden?",
        weeks={
            1: "Een week",
            2: "Twee weken",
            3: "Drie weken",
            4: "Vier weken",
            6: "Zes weken",
        },
        open="Oproep openen",
        opened="De oproep voor ‘{name}’ staat open en jij begeleidt de groep. Wie me ‘groepen’ schrijft, vindt hem; met een "
        "bericht aan iedereen kun je erop wijzen.",
        show="{name} bekijken",
        others="Verder aangemeld: {count}",
        application="{name} ({values})",
        nameless="Zonder naam, {sign}",
        no_applications="Er heeft zich nog niemand aangemeld.",
        proposal="Mijn voorstel: {count} van {places} plekken, zo breed gemengd als kan",
        by_hand_title="Jouw keuze: {count} van {places} plekken",
        dimensions={
            "department": "Afdelingen",
            "region": "Regio's",
            "level": "Ervaring",
            "language": "Talen",
        },
        covers_all="{dimension}: alle {total} ({names}).",
        covers_some="{dimension}: {count} van de {total} ({names}).",
        covers_one="{dimension}: {names}.",
        covers_none="{dimension}: niemand heeft hier iets ingevuld.",
        not_applied={
            "department": "‘{value}’ ontbreekt: daarvandaan kwam geen aanmelding.",
            "region": "‘{value}’ ontbreekt: daarvandaan kwam geen aanmelding.",
            "level": "‘{value}’ ontbreekt: met die ervaring heeft niemand zich aangemeld.",
            "language": "{value} ontbreekt: in die taal heeft niemand zich aangemeld.",
        },
        no_place="‘{value}’ ontbreekt: er waren aanmeldingen, maar niet genoeg plekken.",
        people_title="Wie erbij zit en waarom",
        alone="brengt als enige mee: {values}",
        shares="maakt de mix evenwichtiger: ‘{value}’ zit er zo {count} keer in",
        room_for_all="plek voor iedereen",
        by_hand="met de hand gekozen",
        untold="niets ingevuld",
        level_words={"starting": "begint net", "sometimes": "af en toe", "often": "vaak"},
        swap="Ruilen: {name}",
        ask_swap="Wie komt er in plaats van {name}? Bovenaan staat met wie de mix het breedst wordt.",
        nobody="Plek vrijlaten",
        add="Iemand erbij",
        swapped_meanwhile="Daar is net iets aan veranderd. Zo staat het nu:",
        again="Terug naar het voorstel",
        lead="Ik begeleid de groep",
        lead_no_more="Ik begeleid de groep niet meer",
        confirm="Zo samenstellen",
        too_many="Dat zijn er {count} voor {places} plekken. Haal er nog iemand uit.",
        ask_confirm="Doen mee: {chosen}. Krijgen een vriendelijk nee: {others}. Iedereen hoort het onder werktijd. Daarna "
        "kun je het niet meer veranderen.",
        confirm_yes="Ja, verstuur de berichten",
        back="Terug",
        settled="De groep ‘{name}’ is rond. Leden: {count}. Iedereen krijgt bericht, onder werktijd.",
        take_back="Oproep intrekken",
        ask_take_back="Moet de oproep voor ‘{name}’ weg? Wie zich heeft aangemeld, krijgt het te horen.",
        taken_back="De oproep voor ‘{name}’ is ingetrokken.",
        members="Leden: {count}",
        gone="Deze oproep is er niet meer.",
    ),
    "en": CohortWording(
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        door="Groups",
        title="Groups",
        own="You've been in the group “{name}” since {day}.",
        led_by="It's led by {leads}.",
        leave="Leave “{name}”",
        left="You're no longer in the group “{name}”. Thank you for taking part! You're still in the programme.",
        no_calls="There's no call for a new group right now. The coach and the library are always open to you.",
        call="{places} places; you can apply until {day}.",
        apply="I'd like to apply",
        applied_already="You've applied.",
        withdraw="Withdraw my application",
        withdrawn="Your application for “{name}” is erased.",
        ask_level="Good that you'd like to be in “{name}”! How sure do you feel about posting? The group is meant for "
        "every level.",
        levels={
            "starting": "I'm just starting",
            "sometimes": "I post now and then",
            "often": "I post often",
        },
        seen_title="Who sees your application?",
        seen=(
            "The programme's editors see your name, your department and region, your level and your language. Nobody "
            "else does.",
            "People are chosen for a good mix, not for being first or for how well they post.",
            "Once the group is complete I erase all applications. If you're in, the editors know you as a member.",
            "Until then you can withdraw with one click.",
        ),
        ask_language="Which language would you like to use in the group?",
        form_title="Apply",
        form_label="Department and region (voluntary, a dash will do)",
        form_hint="For example: intensive care, Leeds",
        form_send="Apply",
        unread="I couldn't read this: {part}. Write it like this, for example: intensive care, Leeds.",
        again_form="Try again",
        applied="Your application for “{name}” is in: {told}.",
        applied_told="I'll let you know once the group is complete, within your working hours.",
        applied_find="You'll find out here, under “groups”, whether you're in.",
        closed="You can't apply for this group any more. Have a look at “groups” to see what's open.",
        full="There are already a great many applications for this group, and I can't take more. Sorry!",
        chosen="Good news: you're in the group “{name}”!",
        chosen_lead="It's led by {leads}. They'll tell you how it starts.",
        chosen_join="So that I can write to you in the group, I need three short answers:",
        start="Count me in",
        not_chosen="Thank you for applying for “{name}”. You didn't get a place this time.",
        not_chosen_why="The group was put together for a good mix of departments, regions, experience and languages. It "
        "says nothing about what you can do. I'm erasing your application.",
        open_title="This is always open to you",
        open_to_all=(
            "The coach: just send me a draft.",
            "The library with its short tips",
            "The next group: do apply again.",
        ),
        tip="A tip, please",
        called_off="The group “{name}” isn't going ahead for now. Thank you for wanting to be part of it! I'm erasing "
        "your application.",
        editors_door="Put groups together",
        desk_title="Put groups together",
        desk_none="There's no call for a group yet.",
        desk_call="{name}, open until {day}. Places: {places}, applications: {count}",
        desk_settled="{name}, since {day}. Members: {count}",
        new="New call for a group",
        begin="A new group: first its name, then text, places and closing date.",
        give_name="Enter the name",
        ask_name="Name of the group",
        name_label="What shall the group be called? (40 characters at most)",
        name_hint="For example: Spring 2027",
        save="Save",
        name_taken="There's already a group of this name. Please choose another.",
        draft_title="This is what your call looks like",
        draft_lines=("Name: {name}", "Places: {places}", "Apply until: {day}"),
        draft_text="Text in {language}:",
        draft_missing="It still needs a text, in one language or more.",
        change_name="Name",
        change_text="Text {language}",
        change_places="Places",
        change_until="Closing date",
        text_label="What is it about, who is it for, how much time does it take?",
        text_hint="Two to five sentences. A dash takes the text out again.",
        ask_places="How many places are there?",
        ask_until="How long can people apply?",
        weeks={
            1: "One week",
            2: "Two weeks",
            3: "Three weeks",
            4: "Four weeks",
            6: "Six weeks",
        },
        open="Open the call",
        opened="The call for “{name}” is open, and you lead the group. Whoever writes “groups” to me finds it; you can "
        "point to it with a message to everybody.",
        show="Look at {name}",
        others="Also applied: {count}",
        application="{name} ({values})",
        nameless="No name, {sign}",
        no_applications="Nobody has applied yet.",
        proposal="My proposal: {count} of {places} places, mixed as widely as possible",
        by_hand_title="Your choice: {count} of {places} places",
        dimensions={
            "department": "Departments",
            "region": "Regions",
            "level": "Experience",
            "language": "Languages",
        },
        covers_all="{dimension}: all {total} ({names}).",
        covers_some="{dimension}: {count} of {total} ({names}).",
        covers_one="{dimension}: {names}.",
        covers_none="{dimension}: nobody said anything about it.",
        not_applied={
            "department": "“{value}” is missing: nobody applied from there.",
            "region": "“{value}” is missing: nobody applied from there.",
            "level": "“{value}” is missing: nobody with that experience applied.",
            "language": "{value} is missing: nobody applied in that language.",
        },
        no_place="“{value}” is missing: there were applications, but not enough places.",
        people_title="Who is in, and why",
        alone="brings what nobody else does: {values}",
        shares="evens out the mix: “{value}” is in it {count} times",
        room_for_all="there was room for everybody",
        by_hand="chosen by hand",
        untold="nothing told",
        level_words={"starting": "just starting", "sometimes": "now and then", "often": "often"},
        swap="Swap {name}",
        ask_swap="Who shall be in instead of {name}? At the top is whoever makes the widest mix.",
        nobody="Leave the place free",
        add="Add somebody",
        swapped_meanwhile="Something has just changed there. This is how it is now:",
        again="Back to the proposal",
        lead="I'll lead the group",
        lead_no_more="I no longer lead it",
        confirm="Put it together like this",
        too_many="That's {count} for {places} places. Please take somebody out.",
        ask_confirm="Places given: {chosen}. Kind refusals: {others}. Everybody hears within their working hours. It can't "
        "be changed afterwards.",
        confirm_yes="Yes, send the messages",
        back="Back",
        settled="The group “{name}” is complete. Members: {count}. Everybody will be told, within their working hours.",
        take_back="Withdraw the call",
        ask_take_back="Shall the call for “{name}” go? Whoever applied will be told.",
        taken_back="The call for “{name}” is withdrawn.",
        members="Members: {count}",
        gone="That call is no longer there.",
    ),
}

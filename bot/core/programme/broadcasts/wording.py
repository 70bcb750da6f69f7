"""What is said about broadcasts, to editors and to those who get them, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level
from bot.core.programme.broadcasts.broadcast import State


@dataclass(frozen=True)
class BroadcastWording:
    """Sentences with {placeholders} that are filled with our own values or an editor's words."""

    days: tuple[str, ...]  # Monday first, short
    moment: str  # for strftime, after the name of the day
    languages: Mapping[Language, str]
    # What those it is for read beside the text
    letter_foot: str
    my_programme: str
    here_in: Mapping[Language, str]  # where there is no text in the reader's language
    # The list, and beginning one
    door: str
    list_none: str
    list_some: str
    new: str
    states: Mapping[State, str]
    ask_language: str
    write_title: Mapping[Language, str]  # at most 24 characters
    write_label: str
    write_hint: str
    save: str
    too_long: str
    empty: str
    from_tip: str
    tip_title: str
    tip_label: str
    tip_hint: str
    tip_search: str
    tip_choose: str
    tip_none: str
    # The page of a draft
    page: str
    saved: str
    text_own: str
    text_other: str
    text_missing: str
    whom_line: str
    when_line: str
    people_line: str
    people: str
    person: str
    people_vague: str
    nobody: str
    all: str
    cohort: str
    in_language: Mapping[Language, str]
    levels: Mapping[Level, str]
    on_network: str
    now: str
    at_wall: str
    edit: str
    add: str
    whom: str
    when: str
    fallback: str
    preview: str
    discard: str
    discarded: str
    back: str
    gone: str
    not_now: str
    # What the engine found
    findings: str
    waits: str
    never: str
    clear: str
    cleared: str
    # Whom and when
    ask_whom: str
    chosen: str
    done: str
    ask_when: str
    now_button: str
    other_moment: str
    moment_label: str
    moment_hint: str
    troubles: Mapping[str, str]
    # Preview, test, sending
    ready: str
    ready_hours: str
    ready_cap: str
    hints: Mapping[str, str]
    test: str
    test_sent: str
    test_here: str
    send: str
    schedule: str
    obstacles: Mapping[str, str]
    scheduled: str
    unschedule: str
    begun: str
    # How far it is
    progress: Mapping[State, str]
    delivered: str
    waiting: str
    next_at: str
    next_week: str
    refused: str
    unknown: str
    some: str
    pause: str
    resume: str
    stop: str
    refresh: str
    # The delivery report
    reasons: Mapping[str, str]  # a group of reasons -> what happened, and what to do
    in_doubt: str
    leave: str
    send_again: str
    left: str
    sent_again: str
    missed: Mapping[str, str]


BROADCAST_WORDINGS: Mapping[Language, BroadcastWording] = {
    "de": BroadcastWording(
        days=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        moment="{date:%d.%m.%Y} um {date:%H:%M} Uhr",
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        letter_foot="Von deinem Kommunikationsteam. Wann und wie oft ich dir schreibe, bestimmst du.",
        my_programme="Mein Programm",
        here_in={
            "de": "Das hier ist der Text auf Deutsch.",
            "nl": "Diese Nachricht gibt es nicht auf Deutsch, hier ist sie auf Niederländisch.",
            "en": "Diese Nachricht gibt es nicht auf Deutsch, hier ist sie auf Englisch.",
        },
        door="Rundnachrichten",
        list_none="Es gibt noch keine Rundnachricht. Magst du die erste schreiben?",
        list_some="Die letzten Rundnachrichten:",
        new="Neue schreiben",
        states={
            "draft": "Entwurf",
            "scheduled": "geplant",
            "sending": "geht raus",
            "paused": "angehalten",
            "stopped": "gestoppt",
            "done": "fertig",
            "missed": "nicht rausgegangen",
        },
        ask_language="In welcher Sprache schreibst du zuerst?",
        write_title={
            "de": "Text auf Deutsch",
            "nl": "Text auf Niederländisch",
            "en": "Text auf Englisch",
        },
        write_label="Was möchtest du allen sagen?",
        write_hint="Eine kurze erste Zeile mit einer Leerzeile danach wird zur Überschrift.",
        save="Speichern",
        too_long="Das sind {length} Zeichen, {most} passen in eine Nachricht. Kürze den Text bitte, gespeichert ist noch "
        "der alte Stand.",
        empty="Da steht noch nichts.",
        from_tip="Aus einem Tipp",
        tip_title="Tipp suchen",
        tip_label="Worum soll es gehen?",
        tip_hint="Zum Beispiel: Hashtags",
        tip_search="Suchen",
        tip_choose="Welchen nimmst du? Du kannst ihn danach noch ändern.",
        tip_none="Dazu finde ich keinen Tipp. Versuch es mit einem anderen Wort.",
        page="Rundnachricht {id}: {state}",
        saved="Gespeichert.",
        text_own="{language}: {words}",
        text_other="{language}: noch kein Text; wer {language} liest, bekommt den auf {fallback}, mit einem Satz dazu",
        text_missing="Noch kein Text",
        whom_line="An: {whom}",
        when_line="Wann: {when}",
        people_line="Erreicht {people}",
        people="{count} Personen",
        person="1 Person",
        people_vague="weniger als zehn Personen",
        nobody="niemanden",
        all="alle, die mitmachen",
        cohort="die Gruppe {name}",
        in_language={
            "de": "wer Deutsch liest",
            "nl": "wer Niederländisch liest",
            "en": "wer Englisch liest",
        },
        levels={
            "starting": "wer gerade anfängt",
            "sometimes": "wer ab und zu postet",
            "often": "wer oft postet",
        },
        on_network="wer auf {network} ist",
        now="sobald du sie abschickst",
        at_wall="{moment}, jeweils Ortszeit",
        edit="{language} ändern",
        add="Auch auf {language}",
        whom="Für wen",
        when="Wann",
        fallback="Wo ein Text fehlt: {language}",
        preview="Vorschau",
        discard="Verwerfen",
        discarded="Der Entwurf ist gelöscht.",
        back="Zurück",
        gone="Diese Rundnachricht gibt es nicht mehr.",
        not_now="Das geht gerade nicht. Stand der Rundnachricht: {state}.",
        findings="{language}: Das fällt mir auf",
        waits="So geht sie noch nicht raus. Ändere die Stelle, oder kläre sie zuerst mit denen, die dafür zuständig sind. Ist sie "
        "geklärt, kannst du sie freigeben.",
        never="So geht sie nicht raus: Angaben, an denen jemand zu erkennen ist, gehören nicht in eine Nachricht an viele. "
        "Nimm die Stelle bitte heraus.",
        clear="Ist geklärt, kann so raus",
        cleared="Freigegeben, obwohl eine Regel „erst fragen“ sagt. Ändert sich der Text, prüfe ich neu.",
        ask_whom="Für wen ist sie? Du kannst kombinieren.",
        chosen="Gewählt: {whom}. Erreicht {people}.",
        done="Weiter",
        ask_when="Wann soll sie kommen? Es gilt überall die Ortszeit, und sie kommt nur in der Arbeitszeit.",
        now_button="Sobald ich sie abschicke",
        other_moment="Anderer Zeitpunkt",
        moment_label="Tag und Uhrzeit",
        moment_hint="Zum Beispiel: 30.11.2026 10:00 oder morgen 9:30",
        troubles={
            "unread": "Das konnte ich nicht lesen. Schreib es zum Beispiel so: 30.11.2026 10:00.",
            "weekend": "Am Wochenende bekommt niemand Post. Nimm bitte einen Werktag.",
            "past": "Das ist schon vorbei. Nimm bitte einen späteren Zeitpunkt.",
            "too-far": "Das ist mehr als ein Jahr hin. Nimm bitte einen früheren Zeitpunkt.",
        },
        ready="So sieht sie aus. An: {whom}. Erreicht {people}. Wann: {when}.",
        ready_hours="Alle bekommen sie in ihrer Arbeitszeit, nie am Wochenende. Wer Pause macht, bekommt sie nicht.",
        ready_cap="Wer diese Woche schon so viel Post hatte, wie gewünscht ist, bekommt sie nächste Woche. Daran kann "
        "niemand etwas ändern.",
        hints={
            "links": "Links stehen in Slack und Teams als Text da und müssen kopiert werden.",
            "signs": "Sternchen und Unterstriche bleiben stehen, fett wird davon nichts. Fett ist nur die Überschrift.",
            "names": "Wer mit @ genannt ist, bekommt davon keinen Hinweis.",
        },
        test="Test an mich",
        test_sent="Der Test ist unterwegs zu dir, genau so wie bei allen anderen.",
        test_here="So kommt sie an:",
        send="Jetzt abschicken",
        schedule="Planen: {moment}",
        obstacles={
            "no-text": "Sie hat noch keinen Text.",
            "nobody": "Diese Auswahl trifft gerade niemanden.",
            "too-small": "Diese Auswahl trifft weniger als fünf Personen. Fass sie weiter, damit niemand herausgegriffen "
            "wird. Eine Gruppe darf so klein sein.",
            "too-long": "In einer Nachricht ist dafür kein Platz ({channels}). Kürze den Text bitte.",
            "past": "Der Zeitpunkt ist schon vorbei. Wähle bitte einen neuen.",
            "changed": "Inzwischen hat sich etwas geändert. Schau es dir bitte noch einmal an.",
        },
        scheduled="Ist geplant: {moment}, jeweils Ortszeit. Wer bis dahin dazukommt oder aussteigt, ist berücksichtigt.",
        unschedule="Planung aufheben",
        begun="Sie geht raus. Hier siehst du, wie weit sie ist:",
        progress={
            "draft": "Noch ein Entwurf.",
            "scheduled": "Geplant.",
            "sending": "Sie geht raus.",
            "paused": "Angehalten. Es geht nichts mehr raus, bis du weitermachst.",
            "stopped": "Gestoppt.",
            "done": "Fertig.",
            "missed": "Nicht rausgegangen.",
        },
        delivered="Angekommen",
        waiting="Warten noch",
        next_at="Als Nächstes: {moment}",
        next_week="Davon erst nächste Woche: {count}. Sie hatten diese Woche schon so viel Post, wie sie möchten, oder "
        "haben diese Woche keine Arbeitszeit mehr.",
        refused="Nicht angekommen",
        unknown="Ungewiss",
        some="weniger als zehn",
        pause="Anhalten",
        resume="Weitermachen",
        stop="Stoppen",
        refresh="Wie weit ist sie?",
        reasons={
            "own": "{count}: ausgestiegen, in der Pause oder ohne Zeiten, in denen ich schreiben darf. Das ist ihre Wahl, "
            "zu tun ist nichts.",
            "stopped": "{count}: noch nicht dran, als du gestoppt hast.",
            "too-late": "{count}: In den zwei Wochen, in denen sie gilt, ergab sich kein passender Moment. Ist sie noch aktuell, schreib "
            "eine neue.",
            "left-open": "{count}: war ungewiss, und du hast es dabei belassen.",
            "unreachable": "{count}: Dorthin kann ich von mir aus nicht schreiben (Browser). Wer Slack oder Teams nutzt, kann "
            "dort „mitmachen“ schreiben.",
            "away": "{count}: Den Chat gibt es nicht mehr, oder Jourfix ist dort entfernt oder blockiert. Wer das ändern "
            "möchte, schreibt Jourfix einfach an.",
            "closed": "{count}: Slack oder Teams lässt Jourfix nicht mehr hinein. Das kann die IT lösen: App neu installieren "
            "oder den geheimen Schlüssel erneuern.",
            "broke-off": "{count}: Beim Senden an diese Person ist Jourfix mehrmals abgebrochen; angekommen ist dort nichts. "
            "Sag bitte der IT Bescheid.",
            "unreadable": "{count}: Was ich mir zu dieser Person gemerkt habe, lässt sich nicht mehr öffnen. Wer neu mitmacht "
            "(„mitmachen“), ist beim nächsten Mal dabei.",
            "too-large": "{count}: Der Text war für den Kanal zu lang. Kürze ihn und schick eine neue Nachricht.",
            "other": "{count}: abgelehnt mit „{reason}“. Gib das Wort bitte an die IT weiter.",
        },
        in_doubt="{count}: Ich habe geschickt, aber keine Antwort bekommen. Ob es ankam, lässt sich nicht nachsehen. "
        "Schicke ich noch einmal, kann es doppelt ankommen.",
        leave="Dabei belassen",
        send_again="Noch einmal schicken",
        left="Gut, dabei bleibt es. Es waren {count}.",
        sent_again="Ich schicke noch einmal, an {count}.",
        missed={
            "late": "„{name}“ ist nicht rausgegangen: Zur geplanten Zeit lief ich nicht. Bisher hat niemand etwas bekommen. "
            "Wie soll es weitergehen?",
            "ask": "„{name}“ ist nicht rausgegangen: Eine Regel sagt inzwischen „erst fragen“. Bisher hat niemand etwas "
            "bekommen. Schau bitte noch einmal auf den Text.",
            "nobody": "„{name}“ ist nicht rausgegangen: Die Auswahl trifft inzwischen niemanden mehr.",
            "too-small": "„{name}“ ist nicht rausgegangen: Die Auswahl trifft inzwischen weniger als fünf Personen. Fass sie "
            "bitte weiter.",
            "too-long": "„{name}“ ist nicht rausgegangen: In einer Nachricht ist dafür kein Platz. Kürze den Text bitte.",
        },
    ),
    "nl": BroadcastWording(
        days=("ma", "di", "wo", "do", "vr", "za", "zo"),
        moment="{date:%d-%m-%Y} om {date:%H:%M} uur",
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        letter_foot="Van je communicatieteam. Wanneer en hoe vaak ik je schrijf, bepaal jij.",
        my_programme="Mijn programma",
        here_in={
            "de": "Dit bericht is er niet in het Nederlands, hier is het in het Duits.",
            "nl": "Dit is de tekst in het Nederlands.",
            "en": "Dit bericht is er niet in het Nederlands, hier is het in het Engels.",
        },
        door="Groepsberichten",
        list_none="Er is nog geen groepsbericht. Wil jij het eerste schrijven?",
        list_some="De laatste groepsberichten:",
        new="Nieuw bericht",
        states={
            "draft": "concept",
            "scheduled": "ingepland",
            "sending": "wordt verstuurd",
            "paused": "gepauzeerd",
            "stopped": "gestopt",
            "done": "klaar",
            "missed": "niet verstuurd",
        },
        ask_language="In welke taal schrijf je eerst?",
        write_title={
            "de": "Tekst in het Duits",
            "nl": "Tekst in het Nederlands",
            "en": "Tekst in het Engels",
        },
        write_label="Wat wil je iedereen vertellen?",
        write_hint="Een korte eerste regel met daarna een witregel wordt de titel.",
        save="Bewaren",
        too_long="Dit zijn {length} tekens, in één bericht passen er {most}. Maak de tekst korter; de vorige versie staat "
        "er nog.",
        empty="Er staat nog niets.",
        from_tip="Met een tip",
        tip_title="Tip zoeken",
        tip_label="Waar moet het over gaan?",
        tip_hint="Bijvoorbeeld: hashtags",
        tip_search="Zoeken",
        tip_choose="Welke neem je? Je kunt hem daarna nog aanpassen.",
        tip_none="Daar vind ik geen tip over. Probeer een ander woord.",
        page="Groepsbericht {id}: {state}",
        saved="Bewaard.",
        text_own="{language}: {words}",
        text_other="{language}: nog geen tekst; wie {language} leest, krijgt die in het {fallback}, met een zin erbij",
        text_missing="Nog geen tekst",
        whom_line="Aan: {whom}",
        when_line="Wanneer: {when}",
        people_line="Bereikt {people}",
        people="{count} mensen",
        person="1 persoon",
        people_vague="minder dan tien mensen",
        nobody="niemand",
        all="iedereen die meedoet",
        cohort="de groep {name}",
        in_language={
            "de": "wie Duits leest",
            "nl": "wie Nederlands leest",
            "en": "wie Engels leest",
        },
        levels={
            "starting": "wie net begint",
            "sometimes": "wie af en toe iets plaatst",
            "often": "wie vaak iets plaatst",
        },
        on_network="wie op {network} zit",
        now="zodra je het verstuurt",
        at_wall="{moment}, overal plaatselijke tijd",
        edit="{language} aanpassen",
        add="Ook in het {language}",
        whom="Voor wie",
        when="Wanneer",
        fallback="Waar een tekst ontbreekt: {language}",
        preview="Voorbeeld",
        discard="Weggooien",
        discarded="Het concept is weg.",
        back="Terug",
        gone="Dit groepsbericht bestaat niet meer.",
        not_now="Dat kan nu niet, want dit is de status van het bericht: {state}.",
        findings="{language}: dit valt me op",
        waits="Zo gaat het nog niet weg. Pas deze plek aan, of overleg er eerst over met wie erover gaat. Is dat gebeurd, dan "
        "kun je het vrijgeven.",
        never="Zo gaat het niet weg: gegevens waaraan iemand te herkennen is, horen niet in een bericht aan zoveel mensen. Haal ze er "
        "alsjeblieft uit.",
        clear="Is overlegd, mag zo weg",
        cleared="Vrijgegeven, al zegt een regel ‘eerst vragen’. Verandert de tekst, dan kijk ik opnieuw.",
        ask_whom="Voor wie is het? Je kunt combineren.",
        chosen="Gekozen: {whom}. Bereikt {people}.",
        done="Verder",
        ask_when="Wanneer moet het komen? Overal geldt de plaatselijke tijd, en het komt alleen onder werktijd.",
        now_button="Zodra ik het verstuur",
        other_moment="Ander moment",
        moment_label="Dag en tijd",
        moment_hint="Bijvoorbeeld: 30-11-2026 10:00 of morgen 9:30",
        troubles={
            "unread": "Dit kon ik niet lezen. Schrijf het bijvoorbeeld zo: 30-11-2026 10:00.",
            "weekend": "In het weekend krijgt niemand bericht. Kies een werkdag.",
            "past": "Dat is al geweest. Kies een later moment.",
            "too-far": "Dat duurt nog meer dan een jaar. Kies een eerder moment.",
        },
        ready="Zo ziet het eruit. Aan: {whom}. Bereikt {people}. Wanneer: {when}.",
        ready_hours="Iedereen krijgt het onder werktijd, nooit in het weekend. Wie op pauze staat, krijgt het niet.",
        ready_cap="Wie deze week al aan het eigen maximum zit, krijgt het volgende week. Niemand kan dat verhogen.",
        hints={
            "links": "Links staan in Slack en Teams als tekst en moet je kopiëren.",
            "signs": "Sterretjes en liggende streepjes blijven staan, vet wordt er niets van. Alleen de titel is vet.",
            "names": "Wie je met @ noemt, krijgt daar geen melding van.",
        },
        test="Stuur me een test",
        test_sent="De test is naar je onderweg, precies zoals bij de anderen.",
        test_here="Zo komt het aan:",
        send="Nu versturen",
        schedule="Inplannen: {moment}",
        obstacles={
            "no-text": "Er is nog geen tekst.",
            "nobody": "Met deze keuze bereik je nu niemand.",
            "too-small": "Met deze keuze bereik je minder dan vijf mensen. Kies ruimer, zodat niemand eruit gepikt wordt. "
            "Een groep mag wel zo klein zijn.",
            "too-long": "Dit past niet in één bericht ({channels}). Maak de tekst korter.",
            "past": "Dat moment is al geweest. Kies een nieuw.",
            "changed": "Er is intussen iets veranderd. Kijk het nog eens na.",
        },
        scheduled="Ingepland: {moment}, overal plaatselijke tijd. Wie er tot dan bij komt, krijgt het ook; wie stopt, niet.",
        unschedule="Uit de planning halen",
        begun="Het gaat weg. Hier zie je hoe ver het is:",
        progress={
            "draft": "Nog een concept.",
            "scheduled": "Ingepland.",
            "sending": "Het wordt verstuurd.",
            "paused": "Gepauzeerd. Er gaat niets meer weg tot je verdergaat.",
            "stopped": "Gestopt.",
            "done": "Klaar.",
            "missed": "Niet verstuurd.",
        },
        delivered="Aangekomen",
        waiting="Wachten nog",
        next_at="De volgende: {moment}",
        next_week="Waarvan pas volgende week: {count}. Zij zitten deze week al aan hun maximum, of werken deze week niet meer.",
        refused="Niet aangekomen",
        unknown="Onzeker",
        some="minder dan tien",
        pause="Pauzeren",
        resume="Verdergaan",
        stop="Stoppen",
        refresh="Hoe ver is het?",
        reasons={
            "own": "{count}: gestopt, met pauze of zonder tijden waarop ik mag schrijven. Dat is hun keuze, je hoeft niets te "
            "doen.",
            "stopped": "{count}: nog niet aan de beurt toen je stopte.",
            "too-late": "{count}: in de twee weken dat het bericht geldt, kwam er geen geschikt moment. Klopt het nog, schrijf "
            "dan een nieuw bericht.",
            "left-open": "{count}: was onzeker, en je hebt het zo gelaten.",
            "unreachable": "{count}: daar kan ik niet uit mezelf schrijven (browser). Wie Slack of Teams gebruikt, kan daar "
            "‘meedoen’ sturen.",
            "away": "{count}: de chat bestaat niet meer, of Jourfix is daar verwijderd of geblokkeerd. Wie dat anders wil, "
            "stuurt Jourfix gewoon een bericht.",
            "closed": "{count}: Slack of Teams laat Jourfix niet meer binnen. De IT-afdeling kan de app opnieuw installeren of "
            "het geheim vernieuwen.",
            "broke-off": "{count}: bij het versturen aan deze persoon liep Jourfix meermaals vast; er is niets aangekomen. "
            "Geef het door aan IT.",
            "unreadable": "{count}: wat ik van deze persoon heb onthouden, gaat niet meer open. Wie opnieuw meedoet (‘meedoen’), "
            "is er de volgende keer weer bij.",
            "too-large": "{count}: de tekst was te lang voor dit kanaal. Maak hem korter en stuur een nieuw bericht.",
            "other": "{count}: geweigerd met ‘{reason}’. Geef dat woord door aan IT.",
        },
        in_doubt="{count}: ik heb het verstuurd, maar kreeg geen antwoord. Of het is aangekomen, valt niet na te gaan. Stuur "
        "ik het nog eens, dan kan het dubbel aankomen.",
        leave="Zo laten",
        send_again="Nog eens sturen",
        left="Goed, dan blijft het zo. Het ging om {count}.",
        sent_again="Ik stuur het nog eens, naar {count}.",
        missed={
            "late": "‘{name}’ is niet verstuurd: op het geplande moment stond ik stil. Niemand heeft iets gekregen. Hoe wil je "
            "verder?",
            "ask": "‘{name}’ is niet verstuurd: een regel zegt nu ‘eerst vragen’. Niemand heeft iets gekregen. Kijk nog eens "
            "naar de tekst.",
            "nobody": "‘{name}’ is niet verstuurd: met deze keuze bereik je niemand meer.",
            "too-small": "‘{name}’ is niet verstuurd: met deze keuze bereik je nu minder dan vijf mensen. Kies ruimer.",
            "too-long": "‘{name}’ is niet verstuurd: het past niet in één bericht. Maak de tekst korter.",
        },
    ),
    "en": BroadcastWording(
        days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        moment="{date.day} {date:%b} {date.year} at {date:%H:%M}",
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        letter_foot="From your comms team. When and how often I write is up to you.",
        my_programme="My programme",
        here_in={
            "de": "There is no English text of this message, so here it is in German.",
            "nl": "There is no English text of this message, so here it is in Dutch.",
            "en": "This is the text in English.",
        },
        door="Broadcasts",
        list_none="There's no broadcast yet. Would you like to write the first?",
        list_some="The latest broadcasts:",
        new="Write a new one",
        states={
            "draft": "draft",
            "scheduled": "scheduled",
            "sending": "going out",
            "paused": "paused",
            "stopped": "stopped",
            "done": "done",
            "missed": "didn't go out",
        },
        ask_language="Which language will you write first?",
        write_title={
            "de": "Text in German",
            "nl": "Text in Dutch",
            "en": "Text in English",
        },
        write_label="What would you like to tell everybody?",
        write_hint="A short first line with a blank line after it becomes the title.",
        save="Save",
        too_long="That's {length} characters, and one message holds {most}. Please shorten it; what was saved before is still "
        "there.",
        empty="There's nothing there yet.",
        from_tip="Use a tip",
        tip_title="Find a tip",
        tip_label="What should it be about?",
        tip_hint="For example: hashtags",
        tip_search="Search",
        tip_choose="Which one? You can still change it afterwards.",
        tip_none="I can't find a tip on that. Try another word.",
        page="Broadcast {id}: {state}",
        saved="Saved.",
        text_own="{language}: {words}",
        text_other="{language}: no text yet; those who read {language} get the one in {fallback}, with a sentence to say so",
        text_missing="No text yet",
        whom_line="To: {whom}",
        when_line="When: {when}",
        people_line="Reaches {people}",
        people="{count} people",
        person="1 person",
        people_vague="fewer than ten people",
        nobody="nobody",
        all="everybody who joined",
        cohort="the group {name}",
        in_language={
            "de": "those who read German",
            "nl": "those who read Dutch",
            "en": "those who read English",
        },
        levels={
            "starting": "those just starting",
            "sometimes": "those who post now and then",
            "often": "those who post often",
        },
        on_network="those on {network}",
        now="as soon as you send it",
        at_wall="{moment}, everybody's local time",
        edit="Change {language}",
        add="Add {language}",
        whom="For whom",
        when="When",
        fallback="Where a text is missing: {language}",
        preview="Preview",
        discard="Discard",
        discarded="The draft is deleted.",
        back="Back",
        gone="This broadcast no longer exists.",
        not_now="That can't be done now. The broadcast is: {state}.",
        findings="{language}: what I noticed",
        waits="It can't go out like this yet. Change the passage, or clear it with those in charge first. Once it's cleared, "
        "you can release it.",
        never="It can't go out like this: what gives away who somebody is doesn't belong in a message to many. Please take it "
        "out.",
        clear="It's cleared, let it go out",
        cleared="Released, though a rule says “ask first”. If the text changes, I'll check again.",
        ask_whom="Who is it for? You can combine.",
        chosen="Chosen: {whom}. Reaches {people}.",
        done="Next",
        ask_when="When should it arrive? The time is everybody's local time, and it comes within working hours only.",
        now_button="As soon as I send it",
        other_moment="Another moment",
        moment_label="Day and time",
        moment_hint="For example: 30 Nov 2026 10:00 or tomorrow 9:30",
        troubles={
            "unread": "I couldn't read that. Write it like this, for example: 30 Nov 2026 10:00.",
            "weekend": "Nobody gets anything at weekends. Please pick a working day.",
            "past": "That's over already. Please pick a later moment.",
            "too-far": "That's more than a year away. Please pick an earlier moment.",
        },
        ready="This is what it looks like. To: {whom}. Reaches {people}. When: {when}.",
        ready_hours="Everybody gets it within their working hours, never at weekends. Those on a break don't get it.",
        ready_cap="Those who've reached their own limit for this week get it next week. Nobody can raise it.",
        hints={
            "links": "In Slack and Teams links stand there as text and need to be copied.",
            "signs": "Asterisks and underscores stay as they are, they make nothing bold. Only the title is bold.",
            "names": "Whoever you name with @ isn't notified of it.",
        },
        test="Send me a test",
        test_sent="The test is on its way to you, just as everybody else will get it.",
        test_here="This is how it arrives:",
        send="Send now",
        schedule="Schedule: {moment}",
        obstacles={
            "no-text": "It has no text yet.",
            "nobody": "Nobody fits this choice at present.",
            "too-small": "Fewer than five people fit this choice. Please widen it, so that nobody is singled out. A group may "
            "be that small.",
            "too-long": "That doesn't fit into one message ({channels}). Please shorten the text.",
            "past": "That moment is over. Please pick a new one.",
            "changed": "Something has changed in the meantime. Please look at it once more.",
        },
        scheduled="Scheduled: {moment}, everybody's local time. Whoever joins or leaves until then is taken into account.",
        unschedule="Take off the schedule",
        begun="It's going out. Here you can see how far it is:",
        progress={
            "draft": "Still a draft.",
            "scheduled": "Scheduled.",
            "sending": "It's going out.",
            "paused": "Paused. Nothing more goes out until you go on.",
            "stopped": "Stopped.",
            "done": "Done.",
            "missed": "It didn't go out.",
        },
        delivered="Delivered",
        waiting="Still waiting",
        next_at="Next: {moment}",
        next_week="Of these not before next week: {count}. They've reached their limit for this week, or have no working hours left in it.",
        refused="Not delivered",
        unknown="Unknown",
        some="fewer than ten",
        pause="Pause",
        resume="Go on",
        stop="Stop",
        refresh="How far along is it?",
        reasons={
            "own": "{count}: left, on a break, or without hours in which I may write. That's their choice; there's nothing to "
            "do.",
            "stopped": "{count}: their turn hadn't come when you stopped it.",
            "too-late": "{count}: in the two weeks for which it holds there was no moment for it. If it still matters, write a "
            "new one.",
            "left-open": "{count}: it was unknown, and you left it at that.",
            "unreachable": "{count}: I can't write there of my own accord (browser). Whoever uses Slack or Teams can say “join” "
            "there.",
            "away": "{count}: the chat is gone, or Jourfix was removed or blocked there. Whoever wants to change that just "
            "writes to Jourfix.",
            "closed": "{count}: Slack or Teams no longer lets Jourfix in. IT can solve that: install the app again or renew "
            "its secret.",
            "broke-off": "{count}: Jourfix broke off several times while sending to this person; nothing arrived there. "
            "Please tell IT.",
            "unreadable": "{count}: what I keep of this person can no longer be opened. Whoever joins again (“join”) is back "
            "next time.",
            "too-large": "{count}: the text was too long for the channel. Shorten it and send a new message.",
            "other": "{count}: refused with “{reason}”. Please pass that word on to IT.",
        },
        in_doubt="{count}: I sent it but got no answer. Whether it arrived can't be looked up. If I send it again, it may "
        "arrive twice.",
        leave="Leave it at that",
        send_again="Send again",
        left="Right, I'll leave it at that. It was about {count}.",
        sent_again="I'm sending it again, to {count}.",
        missed={
            "late": "“{name}” didn't go out: I wasn't running at the time. Nobody has got anything. How shall we go on?",
            "ask": "“{name}” didn't go out: a rule now says “ask first”. Nobody has got anything. Please look at the text once "
            "more.",
            "nobody": "“{name}” didn't go out: nobody fits the choice any more.",
            "too-small": "“{name}” didn't go out: fewer than five people fit the choice now. Please widen it.",
            "too-long": "“{name}” didn't go out: it doesn't fit into one message. Please shorten the text.",
        },
    ),
}

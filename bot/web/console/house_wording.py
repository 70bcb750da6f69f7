"""What the pages with the house's own rules say, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class HouseWording:
    """Their words."""

    label: str
    title: str
    lead: str
    in_force: str
    none_yet: str
    new_rule: str
    new_words: str
    rules: str
    words: str
    organisation: str
    changes: str
    no_changes: str
    gone: str
    changed: str
    edit: str
    remove: str
    remove_sure: str
    discard: str
    discard_sure: str
    try_it: str
    try_again: str
    see_trial: str
    versions: str
    version: str
    changed_then: str
    sets: str
    disputes: str
    waiting: str
    look_at: str
    confirm: str
    take_back: str
    yours: str
    late: str
    rule_title: str
    name: str
    name_hint: str
    topic: str
    severity: str
    kind: str
    source: str
    address: str
    section: str
    limit_of: str
    limit_most: str
    language_hint: str
    message: str
    message_hint: str
    why: str
    fix: str
    what: str
    what_hint: str
    missing: str
    unless: str
    bad: str
    bad_hint: str
    good: str
    good_hint: str
    check: str
    keep: str
    fits: str
    file_title: str
    file_hint: str
    words_name: str
    trial_title: str
    trying: str
    not_tried: str
    complaints: str
    summary: str
    new_findings: str
    gone_findings: str
    sentence: str
    before: str
    after: str
    from_where: str
    false_alarm: str
    reason: str
    publish: str
    propose: str
    author: str
    second: str
    when: str
    restore: str
    restored: str
    equals: str
    hash: str
    disputes_lead: str
    no_disputes: str
    count: str
    pack_rule: str
    fires: str
    quiet: str
    to_example: str
    as_example: str
    settle: str
    sets_lead: str
    file: str
    upload: str
    kinds: Mapping[str, str]
    languages: Mapping[str, str]
    verdicts: Mapping[str, str]
    done: Mapping[str, str]
    set_problems: Mapping[str, str]

    @property
    def fields(self) -> dict[str, str]:
        """Give the names of the form's fields, for complaints."""
        names = vars(self)
        shown = {name: str(text) for name, text in names.items() if isinstance(text, str)}
        return {**shown, "words": self.what}


HOUSE_WORDINGS: Mapping[Language, HouseWording] = {
    "de": HouseWording(
        label="Eigene Regeln",
        title="Eure eigenen Regeln",
        lead="Hier schreibt ihr Regeln, die nur für euer Haus gelten. Erst nach dem Ausprobieren und Veröffentlichen liest Jourfix sie mit.",
        in_force="In Kraft: Fassung {number}",
        none_yet="Noch keine eigene Fassung in Kraft.",
        new_rule="Neue Regel",
        new_words="Neue Wortliste",
        rules="Regeln",
        words="Wortlisten",
        organisation="Stille Zeiten, Sperrfristen, Produkte, Kontakte und Hashtags",
        changes="Was sich gegenüber der Fassung in Kraft ändert",
        changed_then="Was sie an der vorigen geändert hat",
        no_changes="Nichts: Der Entwurf gleicht der Fassung in Kraft.",
        gone="entfällt",
        changed="geändert",
        edit="Bearbeiten",
        remove="Entfernen",
        remove_sure="Wirklich entfernen?",
        discard="Entwurf verwerfen",
        discard_sure="Alles verwerfen, was noch nicht veröffentlicht ist?",
        try_it="Ausprobieren",
        try_again="Noch einmal ausprobieren",
        see_trial="Ergebnis ansehen",
        versions="Fassungen",
        version="Fassung",
        sets="Eigene Beispielsätze",
        disputes="„Das stimmt nicht“: Rückmeldungen zu Hinweisen",
        waiting="Wartet auf ein zweites Paar Augen",
        look_at="Ansehen und entscheiden",
        confirm="Bestätigen und in Kraft setzen",
        take_back="Zurücknehmen",
        yours="Den eigenen Vorschlag bestätigt jemand anderes.",
        late="Inzwischen gilt eine neuere Fassung. Verwirf den Entwurf und übertrage, was noch fehlt.",
        rule_title="Eine eigene Regel",
        name="Kurzname der Regel",
        name_hint="Kleinbuchstaben, Ziffern und Bindestriche: unser-ausweis",
        topic="Thema",
        severity="Gewicht",
        kind="Wonach die Regel sucht",
        source="Quelle, wie Leute sie kennen",
        address="Adresse der Quelle (https://…)",
        section="Abschnitt",
        limit_of="Grenze: wovon",
        limit_most="Grenze: höchstens",
        language_hint="Ohne Einträge spricht die Regel diese Sprache nicht.",
        message="Hinweis",
        message_hint="{found} steht für die gefundenen Wörter.",
        why="Warum",
        fix="Was hilft",
        what="Wörter oder Muster",
        what_hint="Eins je Zeile; Ersetzungen als: alt -> besser; ein Muster in einer Zeile (RE2)",
        missing="Verlangte Wörter",
        unless="Nicht, wenn eins davon im Satz steht",
        bad="Beispiele, die gefunden werden",
        bad_hint="Eins je Zeile, die gefundenen Wörter in [[ ]]",
        good="Beispiele, die in Ordnung sind",
        good_hint="Eins je Zeile, am besten eins, das ähnlich klingt",
        check="Prüfen",
        keep="Im Entwurf behalten",
        fits="Passt: Die Regel lädt, und ihre Beispiele stimmen.",
        file_title="Als Datei",
        file_hint="In der Form der Regeldateien (YAML). Sperrfristen: topic, terms, until; stille Zeiten (blackout): start, end, why; Produkte: brand, status, inn; Tage als 2026-11-22.",
        words_name="Name der Wortliste (house-…)",
        trial_title="Was die Änderung bewirkt",
        trying="Jourfix probiert alle Beispielsätze aus. Das dauert etwa eine Minute; die Seite lädt sich von selbst neu.",
        not_tried="Dieser Entwurf ist noch nicht ausprobiert.",
        complaints="Das passt noch nicht:",
        summary="{sentences} Sätze gelesen: {changed} bekommen eine andere Antwort, {alarms} davon oder daneben wären falscher Alarm.",
        new_findings="Neue Hinweise",
        gone_findings="Hinweise, die wegfallen",
        sentence="Satz",
        before="Bisher",
        after="Danach",
        from_where="Aus",
        false_alarm="falscher Alarm",
        reason="Warum diese Änderung?",
        publish="Veröffentlichen",
        propose="Zur Bestätigung vorlegen",
        author="Von",
        second="Bestätigt von",
        when="Wann",
        restore="Diese Fassung wieder in Kraft setzen",
        restored="Zurück zu Fassung {number}",
        equals="wie Fassung {number}",
        hash="Prüfsumme",
        disputes_lead="Diese Sätze haben Kolleginnen und Kollegen weitergegeben, weil ein Hinweis nicht stimmte. Was Jourfix als Namen und Nummern erkennt, ist verdeckt; lies trotzdem nach, ehe du einen Satz übernimmst.",
        no_disputes="Noch nichts weitergegeben.",
        count="{count} Sätze",
        pack_rule="Regel eines Pakets: Bitte gib den Satz an die Stelle weiter, die das Paket pflegt.",
        fires="wird noch gefunden",
        quiet="wird nicht mehr gefunden",
        to_example="Als Beispiel „in Ordnung“ übernehmen",
        as_example="So wird das Beispiel (ändere, was noch etwas verrät)",
        settle="Erledigt: Satz löschen",
        sets_lead="Sätze, an denen ihr Änderungen ausprobiert, nie Entwürfe von anderen. Eine Datei .txt (ein Satz je Zeile), .csv (Spalte text, dazu expected mit go, adjust oder ask) oder .jsonl; bis 400 Sätze.",
        file="Datei",
        upload="Hochladen",
        kinds={
            "terms": "Wörter",
            "pattern": "ein Muster",
            "swap": "Wörter mit einem besseren",
            "limit": "zu viel von etwas",
            "required": "Wörter, zu denen andere gehören",
        },
        languages={
            "de": "Deutsch",
            "nl": "Niederländisch",
            "en": "Englisch",
        },
        verdicts={
            "go": "kann raus",
            "adjust": "anpassen",
            "ask": "erst fragen",
        },
        done={
            "kept": "Gespeichert.",
            "removed": "Entfernt.",
            "discarded": "Der Entwurf ist verworfen.",
            "published": "Veröffentlicht. Innerhalb einer Minute liest Jourfix überall damit.",
            "waits": "Vorgelegt: Jemand anderes aus dem Team bestätigt die Fassung.",
            "late": "Jemand war schneller: Die Regeln haben sich inzwischen geändert. Lade neu und vergleiche.",
            "untried": "Probiere den Entwurf erst aus: Nach jeder Änderung gehört das dazu.",
            "broken": "So lässt es sich nicht veröffentlichen: Sieh dir das Ergebnis des Ausprobierens an.",
            "same": "Das gilt schon so: Es gibt nichts zu veröffentlichen.",
            "not-yours": "Den eigenen Vorschlag bestätigt jemand anderes.",
            "gone": "Das gibt es nicht mehr.",
            "reason": "Schreib bitte in einem Satz dazu, warum.",
            "back": "Zurückgenommen.",
            "fires": "Der Satz würde trotzdem gefunden. Öffne die Regel und nimm ihn unter „Nicht, wenn …“ auf.",
            "large": "Das sind mehr Regeln, als hier Platz haben. Leg ein eigenes Paket an.",
        },
        set_problems={
            "zip": "Das ist keine Textdatei. Speichere die Sätze als .txt, .csv oder .jsonl; gepackte Dateien werden nicht geöffnet.",
            "large": "Das ist zu viel: höchstens 400 Sätze und 150 KB. Teile die Datei.",
            "empty": "Wähle eine Datei mit mindestens einem Satz.",
            "letters": "Die Datei ist nicht in UTF-8 gespeichert. Speichere sie so noch einmal.",
            "columns": "Die erste Zeile nennt keine Spalte „text“. Füge sie ein.",
            "json": "Zeile {line} ist kein JSON mit einem „text“.",
            "verdict": "Satz {line}: „expected“ ist go, adjust oder ask.",
            "long": "Satz {line} ist leer oder länger als 1.000 Zeichen.",
            "many": "Es liegen schon 20 Sammlungen hier. Entferne eine.",
        },
    ),
    "nl": HouseWording(
        label="Eigen regels",
        title="Jullie eigen regels",
        lead="Hier schrijven jullie regels die alleen voor jullie huis gelden. Pas na uitproberen en publiceren leest Jourfix ze mee.",
        in_force="Van kracht: versie {number}",
        none_yet="Nog geen eigen versie van kracht.",
        new_rule="Nieuwe regel",
        new_words="Nieuwe woordenlijst",
        rules="Regels",
        words="Woordenlijsten",
        organisation="Stille periodes, embargo’s, producten, contacten en hashtags",
        changes="Wat er verandert ten opzichte van de versie die geldt",
        changed_then="Wat er aan de vorige veranderde",
        no_changes="Niets: het concept is gelijk aan de versie die geldt.",
        gone="vervalt",
        changed="gewijzigd",
        edit="Bewerken",
        remove="Verwijderen",
        remove_sure="Echt verwijderen?",
        discard="Concept weggooien",
        discard_sure="Alles weggooien wat nog niet gepubliceerd is?",
        try_it="Uitproberen",
        try_again="Nog een keer uitproberen",
        see_trial="Resultaat bekijken",
        versions="Versies",
        version="Versie",
        sets="Eigen voorbeeldzinnen",
        disputes="‘Dit klopt niet’: reacties op meldingen",
        waiting="Wacht op een tweede paar ogen",
        look_at="Bekijken en beslissen",
        confirm="Bevestigen en laten gelden",
        take_back="Intrekken",
        yours="Je eigen voorstel bevestigt iemand anders.",
        late="Intussen geldt een nieuwere versie. Gooi het concept weg en neem over wat nog ontbreekt.",
        rule_title="Een eigen regel",
        name="Korte naam van de regel",
        name_hint="Kleine letters, cijfers en streepjes: onze-badge",
        topic="Onderwerp",
        severity="Gewicht",
        kind="Waar de regel naar zoekt",
        source="Bron, zoals mensen die kennen",
        address="Adres van de bron (https://…)",
        section="Paragraaf",
        limit_of="Grens: waarvan",
        limit_most="Grens: hoogstens",
        language_hint="Zonder invulling spreekt de regel deze taal niet.",
        message="Melding",
        message_hint="{found} staat voor de gevonden woorden.",
        why="Waarom",
        fix="Wat helpt",
        what="Woorden of patroon",
        what_hint="Eén per regel; vervangingen als: oud -> beter; een patroon op één regel (RE2)",
        missing="Vereiste woorden",
        unless="Niet als een van deze in de zin staat",
        bad="Voorbeelden die gevonden worden",
        bad_hint="Eén per regel, de gevonden woorden tussen [[ ]]",
        good="Voorbeelden die prima zijn",
        good_hint="Eén per regel, liefst een die erop lijkt",
        check="Controleren",
        keep="In het concept bewaren",
        fits="Klopt: de regel laadt en de voorbeelden kloppen.",
        file_title="Als bestand",
        file_hint="In de vorm van de regelbestanden (YAML). Embargo’s: topic, terms, until; stille periodes (blackout): start, end, why; producten: brand, status, inn; dagen als 2026-11-22.",
        words_name="Naam van de woordenlijst (house-…)",
        trial_title="Wat de wijziging doet",
        trying="Jourfix probeert alle voorbeeldzinnen uit. Dat duurt ongeveer een minuut; de pagina laadt vanzelf opnieuw.",
        not_tried="Dit concept is nog niet uitgeprobeerd.",
        complaints="Dit klopt nog niet:",
        summary="{sentences} zinnen gelezen: {changed} krijgen een ander antwoord, {alarms} zouden vals alarm zijn.",
        new_findings="Nieuwe meldingen",
        gone_findings="Meldingen die vervallen",
        sentence="Zin",
        before="Voorheen",
        after="Daarna",
        from_where="Uit",
        false_alarm="vals alarm",
        reason="Waarom deze wijziging?",
        publish="Publiceren",
        propose="Ter bevestiging voorleggen",
        author="Door",
        second="Bevestigd door",
        when="Wanneer",
        restore="Deze versie weer laten gelden",
        restored="Terug naar versie {number}",
        equals="gelijk aan versie {number}",
        hash="Controlegetal",
        disputes_lead="Deze zinnen gaven collega’s door omdat een melding niet klopte. Wat Jourfix als namen en nummers herkent, is afgedekt; lees zelf na voor je een zin overneemt.",
        no_disputes="Nog niets doorgegeven.",
        count="{count} zinnen",
        pack_rule="Regel van een pakket: geef de zin door aan wie het pakket bijhoudt.",
        fires="wordt nog gevonden",
        quiet="wordt niet meer gevonden",
        to_example="Als voorbeeld ‘prima’ overnemen",
        as_example="Zo wordt het voorbeeld (wijzig wat nog iets verraadt)",
        settle="Afgehandeld: zin wissen",
        sets_lead="Zinnen waarop jullie wijzigingen uitproberen, nooit concepten van anderen. Een bestand .txt (één zin per regel), .csv (kolom text, eventueel expected met go, adjust of ask) of .jsonl; tot 400 zinnen.",
        file="Bestand",
        upload="Uploaden",
        kinds={
            "terms": "woorden",
            "pattern": "een patroon",
            "swap": "woorden met een beter woord",
            "limit": "te veel van iets",
            "required": "woorden waar andere bij horen",
        },
        languages={
            "de": "Duits",
            "nl": "Nederlands",
            "en": "Engels",
        },
        verdicts={
            "go": "kan zo",
            "adjust": "aanpassen",
            "ask": "eerst vragen",
        },
        done={
            "kept": "Bewaard.",
            "removed": "Verwijderd.",
            "discarded": "Het concept is weggegooid.",
            "published": "Gepubliceerd. Binnen een minuut leest Jourfix er overal mee.",
            "waits": "Voorgelegd: een collega bevestigt de versie.",
            "late": "Iemand was sneller: de regels zijn intussen veranderd. Laad opnieuw en vergelijk.",
            "untried": "Probeer het concept eerst uit: dat hoort na elke wijziging.",
            "broken": "Zo kan het niet gepubliceerd worden: bekijk het resultaat van het uitproberen.",
            "same": "Dit geldt al: er is niets te publiceren.",
            "not-yours": "Je eigen voorstel bevestigt iemand anders.",
            "gone": "Dit bestaat niet meer.",
            "reason": "Schrijf er in één zin bij waarom.",
            "back": "Ingetrokken.",
            "fires": "De zin zou toch gevonden worden. Open de regel en zet hem bij ‘Niet als …’.",
            "large": "Dit zijn meer regels dan hier passen. Maak een eigen pakket.",
        },
        set_problems={
            "zip": "Dit is geen tekstbestand. Bewaar de zinnen als .txt, .csv of .jsonl; ingepakte bestanden worden niet geopend.",
            "large": "Dit is te veel: hoogstens 400 zinnen en 150 KB. Splits het bestand.",
            "empty": "Kies een bestand met minstens één zin.",
            "letters": "Het bestand is niet in UTF-8 bewaard. Bewaar het zo opnieuw.",
            "columns": "De eerste regel noemt geen kolom ‘text’. Voeg die toe.",
            "json": "Regel {line} is geen JSON met een ‘text’.",
            "verdict": "Zin {line}: ‘expected’ is go, adjust of ask.",
            "long": "Zin {line} is leeg of langer dan 1.000 tekens.",
            "many": "Er staan hier al 20 verzamelingen. Verwijder er een.",
        },
    ),
    "en": HouseWording(
        label="House rules",
        title="Your own rules",
        lead="Here you write rules that hold for your organisation alone. Jourfix reads with them once they are tried and published.",
        in_force="In force: version {number}",
        none_yet="No version of your own is in force yet.",
        new_rule="New rule",
        new_words="New word list",
        rules="Rules",
        words="Word lists",
        organisation="Closed periods, embargoes, products, contacts and hashtags",
        changes="What changes against the version in force",
        changed_then="What it changed in the one before",
        no_changes="Nothing: the draft equals the version in force.",
        gone="goes",
        changed="changed",
        edit="Edit",
        remove="Remove",
        remove_sure="Really remove it?",
        discard="Discard the draft",
        discard_sure="Discard everything that is not published yet?",
        try_it="Try it",
        try_again="Try it again",
        see_trial="See what came of it",
        versions="Versions",
        version="Version",
        sets="Your own sentences",
        disputes="“This finding is wrong”: what colleagues handed over",
        waiting="Waits for a second pair of eyes",
        look_at="Look and decide",
        confirm="Confirm and put in force",
        take_back="Take back",
        yours="Somebody else confirms what you proposed.",
        late="A newer version is in force meanwhile. Discard the draft and bring over what is still missing.",
        rule_title="A rule of your own",
        name="Short name of the rule",
        name_hint="Small letters, digits and hyphens: our-badge",
        topic="Topic",
        severity="Weight",
        kind="What the rule looks for",
        source="Source, as people know it",
        address="Address of the source (https://…)",
        section="Section",
        limit_of="Limit: of what",
        limit_most="Limit: at most",
        language_hint="Left empty, the rule does not speak this language.",
        message="Message",
        message_hint="{found} stands for the words that were found.",
        why="Why",
        fix="What helps",
        what="Words or pattern",
        what_hint="One a line; swaps as: old -> better; a pattern in one line (RE2)",
        missing="Words that must be there",
        unless="Not where one of these is in the sentence",
        bad="Examples that are found",
        bad_hint="One a line, the words that are found in [[ ]]",
        good="Examples that are fine",
        good_hint="One a line, best one that sounds alike",
        check="Check",
        keep="Keep in the draft",
        fits="It fits: the rule loads, and its examples hold.",
        file_title="As a file",
        file_hint="In the form of the rule files (YAML). Embargoes: topic, terms, until; closed periods (blackout): start, end, why; products: brand, status, inn; days as 2026-11-22.",
        words_name="Name of the word list (house-…)",
        trial_title="What the change does",
        trying="Jourfix tries all example sentences. It takes about a minute; this page reloads by itself.",
        not_tried="This draft has not been tried yet.",
        complaints="This does not fit yet:",
        summary="{sentences} sentences read: {changed} get another answer, {alarms} would be false alarms.",
        new_findings="New findings",
        gone_findings="Findings that go",
        sentence="Sentence",
        before="Before",
        after="After",
        from_where="From",
        false_alarm="false alarm",
        reason="Why this change?",
        publish="Publish",
        propose="Propose for confirmation",
        author="By",
        second="Confirmed by",
        when="When",
        restore="Put this version in force again",
        restored="Back to version {number}",
        equals="equals version {number}",
        hash="Content hash",
        disputes_lead="Colleagues handed these sentences over because a finding was wrong. What Jourfix knows as names and numbers is masked; read a sentence yourself before you take it.",
        no_disputes="Nothing was handed over yet.",
        count="{count} sentences",
        pack_rule="A pack's rule: please pass the sentence on to whoever keeps the pack.",
        fires="is still found",
        quiet="is no longer found",
        to_example="Take as an example that is fine",
        as_example="The example as it will be kept (change what still tells on somebody)",
        settle="Dealt with: erase it",
        sets_lead="Sentences on which you try changes, never colleagues' drafts. A file .txt (a sentence a line), .csv (column text, and expected with go, adjust or ask) or .jsonl; up to 400 sentences.",
        file="File",
        upload="Upload",
        kinds={
            "terms": "words",
            "pattern": "a pattern",
            "swap": "words with a better one",
            "limit": "too much of something",
            "required": "words that need others",
        },
        languages={
            "de": "German",
            "nl": "Dutch",
            "en": "English",
        },
        verdicts={
            "go": "go",
            "adjust": "adjust",
            "ask": "ask first",
        },
        done={
            "kept": "Kept.",
            "removed": "Removed.",
            "discarded": "The draft is discarded.",
            "published": "Published. Within a minute Jourfix reads with it everywhere.",
            "waits": "Proposed: a colleague confirms the version.",
            "late": "Somebody was faster: the rules changed meanwhile. Reload and compare.",
            "untried": "Please try the draft first, after every change.",
            "broken": "It cannot be published like this: look at what came of trying it.",
            "same": "This holds already: there is nothing to publish.",
            "not-yours": "Somebody else confirms what you proposed.",
            "gone": "This is no longer there.",
            "reason": "Please say in a sentence why.",
            "back": "Taken back.",
            "fires": "The sentence would be found all the same. Open the rule and put it under “Not where …”.",
            "large": "These are more rules than fit here. Make a pack of your own.",
        },
        set_problems={
            "zip": "This is no text file. Save the sentences as .txt, .csv or .jsonl; packed files are not opened.",
            "large": "This is too much: 400 sentences and 150 KB at most. Split the file.",
            "empty": "Choose a file with at least one sentence.",
            "letters": "The file is not saved as UTF-8. Save it so once more.",
            "columns": "The first line names no column “text”. Add it.",
            "json": "Line {line} is no JSON with a “text”.",
            "verdict": "Sentence {line}: “expected” is go, adjust or ask.",
            "long": "Sentence {line} is empty or longer than 1,000 characters.",
            "many": "There are 20 sets here already. Remove one.",
        },
    ),
}

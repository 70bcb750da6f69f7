"""What is said in an agenda and a recap and about them, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.recaps.recap import Kind, Section


@dataclass(frozen=True)
class RecapWording:
    """Sentences with {placeholders}."""

    moment: str
    weekdays: tuple[str, ...]  # Monday first
    title: Mapping[Kind, str]
    title_of: Mapping[Kind, str]
    intro: Mapping[Kind, str]
    sections: Mapping[Section, str]
    no_highlights: str
    try_now: str
    votes: str
    ours_none: str
    thanks: Mapping[Kind, str]
    date_line: str
    # For editors
    door: str
    preview: str
    goes_by_itself: str
    goes_by_hand: str
    nowhere: str
    in_language: str
    languages: Mapping[Language, str]
    strike: str
    put_back: str
    struck: str
    rewrite: str
    as_composed: str
    rewritten: str
    form_title: str
    form_label: str
    form_hint: str
    save: str
    send: str
    ask_send: str
    ask_channel: str
    ask_people: str
    ask_few: str
    ask_nobody: str
    empty: str
    send_yes: str
    back: str
    sent: str
    sent_already: str
    concern: str
    gone: str
    highlights: str


RECAP_WORDINGS: Mapping[Language, RecapWording] = {
    "de": RecapWording(
        moment="{weekday}, {date:%d.%m.}, {date:%H:%M} Uhr",
        weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        title={"agenda": "Agenda für den Jourfix am {day}", "recap": "Recap vom Jourfix am {day}"},
        title_of={"agenda": "Agenda: {title} am {day}", "recap": "Recap: {title} am {day}"},
        intro={
            "agenda": "Darum geht es im nächsten Termin. Alles ist freiwillig, auch das Zuhören.",
            "recap": "Für alle, die nicht dabei sein konnten, und zum Nachlesen.",
        },
        sections={
            "highlights": "Beiträge, von denen man etwas lernen kann",
            "tip": "Ein Tipp",
            "open": "Offene Fragen",
            "ours": "Was wir in der Kommunikation selbst gepostet haben",
            "dates": "Die nächsten Termine",
            "thanks": "Danke",
        },
        no_highlights="Diesmal ohne Beitrag. Hast du etwas gepostet? Schreib mir „ich habe gepostet“ und den Link; gezeigt "
        "wird nur, wozu du Ja sagst.",
        try_now="Zum Ausprobieren: {text}",
        votes="{votes} Stimmen bisher",
        ours_none="Ehrlich gesagt: noch nichts. Wer andere zum Erzählen einlädt, sollte selbst etwas erzählen. Liebe "
        "Kommunikation, bis zum nächsten Mal?",
        thanks={
            "agenda": "Danke an alle, die etwas erzählt, gefragt oder kommentiert haben. Bis gleich!",
            "recap": "Danke an alle, die erzählt, gefragt, kommentiert oder einfach zugehört haben.",
        },
        date_line="{when}: {title}",
        door="Recap",
        preview="So geht der Recap raus",
        goes_by_itself="Von selbst am {when}, mit allem, wozu bis dahin Ja gesagt wurde.",
        goes_by_hand="Es ist noch kein Jourfix angekündigt. Er geht nur raus, wenn du ihn abschickst.",
        nowhere="Noch ist kein Kanal dafür eingestellt (JOURFIX_PROGRAMME_CHANNEL).",
        in_language="Du siehst ihn auf {language}. Was du neu schreibst, gilt nur für diese Sprache; was du streichst, für "
        "alle.",
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        strike="Streichen",
        put_back="Wieder aufnehmen",
        struck="Gestrichen.",
        rewrite="Neu schreiben",
        as_composed="Wie zuvor",
        rewritten="Von Hand geschrieben.",
        form_title="Abschnitt schreiben",
        form_label="Text",
        form_hint="Kurz und freundlich, ohne Zahlen über Personen",
        save="Speichern",
        send="Jetzt abschicken",
        ask_send="Soll der Recap jetzt raus? Das geht nur einmal.",
        ask_channel="Er geht in den Kanal des Programms.",
        ask_people="Als Nachricht geht er an {count} Personen, die ihn so bekommen möchten, jeweils zu ihrer Zeit.",
        ask_few="Als Nachricht geht er an weniger als zehn Personen, die ihn so bekommen möchten, jeweils zu ihrer Zeit.",
        ask_nobody="Als Nachricht bekommt ihn gerade niemand.",
        empty="Hier gibt es nichts zu sagen, der Abschnitt fällt weg.",
        send_yes="Ja, abschicken",
        back="Zurück",
        sent="Abgeschickt.",
        sent_already="Er ist schon raus. Zweimal schicke ich ihn nicht.",
        concern="So geht es nicht raus: {concern} Schreib den Abschnitt bitte um.",
        gone="Diesen Termin gibt es nicht mehr.",
        highlights="Highlights aussuchen",
    ),
    "nl": RecapWording(
        moment="{weekday} {date:%d-%m}, {date:%H:%M} uur",
        weekdays=("ma", "di", "wo", "do", "vr", "za", "zo"),
        title={
            "agenda": "Agenda voor de jourfix van {day}",
            "recap": "Terugblik op de jourfix van {day}",
        },
        title_of={"agenda": "Agenda: {title} op {day}", "recap": "Terugblik: {title} op {day}"},
        intro={
            "agenda": "Hier gaat het de volgende keer over. Alles is vrijwillig, ook meeluisteren.",
            "recap": "Voor wie er niet bij kon zijn, en om terug te lezen.",
        },
        sections={
            "highlights": "Berichten waar je iets van leert",
            "tip": "Een tip",
            "open": "Open vragen",
            "ours": "Wat wij van communicatie zelf hebben geplaatst",
            "dates": "De volgende data",
            "thanks": "Bedankt",
        },
        no_highlights="Deze keer zonder bericht. Heb je iets geplaatst? Schrijf me ‘ik heb geplaatst’ met de link; we tonen "
        "alleen waar je ja op zegt.",
        try_now="Om te proberen: {text}",
        votes="{votes} stemmen tot nu toe",
        ours_none="Eerlijk gezegd: nog niets. Wie anderen uitnodigt om te vertellen, vertelt zelf ook iets. Beste collega's "
        "van communicatie, tot de volgende keer?",
        thanks={
            "agenda": "Bedankt aan iedereen die iets vertelde, vroeg of schreef. Tot zo!",
            "recap": "Bedankt aan iedereen die vertelde, vroeg, meeschreef of gewoon luisterde.",
        },
        date_line="{when}: {title}",
        door="Terugblik",
        preview="Zo gaat de terugblik weg",
        goes_by_itself="Vanzelf op {when}, met alles waar dan ja op is gezegd.",
        goes_by_hand="Er is nog geen jourfix aangekondigd. Hij gaat alleen weg als jij hem verstuurt.",
        nowhere="Er is nog geen kanaal voor ingesteld (JOURFIX_PROGRAMME_CHANNEL).",
        in_language="Je ziet hem in het {language}. Wat je opnieuw schrijft, geldt alleen voor deze taal; wat je schrapt, voor "
        "alle.",
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        strike="Schrappen",
        put_back="Terugzetten",
        struck="Geschrapt.",
        rewrite="Opnieuw schrijven",
        as_composed="Zoals eerst",
        rewritten="Zelf geschreven.",
        form_title="Onderdeel schrijven",
        form_label="Tekst",
        form_hint="Kort en vriendelijk, zonder cijfers over personen",
        save="Bewaren",
        send="Nu versturen",
        ask_send="Moet de terugblik nu weg? Dat kan maar één keer.",
        ask_channel="Hij gaat naar het kanaal van het programma.",
        ask_people="Als bericht gaat hij naar {count} mensen die dat willen, ieder onder werktijd.",
        ask_few="Als bericht gaat hij naar minder dan tien mensen die dat willen, ieder onder werktijd.",
        ask_nobody="Als bericht wil niemand hem op dit moment.",
        empty="Hier valt niets te melden, dit onderdeel vervalt.",
        send_yes="Ja, versturen",
        back="Terug",
        sent="Verstuurd.",
        sent_already="Hij is al verstuurd. Twee keer stuur ik hem niet.",
        concern="Zo gaat het niet weg: {concern} Schrijf het onderdeel anders.",
        gone="Deze datum is er niet meer.",
        highlights="Highlights kiezen",
    ),
    "en": RecapWording(
        moment="{weekday} {date.day} {date:%b}, {date:%H:%M}",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        title={
            "agenda": "Agenda for the jourfix on {day}",
            "recap": "Recap of the jourfix on {day}",
        },
        title_of={"agenda": "Agenda: {title} on {day}", "recap": "Recap: {title} on {day}"},
        intro={
            "agenda": "This is what it's about next time. It's all voluntary, and so is just listening.",
            "recap": "For everybody who couldn't be there, and to look things up.",
        },
        sections={
            "highlights": "Posts to learn from",
            "tip": "A tip",
            "open": "Open questions",
            "ours": "What we at comms posted ourselves",
            "dates": "The next dates",
            "thanks": "Thank you",
        },
        no_highlights="No post this time. Have you posted something? Write “I posted it” to me with the link; only what you say "
        "yes to is shown.",
        try_now="To try: {text}",
        votes="{votes} votes so far",
        ours_none="To be honest: nothing yet. Whoever invites others to tell their stories should tell some too. Dear comms "
        "team, by next time?",
        thanks={
            "agenda": "Thank you to everybody who told, asked or commented. See you soon!",
            "recap": "Thank you to everybody who told, asked, commented or simply listened.",
        },
        date_line="{when}: {title}",
        door="Recap",
        preview="This is how the recap goes out",
        goes_by_itself="By itself on {when}, with everything that got a yes by then.",
        goes_by_hand="No jourfix has been announced yet. It only goes out if you send it.",
        nowhere="No channel is set for it yet (JOURFIX_PROGRAMME_CHANNEL).",
        in_language="You see it in {language}. What you rewrite counts for this language alone; what you strike, for all of "
        "them.",
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        strike="Strike",
        put_back="Put back",
        struck="Struck.",
        rewrite="Rewrite",
        as_composed="As it was",
        rewritten="Written by hand.",
        form_title="Write the section",
        form_label="Text",
        form_hint="Short and kind, without numbers about people",
        save="Save",
        send="Send now",
        ask_send="Shall the recap go out now? That works once only.",
        ask_channel="It goes to the programme's channel.",
        ask_people="As a message it goes to {count} people who want it that way, each at their own time.",
        ask_few="As a message it goes to fewer than ten people who want it that way, each at their own time.",
        ask_nobody="Nobody wants it as a message at the moment.",
        empty="There's nothing to say here, so the section is left out.",
        send_yes="Yes, send it",
        back="Back",
        sent="Sent.",
        sent_already="It's out already. I don't send it twice.",
        concern="It can't go out like this: {concern} Please rewrite the section.",
        gone="This date is gone.",
        highlights="Pick highlights",
    ),
}

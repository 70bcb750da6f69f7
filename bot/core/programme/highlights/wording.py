"""What is said about highlights, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.posts.post import Deed, LeadKind


@dataclass(frozen=True)
class HighlightWording:
    """Sentences with {placeholders}; numbers are an author's own, shown to editors alone."""

    # Why it worked
    leads: Mapping[LeadKind, str]
    deeds: Mapping[Deed, str]
    unknown: str
    # How it is shown
    titled: str
    untitled: str
    plain_titled: str
    plain_untitled: str
    ours_titled: str
    ours_untitled: str
    # For editors: the proposal
    door: str
    title: str
    order: str
    nothing: str
    chosen: str
    candidate: str
    why_title: str
    more_than_usual: str
    as_usual: str
    too_few: str
    untold: str
    audience: str
    pick: str
    more: str
    full: str
    gone: str
    # For editors: one highlight
    states: Mapping[str, str]
    preview_named: str
    preview_plain: str
    some_name: str
    ask: str
    ask_again: str
    asked: str
    asked_there: str
    change_why: str
    why_form: str
    why_label: str
    why_hint: str
    suggest_why: str
    save: str
    drop: str
    dropped: str
    back: str
    concern: str
    # For authors
    question: str
    question_next: str
    question_end: str
    with_name: str
    without_name: str
    no: str
    name_form: str
    name_label: str
    name_hint: str
    name_change: str
    name_missing: str
    thanks_name: str
    thanks_plain: str
    thanks_no: str
    withdrawn: str
    withdraw: str
    outdated: str
    consents_title: str
    consents_none: str
    consent_lines: Mapping[str, str]
    answer_now: str


HIGHLIGHT_WORDINGS: Mapping[Language, HighlightWording] = {
    "de": HighlightWording(
        leads={
            "": "",
            "moment": "Beginnt mit einem Moment, den man vor sich sieht.",
            "number": "Beginnt mit einer Zahl aus dem eigenen Alltag.",
            "contrast": "Beginnt mit einem Gegensatz, der neugierig macht.",
            "question": "Beginnt mit einer Frage.",
        },
        deeds={
            "picture": "Ein eigenes Bild gehört dazu.",
            "question": "Endet mit einer Frage an alle, die lesen.",
            "replied": "Kommentare haben eine Antwort bekommen.",
            "asked": "Vorher haben Kolleginnen und Kollegen drübergeschaut.",
        },
        unknown="Was daran gewirkt hat, wissen wir nicht: Dazu wurde nichts erzählt.",
        titled="{name}: {what}",
        untitled="{name} auf {network}",
        plain_titled="Aus dem Kollegenkreis: {what}",
        plain_untitled="Ein Beitrag aus dem Kollegenkreis auf {network}",
        ours_titled="{what}",
        ours_untitled="Ein Beitrag auf {network}",
        door="Highlights",
        title="Vorschläge für den nächsten Jourfix",
        order="In der Reihenfolge, in der sie eingereicht wurden. Such dir bis zu drei aus; gezeigt wird nur, wozu Ja "
        "gesagt wird.",
        nothing="Gerade ist nichts Neues eingereicht.",
        chosen="Ausgesucht",
        candidate="{name}: {post}",
        why_title="Was gemacht wurde",
        more_than_usual="Mehr als sonst: {number}. Üblich sind bei dieser Person {median} (Median aus {count} eigenen Beiträgen).",
        as_usual="{number}. Üblich sind bei dieser Person {median} (Median aus {count} eigenen Beiträgen).",
        too_few="{number}. Für einen Vergleich mit den eigenen Beiträgen braucht es drei mit Zahlen.",
        untold="Zahlen wurden nicht genannt.",
        audience="{views}, {audience} Menschen folgen dort.",
        pick="Aussuchen",
        more="Weitere",
        full="Drei sind schon ausgesucht. Nimm zuerst einen heraus.",
        gone="Diesen Vorschlag gibt es nicht mehr. Vielleicht wurde der Beitrag zurückgezogen.",
        states={
            "picked": "noch nicht gefragt",
            "asked": "gefragt, noch keine Antwort",
            "name": "Ja, mit Namen",
            "plain": "Ja, ohne Namen",
            "no": "Nein",
        },
        preview_named="Mit Namen",
        preview_plain="Ohne Namen",
        some_name="(Name)",
        ask="Um Erlaubnis fragen",
        ask_again="Mit neuen Worten fragen",
        asked="Gefragt. Die Nachricht kommt in der Arbeitszeit an. Ohne Antwort wird nichts gezeigt.",
        asked_there="Von hier aus erreiche ich die Person nicht. Die Frage steht bei ihr unter „Meine Beiträge“. Ohne "
        "Antwort wird nichts gezeigt.",
        change_why="Begründung ändern",
        why_form="Warum hat dieser Beitrag gewirkt?",
        why_label="Was hat die Person gemacht?",
        suggest_why="Vorschlag vom Sprachmodell",
        why_hint="Kurz, und nur, was man daraus lernen kann: der Anfang, eine Zahl, eine Antwort, ein Bild",
        save="Speichern",
        drop="Herausnehmen",
        dropped="Herausgenommen.",
        back="Alle Vorschläge",
        concern="So geht es nicht raus: {concern} Ändere die Begründung oder such einen anderen Beitrag aus.",
        question="Darf dein Beitrag in den nächsten Jourfix?",
        question_next="Die Kommunikation möchte ihn in Agenda und Recap zeigen, damit andere etwas daraus lernen. So "
        "stünde es da:",
        question_end="Ohne Antwort wird er nicht gezeigt. Unter „Meine Beiträge“ kannst du es dir jederzeit anders "
        "überlegen.",
        with_name="Ja, mit meinem Namen",
        without_name="Ja, ohne Namen",
        no="Nein",
        name_form="Wie soll dein Name dastehen?",
        name_label="Name",
        name_hint="Zum Beispiel: Ada Novak, Station 4",
        name_change="Name ändern",
        name_missing="Dafür brauche ich deinen Namen. Schreib ihn so, wie er dastehen soll.",
        thanks_name="Danke! So steht es da:",
        thanks_plain="Danke! So steht es da, ohne Namen und ohne Link:",
        thanks_no="In Ordnung, er wird nicht gezeigt.",
        withdrawn="Zurückgezogen. Im Kanal nehme ich ihn heraus. Aus Nachrichten, die schon angekommen oder unterwegs "
        "sind, kann ich ihn nicht mehr holen.",
        withdraw="Zurückziehen",
        outdated="Die Frage hat sich geändert. Hier ist sie noch einmal:",
        consents_title="Was von dir gezeigt wird",
        consents_none="Gerade ist nichts von dir ausgesucht. Bevor etwas gezeigt wird, frage ich dich.",
        consent_lines={
            "asked": "{post}: Du bist gefragt.",
            "name": "{post}: Wird mit deinem Namen gezeigt.",
            "plain": "{post}: Wird ohne Namen gezeigt.",
            "no": "{post}: Wird nicht gezeigt.",
            "shown": "{post}: Wurde gezeigt.",
        },
        answer_now="Antworten",
    ),
    "nl": HighlightWording(
        leads={
            "": "",
            "moment": "Begint met een moment dat je voor je ziet.",
            "number": "Begint met een getal uit het eigen werk.",
            "contrast": "Begint met een tegenstelling die nieuwsgierig maakt.",
            "question": "Begint met een vraag.",
        },
        deeds={
            "picture": "Er staat een eigen foto bij.",
            "question": "Eindigt met een vraag aan wie het leest.",
            "replied": "Wie reageerde, kreeg ook antwoord.",
            "asked": "Vooraf hebben collega's meegelezen.",
        },
        unknown="Wat eraan werkte, weten we niet: daar is niets over verteld.",
        titled="{name}: {what}",
        untitled="{name} op {network}",
        plain_titled="Van een collega: {what}",
        plain_untitled="Een bericht van een collega op {network}",
        ours_titled="{what}",
        ours_untitled="Een bericht op {network}",
        door="Highlights",
        title="Voorstellen voor de volgende jourfix",
        order="In de volgorde waarin ze zijn ingestuurd. Kies er hooguit drie; we tonen alleen waar ja op wordt gezegd.",
        nothing="Er is nu niets nieuws ingestuurd.",
        chosen="Gekozen",
        candidate="{name}: {post}",
        why_title="Wat er is gedaan",
        more_than_usual="Meer dan gebruikelijk: {number}. Normaal is hier {median} (mediaan van {count} eigen berichten).",
        as_usual="{number}. Normaal is hier {median} (mediaan van {count} eigen berichten).",
        too_few="{number}. Voor een vergelijking met de eigen berichten zijn er drie met cijfers nodig.",
        untold="Er zijn geen cijfers doorgegeven.",
        audience="{views}, {audience} mensen volgen daar.",
        pick="Kiezen",
        more="Meer",
        full="Er zijn er al drie gekozen. Haal er eerst één uit.",
        gone="Dit voorstel is er niet meer. Misschien is het bericht teruggetrokken.",
        states={
            "picked": "nog niet gevraagd",
            "asked": "gevraagd, nog geen antwoord",
            "name": "ja, met naam",
            "plain": "ja, zonder naam",
            "no": "nee",
        },
        preview_named="Met naam",
        preview_plain="Zonder naam",
        some_name="(naam)",
        ask="Toestemming vragen",
        ask_again="Opnieuw vragen met deze woorden",
        asked="Gevraagd. Het bericht komt onder werktijd aan. Zonder antwoord tonen we niets.",
        asked_there="Vanaf hier kan ik deze collega niet bereiken. De vraag staat bij ‘Mijn berichten’. Zonder antwoord "
        "tonen we niets.",
        change_why="Reden aanpassen",
        why_form="Waarom werkte dit bericht?",
        why_label="Wat heeft de collega gedaan?",
        suggest_why="Voorstel van het taalmodel",
        why_hint="Kort, en alleen waar een ander iets aan heeft: het begin, een getal, een antwoord, een foto",
        save="Bewaren",
        drop="Eruit halen",
        dropped="Eruit gehaald.",
        back="Alle voorstellen",
        concern="Zo gaat het niet weg: {concern} Pas de reden aan of kies een ander bericht.",
        question="Mag jouw bericht in de volgende jourfix?",
        question_next="Communicatie wil het in de agenda en de terugblik laten zien, zodat anderen er iets van leren. Zo "
        "zou het er staan:",
        question_end="Zonder antwoord wordt het niet getoond. Bij ‘Mijn berichten’ kun je altijd van gedachten veranderen.",
        with_name="Ja, met mijn naam",
        without_name="Ja, zonder naam",
        no="Nee",
        name_form="Hoe moet je naam er staan?",
        name_label="Naam",
        name_hint="Bijvoorbeeld: Ada Novak, afdeling 4",
        name_change="Naam aanpassen",
        name_missing="Zonder naam kan het niet met naam. Schrijf hem zoals hij er moet staan.",
        thanks_name="Bedankt! Zo staat het er:",
        thanks_plain="Bedankt! Zo staat het er, zonder naam en zonder link:",
        thanks_no="Prima, het wordt niet getoond.",
        withdrawn="Teruggetrokken. In het kanaal haal ik het weg. Uit berichten die al zijn aangekomen of onderweg zijn, "
        "krijg ik het niet meer weg.",
        withdraw="Terugtrekken",
        outdated="De vraag is veranderd. Hier is hij nog een keer:",
        consents_title="Wat er van jou getoond wordt",
        consents_none="Er is nu niets van jou gekozen. Voordat iets getoond wordt, vraag ik het je.",
        consent_lines={
            "asked": "{post}: er ligt een vraag voor je.",
            "name": "{post}: wordt met je naam getoond.",
            "plain": "{post}: wordt zonder naam getoond.",
            "no": "{post}: wordt niet getoond.",
            "shown": "{post}: is getoond.",
        },
        answer_now="Antwoorden",
    ),
    "en": HighlightWording(
        leads={
            "": "",
            "moment": "It begins with a moment you can picture.",
            "number": "It begins with a number out of everyday work.",
            "contrast": "It begins with a contrast that makes you curious.",
            "question": "It begins with a question.",
        },
        deeds={
            "picture": "There's a picture of their own.",
            "question": "It ends with a question to whoever reads it.",
            "replied": "Comments got a reply.",
            "asked": "Colleagues read it beforehand.",
        },
        unknown="We don't know what made it work: nothing was told about it.",
        titled="{name}: {what}",
        untitled="{name} on {network}",
        plain_titled="By a colleague: {what}",
        plain_untitled="A colleague's post on {network}",
        ours_titled="{what}",
        ours_untitled="A post on {network}",
        door="Highlights",
        title="Proposals for the next jourfix",
        order="In the order they were handed in. Pick up to three; only what gets a yes is shown.",
        nothing="Nothing new has been handed in.",
        chosen="Picked",
        candidate="{name}: {post}",
        why_title="What they did",
        more_than_usual="More than usual: {number}. Usual for them is {median} (the median of {count} posts of theirs).",
        as_usual="{number}. Usual for them is {median} (the median of {count} posts of theirs).",
        too_few="{number}. Comparing with their own posts takes three with numbers.",
        untold="No numbers were given.",
        audience="{views}, and {audience} people follow them there.",
        pick="Pick",
        more="More",
        full="Three are picked already. Take one out first.",
        gone="This proposal is gone. The post may have been withdrawn.",
        states={
            "picked": "not asked yet",
            "asked": "asked, no answer yet",
            "name": "yes, with their name",
            "plain": "yes, without a name",
            "no": "no",
        },
        preview_named="With the name",
        preview_plain="Without a name",
        some_name="(name)",
        ask="Ask for permission",
        ask_again="Ask with the new words",
        asked="Asked. The message arrives within their working hours. Without an answer, nothing is shown.",
        asked_there="I can't reach them from here. The question is waiting under “My posts”. Without an answer, nothing is "
        "shown.",
        change_why="Change the reason",
        why_form="Why did this post work?",
        why_label="What did they do?",
        suggest_why="Suggestion from the language model",
        why_hint="Short, and only what others can learn from: the beginning, a number, a reply, a picture",
        save="Save",
        drop="Take out",
        dropped="Taken out.",
        back="All proposals",
        concern="It can't go out like this: {concern} Change the reason or pick another post.",
        question="May your post be part of the next jourfix?",
        question_next="The comms team would like to show it in the agenda and the recap, so that others can learn from it. "
        "This is how it would read:",
        question_end="Without an answer it isn't shown. You can change your mind at any time under “My posts”.",
        with_name="Yes, with my name",
        without_name="Yes, without my name",
        no="No",
        name_form="How should your name read?",
        name_label="Name",
        name_hint="For example: Ada Novak, ward 4",
        name_change="Change the name",
        name_missing="It takes a name to show it with your name. Write it the way it should read.",
        thanks_name="Thank you! This is how it reads:",
        thanks_plain="Thank you! This is how it reads, without your name and without the link:",
        thanks_no="That's fine, it won't be shown.",
        withdrawn="Withdrawn. I'm taking it out of the channel. I can't take it back from messages that have arrived "
        "or are on their way.",
        withdraw="Withdraw",
        outdated="The question has changed. Here it is again:",
        consents_title="What is shown of yours",
        consents_none="Nothing of yours is picked at the moment. I'll ask you before anything is shown.",
        consent_lines={
            "asked": "{post}: there's a question for you.",
            "name": "{post}: is shown with your name.",
            "plain": "{post}: is shown without your name.",
            "no": "{post}: isn't shown.",
            "shown": "{post}: was shown.",
        },
        answer_now="Answer",
    ),
}

"""What is said about files with numbers, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class ExportWording:
    """Sentences; {count} is filled with our own numbers."""

    posts: tuple[str, str]  # one, several in the file
    all_yours: tuple[str, str]  # the only one, all of several
    none_yours: tuple[str, str]  # not the only one, none of several
    yours: tuple[str, str]  # one, several of them
    left: str
    left_all: str
    refused: str
    or_draft: str
    ask_all: str
    accept: str
    one_by_one: str
    none: str
    leave_out: str
    leave_rest: str
    kept: str
    drop_here: str
    drop_elsewhere: str
    how: str
    what_stays: str
    my_posts: str
    template: str
    template_how: str
    template_copy: str
    template_link: str
    not_joined: str
    sentences: Mapping[str, str]


EXPORT_WORDINGS: Mapping[Language, ExportWording] = {
    "de": ExportWording(
        posts=("In der Datei steht ein Beitrag.", "In der Datei stehen {count} Beiträge."),
        all_yours=(
            "Den kenne ich von dir, seine Zahlen sind eingetragen.",
            "Die kenne ich alle von dir, ihre Zahlen sind eingetragen.",
        ),
        none_yours=(
            "Den hast du mir noch nicht genannt.",
            "Davon hast du mir noch keinen genannt.",
        ),
        yours=(
            "Einen davon kenne ich von dir, seine Zahlen sind eingetragen.",
            "{count} davon kenne ich von dir, ihre Zahlen sind eingetragen.",
        ),
        left="Alles andere aus der Datei habe ich nicht behalten.",
        left_all="Ich habe nichts davon behalten. Schreib mir zuerst „Ich habe gepostet“ und den Link, dann schick die "
        "Datei noch einmal.",
        refused="Die Datei konnte ich nicht lesen.",
        or_draft="Ist es ein Entwurf? Dann füg den Text direkt hier im Chat ein.",
        ask_all="Ein paar Spalten kenne ich nur ungefähr. Stimmt das so?",
        accept="Ja, stimmt alles",
        one_by_one="Einzeln fragen",
        none="Nichts davon nehmen",
        leave_out="Nichts davon, lass sie weg",
        leave_rest="Alle {count} Spalten weglassen",
        kept="Bis du antwortest, hebe ich die Datei verschlüsselt auf, höchstens 24 Stunden.",
        drop_here="Zieh deinen Export von LinkedIn einfach hier in den Chat, als .xlsx, .xls oder .csv.",
        drop_elsewhere="Dieser Chat nimmt keine Dateien an. Schick den Export in Slack oder Teams, oder tipp die Zahlen "
        "unter „Meine Beiträge“ ein.",
        how="Du bekommst ihn auf LinkedIn in den Analysen deiner Beiträge, unter „Exportieren“.",
        what_stays="Ich nehme nur die Zahlen der Beiträge, die du mir genannt hast. Den Rest behalte ich nicht.",
        my_posts="Meine Beiträge",
        template="Leere Tabelle (CSV)",
        template_how="Eine Zeile je Beitrag, mit seinem Link und den Zahlen, die du kennst; leere Zellen sind in Ordnung. Öffne sie mit "
        "Excel, Calc oder Google Tabellen, speichere sie als CSV und schick sie mir.",
        template_copy="Kopfzeile der Tabelle",
        template_link="Tabelle herunterladen",
        not_joined="Zahlen trage ich für alle ein, die beim Programm dabei sind. Aus deiner Datei habe ich nichts behalten. "
        "Wenn du mitmachst, schick sie danach einfach noch einmal:",
        sentences={
            "no-numbers": "In der Datei stehen Beiträge, aber keine Zahlen, mit denen ich etwas anfangen kann. Ich habe "
            "nichts davon behalten.",
            "no-posts": "In dieser Datei steht kein Beitrag.",
            "no-links": "In der Datei stehen keine Links. Ohne sie weiß ich nicht, welche Zahlen zu welchem Beitrag "
            "gehören. Ich habe nichts davon behalten.",
            "gone": "Diese Datei habe ich nicht (mehr). Schick sie mir bitte noch einmal.",
            "too-long": "Die Datei ist zu groß, um sie aufzuheben. Deine Antwort habe ich mir gemerkt, 24 Stunden lang: "
            "Schick mir die Datei bitte noch einmal.",
            "not-understood": "Diese Antwort passt zu keiner offenen Frage.",
        },
    ),
    "nl": ExportWording(
        posts=("In het bestand staat één bericht.", "In het bestand staan {count} berichten."),
        all_yours=(
            "Dat ken ik van je, de cijfers staan erbij.",
            "Die ken ik allemaal van je, de cijfers staan erbij.",
        ),
        none_yours=(
            "Dat heb je me nog niet doorgegeven.",
            "Daarvan heb je me er nog geen doorgegeven.",
        ),
        yours=(
            "Eén daarvan ken ik van je, daar staan de cijfers nu bij.",
            "{count} daarvan ken ik van je, daar staan de cijfers nu bij.",
        ),
        left="De rest van het bestand heb ik niet bewaard.",
        left_all="Ik heb er niets van bewaard. Schrijf me eerst ‘ik heb geplaatst’ met de link, en stuur het bestand "
        "daarna nog een keer.",
        refused="Het bestand kon ik niet lezen.",
        or_draft="Is het een concept? Plak de tekst dan gewoon hier in de chat.",
        ask_all="Een paar kolommen ken ik maar ongeveer. Klopt dit?",
        accept="Ja, klopt allemaal",
        one_by_one="Eén voor één vragen",
        none="Geen van alle overnemen",
        leave_out="Geen van deze, laat maar weg",
        leave_rest="Alle {count} kolommen weglaten",
        kept="Tot je antwoordt bewaar ik het bestand versleuteld, hooguit 24 uur.",
        drop_here="Sleep je export van LinkedIn gewoon hier in de chat, als .xlsx, .xls of .csv.",
        drop_elsewhere="In deze chat kun je geen bestanden sturen. Stuur de export in Slack of Teams, of typ de cijfers in "
        "bij ‘Mijn berichten’.",
        how="Je vindt hem op LinkedIn bij de statistieken van je berichten, onder ‘Exporteren’.",
        what_stays="Ik neem alleen de cijfers over van berichten die je me hebt doorgegeven. De rest bewaar ik niet.",
        my_posts="Mijn berichten",
        template="Lege tabel (CSV)",
        template_how="Eén regel per bericht, met de link en de cijfers die je weet; lege cellen zijn geen probleem. Open de tabel in "
        "Excel, Calc of Google Spreadsheets, bewaar hem als CSV en stuur hem naar mij.",
        template_copy="Kopregel van de tabel",
        template_link="Tabel downloaden",
        not_joined="Cijfers houd ik bij voor iedereen die meedoet aan het programma. Van je bestand heb ik niets bewaard. Doe "
        "je mee, stuur het daarna dan nog een keer:",
        sentences={
            "no-numbers": "Er staan berichten in het bestand, maar geen cijfers waar ik iets mee kan. Ik heb er niets van "
            "bewaard.",
            "no-posts": "In dit bestand staat geen bericht.",
            "no-links": "Er staan geen links in het bestand. Zonder links weet ik niet welke cijfers bij welk bericht "
            "horen. Ik heb er niets van bewaard.",
            "gone": "Dit bestand heb ik niet (meer). Stuur het me nog een keer.",
            "too-long": "Het bestand is te groot om te bewaren. Je antwoord onthoud ik 24 uur: stuur me het bestand nog "
            "een keer.",
            "not-understood": "Dit antwoord past bij geen open vraag.",
        },
    ),
    "en": ExportWording(
        posts=("There is one post in the file.", "There are {count} posts in the file."),
        all_yours=(
            "You told me about it, and its numbers are in.",
            "You told me about all of them, and their numbers are in.",
        ),
        none_yours=(
            "You haven't told me about it yet.",
            "You haven't told me about any of them yet.",
        ),
        yours=(
            "You told me about one of them, and its numbers are in.",
            "You told me about {count} of them, and their numbers are in.",
        ),
        left="I've kept nothing else from the file.",
        left_all="I've kept nothing of it. First write “I posted” and the link, then send the file once more.",
        refused="I could not read the file.",
        or_draft="Is it a draft? Then paste the text straight into the chat.",
        ask_all="There are a few columns I'm not quite sure of. Is this right?",
        accept="Yes, all of it",
        one_by_one="Ask one by one",
        none="Take none of them",
        leave_out="None of these, leave it out",
        leave_rest="Leave all {count} columns out",
        kept="Until you answer I keep the file encrypted, for 24 hours at most.",
        drop_here="Just drop your export from LinkedIn into this chat, as .xlsx, .xls or .csv.",
        drop_elsewhere="This chat takes no files. Send the export in Slack or Teams, or type the numbers in under “My posts”.",
        how="You get it on LinkedIn, in the analytics of your posts, under “Export”.",
        what_stays="I only take the numbers of posts you told me about. I don't keep the rest.",
        my_posts="My posts",
        template="Empty table (CSV)",
        template_how="One line for each post, with its link and the numbers you know; empty cells are fine. Open it in Excel, Calc or "
        "Google Sheets, save it as CSV and send it to me.",
        template_copy="Headers of the table",
        template_link="Download the table",
        not_joined="I keep numbers for everybody who is in the programme. I've kept nothing of your file. If you join, just "
        "send it again afterwards:",
        sentences={
            "no-numbers": "There are posts in the file, but no numbers that I can use. I've kept nothing of it.",
            "no-posts": "There is no post in this file.",
            "no-links": "There are no links in the file. Without them I can't tell which numbers belong to which post. "
            "I've kept nothing of it.",
            "gone": "I don't have this file (any more). Please send it again.",
            "too-long": "The file is too large to keep. I'll remember your answer for 24 hours: please send me the file "
            "once more.",
            "not-understood": "This answer doesn't fit any open question.",
        },
    ),
}

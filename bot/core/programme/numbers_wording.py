"""What is said about numbers that somebody handed in, in three languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.numbers import NoteKind, RefusalReason
from bot.core.programme.ports_numbers import StopReason, UnfetchedReason


@dataclass(frozen=True)
class NumbersWording:
    """Sentences with {placeholders} that are filled with our own values and with headers.

    Of a note there are two forms: for one, and for {count}.
    """

    fields: Mapping[str, str]
    leave_out: str
    months: Sequence[str]
    day: str
    refused: Mapping[RefusalReason, str]
    found: str
    notes: Mapping[NoteKind, tuple[str, str]]
    column: str
    column_suggested: str
    examples: str
    dates: str
    stopped: Mapping[StopReason, str]
    unfetched: Mapping[UnfetchedReason, str]


NUMBERS_WORDINGS: Mapping[Language, NumbersWording] = {
    "de": NumbersWording(
        fields={
            "link": "Link zum Beitrag",
            "title": "Titel",
            "posted_on": "Tag, an dem du gepostet hast",
            "impressions": "Impressionen",
            "members_reached": "Erreichte Mitglieder",
            "engagements": "Interaktionen, alle zusammen",
            "reactions": "Reaktionen",
            "comments": "Kommentare",
            "shares": "Geteilt",
            "clicks": "Klicks",
            "saves": "Gespeichert",
            "sends": "Als Nachricht weitergeschickt",
            "profile_views": "Profilbesuche über den Beitrag",
            "followers_gained": "Neue Follower über den Beitrag",
            "engagement_rate": "Engagement-Rate",
        },
        leave_out="Nichts davon, lass sie weg",
        months=tuple(
            "Januar Februar März April Mai Juni Juli August "
            "September Oktober November Dezember".split()
        ),
        day="{day}. {month} {year}",
        refused={
            "empty": "Die Datei ist leer. Magst du sie noch einmal exportieren?",
            "too-large": "Die Datei ist größer als {limit} MB. Ein Export von LinkedIn ist viel kleiner. Ist es die richtige?",
            "too-large-inside": "Ausgepackt ist die Datei zu groß für mich. Nimm bitte den Export so, wie LinkedIn ihn liefert.",
            "too-many-sheets": "Die Datei hat mehr als {limit} Tabellenblätter. Lass bitte nur das mit deinen Beiträgen drin.",
            "too-many-rows": "Auf einem Blatt stehen mehr als {limit} Zeilen. Wähle beim Export bitte einen kürzeren Zeitraum.",
            "too-many-columns": "Auf einem Blatt stehen mehr als {limit} Spalten. Lass bitte nur die mit deinen Zahlen stehen.",
            "too-slow": "Diese Datei zu lesen dauert zu lange. Wähle beim Export bitte einen kürzeren Zeitraum.",
            "broken": "Die Datei lässt sich nicht öffnen, vermutlich ist sie beschädigt. Lade sie bitte noch einmal herunter.",
            "password": "Die Datei hat ein Passwort. Speichere sie bitte ohne und schick sie mir noch einmal.",
            "macros": "In der Datei stecken Makros, solche Dateien öffne ich nicht. Speichere sie bitte als .xlsx ohne Makros.",
            "web-page": "Das ist eine Webseite, auch wenn der Name nach Excel klingt. Melde dich bei LinkedIn an und exportiere noch einmal.",
            "unknown-kind": "Mit dieser Art Datei kann ich nichts anfangen. Es klappt mit .xlsx, .xls und .csv.",
            "unknown-layout": "Darin finde ich keine Beiträge. Gesucht habe ich zum Beispiel: {looked_for}.",
        },
        found="Gefunden habe ich: {found}.",
        notes={
            "no-posts": (
                "In dieser Datei steht kein Beitrag.",
                "In dieser Datei steht kein Beitrag.",
            ),
            "rows-merged": (
                "Eine Zeile war doppelt, ich zähle sie nur einmal.",
                "{count} Zeilen waren doppelt, ich zähle sie nur einmal.",
            ),
            "higher-kept": (
                "Zu einem Beitrag gab es zwei verschiedene Zahlen. Ich habe die höhere genommen.",
                "Zu {count} Beiträgen gab es verschiedene Zahlen. Ich habe jeweils die höhere genommen.",
            ),
            "rows-without-post": (
                "Eine Zeile nennt keinen Beitrag, die habe ich ausgelassen.",
                "{count} Zeilen nennen keinen Beitrag, die habe ich ausgelassen.",
            ),
            "unreadable": (
                "In „{header}“ konnte ich einen Eintrag nicht lesen.",
                "In „{header}“ konnte ich {count} Einträge nicht lesen.",
            ),
            "formulas-empty": (
                "In „{header}“ steht eine Formel ohne Ergebnis. Öffne die Datei in Excel, speichere sie und schick sie noch einmal.",
                "In „{header}“ stehen {count} Formeln ohne Ergebnis. Öffne die Datei in Excel, speichere sie und schick sie noch einmal.",
            ),
            "columns-left": (
                "Eine weitere Spalte kenne ich nicht, die lasse ich weg.",
                "{count} weitere Spalten kenne ich nicht, die lasse ich weg.",
            ),
            "not-utf8": (
                "Sehen Umlaute seltsam aus? Dann speichere die Datei als „CSV UTF-8“ und schick sie noch einmal.",
                "Sehen Umlaute seltsam aus? Dann speichere die Datei als „CSV UTF-8“ und schick sie noch einmal.",
            ),
        },
        column="Die Spalte „{header}“ kenne ich nicht{examples}. Was steht darin?",
        column_suggested="Die Spalte „{header}“{examples}: Ist das „{suggestion}“?",
        examples=" (zum Beispiel {values})",
        dates="In „{header}“ steht „{example}“. Welcher Tag ist das?",
        stopped={
            "sign-in-again": "LinkedIn kennt deine Anmeldung nicht mehr. Melde dich bitte noch einmal an, dann hole ich die Zahlen.",
            "not-permitted": "LinkedIn gibt uns diese Zahlen nicht. Du kannst sie eintippen oder deinen Export hier ablegen.",
            "later": "LinkedIn antwortet gerade nicht. Ich versuche es später noch einmal.",
            "not-understood": "Mit der Antwort von LinkedIn kann ich nichts anfangen. Du kannst die Zahlen eintippen oder deinen Export hier ablegen.",
        },
        unfetched={
            "no-post": "Das ist kein Link zu einem Beitrag auf LinkedIn.",
            "other-link": "Zu diesem Link gibt LinkedIn keine Zahlen heraus. Tipp sie bitte ein oder leg deinen Export hier ab.",
            "not-found": "LinkedIn findet diesen Beitrag nicht unter deinen eigenen.",
            "later": "Zu diesem Beitrag bin ich noch nicht gekommen.",
        },
    ),
    "nl": NumbersWording(
        fields={
            "link": "Link naar je bericht",
            "title": "Onderwerp",
            "posted_on": "Dag waarop je het plaatste",
            "impressions": "Weergaven",
            "members_reached": "Bereikte leden",
            "engagements": "Interacties, alles bij elkaar",
            "reactions": "Likes en andere duimpjes",
            "comments": "Opmerkingen",
            "shares": "Gedeeld",
            "clicks": "Klikken",
            "saves": "Bewaard",
            "sends": "Doorgestuurd als bericht",
            "profile_views": "Profielbezoeken via je bericht",
            "followers_gained": "Nieuwe volgers via je bericht",
            "engagement_rate": "Interactiepercentage",
        },
        leave_out="Geen van deze, laat maar weg",
        months=tuple(
            "januari februari maart april mei juni juli augustus "
            "september oktober november december".split()
        ),
        day="{day} {month} {year}",
        refused={
            "empty": "Het bestand is leeg. Wil je het nog eens exporteren?",
            "too-large": "Het bestand is groter dan {limit} MB. Een export van LinkedIn is veel kleiner. Is dit wel de goede?",
            "too-large-inside": "Uitgepakt is dit bestand te groot voor me. Stuur de export zoals LinkedIn die geeft.",
            "too-many-sheets": "Het bestand heeft meer dan {limit} tabbladen. Laat alleen het blad met je berichten staan.",
            "too-many-rows": "Op één blad staan meer dan {limit} rijen. Kies bij het exporteren een kortere periode.",
            "too-many-columns": "Op één blad staan meer dan {limit} kolommen. Laat alleen die met je cijfers staan.",
            "too-slow": "Dit bestand lezen duurt te lang. Kies bij het exporteren een kortere periode.",
            "broken": "Het bestand gaat niet open, waarschijnlijk is het beschadigd. Download het nog een keer.",
            "password": "Er zit een wachtwoord op het bestand. Sla het op zonder wachtwoord en stuur het nog eens.",
            "macros": "Er zitten macro's in het bestand, zulke bestanden open ik niet. Sla het op als .xlsx zonder macro's.",
            "web-page": "Dit is een webpagina, al klinkt de naam als Excel. Log in bij LinkedIn en exporteer opnieuw.",
            "unknown-kind": "Met dit soort bestanden kan ik niets. Met .xlsx, .xls en .csv lukt het wel.",
            "unknown-layout": "Ik vind hier geen berichten in. Ik zocht bijvoorbeeld naar: {looked_for}.",
        },
        found="Dit staat erin: {found}.",
        notes={
            "no-posts": (
                "In dit bestand staat geen bericht.",
                "In dit bestand staat geen bericht.",
            ),
            "rows-merged": (
                "Eén rij stond er dubbel in, die tel ik één keer.",
                "{count} rijen stonden er dubbel in, die tel ik één keer.",
            ),
            "higher-kept": (
                "Bij één bericht stonden twee verschillende cijfers. Ik heb het hoogste genomen.",
                "Bij {count} berichten stonden verschillende cijfers. Ik heb steeds het hoogste genomen.",
            ),
            "rows-without-post": (
                "In één rij staat geen bericht, die heb ik overgeslagen.",
                "In {count} rijen staat geen bericht, die heb ik overgeslagen.",
            ),
            "unreadable": (
                "In ‘{header}’ kon ik één vakje niet lezen.",
                "In ‘{header}’ kon ik {count} vakjes niet lezen.",
            ),
            "formulas-empty": (
                "In ‘{header}’ staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en stuur het nog eens.",
                "In ‘{header}’ staan {count} formules zonder uitkomst. Open het bestand in Excel, sla het op en stuur het nog eens.",
            ),
            "columns-left": (
                "Nog één kolom ken ik niet, die laat ik weg.",
                "Nog {count} kolommen ken ik niet, die laat ik weg.",
            ),
            "not-utf8": (
                "Zien letters als é of ë er vreemd uit? Sla het bestand dan op als ‘CSV UTF-8’ en stuur het nog eens.",
                "Zien letters als é of ë er vreemd uit? Sla het bestand dan op als ‘CSV UTF-8’ en stuur het nog eens.",
            ),
        },
        column="De kolom ‘{header}’ ken ik niet{examples}. Wat staat erin?",
        column_suggested="De kolom ‘{header}’{examples}: is dat ‘{suggestion}’?",
        examples=" (bijvoorbeeld {values})",
        dates="In ‘{header}’ staat ‘{example}’. Welke dag is dat?",
        stopped={
            "sign-in-again": "LinkedIn kent je aanmelding niet meer. Log nog een keer in, dan haal ik de cijfers op.",
            "not-permitted": "LinkedIn geeft ons deze cijfers niet. Je kunt ze intypen of je export hier neerzetten.",
            "later": "LinkedIn geeft nu geen antwoord. Ik probeer het later nog eens.",
            "not-understood": "Met het antwoord van LinkedIn kan ik niets. Je kunt de cijfers intypen of je export hier neerzetten.",
        },
        unfetched={
            "no-post": "Dit is geen link naar een bericht op LinkedIn.",
            "other-link": "Bij deze link geeft LinkedIn geen cijfers. Typ ze zelf in of zet je export hier neer.",
            "not-found": "LinkedIn vindt dit bericht niet bij jouw eigen berichten.",
            "later": "Aan dit bericht ben ik nog niet toegekomen.",
        },
    ),
    "en": NumbersWording(
        fields={
            "link": "Link to your post",
            "title": "Title",
            "posted_on": "The day you posted it",
            "impressions": "Impressions",
            "members_reached": "Members reached",
            "engagements": "Engagements, all together",
            "reactions": "Reactions",
            "comments": "Comments",
            "shares": "Reposts",
            "clicks": "Clicks",
            "saves": "Saves",
            "sends": "Sent on as a message",
            "profile_views": "Profile visits from the post",
            "followers_gained": "New followers from the post",
            "engagement_rate": "Engagement rate",
        },
        leave_out="None of these, leave it out",
        months=tuple(
            "January February March April May June July August "
            "September October November December".split()
        ),
        day="{day} {month} {year}",
        refused={
            "empty": "The file is empty. Could you export it once more?",
            "too-large": "The file is larger than {limit} MB. An export from LinkedIn is much smaller. Is it the right one?",
            "too-large-inside": "Unpacked, the file is too large for me. Please send the export just as LinkedIn gives it to you.",
            "too-many-sheets": "The file has more than {limit} sheets. Please keep only the one with your posts.",
            "too-many-rows": "One sheet has more than {limit} rows. Please choose a shorter period when you export.",
            "too-many-columns": "One sheet has more than {limit} columns. Please keep only the ones with your numbers.",
            "too-slow": "This file takes too long to read. Please choose a shorter period when you export.",
            "broken": "The file does not open, it is probably damaged. Please download it once more.",
            "password": "The file has a password. Please save it without one and send it again.",
            "macros": "There are macros in the file, and I do not open those. Please save it as .xlsx without macros.",
            "web-page": "This is a web page, even if its name sounds like Excel. Please sign in to LinkedIn and export again.",
            "unknown-kind": "I cannot read this kind of file. It works with .xlsx, .xls and .csv.",
            "unknown-layout": "I find no posts in it. I looked for these, for example: {looked_for}.",
        },
        found="This is what is in it: {found}.",
        notes={
            "no-posts": ("There is no post in this file.", "There is no post in this file."),
            "rows-merged": (
                "One row was in there twice, I count it once.",
                "{count} rows were in there twice, I count them once.",
            ),
            "higher-kept": (
                "One post had two different numbers. I took the higher one.",
                "{count} posts had different numbers. I took the higher one each time.",
            ),
            "rows-without-post": (
                "One row names no post, so I left it out.",
                "{count} rows name no post, so I left them out.",
            ),
            "unreadable": (
                "I could not read one entry in “{header}”.",
                "I could not read {count} entries in “{header}”.",
            ),
            "formulas-empty": (
                "“{header}” has a formula without a result. Open the file in Excel, save it and send it again.",
                "“{header}” has {count} formulas without a result. Open the file in Excel, save it and send it again.",
            ),
            "columns-left": (
                "There is one more column that I do not know. I leave it out.",
                "There are {count} more columns that I do not know. I leave them out.",
            ),
            "not-utf8": (
                "Do letters like é look odd? Then save the file as “CSV UTF-8” and send it again.",
                "Do letters like é look odd? Then save the file as “CSV UTF-8” and send it again.",
            ),
        },
        column="I don't know the column “{header}”{examples}. What is in it?",
        column_suggested="The column “{header}”{examples}: is that “{suggestion}”?",
        examples=" (for example {values})",
        dates="“{header}” says “{example}”. Which day is that?",
        stopped={
            "sign-in-again": "LinkedIn no longer knows your sign-in. Please sign in once more and I will get the numbers.",
            "not-permitted": "LinkedIn does not give us these numbers. You can type them in or drop your export here.",
            "later": "LinkedIn is not answering right now. I will try again later.",
            "not-understood": "I cannot make sense of LinkedIn's answer. You can type the numbers in or drop your export here.",
        },
        unfetched={
            "no-post": "This is not a link to a post on LinkedIn.",
            "other-link": "LinkedIn gives no numbers for this link. Please type them in or drop your export here.",
            "not-found": "LinkedIn does not find this post among your own.",
            "later": "I have not got to this post yet.",
        },
    ),
}

"""What is said around connecting LinkedIn, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ports_numbers import SignInRefusal


@dataclass(frozen=True)
class ConnectionWording:
    """The words of one language; of two forms the first is for one."""

    door: str
    title: str
    what: str
    promises: tuple[str, ...]
    consent: str
    yours_alone: str
    not_joined: str
    connected: str
    daily: str
    since: str
    over: str
    counted: tuple[str, str]
    other_links: tuple[str, str]
    fetch: str
    again: str
    end: str
    ended: str
    was_not: str
    page: str
    no_access: str
    instead: str
    by_file: str
    refusals: Mapping[SignInRefusal, str]


CONNECTION_WORDINGS: Mapping[Language, ConnectionWording] = {
    "de": ConnectionWording(
        door="LinkedIn verbinden",
        title="Zahlen direkt von LinkedIn",
        what="Wenn du LinkedIn verbindest, brauchst du keine Zahlen mehr einzutippen.",
        promises=(
            "Einmal am Tag hole ich die Zahlen zu den Beiträgen, die du mir genannt hast: wie oft und von wie vielen sie "
            "gesehen und wie oft sie geteilt wurden, dazu Reaktionen und Kommentare.",
            "Sonst lese ich dort nichts, und schreiben kann ich nicht.",
            "Der Zugang liegt verschlüsselt hier, bis du trennst, aussteigst oder „vergiss mich“ schreibst.",
        ),
        consent="Bei LinkedIn zustimmen",
        yours_alone="Der Link gilt zehn Minuten und nur für dich. Bitte gib ihn nicht weiter.",
        not_joined="LinkedIn kannst du verbinden, sobald du mitmachst.",
        connected="LinkedIn ist verbunden.",
        daily="Einmal am Tag hole ich die Zahlen zu deinen genannten Beiträgen.",
        since="LinkedIn ist verbunden, seit dem {day}.",
        over="LinkedIn möchte, dass du noch einmal zustimmst. Bis dahin hole ich nichts.",
        counted=(
            "Zuletzt am {day}: Zahlen zu einem Beitrag.",
            "Zuletzt am {day}: Zahlen zu {count} Beiträgen.",
        ),
        other_links=(
            "Zu einem Beitrag bekomme ich so keine: Sein Link nennt eine andere Nummer als die, nach der ich fragen kann. "
            "Da hilft der Export von LinkedIn.",
            "Zu {count} Beiträgen bekomme ich so keine: Ihr Link nennt eine andere Nummer als die, nach der ich fragen "
            "kann. Da hilft der Export von LinkedIn.",
        ),
        fetch="Jetzt holen",
        again="Noch einmal zustimmen",
        end="LinkedIn trennen",
        ended="LinkedIn ist getrennt, der Zugang ist hier gelöscht. Die Zahlen an deinen Beiträgen bleiben; die Zustimmung bei "
        "LinkedIn kannst du dort in den Einstellungen zurücknehmen.",
        was_not="LinkedIn war nicht verbunden. Es ist nichts davon gespeichert.",
        page="LinkedIn ist verbunden. Du kannst dieses Fenster schließen und im Chat weitermachen.",
        no_access="LinkedIn lässt sich hier nicht verbinden.",
        instead="Deine Zahlen kommen trotzdem leicht hierher: Zieh den Export von LinkedIn in den Chat, oder tipp sie bei deinem Beitrag ein.",
        by_file="So geht der Export",
        refusals={
            "declined": "Du hast nicht zugestimmt, und es ist nichts verbunden. Das ist völlig in Ordnung.",
            "expired": "Dieser Link war zu alt oder schon benutzt. Schreib im Chat „LinkedIn verbinden“, dann bekommst du "
            "einen neuen.",
            "misconfigured": "LinkedIn lässt Jourfix hier gerade nicht zu. Sag bitte der IT Bescheid.",
            "later": "LinkedIn antwortet gerade nicht. Schreib später im Chat noch einmal „LinkedIn verbinden“.",
            "not-understood": "Das hat nicht geklappt. Schreib später im Chat noch einmal „LinkedIn verbinden“.",
        },
    ),
    "nl": ConnectionWording(
        door="LinkedIn koppelen",
        title="Cijfers rechtstreeks van LinkedIn",
        what="Als je LinkedIn koppelt, hoef je geen cijfers meer in te typen.",
        promises=(
            "Eén keer per dag haal ik de cijfers op van de berichten die je me hebt doorgegeven: hoe vaak en door hoeveel "
            "mensen ze zijn gezien, reacties, opmerkingen, gedeeld.",
            "Verder lees ik daar niets, en plaatsen kan ik niet.",
            "De toegang ligt hier versleuteld tot je ontkoppelt, stopt of ‘vergeet mij’ schrijft.",
        ),
        consent="Toestemming geven bij LinkedIn",
        yours_alone="De link werkt tien minuten en alleen voor jou. Geef hem niet door.",
        not_joined="LinkedIn koppelen kan zodra je meedoet.",
        connected="LinkedIn is gekoppeld.",
        daily="Eén keer per dag haal ik de cijfers op van de berichten die je hebt doorgegeven.",
        since="LinkedIn is gekoppeld sinds {day}.",
        over="LinkedIn wil dat je nog een keer toestemming geeft. Tot dan haal ik niets op.",
        counted=(
            "Laatst op {day}: cijfers van één bericht.",
            "Laatst op {day}: cijfers van {count} berichten.",
        ),
        other_links=(
            "Van één bericht krijg ik ze zo niet: de link noemt een ander nummer dan dat waar ik naar kan vragen. Daar helpt "
            "de export van LinkedIn.",
            "Van {count} berichten krijg ik ze zo niet: hun link noemt een ander nummer dan dat waar ik naar kan vragen. "
            "Daar helpt de export van LinkedIn.",
        ),
        fetch="Nu ophalen",
        again="Opnieuw toestemming geven",
        end="LinkedIn ontkoppelen",
        ended="LinkedIn is ontkoppeld en de toegang is hier gewist. De cijfers bij je berichten blijven; je toestemming bij "
        "LinkedIn kun je daar in de instellingen intrekken.",
        was_not="LinkedIn was niet gekoppeld. Er is niets van bewaard.",
        page="LinkedIn is gekoppeld. Je kunt dit venster sluiten en verdergaan in de chat.",
        no_access="LinkedIn kun je hier niet koppelen.",
        instead="Je cijfers krijg je er toch makkelijk in: sleep de export van LinkedIn in de chat, of typ ze in bij je bericht.",
        by_file="Zo werkt de export",
        refusals={
            "declined": "Je hebt geen toestemming gegeven en er is niets gekoppeld. Dat is prima.",
            "expired": "Deze link was te oud of al gebruikt. Schrijf in de chat ‘LinkedIn koppelen’, dan krijg je een nieuwe.",
            "misconfigured": "LinkedIn laat Jourfix hier nu niet toe. Geef het door aan IT.",
            "later": "LinkedIn antwoordt nu niet. Schrijf later in de chat nog een keer ‘LinkedIn koppelen’.",
            "not-understood": "Dat is niet gelukt. Schrijf later in de chat nog een keer ‘LinkedIn koppelen’.",
        },
    ),
    "en": ConnectionWording(
        door="Connect LinkedIn",
        title="Numbers straight from LinkedIn",
        what="Once LinkedIn is connected, you no longer have to type numbers in.",
        promises=(
            "Once a day I fetch the numbers of the posts you told me about: how often and by how many people they were seen, "
            "reactions, comments, shares.",
            "I read nothing else there, and I can't post.",
            "The access is kept here, encrypted, until you disconnect, leave or write “forget me”.",
        ),
        consent="Give consent on LinkedIn",
        yours_alone="The link works for ten minutes and for you alone. Please don't pass it on.",
        not_joined="You can connect LinkedIn as soon as you have joined.",
        connected="LinkedIn is connected.",
        daily="Once a day I fetch the numbers of the posts you told me about.",
        since="LinkedIn has been connected since {day}.",
        over="LinkedIn would like you to give your consent again. Until then I fetch nothing.",
        counted=(
            "Last on {day}: numbers of one post.",
            "Last on {day}: numbers of {count} posts.",
        ),
        other_links=(
            "I can't get them this way for one post: its link names another number than the one I can ask for. LinkedIn's "
            "export helps there.",
            "I can't get them this way for {count} posts: their links name another number than the one I can ask for. "
            "LinkedIn's export helps there.",
        ),
        fetch="Fetch now",
        again="Give consent again",
        end="Disconnect LinkedIn",
        ended="LinkedIn is disconnected, and the access is erased here. The numbers of your posts stay; you can take back your "
        "consent on LinkedIn in its settings.",
        was_not="LinkedIn was not connected. Nothing of it is kept.",
        page="LinkedIn is connected. You can close this window and go on in the chat.",
        no_access="LinkedIn can't be connected here.",
        instead="Your numbers still get here easily: drop LinkedIn's export into the chat, or type them in with your post.",
        by_file="How the export works",
        refusals={
            "declined": "You didn't give your consent, so nothing is connected. That's perfectly fine.",
            "expired": "This link was too old, or had been used before. Write “connect LinkedIn” in the chat to get a new one.",
            "misconfigured": "LinkedIn does not let Jourfix in here at the moment. Please tell IT.",
            "later": "LinkedIn isn't answering right now. Write “connect LinkedIn” in the chat again later.",
            "not-understood": "That didn't work. Write “connect LinkedIn” in the chat again later.",
        },
    ),
}

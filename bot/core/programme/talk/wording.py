"""What is said around the themes of the field, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.talk.headline import Reason


@dataclass(frozen=True)
class TalkWording:
    """Sentences with {placeholders} that are filled with our own values and headlines."""

    door: str
    title: str
    about: str
    theme: str
    nothing: str
    not_yet: str
    no_feeds: str
    share: str
    question: str
    desk: str
    desk_none: str
    works: str
    reasons: Mapping[Reason, str]


TALK_WORDINGS: Mapping[Language, TalkWording] = {
    "de": TalkWording(
        door="Worüber das Fach spricht",
        title="Worüber das Fach diese Woche spricht",
        about="Gezählt in den Überschriften der Quellen, die euer Kommunikationsteam ausgesucht hat.",
        theme="{name} ({count} Überschriften)",
        nothing="Diese Woche sticht kein Thema heraus.",
        not_yet="Die Themen dieser Woche sind noch nicht da. Sie kommen jede Woche am Montag.",
        no_feeds="Noch lese ich hier keine Quellen. Dein Kommunikationsteam kann welche eintragen lassen.",
        share="Möchtest du etwas davon teilen oder kommentieren? Schick mir vorher, was du schreiben willst.",
        question="Was wollen wir dazu fragen?",
        desk="Gelesene Quellen",
        desk_none="Es sind keine Quellen eingetragen (JOURFIX_FEEDS).",
        works="gelesen",
        reasons={
            "not-https": "Die Adresse muss mit https:// beginnen.",
            "private": "Die Adresse führt in ein internes Netz. So eine lese ich nicht.",
            "unreachable": "Nicht erreichbar.",
            "status": "Die Seite meldet einen Fehler.",
            "redirects": "Die Adresse leitet zu oft weiter.",
            "too-large": "Zu groß: mehr als zwei Megabyte.",
            "encoded": "Kommt nur gepackt an. So lese ich es nicht.",
            "no-feed": "Dort liegt weder RSS noch Atom.",
        },
    ),
    "nl": TalkWording(
        door="Waar het vak over praat",
        title="Waar het vak deze week over praat",
        about="Geteld in de koppen van de bronnen die jullie communicatieteam heeft uitgekozen.",
        theme="{name} ({count} koppen)",
        nothing="Deze week springt er geen thema uit.",
        not_yet="De thema's van deze week zijn er nog niet. Ze komen elke week op maandag.",
        no_feeds="Ik lees hier nog geen bronnen. Je communicatieteam kan ze laten toevoegen.",
        share="Wil je er iets van delen of op reageren? Stuur mij eerst wat je wilt schrijven.",
        question="Wat willen we daarover vragen?",
        desk="Gelezen bronnen",
        desk_none="Er zijn geen bronnen ingesteld (JOURFIX_FEEDS).",
        works="gelezen",
        reasons={
            "not-https": "Het adres moet met https:// beginnen.",
            "private": "Het adres leidt naar een intern netwerk. Dat lees ik niet.",
            "unreachable": "Niet bereikbaar.",
            "status": "De site geeft een fout.",
            "redirects": "Het adres verwijst te vaak door.",
            "too-large": "Te groot: meer dan twee megabyte.",
            "encoded": "Komt alleen ingepakt binnen. Zo lees ik het niet.",
            "no-feed": "Daar staat geen RSS en geen Atom.",
        },
    ),
    "en": TalkWording(
        door="What the field talks about",
        title="What the field talks about this week",
        about="Counted in the headlines of the sources that your comms team has chosen.",
        theme="{name} ({count} headlines)",
        nothing="No theme stands out this week.",
        not_yet="This week's themes aren't here yet. They come every Monday.",
        no_feeds="I'm not reading any sources here yet. Your comms team can have some added.",
        share="Would you like to share or comment on any of it? Send me what you want to write first.",
        question="What do we want to ask about it?",
        desk="Sources that are read",
        desk_none="No sources are set (JOURFIX_FEEDS).",
        works="read",
        reasons={
            "not-https": "The address must begin with https://.",
            "private": "The address leads into an internal network. I don't read those.",
            "unreachable": "Cannot be reached.",
            "status": "The site returns an error.",
            "redirects": "The address redirects too many times.",
            "too-large": "Too large: more than two megabytes.",
            "encoded": "It only comes compressed. I don't read it that way.",
            "no-feed": "There's neither RSS nor Atom there.",
        },
    ),
}

"""What is said about what the programme keeps of somebody: a line a group, in three languages."""

from collections.abc import Mapping

from bot.core.model import Language

KEPT_LINES: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "enrolment": "Im Programm: Sprache, Netzwerke, Zeiten und Wünsche; du findest sie mit „Programm“",
        "posts": "Beiträge, die du mir genannt hast: {count}; du findest sie mit „meine Beiträge“",
        "showing": "Ob wir dich nennen und deine Beiträge zeigen dürfen",
        "numbers": "Zahlen aus einer Datei, zu denen deine Antwort noch fehlt",
        "linkedin": "Der Zugang zu deinen Zahlen bei LinkedIn (verschlüsselt)",
        "events": "Deine Antworten zu Terminen",
        "votes": "Deine Antworten auf Dilemmas: {count}",
        "buddies": "Mit wem du ein Tandem bist oder nicht mehr sein möchtest",
        "groups": "Gruppen: deine Bewerbungen und Plätze",
        "pilots": "Pilotprojekte und Kongresse: wo du dabei bist und was du dazu gesagt hast",
        "nudges": "Die Erinnerung, um die du gebeten hast",
        "cases": "Anfragen ans Kommunikationsteam: {count} (verschlüsselt)",
        "others": "Sonstiges: {count}",
    },
    "nl": {
        "enrolment": "In het programma: taal, netwerken, tijden en wensen; je vindt ze met ‘programma’",
        "posts": "Berichten die je me hebt doorgegeven: {count}; je vindt ze met ‘mijn berichten’",
        "showing": "Of we je mogen noemen en je berichten mogen laten zien",
        "numbers": "Cijfers uit een bestand waar je antwoord nog bij ontbreekt",
        "linkedin": "De toegang tot je cijfers bij LinkedIn (versleuteld)",
        "events": "Je antwoorden op uitnodigingen",
        "votes": "Je antwoorden op dilemma's: {count}",
        "buddies": "Met wie je maatjes bent, of dat niet meer wilt zijn",
        "groups": "Groepen: je aanmeldingen en plekken",
        "pilots": "Proeftuinen en congressen: waar je aan meedoet en wat je erover hebt verteld",
        "nudges": "De herinnering waar je om vroeg",
        "cases": "Vragen aan het communicatieteam: {count} (versleuteld)",
        "others": "Overig: {count}",
    },
    "en": {
        "enrolment": "In the programme: language, networks, hours and wishes; write “programme” to see them",
        "posts": "Posts you told me about: {count}; write “my posts” to see them",
        "showing": "Whether we may name you and show your posts",
        "numbers": "Numbers from a file that still wait for your answer",
        "linkedin": "The access to your numbers on LinkedIn (encrypted)",
        "events": "Your answers to invitations",
        "votes": "Your answers to dilemmas: {count}",
        "buddies": "Who your buddy is, or whom you'd rather not be matched with again",
        "groups": "Groups: your applications and places",
        "pilots": "Pilots and congresses: which ones you're in and what you said about them",
        "nudges": "The reminder you asked for",
        "cases": "Questions to the comms team: {count} (encrypted)",
        "others": "Other things: {count}",
    },
}

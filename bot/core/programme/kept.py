"""What is kept of somebody beside their drafts: as they read it when they ask. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.core.model import Language

# What stands on which shelf of what somebody has here; the order is that of the lines.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "enrolment": ("ambassadors",),
    "posts": ("posts",),
    "showing": ("highlights", "highlight-consents", "highlight-showings", "launch-names"),
    "numbers": ("exports",),
    "linkedin": ("linkedin-connections", "linkedin-journeys"),
    "events": ("event-answers", "event-tellings"),
    "votes": ("votes",),
    "buddies": ("pairs", "buddy-refusals"),
    "groups": ("applications", "members", "seats", "cohort-leads"),
    "pilots": ("pilot-leads", "pilot-members", "pilot-told", "pilot-notes", "pilot-keepers"),
    "nudges": ("nudges",),
    "cases": ("cases",),
}
_GROUP_OF = {shelf: group for group, shelves in _GROUPS.items() for shelf in shelves}
_OTHERS = "others"


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


def list_kept_lines(things: Mapping[str, int], language: Language) -> Sequence[str]:
    """Say what is kept, a line for each group of shelves; nothing for nothing."""
    counts: Counter[str] = Counter()
    for shelf, count in things.items():
        counts[_GROUP_OF.get(shelf.split()[0], _OTHERS)] += count
    lines = KEPT_LINES[language]
    return [lines[group].format(count=counts[group]) for group in lines if counts[group]]

"""What is said around lessons, dilemmas and prompts, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class LibraryWording:
    """Sentences with {placeholders} that are filled with our own values."""

    tip: str
    another_tip: str
    now: str  # above the exercise
    sources: str
    library: str
    library_hint: str
    found: str
    nothing_found: str
    topics: Mapping[str, str]
    dilemma: str
    another_dilemma: str
    vote: str
    yours: str
    yours_too: str
    counted: str
    too_few: str
    gone: str
    interview: str
    another_question: str
    interview_hint: str
    ideas: str
    ideas_days: str
    ideas_questions: str
    ideas_anniversary: str


LIBRARY_WORDINGS: Mapping[Language, LibraryWording] = {
    "de": LibraryWording(
        tip="Ein Tipp",
        another_tip="Noch ein Tipp",
        now="Gleich ausprobieren ({minutes} Minuten)",
        sources="Worauf sich das stützt: {sources}",
        library="Bibliothek",
        library_hint="{count} kurze Lektionen. Wähl ein Thema, oder schreib „Bibliothek“ und ein Stichwort dahinter.",
        found="Das passt zu „{words}“:",
        nothing_found="Zu „{words}“ habe ich nichts gefunden. Vielleicht hilft eins dieser Themen:",
        topics={
            "accessibility": "Für alle lesbar",
            "audience": "Für wen ich schreibe",
            "colleagues": "Kolleginnen und Kollegen",
            "company-news": "Neues aus dem Haus",
            "congress": "Kongress",
            "first-sentence": "Der erste Satz",
            "hashtags": "Hashtags",
            "headquarters-post": "Texte der Zentrale",
            "ideas": "Themen finden",
            "language": "Sprache",
            "links": "Links",
            "mistakes": "Fehler",
            "networking": "Kontakte",
            "networks": "Netzwerke",
            "numbers": "Zahlen",
            "own-words": "Eigene Worte",
            "patients": "Patientinnen und Patienten",
            "photo": "Fotos",
            "private-or-business": "Privat oder beruflich",
            "profile": "Profil",
            "questions-first": "Fragen stellen",
            "reading": "Lesen",
            "replies": "Antworten",
            "rules": "Was erlaubt ist",
            "safety": "Nebenwirkungen",
            "story": "Erzählen",
            "structure": "Aufbau",
            "tagging": "Markieren",
            "time": "Wenig Zeit",
            "vacancies": "Stellen",
            "video": "Video",
        },
        dilemma="Dilemma der Woche",
        another_dilemma="Noch ein Dilemma",
        vote="Was würdest du tun? Erst wählen, dann auflösen.",
        yours="Du hast {option} gewählt. Wir würden {best} nehmen.",
        yours_too="Du hast {option} gewählt, und das würden wir auch nehmen.",
        counted="So haben {count} von euch gewählt: {split}.",
        too_few="Wie andere gewählt haben, zeige ich ab zehn Stimmen.",
        gone="Dieses Dilemma gibt es nicht mehr. Schreib „Dilemma“, dann kommt das aktuelle.",
        interview="Eine Frage an dich",
        another_question="Andere Frage",
        interview_hint="Antworte mir einfach in zwei, drei Sätzen, so wie du es einer Kollegin erzählen würdest. Daraus wird dein Beitrag.",
        ideas="Ideen für dich",
        ideas_days="Bald ist",
        ideas_questions="Fragen, die fast immer etwas hergeben",
        ideas_anniversary="Am {day} ist dein {years}. Jahrestag im Haus",
    ),
    "nl": LibraryWording(
        tip="Een tip",
        another_tip="Nog een tip",
        now="Meteen proberen ({minutes} minuten)",
        sources="Waar dit op steunt: {sources}",
        library="Bibliotheek",
        library_hint="{count} korte lessen. Kies een onderwerp, of schrijf ‘bibliotheek’ met een trefwoord erachter.",
        found="Dit past bij ‘{words}’:",
        nothing_found="Bij ‘{words}’ vond ik niets. Misschien zit je antwoord bij een van deze onderwerpen:",
        topics={
            "accessibility": "Leesbaar voor iedereen",
            "audience": "Voor wie ik schrijf",
            "colleagues": "Collega's",
            "company-news": "Nieuws van het werk",
            "congress": "Congres",
            "first-sentence": "De eerste zin",
            "hashtags": "Hashtags",
            "headquarters-post": "Teksten van het hoofdkantoor",
            "ideas": "Onderwerpen vinden",
            "language": "Taal",
            "links": "Links",
            "mistakes": "Fouten",
            "networking": "Contacten",
            "networks": "Netwerken",
            "numbers": "Cijfers",
            "own-words": "Eigen woorden",
            "patients": "Patiënten",
            "photo": "Foto's",
            "private-or-business": "Privé of zakelijk",
            "profile": "Profiel",
            "questions-first": "Vragen stellen",
            "reading": "Lezen",
            "replies": "Reageren",
            "rules": "Wat mag",
            "safety": "Bijwerkingen",
            "story": "Vertellen",
            "structure": "Opbouw",
            "tagging": "Taggen",
            "time": "Weinig tijd",
            "vacancies": "Vacatures",
            "video": "Video",
        },
        dilemma="Dilemma van de week",
        another_dilemma="Nog een dilemma",
        vote="Wat zou jij doen? Eerst kiezen, dan de uitleg.",
        yours="Je koos {option}. Wij zouden voor {best} gaan.",
        yours_too="Je koos {option}, en dat zouden wij ook doen.",
        counted="Zo kozen {count} van jullie: {split}.",
        too_few="Wat anderen kozen, laat ik zien vanaf tien stemmen.",
        gone="Dit dilemma is er niet meer. Schrijf ‘dilemma’, dan krijg je dat van deze week.",
        interview="Een vraag aan jou",
        another_question="Andere vraag",
        interview_hint="Antwoord gewoon in twee, drie zinnen, zoals je het een collega zou vertellen. Daar maken we je bericht van.",
        ideas="Ideeën voor jou",
        ideas_days="Binnenkort is het",
        ideas_questions="Vragen die bijna altijd iets opleveren",
        ideas_anniversary="Op {day} werk je hier {years} jaar",
    ),
    "en": LibraryWording(
        tip="A tip",
        another_tip="Another tip",
        now="Try it now ({minutes} minutes)",
        sources="What this rests on: {sources}",
        library="Library",
        library_hint="{count} short lessons. Pick a topic, or write “library” and a word to look for.",
        found="This fits “{words}”:",
        nothing_found="I found nothing for “{words}”. Perhaps one of these topics helps:",
        topics={
            "accessibility": "Readable for all",
            "audience": "Who I write for",
            "colleagues": "Colleagues",
            "company-news": "News from work",
            "congress": "Congress",
            "first-sentence": "The first sentence",
            "hashtags": "Hashtags",
            "headquarters-post": "Texts from headquarters",
            "ideas": "Finding topics",
            "language": "Language",
            "links": "Links",
            "mistakes": "Mistakes",
            "networking": "Contacts",
            "networks": "Networks",
            "numbers": "Numbers",
            "own-words": "Own words",
            "patients": "Patients",
            "photo": "Photos",
            "private-or-business": "Private or business",
            "profile": "Profile",
            "questions-first": "Asking questions",
            "reading": "Reading",
            "replies": "Replies",
            "rules": "What's allowed",
            "safety": "Side effects",
            "story": "Telling a story",
            "structure": "Structure",
            "tagging": "Tagging",
            "time": "Little time",
            "vacancies": "Vacancies",
            "video": "Video",
        },
        dilemma="Dilemma of the week",
        another_dilemma="Another dilemma",
        vote="What would you do? Choose first, then see why.",
        yours="You chose {option}. We'd go for {best}.",
        yours_too="You chose {option}, and so would we.",
        counted="How {count} of you chose: {split}.",
        too_few="I'll show how others chose once ten have.",
        gone="This dilemma is no longer here. Write “dilemma” for this week's.",
        interview="A question for you",
        another_question="Another question",
        interview_hint="Just answer in two or three sentences, as you'd tell a colleague. That becomes your post.",
        ideas="Ideas for you",
        ideas_days="Coming up",
        ideas_questions="Questions that nearly always turn something up",
        ideas_anniversary="On {day} it's your {years}-year anniversary here",
    ),
}

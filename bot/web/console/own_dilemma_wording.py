"""What the form of an own dilemma says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class OwnDilemmaWording:
    """Its words."""

    write: str
    edit: str
    own: str
    title_new: str
    lead: str
    turn: str  # {day}
    ended: str
    ends: str  # {day}
    fields: Mapping[str, str]
    hints: Mapping[str, str]
    problems: Mapping[str, str]  # {field} {most}
    findings: str
    never: str
    anyway: str
    meanwhile: str
    keep: str
    remove: str
    remove_sure: str


OWN_DILEMMA_WORDINGS: Mapping[Language, OwnDilemmaWording] = {
    "de": OwnDilemmaWording(
        write="Eigenes Dilemma schreiben",
        edit="Bearbeiten",
        own="von euch",
        title_new="Ein eigenes Dilemma",
        lead="Es kommt in der nächsten freien Woche zum ersten Mal dran, danach reihum wie die anderen. Erst wird abgestimmt, dann lesen alle, was dafür spricht.",
        turn="Zum ersten Mal dran in der Woche ab {day}.",
        ended="Es ist nicht mehr dabei.",
        ends="Nur noch bis zur Woche ab {day} dabei.",
        fields={
            "title": "Überschrift",
            "situation": "Was passiert ist (kann leer bleiben)",
            "question": "Frage",
            "a": "Antwort A",
            "b": "Antwort B",
            "c": "Antwort C (kann leer bleiben)",
            "explanation": "Was dafür spricht",
            "best": "Die beste Antwort",
            "source": "Quelle, wie Leute sie kennen",
            "section": "Abschnitt",
            "address": "Adresse der Quelle (https://…)",
        },
        hints={"explanation": "Das lesen alle, nachdem sie gewählt haben."},
        problems={
            "missing": "{field} fehlt noch.",
            "long": "{field} ist zu lang: höchstens {most} Zeichen.",
            "question": "{field}: Bitte mit Fragezeichen beenden.",
            "choices": "Antwort C gibt es in jeder Sprache oder in keiner.",
            "best": "Die beste Antwort ist leer. Wähle eine andere oder schreib sie auf.",
        },
        findings="Das würde Jourfix bei einem Entwurf anmerken:",
        never="Das verrät, um wen es geht. So kann es nicht bleiben.",
        anyway="Trotzdem so behalten: Der Fall braucht diese Worte.",
        meanwhile="Jemand hat das Dilemma inzwischen geändert. Dein Text steht noch hier; öffne die Seite in einem zweiten Fenster und vergleiche.",
        keep="Behalten",
        remove="Zurückziehen",
        remove_sure="Dieses Dilemma zurückziehen?",
    ),
    "nl": OwnDilemmaWording(
        write="Eigen dilemma schrijven",
        edit="Bewerken",
        own="van jullie",
        title_new="Een eigen dilemma",
        lead="Het komt in de eerstvolgende vrije week voor het eerst aan de beurt, daarna om de beurt zoals de andere. Eerst stemt iedereen, daarna lees je wat ervoor pleit.",
        turn="Voor het eerst aan de beurt in de week vanaf {day}.",
        ended="Het doet niet meer mee.",
        ends="Doet nog mee tot de week vanaf {day}.",
        fields={
            "title": "Kop",
            "situation": "Wat er gebeurde (mag leeg blijven)",
            "question": "Vraag",
            "a": "Antwoord A",
            "b": "Antwoord B",
            "c": "Antwoord C (mag leeg blijven)",
            "explanation": "Wat ervoor pleit",
            "best": "Het beste antwoord",
            "source": "Bron, zoals mensen die kennen",
            "section": "Paragraaf",
            "address": "Adres van de bron (https://…)",
        },
        hints={"explanation": "Dit leest iedereen na het stemmen."},
        problems={
            "missing": "{field} ontbreekt nog.",
            "long": "{field} is te lang: hoogstens {most} tekens.",
            "question": "{field}: eindig met een vraagteken.",
            "choices": "Antwoord C staat er in elke taal of in geen enkele.",
            "best": "Het beste antwoord is leeg. Kies een ander of schrijf het op.",
        },
        findings="Dit zou Jourfix bij een concept opmerken:",
        never="Dit verraadt om wie het gaat. Zo kan het niet blijven.",
        anyway="Toch zo bewaren: deze casus heeft die woorden nodig.",
        meanwhile="Iemand heeft het dilemma intussen gewijzigd. Je tekst staat hier nog; open de pagina in een tweede venster en vergelijk.",
        keep="Bewaren",
        remove="Intrekken",
        remove_sure="Dit dilemma intrekken?",
    ),
    "en": OwnDilemmaWording(
        write="Write a dilemma of your own",
        edit="Edit",
        own="yours",
        title_new="A dilemma of your own",
        lead="Its first turn is the next week that is free; after that it takes turns with the others. People vote first, then read what speaks for it.",
        turn="Its first turn is the week of {day}.",
        ended="It takes no turns any more.",
        ends="It takes turns until the week of {day}.",
        fields={
            "title": "Heading",
            "situation": "What happened (may stay empty)",
            "question": "Question",
            "a": "Answer A",
            "b": "Answer B",
            "c": "Answer C (may stay empty)",
            "explanation": "What speaks for it",
            "best": "The best answer",
            "source": "Source, as people know it",
            "section": "Section",
            "address": "Address of the source (https://…)",
        },
        hints={"explanation": "Everybody reads this after they chose."},
        problems={
            "missing": "{field} is missing.",
            "long": "{field} is too long: {most} characters at most.",
            "question": "{field}: please end it with a question mark.",
            "choices": "Answer C is there in every language, or in none.",
            "best": "The best answer is empty. Choose another one, or write it.",
        },
        findings="In a draft, Jourfix would remark on this:",
        never="This gives away whom it is about. It cannot stay like this.",
        anyway="Keep it all the same: the case needs these words.",
        meanwhile="Somebody changed the dilemma meanwhile. Your text is still here; open the page in another window and compare.",
        keep="Keep",
        remove="Withdraw",
        remove_sure="Withdraw this dilemma?",
    ),
}

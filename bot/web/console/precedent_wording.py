"""What the pages about remembered answers say, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class PrecedentPageWording:
    """Their words."""

    label: str
    lead: str
    none: str
    sentence: str
    decision: str
    decisions: Mapping[str, str]
    advice: str
    said_on: str
    withdraw: str
    title: str  # {case}
    explanation: str
    keep_this: str
    words: str
    advice_label: str
    advice_hint: str
    save: str
    back: str
    telling: str  # {words}
    nothing: str
    too_long: str  # {most}
    done: Mapping[str, str]


PRECEDENT_PAGE_WORDINGS: Mapping[Language, PrecedentPageWording] = {
    "de": PrecedentPageWording(
        label="Gemerkte Sätze",
        lead="Was ihr zu einem Satz gesagt habt. Bei ähnlichen Sätzen zeigt Jourfix es als Hinweis; am Urteil ändert es nichts.",
        none="Noch ist kein Satz gemerkt. Das geht bei jeder beantworteten Anfrage.",
        sentence="Satz",
        decision="Eure Antwort",
        decisions={
            "fine": "Kann so raus",
            "change": "Bitte ändern",
            "do-not": "Bitte nicht posten",
        },
        advice="Eure Worte dazu",
        said_on="Beantwortet am",
        withdraw="Zurückziehen",
        title="Sätze aus Anfrage {case} merken",
        explanation="Namen, Nummern und Orte sind schon ersetzt. Lies bitte trotzdem nach: Andere sehen diese Sätze. Wer gefragt hat, wird nicht gespeichert.",
        keep_this="Diesen Satz merken",
        words="So wird er gemerkt",
        advice_label="Eure Worte dazu (darf leer bleiben)",
        advice_hint="Steht später unter dem Satz. Auch hier bitte ohne Namen.",
        save="Merken",
        back="Zurück zur Anfrage",
        telling="Hier steht noch etwas, das auf jemanden schließen lässt: „{words}“. Ersetze oder streiche es bitte.",
        nothing="Wähle bitte mindestens einen Satz aus.",
        too_long="Das ist zu lang: höchstens {most} Zeichen, bitte kürzen.",
        done={"kept": "Gemerkt.", "withdrawn": "Zurückgezogen. Jourfix zeigt den Satz nicht mehr."},
    ),
    "nl": PrecedentPageWording(
        label="Onthouden zinnen",
        lead="Wat jullie over een zin zeiden. Bij een zin die erop lijkt laat Jourfix dat zien; het oordeel blijft zoals het is.",
        none="Er is nog geen zin onthouden. Dat kan bij elke beantwoorde aanvraag.",
        sentence="Zin",
        decision="Jullie antwoord",
        decisions={"fine": "Kan zo", "change": "Graag aanpassen", "do-not": "Niet plaatsen"},
        advice="Jullie toelichting",
        said_on="Beantwoord op",
        withdraw="Intrekken",
        title="Zinnen uit aanvraag {case} onthouden",
        explanation="Namen, nummers en plaatsen zijn al vervangen. Lees het toch nog even na: anderen zien deze zinnen. Wie het vroeg, wordt niet bewaard.",
        keep_this="Deze zin onthouden",
        words="Zo wordt hij bewaard",
        advice_label="Jullie toelichting (mag leeg blijven)",
        advice_hint="Staat later onder de zin. Ook hier graag zonder namen.",
        save="Onthouden",
        back="Terug naar de aanvraag",
        telling="Hier staat nog iets waaraan je iemand kunt herkennen: ‘{words}’. Vervang het of haal het weg.",
        nothing="Kies minstens één zin.",
        too_long="Dit is te lang: hooguit {most} tekens, kort het even in.",
        done={
            "kept": "Onthouden.",
            "withdrawn": "Ingetrokken. Jourfix laat de zin niet meer zien.",
        },
    ),
    "en": PrecedentPageWording(
        label="Remembered sentences",
        lead="What you said about a sentence. Jourfix shows it with similar sentences; it never changes a verdict.",
        none="No sentence is remembered yet. You can do that with every answered request.",
        sentence="Sentence",
        decision="Your answer",
        decisions={
            "fine": "Fine as it is",
            "change": "Please change",
            "do-not": "Please don't post",
        },
        advice="Your words",
        said_on="Answered on",
        withdraw="Withdraw",
        title="Remember sentences of request {case}",
        explanation="Names, numbers and places are already replaced. Please read it all the same: others will see these sentences. Who asked is not kept.",
        keep_this="Remember this sentence",
        words="This is what is kept",
        advice_label="Your words (may stay empty)",
        advice_hint="Shown below the sentence later. No names here either, please.",
        save="Remember",
        back="Back to the request",
        telling="This still points to somebody: “{words}”. Please replace it or take it out.",
        nothing="Please choose at least one sentence.",
        too_long="That's too long: {most} characters at most, please shorten it.",
        done={
            "kept": "Remembered.",
            "withdrawn": "Withdrawn. Jourfix no longer shows the sentence.",
        },
    ),
}

"""What is said around texts that a language model wrote, in the author's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class WritingWording:
    """The sentences. `unread` is by why nothing was written; each says what works instead.

    `{place}` is the host that the text went to, `{percent}` the share of the author's words.
    """

    # buttons
    rewrite: str
    hooks: str
    questions: str
    replies: str
    # what is said at once
    asks: str
    # what came of it
    hooks_title: str
    rewrite_title: str
    rewrite_told: str
    questions_title: str
    questions_next: str
    replies_title: str
    theirs: str
    all_theirs: str
    changed: str
    unchanged_rest: str
    machine: str
    copy: str
    more: str
    # the form for a comment
    comment_title: str
    comment_label: str
    comment_hint: str
    comment_send: str
    # who wrote it, and who saw what
    written_by: str
    masked: str
    decide: str
    # why there is nothing
    dropped: str
    unread: Mapping[str, str]


WRITING_WORDINGS: Mapping[Language, WritingWording] = {
    "de": WritingWording(
        rewrite="Mit Sprachmodell umschreiben",
        hooks="Andere Einstiege",
        questions="Frag mich etwas",
        replies="Antwort auf einen Kommentar",
        asks="Ich frage ein Sprachmodell. Das dauert einen Moment, die Antwort steht gleich hier.",
        hooks_title="So könnte dein Text anfangen",
        rewrite_title="Dein Text, umgeschrieben",
        rewrite_told="{percent} % der Wörter sind deine.",
        questions_title="Vielleicht fällt dir hierzu etwas ein",
        questions_next="Antworte auf eine davon in zwei Sätzen, so wie du es in der Pause erzählen würdest. Daraus wird ein Text.",
        replies_title="So könntest du antworten",
        theirs="{text} ({percent} % deine Worte)",
        all_theirs="{text} (ganz deine Worte)",
        changed="Diese Sätze sind anders oder weggefallen",
        unchanged_rest="Alles andere steht da, wie du es geschrieben hast.",
        machine="{text} Klingt ein wenig nach Sprachmodell: Sag es lieber auf deine Art.",
        copy="Kopieren",
        more="und {count} weitere",
        comment_title="Antwort auf einen Kommentar",
        comment_label="Füg den Kommentar hier ein",
        comment_hint="Ich frage damit ein Sprachmodell. Namen, die ich erkenne, gehen nicht mit.",
        comment_send="Vorschläge holen",
        written_by="Geschrieben hat das ein Sprachmodell ({place}), geprüft habe ich es nach denselben Regeln wie deinen Entwurf.",
        masked="Was ich an Namen, Produkten, Orten und Nummern erkannt habe, hat es nicht gesehen (ersetzt: {count}).",
        decide="Nimm, was nach dir klingt. Es bleibt dein Text.",
        dropped="Das Sprachmodell hat nichts geschrieben, was ich dir guten Gewissens zeigen kann. Bleib bei deinen eigenen Worten, die sind meist die besseren; meine Hinweise bekommst du wie immer.",
        unread={
            "kept": "Dein Text enthält etwas, das nicht an ein Sprachmodell geht. Er ist bei mir geblieben. Meine Hinweise bekommst du trotzdem: Schick mir einfach deine nächste Fassung.",
            "busy": "Das Sprachmodell antwortet gerade nicht. Versuch es in ein paar Minuten noch einmal; prüfen kann ich deinen Text auch ohne.",
            "budget": "Das Sprachmodell hat für heute genug geschrieben, morgen geht es wieder. Prüfen kann ich deinen Text auch ohne.",
            "unusable": "Mit der Antwort des Sprachmodells kann ich nichts anfangen. Versuch es gern noch einmal; meine eigenen Hinweise gelten weiter.",
            "unreadable": "Damit kann ich nichts anfangen: Es ist leer, zu lang oder kein Text. Schick mir bitte nur den Teil, um den es geht.",
        },
    ),
    "nl": WritingWording(
        rewrite="Herschrijven met een taalmodel",
        hooks="Andere eerste zinnen",
        questions="Stel mij een vraag",
        replies="Reageren op een reactie",
        asks="Ik vraag het aan een taalmodel. Dat duurt even, het antwoord staat zo hier.",
        hooks_title="Zo kan je tekst beginnen",
        rewrite_title="Je tekst, herschreven",
        rewrite_told="{percent}% van de woorden is van jou.",
        questions_title="Misschien schiet je hierbij iets te binnen",
        questions_next="Beantwoord er één in twee zinnen, zoals je het bij de koffie zou vertellen. Daar wordt een tekst van.",
        replies_title="Zo kun je antwoorden",
        theirs="{text} ({percent}% jouw woorden)",
        all_theirs="{text} (helemaal jouw woorden)",
        changed="Deze zinnen zijn anders of weggelaten",
        unchanged_rest="De rest staat er zoals jij het schreef.",
        machine="{text} Klinkt een beetje als een taalmodel: zeg het liever op je eigen manier.",
        copy="Kopiëren",
        more="en nog {count}",
        comment_title="Reageren op een reactie",
        comment_label="Plak de reactie hier",
        comment_hint="Ik leg hem voor aan een taalmodel. Namen die ik herken, gaan niet mee.",
        comment_send="Voorstellen ophalen",
        written_by="Dit heeft een taalmodel geschreven ({place}); ik heb het aan dezelfde regels getoetst als je concept.",
        masked="De namen, producten, plaatsen en nummers die ik herkende, heeft het niet gezien (vervangen: {count}).",
        decide="Neem wat bij je past. Het blijft jouw tekst.",
        dropped="Het taalmodel schreef niets wat ik je met een gerust hart kan laten zien. Blijf bij je eigen woorden, die zijn meestal beter; mijn tips krijg je zoals altijd.",
        unread={
            "kept": "In je tekst staat iets wat niet naar een taalmodel gaat. Hij is bij mij gebleven. Mijn tips krijg je gewoon: stuur me je volgende versie.",
            "busy": "Het taalmodel antwoordt nu niet. Probeer het over een paar minuten nog eens; nakijken kan ik je tekst ook zonder.",
            "budget": "Het taalmodel heeft voor vandaag genoeg geschreven, morgen kan het weer. Nakijken kan ik je tekst ook zonder.",
            "unusable": "Met het antwoord van het taalmodel kan ik niets. Probeer het gerust nog eens; mijn eigen tips blijven gelden.",
            "unreadable": "Hier kan ik niets mee: het is leeg, te lang of geen tekst. Stuur me alleen het stuk waar het om gaat.",
        },
    ),
    "en": WritingWording(
        rewrite="Rewrite with a language model",
        hooks="Other first lines",
        questions="Ask me something",
        replies="Answer a comment",
        asks="I am asking a language model. It takes a moment; the answer will be right here.",
        hooks_title="Your post could begin like this",
        rewrite_title="Your text, rewritten",
        rewrite_told="{percent}% of the words are yours.",
        questions_title="Perhaps one of these brings something to mind",
        questions_next="Answer one of them in two sentences, the way you would tell it over coffee. That is the start of a post.",
        replies_title="You could answer like this",
        theirs="{text} ({percent}% your words)",
        all_theirs="{text} (all your words)",
        changed="These sentences are different or gone",
        unchanged_rest="Everything else stands as you wrote it.",
        machine="{text} Sounds a little like a language model: better say it your way.",
        copy="Copy",
        more="and {count} more",
        comment_title="Answer a comment",
        comment_label="Paste the comment here",
        comment_hint="I will ask a language model. Names that I recognise stay here.",
        comment_send="Get suggestions",
        written_by="A language model wrote this ({place}); I checked it against the same rules as your draft.",
        masked="It did not see the names, products, places and numbers that I recognised (replaced: {count}).",
        decide="Take what sounds like you. It is still your text.",
        dropped="The language model wrote nothing that I can show you with a clear conscience. Stay with your own words, they are mostly the better ones; you get my remarks as always.",
        unread={
            "kept": "Something in your text does not go to a language model. It stayed with me. You still get my remarks: just send me your next version.",
            "busy": "The language model does not answer right now. Try again in a few minutes; I can check your text without it.",
            "budget": "The language model has written enough for today and is back tomorrow. I can check your text without it.",
            "unusable": "I can do nothing with what the language model answered. Feel free to try again; my own remarks still stand.",
            "unreadable": "I can do nothing with this: it is empty, too long or no text. Please send me just the part in question.",
        },
    ),
}

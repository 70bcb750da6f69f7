"""What is said about cases, to authors and to editors, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.desk.case import Decision
from bot.core.model import Language


@dataclass(frozen=True)
class DeskWording:
    """Sentences with {placeholders} that are filled with our own values."""

    moment: str  # for strftime
    # To the author
    preview: str
    preview_without_name: str
    preview_safety: str
    send: str
    keep: str
    sent: str
    kept: str
    nothing_to_send: str
    answered: Mapping[Decision, str]
    reply: str
    # To the editors
    opened: str
    opened_due: str
    take: str
    choices: Mapping[Decision, str]
    form: str
    form_label: str
    form_hint: str
    form_send: str
    taken: str
    closed: Mapping[Decision, str]
    due_soon: str
    already: str
    gone: str
    not_yours: str
    no_reply: str


DESK_WORDINGS: Mapping[Language, DeskWording] = {
    "de": DeskWording(
        moment="%d.%m. um %H:%M Uhr",
        preview="Das geht an die Kommunikation, genau so:",
        preview_without_name="Dein Name geht nicht mit. Die Antwort kommt hierher.",
        preview_safety="Hier geht es um eine mögliche Nebenwirkung. Melde sie zuerst der "
        "Arzneimittelsicherheit: {contact}, spätestens in {hours} Stunden. Der Beitrag kann warten.",
        send="Abschicken",
        keep="Doch nicht",
        sent="Ist unterwegs (Fall {case}). Eine Antwort kannst du bis {due} erwarten; sie kommt hierher.",
        kept="In Ordnung, ich schicke nichts.",
        nothing_to_send="Ich habe gerade keinen Entwurf von dir, den ich weitergeben könnte. "
        "Schick ihn mir noch einmal.",
        answered={
            "fine": "Die Kommunikation sagt: Kann so raus.",
            "change": "Die Kommunikation sagt: Bitte noch ändern.",
            "do-not": "Die Kommunikation sagt: Bitte nicht posten.",
        },
        reply="Ihre Worte dazu",
        opened="Fall {case}: Jemand bittet um euren Blick",
        opened_due="Antwort erwartet bis {due}",
        take="Ich kümmere mich",
        choices={"fine": "Kann so raus", "change": "Bitte ändern", "do-not": "Bitte nicht"},
        form="Antwort zu Fall {case}",
        form_label="Deine Worte an die Autorin oder den Autor",
        form_hint="Was genau, und wie ginge es? Ein Satz, den man gleich übernehmen kann, hilft am meisten.",
        form_send="Abschicken",
        taken="{editor} kümmert sich um Fall {case}.",
        closed={
            "fine": "Fall {case}: {editor} sagt, kann so raus. Die Antwort ist unterwegs.",
            "change": "Fall {case}: {editor} bittet um Änderungen. Die Antwort ist unterwegs.",
            "do-not": "Fall {case}: {editor} rät ab. Die Antwort ist unterwegs.",
        },
        due_soon="Fall {case} wartet noch auf eine Antwort, fällig bis {due}. {owner}",
        already="Fall {case} ist schon beantwortet.",
        gone="Diesen Fall gibt es nicht mehr: zurückgezogen oder seine Zeit ist um.",
        not_yours="Fälle beantwortet das Team der Kommunikation. Frag dort, wenn du dazugehören solltest.",
        no_reply="Schreib bitte ein, zwei Sätze dazu, sonst weiß niemand, was zu tun ist.",
    ),
    "nl": DeskWording(
        moment="%d-%m om %H.%M uur",
        preview="Dit gaat naar communicatie, precies zo:",
        preview_without_name="Je naam gaat niet mee. Het antwoord komt hier terug.",
        preview_safety="Dit gaat over een mogelijke bijwerking. Meld die eerst bij "
        "geneesmiddelenveiligheid: {contact}, binnen {hours} uur. De post kan wachten.",
        send="Versturen",
        keep="Toch niet",
        sent="Onderweg (zaak {case}). Je hebt uiterlijk {due} antwoord; dat komt hier.",
        kept="Prima, ik stuur niets door.",
        nothing_to_send="Ik heb op dit moment geen concept van je dat ik kan doorsturen. "
        "Stuur het me nog een keer.",
        answered={
            "fine": "Communicatie zegt: dit kan zo de deur uit.",
            "change": "Communicatie zegt: pas nog iets aan.",
            "do-not": "Communicatie zegt: liever niet plaatsen.",
        },
        reply="Hun toelichting",
        opened="Zaak {case}: een collega vraagt of jullie meekijken",
        opened_due="Antwoord verwacht vóór {due}",
        take="Ik pak dit op",
        choices={"fine": "Kan zo", "change": "Graag aanpassen", "do-not": "Liever niet"},
        form="Antwoord op zaak {case}",
        form_label="Jouw toelichting voor de auteur",
        form_hint="Wat precies, en hoe kan het wel? Een zin om zo over te nemen helpt het meest.",
        form_send="Versturen",
        taken="{editor} pakt zaak {case} op.",
        closed={
            "fine": "Zaak {case}: {editor} zegt dat het zo kan. Het antwoord is onderweg.",
            "change": "Zaak {case}: {editor} vraagt om een aanpassing. Het antwoord is onderweg.",
            "do-not": "Zaak {case}: {editor} raadt het af. Het antwoord is onderweg.",
        },
        due_soon="Zaak {case} wacht nog op antwoord, uiterlijk {due}. {owner}",
        already="Zaak {case} is al beantwoord.",
        gone="Deze zaak is er niet meer: ingetrokken, of de bewaartijd is voorbij.",
        not_yours="Zaken worden beantwoord door het communicatieteam. Vraag het daar als je erbij hoort.",
        no_reply="Schrijf er graag een of twee zinnen bij, anders weet niemand wat er moet gebeuren.",
    ),
    "en": DeskWording(
        moment="%H:%M on %d/%m",
        preview="This goes to the comms team, exactly as it stands here:",
        preview_without_name="Your name isn't in it. Their answer comes back here.",
        preview_safety="This is about a possible side effect. Report it to drug safety first: "
        "{contact}, within {hours} hours. The post can wait.",
        send="Send it",
        keep="Rather not",
        sent="It's on its way (case {case}). You can expect an answer by {due}; it will come here.",
        kept="All right, I'm not sending anything.",
        nothing_to_send="I have no draft of yours to pass on right now. Send it to me once more.",
        answered={
            "fine": "The comms team says: fine as it is.",
            "change": "The comms team says: please change it first.",
            "do-not": "The comms team says: please don't post it.",
        },
        reply="In their words",
        opened="Case {case}: a colleague asks you to take a look",
        opened_due="Answer expected by {due}",
        take="I'll take it",
        choices={"fine": "Fine as it is", "change": "Please change", "do-not": "Please don't"},
        form="Answer to case {case}",
        form_label="Your words to the author",
        form_hint="What exactly, and how could it work? A sentence they can use as it is helps most.",
        form_send="Send",
        taken="{editor} takes case {case}.",
        closed={
            "fine": "Case {case}: {editor} says it's fine as it is. The answer is on its way.",
            "change": "Case {case}: {editor} asks for changes. The answer is on its way.",
            "do-not": "Case {case}: {editor} advises against it. The answer is on its way.",
        },
        due_soon="Case {case} still waits for an answer, due by {due}. {owner}",
        already="Case {case} has been answered already.",
        gone="This case is no longer there: withdrawn, or its time is over.",
        not_yours="Cases are answered by the comms team. Ask them if you should be one of them.",
        no_reply="Please add a sentence or two, otherwise nobody knows what to do.",
    ),
}

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
        preview_without_name="Deinen Namen schicke ich nicht mit. Die Antwort bekommst du hier.",
        preview_safety="Hier geht es um eine mögliche Nebenwirkung. Melde sie zuerst der "
        "Arzneimittelsicherheit, innerhalb von {hours} Stunden (Kontakt: {contact}). Der Beitrag kann warten.",
        send="Abschicken",
        keep="Doch nicht",
        sent="Ist unterwegs (Fall {case}). Die Antwort sollte spätestens am {due} hier sein.",
        kept="Alles klar, ich schicke nichts ab.",
        nothing_to_send="Ich habe gerade keinen Entwurf von dir, den ich weitergeben könnte. "
        "Schick ihn mir einfach noch einmal.",
        answered={
            "fine": "Die Kommunikation sagt: Kann so raus.",
            "change": "Die Kommunikation sagt: Bitte noch ändern.",
            "do-not": "Die Kommunikation sagt: Bitte nicht posten.",
        },
        reply="Dazu schreibt das Team",
        opened="Fall {case}: Schaut ihr hier bitte mal drauf?",
        opened_due="Antwort bitte spätestens am {due}",
        take="Ich übernehme",
        choices={"fine": "Kann so raus", "change": "Bitte ändern", "do-not": "Bitte nicht"},
        form="Antwort zu Fall {case}",
        form_label="Deine Rückmeldung zum Entwurf",
        form_hint="Woran liegt es, und wie ginge es? Am meisten hilft ein Satz, den man direkt übernehmen kann.",
        form_send="Abschicken",
        taken="{editor} übernimmt Fall {case}.",
        closed={
            "fine": "Fall {case}: {editor} sagt: Kann so raus. Die Antwort ist unterwegs.",
            "change": "Fall {case}: {editor} bittet um Änderungen. Die Antwort ist unterwegs.",
            "do-not": "Fall {case}: {editor} rät ab. Die Antwort ist unterwegs.",
        },
        due_soon="Fall {case} wartet noch auf eure Antwort, bitte spätestens am {due}. {owner}",
        already="Fall {case} ist schon beantwortet.",
        gone="Diesen Fall gibt es nicht mehr: Er wurde zurückgezogen oder nach Ablauf der Frist gelöscht.",
        not_yours="Fälle beantwortet nur das Kommunikationsteam. Wenn du dazugehörst, sag dort kurz Bescheid.",
        no_reply="Schreib bitte ein, zwei Sätze dazu, sonst weiß niemand, was zu tun ist.",
    ),
    "nl": DeskWording(
        moment="%d-%m om %H.%M uur",
        preview="Precies dit gaat naar communicatie:",
        preview_without_name="Je naam stuur ik niet mee. Het antwoord krijg je hier.",
        preview_safety="Dit gaat over een mogelijke bijwerking. Meld die eerst bij "
        "geneesmiddelenveiligheid, binnen {hours} uur (contact: {contact}). Je bericht kan wachten.",
        send="Versturen",
        keep="Toch niet",
        sent="Het is onderweg (aanvraag {case}). Als het goed is, heb je hier uiterlijk {due} antwoord.",
        kept="Prima, ik stuur niets door.",
        nothing_to_send="Ik heb nu geen concept van je dat ik kan doorsturen. "
        "Stuur het me gewoon nog een keer.",
        answered={
            "fine": "Communicatie zegt: dit kan zo de deur uit.",
            "change": "Communicatie zegt: pas eerst nog iets aan.",
            "do-not": "Communicatie zegt: liever niet plaatsen.",
        },
        reply="Hun toelichting",
        opened="Aanvraag {case}: een collega vraagt of jullie even meekijken",
        opened_due="Graag uiterlijk {due} antwoorden",
        take="Ik pak dit op",
        choices={"fine": "Kan zo", "change": "Graag aanpassen", "do-not": "Liever niet"},
        form="Antwoord op {case}",
        form_label="Je toelichting bij dit concept",
        form_hint="Waar zit het in, en hoe kan het wel? Een zin die je collega zo kan overnemen, helpt het meest.",
        form_send="Versturen",
        taken="{editor} pakt aanvraag {case} op.",
        closed={
            "fine": "Aanvraag {case}: {editor} zegt dat het zo kan. Het antwoord is onderweg.",
            "change": "Aanvraag {case}: {editor} vraagt om een aanpassing. Het antwoord is onderweg.",
            "do-not": "Aanvraag {case}: {editor} raadt het af. Het antwoord is onderweg.",
        },
        due_soon="Aanvraag {case} wacht nog op antwoord, graag uiterlijk {due}. {owner}",
        already="Aanvraag {case} is al beantwoord.",
        gone="Deze aanvraag is er niet meer: hij is ingetrokken of de bewaartermijn is voorbij.",
        not_yours="Alleen het communicatieteam beantwoordt aanvragen. Hoor je daarbij? Laat het ze even weten.",
        no_reply="Schrijf er even een of twee zinnen bij, anders weet niemand wat er moet gebeuren.",
    ),
    "en": DeskWording(
        moment="%H:%M on %d/%m",
        preview="This is exactly what the comms team will get:",
        preview_without_name="I won't pass on your name. You'll get their answer here.",
        preview_safety="This is about a possible side effect. Report it to drug safety first, "
        "within {hours} hours (contact: {contact}). The post can wait.",
        send="Send it",
        keep="Don't send",
        sent="It's on its way (case {case}). You should have an answer here by {due}.",
        kept="All right, I won't send anything.",
        nothing_to_send="I don't have a draft of yours to pass on right now. Just send it to me again.",
        answered={
            "fine": "The comms team says: fine as it is.",
            "change": "The comms team says: please change it first.",
            "do-not": "The comms team says: please don't post it.",
        },
        reply="In their words",
        opened="Case {case}: a colleague would like you to take a look",
        opened_due="Please answer by {due}",
        take="I'll take it",
        choices={"fine": "Fine as it is", "change": "Please change", "do-not": "Please don't"},
        form="Answer to case {case}",
        form_label="Your message to the author",
        form_hint="What's the problem, and what would work instead? A sentence they can use as it is helps most.",
        form_send="Send",
        taken="{editor} takes case {case} from here.",
        closed={
            "fine": "Case {case}: {editor} says it's fine as it is. The answer is on its way.",
            "change": "Case {case}: {editor} would like some changes. The answer is on its way.",
            "do-not": "Case {case}: {editor} advises against it. The answer is on its way.",
        },
        due_soon="Case {case} is still waiting for an answer, due by {due}. {owner}",
        already="Case {case} has already been answered.",
        gone="This case no longer exists: it was withdrawn, or it has expired.",
        not_yours="Only the comms team can answer cases. If you're one of them, just let them know.",
        no_reply="Please add a sentence or two, otherwise nobody will know what to do.",
    ),
}

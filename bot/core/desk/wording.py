"""What is said about cases, to authors and to editors, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.desk.case import Decision, Team
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
    not_sent: str
    kept: str
    answered: Mapping[Decision, str]
    reply: str
    suggested: str
    handed_on: str
    handed_contact: str
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
    given_back: str
    handed: str
    hand_over: str
    hand_over_to: str
    hand_over_text: str
    teams: Mapping[Team, str]
    somebody: str
    has_it: str
    changed: str
    due_soon: str
    due_owner: str
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
        sent="Ist unterwegs (Anfrage {case}). Die Antwort sollte spätestens am {due} hier sein.",
        not_sent="Deine Anfrage {case} ist leider nicht angekommen, das lag nicht an dir. "
        "Schreib der Kommunikation bitte direkt: {contact}.",
        kept="Alles klar, ich schicke nichts ab.",
        answered={
            "fine": "Die Kommunikation sagt: Kann so raus.",
            "change": "Die Kommunikation sagt: Bitte noch ändern.",
            "do-not": "Die Kommunikation sagt: Bitte nicht posten.",
        },
        reply="Dazu schreibt das Team",
        suggested="Vorschlag zum Übernehmen",
        handed_on="Deine Anfrage {case} ist jetzt bei einem anderen Team: {team}. Die Antwort bekommst du weiterhin hier.",
        handed_contact="Wenn es eilt: {contact}.",
        opened="Anfrage {case}: Schaut ihr hier bitte mal drauf?",
        opened_due="Antwort bitte spätestens am {due}",
        take="Ich übernehme",
        choices={"fine": "Kann so raus", "change": "Bitte ändern", "do-not": "Bitte nicht posten"},
        form="Anfrage {case}",
        form_label="Deine Nachricht an die Kollegin oder den Kollegen",
        form_hint="Was passt nicht, und wie ginge es? Am meisten hilft ein Satz, den man direkt übernehmen kann.",
        form_send="Abschicken",
        taken="{editor} übernimmt Anfrage {case}.",
        closed={
            "fine": "Anfrage {case}: {editor} sagt: Kann so raus. Die Antwort ist unterwegs.",
            "change": "Anfrage {case}: {editor} bittet um Änderungen. Die Antwort ist unterwegs.",
            "do-not": "Anfrage {case}: {editor} rät ab. Die Antwort ist unterwegs.",
        },
        given_back="{editor} gibt Anfrage {case} zurück. Wer übernimmt?",
        handed="{editor} hat Anfrage {case} weitergegeben an: {team}.",
        hand_over="Weitergeben",
        hand_over_to="Anfrage {case}: An wen möchtest du sie weitergeben?",
        hand_over_text="Sie bleibt hier offen, und die Antwort könnt ihr weiter hier geben. Wer gefragt hat, erfährt, "
        "welches Team sie hat. Die Arzneimittelsicherheit sieht sie auch im Browser in der Redaktion, wenn sie dort "
        "Zugang hat; den anderen schreib bitte selbst.",
        teams={
            "drug_safety": "Arzneimittelsicherheit",
            "privacy": "Datenschutz",
            "legal": "Recht",
        },
        somebody="Jemand aus dem Team",
        has_it="{editor} kümmert sich schon um Anfrage {case}.",
        changed="Bei Anfrage {case} hat sich gerade etwas geändert. Schau bitte noch einmal drauf, bevor du sie bearbeitest.",
        due_owner="{editor} hat übernommen, seit dem {since} ist nichts passiert. Wer Zeit hat, kann übernehmen.",
        due_soon="Anfrage {case} wartet noch auf eure Antwort, bitte spätestens am {due}. {owner}",
        already="Anfrage {case} ist schon beantwortet: {editor} war schneller.",
        gone="Diese Anfrage gibt es nicht mehr: Sie wurde zurückgezogen oder ist inzwischen gelöscht.",
        not_yours="Anfragen beantwortet nur das Kommunikationsteam. Gehörst du dazu? Dann bitte dein Team, dich einzutragen.",
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
        not_sent="Je aanvraag {case} is helaas niet aangekomen. Dat ligt niet aan jou. "
        "Stuur communicatie even zelf een bericht: {contact}.",
        kept="Prima, ik stuur niets door.",
        answered={
            "fine": "Communicatie zegt: dit kan zo de deur uit.",
            "change": "Communicatie zegt: pas eerst nog iets aan.",
            "do-not": "Communicatie zegt: plaats dit alsjeblieft niet.",
        },
        reply="Hun toelichting",
        suggested="Tekst die je kunt overnemen",
        handed_on="Je aanvraag {case} ligt nu bij {team}. Het antwoord krijg je nog steeds hier.",
        handed_contact="Heeft het haast? {contact}.",
        opened="Aanvraag {case}: een collega vraagt of jullie even meekijken",
        opened_due="Graag uiterlijk {due} antwoorden",
        take="Ik pak dit op",
        choices={"fine": "Kan zo", "change": "Graag aanpassen", "do-not": "Niet plaatsen"},
        form="Aanvraag {case}",
        form_label="Je bericht aan je collega",
        form_hint="Wat kan er niet, en hoe kan het wel? Een zin die je collega zo kan overnemen, helpt het meest.",
        form_send="Versturen",
        taken="{editor} pakt aanvraag {case} op.",
        closed={
            "fine": "Aanvraag {case}: {editor} zegt dat het zo kan. Het antwoord is onderweg.",
            "change": "Aanvraag {case}: {editor} vraagt om een aanpassing. Het antwoord is onderweg.",
            "do-not": "Aanvraag {case}: {editor} raadt het af. Het antwoord is onderweg.",
        },
        given_back="{editor} geeft aanvraag {case} terug. Wie pakt hem op?",
        handed="{editor} heeft aanvraag {case} doorgegeven aan: {team}.",
        hand_over="Doorgeven",
        hand_over_to="Aan wie wil je aanvraag {case} doorgeven?",
        hand_over_text="De aanvraag blijft hier open en jullie kunnen hem hier blijven beantwoorden. Wie het vroeg, leest welk "
        "team hem nu heeft. Geneesmiddelenveiligheid ziet hem ook in de browser, bij de redactie, als ze daar toegang "
        "hebben; stuur de anderen zelf even een bericht.",
        teams={
            "drug_safety": "geneesmiddelenveiligheid",
            "privacy": "privacy",
            "legal": "juridische zaken",
        },
        somebody="Iemand van het team",
        has_it="{editor} is al bezig met aanvraag {case}.",
        changed="Aan aanvraag {case} is net iets veranderd. Kijk even opnieuw voordat je ermee verdergaat.",
        due_owner="{editor} heeft hem opgepakt, sinds {since} is er niets gebeurd. Wie tijd heeft, kan hem overnemen.",
        due_soon="Aanvraag {case} wacht nog op antwoord, graag uiterlijk {due}. {owner}",
        already="Aanvraag {case} is al beantwoord: {editor} was eerder.",
        gone="Deze aanvraag is er niet meer: hij is ingetrokken of inmiddels gewist.",
        not_yours="Alleen het communicatieteam beantwoordt aanvragen. Hoor je daarbij? Vraag je team dan om je toe te voegen.",
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
        sent="It's on its way (request {case}). You should have an answer here by {due}.",
        not_sent="Sorry, your request {case} didn't get through. That's not your fault. "
        "Please write to the comms team directly: {contact}.",
        kept="All right, I won't send anything.",
        answered={
            "fine": "The comms team says: fine as it is.",
            "change": "The comms team says: please change it first.",
            "do-not": "The comms team says: please don't post it.",
        },
        reply="In their words",
        suggested="Words you can use",
        handed_on="Your request {case} is now with {team}. The answer will still come here.",
        handed_contact="If it's urgent: {contact}.",
        opened="Request {case}: a colleague would like you to take a look",
        opened_due="Please answer by {due}",
        take="I'll take it",
        choices={"fine": "Fine as it is", "change": "Please change", "do-not": "Please don't post"},
        form="Request {case}",
        form_label="Your message to your colleague",
        form_hint="What's the problem, and what would work instead? A sentence they can use as it is helps most.",
        form_send="Send",
        taken="{editor} is handling request {case}.",
        closed={
            "fine": "Request {case}: {editor} says it's fine as it is. The answer is on its way.",
            "change": "Request {case}: {editor} would like some changes. The answer is on its way.",
            "do-not": "Request {case}: {editor} advises against it. The answer is on its way.",
        },
        given_back="{editor} gave request {case} back. Who takes it?",
        handed="{editor} passed request {case} on to: {team}.",
        hand_over="Pass on",
        hand_over_to="Who should request {case} go to?",
        hand_over_text="It stays open here, and you can still answer it here. Whoever asked is told which team has it. Drug "
        "safety sees it at the comms desk in the browser if they have access; please write to the others yourself.",
        teams={"drug_safety": "drug safety", "privacy": "data protection", "legal": "legal"},
        somebody="Somebody on the team",
        has_it="{editor} is already handling request {case}.",
        changed="Something about request {case} has just changed. Please look again before you go on.",
        due_owner="{editor} took it, nothing has happened since {since}. Whoever has time can take over.",
        due_soon="Request {case} is still waiting. Please answer by {due}. {owner}",
        already="Request {case} has already been answered: {editor} was first.",
        gone="This request no longer exists: it was withdrawn or has since been deleted.",
        not_yours="Only the comms team can answer requests. If you're on it, ask your team to add you.",
        no_reply="Please add a sentence or two, otherwise nobody will know what to do.",
    ),
}

"""What the pages about cases say, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.desk.case import Decision
from bot.core.model import Language


@dataclass(frozen=True)
class CaseWording:
    """Their words."""

    label: str
    lead: str
    shows: Mapping[str, str]  # the filters
    none: Mapping[str, str]  # that nothing is there, by filter
    title: str  # {case}
    case: str
    due: str
    age: str
    owner: str
    nobody: str
    language: str
    languages: Mapping[Language, str]
    verdict: str
    findings: str
    no_findings: str
    team: str
    contact: str
    over_due: str
    due_soon: str
    offered: str  # {owner} {since}
    minutes: str  # {count}
    hours: str
    days: str
    warning: str  # {soon} {over}
    waiting: str  # {open}
    waiting_safety: str  # {open}
    draft: str
    take: str
    take_over: str
    give_back: str
    mine: str
    answer: str
    decision: str
    decisions: Mapping[Decision, str]
    reply: str
    reply_hint: str
    suggested: str
    suggested_hint: str
    send: str
    hand_over: str
    hand_over_text: str
    hand_over_to: str
    send_on: str
    no_decision: str
    no_words: str
    too_long: str  # {most}
    no_team: str
    answered: str  # {editor} {when}
    done: Mapping[str, str]
    first: str  # {editor}
    has_it: str  # {editor}
    changed: str
    somebody: str
    yours: str
    back: str
    remember: str
    remember_text: str


CASE_WORDINGS: Mapping[Language, CaseWording] = {
    "de": CaseWording(
        label="Anfragen",
        lead="Was Kolleginnen und Kollegen vor dem Posten fragen. Was zuerst fällig ist, steht oben.",
        shows={"open": "Offen", "mine": "Meine", "answered": "Beantwortet"},
        none={
            "open": "Gerade ist nichts offen.",
            "mine": "Du hast gerade keine Anfrage übernommen.",
            "answered": "In den letzten 30 Tagen wurde nichts beantwortet.",
        },
        title="Anfrage {case}",
        case="Anfrage",
        due="Antwort bis",
        age="Wartet seit",
        owner="Übernommen von",
        nobody="noch niemand",
        language="Sprache",
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        verdict="Unser Urteil",
        findings="Hinweise",
        no_findings="Uns ist nichts aufgefallen.",
        team="Liegt bei",
        contact="Kontakt",
        over_due="überfällig",
        due_soon="bald fällig",
        offered="{owner} hat übernommen, seit dem {since} ist nichts passiert. Du kannst übernehmen.",
        minutes="{count} Min.",
        hours="{count} Std.",
        days="{count} Tg.",
        warning="In den nächsten zwei Stunden fällig: {soon}. Überfällig: {over}.",
        waiting="Offene Anfragen: {open}.",
        waiting_safety="Anfragen bei der Arzneimittelsicherheit: {open}.",
        draft="Der Entwurf",
        take="Ich übernehme",
        take_over="Ich übernehme jetzt",
        give_back="Wieder abgeben",
        mine="Du kümmerst dich darum.",
        answer="Antworten",
        decision="Deine Antwort",
        decisions={
            "fine": "Kann so raus",
            "change": "Bitte ändern",
            "do-not": "Bitte nicht posten, weil …",
        },
        reply="Ein, zwei Sätze dazu",
        reply_hint="Was passt nicht, und warum? Bei „Kann so raus“ darf das leer bleiben.",
        suggested="Vorschlag zum Übernehmen",
        suggested_hint="Nur bei „Bitte ändern“: ein Satz, der so in den Beitrag kann.",
        send="Antwort abschicken",
        hand_over="Weitergeben",
        hand_over_text="Die Anfrage bleibt hier sichtbar und offen. Wer gefragt hat, erfährt, welches"
        " Team sie nun hat. Die Arzneimittelsicherheit sieht hier nur, was an sie ging; den anderen"
        " schreibt ihr selbst.",
        hand_over_to="An wen",
        send_on="Weitergeben",
        no_decision="Wähle bitte zuerst eine Antwort aus: Kann so raus, Bitte ändern oder Bitte nicht posten.",
        no_words="Schreib bitte ein, zwei Sätze dazu, sonst weiß niemand, was zu tun ist.",
        too_long="Das ist zu lang: Kürze bitte jedes Feld auf höchstens {most} Zeichen.",
        no_team="Wähle bitte aus, an wen die Anfrage geht.",
        answered="{editor} hat am {when} geantwortet.",
        done={
            "taken": "Du hast die Anfrage übernommen.",
            "given-back": "Die Anfrage ist wieder frei.",
            "answered": "Deine Antwort ist unterwegs.",
            "handed-over": "Die Anfrage ist weitergegeben. Wer gefragt hat, erfährt es gerade.",
        },
        first="{editor} war schneller: Die Anfrage ist schon beantwortet. Deine Antwort ging nicht raus.",
        has_it="{editor} kümmert sich schon darum.",
        somebody="Jemand aus dem Team",
        yours="Das hattest du geschrieben",
        changed="Inzwischen hat sich hier etwas geändert. Schau bitte noch einmal hin und schick es dann erneut ab.",
        back="Alle Anfragen",
        remember="Für später merken",
        remember_text="Merke Sätze daraus vor, ohne Namen. Bei ähnlichen Entwürfen zeigt Jourfix dann, was ihr damals gesagt habt.",
    ),
    "nl": CaseWording(
        label="Aanvragen",
        lead="Wat collega's vragen voor ze iets plaatsen. Wat het eerst af moet, staat bovenaan.",
        shows={"open": "Open", "mine": "Van mij", "answered": "Beantwoord"},
        none={
            "open": "Er staat nu niets open.",
            "mine": "Je hebt nu geen aanvraag opgepakt.",
            "answered": "De afgelopen 30 dagen is er niets beantwoord.",
        },
        title="Aanvraag {case}",
        case="Aanvraag",
        due="Antwoord voor",
        age="Wacht al",
        owner="Opgepakt door",
        nobody="nog niemand",
        language="Taal",
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        verdict="Ons oordeel",
        findings="Opmerkingen",
        no_findings="Ons is niets opgevallen.",
        team="Ligt bij",
        contact="Contact",
        over_due="te laat",
        due_soon="bijna te laat",
        offered="{owner} heeft hem opgepakt, sinds {since} is er niets gebeurd. Je kunt hem overnemen.",
        minutes="{count} min.",
        hours="{count} uur",
        days="{count} d.",
        warning="Moet binnen twee uur af: {soon}. Te laat: {over}.",
        waiting="Open aanvragen: {open}.",
        waiting_safety="Aanvragen bij geneesmiddelenveiligheid: {open}.",
        draft="Het concept",
        take="Ik pak dit op",
        take_over="Ik neem dit over",
        give_back="Teruggeven",
        mine="Jij bent hiermee bezig.",
        answer="Antwoorden",
        decision="Je antwoord",
        decisions={
            "fine": "Kan zo",
            "change": "Graag aanpassen",
            "do-not": "Niet plaatsen, want …",
        },
        reply="Een of twee zinnen erbij",
        reply_hint="Wat kan er niet, en waarom? Bij ‘Kan zo’ mag dit leeg blijven.",
        suggested="Tekst die je collega kan overnemen",
        suggested_hint="Alleen bij ‘Graag aanpassen’: een zin die zo in het bericht kan.",
        send="Antwoord versturen",
        hand_over="Doorgeven",
        hand_over_text="De aanvraag blijft hier zichtbaar en open. Wie het vroeg, leest welk team hem nu"
        " heeft. Geneesmiddelenveiligheid ziet hier alleen wat aan hen is doorgegeven; de anderen"
        " schrijf je zelf.",
        hand_over_to="Aan wie",
        send_on="Doorgeven",
        no_decision="Kies eerst een antwoord: Kan zo, Graag aanpassen of Niet plaatsen.",
        no_words="Schrijf er even een of twee zinnen bij, anders weet niemand wat er moet gebeuren.",
        too_long="Dit is te lang: kort elk veld in tot hooguit {most} tekens.",
        no_team="Kies aan wie je de aanvraag doorgeeft.",
        answered="{editor} heeft op {when} geantwoord.",
        done={
            "taken": "Je hebt de aanvraag opgepakt.",
            "given-back": "De aanvraag is weer vrij.",
            "answered": "Je antwoord is onderweg.",
            "handed-over": "De aanvraag is doorgegeven. Wie het vroeg, krijgt dat nu te horen.",
        },
        first="{editor} was eerder: de aanvraag is al beantwoord. Jouw antwoord is niet verstuurd.",
        has_it="{editor} is er al mee bezig.",
        somebody="Iemand van het team",
        yours="Dit had je geschreven",
        changed="Hier is intussen iets veranderd. Kijk nog even en verstuur het dan opnieuw.",
        back="Alle aanvragen",
        remember="Onthouden voor later",
        remember_text="Bewaar er zinnen uit, zonder namen. Bij een concept dat erop lijkt laat Jourfix dan zien wat jullie toen zeiden.",
    ),
    "en": CaseWording(
        label="Requests",
        lead="What colleagues ask before they post. Whatever is due first is at the top.",
        shows={"open": "Open", "mine": "Mine", "answered": "Answered"},
        none={
            "open": "Nothing is open right now.",
            "mine": "You haven't taken a request right now.",
            "answered": "Nothing has been answered in the last 30 days.",
        },
        title="Request {case}",
        case="Request",
        due="Answer by",
        age="Waiting for",
        owner="Taken by",
        nobody="nobody yet",
        language="Language",
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        verdict="Our verdict",
        findings="Findings",
        no_findings="We didn't notice anything.",
        team="With",
        contact="Contact",
        over_due="overdue",
        due_soon="due soon",
        offered="{owner} took it, nothing has happened since {since}. You can take over.",
        minutes="{count} min",
        hours="{count} h",
        days="{count} d",
        warning="Due within two hours: {soon}. Overdue: {over}.",
        waiting="Open requests: {open}.",
        waiting_safety="Requests with drug safety: {open}.",
        draft="The draft",
        take="I'll take it",
        take_over="I'll take over",
        give_back="Give it back",
        mine="You are handling this.",
        answer="Answer",
        decision="Your answer",
        decisions={
            "fine": "Fine as it is",
            "change": "Please change",
            "do-not": "Please don't post, because …",
        },
        reply="A sentence or two",
        reply_hint="What's the problem, and why? For “Fine as it is” you can leave this empty.",
        suggested="Words they can use",
        suggested_hint="Only for “Please change”: a sentence that can go into the post as it is.",
        send="Send the answer",
        hand_over="Pass on",
        hand_over_text="The request stays visible and open here. Whoever asked is told which team has it"
        " now. Drug safety sees only what was passed on to them here; please write to the others"
        " yourself.",
        hand_over_to="To whom",
        send_on="Pass it on",
        no_decision="Please choose an answer first: Fine as it is, Please change or Please don't post.",
        no_words="Please add a sentence or two, otherwise nobody will know what to do.",
        too_long="That's too long: please keep each field to {most} characters.",
        no_team="Please choose whom the request goes to.",
        answered="{editor} answered at {when}.",
        done={
            "taken": "The request is yours.",
            "given-back": "The request is free again.",
            "answered": "Your answer is on its way.",
            "handed-over": "The request is passed on. Whoever asked is being told.",
        },
        first="{editor} was first: this request has already been answered. Your answer was not sent.",
        has_it="{editor} is already handling it.",
        somebody="Somebody on the team",
        yours="What you had written",
        changed="Something changed here in the meantime. Please look again, then send it once more.",
        back="All requests",
        remember="Remember for later",
        remember_text="Keep sentences of it, without names. With similar drafts Jourfix then shows what you said at the time.",
    ),
}

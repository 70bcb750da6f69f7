"""What is said to whoever was not let in, in three languages."""

from collections.abc import Mapping

from bot.core.desk.directory import Refusal
from bot.core.model import Language

# {place}: Slack or Microsoft; {person}: who they are to us, for whoever adds them;
# {reference}: what stands in the log; {minutes}: how long to wait
ENTERING_WORDINGS: Mapping[Language, Mapping[Refusal, str]] = {
    "de": {
        "declined": "Du hast die Anmeldung bei {place} abgebrochen. Du kannst es gleich noch einmal"
        " versuchen. ({reference})",
        "stale": "Diese Anmeldung gilt nicht mehr: Sie hat zu lange gedauert, wurde schon benutzt"
        " oder in einem anderen Browser begonnen. Melde dich hier bitte neu an. ({reference})",
        "later": "{place} antwortet gerade nicht. Versuche es bitte in ein paar Minuten noch"
        " einmal. ({reference})",
        "misconfigured": "{place} nimmt die Anmeldung nicht an: An der Einrichtung stimmt etwas"
        " nicht. Bitte gib der Person, die Jourfix betreibt, diese Nummer: {reference}.",
        "not-trusted": "Die Antwort von {place} ließ sich nicht prüfen, deshalb bist du nicht"
        " angemeldet. Versuche es noch einmal; bleibt es dabei, gib der Person, die Jourfix"
        " betreibt, diese Nummer: {reference}.",
        "other-place": "Dieses Konto gehört zu einem anderen Unternehmen oder Workspace. Melde dich"
        " bitte mit deinem Arbeitskonto an. ({reference})",
        "nobody": "Die Anmeldung bei {place} hat geklappt, aber für die Redaktion bist du noch"
        " nicht eingetragen. Wer Jourfix betreibt, kann das tun und braucht dafür: {person}"
        " ({reference})",
        "groups-hidden": "{place} hat deine Gruppen nicht mitgeschickt, weil es zu viele sind. Wer"
        " Jourfix betreibt, kann dir stattdessen eine App-Rolle geben oder dich einzeln eintragen"
        " und braucht dafür: {person} ({reference})",
        "limited": "Das waren zu viele Versuche. Bitte versuche es in {minutes} Min. noch einmal.",
    },
    "nl": {
        "declined": "Je hebt het inloggen bij {place} afgebroken. Je kunt het meteen opnieuw"
        " proberen. ({reference})",
        "stale": "Deze inlogpoging is niet meer geldig: het duurde te lang, ze is al gebruikt of in"
        " een andere browser begonnen. Log hier opnieuw in. ({reference})",
        "later": "{place} antwoordt nu niet. Probeer het over een paar minuten nog eens."
        " ({reference})",
        "misconfigured": "{place} accepteert het inloggen niet: er klopt iets niet in de"
        " instellingen. Geef dit nummer door aan wie Jourfix beheert: {reference}.",
        "not-trusted": "Het antwoord van {place} was niet te controleren, daarom ben je niet"
        " ingelogd. Probeer het nog eens; blijft het misgaan, geef dan dit nummer door aan wie"
        " Jourfix beheert: {reference}.",
        "other-place": "Dit account hoort bij een andere organisatie of workspace. Log in met je"
        " werkaccount. ({reference})",
        "nobody": "Inloggen bij {place} is gelukt, maar je bent nog niet toegevoegd aan de"
        " redactie. Wie Jourfix beheert, kan dat doen en heeft dit nodig: {person} ({reference})",
        "groups-hidden": "{place} heeft je groepen niet meegestuurd, omdat het er te veel zijn. Wie"
        " Jourfix beheert, kan je in plaats daarvan een app-rol geven of je apart toevoegen en"
        " heeft daarvoor dit nodig: {person} ({reference})",
        "limited": "Dat waren te veel pogingen. Probeer het over {minutes} min. nog eens.",
    },
    "en": {
        "declined": "You stopped signing in at {place}. You can try again right away."
        " ({reference})",
        "stale": "This sign-in is no longer valid: it took too long, was used before, or began in"
        " another browser. Please sign in again here. ({reference})",
        "later": "{place} is not answering right now. Please try again in a few minutes."
        " ({reference})",
        "misconfigured": "{place} does not accept the sign-in: something is not set up right."
        " Please give this number to whoever runs Jourfix: {reference}.",
        "not-trusted": "The answer from {place} could not be checked, so you are not signed in."
        " Try again; if it stays like this, give this number to whoever runs Jourfix: {reference}.",
        "other-place": "This account belongs to another organisation or workspace. Please sign in"
        " with your work account. ({reference})",
        "nobody": "Signing in at {place} worked, but you have not been added to the comms desk yet."
        " Whoever runs Jourfix can do that, and needs this for it: {person} ({reference})",
        "groups-hidden": "{place} did not send your groups along, because there are too many."
        " Whoever runs Jourfix can give you an app role instead, or add you by this: {person}"
        " ({reference})",
        "limited": "That was too often. Please try again in {minutes} min.",
    },
}

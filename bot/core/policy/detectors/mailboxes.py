"""Mail addresses of a person, not of a desk or a matter."""

import re
from collections.abc import Iterator, Sequence

from bot.core.model import LANGUAGES
from bot.core.policy.detectors.identifier_hits import PRIVATE, make_hit, read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

_WORD_COMMON = 2.5  # a part of a mailbox less common than this is rather a name
EMAIL = Shape(
    r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}",
    wider=r"[a-z0-9._%+-]@[a-z0-9-]",
)
# First words of mailboxes that belong to a desk, in three languages.
_DESKS = re.compile(
    r"(?:info|jobs?|karriere|career|careers|bewerbung|bewerbungen|hr|personal|recruit\w*|talent"
    r"|kontakt|contact|hello|hallo|"
    r"presse|press|media|redaktion|redactie|newsdesk|service|support|help|helpdesk|office|praxis"
    r"|sekretariat|secretariaat|"
    r"secretary|ambulanz|station|poli\w*|afdeling\w*|receptie|reception|empfang|anmeldung"
    r"|aanmelden|aanmelding|inschrijv\w*|"
    r"register|registration|events?|veranstaltung\w*|fortbildung|training|opleiding\w*|akademie"
    r"|academy|academie|education|"
    r"ausbildung|werken|werkenbij|vacature\w*|sollicit\w*|vrijwillig\w*|ehrenamt\w*|volunteer\w*"
    r"|activiteiten|aktivitaten|"
    r"marketing|communicat\w*|kommunikation|comms|social|privacy|datenschutz|fg|dpo|legal|recht"
    r"|juridisch|safety|drugsafety|"
    r"pharmacovigilance|nebenwirkung\w*|bijwerking\w*|medinfo|medical\w*|wellbeing|welzijn|spenden"
    r"|donat\w*|fundrais\w*|"
    r"foerderverein|forderverein|stichting|verein|vereniging|team\w*|studien?|trials?|research"
    r"|onderzoek|forschung|study|"
    r"bestell\w*|order\w*|verkauf|sales|verkoop|einkauf|kuche|kantine|catering|kueche|post|mail"
    r"|zentrale|noreply|no-reply|"
    r"newsletter|webmaster|admin|it|ict|security|betriebsrat|or|ondernemingsraad|union"
    r"|gewerkschaft|bestuur|vorstand|board|"
    r"choir|koor|chor|sport|laufgruppe|garden|museum|library|tickets?|welcome|welkom|willkommen"
    r"|frag|vraag|ask|feedback|"
    r"ideen|ideas|bestuursbureau|opendag|open-?day|congress|congres|kongress|symposium|conference"
    r"|shop|webshop|wohltat\w*)"
    r"(?:[._+-]?[a-z0-9]*)*"
)
_PRIVATE_HOSTS = re.compile(
    r"(?:gmail|googlemail|gmx|web|hotmail|outlook|live|yahoo|icloud|me|t-online|freenet|posteo"
    r"|proton|protonmail|ziggo|kpnmail|"
    r"kpn|xs4all|planet|hetnet|home|btinternet|sky|talktalk|virginmedia|aol|mailbox|postvak|privat"
    r"|prive|mail)\."
)


def find_emails(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find mail addresses of people."""
    text = reading.parsed.folded.text
    if EMAIL not in possible:
        return
    contacts = reading.context.organisation.contacts.values()
    domains = {
        _owner(address.group().rpartition("@")[2])
        for contact in contacts
        for address in EMAIL.exact.finditer(contact.lower())
    }
    for match in EMAIL.exact.finditer(text):
        box, _, domain = match.group().rpartition("@")
        if _owner(domain) in domains:
            continue
        around = read_around(text, *match.span(), 60)
        if _PRIVATE_HOSTS.match(domain) or PRIVATE.search(around) or _is_of_person(box, reading):
            yield make_hit(reading, *match.span(), "email")


def _is_of_person(box: str, reading: Reading) -> bool:
    """Say whether a mailbox is named after a person, not after a desk or a matter."""
    if _DESKS.fullmatch(box):
        return False
    knowledge = reading.policy.knowledge
    parts = [part for part in re.split(r"[._+-]|\d+", box) if part]
    if any(part in knowledge.first_names or part in knowledge.last_names for part in parts):
        return True
    known = [
        max(knowledge.lexicon.commonness(part, language) for language in LANGUAGES)
        for part in parts
    ]
    return len(parts) > 1 and min(known) < _WORD_COMMON


def _owner(domain: str) -> str:
    """Give the last two labels of a domain: who it belongs to."""
    return ".".join(domain.split(".")[-2:])

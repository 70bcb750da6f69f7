"""Numbers and addresses of one person. `certainty` is possible where only the form speaks.

A checksum alone is weak (one in eleven random numbers passes it), and the numbers people make up
for examples fail it. So the name of a number beside it ("NHS no.", "IBAN", "BSN") counts more than
its checksum. What belongs to an organisation (role mailboxes, hotlines, a fund's account, the
address of an event) is left alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberType
from stdnum import iban
from stdnum.gb import nhs
from stdnum.nl import bsn

from bot.core.model import LANGUAGES
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_NHS_DIGITS = 10
_PHONE_DIGITS = range(9, 16)
_CENTURY = 100
_WORD_COMMON = 2.5  # a part of a mailbox less common than this is rather a name
_LONGEST_DIGITS = 40  # python-stdnum converts to int and raises on very long numbers
_CONTEXT = 40  # characters around a number in which its name must stand
_WIDE = 90  # characters around a number or address that say whose it is

_SIGN = re.compile("[0-9@]")
_EMAIL = Shape(
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
_NUMBER = Shape(r"(?<![\w.])\d[\d .-]{6,20}\d(?![\w])", wider=r"\d[\d .-]{6}")
_NAMED = {
    "bsn": Shape(
        r"\bbsn\b[^\d\n]{0,20}(\d{4}[. -]?\d{2}[. -]?\d{3}|\d{3}[. -]?\d{3}[. -]?\d{3}|\d{8,9})\b"
        r"|burgerservicenummer\D{0,12}(\d{8,9})\b|sofinummer\D{0,12}(\d{8,9})\b",
        wider=r"\bbsn\b|burgerservicenummer|sofinummer",
    ),
    "nhs": Shape(
        r"\b(?:nhs|chi)(?: ?(?:no|nr|num"
        r"|number)\b\.?)?(?:'s)?[^\w\n]{0,6}(?:is )?(\d{3}[ -]?\d{3}[ -]?\d{4})\b",
        wider=r"\b(?:nhs|chi)(?:[^a-z]| ?n(?:o|r|um)|is )",
    ),
    "kvnr": Shape(
        r"\b(?:kvnr|kv-nr|versicherten-?(?:nr|nummer)|krankenversicherten-?nummer|kk-nr"
        r"|krankenkassennummer)[^\w\n]{0,8}([a-z] ?\d{3} ?\d{3} ?\d{3})\b",
        wider=r"\b(?:kvnr|kv-nr|versicherten-?n|krankenversicherten|kk-nr|krankenkassennummer)",
    ),
    "case_number": Shape(
        r"\b(?:fall-?(?:nummer|nr)|patient(?:en)?-?(?:id|nummer|nr|no|number)|patient ?(?:id|no"
        r"|number)|dossier-?(?:nummer|nr)|mrn|hospital (?:no|number)|"
        r"aufnahme-?nummer|zaaknummer|client-?nummer|casusnummer|subject (?:no|number|id)"
        r"|proband(?:en)?-?(?:nr|nummer)|proefpersoonnummer|"
        r"randomisatienummer|screening (?:no|number)|akten-?(?:zeichen|nummer)|case (?:no|number))"
        r"\.?:?\s{0,2}(?:is |lautet |war )?#?([a-z]{0,4}[-/ ]?\d[\d/-]{2,14})\b"
    ),
    "insurance": Shape(
        r"\b(?:(?:ni|n\.i\.|national insurance)(?: ?(?:no"
        r"|number)\.?)?[^\w\n]{0,4}(?:is )?([a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d])"
        r"|(?:sozialversicherungs-?(?:nummer|nr)|sv-?(?:nummer|nr)|rentenversicherungs-?(?:nummer"
        r"|nr))[^\d\n]{0,30}(\d{2} ?\d{6} ?[a-z] ?\d{3})"
        r"|(?:steuer-?(?:id|identifikationsnummer|nummer)"
        r"|idnr)[^\w\n]{0,6}(\d{2} ?\d{3} ?\d{3} ?\d{3})"
        r"|(?:personalausweis\w*|\w*ausweis|reisepass\w*|paspoort\w*|passport|ausweisnummer"
        r"|id-?kaart\w*|identiteitskaart|fuhrerschein|rijbewijs|driving licen[cs]e|relatienummer"
        r"|klantnummer|kundennummer|mitgliedsnummer|lidnummer|membership|polisnummer|policennummer"
        r"|personnel no|personalnummer|personeelsnummer|staff no)"
        r"(?:[^\d\n]{0,50}(?:nr|no|nummer|number|reads|lautet|luidt)\.?)?[^\w\n]{0,6}"
        r"((?=[a-z]{0,3}\d)(?=[a-z0-9]*\d[a-z0-9]*\d)[a-z0-9]{7,11}"
        r"|[a-z]{5} ?\d{6} ?[a-z0-9]{5}|\d{4,10}))\b",
        wider=r"[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b|sozialvers|\bsv-?n|rentenvers|steuer-?[in]|\bidnr|ausweis"
        r"|reisepass|paspoort|passport|id-?kaart|identiteitskaart|fuhrerschein|rijbewijs|driving licen"
        r"|relatienummer|klantnummer|kundennummer|mitgliedsnummer|lidnummer|membership|polisnummer"
        r"|policennummer|personnel no|personalnummer|personeelsnummer|staff no",
    ),
}
_NI = Shape(r"\b[a-ceghj-prstw-z]{2} \d{2} \d{2} \d{2} [a-d]\b")
_KVNR_NAMES = ("kvnr", "versichert", "krankenkass", "kassenkarte", "gesundheitskarte", "kk-nr")
_KVNR = Shape(r"\b[a-z]\d{9}\b")
_IBAN = Shape(
    r"\b(?:de\d{2}(?: ?\d{4}){4} ?\d{2}|nl\d{2} ?[a-z]{4}(?: ?\d{4}){2} ?\d{2}"
    r"|gb\d{2} ?[a-z]{4}(?: ?\d{4}){3} ?\d{2}|(?:at|be|ch|fr|lu|ie|pl|es"
    r"|it)\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?)\b",
    wider=r"\b(?:de|nl|gb|at|be|ch|fr|lu|ie|pl|es|it)\d\d",
)
_SORT_CODE = Shape(
    r"\bsort ?code\D{0,8}\d{2}[- ]?\d{2}[- ]?\d{2}(?:\D{0,24}\d{7,8})?|\b(?:account|acc"
    r"|a/c)(?: ?(?:no|number)\.?)?[^\w\n]{0,4}\d{8}\b"
    r"|\b\d{2}-\d{2}-\d{2}[ ,/]{1,3}\d{8}\b|\bkonto(?:nummer"
    r"|nr)?\b\D{0,30}\d{6,10}\b.{0,20}\bblz\b.{0,4}\d{3} ?\d{3} ?\d{2}",
    wider=r"\bsort ?code|\b(?:account|acc|a/c)(?: |n|[^a-z]|\d)|\d-\d\d[ ,/]|\bkonto",
)
_BIRTH = Shape(
    r"(?:\bgeb\.?|\bgeboren(?: op| am| worden am)?|\bd\.?o\.?b\.?:?|\bborn(?: on)?"
    r"|\bgeboortedatum:?(?: is)?|\bgeburtsdatum:?(?: ist)?|"
    r"\bdate of birth:?(?: is)?|\bgeburtstag:?|(?<!\w)\*)\s{0,2}"
    r"(?:\d{1,2}[./ -]\s?(?:\d{1,2}|jan\w*|feb\w*|mar\w*|mrz|maart|maerz|apr\w*|mai|mei|may|jun\w*"
    r"|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|de[cz]\w*)[./ -]{1,2}\s?((?:19|20)?\d{2}))\b",
    wider=r"(?:\bgeb\.?|\bgeboren(?: op| am| worden am)?|\bd\.?o\.?b\.?:?|\bborn(?: on)?|datum:?(?: is| ist)?"
    r"|of birth:?(?: is)?|geburtstag:?|\*)\s{0,2}\d",
)
# A full date right after two names, where a birthday or birth is spoken of.
_LISTED_BIRTH = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]+ (?:(?:van|de|der|den|von|ter|ten) ){0,2}[A-ZÄÖÜ][\wäöüß'-]+,? \(?\*? ?"
    r"(\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d{2})\b"
)
_BIRTHDAYS = Shape(r"geburtstag|geburtsdat|verjaardag|jarig|geboortedat|birthday|births?\b|dob\b")
_STREET_FIRST = Shape(
    r"\b[a-z][a-z'-]{2,24}?(?:strasse|strase|str\.|straat|weg|allee|gasse|laan|plein|gracht|kade"
    r"|gaarde|burgwal|meent|brink|hoeve|vliet|oever"
    r"|stieg|twiete|winkel|berg|"
    r"singel|dreef|hof|pad|ring|ufer|damm|steig|dijk|markt|platz|chaussee|wal|steeg|dyk|kamp|grund"
    r"|lohe|redder|burg)\s{1,2}(?!(?:19|20)\d\d\b)\d{1,4} ?[a-f]?\b(?![.:]?\d| ?(?:uhr|uur|%|euro|km|meter|jahre|jaar"
    r"|min))"
    r"|\b[a-z][a-z-]{2,20} (?:strase|strasse|str\.|weg|allee|platz|straat|laan|plein|ring"
    r"|damm)\s{1,2}\d{1,4} ?[a-f]?\b(?! ?(?:uhr|uur|%|euro|km))"
    r"|\b(?:am|im|an der|in der|auf dem|zum|zur|op de|aan de|achter de) "
    # a room, a page or a phase with its number is no street
    r"(?![a-z-]*(?:raum|saal|zimmer|halle|etage|kamer|zaal|pagina|seite|kapitel|platz|tag|woche"
    r"|spoor|gleis|lijn|linie|lokaal|fase|phase|stufe|gruppe|team|bereich|trakt)\b)"
    r"[a-z][a-z-]{3,20} \d{1,3} ?[a-f]?(?=[,.;\n]| in | hinten|$)"
    r"|\b(?:mit der|hausnummer|huisnummer|nummer|nr\.?) \d{1,3} ?[a-f]? (?:in der|in de|am|an der"
    r"|aan de|op de) [a-z][a-z-]{4,24}(?:gasse|strase|strasse|straat|weg|laan|platz|allee|ring"
    r"|gracht|kade)\b",
    wider=r"(?:strasse|strase|str\.|straat|weg|allee|gasse|laan|plein|gracht|kade|gaarde|burgwal|meent|brink"
    r"|hoeve|vliet|oever|stieg|twiete|winkel|berg|singel|dreef|hof|pad|ring|ufer|damm|steig|dijk"
    r"|markt|platz|chaussee|wal|steeg|dyk|kamp|grund|lohe|redder|burg)\s{1,2}\d"
    r"|\b(?:am|im|der|dem|zum|zur|de) [a-z-]+ \d|(?:\bder|nummer|nr\.?) \d",
)
_NUMBER_FIRST = Shape(
    r"\b(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-f]? (?:[a-z][a-z']{2,15} ){1,2}"
    r"(?:street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|st|rd|ave|court|row"
    r"|mews|walk|wynd|brae|loan|view|park|"
    r"place|square|hill|green|way|rise|end|gate|quay|cottages|bank|yard|wharf|hollow|croft)\b",
    wider=r"\d[a-f]? (?:[a-z']+ ){1,2}(?:street|road|lane|avenue|close|drive|crescent|terrace|gardens|grove|st|rd"
    r"|ave|court|row|mews|walk|wynd|brae|loan|view|park|place|square|hill|green|way|rise|end|gate"
    r"|quay|cottages|bank|yard|wharf|hollow|croft)\b",
)
# After words that say who lives or can be found there, any name with a number is an address.
_LIVES_AT = (
    re.compile(
        r"\b(?i:wohn(?:e|t|en)?|wohnhaft|zuhause|daheim|klingeln|vorbei|abholen|woon|woont|wonen"
        r"|vertrek|ophalen|langs|thuis)\b[^.!?\n\d]{0,32}?"
        r"(?P<home>(?:(?:Am|Im|An der|In der|Auf dem|Zum|Zur|Op de|Aan de) )?"
        r"(?:[A-ZÄÖÜ][a-zäöüß]+ ){1,2}\d{1,3}\b(?! (?:Uhr|uur|Jahr|jaar|km)))"
    ),
    re.compile(
        r"\b(?i:live|lives|living|surprise (?:him|her|them)|find (?:him|her|me|us)|home)\b"
        r"[^.!?\n\d]{0,8} at (?P<home>\d{1,3}[a-f]?(?: [A-Z][a-z']{2,}){1,3})"
    ),
)
# Number 31 of a street.
_NUMBER_OF = re.compile(
    r"\b(?:nummer|nr\.?|number|no\.?) \d{1,3} ?[a-f]? (?:van de|van het|in der|in de|am|an der|on)"
    r" [A-Z][a-z]{3,}(?:hof|weg|straat|laan|plein|strasse|straße|gasse|allee|pad|dreef| Street"
    r"| Road| Lane| Close)\b"
)
# What the folded text has somewhere if there are any of the two above.
_AT_HOME = Shape(
    r"wohn|zuhause|daheim|klingeln|vorbei|abholen|woon|wonen|vertrek|ophalen|langs|thuis"
    r"| at [\d\x1a]"
)
_NUMBERED = Shape(r"(?:nummer|nr\.?|number|no\.?) [\d\x1a]")
_PLATES = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ]{1,3}[- ·][A-Z]{1,2}[ -]?[1-9]\d{0,3}[HE]?"  # no plate begins with 0
    r"|[A-Z]{2}\d{2} ?[A-Z]{3}"
    r"|(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{2,3}|\d{2,3})-(?:[A-Z]{1,2}|\d{1,2}))(?![\w-])"
)
_CAR = Shape(
    r"kennzeich|nummernschild|kenteken|number ?plate|licence plate|license plate|\breg\b|\bplate\b"
    r"|\bauto\b|\bwagen\b|\bcar\b|parkplatz|geparkt|parked|"
    r"\bpark|parkeer|\bgolf\b|\bpolo\b|\bvw\b|\bbmw\b|\baudi\b|\bfiesta\b|\bcorsa\b|\bvan\b"
    r"|\bkombi\b|\btransporter\b|\bbus\b|\bbusje\b|\bvolvo\b|\btesla\b|\broller\b|zugeparkt|"
    r"\bskoda\b|\bopel\b|\btoyota\b|\bdriver\b|fahrer|bestuurder|halter|eigenaar|owner|\blicht\b"
    r"|lights"
)
_PHONE = Shape(
    r"(?<![\w./-])(?:\+\d{2}|00\d{2}|\(?0)(?:[ ()/.-]{0,3}\d){7,12}(?!\d|[.,/-]\d|\w)",
    wider=r"[+0][\d ()/.-]{7}",
)
# Numbers of services, as the numbering plan of the country has them: nobody's own.
_SERVICES = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    }
)
_MOBILES = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_REGIONS = {"de": "DE", "nl": "NL", "en": "GB"}
_OTHER_NUMBER = re.compile(
    r"(?:order|bestel\w*|ticket|charge|lot|batch|isbn|doi|nct|drks|ean|ref|artikel\w*|rechnung\w*"
    r"|factuur\w*|"
    r"invoice|case|fall\w*|dossier\w*)(?:[ -]?(?:number|nummer|nr|no)\b\.?)?[ :#.]{0,3}$"
)
_FUNCTION = re.compile(
    r"algeme(?:en|ne) (?:telefoon)?nummer|wervingsteam|general number|zentrale nummer|"
    r"hotline|helpline|help ?line|hulplijn|meldlijn|infolijn|wervingslijn|switchboard"
    r"|telefonzentrale|zentrale|centrale|telefoonnummer van (?:de|het)|"
    r"notruf|notfallnummer|alarmnummer|sorgentelefon|telefonseelsorge|samaritans|seelsorge"
    r"|giftnotruf|gifnotruf|lareb|sekretariat|secretariaat|"
    r"secretary|sprechstunde|anmeldung|empfang|receptie|reception|balie|\bdesk\b|loket|front ?desk"
    r"|bereitschaft|huisartsenpost|spoedlijn|"
    r"crisis|beratung|advice line|info-?telefon|servicetelefon|servicenummer|klantenservice"
    r"|kundenservice|customer service|bestell|reservier|"
    r"reserver|booking|bookings|box office|ticket|praxis\b|praktijk|\bsurgery\b|apotheke|apotheek"
    r"|pharmacy|durchwahl|doorkiesnummer|\bext\.?\b|extension|"
    r"geschaftsstelle|zentrum|centrum|kantoor|\boffice\b|buro\b|poli\b|afdeling|ambulanz|station"
    r"|\bward\b|stichting|museum|hotel|restaurant|"
    r"recruiting|personalabteilung|hr-|vacaturelijn|recruitment line|bewerber|dienst-?telefon"
    r"|diensthandy|dienstmobiel|werktelefoon|work phone|kostenlos|gratis|free(?:phone)?\b|24/7"
    r"|rund um die uhr|tag und nacht|dag en nacht|day and night"
)
_PRIVATE = re.compile(
    r"privat|prive|private|personal (?:number|mobile|phone|email|mail|address|account)"
    r"|\bzu ?hause\b|daheim|\bthuis\b|\bat home\b|\bmy (?:own|mobile|cell|number|home|personal"
    r"|place|house|flat|address|"
    r"account|landline|garage|drive)|\bmein(?:e|er|em|en)? (?:eigen\w+ )?(?:nummer|handy\w*"
    r"|mobil\w*|adresse|konto|haus|wohnung|tur|garage|festnetz\w*|privat\w*|whatsapp|einfahrt"
    r"|klingel|paypal)|\bm(?:ij|')n "
    r"(?:eigen )?(?:\w+ )?(?:nummer|mobiel\w*|06|adres|rekening|huis|deur|woning|garage|voordeur"
    r"|tikkie)|eigen rekening|\bbei mir\b|\bbij mij\b|\bround mine\b|\bto mine\b|\bat mine\b"
    r"|klingel|\bbel aan\b|aanbellen|brievenbus|"
    r"briefkasten|\bi live\b|\bich wohne\b|\bwohn(?:t|en)?\b|\bik woon\b|\bwoont\b|\blives\b"
    r"|\bliving at\b|schlussel|sleutel|\bkey'?s?\b|gartentor|\bgate'?s?\b|\bring the bell\b"
    r"|doorbell|knock|hinterhof|achterom|\bround the back\b|t\.n\.v|"
    r"\bsms\b|\btext me\b|\bapp me\b|appje|whatsapp|anrufen|ruf(?:t)? (?:mich |einfach )?(?:an"
    r"|durch)|bel me|bel maar|call me|ring me|ping me|meine nummer|my number|mijn nummer|wohnung"
    r"|abzuholen|abholung|ophalen|collect|pick ?up|paypal|\bown (?:e-?)?mail|\beigen (?:mail)?adres"
    r"|eigene mail|(?:'s|\bher|\bhis|\btheir) (?:own |home )?(?:landline|mobile|mail|email)\b"
    r"|\b(?:seine?|ihre?)[nmr]? (?:eigene[nrs]? )?(?:handy\w*|festnetz\w*|mobil\w*|privat\w*)"
    r"|\b(?:zijn|haar) (?:eigen )?(?:mobiel\w*|06|vaste nummer|mail\w*)"
)
_VENUE = re.compile(
    r"klinik|klinikum|krankenhaus|ziekenhuis|hospital|museum|\bsaal\b|\bhalle\b|turnhalle|gasthof"
    r"|gasthaus|hotel|restaurant|cafe\b|kneipe|pub\b|kirche|kerk|church|"
    r"chapel|kapelle|\bhall\b|zentrum|centrum|centre|theater|theatre|schule|school|gymnasium"
    r"|hochschule|universit|college|campus|buhne|buurthuis|dorpshuis|"
    r"burgerhaus|gemeindehaus|rathaus|stadhuis|town hall|library|bibliothe|bucherei|stadion"
    r"|stadium|praxis\b|praktijk|apotheke|apotheek|pharmacy|sporthal|"
    r"kongress|congres|messe\b|arena|haupteingang|eingang|ingang|entrance|filiale|vestiging"
    r"|standort|locatie|\bsite\b|office|buro\b|kantoor|gebaude|gebouw|building|werk\b|"
    r"verein|vereniging|stiftung|stichting|charity|hospice|hospiz|pflegeheim|seniorenheim"
    r"|verpleeghuis|zorgcentrum|care home|tagespflege|veranstaltung|symposium|"
    r"workshop|tag der offenen|open dag|opendag|open day|exhibition|ausstellung|tentoonstelling"
    r"|konzert|concert|\binn\b|tavern|\barms\b|\btor \d|\bgate \d|shuttle|\bbus(?:se)? |sommerfest"
    r"|zomerfeest|summer fair|sammelstelle|inzamelpunt|blutspende|bloedbank|treffpunkt|"
    r"stammtisch|fabrik|fabriek|factory|\bfete\b|bazaar|jumble|impfzentrum|prikpost|testlocatie|biergarten|brauhaus|brewery|brasserie|eetcafe"
    r"|\bbar\b|studio|galerie|gallery|markthalle|geschaftsstelle|postfach"
)
_FUND = re.compile(
    r"spendenkonto|spenden|forderverein|foerderverein|vereinskonto|stiftung|stichting|donatie"
    r"|doneren|donation|donate|charity|fund\b|fonds|giro ?555|"
    r"verenigingsrekening|kasse des|e\.v\.|gemeinnutz|collecte|hulpactie|spendenaktion|hilfsaktion"
    r"|appeal|t\.n\.v\. (?:stichting|vereniging)"
)
_OWN_ACCOUNT = re.compile(
    r"mein(?:e|em)? (?:eigenes |eigenen |privates |privat)?-?(?:konto|giro)|mijn (?:eigen )?rekening"
    r"|m'n (?:eigen )?rekening|eigen rekening|my (?:own )?account|privatkonto|priverekening|my bank"
)
_SHAPES = Shapes(
    _EMAIL,
    _IBAN,
    _SORT_CODE,
    *_NAMED.values(),
    _NI,
    _NUMBER,
    _KVNR,
    _BIRTH,
    _BIRTHDAYS,
    _PHONE,
    _STREET_FIRST,
    _NUMBER_FIRST,
    _AT_HOME,
    _NUMBERED,
    _CAR,
)


def detect_identifier(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find identifiers; `kind` and `certainty` narrow the answer."""
    if parameters:
        return narrow_hits(reading.detect("identifier"), parameters, "kind", "certainty")
    hits: list[Hit] = []
    text = reading.parsed.folded.text
    if not _SIGN.search(text):
        return hits
    possible = _SHAPES.list_possible(text)
    for find in _FINDERS if possible else ():
        for hit in find(possible, reading):
            if not any(hit.covers(other) for other in hits):
                hits.append(hit)
    return hits


def _hit(reading: Reading, start: int, end: int, kind: str, certainty: str = "clear") -> Hit:
    return Hit(*reading.parsed.folded.span(start, end), {"kind": kind, "certainty": certainty})


def _around(text: str, start: int, end: int, reach: int = _WIDE) -> str:
    return text[max(0, start - reach) : end + reach]


def _find_emails(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    if _EMAIL not in possible:
        return
    contacts = reading.context.organisation.contacts.values()
    domains = {_owner(address.rpartition("@")[2].lower()) for address in contacts}
    for match in _EMAIL.exact.finditer(text):
        box, _, domain = match.group().rpartition("@")
        if _owner(domain) in domains:
            continue
        around = _around(text, *match.span(), 60)
        if _PRIVATE_HOSTS.match(domain) or _PRIVATE.search(around) or _is_of_person(box, reading):
            yield _hit(reading, *match.span(), "email")


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


def _find_named(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for kind, shape in _NAMED.items():
        for match in shape.exact.finditer(text) if shape in possible else ():
            found = next((n for n in range(1, len(match.groups()) + 1) if match.group(n)), 0)
            yield _hit(reading, *match.span(found), kind)
    for match in _NI.exact.finditer(text) if _NI in possible else ():
        yield _hit(reading, *match.span(), "insurance")


def _find_numbered(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for match in _NUMBER.exact.finditer(text) if _NUMBER in possible else ():
        digits = re.sub(r"\D", "", match.group())
        if len(digits) > _LONGEST_DIGITS:
            continue
        around = _around(text, *match.span(), _CONTEXT)
        if len(digits) in (8, 9) and "bsn" in around and bsn.is_valid(digits.zfill(9)):
            yield _hit(reading, *match.span(), "bsn")
        elif len(digits) == _NHS_DIGITS and nhs.is_valid(digits):
            grouped = re.fullmatch(r"[1-9]\d{2}[ -]\d{3}[ -]\d{4}", match.group())
            if grouped or " nhs n" in around:
                yield _hit(reading, *match.span(), "nhs")


def _find_kvnr(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for match in _KVNR.exact.finditer(text) if _KVNR in possible else ():
        # A made-up number fails the checksum; the name of the card or number beside it decides.
        around = _around(text, *match.span(), _WIDE)
        named = any(word in around for word in _KVNR_NAMES)
        if named or is_valid_kvnr(match.group()):
            yield _hit(reading, *match.span(), "kvnr", "clear" if named else "possible")


def is_valid_kvnr(number: str) -> bool:
    """Check a German health insurance number: Luhn, with the letter as two digits."""
    digits = f"{ord(number[0].lower()) - 96:02d}{number[1:]}"
    total = 0
    for index, digit in enumerate(digits[:-1]):
        product = int(digit) * (1 + index % 2)
        total += product // 10 + product % 10
    return total % 10 == int(digits[-1])


def _find_accounts(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for shape in (_IBAN, _SORT_CODE):
        for match in shape.exact.finditer(text) if shape in possible else ():
            around = _around(text, *match.span())
            if _FUND.search(around) and not _OWN_ACCOUNT.search(around):
                continue
            known = shape is _SORT_CODE or "iban" in around or "konto" in around
            good = (
                known or "rekening" in around or iban.is_valid(match.group(), check_country=False)
            )
            yield _hit(reading, *match.span(), "iban", "clear" if good else "possible")


def _find_births(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find dates of birth of the living; a baby's card and a founder's date are none."""
    today = reading.context.date.year
    for match in _BIRTH.exact.finditer(reading.parsed.folded.text) if _BIRTH in possible else ():
        year = int(match.group(1))
        year += 0 if year >= _CENTURY else 2000 if year <= today % _CENTURY else 1900
        if today - 111 <= year <= today - 2:
            yield _hit(reading, *match.span(), "birth_date")
    if _BIRTHDAYS in possible and _BIRTHDAYS.exact.search(reading.parsed.folded.text):
        for match in _LISTED_BIRTH.finditer(reading.text):
            yield Hit(*match.span(), {"kind": "birth_date", "certainty": "clear"})


def _find_phones(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for match in _PHONE.exact.finditer(text) if _PHONE in possible else ():
        digits = re.sub(r"\D", "", match.group())
        if len(digits) not in _PHONE_DIGITS:
            continue
        if _looks_otherwise(text, match.start(), match.group()):
            continue
        line = _type_of_line(match.group(), _regions(reading, match))
        if line in _SERVICES:
            continue
        around = _around(text, *match.span())
        is_private = _PRIVATE.search(around) is not None
        if line not in _MOBILES and match.group().rstrip().endswith(("-0", "- 0", "/0")):
            continue
        if _FUNCTION.search(around) and not is_private:
            continue
        yield _hit(reading, *match.span(), "phone")


def _looks_otherwise(text: str, start: int, raw: str) -> bool:
    """Say whether a number is a date, an order, a ticket or an identifier of a thing."""
    before = text[max(0, start - 24) : start]
    return (
        _OTHER_NUMBER.search(before) is not None
        or re.search(r"\d ?$", before) is not None
        or re.fullmatch(r"0\d[.]\d{2}[.]\d{2,4}(?:[ -].*)?", raw) is not None
    )


def _regions(reading: Reading, match: re.Match[str]) -> list[str]:
    """Order the countries whose numbers may be meant: the author's, that of the language."""
    start, _ = reading.parsed.folded.span(*match.span())
    sentence = reading.parsed.sentences[reading.unit(start, "sentence")]
    countries = (reading.context.author_country, _REGIONS[sentence.language], *_REGIONS.values())
    named = ["GB" if country == "UK" else country for country in countries if country]
    return list(dict.fromkeys(named))


def _type_of_line(raw: str, regions: Sequence[str]) -> int:
    """Say what a number is in the first country where it is valid; made-up ones are unknown."""
    for region in regions:
        try:
            line = phonenumbers.number_type(phonenumbers.parse(raw, region))
        except phonenumbers.NumberParseException:
            continue
        if line != PhoneNumberType.UNKNOWN:
            return line
    return PhoneNumberType.UNKNOWN


def _find_addresses(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    text = reading.parsed.folded.text
    for shape in (_STREET_FIRST, _NUMBER_FIRST):
        for match in shape.exact.finditer(text) if shape in possible else ():
            hit = _hit(reading, *match.span(), "address")
            if not any(sign.isupper() for sign in reading.quote(hit)):
                continue
            if shape is _NUMBER_FIRST and not _is_titled(reading.quote(hit)):
                continue
            around = _around(text, *match.span())
            is_public = _VENUE.search(around) or any(
                abs(name.start - hit.start) < _WIDE for name in reading.detect("organisation")
            )
            if is_public and not _PRIVATE.search(_around(text, *match.span(), 60)):
                continue
            yield hit


def _find_homes(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find where somebody lives, told with a word that says so."""
    for expression in _LIVES_AT if _AT_HOME in possible else ():
        for match in expression.finditer(reading.text):
            yield Hit(*match.span("home"), {"kind": "address", "certainty": "clear"})
    for match in _NUMBER_OF.finditer(reading.text) if _NUMBERED in possible else ():
        yield Hit(*match.span(), {"kind": "address", "certainty": "clear"})


def _is_titled(address: str) -> bool:
    """Say whether every word of an English address is capitalised, as names of streets are."""
    return all(word[:1].isupper() or word[:1].isdigit() for word in address.split())


def _find_plates(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    if _CAR not in possible:
        return
    folded = reading.parsed.folded.text
    for match in _PLATES.finditer(reading.text):
        if not any(sign.isdigit() for sign in match.group()) or not any(
            sign.isalpha() for sign in match.group()
        ):
            continue
        if _CAR.exact.search(_around(folded, *match.span(), 60)):
            yield Hit(*match.span(), {"kind": "plate", "certainty": "clear"})


_FINDERS: tuple[Callable[[Sequence[Shape], Reading], Iterator[Hit]], ...] = (
    _find_emails,
    _find_accounts,
    _find_named,
    _find_numbered,
    _find_kvnr,
    _find_births,
    _find_phones,
    _find_addresses,
    _find_homes,
    _find_plates,
)

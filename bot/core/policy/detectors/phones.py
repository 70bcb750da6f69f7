"""Phone numbers of a person, not of a desk or a hotline."""

import re
from collections.abc import Iterator, Sequence

import phonenumbers
from phonenumbers import PhoneNumberType

from bot.core.policy.detectors.identifier_hits import PRIVATE, make_hit, read_around
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

_PHONE_DIGITS = range(9, 16)
PHONE = Shape(
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


def find_phones(possible: Sequence[Shape], reading: Reading) -> Iterator[Hit]:
    """Find phone numbers of people."""
    text = reading.parsed.folded.text
    for match in PHONE.exact.finditer(text) if PHONE in possible else ():
        digits = re.sub(r"\D", "", match.group())
        if len(digits) not in _PHONE_DIGITS:
            continue
        if _looks_otherwise(text, match.start(), match.group()):
            continue
        line = _type_of_line(match.group(), _regions(reading, match))
        if line in _SERVICES:
            continue
        around = read_around(text, *match.span())
        is_private = PRIVATE.search(around) is not None
        if line not in _MOBILES and match.group().rstrip().endswith(("-0", "- 0", "/0")):
            continue
        if _FUNCTION.search(around) and not is_private:
            continue
        yield make_hit(reading, *match.span(), "phone")


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

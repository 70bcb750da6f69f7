"""What the kinds of identifiers share: their hits, and what around one says it is private."""

import re

from bot.core.policy.reading import Hit, Reading

WIDE = 90  # characters around a number or address that say whose it is
PRIVATE = re.compile(
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


def make_hit(reading: Reading, start: int, end: int, kind: str, certainty: str = "clear") -> Hit:
    """Make a hit from a span of the folded text."""
    return Hit(*reading.parsed.folded.span(start, end), {"kind": kind, "certainty": certainty})


def read_around(text: str, start: int, end: int, reach: int = WIDE) -> str:
    """Give the text around a span."""
    return text[max(0, start - reach) : end + reach]

"""Take off what people say to us around a pasted draft: "Can I post this?", "Passt das so?"."""

import re

_LONGEST = 120  # characters of a request
_MOST_WORDS = 16
_SHORTEST_DRAFT = 3  # words; with fewer behind it, the request is a question of its own
# What a request to look at a draft speaks of, in three languages.
_ASKS = re.compile(
    r"\b(?:posten|post|poste|gepostet|ver(?:ö|oe)ffentlichen|hochladen|einstellen|raus|rausgehen"
    r"|online"
    r"|dr(?:ü|ue)ber\w*|r(?:ü|ue)ber\w*|draufschauen|anschauen|ansehen|pr(?:ü|ue)f\w*|check\w*"
    r"|gegenlesen|durchlesen|lies"
    r"|lesen|passt|entwurf|feedback|r(?:ü|ue)ckmeldung|stimmt|in ordnung|so gut|gut so"
    r"|korrigier\w*|beurteil\w*"
    r"|plaatsen|geplaatst|publiceren|meekijken|kijken|kijk|nakijken|nalezen|doorlezen|klopt"
    r"|concept|zo goed|goed zo"
    r"|beoordelen|controleren|lees|in orde|publish\w*|posted|upload|review\w*|look|read|proofread"
    r"|draft|fine|ok|okay|ok(?:é|e)"
    r"|all right|alright|safe|good to go|thoughts|correct|go out|go live|oordeel|denk je|meinst"
    r" du|you think)\b",
    re.I,
)
# With these words alone beside them, nothing of the draft itself is said.
_WORDS = frozenset(
    "darf dürfen duerfen ich wir man das dies diesen dieses diese den dem der die es so kann"
    " kannst könntest koenntest"
    " können koennen könnt würdest wuerdest magst mal bitte bitten kurz schnell eben noch einmal"
    " nochmal mir uns hier"
    " heute morgen jetzt ist wäre waere okay ok oke oké gut in ordnung geht passt stimmt text"
    " beitrag post entwurf mein"
    " meinen meinem unser unseren neuer neue neuen hallo hi hey moin guten tag danke und oder"
    " auf bei zu zum linkedin"
    " instagram facebook x twitter intern öffentlich du ihr jourfix sag was wie meinst denkst"
    " dazu davon findest"
    " hältst haltet schau schaust schaut guck guckst gucken werfen einen blick drauf darauf"
    " sehen passen raus rausgehen"
    " online gehen stellen posten poste gepostet werden veröffentlichen veroeffentlichen"
    " hochladen einstellen anschauen"
    " ansehen draufschauen gegenlesen durchlesen lies lesen feedback rückmeldung rueckmeldung"
    " folgenden folgender folgendes"
    " mag mogen ik we wij men dit deze dat het zo kan kun je jij kunnen wil wilt zou willen even"
    " alsjeblieft svp aub"
    " a.u.b voor mij me ons hier vandaag morgen nu is goed orde klopt bericht tekst concept mijn"
    " onze nieuw nieuwe dag"
    " hoi hallo goedemorgen bedankt en of op van naar plaatsen geplaatst worden publiceren"
    " delen? meekijken kijken kijk"
    " nakijken nalezen doorlezen beoordelen controleren lees wat vind denk denkt ervan hiervan"
    " eens oordeel graag het volgende"
    " can could may might should shall i we you this that it the my our new please would will do"
    " does have take a an quick"
    " look at over for me us here today tomorrow now is are be fine ok okay all right alright"
    " safe good to go out live post"
    " posted posting publish published upload review check read proofread draft text what how"
    " think about of thoughts any"
    " correct like? just hello hi hey thanks thank and or on so check- following as way".replace(
        "?", ""
    ).split()
) - {"delen", "like"}
_STEMS = re.compile(
    r"(?:dr(?:ü|ue)ber|r(?:ü|ue)ber|pr(?:ü|ue)f|check|korrigier|beurteil|review)\w*", re.I
)
_SPREADS = re.compile(
    r"\b(?:liken?|like|teilen?|weiterleiten|reposten?|delen|deel|doorsturen|share|sharing"
    r"|retweet\w*|kommentieren|reageren"
    r"|comment\w*|herzchen|hartje|duimpje|thumbs)\b",
    re.I,
)
_OPENS = re.compile(
    r"\s*(?P<said>[^\n?:]{2,120}?)\s*(?:[?:]+[\s)]*|\n\s*)(?P<rest>\S.*)", re.DOTALL
)
_CLOSES = re.compile(r"(?P<rest>.*\S)\s*\n\s*(?P<said>[^\n]{2,120}?)[\s?!.)]*", re.DOTALL)
_TO_READERS = re.compile(
    r"\b(?:meinst|denkst|findest|think|thoughts|denk|vind|lesen|lees|read|feedback)\b", re.I
)


def take_off_request(text: str) -> str:
    """Give the draft that stands beside a request to look at it; empty where there is none."""
    opening = _OPENS.fullmatch(text)
    if opening and is_request(opening["said"]) and _is_draft(opening["rest"]):
        return take_off_request(opening["rest"].strip()) or opening["rest"].strip()
    closing = _CLOSES.fullmatch(text)
    if (
        closing
        and is_request(closing["said"])
        and not _TO_READERS.search(closing["said"])
        and _is_draft(closing["rest"])
    ):
        return closing["rest"].strip()
    return ""


def is_request(said: str) -> bool:
    """Say whether a line asks us, and nobody else, to look at a draft of one's own."""
    words = re.findall(r"[^\W_]+", said.lower())
    return (
        0 < len(words) <= _MOST_WORDS
        and len(said) <= _LONGEST
        and not _SPREADS.search(said)
        and _ASKS.search(said) is not None
        and all(word in _WORDS or _STEMS.fullmatch(word) for word in words)
    )


def _is_draft(rest: str) -> bool:
    return len(re.findall(r"[^\W_]+", rest)) >= _SHORTEST_DRAFT and not is_request(
        rest.rstrip(" ?!.\n")
    )

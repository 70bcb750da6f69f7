"""Tell when somebody has nothing to tell: “What could I post about?”, “Mir fällt nichts ein”. Pure.

Only whole messages count, in whatever language: a post may begin so too.
"""

import re

_LONGEST = 160  # characters
# Said beside it, it changes nothing.
_BESIDE = re.compile(
    r"\b(?:hi|hey|hello|sorry|unfortunately|honestly|today|this (?:week|month)|(?:right )?now"
    r"|at the moment|currently|just|really|absolutely|at all|please|jourfix|well|but|and|so|then"
    r"|i m afraid|over here|here|there s|even|possibly|else|any more|for me"
    r"|(?:on|for|in) (?:linkedin|instagram|facebook|my job)|at work"
    r"|hallo|moin|guten (?:tag|morgen)|leider|gerade|grad|heute|diese woche|diesen monat"
    r"|im moment|momentan|aktuell|zurzeit|zur zeit|jetzt|mal|eigentlich|gar|überhaupt"
    r"|ueberhaupt|denn|schon|doch|noch|einfach|wirklich|also|und|aber|bitte|ehrlich gesagt|hier"
    r"|bei (?:mir|uns)|für mich|(?:auf|in|für|bei) (?:linkedin|instagram|facebook)"
    r"|hoi|goedemorgen|helaas|vandaag|deze (?:week|maand)|nu|op dit moment|momenteel|eigenlijk"
    r"|even|echt|helemaal|gewoon|nog|toch|maar|en|dus|alsjeblieft|eerlijk gezegd|bij (?:mij|ons)"
    r"|voor mij|op (?:linkedin|instagram|facebook|het werk))\b"
)
_TELL = "(?:post|write|tell|say|share|report)"
_ABOUT = f"{_TELL}(?: about)?"
_IDEAS = "(?:an idea|a topic|(?:some )?(?:ideas|inspiration|topics))"
_ENGLISH = (
    f"(?:i |i ve |i have |i ve got |i have got |there is |got )?nothing"
    f"(?: (?:new|much|interesting|special|exciting))? to {_ABOUT}",
    f"i (?:don t|do not|haven t) (?:have |got )?anything(?: (?:new|interesting))? to {_ABOUT}",
    f"what (?:could|can|should|shall|might|would|do) i {_ABOUT}",
    f"what (?:is there|s there|is) to {_ABOUT}",
    f"(?:i (?:don t|do not) know|(?:i have |i ve )?(?:got )?no (?:idea|clue)|(?:i m )?not sure)"
    f" what (?:to|i (?:could|can|should)) {_ABOUT}",
    f"i (?:can t|cannot) (?:think of|come up with) anything(?: to {_ABOUT})?",
    "(?:i have |i ve )?(?:got )?no(?: more)? (?:ideas?|inspiration)",
    "(?:i m|i am|i ve run|i have run|i ran) out of (?:ideas|inspiration)",
    "(?:do you have |have you got |got )?any (?:ideas?|inspiration)",
    f"(?:give me|i need|i m looking for) {_IDEAS}",
    "nothing (?:ever |much )?(?:happens|is happening|happened)",
    f"my (?:job|work) is (?:far )?too (?:boring|dull) to {_ABOUT}",
)
_TELL_GERMAN = (
    "(?:posten|schreiben|erzählen|erzaehlen|berichten|sagen|teilen|melden|veröffentlichen"
    "|veroeffentlichen)"
)
_IDEAS_GERMAN = "(?:eine idee|ideen|inspiration|ein thema|themen|eine anregung)"
_WHAT_GERMAN = "(?:was|worüber|worueber|über was|wovon)"
_GERMAN = (
    "(?:ich habe? |habe? ich |ich hätte |wir haben |ich |es gibt |gibt es |da gibt es )?"
    f"(?:nichts|nix)(?: (?:neues|spannendes|interessantes|besonderes))? zum? {_TELL_GERMAN}",
    f"{_WHAT_GERMAN} (?:könnte|koennte|kann|soll|sollte) ich (?:was |etwas )?{_TELL_GERMAN}",
    f"was (?:gibt es|gibt s|gibts) zu {_TELL_GERMAN}",
    "(?:ich weiss nicht|(?:ich habe? )?keine (?:ahnung|idee))"
    f" {_WHAT_GERMAN} ich {_TELL_GERMAN} (?:soll|sollte|kann|könnte)",
    "(?:ich habe? )?keine (?:ideen?|themen|inspiration|einfälle)",
    "mir (?:fällt|faellt) (?:nichts|nix) ein",
    f"(?:gib mir|ich brauche?|ich suche) {_IDEAS_GERMAN}",
    "hast du (?:eine idee|ideen|vorschläge|einen vorschlag)(?: für einen beitrag)?",
    "(?:es |da )?(?:passiert|ist) (?:nichts|nix)(?: (?:los|spannendes|besonderes))?",
    "mein (?:job|alltag|beruf) ist (?:viel )?zu langweilig"
    f"(?: (?:zum|um darüber zu) {_TELL_GERMAN}| für (?:einen beitrag|beiträge))?",
)
_TELL_DUTCH = "(?:plaatsen|posten|schrijven|vertellen|delen|zeggen|melden)"
_IDEAS_DUTCH = "(?:een idee|ideeën|ideeen|inspiratie|een onderwerp)"
_CAN_DUTCH = "(?:kunnen |moeten )?"
_DUTCH = (
    "(?:ik heb |heb ik |we hebben |er is |er valt )?(?:niets|niks)"
    f"(?: (?:nieuws|bijzonders|interessants|leuks|spannends))? te {_TELL_DUTCH}",
    f"wat (?:kan|kon|zou|moet|zal) ik {_CAN_DUTCH}{_TELL_DUTCH}",
    f"waarover (?:kan|kon|zou|moet|zal) ik {_CAN_DUTCH}(?:iets |wat )?{_TELL_DUTCH}",
    f"waar (?:kan|kon|zou|moet|zal) ik (?:het )?(?:iets |wat )?over {_CAN_DUTCH}"
    f"(?:hebben|{_TELL_DUTCH})",
    f"wat (?:valt|is) er te {_TELL_DUTCH}",
    "(?:ik )?(?:weet niet|heb geen idee|geen idee) (?:wat|waarover|waar) ik (?:over )?"
    f"(?:(?:moet|kan|zou|zal) {_CAN_DUTCH}{_TELL_DUTCH}|{_TELL_DUTCH} (?:moet|kan|zal))(?: over)?",
    "(?:ik heb )?geen (?:idee|ideeën|ideeen|inspiratie|onderwerp)",
    "ik (?:kan (?:niets|niks) bedenken|weet (?:niets|niks)(?: te bedenken)?)",
    f"(?:geef m(?:e|ij)|ik zoek) {_IDEAS_DUTCH}",
    "ik heb inspiratie nodig",
    "heb je (?:een idee|ideeën|ideeen|suggesties|een suggestie)(?: voor een bericht)?",
    "(?:er )?gebeurt (?:er )?(?:niets|niks)",
    f"mijn (?:werk|baan) is (?:veel )?te saai(?: om (?:over te|te) {_TELL_DUTCH})?",
)
_FORM = re.compile(rf"(?:{'|'.join((*_ENGLISH, *_GERMAN, *_DUTCH))})(?: |$)")


def is_out_of_ideas(text: str) -> bool:
    """Say whether a whole message tells us that its author needs an idea, or asks for one."""
    if len(text) > _LONGEST:
        return False
    said = _join_words(_BESIDE.sub(" ", _join_words(text.casefold())))
    at = 0
    while match := _FORM.match(said, at):
        at = match.end()
    return bool(said) and at == len(said)


def _join_words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text))

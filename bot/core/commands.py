"""What people write instead of pressing a button."""

import re
from collections.abc import Mapping

from bot.core.model import Language

# Each alternative is a whole message. The English ones are typed in any language, as our lists name
# them: they say nothing of who types them.
_COMMANDS: Mapping[str, Mapping[Language, tuple[str, ...]]] = {
    "my-data": {
        "de": (
            "meine daten",
            "was wei(?:ss|ß)t du (?:ueber|über|von) mi(?:r|ch)",
        ),
        "nl": ("mijn gegevens", "wat weet je (?:van|over) mij"),
        "en": ("my[ -]?data", "what do you know about me", "show my data"),
    },
    "forget-me": {
        "de": ("vergiss mich", "l(?:ö|oe)sche? (?:alles|meine daten)"),
        "nl": ("vergeet (?:mij|me)", "wis (?:alles|mijn gegevens)"),
        "en": ("forget[ -]?me", "delete (?:my data|everything)"),
    },
    "forget-draft": {
        "de": ("entwurf vergessen", "vergiss (?:den|diesen) entwurf"),
        "nl": ("vergeet (?:dit|het) concept",),
        "en": ("forget (?:this|the) draft",),
    },
    "help": {"de": ("hilfe",), "nl": ("hulp",), "en": ("help",)},
}
_COMMAND = {
    (name, language): re.compile(rf"\W*(?:jourfix )?(?:{'|'.join(forms)})\W*", re.IGNORECASE)
    for name, by_language in _COMMANDS.items()
    for language, forms in by_language.items()
}


def read_command(text: str) -> str:
    """Name the command that a text is, whole; empty where it is none."""
    return next((name for name, _ in _find_commands(text)), "")


def tell_command_language(text: str) -> Language | None:
    """Say in which language a command was typed; None: it is none, or anybody types it so."""
    return next((language for _, language in _find_commands(text) if language != "en"), None)


def _find_commands(text: str) -> list[tuple[str, Language]]:
    stripped = text.strip()
    return [known for known, form in _COMMAND.items() if form.fullmatch(stripped)]


# Small talk: whole messages of nothing but these words.
_THANKS = (
    r"danke?(?:sch(?:ö|oe)n|sehr)?|dankjewel|dankje|dankuwel|dank|merci|vielen|besten|herzlichen"
    r"|tausend"
    r"|bedankt|hartelijk|heel erg|thanks|thank you|thank u|thankyou|thx|ty|cheers|many|a lot|so"
    r" much"
)
_KIND = (
    r"dir|euch|ihnen|je|jou|u|wel|you|sehr|sch(?:ö|oe)n|alles|f(?:ü|ue)r|die|deine|hilfe|voor|de"
    r"|je hulp|hulp"
    r"|for|the|your|help|very|helpful|that|das|was|is|war|hat|mir|geholfen|hilft|hilfreich|super"
    r"|toll|klasse"
    r"|prima|perfekt|perfect|great|top|fijn|mooi|lovely|nice|again|nochmal|nogmaals|alvast|all|it"
    r"|helped"
    r"|erg|heel|geholpen|heeft|me|mij|jourfix|und|en|and|gut|goed|good|ok|oke|oké|okay|okee|ja"
    r"|yes|jaa?"
)
_AGREED = (
    r"ja|jo|jep|nein|nee|n(?:ö|oe)|doch|yes|yep|yeah|yup|no|nope|nah|ok|oke|oké|okay|okee|okidoki"
    r"|k|gut|goed"
    r"|good|fine|klar|alles klar|verstanden|in ordnung|passt|mach ich|gerne?|prima|super|top"
    r"|begrepen|is goed"
    r"|helder|komt goed|doe ik|got it|understood|sure|all right|alright|will do|great|perfect"
    r"|perfekt|genau"
    r"|precies|klopt|stimmt|cool|nice|bitte|graag|please|danach|sp(?:ä|ae)ter|later|hm+|aha|ah|oh"
    r"|so|dann|dan|then"
)
_GAP = r"[\s,.!:;)(&+-]+"


def _of_words(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{forms})(?:{_GAP}|$))+", re.IGNORECASE)


_NOTHING_BUT_THANKS, _HAS_THANKS = _of_words(f"{_THANKS}|{_KIND}"), _of_words(_THANKS)
_NOTHING_BUT_AGREED = _of_words(_AGREED)
_EMOJI_NAME = re.compile(r":[a-z0-9_+'-]+:(?::[a-z0-9_-]+:)?")  # as Slack writes them
_MOST_WORDS = 8


def read_small_talk(text: str) -> str:
    """Say what a whole message of small talk is: thanks, or press (yes, no, an emoji, "?")."""
    said = " ".join(_words_of(text))
    if not said:
        return "press" if text.strip() else ""
    if len(said.split()) > _MOST_WORDS:
        return ""
    if _NOTHING_BUT_AGREED.fullmatch(said):
        return "press"
    thanked = (
        any(_HAS_THANKS.fullmatch(word) for word in said.split()) or "thank you" in said.lower()
    )
    return "thanks" if thanked and _NOTHING_BUT_THANKS.fullmatch(said) else ""


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _EMOJI_NAME.sub(" ", text))

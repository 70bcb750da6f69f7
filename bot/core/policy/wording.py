"""Fill the placeholders of a rule's sentences; refuse unknown ones when a rule is loaded."""

import datetime
import re
from collections.abc import Mapping

from bot.core.language.days import write_day
from bot.core.language.quotation import mark_inside
from bot.core.model import Context, Language
from bot.core.policy.reading import Hit

_PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")
PLACEHOLDERS = frozenset(
    ["found", "better", "count", "product", "until", "why", "company", "topic", "hours"]
    + [f"contact.{name}" for name in ("comms", "drug_safety", "privacy", "legal")]
)
_ENDED = re.compile(r"(?:^|[.!?]\s)$")  # what stands before the first word of a sentence
_LONGEST_QUOTE = 90  # characters of the draft repeated inside a message
# Whom to ask where the organisation file names nobody.
_NOBODY: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "comms": "deine Kommunikationsabteilung",
        "drug_safety": "eure Arzneimittelsicherheit",
        "privacy": "eure Datenschutzstelle",  # reads the same as subject and object
        "legal": "eure Rechtsabteilung",
        "product": "das Produkt",
        "company": "[Firma]",
    },
    "nl": {
        "comms": "je communicatieafdeling",
        "drug_safety": "jullie afdeling geneesmiddelenveiligheid",
        "privacy": "jullie functionaris gegevensbescherming",
        "legal": "jullie juridische afdeling",
        "product": "het product",
        "company": "[organisatie]",
    },
    "en": {
        "comms": "your communications team",
        "drug_safety": "your drug safety team",
        "privacy": "your privacy officer",
        "legal": "your legal team",
        "product": "the product",
        "company": "[company]",
    },
}

# Said of what only two signals together found.
_TWO_SIGNALS: Mapping[Language, str] = {
    "de": "Bist du unsicher, lass bitte jemanden draufschauen.",
    "nl": "Twijfel je? Laat er even iemand naar kijken.",
    "en": "Not sure? Please let someone look at it.",
}


def ask_to_look(fix: str, language: Language) -> str:
    """Add to what to do that somebody should look, unless it names whom to ask anyway."""
    return fix if "{contact." in fix else f"{fix} {_TWO_SIGNALS[language]}"


def find_unknown_placeholders(text: str) -> list[str]:
    """Name the placeholders of a text that nothing fills."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in PLACEHOLDERS]


def fill_placeholders(text: str, found: str, hit: Hit, context: Context, language: Language) -> str:
    """Fill a rule's sentence for one hit. Nothing from the draft is read as a placeholder."""
    organisation = context.organisation

    def value(match: "re.Match[str]") -> str:
        name = match.group(1)
        if name.startswith("contact."):
            person = name.removeprefix("contact.")
            nobody = _NOBODY[language][person]
            if _ENDED.search(text, 0, match.start()):
                nobody = nobody[:1].upper() + nobody[1:]
            return organisation.contacts.get(person) or nobody
        if name == "found":
            return shorten(mark_inside(found, language))
        if name == "hours":
            return str(context.house_hours)
        if name == "company":
            return organisation.company or _NOBODY[language]["company"]
        filled = hit.details.get(name)
        if isinstance(filled, datetime.date):
            return write_day(filled, language)
        return str(filled) if filled is not None else _NOBODY[language].get(name, "")

    return _PLACEHOLDER.sub(value, text)


def contact_name(name: str, language: Language) -> str:
    """Say whom to ask where the organisation file names nobody."""
    return _NOBODY[language][name]


def shorten(quote: str) -> str:
    """Shorten a quotation in the middle, between words if it has any, and put it on one line."""
    line = " ".join(quote.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    half = _LONGEST_QUOTE // 2 - 1
    begin, end = line[:half], line[-half:]
    begin = begin if line[half] == " " else begin.rpartition(" ")[0] or begin
    end = end if line[-half - 1] == " " else end.partition(" ")[2] or end
    return f"{begin.rstrip()} … {end.lstrip()}"

"""How the editors' earlier words are cited, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class PrecedentWording:
    """Sentences with {when}, {sentence} and {advice}."""

    cited: Mapping[str, str]
    advice: str
    months: tuple[str, ...]


PRECEDENT_WORDINGS: Mapping[Language, PrecedentWording] = {
    "de": PrecedentWording(
        cited={
            "fine": "Ein ähnlicher Satz war im {when} für die Kommunikation in Ordnung: „{sentence}“",
            "change": "Bei einem ähnlichen Satz hat die Kommunikation im {when} um eine Änderung gebeten: „{sentence}“",
            "do-not": "Von einem ähnlichen Satz hat die Kommunikation im {when} abgeraten: „{sentence}“",
        },
        advice="Dazu hieß es: „{advice}“",
        months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember"),
    ),
    "nl": PrecedentWording(
        cited={
            "fine": "Een zin die hierop lijkt, was in {when} goed volgens communicatie: ‘{sentence}’",
            "change": "Bij een zin die hierop lijkt, vroeg communicatie in {when} om een aanpassing: ‘{sentence}’",
            "do-not": "Een zin die hierop lijkt, raadde communicatie in {when} af: ‘{sentence}’",
        },
        advice="Hun toelichting: ‘{advice}’",
        months=("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                "september", "oktober", "november", "december"),
    ),
    "en": PrecedentWording(
        cited={
            "fine": "A similar sentence was fine with the comms team in {when}: “{sentence}”",
            "change": "The comms team asked for a change to a similar sentence in {when}: “{sentence}”",
            "do-not": "The comms team advised against a similar sentence in {when}: “{sentence}”",
        },
        advice="They said: “{advice}”",
        months=("January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"),
    ),
}  # fmt: skip

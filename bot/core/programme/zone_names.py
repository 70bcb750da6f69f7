"""Say time zones as the time of a place, in three languages. Pure.

Only where German or Dutch calls a place otherwise than the tz database does it stands in a list.
"""

from collections.abc import Mapping

from bot.core.model import Language

_SAID: Mapping[Language, str] = {
    "de": "Zeit von {place}",
    "nl": "tijd van {place}",
    "en": "{place} time",
}
_PLACES: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "Algiers": "Algier", "Athens": "Athen", "Belgrade": "Belgrad", "Brussels": "Brüssel",
        "Bucharest": "Bukarest", "Cairo": "Kairo", "Chisinau": "Chișinău",
        "Copenhagen": "Kopenhagen", "Damascus": "Damaskus", "Hong Kong": "Hongkong",
        "Kolkata": "Kalkutta", "Kyiv": "Kiew",
        "Lisbon": "Lissabon", "Luxembourg": "Luxemburg", "Mexico City": "Mexiko-Stadt",
        "Moscow": "Moskau", "Prague": "Prag", "Rome": "Rom", "Sao Paulo": "São Paulo",
        "Shanghai": "Schanghai", "Singapore": "Singapur", "Tehran": "Teheran", "Tokyo": "Tokio",
        "Vatican": "Vatikan", "Vienna": "Wien", "Warsaw": "Warschau",
        "Zurich": "Zürich",
    },
    "nl": {
        "Athens": "Athene", "Belgrade": "Belgrado", "Berlin": "Berlijn",
        "Brussels": "Brussel", "Bucharest": "Boekarest", "Budapest": "Boedapest",
        "Cairo": "Caïro", "Copenhagen": "Kopenhagen",
        "Curacao": "Curaçao", "Hong Kong": "Hongkong",
        "Lisbon": "Lissabon", "London": "Londen", "Luxembourg": "Luxemburg",
        "Mexico City": "Mexico-Stad", "Moscow": "Moskou", "Paris": "Parijs", "Prague": "Praag",
        "Sao Paulo": "São Paulo", "Tehran": "Teheran",
        "Tokyo": "Tokio", "Vatican": "Vaticaanstad", "Vienna": "Wenen", "Warsaw": "Warschau",
    },
    "en": {"Sao Paulo": "São Paulo", "Curacao": "Curaçao"},
}  # fmt: skip


def name_zone(zone: str, language: Language) -> str:
    """Say a zone as the time of its place; what is no place (UTC) by its name."""
    region, _, name = zone.rpartition("/")
    if region in ("", "Etc"):
        return name
    place = name.replace("_", " ")
    return _SAID[language].format(place=_PLACES[language].get(place, place))

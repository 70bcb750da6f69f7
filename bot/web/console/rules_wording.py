"""What the pages with rules say, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class RulesWording:
    """Their words."""

    label: str
    title: str
    lead: str
    search: str
    find: str
    found: str  # {count} {wanted}
    packs: str
    rules: str  # {count}
    sign_off: str
    owner: str
    version: str
    rule: str
    message: str
    weight: str
    languages: str
    why: str
    fix: str
    source: str
    sources: str
    unverified: str
    topic: str
    examples: str
    model: str
    kinds: Mapping[str, str]
    weights: Mapping[str, str]
    all_rules: str


RULES_WORDINGS: Mapping[Language, RulesWording] = {
    "de": RulesWording(
        label="Regeln",
        title="Was Jourfix weiß",
        lead="Alle Regeln, so wie Kolleginnen und Kollegen sie lesen: Hinweis, Grund, Rat, Quelle und Beispiele.",
        search="Regeln durchsuchen",
        find="Suchen",
        found="{count} Regeln zu „{wanted}“",
        packs="Regelpakete",
        rules="{count} Regeln",
        sign_off="Freigabe durch",
        owner="Gepflegt von",
        version="Stand",
        rule="Regel",
        message="Hinweis",
        weight="Gewicht",
        languages="Sprachen",
        why="Warum",
        fix="Was hilft",
        source="Quelle",
        sources="Quellen",
        unverified="Wortlaut noch nicht geprüft: bitte mit der Rechtsabteilung klären",
        topic="Thema",
        examples="Beispiele",
        model="Das fragt Jourfix ein Sprachmodell",
        kinds={"bad": "wird gefunden", "good": "ist in Ordnung", "gap": "wird noch nicht gefunden"},
        weights={"ask": "erst fragen", "adjust": "anpassen", "consider": "bedenken"},
        all_rules="Alle Regeln",
    ),
    "nl": RulesWording(
        label="Regels",
        title="Wat Jourfix weet",
        lead="Alle regels, zoals collega’s ze lezen: melding, reden, advies, bron en voorbeelden.",
        search="Regels doorzoeken",
        find="Zoeken",
        found="{count} regels over ‘{wanted}’",
        packs="Regelpakketten",
        rules="{count} regels",
        sign_off="Akkoord door",
        owner="Bijgehouden door",
        version="Versie",
        rule="Regel",
        message="Melding",
        weight="Gewicht",
        languages="Talen",
        why="Waarom",
        fix="Wat helpt",
        source="Bron",
        sources="Bronnen",
        unverified="Tekst nog niet gecontroleerd: overleg met juridische zaken",
        topic="Onderwerp",
        examples="Voorbeelden",
        model="Dit vraagt Jourfix aan een taalmodel",
        kinds={"bad": "wordt gevonden", "good": "is prima", "gap": "wordt nog niet gevonden"},
        weights={"ask": "eerst vragen", "adjust": "aanpassen", "consider": "overwegen"},
        all_rules="Alle regels",
    ),
    "en": RulesWording(
        label="Rules",
        title="What Jourfix knows",
        lead="All rules as colleagues read them: message, reason, advice, source and examples.",
        search="Search the rules",
        find="Search",
        found="{count} rules about “{wanted}”",
        packs="Packs",
        rules="{count} rules",
        sign_off="To be signed off by",
        owner="Kept by",
        version="Version",
        rule="Rule",
        message="Message",
        weight="Weight",
        languages="Languages",
        why="Why",
        fix="What helps",
        source="Source",
        sources="Sources",
        unverified="wording not checked yet: please ask your legal team",
        topic="Topic",
        examples="Examples",
        model="What Jourfix asks a language model",
        kinds={"bad": "is found", "good": "is fine", "gap": "is not found yet"},
        weights={"ask": "ask first", "adjust": "adjust", "consider": "consider"},
        all_rules="All rules",
    ),
}

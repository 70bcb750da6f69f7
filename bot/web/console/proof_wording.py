"""What the pages of the proof of value say around the report, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class ProofPagesWording:
    """Their words."""

    label: str
    nothing: str
    all_months: str
    choose: str
    files: str
    too_busy: str
    table: str  # {title}
    entries: str
    entries_lead: str
    add: str
    month: str
    month_hint: str
    kind: str
    kind_hint: str
    followers: str
    cost: str
    amount: str
    amount_hint: str
    save: str
    remove: str
    remove_asks: str
    bad_month: str
    bad_kind: str
    bad_amount: str
    done: Mapping[str, str]


PROOF_PAGES_WORDINGS: Mapping[Language, ProofPagesWording] = {
    "de": ProofPagesWording(
        label="Wirkung",
        nothing="Noch ist kein Monat abgeschlossen. Zwei Wochen nach dem Ende des ersten Monats steht hier etwas.",
        all_months="Alles",
        choose="Zeitraum",
        files="Als Datei",
        too_busy="Gerade werden schon mehrere Dateien gemacht. Versuche es in einer Minute noch einmal.",
        table="Als Tabelle: {title}",
        entries="Kosten und Follower",
        entries_lead="Was Jourfix nicht wissen kann, trägst du hier ein. Bitte keine Beträge, die zu einer einzelnen Person gehören.",
        add="Etwas eintragen",
        month="Monat",
        month_hint="Jahr und Monat, zum Beispiel 2026-03",
        kind="Wofür",
        kind_hint="Zum Beispiel Agentur, Schulung, Technik",
        followers="Follower der Seite",
        cost="Kosten",
        amount="Zahl",
        amount_hint="Ganze Zahl: der Betrag in eurer Währung oder die Zahl der Follower",
        save="Eintragen",
        remove="Entfernen",
        remove_asks="Diesen Eintrag entfernen?",
        bad_month="Monat: Schreib ihn als Jahr und Monat, zum Beispiel 2026-03.",
        bad_kind="Wofür: Schreib ein Wort dazu, zum Beispiel Schulung.",
        bad_amount="Zahl: Schreib eine ganze Zahl bis eine Milliarde, ohne Währung.",
        done={"entered": "Eingetragen.", "removed": "Entfernt."},
    ),
    "nl": ProofPagesWording(
        label="Opbrengst",
        nothing="Er is nog geen maand afgesloten. Twee weken na het einde van de eerste maand staat hier iets.",
        all_months="Alles",
        choose="Periode",
        files="Als bestand",
        too_busy="Er worden nu al meerdere bestanden gemaakt. Probeer het over een minuut nog een keer.",
        table="Als tabel: {title}",
        entries="Kosten en volgers",
        entries_lead="Wat Jourfix niet kan weten, vul je hier in. Liever geen bedragen die bij één persoon horen.",
        add="Iets invullen",
        month="Maand",
        month_hint="Jaar en maand, bijvoorbeeld 2026-03",
        kind="Waarvoor",
        kind_hint="Bijvoorbeeld bureau, training, techniek",
        followers="Volgers van de pagina",
        cost="Kosten",
        amount="Getal",
        amount_hint="Heel getal: het bedrag in jullie munt of het aantal volgers",
        save="Invullen",
        remove="Weghalen",
        remove_asks="Deze regel weghalen?",
        bad_month="Maand: schrijf jaar en maand, bijvoorbeeld 2026-03.",
        bad_kind="Waarvoor: schrijf er een woord bij, bijvoorbeeld training.",
        bad_amount="Getal: schrijf een heel getal tot een miljard, zonder munt.",
        done={"entered": "Ingevuld.", "removed": "Weggehaald."},
    ),
    "en": ProofPagesWording(
        label="Value",
        nothing="No month is closed yet. Two weeks after the end of the first month something stands here.",
        all_months="Everything",
        choose="Period",
        files="As a file",
        too_busy="Several files are being made right now. Try again in a minute.",
        table="As a table: {title}",
        entries="Cost and followers",
        entries_lead="What Jourfix cannot know, you enter here. Please no amounts that belong to one person.",
        add="Enter something",
        month="Month",
        month_hint="Year and month, for example 2026-03",
        kind="What for",
        kind_hint="For example agency, training, technology",
        followers="Followers of the page",
        cost="Cost",
        amount="Number",
        amount_hint="A whole number: the amount in your currency, or how many followers",
        save="Enter",
        remove="Remove",
        remove_asks="Remove this entry?",
        bad_month="Month: write it as year and month, for example 2026-03.",
        bad_kind="What for: write a word, for example training.",
        bad_amount="Number: write a whole number up to a thousand million, without a currency.",
        done={"entered": "Entered.", "removed": "Removed."},
    ),
}

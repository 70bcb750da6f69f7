"""What the pages of broadcasts say beside the words that the chat has too, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class BroadcastPageWording:
    """Its words."""

    title: str
    lead: str
    new: str
    none: str
    name: str
    state: str
    whom: str
    when: str
    delivered: str
    of: str  # {delivered} {total}
    write: str
    texts: str
    text_in: str  # {language}
    hint: str  # {most}
    fallback: str
    fallback_hint: str
    audience: str
    cohort: str
    any_cohort: str
    language: str
    any_language: str
    level: str
    any_level: str
    network: str
    any_network: str
    moment: str
    moment_hint: str
    save: str
    seen_note: str
    findings: str
    preview: str
    preview_lead: str
    part: str  # {number} {count}
    ready: str
    sent_text: str
    report: str
    progress_label: str  # {done} {total}
    refreshes: str
    mistakes: str
    meanwhile: str
    sure_discard: str


BROADCAST_PAGE_WORDINGS: Mapping[Language, BroadcastPageWording] = {
    "de": BroadcastPageWording(
        title="Rundnachrichten",
        lead="Eine Nachricht an alle, die mitmachen, oder an einen Teil. Jede Person bekommt sie in ihren eigenen Zeiten.",
        new="Neue schreiben",
        none="Es gibt noch keine.",
        name="Nachricht",
        state="Stand",
        whom="An",
        when="Wann",
        delivered="Angekommen",
        of="{delivered} von {total}",
        write="Rundnachricht schreiben",
        texts="Texte",
        text_in="Text auf {language}",
        hint="Eine kurze erste Zeile mit einer Leerzeile danach wird zur Überschrift. Höchstens {most} Zeichen.",
        fallback="Wo ein Text fehlt",
        fallback_hint="Wer eine Sprache ohne Text liest, bekommt diesen, mit einem Satz dazu.",
        audience="Für wen",
        cohort="Gruppe",
        any_cohort="alle, die mitmachen",
        language="Sprache",
        any_language="jede",
        level="Erfahrung",
        any_level="jede",
        network="Netzwerk",
        any_network="jedes",
        moment="Wann",
        moment_hint="Zum Beispiel: 30.11.2026 10:00, morgen 9:30. Leer: sobald du sie abschickst. Es gilt überall die Ortszeit.",
        save="Speichern und ansehen",
        seen_note="Jeder Text wird beim Speichern geprüft.",
        findings="Was mir auffällt",
        preview="So kommt sie an",
        preview_lead="In jedem Kanal und jeder Sprache, wie sie dort steht.",
        part="Teil {number} von {count}",
        ready="Abschicken",
        sent_text="Was drinsteht",
        report="Wie weit sie ist",
        progress_label="{done} von {total} erledigt",
        refreshes="Diese Seite hält sich selbst auf dem Stand.",
        mistakes="Das ist noch nicht gespeichert:",
        meanwhile="Inzwischen hat jemand anderes gespeichert. Dein Text steht noch hier. Speicherst du noch einmal, gilt deiner.",
        sure_discard="Diesen Entwurf wirklich löschen?",
    ),
    "nl": BroadcastPageWording(
        title="Groepsberichten",
        lead="Een bericht aan iedereen die meedoet, of aan een deel. Iedereen krijgt het binnen de eigen tijden.",
        new="Nieuw bericht",
        none="Er zijn er nog geen.",
        name="Bericht",
        state="Stand",
        whom="Aan",
        when="Wanneer",
        delivered="Aangekomen",
        of="{delivered} van {total}",
        write="Groepsbericht schrijven",
        texts="Teksten",
        text_in="Tekst in het {language}",
        hint="Een korte eerste regel met een lege regel erna wordt de kop. Hoogstens {most} tekens.",
        fallback="Waar een tekst ontbreekt",
        fallback_hint="Wie een taal zonder tekst leest, krijgt deze, met een zin erbij.",
        audience="Voor wie",
        cohort="Groep",
        any_cohort="iedereen die meedoet",
        language="Taal",
        any_language="elke",
        level="Ervaring",
        any_level="elke",
        network="Netwerk",
        any_network="elk",
        moment="Wanneer",
        moment_hint="Bijvoorbeeld: 30-11-2026 10:00, morgen 9:30. Leeg: zodra je het verstuurt. Overal geldt de lokale tijd.",
        save="Opslaan en bekijken",
        seen_note="Elke tekst wordt bij het opslaan gecontroleerd.",
        findings="Wat me opvalt",
        preview="Zo komt het aan",
        preview_lead="In elk kanaal en elke taal, zoals het daar staat.",
        part="Deel {number} van {count}",
        ready="Versturen",
        sent_text="Wat erin staat",
        report="Hoe ver het is",
        progress_label="{done} van {total} klaar",
        refreshes="Deze pagina werkt zichzelf bij.",
        mistakes="Dit is nog niet opgeslagen:",
        meanwhile="Intussen heeft iemand anders opgeslagen. Jouw tekst staat hier nog. Sla je nog eens op, dan geldt de jouwe.",
        sure_discard="Dit concept echt verwijderen?",
    ),
    "en": BroadcastPageWording(
        title="Broadcasts",
        lead="One message to everybody who takes part, or to some. Each person gets it within their own hours.",
        new="Write a new one",
        none="There are none yet.",
        name="Message",
        state="State",
        whom="To",
        when="When",
        delivered="Delivered",
        of="{delivered} of {total}",
        write="Write a broadcast",
        texts="Texts",
        text_in="Text in {language}",
        hint="A short first line with an empty line after it becomes the title. At most {most} characters.",
        fallback="Where a text is missing",
        fallback_hint="Whoever reads a language without a text gets this one, with a sentence about it.",
        audience="For whom",
        cohort="Group",
        any_cohort="everybody who takes part",
        language="Language",
        any_language="any",
        level="Experience",
        any_level="any",
        network="Network",
        any_network="any",
        moment="When",
        moment_hint="For example: 30 Nov 2026 10:00, tomorrow 9:30. Empty: as soon as you send it. Everybody’s own clock counts.",
        save="Save and look at it",
        seen_note="Every text is checked when it is saved.",
        findings="What I noticed",
        preview="How it arrives",
        preview_lead="In each channel and each language, as it stands there.",
        part="Part {number} of {count}",
        ready="Send it",
        sent_text="What it says",
        report="How far it is",
        progress_label="{done} of {total} done",
        refreshes="This page keeps itself up to date.",
        mistakes="This is not saved yet:",
        meanwhile="Somebody else saved it in the meantime. Your text is still here. If you save again, yours counts.",
        sure_discard="Really delete this draft?",
    ),
}

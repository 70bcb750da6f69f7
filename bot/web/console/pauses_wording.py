"""What the pages say about rules at rest, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.house_rules.pausing import Done
from bot.core.model import Language
from bot.core.policy.pause import Mode


@dataclass(frozen=True)
class PausesWording:
    """Their words."""

    title: str  # {rule}
    lead: str
    until: str
    until_hint: str
    mode: str
    modes: Mapping[Mode, str]
    why: str
    usual_why: str  # {count}
    keep: str
    rest: str
    end: str
    resting: str
    tag: str
    rests: str  # {until}
    begun: str  # {since} {number} {author}
    begun_by_nobody: str  # {since} {number}
    second: str  # {name}
    contested: str  # {count} {days}
    share: str
    proposal: str
    never: str
    in_draft: str  # {until}
    to_draft: str
    waits_second: str  # {reason}
    waits_one: str  # {rule}
    waits_many: str  # {count}
    problems: Mapping[Done, str]


PAUSES_WORDINGS: Mapping[Language, PausesWording] = {
    "de": PausesWording(
        title="Die Regel {rule} ruhen lassen",
        lead="Sie ruht höchstens 90 Tage und gilt danach von selbst wieder. Vorher siehst du, was sich ändert; in Kraft tritt es erst mit der nächsten Fassung.",
        until="Ruht bis",
        until_hint="An diesem Tag gilt sie wieder.",
        mode="Solange",
        modes={
            "consider": "zeigt sie ihren Hinweis nur noch zum Bedenken",
            "off": "sagt sie nichts",
        },
        why="Warum?",
        usual_why="{count} Einwände in 30 Tagen",
        keep="Ruhen lassen und ausprobieren",
        rest="Diese Regel ruhen lassen",
        end="Pause beenden und ausprobieren",
        resting="Regeln, die gerade ruhen",
        tag="ruht",
        rests="Ruht bis {until}",
        begun="Seit {since}, Fassung {number} ({author})",
        begun_by_nobody="Seit {since}, Fassung {number}",
        second="bestätigt von {name}",
        contested="{count} Einwände an {days} verschiedenen Tagen, alle aus den letzten 30.",
        share="Auf zehn Entwürfe, in denen die Regel etwas fand, kommt mehr als ein Einwand.",
        proposal="Vorschlag: Lass sie ruhen, bis sie besser ist.",
        never="Diese Regel schützt Menschen oder die Prüfung selbst und ruht nie. Gib die Sätze an die Stelle weiter, die sie pflegt; eine eigene Regel bekommt eine Ausnahme („Nicht, wenn …“).",
        in_draft="Steht im Entwurf der nächsten Fassung: ruht bis {until}.",
        to_draft="Zum Entwurf",
        waits_second="Eine Fassung eurer Regeln wartet auf ein zweites Paar Augen: {reason}",
        waits_one="Gegen die Regel {rule} gibt es viele Einwände. Soll sie ruhen?",
        waits_many="Gegen {count} Regeln gibt es viele Einwände. Sollen sie ruhen?",
        problems={
            "never": "Diese Regel schützt Menschen oder die Prüfung selbst und ruht nie.",
            "gone": "Diese Regel oder ihre Pause gibt es im Entwurf nicht mehr.",
            "until": "Wähle einen Tag ab morgen, höchstens 90 Tage von heute.",
            "why": "Schreib bitte in einem Satz dazu, warum.",
            "late": "Jemand war schneller: Der Entwurf hat sich inzwischen geändert. Schick es noch einmal ab.",
            "large": "Das sind mehr Regeln, als hier Platz haben.",
        },
    ),
    "nl": PausesWording(
        title="De regel {rule} laten rusten",
        lead="De regel rust hoogstens 90 dagen en geldt daarna vanzelf weer. Je ziet eerst wat er verandert; het gaat pas in met de volgende versie.",
        until="Rust tot",
        until_hint="Op die dag geldt de regel weer.",
        mode="Zolang",
        modes={
            "consider": "geeft de regel de melding alleen nog ter overweging",
            "off": "zegt de regel niets",
        },
        why="Waarom?",
        usual_why="{count} bezwaren in 30 dagen",
        keep="Laten rusten en uitproberen",
        rest="Deze regel laten rusten",
        end="Pauze beëindigen en uitproberen",
        resting="Regels die nu rusten",
        tag="rust",
        rests="Rust tot {until}",
        begun="Sinds {since}, versie {number} ({author})",
        begun_by_nobody="Sinds {since}, versie {number}",
        second="bevestigd door {name}",
        contested="{count} bezwaren op {days} verschillende dagen, allemaal in de laatste 30.",
        share="Op tien concepten waarin de regel iets vond, komt meer dan één bezwaar.",
        proposal="Voorstel: laat de regel rusten tot hij beter is.",
        never="Deze regel beschermt mensen of de controle zelf en rust nooit. Geef de zinnen door aan wie de regel bijhoudt; een eigen regel krijgt een uitzondering (‘Niet als …’).",
        in_draft="Staat in het concept van de volgende versie: rust tot {until}.",
        to_draft="Naar het concept",
        waits_second="Een versie van jullie regels wacht op een tweede paar ogen: {reason}",
        waits_one="Tegen de regel {rule} zijn veel bezwaren. Moet die rusten?",
        waits_many="Tegen {count} regels zijn veel bezwaren. Moeten die rusten?",
        problems={
            "never": "Deze regel beschermt mensen of de controle zelf en rust nooit.",
            "gone": "Deze regel of de pauze ervan staat niet meer in het concept.",
            "until": "Kies een dag vanaf morgen, hoogstens 90 dagen vanaf vandaag.",
            "why": "Schrijf in één zin waarom.",
            "late": "Iemand was sneller: het concept is intussen gewijzigd. Verstuur het nog een keer.",
            "large": "Dit zijn meer regels dan hier passen.",
        },
    ),
    "en": PausesWording(
        title="Let the rule {rule} rest",
        lead="It rests for 90 days at most, and then counts again by itself. First you see what changes; nothing holds before the next version is published.",
        until="Rests until",
        until_hint="On this day it counts again.",
        mode="Meanwhile",
        modes={
            "consider": "its findings are only something to consider",
            "off": "it says nothing",
        },
        why="Why?",
        usual_why="{count} objections in 30 days",
        keep="Let it rest, and try",
        rest="Let this rule rest",
        end="End the pause, and try",
        resting="Rules at rest",
        tag="at rest",
        rests="Rests until {until}",
        begun="Since {since}, version {number} ({author})",
        begun_by_nobody="Since {since}, version {number}",
        second="confirmed by {name}",
        contested="{count} objections on {days} different days, all of the last 30.",
        share="For ten drafts in which the rule found something there is more than one objection.",
        proposal="Proposed: let it rest until it is better.",
        never="This rule protects people, or the check itself, and never rests. Pass the sentences on to whoever keeps it; a rule of your own gets an exception (“Not where …”).",
        in_draft="In the draft of the next version: rests until {until}.",
        to_draft="To the draft",
        waits_second="A version of your own rules waits for a second pair of eyes: {reason}",
        waits_one="The rule {rule} gets many objections. Shall it rest?",
        waits_many="{count} rules get many objections. Shall they rest?",
        problems={
            "never": "This rule protects people, or the check itself, and never rests.",
            "gone": "This rule, or its pause, is no longer in the draft.",
            "until": "Choose a day from tomorrow on, 90 days from today at most.",
            "why": "Please say in a sentence why.",
            "late": "Somebody was faster: the draft changed meanwhile. Send it once more.",
            "large": "These are more rules than fit here.",
        },
    ),
}

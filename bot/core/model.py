"""The things Jourfix talks about: organisation, context, finding, review. Values only."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["de", "nl", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "nl", "en")
COUNTRIES = ("DE", "NL", "UK", "EU")
SETTINGS = ("pharma", "hospital", "care", "patient_org")
NETWORKS = ("linkedin", "x", "facebook", "instagram")
TOPICS = (
    "rx_promotion",
    "efficacy_claim",
    "pipeline_offlabel",
    "adverse_event",
    "patient_privacy",
    "inside_information",
    "confidential",
    "disclosure",
    "third_party",
    "conduct",
    "medical_advice",
    "personal_data",
    "injection",
    "style",
)
TO_CHECKER = "injection"  # the topic of words that speak to whoever checks, not to readers


class Severity(StrEnum):
    """How heavy a finding is. The order of the members is the order of weight."""

    CONSIDER = "consider"
    ADJUST = "adjust"
    ASK = "ask"

    @property
    def weight(self) -> int:
        """0, 1 or 2, for comparing."""
        return _WEIGHTS[self]


_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}


class Verdict(StrEnum):
    """What the author hears first."""

    GO = "go"
    ADJUST = "adjust"
    ASK = "ask"


@dataclass(frozen=True)
class Product:
    """Something the organisation sells or makes. `status` is rx, otc, pipeline or device."""

    brand: str
    status: str
    inn: tuple[str, ...] = ()
    indication: str = ""
    countries: tuple[str, ...] = ()
    approved: Mapping[str, datetime.date] = field(default_factory=dict)
    described_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blackout:
    """A closed period; first and last day are inside it.

    `kind` is figures, deal or other; without terms it means the figures of a listed company.
    """

    start: datetime.date
    end: datetime.date
    why: str
    terms: tuple[str, ...] = ()
    kind: str = "figures"


@dataclass(frozen=True)
class Embargo:
    """A matter that must wait; `until` is the first free day."""

    topic: str
    terms: tuple[str, ...]
    until: datetime.date


@dataclass(frozen=True)
class OwnTag:
    """A hashtag that the organisation adds to the catalogue; `words` are what drafts say of it."""

    language: Language
    tag: str
    about: str
    words: tuple[str, ...]
    ask: str = ""


@dataclass(frozen=True)
class Site:
    """A place where the organisation works."""

    name: str
    country: str = ""
    setting: str = ""


@dataclass(frozen=True)
class Organisation:
    """The employer, as its organisation file describes it."""

    company: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    sites: tuple[Site, ...] = ()
    timezone: str = "Europe/Berlin"
    listed: bool = False
    products: tuple[Product, ...] = ()
    competitors: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    catalogue: tuple[OwnTag, ...] = ()
    handles: Mapping[str, str] = field(default_factory=dict)
    blackout: tuple[Blackout, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    contacts: Mapping[str, str] = field(default_factory=dict)
    holidays: frozenset[datetime.date] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name people use for the organisation and its sites."""
        return (self.company, *self.aliases, *(site.name for site in self.sites))


NO_ORGANISATION = Organisation(company="")


@dataclass(frozen=True)
class Context:
    """What a draft is checked for. Empty `countries` or `settings` mean all of them.

    `author_country` is where the author works, if they said so; it comes first in `countries`.
    """

    date: datetime.date
    organisation: Organisation = NO_ORGANISATION
    countries: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    role: str = "unknown"
    network: str = "linkedin"
    house_hours: int = 24
    author_country: str = ""


@dataclass(frozen=True)
class Draft:
    """Text that someone wants to post, with the context it is checked for.

    `language` is a hint, `answer_language` the language the author reads; both may be absent.
    """

    text: str
    context: Context
    id: str = ""
    language: Language | None = None
    answer_language: Language | None = None


@dataclass(frozen=True)
class Source:
    """Where a rule comes from, as a reader can look it up."""

    title: str
    section: str = ""
    address: str | None = None
    verified: bool = True


@dataclass(frozen=True)
class Finding:
    """One place in a draft that a rule speaks about. `text[start:end] == quote` in code points."""

    rule: str
    topic: str
    severity: Severity
    quote: str
    start: int
    end: int
    message: str
    why: str
    fix: str
    source: Source
    replacement: str | None = None
    by: str = "rule"


@dataclass(frozen=True)
class Skipped:
    """A check that should have run and did not."""

    check: str
    reason: str
    severity: Severity


@dataclass(frozen=True)
class Lead:
    """The author's own sentence that should come first."""

    quote: str
    why: str


@dataclass(frozen=True)
class Hook:
    """An opening line made of the draft's own material; `origin` is the sentence it comes from."""

    text: str
    style: str
    origin: str


@dataclass(frozen=True)
class Hashtag:
    """A tag worth adding, and why."""

    tag: str
    why: str


@dataclass(frozen=True)
class Note:
    """One remark of the coach. `kind` names it for tests and buttons."""

    kind: str
    text: str


@dataclass(frozen=True)
class Coaching:
    """What would make the draft better, out of the author's own words."""

    lead: Lead | None = None
    hooks: tuple[Hook, ...] = ()
    hashtags: tuple[Hashtag, ...] = ()
    preview: Mapping[str, str] | None = None
    notes: tuple[Note, ...] = ()
    question: str | None = None
    improved: str | None = None
    waits: bool = False


@dataclass(frozen=True)
class ModelUse:
    """Where a draft went to be read by a language model, and how; nothing of its text.

    `outcome` is "read", or why nothing came of it: kept, busy, budget, unusable.
    """

    outcome: str
    place: str = ""
    prompts: tuple[str, ...] = ()  # as name@version
    masked: int = 0  # places that did not leave


@dataclass(frozen=True)
class Review:
    """Verdict, findings and coaching for one draft. Holds no more of the draft than it quotes."""

    id: str
    verdict: Verdict
    language: Language
    answer_language: Language
    policy: str
    checked: tuple[str, ...]
    findings: tuple[Finding, ...]
    coaching: Coaching
    context: Context
    skipped: tuple[Skipped, ...] = ()
    off: tuple[str, ...] = ()
    model: ModelUse | None = None

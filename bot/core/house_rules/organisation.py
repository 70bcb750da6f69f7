"""The organisation's data as forms: sorts of entries, their fields, and a calendar. Pure."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.core.house_rules.form import FormComplaint
from bot.core.house_rules.house import HouseFiles
from bot.core.model import LANGUAGES, Organisation

# As the organisation file names them.
Sort = Literal["products", "embargoes", "blackout", "contacts", "hashtags", "catalogue"]
SORTS: tuple[Sort, ...] = (
    "blackout", "embargoes", "products", "contacts", "hashtags", "catalogue",
)  # fmt: skip
# line: a text. list: several, by commas. lines: several, one a line. day: 2026-11-22.
Shape = Literal["line", "list", "lines", "day", "choice"]
Fields = Mapping[str, str]  # what stands in the fields of an entry


@dataclass(frozen=True)
class Blank:
    """A field to fill in."""

    name: str
    shape: Shape = "line"
    options: tuple[str, ...] = ()
    is_needed: bool = False


TEAMS = ("comms", "drug_safety", "privacy", "legal")
BLANKS: Mapping[Sort, tuple[Blank, ...]] = {
    "blackout": (
        Blank("start", "day", is_needed=True),
        Blank("end", "day", is_needed=True),
        Blank("why"),
        Blank("kind", "choice", ("figures", "deal", "other")),
        Blank("terms", "lines"),
    ),
    "embargoes": (
        Blank("topic"),
        Blank("terms", "lines", is_needed=True),
        Blank("until", "day", is_needed=True),
    ),
    "products": (
        Blank("brand", is_needed=True),
        Blank("inn", "list"),
        Blank("status", "choice", ("rx", "otc", "pipeline", "device"), is_needed=True),
        Blank("countries", "list"),
        Blank("indication"),
        Blank("described_as", "lines"),
    ),
    "contacts": (
        Blank("team", "choice", TEAMS, is_needed=True),
        Blank("name"),
        Blank("mail"),
        Blank("phone"),
        Blank("link"),
    ),
    "hashtags": (Blank("tag", is_needed=True),),
    "catalogue": (
        Blank("tag", is_needed=True),
        Blank("language", "choice", tuple(LANGUAGES), is_needed=True),
        Blank("about", is_needed=True),
        Blank("words", "lines", is_needed=True),
        Blank("ask"),
    ),
}


class OrganisationFiles(Protocol):
    """Reads and writes the house's organisation data as entries."""

    def list_entries(self, text: str) -> Mapping[Sort, Sequence[Fields]]:
        """List the entries of each sort as their forms show them."""
        ...

    def read_added(self, text: str) -> Organisation:
        """Read them as what they mean; empty where they make no sense."""
        ...

    def put_entry(self, text: str, sort: Sort, number: int, fields: Fields) -> str:
        """Give the file with an entry in place of one, or behind all."""
        ...

    def take_entry(self, text: str, sort: Sort, number: int) -> str:
        """Give the file without an entry; empty where none is left."""
        ...

    def check_entry(
        self, files: HouseFiles, sort: Sort, number: int, fields: Fields
    ) -> FormComplaint | None:
        """Say what does not fit when an entry is put, by the loader's own words."""
        ...


def list_known(organisation: Organisation) -> Mapping[Sort, Sequence[Fields]]:
    """List what the organisation file has, as entries."""
    return {
        "blackout": [
            {
                "start": one.start.isoformat(),
                "end": one.end.isoformat(),
                "why": one.why,
                "kind": one.kind,
                "terms": "\n".join(one.terms),
            }
            for one in organisation.blackout
        ],
        "embargoes": [
            {
                "topic": one.topic,
                "terms": "\n".join(one.terms),
                "until": one.until.isoformat(),
            }
            for one in organisation.embargoes
        ],
        "products": [
            {
                "brand": one.brand,
                "inn": ", ".join(one.inn),
                "status": one.status,
                "countries": ", ".join(one.countries),
            }
            for one in organisation.products
        ],
        "contacts": [{"team": team, "name": text} for team, text in organisation.contacts.items()],
        "hashtags": [{"tag": tag} for tag in organisation.hashtags],
        "catalogue": [
            {"tag": one.tag, "language": one.language, "about": one.about}
            for one in organisation.catalogue
        ],
    }


@dataclass(frozen=True)
class Day:
    """A day of the calendar.

    Args:
        date: Which.
        is_inside: Whether it is of the month that is shown.
        closed: Why it is closed, for each closed period.
        waits: What waits on it.
        is_free: What is free from it on.
    """

    date: datetime.date
    is_inside: bool
    closed: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    is_free: tuple[str, ...] = ()


def draw_month(
    first: datetime.date, today: datetime.date, organisations: Sequence[Organisation]
) -> list[list[Day]]:
    """Draw the weeks of a month with closed periods and embargoes.

    Nobody wrote down when an embargo began: it waits from today on.
    """
    monday = first - datetime.timedelta(days=first.weekday())
    following = (first + datetime.timedelta(days=32)).replace(day=1)
    weeks = -(-(following - monday).days // 7)
    days = [monday + datetime.timedelta(days=one) for one in range(7 * weeks)]
    drawn = [_draw_day(day, first, today, organisations) for day in days]
    return [drawn[at : at + 7] for at in range(0, len(drawn), 7)]


def _draw_day(
    day: datetime.date,
    month: datetime.date,
    today: datetime.date,
    organisations: Sequence[Organisation],
) -> Day:
    blackout = [one for organisation in organisations for one in organisation.blackout]
    embargoes = [one for organisation in organisations for one in organisation.embargoes]
    named = {id(one): one.topic or ", ".join(one.terms) for one in embargoes}
    return Day(
        day,
        (day.year, day.month) == (month.year, month.month),
        tuple(one.why or one.kind for one in blackout if one.start <= day <= one.end),
        tuple(named[id(one)] for one in embargoes if today <= day < one.until),
        tuple(named[id(one)] for one in embargoes if day == one.until),
    )

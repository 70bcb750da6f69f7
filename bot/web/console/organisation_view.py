"""How the organisation's entries and its calendar are shown."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from bot.core.house_rules.organisation import Day, Fields, Sort
from bot.core.language.days import write_day
from bot.core.model import Language
from bot.web.console.organisation_wording import ORGANISATION_WORDINGS, OrganisationWording

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_SHORT = 80


def read_month(text: str, today: datetime.date) -> datetime.date:
    """Read which month is asked for; this one for anything else."""
    named = _MONTH.fullmatch(text)
    return datetime.date(int(named[1]), int(named[2]), 1) if named else today.replace(day=1)


def list_turns(first: datetime.date) -> Mapping[str, str]:
    """Give the addresses of the months before and after."""
    before = (first - datetime.timedelta(days=1)).replace(day=1)
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    return {"earlier": f"?month={before:%Y-%m}", "later": f"?month={after:%Y-%m}"}


def tell_entry(sort: Sort, fields: Fields, language: Language) -> tuple[str, str]:
    """Name an entry, and say the rest of it on a line."""
    wording = ORGANISATION_WORDINGS[language]
    shown = {
        name: wording.options.get(text, text) if name in ("status", "kind", "team") else text
        for name, text in fields.items()
    }
    shown |= {
        name: write_day(datetime.date.fromisoformat(fields[name]), language)
        for name in ("start", "end", "until")
        if name in fields
    }
    terms = _shorten(shown.get("terms", ""))
    match sort:
        case "blackout":
            when = wording.until.format(first=shown["start"], last=shown["end"])
            return when, _join((shown["why"] or shown["kind"], terms))
        case "embargoes":
            free = f"{wording.fields['until']} {shown['until']}"
            return shown["topic"] or terms, _join((free, terms if shown["topic"] else ""))
        case "products":
            return shown["brand"], _join((shown["inn"], shown["status"], shown["countries"]))
        case "contacts":
            told = (shown.get(name, "") for name in ("name", "mail", "phone", "link"))
            return shown["team"], _join(told)
        case "hashtags":
            return _name_tag(shown), ""
        case "catalogue":
            return f"{_name_tag(shown)} ({shown['language'].upper()})", shown["about"]


def tell_weeks(
    weeks: Sequence[Sequence[Day]], today: datetime.date, wording: OrganisationWording
) -> list[list[dict[str, object]]]:
    """Tell a page what stands on each day of a month."""
    return [[_tell_day(day, today, wording) for day in week] for week in weeks]


def list_month(weeks: Sequence[Sequence[Day]], language: Language) -> list[str]:
    """List in words what the calendar shows, each once, with its days of this month."""
    wording = ORGANISATION_WORDINGS[language]
    days = [day for week in weeks for day in week if day.is_inside]
    told: list[str] = []
    for form, named in (
        (wording.closed, [(day, one) for day in days for one in day.closed]),
        (wording.waits, [(day, one) for day in days for one in day.waits]),
    ):
        for what in dict.fromkeys(one for _, one in named):
            spans = [write_day(day.date, language) for day, one in named if one == what]
            until = wording.until.format(first=spans[0], last=spans[-1])
            told.append(f"{form.format(what=what)} ({until})")
    return told


def _tell_day(day: Day, today: datetime.date, wording: OrganisationWording) -> dict[str, object]:
    looks = {"closed": day.closed, "waits": day.waits, "free": day.is_free}
    look = [name for name, there in looks.items() if there]
    look += ["now"] if day.date == today else []
    look += [] if day.is_inside else ["outside"]
    forms = {"closed": wording.closed, "waits": wording.waits, "free": wording.free}
    told = [forms[name].format(what=one) for name, there in looks.items() for one in there]
    return {
        "number": day.date.day,
        "iso": day.date.isoformat(),
        "look": " ".join(look),
        "told": "; ".join(told),
        "is_free": bool(day.is_free),
    }


def _name_tag(shown: Fields) -> str:
    return f"#{shown['tag'].removeprefix('#')}"


def _shorten(lines: str) -> str:
    line = ", ".join(lines.splitlines())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]} …"


def _join(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)

"""The organisation's data between the forms of the desk and the YAML of its file."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.errors import ContentError
from bot.core.house_rules.form import FormComplaint
from bot.core.house_rules.organisation import BLANKS, SORTS, Blank, Fields, Sort
from bot.files.contacts import CONTACT_KEYS
from bot.files.entries import Entry, make_plain, parse_yaml
from bot.files.house_form import write_yaml
from bot.files.organisation import read_additions

_FILE = "organisation.yaml"


def list_entries(text: str) -> Mapping[Sort, Sequence[Fields]]:
    """List the entries of each sort as their forms show them."""
    listed = _read(text)
    return {
        sort: [_show(one, BLANKS[sort]) for one in listed[sort]]
        for sort in SORTS
    }  # fmt: skip


def put_entry(text: str, sort: Sort, number: int, fields: Fields) -> str:
    """Give the file with an entry in place of one, or behind all; what no form shows stays."""
    listed = _read(text)
    there = listed[sort]
    before = there[number] if 0 <= number < len(there) else {}
    made = {**before, **{one.name: _make(fields.get(one.name, ""), one) for one in BLANKS[sort]}}
    entry = {name: value for name, value in made.items() if value not in ("", [], None)}
    if before:
        there[number] = entry
    else:
        there.append(entry)
    return _write(listed)


def take_entry(text: str, sort: Sort, number: int) -> str:
    """Give the file without an entry; empty where none is left."""
    listed = _read(text)
    if 0 <= number < len(listed[sort]):
        del listed[sort][number]
    return _write(listed)


def check_entry(text: str, sort: Sort, number: int, fields: Fields) -> FormComplaint | None:
    """Say what does not fit when an entry is put, by the loader's own words."""
    listed = _read(text)[sort]
    if sort == "contacts":
        teams = [one.get("team") for at, one in enumerate(listed) if at != number]
        if fields.get("team") in teams:
            hint = "Change that one, or choose another team."
            return FormComplaint("team", "there is a contact for this team already", hint)
    written = put_entry(text, sort, number, fields)
    try:
        read_additions(written)
    except ContentError as error:
        at = number if 0 <= number < len(listed) else len(listed)
        return FormComplaint(_name_field(written, sort, at, error), error.problem, error.hint)
    return None


def _read(text: str) -> dict[Sort, list[dict[str, Any]]]:
    """Read the file as entries that are mappings: a contact with its team, a tag with its name."""
    plain = make_plain(parse_yaml(text.encode(), _FILE))
    found = plain if isinstance(plain, dict) else {}
    listed: dict[Sort, list[dict[str, Any]]] = {}
    for sort in SORTS:
        there: Any = found.get(sort) or ({} if sort == "contacts" else [])
        match sort:
            case "contacts":
                listed[sort] = [
                    {"team": team, **(value if isinstance(value, dict) else _name_contact(value))}
                    for team, value in there.items()
                ]
            case "hashtags":
                listed[sort] = [{"tag": str(one)} for one in _list(there)]
            case _:
                listed[sort] = [dict(one) for one in _list(there)]
    return listed


def _name_contact(text: object) -> dict[str, str]:
    return {"mail" if "@" in str(text) and " " not in str(text) else "name": str(text)}


def _write(listed: Mapping[Sort, Sequence[Mapping[str, Any]]]) -> str:
    made: dict[str, Any] = {}
    for sort in SORTS:
        match sort:
            case "contacts":
                made[sort] = {
                    one.get("team", ""): {key: one[key] for key in CONTACT_KEYS if key in one}
                    for one in listed[sort]
                }
            case "hashtags":
                made[sort] = [one.get("tag", "") for one in listed[sort]]
            case _:
                made[sort] = list(listed[sort])
    kept = {sort: value for sort, value in made.items() if value}
    return write_yaml(kept) if kept else ""


def _show(entry: Mapping[str, Any], blanks: Sequence[Blank]) -> Fields:
    shown = {}
    for blank in blanks:
        value = entry.get(blank.name, "")
        between = ", " if blank.shape == "list" else "\n"
        told = between.join(map(str, value)) if isinstance(value, list) else str(value or "")
        shown[blank.name] = told
    return shown


def _make(text: str, blank: Blank) -> str | list[str] | datetime.date:
    match blank.shape:
        case "lines":
            return [line.strip() for line in text.splitlines() if line.strip()]
        case "list":
            return [part.strip() for part in text.split(",") if part.strip()]
        case "day":
            return _read_day(text)
        case _:
            return " ".join(text.split())


def _read_day(text: str) -> str | datetime.date:
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        return text.strip()  # the loader says what is wrong with it


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name_field(text: str, sort: Sort, number: int, error: ContentError) -> str:
    """Name the field of the entry that made a line of the file; empty where it is none alone."""
    if "has no" in error.problem:
        return ""
    there = parse_yaml(text.encode(), _FILE).value[sort]
    values = list(there.value.values()) if sort == "contacts" else there.value
    entry: Entry = values[number]
    if not isinstance(entry.value, dict):
        return "tag" if entry.line == error.line else ""
    named = [
        key
        for key, value in entry.value.items()
        if (value.key_line or value.line) <= error.line
    ]  # fmt: skip
    return named[-1] if named and error.line >= entry.line else ""

"""Read whom to ask: as a text, or by name, mail, phone and link."""

import re
from collections.abc import Iterable, Mapping

from bot.files.entries import Entry, refuse_unknown_keys

CONTACTS = ("comms", "drug_safety", "privacy", "legal")
CONTACT_KEYS = ("name", "mail", "phone", "link")
_MAIL = re.compile(r"[^\s@,;()<>]{1,64}@[^\s@,;()<>]{1,190}\.[^\s@,;()<>.]{2,}")
_PHONE = re.compile(r"\+?[\d][\d ()/.-]{2,30}")
_LINK = re.compile(r"https?://[^\s<>\"]{3,300}")
_LONGEST_NAME = 80


def read_contacts(entry: Entry | None) -> Mapping[str, str]:
    """Read the contacts as they stand in a sentence: “Ada Blum (social@acme.example, 030 12)”."""
    if entry is None:
        return {}
    fields = entry.mapping("contacts")
    refuse_unknown_keys(fields, CONTACTS, "contacts")
    return {team: _read_contact(value, team) for team, value in fields.items()}


def _read_contact(entry: Entry, team: str) -> str:
    if not isinstance(entry.value, dict):
        return entry.text(team)
    fields = entry.mapping(team)
    refuse_unknown_keys(fields, CONTACT_KEYS, "a contact")
    told = [_read_part(fields[key], key) for key in CONTACT_KEYS if key in fields]
    if not told:
        raise entry.refuse("this contact has no “mail”", "Add a mail address, a phone or a link.")
    return _join(told)


def _read_part(entry: Entry, key: str) -> str:
    text = " ".join(entry.text(key).split())
    match key:
        case "mail" if not _MAIL.fullmatch(text):
            raise entry.refuse(
                f"“{text[:60]}” is no mail address", "Write it as social@acme.example."
            )
        case "phone" if not _PHONE.fullmatch(text):
            raise entry.refuse(f"“{text[:60]}” is no phone number", "Write it as +49 30 1234.")
        case "link" if not _LINK.fullmatch(text):
            raise entry.refuse(f"“{text[:60]}” is no address", "Begin it with https://.")
        case "name" if len(text) > _LONGEST_NAME:
            raise entry.refuse("the name is too long", f"At most {_LONGEST_NAME} characters fit.")
        case _:
            return text


def _join(told: Iterable[str]) -> str:
    first, *others = told
    return f"{first} ({', '.join(others)})" if others else first

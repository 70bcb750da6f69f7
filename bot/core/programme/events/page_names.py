"""The names of the pages that give an event to a calendar: only we can make one. Pure."""

import hmac
import re

_NAME = re.compile(r"([0-9a-f]{8})-(de|nl|en)-([0-9a-f]{32})", re.ASCII)
_BYTES = 16


def sign_page(key: bytes, event: str, language: str) -> str:
    """Name the page of an event in a language."""
    return f"{event}-{language}-{_sign(key, event, language)}"


def read_page(key: bytes, name: str) -> tuple[str, str] | None:
    """Read event and language out of a name; None: nobody of us made it."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    event, language, signature = found.groups()
    if not hmac.compare_digest(signature, _sign(key, event, language)):
        return None
    return event, language


def _sign(key: bytes, event: str, language: str) -> str:
    message = f"calendar/{event}/{language}".encode()
    return hmac.digest(key, message, "sha256")[:_BYTES].hex()

"""What Teams takes of the texts and icons of an app, by the schema of its manifest."""

import re
from collections.abc import Mapping

_LONGEST = (
    (r"name\.short", 30),
    (r"name\.full", 100),
    (r"description\.short", 80),
    (r"description\.full", 4000),
    (r"bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title", 128),
    (r"bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.description", 4000),
    (r"composeExtensions\[0\]\.commands\[\d\]\.title", 32),
    (r"composeExtensions\[0\]\.commands\[\d\]\.description", 128),
)
_SIZES = {"color.png": 192, "outline.png": 32}
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def list_text_faults(texts: Mapping[str, object], english: Mapping[str, object]) -> list[str]:
    """List what is wrong with the texts of one language, beside those of English."""
    faults = [f"“{name}” is missing" for name in english if name not in texts]
    faults += [f"there is no “{name}” in the manifest" for name in texts if name not in english]
    for name, text in texts.items():
        if name == "$schema":
            continue
        longest = next((most for form, most in _LONGEST if re.fullmatch(form, name)), 0)
        if not isinstance(text, str) or not text.strip():
            faults.append(f"“{name}” is empty")
        elif len(text) > longest:
            faults.append(f"“{name}” has {len(text)} characters; Teams takes {longest}")
    return faults


def list_icon_faults(name: str, icon: bytes) -> list[str]:
    """List what is wrong with an icon: it is a PNG of a certain size."""
    side = _SIZES[name].to_bytes(4, "big")
    if icon.startswith(_PNG + side + side):
        return []
    return [f"this is no PNG of {_SIZES[name]} x {_SIZES[name]} pixels"]

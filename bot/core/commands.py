"""What people write instead of pressing a button."""

import re
from collections.abc import Mapping

# Each alternative is a whole message.
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "my-data": (
        "my[ -]?data",
        "meine daten",
        "was wei(?:ss|ß)t du (?:ueber|über|von) mir|was wei(?:ss|ß)t du (?:ueber|über) mich",
        "mijn gegevens",
        "wat weet je (?:van|over) mij",
        "what do you know about me",
        "show my data",
    ),
    "forget-me": (
        "forget[ -]?me",
        "vergiss mich",
        "vergeet (?:mij|me)",
        "l(?:ö|oe)sche? (?:alles|meine daten)",
        "wis (?:alles|mijn gegevens)",
        "delete (?:my data|everything)",
    ),
    "forget-draft": (
        "entwurf vergessen",
        "vergiss (?:den|diesen) entwurf",
        "vergeet (?:dit|het) concept",
        "forget (?:this|the) draft",
    ),
    "help": ("help", "hilfe", "hulp"),
}
_COMMAND = {
    name: re.compile(rf"\W*(?:jourfix )?(?:{'|'.join(forms)})\W*", re.IGNORECASE)
    for name, forms in _COMMANDS.items()
}


def read_command(text: str) -> str:
    """Name the command that a text is, whole; empty where it is none."""
    stripped = text.strip()
    return next((name for name, form in _COMMAND.items() if form.fullmatch(stripped)), "")

"""The language that a browser asks for."""

from bot.core.model import LANGUAGES, Language


def read_language(value: str | None) -> Language | None:
    """Read one of our languages; None for everything else."""
    return next((known for known in LANGUAGES if known == value), None)


def read_accepted(header: str) -> Language:
    """Give the first of our languages in an Accept-Language header, else English."""
    for part in header[:200].split(","):
        known = read_language(part.split(";")[0].strip()[:2].lower())
        if known:
            return known
    return "en"

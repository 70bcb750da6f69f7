"""Choose the language of an answer from what a platform tells of a person's own."""

from bot.core.commands import tell_command_language
from bot.core.language.words import detect_language
from bot.core.model import Language

_READ = 2_000  # characters that tell a text's language


def choose_language(locale: str, text: str) -> Language | None:
    """Choose the language of an answer: the person's platform, unless that is only its default.

    A platform is English until somebody changes it, so English says little of who writes German,
    were it no more than “Hilfe”.
    """
    for known in ("de", "nl"):
        if locale.lower().startswith(known):
            return known
    written = tell_command_language(text[:_READ]) or detect_language(text[:_READ])
    return written or ("en" if locale.lower().startswith("en") else None)

"""Turn an error into a sentence with a reference number. The sentence never holds the error."""

import secrets

from bot.core.coaching.wording import WORDINGS
from bot.core.message import Message, Paragraph
from bot.core.model import Language


def make_reference() -> str:
    """Make a short number that stands in the log beside the error and in the person's message."""
    return secrets.token_hex(3).upper()


def apologise(reference: str, language: Language) -> Message:
    """Say that something went wrong, in the person's language."""
    text = WORDINGS[language].trouble.format(reference=reference)
    return Message("trouble", text, (Paragraph(text),), language)

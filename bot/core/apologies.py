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


def name_place(error: BaseException) -> str:
    """Give file and line where an error was raised: what a log may hold of it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
    return f"{file}:{trace.tb_lineno}"

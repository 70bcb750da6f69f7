"""Files that come with a message: they are the draft, and a few words beside them are about it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.core.language.words import detect_language
from bot.core.message import Incoming, Message, Paragraph
from bot.core.model import Language

MOST_FILES = 3
LARGEST_FILE = 2_000_000  # bytes
DOCUMENTS = (".txt", ".docx")  # how the names of files end that we can read
_LONGEST_NOTE = 160  # characters beside a file that are about it, and no draft
_LONGEST = 40_000
_READ = 2_000  # characters that tell a text's language
File = TypeVar("File")

_UNREAD: Mapping[Language, str] = {
    "de": "Diese Datei kann ich hier nicht lesen. Füg den Text bitte direkt hier im Chat ein.",
    "nl": "Dit bestand kan ik hier niet lezen. Plak de tekst gewoon hier in de chat.",
    "en": "I can't read this file here. Please paste the text straight into the chat.",
}


async def read_files(
    incoming: Incoming, files: Sequence[File], read: Callable[[File], Awaitable[str | None]]
) -> tuple[list[Message], Incoming | None]:
    """Read the files of a message.

    Args:
        incoming: The message, with the words beside the files.
        files: What came with it; of many only the first are read.
        read: Reads one; None where nobody can.

    Returns:
        The sentence about what could not be read, if anything; and the message with the draft that
        the files hold, None where nothing of it is left to answer.
    """
    read_here = [await read(file) for file in files[:MOST_FILES]]
    texts = [text for text in read_here if text is not None]
    refusals = [_say_unread(incoming.language or "en")] if len(texts) < len(read_here) else []
    if read_here:
        incoming = _add_texts(incoming, texts)
    is_empty = not (incoming.text.strip() or incoming.pictures)
    return refusals, None if refusals and is_empty else incoming


def _add_texts(incoming: Incoming, texts: Sequence[str]) -> Incoming:
    """Add the texts of files to what was written; they take the place of a note about them."""
    is_note = len(incoming.text.strip()) <= _LONGEST_NOTE
    pieces = texts if is_note else (incoming.text, *texts)
    whole = "\n\n".join(pieces).strip()[:_LONGEST]
    language = incoming.language or detect_language(whole[:_READ])
    return replace(incoming, text=whole, language=language)


def _say_unread(language: Language) -> Message:
    return Message("unread-file", _UNREAD[language], (Paragraph(_UNREAD[language]),), language)

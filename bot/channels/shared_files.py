"""Files that come with a message: a text is the draft, a table may hold numbers of posts.

A few words beside a text are about it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.core.errors import DraftUnreadableError
from bot.core.language.surrogates import replace_surrogates
from bot.core.language.words import detect_language
from bot.core.message import LONGEST_NOTE, Incoming, Message, Paragraph, SharedFile
from bot.core.model import Language

MOST_FILES = 3
LARGEST_FILE = 2_000_000  # bytes
LARGEST_TABLE = 4_000_000  # bytes, as large as whoever reads it takes; of a larger one comes more
DOCUMENTS = (".txt", ".docx")  # how the names of files end that we can read
TABLES = (".xlsx", ".xlsm", ".xls", ".csv")
_LONGEST = 40_000
_READ = 2_000  # characters that tell a text's language
File = TypeVar("File")
ReadDocument = Callable[[str, bytes], str]
Fetch = Callable[[int], Awaitable[bytes | None]]  # takes at most so many bytes, and one more

_UNREAD: Mapping[Language, str] = {
    "de": "Diese Datei kann ich hier nicht lesen. Füg den Text bitte direkt hier im Chat ein.",
    "nl": "Dit bestand kan ik hier niet lezen. Plak de tekst gewoon hier in de chat.",
    "en": "I can't read this file here. Please paste the text straight into the chat.",
}
_UNFETCHED: Mapping[Language, str] = {
    "de": "Diese Tabelle kommt hier nicht bei mir an. Du kannst die Zahlen unter „Meine Beiträge“"
    " eintippen.",
    "nl": "Deze tabel komt hier niet bij me aan. Je kunt de cijfers intypen bij ‘Mijn berichten’.",
    "en": "This table doesn't reach me here. You can type the numbers in under “My posts”.",
}


@dataclass(frozen=True)
class Unread:
    """A file that could not be fetched, or is of no kind that we read."""

    is_table: bool = False


Read = str | SharedFile | Unread


async def read_file(name: str, fetch: Fetch, read_document: ReadDocument) -> Read:
    """Read a file by its name: a text at once, a table as it came."""
    if name.lower().endswith(TABLES):
        data = await fetch(LARGEST_TABLE)
        if data is None:
            return Unread(is_table=True)
        return SharedFile(replace_surrogates(name), data)
    content = await fetch(LARGEST_FILE)
    if content is None or len(content) > LARGEST_FILE:
        return Unread()
    try:
        return read_document(name, content)
    except DraftUnreadableError:
        return Unread()


async def read_files(
    incoming: Incoming, files: Sequence[File], read: Callable[[File], Awaitable[Read]]
) -> tuple[list[Message], Incoming | None]:
    """Read the files of a message.

    Args:
        incoming: The message, with the words beside the files.
        files: What came with it; of many only the first are read.
        read: Reads one.

    Returns:
        The sentences about what could not be read, if anything; and the message with the draft and
        the tables that the files hold, None where nothing of it is left to answer.
    """
    found = [await read(file) for file in files[:MOST_FILES]]
    texts = [one for one in found if isinstance(one, str)]
    tables = tuple(one for one in found if isinstance(one, SharedFile))
    unread = dict.fromkeys(one for one in found if isinstance(one, Unread))
    refusals = [_say_unread(one, incoming.language or "en") for one in unread]
    if texts or unread:
        incoming = _add_texts(incoming, texts)
    incoming = replace(incoming, files=tables)
    is_empty = not (incoming.text.strip() or incoming.pictures or tables)
    return refusals, None if refusals and is_empty else incoming


def _add_texts(incoming: Incoming, texts: Sequence[str]) -> Incoming:
    """Add the texts of files to what was written; they take the place of a note about them."""
    is_note = len(incoming.text.strip()) <= LONGEST_NOTE
    pieces = texts if is_note else (incoming.text, *texts)
    whole = "\n\n".join(pieces).strip()[:_LONGEST]
    language = incoming.language or detect_language(whole[:_READ])
    return replace(incoming, text=whole, language=language)


def _say_unread(unread: Unread, language: Language) -> Message:
    sentence = (_UNFETCHED if unread.is_table else _UNREAD)[language]
    return Message("unread-file", sentence, (Paragraph(sentence),), language)

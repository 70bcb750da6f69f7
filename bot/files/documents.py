"""Read the text of a document that somebody sent: plain text or Word. Hostile until read.

A Word file is an archive: how much comes out of it is limited before it is unpacked, and its XML is
read without any reference to the outside.
"""

import io
import zipfile
from xml.etree import ElementTree
from xml.parsers import expat

from bot.core.errors import DraftUnreadableError

LARGEST = 2_000_000  # bytes of a document, and of what a Word file holds
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_BREAKS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": "\t"}


def read_document(name: str, content: bytes) -> str:
    """Give the text of a .txt or .docx file.

    Raises:
        DraftUnreadableError: it is neither, is too large or is broken.
    """
    if len(content) > LARGEST:
        raise DraftUnreadableError("The file is too large. Paste the text instead.")
    if name.lower().endswith(".docx"):
        return _read_word(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftUnreadableError("The file is no UTF-8 text. Paste the text instead.") from error


def _read_word(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_BODY) as body:
            xml = body.read(LARGEST + 1)
        if len(xml) > LARGEST or b"<!DOCTYPE" in xml[:1000]:
            raise DraftUnreadableError("The Word file is too large. Paste the text instead.")
        root = ElementTree.fromstring(xml)  # noqa: S314 - no DOCTYPE, so no entities
    except (
        zipfile.BadZipFile, KeyError, ElementTree.ParseError, expat.ExpatError, OSError,
        RuntimeError, NotImplementedError, ValueError,
    ) as error:  # fmt: skip
        raise DraftUnreadableError("The Word file is broken. Paste the text instead.") from error
    return "\n".join(_read_paragraph(one) for one in root.iter(f"{_WORD}p"))


def _read_paragraph(paragraph: ElementTree.Element) -> str:
    pieces = []
    for part in paragraph.iter():
        if part.tag == f"{_WORD}t":
            pieces.append(part.text or "")
        else:
            pieces.append(_BREAKS.get(part.tag, ""))
    return "".join(pieces)

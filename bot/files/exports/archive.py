"""Look into an .xlsx before anything reads it: it is an archive, and archives can lie and swell.

Python's zipfile never gives more of an entry than the archive announces, so that the sum of what is
announced bounds what comes out. What goes on is XML with cells: no styles (openpyxl is slow with
them and stumbles over those of other programs), no pictures, no macros. Without styles a day is the
number that it is in the file; its column tells that it is a day.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from bot.core.programme.numbers import ExportRefused

_MOST_ENTRIES = 200
_LARGEST_INSIDE = 24_000_000  # bytes of all entries; a thousand posts take about one million
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HAS_FORMULA = re.compile(rb"<(?:[A-Za-z]\w{0,20}:)?f[\s>/]")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")  # XML in UTF-16, which no spreadsheet writes
_LEFT_OUT = ("styles.xml", "theme1.xml")


@dataclass(frozen=True)
class Inspected:
    """A workbook with nothing but its cells, and whether some are formulas."""

    data: bytes = field(repr=False)
    has_formulas: bool


def inspect_archive(data: bytes) -> Inspected | ExportRefused:
    """Give what a reader needs of a workbook, or why it is not read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _refuse(archive) or _copy(archive)
    except (
        zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, RuntimeError,
        NotImplementedError, OverflowError, MemoryError, IndexError,
    ):  # fmt: skip
        return ExportRefused("broken")


def _refuse(archive: zipfile.ZipFile) -> ExportRefused | None:
    entries = archive.infolist()
    names = {entry.filename.casefold() for entry in entries}
    if len(entries) > _MOST_ENTRIES or sum(one.file_size for one in entries) > _LARGEST_INSIDE:
        return ExportRefused("too-large-inside", limit=_LARGEST_INSIDE // 1_000_000)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return ExportRefused("password")
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        return ExportRefused("macros")
    if "xl/workbook.xml" not in names:
        return ExportRefused("unknown-kind")
    if len(names) < len(entries) or any(entry.compress_type not in _METHODS for entry in entries):
        return ExportRefused("broken")
    return None


def _copy(archive: zipfile.ZipFile) -> Inspected | ExportRefused:
    copy, has_formulas = io.BytesIO(), False
    with zipfile.ZipFile(copy, "w") as kept:
        for entry in archive.infolist():
            name = entry.filename.casefold()
            if not name.endswith((".xml", ".rels")) or name.endswith(_LEFT_OUT):
                continue
            xml = archive.read(entry)
            if xml.startswith(_WIDE) or _DECLARES.search(xml):
                return ExportRefused("broken")
            if name == "[content_types].xml" and b"macroenabled" in xml.lower():
                return ExportRefused("macros")
            has_formulas |= "/worksheets/" in name and bool(_HAS_FORMULA.search(xml))
            kept.writestr(entry.filename, xml)
    return Inspected(copy.getvalue(), has_formulas)

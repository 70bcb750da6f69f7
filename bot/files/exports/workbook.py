"""Open a workbook, .xlsx or .xls, as sheets of plain cells; or say why not.

The reading itself happens in a process of its own (workbook_child.py says why). It ends after two
seconds of computing, whatever the file is; on a busy machine these may take longer by the clock.
"""

import datetime
import json
import signal
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from bot.core.errors import SettingsError
from bot.core.programme.number_tables import EMPTY_FORMULA, Cell, Sheet
from bot.core.programme.numbers import ExportRefused, RefusalReason
from bot.files.exports.archive import Inspected, inspect_archive
from bot.files.exports.workbook_child import MISSING, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHILD = Path(__file__).with_name("workbook_child.py")
_SECONDS = 10
_CPU = getattr(signal, "SIGXCPU", None)  # neither is on Windows
_KILLED = getattr(signal, "SIGKILL", None)
_DAY_ZERO = {1900: datetime.date(1899, 12, 30), 1904: datetime.date(1904, 1, 1)}
_LIMITS = {
    "too-many-sheets": MOST_SHEETS,
    "too-many-rows": MOST_ROWS,
    "too-many-columns": MOST_COLUMNS,
}
# Names of streams inside an OLE file, which keeps them in UTF-16.
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MACROS = ("_VBA_PROJECT".encode("utf-16-le"), "_VBA_PROJECT_CUR".encode("utf-16-le"))
# The first record of a workbook (BOF, version 8, of the whole book), and the one of a password.
_BEGINNING, _FILE_PASS, _FIRST_RECORDS = b"\x09\x08\x10\x00\x00\x06\x05\x00", 0x2F, 8
_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def open_workbook(data: bytes) -> Sequence[Sheet] | ExportRefused:
    """Give the sheets of a workbook.

    Raises:
        SettingsError: this installation lacks what reads workbooks.
    """
    inspected = inspect_archive(data) if data.startswith(ZIP) else _inspect_old(data)
    if isinstance(inspected, ExportRefused):
        return inspected
    told = _ask_child(inspected)
    return told if isinstance(told, ExportRefused) else _read_sheets(told)


def _inspect_old(data: bytes) -> Inspected | ExportRefused:
    if _PACKAGE in data or _is_locked(data):
        return ExportRefused("password")
    if any(name in data for name in _MACROS):
        return ExportRefused("macros")
    if not any(name in data for name in _BOOKS):
        return ExportRefused("unknown-kind")  # Word's and Outlook's files begin alike
    return Inspected(data, has_formulas=False)


def _is_locked(data: bytes) -> bool:
    """Say whether a password locks an .xls: among its first records, one says how it is locked."""
    place = data.find(_BEGINNING)
    for _ in range(_FIRST_RECORDS if place >= 0 else 0):
        if place + 4 > len(data):
            break
        kind, length = struct.unpack_from("<HH", data, place)
        if kind == _FILE_PASS:
            return True
        place += 4 + length
    return False


def _ask_child(inspected: Inspected) -> Mapping[str, Any] | ExportRefused:
    try:
        child = subprocess.run(  # noqa: S603 - our own program, no shell, no word of the file
            [
                sys.executable,
                "-I",
                str(_CHILD),
                "formulas" if inspected.has_formulas else "results",
            ],
            input=inspected.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ExportRefused("too-slow")
    if child.returncode:
        return _explain(child.returncode)
    try:
        told = json.loads(child.stdout)
    except ValueError:
        return ExportRefused("broken")
    if "refused" in told:
        reason: RefusalReason = next(
            (known for known in get_args(RefusalReason) if known == told["refused"]), "broken"
        )
        return ExportRefused(reason, limit=_LIMITS.get(reason, 0))
    return dict(told)


def _explain(status: int) -> ExportRefused:
    """Say what ended the child: its time, its memory, or a crash.

    Raises:
        SettingsError: it could not begin, which no file can bring about.
    """
    if status == MISSING:
        raise SettingsError("Workbooks cannot be read: install openpyxl and python-calamine.")
    if status > 0:
        raise SettingsError(f"Workbooks cannot be read: {sys.executable} does not start.")
    if -status in (_CPU, _KILLED):
        return ExportRefused("too-slow")
    return ExportRefused("too-large-inside" if -status == signal.SIGABRT else "broken")


def _read_sheets(told: Mapping[str, Any]) -> Sequence[Sheet]:
    first_day = _DAY_ZERO[told["epoch"]]
    return [
        Sheet(name, [[_read_cell(cell) for cell in row] for row in rows], first_day)
        for name, rows in told["sheets"]
    ]


def _read_cell(cell: object) -> Cell:
    if isinstance(cell, dict):
        day = cell.get("day")
        return datetime.date.fromisoformat(day) if day else EMPTY_FORMULA
    return cell if isinstance(cell, (str, int, float)) else None

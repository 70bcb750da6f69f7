"""Read the cells of a workbook; run as a program of its own, by bot/files/exports/workbook.py.

A hostile workbook can make a reader crash or swallow all memory: openpyxl takes seconds for some
megabytes of empty cells, and calamine makes a table as large as its farthest cell, so that one
kilobyte ends the process (measured with openpyxl 3.1.5 and python-calamine 0.9.1). Here that ends
nothing but this: it has little memory, little time, no settings, and nothing to say but cells.

It imports nothing of ours. The workbook comes on standard input, JSON goes to standard output:
{"sheets": [[name, rows]], "epoch": 1900 or 1904}, or {"refused": why}. A cell is a text, a number,
null, {"day": "2026-11-22"}, or {"formula": true} for a formula without a result.
"""

import contextlib
import datetime
import io
import json
import sys
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

MOST_SHEETS = 20
MOST_ROWS = 5_000  # that are not empty, a sheet
MOST_COLUMNS = 64
MOST_CHARACTERS = 4_000_000
LONGEST_CELL = 4_000
MISSING = 3  # how we end where a library is not installed
_FARTHEST_ROW = 20_000
_MEMORY = 768 * 1024 * 1024
_CPU_SECONDS = 2


class Refusal(Exception):  # noqa: N818 - it is an answer
    """This workbook is not read; the reason is its text."""


def limit_ourselves() -> None:
    """Bound memory and time, where the system can."""
    with contextlib.suppress(ImportError):  # Windows: the caller's time limit has to do
        import resource  # noqa: PLC0415 - not everywhere

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read_new(data: bytes, *, has_formulas: bool) -> dict[str, Any]:
    """Read an .xlsx; formulas are never worked out, their last results are taken."""
    sys.modules["numpy"] = None  # type: ignore[assignment]  # half of its time to start, unused
    import openpyxl  # noqa: PLC0415 - 0.1 s, which an .xls need not wait for

    def load(*, data_only: bool) -> Any:  # noqa: ANN401 - openpyxl's workbook
        return openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False
        )

    book = load(data_only=True)
    if len(book.sheetnames) > MOST_SHEETS:
        raise Refusal("too-many-sheets")
    formulas = load(data_only=False) if has_formulas else None
    budget = Budget()
    sheets = []
    for sheet in book.worksheets:
        rows: Iterator[Sequence[Any]] = _iterate(sheet)
        if formulas is not None:
            both = zip(rows, _iterate(formulas[sheet.title]), strict=False)
            rows = (_mark_empty(results, written) for results, written in both)
        sheets.append([sheet.title, list(budget.take(rows))])
    is_old = getattr(book.epoch, "year", 1900) == 1904
    return {"sheets": sheets, "epoch": 1904 if is_old else 1900}


def _iterate(sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401 - openpyxl's sheet
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    rows: Iterator[Sequence[Any]] = sheet.iter_rows(
        max_row=_FARTHEST_ROW, max_col=MOST_COLUMNS + 1, values_only=True
    )
    return rows


def _mark_empty(results: Sequence[Any], written: Sequence[Any]) -> list[Any]:
    padded = [*written, *[None] * (len(results) - len(written))]
    return [
        _Empty() if result is None and text is not None else result
        for result, text in zip(results, padded, strict=False)
    ]


class _Empty:
    """A formula without a result."""


def read_old(data: bytes) -> dict[str, Any]:
    """Read an .xls."""
    import python_calamine  # noqa: PLC0415 - an .xlsx does without it

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(book.sheet_names) > MOST_SHEETS:
            raise Refusal("too-many-sheets")
        budget = Budget()
        sheets = []
        for number, name in enumerate(book.sheet_names):
            sheet = book.get_sheet_by_index(number)
            if sheet.width > MOST_COLUMNS:
                raise Refusal("too-many-columns")
            if sheet.height > _FARTHEST_ROW:
                raise Refusal("too-many-rows")
            first_column = sheet.start[1] if sheet.start else 0
            rows = ([None] * min(first_column, MOST_COLUMNS) + row for row in sheet.iter_rows())
            sheets.append([name, list(budget.take(rows))])
    except python_calamine.PasswordError as error:
        raise Refusal("password") from error
    return {"sheets": sheets, "epoch": 1900}


class Budget:
    """How much may still be read, over all sheets."""

    def __init__(self) -> None:
        self._left = MOST_CHARACTERS

    def take(self, rows: Iterator[Sequence[Any]]) -> Iterator[list[Any]]:
        """Give the rows that are not empty, written as JSON can hold them."""
        kept = 0
        for row in rows:
            cells = [_write(cell) for cell in row]
            while cells and cells[-1] in (None, ""):
                cells.pop()
            if not cells:
                continue
            kept += 1
            self._left -= sum(len(cell) if isinstance(cell, str) else 8 for cell in cells)
            if len(cells) > MOST_COLUMNS:
                raise Refusal("too-many-columns")
            if kept > MOST_ROWS or self._left < 0:
                raise Refusal("too-many-rows")
            yield cells


def _write(cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    if isinstance(cell, _Empty):
        return {"formula": True}
    if isinstance(cell, datetime.datetime):
        return {"day": cell.date().isoformat()}
    if isinstance(cell, datetime.date):
        return {"day": cell.isoformat()}
    if isinstance(cell, str):
        return cell[:LONGEST_CELL]
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return cell if cell == cell and abs(cell) < 1e15 else str(cell)  # noqa: PLR0124 - not NaN
    return None if cell is None else str(cell)[:LONGEST_CELL]


def main() -> None:
    """Read what comes in, say what is in it."""
    limit_ourselves()
    warnings.simplefilter("ignore")
    data = sys.stdin.buffer.read()
    try:
        is_new, has_formulas = data[:2] == b"PK", sys.argv[1:] == ["formulas"]
        told = json.dumps(read_new(data, has_formulas=has_formulas) if is_new else read_old(data))
    except Refusal as refusal:
        told = json.dumps({"refused": str(refusal)})
    except MemoryError:
        told = '{"refused": "too-large-inside"}'
    except ImportError:
        sys.exit(MISSING)
    except BaseException:  # noqa: BLE001 - whatever a hostile file makes them raise, also panics
        told = '{"refused": "broken"}'
    sys.stdout.write(told)


if __name__ == "__main__":
    main()

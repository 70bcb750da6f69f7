"""The numbers of a report as CSV and XLSX. No cell can become a formula: text stays text."""

import csv
import io
from collections.abc import Iterator

import xlsxwriter

from bot.core.programme.proof.telling import Told, ToldReport

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
Cell = str | int


def write_csv(report: ToldReport) -> bytes:
    """Write one row a value; a text that a spreadsheet would compute gets an apostrophe before."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in _list_rows(report):
        rows.writerow([_guard(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(report: ToldReport) -> bytes:
    """Write a workbook: all values on one sheet, what they mean on another."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Jourfix")
        for number, row in enumerate(_list_rows(report)):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell)
                else:
                    sheet.write_string(number, column, cell, head if number == 0 else None)
        sheet.set_column(0, 1, 34)
        sheet.set_column(2, 4, 18)
        sheet.freeze_panes(1, 0)
        told = book.add_worksheet(report.wording.means)
        words = report.wording
        names = (words.figure, words.formula, words.means, words.means_not, words.people)
        for column, name in enumerate((*names[:4], "")):
            told.write_string(0, column, name, head)
        for number, one in enumerate(report.figures, start=1):
            sentences = (one.title, one.formula, one.means, one.means_not, one.note)
            for column, sentence in enumerate(sentences):
                told.write_string(number, column, sentence, wrap)
        told.set_column(0, 4, 42)
    return target.getvalue()


def _list_rows(report: ToldReport) -> Iterator[tuple[Cell, ...]]:
    words = report.wording
    yield (words.figure, f"{words.months} / {words.part}", words.value, "", words.up_to)
    for one in report.figures:
        if one.value:
            yield (one.title, report.period, one.value, "", "")
        for row in one.rows:
            yield (one.title, row.label, _plain(one, row.value), row.shown, row.more)


def _plain(one: Told, value: int) -> Cell:
    return "" if one.is_times else value


def _guard(text: str) -> str:
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return f"'{line}" if text.startswith(_FORMULA) else line

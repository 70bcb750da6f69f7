"""Make export files as the programs make them that people have: each in its own way."""

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

Row = Sequence[object]
Sheets = Mapping[str, Sequence[Row]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

POST = "https://www.linkedin.com/feed/update/urn:li:activity:{}"
# Numbers of real form: the day on which each was given out is in it.
DECEMBER_12 = 7405104007691563008
DECEMBER_14 = 7406100249858990080
DECEMBER_16 = 7406535690785632256


def make_number(day: datetime.date, hour: int = 12) -> int:
    """Make the number of a post given out on a day."""
    moment = datetime.datetime(day.year, day.month, day.day, hour, tzinfo=datetime.UTC)
    return int(moment.timestamp() * 1000) << 22


def make_excel(sheets: Sheets, *, first_year: int = 1900) -> bytes:
    """Make a workbook as Excel does: shared strings, dates as numbers with a format."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    if first_year == 1904:
        book.epoch = CALENDAR_MAC_1904
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def make_libreoffice(sheets: Sheets) -> bytes:
    """Make a workbook with texts in their cells and no word of its size, as converters do."""
    parts = {}
    for number, rows in enumerate(sheets.values(), 1):
        lines = []
        for top, row in enumerate(rows, 1):
            cells = "".join(_write_inline(cell) for cell in row)
            lines.append(f'<row r="{top}">{cells}</row>')
        parts[f"xl/worksheets/sheet{number}.xml"] = _wrap_sheet("".join(lines))
    return make_package(sheets, parts)


def _write_inline(cell: object) -> str:
    if cell is None:
        return "<c/>"
    if isinstance(cell, (int, float)):
        return f"<c><v>{cell}</v></c>"
    text = escape(str(cell))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def make_google(sheets: Sheets) -> bytes:
    """Make a workbook as Google Sheets does: shared strings, everything a text, a wide empty rest."""
    strings: list[str] = []
    parts = {}
    for number, rows in enumerate(sheets.values(), 1):
        lines = []
        for top in range(1, 201):
            row = rows[top - 1] if top <= len(rows) else ()
            cells = []
            for column in range(26):
                place = f"{chr(ord('A') + column)}{top}"
                value = row[column] if column < len(row) else None
                if value is None:
                    cells.append(f'<c r="{place}" s="1"/>')
                else:
                    strings.append(str(value))
                    cells.append(f'<c r="{place}" s="1" t="s"><v>{len(strings) - 1}</v></c>')
            lines.append(f'<row r="{top}">{"".join(cells)}</row>')
        parts[f"xl/worksheets/sheet{number}.xml"] = _wrap_sheet("".join(lines))
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{items}</sst>'
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><fills><fill/></fills>'
        "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        "<cellXfs><xf/><xf/></cellXfs></styleSheet>"
    )
    return make_package(sheets, parts)


def _wrap_sheet(rows: str) -> str:
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def make_package(sheets: Sheets, parts: Mapping[str, str]) -> bytes:
    """Put the parts of a workbook together."""
    names = list(enumerate(sheets, 1))
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in names
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number, _ in names
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_SHEET}.worksheet+xml"/>'
        for number, _ in names
    )
    for part, kind in (("sharedStrings", "sharedStrings"), ("styles", "styles")):
        if f"xl/{part}.xml" in parts:
            related += f'<Relationship Id="{part}" Type="{_OFFICE}/{kind}" Target="{part}.xml"/>'
            kinds += f'<Override PartName="/xl/{part}.xml" ContentType="{_SHEET}.{kind}+xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        **parts,
    }
    return make_zip(files)


def make_zip(files: Mapping[str, str | bytes]) -> bytes:
    """Make an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def change_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """Put another content into a part of a workbook, or a new part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return make_zip({**files, name: content})


def read_part(data: bytes, name: str) -> str:
    """Give a part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def make_xls(sheets: Sheets) -> bytes:
    """Make a workbook of the old kind."""
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write(number, column, value, day)
                elif value is not None:
                    sheet.write(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def make_csv(
    rows: Sequence[Row], mark: str = ";", coding: str = "utf-8", bom: bytes = b""
) -> bytes:
    """Make a CSV file; no cell needs quotes."""
    lines = (mark.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return bom + "\r\n".join(lines).encode(coding)


def member_sheets(
    engaged: Sequence[Row], seen: Sequence[Row], days: Sequence[Row] = ()
) -> dict[str, Sequence[Row]]:
    """Lay out a member's export: rows of link, day, number for each of the two tables."""
    head = ["Post URL", "Post Publish Date", "Engagements", None]
    head += ["Post URL", "Post Publish Date", "Impressions"]
    rows: list[Row] = [["Maximum of 50 posts available to include in this list"], [], head]
    for number in range(max(len(engaged), len(seen))):
        left = list(engaged[number]) if number < len(engaged) else [None] * 3
        right = list(seen[number]) if number < len(seen) else [None] * 3
        rows.append([*left, None, *right])
    return {
        "DISCOVERY": [["Overall Performance", ""], ["Impressions", "4,500"]],
        "ENGAGEMENT": [["Date", "Impressions", "Engagements"], *days],
        "TOP POSTS": rows,
        "FOLLOWERS": [["Total followers", "812"], [], ["Date", "New followers"]],
        "DEMOGRAPHICS": [
            ["Top Demographics", "Value", "Percentage"],
            ["Job titles", "Nurse", "< 1%"],
        ],
    }


PAGE_HEAD = (
    "Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date",
    "Campaign start date", "Campaign end date", "Audience", "Impressions",
    "Views (Excluding offsite video views)", "Offsite Views", "Clicks", "Click through rate (CTR)",
    "Likes", "Comments", "Reposts", "Follows", "Engagement rate", "Content Type",
)  # fmt: skip


def page_sheets(posts: Sequence[Mapping[str, object]]) -> dict[str, Sequence[Row]]:
    """Lay out a page's export: a description above the headers."""
    described = ["The post's first words" if head == "Post title" else "" for head in PAGE_HEAD]
    rows = [[post.get(head) for head in PAGE_HEAD] for post in posts]
    return {
        "Metrics": [
            ["Impressions over time"],
            ["Date", "Impressions (organic)"],
            ["11/01/2026", 5],
        ],
        "All posts": [described, list(PAGE_HEAD), *rows],
    }

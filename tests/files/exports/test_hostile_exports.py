"""Whatever is dropped into the chat: a value, soon, and never an exception."""

import datetime
import io
import random
import resource
import struct
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.programme.numbers import ExportRefused, NumbersRead, PostNumbers
from bot.files.exports.reading import LARGEST, ExportReader
from tests.files.exports.builders import (
    DECEMBER_16,
    POST,
    change_part,
    make_csv,
    make_excel,
    make_google,
    make_libreoffice,
    make_xls,
    make_zip,
    member_sheets,
    read_part,
)

Refuse = Callable[..., ExportRefused]
Read = Callable[..., NumbersRead]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"
LINK = POST.format(DECEMBER_16)
GOOD = make_excel({"Mine": [["Link", "Impressions"], [LINK, 5]]})
ENOUGH = 3.0  # seconds of computing: two for the reader, the rest for what is around it


def count_seconds() -> float:
    """Count what we and the processes that we started have computed; others' work is not in it."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def soon() -> Iterator[None]:
    before = count_seconds()
    yield
    assert count_seconds() - before < ENOUGH


def test_nothing_is_refused_as_empty(refuse: Refuse) -> None:
    for data in (b"", b"  \r\n", b"\xef\xbb\xbf", b"\x00" * 50):
        assert refuse(data).reason == "empty"


def test_a_large_file_is_refused_unread(refuse: Refuse) -> None:
    refused = refuse(b"Link;Impressions\n" + b"x" * LARGEST)
    assert (refused.reason, refused.limit) == ("too-large", 4)


@pytest.mark.parametrize("data", [
    b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n....", b"\x01\x02\x03\x04 impressions", b"\x81\x8d\x8f Link;Impressions",
    make_zip({"word/document.xml": "<w/>"}), make_zip({"a.txt": "x"}),
    make_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") * 50,
])  # fmt: skip
def test_other_kinds_of_files_are_named_so(refuse: Refuse, data: bytes) -> None:
    assert refuse(data).reason == "unknown-kind"


@pytest.mark.parametrize("data", [
    b"<html><table><tr><td>Post URL</td></tr></table></html>", b"\xef\xbb\xbf\n <!DOCTYPE html><p>Sign in",
    b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
])  # fmt: skip
def test_a_web_page_with_another_name_is_known(refuse: Refuse, data: bytes) -> None:
    assert refuse(data, "export.xls").reason == "web-page"


def test_a_layout_that_we_do_not_know_says_what_we_looked_for(
    refuse: Refuse, reader: ExportReader
) -> None:
    refused = refuse(make_excel({"Holidays": [["Name", "From"], ["Ada", "1.5."]], "Rooms": []}))
    assert refused.reason == "unknown-layout"
    assert refused.found == ("Holidays", "Rooms")
    assert refused.looked_for == (
        "TOP POSTS", "PERFORMANCE", "All posts", "Link", "Title", "Impressions", "Reactions",
    )  # fmt: skip
    german = reader.read_export("x.csv", b"Name;Von\nAda;1.5.", "de")
    assert isinstance(german, ExportRefused)
    assert german.looked_for[-4:] == ("Link zum Beitrag", "Titel", "Impressionen", "Reaktionen")
    assert german.found == ("Name", "Von")


@pytest.mark.parametrize("cut", [10, 60, 300, -30, -1])
def test_a_broken_archive_is_refused(refuse: Refuse, cut: int) -> None:
    assert refuse(GOOD[:cut]).reason == "broken"


@pytest.mark.parametrize("xml", [
    "", "<worksheet", "<worksheet><sheetData><row></sheetData></worksheet>", "not xml", f"<worksheet {MAIN}>&amp",
    f'<worksheet {MAIN}><sheetData><row r="x"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    f'<worksheet {MAIN}><sheetData><row r="1"><c r="??" t="s"><v>99999</v></c></row></sheetData></worksheet>',
])  # fmt: skip
def test_a_broken_sheet_is_refused(refuse: Refuse, xml: str) -> None:
    assert refuse(change_part(GOOD, SHEET, xml)).reason in ("broken", "unknown-layout")


def test_an_entity_is_refused(refuse: Refuse) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet {MAIN}>&l9;</worksheet>'
    with soon():
        assert refuse(change_part(GOOD, SHEET, bomb)).reason == "broken"
        assert refuse(change_part(GOOD, SHEET, bomb.encode("utf-16"))).reason == "broken"


def test_a_password_is_named_so(refuse: Refuse) -> None:
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\x00" * 1024
        + "EncryptedPackage".encode("utf-16-le")
    )
    assert refuse(ole).reason == "password"
    locked = bytearray(GOOD)
    place = locked.index(b"PK\x01\x02")
    locked[place + 8] |= 1  # the flag of the first entry
    assert refuse(bytes(locked)).reason == "password"


def test_a_password_of_the_old_kind_is_named_so(refuse: Refuse) -> None:
    data = bytearray(make_xls({"All posts": [["Post link"], [LINK]]}))
    place = data.index(struct.pack("<HH", 0x5C, 112))  # WRITEACCESS becomes FILEPASS
    data[place : place + 2] = struct.pack("<H", 0x2F)
    assert refuse(bytes(data)).reason == "password"


def test_macros_are_refused(refuse: Refuse) -> None:
    assert refuse(change_part(GOOD, "xl/vbaProject.bin", b"macro")).reason == "macros"
    kinds = read_part(GOOD, "[Content_Types].xml").replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"
    )
    assert refuse(change_part(GOOD, "[Content_Types].xml", kinds)).reason == "macros"
    old = make_xls({"All posts": [["_VBA_PROJECT_CUR"]]}) + "_VBA_PROJECT_CUR".encode("utf-16-le")
    assert refuse(old).reason == "macros"


def test_an_archive_that_swells_is_refused(refuse: Refuse) -> None:
    with soon():
        assert refuse(change_part(GOOD, SHEET, b" " * 30_000_000)).reason == "too-large-inside"
        many = make_zip({f"xl/{number}.xml": "" for number in range(300)})
        assert refuse(many).reason == "too-large-inside"


def test_an_archive_that_lies_of_its_size_is_refused(refuse: Refuse) -> None:
    data = bytearray(change_part(GOOD, SHEET, b" " * 3_000_000))
    size = struct.pack("<L", 3_000_000)
    place = 0
    while (place := data.find(size, place)) >= 0:
        data[place : place + 4] = struct.pack("<L", 10)
        place += 4
    with soon():
        assert refuse(bytes(data)).reason == "broken"


def fill_sheet(inner: str) -> bytes:
    return change_part(GOOD, SHEET, f"<worksheet {MAIN}><sheetData>{inner}</sheetData></worksheet>")


@pytest.mark.parametrize("data", [
    fill_sheet('<row r="1">' + "<c/>" * 5_000_000 + "</row>"),
    change_part(
        make_google({"Mine": [["Link", "Impressions"]]}), "xl/sharedStrings.xml",
        f"<sst {MAIN}>" + "<si><t>a</t></si>" * 1_300_000 + "</sst>",
    ),
])  # fmt: skip
def test_a_workbook_that_takes_long_is_given_up(refuse: Refuse, data: bytes) -> None:
    with soon():
        assert refuse(data).reason in ("too-slow", "too-large-inside", "unknown-layout")


ODD_CELLS = [
    '<c r="A1" t="d"><v>2026-13-45</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>',
    '<c r="A1" s="99999"><v>46329</v></c><c r="A1"><v>1e308</v></c><c r="B1"><v>-0</v></c>',
    '<c r="ZZZ1"><v>1</v></c>', '<c r="A1" t="s"><v>-1</v></c>', '<c r="A1" t="strange"><v>x</v></c>',
    f'<c r="A1"><v>{"9" * 5_000}</v></c>', '<c r="A1"><f t="array" ref="A1:B2">1</f></c>',
    '<c r="A1"><f t="shared" si="0" ref="A1:XFD1048576">A1</f></c><c r="B1"><f t="shared" si="0"/></c>',
    '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row><row r="-5"><c r="A1"/>',
]  # fmt: skip


@pytest.mark.parametrize("cells", ODD_CELLS)
def test_odd_cells_give_a_value(reader: ExportReader, cells: str) -> None:
    with soon():
        outcome = reader.read_export("x", fill_sheet(f'<row r="1">{cells}</row>'), "en")
    assert isinstance(outcome, NumbersRead | ExportRefused)


def test_styles_that_take_long_are_not_read(read: Read) -> None:
    styles = f"<styleSheet {MAIN}><cellXfs>" + "<xf/>" * 1_000_000 + "</cellXfs></styleSheet>"
    with soon():
        assert len(read(change_part(GOOD, "xl/styles.xml", styles)).posts) == 1


def test_a_cell_far_away_costs_nothing(read: Read, refuse: Refuse) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with soon():
        outcome = read(
            change_part(GOOD, SHEET, read_part(GOOD, SHEET).replace("</sheetData>", far))
        )
        assert [post.impressions for post in outcome.posts] == [5]
    book = xlwt.Workbook()
    sheet = book.add_sheet("All posts")
    sheet.write(0, 0, "Post link")
    sheet.write(65_535, 255, 1)
    out = io.BytesIO()
    book.save(out)
    with soon():
        assert refuse(out.getvalue()).reason in ("too-large-inside", "too-many-columns", "too-slow")


@pytest.mark.parametrize("make", [make_excel, make_xls, make_libreoffice])
def test_there_are_limits_to_sheets_rows_and_columns(
    refuse: Refuse, make: Callable[..., bytes]
) -> None:
    assert refuse(make({f"S{number}": [["x"]] for number in range(25)})).reason == "too-many-sheets"
    wide = refuse(make({"Mine": [["Link", *(f"H{number}" for number in range(80))]]}))
    assert (wide.reason, wide.limit) == ("too-many-columns", 64)
    assert (
        refuse(make({"Mine": [["Link"], *([number] for number in range(6_000))]})).reason
        == "too-many-rows"
    )


def test_a_csv_has_the_same_limits(refuse: Refuse) -> None:
    with soon():
        assert refuse(b"Link;Impressions\n" + b"x;1\n" * 6_000).reason == "too-many-rows"
        assert refuse((";,\t".join(["x"] * 100) + "\n").encode()).reason == "too-many-columns"
        assert refuse(b'"' + b"x" * 1_000_000).reason in ("unknown-layout", "too-many-columns")
        assert refuse(b"sep=\x0b\nLink").reason in ("unknown-layout", "too-many-columns")


def test_a_long_cell_is_shortened(read: Read) -> None:
    rows = [["Title", "Impressions"], ["w" * 50_000, 5]]
    for data in (make_csv(rows), make_libreoffice({"Mine": rows})):
        assert len(read(data).posts[0].title) == 120


def test_questions_have_a_limit(read: Read) -> None:
    rows = [
        ["Link", "Impressions", *(f"H{number}" for number in range(30))],
        [LINK, 5, *range(1, 31)],
    ]
    outcome = read(make_csv(rows))
    assert len(outcome.questions) == 12
    assert [(note.kind, note.count) for note in outcome.notes] == [("columns-left", 18)]


BEGINNINGS = [
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"Link;Impressions\n",
    b"sep=;\n",
    b"<",
]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2_000))
def test_any_bytes_give_a_value(reader: ExportReader, beginning: bytes, data: bytes) -> None:
    before = time.process_time()
    outcome = reader.read_export("x", beginning + data, "en")
    assert isinstance(outcome, NumbersRead | ExportRefused)
    assert time.process_time() - before < 2


@given(st.lists(st.lists(st.text(max_size=30), max_size=6), max_size=12), st.sampled_from(";,\t"))
def test_any_table_gives_a_value(reader: ExportReader, rows: list[list[str]], mark: str) -> None:
    head = ["Link", "Posted on", "Impressions", "Engagement rate", "Beitrags-URL", "?"]
    data = "\n".join(mark.join(row) for row in [head, *rows]).encode("utf-8", "surrogatepass")
    outcome = reader.read_export("x.csv", data, "nl")
    assert isinstance(outcome, NumbersRead | ExportRefused)
    if isinstance(outcome, NumbersRead):
        assert all(isinstance(post, PostNumbers) for post in outcome.posts)


SEEDS = {
    "excel": make_excel(member_sheets([[LINK, "12/16/2025", 3]], [[LINK, "12/16/2025", 30]])),
    "xls": make_xls(
        {"All posts": [["Post link", "Impressions"], [LINK, 4], [LINK, datetime.date(2025, 12, 1)]]}
    ),
}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 2**32), st.integers(1, 40))
def test_a_damaged_workbook_gives_a_value(
    reader: ExportReader, kind: str, seed: int, bits: int
) -> None:
    """Damage the cells themselves: what is inside an archive is damaged before it is packed."""
    chance = random.Random(seed)
    with soon():
        outcome = reader.read_export("x", damage(SEEDS[kind], chance, bits), "en")
    assert isinstance(outcome, NumbersRead | ExportRefused)


def damage(data: bytes, chance: random.Random, bits: int) -> bytes:
    if data[:2] != b"PK":
        return flip(data, chance, bits, first=512)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name in parts if "sheet" in name or "workbook" in name))
    part = parts[name]
    assert isinstance(part, bytes)
    return make_zip({**parts, name: flip(part, chance, bits, first=0)})


def flip(data: bytes, chance: random.Random, bits: int, first: int) -> bytes:
    changed = bytearray(data)
    for _ in range(bits):
        changed[chance.randrange(first, len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)

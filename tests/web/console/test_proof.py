"""The proof of value: from what people did to page and files, with hostile texts on the way."""

import datetime
import io
import zipfile
from collections.abc import AsyncIterator

import openpyxl
import pytest
from pptx import Presentation

from bot.bootstrap.console_proof import build_proof
from bot.bootstrap.house import opened_house
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post
from bot.core.programme.proof.entry import FOLLOWERS, Entry
from bot.core.programme.proof.months import write_month
from bot.core.programme.proof.proof import Proof
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.storage.samples import make_review
from tests.web.console.conftest import EDITOR, READER
from tests.web.console.desk import Desk

PROOF = "/desk/proof"
EVIL = "=cmd|'/c calc'!A0<script>alert(1)</script>"


@pytest.fixture
async def proof(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[Proof]:
    async with opened_house(desk_settings, clock) as house:
        yield build_proof(house)


async def live(desk: Desk, clock: FakeClock, people: int = 12) -> None:
    """Let people hand in posts and drafts in this month, then let the month pass."""
    posts = desk.storage.shelves.open_shelf("posts", Post)
    for number in range(people):
        person = f"slack:T1:U{number}"
        for _ in range(3):
            await desk.storage.records.record_review(person, make_review(), 2)
        figures = Figures(impressions=1000 + number, reactions=10)
        post = Post(
            f"id{number}",
            person,
            f"l{number}",
            "linkedin",
            clock.now(),
            title=EVIL,
            figures=figures,
        )
        await posts.keep(post.id, post, person)
    clock.advance(days=30)


async def test_before_a_month_is_closed_there_is_a_sentence(desk: Desk) -> None:
    reader = await desk.sign_in(READER)
    await reader.open(PROOF)
    assert "No month is closed yet" in reader.words
    assert (await reader.open(f"{PROOF}/file/pdf")).status_code == 404


@pytest.mark.parametrize("language", ["de", "nl", "en"])
async def test_the_report_as_page_and_files(
    desk: Desk, clock: FakeClock, proof: Proof, language: str
) -> None:
    await live(desk, clock)
    assert await proof.close_months() == 1
    await proof.enter(Entry(proof_month(clock), FOLLOWERS, 5000))
    reader = await desk.sign_in(READER, language)  # type: ignore[arg-type]
    await reader.open(PROOF)
    assert reader.page.status_code == 200
    assert "12,100" in reader.words or "12.100" in reader.words  # 12,066 in three digits
    assert " 36 " in reader.words
    for form, begins in (
        ("pdf", b"%PDF"),
        ("pptx", b"PK"),
        ("xlsx", b"PK"),
        ("csv", b"\xef\xbb\xbf"),
    ):
        answer = await reader.open(f"{PROOF}/file/{form}")
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert f'-{language}.{form}"' in answer.headers["content-disposition"]


async def test_nine_people_stand_on_no_page_and_in_no_file(
    desk: Desk, clock: FakeClock, proof: Proof
) -> None:
    await live(desk, clock, people=9)
    await proof.close_months()
    reader = await desk.sign_in(READER)
    await reader.open(PROOF)
    assert "there were too few people" in reader.words
    assert " 27 " not in reader.words
    csv = (await reader.open(f"{PROOF}/file/csv")).text
    assert len(csv.splitlines()) == 1


async def test_a_quarter_has_its_page_and_files_and_no_other_period_has(
    desk: Desk, clock: FakeClock, proof: Proof
) -> None:
    await live(desk, clock)
    await proof.close_months()
    reader = await desk.sign_in(READER, "de")
    await reader.open(PROOF)
    month = proof_month(clock)
    year, quarter = month // 12, month % 12 // 3 + 1
    assert f"{quarter}. Quartal {year}" in reader.words
    for period in (f"{year}", f"{year}-Q{quarter}"):
        await reader.open(f"{PROOF}?period={period}")
        assert "12.100" in reader.words
        assert f'period={period}" aria-current' in reader.page.text
        answer = await reader.open(f"{PROOF}/file/csv?period={period}")
        assert f"jourfix-{period}-de.csv" in answer.headers["content-disposition"]
        assert "12100" in answer.text
    for wrong in ("1999", f"{year + 1}-Q1", f"{year}-Q5", f"{year}-q1", "x", "２０２６"):
        assert (await reader.open(f"{PROOF}?period={wrong}")).status_code == 404
        assert (await reader.open(f"{PROOF}/file/csv?period={wrong}")).status_code == 404


async def test_what_was_closed_stays_when_somebody_is_forgotten(
    desk: Desk, clock: FakeClock, proof: Proof
) -> None:
    await live(desk, clock, people=10)
    await proof.close_months()
    reader = await desk.sign_in(READER)
    before = (await reader.open(f"{PROOF}/file/csv")).text
    await desk.storage.records.forget_person("slack:T1:U3")
    await proof.close_months()
    assert (await reader.open(f"{PROOF}/file/csv")).text == before
    assert "30" in before


async def test_a_hostile_cost_is_text_everywhere(
    desk: Desk, clock: FakeClock, proof: Proof
) -> None:
    await live(desk, clock)
    await proof.close_months()
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{PROOF}/entries")
    month = write_month(proof_month(clock))
    await editor.send(
        f"{PROOF}/entries", {"about": "cost", "month": month, "kind": EVIL, "amount": "1.200"}
    )
    assert "Entered." in editor.words
    assert "<script>alert" not in editor.page.text
    for path in ("", "/file/csv"):
        assert "<script>alert" not in (await editor.open(f"{PROOF}{path}")).text
    answer = await editor.open(f"{PROOF}/file/xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert cells
    assert not any(cell.data_type == "f" for cell in cells)
    csv = (await editor.open(f"{PROOF}/file/csv")).text
    assert not any(
        field.startswith(("=", "@", "+", "-"))
        for line in csv.splitlines()
        for field in line.split(";")
    )


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"month": "March", "kind": "x", "amount": "1"}, "Month: write"),
        ({"month": "2026-13", "kind": "x", "amount": "1"}, "Month: write"),
        ({"month": "2026-03", "kind": "\x00 ", "amount": "1"}, "What for: write"),
        ({"month": "2026-03", "kind": "x", "amount": "-5"}, "Number: write"),
        ({"month": "2026-03", "kind": "x", "amount": "9" * 40}, "Number: write"),
        ({"month": "2026-03", "kind": "x", "amount": "١٢"}, "Number: write"),
    ],
)
async def test_what_cannot_be_read_is_said_and_kept(
    desk: Desk, fields: dict[str, str], complaint: str
) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{PROOF}/entries")
    answer = await editor.send(f"{PROOF}/entries", {"about": "cost", **fields})
    assert answer.status_code == 422
    assert complaint in editor.words
    assert f'value="{fields["month"]}"' in answer.text


async def test_an_entry_is_corrected_and_removed(desk: Desk) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{PROOF}/entries")
    for amount in ("100", "250"):
        await editor.send(
            f"{PROOF}/entries",
            {"about": "cost", "month": "2026-03", "kind": "agency", "amount": amount},
        )
    assert "250" in editor.words
    assert "100" not in editor.words
    await editor.send(f"{PROOF}/entries/remove", {"key": f"{2026 * 12 + 2} agency"})
    assert "Removed." in editor.words
    assert "250" not in editor.words


@pytest.mark.parametrize("form", ["exe", "..%2f..%2fetc", "PDF", "csv;x"])
async def test_no_other_file_is_made(desk: Desk, form: str, clock: FakeClock, proof: Proof) -> None:
    await live(desk, clock)
    await proof.close_months()
    reader = await desk.sign_in(READER)
    assert (await reader.open(f"{PROOF}/file/{form}")).status_code == 404


async def test_slides_hold_one_figure_each_with_its_notes(
    desk: Desk, clock: FakeClock, proof: Proof
) -> None:
    await live(desk, clock)
    await proof.close_months()
    reader = await desk.sign_in(READER)
    data = (await reader.open(f"{PROOF}/file/pptx")).content
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    deck = Presentation(io.BytesIO(data))
    slides = list(deck.slides)
    assert len(slides) >= 4
    for shape in (shape for slide in slides for shape in slide.shapes):
        assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
        assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height
    assert "12,100" in " ".join(one.text_frame.text for one in slides[0].shapes)
    for slide in slides[1:]:
        assert "What it does not mean" in slide.notes_slide.notes_text_frame.text


async def test_two_processes_close_a_month_once(desk: Desk, clock: FakeClock, proof: Proof) -> None:
    await live(desk, clock)
    assert await proof.close_months() == 1
    assert await proof.close_months() == 0
    (closed,) = await proof.months.list_things()
    assert not await proof.months.keep_first(str(closed.month), closed)


def proof_month(clock: FakeClock) -> int:
    before: datetime.datetime = clock.now() - datetime.timedelta(days=30)
    return before.year * 12 + before.month - 1

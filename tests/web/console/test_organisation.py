"""The organisation's data as forms: written, checked by the loader, published, and in use at once."""

import datetime
import re
from collections.abc import AsyncIterator
from html import unescape

import pytest
import pytest_asyncio

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.message import Incoming
from bot.core.model import LANGUAGES, Draft
from bot.core.ports import Person
from bot.settings import Settings
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, REVIEWER
from tests.web.console.desk import Desk, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")
AT = "/desk/house-rules/organisation"
EVIL = "<script>alert(1)</script>"
ENTRIES = {
    "blackout": {"start": "2026-12-03", "end": "2026-12-08", "why": "the deal", "kind": "deal", "terms": "moonberry"},
    "embargoes": {"topic": "the new ward", "terms": "sunberry ward\nnew ward", "until": "2026-12-15"},
    "products": {"brand": "Testafol", "inn": "testafolimab, belapril", "status": "rx", "countries": "DE, NL"},
    "contacts": {"team": "comms", "name": "Ada Blum", "mail": "ada.blum@nordhafen.example", "phone": "+49 30 1234"},
    "hashtags": {"tag": "#NordhafenFirst"},
    "catalogue": {"tag": "NightOwlCare", "language": "en", "about": "People who work at night.", "words": "night shift"},
}  # fmt: skip


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> AsyncIterator[House]:
    settings = Settings(
        database=f"sqlite:///{tmp_path_factory.mktemp('data') / 'desk.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=EDITOR,
        reviewers=REVIEWER,
    )
    async with opened_house(settings, clock) as opened:
        yield opened


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(build_console(house), house.storage)


def find_pages(desk: Desk):
    return next(one for one in desk.console.sections if type(one).__name__ == "HousePages")


def read_seen(visitor: Visitor) -> str:
    found = re.search(r'name="seen" value="([^"]*)"', visitor.page.text)
    assert found is not None
    return unescape(found[1])


async def put(editor: Visitor, place: str, **fields: str) -> None:
    await editor.open(f"{AT}/{place}")
    await editor.send(f"{AT}/{place}/keep", {**fields, "seen": read_seen(editor)})


@pytest.mark.parametrize(
    ("place", "fields", "said"),
    [
        ("blackout/new", {"end": "2026-12-01"}, "Last day: the closed period ends before it starts"),
        ("blackout/new", {"start": "soon"}, "First day: start must be a day"),
        ("blackout/new", {"start": ""}, "this closed period has no “start”"),
        ("embargoes/new", {"terms": " \n "}, "this embargo has no “terms”"),
        ("embargoes/new", {"until": "2026-02-30"}, "Free from: until must be a day"),
        ("products/new", {"brand": ""}, "this product has no “brand”"),
        ("products/new", {"status": "magic"}, "Status: status “magic” is not known"),
        ("contacts/new", {"mail": f"ada {EVIL}"}, "Mail: “ada <script>alert(1)</script>” is no mail"),
        ("contacts/new", {"phone": "call me"}, "Phone: “call me” is no phone number"),
        ("contacts/new", {"link": "javascript:alert(1)"}, "Link: “javascript:alert(1)” is no address"),
        ("contacts/new", {"name": "", "mail": "", "phone": ""}, "this contact has no “mail”"),
        ("contacts/new", {"team": "kitchen"}, "contacts has no key “kitchen”"),
        ("hashtags/new", {"tag": "#Two Words"}, "Hashtag: “#Two Words” is no hashtag"),
        ("catalogue/new", {"words": ""}, "this tag has no “words”"),
        ("catalogue/new", {"tag": EVIL}, "is no hashtag"),
    ],
)  # fmt: skip
async def test_what_does_not_fit_is_said_by_the_loader_and_not_kept(
    desk: Desk, place: str, fields: dict[str, str], said: str
) -> None:
    editor = await desk.sign_in(EDITOR)
    typed = {**ENTRIES[place.partition("/")[0]], **fields}
    await editor.open(f"{AT}/{place}")
    for deed in ("check", "keep"):
        await editor.send(f"{AT}/{place}/{deed}", {**typed, "seen": ""})
        assert said in editor.words
        assert 'role="alert"' in editor.page.text
        assert EVIL not in editor.page.text
    await editor.open(AT)
    assert "Your changes do not count yet" not in editor.words


async def test_who_has_nothing_to_do_there_and_odd_places(desk: Desk) -> None:
    reviewer, editor = await desk.sign_in(REVIEWER), await desk.sign_in(EDITOR)
    assert (await reviewer.open(AT)).status_code == 403
    for place in ("nonsense/new", "products/7", "products/-1", "products/²", "products/99999"):
        assert (await editor.open(f"{AT}/{place}")).status_code == 404, place
    await editor.open(AT)
    for seen in ("- [", "products: 7", "\x00", "x" * 200):
        await editor.send(f"{AT}/products/3/keep", {**ENTRIES["products"], "seen": seen})
        assert "Somebody was faster" in editor.words
    for month in ("2026-13", "x", "1999-01", ""):
        assert (await editor.open(f"{AT}?month={month}")).status_code == 200


async def test_entries_are_kept_shown_changed_published_and_used(house: House, desk: Desk) -> None:
    editor, other = await desk.sign_in(EDITOR), await desk.sign_in(EDITOR)
    await other.open(f"{AT}/products/new")
    seen = read_seen(other)
    for sort, fields in ENTRIES.items():
        await put(editor, f"{sort}/new", **fields)
        assert "Kept." in editor.words, sort
    await other.send(f"{AT}/products/new/keep", {**ENTRIES["products"], "seen": seen})
    assert "Somebody was faster" in other.words
    assert "Testafol" in other.page.text
    await put(editor, "contacts/new", **ENTRIES["contacts"])
    assert "there is a contact for this team already" in editor.words
    for language in LANGUAGES:
        visitor = await desk.sign_in(EDITOR, language)
        await visitor.open(f"{AT}?month=2026-12")
        for told in ("Testafol", "Ada Blum", "HORIZON-2", "the new ward", "#NightOwlCare (EN)"):
            assert told in visitor.words
        assert visitor.page.text.count('<td class="closed waits"') == 6
        assert re.search(r'<td class="free"[^>]*><time datetime="2026-12-15">', visitor.page.text)
        await visitor.open(f"{AT}/blackout/0")
        assert 'value="2026-12-03"' in visitor.page.text
    await put(editor, "products/0", **{**ENTRIES["products"], "brand": "Testafol Duo"})
    assert "Testafol Duo" in editor.words
    await put(editor, "hashtags/new", tag="#Gone")
    await editor.open(f"{AT}/hashtags/1")
    await editor.send(f"{AT}/hashtags/1/remove", {"seen": read_seen(editor)})
    assert "#Gone" not in editor.words
    await editor.open("/desk/house-rules/file?path=organisation.yaml")
    assert "brand: Testafol Duo" in editor.page.text
    assert "start: 2026-12-03" in editor.page.text
    await editor.open("/desk/house-rules")
    await editor.send("/desk/house-rules/try")
    await find_pages(desk).trying.finish()
    await editor.open("/desk/house-rules")
    await editor.send("/desk/house-rules/publish", {"reason": "Data"})
    assert "Published" in editor.words
    await house.following.look()
    await editor.open(AT)
    assert "Your changes do not count yet" not in editor.words
    assert "social@nordhafen.example" not in editor.words  # somebody took its place
    await find_in_use(house)


async def find_in_use(house: House) -> None:
    """See that what was published is used: in answers, suggestions, reviews."""
    talk = house.conversation
    context = await talk.find_context(Incoming("slack:T1:U1", ""), Person())
    organisation = context.organisation
    assert organisation.blackout[-1].end == datetime.date(2026, 12, 8)
    assert organisation.products[-1].countries == ("DE", "NL")
    whom = "Ada Blum (ada.blum@nordhafen.example, +49 30 1234)"
    assert organisation.contacts["comms"] == whom
    assert talk.desk is not None
    assert talk.desk.organisation.contacts["comms"] == whom
    assert organisation.hashtags[0] == "#NordhafenFirst"
    assert organisation.contacts["legal"] == "legal@nordhafen.example"
    text = (
        "On every night shift I learn something from the nurses around me. Last week one of them "
        "showed me how she keeps calm at four in the morning, and I have tried it ever since."
    )
    review = talk.coach.review(Draft(text, context, language="en"))
    assert "#NightOwlCare" in [one.tag for one in review.coaching.hashtags]
    mail = "Questions about the shift plan? Write to ada.blum@nordhafen.example any time."
    assert "email" not in str(talk.coach.review(Draft(mail, context, language="en")).findings)
    waits = "We are so proud of the sunberry ward that opens next to us."
    found = talk.coach.review(Draft(waits, context, language="en")).findings
    assert "confidential" in [one.topic for one in found]

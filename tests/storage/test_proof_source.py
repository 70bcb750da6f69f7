"""What the proof of value reads, on both databases: deeds under pseudonyms, in the house's months."""

import datetime
from zoneinfo import ZoneInfo

from bot.core.deliveries import Return
from bot.core.desk.case import Case
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post
from bot.storage.opening import Storage
from bot.storage.proof_source import ProofSource
from tests.fakes.ports import FakeClock
from tests.storage.samples import ADA, BEN, make_review

ZONE = ZoneInfo("Europe/Berlin")


async def test_deeds_are_read_by_month_and_without_names(
    storage: Storage, clock: FakeClock
) -> None:
    source = ProofSource(storage.database, storage.shelves, ZONE, lambda _post: "#Care")
    assert await source.find_first_month() is None
    now = clock.now()
    for person in (ADA, ADA, BEN):
        await storage.records.record_review(person, make_review(), 2)
    post = Post("p1", ADA, "l", "linkedin", now, figures=Figures(impressions=700, reactions=3))
    await storage.shelves.open_shelf("posts", Post).keep(post.id, post, ADA)
    await storage.shelves.open_shelf("votes d1", str).keep(ADA, "a", ADA)
    case = Case(
        id="0A1B2C3D", to_author=Return("slack", BEN, {}), language="de", text="x", verdict="ask",
        findings=(), opened_at=now, due_at=now + datetime.timedelta(days=1), shown_in=(),
    )  # fmt: skip
    await storage.cases.keep_case(case)
    month = await source.find_first_month()
    assert month == now.astimezone(ZONE).year * 12 + now.astimezone(ZONE).month - 1
    deeds = await source.list_deeds(month, month)
    told = sorted((deed.kind, deed.amount, deed.parts) for deed in deeds)
    assert [one for one in told if one[0] != "rules"] == [
        ("answer-time", 2, ()), ("answer-time", 2, ()), ("answer-time", 2, ()),
        ("cases", 1, ()),
        ("drafts", 1, ()), ("drafts", 1, ()), ("drafts", 1, ()),
        ("engagement", 3, ()),
        ("go-share", 1, ()), ("go-share", 1, ()), ("go-share", 1, ()),
        ("posts", 1, ()),
        ("reach", 700, ()),
        ("themes", 1, ("#Care",)),
        ("votes", 1, ()),
    ]  # fmt: skip
    assert {one[2][0] for one in told if one[0] == "rules"} == {"medicine-praise"}
    assert len({deed.person for deed in deeds if deed.kind == "drafts"}) == 2
    assert not any(
        name in str(deed.person) for deed in deeds if deed.kind == "drafts" for name in (ADA, BEN)
    )
    assert await source.list_deeds(month - 3, month - 1) == []
    assert await source.list_deeds(month + 1, month + 3) == []

"""The desk on PostgreSQL: every page opens with something on it, and what is done there is kept."""

from bot.bootstrap.console import build_console
from bot.bootstrap.console_proof import build_proof
from bot.bootstrap.house import opened_house
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.storage.samples import make_review
from tests.web.console.conftest import EDITOR
from tests.web.console.desk import Desk
from tests.web.console.test_cases import hand_in
from tests.web.console.test_proof import PROOF, live, proof_month


async def test_every_page_of_the_desk_opens_on_a_server(
    desk_settings: Settings, clock: FakeClock, database_on_postgres: str
) -> None:
    settings = desk_settings.model_copy(update={"database": database_on_postgres})
    async with opened_house(settings, clock) as house:
        desk = Desk(build_console(house), house.storage)
        await live(desk, clock)
        proof = build_proof(house)
        assert await proof.close_months() == 1
        await house.storage.records.record_review(EDITOR, make_review(), 1)
        name = await hand_in(house)
        editor = await desk.sign_in(EDITOR)
        pages = [page for page in desk.console.pages if page.method == "GET"]
        for page in pages:
            if "{" not in page.path:
                answer = await editor.open(f"/desk{page.path}")
                assert answer.status_code == 200, page.path
        month = proof_month(clock)
        await editor.open(f"{PROOF}?period={month // 12}-Q{month % 12 // 3 + 1}")
        assert "12,100" in editor.words
        await editor.open(f"/desk/cases/{name}")
        await editor.send(f"/desk/cases/{name}/take")
        fields = {"decision": "change", "reply": "Ohne den Namen.", "suggested": ""}
        await editor.send(f"/desk/cases/{name}/answer", fields)
        assert "on its way" in editor.words
        await editor.open("/desk/house-rules")
        await editor.open("/desk/audit")
        await editor.send("/desk/audit/check")
        assert "entries hold" in editor.words
        newest = (await house.storage.audit.list_newest(2))[1].read_deed()
        assert newest is not None
        assert newest.subject == f"{name}/change"

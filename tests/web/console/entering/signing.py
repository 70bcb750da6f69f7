"""A desk where people sign in, a directory beside it, and the way there and back."""

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.bootstrap.console import build_console
from bot.bootstrap.house import opened_house
from bot.core.desk.audit import Deed
from bot.settings import Settings
from bot.web.console.access import SIGN_IN
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.openid import CLIENT, SECRET, TENANT, FakeDirectory
from tests.fakes.ports import FakeClock
from tests.web.console.desk import Desk, Visitor

ADDRESS = "http://127.0.0.1:8080"
EDITOR = {"https://slack.com/team_id": "T1", "https://slack.com/user_id": "UEDITOR", "name": "Ada"}
STRANGER = {**EDITOR, "https://slack.com/user_id": "UNOBODY"}
OBJECT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
LEAD = {"tid": TENANT, "oid": OBJECT, "name": "Bo Lead"}


def make_settings(folder: Path, **changed: str) -> Settings:
    told = {
        "database": f"sqlite:///{folder / 'desk.db'}",
        "secret": "a secret that only this test knows",
        "cache": str(shared_cache()),
        "organisation": str(POLICIES / "organisation.example.yaml"),
        "address": ADDRESS,
        "editors": f"slack:T1:UEDITOR,slack:E9:UGRID,teams:{TENANT}:{OBJECT}",
        "reviewers": "group:comms-leads",
        "desk_sign_in": "slack,microsoft",
        "slack_client_id": CLIENT,
        "slack_client_secret": SECRET,
        # Slack itself is set up for one workspace; only signing in takes the client
        "slack_bot_token": "xoxb-1",
        "slack_signing_secret": "s",
        "desk_microsoft_id": CLIENT,
        "desk_microsoft_secret": SECRET,
        "desk_microsoft_tenants": TENANT,
        **changed,
    }
    return Settings.model_validate(told)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Desk]:
    clock = FakeClock(datetime.datetime.now(datetime.UTC))  # tokens are of this world's time
    async with opened_house(settings, clock) as house:
        yield Desk(build_console(house), house.storage)


def pass_time(desk: Desk, **step: float) -> None:
    clock = desk.storage.ledger.clock
    assert isinstance(clock, FakeClock)
    clock.advance(**step)


async def go(visitor: Visitor, place: str = "slack") -> str:
    """Press the button of the sign-in page; gives where the directory is."""
    answer = await visitor.client.get(f"{SIGN_IN}/{place}")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def come(visitor: Visitor, fake: FakeDirectory, **who: object) -> int:
    """Sign in; gives the status of the page at which that ends."""
    claims = {**fake.who, **{name.replace("__", "/"): value for name, value in who.items()}}
    back = fake.agree(await go(visitor, fake.kind), claims)
    return (await visitor.open(back)).status_code


async def list_deeds(desk: Desk) -> list[Deed]:
    found = [one.read_deed() for one in await desk.storage.audit.list_newest(100)]
    return [one for one in found if one is not None]

"""Whose token counts, when several processes hold the tokens of a workspace."""

import datetime
import math
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.channels.slack.courier import SlackCourier
from bot.channels.slack.install import Credentials, ManyWorkspaces, Workspace
from bot.core.deliveries import Delivered, Delivery, Postponed, Refused
from tests.fakes.ports import FakeClock
from tests.fakes.slack.platform import FakeSlack

_POST = Delivery("k", "slack", "slack:T1:U1", {"team": "T1", "channel": "D1", "thread": ""}, {"text": "Hello."})  # fmt: skip


@dataclass
class FakeInstallations:
    """What is kept, as every process sees it."""

    kept: dict[str, str] = field(default_factory=dict)
    signing_key: bytes = b"key"

    async def keep_installation(self, channel: str, place: str, text: str) -> None:
        self.kept[f"{channel} {place}"] = text

    async def find_installation(self, channel: str, place: str) -> str | None:
        return self.kept.get(f"{channel} {place}")

    async def forget_installation(self, channel: str, place: str) -> None:
        self.kept.pop(f"{channel} {place}", None)

    async def claim_renewal(self, channel: str, place: str, seconds: float) -> bool:  # noqa: ARG002 - of the port
        return True


@pytest.fixture
def installations() -> FakeInstallations:
    return FakeInstallations()


def make_process(installations: FakeInstallations) -> ManyWorkspaces:
    credentials = Credentials("1.2", "s3cret", "https://jourfix.example", "http://127.0.0.1:9/")
    clock = FakeClock(datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC))
    return ManyWorkspaces(installations, credentials, clock)


@pytest.fixture
async def other(slack: FakeSlack, installations: FakeInstallations) -> AsyncIterator[SlackCourier]:
    """A process that used the token of T1 before it was revoked."""
    await make_process(installations).keep(Workspace("T1", "xoxb-old"))
    slack.granted = {"xoxb-old"}
    courier = SlackCourier(slack.address, make_process(installations))
    async with courier.opened():
        assert isinstance(await courier.deliver(_POST), Delivered)
        slack.granted = set()
        yield courier


async def test_a_token_that_another_process_got_is_used_and_kept(
    slack: FakeSlack, installations: FakeInstallations, other: SlackCourier
) -> None:
    await make_process(installations).keep(Workspace("T1", "xoxb-new"))
    slack.granted = {"xoxb-new"}
    assert await other.deliver(_POST) == Postponed(0.0, "another token")
    assert isinstance(await other.deliver(_POST), Delivered)
    assert "xoxb-new" in installations.kept["slack T1"]


async def test_a_token_that_is_gone_is_forgotten(
    installations: FakeInstallations, other: SlackCourier
) -> None:
    assert await other.deliver(_POST) == Refused("invalid_auth")
    assert not installations.kept
    assert await other.deliver(_POST) == Refused("not_installed")


@pytest.mark.parametrize(("moment", "is_kept"), [(99.0, True), (100.0, False), (math.inf, False)])
async def test_a_removal_before_the_last_installation_is_over(
    installations: FakeInstallations, moment: float, *, is_kept: bool
) -> None:
    """The event may wait in the inbox while somebody installs the app again."""
    process = make_process(installations)
    await process.keep(Workspace("T1", "xoxb-1", granted_at=100.7))
    await process.leave("T1", moment)
    assert bool(installations.kept) is is_kept

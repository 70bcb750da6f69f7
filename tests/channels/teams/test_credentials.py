"""Our own token: renewed before it ends, and kept while nobody gives a new one."""

from collections.abc import Iterator

import pytest

from bot.channels.teams.credentials import Credentials
from bot.channels.teams.registration import Registration
from tests.fakes.teams.platform import FakeTeams


class Seconds:
    """Time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Seconds:
    return Seconds()


@pytest.fixture
def credentials(registration: Registration, time: Seconds) -> Iterator[Credentials]:
    made = Credentials(registration, time)
    yield made
    made.close()


async def test_a_token_is_kept_until_it_ages(
    credentials: Credentials, teams: FakeTeams, time: Seconds
) -> None:
    teams.token_seconds = 299  # so that MSAL, whose clock is the machine's, does not keep it
    first = await credentials.find_token()
    assert first == await credentials.find_token()
    time.now += 1.0
    assert await credentials.find_token() != first
    assert len(teams.entra_calls) == 2


async def test_the_old_token_serves_while_there_is_no_new_one(
    credentials: Credentials, teams: FakeTeams, time: Seconds
) -> None:
    first = await credentials.find_token()
    teams.is_entra_down = True
    time.now += teams.token_seconds - 299.0
    assert await credentials.find_token() == first
    credentials.drop_token("another")
    assert await credentials.find_token() == first
    credentials.drop_token(str(first))
    assert await credentials.find_token() is None


async def test_entra_is_asked_again_later_each_time(
    credentials: Credentials, teams: FakeTeams, time: Seconds
) -> None:
    teams.is_entra_down = True
    pauses = []
    for asked in range(1, 7):
        for _ in range(3):
            assert await credentials.find_token() is None
        assert len(teams.entra_calls) == asked
        pauses.append(credentials.pause)
        time.now += credentials.pause - 0.1
        assert await credentials.find_token() is None
        assert len(teams.entra_calls) == asked
        time.now += 0.2
    assert pauses == [2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    teams.is_entra_down = False
    assert await credentials.find_token() == "token-7"
    assert credentials.pause == 2.0


async def test_no_secret_and_no_token_is_shown(
    credentials: Credentials, caplog: pytest.LogCaptureFixture, teams: FakeTeams
) -> None:
    caplog.set_level(0)
    token = await credentials.find_token()
    assert str(token) not in repr(credentials)
    credentials.drop_token(str(token))
    teams.secret = "another"  # noqa: S105
    assert await credentials.find_token() is None
    assert credentials.registration.secret not in caplog.text + repr(credentials)
    assert str(token) not in caplog.text

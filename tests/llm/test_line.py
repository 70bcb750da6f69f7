"""The line holds a server to its certificate: a key and a draft go to whom the address names."""

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.errors import ModelUnavailableError
from tests.fakes.model import server as fake
from tests.fakes.teams.issuer import make_certificate
from tests.llm.conftest import GOOD, House, make_prompt


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1, with its key."""
    file = tmp_path / "certificate.pem"
    file.write_bytes(b"".join(make_certificate()))
    return file


@pytest.fixture
async def secured(certificate: Path) -> AsyncIterator[fake.FakeModelServer]:
    """A server that shows it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    running = fake.FakeModelServer((fake.says_json(GOOD),), secured=context)
    await running.start()
    yield running
    await running.stop()


async def refuse(house: House, address: str) -> None:
    with pytest.raises(ModelUnavailableError, match="cannot be reached"):
        await house.build(address=address).ask(make_prompt())


async def test_a_certificate_that_nobody_vouches_for_is_not_believed(
    house: House, secured: fake.FakeModelServer
) -> None:
    await refuse(house, secured.address)
    assert secured.asked == []


async def test_an_authority_of_the_house_is_believed_where_this_machine_trusts_it(
    house: House, secured: fake.FakeModelServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert (await house.build(address=secured.address).ask(make_prompt())).data == GOOD


async def test_the_certificate_of_another_name_is_not_believed(
    house: House, secured: fake.FakeModelServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    await refuse(house, secured.address.replace("127.0.0.1", "localhost"))
    assert secured.asked == []

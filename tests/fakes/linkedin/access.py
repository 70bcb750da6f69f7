"""What an organisation has that LinkedIn lets in, with the small LinkedIn behind it."""

from bot.bootstrap.linkedin import LinkedIn
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.connections.connection import Connection, Journey
from bot.core.programme.connections.signing_in import SigningIn
from bot.core.programme.ports import Shelves
from bot.networks.linkedin import LinkedInNumbers
from bot.networks.linkedin_sign_in import LinkedInSignIn
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.outbox import FakeOutbox


def build_access(
    platform: FakeLinkedIn, shelves: Shelves, outbox: FakeOutbox, clock: Clock
) -> LinkedIn:
    """Build people's way to their numbers, as `build_linkedin` does out of settings."""
    login = f"{platform.address}/oauth/v2"
    signing_in = SigningIn(
        LinkedInSignIn("client", "secret", platform.back, login, clock),
        shelves.open_shelf("linkedin-journeys", Journey),
        shelves.open_shelf("linkedin-connections", Connection),
        shelves.open_shelf("ambassadors", Ambassador),
        outbox,
        clock,
        b"a key",
    )
    return LinkedIn(signing_in, LinkedInNumbers(platform.address, "202603", clock))

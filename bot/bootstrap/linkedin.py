"""Build the way to people's own numbers on LinkedIn, where settings switch it on."""

from dataclasses import dataclass

from bot.channels.web.linkedin import ADDRESS, LinkedInDoor
from bot.core.desk.ports import Outbox
from bot.core.errors import SettingsError
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.connections.connecting import Connecting
from bot.core.programme.connections.connection import Connection, Journey
from bot.core.programme.connections.fetching import Fetching, TakesNumbers
from bot.core.programme.connections.signing_in import SigningIn
from bot.core.programme.ports_numbers import PostNumbersSource
from bot.settings import Settings
from bot.storage.opening import Storage

_PURPOSE = "linkedin sign-in"


@dataclass(frozen=True)
class LinkedIn:
    """What there is of LinkedIn: people's way there and back, and their numbers."""

    signing_in: SigningIn
    source: PostNumbersSource

    def build_connecting(self, posts: TakesNumbers) -> Connecting:
        """Build what people do with it in chat."""
        of = self.signing_in
        fetching = Fetching(self.source, of.network, of.connections, posts, of.clock)
        return Connecting(of, fetching, of.ambassadors)

    def build_door(self) -> LinkedInDoor:
        """Build the page to which people come back."""
        return LinkedInDoor(self.signing_in.finish)


def build_linkedin(settings: Settings, storage: Storage, outbox: Outbox) -> LinkedIn | None:
    """Build it; None: the organisation has no access.

    Raises:
        SettingsError: something is missing beside the client id.
    """
    if not settings.linkedin_client_id:
        return None
    if not settings.linkedin_client_secret:
        raise SettingsError("JOURFIX_LINKEDIN_CLIENT_SECRET is missing: LinkedIn gives it.")
    if not settings.address:
        raise SettingsError(
            "People come back from LinkedIn to this installation: set JOURFIX_ADDRESS, and register"
            f" JOURFIX_ADDRESS{ADDRESS} with LinkedIn as a redirect URL."
        )
    # what calls over HTTP costs memory: it is loaded where it is used
    from bot.networks.linkedin import LinkedInNumbers  # noqa: PLC0415
    from bot.networks.linkedin_sign_in import LinkedInSignIn  # noqa: PLC0415

    clock, shelves = storage.ledger.clock, storage.shelves
    sign_in = LinkedInSignIn(
        settings.linkedin_client_id,
        settings.linkedin_client_secret,
        f"{settings.address.rstrip('/')}{ADDRESS}",
        settings.linkedin_login,
        clock,
    )
    signing_in = SigningIn(
        sign_in,
        shelves.open_shelf("linkedin-journeys", Journey),
        shelves.open_shelf("linkedin-connections", Connection),
        shelves.open_shelf("ambassadors", Ambassador),
        outbox,
        clock,
        storage.ledger.unlocked.pseudonyms.derive_signing_key(_PURPOSE),
    )
    source = LinkedInNumbers(settings.linkedin_api, settings.linkedin_version, clock)
    return LinkedIn(signing_in, source)

"""Build what sends mailings to many people."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.channels.slack.ingress import CHANNEL as SLACK
from bot.channels.teams.naming import CHANNEL as TEAMS
from bot.core.deliveries import Messenger
from bot.core.programme.ambassador import Ambassador
from bot.delivery.broadcasting import Broadcasting
from bot.delivery.chunk_sending import Means
from bot.delivery.engine import Engine
from bot.delivery.mailings import DurableMailings
from bot.delivery.pace import Paces
from bot.delivery.watching import Watching
from bot.settings import Settings
from bot.storage.chunk_rows import ChunkRows
from bot.storage.mailing_rows import MailingRows
from bot.storage.mailing_watch import MailingWatch
from bot.storage.opening import Storage

if TYPE_CHECKING:
    from bot.channels.teams.app import TeamsMessenger

_SHARE_OF_TEAMS = 0.8
_ALONE = "local"  # the one process at a file finishes by itself what it began before it was killed


@dataclass(frozen=True)
class MailRoom:
    """Starts mailings in every process, and sends them where it is running."""

    mailings: DurableMailings
    watching: Watching

    @contextlib.asynccontextmanager
    async def sending(self) -> AsyncIterator[None]:
        """Send mailings until the block ends."""
        async with self.watching.running():
            yield

    async def close(self) -> None:
        """Close the connections of the engine."""
        await self.watching.engine.close()


def list_limits(settings: Settings, in_teams: "TeamsMessenger | None") -> dict[str, float]:
    """List how many messages of mailings may go out in one workspace a second, by channel."""
    limits = {SLACK: settings.slack_a_second}
    if in_teams is not None:
        # the gateway holds everything back that is too fast; what answers need is left to them
        limits[TEAMS] = in_teams.courier.gateway.limits.tenant_rate * _SHARE_OF_TEAMS
    return limits


def build_mail_room(
    storage: Storage, messengers: Mapping[str, Messenger], limits: Mapping[str, float]
) -> MailRoom:
    """Build what starts and sends mailings.

    Args:
        storage: The database.
        messengers: Who renders and delivers, by channel.
        limits: Messages a second in one workspace, by channel.
    """
    database, clock = storage.database, storage.ledger.clock
    sender = _ALONE if database.is_sqlite else secrets.token_hex(8)
    engine = Engine(database.address, sender, clock)
    rows = MailingRows(database, storage.ledger.unlocked, clock, engine.enqueue)
    ambassadors = storage.shelves.open_shelf("ambassadors", Ambassador)
    means = Means(ChunkRows(database, clock, rows), ambassadors, messengers, clock)
    broadcasting = Broadcasting(means, Paces(limits), secrets.token_hex(8))
    watch = MailingWatch(database, clock, rows)
    return MailRoom(
        DurableMailings(rows, engine, messengers, limits, clock),
        Watching(engine, broadcasting, watch, clock),
    )

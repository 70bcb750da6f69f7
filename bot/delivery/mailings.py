"""The Mailings port: what is started is on disk with all its people before anything goes out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.core.deliveries import Messenger
from bot.core.message import Message
from bot.core.ports import Clock
from bot.core.programme.mailings import Mailing, MailingTooLongError, Progress, Recipient
from bot.delivery.engine import Engine
from bot.delivery.planning import name_channel, plan_chunks
from bot.storage.mailing_parts import Letter
from bot.storage.mailing_rows import MailingRows


@dataclass(frozen=True)
class DurableMailings:
    """Implements the Mailings port.

    Args:
        rows: The mailings in the database.
        engine: Makes its tables before the first mailing is started.
        messengers: Who renders and delivers, by channel.
        limits: Messages a second in one workspace, by channel.
        clock: Tells the time.
    """

    rows: MailingRows
    engine: Engine
    messengers: Mapping[str, Messenger]
    limits: Mapping[str, float]
    clock: Clock

    async def start(self, mailing: Mailing, recipients: Sequence[Recipient]) -> bool:
        """Put a mailing on its way, in one transaction; False: one of this key was started.

        Raises:
            MailingTooLongError: one of its messages does not fit into one post.
        """
        channels = {name_channel(one.person) for one in recipients} & self.messengers.keys()
        bodies = {
            variant: {channel: self._render(variant, channel, message) for channel in channels}
            for variant, message in mailing.messages.items()
        }
        strange = {one.variant for one in recipients} - bodies.keys()
        if strange:
            raise KeyError(*sorted(strange))
        pseudonyms = self.rows.unlocked.pseudonyms
        chunks = plan_chunks(
            recipients,
            self.clock.now(),
            {channel: self.limits.get(channel) for channel in channels},
            pseudonyms.name_person,
            lambda workspace: pseudonyms.name_conversation("lane", workspace),
        )
        await self.engine.prepare()
        letter = Letter(mailing.key, bodies, mailing.counts, mailing.until)
        return await self.rows.add(letter, chunks)

    async def pause(self, key: str) -> bool:
        """Let nothing more go out until resumed."""
        return await self.rows.pause(key)

    async def resume(self, key: str) -> bool:
        """Go on with a paused mailing."""
        await self.engine.prepare()
        return await self.rows.resume(key)

    async def stop(self, key: str) -> bool:
        """Let nothing more go out, for good."""
        await self.engine.prepare()
        return await self.rows.stop(key)

    async def list_kept(self, keys: Sequence[str]) -> Collection[str]:
        """List which of these mailings are kept still."""
        return await self.rows.list_kept(keys)

    async def measure(self, key: str) -> Progress | None:
        """Say how far a mailing is."""
        return await self.rows.measure(key)

    async def settle_unknown(self, key: str, *, send_again: bool) -> int:
        """Decide over those in doubt; says how many."""
        await self.engine.prepare()
        return await self.rows.settle_unknown(key, send_again=send_again)

    def _render(self, variant: str, channel: str, message: Message) -> Mapping[str, object]:
        """Render a message for everybody of a channel: nothing in it is a person's or a place's."""
        posts = self.messengers[channel].render("", "", {}, message)
        if len(posts) != 1:
            raise MailingTooLongError(
                f"The message “{variant}” needs {len(posts)} posts in {channel}, and a mailing has"
                " one for each person. Shorten it, or put the rest behind a link."
            )
        return posts[0].body

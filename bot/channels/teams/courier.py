"""Deliver to Teams: address what goes out, and never write again where the app was removed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.channels.teams.failures import GONE
from bot.channels.teams.gateway import TeamsGateway
from bot.channels.teams.incoming import Place
from bot.channels.teams.places import Places
from bot.core.deliveries import Delivered, Delivery, InDoubt, Outcome, Postponed, Refused

_MESSAGE_GONE = Refused("message_gone")
_MOST_KEPT = 1_000  # cards of which we know that they are gone, and posts tried again
_AGAIN = frozenset({"502", "504"})  # what Microsoft tells bots to try again
_AGAIN_SECONDS = 2.0


@dataclass
class TeamsCourier:
    """Speaks to Teams for every tenant."""

    gateway: TeamsGateway
    places: Places
    _gone: set[tuple[str, str]] = field(default_factory=set)  # conversation, and the card in it
    _again: dict[str, None] = field(default_factory=dict)  # keys of what is tried a second time

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Post once."""
        place = await self._find_place(delivery)
        if place is None:
            return Refused("removed")
        outcome = await self.gateway.post(
            place.service, place.conversation, delivery.body, tenant=place.tenant
        )
        return await self._notice(delivery, self._repeat_once(delivery, outcome))

    def _repeat_once(self, delivery: Delivery, outcome: Outcome) -> Outcome:
        """Try a post again, once, where Microsoft tells bots to do so.

        By learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit 502 and 504 are to be
        retried, though nobody says that nothing was done; 412 is no doubt at all, and said so by
        the gateway. A process that is started anew has forgotten what it tried.
        """
        if not (isinstance(outcome, InDoubt) and outcome.reason in _AGAIN):
            return outcome
        if delivery.key in self._again:
            return outcome
        if len(self._again) >= _MOST_KEPT:
            self._again.pop(next(iter(self._again)))  # the oldest
        self._again[delivery.key] = None
        return Postponed(_AGAIN_SECONDS, outcome.reason)

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        """Put a card in the place of one of ours; with an empty body, delete that one."""
        place = await self._find_place(delivery)
        if place is None:
            return Refused("removed")
        # a card in a channel's thread is named without the thread
        conversation = place.conversation.partition(";")[0]
        if not delivery.body:
            return await self.gateway.delete(place.service, conversation, receipt, place.tenant)
        # asking for it again would use up the leave to post what comes in its place
        if (conversation, receipt) in self._gone:
            return _MESSAGE_GONE
        outcome = await self.gateway.update(
            place.service, conversation, receipt, delivery.body, place.tenant
        )
        if outcome == _MESSAGE_GONE:
            if len(self._gone) >= _MOST_KEPT:
                self._gone.clear()
            self._gone.add((conversation, receipt))
        if isinstance(outcome, Delivered):
            return Delivered(receipt)
        return await self._notice(delivery, outcome)

    async def show_typing(self, place: Place) -> None:
        """Say at once that we work on it. Nothing depends on it: a failure is no matter."""
        typing = {"type": "typing"}
        await self.gateway.post(place.service, place.conversation, typing, tenant=place.tenant)

    async def fetch_file(self, address: str, most: int) -> bytes | None:
        """Fetch a file that somebody sent us; None when it cannot be had."""
        return await self.gateway.fetch_file(address, most)

    async def _find_place(self, delivery: Delivery) -> Place | None:
        """Give where a delivery goes; None where the app was removed."""
        told: Mapping[str, str] = delivery.place
        tenant = told.get("tenant", "")
        if not _is_shared(told["conversation"]) and await self.places.is_removed(delivery.person):
            return None
        service = told.get("service") or await self.places.find_service(tenant)
        return Place(service, told["conversation"], tenant)

    async def _notice(self, delivery: Delivery, outcome: Outcome) -> Outcome:
        """Notice that the app was removed: nothing is sent there any more until they come back."""
        if isinstance(outcome, Refused) and outcome.reason in GONE:
            await self.places.note_removal(delivery.person)
        return outcome


def _is_shared(conversation: str) -> bool:
    """Say whether it is a channel or a group, where whoever removed us may be all the same."""
    return conversation.startswith("19:") and not conversation.endswith("@unq.gbl.spaces")

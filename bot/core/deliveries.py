"""What comes in and what goes out through a channel that acknowledges first and answers later.

An Arrival is on disk before its channel is told "received"; a Delivery has one key and is on disk
before it is sent. So neither a killed process nor a repeated event loses or doubles anything that
could be known.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.message import Message


@dataclass(frozen=True)
class Arrival:
    """Something that a channel received.

    Args:
        key: Names it, so that a repetition is known; made by the platform.
        channel: Who can read it: "slack", "teams".
        person: Whose it is, as the channel names them; for forgetting.
        payload: As received; encrypted on disk, erased once answered.
        follows: The key of a message of ours whose place the answer takes: such an arrival is our
            own, made with that message, and holds up nothing that its person says meanwhile.
    """

    key: str
    channel: str
    person: str
    payload: str
    follows: str = ""


@dataclass(frozen=True)
class Return:
    """Where somebody can be written to: channel, person as it names them, ids of the place."""

    channel: str
    person: str
    place: Mapping[str, str]


@dataclass(frozen=True)
class Delivery:
    """One rendered Message on its way to one place.

    Args:
        key: Names it for good; a delivery of the same key is never made twice.
        channel: Who delivers it.
        person: For whom; for forgetting.
        place: Where: the ids that the channel needs.
        body: The rendered message, as its channel wrote it.
        replaces: The key of an earlier delivery whose post this one takes the place of; with an
            empty body that post is taken back.
        over: The receipt of a post of ours that this one takes the place of, where the press of
            its button told us; it is posted anew where that cannot be done.
    """

    key: str
    channel: str
    person: str
    place: Mapping[str, str]
    body: Mapping[str, object]
    replaces: str = ""
    over: str = ""


@dataclass(frozen=True)
class Answered:
    """What an arrival is answered with, and what is then answered by itself."""

    deliveries: Sequence[Delivery] = ()
    follow_ups: Sequence[Arrival] = ()


@dataclass(frozen=True)
class Delivered:
    """It is there; `receipt` is how the platform names it."""

    receipt: str = ""


@dataclass(frozen=True)
class Refused:
    """It will never be there: the reason, as a word of the platform."""

    reason: str


@dataclass(frozen=True)
class Postponed:
    """It is certainly not there; try again after so many seconds.

    A platform that asks us to wait is no failure: it does not count as a try.
    """

    seconds: float
    reason: str
    is_failure: bool = True


@dataclass(frozen=True)
class InDoubt:
    """The request left, its answer did not come: it may be there.

    It is looked up after so many seconds; None: nobody can tell, it stays unknown.
    """

    reason: str
    look_up_after: float | None = 0.0


Outcome = Delivered | Refused | Postponed | InDoubt
ShowPosts = Callable[[Sequence[Delivery]], Awaitable[None]]


class Messenger(Protocol):
    """What a channel does for the delivery engine."""

    async def answer(self, arrival: Arrival) -> Answered:
        """Answer what arrived; nothing for what needs no answer."""
        ...

    async def answer_follow_up(self, arrival: Arrival, show: ShowPosts) -> Answered:
        """Answer what followed a message of ours; `show` takes what is ready before the end."""
        ...

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        """Say that answering failed."""
        ...

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        """Render a message for a place; the deliveries' keys begin with the key."""
        ...

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Deliver once."""
        ...

    async def look_up(self, delivery: Delivery) -> Outcome:
        """Say whether a delivery in doubt is there; InDoubt where nobody can tell."""
        ...

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        """Put a delivery in the place of the post that a receipt names; an empty one removes it.

        Doing it twice does no harm.
        """
        ...

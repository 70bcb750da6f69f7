"""What follows a message of ours: worked on apart, put in its place, gone with its person."""

from bot.core.deliveries import Answered, Arrival, Delivered, Delivery
from bot.storage.opening import Storage

_HELD_SECONDS = 30
_ADA = "slack:T1:ada"
SAID = Arrival("Ev1", "slack", _ADA, "{}")
FOLLOWS = Arrival("Ev1/0/follow", "slack", _ADA, '{"asked": 1}', follows="Ev1/0")


def make_post(key: str, words: str) -> Delivery:
    return Delivery(key, "slack", _ADA, {"channel": "D1"}, {"text": words})


async def answer_first(storage: Storage) -> None:
    """Answer what Ada said, with a message that something follows, and deliver it."""
    await storage.inbox.keep([SAID])
    held = await storage.inbox.hold_next("one", _HELD_SECONDS)
    assert held
    await storage.inbox.settle(held, Answered([make_post("Ev1/0/0", "go")], [FOLLOWS]))
    sending = await storage.ledger.take_next("one", _HELD_SECONDS)
    assert sending
    await storage.ledger.note(sending, "one", Delivered("ts-1"))


async def test_it_is_worked_on_apart_and_holds_up_nobody(storage: Storage) -> None:
    await answer_first(storage)
    assert await storage.inbox.hold_next("one", _HELD_SECONDS) is None
    held = await storage.inbox.hold_next("two", _HELD_SECONDS, follow_ups=True)
    assert held
    assert held.arrival == FOLLOWS
    said_meanwhile = Arrival("Ev2", "slack", _ADA, "{}")
    await storage.inbox.keep([said_meanwhile])
    next_held = await storage.inbox.hold_next("one", _HELD_SECONDS)
    assert next_held
    assert next_held.arrival == said_meanwhile
    assert await storage.inbox.hold_next("three", _HELD_SECONDS, follow_ups=True) is None


async def test_its_answer_takes_the_place_of_the_message(storage: Storage) -> None:
    await answer_first(storage)
    held = await storage.inbox.hold_next("two", _HELD_SECONDS, follow_ups=True)
    assert held
    await storage.inbox.settle(held, Answered([make_post("Ev1/0/follow/0", "go, with more")]))
    sending = await storage.ledger.take_next("one", _HELD_SECONDS)
    assert sending
    assert (sending.receipt, sending.delivery.body) == ("ts-1", {"text": "go, with more"})
    assert await storage.inbox.hold_next("two", _HELD_SECONDS, follow_ups=True) is None


async def test_without_an_answer_the_message_stays(storage: Storage) -> None:
    await answer_first(storage)
    held = await storage.inbox.hold_next("two", _HELD_SECONDS, follow_ups=True)
    assert held
    await storage.inbox.settle(held, Answered())
    assert await storage.ledger.take_next("one", _HELD_SECONDS) is None


async def test_after_forget_me_nothing_follows(storage: Storage) -> None:
    await answer_first(storage)
    held = await storage.inbox.hold_next("two", _HELD_SECONDS, follow_ups=True)
    assert held
    await storage.records.forget_person(_ADA)
    await storage.inbox.settle(held, Answered([make_post("Ev1/0/follow/0", "go, with more")]))
    assert await storage.ledger.take_next("one", _HELD_SECONDS) is None

"""Turn answers into deliveries, and show meanwhile that somebody works on them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.deliveries import Arrival, Delivery
from bot.core.message import Message

Render = Callable[[str, str, Mapping[str, str], Message], Sequence[Delivery]]


@dataclass(frozen=True)
class Answer:
    """A message, where it goes, and the post whose button was pressed for it."""

    place: Mapping[str, str]
    message: Message
    pressed: str = ""


def compose_deliveries(
    render: Render, arrival: Arrival, answers: Sequence[Answer]
) -> list[Delivery]:
    """Make the deliveries of answers; what settles a question takes the place of its buttons."""
    found: list[Delivery] = []
    for number, answer in enumerate(answers):
        key = f"{arrival.key}/{number}"
        first, *others = render(key, arrival.person, answer.place, answer.message)
        over = answer.pressed if answer.message.in_place else ""
        found += [replace(first, over=over), *others]
    return found


@contextlib.asynccontextmanager
async def showing(sign: Coroutine[None, None, None], seconds: float) -> AsyncIterator[None]:
    """Show a sign while we work; after that wait for it so long at most."""
    shown = asyncio.create_task(sign)
    try:
        yield
    finally:
        await asyncio.wait([shown], timeout=seconds)
        shown.cancel()

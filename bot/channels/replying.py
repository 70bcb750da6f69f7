"""Turn answers into deliveries, and show meanwhile that somebody works on them."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from bot.core.conversation import Conversation
from bot.core.deliveries import Answered, Arrival, Delivery, ShowPosts
from bot.core.message import Choice, Incoming, Message

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


def compose_answers(render: Render, arrival: Arrival, answers: Sequence[Answer]) -> Answered:
    """Make the deliveries of answers, and note what follows one of them by itself."""
    follow_ups = [
        _compose_follow_up(f"{arrival.key}/{number}", arrival, answer, answer.message.follow)
        for number, answer in enumerate(answers)
        if answer.message.follow is not None
    ]
    return Answered(compose_deliveries(render, arrival, answers), follow_ups)


def _compose_follow_up(key: str, arrival: Arrival, answer: Answer, asked: Incoming) -> Arrival:
    plain = replace(asked, files=(), pictures=(), show=None)
    payload = {"asked": asdict(plain), "place": dict(answer.place)}
    # ASCII keeps lone surrogates, which a draft may hold, as they came
    text = json.dumps(payload)
    return Arrival(f"{key}/follow", arrival.channel, arrival.person, text, follows=key)


async def answer_follow_up(
    conversation: Conversation, render: Render, arrival: Arrival, show_posts: ShowPosts
) -> Answered:
    """Answer what followed a message of ours; the answer takes that message's place.

    What is ready of it before takes that place meanwhile.
    """
    incoming, place = _read_follow_up(arrival)

    async def show(message: Message) -> None:
        await show_posts(render(arrival.key, arrival.person, place, message))

    message, *_ = await conversation.answer(replace(incoming, show=show))
    return Answered(render(arrival.key, arrival.person, place, message))


async def complete_alone(
    conversation: Conversation, render: Render, arrival: Arrival
) -> Sequence[Delivery]:
    """Give up what followed a message: it says then that nothing more comes."""
    incoming, place = _read_follow_up(arrival)
    message, *_ = await conversation.answer(replace(incoming, is_alone=True))
    return render(arrival.key, arrival.person, place, message)


def _read_follow_up(arrival: Arrival) -> tuple[Incoming, Mapping[str, str]]:
    payload = json.loads(arrival.payload)
    asked = dict(payload["asked"], pictures=(), files=())
    return Incoming(**(asked | {"choice": Choice(**asked["choice"])})), payload["place"]


@contextlib.asynccontextmanager
async def showing(sign: Coroutine[None, None, None], seconds: float) -> AsyncIterator[None]:
    """Show a sign while we work; after that wait for it so long at most."""
    shown = asyncio.create_task(sign)
    try:
        yield
    finally:
        await asyncio.wait([shown], timeout=seconds)
        shown.cancel()

"""What follows an answer is kept as it came, whatever its author wrote."""

import json
from collections.abc import Mapping, Sequence

import pytest

from bot.channels.replying import Answer, compose_answers
from bot.core.deliveries import Arrival, Delivery
from bot.core.message import Incoming, Message


def render(key: str, person: str, place: Mapping[str, str], message: Message) -> Sequence[Delivery]:
    return [Delivery(key, "slack", person, place, {"text": message.summary})]


@pytest.mark.parametrize("text", ["Ein Baum für alle 🌳", "half \ud83c a sign", "\x00"])
def test_what_follows_can_be_written_down(text: str) -> None:
    asked = Incoming("slack:T1:U1", "D1:1", text=text)
    message = Message("review", "Go", (), "de", follow=asked)
    answered = compose_answers(
        render, Arrival("Ev1", "slack", "slack:T1:U1", "{}"), [Answer({"team": "T1"}, message)]
    )
    (follow_up,) = answered.follow_ups
    assert follow_up.payload.encode()
    assert json.loads(follow_up.payload)["asked"]["text"] == text

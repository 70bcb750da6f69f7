"""Render the Home tab: the same parts as any message, as a view."""

from collections.abc import Sequence
from typing import Any

from bot.channels.slack.render import render_message
from bot.core.message import Message

_MOST_BLOCKS = 100


def render_home(messages: Sequence[Message]) -> dict[str, Any]:
    """Give the view of a person's Home tab; what is too much for it is left out."""
    blocks: list[object] = []
    for message in messages:
        for post in render_message(message):
            found = post["blocks"]
            blocks.extend(found if isinstance(found, list) else ())
    return {"type": "home", "blocks": blocks[:_MOST_BLOCKS]}

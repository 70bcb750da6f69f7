"""Read what a model answered, piece by piece. It fits its schema, and may hold anything."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.suggesting.angles import STYLES

_MOST_HOOKS, _MOST_REPLIES = 3, 3


@dataclass(frozen=True)
class Piece:
    """One text as the model wrote it, masked; `style` and `origin` where it named them."""

    text: str = field(repr=False)
    style: str = ""
    origin: str = field(default="", repr=False)


def read_hooks(data: Mapping[str, Any]) -> list[Piece]:
    """Read up to three first lines."""
    pieces = []
    for one in _list(data, "hooks")[:_MOST_HOOKS]:
        text, style = _word(one, "text"), _word(one, "style")
        pieces.append(Piece(text, style if style in STYLES else "", _word(one, "origin")))
    return pieces


def read_replies(data: Mapping[str, Any]) -> list[Piece]:
    """Read up to three answers."""
    return [Piece(_word(one, "text")) for one in _list(data, "replies")[:_MOST_REPLIES]]


def read_text(key: str) -> Callable[[Mapping[str, Any]], list[Piece]]:
    """Make what reads a single text."""

    def read(data: Mapping[str, Any]) -> list[Piece]:
        return [Piece(_word(data, key))]

    return read


def read_list(key: str, most: int) -> Callable[[Mapping[str, Any]], list[Piece]]:
    """Make what reads a list of texts, the first of them."""

    def read(data: Mapping[str, Any]) -> list[Piece]:
        listed = _list(data, key)[:most]
        return [Piece(one if isinstance(one, str) else "") for one in listed]

    return read


def _list(data: Mapping[str, Any], key: str) -> Sequence[object]:
    listed = data.get(key)
    return listed if isinstance(listed, list | tuple) else ()


def _word(data: object, key: str) -> str:
    """Give a text of an answer; what is none becomes empty and is dropped for its form."""
    word = data.get(key) if isinstance(data, Mapping) else None
    return word if isinstance(word, str) else ""

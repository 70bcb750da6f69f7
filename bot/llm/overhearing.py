"""What an answer says so far: the items of its list that are complete, while it is being written.

Most of our replies are one list. Of a reply that is none, or in any other form than asked for,
nothing is told: the whole of it is read at its end anyway.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.core.suggesting.ports import Watch
from bot.core.suggesting.schema import Schema, find_misfit
from bot.llm.outcomes import Heard
from bot.llm.reading import LONGEST, decode_from

_ENDS = frozenset('}"')  # an item ends with one of these, or nothing new is complete
_MOST = 20  # items that anybody is told of
_BETWEEN = re.compile(r"[\s,]*")


@dataclass
class Overhearing:
    """Tells somebody of the items of one reply."""

    schema: Schema
    watch: Watch
    _told: int = 0
    _list: tuple[str, Schema] | None = field(init=False)

    def __post_init__(self) -> None:
        """Look whether the reply is one list."""
        parts: Mapping[str, Any] = self.schema.get("properties", {})
        lists = [(name, part["items"]) for name, part in parts.items() if "items" in part]
        self._list = lists[0] if len(lists) == len(parts) == 1 else None

    def note(self, heard: Heard) -> None:
        """Look whether what was heard last completes an item, and tell of it."""
        if self._list is None or heard.length > LONGEST or not _ENDS & set(heard.pieces[-1]):
            return
        name, schema = self._list
        items = _read_items(heard.text, name, schema)
        if len(items) > self._told:
            self._told = len(items)
            self.watch({name: items})


def _read_items(text: str, name: str, schema: Schema) -> list[Any]:
    begin = re.search(rf"\{{\s*{re.escape(json.dumps(name))}\s*:\s*\[", text)
    items: list[Any] = []
    at = begin.end() if begin else len(text)
    while len(items) < _MOST:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        item, at = decode_from(text, at)
        if at < 0 or find_misfit(item, schema):
            return items
        items.append(item)
    return items

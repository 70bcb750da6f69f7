"""A post without blocks: its words only, for when Slack refuses how they are arranged."""

from collections.abc import Iterator, Mapping
from typing import Any

# Slack's words for blocks or a text that it does not take.
TOO_MUCH = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
_LONGEST = 3_500  # characters; a changed post may have 4,000


def make_plain(post: Mapping[str, Any]) -> dict[str, Any]:
    """Give a post with the words of its blocks as its text, and no blocks.

    They are named all the same: a changed post would keep those it had.
    """
    words = "\n".join(_list_words(post.get("blocks"))).strip()
    text = _cut(escape_text(words)) if words else str(post.get("text", ""))[:_LONGEST]
    return {**post, "text": text, "blocks": []}


def escape_text(text: str) -> str:
    """Escape what Slack reads as a mention or a link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(escaped: str) -> str:
    """Cut an escaped text, but not within “&amp;”."""
    if len(escaped) <= _LONGEST:
        return escaped
    kept = escaped[: _LONGEST - 1]
    start = kept.rfind("&")
    if start >= 0 and ";" not in kept[start:]:
        kept = kept[:start]
    return f"{kept}…"


def _list_words(blocks: object) -> Iterator[str]:
    """List the words on blocks line by line; of buttons nothing, nobody could press them."""
    for block in blocks if isinstance(blocks, list) else ():
        if block.get("type") == "header":
            yield str(block["text"]["text"])
        elif block.get("type") == "rich_text":
            for part in block["elements"]:
                if part["type"] == "rich_text_list":
                    yield from (f"• {_join(item)}" for item in part["elements"])
                else:
                    yield _join(part)


def _join(part: Mapping[str, Any]) -> str:
    return "".join(_name(element) for element in part["elements"])


def _name(element: Mapping[str, Any]) -> str:
    """Give the words of an element; of a link the address too, nobody could follow its label."""
    words = str(element.get("text", ""))
    return f"{words}: {element['url']}" if "url" in element else words

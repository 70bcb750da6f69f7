"""The elements of a card that show text, and what they weigh. Nothing here knows a Message.

Text stands in rich text wherever it can: Teams shows a TextRun as it is, while it reads a TextBlock
as Markdown. So a draft stays what its author wrote.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.core.language.surrogates import replace_surrogates

Element = dict[str, Any]

LARGEST_UNIT = 20_000  # characters of JSON that stay together
_LARGEST_BLOCK = 7_000  # characters of JSON in one block of text
_LONGEST_HEADING = 200

# Only a TextBlock can be a heading to a screen reader. What could be Markdown, a link or a date
# function in it is bold rich text instead.
_PLAIN = re.compile(r"(?!\d+[.)])[^\W_](?:[\w ,:;?!()%’‘“”„«»–—…-]|\.(?= |$))*")
# {{DATE(...)}} is a function even in a TextRun; cut in two it is none.
_BRACES = re.compile(r"(?<=\{)(?=\{)|(?<=\$)(?=\{)")


def write_run(text: str, **looks: object) -> Iterator[Element]:
    """Give text as runs that show exactly this text; `looks` are properties of a TextRun."""
    for piece in _BRACES.split(clean_text(text)):
        if piece:
            yield {"type": "TextRun", "text": piece, **looks}


def write_text(*runs: Iterable[Element], spacing: str = "Default") -> Iterator[Element]:
    """Give runs as blocks of text, none of them heavier than is good for a card."""
    for number, block in enumerate(_cut([run for some in runs for run in some])):
        yield {
            "type": "RichTextBlock",
            "inlines": block,
            "spacing": "None" if number else spacing,
        }


def write_heading(text: str, size: str, spacing: str = "Default") -> Iterator[Element]:
    """Give a heading."""
    if not text.strip():
        return
    if len(text) <= _LONGEST_HEADING and _PLAIN.fullmatch(text):
        yield {
            "type": "TextBlock",
            "text": text,
            "style": "heading",
            "size": size,
            "weight": "Bolder",
            "wrap": True,
            "spacing": spacing,
        }
    else:
        yield from write_text(write_run(text, weight="Bolder", size=size), spacing=spacing)


def write_row(sign: str, elements: Sequence[Element], spacing: str = "Small") -> Element:
    """Give elements behind a short sign, as a list does."""
    return {
        "type": "ColumnSet",
        "spacing": spacing,
        "columns": [
            {"type": "Column", "width": "auto", "items": list(write_text(write_run(sign)))},
            {"type": "Column", "width": "stretch", "spacing": "Small", "items": list(elements)},
        ],
    }


def contain(elements: Iterable[Element], style: str, **looks: object) -> Iterator[Element]:
    """Put elements into a container; what is too heavy for one goes on in the next."""
    held: list[Element] = []
    for element in elements:
        if held and weigh([*held, element]) > LARGEST_UNIT:
            yield {"type": "Container", "style": style, "items": held, **looks}
            held = []
        held.append(element)
    if held:
        yield {"type": "Container", "style": style, "items": held, **looks}


def weigh(value: object) -> int:
    """Count the characters of something as JSON."""
    return len(json.dumps(value))


def clean_text(text: str) -> str:
    """Replace what is no text: half a surrogate, and the sign that ends strings elsewhere."""
    return replace_surrogates(text).replace("\x00", "\ufffd")


def shorten_text(text: str, most: int) -> str:
    """Give a text that is no longer than a label may be."""
    clean = clean_text(text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def _cut(runs: Sequence[Element]) -> Iterator[list[Element]]:
    """Cut runs into blocks, after a paragraph or a word where there is one."""
    held: list[Element] = []
    room = _LARGEST_BLOCK
    for run in runs:
        frame = weigh({**run, "text": ""})
        text = run["text"]
        while text:
            piece = _begin(text, room - frame, forced=not held)
            if piece:
                held.append({**run, "text": piece})
                room -= frame + weigh(piece)
                text = text[len(piece) :]
            if text:
                yield held
                held, room = [], _LARGEST_BLOCK
    if held:
        yield held


def _begin(text: str, room: int, *, forced: bool) -> str:
    """Give the beginning of a text that has room; if forced, at least one sign of it."""
    if weigh(text) <= room:
        return text
    end = _count_fitting(text, room)
    for border in ("\n\n", "\n", " "):
        at = text.rfind(border, end // 2, end)
        if at >= 0:
            return text[: at + len(border)]
    return text[: max(end, 1)] if forced else ""


def _count_fitting(text: str, room: int) -> int:
    """Count the signs that have room as JSON, each weighed as heavy as it may be."""
    weight = 2  # the quotes
    for number, sign in enumerate(text):
        if sign.isascii() and sign.isprintable():
            weight += 2 if sign in '"\\' else 1
        else:
            weight += 6 if sign <= "\uffff" else 12
        if weight > room:
            return number
    return len(text)

"""Render a Message as Slack posts: Block Kit within Slack's limits, most of it rich text.

Rich text is literal: nothing in it becomes a mention, a link or formatting, so a draft stays what
its author wrote. A message that is too long for one post goes on in the same thread.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.channels.slack.incoming import CHOICE
from bot.channels.slack.plain import escape_text
from bot.core.language.surrogates import replace_surrogates
from bot.core.message import (
    Banner,
    Choice,
    Choices,
    Copyable,
    FindingPart,
    Form,
    Link,
    Listing,
    MarkedDraft,
    Message,
    Paragraph,
    Part,
    Preview,
    Section,
)
from bot.core.model import Language, Severity, Verdict

Block = dict[str, Any]
EVENT = "jourfix_message"  # the type of our posts' metadata

# Undocumented: Slack refused messages from about 11,300 characters over all blocks on.
_MOST_CHARACTERS = 9_000
_MOST_BLOCKS = 45  # of 50; a post that goes on needs some room
_LONGEST_PIECE = 2_900  # of 3,000 of a text; longer rich text is cut into several
_LONGEST_SUMMARY = 600  # what a notification and a screen reader begin with
_LONGEST_BOX = 30  # characters; longer marked words are bold, a box over two lines is hard to read
_LONGEST_LABEL = 75
_MOST_BUTTONS = 5  # in a row; 25 are allowed, a phone shows five
_SIGNS = {Verdict.GO: "🟢", Verdict.ADJUST: "🟡", Verdict.ASK: "🔴"}
_DOTS = {Severity.CONSIDER: "🔵", Severity.ADJUST: "🟡", Severity.ASK: "🔴"}
_STYLES = {"primary": "primary", "danger": "danger"}


@dataclass
class Post:
    """The blocks of one post, and what they weigh."""

    blocks: list[Block] = field(default_factory=list)
    characters: int = 0

    def takes(self, size: int) -> bool:
        """Say whether a block of this size still fits."""
        return (
            len(self.blocks) < _MOST_BLOCKS and self.characters + size <= _MOST_CHARACTERS
        ) or not self.blocks


def render_message(message: Message) -> list[Mapping[str, object]]:
    """Give the posts of a message; each has `text` for notifications and screen readers."""
    posts = [Post()]
    numbers = _Numbers(message.language)
    for block in (block for part in message.parts for block in _render_part(part, numbers)):
        size = _weigh(block)
        if not posts[-1].takes(size):
            posts.append(Post())
        posts[-1].blocks.append(block)
        posts[-1].characters += size
    summary = escape_text(message.summary[:_LONGEST_SUMMARY])
    told = [{"kind": message.kind, "part": f"{at}/{len(posts)}"} for at in range(1, len(posts) + 1)]
    return [
        {
            "text": summary,
            "blocks": post.blocks,
            "metadata": {"event_type": EVENT, "event_payload": payload},
        }
        for post, payload in zip(posts, told, strict=True)
    ]


class _Numbers:
    """Names the buttons of a message: an id may stand in it once, and tells its language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._last = 0

    def name(self, action: str) -> str:
        """Give the id of the next button; read_choice reads it."""
        self._last += 1
        return f"{CHOICE}.{action}.{self._language}.{self._last}"


def _render_part(part: Part, numbers: _Numbers) -> Iterator[Block]:
    match part:
        case Paragraph(text=text, tone=tone):
            yield from _rich(_text(text, bold=tone == "strong", italic=tone == "quiet"))
        case Banner(verdict=verdict, title=title, text=text):
            yield {"type": "header", "text": plain_text(f"{_SIGNS[verdict]} {title}", 150)}
            yield from _rich(_text(text))
        case MarkedDraft():
            yield from _rich(_text(part.label, bold=True))
            yield from _quote(_mark(part))
        case FindingPart():
            yield from _render_finding(part, numbers)
        case Listing(title=title, items=items):
            yield from _render_list(title, items)
        case Copyable(title=title, text=text):
            yield from _rich(_text(title, bold=True))
            yield from _pieces("rich_text_preformatted", [_text(text)])
        case Link():
            yield from _render_link(part)
        case Preview():
            yield from _render_preview(part)
        case Section(title=title, parts=parts):
            yield {"type": "divider"}
            yield {"type": "header", "text": plain_text(title, 150)}
            for inner in parts:
                yield from _render_part(inner, numbers)
        case Form(label=label, hint=hint):
            yield from _rich(_text(label, bold=True), _text(f"\n{hint}", italic=True))
        case Choices(choices=choices, title=title):
            if title:
                yield from _rich(_text(title, italic=True))
            yield from _buttons(choices, numbers)


def _render_finding(part: FindingPart, numbers: _Numbers) -> Iterator[Block]:
    title = f"{_DOTS[part.severity]} {part.number}. {part.severity_label}: "
    yield from _rich(_text(title, bold=True), _text(part.message))
    rows = [(part.why_label, part.why), (part.fix_label, part.fix)]
    if part.replacement:
        rows.append((part.replacement_label, part.replacement))
    source = f"{part.source.title}, {part.source.section}".rstrip(", ")
    note = f" ({part.source_note})" if part.source_note else ""
    rows.append((part.source_label, source + note))
    lines: list[Block] = []
    for label, text in rows:
        lines += [_text(f"{label}: ", bold=True), _text(text), _text("\n")]
    yield from _rich(*lines[:-1])
    yield from _buttons(part.choices, numbers)


def _render_list(title: str, items: Sequence[str]) -> Iterator[Block]:
    if title:
        yield from _rich(_text(title, bold=True))
    if items:
        sections = [
            {"type": "rich_text_section", "elements": [_text(item[:_LONGEST_PIECE] or " ")]}
            for item in items
        ]
        yield {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "bullet", "elements": sections}],
        }


def _render_preview(part: Preview) -> Iterator[Block]:
    yield from _rich(
        _text(part.title, bold=True),
        _text(f"\n{part.mobile_label}: ", italic=True),
        _text(f"{part.mobile} …"),
        _text(f"\n{part.desktop_label}: ", italic=True),
        _text(f"{part.desktop} …"),
    )


def _render_link(part: Link) -> Iterator[Block]:
    """Give a link, where it leads to a page that can be reached from Slack."""
    if part.is_absolute:
        label = _text((part.label or part.address)[:_LONGEST_PIECE])
        yield _wrap("rich_text_section", [{**label, "type": "link", "url": part.address}])


def _mark(draft: MarkedDraft) -> Iterator[Block]:
    at = 0
    for mark in draft.marks:
        yield _text(draft.text[at : mark.start])
        marked = draft.text[mark.start : mark.end]
        yield _text(marked, bold=True, code=len(marked) <= _LONGEST_BOX)
        yield _text(f" ({mark.number})", bold=True)
        at = mark.end
    yield _text(draft.text[at:])


def _text(text: str, *, bold: bool = False, italic: bool = False, code: bool = False) -> Block:
    """Make literal text; half a surrogate is no text for Slack."""
    clean = replace_surrogates(text).replace("\x00", "")
    element: Block = {"type": "text", "text": clean}
    given = {"bold": bold, "italic": italic, "code": code}
    style = {name: True for name, is_on in given.items() if is_on}
    if style:
        element["style"] = style
    return element


def _rich(*elements: Block) -> Iterator[Block]:
    yield from _pieces("rich_text_section", elements)


def _quote(elements: Iterable[Block]) -> Iterator[Block]:
    yield from _pieces("rich_text_quote", elements)


def _pieces(kind: str, elements: Iterable[Block]) -> Iterator[Block]:
    """Put literal text into blocks of one kind, none of them longer than Slack takes."""
    held: list[Block] = []
    size = 0
    for element in elements:
        text = element["text"]
        while text:
            room = _LONGEST_PIECE - size
            piece, text = text[:room], text[room:]
            held.append({**element, "text": piece})
            size += len(piece)
            if size >= _LONGEST_PIECE:
                yield _wrap(kind, held)
                held, size = [], 0
    if held:
        yield _wrap(kind, held)


def _wrap(kind: str, elements: list[Block]) -> Block:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": elements}]}


def _buttons(choices: Sequence[Choice], numbers: _Numbers) -> Iterator[Block]:
    for first in range(0, len(choices), _MOST_BUTTONS):
        row = choices[first : first + _MOST_BUTTONS]
        yield {"type": "actions", "elements": [_button(choice, numbers) for choice in row]}


def _button(choice: Choice, numbers: _Numbers) -> Block:
    button: Block = {
        "type": "button",
        "text": plain_text(choice.label, _LONGEST_LABEL),
        "action_id": numbers.name(choice.action),
    }
    if choice.value:
        button["value"] = choice.value[:2000]
    if choice.style in _STYLES:
        button["style"] = _STYLES[choice.style]
    return button


def plain_text(text: str, most: int) -> Block:
    """Make a label no longer than Slack takes."""
    shown = text if len(text) <= most else text[: most - 1] + "…"
    return {"type": "plain_text", "text": shown or " ", "emoji": True}


def _weigh(value: object) -> int:
    """Count the characters of everything that is shown in a block."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_weigh(inner) for name, inner in value.items() if name != "type")
    if isinstance(value, list):
        return sum(_weigh(inner) for inner in value)
    return 0

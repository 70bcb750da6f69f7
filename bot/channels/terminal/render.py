"""Render a Message for a terminal. Colour only adds to the words."""

import shutil
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

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
from bot.core.model import Severity, Verdict

_COLOURS = {Verdict.GO: "green", Verdict.ADJUST: "yellow", Verdict.ASK: "red"}
_MARKS = {Severity.CONSIDER: "cyan", Severity.ADJUST: "yellow", Severity.ASK: "red"}
_SIGNS = {Verdict.GO: "✓", Verdict.ADJUST: "✎", Verdict.ASK: "✋"}
_WIDEST = 96
# Signs that steer a terminal or turn the direction of writing: shown as a dot, never sent.
_STEERING = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ],
    "·",
)


def plain(text: str) -> str:
    """Give a text that a terminal shows and does not obey."""
    return text.translate(_STEERING)


def print_message(message: Message, console: Console) -> tuple[Choice, ...]:
    """Print a message and give its choices in the order of their numbers."""
    choices: list[Choice] = []
    console.print(
        Group(*(_render(part, choices) for part in message.parts)),
        width=min(_WIDEST, shutil.get_terminal_size((80, 24)).columns),
    )
    return tuple(choices)


def _render(part: Part, choices: list[Choice]) -> RenderableType:
    match part:
        case Paragraph(text=text, tone=tone):
            style = {"normal": "", "strong": "bold", "quiet": "dim"}[tone]
            return Padding(Text(plain(text), style=style), (0, 0, 1, 0))
        case Banner(verdict=verdict, title=title, text=text):
            body = Text.assemble((f"{_SIGNS[verdict]} {title}\n", "bold"), plain(text))
            return Panel(body, border_style=_COLOURS[verdict], padding=(0, 1))
        case MarkedDraft():
            return Padding(_mark(part), (1, 2))
        case FindingPart():
            return _render_finding(part, choices)
        case Listing(title=title, items=items):
            return _list(title, items)
        case Copyable(title=title, text=text):
            return Padding(Group(Text(title, style="bold"), Text(plain(text))), (0, 0, 1, 2))
        case Link(label=label, address=address):
            shown = plain(f"{label}: {address}" if part.is_absolute else label)
            return Padding(Text(shown), (0, 0, 1, 0))
        case Preview(title=title, mobile_label=label, mobile=mobile):
            body = Text.assemble((f"{title}\n", "bold"), (f"{label}: ", "dim"), plain(mobile), " …")
            return Padding(body, (0, 0, 1, 2))
        case Section(title=title, parts=parts):
            inner = [_render(inner, choices) for inner in parts]
            return Group(Text(f"\n{title}\n", style="bold underline"), *inner)
        case Form():
            return _render_form(part, choices)
        case Choices(choices=offered, title=title):
            return _render_choices(offered, title, choices)


def _mark(draft: MarkedDraft) -> Text:
    text = Text()
    at = 0
    for mark in draft.marks:
        text.append(plain(draft.text[at : mark.start]))
        text.append(
            f"[{plain(draft.text[mark.start : mark.end])}]", style=f"{_MARKS[mark.severity]} bold"
        )
        text.append(f"({mark.number})", style="dim")
        at = mark.end
    text.append(plain(draft.text[at:]))
    return text


def _render_finding(part: FindingPart, choices: list[Choice]) -> RenderableType:
    source = f"{part.source.title}, {part.source.section}".rstrip(", ")
    body = Text.assemble(
        (f"{part.number}. {part.severity_label}: ", f"{_MARKS[part.severity]} bold"),
        plain(part.message),
        (f"\n{part.why_label}: ", "bold"),
        plain(part.why),
        (f"\n{part.fix_label}: ", "bold"),
        plain(part.fix),
    )
    if part.replacement:
        body.append(f"\n{part.replacement_label}: ", style="bold")
        body.append(part.replacement)
    body.append(f"\n{part.source_label}: {source}", style="dim")
    if part.source_note:
        body.append(f" ({part.source_note})", style="dim")
    choices.extend(part.choices)
    return Padding(body, (0, 0, 1, 2))


def _list(title: str, items: Sequence[str]) -> RenderableType:
    body = Text(f"{title}\n" if title else "", style="bold")
    for item in items:
        body.append(Text(f"  • {plain(item)}\n"))
    return Padding(body, (0, 0, 0, 2))


def _render_form(part: Form, choices: list[Choice]) -> RenderableType:
    """Show what is asked for; whoever presses the button is asked to write."""
    choices.append(part.choice)
    lines = [one for one in (part.label, part.hint, part.text) if one]
    return Group(_list(part.title, lines), Text(f"  [{part.choice.label}]", style="cyan"))


def _render_choices(offered: Sequence[Choice], title: str, choices: list[Choice]) -> RenderableType:
    body = Text(f"{title}\n" if title else "", style="dim")
    for choice in offered:
        choices.append(choice)
        body.append(f"  [{choice.label}]", style="cyan")
    return Padding(body, (1, 0, 0, 0))

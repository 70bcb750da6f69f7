"""Render a Message as Teams activities: plain JSON, one Adaptive Card 1.5 each.

A message that is too heavy for one activity goes on in the next. The first element of a card is
named after the message, so that whoever reads a card can tell which one it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.teams.choices import render_buttons, render_form, render_link
from bot.channels.teams.dialogs import CARD, VERSION
from bot.channels.teams.elements import (
    Element,
    contain,
    shorten_text,
    weigh,
    write_heading,
    write_row,
    write_run,
    write_text,
)
from bot.channels.teams.findings import fold, render_finding
from bot.core.message import (
    Banner,
    Choices,
    Copyable,
    FindingPart,
    Form,
    Link,
    Listing,
    Mark,
    MarkedDraft,
    Message,
    Paragraph,
    Part,
    Preview,
    Section,
)
from bot.core.model import Language, Severity, Verdict

# Teams counts 100 KB of UTF-16 over the whole activity, and some were refused from 70 KB on; in
# ASCII JSON each sign is a byte, so 38,000 hold either way. Summary and fallback need up to 8,000.
_HEAVIEST_BODY = 30_000
_LONGEST_SUMMARY = 300
_STYLES = {Verdict.GO: "good", Verdict.ADJUST: "warning", Verdict.ASK: "attention"}
_LOOKS: dict[Severity, dict[str, object]] = {
    # a theme may show no highlight, so what matters is underlined as well
    Severity.ASK: {"weight": "Bolder", "highlight": True, "underline": True},
    Severity.ADJUST: {"weight": "Bolder", "highlight": True, "underline": True},
    Severity.CONSIDER: {"underline": True},
}
_TONES: dict[str, dict[str, object]] = {
    "normal": {},
    "strong": {"weight": "Bolder"},
    "quiet": {"isSubtle": True},
}
_SIGN = re.compile(r"(?:\d{1,2}\.|[✗✓]) (?=\S)")  # what a list may begin with, for a dot
_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|~$])")


@dataclass
class Card:
    """The elements of one card, and what they weigh."""

    body: list[Element] = field(default_factory=list)
    weight: int = 0

    def takes(self, element: Element) -> bool:
        """Say whether an element still fits; a name may stand in a card only once."""
        twice = "id" in element and any(element["id"] == one.get("id") for one in self.body)
        return self.weight + weigh(element) <= _HEAVIEST_BODY and not twice

    def add(self, element: Element) -> None:
        """Put an element at the end."""
        self.body.append(element)
        self.weight += weigh(element)


def render_message(message: Message) -> list[Element]:
    """Give the activities of a message; each has a summary for notifications."""
    cards = [Card()]
    names = iter(range(1, 1_000_000))
    for part in message.parts:
        for element in _render_part(part, message.language, names):
            if not cards[-1].takes(element):
                cards.append(Card())
            cards[-1].add(element)
    is_wide = any(isinstance(part, MarkedDraft | Section | Form) for part in message.parts)
    summary = _name_signs(shorten_text(message.summary, _LONGEST_SUMMARY))
    return [
        _wrap(message, card.body, f"{message.kind}.{at}.{len(cards)}", summary, is_wide=is_wide)
        for at, card in enumerate(cards, 1)
    ]


def _wrap(
    message: Message, body: list[Element], name: str, summary: str, *, is_wide: bool
) -> Element:
    if not body or "id" in body[0]:
        sign: Element = {"type": "Container", "items": [], "spacing": "None"}
        body = [sign, *body]
    card: Element = {
        "type": "AdaptiveCard",
        "version": VERSION,
        "lang": message.language,
        "fallbackText": _MARKDOWN.sub(r"\\\1", summary),
        "body": [{**body[0], "id": name}, *body[1:]],
    }
    if is_wide:
        card["msteams"] = {"width": "Full"}
    return {
        "type": "message",
        "summary": summary,
        "attachments": [{"contentType": CARD, "content": card}],
    }


def _name_signs(text: str) -> str:
    """Give a text in which nothing can be a tag."""
    return text.replace("<", "‹").replace(">", "›")


def _render_part(part: Part, language: Language, names: Iterator[int]) -> Iterator[Element]:
    match part:
        case Paragraph(text=text, tone=tone):
            yield from write_text(write_run(text, **_TONES[tone]))
        case Banner(verdict=verdict, title=title, text=text):
            lines = [
                *write_heading(title, "ExtraLarge"),
                *write_text(write_run(text), spacing="Small"),
            ]
            yield from contain(lines, _STYLES[verdict], bleed=True)
        case MarkedDraft():
            yield from write_text(write_run(part.label, weight="Bolder"), spacing="Large")
            yield from contain(write_text(*_mark(part)), "emphasis", spacing="Small")
        case FindingPart():
            yield from render_finding(part, language, next(names))
        case Listing(title=title, items=items):
            yield from write_text(write_run(title, weight="Bolder"), spacing="Large")
            for item in items:
                yield from _render_item(item)
        case Copyable(title=title, text=text):
            yield from write_text(write_run(title, weight="Bolder"), spacing="Large")
            yield from contain(write_text(write_run(text)), "emphasis", spacing="Small")
        case Link():
            yield from render_link(part)
        case Preview():
            yield from _render_preview(part)
        case Section():
            yield from _render_section(part, language, names)
        case Form():
            yield from render_form(part, language)
        case Choices(choices=choices, title=title):
            yield from write_text(write_run(title, isSubtle=True), spacing="Large")
            yield from render_buttons(choices, language)


def _mark(draft: MarkedDraft) -> Iterator[Iterator[Element]]:
    """Give the runs of a draft; only the numbers of its findings are small."""
    at = 0
    for mark in draft.marks:
        yield write_run(draft.text[at : mark.start])
        yield _mark_place(draft.text[mark.start : mark.end], mark)
        at = mark.end
    yield write_run(draft.text[at:])


def _mark_place(text: str, mark: Mark) -> Iterator[Element]:
    yield from write_run(text, **_LOOKS[mark.severity])
    yield from write_run(f" ({mark.number})", size="Small", weight="Bolder")


def _render_item(item: str) -> Iterator[Element]:
    known = _SIGN.match(item)
    sign = known.group() if known else "• "
    blocks = list(write_text(write_run(item.removeprefix(sign)), spacing="None"))
    if len(blocks) == 1:
        yield write_row(sign, blocks)
    else:
        yield from write_text(write_run(item), spacing="Small")


def _render_preview(part: Preview) -> Iterator[Element]:
    yield from write_text(write_run(part.title, weight="Bolder"), spacing="Large")
    for label, text in ((part.mobile_label, part.mobile), (part.desktop_label, part.desktop)):
        yield from write_text(write_run(label, isSubtle=True), spacing="Small")
        yield from contain(write_text(write_run(f"{text} …")), "emphasis", spacing="Small")


def _render_section(part: Section, language: Language, names: Iterator[int]) -> Iterator[Element]:
    number = next(names)
    inner = [one for some in part.parts for one in _render_part(some, language, names)]
    # a form's field has one name, so two forms cannot be in one card: they stay on the top level
    if part.folded and not any(isinstance(one, Form) for one in part.parts):
        title = write_heading(part.title, "Large")
        yield from fold(list(title), inner, number, part.title, language)
        return
    yield from write_heading(part.title, "Large", "ExtraLarge")
    yield from inner

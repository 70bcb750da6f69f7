"""A Message of the chat as part of a page: every button is a form, every text is escaped.

So what editors do in a chat they can do here: one use case, one Message, another markup.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup, escape

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

_BETWEEN = " "  # stands between the action, which is one word, and the value of a button
_LONGEST_ACTION, _LONGEST_VALUE = 40, 200


@dataclass(frozen=True)
class Sending:
    """Where the forms of a page go.

    Args:
        path: The page that takes a press, below /desk.
        guard: The session's.
    """

    path: str
    guard: str


def render_message(message: Message, sending: Sending | None = None) -> Markup:
    """Give a message as a <section>; without a place to send to it has no buttons."""
    body = Markup("").join(render_part(part, sending) for part in message.parts)
    return Markup('<section class="{}" lang="{}" aria-label="{}">{}</section>').format(
        message.kind, message.language, message.summary, body
    )


def read_choice(pressed: str) -> Choice | None:
    """Read which button was pressed; None where it is none of ours."""
    action, between, value = pressed.partition(_BETWEEN)
    if not between or not action or len(action) > _LONGEST_ACTION or len(value) > _LONGEST_VALUE:
        return None
    return Choice("", action, value)


def write_choice(choice: Choice) -> str:
    """Write a button as the value that comes back with it."""
    return f"{choice.action}{_BETWEEN}{choice.value}"


def render_part(part: Part, sending: Sending | None) -> Markup:
    """Give one part as HTML."""
    match part:
        case Paragraph(text=text, tone=tone):
            return Markup('<p class="{}">{}</p>').format(tone, _lines(text))
        case Banner(verdict=verdict, title=title, text=text):
            return Markup('<p><span class="tag {}">{}</span> {}</p>').format(
                verdict.value, title, text
            )
        case MarkedDraft():
            return render_marked(part)
        case FindingPart():
            return _render_finding(part)
        case Listing(title=title, items=items):
            return _render_list(title, items)
        case Copyable(title=title, text=text):
            return Markup("<h3>{}</h3><blockquote>{}</blockquote>").format(title, text)
        case Link(label=label, address=address):
            return _link(label, address)
        case Preview(title=title, mobile=mobile, desktop=desktop) as preview:
            rows = ((preview.mobile_label, mobile), (preview.desktop_label, desktop))
            return Markup("<h3>{}</h3><dl>{}</dl>").format(title, _rows(rows))
        case Section(title=title, parts=parts):
            inner = Markup("").join(render_part(one, sending) for one in parts)
            return Markup("<h2>{}</h2>{}").format(title, inner)
        case Form():
            return _render_form(part, sending)
        case Choices(choices=choices, title=title):
            label = Markup('<p class="quiet">{}</p>').format(title) if title else Markup("")
            return label + _render_buttons(choices, sending)
        case _:
            assert_never(part)


def render_marked(part: MarkedDraft) -> Markup:
    """Give a draft with what was found in it marked and numbered."""
    pieces: list[Markup] = []
    at = 0
    for mark in part.marks:
        pieces.append(escape(part.text[at : mark.start]))
        words = part.text[mark.start : mark.end]
        pieces.append(
            Markup('<mark class="{}">{}<sup>{}</sup></mark>').format(
                mark.severity.value, words, mark.number
            )
        )
        at = mark.end
    pieces.append(escape(part.text[at:]))
    label = Markup('<p class="quiet">{}</p>').format(part.label) if part.label else Markup("")
    return label + Markup("<blockquote>{}</blockquote>").format(Markup("").join(pieces))


def _render_finding(part: FindingPart) -> Markup:
    rows = [(part.why_label, part.why), (part.fix_label, part.fix)]
    if part.replacement:
        rows.append((part.replacement_label, part.replacement))
    source = " ".join(word for word in (part.source.title, part.source.section) if word)
    rows.append((part.source_label, source))
    return Markup('<p><span class="tag {}">{}. {}</span> {}</p><dl>{}</dl>').format(
        part.severity.value, part.number, part.severity_label, part.message, _rows(rows)
    )


def _rows(rows: Iterable[tuple[str, str]]) -> Markup:
    return Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(name, _lines(told)) for name, told in rows
    )


def _render_list(title: str, items: Iterable[str]) -> Markup:
    heading = Markup("<h3>{}</h3>").format(title) if title else Markup("")
    lines = Markup("").join(Markup("<li>{}</li>").format(_lines(item)) for item in items)
    return heading + Markup("<ul>{}</ul>").format(lines)


def _link(label: str, address: str) -> Markup:
    if not address.startswith(("https://", "http://", "/")):
        return Markup("<p>{}: {}</p>").format(label, address)
    return Markup('<p><a href="{}" rel="noopener noreferrer">{}</a></p>').format(address, label)


def _render_form(part: Form, sending: Sending | None) -> Markup:
    if sending is None:
        return Markup("<h3>{}</h3><blockquote>{}</blockquote>").format(part.title, part.text)
    return Markup(
        '<form class="stack" method="post" action="/desk{}"><h3>{}</h3>{}<label>{}<small>{}</small>'
        '<textarea name="text" rows="5" maxlength="10000">{}</textarea></label>{}</form>'
    ).format(
        sending.path,
        part.title,
        _guard(sending),
        part.label,
        part.hint,
        part.text,
        _button(part.choice),
    )


def _render_buttons(choices: Iterable[Choice], sending: Sending | None) -> Markup:
    if sending is None:
        return Markup("")
    buttons = Markup("").join(_button(choice) for choice in choices)
    return Markup('<form method="post" action="/desk{}">{}<p class="row">{}</p></form>').format(
        sending.path, _guard(sending), buttons
    )


def _guard(sending: Sending) -> Markup:
    return Markup('<input type="hidden" name="guard" value="{}">').format(sending.guard)


def _button(choice: Choice) -> Markup:
    style = choice.style if choice.style in ("primary", "danger") else ""
    return Markup('<button name="choice" value="{}" class="{}">{}</button>').format(
        write_choice(choice), style, choice.label
    )


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))

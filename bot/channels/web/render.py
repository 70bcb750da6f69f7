"""Render a Message as HTML. Every text is escaped; nothing an author wrote becomes markup."""

from collections.abc import Iterable

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


def render_message(message: Message) -> str:
    """Give one message as an <article>."""
    body = Markup("").join(render_part(part) for part in message.parts)
    return str(
        Markup(
            '<article class="message {kind}" lang="{language}" aria-label="{summary}">{body}</article>'
        ).format(kind=message.kind, language=message.language, summary=message.summary, body=body)
    )


def render_part(part: Part) -> Markup:
    """Give one part as HTML."""
    match part:
        case Paragraph(text=text, tone=tone):
            return Markup('<p class="{}">{}</p>').format(tone, _lines(text))
        case Banner(verdict=verdict, title=title, text=text):
            return Markup(
                '<header class="banner {}"><span class="sign" aria-hidden="true"></span>'
                "<div><h2>{}</h2><p>{}</p></div></header>"
            ).format(verdict.value, title, text)
        case MarkedDraft():
            return _render_marked(part)
        case FindingPart():
            return _render_finding(part)
        case Listing(title=title, items=items):
            return _render_list(title, items)
        case Copyable(title=title, text=text, button=button):
            return _render_copyable(title, text, button)
        case Link(label=label, address=address):
            return Markup(
                '<p class="link"><a href="{}" target="_blank" rel="noopener noreferrer">{}</a></p>'
            ).format(address, label)
        case Preview():
            return _render_preview(part)
        case Section(title=title, parts=parts):
            inner = Markup("").join(render_part(inner) for inner in parts)
            return Markup("<section><h3>{}</h3>{}</section>").format(title, inner)
        case Form():
            return _render_form(part)
        case Choices(choices=choices, title=title):
            label = Markup('<p class="quiet">{}</p>').format(title) if title else Markup("")
            return Markup('<div class="choices">{}{}</div>').format(label, _buttons(choices))


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def _render_marked(part: MarkedDraft) -> Markup:
    pieces: list[Markup] = []
    at = 0
    for mark in part.marks:
        pieces.append(_lines(part.text[at : mark.start]))
        pieces.append(
            Markup(
                '<mark class="{}" role="button" tabindex="0" data-finding="{}">{}<sup>{}</sup></mark>'
            ).format(
                mark.severity.value,
                mark.number,
                _lines(part.text[mark.start : mark.end]),
                mark.number,
            )
        )
        at = mark.end
    pieces.append(_lines(part.text[at:]))
    return Markup(
        '<figure class="draft"><figcaption>{}</figcaption><blockquote>{}</blockquote></figure>'
    ).format(part.label, Markup("").join(pieces))


def _render_finding(part: FindingPart) -> Markup:
    source = Markup("{}{}").format(
        part.source.title, f", {part.source.section}" if part.source.section else ""
    )
    address = part.source.address or ""
    if address.startswith(("https://", "http://")):
        source = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(
            address, source
        )
    rows = [
        Markup("<dt>{}</dt><dd>{}</dd>").format(part.why_label, part.why),
        Markup("<dt>{}</dt><dd>{}</dd>").format(part.fix_label, part.fix),
    ]
    if part.replacement:
        rows.append(
            Markup("<dt>{}</dt><dd>{}</dd>").format(part.replacement_label, part.replacement)
        )
    note = Markup(" <em>{}</em>").format(part.source_note) if part.source_note else Markup("")
    rows.append(
        Markup('<dt>{}</dt><dd class="quiet">{}{}</dd>').format(part.source_label, source, note)
    )
    return Markup(
        '<details class="finding {}" data-number="{}"{}><summary><span class="label">{}. {}</span> {}</summary>'
        "<dl>{}</dl>{}</details>"
    ).format(
        part.severity.value,
        part.number,
        Markup(" open") if part.number == 1 else Markup(""),
        part.number,
        part.severity_label,
        part.message,
        Markup("").join(rows),
        Markup('<div class="choices small">{}</div>').format(_buttons(part.choices)),
    )


def _render_list(title: str, items: Iterable[str]) -> Markup:
    heading = Markup("<h4>{}</h4>").format(title) if title else Markup("")
    lines = Markup("").join(Markup("<li>{}</li>").format(_lines(item)) for item in items)
    return Markup("{}<ul>{}</ul>").format(heading, lines)


def _render_copyable(title: str, text: str, button: str) -> Markup:
    return Markup(
        '<div class="copyable"><h4>{}</h4><pre>{}</pre>'
        '<button type="button" class="copy">{}</button></div>'
    ).format(title, text, button)


def _render_preview(part: Preview) -> Markup:
    return Markup(
        '<div class="preview"><h4>{}</h4><dl><dt>{}</dt><dd>{} …</dd><dt>{}</dt><dd>{} …</dd></dl></div>'
    ).format(
        part.title,
        part.mobile_label,
        _lines(part.mobile),
        part.desktop_label,
        _lines(part.desktop),
    )


def _render_form(part: Form) -> Markup:
    return Markup(
        '<form class="writes"><h4>{}</h4><label>{}<textarea rows="4" maxlength="10000" placeholder="{}">{}</textarea></label>'
        '<div class="choices">{}</div></form>'
    ).format(part.title, part.label, part.hint, part.text, _buttons((part.choice,)))


def _buttons(choices: Iterable[Choice]) -> Markup:
    return Markup("").join(
        Markup(
            '<button type="button" class="choice {}" data-action="{}" data-value="{}">{}</button>'
        ).format(choice.style, choice.action, choice.value, choice.label)
        for choice in choices
    )

"""Draw what Slack and Teams are sent as they show it: blocks and cards as escaped HTML.

It draws what was rendered for them, not the message: what a channel cuts is cut here, too. Words
are drawn as words; only what our own renderers send is known, anything else shows its text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from markupsafe import Markup, escape

from bot.core.message import Choices, Message
from bot.web.console.parts import render_part

Place = Literal["Slack", "Teams", "Browser"]
Node = Mapping[str, object]


@dataclass(frozen=True)
class Rendered:
    """What one channel is sent for a message."""

    place: Place
    posts: Sequence[Node]


@dataclass(frozen=True)
class Drawn:
    """How a message looks in one channel; `posts` of several follow one another."""

    place: Place
    posts: Sequence[Markup]


def draw(rendered: Rendered) -> Drawn:
    """Draw what a channel is sent."""
    posts = [Markup("").join(_draw_post(post)) for post in rendered.posts]
    return Drawn(rendered.place, posts)


def draw_in_browser(message: Message) -> Drawn:
    """Draw a message as our own chat shows it."""
    parts = [
        _draw_row(choice.label for choice in part.choices)
        if isinstance(part, Choices)
        else render_part(part, None)
        for part in message.parts
    ]
    return Drawn("Browser", [Markup("").join(parts)])


def _draw_post(post: Node) -> Iterator[Markup]:
    for block in _list(post, "blocks"):
        yield from _draw_node(block)
    for attachment in _list(post, "attachments"):
        content = attachment.get("content")
        if isinstance(content, dict):
            for element in _list(content, "body"):
                yield from _draw_node(element)


def _draw_node(node: Node) -> Iterator[Markup]:
    match node.get("type"):
        case "actions":
            yield _draw_row(_read_text(one.get("text")) for one in _list(node, "elements"))
        case "ActionSet":
            yield _draw_row(_read_text(one.get("title")) for one in _list(node, "actions"))
        case "rich_text_section" | "rich_text_quote":
            yield _draw_runs(_list(node, "elements"))
        case "rich_text_list":
            items = [_draw_inner(one, "elements") for one in _list(node, "elements")]
            rows = Markup("").join(Markup("<li>{}</li>").format(one) for one in items)
            yield Markup("<ul>{}</ul>").format(rows)
        case "RichTextBlock":
            yield _draw_runs(_list(node, "inlines"))
        case "divider":
            yield Markup("<hr>")
        case "TextBlock" | "section" | "context" | "header":
            words = _read_text(node.get("text"))
            if words:
                yield Markup("<p>{}</p>").format(_break(words))
        case _:
            for name in ("elements", "items", "columns"):
                for inner in _list(node, name):
                    yield from _draw_node(inner)


def _draw_inner(node: Node, name: str) -> Markup:
    return Markup("").join(_draw_run(one) for one in _list(node, name))


def _draw_runs(runs: Sequence[Node]) -> Markup:
    return Markup("<p>{}</p>").format(Markup("").join(_draw_run(one) for one in runs))


def _draw_run(run: Node) -> Markup:
    words = _break(_read_text(run.get("text")) or _read_text(run.get("url")))
    looks = run.get("style")
    styles = looks if isinstance(looks, dict) else {}
    if styles.get("bold") or run.get("weight") == "Bolder":
        words = Markup("<b>{}</b>").format(words)
    if styles.get("italic"):
        words = Markup("<i>{}</i>").format(words)
    if run.get("isSubtle"):
        words = Markup('<span class="quiet">{}</span>').format(words)
    return words


def _draw_row(labels: Iterator[str]) -> Markup:
    shown = Markup("").join(Markup('<span class="drawn">{}</span>').format(one) for one in labels)
    return Markup('<p class="row">{}</p>').format(shown)


def _read_text(value: object) -> str:
    if isinstance(value, dict):
        return _read_text(value.get("text"))
    return value if isinstance(value, str) else ""


def _list(node: Node, name: str) -> list[Node]:
    found = node.get(name)
    return (
        [cast("Node", one) for one in found if isinstance(one, dict)]
        if isinstance(found, list)
        else []
    )


def _break(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in text.split("\n"))

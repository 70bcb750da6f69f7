"""Turn Teams' HTML into the words its author saw: paragraphs, lists, quotes, emoji, mentions.

Teams sends formatted text as an attachment text/html, and the text of a message that somebody
chose for a command as HTML alone. Nothing of it is kept as markup. The message that somebody
replies to stands above their own in a blockquote: it is another's, and left out.
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from typing_extensions import override

_LONGEST = 200_000  # characters of HTML that are read; Teams sends at most about 100 KB
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tr", "hr"}
)
_SILENT = frozenset({"script", "style", "head", "title", "attachment", "template"})
_REPLY = re.compile(r"https?://schema\.skype\.com/Reply", re.IGNORECASE)
_EMOJI = re.compile(r"https?://schema\.skype\.com/Emoji", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AT = re.compile(r"<at>([^<>]*)</at>")
_MANY_LINES = re.compile(r"\n{3,}")


class _Words(HTMLParser):
    """Collects the words of a document, and counts its pictures.

    `lists` counts the items of the lists it stands in.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.lists: list[int | None] = []  # the last number; None: an unordered list
        self.pictures = 0
        self.silent = 0
        self.quotes: list[bool] = []  # the blockquotes it stands in; True: what is replied to
        self.kept = 0  # depth of <pre>, in which blanks count

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "blockquote":
            self.quotes.append(_REPLY.fullmatch(told.get("itemtype", "").strip()) is not None)
            self.silent += self.quotes[-1]
        if tag in _SILENT:
            self.silent += 1
        elif self.silent:
            return
        elif tag in ("ul", "ol"):
            self._break(1)
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in ("img", "emoji"):
            self._show_picture(tag, told)
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag in _BLOCKS:
            self._break(1)
        if tag == "pre":
            self.kept += 1

    @override
    def handle_endtag(self, tag: str) -> None:
        is_reply = tag == "blockquote" and bool(self.quotes) and self.quotes.pop()
        if is_reply or tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.silent:
            return
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self._break(1 if self.lists else 2)
        elif tag == "p":
            self._break(2)
        elif tag in _BLOCKS or tag == "li":
            self._break(1)
        if tag == "pre":
            self.kept = max(0, self.kept - 1)

    @override
    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.kept:
            data = _BLANKS.sub(" ", data)
            if self._is_line_start():
                data = data.lstrip(" ")
        self.pieces.append(data)

    def _show_picture(self, tag: str, told: Mapping[str, str]) -> None:
        """Say an emoji, which says itself in `alt`; count any other picture, which has no words."""
        if tag == "emoji" or _EMOJI.fullmatch(told.get("itemtype", "").strip()):
            self.pieces.append(told.get("alt", ""))
        else:
            self.pictures += 1

    def _begin_item(self) -> None:
        self._break(1)
        number = self.lists[-1] if self.lists else None
        if number is None:
            self.pieces.append("• ")
        else:
            self.lists[-1] = number + 1
            self.pieces.append(f"{number + 1}. ")

    def _is_line_start(self) -> bool:
        return not self.pieces or self.pieces[-1].endswith("\n")

    def _break(self, lines: int) -> None:
        """End the line, and leave one empty where two breaks are asked for."""
        tail = "".join(self.pieces[-3:])
        there = len(tail) - len(tail.rstrip("\n"))
        if self.pieces and there < lines:
            self.pieces.append("\n" * (lines - there))


def _collect(html: str) -> _Words:
    words = _Words()
    words.feed(html[:_LONGEST])
    words.close()
    return words


def read_html(html: str) -> str:
    """Give the words of HTML as its reader sees them."""
    words = _collect(html)
    lines = (line.rstrip(" ") for line in "".join(words.pieces).replace("\xa0", " ").split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def count_pictures(html: str) -> int:
    """Count the pictures in HTML that are no emoji."""
    return _collect(html).pictures


def read_plain(text: str, own_name: str) -> str:
    """Give the words of a text without HTML; mentions are tags in it, and ours is no draft's."""
    text = text.replace(f"<at>{own_name}</at>", "") if own_name else text
    return _AT.sub(r"\1", text).strip()

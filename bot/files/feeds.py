"""Read RSS and Atom: titles, links and dates. Nothing is fetched here.

Read with expat, which Python brings, and not with feedparser: that is well kept, but comes with a
parser of 2010 for whatever is no XML, and cleans markup that we throw away. Nor with defusedxml,
last published in 2021: what it forbids is a document type, and one handler says so here.
"""

import datetime
import email.utils
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from bot.core.programme.talk.headline import Headline

_MOST_ITEMS, _DEEPEST = 200, 40
_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_LINK = 300, 4_000, 500
_NAMESPACES = frozenset(
    {"", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2"}
)  # fmt: skip
_DATES = frozenset({"pubDate", "published", "updated", "date"})
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_ITEMS = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "RDF", "feed"})
_YES = True  # expat names no arguments
_MARKUP = re.compile(r"<[^<>]{0,400}>")
_LINK = re.compile(r"https?://[^\s<>\"]+")


class FeedUnreadableError(ValueError):
    """Something is no feed, or one that we do not read."""


def read_feed(data: bytes, feed: str = "") -> Sequence[Headline]:
    """Read the headlines of a feed.

    Raises:
        FeedUnreadableError: it is none, or has a document type, or is too deep.
    """
    reader = _Reader(feed)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.UseForeignDTD(_YES)  # so that &nbsp; is passed over and not refused
    parser.StartDoctypeDeclHandler = reader.refuse_document_type
    parser.EntityDeclHandler = reader.refuse_document_type
    parser.SkippedEntityHandler = reader.read_entity
    parser.StartElementHandler = reader.open_element
    parser.EndElementHandler = reader.close_element
    parser.CharacterDataHandler = reader.read_text
    try:
        parser.Parse(data.lstrip(b"\xef\xbb\xbf \t\r\n"), _YES)
    except (expat.ExpatError, ValueError, LookupError, UnicodeError) as error:
        raise FeedUnreadableError("This is no feed.") from error
    if not reader.is_feed:
        raise FeedUnreadableError("This is no feed.")
    return reader.headlines


@dataclass
class _Reader:
    """Hears the elements of a document."""

    feed: str
    headlines: list[Headline] = field(default_factory=list)
    is_feed: bool = False
    path: list[str] = field(default_factory=list)
    item_at: int = 0  # how deep the item lies that is being read; 0: none
    texts: dict[str, str] = field(default_factory=dict)
    link: str = ""

    def refuse_document_type(self, *_told: object) -> None:
        """Refuse a document type: entities could grow without end, or name files."""
        raise FeedUnreadableError("A feed needs no document type.")

    def open_element(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element."""
        namespace, _, name = tag.rpartition(" ")
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            raise FeedUnreadableError("This feed is too deep.")
        if len(self.path) == 1:
            self.is_feed = name in _ROOTS
        is_ours = namespace in _NAMESPACES or (namespace == _DUBLIN_CORE and name == "date")
        if not is_ours and len(self.path) > 1:
            self.path[-1] = ""  # media:title is no title
        elif name in _ITEMS and not self.item_at and len(self.headlines) < _MOST_ITEMS:
            self.item_at, self.texts, self.link = len(self.path), {}, ""
        elif name == "link" and attributes.get("rel", "alternate") == "alternate":
            self.link = self.link or attributes.get("href", "")

    def close_element(self, _tag: str) -> None:
        """Come out of an element; at the end of an item there is a headline."""
        if self.item_at and len(self.path) == self.item_at:
            self._add_headline()
            self.item_at = 0
        self.path.pop()

    def read_text(self, text: str) -> None:
        """Hear text: of what lies right in an item, and of what lies in that."""
        if not self.item_at or len(self.path) <= self.item_at:
            return
        name = self.path[self.item_at]
        before = self.texts.get(name, "")
        if len(before) < _LONGEST_TEXT:
            self.texts[name] = before + text[:_LONGEST_TEXT]

    def read_entity(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 - expat's order
        """Hear an entity of HTML, which feeds have though XML does not know it."""
        if not is_parameter:
            self.read_text(html.unescape(f"&{name};"))

    def _add_headline(self) -> None:
        title = _clean_title(self.texts.get("title", ""))
        link = (self.link or self.texts.get("link", "")).strip()
        if title and len(link) <= _LONGEST_LINK and _LINK.fullmatch(link):
            published = next(
                (read_date(self.texts[name]) for name in self.texts if name in _DATES), None
            )
            self.headlines.append(Headline(title, link, self.feed, published))


def _clean_title(text: str) -> str:
    """Give the plain words of a title: markup may stand in it as such, or escaped."""
    plain = html.unescape(_MARKUP.sub(" ", html.unescape(text)))
    printable = "".join(letter if letter.isprintable() else " " for letter in plain)
    return " ".join(printable.split())[:_LONGEST_TITLE]


def read_date(text: str) -> datetime.datetime | None:
    """Read a date as RSS (RFC 822) or Atom (RFC 3339) writes it; one without a zone is UTC."""
    text = text.strip()[:60]
    try:
        read = datetime.datetime.fromisoformat(text)
    except ValueError:
        try:
            read = email.utils.parsedate_to_datetime(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            return None
    return read if read.tzinfo else read.replace(tzinfo=datetime.UTC)

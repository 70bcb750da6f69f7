"""Feeds as sites write them, and as nobody should."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.feeds import FeedUnreadableError, read_date, read_feed

RSS = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Not a headline</title><link>https://example.org</link>
<item><media:title>Nor this</media:title><title><![CDATA[Nurses &amp; <b>night</b> shifts]]></title>
<link> https://example.org/1 </link><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>
<item><title>A caf&eacute;&nbsp;on the ward</title><link>https://example.org/2</link></item>
<item><title>Without a link</title></item>
<item><title>With a bad one</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = b"""<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Site</title>
<entry><title type='html'>Pflege &amp;amp; Zeit</title>
<link rel='self' href='https://example.org/self'/><link href='https://example.org/a'/>
<updated>2026-11-22T10:00:00+01:00</updated></entry>
<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>One <i>two</i></div></title>
<link rel='alternate' href='https://example.org/b'/><published>2026-11-21T10:00:00Z</published></entry>
</feed>"""

RDF = b"""<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
 xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>
<channel><title>Site</title></channel>
<item><title>Zorg</title><link>https://example.org/z</link><dc:date>2026-11-20</dc:date></item>
</rdf:RDF>"""


def test_rss_is_read_without_what_stands_around_it() -> None:
    first, second = read_feed(RSS, "https://example.org/rss")
    assert first.title == "Nurses & night shifts"
    assert first.link == "https://example.org/1"
    assert first.feed == "https://example.org/rss"
    assert first.published == datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
    assert second.title == "A café on the ward"


def test_atom_is_read_with_the_link_to_the_article() -> None:
    first, second = read_feed(ATOM)
    assert (first.title, first.link) == ("Pflege & Zeit", "https://example.org/a")
    assert (second.title, second.link) == ("One two", "https://example.org/b")
    assert second.published == datetime.datetime(2026, 11, 21, 10, tzinfo=datetime.UTC)


def test_rss_of_the_first_days_is_read() -> None:
    (only,) = read_feed(RDF)
    assert (only.title, only.link) == ("Zorg", "https://example.org/z")
    assert only.published is not None
    assert only.published.date() == datetime.date(2026, 11, 20)


def test_other_encodings_and_a_blank_beginning_are_read() -> None:
    text = RSS.decode().replace("UTF-8", "ISO-8859-1").replace("night", "Nächte")
    (first, _) = read_feed(b"\n  " + text.encode("latin-1"))
    assert first.title == "Nurses & Nächte shifts"
    assert read_feed(b"\xef\xbb\xbf" + RSS)


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>
<rss><channel><item><title>&b;</title><link>https://example.org</link></item></channel></rss>"""
FILE = b"""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>
<title>&x;</title><link>https://example.org</link></item></channel></rss>"""


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS,
        FILE,
        b"",
        b"<html><body>Not found</body></html>",
        b"{}",
        b"<rss>",
        b"<rss>" + b"<a>" * 100 + b"</a>" * 100 + b"</rss>",
        b'<?xml version="1.0" encoding="nonsense"?><rss/>',
        RSS[: len(RSS) // 2],
    ],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(FeedUnreadableError):
        read_feed(data)


def test_a_feed_without_end_is_cut() -> None:
    item = b"<item><title>" + b"x" * 5_000 + b"</title><link>https://example.org/1</link></item>"
    headlines = read_feed(b"<rss><channel>" + item * 300 + b"</channel></rss>")
    assert len(headlines) == 200
    assert all(len(one.title) == 300 for one in headlines)


@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"<rss>{text}</rss>".encode())
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        headlines = read_feed(data)
    except FeedUnreadableError:
        return
    assert all(one.title and one.link.startswith("http") for one in headlines)


@given(st.text(max_size=80))
def test_any_date_is_a_moment_or_none(text: str) -> None:
    read = read_date(text)
    assert read is None or read.tzinfo is not None

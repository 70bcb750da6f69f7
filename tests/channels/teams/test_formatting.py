"""What somebody wrote with formatting is read as they saw it; hostile HTML is read as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.teams.formatting import read_html, read_plain
from tests.fakes.teams.person import escape


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>eins<br>zwei</p><p>drei</p>", "eins\nzwei\n\ndrei"),
        ("<p>eins</p>\n<p>&nbsp;</p>\n<p>zwei</p>", "eins\n\nzwei"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n• b\n2. c"),
        (
            "<p>ein <b>Wo</b><i>rt</i> &amp; <a href='https://x.example'>mehr</a></p>",
            "ein Wort & mehr",
        ),
        ("<blockquote><p>zitiert</p></blockquote><p>selbst</p>", "zitiert\n\nselbst"),
        ("<pre>  a\n  b</pre>", "  a\n  b"),
        (
            "<p>schön <img alt='😀' itemtype='http://schema.skype.com/Emoji'> hier <emoji alt='🌳'></emoji></p>",
            "schön 😀 hier 🌳",
        ),
        ("<p>a<img alt='image' itemtype='http://schema.skype.com/AMSImage'><img alt='b'></p>", "a"),
        (
            "<blockquote itemtype='http://schema.skype.com/Reply'><p>Ada</p><blockquote>b</blockquote>"
            "<ul><li>c</li></ul><img alt='d'></blockquote><p>selbst</p>",
            "selbst",
        ),
        ("<blockquote itemtype='https://schema.skype.com/reply'>a</blockquote>b", "b"),
        ("<blockquote itemtype='http://schema.skype.com/Forward'>a</blockquote>b", "a\nb"),
        ("<script>alert(1)</script><p>a</p><style>p{}</style>", "a"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", " a b\n c"),
        ("<p>&lt;b&gt;kein Fett&lt;/b&gt;</p>", "<b>kein Fett</b>"),
        ("<p>offen", "offen"),
        ("", ""),
    ],
)
def test_html_is_read_as_its_reader_sees_it(html: str, words: str) -> None:
    assert read_html(html) == words


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\t\x0c\xa0 ")))
def test_words_come_through_unchanged(word: str) -> None:
    assert read_html(f"<p>{escape(word)}</p>") == word


@given(st.text(alphabet="<>/apdivul li&;!-\"'=", max_size=300))
def test_nothing_makes_it_fail(html: str) -> None:
    assert isinstance(read_html(html), str)


def test_without_html_mentions_are_names() -> None:
    assert read_plain("<at>Jourfix</at> Danke, <at>Bob</at>!", "Jourfix") == "Danke, Bob!"

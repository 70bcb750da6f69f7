"""What an evaluation shows of posts: what their authors let be shown, and as they said."""

import datetime
from dataclasses import replace

import pytest

from bot.core.programme.highlights.book import Book, open_book
from bot.core.programme.highlights.highlight import Answer, Consent, Highlight, Showing
from bot.core.programme.pilots.ports import SharedPost
from bot.core.programme.pilots.shown_posts import ShownPosts
from bot.core.programme.posts.post import Post
from bot.storage.memory import MemoryShelves

NOW = datetime.datetime(2026, 12, 4, 9, tzinfo=datetime.UTC)
FIRST, LAST = datetime.date(2026, 12, 3), datetime.date(2026, 12, 20)
LINK = "https://www.linkedin.com/posts/ada-1"


@pytest.fixture
def book() -> Book:
    shelves = MemoryShelves()
    return open_book(shelves, shelves.open_shelf("posts", Post))


async def show(book: Book, answer: Answer, *, was_shown: bool = True) -> Highlight:
    post = Post("p", "ada", LINK, "linkedin", NOW, is_shared=True, title="A walk between talks")
    pick = Highlight("h", "p", "ada", NOW).ask(NOW)
    await book.posts.keep("p", post, "ada")
    await book.highlights.keep("h", pick, "ada")
    consent = Consent("h", "ada", answer, "Ada Example", pick.fingerprint, NOW)
    await book.consents.keep("h", consent, "ada")
    if was_shown:
        await book.showings.keep("h", Showing("h", "ada", "recap:jourfix:2026-12-10"), "ada")
    return pick


async def list_all(book: Book, *people: str) -> list[SharedPost]:
    return list(await ShownPosts(book).list_shared(FIRST, LAST, frozenset(people or ("ada",))))


async def test_a_named_yes_is_shown_with_name_and_link(book: Book) -> None:
    await show(book, "name")
    assert await list_all(book) == [SharedPost("A walk between talks", LINK, "Ada Example")]


async def test_a_yes_without_a_name_shows_neither_name_nor_link(book: Book) -> None:
    await show(book, "plain")
    assert await list_all(book) == [SharedPost("A walk between talks", "")]


async def test_nothing_else_is_shown(book: Book) -> None:
    await show(book, "no")
    assert await list_all(book) == []
    await show(book, "name", was_shown=False)
    await book.showings.remove("h")
    assert await list_all(book) == []
    pick = await show(book, "name")
    assert await list_all(book, "ben") == []  # of whoever takes part alone
    await book.highlights.keep("h", replace(pick, why="Other words"), "ada")
    assert await list_all(book) == []  # they said yes to something else

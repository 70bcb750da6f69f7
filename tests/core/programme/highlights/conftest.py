"""A programme of posts and highlights in memory."""

import datetime
from dataclasses import dataclass, field, replace

import pytest

from bot.core.coaching.review import Coach
from bot.core.computing import compute_here
from bot.core.model import Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editor_texts import EditorTexts
from bot.core.programme.editors import Editors
from bot.core.programme.highlights.book import Book, open_book
from bot.core.programme.highlights.choosing import Choosing
from bot.core.programme.highlights.consenting import Consenting
from bot.core.programme.posts.craft import CraftReader
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.posts.post import Post, name_post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.programme import Programme
from bot.files.hashtags import load_hashtags
from bot.storage.memory import MemoryShelf, MemoryShelves
from tests.conftest import POLICIES
from tests.core.programme.talking import Talker, make_ambassador
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.ports import FakeClock

MONDAY = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)


@dataclass
class Stage:
    """What there is, and who talks."""

    programme: Programme
    book: Book
    ambassadors: MemoryShelf[Ambassador]
    outbox: MemoryOutbox
    clock: FakeClock
    withdrawn: list[tuple[str, str]] = field(default_factory=list)

    @property
    def editor(self) -> Talker:
        return Talker(self.programme, "UEDITOR", "en", name="Eve")

    async def join(self, person: str, language: Language = "en") -> Talker:
        await self.ambassadors.keep(person, make_ambassador(person, language), person)
        return Talker(self.programme, person, language, name=f"Name of {person}")

    async def hand_in(
        self, person: str, number: int = 1, *, views: int | None = None, **told: object
    ) -> Post:
        """Put a post on the shelf as handing it in does."""
        link = f"https://x.com/{person}/status/{number}"
        post = Post(
            name_post(person, link),
            person,
            link,
            "x",
            self.clock.now(),
            is_shared=True,
            figures=Figures(views),
        )
        post = replace(post, **told)  # type: ignore[arg-type]
        await self.book.posts.keep(post.id, post, person)
        self.clock.advance(seconds=1)
        return post


@pytest.fixture
def stage(policy: Policy, organisation: Organisation) -> Stage:
    ambassadors: MemoryShelf[Ambassador] = MemoryShelf()
    book = open_book(MemoryShelves(), MemoryShelf[Post]())
    clock, editors, outbox = (
        FakeClock(MONDAY),
        Editors(frozenset({"UEDITOR", "ada"})),
        MemoryOutbox(),
    )
    withdrawn: list[tuple[str, str]] = []

    async def note(recap: str, highlight: str) -> None:
        withdrawn.append((recap, highlight))

    consenting = Consenting(book, ambassadors, clock, note)
    texts = EditorTexts(Coach(policy, load_hashtags(POLICIES)), organisation, clock, compute_here)
    choosing = Choosing(book, ambassadors, editors, texts, clock, outbox)
    telling = Telling(book.posts, CraftReader(policy), organisation, compute_here)
    handing_in = HandingIn(telling, ambassadors, editors, clock, consenting.withdraw_post)
    programme = Programme((handing_in, consenting, choosing), editors)
    return Stage(programme, book, ambassadors, outbox, clock, withdrawn)

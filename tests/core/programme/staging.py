"""A programme of posts, highlights and recaps in memory."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.coaching.review import Coach
from bot.core.computing import compute_here
from bot.core.deliveries import Return
from bot.core.model import Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editor_texts import EditorTexts
from bot.core.programme.editors import Editors
from bot.core.programme.highlights.book import Book, open_book
from bot.core.programme.highlights.choosing import Choosing
from bot.core.programme.highlights.consenting import Consenting
from bot.core.programme.highlights.highlight import Entry
from bot.core.programme.posts.craft import CraftReader
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.posts.post import Post, name_post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.programme import Programme
from bot.core.programme.recaps.publishing import Publishing
from bot.core.programme.recaps.recap import Edit, Gathered, Occasion, Sent
from bot.core.programme.recaps.sending import RecapSending, Ways
from bot.files.hashtags import load_hashtags
from bot.storage.memory import MemoryShelf, MemoryShelves
from tests.conftest import POLICIES
from tests.core.programme.talking import Talker, make_ambassador
from tests.fakes.mailings import FakeMailings
from tests.fakes.outgoing import FakeOutbox
from tests.fakes.ports import FakeClock

CHANNEL = Return("slack", "slack:programme", {"team": "T1", "channel": "C1", "thread": ""})
MONDAY = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)


@dataclass
class Stage:
    """What there is, and who talks."""

    programme: Programme
    book: Book
    ambassadors: MemoryShelf[Ambassador]
    outbox: FakeOutbox
    clock: FakeClock
    sending: RecapSending
    source: "PlannedSource"
    mailings: FakeMailings
    handing_in: HandingIn
    withdrawn: list[tuple[str, str]] = field(default_factory=list)

    @property
    def editor(self) -> Talker:
        return Talker(self.programme, "UEDITOR", "en", name="Eve")

    async def list_for_recap(self, recap: str = "jourfix:1") -> Sequence[Entry]:
        people = {one.person for one in await self.ambassadors.list_things()}
        return await self.book.list_for_recap(recap, self.clock.now(), people)

    async def agree(self, post: Post, answer: str = "name") -> Talker:
        """Pick a post, ask its author, and let them answer."""
        editor = self.editor
        await editor.say("highlights")
        await editor.press("highlight-pick", post.id)
        await editor.press("highlight-ask")
        author = Talker(self.programme, post.person, "en")
        author.look(self.outbox.put[-1].message)
        await author.press("highlight-answer", answer)
        return author

    async def join(self, person: str, language: Language = "en", *, recap: bool = False) -> Talker:
        joined = make_ambassador(person, language, recap=recap)
        await self.ambassadors.keep(person, joined, person)
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


@dataclass
class PlannedSource:
    """Implements RecapSource with what a test plans."""

    occasions: list[Occasion] = field(default_factory=list)
    told: dict[str, Gathered] = field(default_factory=dict)  # by language

    async def list_occasions(self) -> Sequence[Occasion]:
        """List what is planned."""
        return self.occasions

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Find what is planned."""
        return next((one for one in self.occasions if (one.event, one.date) == (event, date)), None)

    async def gather(self, _occasion: Occasion, language: Language) -> Gathered:
        """Give what is told."""
        return self.told.get(language, Gathered())


def build_stage(policy: Policy, organisation: Organisation) -> Stage:
    """Build the features around posts, with everything outside in memory."""
    ambassadors: MemoryShelf[Ambassador] = MemoryShelf()
    shelves = MemoryShelves()
    book = open_book(shelves, MemoryShelf[Post]())
    clock, editors, outbox = (
        FakeClock(MONDAY),
        Editors(frozenset({"UEDITOR", "ada"})),
        FakeOutbox(),
    )
    source, mailings, withdrawn = (
        PlannedSource(),
        FakeMailings(clock, ambassadors=ambassadors),
        list[tuple[str, str]](),
    )
    ways = Ways((CHANNEL,), "en", outbox, mailings)
    edits, sent = shelves.open_shelf("edits", Edit), shelves.open_shelf("sent", Sent)
    sending = RecapSending(book, edits, sent, ambassadors, editors, source, ways, clock)

    async def note(recap: str, highlight: str) -> None:
        withdrawn.append((recap, highlight))
        await sending.show_anew(recap, highlight)

    consenting = Consenting(book, ambassadors, clock, note)
    texts = EditorTexts(Coach(policy, load_hashtags(POLICIES)), organisation, clock, compute_here)
    choosing = Choosing(book, ambassadors, editors, texts, clock, outbox)
    telling = Telling(book.posts, CraftReader(policy), organisation, compute_here)
    handing_in = HandingIn(telling, ambassadors, editors, clock, consenting.withdraw_post)
    publishing = Publishing(sending, editors, texts)
    features = (handing_in, consenting, choosing, publishing)
    programme = Programme(features, editors, (handing_in.drop_posts,))
    return Stage(
        programme,
        book,
        ambassadors,
        outbox,
        clock,
        sending,
        source,
        mailings,
        handing_in,
        withdrawn,
    )

"""A programme of posts in memory."""

from dataclasses import dataclass, field

import pytest

from bot.core.computing import compute_here
from bot.core.model import Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.posts.craft import CraftReader
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.posts.post import Post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.programme import Programme
from bot.storage.memory import MemoryShelf
from tests.core.programme.talking import Talker, make_ambassador
from tests.fakes.ports import FakeClock


@dataclass
class Handing:
    """The feature, and what it keeps and tells."""

    programme: Programme
    feature: HandingIn
    posts: MemoryShelf[Post]
    ambassadors: MemoryShelf[Ambassador]
    clock: FakeClock
    removed: list[Post] = field(default_factory=list)

    async def join(self, person: str, language: Language = "en") -> Talker:
        await self.ambassadors.keep(person, make_ambassador(person, language), person)
        return Talker(self.programme, person, language, name=f"Name of {person}")


@pytest.fixture
def handing(policy: Policy, organisation: Organisation) -> Handing:
    posts: MemoryShelf[Post] = MemoryShelf()
    ambassadors: MemoryShelf[Ambassador] = MemoryShelf()
    clock, editors, removed = FakeClock(), Editors(frozenset({"UEDITOR"})), list[Post]()

    async def note(post: Post) -> None:
        removed.append(post)

    telling = Telling(posts, CraftReader(policy), organisation, compute_here)
    feature = HandingIn(telling, ambassadors, editors, clock, note)
    programme = Programme((feature,), editors)
    return Handing(programme, feature, posts, ambassadors, clock, removed)

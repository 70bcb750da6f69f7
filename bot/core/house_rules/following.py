"""Take the version of the house rules that is in force into this process, without a restart.

Every process looks once a minute. What cannot be loaded is not taken: what was there stays.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from typing_extensions import override

from bot.core.coaching.questions import Questions
from bot.core.coaching.review import Coach
from bot.core.computing import Compute
from bot.core.errors import BotError
from bot.core.house_rules.house import ORGANISATION_FILE
from bot.core.house_rules.publishing import Publishing
from bot.core.house_rules.versions import Head
from bot.core.model import Organisation
from bot.core.policy.policy import Policy, check_terms
from bot.core.ports import Embargoes

_log = logging.getLogger(__name__)
LoadPolicy = Callable[[Mapping[str, str]], Awaitable[Policy]]
RecordPolicy = Callable[[Policy], Awaitable[object]]


@dataclass
class HouseOrganisation:
    """Implements the Embargoes port: what the house adds to its organisation, then what others do.

    What the coach learnt of its own texts holds as long as the organisation is the same object.
    """

    others: Embargoes | None = None
    added: Organisation | None = None
    _made: tuple[Organisation, Organisation, Organisation] | None = None

    async def add_to(self, organisation: Organisation) -> Organisation:
        """Give the organisation with the house's products, hashtags, embargoes, closed periods."""
        joined = self._join(organisation)
        return await self.others.add_to(joined) if self.others else joined

    def _join(self, known: Organisation) -> Organisation:
        if self.added is None:
            return known
        if self._made is None or self._made[0] is not known or self._made[1] is not self.added:
            more = self.added
            joined = replace(
                known,
                products=(*known.products, *more.products),
                hashtags=(*more.hashtags, *known.hashtags),
                catalogue=(*known.catalogue, *more.catalogue),
                blackout=(*known.blackout, *more.blackout),
                embargoes=(*known.embargoes, *more.embargoes),
            )
            self._made = (known, more, joined)
        return self._made[2]


@dataclass(frozen=True)
class HouseContacts(Mapping[str, str]):
    """Whom to ask, as it is now: what editors wrote at the desk, else the organisation file.

    Whoever holds the organisation reads it here, also who was built before anything was published.
    """

    known: Mapping[str, str]
    house: HouseOrganisation

    @property
    def _now(self) -> Mapping[str, str]:
        added = self.house.added
        return {**self.known, **added.contacts} if added else self.known

    @override
    def __getitem__(self, name: str) -> str:
        return self._now[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._now)

    @override
    def __len__(self) -> int:
        return len(self._now)


@dataclass
class Following:
    """Follows what is in force.

    Args:
        publishing: Knows it.
        coach: Reviews under it.
        questions: Answer under it.
        organisation: Has what the house adds to its organisation.
        load: Loads a policy out of the house's files; raises ContentError.
        read_added: Reads what is added to the organisation.
        record: Notes that a policy speaks.
        compute: Where drafts are read.
    """

    publishing: Publishing
    coach: Coach = field(repr=False)  # a whole policy hangs on each
    questions: Questions = field(repr=False)
    organisation: HouseOrganisation
    load: LoadPolicy
    read_added: Callable[[str], Organisation]
    record: RecordPolicy
    compute: Compute
    taken: Head = field(default_factory=Head)
    refused: str = ""  # the key of a version that could not be loaded here
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    _soon: "asyncio.Task[None] | None" = field(default=None, repr=False)

    def look_soon(self) -> None:
        """Look beside everything else: somebody published here."""
        self._soon = asyncio.create_task(self.look())

    async def look(self) -> None:
        """Look what is in force, and take it; never fails."""
        async with self._turn:
            await self._look()

    async def _look(self) -> None:
        try:
            head = await self.publishing.find_head()
            if head.key in (self.taken.key, self.refused):
                return
            version = await self.publishing.find_current()
        except BotError as error:
            _log.warning("The house rules cannot be read: %s", error)
            return
        if version is None or version.key != head.key:
            return
        try:
            policy = await self.load(version.files)
            added = None
            if ORGANISATION_FILE in version.files:
                added = self.read_added(version.files[ORGANISATION_FILE])
            await self.record(policy)
        except BotError as error:
            self.refused = head.key
            _log.error("Version %d of the house rules is not taken: %s", head.number, error)
            return
        await self.compute(partial(self._take, policy))
        self.organisation.added = added
        self.taken, self.refused = head, ""

    def _take(self, policy: Policy) -> None:
        check_terms(policy)
        self.coach.take_policy(policy)
        self.questions.policy = policy

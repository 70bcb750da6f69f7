"""The bundle of the week: at most one message, to whoever wants it, at their own hour."""

import datetime
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.bundle_week import has_bundle, plan_moment
from bot.core.programme.bundles.bundle import Bundle, BundleMaker
from bot.core.programme.bundles.messages import BUNDLE, compose_bundle
from bot.core.programme.bundles.wording import BUNDLE_WORDINGS
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.library.dilemma_book import DilemmaBook
from bot.core.programme.mailings import Mailing, Mailings, Recipient
from bot.core.programme.plans import Plans
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.programme.weeks import Week, find_week, read_week
from bot.core.programme.zones import find_today

# The first Monday of 2024: weeks for those who want every second bundle are counted from it.
_ANCHOR = datetime.date(2024, 1, 1)
_FRIDAY = 4
_NOW = Spoken(
    {
        "de": ("wochenpost",),
        "nl": ("weekpost",),
        "en": ("weekly post", "weekly"),
    }
)
# Lines for a week and language, from other features: themes of the plan, next dates.
Lines = Callable[[Week, Language], Awaitable[Sequence[str]]]


async def list_no_lines(_week: Week, _language: Language) -> Sequence[str]:
    """List nothing."""
    return ()


@dataclass(frozen=True)
class Bundles:
    """Implements the features of the bundle: asked for, and due every week.

    Args:
        maker: Makes a bundle.
        dilemmas: All of them.
        ambassadors: Who takes part.
        mailings: Sends them.
        reaches: Says whether somebody in a channel can be written to.
        clock: Tells the time.
        zone: The organisation's time zone.
        list_themes: The content plan of a week.
        list_dates: The next dates.
    """

    maker: BundleMaker
    dilemmas: DilemmaBook
    ambassadors: Shelf[Ambassador]
    mailings: Mailings
    reaches: Callable[[str], bool]
    clock: Clock
    zone: str
    list_themes: Lines = list_no_lines
    list_dates: Lines = list_no_lines

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_NOW,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to this week's bundle."""
        door = Choice(BUNDLE_WORDINGS[language].title, BUNDLE)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “weekly post” with this week's."""
        if _NOW.read(incoming.text) is None:
            return None
        return [await self._show(incoming.person, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer its door."""
        return [await self._show(incoming.person, language)] if choice.action == BUNDLE else None

    async def _show(self, person: str, language: Language) -> Message:
        week = find_week(find_today(self.clock, self.zone))
        maker = await self._find_maker()
        ambassador = await self.ambassadors.find(person)
        if ambassador is None:
            return await self._compose(maker.make_for_anybody(language, week), week)
        return await self._compose(maker.make_bundle(ambassador, week), week)

    async def _find_maker(self) -> BundleMaker:
        """Give what makes bundles out of the dilemmas that there are by now."""
        return replace(self.maker, dilemmas=await self.dilemmas.list_all())

    async def _compose(self, bundle: Bundle, week: Week) -> Message:
        plan, dates = await self._list_around(week, bundle.language)
        return compose_bundle(bundle, plan=plan, dates=dates)

    async def _list_around(
        self, week: Week, language: Language
    ) -> tuple[Sequence[str], Sequence[str]]:
        """List what stands in every bundle of a week and language: themes, and dates."""
        return await self.list_themes(week, language), await self.list_dates(week, language)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"bundle"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Say that there is one every week."""
        return replace(plans, has_bundle=True)

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Put the bundle of a week on its way to everybody who wants it in that week."""
        if await self.mailings.measure(occurrence.key) is not None:
            return  # another clock was first, or this one before it was started again
        week = read_week(occurrence.subject)
        now = self.clock.now()
        maker = await self._find_maker()
        bundles: dict[str, Bundle] = {}
        recipients: list[Recipient] = []
        for ambassador in await self.ambassadors.list_things():
            moment = self._plan_moment(ambassador, week, now)
            if moment is None:
                continue
            bundle = maker.make_bundle(ambassador, week)
            bundles.setdefault(bundle.variant, bundle)
            recipients.append(Recipient(ambassador.person, bundle.variant, moment))
        if not recipients:
            return  # whoever joins in a moment may still get it after a restart
        languages = {one.language for one in bundles.values()}
        around = {one: await self._list_around(week, one) for one in languages}
        composed = {
            name: compose_bundle(one, plan=around[one.language][0], dates=around[one.language][1])
            for name, one in bundles.items()
        }
        mailing = Mailing(occurrence.key, composed, until=occurrence.until)
        await self.mailings.start(mailing, recipients)

    def _plan_moment(
        self, ambassador: Ambassador, week: Week, now: datetime.datetime
    ) -> datetime.datetime | None:
        """Plan somebody's moment; None: they do not want it this week, or cannot be reached."""
        if not self.reaches(ambassador.to.channel):
            return None
        if not has_bundle(week, ambassador.wishes.bundle, _ANCHOR):
            return None
        earliest = now
        if ambassador.paused_until is not None:
            if ambassador.paused_until > week.find_day(_FRIDAY):
                return None
            back = datetime.datetime.combine(
                ambassador.paused_until, datetime.time(), ZoneInfo(ambassador.hours.zone)
            )
            earliest = max(now, back)
        return plan_moment(ambassador.hours, week, not_before=earliest)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Leave a week that is over as it is: the next one brings its own."""

"""Build pilots, and what stands around them: content plan, questions, themes, launch kit."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.bootstrap.editors import build_editors
from bot.bootstrap.feeds import build_feeds, build_theme_words
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.ports import Embargoes
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.bundles.bundles import Lines
from bot.core.programme.feature import Feature
from bot.core.programme.highlights.book import open_book as open_highlights
from bot.core.programme.launch.launching import Launch, Launching, Naming
from bot.core.programme.mailings import Mailings
from bot.core.programme.pilots.book import open_book
from bot.core.programme.pilots.calls import PilotCalls
from bot.core.programme.pilots.desk import PilotDesk
from bot.core.programme.pilots.embargoes import PilotEmbargoes
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.pilots.shown_posts import ShownPosts
from bot.core.programme.pilots.taking_part import TakingPart
from bot.core.programme.ports import Shelves
from bot.core.programme.posts.post import Post
from bot.core.programme.prompts import Prompts
from bot.core.programme.questions.asking import Asking
from bot.core.programme.questions.nudge import Nudge
from bot.core.programme.schedule import Scheduled
from bot.core.programme.talk.field_talk import FieldTalk, Talk
from bot.core.programme.talk.names import NameFinder
from bot.core.programme.weekplan.plan import WeekPlan
from bot.core.programme.weekplan.planning import Planning
from bot.files.launch_kit import load_launch_kit
from bot.settings import Settings


@dataclass(frozen=True)
class PilotHouse:
    """Pilots and their neighbours, as the programme and its clock know them."""

    features: Sequence[Feature]
    scheduled: Sequence[Scheduled]
    list_themes: Lines
    leavers: Sequence[Callable[[str], Awaitable[None]]]

    async def leave(self, person: str) -> None:
        """End what somebody takes part in who leaves the programme. May raise StorageError."""
        for end in self.leavers:
            await end(person)


def build_embargoes(shelves: Shelves) -> Embargoes:
    """Build what adds the embargoes of open pilots to every review."""
    return PilotEmbargoes(shelves.open_shelf("pilots", Pilot))


def build_pilots(
    settings: Settings,
    conversation: Conversation,
    shelves: Shelves,
    mailings: Mailings,
    outbox: Outbox,
    prompts: Prompts,
) -> PilotHouse:
    """Build pilots beside a conversation."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    editors = build_editors(settings)
    clock, organisation = conversation.clock, conversation.organisation
    zone = organisation.timezone
    book = open_book(shelves, ambassadors, clock, zone)
    shown = ShownPosts(open_highlights(shelves, shelves.open_shelf("posts", Post)))
    leading = Leading(book, outbox, shown)
    calls = PilotCalls(leading, mailings, prompts.congress)
    plans = shelves.open_shelf("week-plans", WeekPlan)
    planning = Planning(plans, ambassadors, editors, clock, zone)
    nudges = shelves.open_shelf("nudges", Nudge)
    asking = Asking(prompts.questions_first, nudges, ambassadors, outbox, clock, zone)
    talk = FieldTalk(
        build_feeds(settings, conversation.compute),
        build_theme_words(conversation.coach.catalogue),
        NameFinder(conversation.coach.policy),
        shelves.open_shelf("talks", Talk),
        editors,
        clock,
        conversation.compute,
        zone,
    )
    launching = Launching(
        load_launch_kit(settings.policies),
        shelves.open_shelf("launches", Launch),
        shelves.open_shelf("launch-names", Naming),
        ambassadors,
        editors,
        mailings,
        outbox,
        clock,
        zone,
        organisation.company,
    )
    taking_part = TakingPart(book, leading, prompts.congress)
    desk = PilotDesk(leading, calls, editors)
    features = (taking_part, desk, planning, asking, talk, launching)
    leavers = (book.leave, launching.leave, asking.leave)
    return PilotHouse(features, (calls, asking, talk), planning.list_lines, leavers)

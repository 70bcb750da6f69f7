"""Build the programme out of settings."""

from dataclasses import dataclass

from bot.bootstrap.feeds import build_feeds, build_theme_words
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.bundles.bundle import BundleMaker
from bot.core.programme.bundles.bundles import Bundles
from bot.core.programme.considerate import ConsiderateOutbox
from bot.core.programme.editors import Editors
from bot.core.programme.launch.launching import Launch, Launching, Naming
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.dilemma_votes import Dilemmas, Vote
from bot.core.programme.library.ideas import Ideas
from bot.core.programme.library.library import Library
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.mailings import Mailings
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.pilots.book import open_book
from bot.core.programme.pilots.calls import PilotCalls
from bot.core.programme.pilots.desk import PilotDesk
from bot.core.programme.pilots.embargoes import PilotEmbargoes
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.ports import NothingHandedIn
from bot.core.programme.pilots.taking_part import TakingPart
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.core.programme.questions.asking import Asking
from bot.core.programme.questions.nudge import Nudge
from bot.core.programme.schedule import Schedule
from bot.core.programme.talk.field_talk import FieldTalk, Talk
from bot.core.programme.talk.names import NameFinder
from bot.core.programme.weekplan.plan import WeekPlan
from bot.core.programme.weekplan.planning import Planning
from bot.files.dilemmas import load_dilemmas
from bot.files.launch_kit import load_launch_kit
from bot.files.lessons import load_lessons
from bot.files.prompts import load_prompts
from bot.settings import Settings, split_list


@dataclass(frozen=True)
class Sending:
    """What the programme keeps things on and sends with.

    Args:
        shelves: Keep its things.
        mailings: Send to many.
        outbox: Sends to one.
    """

    shelves: Shelves
    mailings: Mailings
    outbox: Outbox


def build_programme(
    settings: Settings, conversation: Conversation, sending: Sending
) -> tuple[Programme, Schedule]:
    """Build the programme beside a conversation, and what of it is due by time."""
    shelves, mailings = sending.shelves, sending.mailings
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    outbox = ConsiderateOutbox(sending.outbox, mailings, ambassadors)
    zone = conversation.organisation.timezone
    lessons = LessonOrders(load_lessons(settings.policies))
    topics = {
        topic: {language: LIBRARY_WORDINGS[language].topics[topic] for language in LANGUAGES}
        for topic in dict.fromkeys(lesson.topic for lesson in lessons.lessons)
    }
    prompts = load_prompts(settings.policies)
    dilemmas = load_dilemmas(settings.policies)
    votes = shelves.open_shelf("votes", Vote)
    records, clock = conversation.records, conversation.clock
    contexts, organisation = conversation.contexts, conversation.organisation
    maker = BundleMaker(lessons, dilemmas, prompts, organisation)
    editors = Editors(frozenset(split_list(settings.editors)))
    book = open_book(shelves, ambassadors, clock, zone)
    leading = Leading(book, outbox, NothingHandedIn())
    calls = PilotCalls(leading, mailings, prompts.congress)
    planning = Planning(
        shelves.open_shelf("week-plans", WeekPlan), ambassadors, editors, clock, zone
    )
    bundles = Bundles(
        maker, ambassadors, mailings, outbox.reaches, clock, zone, list_themes=planning.list_lines
    )
    nudges = shelves.open_shelf("nudges", Nudge)
    asking = Asking(prompts.questions_first, nudges, ambassadors, outbox, clock, zone)
    talk = FieldTalk(
        build_feeds(settings, conversation.compute),
        build_theme_words(settings),
        NameFinder(conversation.coach.policy),
        shelves.open_shelf("talks", Talk),
        editors,
        clock,
        conversation.compute,
        zone,
    )
    features = (
        Enrolment(ambassadors, records, clock, zone, contexts, topics),
        bundles,
        Library(lessons, ambassadors, records, contexts, clock, organisation),
        Dilemmas(dilemmas, votes, records, clock, organisation),
        Ideas(prompts, ambassadors, records, contexts, clock, organisation),
        TakingPart(book, leading, prompts.congress),
        PilotDesk(leading, calls, editors),
        planning,
        asking,
        talk,
        Launching(
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
        ),
    )
    programme = Programme(features, editors, PilotEmbargoes(book.pilots))
    return programme, Schedule(zone, organisation.holidays, (bundles, calls, asking, talk))

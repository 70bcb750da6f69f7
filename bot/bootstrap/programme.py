"""Build the programme out of settings."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.bootstrap.broadcasts import build_broadcasts
from bot.bootstrap.editors import build_editors
from bot.bootstrap.events import build_event_features, build_events
from bot.bootstrap.linkedin import LinkedIn
from bot.bootstrap.people import build_groups, build_pairing, build_register
from bot.bootstrap.pilots import build_pilots
from bot.bootstrap.posts import build_posts, build_ways
from bot.bootstrap.tables import build_tables
from bot.core.conversation import Conversation
from bot.core.desk.audit import AuditLog
from bot.core.desk.ports import Outbox
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.planned import BroadcastPlans
from bot.core.programme.buddies.buddies import Buddies
from bot.core.programme.bundles.bundle import BundleMaker
from bot.core.programme.bundles.bundles import Bundles
from bot.core.programme.connections.without_access import WithoutAccess
from bot.core.programme.considerate import ConsiderateOutbox
from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.events.ports import CalendarLinks, NoCalendarLinks
from bot.core.programme.feature import Feature
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.dilemma_book import SHELF as OWN_DILEMMAS
from bot.core.programme.library.dilemma_book import DilemmaBook
from bot.core.programme.library.dilemma_votes import Dilemmas, VoteBoxes
from bot.core.programme.library.ideas import Ideas
from bot.core.programme.library.library import Library
from bot.core.programme.library.readings import READINGS_SHELF, Reading, Readings
from bot.core.programme.library.tips import LessonTips
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.mailings import Mailings
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.core.programme.recaps.occasions import JourfixOccasions
from bot.core.programme.recaps.source import LibrarySource
from bot.core.programme.schedule import Chore, Schedule, Scheduled
from bot.core.programme.terms import build_terms
from bot.files.dilemmas import load_dilemmas
from bot.files.exports.aliases import load_aliases
from bot.files.exports.reading import ExportReader
from bot.files.lessons import load_lessons
from bot.files.prompts import load_prompts
from bot.settings import Settings


@dataclass(frozen=True)
class Sending:
    """What the programme keeps things on and sends with.

    Args:
        shelves: Keep its things.
        mailings: Send to many.
        outbox: Sends to one.
        links: Name the pages for people's calendars.
        linkedin: People's own numbers; None where the organisation has no access.
        audit: Notes what editors change.
    """

    shelves: Shelves
    mailings: Mailings
    outbox: Outbox
    links: CalendarLinks = field(default_factory=NoCalendarLinks)
    linkedin: LinkedIn | None = None
    audit: AuditLog | None = None


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
    library = load_dilemmas(settings.policies)
    dilemmas = DilemmaBook(library, shelves.open_shelf(OWN_DILEMMAS, Dilemma))
    votes = VoteBoxes(shelves)
    records, clock = conversation.records, conversation.clock
    contexts, organisation = conversation.contexts, conversation.organisation
    maker = BundleMaker(lessons, library, prompts, organisation)
    pilots = build_pilots(settings, conversation, shelves, mailings, outbox, prompts)
    events = build_events(shelves, mailings, outbox, sending.links, clock)
    bundles = Bundles(
        maker,
        dilemmas,
        ambassadors,
        mailings,
        outbox.reaches,
        clock,
        zone,
        list_themes=pilots.list_themes,
        list_dates=events.list_lines,
    )
    editors = build_editors(settings)
    source = LibrarySource(
        lessons, dilemmas, votes, organisation, JourfixOccasions(events, organisation)
    )
    ways = build_ways(settings, outbox, mailings)
    reader = ExportReader(load_aliases(settings.policies))
    posts = build_posts(
        conversation, shelves, editors, ways, source, reader, build_tables(settings)
    )
    linkedin = sending.linkedin
    connecting = linkedin.build_connecting(posts.handing_in) if linkedin else None
    connected = (connecting,) if connecting else ()
    # what a pair is told stays in its own ledger, where it can be changed and erased
    pairing = build_pairing(conversation, shelves, sending.outbox, topics)
    register = build_register(shelves, clock, zone)
    enrolment = Enrolment(
        ambassadors,
        records,
        clock,
        zone,
        contexts,
        topics,
        on_leave=(
            posts.drop,
            events.leave,
            pairing.leave,
            register.leave,
            pilots.leave,
            *(one.leave for one in connected),
        ),
        on_change=(pairing.reconsider,),
        name_groups=register.name_groups,
        reaches=outbox.reaches,
    )
    tips = LessonTips(lessons)
    broadcasts = build_broadcasts(settings, conversation, shelves, mailings, outbox, tips)
    features: tuple[Feature, ...] = (
        enrolment,
        bundles,
        *build_groups(register, shelves, outbox, editors, conversation.compute),
        Buddies(pairing, editors),
        Library(
            lessons,
            ambassadors,
            records,
            contexts,
            clock,
            organisation,
            events.list_doors,
            Readings(shelves.open_shelf(READINGS_SHELF, Reading), clock, ZoneInfo(zone)),
        ),
        Dilemmas(dilemmas, votes, records, clock, organisation),
        Ideas(prompts, ambassadors, records, contexts, clock, organisation),
        *posts.features,
        connecting or WithoutAccess(),
        broadcasts.chat,
        *build_event_features(events, organisation, editors),
        *pilots.features,
    )
    planned: tuple[Scheduled, ...] = (
        bundles,
        events,
        posts.recaps,
        pairing,
        BroadcastPlans(broadcasts.timing),
        *pilots.scheduled,
    )
    programme = Programme(features, editors, (posts.drop,), posts.exports, sending.audit)
    terms = build_terms(shelves, clock, settings.review_days)
    chores = (
        Chore("minute", "settle the places of events", events.settle_places),
        Chore("hour", "erase applications", register.tidy),
        Chore("hour", "erase files that nobody answered about", posts.exports.tidy),
        Chore("hour", "end what is long over", terms.end),
        Chore("moment", "keep editors up to date", broadcasts.timing.refresh),
        *(Chore("hour", "fetch numbers", one.look_after) for one in connected),
    )
    return programme, Schedule(zone, organisation.holidays, planned, chores)

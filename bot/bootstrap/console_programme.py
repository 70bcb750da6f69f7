"""Build the section of the programme: every page stands on the features that the chat has."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.bootstrap.conversation import make_filling
from bot.bootstrap.house import House
from bot.core.desk.staff import ANSWERS_SHELF, Role
from bot.core.message import Message
from bot.core.model import Language
from bot.core.programme.almanac import Almanac, list_themes
from bot.core.programme.broadcasts.chat import BroadcastChat
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.buddies.buddies import Buddies
from bot.core.programme.census import Census
from bot.core.programme.cohorts.choosing import Choosing as GroupChoosing
from bot.core.programme.events.attending import Attending
from bot.core.programme.events.planning import EventPlanning
from bot.core.programme.library.dilemma_votes import Dilemmas
from bot.core.programme.library.ideas import Ideas
from bot.core.programme.library.library import Library
from bot.core.programme.pilots.desk import PilotDesk
from bot.core.programme.recaps.publishing import Publishing
from bot.core.programme.weekplan.planning import Planning
from bot.web.console.answers import Answered, Answers
from bot.web.console.broadcast_pages import BroadcastPages
from bot.web.console.calendar_pages import CalendarPages
from bot.web.console.console import Pages
from bot.web.console.drawing import Rendered
from bot.web.console.frame import Frame
from bot.web.console.home import FindWaiting
from bot.web.console.library_pages import LibraryPages
from bot.web.console.own_dilemma_pages import OwnDilemmaPages
from bot.web.console.people_pages import PeoplePages
from bot.web.console.programme_frame import EDITORS, ProgrammeFrame
from bot.web.console.programme_pages import ProgrammePages
from bot.web.console.programme_waiting import ProgrammeWaiting
from bot.web.console.recap_pages import RecapPages

_BROADCASTS = 200  # of which the calendar knows


@dataclass(frozen=True)
class ProgrammeSection:
    """The pages of the programme, and what of it waits for whom."""

    pages: Sequence[Pages] = ()
    finders: Sequence[tuple[frozenset[Role], FindWaiting]] = ()


def build_programme_section(house: House, frame: Frame) -> ProgrammeSection:
    """Build the pages of the programme; none where there is no programme."""
    conversation, shelves = house.conversation, house.storage.shelves
    if conversation.programme is None:
        return ProgrammeSection()
    section = ProgrammeFrame(
        frame, conversation.programme, Answers(shelves.open_shelf(ANSWERS_SHELF, Answered))
    )
    organisation, clock = conversation.organisation, conversation.clock
    office = section.find_feature(BroadcastChat).pages.office
    register = section.find_feature(GroupChoosing).register
    sending = section.find_feature(Publishing).sending
    dilemmas = section.find_feature(Dilemmas)
    census = Census(office.ambassadors, clock)
    pages: Sequence[Pages] = (
        ProgrammePages(section),
        BroadcastPages(section, office, census, render_everywhere),
        PeoplePages(
            section,
            census,
            register,
            section.find_feature(Buddies).pairing.pairs,
            conversation.compute,
        ),
        _build_calendar(section, house, office),
        RecapPages(section, sending, house.settings.editor_language),
        LibraryPages(
            section,
            section.find_feature(Library).lessons.lessons,
            dilemmas.book,
            dilemmas.votes,
            sending.sent,
            office,
            clock,
            organisation,
        ),
        OwnDilemmaPages(
            section,
            dilemmas.book,
            conversation.questions.book,
            make_filling(conversation),
            office.proofreading,
            clock,
            organisation,
        ),
    )
    waiting = ProgrammeWaiting(office, sending.book, register, clock)
    return ProgrammeSection(pages, ((EDITORS, waiting.find),))


def _build_calendar(section: ProgrammeFrame, house: House, office: Office) -> CalendarPages:
    planning = section.find_feature(EventPlanning)
    pilots = section.find_feature(PilotDesk).book.pilots
    plans = section.find_feature(Planning).plans
    days = section.find_feature(Ideas).prompts.days
    links = section.find_feature(Attending).links
    organisation = house.conversation.organisation
    country = next(iter(organisation.countries), "")

    async def gather() -> Almanac:
        return Almanac(
            organisation.timezone,
            country,
            organisation.holidays,
            days,
            await planning.book.list_tables("planned", "announced"),
            await office.list_latest(_BROADCASTS, is_measured=False),
            await pilots.list_things(),
        )

    async def gather_themes(language: Language) -> dict[str, str]:
        return dict(list_themes(await plans.list_things(), language))

    def name_file(event: str, language: Language) -> str:
        return links.name_page(event, language, "")

    return CalendarPages(
        section,
        gather,
        gather_themes,
        name_file,
        planning.writing,
        house.conversation.clock,
        organisation.timezone,
    )


def render_everywhere(message: Message) -> Sequence[Rendered]:
    """Render a message as each channel does, also where none of them is set up."""
    from bot.channels.slack.render import render_message as render_in_slack  # noqa: PLC0415
    from bot.channels.teams.render import render_message as render_in_teams  # noqa: PLC0415

    return (
        Rendered("Slack", render_in_slack(message)),
        Rendered("Teams", render_in_teams(message)),
    )

"""Build the comms desk in the browser out of settings."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.bootstrap.console_cases import build_cases, build_precedents, list_finders
from bot.bootstrap.console_doors import build_directories, read_origin
from bot.bootstrap.console_programme import build_programme_section
from bot.bootstrap.console_proof import build_proof_pages
from bot.bootstrap.console_rules import build_rules_section
from bot.bootstrap.house import House
from bot.core.desk.directory import Directory
from bot.core.desk.staff import (
    EVERY_ROLE,
    HERE,
    JOURNEYS_SHELF,
    KEYS_SHELF,
    SESSIONS_SHELF,
    Staff,
    read_staff,
)
from bot.core.errors import SettingsError
from bot.settings import Settings, split_list
from bot.storage.opening import Storage
from bot.storage.reading_once import reading_once
from bot.web.console import (
    audit_pages,
    case_pages,
    house_pages,
    precedent_pages,
    programme_frame,
    proof_pages,
    rules_pages,
)
from bot.web.console.access import COOKIE, DESK, SIGN_IN, Gate
from bot.web.console.audit_pages import AuditPages
from bot.web.console.console import Console, Pages
from bot.web.console.cookies import Cookie
from bot.web.console.entering import ENTER, Entering
from bot.web.console.frame import Frame
from bot.web.console.home import Home
from bot.web.console.journeys import Journey, Journeys
from bot.web.console.sessions import Key, Keys, Session, Sessions
from bot.web.console.signing_in import JOURNEY_COOKIE, SigningIn, make_door
from bot.web.console.turnstile import Turnstile


def build_console(house: House) -> Console:
    """Build the desk with all its sections.

    Raises:
        SettingsError: people are to sign in, and something that this needs is not set.
    """
    settings, storage = house.settings, house.storage
    clock, staff = storage.ledger.clock, build_staff(settings)
    directories = build_directories(settings, staff, clock)
    address = read_origin(settings.address) if directories else ""
    cookie = Cookie(COOKIE, DESK, address.startswith("https://"))
    frame = Frame(
        settings.editor_language,
        (
            case_pages.SECTION,
            precedent_pages.SECTION,
            programme_frame.SECTION,
            rules_pages.SECTION,
            house_pages.SECTION,
            proof_pages.SECTION,
            audit_pages.SECTION,
        ),
    )
    sessions = Sessions(storage.shelves.open_shelf(SESSIONS_SHELF, Session), clock)
    entering = Entering(
        sessions,
        frame,
        storage.audit,
        Turnstile(clock),
        None if directories else build_keys(storage),
        tuple(make_door(one) for one in directories),
        cookie,
    )
    return Console(
        Gate(sessions, staff, storage.audit, frame, cookie, reading_once),
        entering,
        _build_sections(house, frame),
        address,
        _build_signing_in(house, entering, directories, staff) if directories else None,
    )


def _build_signing_in(
    house: House, entering: Entering, directories: tuple[Directory, ...], staff: Staff
) -> SigningIn:
    clock = house.storage.ledger.clock
    journeys = Journeys(house.storage.shelves.open_shelf(JOURNEYS_SHELF, Journey), clock)
    cookie = Cookie(JOURNEY_COOKIE, SIGN_IN, entering.cookie.is_secure)
    return SigningIn(entering, directories, journeys, staff, cookie)


def _build_sections(house: House, frame: Frame) -> Sequence[Pages]:
    """Build what stands at the side, in its order."""
    zone = ZoneInfo(house.conversation.organisation.timezone)
    cases = build_cases(house, frame)
    programme = build_programme_section(house, frame)
    rules = build_rules_section(house, frame)
    home = Home(frame, (*list_finders(cases), *rules.finders, *programme.finders))
    return (
        home,
        cases,
        build_precedents(house, frame),
        *programme.pages,
        *rules.pages,
        build_proof_pages(house, frame),
        AuditPages(frame, house.storage.audit, zone),
    )


def build_staff(settings: Settings) -> Staff:
    """Build who works at the desk; where nobody signs in, whoever sits at this machine."""
    named = read_staff(
        {
            "editor": split_list(settings.editors),
            "reviewer": split_list(settings.reviewers),
            "drug-safety": split_list(settings.drug_safety),
            "reader": split_list(settings.readers),
        }
    )
    if HERE in named.people:
        raise SettingsError(f"{HERE} is nobody who could be named: remove it.")
    here = {} if signs_in(settings) else {HERE: EVERY_ROLE}
    return Staff({**named.people, **here}, named.groups)


def signs_in(settings: Settings) -> bool:
    """Say whether people sign in with their names."""
    return bool(split_list(settings.desk_sign_in))


def build_keys(storage: Storage) -> Keys:
    """Build what opens the desk once."""
    return Keys(storage.shelves.open_shelf(KEYS_SHELF, Key), storage.ledger.clock)


async def make_entrance(settings: Settings, storage: Storage) -> str:
    """Make the path that opens the desk once; nothing where people sign in."""
    if signs_in(settings):
        return ""
    return f"{ENTER}?key={await build_keys(storage).make_key()}"

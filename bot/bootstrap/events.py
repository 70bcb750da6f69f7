"""Build the events of the programme."""

from bot.channels.web.calendar import CalendarDoor, SignedLinks
from bot.core.desk.ports import Outbox
from bot.core.model import Organisation
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.calendar_file import Invitation
from bot.core.programme.editors import Editors
from bot.core.programme.events.announcing import Announcing
from bot.core.programme.events.attending import Attending
from bot.core.programme.events.book import open_book
from bot.core.programme.events.deciding import Deciding
from bot.core.programme.events.events import Events
from bot.core.programme.events.notices import Notices
from bot.core.programme.events.planning import EventPlanning
from bot.core.programme.events.ports import CalendarLinks
from bot.core.programme.events.post import EventPost
from bot.core.programme.events.writing import EventWriting
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelves
from bot.settings import Settings
from bot.storage.opening import Storage

_PURPOSE = "calendar pages"


def build_events(
    shelves: Shelves, mailings: Mailings, outbox: Outbox, links: CalendarLinks, clock: Clock
) -> Events:
    """Build what the clock and other features ask of events; the outbox keeps people's hours."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    post = EventPost(outbox, mailings, links, clock)
    return Events(open_book(shelves, ambassadors), post, clock)


def build_event_features(
    events: Events, organisation: Organisation, editors: Editors
) -> tuple[Attending, EventPlanning]:
    """Build what people and editors do with events in chat."""
    book, post, clock = events.book, events.post, events.clock
    deciding = Deciding(book, Notices(book, post), Announcing(book.ambassadors, post), clock)
    writing = EventWriting(book, deciding, clock)
    planning = EventPlanning(book, deciding, writing, editors, clock, organisation)
    return Attending(book, post.links, clock), planning


def build_links(settings: Settings, storage: Storage) -> SignedLinks:
    """Build the names of the pages for calendars."""
    return SignedLinks(_derive_key(storage), settings.address)


def build_calendar_door(storage: Storage) -> CalendarDoor:
    """Build the pages for calendars."""
    ambassadors = storage.shelves.open_shelf("ambassadors", Ambassador)
    book, clock = open_book(storage.shelves, ambassadors), storage.ledger.clock
    return CalendarDoor(_derive_key(storage), book.find_table, _write_invitation, clock)


def _write_invitation(invitation: Invitation) -> bytes:
    # 3 MB, and most servers are never asked for a calendar
    from bot.files.invitations import write_invitation  # noqa: PLC0415

    return write_invitation(invitation)


def _derive_key(storage: Storage) -> bytes:
    return storage.ledger.unlocked.pseudonyms.derive_signing_key(_PURPOSE)

"""Build what is done with posts that people hand in: highlights and recaps."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.bootstrap.channels import list_channels
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editor_texts import EditorTexts
from bot.core.programme.editors import Editors
from bot.core.programme.exports.pending import PendingExport
from bot.core.programme.exports.ports import EmptyTables, ReadsExports
from bot.core.programme.exports.taking_in import TakingIn
from bot.core.programme.feature import Feature
from bot.core.programme.highlights.book import open_book
from bot.core.programme.highlights.choosing import Choosing
from bot.core.programme.highlights.consenting import Consenting
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelves
from bot.core.programme.posts.craft import CraftReader
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.posts.post import Post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.recaps.ports import RecapSource
from bot.core.programme.recaps.publishing import Publishing
from bot.core.programme.recaps.recap import Edit, Sent
from bot.core.programme.recaps.scheduled import RecapSchedule
from bot.core.programme.recaps.sending import RecapSending, Ways
from bot.core.programme.schedule import Scheduled
from bot.scheduling.computing import ComputingThread
from bot.settings import Settings


@dataclass(frozen=True)
class Posts:
    """What is done with posts.

    Args:
        features: For authors and editors.
        recaps: What of it is due by time.
        drop: Takes back all posts of somebody who leaves or is forgotten.
        exports: Takes in files with numbers.
        handing_in: Has the posts.
    """

    features: tuple[Feature, ...]
    recaps: Scheduled
    drop: Callable[[str], Awaitable[None]]
    exports: TakingIn
    handing_in: HandingIn


def build_posts(
    conversation: Conversation,
    shelves: Shelves,
    editors: Editors,
    ways: Ways,
    source: RecapSource,
    reads: ReadsExports,
    tables: EmptyTables,
) -> Posts:
    """Build the features around posts, and what of them is due by time.

    Args:
        conversation: Has the coach, the organisation and the clock.
        shelves: Where it is all kept.
        editors: Who chooses and publishes.
        ways: Where agendas and recaps go.
        source: Gives occasions and what is told beside posts.
        reads: Reads files with numbers.
        tables: Gives the empty one.
    """
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    book = open_book(shelves, shelves.open_shelf("posts", Post))
    organisation, clock = conversation.organisation, conversation.clock
    sending = RecapSending(
        book,
        shelves.open_shelf("recap-edits", Edit),
        shelves.open_shelf("recaps-sent", Sent),
        ambassadors,
        editors,
        source,
        ways,
        clock,
    )
    consenting = Consenting(book, ambassadors, clock, sending.show_anew)
    texts = EditorTexts(
        conversation.coach,
        organisation,
        clock,
        conversation.compute,
        conversation.find_organisation,
    )
    reader = CraftReader(conversation.coach.policy)
    telling = Telling(book.posts, reader, organisation, conversation.compute)
    handing_in = HandingIn(telling, ambassadors, editors, clock, consenting.withdraw_post)
    pending = shelves.open_shelf("exports", PendingExport)
    # in a thread of its own: a file takes a process, memory and seconds, and drafts do not wait
    exports = TakingIn(handing_in, reads, ComputingThread(), pending, clock, tables)
    features = (
        handing_in,
        exports,
        consenting,
        Choosing(
            book,
            ambassadors,
            editors,
            texts,
            clock,
            ways.outbox,
            conversation.suggestions.explain_highlight if conversation.suggestions else None,
        ),
        Publishing(sending, editors, texts),
    )

    async def drop(person: str) -> None:
        await exports.drop(person)
        await handing_in.drop_posts(person)

    return Posts(features, RecapSchedule(sending), drop, exports, handing_in)


def build_ways(settings: Settings, outbox: Outbox, mailings: Mailings) -> Ways:
    """Build the ways on which agendas and recaps go out."""
    channels = list_channels(
        settings.programme_channel,
        settings.teams_programme_channel,
        settings.teams_tenant,
        "programme",
        "JOURFIX_TEAMS_PROGRAMME_CHANNEL",
    )
    return Ways(channels, settings.editor_language, outbox, mailings)

"""Join what editors said before to the reviews of a conversation."""

from dataclasses import replace

from bot.core.coaching.context import today_of
from bot.core.coaching.precedents import Precedent, PrecedentBook
from bot.core.conversation import Conversation
from bot.core.desk.precedents import PRECEDENTS_SHELF, Precedents
from bot.core.ports import Embedder
from bot.storage.shelves import Shelves


def add_precedents(
    conversation: Conversation, embedder: Embedder, shelves: Shelves
) -> tuple[Conversation, Precedents]:
    """Give a conversation whose reviews cite precedents, and what keeps these.

    It begins without any: `reload` reads them.
    """
    organisation, clock = conversation.organisation, conversation.clock
    book = PrecedentBook(embedder, lambda: today_of(organisation, clock))
    coach = replace(conversation.coach, precedents=book)
    shelf = shelves.open_shelf(PRECEDENTS_SHELF, Precedent)
    precedents = Precedents(shelf, book, coach, organisation, clock, conversation.compute)
    return replace(conversation, coach=coach), precedents

"""Build broadcasts: what writes, checks and sends them, for the chat and the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.core.coaching.context import Told, today_of
from bot.core.conversation import Conversation
from bot.core.deliveries import Messenger
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.model import Draft, Language, Review
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.broadcast import Broadcast, Mark
from bot.core.programme.broadcasts.chat import BroadcastChat
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.drafting import Drafting
from bot.core.programme.broadcasts.following import Follower, Following
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.ports import Tips
from bot.core.programme.broadcasts.steering import Steering
from bot.core.programme.broadcasts.writing import Writing
from bot.core.programme.editors import Editors
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelves


@dataclass(frozen=True)
class CoachProofreading:
    """Implements Proofreading with the coach that reviews drafts."""

    conversation: Conversation

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        """Review a text for the whole organisation, on today's date."""
        house = self.conversation
        today = today_of(house.organisation, house.clock)
        context = house.contexts.compose(house.organisation, today, Told())
        draft = Draft(text, context, language=language, answer_language=answer)
        return await house.compute(partial(house.coach.review, draft))


@dataclass(frozen=True)
class MessengerFitting:
    """Implements Fitting with what renders for each channel."""

    messengers: Mapping[str, Messenger]

    def list_tight(self, message: Message) -> Sequence[str]:
        """Name the channels in which a message needs more than one post."""
        return [
            channel
            for channel, messenger in self.messengers.items()
            if len(messenger.render("", "", {}, message)) > 1
        ]


@dataclass(frozen=True)
class BroadcastHouse:
    """Everything about broadcasts; the clock calls `dispatch` and `following`."""

    office: Office
    dispatch: Dispatch
    following: Following
    chat: BroadcastChat


def build_broadcasts(
    conversation: Conversation,
    editors: Editors,
    shelves: Shelves,
    mailings: Mailings,
    outbox: Outbox,
    messengers: Mapping[str, Messenger],
    *,
    tips: Tips | None = None,
) -> BroadcastHouse:
    """Build broadcasts beside a conversation."""
    office = Office(
        shelves.open_shelf("broadcasts", Broadcast),
        shelves.open_shelf("broadcast-marks", Mark),
        shelves.open_shelf("ambassadors", Ambassador),
        mailings,
        CoachProofreading(conversation),
        MessengerFitting(messengers),
        conversation.clock,
        conversation.organisation.timezone,
    )
    dispatch = Dispatch(office)
    following = Following(shelves.open_shelf("broadcast-followers", Follower), office, outbox)
    pages = Pages(office, tips is not None)
    chat = BroadcastChat(
        pages,
        Writing(pages, tips),
        Drafting(pages),
        Steering(dispatch, following, pages),
        editors,
    )
    return BroadcastHouse(office, dispatch, following, chat)

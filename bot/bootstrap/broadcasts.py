"""Build broadcasts: what writes, checks and sends them, for the chat and the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from bot.bootstrap.editors import build_editors
from bot.core.coaching.context import Told, today_of
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.model import Draft, Language, Review
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.broadcast import Broadcast, Mark
from bot.core.programme.broadcasts.chat import BroadcastChat
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.drafting import Drafting
from bot.core.programme.broadcasts.following import Follower, Following
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.ports import Proofreading, Tips
from bot.core.programme.broadcasts.steering import Steering
from bot.core.programme.broadcasts.timing import Timing
from bot.core.programme.broadcasts.writing import Writing
from bot.core.programme.mailings import Mailings
from bot.core.programme.ports import Shelves
from bot.settings import Settings


@dataclass(frozen=True)
class CoachProofreading:
    """Implements Proofreading with the coach that reviews drafts."""

    conversation: Conversation

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        """Review a text for the whole organisation, on today's date."""
        house = self.conversation
        today = today_of(house.organisation, house.clock)
        context = house.contexts.compose(await house.find_organisation(), today, Told())
        draft = Draft(text, context, language=language, answer_language=answer)
        return await house.compute(partial(house.coach.review, draft))


@dataclass(frozen=True)
class ChannelFitting:
    """Implements Fitting with what renders in each channel that is set up."""

    settings: Settings

    def list_tight(self, message: Message) -> Sequence[str]:
        """Name the channels in which a message needs more than one post."""
        return [name for name, count in self._count_posts(message) if count > 1]

    def _count_posts(self, message: Message) -> Iterator[tuple[str, int]]:
        if self.settings.slack_bot_token or self.settings.slack_client_id:
            from bot.channels.slack.render import render_message as render_in_slack  # noqa: PLC0415

            yield "Slack", len(render_in_slack(message))
        if self.settings.teams_app_id:
            from bot.channels.teams.render import render_message as render_in_teams  # noqa: PLC0415

            yield "Teams", len(render_in_teams(message))


def build_office(
    settings: Settings,
    shelves: Shelves,
    mailings: Mailings,
    proofreading: Proofreading,
    clock: Clock,
    zone: str,
) -> Office:
    """Build what keeps broadcasts."""
    return Office(
        shelves.open_shelf("broadcasts", Broadcast),
        shelves.open_shelf("broadcast-marks", Mark),
        shelves.open_shelf("ambassadors", Ambassador),
        mailings,
        proofreading,
        ChannelFitting(settings),
        clock,
        zone,
    )


def build_following(shelves: Shelves, office: Office, outbox: Outbox) -> Following:
    """Build what keeps an editor's message about a broadcast up to date."""
    return Following(shelves.open_shelf("broadcast-followers", Follower), office, outbox)


@dataclass(frozen=True)
class BroadcastHouse:
    """Broadcasts as the chat and as the clock know them."""

    chat: BroadcastChat
    timing: Timing


def build_broadcasts(
    settings: Settings,
    conversation: Conversation,
    shelves: Shelves,
    mailings: Mailings,
    outbox: Outbox,
    tips: Tips | None = None,
) -> BroadcastHouse:
    """Build broadcasts beside a conversation."""
    zone = conversation.organisation.timezone
    proofreading = CoachProofreading(conversation)
    office = build_office(settings, shelves, mailings, proofreading, conversation.clock, zone)
    dispatch = Dispatch(office)
    following = build_following(shelves, office, outbox)
    pages = Pages(office, tips is not None)
    chat = BroadcastChat(
        pages,
        Writing(pages, tips),
        Drafting(pages),
        Steering(dispatch, following, pages),
        build_editors(settings),
    )
    return BroadcastHouse(chat, Timing(dispatch, following))

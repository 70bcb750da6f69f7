"""Build the programme out of settings."""

from bot.core.conversation import Conversation
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.posts.craft import CraftReader
from bot.core.programme.posts.handing_in import HandingIn
from bot.core.programme.posts.post import Post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.programme import Programme
from bot.settings import Settings, split_list


def build_programme(settings: Settings, conversation: Conversation, shelves: Shelves) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    zone = conversation.organisation.timezone
    enrolment = Enrolment(ambassadors, conversation.records, conversation.clock, zone)
    editors = Editors(frozenset(split_list(settings.editors)))
    telling = Telling(
        shelves.open_shelf("posts", Post),
        CraftReader(conversation.coach.policy),
        conversation.organisation,
        conversation.compute,
    )
    handing_in = HandingIn(telling, ambassadors, editors, conversation.clock)
    return Programme((enrolment, handing_in), editors)

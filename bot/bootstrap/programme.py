"""Build the programme out of settings."""

from bot.bootstrap.posts import build_posts, build_ways
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.mailings import Mailings
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.settings import Settings, split_list


def build_programme(
    settings: Settings,
    conversation: Conversation,
    shelves: Shelves,
    outbox: Outbox | None = None,
    mailings: Mailings | None = None,
) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    zone = conversation.organisation.timezone
    enrolment = Enrolment(ambassadors, conversation.records, conversation.clock, zone)
    editors = Editors(frozenset(split_list(settings.editors)))
    posts = build_posts(conversation, shelves, editors, build_ways(settings, outbox, mailings))
    return Programme((enrolment, *posts), editors)

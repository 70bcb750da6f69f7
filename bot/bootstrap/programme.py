"""Build the programme out of settings."""

from dataclasses import dataclass

from bot.bootstrap.broadcasts import build_broadcasts
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.mailings import Mailings
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.settings import Settings, split_list


@dataclass(frozen=True)
class Post:
    """How the programme writes to people: to many, and to one."""

    mailings: Mailings
    outbox: Outbox


def build_programme(
    settings: Settings, conversation: Conversation, shelves: Shelves, post: Post
) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    zone = conversation.organisation.timezone
    enrolment = Enrolment(ambassadors, conversation.records, conversation.clock, zone)
    editors = Editors(frozenset(split_list(settings.editors)))
    broadcasts = build_broadcasts(settings, conversation, shelves, post.mailings, post.outbox)
    return Programme((enrolment, broadcasts.chat), editors)

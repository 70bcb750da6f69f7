"""Build the programme out of settings."""

from bot.core.conversation import Conversation
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme


def build_programme(conversation: Conversation, shelves: Shelves) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    zone = conversation.organisation.timezone
    enrolment = Enrolment(ambassadors, conversation.records, conversation.clock, zone)
    return Programme((enrolment,))

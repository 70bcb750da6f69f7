"""Build the programme out of settings."""

from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies.buddies import Buddies
from bot.core.programme.buddies.pair import Pair, Refusal
from bot.core.programme.cohorts.applying import Applying
from bot.core.programme.cohorts.call import Application, Call, Lead, Member, Seat
from bot.core.programme.cohorts.choosing import Choosing
from bot.core.programme.cohorts.drafting import Drafting
from bot.core.programme.cohorts.register import Register
from bot.core.programme.editors import Editors
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.settings import Settings, split_list


def build_programme(
    settings: Settings, conversation: Conversation, shelves: Shelves, outbox: Outbox
) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    clock, zone = conversation.clock, conversation.organisation.timezone
    editors = Editors(frozenset(split_list(settings.editors)))
    register = Register(
        ambassadors,
        shelves.open_shelf("calls", Call),
        shelves.open_shelf("applications", Application),
        shelves.open_shelf("seats", Seat),
        shelves.open_shelf("members", Member),
        shelves.open_shelf("cohort-leads", Lead),
        clock,
        zone,
    )
    buddies = Buddies(
        ambassadors,
        shelves.open_shelf("pairs", Pair),
        shelves.open_shelf("buddy-refusals", Refusal),
        outbox,
        editors,
        clock,
        zone,
        compute=conversation.compute,
    )
    enrolment = Enrolment(
        ambassadors,
        conversation.records,
        clock,
        zone,
        contexts=conversation.contexts,
        on_leave=(buddies.leave, register.leave),
        name_groups=register.name_groups,
    )
    features = (
        enrolment,
        Applying(register, outbox),
        Drafting(register, shelves.open_shelf("call-drafts", Call), editors),
        Choosing(register, outbox, editors, conversation.compute),
        buddies,
    )
    return Programme(features, editors)

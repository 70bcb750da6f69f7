"""Build what brings people together: groups and buddies."""

from collections.abc import Mapping

from bot.core.computing import Compute
from bot.core.conversation import Conversation
from bot.core.desk.ports import Outbox
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies.pair import Pair, Refusal
from bot.core.programme.buddies.pairing import Pairing
from bot.core.programme.cohorts.applying import Applying
from bot.core.programme.cohorts.call import Application, Call, Lead, Member, Seat
from bot.core.programme.cohorts.choosing import Choosing
from bot.core.programme.cohorts.drafting import Drafting
from bot.core.programme.cohorts.register import Register
from bot.core.programme.editors import Editors
from bot.core.programme.ports import Shelves


def build_register(shelves: Shelves, clock: Clock, zone: str) -> Register:
    """Build the register of groups."""
    return Register(
        shelves.open_shelf("ambassadors", Ambassador),
        shelves.open_shelf("calls", Call),
        shelves.open_shelf("applications", Application),
        shelves.open_shelf("seats", Seat),
        shelves.open_shelf("members", Member),
        shelves.open_shelf("cohort-leads", Lead),
        clock,
        zone,
    )


def build_groups(
    register: Register, shelves: Shelves, outbox: Outbox, editors: Editors, compute: Compute
) -> tuple[Applying, Drafting, Choosing]:
    """Build the features of groups."""
    return (
        Applying(register, outbox),
        Drafting(register, shelves.open_shelf("call-drafts", Call), editors),
        Choosing(register, outbox, editors, compute),
    )


def build_pairing(
    conversation: Conversation,
    shelves: Shelves,
    outbox: Outbox,
    topics: Mapping[str, Mapping[Language, str]],
) -> Pairing:
    """Build what pairs buddies."""
    return Pairing(
        shelves.open_shelf("ambassadors", Ambassador),
        shelves.open_shelf("pairs", Pair),
        shelves.open_shelf("buddy-refusals", Refusal),
        outbox,
        conversation.clock,
        conversation.organisation.timezone,
        topics,
        conversation.compute,
    )

"""What every process is built of: storage, conversations, channels, and what sends to many."""

import contextlib
import dataclasses
from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING

from bot.bootstrap.coach import open_embedder
from bot.bootstrap.conversation import build_conversation
from bot.bootstrap.desk import build_desk
from bot.bootstrap.events import build_links
from bot.bootstrap.house_rules import build_following
from bot.bootstrap.linkedin import LinkedIn, build_linkedin
from bot.bootstrap.mailings import MailRoom, build_mail_room, list_limits
from bot.bootstrap.pilots import build_embargoes
from bot.bootstrap.precedents import add_precedents
from bot.bootstrap.programme import Sending, build_programme
from bot.bootstrap.reading import add_model
from bot.bootstrap.storage import opened_storage
from bot.channels.slack.ingress import CHANNEL as SLACK
from bot.channels.teams.naming import CHANNEL as TEAMS
from bot.channels.web.letters import Letter, Letters
from bot.core.conversation import Conversation
from bot.core.deliveries import Messenger
from bot.core.desk.ports import LETTERS_SHELF, WEB
from bot.core.desk.precedents import Precedents
from bot.core.house_rules.following import Following, HouseContacts, HouseOrganisation
from bot.core.ports import Clock
from bot.core.programme.schedule import Schedule
from bot.delivery.outbox import DividedOutbox, LedgerOutbox
from bot.settings import Settings
from bot.storage.opening import Storage

if TYPE_CHECKING:
    from bot.channels.slack.app import SlackMessenger
    from bot.channels.teams.app import TeamsMessenger


@dataclasses.dataclass(frozen=True, repr=False)
class House:
    """What every process has; `messengers` are the channels that answer from the inbox.

    It has no representation in words: that would hold every setting, and the whole policy.
    """

    settings: Settings
    storage: Storage
    conversation: Conversation
    slack: "SlackMessenger | None"
    teams: "TeamsMessenger | None"
    messengers: Mapping[str, Messenger]
    mail_room: MailRoom
    schedule: Schedule
    linkedin: LinkedIn | None
    letters: Letters
    precedents: Precedents
    following: Following


@contextlib.asynccontextmanager
async def opened_house(settings: Settings, clock: Clock) -> AsyncIterator[House]:
    """Open everything that answers, and close it when the block ends."""
    async with opened_storage(settings, clock) as storage:
        messengers: dict[str, Messenger] = {}  # filled below: what answers also sends
        limits: dict[str, float] = {}
        mail_room = build_mail_room(storage, messengers, limits)
        outbox = LedgerOutbox(storage.ledger, messengers)
        linkedin = build_linkedin(settings, storage, outbox)
        sending = Sending(
            storage.shelves,
            mail_room.mailings,
            outbox,
            build_links(settings, storage),
            linkedin,
            storage.audit,
        )
        letters = Letters(storage.shelves.open_shelf(LETTERS_SHELF, Letter), storage.ledger.clock)
        conversation, schedule, precedents, added = _build_conversation(
            settings, storage, sending, letters
        )
        await storage.policies.record_policy(
            conversation.coach.policy.hash,
            conversation.coach.policy.checked,
            conversation.organisation.company,
        )
        following = build_following(settings, storage, conversation, added)
        await following.publishing.prepare()
        await following.look()
        slack = _open_slack(settings, conversation, storage)
        if slack is not None:
            messengers[SLACK] = slack
        in_teams = _open_teams(settings, conversation, storage)
        if in_teams is not None:
            messengers[TEAMS] = in_teams
        limits |= list_limits(settings, in_teams)
        try:
            yield House(
                settings, storage, conversation, slack, in_teams, messengers, mail_room, schedule,
                linkedin, letters, precedents, following,
            )  # fmt: skip
        finally:
            await mail_room.close()


def _open_slack(
    settings: Settings, conversation: Conversation, storage: Storage
) -> "SlackMessenger | None":
    """Open Slack where it is set up; elsewhere its kit, some ten megabytes, is not loaded."""
    if not settings.names_slack:
        return None
    from bot.bootstrap.slack import build_slack  # noqa: PLC0415

    return build_slack(settings, conversation, storage.installations)


def _open_teams(
    settings: Settings, conversation: Conversation, storage: Storage
) -> "TeamsMessenger | None":
    """Open Teams where it is set up, as Slack."""
    if not settings.names_teams:
        return None
    from bot.bootstrap.teams import build_teams  # noqa: PLC0415

    return build_teams(settings, conversation, storage.installations)


def _build_conversation(
    settings: Settings,
    storage: Storage,
    sending: Sending,
    letters: Letters,
) -> tuple[Conversation, Schedule, Precedents, HouseOrganisation]:
    """Build the conversations with desk and programme, which write through the outbox."""
    embedder = open_embedder(settings)
    conversation = build_conversation(settings, storage.records, embedder)
    added = HouseOrganisation(build_embargoes(storage.shelves))
    organisation = conversation.organisation
    contacts = HouseContacts(organisation.contacts, added)
    conversation = dataclasses.replace(
        conversation,
        clock=storage.ledger.clock,
        embargoes=added,
        asked=storage.asked,
        organisation=dataclasses.replace(organisation, contacts=contacts),
    )
    conversation, precedents = add_precedents(conversation, embedder, storage.shelves)
    conversation = add_model(
        settings, conversation, storage.spending, storage.shelves, storage.ledger.clock
    )
    desk = build_desk(
        settings,
        storage.cases,
        DividedOutbox(WEB, letters, sending.outbox),
        conversation.clock,
        conversation.organisation,
        storage.audit,
    )
    programme, schedule = build_programme(settings, conversation, sending)
    schedule = dataclasses.replace(schedule, list_gaps=storage.restoring.list_gaps)
    conversation = dataclasses.replace(conversation, desk=desk, programme=programme)
    return conversation, schedule, precedents, added

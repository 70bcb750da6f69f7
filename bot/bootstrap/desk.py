"""Build the desk out of settings."""

import logging
from collections.abc import Awaitable, Callable

from bot.bootstrap.channels import list_channels
from bot.core.desk.desk import Desk
from bot.core.desk.ports import Outbox
from bot.core.errors import SettingsError
from bot.core.model import Organisation
from bot.core.ports import Clock
from bot.settings import Settings, split_list
from bot.storage.case_store import CaseStore

_log = logging.getLogger(__name__)


def build_desk(
    settings: Settings,
    cases: CaseStore,
    outbox: Outbox,
    clock: Clock,
    organisation: Organisation,
) -> Desk | None:
    """Build the desk; None where the comms team has no channel.

    Raises:
        SettingsError: there is a channel, but nobody who may answer.
    """
    to_editors = list_channels(
        settings.slack_comms_channel,
        settings.teams_comms_channel,
        settings.teams_tenant,
        "desk",
        "JOURFIX_TEAMS_COMMS_CHANNEL",
    )
    if not to_editors:
        return None
    editors = frozenset(split_list(settings.editors))
    if not editors:
        raise SettingsError(
            "JOURFIX_EDITORS is empty: nobody could answer a case. Name the comms team, for"
            " example slack:T0123:U0456,teams:TENANT:OBJECT-ID."
        )
    return Desk(
        cases,
        outbox,
        clock,
        organisation,
        to_editors,
        editors,
        settings.editor_language,
        settings.answer_hours,
    )


def watch_refusals(desk: Desk | None) -> Callable[[str], Awaitable[None]] | None:
    """Give what is told of deliveries that failed for good; None where there is no desk."""
    if desk is None:
        return None

    async def notice(key: str) -> None:
        if await desk.notice_refusal(key):
            _log.error(
                "A case did not reach the comms channel: is the app in that channel? In Slack,"
                " invite it there (/invite @Jourfix); in Teams, add it to the channel's team."
            )

    return notice

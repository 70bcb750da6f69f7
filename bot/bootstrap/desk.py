"""Build the desk out of settings."""

import logging
from collections.abc import Awaitable, Callable

from bot.bootstrap.channels import list_channels
from bot.core.desk.audit import AuditLog
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
    audit: AuditLog | None = None,
) -> Desk:
    """Build the desk.

    The comms team sees cases in the browser, and in its channel where it has one. Where only the
    browser chat runs, that is whoever sits at this machine; where people write in Slack or Teams
    and nobody is named who answers, nothing is sent.

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
    editors = frozenset(split_list(settings.editors))
    if to_editors and not editors:
        raise SettingsError(
            "JOURFIX_EDITORS is empty: nobody could answer a case. Name the comms team, for"
            " example slack:T0123:U0456,teams:TENANT:OBJECT-ID."
        )
    answering = editors | frozenset(split_list(settings.reviewers))
    is_in_chats = settings.names_slack or settings.names_teams
    return Desk(
        cases,
        outbox,
        clock,
        organisation,
        to_editors,
        answering,
        settings.editor_language,
        settings.answer_hours,
        audit,
        is_read=bool(answering) or not is_in_chats,
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

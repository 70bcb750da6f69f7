"""Build the desk out of settings."""

from bot.channels.slack.ingress import CHANNEL
from bot.core.desk.case import Return
from bot.core.desk.desk import Desk
from bot.core.desk.ports import Outbox
from bot.core.errors import SettingsError
from bot.core.model import Organisation
from bot.core.ports import Clock
from bot.settings import Settings
from bot.storage.case_store import CaseStore


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
    if not settings.slack_comms_channel:
        return None
    editors = frozenset(name.strip() for name in settings.editors.split(",") if name.strip())
    if not editors:
        raise SettingsError(
            "JOURFIX_EDITORS is empty: nobody could answer a case. Name the comms team, for"
            " example slack:T0123:U0456,slack:T0123:U0789."
        )
    team, _, channel = settings.slack_comms_channel.rpartition("/")
    place = {"team": team, "channel": channel, "thread": ""}
    return Desk(
        cases,
        outbox,
        clock,
        organisation,
        Return(CHANNEL, f"{CHANNEL}:desk", place),
        editors,
        settings.editor_language,
        settings.answer_hours,
    )

"""Build the Slack channel out of settings."""

import datetime

from bot.channels.slack.app import SlackMessenger
from bot.channels.slack.courier import SlackCourier, Tokens
from bot.channels.slack.ingress import SlackIngress
from bot.channels.slack.install import BACK, START, Credentials, InstallDoor, ManyWorkspaces
from bot.channels.slack.socket_mode import SlackConnection
from bot.channels.slack.workspace import OneWorkspace
from bot.core.conversation import Conversation
from bot.core.errors import SettingsError
from bot.core.installations import Installations
from bot.core.ports import Clock
from bot.delivery.intake import Intake
from bot.files.documents import read_document
from bot.scheduling.clock import SystemClock
from bot.settings import Settings

ADDRESS = "/slack/events"
_CLOCK = SystemClock(datetime.UTC)  # signatures and tokens are of this world's time


def build_slack(
    settings: Settings, conversation: Conversation, installations: Installations
) -> SlackMessenger:
    """Build what answers in Slack.

    Raises:
        SettingsError: half of what Slack needs is set.
    """
    if not (settings.slack_signing_secret or settings.slack_app_token):
        raise SettingsError(
            "JOURFIX_SLACK_SIGNING_SECRET is missing: Basic Information, “Signing Secret”."
        )
    tokens: Tokens
    if settings.slack_bot_token:
        tokens = OneWorkspace(settings.slack_bot_token)
    else:
        tokens = build_workspaces(settings, installations, _CLOCK)
    return SlackMessenger(conversation, SlackCourier(settings.slack_api, tokens), read_document)


def build_workspaces(
    settings: Settings, installations: Installations, clock: Clock
) -> ManyWorkspaces:
    """Build what holds the tokens of several workspaces.

    Raises:
        SettingsError: something that OAuth needs is missing.
    """
    needed = {
        "JOURFIX_SLACK_CLIENT_ID": settings.slack_client_id,
        "JOURFIX_SLACK_CLIENT_SECRET": settings.slack_client_secret,
        "JOURFIX_ADDRESS": settings.address,
    }
    missing = [name for name, value in needed.items() if not value]
    if missing:
        raise SettingsError(
            f"{' and '.join(missing)} missing. For one workspace set JOURFIX_SLACK_BOT_TOKEN"
            " (OAuth & Permissions, “xoxb-”); for several these three."
        )
    credentials = Credentials(
        settings.slack_client_id,
        settings.slack_client_secret,
        settings.address.rstrip("/"),
        settings.slack_api,
    )
    return ManyWorkspaces(installations, credentials, clock)


def build_doors(
    settings: Settings, messenger: SlackMessenger, intake: Intake
) -> dict[str, SlackIngress | InstallDoor]:
    """Build what Slack posts to and, for several workspaces, the pages of an installation."""
    doors: dict[str, SlackIngress | InstallDoor] = {}
    if settings.slack_signing_secret:
        doors[ADDRESS] = SlackIngress(settings.slack_signing_secret, intake, _CLOCK)
    tokens = messenger.courier.tokens
    if isinstance(tokens, ManyWorkspaces):
        door = InstallDoor(tokens.credentials, tokens, _CLOCK)
        doors |= {START: door, BACK: door}
    return doors


def build_connection(settings: Settings, intake: Intake) -> SlackConnection | None:
    """Build the connection that needs no open port; None where Slack posts to us instead."""
    if not settings.slack_app_token:
        return None
    return SlackConnection(settings.slack_app_token, settings.slack_api, intake)

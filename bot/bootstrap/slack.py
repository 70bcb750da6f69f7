"""Build the Slack channel out of settings."""

from bot.channels.slack.app import SlackMessenger
from bot.channels.slack.courier import SlackCourier
from bot.channels.slack.ingress import SlackIngress
from bot.channels.slack.socket_mode import SlackConnection
from bot.channels.slack.workspace import OneWorkspace
from bot.core.conversation import Conversation
from bot.core.errors import SettingsError
from bot.delivery.intake import Intake
from bot.files.documents import read_document
from bot.settings import Settings

ADDRESS = "/slack/events"


def build_slack(settings: Settings, conversation: Conversation) -> SlackMessenger | None:
    """Build what answers in Slack; None where Slack is not set up.

    Raises:
        SettingsError: half of what Slack needs is set.
    """
    if not (settings.slack_bot_token or settings.slack_signing_secret):
        return None
    if not settings.slack_bot_token:
        raise SettingsError("JOURFIX_SLACK_BOT_TOKEN is missing: OAuth & Permissions, “xoxb-”.")
    if not (settings.slack_signing_secret or settings.slack_app_token):
        raise SettingsError(
            "JOURFIX_SLACK_SIGNING_SECRET is missing: Basic Information, “Signing Secret”."
        )
    courier = SlackCourier(settings.slack_api, OneWorkspace(settings.slack_bot_token))
    return SlackMessenger(conversation, courier, read_document)


def build_connection(settings: Settings, intake: Intake) -> SlackConnection | None:
    """Build the connection that needs no open port; None where Slack posts to us instead."""
    if not settings.slack_app_token:
        return None
    return SlackConnection(settings.slack_app_token, settings.slack_api, intake)


def build_ingress(settings: Settings, messenger: SlackMessenger, intake: Intake) -> SlackIngress:
    """Build the door that Slack posts to."""
    return SlackIngress(settings.slack_signing_secret, intake, messenger.conversation.clock)

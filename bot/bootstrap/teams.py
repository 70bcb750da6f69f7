"""Build the Teams channel out of settings."""

import datetime

from bot.channels.door import TakesIn
from bot.channels.teams.app import TeamsMessenger
from bot.channels.teams.courier import TeamsCourier
from bot.channels.teams.credentials import read_certificate
from bot.channels.teams.gateway import TeamsGateway
from bot.channels.teams.ingress import TeamsIngress
from bot.channels.teams.invokes import TeamsInvokes
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.limits import Limits
from bot.channels.teams.places import Places, read_channel
from bot.channels.teams.registration import Cloud, Registration, is_origin
from bot.channels.teams.tokens import Guard
from bot.core.conversation import Conversation
from bot.core.errors import SettingsError
from bot.core.installations import Installations
from bot.files.documents import read_document
from bot.scheduling.clock import SystemClock
from bot.settings import Settings, split_list

ADDRESS = "/teams/messages"
_CLOCK = SystemClock(datetime.UTC)  # signatures and tokens are of this world's time


def build_registration(settings: Settings) -> Registration | None:
    """Build who we are for Microsoft; None where Teams is not set up.

    Raises:
        SettingsError: half of what Teams needs is set, or two things that exclude each other.
    """
    others = (settings.teams_secret, settings.teams_certificate, settings.teams_tenant)
    if not settings.teams_app_id:
        if any(others) or settings.teams_tenants:
            raise SettingsError(
                "JOURFIX_TEAMS_APP_ID is missing: the bot's registration in Azure, “Application"
                " (client) ID”."
            )
        return None
    kind = settings.teams_app_type
    if kind == "managed":
        if settings.teams_secret or settings.teams_certificate:
            raise SettingsError(
                "A managed bot has neither JOURFIX_TEAMS_SECRET nor JOURFIX_TEAMS_CERTIFICATE:"
                " Azure vouches for it. Remove them, or set JOURFIX_TEAMS_APP_TYPE to single."
            )
    elif bool(settings.teams_secret) == bool(settings.teams_certificate):
        raise SettingsError(
            "Set either JOURFIX_TEAMS_SECRET (“Certificates & secrets”, its value) or"
            " JOURFIX_TEAMS_CERTIFICATE (a PEM file with its key): one of them."
        )
    if kind != "multi" and not settings.teams_tenant:
        raise SettingsError(
            "JOURFIX_TEAMS_TENANT is missing: “Directory (tenant) ID” of the bot's registration."
        )
    tenants = frozenset(split_list(settings.teams_tenants)) or frozenset({settings.teams_tenant})
    if "" in tenants:
        raise SettingsError(
            "JOURFIX_TEAMS_TENANTS is missing: the ids of the organisations whose people may talk"
            " to the bot, separated by commas."
        )
    if settings.teams_certificate is not None:
        read_certificate(settings.teams_certificate)
    return Registration(
        settings.teams_app_id,
        kind,
        settings.teams_tenant,
        tenants,
        _build_cloud(settings),
        settings.teams_secret,
        settings.teams_certificate,
    )


def _build_cloud(settings: Settings) -> Cloud:
    services = split_list(settings.teams_api)
    named = [
        ("JOURFIX_TEAMS_METADATA", "/".join(settings.teams_metadata.split("/", 3)[:3])),
        ("JOURFIX_TEAMS_LOGIN", settings.teams_login),
        *(("JOURFIX_TEAMS_API", service) for service in services),
    ]
    for name, origin in named:
        if not is_origin(origin):
            raise SettingsError(
                f"{name} makes no sense: an address begins with https:// (http:// on this machine"
                " only) and ends with its host."
            )
    return Cloud(settings.teams_metadata, settings.teams_login, services)


def build_teams(
    settings: Settings, conversation: Conversation, installations: Installations
) -> TeamsMessenger | None:
    """Build what answers in Teams; None where Teams is not set up.

    Raises:
        SettingsError: what Teams needs is not set, or not right.
    """
    registration = build_registration(settings)
    if registration is None:
        return None
    gateway = TeamsGateway(registration, _CLOCK, limits=Limits(pace=settings.teams_pace))
    courier = TeamsCourier(gateway, Places(installations))
    _, desk = read_channel(settings.teams_comms_channel, settings.teams_tenant)
    return TeamsMessenger(conversation, courier, read_document, desk)


def build_door(messenger: TeamsMessenger, intake: TakesIn) -> TeamsIngress:
    """Build what Teams posts to."""
    registration = messenger.courier.gateway.registration
    guard = Guard(registration, SigningKeys(registration.cloud.metadata))
    invokes = TeamsInvokes(messenger.conversation, intake)
    return TeamsIngress(guard, intake, invokes.answer, _CLOCK)

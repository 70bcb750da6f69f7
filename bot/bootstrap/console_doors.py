"""Build where the comms team signs in out of settings, or refuse them with a sentence."""

import ipaddress
import re
from functools import partial
from urllib.parse import urlsplit

from bot.core.desk.directory import MICROSOFT, SLACK, Directory, read_microsoft, read_slack
from bot.core.desk.staff import Staff
from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.settings import Settings, split_list
from bot.web.console.registration import TENANT, Registration, is_safe
from bot.web.console.signing_in import name_back

_PLACES = (SLACK, MICROSOFT)
_TENANT = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_STANDARD_PORTS = {"https": 443, "http": 80}
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def build_directories(settings: Settings, staff: Staff, clock: Clock) -> tuple[Directory, ...]:
    """Build the directories that sign people in; none: a link opens the desk here.

    Raises:
        SettingsError: something is missing, or does not fit together.
    """
    places = split_list(settings.desk_sign_in)
    if not places:
        return ()
    unknown = [one for one in places if one not in _PLACES]
    if unknown or len(set(places)) < len(places):
        raise SettingsError("JOURFIX_DESK_SIGN_IN may be slack, microsoft, or slack,microsoft.")
    origin = read_origin(settings.address)
    if not staff.people and not staff.groups:
        raise SettingsError(
            "JOURFIX_DESK_SIGN_IN is set, but nobody could come in: name the comms team in"
            " JOURFIX_EDITORS, for example slack:T0123:U0456,teams:TENANT:OBJECT-ID."
        )
    if staff.groups and MICROSOFT not in places:
        raise SettingsError(
            "Slack tells us of no groups: name people in JOURFIX_EDITORS and the like in place of"
            " group:NAME, or add microsoft to JOURFIX_DESK_SIGN_IN."
        )
    # what calls over HTTP costs memory: it is loaded where it is used
    from bot.web.console.openid import OpenIdDirectory  # noqa: PLC0415

    build = {SLACK: _register_slack, MICROSOFT: _register_microsoft}
    return tuple(OpenIdDirectory(build[one](settings, staff, origin), clock) for one in places)


def read_origin(address: str) -> str:
    """Read where browsers reach us: https, or this machine itself for a test.

    Raises:
        SettingsError: it is no such address.
    """
    try:
        parts = urlsplit(address.strip().lower())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = parts.hostname or ""
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    is_plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if not (host and is_safe and is_plain):
        raise SettingsError(
            "To sign in at the comms desk people must come back to it: set JOURFIX_ADDRESS to the"
            " address that browsers use, https:// and a host, without a path:"
            " https://jourfix.example."
        )
    shown = f"[{host}]" if ":" in host else host
    is_standard = port in (None, _STANDARD_PORTS[parts.scheme])
    return f"{parts.scheme}://{shown}" if is_standard else f"{parts.scheme}://{shown}:{port}"


def read_proxies(settings: Settings) -> str:
    """Read which machines may say on whose behalf they ask.

    Raises:
        SettingsError: one is no address, or would be everybody.
    """
    proxies = split_list(settings.proxies)
    for one in proxies:
        try:
            network = ipaddress.ip_network(one, strict=False)
        except ValueError:
            network = None
        if network is None or network.prefixlen == 0:
            raise SettingsError(
                f"JOURFIX_PROXIES: {one} is no address of a proxy, like 10.0.0.7 or 10.0.0.0/24."
            )
    return ",".join(proxies)


def _register_slack(settings: Settings, staff: Staff, origin: str) -> Registration:
    if not (settings.slack_client_id and settings.slack_client_secret):
        raise SettingsError(
            "To sign in with Slack set JOURFIX_SLACK_CLIENT_ID and JOURFIX_SLACK_CLIENT_SECRET:"
            " Basic Information of the app. Add this redirect URL under OAuth & Permissions:"
            f" {origin}{name_back(SLACK)}"
        )
    teams = _list_homes(staff, "slack")
    if not teams:
        raise SettingsError(
            "Nobody could sign in with Slack: name people in JOURFIX_EDITORS as slack:T0123:U0456,"
            " or take slack out of JOURFIX_DESK_SIGN_IN."
        )
    api = urlsplit(settings.slack_api)
    issuer = f"{api.scheme}://{api.netloc}"
    if not is_safe(issuer):
        raise SettingsError("JOURFIX_SLACK_API must begin with https://.")
    only = next(iter(teams)) if len(teams) == 1 else ""
    return Registration(
        SLACK,
        "Slack",
        settings.slack_client_id,
        settings.slack_client_secret,
        issuer,
        f"{issuer}/.well-known/openid-configuration",
        f"{origin}{name_back(SLACK)}",
        partial(read_slack, teams=teams),
        {"team": only} if only.startswith("T") else {},
    )


def _register_microsoft(settings: Settings, _staff: Staff, origin: str) -> Registration:
    client_id = settings.desk_microsoft_id or settings.teams_app_id
    secret = settings.desk_microsoft_secret
    if not settings.desk_microsoft_id:
        secret = secret or settings.teams_secret
    if not (client_id and secret):
        raise SettingsError(
            "To sign in with Microsoft set JOURFIX_TEAMS_APP_ID and JOURFIX_TEAMS_SECRET, or, where"
            " the bot has a certificate or is managed, JOURFIX_DESK_MICROSOFT_ID and"
            " JOURFIX_DESK_MICROSOFT_SECRET of a registration with a client secret. Add this"
            f" redirect URI to it, of the kind Web: {origin}{name_back(MICROSOFT)}"
        )
    named = settings.desk_microsoft_tenants or settings.teams_tenants or settings.teams_tenant
    tenants = frozenset(split_list(named))
    wrong = next((one for one in sorted(tenants) if not _TENANT.fullmatch(one)), None)
    if not tenants or wrong is not None:
        raise SettingsError(
            "To sign in with Microsoft name the organisation: JOURFIX_TEAMS_TENANT, or"
            " JOURFIX_TEAMS_TENANTS or JOURFIX_DESK_MICROSOFT_TENANTS for several, are ids like"
            " 01234567-89ab-cdef-0123-456789abcdef, never “common”."
        )
    login = settings.teams_login.rstrip("/")
    if not is_safe(login):
        raise SettingsError("JOURFIX_TEAMS_LOGIN must begin with https://.")
    only = next(iter(tenants)) if len(tenants) == 1 else ""
    return Registration(
        MICROSOFT,
        "Microsoft",
        client_id,
        secret,
        f"{login}/{only or TENANT}/v2.0",
        f"{login}/{only or 'organizations'}/v2.0/.well-known/openid-configuration",
        f"{origin}{name_back(MICROSOFT)}",
        partial(read_microsoft, tenants=tenants),
        {"prompt": "select_account"},  # who was let in with a wrong account can choose another
    )


def _list_homes(staff: Staff, channel: str) -> frozenset[str]:
    """List the workspaces or organisations of the people who work here."""
    named = (person.split(":") for person in staff.people)
    return frozenset(parts[1] for parts in named if parts[0] == channel and len(parts) == 3)

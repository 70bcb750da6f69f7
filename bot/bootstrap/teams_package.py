"""Build the command that packs the app for Teams. Nothing here loads a server or an SDK."""

import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from bot.channels.teams.app_package import AppDetails, pack_app
from bot.core.errors import SettingsError
from bot.settings import Settings, load_settings

_ID = re.compile(r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_VERSION = re.compile(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", re.ASCII)
_LONGEST = 2048  # characters of an address


def write_teams_package(out: Path, version: str) -> int:
    """Write the package and say what comes next.

    Raises:
        SettingsError: a setting is missing or makes no sense, or the file cannot be written.
        ContentError: a file of the package is not what Teams takes.
    """
    settings = load_settings()
    packed = pack_app(build_details(settings, version))
    try:
        out.write_bytes(packed)
    except OSError as error:
        raise SettingsError(
            f"{out} cannot be written ({error.strerror}). Name another file with --out."
        ) from error
    if not settings.address:
        sys.stderr.write(
            "JOURFIX_ADDRESS is not set: the app's page in Teams will link to"
            " https://jourfix.example, which is nobody's. Set it before people see the app.\n"
        )
    sys.stdout.write(
        f"{out} is ready. Next: upload it at https://admin.teams.microsoft.com, Teams apps,"
        " Manage apps, Actions, Upload new app.\n"
    )
    return 0


def build_details(settings: Settings, version: str) -> AppDetails:
    """Build what differs from one installation to the next.

    Raises:
        SettingsError: a setting is missing or makes no sense.
    """
    if not settings.teams_app_id:
        raise SettingsError(
            "JOURFIX_TEAMS_APP_ID is missing. Copy “Application (client) ID” from the bot's"
            " registration in Azure into .env (README, “Install in Teams”)."
        )
    if not _ID.fullmatch(settings.teams_app_id):
        raise SettingsError(
            "JOURFIX_TEAMS_APP_ID is no application id. It looks like"
            " 01234567-89ab-cdef-0123-456789abcdef; the secret is something else."
        )
    if version and not _VERSION.fullmatch(version):
        raise SettingsError("--app-version is three numbers with dots, such as 1.0.1.")
    website = settings.address.rstrip("/")
    privacy = settings.privacy_page or (website and f"{website}/privacy")
    terms = settings.terms_page or (website and f"{website}/terms")
    for name, page in (
        ("JOURFIX_ADDRESS", website),
        ("JOURFIX_PRIVACY_PAGE", privacy),
        ("JOURFIX_TERMS_PAGE", terms),
    ):
        if page and not _is_page(page):
            raise SettingsError(
                f"{name} makes no sense: Teams wants an address that begins with https://, such as"
                " https://jourfix.example."
            )
    return AppDetails(settings.teams_app_id, website, privacy, terms, version)


def _is_page(address: str) -> bool:
    """Say whether an address can be opened from Teams."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    is_clean = address.isascii() and address.isprintable() and " " not in address
    is_short = len(address) <= _LONGEST
    return parts.scheme == "https" and bool(host) and not parts.username and is_clean and is_short

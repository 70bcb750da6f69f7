"""Settings of the sign-in that do not fit together are refused at start, with the remedy."""

from pathlib import Path

import pytest

from bot.bootstrap.console import build_staff, signs_in
from bot.bootstrap.console_commands import open_desk
from bot.bootstrap.console_doors import build_directories, read_origin, read_proxies
from bot.bootstrap.editors import build_editors
from bot.core.desk.staff import HERE
from bot.core.errors import SettingsError
from bot.settings import Settings
from tests.fakes.openid import SECRET, TENANT
from tests.fakes.ports import FakeClock
from tests.web.console.entering.signing import OBJECT, make_settings

REFUSED: list[tuple[dict[str, str], str]] = [
    ({"desk_sign_in": "google"}, "JOURFIX_DESK_SIGN_IN"),
    ({"desk_sign_in": "slack,slack"}, "JOURFIX_DESK_SIGN_IN"),
    ({"address": ""}, "JOURFIX_ADDRESS"),
    ({"address": "http://jourfix.example"}, "JOURFIX_ADDRESS"),
    ({"address": "https://jourfix.example/path"}, "JOURFIX_ADDRESS"),
    ({"address": "https://user@jourfix.example"}, "JOURFIX_ADDRESS"),
    ({"address": "https://jourfix.example:port"}, "JOURFIX_ADDRESS"),
    ({"slack_client_secret": ""}, "JOURFIX_SLACK_CLIENT_SECRET"),
    ({"slack_client_id": ""}, "JOURFIX_SLACK_CLIENT_ID"),
    ({"slack_api": "http://slack.example/api/"}, "JOURFIX_SLACK_API"),
    ({"desk_microsoft_secret": ""}, "JOURFIX_DESK_MICROSOFT_SECRET"),
    ({"desk_microsoft_tenants": ""}, "JOURFIX_TEAMS_TENANT"),
    ({"desk_microsoft_tenants": "common"}, "never “common”"),
    ({"desk_microsoft_tenants": f"{TENANT},organizations"}, "never “common”"),
    ({"teams_login": "http://login.example"}, "JOURFIX_TEAMS_LOGIN"),
    ({"editors": "", "reviewers": ""}, "JOURFIX_EDITORS"),
    ({"editors": f"teams:{TENANT}:{OBJECT}"}, "slack:T0123:U0456"),
    ({"desk_sign_in": "slack"}, "group:NAME"),
    ({"editors": "desk:here"}, "desk:here"),
]


@pytest.mark.parametrize(("changed", "words"), REFUSED)
def test_settings_that_make_no_sense_are_refused_with_the_remedy(
    tmp_path: Path, changed: dict[str, str], words: str
) -> None:
    settings = make_settings(tmp_path, **changed)
    with pytest.raises(SettingsError) as refused:
        build_directories(settings, build_staff(settings), FakeClock())
    assert words in str(refused.value)
    assert SECRET not in str(refused.value)


def test_a_bot_with_a_certificate_signs_in_with_another_registration(tmp_path: Path) -> None:
    settings = make_settings(
        tmp_path,
        desk_sign_in="microsoft",
        desk_microsoft_secret="",
        teams_secret="of the bot",  # noqa: S106 - of no bot
    )
    with pytest.raises(SettingsError, match="JOURFIX_DESK_MICROSOFT_SECRET"):
        build_directories(settings, build_staff(settings), FakeClock())
    same = make_settings(
        tmp_path, desk_sign_in="microsoft", desk_microsoft_id="", desk_microsoft_secret="",
        desk_microsoft_tenants="", teams_app_id="bot", teams_secret="its", teams_tenant=TENANT,  # noqa: S106
    )  # fmt: skip
    (directory,) = build_directories(same, build_staff(same), FakeClock())
    assert directory.label == "Microsoft"
    assert "its" not in repr(directory)


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Jourfix.Example/", "https://jourfix.example"),
        ("https://jourfix.example:443", "https://jourfix.example"),
        ("https://jourfix.example:8443", "https://jourfix.example:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[2001:db8::1]/", "https://[2001:db8::1]"),
    ],
)
def test_an_address_is_read_as_browsers_name_it(address: str, origin: str) -> None:
    assert read_origin(address) == origin


@pytest.mark.parametrize("proxies", ["*", "proxy.example", "0.0.0.0/0", "::/0"])
def test_nobody_is_a_proxy_by_chance(proxies: str) -> None:
    with pytest.raises(SettingsError, match="JOURFIX_PROXIES"):
        read_proxies(Settings(proxies=proxies))
    assert read_proxies(Settings(proxies="10.0.0.7, 10.1.0.0/24")) == "10.0.0.7,10.1.0.0/24"


def test_whoever_sits_here_is_an_editor_only_where_nobody_signs_in(tmp_path: Path) -> None:
    named = make_settings(tmp_path)
    assert signs_in(named)
    assert HERE not in build_editors(named).people
    assert HERE not in build_staff(named).people
    unnamed = make_settings(tmp_path, desk_sign_in="")
    assert HERE in build_editors(unnamed).people
    assert HERE in build_staff(unnamed).people


def test_no_link_is_made_where_people_sign_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOURFIX_DESK_SIGN_IN", "slack")
    monkeypatch.setenv("JOURFIX_ADDRESS", "https://jourfix.example/")
    with pytest.raises(SettingsError, match=r"https://jourfix\.example/desk"):
        open_desk(FakeClock())

"""Half of what Teams needs is refused at the start, with what to do about it."""

from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap.teams import build_registration
from bot.channels.teams.places import read_channel
from bot.core.errors import SettingsError
from bot.settings import Settings
from tests.fakes.teams.issuer import make_certificate

_WHOLE: dict[str, Any] = {"teams_app_id": "a", "teams_secret": "s", "teams_tenant": "t"}


def build(**settings: Any) -> Any:
    return build_registration(Settings(_env_file=None, **settings))  # type: ignore[call-arg] # pydantic's own


def test_without_any_there_is_no_teams() -> None:
    assert build() is None


def test_the_home_tenant_is_the_list_unless_there_is_one() -> None:
    assert build(**_WHOLE).tenants == {"t"}
    assert build(**_WHOLE, teams_tenants="u, v,").tenants == {"u", "v"}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("APP_ID", {"teams_secret": "s"}),
        ("APP_ID", {"teams_tenants": "t"}),
        ("SECRET", {"teams_app_id": "a", "teams_tenant": "t"}),
        ("CERTIFICATE", {**_WHOLE, "teams_certificate": Path("both.pem")}),
        ("TENANT", {"teams_app_id": "a", "teams_secret": "s"}),
        ("TENANTS", {"teams_app_id": "a", "teams_secret": "s", "teams_app_type": "multi"}),
        ("APP_TYPE", {**_WHOLE, "teams_app_type": "managed"}),
        ("TENANT", {"teams_app_id": "a", "teams_app_type": "managed"}),
        ("LOGIN", {**_WHOLE, "teams_login": "http://login.example"}),
        ("LOGIN", {**_WHOLE, "teams_login": "https://login.example/tenant"}),
        ("METADATA", {**_WHOLE, "teams_metadata": "http://keys.example/v1"}),
        ("API", {**_WHOLE, "teams_api": "https://a.example, http://b.example"}),
        ("CERTIFICATE", {"teams_app_id": "a", "teams_tenant": "t", "teams_certificate": Path("no.pem")}),
    ],
)  # fmt: skip
def test_half_of_it_is_refused(name: str, settings: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=f"JOURFIX_TEAMS_{name}"):
        build(**settings)


def test_a_certificate_without_its_key_is_refused(tmp_path: Path) -> None:
    certificate, key = make_certificate()
    path = tmp_path / "jourfix.pem"
    path.write_bytes(certificate)
    known = {"teams_app_id": "a", "teams_tenant": "t", "teams_certificate": path}
    with pytest.raises(SettingsError, match="with the certificate and its key"):
        build(**known)
    path.write_bytes(certificate + key)
    assert build(**known).certificate == path


def test_a_managed_or_multi_tenant_bot_needs_less() -> None:
    managed = build(teams_app_id="a", teams_app_type="managed", teams_tenant="t")
    assert (managed.kind, managed.tenants) == ("managed", {"t"})
    known = {"teams_app_id": "a", "teams_secret": "s", "teams_tenants": "t,u"}
    multi = build(**known, teams_app_type="multi")
    assert multi.tenants == {"t", "u"}


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("19:abc@thread.tacv2", ("home", "19:abc@thread.tacv2")),
        ("other/19:abc@thread.tacv2", ("other", "19:abc@thread.tacv2")),
        (
            "https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/Comms?groupId=g&tenantId=t1",
            ("t1", "19:abc@thread.tacv2"),
        ),
        ("https://teams.microsoft.com/l/channel", ("home", "")),
    ],
)
def test_a_channel_is_named_by_its_id_or_its_link(named: str, found: tuple[str, str]) -> None:
    assert read_channel(named, "home") == found

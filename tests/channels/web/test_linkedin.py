"""The way back from LinkedIn on a running server, and what settings it needs."""

from pathlib import Path

import pytest

from bot.__main__ import main
from tests.channels.running import WebPerson, environment, serve

_ON = {
    "JOURFIX_LINKEDIN_CLIENT_ID": "client",
    "JOURFIX_LINKEDIN_CLIENT_SECRET": "secret",
    "JOURFIX_ADDRESS": "https://jourfix.example",
}


def test_who_comes_back_from_anywhere_reads_one_sentence(tmp_path: Path) -> None:
    with serve(tmp_path, **_ON) as server:
        stranger = WebPerson(server.port)
        headers = {"Host": "jourfix.example", "Accept-Language": "nl"}
        response, body = stranger.request("GET", "/linkedin/back?state=x&code=y", headers=headers)
        assert response.status == 400
        assert "te oud of al gebruikt" in body
        assert response.getheader("Cache-Control") == "no-store"
        person = WebPerson(server.port)
        person.open_page("en")
        person.say("connect linkedin")
        assert "as soon as you have joined" in person.read().words


def test_without_the_setting_there_is_no_such_page(tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        response, _ = WebPerson(server.port).request("GET", "/linkedin/back?state=x&code=y")
        assert response.status == 404


@pytest.mark.parametrize("missing", ["JOURFIX_LINKEDIN_CLIENT_SECRET", "JOURFIX_ADDRESS"])
def test_half_of_the_settings_is_refused_with_a_sentence(
    missing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment(tmp_path, **{**_ON, missing: ""}).items():
        monkeypatch.setenv(name, value)
    assert main(["serve"]) == 2
    assert missing in capsys.readouterr().err

"""Several workspaces: each installs by OAuth and has its own token, which is renewed in time."""

import contextlib
import http.client
import sqlite3
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, serve, work
from tests.fakes.slack.person import SECRET, SlackPerson
from tests.fakes.slack.platform import FakeSlack

_TEXT = "Today we planted a tree in front of the canteen."


def settings_for(slack: FakeSlack) -> dict[str, str]:
    return {
        "JOURFIX_SLACK_SIGNING_SECRET": SECRET,
        "JOURFIX_SLACK_CLIENT_ID": "1.2",
        "JOURFIX_SLACK_CLIENT_SECRET": "s3cret",
        "JOURFIX_ADDRESS": "https://jourfix.example",
        "JOURFIX_SLACK_API": slack.address,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("install")


@pytest.fixture(scope="module")
def server(folder: Path, workspace: FakeSlack) -> Iterator[RunningServer]:
    """One installation for all; each test has workspaces of its own."""
    with serve(folder, **settings_for(workspace)) as running:
        yield running


def get(port: int, path: str, cookie: str = "") -> tuple[http.client.HTTPResponse, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Host": "jourfix.example", **({"Cookie": cookie} if cookie else {})}
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response, text


def begin(port: int) -> tuple[str, str]:
    """Start an installation; gives the state and the browser's cookie."""
    response, _ = get(port, "/slack/install")
    assert response.status == 302
    target = urllib.parse.urlsplit(response.headers["Location"])
    assert target.netloc == "slack.com"
    query = urllib.parse.parse_qs(target.query)
    assert query["redirect_uri"] == ["https://jourfix.example/slack/oauth_redirect"]
    assert "Secure" in response.headers["Set-Cookie"]
    return query["state"][0], response.headers["Set-Cookie"].split(";")[0]


def install(port: int, slack: FakeSlack, team: str) -> None:
    slack.codes[f"code-{team}"] = team
    state, cookie = begin(port)
    path = f"/slack/oauth_redirect?code=code-{team}&state={urllib.parse.quote(state)}"
    response, words = get(port, path, cookie)
    assert response.status == 200, words
    assert "installed" in words


def test_each_workspace_is_answered_with_its_own_token(
    server: RunningServer, workspace: FakeSlack, folder: Path
) -> None:
    for team in ("T1", "T2"):
        install(server.port, workspace, team)
        ada = SlackPerson(workspace, server.port, user=f"U{team}", team=team)
        ada.say(_TEXT)
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
    held = b"".join(path.read_bytes() for path in folder.glob("jourfix.db*"))
    assert b"xoxe" not in held


def test_an_organisation_of_workspaces_has_one_token(
    server: RunningServer, workspace: FakeSlack
) -> None:
    install(server.port, workspace, "E1")
    for team in ("T7", "T8"):  # people keep their id in every workspace of it
        ada = SlackPerson(workspace, server.port, user=f"U{team}", team=team, organisation="E1")
        ada.say("Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team.")
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        ada.choose("forget-draft")
        assert ada.read().kind == "forgot-draft"


def test_whoever_begins_need_not_be_who_ends(
    server: RunningServer, workspace: FakeSlack, folder: Path
) -> None:
    state, cookie = begin(server.port)
    workspace.codes["code-T3"] = "T3"
    path = f"/slack/oauth_redirect?code=code-T3&state={urllib.parse.quote(state)}"
    with serve(folder, **settings_for(workspace)) as other:
        assert get(other.port, path, cookie)[0].status == 200


def test_a_state_of_another_browser_or_none_is_refused(
    server: RunningServer, workspace: FakeSlack
) -> None:
    workspace.codes["code"] = "T4"
    state, cookie = begin(server.port)
    back = "/slack/oauth_redirect?code=code&state="
    for path, given in (
        (back + urllib.parse.quote(state), ""),
        (back + urllib.parse.quote(state), "jourfix-slack=another"),
        (back + "1.abc", cookie),
        (back, cookie),
        ("/slack/oauth_redirect", cookie),
        (f"/slack/oauth_redirect?error=access_denied&state={state}", cookie),
    ):
        assert get(server.port, path, given)[0].status == 400
    assert workspace.codes["code"] == "T4"  # it was not spent


def test_a_code_that_slack_refuses_gets_a_sentence(server: RunningServer) -> None:
    state, cookie = begin(server.port)
    path = f"/slack/oauth_redirect?code=spent&state={urllib.parse.quote(state)}"
    response, words = get(server.port, path, cookie)
    assert response.status == 400
    assert "start again" in words


def install_with_a_token_near_its_end(port: int, slack: FakeSlack, team: str) -> None:
    slack.token_seconds = 60  # far below the two hours at which it is renewed
    install(port, slack, team)
    slack.token_seconds = 43_200


def test_a_token_near_its_end_is_renewed_once(server: RunningServer, workspace: FakeSlack) -> None:
    before = len(workspace.find_calls("oauth.v2.access"))
    install_with_a_token_near_its_end(server.port, workspace, "T5")
    persons = [SlackPerson(workspace, server.port, user=f"U5{n:03d}", team="T5") for n in range(5)]
    for person in persons:
        person.say(_TEXT)
    for person in persons:
        assert [person.read().kind, person.read().kind] == ["greeting", "review"]
    assert len(workspace.find_calls("oauth.v2.access")) == before + 2


def test_two_processes_renew_a_token_once(
    server: RunningServer, workspace: FakeSlack, folder: Path
) -> None:
    before = len(workspace.find_calls("oauth.v2.access"))
    install_with_a_token_near_its_end(server.port, workspace, "T6")
    with work(folder, **settings_for(workspace)):
        persons = [
            SlackPerson(workspace, server.port, user=f"U6{n:03d}", team="T6") for n in range(20)
        ]
        for person in persons:
            person.say(_TEXT)
        for person in persons:
            assert [person.read().kind, person.read().kind] == ["greeting", "review"]
    _, *renewals = workspace.find_calls("oauth.v2.access")[before:]
    assert [call.asked["grant_type"] for call in renewals] == ["refresh_token"]  # it serves once


def test_a_workspace_that_removed_us_is_told_nothing_more(tmp_path: Path, slack: FakeSlack) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        remove_and_write(server, slack)
        server.process.terminate()
        server.process.wait(30)  # what it held is finished
    with contextlib.closing(sqlite3.connect(tmp_path / "jourfix.db")) as database:
        assert database.execute("SELECT place FROM installations").fetchall() == [("T2",)]


def remove_and_write(server: RunningServer, slack: FakeSlack) -> None:
    install(server.port, slack, "T1")
    ada = SlackPerson(slack, server.port, team="T1")
    ada.say(_TEXT)
    assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
    slack.remove_app("T1")
    ada.send_event({"type": "app_uninstalled"})
    ada.say("How many hashtags?")
    install(server.port, slack, "T2")
    ben = SlackPerson(slack, server.port, user="UBEN", team="T2")
    ben.say(_TEXT)
    assert [ben.read().kind, ben.read().kind] == ["greeting", "review"]
    assert ada._seen == sum(post["channel"] == ada.channel for post in slack.posts)  # noqa: SLF001


def test_half_of_what_oauth_needs_is_refused(tmp_path: Path, slack: FakeSlack) -> None:
    settings = {**settings_for(slack), "JOURFIX_ADDRESS": ""}
    with pytest.raises(AssertionError, match="JOURFIX_ADDRESS"), serve(tmp_path, **settings):
        pass

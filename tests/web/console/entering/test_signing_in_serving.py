"""Signing in through a running `serve`, and once as people do: in Chromium."""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from bot.web.console.access import COOKIE, DESK, SIGN_IN
from tests.channels.running import RunningServer, serve
from tests.channels.web.browser import open_browser
from tests.fakes.openid import CLIENT, SECRET, FakeDirectory
from tests.web.console.accessible import find_faults

EDITOR = {"https://slack.com/team_id": "T1", "https://slack.com/user_id": "UEDITOR", "name": "Ada"}


def find_port() -> int:
    """Find a free port: people come back to an address that is known before it listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def serving(folder: Path, slack: FakeDirectory) -> Iterator[RunningServer]:
    port = find_port()
    settings = {
        "JOURFIX_PORT": str(port),
        "JOURFIX_ADDRESS": f"http://127.0.0.1:{port}",
        "JOURFIX_DESK_SIGN_IN": "slack",
        "JOURFIX_EDITORS": "slack:T1:UEDITOR",
        "JOURFIX_SLACK_CLIENT_ID": CLIENT,
        "JOURFIX_SLACK_CLIENT_SECRET": SECRET,
        "JOURFIX_SLACK_API": f"{slack.address}/api/",
        "JOURFIX_SLACK_BOT_TOKEN": "xoxb-1",
        "JOURFIX_SLACK_SIGNING_SECRET": "s",
    }
    with serve(folder, **settings) as running:
        yield running


class Browser:
    """Opens pages of a server, with the cookies that it was given."""

    def __init__(self, port: int, **headers: str) -> None:
        self.port, self.headers, self.cookies = port, headers, dict[str, str]()

    def open(self, path: str) -> tuple[int, str, str]:
        """Give status, where it leads, and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request("GET", path, headers={"Cookie": cookies, **self.headers})
        answer = connection.getresponse()
        page = answer.read().decode()
        for line in answer.msg.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        connection.close()
        return answer.status, answer.getheader("Location", ""), page


def test_a_running_server_signs_in_and_prints_no_link(tmp_path: Path) -> None:
    with FakeDirectory("slack", dict(EDITOR)) as slack, serving(tmp_path, slack) as running:
        ada, mallory = Browser(running.port), Browser(running.port)
        status, address, _ = ada.open(f"{SIGN_IN}/slack")
        assert status == 303
        back = urlsplit(slack.agree(address))
        way_back = f"{back.path}?{back.query}"
        assert mallory.open(way_back)[0] == 400  # in another browser; now it is used up
        assert COOKIE not in mallory.cookies
        assert ada.open(way_back)[0] == 400
        _, address, _ = ada.open(f"{SIGN_IN}/slack")
        back = urlsplit(slack.agree(address))
        assert ada.open(f"{back.path}?{back.query}")[:2] == (303, DESK)
        assert "Ada" in ada.open(DESK)[2]
        slack.header["alg"] = "none"
        _, address, _ = mallory.open(f"{SIGN_IN}/slack")
        back = urlsplit(slack.agree(address))
        assert mallory.open(f"{back.path}?{back.query}")[0] == 502
        assert ada.open(f"{DESK}/enter?key={'A' * 43}")[0] == 404
        log = "".join(running.log)
    assert "key=" not in log
    assert SECRET not in log
    for name in ("code=", "state=", back.query):
        assert name not in log


def test_a_proxy_here_says_who_asks_and_nobody_else_is_counted(tmp_path: Path) -> None:
    with FakeDirectory("slack", dict(EDITOR)) as slack, serving(tmp_path, slack) as running:
        loud = Browser(running.port, **{"X-Forwarded-For": "1.2.3.4, 203.0.113.7"})
        calm = Browser(running.port, **{"X-Forwarded-For": "203.0.113.7, 198.51.100.1"})
        statuses = [loud.open(f"{SIGN_IN}/slack/back")[0] for _ in range(31)]
        assert statuses == [400] * 30 + [429]
        assert calm.open(f"{SIGN_IN}/slack/back")[0] == 400


@pytest.mark.needs("chromium")
def test_an_editor_signs_in_with_slack_in_chromium(tmp_path: Path) -> None:
    with (
        FakeDirectory("slack", dict(EDITOR)) as slack,
        serving(tmp_path, slack) as running,
        open_browser() as chromium,
    ):
        page = chromium.new_context(locale="de-DE").new_page()
        page.goto(f"http://127.0.0.1:{running.port}{DESK}")
        page.get_by_role("link", name="Anmelden mit Slack").click()
        page.get_by_role("link", name="Agree").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Überblick")
        expect(page.get_by_text("Angemeldet: Ada")).to_be_visible()
        page.get_by_role("button", name="Abmelden").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
        # somebody whom nobody named comes back with a sentence, and may try again
        slack.who = {**EDITOR, "https://slack.com/user_id": "UNOBODY"}
        page.get_by_role("link", name="Anmelden mit Slack").press("Enter")
        page.get_by_role("link", name="Agree").press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("noch nicht eingetragen")
        assert find_faults(page) == []
        expect(page.get_by_role("link", name="Anmelden mit Slack")).to_be_visible()

"""Somebody with Microsoft's test client open, and the real `jourfix serve` behind it."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, Route, expect

from tests.channels.running import serve
from tests.channels.web.browser import open_browser
from tests.fakes.teams.person import settings_for
from tests.fakes.teams.platform import TENANT, FakeTeams
from tests.fakes.teams.playground import CHANNEL, USER, run_client
from tests.fakes.teams.relay import Relay

_PATIENCE = 60_000.0  # milliseconds, as Playwright counts


@dataclass
class ChatPage:
    """The client's page, as its one user works it; every step waits for what it needs."""

    page: Page
    relay: Relay

    @property
    def cards(self) -> Locator:
        """The cards of the conversation that is open, oldest first."""
        return self.page.locator(".ac-adaptiveCard")

    def say(self, text: str) -> None:
        self.page.locator("[data-lexical-editor=true]").fill(text)
        self.page.get_by_role("button", name="Send Message").click()

    def see(self, words: str, number: int) -> Locator:
        """Wait until the last card, the one of this number, says something."""
        expect(self.cards).to_have_count(number, timeout=_PATIENCE)
        expect(self.cards.last).to_contain_text(words, timeout=_PATIENCE)
        return self.cards.last

    def press(self, label: str) -> None:
        """Press a button of the last card."""
        self.cards.last.get_by_role("button", name=label, exact=True).click()

    def open_conversation(self, name: str) -> None:
        """Go to a chat or a channel, by its name in the list."""
        self.page.get_by_role("treeitem", name=name).click()


@contextlib.contextmanager
def open_chat(width: int = 1366, height: int = 900) -> Iterator[ChatPage]:
    """Start everything, on loopback, until the block ends."""
    teams = FakeTeams()  # for its issuer and its Entra; the Connector is the client's
    teams.start()
    relay = Relay(teams)
    relay.start()
    settings = {
        **settings_for(teams),
        "JOURFIX_TEAMS_API": relay.origin,
        "JOURFIX_TEAMS_COMMS_CHANNEL": CHANNEL,
        "JOURFIX_EDITORS": f"teams:{TENANT}:{USER}",
        "JOURFIX_EDITOR_LANGUAGE": "de",
    }
    try:
        with (
            tempfile.TemporaryDirectory(prefix="jourfix-client-") as folder,
            serve(Path(folder), **settings) as server,
            run_client(Path(folder), relay, server.port) as port,
            open_browser() as browser,
        ):
            page = browser.new_page(
                viewport={"width": width, "height": height},
                locale="de-DE",
                timezone_id="Europe/Berlin",
            )
            page.set_default_timeout(_PATIENCE)
            page.route(lambda address: "://127.0.0.1:" not in address, _refuse)
            page.goto(f"http://127.0.0.1:{port}/")
            page.get_by_role("button", name="Hide log panel").click()
            yield ChatPage(page, relay)
    finally:
        relay.stop()
        teams.stop()


def _refuse(route: Route) -> None:
    """Refuse what lies elsewhere: the page asks for fonts, and does without."""
    route.abort()

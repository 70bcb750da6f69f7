"""From hello to the comms team's answer, in Microsoft's own test client and a real browser."""

import socket
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.channels.teams.chat_page import ChatPage, open_chat

pytestmark = pytest.mark.needs("chromium", "playground")
FIRST = (
    "Endlich ist Zelvaro da, und ich bin stolz auf unser Team in Hamburg! Nach acht Jahren Arbeit hilft es "
    "Menschen mit Migräne sofort und ganz ohne Nebenwirkungen."
)
SECOND = (
    "Endlich ist Zelvaro da, und ich bin stolz auf unser Team in Hamburg! Acht Jahre haben wir daran "
    "gearbeitet, und heute feiern wir."
)


@pytest.fixture(scope="module")
def ada() -> Iterator[ChatPage]:
    with open_chat() as opened:
        yield opened


def test_from_hello_to_the_answer_of_the_comms_team(ada: ChatPage) -> None:
    ada.see("Hello, I'm Jourfix", 1)  # installed and added, told at once in either order
    ada.say("Hallo! Was kannst du?")
    ada.see("Gut zu wissen", 2)

    ada.say(FIRST)
    review = ada.see("Erst fragen", 3)
    expect(review.get_by_role("heading", name="Was mir auffällt")).to_be_visible()
    whys, row = review.get_by_text("Warum:"), review.get_by_role("button", name="2. Erst fragen")
    expect(whys.nth(0)).to_be_visible()  # the first finding is open, as an example
    expect(whys.nth(1)).to_be_hidden()
    row.click()
    expect(whys.nth(1)).to_be_visible()
    row.focus()
    ada.page.keyboard.press("Enter")
    expect(whys.nth(1)).to_be_hidden()

    ada.say(SECOND)
    ada.see("Im Vergleich zur letzten Fassung", 4)
    expect(ada.cards.last).to_contain_text("Noch offen: „Zelvaro“")
    expect(ada.cards.last).to_contain_text("Erledigt: ")

    ada.press("Kommunikation fragen")
    preview = ada.see("Das geht an die Kommunikation, genau so:", 5)
    expect(preview).to_contain_text("und heute feiern wir.")
    ada.press("Abschicken")
    sent = ada.see("Ist unterwegs (Anfrage ", 5)  # in the place of the preview
    expect(sent.get_by_role("button")).to_have_count(0)

    ada.open_conversation("Nordhafen - Kommunikation")
    case = ada.see("Schaut ihr hier bitte mal drauf?", 1)
    expect(case).to_contain_text("und heute feiern wir.")
    ada.press("Kann so raus")
    ada.see("Ada Brandt sagt: Kann so raus.", 2)  # in the thread, and on the case itself
    expect(ada.cards.first).to_contain_text("Ada Brandt sagt: Kann so raus.")
    expect(ada.cards.first.get_by_role("button")).to_have_count(0)

    ada.open_conversation("Personal Chat")
    ada.see("Die Kommunikation sagt: Kann so raus.", 6)
    refused = [one for one in ada.relay.statuses if not 200 <= one[1] < 300]
    assert not refused, refused


def test_nobody_but_this_machine_reaches_the_client(ada: ChatPage) -> None:
    """What listens on every address of a machine also listens on this one."""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", ada.relay.client_port), timeout=10)

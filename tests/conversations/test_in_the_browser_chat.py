"""Every dialogue in the browser chat."""

from pathlib import Path

from tests.channels.running import WebPerson
from tests.conversations.dialogue import each_dialogue, follow, name_browser


@each_dialogue
def test_in_the_browser_chat(path: Path, port: int) -> None:
    ada = WebPerson(port, cookie=f"jourfix={name_browser(path)}")
    follow(path, ada, ada.open_page())

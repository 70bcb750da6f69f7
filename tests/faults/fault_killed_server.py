"""`jourfix serve` killed again and again in the middle of its work: nothing is broken, nothing told.

Not part of `make test`, because it takes minutes: `make faults`.
"""

import random
import sqlite3
from pathlib import Path

from tests.channels.running import RunningServer, WebPerson, serve

_ROUNDS = 12
_WORD = "Quastenflosser"


def draft(number: int) -> str:
    return f"Heute haben wir den {_WORD}{number} getauft. Ich bin stolz auf unser Team."


def kill_after(server: RunningServer, person: WebPerson, number: int, answered: int) -> None:
    """Send three drafts, wait for some of the answers, and kill the process with the rest open."""
    for more in range(3):
        person.say(f"{draft(number)} Und noch einmal, weil es so schön war: {more}.")
    for _ in range(answered):
        person.read()
    server.process.kill()
    server.process.wait(30)


def test_a_server_killed_at_any_moment_starts_again_and_answers(tmp_path: Path) -> None:
    chance = random.Random(7)
    cookie = ""
    for number in range(_ROUNDS):
        with serve(tmp_path, JOURFIX_CACHE=str(tmp_path / "cache")) as server:
            person = WebPerson(server.port, cookie)
            person.open_page("de")
            person.say(draft(number))
            assert person.read().kind == "review"
            cookie = person.cookie
            kill_after(server, person, number, chance.randrange(4))
        check_database(tmp_path)
    with serve(tmp_path, JOURFIX_CACHE=str(tmp_path / "cache")) as server:
        person = WebPerson(server.port, cookie)
        person.open_page("de")
        person.say("Was weißt du über mich?")
        assert person.read().kind == "my-data"
        person.say("Vergiss mich")
        assert person.read().words
    check_database(tmp_path)
    assert not find_files_with(_WORD.encode(), tmp_path)


def check_database(folder: Path) -> None:
    with sqlite3.connect(folder / "jourfix.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not find_files_with(_WORD.encode(), folder)


def find_files_with(word: bytes, folder: Path) -> list[Path]:
    """Name every file of the installation in which a word of a draft can be read."""
    return [path for path in folder.rglob("*") if path.is_file() and word in path.read_bytes()]

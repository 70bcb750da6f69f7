import asyncio
import stat
from pathlib import Path

import pytest

from bot.core.errors import StorageError
from bot.storage.secret import find_secret, secret_file


def test_it_is_made_once_and_only_we_may_read_it(tmp_path: Path) -> None:
    made = find_secret("", tmp_path / "a.db", is_first_start=True)
    found = find_secret("", tmp_path / "a.db", is_first_start=True)
    assert (made.is_new, found.is_new) == (True, False)
    assert made.parts == found.parts
    assert made.file == secret_file(tmp_path / "a.db")
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [made.file]


async def test_of_many_that_start_at_once_one_makes_it_and_all_read_the_same(
    tmp_path: Path,
) -> None:
    def find() -> tuple[tuple[bytes, ...], bool]:
        found = find_secret("", tmp_path / "a.db", is_first_start=True)
        return found.parts, found.is_new

    results = await asyncio.gather(*(asyncio.to_thread(find) for _ in range(24)))
    assert len({parts for parts, _ in results}) == 1
    assert sum(is_new for _, is_new in results) == 1


def test_rights_that_others_got_are_taken_away(tmp_path: Path) -> None:
    file = find_secret("", tmp_path / "a.db", is_first_start=True).file
    assert file is not None
    file.chmod(0o644)
    find_secret("", tmp_path / "a.db", is_first_start=False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_lost_file_is_never_replaced_by_a_new_secret(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"is missing.*Put the file .*a\.db-secret back"):
        find_secret("", tmp_path / "a.db", is_first_start=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("held", [b"short", b"\xff" * 40, b""])
def test_a_broken_file_is_refused(tmp_path: Path, held: bytes) -> None:
    secret_file(tmp_path / "a.db").write_bytes(held)
    with pytest.raises(StorageError, match=r"a.db-secret"):
        find_secret("", tmp_path / "a.db", is_first_start=True)


def test_the_setting_wins_and_may_hold_the_old_secret_too(tmp_path: Path) -> None:
    secret = find_secret(f"{'n' * 32}, {'o' * 32}", tmp_path / "a.db", is_first_start=True)
    assert secret.parts == (b"n" * 32, b"o" * 32)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("setting", ["hello", "n" * 31, f"{'n' * 32},", f"{'n' * 32},short"])
def test_a_short_secret_protects_nothing(setting: str) -> None:
    with pytest.raises(StorageError, match=r"too short.*Make one with") as caught:
        find_secret(setting, None, is_first_start=True)
    assert setting not in str(caught.value)


def test_a_server_needs_the_setting() -> None:
    with pytest.raises(StorageError, match="needs JOURFIX_SECRET"):
        find_secret("  ", None, is_first_start=True)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"cannot be written.*or set JOURFIX_SECRET"):
        find_secret("", tmp_path / "nowhere" / "a.db", is_first_start=True)


def test_it_does_not_show_in_a_traceback(tmp_path: Path) -> None:
    secret = find_secret("n" * 32, tmp_path / "a.db", is_first_start=True)
    assert "nnn" not in repr(secret)

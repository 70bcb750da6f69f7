"""The secret: from the setting, or made once and kept in a file beside the database.

It is never logged and never part of a message or of a repr.
"""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.errors import StorageError

_MADE_BYTES = 32
_LEAST_CHARACTERS = 32
_HOW_TO_MAKE = 'Make one with: python -c "import secrets; print(secrets.token_urlsafe(32))"'


@dataclass(frozen=True)
class Secret:
    """The secrets that open the database, the newest first.

    `file` is where it was found when the setting is empty; `is_new` when it was made just now.
    """

    parts: tuple[bytes, ...] = field(repr=False)
    file: Path | None = None
    is_new: bool = False


def find_secret(setting: str, database: Path | None, *, is_first_start: bool) -> Secret:
    """Take the secret from the setting, or from the file beside the database.

    Args:
        setting: JOURFIX_SECRET: one secret, or several with commas between, the newest first.
        database: The file of the database; None when it is on a server.
        is_first_start: Whether nothing was sealed yet, so that a new secret loses nothing.

    Raises:
        StorageError: there is no secret and none may be made, or it is too short to protect.
    """
    if setting.strip():
        return Secret(tuple(_read_part(part) for part in setting.split(",")))
    if database is None:
        raise StorageError(
            "A database on a server needs JOURFIX_SECRET, the same for every process."
            f" {_HOW_TO_MAKE}"
        )
    file = secret_file(database)
    is_new = is_first_start and _make_once(file)
    return Secret((_read_file(file),), file, is_new)


def secret_file(database: Path) -> Path:
    """Say where the secret of a database file is kept; the name matches `*.db-*` in .gitignore."""
    return database.with_name(f"{database.name}-secret")


def _read_part(part: str) -> bytes:
    cleaned = part.strip()
    if len(cleaned) < _LEAST_CHARACTERS:
        raise StorageError(
            f"JOURFIX_SECRET is too short: {_LEAST_CHARACTERS} characters at least. {_HOW_TO_MAKE}"
        )
    return _encode(cleaned)


def _encode(secret: str) -> bytes:
    return secret.encode("utf-8", "surrogatepass")


def _make_once(file: Path) -> bool:
    """Make the file unless it exists; of two processes one wins and no one reads half a secret."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    try:
        _write_private(draft, secrets.token_urlsafe(_MADE_BYTES))
        return _publish(draft, file)
    except OSError as error:
        raise StorageError(
            f"The secret cannot be written to {file}. Make the folder writable, or set"
            f" JOURFIX_SECRET. {_HOW_TO_MAKE}"
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _write_private(file: Path, text: str) -> None:
    number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8") as stream:
        stream.write(f"{text}\n")
        stream.flush()
        os.fsync(stream.fileno())  # losing the secret later would lose what it sealed


def _publish(draft: Path, file: Path) -> bool:
    """Give the finished file its name; a link fails where a rename would replace the winner's."""
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        return False
    return True


def _read_file(file: Path) -> bytes:
    try:
        _tighten(file)
        text = file.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise StorageError(
            f"The secret of this database is missing. Put the file {file} back, or set"
            " JOURFIX_SECRET to what it held. If it is lost, what it sealed cannot be read by"
            " anyone: move the database away to start anew."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"The secret in {file} cannot be read. Make the file yours and readable for you alone"
            " (chmod 600), or set JOURFIX_SECRET to what it holds."
        ) from error
    if len(text) < _LEAST_CHARACTERS:
        raise StorageError(f"The file {file} holds no whole secret. Restore it from a backup.")
    return _encode(text)


def _tighten(file: Path) -> None:
    """Take away what others may do with the file; some volumes add it when they are mounted."""
    if os.name == "posix" and file.stat().st_mode & 0o077:
        file.chmod(0o600)

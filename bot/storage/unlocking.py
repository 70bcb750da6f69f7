"""Open the seal of a database: the right secret, the key of the pseudonyms, a change of secrets.

The key of the pseudonyms is derived once, from the first secret, and kept sealed in `settings`. So
a new secret does not make strangers of the people we know, and a wrong one is found out at the
start.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.errors import StorageError
from bot.storage.database import Database, insert_into
from bot.storage.sealing import Pseudonyms, Sealer, UnsealError, derive_key
from bot.storage.secret import Secret, find_secret, secret_file
from bot.storage.tables import SETTINGS, sealed_tables

_NAME = "pseudonym-key"
_PLACE = (SETTINGS.name, _NAME)


@dataclass(frozen=True)
class Unlocked:
    """What seals and names. `new_secret` is the file of a secret that was made just now."""

    sealer: Sealer
    pseudonyms: Pseudonyms
    new_secret: Path | None = None


async def unlock(database: Database, setting: str) -> Unlocked:
    """Open the seal with JOURFIX_SECRET, or with the file beside the database when it is empty.

    Raises:
        StorageError: the secret is missing, too short or not that of this database.
    """
    async with database.read() as session:
        held = await _find_key(session)
    secret = find_secret(setting, database.file, is_first_start=held is None)
    sealer = Sealer(secret.parts)
    if held is None:
        held = await _make_key(database, secret, sealer)
    key = _open_key(held, sealer, secret, database)
    if not sealer.is_newest(held, _PLACE):
        await _seal_anew(database, sealer)
    return Unlocked(sealer, Pseudonyms(key), secret.file if secret.is_new else None)


async def _find_key(session: AsyncSession) -> bytes | None:
    found = await session.scalar(select(SETTINGS.c.sealed).where(SETTINGS.c.name == _NAME))
    return None if found is None else bytes(found)


async def _make_key(database: Database, secret: Secret, sealer: Sealer) -> bytes:
    """Derive and keep the key; when another process was first, its key holds."""
    key = derive_key(secret.parts[0], "pseudonyms")
    async with database.write() as session:
        kept = insert_into(session, SETTINGS).values(
            name=_NAME, sealed=sealer.seal(key.hex(), _PLACE)
        )
        await session.execute(kept.on_conflict_do_nothing())
        held = await _find_key(session)
    if held is None:
        raise StorageError("The database did not keep its first entry. Check its disk.")
    return held


def _open_key(held: bytes, sealer: Sealer, secret: Secret, database: Database) -> bytes:
    try:
        return bytes.fromhex(sealer.unseal(held, _PLACE))
    except UnsealError as error:
        raise StorageError(_explain_wrong_secret(secret, database)) from error


def _explain_wrong_secret(secret: Secret, database: Database) -> str:
    if secret.file is not None:
        return (
            f"The secret in {secret.file} is not the one this database was sealed with. Put the"
            " right file back, or set JOURFIX_SECRET to the right secret."
        )
    hint = ""
    if database.file is not None and secret_file(database.file).exists():
        hint = f" The old one may be in {secret_file(database.file)}: leave JOURFIX_SECRET empty."
    return (
        "JOURFIX_SECRET is not the secret this database was sealed with. Set it to the right one;"
        f" to change it, set JOURFIX_SECRET=NEW,OLD for one start.{hint}"
    )


async def _seal_anew(database: Database, sealer: Sealer) -> None:
    """Seal everything with the newest secret, in one transaction, so that the old one can go."""
    async with database.write() as session:
        for table in sealed_tables():
            await _seal_table_anew(session, table, sealer)


async def _seal_table_anew(session: AsyncSession, table: Table, sealer: Sealer) -> None:
    keys = tuple(table.primary_key.columns)
    for row in (await session.execute(select(table.c.sealed, *keys))).all():
        sealed, *names = row
        place = (table.name, *map(str, names))
        again = sealer.seal(sealer.unseal(sealed, place), place)
        here = [column == name for column, name in zip(keys, names, strict=True)]
        await session.execute(update(table).where(*here).values(sealed=again))

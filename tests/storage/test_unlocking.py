from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.core.errors import StorageError
from bot.core.ports import Person
from bot.storage.opening import Storage
from bot.storage.tables import DRAFTS, sealed_tables
from tests.storage.conftest import Open
from tests.storage.samples import (
    ADA,
    BEN,
    CONVERSATION,
    SECRET,
    TOLD,
    cut,
    find_bytes,
    make_draft,
    on_file,
)

_OTHER = "another-secret-that-is-also-long-enough"


async def test_a_wrong_secret_says_what_to_do(open_here: Open) -> None:
    await open_here()
    with pytest.raises(StorageError) as caught:
        await open_here(_OTHER)
    assert str(caught.value) == (
        "JOURFIX_SECRET is not the secret this database was sealed with. Set it to the right one;"
        " to change it, set JOURFIX_SECRET=NEW,OLD for one start."
    )


@on_file
async def test_a_secret_set_later_names_the_file_with_the_old_one(
    open_here: Open, tmp_path: Path
) -> None:
    storage = await open_here("")
    assert storage.new_secret == tmp_path / "jourfix.db-secret"
    with pytest.raises(StorageError, match=r"The old one may be in .*jourfix\.db-secret"):
        await open_here(_OTHER)


@on_file
async def test_the_caller_hears_of_a_new_secret_once(open_here: Open) -> None:
    first = await open_here("")
    assert first.new_secret is not None
    await first.records.remember_person(ADA, TOLD)
    again = await open_here("")
    assert again.new_secret is None
    assert await again.records.recall_person(ADA) == TOLD


@on_file
async def test_the_wrong_file_is_told_from_the_wrong_setting(
    open_here: Open, tmp_path: Path
) -> None:
    await open_here("")
    (tmp_path / "jourfix.db-secret").write_text(_OTHER)
    with pytest.raises(StorageError, match=r"The secret in .*jourfix.db-secret is not the one"):
        await open_here("")


@on_file
async def test_without_its_file_nothing_is_made_anew(open_here: Open, tmp_path: Path) -> None:
    await open_here("")
    (tmp_path / "jourfix.db-secret").unlink()
    with pytest.raises(StorageError, match="is missing"):
        await open_here("")
    assert not (tmp_path / "jourfix.db-secret").exists()


async def test_one_start_with_both_secrets_changes_the_secret(
    open_here: Open, tmp_path: Path
) -> None:
    before = await open_here(SECRET)
    await _fill(before)
    old_bytes = await _sealed(before)
    both = await open_here(f"{_OTHER},{SECRET}")
    assert await both.records.recall_person(ADA) == TOLD
    await both.erasure.erase_expired(both.erasure.clock.now())
    after = await open_here(_OTHER)
    assert await after.records.recall_person(ADA) == TOLD
    assert await after.records.recall_draft(ADA, CONVERSATION) == make_draft()
    assert (await after.records.list_kept(ADA)).disputes == 1
    assert len(old_bytes) >= 4
    assert not set(old_bytes) & set(await _sealed(after))
    with pytest.raises(StorageError, match="is not the secret"):
        await open_here(SECRET)
    await before.close()
    await both.close()
    await after.close()
    assert not find_bytes(tmp_path, [piece for sealed in old_bytes for piece in cut(sealed)])


async def test_ciphertext_moved_to_another_person_does_not_open(storage: Storage) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    async with storage.database.write() as session:
        await session.execute(update(DRAFTS).values(author=_name(storage, BEN)))
        await session.execute(update(DRAFTS).values(conversation=_name(storage, BEN, CONVERSATION)))
    with pytest.raises(StorageError, match="An entry of “drafts” cannot be opened"):
        await storage.records.recall_draft(BEN, CONVERSATION)


def _name(storage: Storage, person: str, conversation: str = "") -> str:
    names = storage.records.unlocked.pseudonyms
    return (
        names.name_conversation(person, conversation) if conversation else names.name_person(person)
    )


async def _fill(storage: Storage) -> None:
    await storage.records.remember_person(ADA, TOLD)
    await storage.records.remember_person(BEN, Person(role="Pfleger"))
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    await storage.records.record_dispute(ADA, "rule", "sha256:abc", "A sentence.")


async def _sealed(storage: Storage) -> list[bytes]:
    async with storage.database.read() as session:
        return [
            bytes(sealed)
            for table in sealed_tables()
            for sealed in await session.scalars(select(table.c.sealed))
        ]

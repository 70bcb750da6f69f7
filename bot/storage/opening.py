"""Open the storage in the right order: migrate, unlock, erase what is past its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.ports import Clock
from bot.storage.asked_store import AskedErasure, AskedStore
from bot.storage.audit_log import AuditErasure, DatabaseAuditLog
from bot.storage.case_store import CaseStore
from bot.storage.database import Database, open_database
from bot.storage.dispute_store import DisputeStore
from bot.storage.erasure import Eraser, Erasure, Retention
from bot.storage.inbox import Inbox
from bot.storage.installations import InstallationStore
from bot.storage.ledger import Ledger
from bot.storage.migrate import migrate
from bot.storage.pair_erasure import PairErasure
from bot.storage.policy_store import PolicyStore
from bot.storage.records import DatabaseRecords
from bot.storage.restoring import Restoring
from bot.storage.shelves import Shelves
from bot.storage.spending import DatabaseSpendingBook
from bot.storage.unlocking import unlock


@dataclass(frozen=True)
class Storage:
    """Everything that bootstrap joins.

    When `new_secret` names a file, tell whoever runs us once: it was made now and needs a backup.
    """

    database: Database
    records: DatabaseRecords
    policies: PolicyStore
    erasure: Erasure
    inbox: Inbox
    ledger: Ledger
    cases: CaseStore
    installations: InstallationStore
    shelves: Shelves
    restoring: Restoring
    spending: DatabaseSpendingBook
    audit: DatabaseAuditLog
    disputes: DisputeStore
    asked: AskedStore
    new_secret: Path | None = None

    async def close(self) -> None:
        """Close every connection."""
        await self.database.close()


async def open_storage(
    address: str, secret: str, clock: Clock, retention: Retention, also: Sequence[Eraser] = ()
) -> Storage:
    """Open the database, migrated, unlocked and without anything past its time.

    Args:
        address: JOURFIX_DATABASE.
        secret: JOURFIX_SECRET; empty: from the file beside the database, made on first start.
        clock: Tells the time.
        retention: How long things are kept.
        also: Erasers of other parts, for "forget me".

    Raises:
        StorageError: it cannot be opened; the message says what to do.
    """
    database = open_database(address)
    try:
        await migrate(database)
        unlocked = await unlock(database, secret)
        ledger = Ledger(database, unlocked, clock)
        cases = CaseStore(database, unlocked, ledger)
        audit_erasure = AuditErasure(unlocked)
        erasers: tuple[Eraser, ...] = (
            PairErasure(unlocked),
            AskedErasure(unlocked),
            audit_erasure,
            *also,
        )
        erasure = Erasure(database, clock, retention, cases, erasers, audit_erasure)
        await erasure.erase_expired(clock.now())
    except BaseException:
        await database.close()
        raise
    records = DatabaseRecords(database, unlocked, erasure, clock, retention)
    policies = PolicyStore(database, clock)
    inbox = Inbox(database, unlocked, clock, ledger)
    installations = InstallationStore(database, unlocked, clock)
    return Storage(
        database,
        records,
        policies,
        erasure,
        inbox,
        ledger,
        cases,
        installations,
        Shelves(database, unlocked, clock),
        Restoring(database, unlocked, clock),
        DatabaseSpendingBook(database),
        DatabaseAuditLog(database, unlocked, clock),
        DisputeStore(database, unlocked),
        AskedStore(database, unlocked),
        unlocked.new_secret,
    )
